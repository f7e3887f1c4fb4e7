//! What the tool would advise: the edges of the outcomes, and what stands in the way of each.

use kader::assess::{Advice, Ask, Cooperation, Currency, Outcome, Supposed, Why};
use kader::policy::{Is, Vocab};
use kader::workspace::Judge;
use serde_json::{Value, json};

use crate::assess_whole::{
    KERN, KOPPEL, STANDBY, STRUCTUREEL, assessed, at, deviating, ids, one, one_of, outcome, whole, whole_cooperation,
    without,
};
use crate::support::{alone, judge};

#[test]
fn with_everything_met_the_outcome_is_positive() {
    for (task, profile, required) in
        [("beheerder", KERN, 16), ("hulpdienst", STRUCTUREEL, 14), ("dienstverlener", STANDBY, 15)]
    {
        let cooperation = one(&whole(task, profile));
        assert_eq!(cooperation.advice, Advice::Outcome(Outcome::Positive), "{profile}");
        let tally = cooperation.tally.unwrap();
        assert_eq!((tally.met.len(), tally.required()), (required, required));
        assert_eq!((cooperation.next, &*tally.obstacles), (None, &[][..]));
    }
}

#[test]
fn three_quarters_exactly_is_conditional_and_one_less_is_not() {
    for (task, profile, most) in [("beheerder", KERN, 4), ("beheerder", STRUCTUREEL, 3), ("dienstverlener", STANDBY, 3)]
    {
        let document = without(whole(task, profile), most);
        let cooperation = one(&document);
        assert_eq!(cooperation.advice.outcome(), Some(Outcome::Conditional), "{profile}");
        let next = cooperation.next.unwrap();
        assert_eq!((next.outcome, next.preconditions, next.obstacles.len()), (Outcome::Positive, most, 0));
        let cooperation = one(&without(whole(task, profile), most + 1));
        assert_eq!(cooperation.advice.outcome(), Some(Outcome::Negative), "{profile}");
        let next = cooperation.next.unwrap();
        assert_eq!((next.outcome, next.preconditions, next.obstacles.len()), (Outcome::Conditional, 1, 0));
    }
}

#[test]
fn rights_without_safeguards_are_negative_whatever_the_count() {
    let mut document = whole("beheerder", KERN);
    at(&mut document, "techniek", "beheer-accounts")["status"] = "in-voorbereiding".into();
    for document in [document.clone(), deviating(document.clone(), "L504")] {
        let cooperation = one(&document);
        assert_eq!(cooperation.advice.outcome(), Some(Outcome::Negative));
        let next = cooperation.next.unwrap();
        assert_eq!((next.outcome, next.preconditions), (Outcome::Conditional, 0));
        assert_eq!(next.obstacles.iter().map(|note| note.code.to_string()).collect::<Vec<_>>(), ["L504"]);
    }
    document["samenwerkingen"][0]["lcms"] = json!({ "lezen": "geen", "schrijven": "geen" });
    assert_eq!(outcome(&document), Some(Outcome::Conditional));
}

#[test]
fn what_keeps_from_the_positive_outcome_alone() {
    type Fault = fn(&mut Value);
    let faults: [(&str, Fault); 5] = [
        ("L501", |document| {
            *document = whole("dienstverlener", STANDBY);
            document["samenwerkingen"][0]["lcms"]["lezen"] = "volledig".into();
        }),
        ("L502", |document| document["samenwerkingen"][0]["lcms"]["schrijven"] = "gekoppeld".into()),
        ("V411", |document| document["beginselen"]["handelingsruimte"]["geborgd"] = false.into()),
        ("V411", |document| document["beginselen"] = json!({})),
        ("V412", |document| document["beginselen"]["situatiebeeld"] = json!({ "geborgd": true })),
    ];
    for (code, fault) in faults {
        let mut document = whole("beheerder", STRUCTUREEL);
        fault(&mut document);
        let cooperation = one(&document);
        assert_eq!(cooperation.advice.outcome(), Some(Outcome::Conditional), "{code}");
        let next = cooperation.next.unwrap();
        assert_eq!((next.outcome, next.preconditions), (Outcome::Positive, 0));
        assert_eq!(next.obstacles.iter().map(|note| note.code.to_string()).collect::<Vec<_>>(), [code]);
        assert_eq!(outcome(&deviating(document, code)), Some(Outcome::Positive), "{code}");
    }
}

#[test]
fn why_there_is_no_outcome() {
    let profile = |value: Value| {
        let mut document = whole("beheerder", KERN);
        document["samenwerkingen"][0]["profiel"] = value;
        document
    };
    let mut none = whole("beheerder", KERN);
    none["samenwerkingen"][0].as_object_mut().unwrap().remove("profiel");
    for (document, why, counted) in [
        (none, Why::ProfileMissing, None),
        (profile("kernprofiel".into()), Why::ProfileBad, None),
        (profile(STANDBY.into()), Why::InDoubt, Some((10, 15))),
        (profile(KOPPEL.into()), Why::NotAssessable, Some((1, 4))),
        (profile("ad-hoc-aansluiting".into()), Why::NotAssessable, Some((0, 0))),
    ] {
        let cooperation = one(&document);
        assert_eq!(cooperation.advice, Advice::None(why));
        assert_eq!(cooperation.tally.map(|tally| (tally.met.len(), tally.required())), counted, "{why:?}");
        assert_eq!(cooperation.next, None);
    }
}

#[test]
fn a_broken_document_has_no_outcome() {
    let text = whole("beheerder", KERN).to_string();
    let broken = text.replacen('{', "{,", 1);
    let all = assessed(&judge("2026-01-01"), &broken, &Ask::default()).cooperations;
    assert_eq!(all[0].advice, Advice::None(Why::Broken));
    let twice = text.replacen('{', "{\"fase\": \"verkenning\",", 1);
    let all = assessed(&judge("2026-01-01"), &twice, &Ask::default()).cooperations;
    assert_eq!(all[0].advice.outcome(), Some(Outcome::Positive), "a key that stands twice hides nothing");
}

#[test]
fn every_other_profile_that_fits_with_what_it_lacks() {
    let others = one(&whole("beheerder", KERN)).others;
    let policy = crate::support::policy();
    let told: Vec<_> = others
        .iter()
        .map(|other| {
            let obstacles: Vec<_> = other.tally.obstacles.iter().map(|note| note.code.to_string()).collect();
            (policy.name(other.profile), other.advice, ids(other.lacks()).len(), obstacles.join(" "))
        })
        .collect();
    let conditional = Advice::Outcome(Outcome::Conditional);
    assert_eq!(
        told,
        [
            (STRUCTUREEL, conditional, 0, "L502".to_owned()),
            (KOPPEL, Advice::None(Why::NotAssessable), 3, "L501 L502".to_owned()),
        ]
    );
    assert_eq!(one(&whole("dienstverlener", STANDBY)).others.len(), 0);
    let short = Ask { outcomes_only: true, ..Ask::default() };
    assert_eq!(one_of(&whole("beheerder", KERN), &short).others.len(), 0);
}

#[test]
fn what_if_judges_as_another_profile_would_be() {
    let asked = |profile: &str| Ask { profile: Some(profile.into()), ..Ask::default() };
    let document = whole("beheerder", STRUCTUREEL);
    let supposed = one_of(&document, &asked(KERN));
    let stated = one(&{
        let mut document = document.clone();
        document["samenwerkingen"][0]["profiel"] = KERN.into();
        document
    });
    assert_eq!(supposed.supposed, Supposed::Asked);
    assert_eq!(Cooperation { supposed: Supposed::Own, ..supposed }, stated);
    let other = one_of(&document, &asked(STANDBY));
    assert_eq!(other.supposed, Supposed::NotFitting);
    assert_eq!(Cooperation { supposed: Supposed::Own, ..other }, one(&document));
    let mut without = document.clone();
    without["samenwerkingen"][0].as_object_mut().unwrap().remove("profiel");
    assert_eq!(one_of(&without, &asked(STRUCTUREEL)).advice, one(&document).advice);
}

#[test]
fn next_steps_have_actors_and_days() {
    let mut document = whole("beheerder", KERN);
    at(&mut document, "organisatie", "financiering")["geldigTot"] = "2027-02-01".into();
    at(&mut document, "proces", "alarmering")["geldigTot"] = "2025-02-01".into();
    at(&mut document, "proces", "alarmering")["verantwoordelijke"] = "veiligheidsregio".into();
    document["samenwerkingen"][0]["toetsing"] = json!({ "hertoetsing": "2026-03-01" });
    document["evaluatie"] = json!({ "volgende": "2026-09" });
    let assessed = assessed(&judge("2026-01-01"), &document.to_string(), &Ask::default());
    let policy = crate::support::policy();
    let told = |steps: &[kader::assess::Step]| -> Vec<String> {
        let dated = steps.iter().filter(|step| step.date.is_some());
        let word = |step: &kader::assess::Step| {
            let actor = step.actor.map(|actor| policy.name(actor)).unwrap_or_default();
            format!("{actor} {} {}", step.what.as_str(), step.date.as_deref().unwrap_or_default())
        };
        dated.map(word).collect()
    };
    assert_eq!(
        told(&assessed.cooperations[0].steps),
        ["partner renew 2027-02-01", "veiligheidsregio mend 2025-02-01", "toetsingspartij reassess 2026-03-01"]
    );
    assert_eq!(told(&assessed.steps), ["veiligheidsregio evaluate 2026-09"], "the reach is local");
}

#[test]
fn what_is_over_is_judged_as_if_it_were_not() {
    let mut document = without(whole("beheerder", KERN), 1);
    document["looptijd"] = json!({ "tot": "2025-01-01" });
    let assessed = assessed(&judge("2026-01-01"), &document.to_string(), &Ask::default());
    assert_eq!(assessed.currency, Currency::Over);
    assert_eq!(assessed.advice(0), Some(Advice::Outcome(Outcome::Conditional)));
}

#[test]
fn nothing_is_assessed_that_is_not_asked_for() {
    let judgement = alone(&judge("2026-01-01"), whole("beheerder", KERN).to_string().as_bytes());
    assert_eq!(judgement.assessed, None);
}

#[test]
fn every_profile_of_another_policy_can_be_positive() {
    let policy = crate::second_policy::policy();
    let id = policy.id().to_owned();
    let second = Judge::new(crate::second_policy::policy(), kader::policy::Day::parse("2031-05-01").unwrap());
    let mut seen = 0;
    for task in policy.terms(Vocab::CoreTask) {
        for profile in policy.fitting(task).filter(|profile| policy.profile(*profile).assessable) {
            let name = policy.name(profile);
            let cooperation = whole_cooperation(&policy, policy.name(task), name);
            let mut document = json!({ "kader": id, "id": "a", "fase": policy.name(policy.find(Vocab::Phase, Is::Execution).unwrap()),
                "partner": { "naam": "A", "kerntaken": [policy.name(task)] }, "samenwerkingen": [cooperation] });
            for principle in policy.terms(Vocab::Principle) {
                document["beginselen"][policy.name(principle)] = json!({ "geborgd": true });
            }
            let all = assessed(&second, &document.to_string(), &Ask::default()).cooperations;
            assert_eq!(all[0].advice, Advice::Outcome(Outcome::Positive), "{name} {:?}", all[0].tally);
            assert!(Outcome::Positive.term(&policy).is_some());
            seen += 1;
        }
    }
    assert!(seen > 0);
}
