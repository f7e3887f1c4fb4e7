//! A sheet for people to read on a terminal: a title, facts in two columns, paragraphs, lists, and documents with marked lines.

use std::io::{self, Write};

use crate::policy::Level;
use crate::report::paint::{ASIDE, BOLD, PLAIN, Paint, Style, of_level};
use crate::report::terminal::{MAX_PROSE, MIN_WIDTH};
use crate::report::wrap::{columns, wrap};
use crate::text::{visible, visible_lines};

/// How far text stands in below its heading, in columns.
const INDENT: usize = 2;

/// A sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What it is about, in one line: code and name.
    pub title: String,
    /// What that is called by people.
    pub subtitle: String,
    /// What stands below.
    pub blocks: Vec<Block>,
}

/// A part of a sheet; an empty line stands before each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Running text.
    Text(String),
    /// Facts: a short label and a text each.
    Facts(Vec<(String, String)>),
    /// Facts under a heading.
    Named(String, Vec<(String, String)>),
    /// Running text under a heading.
    Section(String, String),
    /// A list under a heading.
    List(String, Vec<String>),
    /// A document, or a part of one, under a heading.
    Document(String, Vec<Line>),
}

/// A line of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// What stands before it.
    pub margin: Margin,
    /// Its text.
    pub text: String,
    /// What is said of parts of it.
    pub marks: Vec<Mark>,
}

/// What stands before a line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Margin {
    /// Its number, from 1.
    Number(usize),
    /// That it is new.
    Added,
    /// That it is gone.
    Removed,
    /// Nothing.
    #[default]
    Same,
    /// That lines are left out here.
    Skipped,
    /// That a file begins here: the text is its name.
    File,
}

/// Something said of a part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The part's bytes in the line.
    pub bytes: std::ops::Range<usize>,
    /// The level of what was found; `None` for a place that explains it.
    pub level: Option<Level>,
    /// What is said.
    pub text: String,
    /// Where to look beside: places in other files, each with what is said of them.
    pub see: Vec<String>,
}

/// Writes a sheet in so many columns.
///
/// # Errors
/// Those of the writer.
pub fn write(out: &mut dyn Write, page: &Sheet, (color, width): (bool, usize)) -> io::Result<()> {
    let width = width.max(MIN_WIDTH);
    let mut layout = Layout { paint: Paint::new(out, color), width, prose: width.min(MAX_PROSE) };
    layout.heading(&page.title)?;
    if !page.subtitle.is_empty() {
        layout.text(0, &page.subtitle)?;
    }
    for block in &page.blocks {
        layout.paint.put(PLAIN, "\n")?;
        layout.block(block)?;
    }
    layout.paint.flush()
}

/// Writes parts of a sheet by themselves, in so many columns.
///
/// # Errors
/// Those of the writer.
pub fn blocks(out: &mut dyn Write, blocks: &[Block], (color, width): (bool, usize)) -> io::Result<()> {
    let width = width.max(MIN_WIDTH);
    let mut layout = Layout { paint: Paint::new(out, color), width, prose: width.min(MAX_PROSE) };
    blocks.iter().try_for_each(|block| layout.block(block))?;
    layout.paint.flush()
}

/// Writes the lines of a document by themselves, without colours, in so many columns.
///
/// # Errors
/// Those of the writer.
pub fn document(out: &mut dyn Write, lines: &[Line], columns: usize) -> io::Result<()> {
    let mut layout = Layout { paint: Paint::new(out, false), width: columns, prose: columns.min(MAX_PROSE) };
    layout.document(lines)?;
    layout.paint.flush()
}

struct Layout<'w> {
    paint: Paint<'w>,
    width: usize,
    prose: usize,
}

impl Layout<'_> {
    fn block(&mut self, block: &Block) -> io::Result<()> {
        match block {
            Block::Text(text) => self.text(0, text),
            Block::Facts(facts) => self.facts(facts),
            Block::Named(heading, facts) => {
                self.heading(heading)?;
                self.facts(facts)
            }
            Block::Section(heading, text) => {
                self.heading(heading)?;
                self.text(INDENT, text)
            }
            Block::List(heading, items) => {
                self.heading(heading)?;
                items.iter().try_for_each(|item| self.hanging("- ", item))
            }
            Block::Document(heading, lines) => {
                self.heading(heading)?;
                self.document(lines)
            }
        }
    }

    fn heading(&mut self, heading: &str) -> io::Result<()> {
        self.paint.put(BOLD, &format!("{}\n", visible(heading)))
    }

    fn text(&mut self, indent: usize, text: &str) -> io::Result<()> {
        for line in wrap(&visible_lines(text), self.prose.saturating_sub(indent)) {
            self.paint.put(PLAIN, &format!("{:indent$}{line}\n", ""))?;
        }
        Ok(())
    }

    /// Text behind a sign, with further lines below the text.
    fn hanging(&mut self, sign: &str, text: &str) -> io::Result<()> {
        let indent = INDENT + sign.len();
        for (index, line) in wrap(&visible_lines(text), self.prose.saturating_sub(indent)).iter().enumerate() {
            let before = if index == 0 { sign } else { "" };
            self.paint.put(PLAIN, &format!("{:INDENT$}{before:1$}{line}\n", "", sign.len()))?;
        }
        Ok(())
    }

    fn facts(&mut self, facts: &[(String, String)]) -> io::Result<()> {
        let widest = facts.iter().map(|(label, _)| columns(label)).max().unwrap_or_default();
        let column = INDENT + widest + 2;
        for (label, text) in facts {
            for (index, line) in wrap(&visible_lines(text), self.prose.saturating_sub(column)).iter().enumerate() {
                if index == 0 {
                    self.paint.put(BOLD, &format!("{:INDENT$}{label}", ""))?;
                    self.paint.put(PLAIN, &" ".repeat(column - INDENT - columns(label)))?;
                } else {
                    self.paint.put(PLAIN, &" ".repeat(column))?;
                }
                self.paint.put(PLAIN, &format!("{line}\n"))?;
            }
        }
        Ok(())
    }

    fn document(&mut self, lines: &[Line]) -> io::Result<()> {
        let number = |line: &Line| if let Margin::Number(number) = line.margin { number } else { 0 };
        let digits = lines.iter().map(number).max().unwrap_or_default().max(1).to_string().len();
        for (index, line) in lines.iter().enumerate() {
            let (margin, style) = match line.margin {
                Margin::File => {
                    self.file(index == 0, &line.text)?;
                    continue;
                }
                Margin::Number(number) => (number.to_string(), PLAIN),
                Margin::Added => ("+".to_owned(), "32"),
                Margin::Removed => ("-".to_owned(), "31"),
                Margin::Same => (String::new(), PLAIN),
                Margin::Skipped => ("...".to_owned(), ASIDE),
            };
            if line.margin == Margin::Skipped {
                self.paint.put(style, &format!("{:INDENT$}{margin:>digits$}\n", ""))?;
                continue;
            }
            let border = if style == PLAIN { ASIDE } else { style };
            self.paint.put(border, &format!("{:INDENT$}{margin:>digits$} | ", ""))?;
            self.paint.put(style, &format!("{}\n", visible(&line.text)))?;
            for mark in &line.marks {
                self.mark(digits, &line.text, mark)?;
            }
        }
        Ok(())
    }

    /// The name of a file above its lines, with an empty line before it unless it is the first.
    fn file(&mut self, first: bool, name: &str) -> io::Result<()> {
        let before = if first { "" } else { "\n" };
        self.paint.put(ASIDE, &format!("{before}{:INDENT$}── ", ""))?;
        self.paint.put(BOLD, &format!("{}\n", visible(name)))
    }

    /// What is said of a part of a line, below it.
    fn mark(&mut self, digits: usize, line: &str, mark: &Mark) -> io::Result<()> {
        let part = |range: std::ops::Range<usize>| visible(line.get(range).unwrap_or_default()).into_owned();
        let before = columns(&part(0..mark.bytes.start));
        let under = columns(&part(mark.bytes.clone())).max(1);
        let (style, sign): (Style, &str) = mark.level.map_or((ASIDE, "-"), |level| (of_level(level), "^"));
        let margin = INDENT + digits + 1;
        let indent = margin + 2 + before;
        self.border(margin)?;
        self.paint.put(style, &format!("{:before$}{}", "", sign.repeat(under)))?;
        // Behind the signs where there is room, else below them.
        let room = self.width.saturating_sub(indent + under + 1);
        let text = visible(&mark.text);
        let indent = before.min(self.width / 3);
        if columns(&text) <= room {
            self.paint.put(style, &format!(" {text}\n"))?;
        } else {
            self.paint.put(PLAIN, "\n")?;
            self.below((margin, indent), style, ("", &text))?;
        }
        mark.see.iter().try_for_each(|see| self.below((margin, indent), ASIDE, ("::: ", &visible(see))))
    }

    /// Text below a mark, behind a border and an indent; the sign stands before its first line.
    fn below(&mut self, (margin, indent): (usize, usize), style: Style, (sign, text): (&str, &str)) -> io::Result<()> {
        let room = self.prose.saturating_sub(margin + 2 + indent + sign.len());
        for (index, line) in wrap(text, room).iter().enumerate() {
            let before = if index == 0 { sign } else { "" };
            self.border(margin)?;
            self.paint.put(style, &format!("{:indent$}{before:1$}{line}\n", "", sign.len()))?;
        }
        Ok(())
    }

    fn border(&mut self, margin: usize) -> io::Result<()> {
        self.paint.put(ASIDE, &format!("{:margin$}| ", ""))
    }
}

#[cfg(test)]
mod tests {
    use super::{Block, Line, Margin, Mark, Sheet, write};
    use crate::policy::Level;

    fn shown(blocks: Vec<Block>, color: bool) -> String {
        let page = Sheet { title: "R301".to_owned(), subtitle: "Wat het is".to_owned(), blocks };
        let mut out = Vec::new();
        write(&mut out, &page, (color, 40)).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn facts_stand_in_two_columns_and_lists_hang() {
        let facts = vec![("ernst".to_owned(), "fout in alle fasen, behalve in de eerste fase".to_owned())];
        let list = Block::List("Lijst".to_owned(), vec!["een tamelijk lange regel die niet past".to_owned()]);
        assert_eq!(
            shown(vec![Block::Facts(facts), list], false),
            "R301\nWat het is\n\n  ernst  fout in alle fasen, behalve in\n         de eerste fase\n\n\
             Lijst\n  - een tamelijk lange regel die niet\n    past\n"
        );
    }

    #[test]
    fn a_mark_stands_below_its_part_of_the_line() {
        let mark = |text: &str, level| Mark { bytes: 5..9, level, text: text.to_owned(), see: Vec::new() };
        let marks = vec![mark("kort", Some(Level::Error)), mark("te lang om hier achter te staan", None)];
        let line = Line { margin: Margin::Number(12), text: "\"a\": true".to_owned(), marks };
        let gone = Line { margin: Margin::Removed, text: "x\u{1B}".to_owned(), marks: Vec::new() };
        assert_eq!(
            shown(vec![Block::Document("Hier".to_owned(), vec![line, gone])], false),
            "R301\nWat het is\n\nHier\n  12 | \"a\": true\n     |      ^^^^ kort\n     |      ----\n\
             \u{20}    |      te lang om hier achter te\n     |      staan\n   - | x\\u{1B}\n"
        );
        let hostile = "a\u{1B}b\u{202E}".to_owned();
        let blocks = vec![
            Block::Text(hostile.clone()),
            Block::Facts(vec![("l".to_owned(), hostile.clone())]),
            Block::List(hostile.clone(), vec![hostile.clone()]),
            Block::Section(hostile.clone(), hostile),
        ];
        assert!(!shown(blocks, false).contains(['\u{1B}', '\u{202E}']));
        assert!(shown(Vec::new(), true).contains("\u{1B}[1mR301\u{1B}[0m"));
    }
}
