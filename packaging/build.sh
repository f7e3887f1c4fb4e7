#!/usr/bin/env bash
# Builds what is published: the program, a wheel, npm packages, a Debian package and a bill of materials, into one folder.
#
#   packaging/build.sh OUT
#
# Needs maturin, npm (with node) and cargo-deb; what is missing is named and left out. The same source gives the same program: no
# path of this machine stands in it.
set -euo pipefail
cd "$(dirname "$0")/.."
out=$(mkdir -p "$1" && cd "$1" && pwd)
target="${CARGO_TARGET_DIR:-target}"
[[ $target = /* ]] || target="$PWD/$target"
export CARGO_TARGET_DIR="$target"

have() { command -v "$1" >/dev/null || { printf '!! SKIPPED: %s is not on this machine: %s\n' "$1" "$2" >&2; return 1; }; }

packaging/program.sh
cp "$target/release/kader" "$out/kader"
program="$out/kader"
same() { cmp --silent "$program" "$1" || { printf '!! FAILED: %s holds another program\n' "$2" >&2; exit 1; }; }
# Where Cargo.toml says that they stand, wherever cargo builds.
packaging/extras.sh "$program" target/packaging

if have maturin 'no wheel'; then
  packaging/program.sh maturin build --release --locked --quiet --out "$out"
  rm -rf "$target/packaging/wheel"
  python3 -m zipfile --extract "$out"/kader_lint-*.whl "$target/packaging/wheel"
  same "$target/packaging/wheel"/*.data/scripts/kader 'the wheel'
fi
if have npm 'no npm packages'; then
  platform=$(node -p 'process.platform + "-" + process.arch')
  rm -rf "$target/packaging/npm"
  node packaging/npm/pack.mjs "$target/packaging/npm" "$platform=$program"
  for package in "$target/packaging/npm"/*; do
    npm pack --silent --pack-destination "$out" "$package"
  done
fi
if have cargo-deb 'no Debian package'; then
  cargo deb --no-build --no-strip --quiet --output "$out/"
  rm -rf "$target/packaging/deb"
  dpkg-deb --extract "$out"/kader_*.deb "$target/packaging/deb"
  same "$target/packaging/deb/usr/bin/kader" 'the Debian package'
fi
if have node 'no bill of materials'; then
  node packaging/bill.mjs > "$out/kader.cdx.json"
fi
