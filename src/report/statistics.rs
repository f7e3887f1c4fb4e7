//! `--statistics`: how often each rule was found, the most frequent first.

use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::policy::{Code, Level, Part, Rule};
use crate::report::paint::{ASIDE, BOLD, PLAIN, Paint, of_level};
use crate::report::source::Source;
use crate::report::wrap::{columns, cut};

/// The rule and the greatest level of the findings with a code, and how many there are.
struct Row<'a> {
    rule: Option<&'a Rule>,
    level: Level,
    count: usize,
}

/// Writes a table of code, name, count and title, without those of which nothing was found; nothing at all where nothing is shown.
///
/// # Errors
/// Those of the writer.
pub fn write(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    let mut rows: BTreeMap<Code, Row<'_>> = BTreeMap::new();
    for report in &source.run.reports {
        for finding in source.shown(report) {
            let rule = source.policy(report).and_then(|policy| policy.rule(finding.code));
            let row = rows.entry(finding.code).or_insert(Row { rule, level: finding.level, count: 0 });
            row.count += 1;
            row.level = row.level.max(finding.level);
        }
    }
    if rows.is_empty() {
        return Ok(());
    }
    let mut rows: Vec<_> = rows.into_iter().collect();
    rows.sort_by(|(one, a), (other, b)| b.count.cmp(&a.count).then(one.cmp(other)));
    let mut paint = Paint::new(out, source.color);
    table(&mut paint, source, &rows)?;
    paint.flush()
}

/// Writes it inside a report, where that is asked for: an empty line ahead of it where `spaced`, and one behind it.
pub(super) fn within(out: &mut dyn Write, source: &Source<'_>, spaced: bool) -> io::Result<()> {
    let mut table = Vec::new();
    if source.statistics {
        write(&mut table, source)?;
    }
    if table.is_empty() {
        return Ok(());
    }
    if spaced {
        out.write_all(b"\n")?;
    }
    out.write_all(&table)?;
    out.write_all(b"\n")
}

fn table(paint: &mut Paint<'_>, source: &Source<'_>, rows: &[(Code, Row<'_>)]) -> io::Result<()> {
    let heads =
        ["code", "name", "count", "title"].map(|head| source.say("statistics-head", &[("column", head.into())]));
    let [code_head, name_head, count_head, title_head] = &heads;
    let names = rows.iter().filter_map(|(_, row)| row.rule).map(|rule| columns(&rule.name));
    let name = names.chain([columns(name_head)]).max().unwrap_or_default();
    let counts = rows.iter().map(|(_, row)| row.count.to_string().len());
    let count = counts.chain([columns(count_head)]).max().unwrap_or_default();
    let title = source.columns().saturating_sub(4 + 2 + name + 2 + count + 2);
    paint.put(BOLD, &format!("{code_head:4}  {name_head:name$}  {count_head:>count$}  {title_head}\n"))?;
    for (code, row) in rows {
        paint.put(of_level(row.level), &format!("{code:4}"))?;
        let own = row.rule.map(|rule| &*rule.name).unwrap_or_default();
        paint.put(PLAIN, &format!("  {own:name$}  {:>count$}", row.count))?;
        let titled = row.rule.map(|rule| rule.text(source.lang, Part::Title, &[])).unwrap_or_default();
        paint.put(ASIDE, &format!("  {}\n", cut(&titled, title)))?;
    }
    Ok(())
}
