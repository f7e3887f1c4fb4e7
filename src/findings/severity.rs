//! From a raw finding to its level: the rule's letter for the phase, then the caps.

use crate::findings::across::Across;
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

/// What of a finding bears on its level.
#[derive(Debug, Clone, Copy, Default)]
pub struct Claim {
    /// The variant for severity, as the rule's file names it.
    pub variant: Option<&'static str>,
    /// The index of the cooperation that it is about.
    pub cooperation: Option<usize>,
    /// Gives way to an agreement that predates the policy, although its rule's family does not.
    pub lenient: bool,
}

impl From<&Raw> for Claim {
    fn from(raw: &Raw) -> Self {
        Self { variant: raw.variant, cooperation: raw.cooperation, lenient: raw.lenient }
    }
}

impl From<&Across> for Claim {
    fn from(across: &Across) -> Self {
        let cooperation = across.at.cooperation().and_then(|index| usize::try_from(index).ok());
        Self { variant: across.variant, cooperation, lenient: false }
    }
}

/// The level of a finding in a phase (0-2); `None` where it is not reported.
pub fn level(claim: impl Into<Claim>, rule: &Rule, phase: usize, caps: Caps<'_>) -> Option<Level> {
    let claim = claim.into();
    let row = claim.variant.and_then(|variant| rule.severity_when(variant)).unwrap_or(rule.severity);
    let letter = row.get(phase).copied().flatten()?;
    let capped = (caps.predates && leaves_room(claim, rule)) || is_reassessed(claim, rule, caps);
    Some(if capped && letter == Level::Error { Level::Warning } else { letter })
}

/// Whether the rule gives way to an agreement that predates the policy.
fn leaves_room(claim: Claim, rule: &Rule) -> bool {
    rule.capped && (claim.lenient || matches!(rule.code.family(), 'P' | 'R' | 'V' | 'L' | 'T'))
}

fn is_reassessed(claim: Claim, rule: &Rule, caps: Caps<'_>) -> bool {
    let running = claim.cooperation.and_then(|index| caps.reassessed.get(index)).copied().unwrap_or_default();
    running && rule.code.family() == 'V'
}
