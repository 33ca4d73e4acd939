// Saving what is seen as a file.

import { h } from "./dom.js";

/** Hands a text or blob to the browser to save. */
export function download(name, type, content) {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = h("a", { href: url, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The visible part of a graph in the form that `interparl` reads and draws. */
export function graphJson(model, shown) {
  const edges = new Set(shown.edges.map((e) => e.raw));
  const meetings = new Set(shown.meetings.map((m) => m.id));
  const used = new Set();
  const graph = {
    ...model.raw,
    nodes: model.raw.nodes.filter((_, i) => shown.nodes[i]),
    edges: model.raw.edges.filter((e) => edges.has(e)),
  };
  const kept = (model.raw.graph.meetings ?? []).filter((m) => meetings.has(m.id) || graph.edges.some((e) => e.meeting_id === m.id));
  const collect = (list) => list?.forEach((e) => e.document && used.add(e.document));
  for (const edge of graph.edges) collect(edge.evidence);
  for (const meeting of kept) {
    collect(meeting.evidence);
    meeting.outcomes?.forEach((o) => collect(o.evidence));
  }
  for (const node of graph.nodes) node.life?.forEach((l) => collect(l.evidence));
  graph.graph = { ...model.raw.graph, meetings: kept, documents: (model.raw.graph.documents ?? []).filter((d) => used.has(d.id)) };
  return `${JSON.stringify(graph, null, 1)}\n`;
}
