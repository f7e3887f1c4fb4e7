//! The file of findings that are known: a line each, sorted, so that it reads well in a diff and can be merged.
//!
//! A line has five columns with a tab between: the fingerprint, by which a finding is recognized; and for people the rule's code, the
//! subject, the document's `id` and its path. What would break a line is written as visible escapes.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::findings::fingerprint::Fingerprint;
use crate::policy::Code;
use crate::text::visible;

/// What begins a line that says nothing.
const COMMENT: char = '#';
/// What stands where there is nothing: the subject that is the whole document, an `id` that is missing or bad.
const NOTHING: &str = "-";

/// A finding that is known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// What it is recognized by.
    pub fingerprint: Fingerprint,
    /// The rule.
    pub code: Code,
    subject: Box<str>,
    document: Box<str>,
    path: Box<str>,
}

impl Entry {
    /// An entry of a finding in a document: the `id`, where it is sound, and the path from the baseline's own folder.
    pub fn new(fingerprint: Fingerprint, code: Code, subject: &str, (id, path): (Option<&str>, &str)) -> Self {
        let shown = |text: &str| Box::from(if text.is_empty() { Cow::Borrowed(NOTHING) } else { visible(text) });
        Self { fingerprint, code, subject: shown(subject), document: shown(id.unwrap_or_default()), path: shown(path) }
    }

    /// What it is about: a JSON Pointer, empty for the whole document; escapes made visible.
    pub fn subject(&self) -> &str {
        if &*self.subject == NOTHING { "" } else { &self.subject }
    }

    /// The document's `id`, where it has one that is sound; escapes made visible.
    pub fn id(&self) -> Option<&str> {
        (&*self.document != NOTHING).then_some(&*self.document)
    }

    /// The document's path from the baseline's own folder; escapes made visible.
    pub fn path(&self) -> &str {
        &self.path
    }
}

/// An entry and the bytes of the file in which it stands.
pub type Placed = (Entry, Range<usize>);

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadLine {
    /// It has not five columns.
    Columns,
    /// Its first column is no fingerprint.
    Fingerprint,
    /// Its second column is no code of a rule.
    Code,
}

/// The entries of a file, and what is wrong in it, each at its bytes. A byte order mark, CR, CR LF, empty lines and lines that stand twice
/// do no harm.
pub fn read(text: &str) -> (Vec<Placed>, Vec<(BadLine, Range<usize>)>) {
    let (mut entries, mut bad) = (Vec::new(), Vec::new());
    let mut start = 0;
    for full in text.split_inclusive(['\n', '\r']) {
        let line = full.trim_end_matches(['\r', '\n']);
        let mark = if start == 0 && line.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
        let (line, from) = (&line[mark..], start + mark);
        if !line.trim().is_empty() && !line.starts_with(COMMENT) {
            match entry(line) {
                Ok(entry) => entries.push((entry, from..from + line.len())),
                Err((fault, column)) => bad.push((fault, from + column.start..from + column.end)),
            }
        }
        start += full.len();
    }
    (entries, bad)
}

/// The entry of a line; else what is wrong with which of its bytes.
fn entry(line: &str) -> Result<Entry, (BadLine, Range<usize>)> {
    let columns: Vec<&str> = line.split('\t').collect();
    let &[fingerprint, code, subject, document, path] = columns.as_slice() else {
        return Err((BadLine::Columns, 0..line.len()));
    };
    let behind = fingerprint.len() + 1;
    Ok(Entry {
        fingerprint: Fingerprint::parse(fingerprint).ok_or((BadLine::Fingerprint, 0..fingerprint.len()))?,
        code: Code::parse(code).ok_or((BadLine::Code, behind..behind + code.len()))?,
        subject: subject.into(),
        document: document.into(),
        path: path.into(),
    })
}

/// The text of a file with these entries, below some lines of comment.
pub fn write(comments: &[&str], entries: &BTreeSet<Entry>) -> String {
    let comments = comments.iter().map(|comment| format!("{COMMENT} {comment}\n"));
    let line = |entry: &Entry| {
        let Entry { fingerprint, code, subject, document, path } = entry;
        format!("{fingerprint}\t{code}\t{subject}\t{document}\t{path}\n")
    };
    comments.chain(entries.iter().map(line)).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{BadLine, Entry, read, write};
    use crate::findings::fingerprint::Fingerprint;
    use crate::policy::Code;

    fn entry(first: u8, subject: &str, id: Option<&str>, path: &str) -> Entry {
        let mut bytes = [0xAB; 16];
        bytes[0] = first;
        Entry::new(Fingerprint(bytes), Code::parse("R301").unwrap(), subject, (id, path))
    }

    #[test]
    fn what_is_written_is_read_back_and_sorted() {
        let odd = entry(0, "/a\tb/\u{202E}\n", Some("id\r"), "map met\tspaties/ü");
        let entries: BTreeSet<Entry> = [entry(2, "", None, "a"), entry(1, "/x", Some("b"), "c"), odd.clone()].into();
        let text = write(&["een", "two"], &entries);
        assert_eq!(text.lines().count(), 5);
        assert!(text.starts_with("# een\n# two\n00abab"), "{text}");
        assert!(text.contains("\tR301\t/a\\u{9}b/\\u{202E}\\u{A}\tid\\u{D}\tmap met\\u{9}spaties/ü\n"), "{text}");
        let (back, bad) = read(&text);
        assert_eq!(bad, []);
        assert!(back.iter().map(|(entry, _)| entry).eq(&entries));
        assert!(back.iter().all(|(entry, at)| text[at.clone()].starts_with(&entry.fingerprint.to_string())));
        assert_eq!((back[0].0.id(), back[2].0.id(), back[2].0.subject()), (Some("id\\u{D}"), None, ""));
    }

    #[test]
    fn marks_line_ends_and_repetitions_do_no_harm() {
        let text = write(&["x"], &[entry(1, "/x", None, "a")].into());
        let odd = format!("\u{FEFF}{}\r\n \r\n{}", text.replace('\n', "\r\n"), text.lines().last().unwrap());
        let (entries, bad) = read(&odd);
        assert_eq!((entries.len(), bad.len()), (2, 0));
        assert_eq!(entries[0].0, entries[1].0);
        let (entries, bad) = read(&format!("\u{FEFF}{}", text.lines().last().unwrap()));
        assert_eq!((entries.len(), bad.len(), entries[0].1.start), (1, 0, 3));
    }

    #[test]
    fn bad_lines_are_told_with_their_place() {
        let sound = write(&[], &[entry(1, "/x", None, "a")].into());
        let text = format!(
            "{sound}x\ty\n{}{}<<<<<<< HEAD\r\n",
            sound.replacen("01ab", "01xb", 1),
            sound.replacen("R301", "Q301", 1)
        );
        let (entries, bad) = read(&text);
        let bad: Vec<_> = bad.iter().map(|(fault, at)| (*fault, &text[at.clone()])).collect();
        assert_eq!(entries.len(), 1);
        assert_eq!(bad[0], (BadLine::Columns, "x\ty"));
        assert_eq!(bad[1], (BadLine::Fingerprint, &*format!("01xb{}", "ab".repeat(14))));
        assert_eq!(bad[2], (BadLine::Code, "Q301"));
        assert_eq!(bad[3], (BadLine::Columns, "<<<<<<< HEAD"));
    }
}
