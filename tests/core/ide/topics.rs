//! Topics: each can be written down, read back, and told about in both languages.

use kader::ide::{Topic, documentation};
use kader::model::format::OBJECTS;
use kader::policy::{Lang, Policy, Region, Vocab};
use kader::texts::Texts;

use crate::second_policy::policy as second_policy;
use crate::support::policy;

fn all(policy: &Policy) -> Vec<Topic> {
    let fields = OBJECTS.iter().flat_map(|object| {
        let known = object.known(policy.groups());
        known.map(|field| Topic::Field(object.name, field.key)).collect::<Vec<_>>()
    });
    let preconditions = policy.preconditions().flat_map(|one| {
        let parts = (0..policy.precondition_row(one).parts.len()).map(move |part| Topic::Part(one, part));
        std::iter::once(Topic::Precondition(one)).chain(parts).collect::<Vec<_>>()
    });
    let regions = (0..u16::try_from(policy.regions().rows.len()).unwrap()).map(|at| Topic::Region(Region(at)));
    let rules = policy.rules().map(|rule| Topic::Rule(rule.code));
    let terms = Vocab::ALL.into_iter().flat_map(|vocab| policy.terms(vocab)).map(Topic::Term);
    fields.chain(preconditions).chain(regions).chain(rules).chain(terms).chain([Topic::Policy]).collect()
}

#[test]
fn every_topic_comes_back_and_has_something_to_tell() {
    // A text that is missing shows by its id.
    let ids: Vec<&str> = Texts::get(Lang::Nl).ids().into_iter().filter(|id| id.starts_with("ide-")).collect();
    for policy in [policy(), second_policy()] {
        let topics = all(&policy);
        assert!(topics.len() > 200);
        for topic in topics {
            assert_eq!(Topic::read(&policy, &topic.write(&policy)), Some(topic));
            let [nl, en] = Lang::ALL.map(|lang| documentation(&topic, &policy, lang));
            assert!(nl.len() > 20 && en.len() > 20 && nl.starts_with("**"), "{topic:?}: {nl}");
            assert!(nl.len() < 4_000, "{topic:?}: {nl}");
            for text in [nl, en] {
                assert!(!ids.iter().any(|id| text.contains(id)) && !text.contains("{$"), "{text}");
            }
        }
    }
}

#[test]
fn what_no_policy_knows_is_no_topic() {
    let policy = policy();
    for text in [
        "",
        "field",
        "field:",
        "field:partner",
        "field:partner:x",
        "term:profile:x",
        "part:functionarissen:9",
        "part:functionarissen:-1",
        "unit:VR99",
        "rule:Z999",
        "x:y",
    ] {
        assert_eq!(Topic::read(&policy, text), None, "{text}");
    }
}

#[test]
fn documentation_in_both_languages() {
    let policy = policy();
    for (name, lang) in [("nl", Lang::Nl), ("en", Lang::En)] {
        let topics = [
            "field:document:regios",
            "field:cooperation:profiel",
            "term:profile:koppelsamenwerking",
            "term:core-task:beheerder",
            "precondition:functionarissen",
            "part:functionarissen:0",
            "unit:VR02",
            "rule:R301",
            "policy:",
        ];
        let told = topics.map(|topic| documentation(&Topic::read(&policy, topic).unwrap(), &policy, lang));
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("ide_topics_{name}"), told.join("\n\n==========\n\n"));
        });
    }
}
