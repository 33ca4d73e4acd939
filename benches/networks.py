"""What Python's libraries for networks take for a graph of ours: to read it, to build it, and to answer.

    python benches/networks.py networkx graph.json FROM TO

The second word is networkx, igraph or rustworkx: one a run, so that memory is told apart. FROM and TO are ids. Times are processor
time. Nothing is read but ids and pairs, a line at a time, for all of a graph of two gigabytes is more than ten in Python; it is
kept as each library keeps it (pickle) and read again, as for the next question.
"""

import json
import os
import pickle
import resource
import sys
import tempfile
import time

BY, PATH, FROM, TO = sys.argv[1:]


def told(what, begun):
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{BY} {what}: {time.process_time() - begun:.3f} s, {memory} MB", flush=True)


begun = time.process_time()
places, pairs = {}, set()
with open(PATH, encoding="utf-8") as file:
    for line in file:
        entry = line.strip().rstrip(",")
        if not entry.startswith("{\""):
            continue
        entry = json.loads(entry)
        if "source" in entry:
            # As `rank` has it: edges count once a pair, whatever their number and direction.
            one, other = places[entry["source"]], places[entry["target"]]
            if one != other:
                pairs.add((one, other) if one < other else (other, one))
        elif "sides" not in entry and "sha256" not in entry:
            places[entry["id"]] = len(places)
told("read the file", begun)
one, other = places[FROM], places[TO]

begun = time.process_time()
if BY == "networkx":
    import networkx

    graph = networkx.Graph()
    graph.add_nodes_from(range(len(places)))
    graph.add_edges_from(pairs)
elif BY == "igraph":
    import igraph

    graph = igraph.Graph(n=len(places), edges=pairs)
else:
    import rustworkx

    graph = rustworkx.PyGraph(multigraph=True)
    graph.add_nodes_from(range(len(places)))
    graph.add_edges_from_no_data(list(pairs))
told("build", begun)
del pairs


def show():
    if BY == "networkx":
        return list(graph[one])
    return list(graph.neighbors(one))


def path():
    if BY == "networkx":
        return networkx.shortest_path(graph, one, other)
    if BY == "igraph":
        return graph.get_shortest_path(one, other)
    return rustworkx.dijkstra_shortest_paths(graph, one, target=other)[other]


def between():
    if BY == "networkx":
        return list(networkx.common_neighbors(graph, one, other))
    return set(graph.neighbors(one)) & set(graph.neighbors(other))


def page_rank():
    if BY == "networkx":
        # It wants scipy; 50 rounds are those of interparl, and no tolerance ends them before.
        try:
            networkx.pagerank(graph, alpha=0.85, max_iter=50, tol=0)
        except networkx.PowerIterationFailedConvergence:
            pass
    elif BY == "igraph":
        graph.pagerank(damping=0.85)
    else:
        rustworkx.pagerank(graph.to_directed(), alpha=0.85, max_iter=50, tol=1e-12)


for ask in (show, path, between, page_rank):
    begun = time.process_time()
    try:
        ask()
    except Exception as error:  # What a library does not take is told, and the others go on.
        print(f"{BY} {ask.__name__}: {type(error).__name__}: {error}", flush=True)
        continue
    told(ask.__name__, begun)

with tempfile.TemporaryDirectory() as folder:
    kept = os.path.join(folder, "graph.pickle")
    with open(kept, "wb") as file:
        pickle.dump((places, graph), file, protocol=5)
    del places, graph
    begun = time.process_time()
    with open(kept, "rb") as file:
        places, graph = pickle.load(file)
    told("read again what it has kept", begun)
    begun = time.process_time()
    between()
    told("the next question", begun)
