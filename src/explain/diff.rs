//! Which lines differ between two texts, as a person reads them.

use crate::report::sheet::{Line, Margin};
use crate::text::diff::{self, hunks};

/// Lines shown before and behind what differs.
const AROUND: usize = 1;

/// The lines that differ, with a line around them, and how many they are. Where lines are left out in between, that shows.
pub(super) fn diff(old: &str, new: &str) -> (Vec<Line>, usize) {
    let (mut lines, mut changed) = (Vec::new(), 0);
    for (number, hunk) in hunks(&closed(old), &closed(new), AROUND).into_iter().enumerate() {
        if number > 0 {
            lines.push(Line { margin: Margin::Skipped, ..Line::default() });
        }
        for line in hunk.lines {
            let (margin, text) = match line {
                diff::Line::Same(text) => (Margin::Same, text),
                diff::Line::Removed(text) => (Margin::Removed, text),
                diff::Line::Added(text) => (Margin::Added, text),
            };
            changed += usize::from(margin != Margin::Same);
            lines.push(Line { margin, text: text.trim_end_matches(['\r', '\n']).to_owned(), marks: Vec::new() });
        }
    }
    (lines, changed)
}

/// The text with an end to its last line: that it has none is no difference to a reader.
fn closed(text: &str) -> String {
    if text.is_empty() || text.ends_with('\n') { text.to_owned() } else { format!("{text}\n") }
}

#[cfg(test)]
mod tests {
    use super::diff;
    use crate::report::sheet::{Line, Margin};

    fn shown(lines: &[Line]) -> String {
        let sign = |line: &Line| match line.margin {
            Margin::Added => '+',
            Margin::Removed => '-',
            Margin::Skipped => '~',
            _ => ' ',
        };
        lines.iter().map(|line| format!("{}{}", sign(line), line.text)).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn lines_that_differ_stand_together() {
        let (lines, changed) = diff("a\nb\nc\nd\ne\nf", "a\nB\nc\nd\ne\nf\ng");
        assert_eq!(shown(&lines), " a|-b|+B| c|~| f|+g");
        assert_eq!(changed, 3);
        assert_eq!(diff("a", "a\n"), (Vec::new(), 0));
    }
}
