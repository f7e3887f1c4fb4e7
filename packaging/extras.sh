#!/usr/bin/env bash
# What packages put beside the program: manual pages (English and Dutch) and completions, made by the program itself.
#
#   packaging/extras.sh PROGRAM OUT
set -euo pipefail
program=$1 out=$2

# The commands of the program, or of one of its commands.
commands() { "$program" "$@" --help --lang en | sed -n '/^Commands:$/,/^$/s/^  \([a-z]\+\).*/\1/p'; }
page() {
  # Compressed as packages want it, and alike at each build.
  "$program" man "${@:2}" --lang "$1" | gzip -9 -n
}

for lang in en nl; do
  folder="$out/man/$lang"
  mkdir -p "$folder"
  page "$lang" > "$folder/kader.1.gz"
  for command in $(commands); do
    page "$lang" "$command" > "$folder/kader-$command.1.gz"
    for below in $(commands "$command"); do
      page "$lang" "$command" "$below" > "$folder/kader-$command-$below.1.gz"
    done
  done
done
mkdir -p "$out/completions"
"$program" completions bash --lang en > "$out/completions/kader.bash"
"$program" completions zsh --lang en > "$out/completions/_kader"
"$program" completions fish --lang en > "$out/completions/kader.fish"
