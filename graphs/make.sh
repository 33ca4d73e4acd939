#!/usr/bin/env bash
# Makes the files of this folder anew.
#
#   graphs/make.sh             the graph and its pictures, from the committed readings
#   graphs/make.sh ARTICLE     the readings too, from the article that they tell of
#
# The article itself is not ours to publish and is not in the repository; where it lies beside the repository as
# ../shared/seed/NAME.txt, it is taken without being named. Everything else follows from the readings alone.
set -euo pipefail

name=kz-2024-06-14-commission
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname -- "$here")
article=${1:-$root/../shared/seed/$name.txt}
readings=$here/$name.readings.jsonl

interparl() {
    if [[ -n ${INTERPARL:-} ]]; then
        $INTERPARL "$@"
    else
        cargo run --release --quiet --manifest-path "$root/Cargo.toml" -- "$@"
    fi
}

if [[ -e $article ]]; then
    interparl extract --quiet --no-quotes "$article" -o "$readings"
elif [[ $# -gt 0 ]]; then
    echo "error: there is no \"$article\"" >&2
    exit 2
else
    echo "the article is not here: the readings stay as they are" >&2
fi

for ending in json dot svg png; do
    interparl fold --quiet "$readings" -o "$here/$name.$ending"
done
ls -l -- "$here/$name".*
