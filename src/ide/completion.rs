//! Completion: what may be written at the cursor, the fittest first, in whole and in half-written documents.
//!
//! [`crate::json::cursor`] tells from the text before the cursor where it stands, the format's table what belongs there, and the document
//! itself what fits: where it is broken, it is read as it would be with the token at the cursor complete.

mod insert;
mod keys;
mod place;
mod skeleton;
mod terms;
mod texts;
mod values;

use super::{Scene, Topic};
use crate::json::cursor::Wants;
use crate::rules::Context;
use crate::text::Edit;
use insert::Draft;
use place::Place;

/// The most items of a list; what is cut off comes as more is typed.
const MOST: usize = 200;

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A key of the format, with its value.
    Key,
    /// A precondition, a dimension, a principle or a part, as a key.
    Entry,
    /// An identifier of the policy.
    Identifier,
    /// The code of a territorial unit.
    Region,
    /// A day, a number, or `true` and `false`.
    Value,
    /// Another agreement, a partner or a covenant.
    Reference,
    /// A rule.
    Rule,
    /// A place in the document.
    Pointer,
    /// A whole object or list.
    Skeleton,
}

/// Something that may be written at the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What is shown.
    pub label: Box<str>,
    /// What is shown beside it; empty where there is nothing to say.
    pub detail: Box<str>,
    /// What it is.
    pub sort: Sort,
    /// By what it is found while somebody types, with the quote that stands before it.
    pub filter: Box<str>,
    /// What takes the place of the token at the cursor.
    pub edit: Edit,
    /// The new text as a snippet, with stops and escapes; `None` where there is nothing to fill in. Its lines have their indentation.
    pub snippet: Option<Box<str>>,
    /// The comma that is missing before it.
    pub comma: Option<Edit>,
    /// What there is to tell about it: [`super::documentation`].
    pub topic: Option<Topic>,
}

/// What may be written at a cursor.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Items {
    /// The items, the fittest first.
    pub items: Vec<Item>,
    /// Whether these are all there are.
    pub complete: bool,
}

/// What may be written at an offset of the document.
#[must_use]
pub fn completion(scene: &Scene<'_>, offset: u32) -> Items {
    let Some(place) = Place::at(scene, offset) else { return Items { items: Vec::new(), complete: true } };
    let drafts = scene.read_tree(&place.seen, |cx| drafts(&place, Some(cx))).unwrap_or_else(|| drafts(&place, None));
    let (drafts, complete) = cut(&place, drafts);
    Items { items: insert::items(&place, drafts), complete }
}

fn drafts(place: &Place<'_>, cx: Option<&Context<'_>>) -> Vec<Draft> {
    let mut drafts = match place.cursor.wants {
        Wants::Key => keys::drafts(place, cx),
        Wants::Value | Wants::Colon => values::drafts(place, cx),
        Wants::Nothing => Vec::new(),
    };
    drafts.sort_by_key(|draft| draft.rank);
    drafts
}

/// Where there are too many, those that hold what is typed; of these the first.
fn cut(place: &Place<'_>, mut drafts: Vec<Draft>) -> (Vec<Draft>, bool) {
    if drafts.len() <= MOST {
        return (drafts, true);
    }
    let typed = place.typed().to_lowercase();
    drafts.retain(|draft| draft.search.to_lowercase().contains(&typed));
    drafts.truncate(MOST);
    (drafts, false)
}
