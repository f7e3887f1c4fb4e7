//! Which of many fixes are made together.

use std::collections::BTreeMap;

use crate::findings::{Finding, Fix};
use crate::json::{self, Limits, SyntaxCode};
use crate::policy::{Code, FixSafety};
use crate::text::{Edit, Edits, Span};

/// Which fixes are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Those that keep the meaning.
    Safe,
    /// Others, too.
    All,
}

/// The fixes of one document that are made in one round.
#[derive(Debug, Default)]
pub struct Chosen {
    /// Their edits.
    pub edits: Edits,
    /// The positions of their findings in the list.
    pub findings: Vec<usize>,
    /// How many findings have several fixes of an allowed kind.
    pub undecided: usize,
}

/// The rule on keys that stand twice.
const DOUBLE: &str = "S002";

/// What one round made of a text.
#[derive(Debug)]
pub struct Round {
    /// The text after the fixes.
    pub text: String,
    /// The rules of the findings that were mended.
    pub made: Vec<Code>,
}

/// Makes the fixes of one document's findings that can be made together; `None` where there is none. What keeps the meaning goes first, so
/// that other fixes see what is meant.
pub fn round(text: &str, findings: &[Finding], extent: Extent) -> Option<Round> {
    let safe = select(findings, Extent::Safe);
    let chosen = if safe.findings.is_empty() && extent == Extent::All { select(findings, extent) } else { safe };
    chosen.findings.first()?;
    let codes = |made: &[usize]| made.iter().map(|index| findings[*index].code).collect();
    let all = chosen.edits.apply(text);
    // A mended fault of syntax may bring out others that it hid.
    let of_syntax = chosen.findings.iter().any(|index| breaks_syntax(&findings[*index]));
    if of_syntax || is_sound(text, &all) {
        return Some(Round { text: all, made: codes(&chosen.findings) });
    }
    // Together they write a key twice: one by one they do not, for each of them looks at what stands there.
    let alone = |index: &usize| {
        let text_alone = Edits::new(edits(&findings[*index], extent)?).ok()?.apply(text);
        is_sound(text, &text_alone).then(|| Round { text: text_alone, made: codes(&[*index]) })
    };
    chosen.findings.iter().find_map(alone)
}

/// Whether a mended text has no more faults of syntax and double keys than it had before.
fn is_sound(old: &str, new: &str) -> bool {
    let faults = |text: &str| {
        let parsed = json::parse(text.as_bytes(), Limits::default());
        parsed.errors.len() + parsed.tree.duplicates().len()
    };
    faults(new) <= faults(old)
}

/// Chooses from the findings of one document, in their order, those with one fix of an allowed kind. Where two fixes touch the same place,
/// the first one wins and the other waits. Fixes of the syntax go first: what the others would change may not be what it seems. Beside keys
/// that stand twice in a broken text, nothing else is mended: which of them counts may be another one once it is whole.
pub fn select(findings: &[Finding], extent: Extent) -> Chosen {
    let broken = || findings.iter().filter(|finding| breaks_syntax(finding));
    let doubled = findings.iter().any(|finding| finding.code.as_str() == DOUBLE);
    let of_syntax = broken().any(|finding| doubled || edits(finding, extent).is_some());
    let mut taken = Taken::default();
    let mut all: Vec<Edit> = Vec::new();
    let mut chosen = Chosen::default();
    for (index, finding) in findings.iter().enumerate().filter(|(_, finding)| !of_syntax || breaks_syntax(finding)) {
        match edits(finding, extent) {
            Some(edits) if !edits.iter().any(|edit| taken.touches(edit.span)) => {
                for edit in &edits {
                    taken.add(edit.span);
                }
                all.extend(edits);
                chosen.findings.push(index);
            }
            Some(_) => {}
            None => chosen.undecided += usize::from(allowed(finding, extent).nth(1).is_some()),
        }
    }
    // They do not touch each other, and those of one fix are disjoint.
    chosen.edits = Edits::new(all).unwrap_or_default();
    chosen
}

/// The edits of the one fix of an allowed kind; `None` where there is none, or a person must choose.
pub(super) fn edits(finding: &Finding, extent: Extent) -> Option<Vec<Edit>> {
    let mut allowed = allowed(finding, extent);
    let fix = allowed.next().filter(|_| finding.fixes.len() == 1)?;
    Some(fix.edits.iter().map(|(range, text)| Edit::replace(range.span(), text.clone())).collect())
}

fn allowed(finding: &Finding, extent: Extent) -> impl Iterator<Item = &Fix> {
    finding.fixes.iter().filter(move |fix| fix.safety == FixSafety::Safe || extent == Extent::All)
}

/// Whether a finding is about text that is no JSON.
fn breaks_syntax(finding: &Finding) -> bool {
    finding.code.as_str() == SyntaxCode::S001.as_str()
}

/// Spans that are taken, of which none touches another: their ends by their starts.
#[derive(Debug, Default)]
struct Taken(BTreeMap<u32, u32>);

impl Taken {
    /// Whether a span has a byte or an edge in common with one of them.
    fn touches(&self, span: Span) -> bool {
        self.0.range(..=span.end).next_back().is_some_and(|(_, end)| *end >= span.start)
    }

    fn add(&mut self, span: Span) {
        let end = self.0.entry(span.start).or_default();
        *end = span.end.max(*end);
    }
}

#[cfg(test)]
mod tests {
    use super::Taken;
    use crate::text::Span;

    #[test]
    fn an_edge_in_common_is_a_touch() {
        let mut taken = Taken::default();
        for (start, end) in [(4, 6), (6, 6), (20, 30)] {
            taken.add(Span::new(start, end));
        }
        let touched = |start, end| taken.touches(Span::new(start, end));
        assert!(
            touched(0, 4) && touched(6, 9) && touched(5, 5) && touched(0, 50) && touched(30, 31) && touched(25, 25)
        );
        assert!(!touched(0, 3) && !touched(7, 19) && !touched(31, 40));
    }
}
