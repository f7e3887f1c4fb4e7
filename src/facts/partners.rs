//! Which documents are about one partner: those that "the same partner" joins, directly or through others.

use std::collections::BTreeMap;

use super::identity::PartnerIdentity;

/// For each identity the number of its partner, from 0 in the order in which partners first appear.
///
/// Two documents of one number need not be the same as each other: a third may join them. Pairs are not enumerated.
pub fn partners(identities: &[&PartnerIdentity]) -> Vec<usize> {
    let mut joined = Joined((0..identities.len()).collect());
    let each = |key: fn(&PartnerIdentity) -> Option<&str>| {
        let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, identity) in identities.iter().enumerate() {
            if let Some(key) = key(identity) {
                groups.entry(key).or_default().push(at);
            }
        }
        groups.into_values()
    };
    for group in each(|identity| identity.oin.as_deref()) {
        joined.all(group.into_iter());
    }
    // Where both have an `oin`, that decides; so only one without can join others by its `kvk`.
    for group in each(|identity| identity.kvk.as_deref()) {
        if group.iter().any(|at| identities[*at].oin.is_none()) {
            joined.all(group.into_iter());
        }
    }
    for group in each(PartnerIdentity::key) {
        joined.by_name(identities, &group);
    }
    joined.numbers()
}

/// Which of several things have been joined: each points to another of its group, the first one to itself.
struct Joined(Vec<usize>);

impl Joined {
    fn first(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn all(&mut self, mut group: impl Iterator<Item = usize>) {
        let Some(one) = group.next() else { return };
        for other in group {
            let (one, other) = (self.first(one), self.first(other));
            self.0[one.max(other)] = one.min(other);
        }
    }

    /// Joins those of one name that no number which both have keeps apart, or has joined already.
    fn by_name(&mut self, identities: &[&PartnerIdentity], group: &[usize]) {
        let has = |at: &usize| (identities[*at].oin.is_some(), identities[*at].kvk.is_some());
        if group.iter().any(|at| has(at) == (false, false)) {
            return self.all(group.iter().copied());
        }
        // One with the one number alone and one with the other alone share none.
        let only = |numbers| group.iter().copied().filter(move |at| has(at) == numbers);
        let (oin, kvk) = ((true, false), (false, true));
        if only(oin).next().is_some() && only(kvk).next().is_some() {
            self.all(only(oin).chain(only(kvk)));
        }
    }

    fn numbers(mut self) -> Vec<usize> {
        let firsts: Vec<usize> = (0..self.0.len()).map(|at| self.first(at)).collect();
        let mut numbers: Vec<usize> = Vec::with_capacity(firsts.len());
        let mut next = 0;
        for (at, first) in firsts.iter().enumerate() {
            // The first of a group is its least, so it has its number already.
            let number = if *first == at { next } else { numbers[*first] };
            next += usize::from(*first == at);
            numbers.push(number);
        }
        numbers
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::partners;
    use crate::facts::identity::PartnerIdentity;

    /// The definition itself: pair by pair, until nothing is joined any more.
    fn by_definition(identities: &[&PartnerIdentity]) -> Vec<usize> {
        let mut numbers: Vec<usize> = (0..identities.len()).collect();
        loop {
            let before = numbers.clone();
            for (one, a) in identities.iter().enumerate() {
                for (other, b) in identities.iter().enumerate() {
                    if one != other && a.same(b) {
                        let least = numbers[one].min(numbers[other]);
                        (numbers[one], numbers[other]) = (least, least);
                    }
                }
            }
            if numbers == before {
                let mut seen: Vec<usize> = Vec::new();
                return numbers
                    .iter()
                    .map(|number| {
                        seen.iter().position(|other| other == number).unwrap_or_else(|| {
                            seen.push(*number);
                            seen.len() - 1
                        })
                    })
                    .collect();
            }
        }
    }

    fn identity() -> impl Strategy<Value = PartnerIdentity> {
        let word = |letters: &'static [&'static str]| proptest::option::of(proptest::sample::select(letters));
        let names = &["n", "m", "p"];
        (word(&["1", "2"]), word(&["7", "8"]), word(names), word(names), proptest::option::of(any::<bool>())).prop_map(
            |(oin, kvk, name, part, is_part)| PartnerIdentity {
                oin: oin.map(Into::into),
                kvk: kvk.map(Into::into),
                name: name.map(Into::into),
                name_key: name.map(Into::into),
                part_key: part.map(Into::into),
                is_part,
            },
        )
    }

    proptest! {
        #[test]
        fn groups_are_those_of_the_definition(identities in proptest::collection::vec(identity(), 0..9)) {
            let all: Vec<&PartnerIdentity> = identities.iter().collect();
            prop_assert_eq!(partners(&all), by_definition(&all));
        }
    }

    #[test]
    fn a_document_without_a_number_joins_two_that_differ() {
        let named = |oin: Option<&str>| PartnerIdentity {
            oin: oin.map(Into::into),
            name_key: Some("a".into()),
            is_part: Some(false),
            ..PartnerIdentity::default()
        };
        let (one, other, bridge) = (named(Some("1")), named(Some("2")), named(None));
        assert_eq!(partners(&[&one, &other]), [0, 1]);
        assert_eq!(partners(&[&one, &other, &bridge]), [0, 0, 0]);
        assert_eq!(partners(&[]), [0; 0]);
    }
}
