//! Tests of the library, from the inside out.

#![expect(clippy::unwrap_used, clippy::print_stderr, reason = "a test that cannot go on stops, and says why it skips")]

mod asking;
mod compose;
mod config;
mod dice;
mod diffs;
mod edits;
mod examples;
mod expected;
mod explain;
mod fingerprints;
mod fingerprints_stay;
mod fix_pairs;
mod fix_writer;
mod fixes;
mod json_format;
mod json_parse;
mod json_properties;
mod json_recovery;
mod json_suite;
mod mutations;
mod pack;
mod pack_damage;
mod pack_folder;
mod policy_faults;
mod policy_groups;
mod policy_load;
mod policy_rules;
mod policy_tables;
mod positions;
mod proof;
mod report_full;
mod report_random;
mod report_short;
mod report_support;
mod schemas;
mod second_policy;
mod spaces;
mod suggestions;
mod support;
mod texts;
mod tidy;
mod writes;
