//! What an author does in an editor.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| kader_fuzz::edits(bytes));
