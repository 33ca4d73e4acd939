#!/usr/bin/env bash
# Makes the pictures of this folder anew: one for each row of pictures.tsv, from the made-up articles beside it.
#
#   docs/gallery/make.sh
#
# A row is the name of the picture, a tab, and the words behind "interparl"; the graph comes behind the first of them.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname -- "$(dirname -- "$here")")

interparl() {
    if [[ -n ${INTERPARL:-} ]]; then
        $INTERPARL "$@"
    else
        cargo run --release --quiet --manifest-path "$root/Cargo.toml" -- "$@"
    fi
}

graph=$(mktemp)
trap 'rm -f -- "$graph"' EXIT
interparl build --quiet "$here/articles.jsonl" --format json -o "$graph"
while IFS=$'\t' read -r name words; do
    read -r -a arguments <<< "$words"
    interparl "${arguments[0]}" --quiet "$graph" "${arguments[@]:1}" -o "$here/$name.svg" < /dev/null
done < "$here/pictures.tsv"
ls -l -- "$here"/*.svg
