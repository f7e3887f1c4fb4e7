//! What a run came to: one line of counts, and what to do next.

use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::findings::Finding;
use crate::policy::{Code, FixSafety, Level};
use crate::report::failures;
use crate::report::paint::{ASIDE, BOLD, PLAIN, Paint, Style, of_level};
use crate::report::wrap::{columns, wrap};
use crate::text::visible;
use crate::workspace::{Counts, Failure};

use crate::report::source::Source;

/// From this many findings on, a count by rule helps.
const MANY: usize = 15;

/// Writes the counts, what could not be checked, whose move it is, and what to do next.
///
/// # Errors
/// Those of the writer.
pub fn write(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    let mut paint = Paint::new(out, source.color);
    let counts = Counts::of(source.run);
    counted(&mut paint, source, counts)?;
    paint.put(PLAIN, "\n")?;
    let mut points = Vec::new();
    points.extend(accepted(source, counts).map(|text| ("summary-accepted", text)));
    points.extend(known(source, counts).map(|text| ("summary-known", text)));
    points.extend(hidden(source, counts).map(|text| ("summary-hidden", text)));
    points.extend(failed(source).map(|text| ("summary-failed", text)));
    points.extend(cited(source).map(|text| ("summary-policy", text)));
    points.extend(actors(source).map(|text| ("summary-actors", text)));
    points.extend(next(source, counts).into_iter().map(|text| ("summary-next", text)));
    list(&mut paint, source, &points)?;
    paint.flush()
}

/// Writes the counts alone, on one line.
///
/// # Errors
/// Those of the writer.
pub fn line(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    let mut paint = Paint::new(out, source.color);
    let counts = Counts::of(source.run);
    counted(&mut paint, source, counts)?;
    if let Some(below) = hidden(source, counts) {
        paint.put(PLAIN, &format!("; {}: {below}", source.say("summary-hidden", &[])))?;
    }
    if let Some(accepted) = accepted(source, counts) {
        paint.put(PLAIN, &format!("; {}: {accepted}", source.say("summary-accepted", &[])))?;
    }
    if let Some(known) = known(source, counts) {
        paint.put(PLAIN, &format!("; {}: {known}", source.say("summary-known", &[])))?;
    }
    paint.put(PLAIN, "\n")?;
    paint.flush()
}

/// "12 findings in 3 documents: 2 errors, 10 warnings."
fn counted(paint: &mut Paint<'_>, source: &Source<'_>, counts: Counts) -> io::Result<()> {
    let documents = ("documents", counts.documents.into());
    if counts.findings() == 0 {
        let id = if counts.documents == 0 { "summary-no-document" } else { "summary-clean" };
        let style = if source.run.failures.is_empty() && counts.documents > 0 { of_level(Level::Hint) } else { BOLD };
        return paint.put(style, &source.say(id, &[documents]));
    }
    let found = source.run.reports.iter().filter(|report| !report.judgement.findings.is_empty()).count();
    let args = [("count", counts.findings().into()), ("found", found.into()), documents];
    let id = if found == counts.documents { "summary-found" } else { "summary-found-of" };
    paint.put(BOLD, &source.say(id, &args))?;
    let mut between = ": ";
    for (level, count) in levels(counts).into_iter().filter(|(_, count)| *count > 0) {
        paint.put(PLAIN, between)?;
        paint.put(of_level(level), &source.levelled(level, count))?;
        between = ", ";
    }
    Ok(())
}

fn levels(counts: Counts) -> [(Level, usize); 4] {
    [
        (Level::Error, counts.error),
        (Level::Warning, counts.warning),
        (Level::Info, counts.info),
        (Level::Hint, counts.hint),
    ]
}

/// How many findings are below the least level that is shown.
pub(super) fn hidden(source: &Source<'_>, counts: Counts) -> Option<String> {
    let below: usize =
        levels(counts).into_iter().filter(|(level, _)| *level < source.min_severity).map(|(_, count)| count).sum();
    let level = ("level", source.min_severity.as_str().into());
    (below > 0).then(|| source.say("summary-hidden-text", &[("count", below.into()), level]))
}

/// How many findings deviations accept.
fn accepted(source: &Source<'_>, counts: Counts) -> Option<String> {
    (counts.deviations > 0).then(|| source.count("summary-accepted-text", counts.deviations))
}

/// How many findings stand in a baseline.
pub(super) fn known(source: &Source<'_>, counts: Counts) -> Option<String> {
    (counts.baseline > 0).then(|| source.count("summary-known-text", counts.baseline))
}

/// What could not be checked, and why.
fn failed<'s>(source: &'s Source<'_>) -> impl Iterator<Item = String> + use<'s> {
    let named = |failure: &Failure| {
        let why = failures::text(source.lang, failure);
        match &failure.path {
            Some(path) => format!("{}: {}", visible(path), visible(&why)),
            None => visible(&why).into_owned(),
        }
    };
    source.run.failures.iter().map(named)
}

/// Whose move how many of the shown findings are, the most first: "veiligheidsregio 12, partner 3".
fn actors(source: &Source<'_>) -> Option<String> {
    let mut actors: BTreeMap<&str, usize> = BTreeMap::new();
    for report in &source.run.reports {
        let Some(policy) = source.policy(report) else { continue };
        for actor in source.shown(report).filter_map(|finding| finding.actor) {
            *actors.entry(policy.entry(actor).label.get(source.lang)).or_default() += 1;
        }
    }
    let mut actors: Vec<_> = actors.into_iter().collect();
    actors.sort_by(|(one, a), (other, b)| b.cmp(a).then(one.cmp(other)));
    let shown: Vec<String> = actors.iter().map(|(actor, count)| format!("{actor} ({count})")).collect();
    (!shown.is_empty()).then(|| shown.join(", "))
}

/// What to do next.
fn next(source: &Source<'_>, counts: Counts) -> Vec<String> {
    let mut next = Vec::new();
    let unreadable = |finding: &&Finding| finding.code.family() == 'S' && finding.level == Level::Error;
    let broken =
        source.run.reports.iter().filter(|report| report.judgement.findings.iter().any(|finding| unreadable(&finding)));
    let broken = broken.count();
    let lower = counts.findings() - counts.error;
    if broken > 0 {
        next.push(source.count("summary-next-syntax", broken));
    } else if counts.error > 0 && lower > 0 && source.min_severity < Level::Error {
        next.push(source.count("summary-next-errors", counts.error));
    } else if counts.error > 0 {
        next.push(source.count("summary-next-again", counts.error));
    } else if counts.warning > 0 {
        next.push(source.count("summary-next-warnings", counts.warning));
    }
    let safe = |finding: &&Finding| matches!(&*finding.fixes, [fix] if fix.safety == FixSafety::Safe);
    let mended = source.run.reports.iter().flat_map(|report| source.shown(report)).filter(safe).count();
    next.extend((mended > 0).then(|| source.count("summary-next-fix", mended)));
    next.extend(frequent(source));
    next
}

/// Where many findings are shown: how to see them by rule.
fn frequent(source: &Source<'_>) -> Option<String> {
    let mut rules: BTreeMap<Code, usize> = BTreeMap::new();
    for finding in source.run.reports.iter().flat_map(|report| source.shown(report)) {
        *rules.entry(finding.code).or_default() += 1;
    }
    let all: usize = rules.values().sum();
    let (code, count) = rules.iter().max_by(|(one, a), (other, b)| a.cmp(b).then(other.cmp(one)))?;
    let args = [("code", code.as_str().into()), ("count", (*count).into())];
    (all >= MANY && rules.len() > 1 && *count > 1).then(|| source.say("summary-next-rules", &args))
}

/// The policies that citations are about.
fn cited(source: &Source<'_>) -> impl Iterator<Item = String> {
    let used = |index: usize| {
        let mut reports = source.run.reports.iter().filter(|report| report.judgement.policy_of_texts() == index);
        reports.any(|report| source.shown(report).next().is_some())
    };
    let policies = source.run.rulebooks.policies.iter().enumerate().filter(move |(index, _)| used(*index));
    policies.map(|(_, loaded)| visible(loaded.policy.title(source.lang)).into_owned())
}

/// Writes points with their labels in one column.
fn list(paint: &mut Paint<'_>, source: &Source<'_>, points: &[(&'static str, String)]) -> io::Result<()> {
    let labels: Vec<String> = points.iter().map(|(id, _)| format!("{}:", source.say(id, &[]))).collect();
    let column = labels.iter().map(|label| columns(label)).max().unwrap_or_default() + 1;
    let indent = 4 + column;
    let mut last = "";
    for ((id, text), label) in points.iter().zip(&labels) {
        for (index, line) in wrap(text, source.prose().saturating_sub(indent)).iter().enumerate() {
            if index == 0 && *id != last {
                paint.put(ASIDE, "  = ")?;
                paint.put(style(id), label)?;
                paint.put(PLAIN, &" ".repeat(column - columns(label)))?;
            } else {
                paint.put(PLAIN, &" ".repeat(indent))?;
            }
            paint.put(PLAIN, &format!("{line}\n"))?;
        }
        last = id;
    }
    Ok(())
}

fn style(id: &str) -> Style {
    if id == "summary-failed" { of_level(Level::Error) } else { BOLD }
}
