//! Which lines differ between two short texts.

use crate::report::sheet::{Line, Margin};

/// The most lines of a text that are compared.
const MOST: usize = 300;
/// Lines shown before and behind what differs.
const AROUND: usize = 1;

/// The lines of two texts in one list, and how many differ; `None` where a text is too long.
pub(super) fn diff(old: &str, new: &str) -> Option<(Vec<Line>, usize)> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    if old.len() > MOST || new.len() > MOST {
        return None;
    }
    let lengths = lengths(&old, &new);
    let (mut i, mut j) = (0, 0);
    let mut lines = Vec::with_capacity(old.len() + new.len());
    let mut push = |margin, text: &str| lines.push(Line { margin, text: text.to_owned(), marks: Vec::new() });
    while let (Some(one), Some(other)) = (old.get(i), new.get(j)) {
        if one == other {
            push(Margin::Same, one);
            (i, j) = (i + 1, j + 1);
        } else if lengths[i + 1][j] >= lengths[i][j + 1] {
            push(Margin::Removed, one);
            i += 1;
        } else {
            push(Margin::Added, other);
            j += 1;
        }
    }
    old.iter().skip(i).for_each(|line| push(Margin::Removed, line));
    new.iter().skip(j).for_each(|line| push(Margin::Added, line));
    let changed = lines.iter().filter(|line| line.margin != Margin::Same).count();
    Some((lines, changed))
}

/// For each pair of places how many lines the rests have in common.
fn lengths(old: &[&str], new: &[&str]) -> Vec<Vec<usize>> {
    let mut lengths = vec![vec![0; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            let skipped = lengths[i + 1][j].max(lengths[i][j + 1]);
            lengths[i][j] = if old[i] == new[j] { lengths[i + 1][j + 1] + 1 } else { skipped };
        }
    }
    lengths
}

/// What differs, with a line around it; where lines are left out in between, that shows.
pub(super) fn cropped(lines: Vec<Line>) -> Vec<Line> {
    let differs: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].margin != Margin::Same).collect();
    let near = |at: usize| differs.iter().any(|differs| at.abs_diff(*differs) <= AROUND);
    let mut kept = Vec::new();
    let mut last = None;
    for (at, line) in lines.into_iter().enumerate().filter(|(at, _)| near(*at)) {
        if last.is_some_and(|last| at > last + 1) {
            kept.push(Line { margin: Margin::Skipped, ..Line::default() });
        }
        last = Some(at);
        kept.push(line);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::{cropped, diff};
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
        let (lines, changed) = diff("a\nb\nc\nd\ne\nf", "a\nB\nc\nd\ne\nf\ng").unwrap();
        assert_eq!(shown(&lines), " a|-b|+B| c| d| e| f|+g");
        assert_eq!(changed, 3);
        assert_eq!(shown(&cropped(lines)), " a|-b|+B| c|~| f|+g");
        assert_eq!(diff("", "").unwrap().1, 0);
        assert!(diff(&"x\n".repeat(301), "").is_none());
    }
}
