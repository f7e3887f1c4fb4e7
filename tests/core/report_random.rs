//! Reports of random documents that may have changed since: no panic, and nothing hidden on any line.

use std::collections::HashSet;

use kader::findings::Finding;
use kader::policy::Lang;
use kader::report::formats::{Format, concise, full, html, markdown};
use kader::report::{Words, statistics, summary};
use kader::text::escape::is_hidden;
use kader::workspace::Run;
use proptest::prelude::*;

use crate::report_support::{Reporter, agreement, checked, settings};
use crate::wellformed::{self, Told};

/// Pieces that make lines long, characters wide, and JSON broken.
const PIECES: [&str; 16] = [
    "\"",
    "{",
    "]",
    ",",
    "\n",
    "\r",
    "\r\n",
    "\t",
    "🚒",
    "漢字",
    "e\u{301}",
    "\u{202E}",
    "\u{1B}[31m",
    "\u{2028}",
    "\"x-lang\": \"een heel lange tekst die over de rand van het scherm gaat en dan nog verder\", ",
    "\u{FEFF}",
];

/// An agreement with pieces put in at some places, on several lines or on one.
fn document() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(&PIECES[..])), 0..8);
    (pieces, any::<bool>()).prop_map(|(pieces, one_line)| {
        let mut text = agreement("");
        if one_line {
            text = text.replace('\n', "");
        }
        for (at, piece) in pieces {
            let at = text.floor_char_boundary(at.index(text.len() + 1));
            text.insert_str(at, piece);
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn reports_survive_what_happens_to_a_file(
        before in document(),
        other in document(),
        cut in any::<prop::sample::Index>(),
        change in 0..4,
        width in 1..160_usize,
    ) {
        let name = "in.afspraak.json";
        let (system, run) = checked(settings(), &[(name, before.as_bytes())]);
        let path = format!("/w/{name}");
        match change {
            0 => {}
            1 => system.put(&path, &before.as_bytes()[..cut.index(before.len() + 1)]),
            2 => system.put(&path, other.as_bytes()),
            _ => system.remove(&path),
        }
        for lang in Lang::ALL {
            let reporter = Reporter { lang, width, ..Reporter::new(&system) };
            for format in [full::write, concise::write, summary::write, statistics::write] {
                let report = reporter.report(&run, format);
                for line in report.lines() {
                    prop_assert!(!line.contains(is_hidden), "{line:?}");
                    prop_assert!(!line.ends_with(' '), "{line:?}");
                }
            }
            for format in [html::FORMAT, markdown::FORMAT] {
                let report = reporter.report(&run, format.write);
                prop_assert!(report.lines().all(|line| !line.contains(is_hidden)), "{report:?}");
                prop_assert_eq!(report.matches("<script>").count(), usize::from(format.word == "html"));
            }
            let mut read = 0;
            for format in Format::ALL.into_iter().filter(|format| !format.counts_by_rule) {
                let report = reporter.report(&run, format.write);
                prop_assert!(!report.lines().any(|line| line.contains(is_hidden)), "{report:?}");
                if let Some(told) = wellformed::read(format.word, &report) {
                    prop_assert_eq!(told, Told::of(&run).in_format(format.word), "{}", format.word);
                    read += 1;
                }
            }
            // All but the two for people who read no code.
            prop_assert_eq!(read, 9);
        }
    }

    #[test]
    fn lines_fit_the_terminal(text in document(), width in 60..130_usize) {
        let (system, run) = checked(settings(), &[("in.afspraak.json", text.as_bytes())]);
        let report = Reporter { width, ..Reporter::new(&system) }.report(&run, full::write);
        let labels = labels(&run);
        for line in report.lines().filter(|line| columns(line) > width) {
            // What is said behind a mark, or hangs below one, may run over; nothing else does.
            let said = line.trim_start().strip_prefix('|').map(|line| line.trim_start_matches([' ', '|', '/', '_']));
            let may = |said: &str| said.starts_with(['^', '-']) || labels.contains(said);
            prop_assert!(said.is_some_and(may), "{line:?}");
        }
    }
}

/// What is said at the related places of a run's findings.
fn labels(run: &Run) -> HashSet<String> {
    let words = Words { policy: &run.rulebooks.policies[0].policy, lang: Lang::En };
    let labels = |finding: &Finding| -> Vec<String> {
        finding.related.iter().map(|related| words.related(finding, related.label)).collect()
    };
    run.findings().flat_map(labels).collect()
}

/// The columns of a line of these documents.
fn columns(line: &str) -> usize {
    line.chars().map(|char| if "🚒漢字".contains(char) { 2 } else { usize::from(char != '\u{301}') }).sum()
}
