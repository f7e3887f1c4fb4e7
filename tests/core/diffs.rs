//! Unified diffs: applied to the old text, they give the new one, with no more lines around than three.

use kader::text::diff::{AROUND, Hunk, Line, hunks};
use proptest::prelude::*;

/// What comes of a text by some hunks of it.
fn applied(old: &str, hunks: &[Hunk<'_>]) -> String {
    let lines: Vec<&str> = old.split_inclusive('\n').collect();
    let (mut out, mut done) = (Vec::new(), 0);
    for hunk in hunks {
        out.extend_from_slice(&lines[done..hunk.old.start]);
        done = hunk.old.start;
        assert_eq!(out.len(), hunk.new.start);
        for line in &hunk.lines {
            match line {
                Line::Same(text) | Line::Removed(text) => assert_eq!(lines[done], *text),
                Line::Added(_) => {}
            }
            done += usize::from(!matches!(line, Line::Added(_)));
            if let Line::Same(text) | Line::Added(text) = line {
                out.push(text);
            }
        }
        assert_eq!((done, out.len()), (hunk.old.end, hunk.new.end));
    }
    out.extend_from_slice(&lines[done..]);
    out.concat()
}

/// All that must hold of the hunks of two texts.
fn hold(old: &str, new: &str) {
    let hunks = hunks(old, new, AROUND);
    assert_eq!(applied(old, &hunks), new);
    assert_eq!(hunks.is_empty(), old == new);
    for hunk in &hunks {
        let same = |line: &&Line<'_>| matches!(line, Line::Same(_));
        assert!(hunk.lines.iter().take_while(same).count() <= 3);
        assert!(hunk.lines.iter().rev().take_while(same).count() <= 3);
    }
    for pair in hunks.windows(2) {
        assert!(pair[0].old.end <= pair[1].old.start, "hunks overlap");
    }
}

proptest! {
    #[test]
    fn applied_they_give_the_new_text(old in "[abc\n]{0,60}", new in "[abc\n]{0,60}") {
        hold(&old, &new);
    }

    #[test]
    fn a_few_changes_in_a_long_text(changes in prop::collection::vec((0usize..3000, "[a-c\n]{0,3}"), 1..6), step in 1usize..5) {
        let lines: Vec<String> = (0..3000).map(|at| format!("{}\n", at / step)).collect();
        let mut changed = lines.clone();
        for (at, text) in &changes {
            changed[*at].clone_from(text);
        }
        let (old, new) = (lines.concat(), changed.concat());
        hold(&old, &new);
        // Nothing but what was changed is shown, as far as lines can be told apart.
        let shown: usize = hunks(&old, &new, AROUND).iter().map(|hunk| hunk.lines.len()).sum();
        prop_assert!(shown <= changes.len() * (8 + 7 * step), "{} lines", shown);
    }
}

#[test]
fn large_texts_that_have_nothing_in_common_take_little_time() {
    let numbers = |before: &str| (0..200_000).map(|line| format!("{before}{line}\n{before}}}\n")).collect::<Vec<_>>();
    let (old, new) = (numbers("").concat(), numbers("  ").concat());
    let start = std::time::Instant::now();
    hold(&old, &new);
    assert!(start.elapsed() < std::time::Duration::from_secs(10), "{:?}", start.elapsed());
}
