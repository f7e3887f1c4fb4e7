//! Inlay hints: the names of regions beside their codes, the reach that follows from the regions, and how much of a profile is met.

use super::Scene;
use super::shape::Shape;
use crate::json::{Kind, NodeId};
use crate::model::keys;
use crate::text::Span;

/// Something small that is shown behind a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// Behind which offset.
    pub at: u32,
    /// What is shown, without white space around it.
    pub label: Box<str>,
    /// What it tells in full; empty where the label does.
    pub tooltip: Box<str>,
}

/// The hints within a part of the document, in its order.
#[must_use]
pub fn hints(scene: &Scene<'_>, within: Span) -> Vec<Hint> {
    let near = |node: &NodeId| {
        let span = scene.tree.span(*node);
        span.start <= within.end && within.start <= span.end
    };
    let strings = scene.tree.nodes().filter(|node| scene.tree.kind(*node) == Kind::String);
    let mut hints: Vec<Hint> = strings.filter(near).filter_map(|node| of_region(scene, node)).collect();
    hints.extend(reach(scene));
    hints.extend(profiles(scene));
    hints.retain(|hint| within.start <= hint.at && hint.at <= within.end);
    hints.sort_by_key(|hint| hint.at);
    hints
}

/// The name of the region whose code a text is.
fn of_region(scene: &Scene<'_>, node: NodeId) -> Option<Hint> {
    let tree = scene.tree;
    let region = scene.policy.region(tree.string(node)?).filter(|_| !tree.is_bad(node))?;
    let fits = Shape::of(tree, node, scene.policy).takes_region();
    fits.then(|| hint(tree.span(node).end, &scene.policy.region_row(region).name))
}

/// The reach that follows from the number of regions: behind the stated one, else behind the regions.
fn reach(scene: &Scene<'_>) -> Option<Hint> {
    let root = scene.tree.root()?;
    scene.read(|cx| {
        let (units, derived) = (cx.facts.units?, cx.facts.derived_reach?);
        let node = scene.tree.get(root, keys::REACH).or_else(|| scene.tree.get(root, keys::REGIONS))?;
        if scene.tree.is_bad(node) {
            return None;
        }
        let label = scene.policy.name(derived);
        Some(hint(
            scene.tree.span(node).end,
            &scene.say("ide-hint-reach", &[("count", units.into()), ("reach", label.into())]),
        ))
    })?
}

/// "12/14" behind each profile.
fn profiles(scene: &Scene<'_>) -> Vec<Hint> {
    let Some(root) = scene.tree.root() else { return Vec::new() };
    let list = scene.tree.get(root, keys::COOPERATIONS);
    let entries = list.map(|list| scene.tree.items(list)).unwrap_or_default();
    let one = |(index, entry): (usize, &NodeId)| {
        let tally = scene.cooperation(index)?.tally.as_ref().filter(|tally| tally.required() > 0)?;
        let node = scene.tree.get(*entry, keys::PROFILE)?;
        let (met, required) = (tally.met.len(), tally.required());
        let count = scene.say("assess-count", &[("met", met.into()), ("required", required.into())]);
        let hint = hint(scene.tree.span(node).end, &format!("{met}/{required}"));
        Some(Hint { tooltip: count.into(), ..hint })
    };
    entries.iter().enumerate().filter_map(one).collect()
}

fn hint(at: u32, label: &str) -> Hint {
    Hint { at, label: label.into(), tooltip: Box::default() }
}
