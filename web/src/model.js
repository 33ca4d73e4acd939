// The graph as the page holds it: nodes and edges with their neighbours, lines between pairs, meetings, documents.

import { months, spellMonths } from "./dates.js";
import { spoken } from "./messages.js";
import { clean, folder } from "./text.js";

const WEIGHT = { met: 5, visited: 3, attended: 2, role: 2, links: 1, part_of: 1 };
const FIRST = ["met", "attended", "visited", "role", "links", "part_of"];

/** Makes the model of what `interparl` wrote: `{ view, graph }`. */
export function modelOf({ view, graph }) {
  const fold = folder(view.letters);
  const leftOut = new Set(view.left_out);
  const nodes = graph.nodes.map((raw, i) => nodeOf(raw, i, view, leftOut));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const edges = [];
  graph.edges.forEach((raw, i) => {
    const [a, b] = [byId.get(raw.source), byId.get(raw.target)];
    if (!a || !b) return;
    const edge = { raw, i, a, b, kind: raw.kind, cost: view.costs[i], span: edgeMonths(raw), evidence: raw.evidence ?? [] };
    edges.push(edge);
    a.edges.push(edge);
    if (a !== b) b.edges.push(edge);
    for (const end of [a, b]) end.weight += WEIGHT[raw.kind] ?? 1;
  });
  const meetings = (graph.graph.meetings ?? []).map((raw, i) => meetingOf(raw, byId, view.states[i], view.pairs[i]));
  for (const meeting of meetings) for (const person of meeting.people) person.meetings.push(meeting);
  for (const meeting of meetings) if (meeting.body) meeting.body.meetings.push(meeting);
  const states = new Map(nodes.filter((n) => n.kind === "state").map((n) => [n.code, n]));
  return {
    nodes, edges, byId, meetings, states, fold,
    meetingById: new Map(meetings.map((m) => [m.id, m])),
    documents: new Map((graph.graph.documents ?? []).map((d) => [d.id, d])),
    lines: linesOf(edges), groups: view.groups, places: view.places, upright: false, raw: graph, version: view.version, leftOut: view.left_out.length,
    stateName: (code) => states.get(code)?.name ?? regionName(code),
    offices: [...new Set(edges.filter((e) => e.kind === "role").map((e) => e.raw.role))].sort(),
    span: wholeSpan(edges, meetings),
  };
}

/**
 * Turns the whole picture by a quarter, as one turns a sheet: it lies wide, and on a screen that is higher than wide it is to stand
 * upright. Says whether it had to be turned.
 */
export function turn(model, upright) {
  if (model.upright === upright) return false;
  model.upright = upright;
  const turned = upright ? ([x, y]) => [-y, x] : ([x, y]) => [y, -x];
  model.places = model.places.map(turned);
  for (const thing of [...model.nodes, ...model.groups]) [thing.x, thing.y] = turned([thing.x, thing.y]);
  return true;
}

function nodeOf(raw, i, view, leftOut) {
  const [x, y] = view.places[i];
  return {
    raw, i, id: raw.id, kind: raw.kind, name: clean(raw.name) || raw.id, aliases: (raw.aliases ?? []).map(clean).filter(Boolean),
    state: raw.state ?? raw.code ?? null, code: raw.code ?? null, form: raw.form ?? null, life: raw.life ?? [], x, y,
    called: (raw.names ?? []).map((known) => ({ name: clean(known.name), from: known.from ?? null, until: known.until ?? null })).filter((known) => known.name),
    group: view.group_of[i], passing: view.passing[i], drawn: !leftOut.has(i), edges: [], meetings: [], weight: 0,
    person: raw.kind === "legislator" || raw.kind === "official",
  };
}

function meetingOf(raw, byId, states, pairs) {
  const sides = raw.sides.map((side) => side.map((id) => byId.get(id)).filter(Boolean));
  const participants = (raw.participants ?? []).map((p) => ({ person: byId.get(p.person), office: p.capacity, body: byId.get(p.body) }));
  const people = [...new Set([...sides.flat(), ...participants.map((p) => p.person).filter(Boolean)])];
  return {
    raw, id: raw.id, kind: raw.kind, planned: raw.status !== "held", date: raw.date ?? null, span: months(raw.date), place: clean(raw.place ?? ""),
    body: byId.get(raw.body) ?? null, session: raw.session ?? null, sides, participants, people, outcomes: raw.outcomes ?? [], evidence: raw.evidence ?? [],
    differences: raw.differences ?? [], states, pairs,
  };
}

// The months of an edge: a list of stretches for an office, one for what happened once, null for what has no date.
function edgeMonths(raw) {
  if (raw.kind === "role") {
    const spells = (raw.spells ?? []).map(spellMonths).filter(Boolean);
    return spells.length ? spells : null;
  }
  const span = months(raw.date);
  return span && [span];
}

// One line for all edges of a pair; it is drawn as what tells the most.
function linesOf(edges) {
  const lines = new Map();
  for (const edge of edges) {
    if (edge.a === edge.b) continue;
    const [a, b] = edge.a.i < edge.b.i ? [edge.a, edge.b] : [edge.b, edge.a];
    const key = `${a.i} ${b.i}`;
    const line = lines.get(key);
    if (line) line.edges.push(edge);
    else lines.set(key, { a, b, edges: [edge] });
  }
  return [...lines.values()];
}

/** What a line is drawn as, of those of its edges that are to be seen: its kind, and how many edges are of it. */
export function lineKind(edges) {
  const kind = FIRST.find((k) => edges.some((e) => e.kind === k)) ?? "part_of";
  return { kind, n: edges.filter((e) => e.kind === kind).length };
}

function wholeSpan(edges, meetings) {
  let [first, last] = [Infinity, -Infinity];
  const take = (span) => { first = Math.min(first, span[0]); last = Math.max(last, span[1]); };
  for (const meeting of meetings) if (meeting.span) take(meeting.span);
  for (const edge of edges) for (const span of edge.span ?? []) take(span);
  return first <= last ? [first, last] : null;
}

function regionName(code) {
  try {
    return new Intl.DisplayNames([spoken()], { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}
