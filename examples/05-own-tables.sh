#!/usr/bin/env bash
# Tables of your own: a parliament and a title that interparl does not know, without touching the program.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
out=$(mktemp -d)
trap 'rm -rf -- "$out"' EXIT
interparl() {
    printf '\n$ interparl %s\n' "$*" >&2
    ${INTERPARL:-cargo run --release --quiet --manifest-path "$here/../Cargo.toml" --} "$@"
}

own=$here/own-tables

# Without them the Talman is a word like any other.
interparl build --quiet "$own/mariehamn.txt" -o "$out/without.json"
interparl show "$out/without.json" sundqvist

# chambers.tsv and titles.tsv have the columns of the built-in tables of these names, and add to them.
interparl build --quiet "$own/mariehamn.txt" --lexicon "$own/tables" -o "$out/with.json"
interparl show "$out/with.json" sundqvist
interparl show "$out/with.json" sundqvist --json | grep -q '"fi/lagting"'
