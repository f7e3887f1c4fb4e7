//! What an author sees in the editor: completion, hover, hints, lenses, symbols, navigation, ranges, rename, actions.
//!
//! Each feature is a function from a [`Scene`], one moment of a document, to plain data: spans are UTF-8 bytes of the document's own text,
//! and no type of a protocol stands here. Nothing is changed and nothing is read from a disk; what stands around the document is asked
//! of [`Around`].

pub mod actions;
pub mod completion;
pub mod form;
pub mod hints;
pub mod hover;
pub mod lenses;
pub mod navigation;
pub mod ranges;
pub mod rename;
pub mod symbols;
pub mod topic;

mod around;
mod shape;
mod under;

pub use around::{Around, Neighbour, Nobody, Target};
pub use topic::{Topic, documentation};

use crate::assess::{Assessed, Cooperation};
use crate::facts::{Alone, Facts};
use crate::findings::Finding;
use crate::json::Tree;
use crate::model::read;
use crate::model::reader::{BadNodes, Reader};
use crate::policy::{Day, Lang, Policy};
use crate::rules::Context;
use crate::texts::{Args, Texts};

/// One moment of a document, and what is known around it.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// What could be read of it, with its text.
    pub tree: &'a Tree,
    /// The policy by which it is judged.
    pub policy: &'a Policy,
    /// The author's language.
    pub lang: Lang,
    /// The day of judgement.
    pub as_of: Day,
    /// Its findings, as they are shown.
    pub findings: &'a [Finding],
    /// What the tool would advise on its cooperations, where that is known.
    pub assessed: Option<&'a Assessed>,
    /// The other documents of its context, and the files beside it.
    pub around: &'a dyn Around,
}

impl Scene<'_> {
    /// What a function makes of the document as rules see it; `None` where its root is no object. A value with a fault that only the
    /// schema can see counts as it stands.
    fn read<R>(&self, with: impl FnOnce(&Context<'_>) -> R) -> Option<R> {
        self.read_tree(self.tree, with)
    }

    /// As [`Scene::read`], of another tree.
    fn read_tree<R>(&self, tree: &Tree, with: impl FnOnce(&Context<'_>) -> R) -> Option<R> {
        let policy = self.policy;
        let bad = BadNodes::none(tree.len());
        let agreement = read::agreement(Reader { tree, policy, bad: &bad })?;
        let facts = Facts::of(&agreement, policy, self.as_of);
        let (agreement, facts) = (&agreement, &facts);
        Some(with(&Context { tree, policy, agreement, facts, as_of: self.as_of.into(), surroundings: &Alone }))
    }

    /// What the tool would advise on the cooperation of an index.
    fn cooperation(&self, index: usize) -> Option<&Cooperation> {
        self.assessed?.cooperations.iter().find(|cooperation| cooperation.index == index)
    }

    fn say(&self, id: &str, args: &Args<'_>) -> String {
        Texts::get(self.lang).format(id, args)
    }
}
