//! Kader checks agreements between Dutch safety regions and crisis partners against a policy.
//!
//! # The map
//!
//! One direction, no way back; each arrow is a function from values to values:
//!
//! ```text
//! bytes ─ text ─ json ─ structure ─ model ─ facts ┐
//!         S003    S001    D         typed   per    ├─ index ─ rules ─ severity ─ deviations ─ verdict ─ order ─┬─ report   (command line)
//!         S005    S002                      document┘ across   P R V   letter,    split       T606     stable    └─ ide ─ lsp (to come)
//!                 S004                               documents  L T W   caps                  T618, A
//! ```
//!
//! A run is one pass over its documents ([`workspace::judge`]): each is judged by itself while its tree is there, and leaves its *exports*
//! behind; then each is concluded on beside the others ([`workspace::together`]), which see nothing but exports.
//!
//! | room | what lives there |
//! |---|---|
//! | [`system`] | the only place that touches files, environment and clock |
//! | [`text`] | line index, edits, visible escapes, suggestions, names |
//! | [`json`] | lexer, recovering parser, the tree, pointers |
//! | [`file`](mod@file) | TOML files that people write: values with places, and every fault |
//! | [`config`] | `kader.toml`: discovery, precedence, which rules hold where |
//! | [`policy`] | loads a policy pack: typed tables, rules' heads, texts, examples |
//! | [`structure`] | the S and D rules: the format's table, the JSON Schema made from it, and what it finds |
//! | [`model`] | the typed view of a document: absent, bad, or known |
//! | [`facts`] | what is derived once: reach, formal, exempt, profile in doubt; what documents export, and the index across them |
//! | [`rules`] | one module a theme; a rule is one function that emits raw findings; `across/` sees exports only |
//! | [`findings`] | places, raw findings, levels and caps, deviations, fingerprints, order, masking |
//! | [`workspace`] | which documents a run has, their contexts and rulebooks, and the one way to judge each of them |
//! | [`report`] | one file an output format |
//! | [`proof`] | whether a policy holds what its files promise: examples, texts, fixes, whole documents |
//! | [`explain`] | what a rule, a profile, a precondition or another identifier is, as a page for people |
//! | [`cli`] | one file a command |
//!
//! Beside the code, `packs/` holds the policy and the engine's rules as data, and `texts/` the program's own words.
//!
//! # Invariants
//!
//! - A check emits raw findings and never looks at the phase; levels are given afterwards, in one place.
//! - A rule sees known values only: [`model::Field`] is absent, bad, or known at a node.
//! - A finding holds no prose. Text is made from the pack when a report is written, in the language asked for.
//! - No identifier of a policy stands in the code outside the packs; the document's own keys stand in [`model::keys`].
//! - The same input gives the same bytes, whatever the number of threads.

pub mod cli;
pub mod config;
pub mod explain;
pub mod facts;
pub mod file;
pub mod findings;
pub mod json;
pub mod model;
pub mod policy;
pub mod proof;
pub mod report;
pub mod rules;
pub mod structure;
pub mod system;
pub mod text;
pub mod texts;
pub mod workspace;
