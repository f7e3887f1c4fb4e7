//! Which lines differ between two texts, as hunks of a unified diff.

use std::ops::Range;

use imara_diff::{Algorithm, Diff, InternedInput};

/// Lines shown before and behind what differs, as patch tools expect them.
pub const AROUND: usize = 3;

/// What became of a line. Line ends belong to lines; LF ends one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line<'t> {
    /// It stands in both texts.
    Same(&'t str),
    /// It stands in the old one.
    Removed(&'t str),
    /// It stands in the new one.
    Added(&'t str),
}

/// Lines that differ, with some around them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hunk<'t> {
    /// The lines of the old text that it covers, 0-based.
    pub old: Range<usize>,
    /// The lines of the new text.
    pub new: Range<usize>,
    /// The lines; what is removed comes before what is added in its place.
    pub lines: Vec<Line<'t>>,
}

/// The hunks in their order, each with so many lines before and behind what differs; none where the texts are equal.
#[must_use]
pub fn hunks<'t>(old: &'t str, new: &'t str, around: usize) -> Vec<Hunk<'t>> {
    let (old, new): (Vec<&str>, Vec<&str>) = (lines(old), lines(new));
    let mut hunks: Vec<Hunk<'t>> = Vec::new();
    for (gone, come) in changes(&old, &new) {
        let before = gone.start.min(around);
        let start = gone.start - before;
        let joins = hunks.last().is_some_and(|last| start <= last.old.end + around);
        if joins && let Some(last) = hunks.last_mut() {
            last.reach(&old, gone.start);
        } else {
            close(hunks.last_mut(), &old, around);
            let mut hunk = Hunk { old: start..start, new: come.start - before..come.start - before, lines: Vec::new() };
            hunk.reach(&old, gone.start);
            hunks.push(hunk);
        }
        if let Some(last) = hunks.last_mut() {
            last.lines.extend(old.get(gone.clone()).into_iter().flatten().map(|line| Line::Removed(line)));
            last.lines.extend(new.get(come.clone()).into_iter().flatten().map(|line| Line::Added(line)));
            (last.old.end, last.new.end) = (gone.end, come.end);
        }
    }
    close(hunks.last_mut(), &old, around);
    hunks
}

/// Adds the lines behind the last change of a hunk.
fn close<'t>(hunk: Option<&mut Hunk<'t>>, old: &[&'t str], around: usize) {
    if let Some(hunk) = hunk {
        let end = hunk.old.end;
        hunk.reach(old, (end + around).min(old.len()));
    }
}

impl<'t> Hunk<'t> {
    /// Takes lines that are the same in up to a line of the old text.
    fn reach(&mut self, old: &[&'t str], end: usize) {
        let same = old.get(self.old.end..end).unwrap_or_default();
        self.lines.extend(same.iter().map(|line| Line::Same(line)));
        self.new.end += same.len();
        self.old.end += same.len();
    }
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// Blocks of lines that have others in their place, in order; between them all is the same.
fn changes(old: &[&str], new: &[&str]) -> Vec<(Range<usize>, Range<usize>)> {
    let mut input = InternedInput::default();
    input.update_before(old.iter().copied());
    input.update_after(new.iter().copied());
    let diff = Diff::compute(Algorithm::Histogram, &input);
    let wide = |lines: Range<u32>| lines.start as usize..lines.end as usize;
    diff.hunks().map(|hunk| (wide(hunk.before), wide(hunk.after))).collect()
}

#[cfg(test)]
mod tests {
    use super::{AROUND, Hunk, Line, hunks};

    /// Numbers from 0 on, a line each, and something behind each.
    fn numbers(count: usize, behind: &str) -> String {
        (0..count).map(|number| format!("{number}\n{behind}")).collect::<Vec<_>>().concat()
    }

    /// The hunks, each on a line: what they cover, and their lines.
    fn shown(old: &str, new: &str) -> Vec<String> {
        let line = |line: &Line<'_>| match line {
            Line::Same(text) => format!(" {}", text.trim_end()),
            Line::Removed(text) => format!("-{}", text.trim_end()),
            Line::Added(text) => format!("+{}", text.trim_end()),
        };
        let hunk = |hunk: &Hunk<'_>| {
            let lines: Vec<String> = hunk.lines.iter().map(line).collect();
            format!("{:?} {:?}:{}", hunk.old, hunk.new, lines.concat())
        };
        hunks(old, new, AROUND).iter().map(hunk).collect()
    }

    #[test]
    fn equal_texts_have_none() {
        assert_eq!(shown("a\nb", "a\nb"), [""; 0]);
        assert_eq!(shown("", ""), [""; 0]);
    }

    #[test]
    fn a_change_has_three_lines_around_it() {
        let old = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
        assert_eq!(shown(old, &old.replace('5', "x")), ["1..8 1..8: 2 3 4-5+x 6 7 8"]);
        assert_eq!(shown(old, &format!("0\n{old}")), ["0..3 0..4:+0 1 2 3"]);
        assert_eq!(shown(old, ""), ["0..9 0..0:-1-2-3-4-5-6-7-8-9"]);
        assert_eq!(shown("", "a\n"), ["0..0 0..1:+a"]);
        assert_eq!(shown("a", "a\n"), ["0..1 0..1:-a+a"]);
    }

    #[test]
    fn changes_that_are_near_share_a_hunk() {
        let old = numbers(20, "");
        let apart = |second: &str| shown(&old, &old.replace("\n2\n", "\nx\n").replace(second, "\ny\n"));
        assert_eq!(apart("\n9\n").len(), 1);
        let two = apart("\n10\n");
        assert_eq!(two[0], "0..6 0..6: 0 1-2+x 3 4 5");
        assert!(two[1].starts_with("7..14 7..14: 7 8 9-10+y"), "{two:?}");
    }

    #[test]
    fn large_texts_are_taken_apart_by_what_stands_as_often_in_both() {
        let old = numbers(2000, "  x\n");
        let new = old.replace("\n700\n", "\n").replace("\n1500\n", "\n1500\nnew\n");
        let hunks = hunks(&old, &new, AROUND);
        let changed = |line: &&Line<'_>| !matches!(line, Line::Same(_));
        let changed: Vec<&Line<'_>> = hunks.iter().flat_map(|hunk| &hunk.lines).filter(changed).collect();
        assert_eq!(changed, [&Line::Removed("700\n"), &Line::Added("new\n")]);
    }
}
