//! What `explain` says of everything that can be looked up, in both languages, as snapshots.

use std::fmt::Write as _;

use kader::explain::{Explainer, Found, Samples, Subject, find, names, samples};
use kader::policy::tables::Region;
use kader::policy::{Code, Lang, Vocab};
use kader::report::sheet;
use kader::workspace::Judge;

use crate::pack::{loaded, without};
use crate::support::{judge, policy, repository};

/// The pages about some things, in 80 columns.
fn pages(judge: &mut Judge, subjects: &[Subject], lang: Lang) -> String {
    let mut out = Vec::new();
    for subject in subjects {
        let sampled = match subject {
            Subject::Rule(code) => samples(&judge.policies[0], &judge.policies[1..], *code),
            _ => Samples::default(),
        };
        let explainer = Explainer { policy: &judge.policies[0].policy, lang };
        let page = explainer.page(&Found { subject: *subject, former: None }, &sampled);
        sheet::write(&mut out, &page, (false, 80)).unwrap();
        out.extend(b"\n\n");
    }
    String::from_utf8(out).unwrap()
}

fn snapshot(kind: &str, subjects: &[Subject], check: impl Fn(&str)) {
    let mut judge = judge("2020-01-01");
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(repository("tests/core/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for lang in Lang::ALL {
            let text = pages(&mut judge, subjects, lang);
            assert!(!text.contains("{$") && !text.contains("{ $") && !text.contains("explain-"), "{kind} {lang}");
            check(&text);
            insta::assert_snapshot!(format!("explain_{kind}_{lang}"), text);
        }
    });
}

#[test]
fn every_rule() {
    let rules: Vec<Subject> = policy().rules().map(|rule| Subject::Rule(rule.code)).collect();
    for family in ['S', 'D', 'P', 'R', 'V', 'L', 'T', 'W', 'A'] {
        let of_family = |subject: &&Subject| matches!(subject, Subject::Rule(code) if code.family() == family);
        let rules: Vec<Subject> = rules.iter().filter(of_family).copied().collect();
        if !rules.is_empty() {
            snapshot(&format!("rules_{family}"), &rules, |_| {});
        }
    }
}

#[test]
fn every_profile() {
    let profiles: Vec<Subject> = policy().terms(Vocab::Profile).map(Subject::Term).collect();
    snapshot("profiles", &profiles, |_| {});
}

#[test]
fn every_precondition() {
    let preconditions: Vec<Subject> = policy().preconditions().map(Subject::Precondition).collect();
    snapshot("preconditions", &preconditions, |_| {});
}

#[test]
fn every_region() {
    let count = u16::try_from(policy().regions().rows.len()).unwrap();
    let regions: Vec<Subject> = (0..count).map(|index| Subject::Region(Region(index))).collect();
    snapshot("regions", &regions, |_| {});
}

#[test]
fn every_other_identifier() {
    let policy = policy();
    let lists = Vocab::ALL.into_iter().filter(|vocab| *vocab != Vocab::Profile);
    let terms: Vec<Subject> = lists.flat_map(|vocab| policy.terms(vocab)).map(Subject::Term).collect();
    let mut parts = Vec::new();
    for precondition in policy.preconditions() {
        let count = policy.precondition_row(precondition).parts.len();
        parts.extend((0..count).map(|part| Subject::Part(precondition, part)));
    }
    snapshot("identifiers", &terms, |_| {});
    snapshot("parts", &parts, |_| {});
}

/// Every page has a failing example with a mark, and shows what puts it right.
#[test]
fn every_rule_shows_what_is_wrong_and_what_is_right() {
    let mut judge = judge("2020-01-01");
    let codes: Vec<Code> = judge.policies[0].policy.rules().map(|rule| rule.code).collect();
    for code in codes {
        let text = pages(&mut judge, &[Subject::Rule(code)], Lang::En);
        assert!(text.contains("An example that is not right\n") && text.contains('^'), "{text}");
        // A limit of size lies outside the document: both are the same.
        let right = text.contains("What puts it right\n") || text.contains("An example that is right\n");
        assert!(right || text.contains("document-too-large"), "{text}");
    }
}

fn found(name: &str) -> String {
    let policy = policy();
    let mut out = String::new();
    for found in find(&policy, name) {
        let what = match found.subject {
            Subject::Rule(code) => code.to_string(),
            Subject::LeftOut(left_out) => format!("no {}", left_out.code),
            Subject::Term(term) => format!("{} {}", term.vocab.as_str(), policy.name(term)),
            Subject::Precondition(precondition) => policy.precondition_row(precondition).id.to_string(),
            Subject::Part(precondition, part) => {
                let row = policy.precondition_row(precondition);
                format!("{}/{}", row.id, row.parts[part].id)
            }
            Subject::Region(region) => policy.region_row(region).code.to_string(),
        };
        let former = found.former.map(|former| format!(" formerly {former}")).unwrap_or_default();
        let _ = write!(out, "{what}{former}; ");
    }
    out
}

#[test]
fn a_name_is_found_as_written_in_other_letters_and_under_former_names() {
    for (name, expected) in [
        ("R301", "R301; "),
        ("r301", "R301; "),
        (" Reach-Mismatch ", "R301; "),
        ("HIN", "role HIN; "),
        ("hin", "role HIN; "),
        ("liaison", "role liaison; liaison; "),
        ("kerntaken", "principle kerntaken; kerntaken; "),
        ("kernprofiel", "profile kernsamenwerking formerly kernprofiel; "),
        ("procesaansluiting", "profile standby-samenwerking; "),
        ("Core cooperation", "profile kernsamenwerking; "),
        ("VR16", "VR16; "),
        ("Veiligheidsregio Hollands-Midden", "VR16; "),
        ("friesland", "VR02; "),
        ("operationeel", "beslissingsbevoegd-aanspreekpunt/operationeel; "),
        ("nergens", ""),
        ("", ""),
    ] {
        assert_eq!(found(name), expected, "{name}");
    }
}

#[test]
fn every_name_finds_something() {
    let policy = policy();
    for name in names(&policy) {
        assert!(!find(&policy, name).is_empty(), "{name}");
    }
}

#[test]
fn a_former_name_leads_to_its_successor_with_a_word_about_it() {
    let judge = judge("2020-01-01");
    let policy = &judge.policies[0].policy;
    let found = find(policy, "kernprofiel").remove(0);
    let mut out = Vec::new();
    let page = Explainer { policy, lang: Lang::Nl }.page(&found, &Samples::default());
    sheet::write(&mut out, &page, (false, 80)).unwrap();
    let text = String::from_utf8(out).unwrap();
    let start =
        "kernsamenwerking\nKernsamenwerking\n\n`kernprofiel` is een vroegere naam. Nu heet dit `kernsamenwerking`.\n";
    assert!(text.starts_with(start), "{text}");
}

#[test]
fn a_rule_that_the_policy_leaves_out_says_why() {
    let policy = loaded(&without(&[kader::policy::Group::Rights]));
    let found = find(&policy, "L504").remove(0);
    let page = Explainer { policy: &policy, lang: Lang::En }.page(&found, &Samples::default());
    let why = "This rule is about the group `rights` of the document, which this policy does not use.";
    assert_eq!(page.blocks, [sheet::Block::Text(why.to_owned())]);
}

/// What is shown as right is no advice where something else is wrong with it: nothing is found in it that is not found in what it puts right.
#[test]
fn what_is_shown_as_right_has_no_finding_of_its_own() {
    let judge = judge("2020-01-01");
    for rule in judge.policies[0].policy.rules() {
        let samples = samples(&judge.policies[0], &[], rule.code);
        let (fails, right) = samples.shown(rule.code).expect("each rule has an example");
        assert!(right.is_none_or(|right| right.adds_nothing_to(fails)), "{}", rule.code);
    }
}

/// An example that a rule's file names as the remedy is the one that is shown, whichever others are nearer.
#[test]
fn the_remedy_that_a_rule_names_is_shown() {
    let mut judge = judge("2020-01-01");
    let rules: Vec<Code> = judge.policies[0].policy.rules().map(|rule| rule.code).collect();
    for code in rules {
        let samples = samples(&judge.policies[0], &[], code);
        let named = samples.passes.iter().filter(|sample| sample.remedy).count();
        assert!(named <= 1, "{code} names more than one");
        let (_, right) = samples.shown(code).expect("each rule has an example");
        assert!(named == 0 || right.is_some_and(|right| right.remedy), "{code}");
    }
    for (code, line) in [
        ("R302", "  + |   \"adoptieregio\": {\n"),
        (
            "T610",
            "  + |         \"standpunt\": { \"besluit\": \"gecertificeerd\", \"datum\": \"2019-05-15\", \"door\": \"regiegroep\" },\n",
        ),
        ("T601", "  - |       \"toetsing\": { \"toetser\": \"Toetsingsbureau Voorbeeld\" }\n"),
        ("T620", "  + |         \"live\": \"2019-06-01\"\n"),
        (
            "V406",
            "  - |           \"financiering\": { \"status\": \"geregeld\", \"afspraak\": \"Ieder draagt de eigen kosten\" },\n",
        ),
        ("W702", "  + |   \"reikwijdte\": \"bovenregionaal\",\n"),
    ] {
        let page = pages(&mut judge, &[Subject::Rule(Code::parse(code).unwrap())], Lang::Nl);
        assert!(page.contains(line), "{page}");
    }
}

#[test]
fn a_name_that_has_only_a_hint_is_no_former_name() {
    let judge = judge("2020-01-01");
    let policy = &judge.policies[0].policy;
    let found = find(policy, "procesaansluiting").remove(0);
    let mut out = Vec::new();
    let page = Explainer { policy, lang: Lang::Nl }.page(&found, &Samples::default());
    sheet::write(&mut out, &page, (false, 200)).unwrap();
    let text = String::from_utf8(out).unwrap();
    let hint = "Dit lijkt op `standby-samenwerking` met `aansluiting.wijze` = `via`.";
    assert!(text.contains(hint) && !text.contains("Nu heet dit"), "{text}");
}
