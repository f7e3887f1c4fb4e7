//! What a pack's files may get wrong is told, with its place, in both languages.

use std::borrow::Cow;

use kader::policy::{Group, Lang, Library, PackSource, Policy, engine, netcentric};
use miette::Diagnostic as _;

use crate::pack::{FIT, PACK, PROFILES, R301, REACH, REGIONS, VOCABULARY, faults, marked, mutated, one, without};

#[test]
fn the_embedded_pack_has_none() {
    assert_eq!(faults(&netcentric()), []);
}

#[test]
fn broken_toml() {
    let source = mutated(FIT, "[beheerder]", "[beheerder");
    let faults = faults(&source);
    let fault = faults.first().expect("it is broken");
    assert_eq!((&*fault.file, fault.key), (FIT, "file-syntax"));
    assert!(fault.message(Lang::Nl).starts_with("Dit is geen geldige TOML: "), "{}", fault.message(Lang::Nl));
    assert!(fault.message(Lang::En).starts_with("This is not valid TOML: "));
    let line = source.file(FIT).and_then(|text| text.get(..fault.span.clone()?.start)).map(|text| text.lines().count());
    assert_eq!(line, Some(11));
}

#[test]
fn an_unknown_key_is_told_with_a_suggestion() {
    let fault = one(
        PROFILES,
        ("crisis-structure", "crisis-structur"),
        "crisis-structur",
        "De sleutel `crisis-structur` is hier onbekend",
        "The key `crisis-structur` is unknown here",
    );
    assert_eq!(fault.help(Lang::Nl).as_deref(), Some("Bedoelt u `crisis-structure`?"));
    assert_eq!(fault.help(Lang::En).as_deref(), Some("Did you mean `crisis-structure`?"));
}

#[test]
fn a_missing_key_is_told_at_its_table() {
    one(
        PROFILES,
        ("own-picture = true\n", ""),
        "kernsamenwerking",
        "De sleutel `own-picture` ontbreekt hier",
        "The key `own-picture` is missing here",
    );
    one(
        PACK,
        ("version = \"1.0.0\"\n", ""),
        "",
        "De sleutel `version` ontbreekt hier",
        "The key `version` is missing here",
    );
}

#[test]
fn a_missing_file_is_told() {
    let mut source = netcentric();
    source.files.retain(|(path, _)| &**path != REGIONS);
    let faults = faults(&source);
    let [fault] = &faults[..] else { panic!("one fault, not {faults:#?}") };
    assert_eq!((&*fault.file, fault.span.clone()), (REGIONS, None));
    assert_eq!(fault.message(Lang::Nl), "Dit bestand ontbreekt in het pakket");
    assert_eq!(fault.message(Lang::En), "This file is missing from the pack");
}

#[test]
fn a_stray_table_is_told() {
    let mut source = netcentric();
    source.files.push(("tables/profile.toml".into(), "".into()));
    let faults = faults(&source);
    let [fault] = &faults[..] else { panic!("one fault, not {faults:#?}") };
    assert_eq!(
        (&*fault.file, fault.key, fault.suggestion()),
        ("tables/profile.toml", "file-unknown-word", Some(PROFILES))
    );
}

#[test]
fn a_rule_file_with_another_name_is_told() {
    let mut source = netcentric();
    source.files.push(("rules/r301.toml".into(), "".into()));
    let faults = faults(&source);
    let [fault] = &faults[..] else { panic!("one fault, not {faults:#?}") };
    let nl = "`r301` is geen code: die bestaat uit een hoofdletter en drie cijfers, zoals R301";
    assert_eq!((&*fault.file, &*fault.message(Lang::Nl)), ("rules/r301.toml", nl));
}

#[test]
fn a_text_in_one_language_is_told() {
    one(
        VOCABULARY,
        (", en = \"Emergency service\"", ""),
        "label",
        "Bij `label` ontbreekt het Engels",
        "`label` lacks its English text",
    );
    one(
        PACK,
        ("[\"nl\", \"en\"]", "[\"en\"]"),
        "[\"en\"]",
        "Bij `languages` ontbreekt het Nederlands",
        "`languages` lacks its Dutch text",
    );
    let text = netcentric().file(R301).map(ToString::to_string).expect("it is in the catalogue");
    let english = text.find("[en]").expect("it speaks English");
    let label = text[english..].lines().find(|line| line.starts_with("related.")).expect("it has a label");
    let name = label.split_once(' ').map_or("", |(name, _)| name);
    let source = PackSource {
        files: netcentric()
            .files
            .into_iter()
            .map(|(path, text)| {
                let rest = text.get(english..).filter(|_| *path == *R301).map(|rest| rest.replacen(label, "", 1));
                let text = rest.map_or(text.clone(), |rest| Cow::Owned(text[..english].to_owned() + &rest));
                (path, text)
            })
            .collect(),
        ..PackSource::default()
    };
    let faults = faults(&source);
    let [fault] = &faults[..] else { panic!("one fault, not {faults:#?}") };
    assert_eq!(fault.message(Lang::Nl), format!("Bij `{name}` ontbreekt het Engels"));
    assert!(
        marked(&source, fault).is_some_and(|text| source.file(R301).is_some_and(|all| all.find(text) < Some(english)))
    );
}

#[test]
fn a_head_key_below_a_table_is_told() {
    let source = mutated(R301, "check = \"reach-mismatch\"\n", "");
    let source = PackSource {
        files: source
            .files
            .into_iter()
            .map(|(path, text)| {
                if *path == *R301 {
                    (path, Cow::Owned(text.replacen("[nl]\n", "[nl]\ncheck = \"reach-mismatch\"\n", 1)))
                } else {
                    (path, text)
                }
            })
            .collect(),
        ..PackSource::default()
    };
    let faults = faults(&source);
    let [fault] = &faults[..] else { panic!("one fault, not {faults:#?}") };
    assert_eq!(marked(&source, fault), Some("check"));
    assert_eq!(
        fault.message(Lang::Nl),
        "`check` hoort boven de eerste kop tussen haken; daaronder wordt de sleutel niet gelezen"
    );
    assert_eq!(
        fault.message(Lang::En),
        "`check` belongs above the first header in brackets; below it the key is not read"
    );
}

#[test]
fn an_optional_head_key_below_a_table_is_told_by_the_check() {
    one(
        R301,
        ("[nl]\n", "[nl]\nover = true\n"),
        "over",
        "`over` hoort boven de eerste kop tussen haken; daaronder wordt de sleutel niet gelezen",
        "`over` belongs above the first header in brackets; below it the key is not read",
    );
}

#[test]
fn an_unknown_check_is_told() {
    let source = mutated(R301, "check = \"reach-mismatch\"", "check = \"reach-mismach\"");
    let names: Vec<String> = {
        let packs = [engine()];
        let policy = Policy::load(&netcentric(), &Library { packs: &packs, checks: None }).expect("it has no faults");
        policy.rules().map(|rule| rule.check.to_string()).collect()
    };
    let checks: Vec<&str> = names.iter().map(String::as_str).collect();
    let packs = [engine()];
    let faults = Policy::load(&source, &Library { packs: &packs, checks: Some(&checks) }).expect_err("it is unknown");
    let [fault] = &faults[..] else { panic!("one fault, not {faults:#?}") };
    assert_eq!(marked(&source, fault), Some("\"reach-mismach\""));
    assert_eq!(fault.message(Lang::En), "`reach-mismach` is not in the list `check`");
    assert_eq!(fault.suggestion(), Some("reach-mismatch"));
}

#[test]
fn a_broken_pattern_is_told() {
    let source = mutated(R301, "title = \"", "title = \"{ $x ");
    let faults = faults(&source);
    let [fault] = &faults[..] else { panic!("one fault, not {faults:#?}") };
    assert!(marked(&source, fault).is_some_and(|text| text.starts_with("\"{ $x ")));
    assert!(fault.message(Lang::Nl).starts_with("Deze tekst is geen geldig Fluent-patroon: "));
    assert!(fault.message(Lang::En).starts_with("This text is not a valid Fluent pattern: "));
}

#[test]
fn names_and_silenced_rules_are_looked_up() {
    one(
        "rules/R302.toml",
        ("name = \"adoption-region-missing\"", "name = \"reach-mismatch\""),
        "\"reach-mismatch\"",
        "`reach-mismatch` staat hier een tweede keer",
        "`reach-mismatch` stands here a second time",
    );
    one(
        "rules/R304.toml",
        ("silences = [\"R303\"", "silences = [\"R312\""),
        "[\"R312\", \"R305\", \"R306\"]",
        "`R312` staat niet in de lijst `rule`",
        "`R312` is not in the list `rule`",
    );
}

#[test]
fn another_format_is_told() {
    one(
        PACK,
        ("format = 1", "format = 2"),
        "2",
        "Dit programma leest pakketten met formaat 1",
        "This program reads packs of format 1",
    );
}

#[test]
fn rules_can_come_from_another_pack_and_be_left_out() {
    let mut source = mutated(
        PACK,
        "version = \"1.0.0\"",
        "version = \"1.0.0\"\nrules-from = \"netcentrische-samenwerking-2017\"\noff = [\"R302\"]",
    );
    source.files.retain(|(path, _)| !path.starts_with("rules/") || &**path == R301);
    let packs = [engine(), netcentric()];
    let policy = Policy::load(&source, &Library { packs: &packs, checks: None }).expect("it has no faults");
    let whole = Policy::load(&netcentric(), &Library { packs: &packs, checks: None }).expect("it has no faults");
    assert_eq!(policy.rules().len() + 1, whole.rules().len());
    let file = |name| policy.rule_of_check(name).map(kader::policy::Rule::file);
    assert_eq!(file("reach-mismatch"), Some(R301));
    assert_eq!(file("adoption-region-missing"), None);
    assert_eq!(file("adoption-mandate-missing"), Some("netcentrische-samenwerking-2017/rules/R305.toml"));
}

#[test]
fn a_rule_without_an_example_is_told() {
    let mut source = netcentric();
    for (path, text) in &mut source.files {
        if **path == *R301 {
            let at = text.find("[[passes]]").expect("it has one");
            *text = Cow::Owned(text[..at].to_owned());
        }
    }
    let faults = faults(&source);
    let [fault] = &faults[..] else { panic!("one fault, not {faults:#?}") };
    assert_eq!((&*fault.file, fault.message(Lang::En)), (R301, "The key `passes` is missing here".to_owned()));
}

#[test]
fn only_a_passing_example_is_a_remedy() {
    let told = |old: &str, new: &str| -> Vec<String> {
        let mut source = netcentric();
        let rule = source.files.iter_mut().find(|(path, _)| **path == *R301).expect("the pack has it");
        rule.1 = Cow::Owned(rule.1.replacen(old, new, 1));
        faults(&source).iter().map(|fault| fault.message(Lang::En)).collect()
    };
    assert_eq!(told("[[passes]]\n", "[[passes]]\nremedy = true\n"), [""; 0]);
    let [unknown] = &told("[[fails]]\n", "[[fails]]\nremedy = true\n")[..] else { panic!("one fault") };
    assert!(unknown.contains("`remedy`"), "{unknown}");
    let [wrong] = &told("[[passes]]\n", "[[passes]]\nremedy = \"yes\"\n")[..] else { panic!("one fault") };
    assert!(wrong.contains("true"), "{wrong}");
}

#[test]
fn an_unknown_pack_is_told() {
    one(
        PACK,
        ("version = \"1.0.0\"", "version = \"1.0.0\"\nrules-from = \"netcentrisch\""),
        "rules-from",
        "`netcentrisch` staat niet in de lijst `pack`",
        "`netcentrisch` is not in the list `pack`",
    );
}

#[test]
fn a_policy_without_a_group_needs_nothing_of_it() {
    let source = without(&[Group::Reach, Group::Adoption]);
    let packs = [engine()];
    let policy = Policy::load(&source, &Library { packs: &packs, checks: None }).expect("it has no faults");
    assert!(policy.regions().rows.is_empty() && policy.derived_reach(1).is_none() && policy.region("VR17").is_none());
}

#[test]
fn all_faults_are_told_at_once() {
    let mut source = mutated(REACH, "least = 3", "least = \"3\"");
    for (path, text) in &mut source.files {
        if &**path == FIT {
            *text = Cow::Owned(text.replacen("= \"fits\"", "= \"fit\"", 2));
        }
    }
    let found: Vec<_> = faults(&source).iter().map(|fault| (fault.file.to_string(), fault.key)).collect();
    let word = (FIT.to_owned(), "file-unknown-word");
    assert_eq!(found, [word.clone(), word, (REACH.to_owned(), "file-wrong-type")]);
}

#[test]
fn a_fault_is_shown_with_an_excerpt_unless_its_line_is_long() {
    let source = mutated(REACH, "least = 3", "least = \"3\"");
    let fault = faults(&source).into_iter().next().expect("it is a fault");
    let text = source.file(REACH).map(ToString::to_string);
    let report = fault.report(Lang::En, text.as_deref());
    assert_eq!(report.to_string(), "tables/reach.toml: A whole number from 0 to 65535 belongs here");
    assert!(report.source_code().is_some() && report.labels().is_some_and(|labels| labels.count() == 1));
    let long = text.map(|text| text.replacen("\"3\"", &format!("\"3\" # {}", "x".repeat(70_000)), 1));
    let report = fault.report(Lang::En, long.as_deref());
    assert!(report.source_code().is_none() && report.labels().is_none());
    assert!(fault.report(Lang::Nl, None).source_code().is_none());
}
