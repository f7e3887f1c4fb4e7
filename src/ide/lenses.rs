//! Code lenses: the advisory outcome above each cooperation, and where else the partner occurs.

use super::{Scene, Target, navigation};
use crate::assess::{Advice, Cooperation};
use crate::json::{Kind, NodeId};
use crate::model::keys;
use crate::text::Span;

/// Something that is shown above a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lens {
    /// About what: the line on which it begins.
    pub span: Span,
    /// What is shown.
    pub title: String,
    /// Where it leads.
    pub leads: Leads,
}

/// Where a lens leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leads {
    /// To the assessment of the document.
    Assessment,
    /// To these places.
    Places(Vec<Target>),
}

/// The lenses of a document, in its order.
#[must_use]
pub fn lenses(scene: &Scene<'_>) -> Vec<Lens> {
    let Some(root) = scene.tree.root() else { return Vec::new() };
    let mut lenses: Vec<Lens> = elsewhere(scene, root).into_iter().collect();
    let list = scene.tree.get(root, keys::COOPERATIONS);
    let entries = list.map(|list| scene.tree.items(list)).unwrap_or_default().iter().enumerate();
    lenses.extend(entries.filter_map(|(index, entry)| {
        let cooperation = scene.cooperation(index).filter(|_| scene.tree.kind(*entry) == Kind::Object)?;
        Some(Lens { span: scene.tree.span(*entry), title: outcome(scene, cooperation), leads: Leads::Assessment })
    }));
    lenses.sort_by_key(|lens| lens.span);
    lenses
}

/// Where else the partner occurs.
fn elsewhere(scene: &Scene<'_>, root: NodeId) -> Option<Lens> {
    let partner = scene.tree.get(root, keys::PARTNER)?;
    let places = navigation::same_partner(scene);
    let args = [("count", places.len().into())];
    (!places.is_empty()).then(|| Lens {
        span: scene.tree.key_span(partner).unwrap_or_else(|| scene.tree.span(partner)),
        title: scene.say("ide-lens-elsewhere", &args),
        leads: Leads::Places(places),
    })
}

/// What the tool would advise, or why it does not.
fn outcome(scene: &Scene<'_>, cooperation: &Cooperation) -> String {
    match cooperation.advice {
        Advice::Outcome(outcome) => {
            let label = outcome.term(scene.policy).map(|term| scene.policy.entry(term).label.get(scene.lang));
            let tally = cooperation.tally.as_ref().map(|tally| (tally.met.len(), tally.required())).unwrap_or_default();
            let count = scene.say("assess-count", &[("met", tally.0.into()), ("required", tally.1.into())]);
            let args = [("outcome", label.unwrap_or_default().into()), ("count", count.into())];
            scene.say("ide-lens-outcome", &args)
        }
        Advice::None(why) => {
            let why = scene.say("assess-why", &[("why", why.as_str().into())]);
            scene.say("ide-lens-no-outcome", &[("why", why.into())])
        }
    }
}
