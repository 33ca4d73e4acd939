#!/usr/bin/env bash
# Articles become a graph: as a file for programs, and as a picture.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
out=$(mktemp -d)
trap 'rm -rf -- "$out"' EXIT
interparl() {
    printf '\n$ interparl %s\n' "$*" >&2
    ${INTERPARL:-cargo run --release --quiet --manifest-path "$here/../Cargo.toml" --} "$@"
}

# The ending of the output decides on the format.
interparl build "$here/articles" -o "$out/graph.json"
interparl build "$here/articles" -o "$out/graph.svg"

# Pages, feeds, Markdown and JSON lines are articles as well, and may be mixed.
interparl build "$here/formats" "$here/articles/na-2025-05-07-tokely.txt" -o "$out/mixed.json"

# From a pipe, with the day of publication given, since the text does not say it.
echo "Speaker of the Saeima Daiga Ozola met with Speaker of the Riigikogu Jaan Tamm in Riga on Monday." |
    interparl build - --date 2031-03-05 -o "$out/piped.json"
grep -q '"2031-03-03"' "$out/piped.json"

# One graph an article, each called after its article.
interparl build --each "$here/articles" -o "$out/each"
[[ $(ls "$out/each" | wc -l) -eq $(ls "$here/articles" | wc -l) ]]

ls -l "$out"
