//! Symbols: the outline of a document in its own words, and the partners and agreements of a workspace.

use super::{Around, Target};
use crate::json::{Kind, NodeId, Slot, Tree};
use crate::model::keys;
use crate::model::landmark::Landmark;
use crate::text::{Span, visible};

/// What a symbol is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// An object.
    Object,
    /// A list.
    List,
    /// A text.
    Text,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// `null`, or a value that is missing.
    Nothing,
}

/// A part of the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// What it is called: its key, and of an item what tells it from the others.
    pub name: String,
    /// What stands in it, in short; empty where there is nothing to show.
    pub detail: String,
    /// What it is.
    pub sort: Sort,
    /// All of it.
    pub span: Span,
    /// Where the name stands.
    pub selection: Span,
    /// What stands in it.
    pub children: Vec<Symbol>,
}

/// A partner or an agreement of the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The name of the partner, or the id of the agreement.
    pub name: String,
    /// Beside an id the partner, beside a partner the id; empty where it is not known.
    pub beside: String,
    /// Whether it is the partner.
    pub partner: bool,
    /// Where it stands.
    pub target: Target,
}

/// The most characters of a value that are shown.
const SHOWN: usize = 60;
/// The most symbols of a document.
const MOST: usize = 10_000;

/// By which of its members an object is told from others, the first that it has.
const NATURAL: [&str; 8] =
    [keys::CORE_TASK, keys::PARTY, keys::RULE, keys::TITLE, keys::NAME, keys::REGION, keys::ROLE, keys::STATUS];

/// The outline of a document.
#[must_use]
pub fn outline(tree: &Tree) -> Vec<Symbol> {
    let mut left = MOST;
    tree.root().map(|root| children(tree, root, &mut left)).unwrap_or_default()
}

/// What stands in a container. Documents are no deeper than the parser's limit.
fn children(tree: &Tree, node: NodeId, left: &mut usize) -> Vec<Symbol> {
    let values: Vec<NodeId> = match tree.kind(node) {
        Kind::Object => tree.members(node).map(|member| member.value).collect(),
        _ => tree.items(node).to_vec(),
    };
    let mut symbols = Vec::new();
    for value in values {
        if *left == 0 {
            break;
        }
        *left -= 1;
        symbols.push(symbol(tree, value, left));
    }
    symbols
}

fn symbol(tree: &Tree, node: NodeId, left: &mut usize) -> Symbol {
    let own = tree.span(node);
    let (name, detail) = words(tree, node);
    Symbol {
        name,
        detail,
        sort: sort(tree.kind(node)),
        span: tree.key_span(node).map_or(own, |key| key.join(own)),
        selection: tree.key_span(node).unwrap_or(own),
        children: children(tree, node, left),
    }
}

/// The name and the detail of a value.
fn words(tree: &Tree, node: NodeId) -> (String, String) {
    let natural = natural(tree, node);
    let Slot::Item(index) = tree.slot(node) else {
        let key = shown(tree.key(node).unwrap_or_default());
        // An empty name is no name for an editor.
        let key = if key.is_empty() { "\"\"".to_owned() } else { key };
        return (key, scalar(tree, node).or(natural).unwrap_or_default());
    };
    match natural.or_else(|| scalar(tree, node)) {
        Some(name) => (name, profile(tree, node).unwrap_or_default()),
        None => ((index + 1).to_string(), String::new()),
    }
}

/// What an object is told from others by.
fn natural(tree: &Tree, node: NodeId) -> Option<String> {
    let texts = NATURAL.iter().filter_map(|key| tree.string(tree.get(node, key)?));
    texts.map(shown).find(|text| !text.is_empty())
}

/// Beside a core task the profile.
fn profile(tree: &Tree, node: NodeId) -> Option<String> {
    tree.string(tree.get(node, keys::PROFILE)?).map(shown)
}

fn scalar(tree: &Tree, node: NodeId) -> Option<String> {
    match tree.kind(node) {
        Kind::Object | Kind::Array => None,
        Kind::String => tree.string(node).map(shown).filter(|text| !text.is_empty()),
        _ => tree.text().get(tree.span(node).range()).map(shown).filter(|text| !text.is_empty()),
    }
}

fn shown(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        None => visible(text).into_owned(),
        Some((cut, _)) => format!("{}…", visible(text.get(..cut).unwrap_or_default())),
    }
}

fn sort(kind: Kind) -> Sort {
    match kind {
        Kind::Object => Sort::Object,
        Kind::Array => Sort::List,
        Kind::String => Sort::Text,
        Kind::Number => Sort::Number,
        Kind::Bool(_) => Sort::Boolean,
        Kind::Null => Sort::Nothing,
    }
}

/// The agreements and partners of a workspace whose name holds what is asked for, in the order of the documents: at most so many. All
/// documents of the workspace are its neighbours here.
#[must_use]
pub fn workspace(around: &dyn Around, query: &str, most: usize) -> Vec<Known> {
    let wanted = query.to_lowercase();
    let fits = |name: &str| name.to_lowercase().contains(&wanted);
    let mut found = Vec::new();
    for document in around.neighbours() {
        let (id, partner) = (document.exports.id.as_deref(), document.exports.partner.name.as_deref());
        let known = [(id, partner, false, Landmark::Id), (partner, id, true, Landmark::PartnerName)];
        for (name, beside, partner, landmark) in known {
            let Some(name) = name.filter(|name| fits(name)) else { continue };
            let Some(target) = document.target(landmark) else { continue };
            found.push(Known { name: shown(name), beside: beside.map(shown).unwrap_or_default(), partner, target });
        }
        if found.len() >= most {
            found.truncate(most);
            break;
        }
    }
    found
}
