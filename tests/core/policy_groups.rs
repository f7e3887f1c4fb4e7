//! A group of the document that a policy does not use is unknown there, is not offered, and its rules are silent.

use std::collections::BTreeSet;

use kader::policy::{Code, Day, Example, Group, LeftOut, Owner, Policy, Rule, Why, netcentric};
use kader::structure::schema::{Bare, schema};
use kader::workspace::{Judge, examples};
use serde_json::Value;

use crate::pack::{PACK, PRECONDITIONS, PROFILES, REACH, REGIONS, VOCABULARY, faults, loaded, mutated, one, without};
use crate::support::{alone, policy};

/// The keys of the document that belong to each group.
const KEYS: [(Group, &[&str]); 8] = [
    (Group::Reach, &["reikwijdte", "regios", "beoogdeRegios", "werkgebied", "vanuit"]),
    (Group::Adoption, &["adoptieregio"]),
    (Group::Rights, &["lcms"]),
    (Group::Contacts, &["aanspreekpunten"]),
    (Group::Assessment, &["toetsing"]),
    (Group::Principles, &["beginselen"]),
    (Group::Temporary, &["tijdelijk", "voorwaardenVeiligheidsregio"]),
    (Group::Supplements, &["aanvullingOp"]),
];

/// A group with those that cannot do without it.
fn with_dependents(group: Group) -> Vec<Group> {
    if group == Group::Reach { vec![Group::Reach, Group::Adoption] } else { vec![group] }
}

fn reduced(group: Group) -> Policy {
    loaded(&without(&with_dependents(group)))
}

fn judge(policy: Policy) -> Judge {
    Judge::new(policy, Day::parse("2020-01-01").unwrap())
}

/// Every key that a schema lists under `properties` or `required`.
fn keys(schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(members) => {
            if let Some(Value::Object(properties)) = members.get("properties") {
                found.extend(properties.keys().cloned());
            }
            if let Some(Value::Array(required)) = members.get("required") {
                found.extend(required.iter().filter_map(Value::as_str).map(str::to_owned));
            }
            members.values().for_each(|value| keys(value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| keys(item, found)),
        _ => {}
    }
}

fn schema_keys(policy: &Policy) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    keys(&schema(policy, &Bare), &mut found);
    found
}

#[test]
fn keys_of_unused_groups_leave_the_schema_and_no_others() {
    let whole = schema_keys(&policy());
    for (group, own) in KEYS {
        assert!(own.iter().all(|key| whole.contains(*key)), "{group:?}");
        let gone: Vec<&str> = with_dependents(group)
            .into_iter()
            .flat_map(|gone| KEYS.iter().find(|(group, _)| *group == gone).unwrap().1)
            .copied()
            .collect();
        let left = schema_keys(&reduced(group));
        let still: Vec<_> = gone.iter().filter(|key| left.contains(**key)).collect();
        assert!(still.is_empty(), "{group:?} leaves {still:?}");
        let inner = whole.difference(&left).filter(|key| !gone.contains(&key.as_str()));
        // What stands inside goes with the key around it; nothing of the document's own level does.
        let top = ["kader", "id", "partner", "fase", "samenwerkingen", "kerntaak", "profiel", "randvoorwaarden"];
        assert!(inner.clone().all(|key| !top.contains(&key.as_str())), "{group:?}: {:?}", inner.collect::<Vec<_>>());
    }
}

#[test]
fn schemas_refer_to_what_is_there_and_list_something() {
    fn look(schema: &Value, root: &Value) {
        match schema {
            Value::Object(members) => {
                if let Some(target) = members.get("$ref").and_then(Value::as_str) {
                    assert!(root.pointer(target.trim_start_matches('#')).is_some(), "{target}");
                }
                assert!(members.get("enum").and_then(Value::as_array).is_none_or(|list| !list.is_empty()), "{schema}");
                members.values().for_each(|value| look(value, root));
            }
            Value::Array(items) => items.iter().for_each(|item| look(item, root)),
            _ => {}
        }
    }
    for group in Group::ALL {
        let schema = schema(&reduced(group), &Bare);
        look(&schema, &schema);
    }
}

#[test]
fn a_policy_has_only_the_rules_of_its_groups_and_tells_the_others() {
    let whole = policy();
    assert_eq!(whole.left_out(), []);
    for group in Group::ALL {
        let gone = with_dependents(group);
        let policy = reduced(group);
        let needing: Vec<_> =
            whole.rules().filter(|rule| rule.groups.iter().any(|group| gone.contains(group))).map(|r| r.code).collect();
        let left_out: Vec<_> = policy.left_out().iter().map(|left| left.code).collect();
        assert_eq!(left_out, needing, "{group:?}");
        assert!(!needing.is_empty() && needing.iter().all(|code| policy.rule(*code).is_none()), "{group:?}");
        assert!(policy.left_out().iter().all(|left| matches!(left.why, Why::Unused(group) if gone.contains(&group))));
    }
}

#[test]
fn what_the_manifest_switches_off_is_left_out_too() {
    let policy = loaded(&mutated(PACK, "version = \"1.0.0\"", "version = \"1.0.0\"\noff = [\"R301\", \"D108\"]"));
    let code = |text| kader::policy::Code::parse(text).unwrap();
    let off = |text| LeftOut { code: code(text), why: Why::Off };
    assert_eq!(policy.left_out(), [off("D108"), off("R301")]);
    one(
        PACK,
        ("version = \"1.0.0\"", "version = \"1.0.0\"\noff = [\"R319\"]"),
        "off",
        "`R319` staat niet in de lijst `rule`",
        "`R319` is not in the list `rule`",
    );
}

/// Everything that belongs to groups, in one document.
const FULL: &str = r#"{
  "kader": "netcentrische-samenwerking-2017",
  "id": "proef",
  "aanvullingOp": "ander",
  "partner": { "naam": "Proefpartner", "kerntaken": ["beheerder"], "werkgebied": ["VR01", "VR01"] },
  "reikwijdte": "landelijk",
  "regios": ["VR01", "VR01"],
  "beoogdeRegios": ["VR02", "VR02"],
  "adoptieregio": { "regio": "VR03", "ruggespraak": ["VR04", "VR04"], "mandaat": { "verleendDoor": "nader te bepalen" } },
  "fase": "uitvoering",
  "samenwerkingen": [
    {
      "kerntaak": "beheerder",
      "profiel": "kernsamenwerking",
      "lcms": { "lezen": "geen", "schrijven": "gekoppeld" },
      "aanspreekpunten": { "informatie": { "rol": "gedetacheerde-HIN", "functie": "nader te bepalen", "vanuit": "VR05" } },
      "tijdelijk": { "van": "2019-02-01", "tot": "2019-01-01", "beeindiging": "nader te bepalen" },
      "voorwaardenVeiligheidsregio": "nader te bepalen",
      "toetsing": { "toetser": "nader te bepalen", "advies": "gecertificeerd", "live": "2019-01-01" }
    }
  ],
  "beginselen": { "situatiebeeld": { "geborgd": false, "hoe": "nader te bepalen" } }
}
"#;

#[test]
fn a_key_of_an_unused_group_is_unknown_and_nothing_looks_into_it() {
    let all: Vec<Group> = Group::ALL.to_vec();
    let judge = judge(loaded(&without(&all)));
    let found = alone(&judge, FULL.as_bytes());
    let told: Vec<String> = found
        .findings
        .iter()
        .filter(|finding| finding.code.family() == 'D')
        .map(|finding| format!("{} {}", finding.code, finding.pointer))
        .collect();
    assert_eq!(
        told,
        [
            "D103 /aanvullingOp",
            "D103 /partner/werkgebied",
            "D103 /reikwijdte",
            "D103 /regios",
            "D103 /beoogdeRegios",
            "D103 /adoptieregio",
            "D103 /samenwerkingen/0/lcms",
            "D103 /samenwerkingen/0/aanspreekpunten",
            "D103 /samenwerkingen/0/tijdelijk",
            "D103 /samenwerkingen/0/voorwaardenVeiligheidsregio",
            "D103 /samenwerkingen/0/toetsing",
            "D103 /beginselen",
        ]
    );
    let suggests = |finding: &&kader::findings::Finding| finding.params.iter().any(|(name, _)| *name == "suggestion");
    assert_eq!(found.findings.iter().filter(suggests).count(), 0, "no unknown key is suggested for another");
}

#[test]
fn what_belongs_to_an_unused_group_is_told() {
    let groups: Vec<Group> = Group::ALL.to_vec();
    let mut source = netcentric();
    let manifest = without(&groups).file(PACK).unwrap().clone();
    for (path, text) in &mut source.files {
        if **path == *PACK {
            *text = manifest.clone();
        }
    }
    let faults = faults(&source);
    assert!(faults.iter().all(|fault| fault.key == "pack-unused-group"), "{faults:#?}");
    let of = |file: &str| faults.iter().filter(|fault| *fault.file == *file).count();
    assert_eq!([REGIONS, REACH, VOCABULARY].map(of), [1, 1, 7]);
    assert!(of(PROFILES) > 20 && of(PRECONDITIONS) >= 4);
    let message = faults.iter().find(|fault| *fault.file == *PROFILES).unwrap().message(kader::policy::Lang::En);
    assert_eq!(message, "`read` belongs to the group `rights`, which this policy does not use");
}

#[test]
fn an_adoption_region_needs_regions() {
    let mut source = without(&[Group::Reach, Group::Adoption]);
    for (path, text) in &mut source.files {
        if **path == *PACK {
            *text = text.replace("groups = [", "groups = [\"adoption\", ").into();
        }
    }
    let faults = faults(&source);
    assert_eq!(faults.iter().map(|fault| fault.key).collect::<Vec<_>>(), ["pack-group-needs"]);
}

/// A case or a place of a rule's check.
type Branch = (Code, String);

/// The branches that some examples reach when a judge runs them.
fn reached(judge: &mut Judge, examples: &[Example]) -> BTreeSet<Branch> {
    let mut reached = BTreeSet::new();
    for example in examples {
        for seen in examples::run(judge, example).seen {
            reached.insert((seen.code, seen.case.to_owned()));
            reached.insert((seen.code, format!("place {}", seen.choice)));
        }
    }
    reached
}

/// The branches that the checks of some rules have in documents with some groups.
fn declared<'r>(rules: impl Iterator<Item = &'r Rule>, used: impl Fn(Group) -> bool + Copy) -> BTreeSet<Branch> {
    let mut declared = BTreeSet::new();
    for rule in rules {
        let check = kader::rules::registry::find(&rule.check).unwrap();
        declared.extend(check.cases_in(used).map(|case| (rule.code, case.to_owned())));
        declared.extend(check.places_in(used).map(|place| (rule.code, format!("place {place}"))));
    }
    declared
}

/// No document leads a policy into a table that it does not have; and what no document can reach without a group is not
/// asked of a policy that does not use it, and all else is.
#[test]
fn the_branches_that_need_a_group_are_those_that_nothing_reaches_without_it() {
    let whole = policy();
    let examples: Vec<Example> = whole.rules().flat_map(|rule| rule.examples().unwrap().fails).collect();
    let all = reached(&mut judge(whole), &examples);
    for group in Group::ALL {
        let mut judge = judge(reduced(group));
        let less = reached(&mut judge, &examples);
        let policy = &judge.policies[0].policy;
        let strays: Vec<_> =
            policy.left_out().iter().filter(|left| less.iter().any(|(code, _)| *code == left.code)).collect();
        assert!(strays.is_empty(), "{group:?}: {strays:?}");
        // The engine's rules look at every policy's documents, and are proven once for all.
        let rules = || policy.rules().filter(|rule| *rule.owner() != Owner::Engine);
        let whole = declared(rules(), |_| true);
        let lost: BTreeSet<&Branch> = whole.iter().filter(|one| all.contains(one) && !less.contains(one)).collect();
        let in_use = declared(rules(), |other| policy.groups().has(other));
        let undemanded: BTreeSet<&Branch> = whole.difference(&in_use).collect();
        assert_eq!(undemanded, lost, "{group:?}");
    }
}
