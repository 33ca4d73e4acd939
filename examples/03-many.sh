#!/usr/bin/env bash
# Many articles on many machines: shards are read apart and folded together, and the graph is the same to the byte.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
out=$(mktemp -d)
trap 'rm -rf -- "$out"' EXIT
interparl() {
    printf '\n$ interparl %s\n' "$*" >&2
    ${INTERPARL:-cargo run --release --quiet --manifest-path "$here/../Cargo.toml" --} "$@"
}

interparl build --quiet "$here/articles" -o "$out/whole.json"

# Three shards, as three machines would have them.
articles=("$here"/articles/*.txt)
for shard in 0 1 2; do
    mine=()
    for ((i = shard; i < ${#articles[@]}; i += 3)); do mine+=("${articles[i]}"); done
    interparl extract --quiet "${mine[@]}" >"$out/$shard.jsonl"
done

# In any order, and one of them twice.
interparl fold --quiet "$out/2.jsonl" "$out/0.jsonl" "$out/1.jsonl" "$out/0.jsonl" -o "$out/folded.json"
cmp "$out/whole.json" "$out/folded.json"

# As filters in a pipe.
cat "$out"/[012].jsonl | interparl fold --quiet - >"$out/piped.json"
cmp "$out/whole.json" "$out/piped.json"
echo "the same graph, three times"
