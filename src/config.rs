//! `kader.toml`: finding it, reading it with every fault at its place, and what holds for a document.
//!
//! The flow: [`Configs`] finds the file of a document and reads it once, with all that it extends, into a [`Config`];
//! [`Config::check_rules`] looks at its selectors once the policies are known; [`Config::effective`] puts flags, environment, file and
//! defaults on top of each other for one document. Precedence is that order, and every value knows its [`Origin`].
//!
//! How files that extend others are read: a key of the extending file replaces the same key of the extended one. Only `severity` and
//! `[[override]]` are added to what was there, and on equal terms the extending file's own win. `required-version` holds for each file by itself.
//! Globs and paths are relative to the folder of the file that says them.

mod configs;
mod contents;
mod effective;
mod faults;
mod globs;
mod keys;
mod load;
mod per_folder;
mod read;
pub mod root;
mod rows;
pub mod sample;
pub mod schema;
pub mod selection;
mod size;

pub use configs::{Choice, Configs, Outcome};
pub use contents::{Config, Override, PolicyRef, RuleKeys};
pub use effective::{Effective, Given, Held, Origin};
pub use faults::{Broken, ConfigFault, Place, Source, Sourced};
pub use globs::Globs;
pub use keys::fail_on_words;
pub use load::{load, why as why_unreadable};
pub use per_folder::PerFolder;
pub use rows::{Row, Shown};
pub use selection::{Layer, Selection};
pub use size::{MAX_SIZE, shown as shown_size};
