//! The national overview (§2.5): who works with whom under which profile, who is in conversation, what was assessed, and which region
//! stands for the others.

mod family;
mod row;

use std::sync::Arc;

use crate::facts::{Exports, partners};
use crate::model::landmark::DocumentId;
use crate::policy::Policy;

pub use row::{Agreement, Row, State};

use super::{Assessed, Glance};
use family::Family;

/// A document on its way into the overview.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Its number in the run.
    pub document: DocumentId,
    /// As reports name it.
    pub path: &'a Arc<str>,
    /// The index of its policy.
    pub policy: usize,
    /// What others may see of it.
    pub exports: &'a Exports,
    /// What the overview needs beside that.
    pub glance: &'a Glance,
    /// What the tool would advise on its cooperations, where that is known.
    pub assessed: Option<&'a Assessed>,
    /// Whether it was asked for; the others only tell which documents are of one partner, and what a supplement adds to.
    pub reported: bool,
    /// Whether it is current.
    pub standing: Standing,
    /// The one current general agreement to which it adds.
    pub parent: Option<DocumentId>,
}

/// Whether a document is current.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is.
    Current,
    /// Another one has replaced it.
    Replaced,
    /// Its term has passed.
    Over,
}

/// Why a document that was asked for has no part in the overview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Another one has replaced it.
    Replaced,
    /// Its term has passed.
    Over,
    /// It could not be read as an agreement, or names a policy that nobody knows.
    Unread,
    /// It names no cooperation.
    Empty,
}

/// A document that has no part in the overview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Omitted {
    /// As reports name it.
    pub path: Arc<str>,
    /// Why.
    pub why: Why,
}

/// The overview: the rows of each policy, by partner, core task and profile.
#[derive(Debug, Clone, Default)]
pub struct Overview {
    /// One for each policy of the documents, in the order of the run.
    pub sections: Vec<Section>,
    /// What was asked for and is not in it, by path.
    pub omitted: Vec<Omitted>,
}

/// The rows of one policy.
#[derive(Debug, Clone)]
pub struct Section {
    /// The index of the policy in the run.
    pub policy: usize,
    /// How many partners it has.
    pub partners: usize,
    /// By the partner's name, then by core task and profile in the policy's order.
    pub rows: Vec<Row>,
}

impl Overview {
    /// The overview of the documents of a run, in the order of their numbers; `unread` are those that nothing can be said about.
    pub fn of<'p>(sources: &[Source<'_>], unread: Vec<Arc<str>>, policy: impl Fn(usize) -> Option<&'p Policy>) -> Self {
        let mut omitted: Vec<Omitted> =
            unread.into_iter().map(|path| Omitted { path, why: Why::Unread }).chain(left_out(sources)).collect();
        omitted.sort_by(|one, other| one.path.as_bytes().cmp(other.path.as_bytes()));
        let mut policies: Vec<usize> = sources.iter().map(|source| source.policy).collect();
        policies.sort_unstable();
        policies.dedup();
        let sections = policies.into_iter().filter_map(|index| {
            let of_policy: Vec<&Source<'_>> = sources.iter().filter(|source| source.policy == index).collect();
            section(index, policy(index)?, &of_policy)
        });
        Self { sections: sections.collect(), omitted }
    }

    /// All rows.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.sections.iter().flat_map(|section| &section.rows)
    }
}

fn left_out<'a>(sources: &'a [Source<'_>]) -> impl Iterator<Item = Omitted> + 'a {
    sources.iter().filter(|source| source.reported).filter_map(|source| {
        let why = match source.standing {
            Standing::Replaced => Why::Replaced,
            Standing::Over => Why::Over,
            Standing::Current if source.exports.cooperations.is_empty() => Why::Empty,
            Standing::Current => return None,
        };
        Some(Omitted { path: Arc::clone(source.path), why })
    })
}

/// The rows of a policy; `None` where none of its documents was asked for.
fn section(index: usize, policy: &Policy, sources: &[&Source<'_>]) -> Option<Section> {
    if !sources.iter().any(|source| source.reported) {
        return None;
    }
    let identities: Vec<_> = sources.iter().map(|source| &source.exports.partner).collect();
    let families = Family::all(sources, &partners(&identities));
    let mut rows = row::rows(policy, &families);
    let mut seen: Vec<usize> = Vec::new();
    // Partners are numbered anew, in the order in which they are shown.
    for row in &mut rows {
        row.partner = seen.iter().position(|known| *known == row.partner).unwrap_or_else(|| {
            seen.push(row.partner);
            seen.len() - 1
        });
    }
    Some(Section { policy: index, partners: seen.len(), rows })
}
