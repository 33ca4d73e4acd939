#!/usr/bin/env python3
"""Reads an exported graph with a program that is not ours, and prints what it found as JSON.

    read.py READER PATH

Exit code 4: the reader is not installed; its name is on standard output.
"""

import csv
import json
import os
import sys


def networkx_graph(graph):
    edges = [[s, t, d.get("key", d.get("edge_key")), d["kind"], d["confidence"]] for s, t, d in graph.edges(data=True)]
    names = {n: d.get("name", d.get("label")) for n, d in graph.nodes(data=True)}
    return {"nodes": names, "edges": sorted(edges)}


def graphml_networkx(path):
    import networkx

    return networkx_graph(networkx.read_graphml(path, force_multigraph=True))


def graphml_igraph(path):
    import igraph

    graph = igraph.Graph.Read_GraphML(path)
    ids = graph.vs["id"]
    edges = [[ids[e.source], ids[e.target], e["key"], e["kind"], e["confidence"]] for e in graph.es]
    return {"nodes": dict(zip(ids, graph.vs["name"])), "edges": sorted(edges)}


def gexf(path):
    import networkx

    graph = networkx.read_gexf(path, version="1.3")
    found = networkx_graph(graph)
    found["spells"] = sorted(
        [s, t, d["edge_key"], [list(spell) for spell in d["spells"]]]
        for s, t, d in graph.edges(data=True)
        if d.get("spells")
    )
    return found


def tables(path):
    def rows(name):
        with open(os.path.join(path, name), encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, strict=True))

    edges = [[r["source"], r["target"], r["key"], r["kind"], float(r["confidence"])] for r in rows("edges.csv")]
    cells = [cell for name in sorted(os.listdir(path)) for row in rows(name) for cell in row.values()]
    return {
        "nodes": {r["id"]: r["name"] for r in rows("nodes.csv")},
        "edges": sorted(edges),
        "counts": {name: len(rows(name)) for name in sorted(os.listdir(path))},
        "formulas": [cell for cell in cells if cell and cell[0] in "=+-@\t\r"],
    }


def pandas_tables(path):
    import pandas

    found = {name: pandas.read_csv(os.path.join(path, name)) for name in sorted(os.listdir(path))}
    return {"counts": {name: len(table) for name, table in found.items()}}


def rdf(path):
    import rdflib
    from rdflib.namespace import ORG, RDF, SKOS

    graph = rdflib.Graph()
    for ending, name in ((".ttl", "turtle"), (".nt", "nt"), (".jsonld", "json-ld")):
        if path.endswith(ending):
            graph.parse(path, format=name)
    own = "urn:interparl:"
    names = {str(s).removeprefix(own): str(o) for s, o in graph.subject_objects(SKOS.prefLabel)}
    held = graph.query(
        "SELECT ?p ?b ?r WHERE { ?m a org:Membership; org:member ?p; org:organization ?b; org:role ?r }",
        initNs={"org": ORG, "rdf": RDF},
    )
    strip = lambda node: str(node).removeprefix(own)
    lines = sorted(" ".join(term.n3() for term in triple) for triple in graph)
    return {"nodes": names, "offices": sorted([strip(p), strip(b), strip(r).removeprefix("vocabulary:")] for p, b, r in held), "triples": lines}


def follow_the_money(path):
    from followthemoney import model
    from followthemoney.proxy import EntityProxy

    found = {"nodes": {}, "schemata": {}, "lost": [], "dangling": []}
    proxies = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            data = json.loads(line)
            proxy = EntityProxy.from_dict(data, cleaned=False)
            assert proxy.id not in proxies, proxy.id
            proxies[proxy.id] = proxy
            for name, values in data["properties"].items():
                kept = proxy.get(name)
                if len(kept) != len(set(values)):
                    found["lost"].append([proxy.schema.name, name, values, kept])
    for proxy in proxies.values():
        name = proxy.schema.name
        found["schemata"][name] = found["schemata"].get(name, 0) + 1
        if name in ("Person", "PublicBody", "Organization"):
            found["nodes"][proxy.id] = proxy.caption
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity" and value not in proxies:
                found["dangling"].append([proxy.id, prop.name, value])
    assert model.schemata
    return found


def popolo(path):
    from popolo_data.importer import Popolo

    data = Popolo.from_filename(path)
    names = {person.id: person.name for person in data.persons}
    names.update({body.id: body.name for body in data.organizations})
    held = [[m.person.id, m.organization.id, m.role] for m in data.memberships]
    return {"nodes": names, "offices": sorted(held), "events": len(data.events), "areas": {area.id: area.name for area in data.areas}}


def markdown(path):
    from markdown_it import MarkdownIt

    with open(path, encoding="utf-8") as file:
        text = file.read()
    # The reader is told to let raw HTML and bare addresses through, as the worst of pages do.
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    tokens = [t for top in parser.parse(text) for t in [top, *(top.children or [])]]
    kinds = {}
    for token in tokens:
        kinds[token.type] = kinds.get(token.type, 0) + 1
    cells, row = [], None
    for top in parser.parse(text):
        if top.type == "tr_open":
            row = []
            cells.append(row)
        elif top.type == "inline" and row is not None:
            row.append("".join(t.content for t in top.children if t.type == "text" or t.type == "text_special"))
        elif top.type == "tr_close":
            row = None
    return {"kinds": kinds, "rows": cells}


READERS = {
    "graphml-networkx": graphml_networkx,
    "graphml-igraph": graphml_igraph,
    "gexf": gexf,
    "csv": tables,
    "pandas": pandas_tables,
    "rdf": rdf,
    "ftm": follow_the_money,
    "popolo": popolo,
    "markdown": markdown,
}

if __name__ == "__main__":
    try:
        result = READERS[sys.argv[1]](sys.argv[2])
    except ModuleNotFoundError as error:
        print(error.name)
        sys.exit(4)
    json.dump(result, sys.stdout, ensure_ascii=True)
