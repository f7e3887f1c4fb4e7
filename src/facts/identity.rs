//! Who a partner is, and whether two documents speak of the same one.

use crate::model::agreement::Partner;
use crate::model::field::Field;
use crate::policy::Policy;

/// What tells a partner from others. Names are in the form in which they are compared.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PartnerIdentity {
    /// `oin`, where it is known.
    pub oin: Option<Box<str>>,
    /// `kvk`, where it is known.
    pub kvk: Option<Box<str>>,
    /// `naam` as written, where it is known.
    pub name: Option<Box<str>>,
    /// `naam`, as names are compared; `None` where nothing remains of it.
    pub name_key: Option<Box<str>>,
    /// `onderdeelVan`, as names are compared; `None` where it is absent or nothing remains of it.
    pub part_key: Option<Box<str>>,
    /// Whether `onderdeelVan` is stated; `None` where nothing can be said about it.
    pub is_part: Option<bool>,
}

impl PartnerIdentity {
    /// The identity that a document states.
    pub fn of(partner: &Partner<'_>, policy: &Policy) -> Self {
        let key =
            |field: Field<&str>| field.get().map(|name| policy.words().party_key(name)).filter(|key| !key.is_empty());
        Self {
            oin: partner.oin.get().map(Into::into),
            kvk: partner.kvk.get().map(Into::into),
            name: partner.name.get().map(Into::into),
            name_key: key(partner.name).map(Into::into),
            part_key: key(partner.part_of).map(Into::into),
            is_part: match partner.part_of {
                Field::Absent => Some(false),
                Field::Bad => None,
                Field::Known(..) => Some(true),
            },
        }
    }

    /// The name by which it is the same as others: the organisation of which it is a part, else its own.
    pub fn key(&self) -> Option<&str> {
        match self.is_part {
            Some(true) => self.part_key.as_deref(),
            Some(false) => self.name_key.as_deref(),
            None => None,
        }
    }

    /// Whether two documents speak of the same partner: by the first of `oin`, `kvk` and name that both have.
    pub fn same(&self, other: &Self) -> bool {
        let pairs = [(self.oin.as_deref(), other.oin.as_deref()), (self.kvk.as_deref(), other.kvk.as_deref())];
        for (one, other) in pairs {
            if let (Some(one), Some(other)) = (one, other) {
                return one == other;
            }
        }
        self.key().is_some() && self.key() == other.key()
    }

    /// Whether two documents may speak of the same partner: they do, or a name that would tell is not known.
    pub fn may_be(&self, other: &Self) -> bool {
        let told = |one: &Self, other: &Self| {
            let numbers = (one.oin.is_some() && other.oin.is_some()) || (one.kvk.is_some() && other.kvk.is_some());
            numbers || (one.is_named() && other.is_named())
        };
        self.same(other) || !told(self, other)
    }

    fn is_named(&self) -> bool {
        match self.is_part {
            Some(true) => true,
            Some(false) => self.name.is_some(),
            None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PartnerIdentity;

    fn named(name: &str) -> PartnerIdentity {
        PartnerIdentity { name_key: Some(name.into()), is_part: Some(false), ..PartnerIdentity::default() }
    }

    #[test]
    fn a_number_that_both_have_decides() {
        let oin = |oin: &str, name| PartnerIdentity { oin: Some(oin.into()), ..named(name) };
        assert!(oin("1", "a").same(&oin("1", "b")));
        assert!(!oin("1", "a").same(&oin("2", "a")));
        assert!(oin("1", "a").same(&named("a")));
        let kvk = |oin: Option<&str>, kvk: &str| PartnerIdentity {
            oin: oin.map(Into::into),
            kvk: Some(kvk.into()),
            ..named("a")
        };
        assert!(!kvk(None, "1").same(&kvk(Some("9"), "2")));
        assert!(!kvk(Some("8"), "1").same(&kvk(Some("9"), "1")));
    }

    #[test]
    fn a_part_goes_by_the_whole() {
        let part = |whole: Option<&str>| PartnerIdentity {
            part_key: whole.map(Into::into),
            is_part: Some(true),
            ..named("a")
        };
        assert!(part(Some("w")).same(&part(Some("w"))));
        assert!(part(Some("w")).same(&named("w")));
        assert!(!part(Some("w")).same(&named("a")));
        assert!(!part(None).same(&part(None)));
    }
}
