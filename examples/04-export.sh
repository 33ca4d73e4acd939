#!/usr/bin/env bash
# A graph in every format, with Graphviz where it is installed, and without the articles' words.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
out=$(mktemp -d)
trap 'rm -rf -- "$out"' EXIT
interparl() {
    printf '\n$ interparl %s\n' "$*" >&2
    ${INTERPARL:-cargo run --release --quiet --manifest-path "$here/../Cargo.toml" --} "$@"
}

interparl build --quiet "$here/articles" -o "$out/graph.json"

for ending in dot svg png; do
    interparl export --quiet "$out/graph.json" -o "$out/graph.$ending"
done

# A picture of the best connected, for a dark slide.
interparl draw --quiet "$out/graph.json" -o "$out/dark.svg" --theme dark --max-nodes 20

# Graphviz draws the DOT as well.
if command -v dot >/dev/null; then
    dot -Tsvg "$out/graph.dot" -o "$out/graphviz.svg"
else
    echo "skipped: no Graphviz here"
fi

# For passing on where the texts are not yours: spans and rules stay, quotes go.
interparl export --quiet "$out/graph.json" --no-quotes -o "$out/public.json"
if grep -q '"quote"' "$out/public.json"; then
    echo "a quote was left" >&2
    exit 1
fi
ls -l "$out"
