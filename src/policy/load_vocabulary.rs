//! Reads `tables/vocabulary.toml`.

use super::bilingual::Bilingual;
use super::group::Groups;
use super::load_tables::of_unused;
use super::vocabulary::{Entry, Is, Term, Vocab};
use super::words::MEANINGS;
use crate::file::{Faults, Node, Text};

pub(super) const FILE: &str = "tables/vocabulary.toml";
pub(super) const KEYS: [&str; 8] = ["label", "meaning", "citations", "aliases", "hints", "is", "letter", "chain"];

/// The entries of every list, by the list's number.
#[derive(Debug, Clone, Default)]
pub(super) struct Vocabulary {
    pub(super) lists: [Vec<Entry>; 20],
}

impl Vocabulary {
    pub(super) fn list(&self, vocab: Vocab) -> &[Entry] {
        self.lists.get(vocab.index()).map_or(&[], Vec::as_slice)
    }

    pub(super) fn term(&self, vocab: Vocab, id: &str) -> Option<Term> {
        let index = self.list(vocab).iter().position(|entry| &*entry.id == id)?;
        Some(Term { vocab, index: u8::try_from(index).ok()? })
    }

    pub(super) fn terms(&self, vocab: Vocab) -> impl ExactSizeIterator<Item = Term> + use<> {
        let count = u8::try_from(self.list(vocab).len()).unwrap_or(u8::MAX);
        (0..count).map(move |index| Term { vocab, index })
    }

    /// The term of an identifier in a table; where there is none, a fault with a suggestion.
    pub(super) fn resolve(&self, faults: &mut Faults, vocab: Vocab, text: &Text<'_>) -> Option<Term> {
        let term = self.term(vocab, text.0);
        if term.is_none() {
            faults.unknown(text, vocab.as_str(), self.list(vocab).iter().map(|entry| &*entry.id));
        }
        term
    }
}

/// Reads every list; a `chain` is resolved once all lists are there.
pub(super) fn read(faults: &mut Faults, groups: Groups, text: &str) -> Vocabulary {
    let map = faults.parse(text);
    let root = Node::root(&map);
    faults.known(&root, &Vocab::ALL.map(Vocab::as_str));
    let mut vocabulary = Vocabulary::default();
    let mut chains = Vec::new();
    for vocab in Vocab::ALL {
        let Some(list) = list(faults, &root, vocab) else {
            continue;
        };
        if let Some(group) = vocab.group().filter(|group| !groups.has(*group)) {
            of_unused(faults, &list.at, (vocab.as_str(), group));
            continue;
        }
        for (id, at, value) in list.rows() {
            if let Some(node) = faults.table(value, at) {
                let index = vocabulary.list(vocab).len();
                chains.extend(faults.text_or_none(&node, "chain").map(|chain| (vocab, index, chain)));
                let entry = entry(faults, &node, vocab, id);
                vocabulary.lists[vocab.index()].push(entry);
            }
        }
    }
    for (vocab, index, chain) in chains {
        let term = vocabulary.resolve(faults, Vocab::Chain, &chain);
        if let Some(entry) = vocabulary.lists[vocab.index()].get_mut(index) {
            entry.chain = term;
        }
    }
    vocabulary
}

/// The entries of one list alone.
pub(super) fn list_of(faults: &mut Faults, vocab: Vocab, text: &str) -> Vec<Entry> {
    let map = faults.parse(text);
    let rows = list(faults, &Node::root(&map), vocab).map(|list| list.rows()).unwrap_or_default();
    let mut read = |(id, at, value)| {
        let node = faults.table(value, at)?;
        Some(entry(faults, &node, vocab, id))
    };
    rows.into_iter().filter_map(&mut read).collect()
}

fn list<'t>(faults: &mut Faults, root: &Node<'t>, vocab: Vocab) -> Option<Node<'t>> {
    let value = root.get(vocab.as_str())?;
    let at = root.key_span(vocab.as_str())?;
    let list = faults.table(value, at)?;
    if list.rows().len() > usize::from(u8::MAX) {
        faults.word(&list.at, "pack-too-many", "list", vocab.as_str());
        return None;
    }
    Some(list)
}

fn entry(faults: &mut Faults, node: &Node<'_>, vocab: Vocab, id: &str) -> Entry {
    faults.known(node, &KEYS);
    let task_only = ["letter", "chain"].into_iter().filter(|key| vocab != Vocab::CoreTask && node.has(key));
    for key in task_only {
        let at = node.key_span(key).unwrap_or_else(|| node.at.clone());
        faults.add(&at, "file-unknown-key", vec![("key", key.into()), ("suggestion", "".into())]);
    }
    let _ = faults.required(node, "citations");
    Entry {
        id: id.into(),
        label: faults.bilingual(node, "label"),
        meaning: faults.bilingual(node, "meaning"),
        citations: faults.words(node, "citations"),
        aliases: faults.words(node, "aliases"),
        hints: hints(faults, node),
        is: meanings(faults, node, vocab),
        letter: faults.text_or_none(node, "letter").map(|(text, _)| text.into()),
        chain: None,
    }
}

fn hints(faults: &mut Faults, node: &Node<'_>) -> Vec<(Box<str>, Bilingual)> {
    let rows = faults.section(node, "hints").map(|hints| hints.rows()).unwrap_or_default();
    rows.into_iter().map(|(name, at, value)| (name.into(), faults.as_bilingual(value, at, name))).collect()
}

fn meanings(faults: &mut Faults, node: &Node<'_>, vocab: Vocab) -> Vec<Is> {
    let words = faults.texts(node, "is").unwrap_or_default();
    let here = || MEANINGS.iter().filter(|(_, _, lists, _)| lists.contains(&vocab));
    let mut found = Vec::with_capacity(words.len());
    for text in words {
        match here().find(|(word, ..)| *word == text.0) {
            Some((_, is, ..)) => found.push(*is),
            None => faults.unknown(&text, "is", here().map(|(word, ..)| *word)),
        }
    }
    found
}
