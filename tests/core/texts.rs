//! What people read of every rule, in both languages, as snapshots.

use std::fmt::Write as _;

use kader::policy::{Code, Lang, Part};
use kader::report::Words;
use kader::workspace::{Judge, examples};

use crate::support::{judge, repository};

/// Title, why, and for each failing example its own findings' message, help, labels and fixes.
fn page(judge: &mut Judge, code: Code, lang: Lang) -> String {
    let mut page = String::new();
    let of_rule = judge.policies[0].policy.rule(code).unwrap().examples().unwrap();
    {
        let rule = judge.policies[0].policy.rule(code).unwrap();
        let _ = writeln!(page, "{code} {}: {}", rule.name, rule.text(lang, Part::Title, &[]));
        let _ = writeln!(page, "[{}]\n", rule.citations.join(", "));
    }
    let mut seen: Vec<String> = Vec::new();
    for example in &of_rule.fails {
        let examples::Outcome { judgements, around, .. } = examples::run(judge, example);
        let policy = &judge.policies[0].policy;
        let words = Words { policy, lang };
        let findings = judgements.iter().flat_map(|judgement| &judgement.findings);
        for finding in findings.filter(|finding| finding.code == code) {
            let mut text = format!("- {}\n", words.message(finding));
            let _ = writeln!(text, "  why: {}", words.why(finding));
            let _ = writeln!(text, "  help: {}", words.help(finding));
            for related in &finding.related {
                let _ = writeln!(text, "  at {}: {}", related.pointer, words.related(finding, related.label));
            }
            for place in around.places(finding) {
                let label = words.related(finding, finding.elsewhere.as_ref().unwrap().label);
                let _ = writeln!(text, "  at {} {}: {label}", place.document.path, place.landmark.pointer());
            }
            for fix in &finding.fixes {
                let _ = writeln!(text, "  fix: {}", words.fix(finding, fix));
            }
            if !seen.contains(&text) {
                page.push_str(&text);
                seen.push(text);
            }
        }
    }
    page
}

fn snapshots(lang: Lang) {
    let mut judge = judge("2020-01-01");
    let codes: Vec<Code> = judge.policies[0].policy.rules().map(|rule| rule.code).collect();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(repository("tests/core/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for family in ['S', 'D', 'P', 'R', 'V', 'L', 'T', 'W', 'A'] {
            let pages: Vec<String> =
                codes.iter().filter(|code| code.family() == family).map(|code| page(&mut judge, *code, lang)).collect();
            insta::assert_snapshot!(format!("rules_{family}_{lang}"), pages.join("\n"));
        }
    });
}

#[test]
fn the_rules_speak_dutch() {
    snapshots(Lang::Nl);
}

#[test]
fn the_rules_speak_english() {
    snapshots(Lang::En);
}

/// A parameter that no finding supplies shows as its own name: none may.
#[test]
fn every_text_has_its_parameters() {
    let mut judge = judge("2020-01-01");
    let codes: Vec<Code> = judge.policies[0].policy.rules().map(|rule| rule.code).collect();
    for code in codes {
        for lang in Lang::ALL {
            let page = page(&mut judge, code, lang);
            assert!(!page.contains("{$") && !page.contains("{ $"), "{code} {lang}: {page}");
        }
    }
}
