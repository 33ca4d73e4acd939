#!/usr/bin/env bash
# Corrections: lines in a file that say who is who, what is wrong and what no article tells.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
out=$(mktemp -d)
trap 'rm -rf -- "$out"' EXIT
interparl() {
    printf '\n$ interparl %s\n' "$*" >&2
    ${INTERPARL:-cargo run --release --quiet --manifest-path "$here/../Cargo.toml" --} "$@"
}

cat > "$out/articles.jsonl" <<'ARTICLES'
{"id":"riga","date":"2031-06-14","text":"Speaker of the Riigikogu Jaan Tammsalu met with Speaker of the Saeima Daiga Ozolkalne in Riga on 12 June 2031."}
{"id":"helsinki","date":"2031-06-20","text":"J. Tammsalu, a member of the Riigikogu, met with Finnish Speaker Aino Lehtoranta in Helsinki on 18 June 2031."}
ARTICLES
graph="$out/graph.json" lines="$out/corrections.jsonl"
interparl build --quiet "$out/articles.jsonl" -o "$graph"
cp "$graph" "$out/first.json"

# The interview shows both with their sentences. Here the answer comes from a pipe.
echo "s seen together in a photograph" | interparl review "$graph" --judgements "$lines" --by desk
interparl wrong "$graph" "J. Tammsalu" Riigikogu --judgements "$lines" --note "he left in May"
interparl fact "$graph" visited "Daiga Ozolkalne" state:FI --date 2031-05 --source "a letter" --judgements "$lines"

interparl build --quiet "$out/articles.jsonl" --judgements "$lines" --clusters "$out/clusters.json" -o "$graph"
interparl show "$graph" tammsalu
grep '"id":"person/jaan-tammsalu"' "$out/clusters.json"

# Whatever is taken back is as if it had never been said.
for id in $(interparl undo --judgements "$lines" | grep -o '^[0-9a-f]\{12\}'); do
    interparl undo "$id" --judgements "$lines"
done
interparl build --quiet "$out/articles.jsonl" --judgements "$lines" -o "$graph"
cmp "$graph" "$out/first.json" && echo "the same, byte for byte"
