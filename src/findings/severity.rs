//! From a raw finding to its level: the rule's letter for the phase, then the caps.

use crate::findings::raw::Raw;
use crate::policy::{Level, Rule};

/// What of a document bears on every level in it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Caps<'a> {
    /// The agreement predates the policy: its findings are at most warnings (§5).
    pub predates: bool,
    /// The cooperations with a running reassessment, by index: their preconditions are at most warnings (§4.2).
    pub reassessed: &'a [bool],
}

/// The level of a raw finding in a phase (0-2); `None` where it is not reported.
pub fn level(raw: &Raw, rule: &Rule, phase: usize, caps: Caps<'_>) -> Option<Level> {
    let row = raw.variant.and_then(|variant| rule.severity_when(variant)).unwrap_or(rule.severity);
    let letter = row.get(phase).copied().flatten()?;
    let capped = (caps.predates && leaves_room(raw, rule)) || is_reassessed(raw, caps);
    Some(if capped && letter == Level::Error { Level::Warning } else { letter })
}

/// Whether the rule gives way to an agreement that predates the policy.
fn leaves_room(raw: &Raw, rule: &Rule) -> bool {
    rule.capped && (raw.lenient || matches!(rule.code.family(), 'P' | 'R' | 'V' | 'L' | 'T'))
}

fn is_reassessed(raw: &Raw, caps: Caps<'_>) -> bool {
    let running = raw.cooperation.and_then(|index| caps.reassessed.get(index)).copied().unwrap_or_default();
    running && raw.code.family() == 'V'
}
