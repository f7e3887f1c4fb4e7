//! A page as its parts: comments that say something of the next block, and fenced blocks.

use std::fs;
use std::path::{Path, PathBuf};

/// The languages in which there is a book.
pub(super) const BOOKS: [&str; 2] = ["en", "nl"];

/// A page, by its path from the repository's root.
pub(super) struct Page {
    pub(super) path: String,
    pub(super) text: String,
}

/// A part of a page, with the number of its first line, from 1.
pub(super) enum Part {
    /// `<!-- word: value -->`
    Note { line: usize, word: String, value: String },
    /// A fenced block: what stands behind the fence, and its lines.
    Block { line: usize, kind: String, lines: Vec<String> },
}

/// A path of the repository.
pub(super) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// All pages of a book but its summary, sorted by path.
pub(super) fn book(lang: &str) -> Vec<Page> {
    fn collect(folder: &str, found: &mut Vec<String>) {
        for entry in fs::read_dir(repository(folder)).unwrap().map(Result::unwrap) {
            let path = format!("{folder}/{}", entry.file_name().to_str().unwrap());
            if entry.file_type().unwrap().is_dir() {
                collect(&path, found);
            } else {
                found.push(path);
            }
        }
    }
    let mut paths = Vec::new();
    collect(&format!("docs/{lang}/src"), &mut paths);
    paths.retain(|path| path.strip_suffix(".md").is_some_and(|page| !page.ends_with("/SUMMARY")));
    paths.sort();
    assert!(!paths.is_empty(), "{lang}");
    paths.iter().map(|path| Page::read(path)).collect()
}

impl Page {
    pub(super) fn read(path: &str) -> Self {
        let text = fs::read_to_string(repository(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        Self { path: path.to_owned(), text }
    }

    /// The page's comments and blocks, in order.
    pub(super) fn parts(&self) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut lines = self.text.lines().enumerate();
        while let Some((at, line)) = lines.next() {
            let line_number = at + 1;
            if let Some(kind) = line.strip_prefix("```") {
                let lines = lines.by_ref().map(|(_, line)| line.to_owned()).take_while(|line| line != "```").collect();
                parts.push(Part::Block { line: line_number, kind: kind.to_owned(), lines });
            } else if let Some((word, value)) = note(line) {
                parts.push(Part::Note { line: line_number, word: word.to_owned(), value: value.to_owned() });
            }
        }
        parts
    }

    /// The lines outside of blocks, with their numbers.
    pub(super) fn prose(&self) -> impl Iterator<Item = (usize, &str)> {
        let mut inside = false;
        let lines = self.text.lines().enumerate();
        lines.filter_map(move |(at, line)| {
            let fence = line.starts_with("```");
            inside ^= fence;
            (!fence && !inside).then_some((at + 1, line))
        })
    }

    /// The anchors of its headings below the title: those that they name, else those that follow from their words.
    pub(super) fn anchors(&self) -> Vec<String> {
        let headings = self.prose().filter_map(|(_, line)| line.strip_prefix("##"));
        headings.map(|heading| anchor(heading.trim_start_matches('#').trim())).collect()
    }
}

fn note(line: &str) -> Option<(&str, &str)> {
    let (word, value) = line.strip_prefix("<!--")?.strip_suffix("-->")?.trim().split_once(':')?;
    Some((word, value.trim()))
}

fn anchor(heading: &str) -> String {
    if let Some((_, rest)) = heading.split_once("{#") {
        return rest.trim_end_matches('}').to_owned();
    }
    let kept = heading.to_lowercase().replace(' ', "-");
    kept.chars().filter(|char| char.is_alphanumeric() || matches!(char, '-' | '_')).collect()
}
