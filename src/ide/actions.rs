//! Code actions: what an editor offers to do about findings. What is offered is small; its title and its edits are made when asked for.

use super::Scene;
use crate::compose::NewDeviation;
use crate::findings::{Finding, Fix};
use crate::fix::{Layout, STUB, Writer};
use crate::json::Kind;
use crate::model::keys;
use crate::policy::FixSafety;
use crate::report::Words;
use crate::rules::{self, Context};
use crate::text::{Edit, Edits, Span};

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

/// What can be done within a part of the document: fixes first, then what mends more, then deviations.
#[must_use]
pub fn actions(scene: &Scene<'_>, within: Span) -> Vec<Action> {
    let touches = |span: Span| span.start <= within.end && within.start <= span.end;
    let there = |finding: &Finding| finding.range.is_none_or(|range| touches(range.span()));
    let found: Vec<usize> =
        scene.findings.iter().enumerate().filter(|(_, finding)| there(finding)).map(|(at, _)| at).collect();
    let mut actions = Vec::new();
    for &finding in &found {
        let fixes = scene.findings.get(finding).map(|finding| finding.fixes.len()).unwrap_or_default();
        actions.extend((0..fixes).map(|fix| Action::Fix { finding, fix }));
    }
    actions.extend(cooperations(scene, within).into_iter().map(|cooperation| Action::Preconditions { cooperation }));
    actions.extend(found.into_iter().filter(|at| may_deviate(scene, *at)).map(|finding| Action::Deviate { finding }));
    actions
}

/// The cooperations within a part of the document that lack preconditions.
fn cooperations(scene: &Scene<'_>, within: Span) -> Vec<usize> {
    let touches = |span: Span| span.start <= within.end && within.start <= span.end;
    let lacks = |cx: &Context<'_>| {
        let near = cx.agreement.cooperation.iter().filter(|one| touches(cx.tree.span(one.node)));
        near.map(|one| one.index).filter(|index| !rules::lacking(cx, *index).is_empty()).collect()
    };
    scene.read(lacks).unwrap_or_default()
}

/// Whether a document may deviate from the rule of a finding, as far as that can be told from here.
fn may_deviate(scene: &Scene<'_>, finding: usize) -> bool {
    let Some(finding) = scene.findings.get(finding) else { return false };
    let root = scene.tree.root().filter(|root| scene.tree.kind(*root) == Kind::Object && !scene.tree.is_broken(*root));
    let Some(root) = root else { return false };
    let list = scene.tree.get(root, keys::DEVIATIONS).is_none_or(|list| scene.tree.kind(list) == Kind::Array);
    let rule = scene.policy.rule(finding.code).filter(|_| list);
    rule.is_some_and(|rule| scene.read(|cx| rules::deviations::allows(cx, rule)).unwrap_or_default())
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
