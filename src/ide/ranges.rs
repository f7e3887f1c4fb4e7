//! Ranges: what may be folded, and what is selected step by step around a cursor; in broken documents as far as they can be read.

use crate::json::{Kind, NodeId, Tree};
use crate::text::Span;

/// The containers that stand on several lines, in the order of the document: from bracket to bracket.
#[must_use]
pub fn folds(tree: &Tree) -> Vec<Span> {
    let container = |node: &NodeId| matches!(tree.kind(*node), Kind::Object | Kind::Array);
    let breaks = |span: &Span| {
        let text = tree.text().get(span.range()).unwrap_or_default();
        memchr::memchr2(b'\n', b'\r', text.as_bytes()).is_some()
    };
    tree.nodes().filter(container).map(|node| tree.span(node)).filter(breaks).collect()
}

/// What is selected around an offset, the smallest first; each holds the one before it. Empty outside of the root.
#[must_use]
pub fn selection(tree: &Tree, offset: u32) -> Vec<Span> {
    let Some(node) = tree.innermost_at(offset) else { return Vec::new() };
    let mut spans: Vec<Span> = Vec::new();
    let mut push = |span: Span| {
        let holds = spans.last().is_none_or(|last| span.covers(*last) && span != *last);
        if holds && span.start <= offset && offset <= span.end {
            spans.push(span);
        }
    };
    for node in std::iter::once(node).chain(tree.ancestors(node)) {
        let (own, key) = (tree.span(node), tree.key_span(node));
        if let Some(key) = key {
            push(within(key));
            push(key);
        }
        push(inside(tree, node));
        push(own);
        if let Some(key) = key {
            push(key.join(own));
        }
    }
    spans
}

/// A token without its first and last byte, where it has both.
fn within(span: Span) -> Span {
    if span.len() < 2 { span } else { Span::new(span.start + 1, span.end - 1) }
}

/// What stands between the quotes or brackets of a value.
fn inside(tree: &Tree, node: NodeId) -> Span {
    let span = tree.span(node);
    match tree.kind(node) {
        Kind::String if !tree.is_bad(node) => within(span),
        Kind::Object | Kind::Array => {
            let end = tree.close_span(node).map_or(span.end, |close| close.start);
            Span::new(tree.open_span(node).end, end)
        }
        _ => span,
    }
}
