//! Damaged packs never bring the program down, and every fault lies within its file.

use std::borrow::Cow;
use std::sync::Arc;

use kader::policy::{Lang, PackSource, engine, netcentric};
use kader::proof::Trial;
use kader::workspace::{Loaded, policies};
use miette::GraphicalReportHandler;
use proptest::prelude::*;

/// The embedded pack with a piece of one file replaced.
fn damaged(file: usize, from: usize, length: usize, insert: &str) -> PackSource {
    let mut source = netcentric();
    // Mostly the manifest and the tables: a rule's file is one of many.
    let count = if file.is_multiple_of(4) { source.files.len() } else { 7 };
    let (_, text) = &mut source.files[file % count];
    let start = text.floor_char_boundary(from % text.len());
    let end = text.floor_char_boundary((start + length).min(text.len())).max(start);
    *text = Cow::Owned(format!("{}{insert}{}", &text[..start], &text[end..]));
    source
}

fn look(source: &PackSource) -> Result<(), TestCaseError> {
    let faults = match policies::load(source, &[engine()]) {
        Ok(policy) => policy.check(),
        Err(faults) => {
            prop_assert!(!faults.is_empty());
            faults
        }
    };
    for fault in faults {
        let text = source.file(&fault.file);
        if let (Some(span), Some(text)) = (&fault.span, text) {
            prop_assert!(span.start <= span.end && span.end <= text.len(), "{fault:?}");
        }
        for lang in Lang::ALL {
            prop_assert!(!fault.message(lang).contains("{$"), "{fault:?}");
            let mut shown = String::new();
            let report = fault.report(lang, text.map(|text| &**text));
            prop_assert!(GraphicalReportHandler::new().render_report(&mut shown, &report).is_ok());
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_file_is_told(
        file in any::<prop::sample::Index>(),
        from in any::<prop::sample::Index>(),
        length in 0_usize..40,
        insert in "(\\PC{0,6}|\\[|\\]|\"|=|\n|\\[\\[fails\\]\\]\n|é|0|true)",
    ) {
        look(&damaged(file.index(1000), from.index(1_000_000), length, &insert))?;
    }
}

/// Every line of the manifest and the tables left out, one at a time.
#[test]
fn a_line_that_is_left_out_is_told_or_does_no_harm() {
    let source = netcentric();
    for (at, (path, text)) in source.files.iter().enumerate().take(7) {
        let lines: Vec<&str> = text.lines().collect();
        for number in (0..lines.len()).step_by(3) {
            let mut rest = lines.clone();
            rest.remove(number);
            let mut damaged = source.clone();
            damaged.files[at].1 = Cow::Owned(rest.join("\n"));
            look(&damaged).unwrap_or_else(|why| panic!("{path}:{}: {why}", number + 1));
        }
    }
}

/// A policy with a damaged table that has no fault can judge whatever its rules show.
#[test]
fn a_policy_without_a_fault_can_judge() {
    let source = netcentric();
    for (at, (_, text)) in source.files.iter().enumerate().take(7) {
        let lines: Vec<&str> = text.lines().collect();
        let whole = (0..lines.len()).filter_map(|number| {
            let mut rest = lines.clone();
            rest.remove(number);
            let mut damaged = source.clone();
            damaged.files[at].1 = Cow::Owned(rest.join("\n"));
            policies::load(&damaged, &[engine()]).ok().map(|policy| (damaged, policy))
        });
        for (damaged, policy) in whole.step_by(12) {
            let proof = Trial::new(&damaged, &Arc::new(Loaded::new(policy))).check();
            assert!(proof.rules > 0);
        }
    }
}
