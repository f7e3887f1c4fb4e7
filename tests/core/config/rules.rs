//! Which rules are reported, and at which level.

use kader::config::{Layer, Selection};
use kader::policy::{Code, Level, Policy, Severity};

use crate::support::policy;

fn all(level: Level) -> Severity {
    [Some(level); 3]
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn levels(pairs: &[(&str, Severity)]) -> Vec<(String, Severity)> {
    pairs.iter().map(|(rule, levels)| ((*rule).to_owned(), *levels)).collect()
}

fn layer(select: &[&str], ignore: &[&str], severity: &[(&str, Severity)]) -> Layer {
    Layer { select: words(select), ignore: words(ignore), severity: levels(severity) }
}

fn selection(select: &[&str], ignore: &[&str], overrides: &[Layer], flags: Layer) -> Selection {
    Selection { own: layer(select, ignore, &[]), overrides: overrides.to_vec(), flags }
}

/// The codes out of three that are reported.
fn reported(policy: &Policy, selection: &Selection) -> Vec<&'static str> {
    let reports = |code: &&str| selection.reports(policy.rule(Code::parse(code).unwrap()).unwrap());
    ["V401", "V402", "R301"].into_iter().filter(reports).collect()
}

#[test]
fn the_more_specific_wins_then_the_later_source_then_ignore() {
    let policy = policy();
    let (none, no_flags) = (&[][..], Layer::default());
    let cases: [(Selection, &[&str]); 12] = [
        (Selection::default(), &["V401", "V402", "R301"]),
        (selection(&["V"], &["V401"], none, no_flags.clone()), &["V402"]),
        (selection(&["V401"], &["V"], none, no_flags.clone()), &["V401"]),
        (selection(&["V401"], &["V401"], none, no_flags.clone()), &[]),
        (selection(&[], &["reach-mismatch"], none, no_flags.clone()), &["V401", "V402"]),
        (selection(&[], &["V"], &[layer(&["V"], &[], &[])], no_flags.clone()), &["V401", "V402", "R301"]),
        (selection(&["R"], &[], &[layer(&["V401"], &[], &[])], no_flags.clone()), &["V401", "R301"]),
        (selection(&[], &[], &[layer(&["V"], &[], &[]), layer(&[], &["V"], &[])], no_flags), &["R301"]),
        (selection(&["R"], &["V"], none, layer(&["V"], &[], &[])), &["V401", "V402"]),
        (selection(&["R"], &["V401"], none, layer(&["V"], &[], &[])), &["V402"]),
        (selection(&[], &["V401"], &[layer(&["R"], &[], &[])], layer(&["V401"], &[], &[])), &["V401"]),
        (selection(&["V"], &[], &[layer(&["R"], &[], &[])], layer(&[], &["V"], &[])), &["R301"]),
    ];
    for (selection, expected) in cases {
        assert_eq!(reported(&policy, &selection), expected, "{selection:?}");
    }
}

#[test]
fn levels_hold_per_phase_and_flags_go_before() {
    let policy = policy();
    let rule = policy.rule(Code::parse("V401").unwrap()).unwrap();
    let phased = [Some(Level::Hint), None, Some(Level::Error)];
    let mut selection =
        Selection { own: layer(&[], &[], &[("V4", phased), ("V", all(Level::Info))]), ..Selection::default() };
    let at = |selection: &Selection| [0, 1, 2].map(|phase| selection.level(rule, Level::Warning, phase));
    assert_eq!(at(&selection), phased);
    assert!(!selection.is_off(rule));
    selection.overrides.push(layer(&[], &[], &[("v4", all(Level::Warning))]));
    assert_eq!(at(&selection), all(Level::Warning), "on equal terms the later one wins");
    selection.overrides.push(layer(&[], &[], &[("V", all(Level::Hint))]));
    assert_eq!(at(&selection), all(Level::Warning), "the more specific one wins all the same");
    selection.flags = layer(&[], &[], &[("V", all(Level::Info))]);
    assert_eq!(at(&selection), all(Level::Info), "a flag goes before whatever a file says");
    selection.flags.severity.push(("V401".to_owned(), [None; 3]));
    assert!(selection.is_off(rule) && at(&selection) == [None; 3]);
}
