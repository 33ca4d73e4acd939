"""What each format takes for a large graph, and whether a program that is not ours finds as much in it.

    python benches/formats.py interparl graph.json [FORMAT...]

Prints a row of Markdown a format: processor time and most memory of the export, the size, the reader, what it found, its time. The
readers are those of the tests (tests/formats), but pyoxigraph for RDF, since rdflib would take hours. A reader that is not there
says so. Graphviz's `gc` counts DOT.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter

PROGRAM, GRAPH, *WANTED = sys.argv[1:]


def said(counts):
    return ", ".join(f"{number:,} {name}" for name, number in counts.items())


def networkx_of(graph):
    return {"nodes": graph.number_of_nodes(), "edges": graph.number_of_edges()}


def read_json(path):
    import networkx

    with open(path, encoding="utf-8") as file:
        return networkx_of(networkx.node_link_graph(json.load(file), edges="edges"))


def read_dot(path):
    counted = subprocess.run(["gc", "-n", "-e", path], capture_output=True, text=True, check=True).stdout.split()
    return {"nodes": int(counted[0]), "edges": int(counted[1])}


def read_graphml(path):
    import igraph

    graph = igraph.Graph.Read_GraphML(path)
    return {"nodes": graph.vcount(), "edges": graph.ecount()}


def read_gexf(path):
    import networkx

    return networkx_of(networkx.read_gexf(path, version="1.3"))


def read_tables(path):
    import pandas

    return {name.removesuffix(".csv"): len(pandas.read_csv(os.path.join(path, name), low_memory=False)) for name in sorted(os.listdir(path))}


def read_rows(path):
    found = {}
    for name in sorted(os.listdir(path)):
        with open(os.path.join(path, name), encoding="utf-8", newline="") as file:
            found[name.removesuffix(".csv")] = sum(1 for _ in csv.reader(file, strict=True)) - 1
    return found


def read_rdf(path):
    import pyoxigraph

    kinds = {"ttl": pyoxigraph.RdfFormat.TURTLE, "nt": pyoxigraph.RdfFormat.N_TRIPLES, "jsonld": pyoxigraph.RdfFormat.JSON_LD}
    triples, nodes = 0, set()
    named = "http://www.w3.org/2004/02/skos/core#prefLabel"
    with open(path, "rb") as file:
        for triple in pyoxigraph.parse(file, format=kinds[path.rsplit(".", 1)[1]]):
            triples += 1
            if triple.predicate.value == named:
                nodes.add(triple.subject.value)
    return {"nodes with a name": len(nodes), "statements": triples}


def read_popolo(path):
    from popolo_data.importer import Popolo

    data = Popolo.from_filename(path)
    return {"persons": len(data.persons), "organizations": len(data.organizations), "memberships": len(data.memberships), "events": len(data.events)}


def read_ftm(path):
    from followthemoney.proxy import EntityProxy

    schemata = Counter()
    with open(path, encoding="utf-8") as file:
        for line in file:
            schemata[EntityProxy.from_dict(json.loads(line), cleaned=False).schema.name] += 1
    return dict(sorted(schemata.items()))


def read_cytoscape(path):
    with open(path, encoding="utf-8") as file:
        elements = json.load(file)["elements"]
    return {kind: len(found) for kind, found in elements.items()}


def read_cypher(path):
    nodes = edges = 0
    with open(path, encoding="utf-8") as file:
        for line in file:
            edges += " MERGE (a)-[" in line or ")-[" in line
            nodes += line.startswith("MERGE (")
    return {"statements of nodes": nodes, "statements of edges": edges}


def read_markdown(path):
    with open(path, encoding="utf-8") as file:
        return {"rows of tables": sum(line.startswith("|") for line in file)}


def read_svg(path):
    from xml.etree import ElementTree

    return {"elements": sum(1 for _ in ElementTree.parse(path).iter())}


def read_mermaid(path):
    with open(path, encoding="utf-8") as file:
        return {"lines": sum(1 for _ in file)}


FORMATS = {
    "json": ("graph.json", "NetworkX", read_json),
    "dot": ("graph.dot", "Graphviz", read_dot),
    "svg": ("graph.svg", "Python's XML", read_svg),
    "png": ("graph.png", None, None),
    "graphml": ("graph.graphml", "igraph", read_graphml),
    "gexf": ("graph.gexf", "NetworkX", read_gexf),
    "csv": ("tables", "pandas", read_tables),
    "neo4j": ("neo4j", "Python's csv", read_rows),
    "cypher": ("graph.cypher", "its lines", read_cypher),
    "turtle": ("graph.ttl", "pyoxigraph", read_rdf),
    "ntriples": ("graph.nt", "pyoxigraph", read_rdf),
    "jsonld": ("graph.jsonld", "pyoxigraph", read_rdf),
    "popolo": ("popolo.json", "everypolitician-popolo", read_popolo),
    "ftm": ("graph.ftm", "followthemoney", read_ftm),
    "cytoscape": ("graph.cyjs", "Python's json", read_cytoscape),
    "mermaid": ("graph.mmd", "its lines", read_mermaid),
    "markdown": ("graph.md", "its lines", read_markdown),
}


def exported(format, path):
    """Exports, and gives processor time and the most memory."""
    command = [PROGRAM, "export", GRAPH, "--format", format, "-o", path, "-q"]
    child = subprocess.Popen(command)
    _, status, used = os.wait4(child.pid, 0)
    if status:
        raise SystemExit(f"{format}: the export ends with {status}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def size(path):
    if os.path.isdir(path):
        return sum(os.path.getsize(os.path.join(path, name)) for name in os.listdir(path))
    return os.path.getsize(path)


with tempfile.TemporaryDirectory() as folder:
    for format, (name, reader, read) in FORMATS.items():
        if WANTED and format not in WANTED:
            continue
        path = os.path.join(folder, name)
        seconds, memory = exported(format, path)
        found, begun = "", time.process_time()
        if read:
            # Each reader in a process of its own, for what it holds.
            child = os.fork()
            out = os.path.join(folder, "found")
            if child == 0:
                try:
                    result = said(read(path))
                except ModuleNotFoundError as error:
                    result = f"{error.name} is not there"
                with open(out, "w", encoding="utf-8") as file:
                    file.write(result)
                os._exit(0)
            _, _, used = os.wait4(child, 0)
            with open(out, encoding="utf-8") as file:
                found = f"{reader}: {file.read()}, {used.ru_utime + used.ru_stime:.0f} s"
        print(f"| {format} | {seconds:.1f} s | {memory:,.0f} MB | {size(path) / 1e6:,.1f} MB | {found} |", flush=True)
        subprocess.run(["rm", "-rf", path], check=True)
