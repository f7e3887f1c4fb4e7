//! Code actions: what an editor offers to do about findings. What is offered is small; its title and its edits are made when asked for.

use std::collections::BTreeSet;

use super::Scene;
use crate::compose::NewDeviation;
use crate::findings::{Finding, Fix};
use crate::fix::{Layout, STUB, Writer};
use crate::json::{Kind, pointer};
use crate::model::keys;
use crate::policy::FixSafety;
use crate::report::Words;
use crate::rules::{self, Context};
use crate::text::{Edit, Edits, Span};

/// The check that finds one missing precondition.
const MISSING: &str = "precondition-missing";

/// Something that can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// A fix of a finding, both by index.
    Fix {
        /// The index of the finding.
        finding: usize,
        /// The index of its fix.
        fix: usize,
    },
    /// To add every precondition that the profile of a cooperation asks for and that is missing, as a stub.
    Preconditions {
        /// The index of the cooperation.
        cooperation: usize,
    },
    /// To add a deviation that accepts a finding; the author writes why.
    Deviate {
        /// The index of the finding.
        finding: usize,
    },
}

impl Action {
    /// The index of the finding that it is about; `None` where it is about several.
    #[must_use]
    pub const fn finding(self) -> Option<usize> {
        match self {
            Self::Fix { finding, .. } | Self::Deviate { finding } => Some(finding),
            Self::Preconditions { .. } => None,
        }
    }
}

/// What can be done within a part of the document: fixes first, then what mends more, then deviations.
#[must_use]
pub fn actions(scene: &Scene<'_>, within: Span) -> Vec<Action> {
    let touches = |span: Span| span.start <= within.end && within.start <= span.end;
    // A finding about the document as a whole stands at its start.
    let there = |finding: &Finding| touches(finding.range.map_or(Span::empty_at(0), |range| range.span()));
    let found: Vec<usize> =
        scene.findings.iter().enumerate().filter(|(_, finding)| there(finding)).map(|(at, _)| at).collect();
    let mut actions = Vec::new();
    for &finding in &found {
        let fixes = scene.findings.get(finding).map(|finding| finding.fixes.len()).unwrap_or_default();
        actions.extend((0..fixes).map(|fix| Action::Fix { finding, fix }));
    }
    let some = Some(&found).filter(|found| !found.is_empty());
    let more = some.and_then(|found| scene.read(|cx| further(scene, found, cx))).into_iter().flatten();
    // Beside a broken part of the text nothing can be added.
    actions.extend(more.filter(|action| edits(scene, *action).is_some()));
    actions
}

/// What can be done beside the fixes of the findings themselves.
fn further(scene: &Scene<'_>, found: &[usize], cx: &Context<'_>) -> Vec<Action> {
    let cooperations = found.iter().filter_map(|at| lacking(scene.findings.get(*at)?, cx));
    let cooperations: BTreeSet<usize> = cooperations.collect();
    // Of a single one the finding's own fix is all there is to do.
    let several = cooperations.into_iter().filter(|index| rules::lacking(cx, *index).len() > 1);
    let preconditions = several.map(|cooperation| Action::Preconditions { cooperation });
    let list = cx.tree.get(cx.agreement.root, keys::DEVIATIONS);
    let place = list.is_none_or(|list| cx.tree.kind(list) == Kind::Array && !cx.tree.is_broken(list));
    let may = |at: &usize| {
        let rule = scene.findings.get(*at).and_then(|finding| cx.policy.rule(finding.code));
        rule.is_some_and(|rule| rules::deviations::allows(cx, rule))
    };
    let deviations = found.iter().copied().filter(|_| place && !cx.tree.is_broken(cx.agreement.root)).filter(may);
    preconditions.chain(deviations.map(|finding| Action::Deviate { finding })).collect()
}

/// The cooperation of which a finding says that a precondition is missing.
fn lacking(finding: &Finding, cx: &Context<'_>) -> Option<usize> {
    cx.policy.rule(finding.code).filter(|rule| &*rule.check == MISSING)?;
    let tokens = pointer::tokens(finding.subject())?;
    let [list, index, ..] = tokens.as_slice() else { return None };
    if list == keys::COOPERATIONS { index.parse().ok() } else { None }
}

/// What an action is called, in the author's language; empty where there is no such action.
#[must_use]
pub fn title(scene: &Scene<'_>, action: Action) -> String {
    let words = Words { policy: scene.policy, lang: scene.lang };
    match action {
        Action::Fix { finding, fix } => match fix_of(scene, finding, fix) {
            Some((finding, fix)) => words.fix(finding, fix),
            None => String::new(),
        },
        Action::Preconditions { cooperation } => {
            let count = scene.read(|cx| rules::lacking(cx, cooperation).len()).unwrap_or_default();
            scene.say("ide-action-preconditions", &[("count", count.into())])
        }
        Action::Deviate { finding } => match scene.findings.get(finding) {
            Some(finding) => scene.say("ide-action-deviate", &[("code", finding.code.as_str().into())]),
            None => String::new(),
        },
    }
}

/// Whether an action keeps the meaning of the document, so that it may be done without a look.
#[must_use]
pub fn is_safe(scene: &Scene<'_>, action: Action) -> bool {
    match action {
        Action::Fix { finding, fix } => {
            fix_of(scene, finding, fix).is_some_and(|(_, fix)| fix.safety == FixSafety::Safe)
        }
        Action::Preconditions { .. } | Action::Deviate { .. } => false,
    }
}

/// The edits of an action; `None` where it cannot be done in this text.
#[must_use]
pub fn edits(scene: &Scene<'_>, action: Action) -> Option<Edits> {
    match action {
        Action::Fix { finding, fix } => {
            let (_, fix) = fix_of(scene, finding, fix)?;
            let edits = fix.edits.iter().map(|(range, text)| Edit::replace(range.span(), text.clone()));
            Edits::new(edits.collect()).ok()
        }
        Action::Preconditions { cooperation } => {
            let changes = scene.read(|cx| rules::add_missing(cx, cooperation))??;
            Writer::new(scene.tree, &Layout::of(scene.tree)).edits(&changes)
        }
        Action::Deviate { finding } => {
            let finding = scene.findings.get(finding)?;
            let (rule, path) = (finding.code.as_str(), finding.subject());
            let new = NewDeviation { rule, path, reason: STUB, approved_by: None, until: None };
            new.edits(scene.tree).map(|(edits, _)| edits)
        }
    }
}

fn fix_of<'s>(scene: &Scene<'s>, finding: usize, fix: usize) -> Option<(&'s Finding, &'s Fix)> {
    let finding = scene.findings.get(finding)?;
    Some((finding, finding.fixes.get(fix)?))
}
