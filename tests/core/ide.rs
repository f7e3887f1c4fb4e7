//! What an author sees in the editor.

mod actions;
mod completion;
mod everywhere;
mod hints;
mod hover;
mod navigation;
mod places;
mod ranges;
mod rename;
mod stage;
mod symbols;
mod topics;
