//! Assessments of whole runs: supplements within their general agreements, and the real agreements as worked out by hand.

use std::path::PathBuf;

use kader::assess::{Advice, Ask, Assessed, Currency, Outcome, Why};
use kader::config::{Choice, Configs};
use kader::policy::Lang;
use kader::report::assess::{Format, Source};
use kader::system::{Memory, Os, System};
use kader::workspace::{Context, Inputs, Progress, Run, Settings, Terms, Threads, run};
use serde_json::{Value, json};

use crate::support::{carried, given, repository};

/// A run that is asked to assess.
pub(crate) fn assessed(system: &dyn System, as_of: &str, paths: &[&str], ask: &Ask) -> Run {
    let (configs, given) = (Configs::new(system, Choice::Nearest), given(as_of));
    let terms = Terms { configs: &configs, given: &given, accepts: true, carried: Some(carried()) };
    let (threads, context) = (Threads::new(1), Context::Root);
    let settings = Settings { terms, threads, allow_empty: false, context, ask: Some(ask.clone()) };
    let inputs = Inputs { paths: paths.iter().map(PathBuf::from).collect(), ..Inputs::default() };
    run::run(system, &settings, &inputs, &Progress::default()).unwrap()
}

/// What is reported of a run as `json`.
pub(crate) fn reported(run: &Run, ask: &Ask, lang: Lang) -> Value {
    let mut out = Vec::new();
    Format::Json.write(&mut out, &Source { run, ask, lang, quiet: false }, (false, 80)).unwrap();
    serde_json::from_slice(&out).unwrap()
}

/// The general agreement of the fixtures, and the supplement to it.
fn family() -> (Value, Value) {
    let read = |name: &str| {
        let path = repository("fixtures/assess").join(format!("{name}.afspraak.json"));
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
    };
    (read("waterschap-drie-meren"), read("waterschap-drie-meren-vr01"))
}

/// What the last of some documents is assessed as.
fn last(documents: &[&Value]) -> Assessed {
    let memory = Memory::new();
    for (number, document) in documents.iter().enumerate() {
        memory.put(format!("/project/{number}.afspraak.json"), document.to_string());
    }
    let mut run = assessed(&memory, "2026-01-01", &["/project"], &Ask::default());
    *run.reports.pop().unwrap().judgement.assessed.unwrap()
}

#[test]
fn a_supplement_is_assessed_within_its_general_agreement() {
    let (general, supplement) = family();
    let alone = last(&[&general]);
    let counts = |assessed: &Assessed| {
        let tally = assessed.cooperations[0].tally.as_ref().unwrap();
        (tally.met.len(), tally.required())
    };
    assert_eq!(counts(&alone), (12, 16));
    let within = last(&[&general, &supplement]);
    assert_eq!(within.parent.as_deref(), Some("waterschap-drie-meren"));
    assert_eq!((within.cooperations.len(), counts(&within)), (1, (15, 16)));
    assert_eq!(within.advice(0), Some(Advice::Outcome(Outcome::Conditional)));
    // What makes no sense of the folded document is not told: it binds one region, and is formal through its general agreement.
    assert!(within.steps.iter().all(|step| step.what.as_str() != "mend"), "{:?}", within.steps);
}

#[test]
fn its_own_cooperations_stand_under_their_own_indexes() {
    let (general, mut supplement) = family();
    let own = json!({ "kerntaak": "dienstverlener", "profiel": "standby-samenwerking",
        "randvoorwaarden": { "organisatie": { "mandaat": { "status": "niet-geregeld" } } } });
    supplement["samenwerkingen"].as_array_mut().unwrap().insert(0, own);
    let within = last(&[&general, &supplement]);
    let tally = within.cooperations[0].tally.as_ref().unwrap();
    assert_eq!((within.cooperations[0].index, within.cooperations[1].index), (0, 1));
    assert_eq!((tally.met.len(), tally.required()), (0, 15));
    let mut notes = within.cooperations[0].clone();
    let pointers: Vec<String> = notes.notes_mut().iter().map(|note| note.pointer.to_string()).collect();
    assert!(pointers.iter().any(|pointer| pointer == "/samenwerkingen/0/randvoorwaarden/organisatie/mandaat/status"));
    assert!(pointers.iter().all(|pointer| !pointer.starts_with("/samenwerkingen/1")), "{pointers:?}");
}

#[test]
fn without_exactly_one_current_general_agreement_there_is_no_outcome() {
    let (general, supplement) = family();
    let why = |documents: &[&Value]| last(documents).cooperations[0].advice.why();
    assert_eq!(why(&[&supplement]), Some(Why::NoParent));
    assert_eq!(why(&[&general, &general, &supplement]), Some(Why::NoParent));
    let mut over = general.clone();
    over["looptijd"] = json!({ "tot": "2025-12-31" });
    assert_eq!(why(&[&over, &supplement]), Some(Why::NoParent));
    assert_eq!(why(&[&over, &general, &supplement]), None, "one of the two is current");
    let mut chain = general.clone();
    chain["aanvullingOp"] = "nog-een".into();
    assert_eq!(why(&[&chain, &supplement]), Some(Why::NoParent));
    let alone = last(&[&supplement]);
    assert_eq!((alone.cooperations[0].tally.clone(), alone.parent.as_deref()), (None, Some("waterschap-drie-meren")));
}

#[test]
fn a_broken_general_agreement_tells_nothing() {
    let (general, supplement) = family();
    let memory = Memory::new();
    let broken = general.to_string().replacen("\"evaluatie\":{", "\"evaluatie\":{,", 1);
    assert_ne!(broken, general.to_string());
    memory.put("/project/0.afspraak.json", broken);
    memory.put("/project/1.afspraak.json", supplement.to_string());
    let run = assessed(&memory, "2026-01-01", &["/project"], &Ask::default());
    let why = |at: usize| run.reports[at].judgement.assessed.as_ref().unwrap().cooperations[0].advice.why();
    assert_eq!((why(0), why(1)), (Some(Why::Broken), Some(Why::ParentBroken)));
    memory.put("/project/0.afspraak.json", general.to_string());
    memory.put("/project/1.afspraak.json", supplement.to_string().replacen('{', "{,", 1));
    let run = assessed(&memory, "2026-01-01", &["/project/1.afspraak.json"], &Ask::default());
    let assessed = run.reports[0].judgement.assessed.as_ref().unwrap();
    assert_eq!(assessed.cooperations[0].advice.why(), Some(Why::Broken));
}

#[test]
fn a_supplement_finds_its_general_agreement_in_the_context() {
    let (general, supplement) = family();
    let memory = Memory::new();
    memory.put("/project/kader.toml", "");
    memory.put("/project/a/0.afspraak.json", general.to_string());
    memory.put("/project/b/1.afspraak.json", supplement.to_string());
    let run = assessed(&memory, "2026-01-01", &["/project/b"], &Ask::default());
    assert_eq!(run.reports.len(), 1);
    let assessed = run.reports[0].judgement.assessed.as_ref().unwrap();
    assert_eq!(assessed.advice(0), Some(Advice::Outcome(Outcome::Conditional)));
}

#[test]
fn what_has_been_replaced_is_said_to_be() {
    let (general, _) = family();
    let mut newer = general.clone();
    newer["id"] = "nieuwer".into();
    newer["vervangt"] = json!(["waterschap-drie-meren"]);
    assert_eq!(last(&[&newer, &general]).currency, Currency::Replaced);
    assert_eq!(last(&[&general, &newer]).currency, Currency::Current);
}

/// What the golden file holds of a cooperation, from the report.
fn golden(cooperation: &Value) -> Value {
    let all = |value: &Value| value.as_array().unwrap().clone();
    let dimensions = all(&cooperation["dimensions"]);
    let met: Vec<Value> =
        dimensions.iter().flat_map(|one| all(&one["met"])).map(|met| met["precondition"].clone()).collect();
    let obstacles: Vec<Value> = all(&cooperation["obstacles"]).iter().map(|note| note["code"].clone()).collect();
    let other = |other: &Value| {
        let (met, required) = (other["met"].clone(), other["required"].clone());
        json!({ "profile": other["profile"], "outcome": other["outcome"], "met": met, "required": required })
    };
    json!({
        "coreTask": cooperation["coreTask"], "profile": cooperation["profile"], "outcome": cooperation["outcome"],
        "why": cooperation["why"], "required": cooperation["required"],
        "met": if cooperation["met"].is_null() { Value::Null } else { met.into() },
        "obstacles": obstacles, "next": cooperation["next"],
        "otherProfiles": all(&cooperation["otherProfiles"]).iter().map(other).collect::<Vec<_>>(),
    })
}

fn agrees_with_the_golden_file(folder: &str) {
    let text = std::fs::read_to_string(repository("fixtures/golden/assess-real.json")).unwrap();
    let expected: Value = serde_json::from_str(&text).unwrap();
    let folder = repository(folder).canonicalize().unwrap();
    let ask = Ask::default();
    let run = assessed(&Os, expected["asOf"].as_str().unwrap(), &[folder.to_str().unwrap()], &ask);
    let report = reported(&run, &ask, Lang::Nl);
    let mut found = serde_json::Map::new();
    for document in report["documents"].as_array().unwrap() {
        let name = document["path"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
        found.insert(name, document["cooperations"].as_array().unwrap().iter().map(golden).collect());
    }
    let mut expected = expected["documents"].as_object().unwrap().clone();
    for other in expected.values_mut().flat_map(|all| all.as_array_mut().unwrap()) {
        for profile in other["otherProfiles"].as_array_mut().unwrap() {
            profile["met"] = profile["met"].as_array().unwrap().len().into();
        }
    }
    assert_eq!(found.len(), 13);
    for (name, cooperations) in &expected {
        assert_eq!(found.get(name), Some(cooperations), "{name}");
    }
}

#[test]
fn the_real_agreements_have_the_outcomes_that_were_worked_out_by_hand() {
    agrees_with_the_golden_file("fixtures/agreements/real");
    let shared = repository("../shared/agreements/real");
    if shared.exists() {
        agrees_with_the_golden_file("../shared/agreements/real");
    } else {
        eprintln!("skipped: {} is not there", shared.display());
    }
}

/// Each number of the working by hand stands in the golden file, too.
#[test]
fn the_working_by_hand_and_the_golden_file_agree() {
    let read = |name: &str| std::fs::read_to_string(repository("fixtures/golden").join(name)).unwrap();
    let working = read("assess-real.md");
    let expected: Value = serde_json::from_str(&read("assess-real.json")).unwrap();
    for (name, cooperations) in expected["documents"].as_object().unwrap() {
        let id = name.trim_end_matches(".afspraak.json");
        let sections = working.split("\n## ").filter(|section| section.starts_with(id));
        let section = sections.collect::<Vec<_>>().join("\n").replace('\n', " ").to_lowercase();
        assert!(!section.is_empty(), "{id}");
        for cooperation in cooperations.as_array().unwrap() {
            let outcome = cooperation["outcome"].as_str().unwrap_or("none");
            assert!(section.contains(&format!("**{outcome}**")), "{id}: {outcome}");
            if let (Some(met), Some(required)) = (cooperation["met"].as_array(), cooperation["required"].as_u64())
                && required > 0
            {
                assert!(section.contains(&format!("met {} of {required}", met.len())), "{id}");
            }
        }
    }
}
