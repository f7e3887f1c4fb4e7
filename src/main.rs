//! The `kader` program.

fn main() {}
