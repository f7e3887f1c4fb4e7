//! Tests of the program as a process.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

#[path = "../common/agreements.rs"]
mod agreements;
mod assess;
mod baseline;
mod baseline_file;
mod cases;
mod config;
mod context;
mod deviate;
mod deviations;
mod diff;
#[cfg(unix)]
mod docs;
mod dossier;
mod exits;
mod explain;
mod files;
mod fix;
mod fmt;
mod format_cases;
mod in_use;
mod init;
mod languages;
mod logs;
mod new;
mod options;
mod outputs;
mod overview;
mod policy;
mod redact;
mod reports;
mod rules;
mod runner;
mod schema;
mod shells;
mod standard;
mod streams;
mod usage;
mod watch;
mod workspaces;
