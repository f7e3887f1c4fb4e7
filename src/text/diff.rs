//! Which lines differ between two texts, as hunks of a unified diff.
//!
//! Lines that stand as often in one text as in the other, in the same order, are taken for the same lines; what lies between two of
//! them is compared line by line where it is small, and as a whole where it is not. So time grows with the number of lines, and the
//! same texts give the same hunks.

use std::collections::HashMap;
use std::ops::Range;

/// Lines shown before and behind what differs.
const AROUND: usize = 3;
/// Blocks with more pairs of lines than this are not compared line by line.
const PAIRS: usize = 250_000;
/// How often blocks are taken apart by such lines.
const DEPTH: u32 = 16;

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

/// The hunks in their order; none where the texts are equal.
#[must_use]
pub fn hunks<'t>(old: &'t str, new: &'t str) -> Vec<Hunk<'t>> {
    let (old, new): (Vec<&str>, Vec<&str>) = (lines(old), lines(new));
    let mut hunks: Vec<Hunk<'t>> = Vec::new();
    for (gone, come) in changes(&old, &new) {
        let before = gone.start.min(AROUND);
        let start = gone.start - before;
        let joins = hunks.last().is_some_and(|last| start <= last.old.end + AROUND);
        if joins && let Some(last) = hunks.last_mut() {
            last.reach(&old, gone.start);
        } else {
            close(hunks.last_mut(), &old);
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
    close(hunks.last_mut(), &old);
    hunks
}

/// Adds the lines behind the last change of a hunk.
fn close<'t>(hunk: Option<&mut Hunk<'t>>, old: &[&'t str]) {
    if let Some(hunk) = hunk {
        let end = hunk.old.end;
        hunk.reach(old, (end + AROUND).min(old.len()));
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
    let (old, new) = numbered(old, new);
    let mut pairs = Vec::new();
    let mut todo = vec![(0..old.len(), 0..new.len(), 0)];
    while let Some((mut left, mut right, depth)) = todo.pop() {
        while !left.is_empty() && !right.is_empty() && old[left.start] == new[right.start] {
            pairs.push((left.start, right.start));
            (left.start, right.start) = (left.start + 1, right.start + 1);
        }
        while !left.is_empty() && !right.is_empty() && old[left.end - 1] == new[right.end - 1] {
            (left.end, right.end) = (left.end - 1, right.end - 1);
            pairs.push((left.end, right.end));
        }
        if left.len().saturating_mul(right.len()) <= PAIRS {
            pairs.extend(common(&old[left.clone()], &new[right.clone()], (left.start, right.start)));
        } else if depth < DEPTH {
            let anchors = anchors(&old, &new, (&left, &right));
            if !anchors.is_empty() {
                let mut from = (left.start, right.start);
                for (one, other) in anchors.into_iter().chain([(left.end, right.end)]) {
                    todo.push((from.0..one, from.1..other, depth + 1));
                    // The anchor itself begins the block behind it, and is found there as the same line.
                    from = (one, other);
                }
            }
        }
    }
    pairs.sort_unstable();
    between(&pairs, old.len(), new.len())
}

/// The lines as numbers: equal lines have equal ones.
fn numbered<'t>(old: &[&'t str], new: &[&'t str]) -> (Vec<usize>, Vec<usize>) {
    let mut known: HashMap<&'t str, usize> = HashMap::new();
    let mut number = |line: &&'t str| {
        let next = known.len();
        *known.entry(line).or_insert(next)
    };
    (old.iter().map(&mut number).collect(), new.iter().map(&mut number).collect())
}

/// What lies between pairs of lines that are the same.
fn between(pairs: &[(usize, usize)], old: usize, new: usize) -> Vec<(Range<usize>, Range<usize>)> {
    let mut changes = Vec::new();
    let (mut left, mut right) = (0, 0);
    for (one, other) in pairs.iter().copied().chain([(old, new)]) {
        if one > left || other > right {
            changes.push((left..one, right..other));
        }
        (left, right) = (one + 1, other + 1);
    }
    changes
}

/// The longest list of pairs of equal lines in two small blocks.
fn common(old: &[usize], new: &[usize], (left, right): (usize, usize)) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    let mut lengths = vec![0_usize; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            let skipped = lengths[(i + 1) * width + j].max(lengths[i * width + j + 1]);
            lengths[i * width + j] = if old[i] == new[j] { lengths[(i + 1) * width + j + 1] + 1 } else { skipped };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            pairs.push((left + i, right + j));
            (i, j) = (i + 1, j + 1);
        } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// The lines that stand as often in one block as in the other, the first with the first and so on, as far as they come in the same
/// order in both.
fn anchors(old: &[usize], new: &[usize], (left, right): (&Range<usize>, &Range<usize>)) -> Vec<(usize, usize)> {
    let places = |lines: &[usize], block: &Range<usize>| {
        let mut places: HashMap<usize, Vec<usize>> = HashMap::new();
        for place in block.clone() {
            places.entry(lines[place]).or_default().push(place);
        }
        places
    };
    let (in_old, in_new) = (places(old, left), places(new, right));
    let mut nth: HashMap<usize, usize> = HashMap::new();
    let mut pair = |place: usize| {
        let seen = nth.entry(old[place]).or_default();
        *seen += 1;
        let others = in_new.get(&old[place])?;
        let alike = in_old.get(&old[place]).is_some_and(|places| places.len() == others.len());
        others.get(*seen - 1).filter(|_| alike).map(|other| (place, *other))
    };
    rising(&left.clone().filter_map(&mut pair).collect::<Vec<_>>())
}

/// The longest part of a list of which the second numbers rise as the first ones do.
fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // For each length the pair that ends such a part with the least second number, and the one before each pair.
    let (mut ends, mut before): (Vec<usize>, Vec<Option<usize>>) = (Vec::new(), Vec::new());
    for (at, (_, second)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| pairs[*end].1 < *second);
        before.push(length.checked_sub(1).map(|last| ends[last]));
        if length == ends.len() {
            ends.push(at);
        } else {
            ends[length] = at;
        }
    }
    let mut chain: Vec<_> = std::iter::successors(ends.last().copied(), |at| before[*at]).map(|at| pairs[at]).collect();
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use super::{Hunk, Line, hunks, rising};

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
        hunks(old, new).iter().map(hunk).collect()
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
    fn the_longest_rise() {
        assert_eq!(rising(&[(0, 5), (1, 1), (2, 2), (3, 0), (4, 3)]), [(1, 1), (2, 2), (4, 3)]);
        assert_eq!(rising(&[]), []);
    }

    #[test]
    fn large_texts_are_taken_apart_by_what_stands_as_often_in_both() {
        let old = numbers(2000, "  x\n");
        let new = old.replace("\n700\n", "\n").replace("\n1500\n", "\n1500\nnew\n");
        let hunks = hunks(&old, &new);
        let changed = |line: &&Line<'_>| !matches!(line, Line::Same(_));
        let changed: Vec<&Line<'_>> = hunks.iter().flat_map(|hunk| &hunk.lines).filter(changed).collect();
        assert_eq!(changed, [&Line::Removed("700\n"), &Line::Added("new\n")]);
    }
}
