//! Every text has its parameters, for every finding of the failing examples and in both languages.

use super::Proven;
use crate::file::{FileFault, locate};
use crate::findings::Finding;
use crate::policy::{Lang, Part};
use crate::report::Words;
use crate::workspace::{Judge, examples};

/// Parameters without a value, and labels without a text; each is told once.
pub(super) fn faults(judge: &mut Judge, rule: &Proven) -> Vec<FileFault> {
    let mut faults: Vec<FileFault> = Vec::new();
    for example in &rule.examples.fails {
        let judgements = examples::run(judge, example).judgements;
        let Some(loaded) = judge.policies.first() else { return faults };
        for lang in Lang::ALL {
            let words = Words { policy: &loaded.policy, lang };
            let findings = judgements.iter().flat_map(|judgement| &judgement.findings);
            for finding in findings.filter(|finding| finding.code == rule.code) {
                for fault in of_finding(rule, words, finding) {
                    if !faults.contains(&fault) {
                        faults.push(fault);
                    }
                }
            }
        }
    }
    faults
}

fn of_finding(rule: &Proven, words: Words<'_>, finding: &Finding) -> Vec<FileFault> {
    let lang = words.lang.as_str();
    let mut faults = Vec::new();
    let mut look = |path: &[&str], text: &str| {
        for name in lacking(text) {
            let at = locate(&rule.text, path);
            faults.push(rule.fault(at, "proof-parameter", vec![("parameter", name.into())]));
        }
    };
    look(&[lang, "message"], &words.message(finding));
    look(&[lang, "why"], &words.why(finding));
    look(&[lang, "help"], &words.help(finding));
    if !finding.fixes.is_empty() {
        look(&[lang, "fix"], &words.fix(finding));
    }
    let known =
        |label: &str| words.policy.rule(rule.code).is_some_and(|known| known.has(words.lang, Part::Related(label)));
    let labels = finding.related.iter().map(|related| related.label);
    let labels = labels.chain(finding.elsewhere.iter().map(|elsewhere| elsewhere.label));
    let (named, unnamed): (Vec<&str>, Vec<&str>) = labels.partition(|label| known(label));
    for label in named {
        look(&[lang, "related", label], &words.related(finding, label));
    }
    for label in unnamed {
        let args = vec![("label", label.to_owned().into()), ("lang", lang.into())];
        faults.push(rule.fault(locate(&rule.text, &[lang]), "proof-label", args));
    }
    faults
}

/// The names of parameters that a finished text still shows: `{$name}`.
fn lacking(text: &str) -> Vec<String> {
    let names = text.split("{$").skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned());
    names.collect()
}
