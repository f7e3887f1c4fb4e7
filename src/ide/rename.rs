//! Rename: another id for an agreement, in its own document and in all that name it.

use std::path::Path;

use super::navigation::{here, landmarks_naming, own_id};
use super::under::Under;
use super::{Neighbour, Scene};
use crate::findings::Range;
use crate::json::print;
use crate::model::format::DOCUMENT;
use crate::model::keys;
use crate::model::landmark::Landmark;
use crate::text::{Edit, Span, names};

/// What a new id changes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Renamed {
    /// In the document itself, in its order.
    pub here: Vec<Edit>,
    /// In others: the file, where, and the new text.
    pub there: Vec<(Box<Path>, Range, Box<str>)>,
}

/// The id at an offset that may be renamed: its span within the quotes, and the id. `None` where there is none.
#[must_use]
pub fn prepare<'s>(scene: &Scene<'s>, offset: u32) -> Option<(Span, &'s str)> {
    let under = Under::at(scene.tree, offset, scene.policy).filter(|under| !scene.tree.is_bad(under.node))?;
    let keys = [keys::ID, keys::SUPPLEMENT_OF, keys::REPLACES];
    let fits = keys.iter().any(|key| under.shape.is(&DOCUMENT, key));
    let id = scene.tree.string(under.node).filter(|id| fits && !id.is_empty())?;
    // An id that no agreement has cannot be renamed.
    let known = own_id(scene) == Some(id) || scene.around.neighbours().any(|other| has(&other, id));
    let span = scene.tree.span(under.node);
    known.then(|| (Span::new(span.start + 1, span.end.saturating_sub(1)), id))
}

fn has(other: &Neighbour<'_>, id: &str) -> bool {
    other.exports.id.as_deref() == Some(id)
}

/// What a new id changes for the agreement whose id stands at an offset.
///
/// # Errors
/// Why it cannot have this id, in the author's language.
pub fn rename(scene: &Scene<'_>, offset: u32, new: &str) -> Result<Renamed, String> {
    let Some((_, old)) = prepare(scene, offset) else { return Err(scene.say("ide-rename-nothing", &[])) };
    if new.is_empty() || names::slug(new) != new {
        let example = names::slug(new);
        let example = if example.is_empty() { old.to_owned() } else { example };
        return Err(scene.say("ide-rename-slug", &[("example", example.into())]));
    }
    let taken = own_id(scene) == Some(new) || scene.around.neighbours().any(|other| has(&other, new));
    if new != old && taken {
        return Err(scene.say("ide-rename-taken", &[("id", new.into())]));
    }
    Ok(edits(scene, old, new))
}

fn edits(scene: &Scene<'_>, old: &str, new: &str) -> Renamed {
    let text = print::quote(new);
    let root = scene.tree.root().and_then(|root| scene.tree.get(root, keys::ID));
    let own = root.filter(|_| own_id(scene) == Some(old)).map(|node| scene.tree.span(node));
    let mut spans: Vec<Span> = own.into_iter().chain(here(scene, old)).collect();
    spans.sort_unstable();
    let mut renamed =
        Renamed { here: spans.into_iter().map(|span| Edit::replace(span, text.clone())).collect(), there: Vec::new() };
    let seen = scene.around.neighbours().map(|other| (other, has(&other, old)));
    // The id of one that nobody sees is not the one that is meant.
    for (other, own) in seen.chain(scene.around.onlookers().map(|other| (other, false))) {
        let own = own.then_some(Landmark::Id);
        let landmarks = own.into_iter().chain(landmarks_naming(&other, old));
        let mut ranges: Vec<Range> = landmarks.filter_map(|landmark| other.range(landmark)).collect();
        ranges.sort_unstable();
        renamed.there.extend(ranges.into_iter().map(|range| (other.file.into(), range, text.as_str().into())));
    }
    renamed
}
