//! What must hold for every fix, alone and together, on any document.

use std::collections::BTreeMap;

use kader::findings::{Finding, Fix};
use kader::policy::Code;
use kader::text::{Edit, Edits};
use kader::workspace::Judge;
use kader::workspace::fixes::{Extent, round, select};

use crate::support::alone;

/// Rounds after which nothing may be left to mend.
const ROUNDS: usize = 10;

/// The rule on keys that stand twice.
const DOUBLE: &str = "S002";

/// Rules whose fixes add no finding at all.
const CLEAN: [&str; 2] = ["D110", "V407"];

fn edits(fix: &Fix) -> Edits {
    Edits::new(fix.edits.iter().map(|(range, text)| Edit::replace(range.span(), text.clone())).collect()).unwrap()
}

/// How many findings there are of each rule.
fn counts(findings: &[Finding]) -> BTreeMap<Code, usize> {
    let mut counts = BTreeMap::new();
    for finding in findings {
        *counts.entry(finding.code).or_default() += 1;
    }
    counts
}

/// How many findings about the syntax there are that begin at or before an offset: mending one may bring out others behind it.
fn of_syntax(findings: &[Finding], reach: u32) -> usize {
    let before = |finding: &Finding| finding.range.is_none_or(|range| range.start.offset <= reach);
    let syntax = |finding: &&Finding| finding.code.family() == 'S' && finding.code.as_str() != DOUBLE;
    findings.iter().filter(syntax).filter(|finding| before(finding)).count()
}

/// How many keys stand twice.
fn doubles(findings: &[Finding]) -> usize {
    findings.iter().filter(|finding| finding.code.as_str() == DOUBLE).count()
}

/// What is wrong with the fixes of one document.
pub(crate) struct Faults<'t> {
    text: &'t str,
    /// How many fixes there are.
    pub(crate) fixes: usize,
    pub(crate) found: Vec<String>,
}

impl Faults<'_> {
    fn unless(&mut self, holds: bool, what: &str, after: &str) {
        if !holds {
            self.found.push(format!("{what}:\n{}\n--- mended\n{after}", self.text));
        }
    }
}

/// Whether all but the edits is as it was: before the first, behind the last, and when they are undone.
fn changes_no_more(text: &str, edits: &Edits, after: &str) -> bool {
    let (first, last) = (edits.iter().next().unwrap(), edits.iter().last().unwrap());
    let (start, end) = (first.span.start as usize, last.span.end as usize);
    after[..start] == text[..start] && after.ends_with(&text[end..]) && edits.invert(text).apply(after) == text
}

/// Each fix by itself: its finding is gone, nothing breaks, and all else in the text stays.
fn each_alone(judge: &Judge, findings: &[Finding], faults: &mut Faults<'_>) {
    let before = counts(findings);
    // Behind a key that is mended, an earlier one that was spelt like it comes out, with the double keys that are in its value.
    let hides = doubles(findings) > 0;
    for (finding, fix) in findings.iter().flat_map(|finding| finding.fixes.iter().map(move |fix| (finding, fix))) {
        faults.fixes += 1;
        let (text, edits) = (faults.text, edits(fix));
        let after = edits.apply(text);
        let left = alone(judge, after.as_bytes()).findings;
        let now = counts(&left);
        let mut unless =
            |holds, what| faults.unless(holds, &format!("{} at {} {what}", finding.code, finding.pointer), &after);
        unless(changes_no_more(text, &edits, &after), "changes what is no part of it");
        // What a mended key lets rules look into may have findings of its own, and another fault may stand behind a comma.
        let syntax = finding.code.family() == 'S';
        let reach = if syntax { fix.edits[0].0.start.offset } else { u32::MAX };
        let same = |left: &Finding| {
            let start = |finding: &Finding| finding.range.map(|range| range.start.offset);
            let case = !syntax || (left.params == finding.params && start(left) == start(finding));
            (left.code, left.subject()) == (finding.code, finding.subject()) && case
        };
        unless(hides || now.get(&finding.code) < before.get(&finding.code) || !left.iter().any(same), "stays");
        unless(of_syntax(&left, reach) <= of_syntax(findings, reach), "breaks the syntax");
        unless(syntax || hides || doubles(&left) == 0, "writes a key twice");
        let more = now.iter().any(|(code, count)| before.get(code).is_none_or(|before| before < count));
        unless(!more || !CLEAN.contains(&finding.code.as_str()), "adds a finding");
    }
}

/// All fixes of a kind, again and again: they come to an end, and what comes out can be read.
fn all_together(judge: &Judge, extent: Extent, faults: &mut Faults<'_>) {
    let mut now = faults.text.to_owned();
    let mut findings = alone(judge, now.as_bytes()).findings;
    let is_broken = |findings: &[Finding]| of_syntax(findings, u32::MAX) + doubles(findings) > 0;
    let broken = is_broken(&findings);
    for _ in 0..ROUNDS {
        let Some(mended) = round(&now, &findings, extent) else { break };
        faults.unless(!mended.made.is_empty() && mended.text != now, "a round without a change", &mended.text);
        now = mended.text;
        findings = alone(judge, now.as_bytes()).findings;
    }
    let sound = broken || !is_broken(&findings);
    faults.unless(sound, "all fixes together break the syntax", &now);
    faults.unless(select(&findings, Extent::Safe).findings.is_empty(), "safe fixes are left", &now);
}

/// What is wrong with the fixes of a document; `None` where it is no text.
pub(crate) fn faults<'t>(judge: &Judge, bytes: &'t [u8]) -> Option<Faults<'t>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut faults = Faults { text, fixes: 0, found: Vec::new() };
    each_alone(judge, &alone(judge, bytes).findings, &mut faults);
    if faults.fixes > 0 {
        all_together(judge, Extent::Safe, &mut faults);
        all_together(judge, Extent::All, &mut faults);
    }
    Some(faults)
}
