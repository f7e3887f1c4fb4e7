//! A sheet as a page of a book: code stays code, and a document stands in a fence with what is said of its lines.

use std::io::{self, Write};

use super::{escape, hanging, paragraph};
use crate::report::sheet::{self, Block, Line, Margin, Sheet};
use crate::report::ticks::TICK;
use crate::text::visible;

/// The columns for a document and what is said of it.
const COLUMNS: usize = 100;
/// The backticks around a document, at least.
const FENCE: usize = 3;

/// Writes the page.
///
/// # Errors
/// Those of the writer.
pub fn page(out: &mut dyn Write, sheet: &Sheet) -> io::Result<()> {
    writeln!(out, "# {}", escape(&sheet.title))?;
    if !sheet.subtitle.is_empty() {
        write!(out, "\n**{}**\n", paragraph(&sheet.subtitle))?;
    }
    sheet.blocks.iter().try_for_each(|each| block(out, each))
}

fn block(out: &mut dyn Write, block: &Block) -> io::Result<()> {
    let heading = |out: &mut dyn Write, heading: &str| write!(out, "\n## {}\n\n", paragraph(heading));
    match block {
        Block::Text(text) => write!(out, "\n{}\n", paragraph(text)),
        Block::Facts(some) => out.write_all(b"\n").and_then(|()| facts(out, some)),
        Block::Named(name, some) => heading(out, name).and_then(|()| facts(out, some)),
        Block::Section(name, text) => heading(out, name).and_then(|()| writeln!(out, "{}", paragraph(text))),
        Block::List(name, items) => {
            heading(out, name).and_then(|()| items.iter().try_for_each(|item| writeln!(out, "- {}", hanging(item))))
        }
        Block::Document(name, lines) => heading(out, name).and_then(|()| document(out, lines)),
    }
}

fn facts(out: &mut dyn Write, facts: &[(String, String)]) -> io::Result<()> {
    facts.iter().try_for_each(|(label, text)| writeln!(out, "- **{}**: {}", escape(label), hanging(text)))
}

/// A document in a fence: a difference with its signs first in the line, as tools colour it, anything else as on a terminal.
fn document(out: &mut dyn Write, lines: &[Line]) -> io::Result<()> {
    let differs = lines.iter().any(|line| matches!(line.margin, Margin::Added | Margin::Removed));
    let (kind, text) = if differs {
        ("diff", lines.iter().map(signed).collect())
    } else {
        let mut text = Vec::new();
        sheet::document(&mut text, lines, COLUMNS)?;
        ("text", String::from_utf8_lossy(&text).into_owned())
    };
    let longest = text.split(|char| char != TICK).map(str::len).max().unwrap_or_default();
    let fence = TICK.to_string().repeat(FENCE.max(longest + 1));
    write!(out, "{fence}{kind}\n{text}{fence}\n")
}

/// A line of a difference.
fn signed(line: &Line) -> String {
    let text = visible(&line.text);
    match line.margin {
        Margin::Added => format!("+ {text}\n"),
        Margin::Removed => format!("- {text}\n"),
        Margin::File => format!("@@ {text} @@\n"),
        Margin::Skipped => "  ...\n".to_owned(),
        Margin::Same | Margin::Number(_) => format!("  {text}\n"),
    }
}

#[cfg(test)]
mod tests {
    use super::page;
    use crate::policy::Level;
    use crate::report::sheet::{Block, Line, Margin, Mark, Sheet};

    fn shown(blocks: Vec<Block>) -> String {
        let mut out = Vec::new();
        page(&mut out, &Sheet { title: "A_1".to_owned(), subtitle: "Zie `x`".to_owned(), blocks }).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn line(margin: Margin, text: &str) -> Line {
        Line { margin, text: text.to_owned(), marks: Vec::new() }
    }

    #[test]
    fn code_stays_code_and_further_lines_stand_in() {
        let facts = vec![("ernst".to_owned(), "fout\n*soms* `hint`".to_owned())];
        let list = Block::List("Goed".to_owned(), vec!["een\ntwee".to_owned()]);
        assert_eq!(
            shown(vec![Block::Facts(facts), Block::Section("Waarom".to_owned(), "Om `y`.".to_owned()), list]),
            "# A\\_1\n\n**Zie `x`**\n\n- **ernst**: fout\\\n  \\*soms\\* `hint`\n\n## Waarom\n\nOm `y`.\n\n\
             ## Goed\n\n- een\\\n  twee\n"
        );
    }

    #[test]
    fn documents_stand_in_fences_that_they_cannot_close() {
        let mark = Mark { bytes: 0..3, level: Some(Level::Error), text: "zo niet".to_owned(), see: Vec::new() };
        let marked = Line { marks: vec![mark], ..line(Margin::Number(1), "```\u{202E}") };
        let text = shown(vec![Block::Document("Niet".to_owned(), vec![marked])]);
        assert!(text.ends_with("## Niet\n\n````text\n  1 | ```\\u{202E}\n    | ^^^ zo niet\n````\n"), "{text}");
        let lines = vec![
            line(Margin::File, "a.json"),
            line(Margin::Same, "{"),
            line(Margin::Removed, "1"),
            line(Margin::Added, "2"),
            line(Margin::Skipped, ""),
        ];
        let text = shown(vec![Block::Document("Wel".to_owned(), lines)]);
        assert!(text.ends_with("## Wel\n\n```diff\n@@ a.json @@\n  {\n- 1\n+ 2\n  ...\n```\n"), "{text}");
    }
}
