//! Assesses supplements folded into their general agreements, once it is known which these are.

use super::{Read, Reader};
use crate::assess::fold::{Folded, fold as folded, moved};
use crate::assess::{Advice, Ask, Assessed, Note, Why};
use crate::facts::Alone;
use crate::json::{self, Tree};
use crate::workspace::judge::{Depth, Judge, Judgement, Subject};
use crate::workspace::reread;
use crate::workspace::threads::Threads;

/// Assesses each document that adds to one current general agreement as if what it says stood there.
pub(super) fn fold(reader: &Reader<'_>, read: &[Read], judgements: &mut [Judgement], threads: &Threads) {
    let Some(ask) = reader.ask else { return };
    let supplements = judgements.iter_mut().zip(read).filter_map(|(judgement, own)| {
        let parent = read.get(judgement.folds_into? as usize)?;
        let assessed = judgement.assessed.as_mut()?;
        Some((assessed, own, parent))
    });
    threads.map(supplements.collect(), |(assessed, own, parent)| {
        if assessed.cooperations.iter().any(|cooperation| cooperation.advice == Advice::None(Why::Broken)) {
            return;
        }
        if let Some(judge) = reader.books.get(own.book).map(|book| &book.judge) {
            let pair = Pair { reader, judge, ask, own, parent };
            pair.assess(assessed);
        }
    });
}

/// A supplement and its general agreement.
struct Pair<'a> {
    reader: &'a Reader<'a>,
    judge: &'a Judge,
    ask: &'a Ask,
    own: &'a Read,
    parent: &'a Read,
}

impl Pair<'_> {
    /// Puts in the place of what was said of the supplement alone what is said of it as a part of its general agreement.
    fn assess(&self, assessed: &mut Assessed) {
        match self.folded() {
            Some((whole, folded)) => back(assessed, whole, &folded),
            None => assessed.cooperations.iter_mut().for_each(|cooperation| {
                cooperation.advice = Advice::None(Why::ParentBroken);
            }),
        }
    }

    fn folded(&self) -> Option<(Assessed, Folded)> {
        let folded = folded(&self.tree(self.parent)?, &self.tree(self.own)?)?;
        let subject =
            Subject { path: &self.own.name.path, surroundings: &Alone, depth: Depth::Full, ask: Some(self.ask) };
        let examined = self.judge.examine(folded.text.as_bytes(), subject, &|_| {});
        Some((*examined.judgement.assessed?, folded))
    }

    /// The tree of a document that is not broken.
    fn tree(&self, read: &Read) -> Option<Tree> {
        let again = || reread::bytes(&read.name, self.reader.system);
        let bytes = read.text.clone().or_else(again)?;
        let parsed = json::parse(&bytes, self.judge.limits);
        parsed.errors.is_empty().then_some(parsed.tree)
    }
}

/// Takes over what is said of the supplement's own cooperations, under its own indexes.
fn back(assessed: &mut Assessed, whole: Assessed, folded: &Folded) {
    let own = |index: usize| folded.cooperations.iter().position(|becomes| *becomes == index);
    let mut cooperations = Vec::new();
    for mut cooperation in whole.cooperations {
        let Some(index) = own(cooperation.index) else { continue };
        cooperation.index = index;
        cooperation.notes_mut().into_iter().for_each(|note| place_back(note, &own));
        cooperations.push(cooperation);
    }
    cooperations.sort_by_key(|cooperation| cooperation.index);
    assessed.cooperations = cooperations.into();
    assessed.steps = whole.steps;
}

fn place_back(note: &mut Note, own: &impl Fn(usize) -> Option<usize>) {
    if let Some(pointer) = moved(&note.pointer, own) {
        note.pointer = pointer.into();
    }
}
