#!/usr/bin/env bash
# The graph in NetworkX: the JSON is its node-link form, so that no adapter is needed.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
out=$(mktemp -d)
trap 'rm -rf -- "$out"' EXIT
interparl() {
    printf '\n$ interparl %s\n' "$*" >&2
    ${INTERPARL:-cargo run --release --quiet --manifest-path "$here/../Cargo.toml" --} "$@"
}

if ! python3 -c "import networkx" 2>/dev/null; then
    echo "skipped: no python3 with networkx here (pip install networkx)"
    exit 0
fi
interparl build --quiet "$here/articles" -o "$out/graph.json"
python3 "$here/networkx_read.py" "$out/graph.json"
