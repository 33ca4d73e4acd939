#!/usr/bin/env node
// Reads an exported graph with a program that is not ours, and prints what it found as JSON.
//
//     read.cjs READER PATH MODULES
//
// MODULES is the folder in which npm has put the readers. Exit code 4: the reader is not there.
const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { createRequire } = require('node:module');

const [reader, file, modules] = process.argv.slice(2);
const there = createRequire(path.join(modules, 'any.js'));
const want = (name) => {
  try {
    return there.resolve(name);
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
    console.log(name);
    process.exit(4);
  }
};

async function mermaid() {
  const { JSDOM } = there(want('jsdom'));
  const dom = new JSDOM('');
  globalThis.window = dom.window;
  globalThis.document = dom.window.document;
  const url = pathToFileURL(path.join(modules, 'mermaid/dist/mermaid.core.mjs'));
  want('mermaid');
  const library = (await import(url)).default;
  library.initialize({});
  const diagram = await library.mermaidAPI.getDiagramFromText(fs.readFileSync(file, 'utf8'));
  const vertices = [...diagram.db.getVertices().values()];
  const decode = (text) =>
    text.replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)));
  return {
    names: vertices.map((vertex) => decode(vertex.text)).sort(),
    groups: diagram.db.getSubGraphs().map((group) => decode(group.title)).sort(),
    edges: diagram.db.getEdges().map((edge) => decode(edge.text)).sort(),
  };
}

async function gexf() {
  const graphology = there(want('graphology'));
  const { parse } = there(want('graphology-gexf'));
  const graph = parse(graphology.MultiDirectedGraph, fs.readFileSync(file, 'utf8'));
  return {
    nodes: Object.fromEntries(graph.mapNodes((id, at) => [id, at.label])),
    edges: graph.mapEdges((_, at, source, target) => [source, target, at.key, at.kind, at.confidence]),
  };
}

async function cypher() {
  const { GrafeoDB } = (await import(pathToFileURL(want('@grafeo-db/js')))).default;
  const db = GrafeoDB.create();
  const rows = async (query) => (await db.executeCypher(query)).toArray();
  // Twice, for nothing may be there twice.
  for (let round = 0; round < 2; round += 1) {
    for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
      if (line && !line.startsWith('//')) {
        await db.executeCypher(line.replace(/;$/, ''));
      }
    }
  }
  const nodes = await rows('MATCH (n:Interparl) RETURN n.id AS id, n.name AS name');
  const edges = await rows(
    'MATCH (a)-[r]->(b) RETURN a.id AS a, b.id AS b, r.key AS key, r.kind AS kind, r.confidence AS confidence',
  );
  return {
    nodes: Object.fromEntries(nodes.map((row) => [row.id, row.name])),
    edges: edges.map((row) => [row.a, row.b, row.key, row.kind, row.confidence]),
  };
}

async function cytoscape() {
  const library = there(want('cytoscape'));
  const { elements } = JSON.parse(fs.readFileSync(file, 'utf8'));
  const cy = library({ headless: true, elements });
  return {
    nodes: Object.fromEntries(cy.nodes().map((node) => [node.id(), node.data('name')])),
    edges: cy.edges().map((edge) => ['source', 'target', 'key', 'kind', 'confidence'].map((name) => edge.data(name))),
  };
}

const readers = { cytoscape, mermaid, gexf, cypher };
readers[reader]().then(
  (found) => console.log(JSON.stringify(found)),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
