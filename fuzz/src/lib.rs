//! What the targets do with their input: the same as `tests/core/seeds.rs` does with the seeds.

#[path = "../../tests/invariants/all.rs"]
mod invariants;
#[path = "../../tests/core/support.rs"]
mod support;
#[path = "../../tests/core/wellformed.rs"]
mod wellformed;

use kader::lsp::frame::{Frame, Frames};

/// Any bytes as a document.
pub fn parser(bytes: &[u8]) {
    invariants::parser::hold(bytes);
}

/// Any bytes as what comes over the server's pipe.
pub fn frames(bytes: &[u8]) {
    invariants::frames::hold(bytes);
}

/// What an author does in an editor, as bytes tell it.
pub fn edits(bytes: &[u8]) {
    invariants::edits::hold(bytes);
}

/// The bodies of the messages in bytes that come over the pipe.
pub fn bodies(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut frames = Frames::default();
    frames.put(bytes);
    let frames = std::iter::from_fn(|| frames.next());
    frames.filter_map(|frame| if let Frame::Body(body) = frame { Some(body) } else { None }).collect()
}
