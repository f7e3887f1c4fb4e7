//! Fingerprints: what stays the same when a document is moved, reformatted, or read in another language.
//!
//! A fingerprint is a hash of the rule's code, the document's `id`, the subject with list indexes replaced by natural
//! keys, and what tells apart two findings that agree in all that. Where several still agree, an ordinal counts them.

use sha2::{Digest, Sha256};

use crate::hashed::ByHash;
use crate::json::{NodeId, Slot, Tree, pointer};
use crate::model::keys;
use crate::policy::Code;

/// The first 16 bytes of a SHA-256.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Fingerprint(pub [u8; 16]);

impl std::fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let digit = |value: u8| char::from_digit(value.into(), 16).unwrap_or_default();
        let hex: String = self.0.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect();
        f.write_str(&hex)
    }
}

impl Fingerprint {
    /// Reads a fingerprint as it is written: 32 hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; 16];
        if text.len() != 2 * bytes.len() {
            return None;
        }
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
            for digit in pair {
                *byte = *byte << 4 | u8::try_from(char::from(*digit).to_digit(16)?).ok()?;
            }
        }
        Some(Self(bytes))
    }

    /// The hash of some parts, each closed by a zero byte.
    fn of(parts: &[&[u8]]) -> Self {
        let mut hasher = Sha256::new();
        for part in parts {
            hasher.update(part);
            hasher.update([0]);
        }
        let mut short = [0; 16];
        short.iter_mut().zip(hasher.finalize()).for_each(|(to, from)| *to = from);
        Self(short)
    }

    /// The fingerprint of a finding, still without its ordinal.
    ///
    /// `document` is the document's `id`, or its path where the id is missing or bad.
    pub fn base(code: Code, document: &str, natural_subject: &str, distinct: &str) -> Self {
        Self::of(&[code.as_str().as_bytes(), document.as_bytes(), natural_subject.as_bytes(), distinct.as_bytes()])
    }
}

/// Counts findings that agree in everything, over documents in the order of their paths.
#[derive(Debug, Default)]
pub struct Ordinals<'b> {
    seen: ByHash<Fingerprint, u32>,
    /// Those of documents that come first.
    before: Option<&'b Ordinals<'b>>,
}

impl<'b> Ordinals<'b> {
    /// Counts on from others, and leaves these as they are.
    pub fn behind(before: &'b Ordinals<'b>) -> Self {
        Self { seen: ByHash::default(), before: Some(before) }
    }

    /// The finding's own fingerprint: the first of its kind keeps the base.
    pub fn tell_apart(&mut self, base: Fingerprint) -> Fingerprint {
        let before = self.before.and_then(|before| before.seen.get(&base)).copied();
        let seen = self.seen.entry(base).or_insert(before.unwrap_or_default());
        let ordinal = *seen;
        *seen += 1;
        if ordinal == 0 { base } else { Fingerprint::of(&[&base.0, &ordinal.to_le_bytes()]) }
    }
}

/// The pointer of a node with the indexes of list items replaced by what a person would call the item.
pub fn natural(tree: &Tree, node: NodeId) -> String {
    let mut path: Vec<NodeId> = tree.ancestors(node).collect();
    path.reverse();
    path.push(node);
    path.iter().fold(String::new(), |pointer, node| match tree.slot(*node) {
        Slot::Root => pointer,
        Slot::Member(_) => pointer::join(&pointer, tree.key(*node).unwrap_or_default()),
        Slot::Item(index) => match natural_key(tree, *node) {
            Some(name) => pointer::join(&pointer, name),
            None => pointer::join(&pointer, &index.to_string()),
        },
    })
}

/// A cooperation's core task, a signatory's party, a deviation's rule, a region's code; `None` where the index stays.
fn natural_key(tree: &Tree, item: NodeId) -> Option<&str> {
    let list = tree.parent(item).and_then(|list| tree.key(list))?;
    let key = match list {
        keys::COOPERATIONS => keys::CORE_TASK,
        keys::SIGNATORIES => keys::PARTY,
        keys::DEVIATIONS => keys::RULE,
        keys::REGIONS | keys::INTENDED_REGIONS | keys::CONSULTED | keys::WORK_AREA | keys::PARTICIPANTS => {
            return tree.string(item);
        }
        _ => return None,
    };
    tree.get(item, key).and_then(|value| tree.string(value))
}
