//! Evidence that is a path (V409).

use super::about;
use crate::facts::Evidence;
use crate::findings::{Param, Spot};
use crate::model::cooperation::{Cooperation, Entry};
use crate::model::keys;
use crate::rules::{Context, Sink};

/// V409: a piece of evidence is a path where nothing stands, or that leads out of the project root (§3.1).
pub(in crate::rules) fn evidence_not_found(cx: &Context<'_>, sink: &mut Sink) {
    for (cooperation, _) in cx.cooperations() {
        let entries = cooperation.preconditions.entries.iter();
        for entry in entries.filter(|entry| !entry.id.starts_with(keys::OWN_PREFIX)) {
            report(cx, cooperation, entry, sink);
        }
    }
}

fn report(cx: &Context<'_>, cooperation: &Cooperation<'_>, entry: &Entry<'_>, sink: &mut Sink) {
    let Some(evidence) = entry.evidence.known() else { return };
    for (item, node) in &evidence.items {
        if let Some(case) = fault(cx, item) {
            let draft = about(cx, cooperation, entry, Spot::value(*node));
            sink.emit(draft.case(case).param("path", Param::text(item)));
        }
    }
}

/// What is wrong with a piece of evidence.
fn fault(cx: &Context<'_>, item: &str) -> Option<&'static str> {
    let path = item.split_once('#').map_or(item, |(path, _)| path);
    if path.is_empty() || is_address(path) {
        return None;
    }
    match cx.surroundings.evidence(path) {
        Evidence::Missing => Some("missing"),
        Evidence::Outside => Some("outside"),
        Evidence::Found | Evidence::Unknown => None,
    }
}

/// Whether a text begins with the scheme of a URL (RFC 3986 §3.1); a single letter is the name of a drive.
fn is_address(text: &str) -> bool {
    let Some((scheme, _)) = text.split_once(':') else { return false };
    let may_follow = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    scheme.len() > 1 && scheme.starts_with(|first: char| first.is_ascii_alphabetic()) && scheme.bytes().all(may_follow)
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn addresses_are_told_from_paths() {
        for address in ["https://www.example.org/a.pdf", "urn:nl:besluit", "HTTP://example.org"] {
            assert!(is_address(address), "{address}");
        }
        for path in ["a.pdf", "map/a:b.pdf", "C:/a.pdf", "1a:b", ":a", "../a"] {
            assert!(!is_address(path), "{path}");
        }
    }
}
