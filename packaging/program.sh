#!/usr/bin/env bash
# Builds the program as it is published: stripped, and the same bytes from the same source, wherever it stands on the machine.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo_home="${CARGO_HOME:-$HOME/.cargo}"
# Panics name the files of the libraries that they come from.
# Beside the flags of .cargo/config.toml.
exec cargo build --release --locked --bin kader \
  --config "build.rustflags = ['--remap-path-prefix=$cargo_home=/cargo', '--remap-path-prefix=$PWD=/kader']"
