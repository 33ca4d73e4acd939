#!/usr/bin/env bash
# Questions to a graph: who is this, how are these two connected, and what says so?
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
out=$(mktemp -d)
trap 'rm -rf -- "$out"' EXIT
interparl() {
    printf '\n$ interparl %s\n' "$*" >&2
    ${INTERPARL:-cargo run --release --quiet --manifest-path "$here/../Cargo.toml" --} "$@"
}

interparl build --quiet "$here/articles" -o "$out/graph.json"

# Case, accents and script do not matter, and part of a name will do.
interparl show "$out/graph.json" kox
interparl path "$out/graph.json" mirzoyan "federation council"
interparl explain "$out/graph.json" mirzoyan volodin

# What each stage sees in a sentence, and which rule reads what.
interparl explain --sentence "Speaker of the Saeima Daiga Ozola met with Speaker of the Riigikogu Jaan Tamm in Riga."

# Every answer is there for programs too.
interparl show "$out/graph.json" kox --json | grep -q '"person/tiny-kox"'
