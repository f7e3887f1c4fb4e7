//! New agreements: whatever can be wished for, what comes out has no fault that its phase would not forgive.

use kader::compose::{Assumption, Bound, Impossible, Wish, assumptions, document, text};
use kader::fix::STUB;
use kader::json::format::format;
use kader::json::{Limits, parse};
use kader::policy::{Day, Fit, Group, Is, Lang, Level, Policy, Region, Term, Vocab};
use kader::workspace::Judge;

use crate::pack::{loaded, without};
use crate::second_policy;
use crate::support::{alone, policy};

/// The regions of an agreement of a reach: as few as it takes, and all where it takes them all.
fn regions(policy: &Policy, reach: Term) -> Bound {
    let row = policy.reach(reach);
    let all = policy.regions().rows.len();
    if usize::from(row.least) == all {
        return Bound::All;
    }
    // Not the first ones of the table, so that an order would show.
    Bound::These((1..=row.least).rev().map(Region).collect())
}

/// Every wish that a policy allows: each core task with each profile that fits it, in each reach and each phase.
fn wishes(policy: &Policy) -> Vec<Wish> {
    let mut wishes = Vec::new();
    let reaches: Vec<Option<Term>> = match policy.terms(Vocab::Reach).map(Some).collect::<Vec<_>>() {
        none if none.is_empty() => vec![None],
        some => some,
    };
    for task in policy.terms(Vocab::CoreTask) {
        for profile in policy.fitting(task) {
            for (reach, phase) in
                reaches.iter().flat_map(|reach| policy.terms(Vocab::Phase).map(|phase| (*reach, phase)))
            {
                let regions = reach.map(|reach| regions(policy, reach));
                let asked = reach.is_some_and(|reach| policy.reach(reach).through_adoption) && policy.groups().adoption;
                wishes.push(Wish {
                    id: "nieuw".to_owned(),
                    partner: "Een partner".to_owned(),
                    cooperations: vec![(task, profile)],
                    adoption: regions.as_ref().and_then(Bound::first).filter(|_| asked),
                    regions,
                    phase,
                });
            }
        }
    }
    wishes
}

/// How many there must be, from the tables alone.
fn counted(policy: &Policy) -> usize {
    let fits = |task: Term| policy.terms(Vocab::Profile).filter(move |profile| policy.fit(task, *profile) == Fit::Fits);
    let pairs: usize = policy.terms(Vocab::CoreTask).map(|task| fits(task).count()).sum();
    pairs * policy.terms(Vocab::Reach).len().max(1) * policy.terms(Vocab::Phase).len()
}

/// Makes every agreement that a policy allows, and looks at what is found in it. Gives how many there were.
fn all(make: impl Fn() -> Policy, as_of: &str) -> usize {
    let judge = Judge::new(make(), Day::parse(as_of).unwrap());
    let policy = &judge.policies[0].policy;
    let wishes = wishes(policy);
    for wish in &wishes {
        assert_eq!(wish.check(policy), Ok(()), "{wish:?}");
        for lang in Lang::ALL {
            sound(&judge, wish, &text(&document(wish, policy, lang)));
        }
    }
    assert_eq!(wishes.len(), counted(policy));
    wishes.len()
}

/// That an agreement has no S, D, P, R or L error, nothing that is unknown or missing, and in execution no text that is still to be written.
fn sound(judge: &Judge, wish: &Wish, text: &str) {
    let policy = &judge.policies[0].policy;
    let execution = policy.is(wish.phase, Is::Execution);
    for finding in alone(judge, text.as_bytes()).findings {
        let rule = policy.rule(finding.code).unwrap();
        let family = finding.code.family();
        assert!(finding.level < Level::Error || !"SDPRL".contains(family), "{} in\n{text}", finding.code);
        let stub = &*rule.check == "placeholder-text";
        assert!(!"SD".contains(family) || stub && !execution, "{} in\n{text}", finding.code);
        assert_ne!(&*rule.check, "precondition-missing", "{text}");
        assert_ne!(&*rule.check, "preconditions-not-stated", "{text}");
    }
    assert!(!execution || !text.contains(STUB), "{text}");
    let parsed = parse(text.as_bytes(), Limits::default());
    assert_eq!(format(&parsed).as_deref(), Some(text), "it is laid out as `kader fmt` would");
    assert!(text.ends_with("}\n") && text.lines().all(|line| line.chars().count() <= 120), "{text}");
}

#[test]
fn all_that_can_be_wished_for() {
    assert_eq!(all(policy, "2026-01-01"), 8 * 3 * 3);
    assert!(all(second_policy::policy, "2031-05-01") > 20);
}

/// A policy that does not use a group makes agreements without it.
#[test]
fn groups_that_a_policy_does_not_use_are_left_out() {
    for group in Group::ALL {
        let groups: &[Group] = if group == Group::Reach { &[Group::Reach, Group::Adoption] } else { &[group] };
        assert!(all(|| loaded(&without(groups)), "2026-01-01") > 0, "{group:?}");
    }
}

/// Two cooperations beside each other, of every pair of core tasks with every fitting profile.
#[test]
fn several_core_tasks() {
    let judge = Judge::new(policy(), Day::parse("2026-01-01").unwrap());
    let policy = &judge.policies[0].policy;
    let all = wishes(policy);
    let mut pairs = 0;
    for one in &all {
        for other in all.iter().filter(|other| (other.phase, &other.regions) == (one.phase, &one.regions)) {
            let cooperations = [one, other].map(|wish| wish.cooperations[0]);
            let both = Wish { cooperations: cooperations.to_vec(), ..one.clone() };
            if cooperations[0].0 == cooperations[1].0 {
                assert_eq!(both.check(policy), Err(Impossible::TaskTwice(cooperations[0].0)));
            } else {
                sound(&judge, &both, &text(&document(&both, policy, Lang::Nl)));
                pairs += 1;
            }
        }
    }
    assert!(pairs > 300, "{pairs}");
}

/// The layout is that of `kader fmt` wherever a line happens to end.
#[test]
fn names_of_every_length() {
    let policy = policy();
    let all = wishes(&policy);
    for length in 1..=130 {
        for (partner, id) in [("Ø".repeat(length), "a".to_owned()), ("A".to_owned(), "a".repeat(length))] {
            for wish in all.iter().skip(length % 7).step_by(7) {
                let wish = Wish { partner: partner.clone(), id: id.clone(), ..wish.clone() };
                let made = text(&document(&wish, &policy, Lang::Nl));
                assert_eq!(format(&parse(made.as_bytes(), Limits::default())).as_deref(), Some(&*made), "{length}");
            }
        }
    }
}

/// What is said to be assumed stands in the agreement, and nothing of it where it is not said.
#[test]
fn assumptions_stand_in_the_agreement() {
    let mut seen = [0; 4];
    for policy in [policy(), second_policy::policy()] {
        let arranged = policy.name(policy.find(Vocab::Status, Is::Arranged).unwrap());
        let arranged = format!("\"status\": \"{arranged}\"");
        for wish in wishes(&policy) {
            let made = text(&document(&wish, &policy, Lang::Nl));
            let assumed = assumptions(&wish, &policy);
            let stated = [
                ("directeuren", assumed.contains(&Assumption::Mandate)),
                ("bij afschaling", assumed.contains(&Assumption::Ending)),
                ("\"intervalMaanden\"", assumed.contains(&Assumption::Evaluation)),
                (arranged.as_str(), assumed.iter().any(|one| matches!(one, Assumption::Arranged(_)))),
            ];
            for (at, (words, said)) in stated.into_iter().enumerate() {
                assert_eq!(made.contains(words), said, "{words} in\n{made}");
                seen[at] += usize::from(said);
            }
        }
    }
    assert!(seen.iter().all(|count| *count > 0), "{seen:?}");
}

#[test]
fn what_an_agreement_looks_like() {
    let policy = policy();
    let find = |vocab, id| policy.term(vocab, id).unwrap();
    let wish = Wish {
        id: "waterschap".to_owned(),
        partner: "Waterschap".to_owned(),
        cooperations: vec![
            (find(Vocab::CoreTask, "beheerder"), find(Vocab::Profile, "kernsamenwerking")),
            (find(Vocab::CoreTask, "dienstverlener"), find(Vocab::Profile, "standby-samenwerking")),
        ],
        regions: Some(Bound::These(vec![Region(16), Region(17), Region(18)])),
        adoption: Some(Region(17)),
        phase: find(Vocab::Phase, "uitwerking"),
    };
    insta::assert_snapshot!("compose_elaboration", text(&document(&wish, &policy, Lang::Nl)));
    let task = find(Vocab::CoreTask, "incidenteel");
    let adhoc = Wish {
        cooperations: vec![(task, find(Vocab::Profile, "ad-hoc-aansluiting"))],
        regions: Some(Bound::All),
        adoption: None,
        phase: find(Vocab::Phase, "uitvoering"),
        ..wish
    };
    insta::assert_snapshot!("compose_adhoc", text(&document(&adhoc, &policy, Lang::Nl)));
}

#[test]
fn what_cannot_be() {
    let policy = policy();
    let find = |vocab, id| policy.term(vocab, id).unwrap();
    let (task, fits) = (find(Vocab::CoreTask, "beheerder"), find(Vocab::Profile, "koppelsamenwerking"));
    let standby = find(Vocab::Profile, "standby-samenwerking");
    let wish = Wish {
        id: "a".to_owned(),
        partner: "A".to_owned(),
        cooperations: vec![(task, fits)],
        regions: Some(Bound::These(vec![Region(0)])),
        adoption: None,
        phase: find(Vocab::Phase, "uitwerking"),
    };
    assert_eq!(wish.check(&policy), Ok(()));
    let fails = |wish: Wish| wish.check(&policy).unwrap_err();
    for (partner, why) in [("", Impossible::NoName), (" ", Impossible::NoName), ("…", Impossible::BadName)] {
        assert_eq!(fails(Wish { partner: partner.to_owned(), ..wish.clone() }), why);
    }
    for partner in ["---", "TODO", "xxx", "<partner>"] {
        assert_eq!(fails(Wish { partner: partner.to_owned(), ..wish.clone() }), Impossible::BadName, "{partner}");
    }
    for id in ["", "A", "a-", "a b", "é"] {
        assert_eq!(fails(Wish { id: id.to_owned(), ..wish.clone() }), Impossible::BadId, "{id}");
    }
    assert_eq!(fails(Wish { cooperations: Vec::new(), ..wish.clone() }), Impossible::NoTask);
    assert_eq!(fails(Wish { cooperations: vec![(task, standby)], ..wish.clone() }), Impossible::NoFit(task, standby));
    assert_eq!(fails(Wish { regions: None, ..wish.clone() }), Impossible::NoRegion);
    assert_eq!(fails(Wish { regions: Some(Bound::These(Vec::new())), ..wish.clone() }), Impossible::NoRegion);
    let local = find(Vocab::Reach, "regionaal");
    assert_eq!(fails(Wish { adoption: Some(Region(0)), ..wish.clone() }), Impossible::AdoptionNeedless(local));
    let wide = Wish { regions: Some(Bound::These((0..3).map(Region).collect())), ..wish.clone() };
    assert_eq!(fails(wide.clone()), Impossible::AdoptionMissing(find(Vocab::Reach, "bovenregionaal")));
    assert_eq!(fails(Wish { adoption: Some(Region(9)), ..wide.clone() }), Impossible::AdoptionOutside(Region(9)));
    let early = Wish { phase: find(Vocab::Phase, "verkenning"), ..wide };
    assert_eq!(early.check(&policy), Ok(()), "it may still have to be found");
}
