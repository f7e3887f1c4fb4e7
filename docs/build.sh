#!/usr/bin/env bash
# Builds both books below a folder (`target/docs`, or the first argument): copies them, adds what the program tells of its rules and
# commands, and runs mdbook. KADER and MDBOOK name these programs where they are not `target/debug/kader` and `mdbook`.
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-target/docs}
kader=${KADER:-${CARGO_TARGET_DIR:-target}/debug/kader}
unset KADER_CONFIG KADER_AS_OF

# The names of commands in a help text.
commands() { sed -n 's/^  \([a-z][a-z]*\)  .*/\1/p'; }
# The help of a command, as a section.
help() { printf '\n## kader %s\n\n```text\n' "$*"; "$kader" "$@" --help; printf '```\n'; }

for lang in en nl; do
  export KADER_LANG=$lang
  book=$out/$lang
  rm -rf "$book"
  mkdir -p "$book"
  cp -R "docs/$lang/." "$book"

  # A page for each rule, a list of them, and their places in the summary.
  rules=$("$kader" rules --isolated --format markdown)
  printf '\n%s\n' "$rules" | sed -E 's/^\| ([A-Z][0-9]+) \|/| [\1](\1.md) |/' >> "$book/src/rules/index.md"
  while IFS='|' read -r code title; do
    "$kader" explain --isolated --format markdown "$code" > "$book/src/rules/$code.md"
    printf '  - [%s %s](rules/%s.md)\n' "$code" "$title" "$code"
  done < <(sed -nE 's/^\| ([A-Z][0-9]+) \| `[^`]*` \| ([^|]*) \|.*/\1|\2/p' <<< "$rules") > "$book/rules.txt"
  sed '/](rules\/index.md)/r '"$book/rules.txt" "docs/$lang/src/SUMMARY.md" > "$book/src/SUMMARY.md"
  rm "$book/rules.txt"

  # The help of each command.
  for command in $("$kader" --help | commands); do
    help "$command"
    for below in $("$kader" "$command" --help | commands); do help "$command" "$below"; done
  done >> "$book/src/reference/commands.md"

  "${MDBOOK:-mdbook}" build "$book"
done
