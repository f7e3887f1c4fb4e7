//! Assesses supplements folded into their general agreements, once it is known which these are.

use super::{Read, Reader};
use crate::assess::fold::{Folded, fold as folded, moved};
use crate::assess::{Advice, Ask, Assessed, Note, Why, sorted};
use crate::facts::Alone;
use crate::json::{self, Tree};
use crate::workspace::judge::{Depth, Judge, Judgement, Subject};
use crate::workspace::reread;
use crate::workspace::threads::Threads;

/// Assesses each document that adds to one current general agreement as if what it says stood there.
pub(super) fn fold(reader: &Reader<'_>, read: &mut [Read], threads: &Threads) {
    let Some(ask) = reader.ask else { return };
    let supplements: Vec<(usize, usize, Box<Assessed>)> =
        read.iter_mut().enumerate().filter_map(|(own, read)| supplement(own, &mut read.examined.judgement)).collect();
    let pairs = &*read;
    let assessed = threads.map(supplements, |(own, parent, mut assessed)| {
        if let (Some(own), Some(parent)) = (pairs.get(own), pairs.get(parent))
            && let Some(judge) = reader.books.get(own.book).map(|book| &book.judge)
        {
            Pair { reader, judge, ask, own, parent }.assess(&mut assessed);
        }
        (own, assessed)
    });
    for (own, assessed) in assessed {
        read[own].examined.judgement.assessed = Some(assessed);
    }
}

/// A supplement by its number in the run, that of its general agreement, and what was said of it, where all of that can be read.
fn supplement(own: usize, judgement: &mut Judgement) -> Option<(usize, usize, Box<Assessed>)> {
    let parent = judgement.folds_into? as usize;
    let broken = |assessed: &mut Box<Assessed>| {
        assessed.cooperations.iter().any(|cooperation| cooperation.advice == Advice::None(Why::Broken))
    };
    judgement.assessed.take_if(|assessed| !broken(assessed)).map(|assessed| (own, parent, assessed))
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
        let ask = Ask { folded: true, ..self.ask.clone() };
        let subject = Subject { path: &self.own.name.path, surroundings: &Alone, depth: Depth::Full, ask: Some(&ask) };
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
        // What rules say of the supplement itself comes from itself.
        let alone = assessed.cooperations.iter_mut().find(|alone| alone.index == index);
        let steps = alone.map(|alone| std::mem::take(&mut alone.steps)).unwrap_or_default();
        cooperation.steps = sorted(cooperation.steps.into_iter().chain(steps).collect());
        cooperations.push(cooperation);
    }
    cooperations.sort_by_key(|cooperation| cooperation.index);
    assessed.cooperations = cooperations.into();
}

fn place_back(note: &mut Note, own: &impl Fn(usize) -> Option<usize>) {
    if let Some(pointer) = moved(&note.pointer, own) {
        note.pointer = pointer.into();
    }
}
