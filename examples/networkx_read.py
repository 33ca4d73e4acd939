#!/usr/bin/env python3
"""Read a graph of interparl with NetworkX and print a few facts.

    pip install networkx
    interparl build examples/articles -o graph.json
    python3 examples/networkx_read.py graph.json
"""

import json
import sys
from collections import Counter

import networkx


def main(path):
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    graph = networkx.node_link_graph(data, edges="edges")

    kinds = Counter(kind for _, kind in graph.nodes(data="kind"))
    print(f"{graph.number_of_nodes()} nodes: " + ", ".join(f"{n} {kind}" for kind, n in sorted(kinds.items())))
    print(f"{graph.number_of_edges()} edges, {len(graph.graph['meetings'])} meetings, "
          f"{len(graph.graph['documents'])} documents")

    name = graph.nodes(data="name")
    for source, target, edge in graph.edges(data=True):
        if edge["kind"] == "role":
            seen = edge["spells"][-1]["last_seen"] or "an unknown day"
            print(f"{name[source]} is {edge['role']} of {name[target]} (last seen on {seen})")

    # Who met whom has no direction: look at it as an undirected graph of people.
    met = networkx.Graph((s, t) for s, t, kind in graph.edges(data="kind") if kind == "met")
    for person, count in sorted(met.degree, key=lambda of: (-of[1], of[0]))[:3]:
        print(f"{name[person]} met {count} {'person' if count == 1 else 'people'}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
