//! Kader checks agreements between Dutch safety regions and crisis partners against a policy.
//!
//! # The map
//!
//! One direction, no way back; each arrow is a function from values to values. A run is one pass over its documents, in two steps. First
//! each document by itself, while its tree is there ([`workspace::judge`]):
//!
//! ```text
//! bytes ─ text ─ json ─ structure ─ model ─ facts ─ rules ─ deviations ─ verdict ─ order ─ level ─ findings
//!         S003    S001    D         typed     │     P R V   A            T606      stable  letter, caps,
//!         S005    S002                        │     L T                  T618              configuration
//!                 S004                        └─ exports
//! ```
//!
//! It leaves its findings and its *exports*: all that others may see of it. Then each beside the others, which see exports only
//! ([`workspace::together`]):
//!
//! ```text
//! exports ─ index ─ rules across documents ─ level ─ deviations ─ findings ─┬─ report   (command line)
//!                   W, P205                                                └─ ide ─ lsp (editor)
//! ```
//!
//! | room | what lives there |
//! |---|---|
//! | [`system`] | the only place that touches files, environment and clock |
//! | [`texts`] | the program's own words, as Fluent patterns |
//! | [`text`] | line index, edits, visible escapes, suggestions, names |
//! | [`hashed`] | maps by what is a hash already |
//! | [`json`] | lexer, recovering parser, the tree, pointers, the layout |
//! | [`file`](mod@file) | TOML files that people write: values with places, and every fault |
//! | [`config`] | `kader.toml`: discovery, precedence, which rules hold where |
//! | [`policy`] | loads a policy pack: typed tables, rules' heads, texts, examples |
//! | [`structure`] | the S and D rules: the format's table, the JSON Schema made from it, and what it finds |
//! | [`model`] | the typed view of a document: absent, bad, or known |
//! | [`facts`] | what is derived once: reach, formal, exempt, profile in doubt; what documents export, and the index across them |
//! | [`rules`] | one module a theme; a rule is one function that emits raw findings; `across/` sees exports only |
//! | [`fix`] | structural changes of a document, and the edits that make them in its own layout |
//! | [`findings`] | places, raw findings, levels and caps, deviations, fingerprints, order, masking |
//! | [`assess`] | what the tool would advise on each cooperation, and the national overview: values, no prose |
//! | [`workspace`] | which documents a run or an editor's session has, their contexts and rulebooks, the one way to judge each of them, and their baselines |
//! | [`report`] | one file an output format |
//! | [`compose`] | new agreements, made from the format's table and the policy's |
//! | [`proof`] | whether a policy holds what its files promise: examples, texts, fixes, whole documents |
//! | [`explain`] | what a rule, a profile, a precondition or another identifier is, as a page for people |
//! | [`ide`] | what an author sees in the editor: completion, hover, hints, lenses, symbols, navigation, rename, actions; plain data |
//! | [`cli`] | one file a command |
//! | [`lsp`] | the language server: transport, session, conversion; the only place that knows protocol types |
//!
//! Beside the code, `packs/` holds the policy and the engine's rules as data, and `texts/` the program's own words.
//!
//! # Invariants
//!
//! - A check emits raw findings and never looks at the phase; levels are given afterwards, by one function.
//! - Rules across documents see exports; where a finding points in another document is looked up when a report is written.
//! - A rule sees known values only: [`model::Field`] is absent, bad, or known at a node.
//! - A finding holds no prose. Text is made from the pack when a report is written, in the language asked for.
//! - No identifier of a policy stands in the code outside the packs; the document's own keys stand in [`model::keys`].
//! - The same input gives the same bytes, whatever the number of threads.

pub mod assess;
pub mod cli;
pub mod compose;
pub mod config;
pub mod explain;
pub mod facts;
pub mod file;
pub mod findings;
pub mod fix;
pub mod hashed;
pub mod ide;
pub mod json;
pub mod lsp;
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
