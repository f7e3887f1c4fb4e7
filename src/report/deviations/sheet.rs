//! `full`: the register as a sheet, one deviation below the other.

use super::{Row, Source, earlier, says_when};
use crate::report::sheet::{Block, Sheet};
use crate::report::terminal::located;
use crate::text::visible;
use crate::texts::listed;

/// The register as a sheet.
#[must_use]
pub fn sheet(source: &Source<'_>) -> Sheet {
    let rows = source.rows();
    let title = source.say("deviations-title", &[("day", source.as_of().to_string().into())]);
    let mut blocks: Vec<Block> = source.choice().map(Block::Text).into_iter().collect();
    blocks.extend(rows.iter().map(|row| block(source, *row)));
    let subtitle = if source.counts { source.summary(&rows) } else { String::new() };
    Sheet { title, subtitle, blocks }
}

fn block(source: &Source<'_>, row: Row<'_>) -> Block {
    let entry = row.entry;
    let place = located(&row.report.name.path, entry.range);
    let rule = match row.rule() {
        Some(rule) => format!("{} {}", rule.code, rule.name),
        None => line(entry.written.as_deref().unwrap_or("?")),
    };
    let fact = |id: &str, text: String| (source.say("deviations-column", &[("column", id.into())]), text);
    let mut facts = vec![fact("state", source.state_of(entry))];
    facts.extend(row.title(source.lang).map(|title| fact("rule", title)));
    facts.push(fact("place", below(source, row)));
    facts.push(fact("reason", entry.reason.as_deref().map_or_else(|| missing(source), line)));
    facts.push(fact("approved", entry.approved_by.as_deref().map_or_else(|| missing(source), line)));
    if let Some((day, _)) = entry.until.as_ref().filter(|_| !says_when(entry.state)) {
        facts.push(fact("until", line(day)));
    }
    facts.push(fact("accepts", accepts(source, row)));
    Block::Named(format!("{place}: {rule}"), facts)
}

/// Where it holds.
pub(super) fn below(source: &Source<'_>, row: Row<'_>) -> String {
    match row.entry.path.as_deref() {
        None | Some("") => source.say("deviations-everywhere", &[]),
        Some(path) => line(path),
    }
}

fn missing(source: &Source<'_>) -> String {
    source.say("deviations-missing", &[])
}

/// How many findings it accepts, and below that each of them.
fn accepts(source: &Source<'_>, row: Row<'_>) -> String {
    let words = row.words(source.lang);
    let found: Vec<String> =
        row.accepts().map(|finding| format!("{} ({})", words.message(finding), visible(finding.subject()))).collect();
    let earlier = earlier(&row.report.judgement, row.entry);
    if !earlier.is_empty() {
        return source.say("deviations-accepted-already", &[("pointers", listed(source.lang, &earlier).into())]);
    }
    let mut text = source.say("deviations-accepts", &[("count", found.len().into())]);
    for finding in found {
        text.push('\n');
        text.push_str(&line(&finding));
    }
    text
}

/// A text of a document in one line.
fn line(text: &str) -> String {
    visible(&text.replace('\n', " ")).into_owned()
}
