//! Every text has its parameters, for every finding of the failing examples and in both languages.

use super::Proven;
use crate::file::{FileFault, locate};
use crate::findings::Finding;
use crate::policy::{Lang, Part, Policy};
use crate::report::Words;

/// Parameters without a value, and labels without a text; each is told once.
pub(super) fn faults(policy: &Policy, proven: &Proven<'_>) -> Vec<FileFault> {
    let mut faults: Vec<FileFault> = Vec::new();
    for ran in &proven.fails {
        for lang in Lang::ALL {
            let words = Words { policy, lang };
            let findings = ran.outcome.judgements.iter().flat_map(|judgement| &judgement.findings);
            for finding in findings.filter(|finding| finding.code == proven.rule.code) {
                for fault in of_finding(proven, words, finding) {
                    if !faults.contains(&fault) {
                        faults.push(fault);
                    }
                }
            }
        }
    }
    faults
}

fn of_finding(proven: &Proven<'_>, words: Words<'_>, finding: &Finding) -> Vec<FileFault> {
    let lang = words.lang.as_str();
    let mut faults = Vec::new();
    let mut look = |path: &[&str], text: &str| {
        for name in lacking(text) {
            let at = locate(proven.rule.source(), path);
            faults.push(proven.fault(at, "proof-parameter", vec![("parameter", name.into())]));
        }
    };
    look(&[lang, "message"], &words.message(finding));
    look(&[lang, "why"], &words.why(finding));
    look(&[lang, "help"], &words.help(finding));
    for fix in &finding.fixes {
        look(&[lang, "fix"], &words.fix(finding, fix));
    }
    let known = |label: &str| proven.rule.has(words.lang, Part::Related(label));
    let labels = finding.related.iter().map(|related| related.label);
    let labels = labels.chain(finding.elsewhere.iter().map(|elsewhere| elsewhere.label));
    let (named, unnamed): (Vec<&str>, Vec<&str>) = labels.partition(|label| known(label));
    for label in named {
        look(&[lang, "related", label], &words.related(finding, label));
    }
    for label in unnamed {
        let args = vec![("label", label.to_owned().into()), ("lang", lang.into())];
        faults.push(proven.fault(locate(proven.rule.source(), &[lang]), "proof-label", args));
    }
    faults
}

/// The names of parameters that a finished text still shows: `{$name}`.
fn lacking(text: &str) -> Vec<String> {
    let names = text.split("{$").skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned());
    names.collect()
}
