//! Text as Markdown shows it: never as markup. And sheets as Markdown.

pub mod book;
mod plain;

use std::io::{self, Write};

use crate::report::sheet::{Block, Sheet};
use crate::report::ticks::{Piece, TICK, pieces};
use crate::text::visible;

pub use plain::plain;

/// The text in one line, so that Markdown shows it as it stands: no markup, no HTML, no link.
#[must_use]
pub fn escape(text: &str) -> String {
    let text = text.replace(['\n', '\r', '\t'], " ");
    let text = visible(&text);
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text.chars().peekable();
    while let Some(char) = rest.next() {
        let link = char == ':' && rest.peek() == Some(&'/') || char == '.' && out.to_ascii_lowercase().ends_with("www");
        let marks =
            matches!(char, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '#' | '!' | '$' | '@');
        if marks || link {
            out.push('\\');
        }
        out.push(char);
    }
    out
}

/// A text of the program's own in one line: what stands in backticks is code, the rest is as [`escape`] has it.
#[must_use]
pub fn prose(text: &str) -> String {
    let piece = |piece| match piece {
        Piece::Plain(text) => escape(&text),
        Piece::Code(text) => code(&text),
    };
    pieces(text).into_iter().map(piece).collect()
}

/// As [`prose`], where the text begins a block: no list, heading or quote begins there.
#[must_use]
pub fn opening(text: &str) -> String {
    let text = prose(text.trim_start());
    let digits = text.len() - text.trim_start_matches(|char: char| char.is_ascii_digit()).len();
    let (number, rest) = text.split_at(digits);
    // Only signs that `escape` lets through can be meant for a mark at the start of a line.
    let marks = if digits == 0 { rest.starts_with(['-', '+', '=']) } else { rest.starts_with(['.', ')']) };
    if marks { format!("{number}\\{rest}") } else { text }
}

/// Lines as they are, whatever stands in them; nothing in them is hidden.
#[must_use]
pub fn fenced(lines: &str) -> String {
    let longest = lines.split(|char| char != TICK).map(str::len).max().unwrap_or_default();
    let fence = TICK.to_string().repeat(longest.max(2) + 1);
    format!("{fence}text\n{}\n{fence}", lines.trim_end())
}

/// A text as code. Nothing is markup in it; but in a table a bar ends the cell, so a text with one stays a text.
fn code(text: &str) -> String {
    if text.contains('|') {
        return format!("\\`{}\\`", escape(text));
    }
    let text = text.replace(['\n', '\r', '\t'], " ");
    let longest = text.split(|char| char != TICK).map(str::len).max().unwrap_or_default();
    let fence = TICK.to_string().repeat(longest + 1);
    let edge = |char| char == TICK || char == ' ';
    let room = if text.starts_with(edge) || text.ends_with(edge) { " " } else { "" };
    format!("{fence}{room}{}{room}{fence}", visible(&text))
}

/// A row of a table; the cells are Markdown already.
#[must_use]
pub fn row(cells: &[String]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

/// The head of a table, and the line below it.
#[must_use]
pub fn head(cells: &[String]) -> String {
    format!("{}|{}\n", row(cells), "---|".repeat(cells.len()))
}

/// Writes a sheet.
///
/// # Errors
/// Those of the writer.
pub fn sheet(out: &mut dyn Write, sheet: &Sheet) -> io::Result<()> {
    writeln!(out, "# {}", escape(&sheet.title))?;
    if !sheet.subtitle.is_empty() {
        write!(out, "\n{}\n", escape(&sheet.subtitle))?;
    }
    sheet.blocks.iter().try_for_each(|each| block(out, each))
}

fn block(out: &mut dyn Write, block: &Block) -> io::Result<()> {
    let heading = |out: &mut dyn Write, heading: &str| write!(out, "\n## {}\n\n", escape(heading));
    match block {
        Block::Text(text) => write!(out, "\n{}\n", lines(text, "")),
        Block::Facts(some) => out.write_all(b"\n").and_then(|()| facts(out, some)),
        Block::Named(name, some) => heading(out, name).and_then(|()| facts(out, some)),
        Block::Section(name, text) => heading(out, name).and_then(|()| writeln!(out, "{}", lines(text, ""))),
        Block::List(name, items) => {
            heading(out, name).and_then(|()| items.iter().try_for_each(|item| writeln!(out, "- {}", lines(item, "  "))))
        }
        Block::Document(name, text) => heading(out, name)
            .and_then(|()| text.iter().try_for_each(|line| writeln!(out, "    {}", visible(&line.text)))),
    }
}

fn facts(out: &mut dyn Write, facts: &[(String, String)]) -> io::Result<()> {
    facts.iter().try_for_each(|(label, text)| writeln!(out, "- {}: {}", escape(label), lines(text, "  ")))
}

/// The text with its line ends kept, further lines behind an indent.
fn lines(text: &str, indent: &str) -> String {
    text.split('\n').map(escape).collect::<Vec<_>>().join(&format!("\\\n{indent}"))
}

/// Running text of the program's own, its line ends kept; each line as [`prose`] has it.
#[must_use]
pub fn paragraph(text: &str) -> String {
    text.split('\n').map(prose).collect::<Vec<_>>().join("\\\n")
}

/// Running text in a list: further lines stand in as the first one does.
fn hanging(text: &str) -> String {
    paragraph(text).replace('\n', "\n  ")
}

/// A sheet for little room, such as a window beside the text: headings in bold.
#[must_use]
pub fn brief(sheet: &Sheet) -> String {
    let mut out = format!("**{}**", paragraph(&sheet.title));
    if !sheet.subtitle.is_empty() {
        out.extend([" · ", &paragraph(&sheet.subtitle)]);
    }
    for block in &sheet.blocks {
        out.push_str("\n\n");
        out.push_str(&brief_block(block));
    }
    out
}

fn brief_block(block: &Block) -> String {
    let items =
        |items: &mut dyn Iterator<Item = String>| items.map(|item| format!("- {item}")).collect::<Vec<_>>().join("\n");
    let facts = |facts: &[(String, String)]| {
        items(&mut facts.iter().map(|(label, text)| format!("{}: {}", escape(label), hanging(text))))
    };
    match block {
        Block::Text(text) => paragraph(text),
        Block::Facts(some) => facts(some),
        Block::Named(name, some) => format!("**{}**\n\n{}", escape(name), facts(some)),
        Block::Section(name, text) => format!("**{}**\n\n{}", escape(name), paragraph(text)),
        Block::List(name, some) => {
            format!("**{}**\n\n{}", paragraph(name), items(&mut some.iter().map(|text| hanging(text))))
        }
        Block::Document(name, text) => {
            let lines = text.iter().map(|line| format!("    {}", visible(&line.text)));
            format!("**{}**\n\n{}", escape(name), lines.collect::<Vec<_>>().join("\n"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{brief, escape, fenced, head, opening, paragraph, prose, row, sheet};
    use crate::report::sheet::{Block, Sheet};

    #[test]
    fn what_would_be_markup_is_text() {
        assert_eq!(escape("a|b <i>*x*</i> [l](u)"), r"a\|b \<i\>\*x\*\</i\> \[l\](u)");
        assert_eq!(escape("zie https://x.nl en WWW.x.nl\nverder"), r"zie https\://x.nl en WWW\.x.nl verder");
        assert_eq!(escape("a\u{1B}\u{202E}b"), r"a\\u{1B}\\u{202E}b");
        assert_eq!(escape("één-op-één, 3.1"), "één-op-één, 3.1");
    }

    #[test]
    fn code_of_our_own_texts_is_marked() {
        assert_eq!(prose("zet `a_b` bij *x*"), r"zet `a_b` bij \*x\*");
        assert_eq!(prose("bij `a|b`"), r"bij \`a\|b\`");
        assert_eq!(prose("bij `a\u{FDD0}b\u{1B}`"), "bij ``a`b\\u{1B}``");
        assert_eq!(prose("bij `\u{FDD0}`"), "bij `` ` ``");
        assert_eq!(prose("een ` alleen"), r"een \` alleen");
    }

    #[test]
    fn sheets() {
        let facts = vec![("soort".to_owned(), "a\nb".to_owned())];
        let blocks = vec![
            Block::Text("Tekst".to_owned()),
            Block::Named("Kop".to_owned(), facts),
            Block::List("Lijst".to_owned(), vec!["*een*".to_owned()]),
        ];
        let mut out = Vec::new();
        sheet(&mut out, &Sheet { title: "T".to_owned(), subtitle: "S".to_owned(), blocks }).unwrap();
        let wanted = "# T\n\nS\n\nTekst\n\n## Kop\n\n- soort: a\\\n  b\n\n## Lijst\n\n- \\*een\\*\n";
        assert_eq!(String::from_utf8(out).unwrap(), wanted);
    }

    #[test]
    fn code_stays_code_and_nothing_else_is_markup() {
        assert_eq!(paragraph("het id `a-b`: *x*"), r"het id `a-b`: \*x\*");
        assert_eq!(paragraph("een ` alleen <b>"), r"een \` alleen \<b\>");
        assert_eq!(paragraph("leeg: ``"), r"leeg: \`\`");
        assert_eq!(paragraph("`<script>\u{202E}`\n`a\nb`"), "`<script>\\u{202E}`\\\n\\`a\\\nb\\`");
        let blocks =
            vec![Block::Text("Zie `x`.".to_owned()), Block::List("Lijst".to_owned(), vec!["[a](b)\nc".to_owned()])];
        let shown = brief(&Sheet { title: "T".to_owned(), subtitle: "S".to_owned(), blocks });
        assert_eq!(shown, "**T** · S\n\nZie `x`.\n\n**Lijst**\n\n- \\[a\\](b)\\\n  c");
    }

    #[test]
    fn no_text_begins_a_list_or_ends_a_fence() {
        let starts = ["- a", "+ a", "=== ", "12. a", "3) a", "  - a"].map(opening);
        assert_eq!(starts, [r"\- a", r"\+ a", r"\=== ", r"12\. a", r"3\) a", r"\- a"]);
        assert_eq!(["# a", "> a", "2020 is", "`a` is"].map(opening), [r"\# a", r"\> a", "2020 is", "`a` is"]);
        assert_eq!(fenced("a\n  b\n"), "```text\na\n  b\n```");
        assert_eq!(fenced("```` x"), "`````text\n```` x\n`````");
    }

    #[test]
    fn tables() {
        let cells = ["a".to_owned(), "b".to_owned()];
        assert_eq!(head(&cells) + &row(&cells), "| a | b |\n|---|---|\n| a | b |\n");
    }
}
