#!/usr/bin/env bash
# Builds the program as it is published: stripped, and the same bytes from the same source, wherever it stands on the machine and whenever.
#
#   packaging/program.sh [COMMAND...]     (the command that builds; cargo where none is given)
set -euo pipefail
cd "$(dirname "$0")/.."
cargo_home="${CARGO_HOME:-$HOME/.cargo}"
# Panics name the files of the libraries that they come from. What is set here takes the place of the flags of .cargo/config.toml, so these
# stand here, too. A separator keeps paths with spaces whole.
separator=$'\x1f'
flags=$(sed -n 's/^rustflags = \[\(.*\)\]$/\1/p' .cargo/config.toml | tr -d '" ' | tr ',' "$separator")
[ -n "$flags" ] || { echo 'packaging/program.sh: .cargo/config.toml names no rustflags' >&2; exit 1; }
for prefix in "$cargo_home=/cargo" "$PWD=/kader"; do
  flags+="$separator--remap-path-prefix=$prefix"
done
export CARGO_ENCODED_RUSTFLAGS="$flags"
# The allocator, which is written in C, says when it was compiled, and a wheel when its files were made: on the day of the policy.
export SOURCE_DATE_EPOCH=1504051200
[ $# -gt 0 ] || set -- cargo build --release --locked --bin kader
exec "$@"
