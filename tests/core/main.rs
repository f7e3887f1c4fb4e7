//! Tests of the library, from the inside out.

mod edits;
mod examples;
mod expected;
mod positions;
mod suggestions;
mod support;
