//! A policy made up for the purpose, in `fixtures/policies`: nothing in the program knows it, and all of it works.

use std::sync::Arc;

use kader::explain::{Explainer, Found, Samples, find, names, samples};
use kader::policy::{Code, Lang, PackSource, Policy, Vocab, engine, netcentric};
use kader::proof::Trial;
use kader::report::{Words, sheet};
use kader::structure::describe::published;
use kader::system::Os;
use kader::workspace::{Loaded, policies};

use crate::support::repository;

const FOLDER: &str = "fixtures/policies/bergredding-drie-dalen";

fn source() -> PackSource {
    let source = PackSource::read(&Os, &repository(FOLDER)).unwrap();
    assert_eq!(source.faults, []);
    source
}

pub(crate) fn policy() -> Policy {
    policies::load(&source(), &policies::packs()).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

fn ready() -> Arc<Loaded> {
    Arc::new(Loaded::new(policy()))
}

#[test]
fn its_examples_and_documents_give_what_is_worked_out_by_hand() {
    let (source, loaded) = (source(), ready());
    let proof = Trial::new(&source, &loaded).check();
    let told: Vec<String> = proof
        .faults
        .iter()
        .map(|fault| format!("{} {:?}: {}", fault.file, fault.span, fault.message(Lang::En)))
        .collect();
    assert_eq!(told, [""; 0]);
    assert!(proof.documents >= 12 && proof.examples >= 8);
}

/// Its own rules are proven by its examples, and those that it takes by the examples of the policy in whose words they are.
#[test]
fn there_is_no_rule_or_branch_that_nothing_fires() {
    let (source, loaded) = (source(), ready());
    let trial = Trial::new(&source, &loaded);
    let all = trial.coverage(&policies::packs());
    assert_eq!(all.len(), policy().rules().len());
    let mut own = Vec::new();
    for one in &all {
        assert_eq!(one.unreached, [], "{}", one.code);
        let prover = one.proven_by.as_deref().unwrap_or_else(|| panic!("nobody proves {}", one.code));
        if prover == policy().id() {
            own.push(one.code.to_string());
            assert!(one.fired > 0 && one.silent > 0, "{}", one.code);
        } else {
            assert_eq!(Some(prover), netcentric().id());
        }
    }
    assert_eq!(own, ["R307", "V402"]);
    let alone = trial.coverage(&[engine()]);
    assert!(alone.iter().all(|one| one.proven_by.is_some() == own.contains(&one.code.to_string())));
    assert!(alone.iter().all(|one| one.proven_by.is_some() == one.unreached.is_empty()));
}

#[test]
fn everything_in_it_can_be_looked_up() {
    let policy = policy();
    for name in names(&policy) {
        let found: Vec<Found> = find(&policy, name);
        assert!(!found.is_empty(), "{name}");
        for lang in Lang::ALL {
            for one in &found {
                let mut out = Vec::new();
                let page = Explainer { policy: &policy, lang }.page(one, &Samples::default());
                sheet::write(&mut out, &page, (false, 80)).unwrap();
                let text = String::from_utf8(out).unwrap();
                assert!(!text.contains("explain-") && text.lines().count() > 1, "{name}: {text}");
            }
        }
    }
}

/// The examples of a rule that it takes speak of the other policy; the words are there all the same.
#[test]
fn rules_that_it_takes_can_be_read() {
    let policies = [policy(), crate::support::policy()].map(|policy| Arc::new(Loaded::new(policy)));
    let codes: Vec<Code> = policy().rules().map(|rule| rule.code).collect();
    for code in codes {
        let sampled = samples(&policies[0], &policies[1..], code);
        let policy = &policies[0].policy;
        let found = find(policy, code.as_str()).remove(0);
        let taken = policy.rule(code).unwrap().taken_from().is_some();
        for lang in Lang::ALL {
            let mut out = Vec::new();
            sheet::write(&mut out, &Explainer { policy, lang }.page(&found, &sampled), (false, 80)).unwrap();
            let text = String::from_utf8(out).unwrap();
            assert!(!text.contains("{$"), "{text}");
            assert!(!taken || text.contains("`netcentrische-samenwerking-2017`"), "{text}");
            // Each has an example, in the words of whichever policy it is of.
            assert!(text.contains('^') && text.contains("\"kader\": \"") || code.family() == 'S', "{text}");
        }
    }
}

/// A rule cites the policy that gives it, whatever this one calls its own sections.
#[test]
fn rules_that_it_takes_cite_where_they_come_from() {
    let policy = policy();
    let words = |lang| Words { policy: &policy, lang };
    let cited =
        |code: &str, lang| words(lang).citations(policy.rule(Code::parse(code).unwrap()).unwrap(), true).unwrap();
    let lender = "Policy framework for netcentric cooperation (2017)";
    let expected = format!(
        "§2.3 (Regional, supra-regional and national partners), table 2 (With whom arrangements are made), in: {lender}"
    );
    assert_eq!(cited("R301", Lang::En), expected);
    assert_eq!(cited("R307", Lang::En), "article 3 (One valley or more)");
    let short = words(Lang::Nl).citations(policy.rule(Code::parse("R301").unwrap()).unwrap(), false);
    assert_eq!(short.as_deref(), Some("§2.3, tabel 2, in: Beleidskader Netcentrische Samenwerking (2017)"));
    assert_eq!(cited("D101", Lang::En), "document format (The form of the agreement document)");
    assert_eq!(words(Lang::Nl).citations(policy.rule(Code::parse("A801").unwrap()).unwrap(), true), None);
}

#[test]
fn its_schema_knows_its_words_and_none_of_the_other() {
    let policy = policy();
    for lang in Lang::ALL {
        let text = serde_json::to_string(&published(&policy, lang)).unwrap();
        for word in policy.terms(Vocab::Profile).map(|term| policy.name(term)) {
            assert!(text.contains(word), "{word}");
        }
        assert!(!text.contains("adoptieregio\"") && !text.contains("\"lcms\""));
    }
}

#[test]
fn rules_that_it_takes_name_its_own_actors() {
    let policy = policy();
    let taken = policy.rules().filter(|rule| rule.taken_from() == netcentric().id());
    let mut count = 0;
    for rule in taken {
        count += 1;
        if let kader::policy::ActorSpec::Fixed(term) = rule.actor {
            assert!(usize::from(term.index) < policy.terms(Vocab::Actor).len(), "{}", rule.code);
        }
    }
    assert!(count > 30, "{count}");
}
