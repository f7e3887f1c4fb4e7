//! Tests of the language server over its real pipe.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod actions;
#[path = "../common/agreements.rs"]
mod agreements;
mod cases;
mod client;
mod commands;
mod configuration;
mod diagnostics;
mod documents;
mod features;
mod foreign;
mod frames;
mod layout;
mod lifecycle;
mod ordering;
mod parity;
mod plain;
mod progress;
mod pull;
mod refresh;
mod renaming;
mod workspace;
