// What of the graph is to be seen: which nodes, edges and meetings pass the filters.

const meets = (span, from, till) => span[1] >= from && span[0] <= till;

/** The visible part of a model under a state of the page. */
export function visible(model, state) {
  const hidden = new Set(state.hidden);
  const unseen = new Set(state.unseen);
  const states = new Set(state.states);
  const offices = new Set(state.offices);
  const timed = state.from !== null || state.till !== null;
  const [from, till] = [state.from ?? -Infinity, state.till ?? Infinity];
  const inTime = (span) => !timed || (span !== null && meets(span, from, till));
  const holds = (node) => node.edges.some((e) => e.kind === "role" && e.a === node && offices.has(e.raw.role));
  const ofState = (node) => {
    if (!states.size) return true;
    if (node.state) return states.has(node.state);
    return node.edges.some((e) => states.has(e.a === node ? e.b.state : e.a.state));
  };
  const passes = model.nodes.map((node) => !hidden.has(node.kind) && ofState(node) && (!offices.size || !node.person || holds(node)));
  const edges = model.edges.filter((edge) => {
    if (!passes[edge.a.i] || !passes[edge.b.i] || unseen.has(edge.kind)) return false;
    if (!timed || edge.kind === "links" || edge.kind === "part_of") return true;
    return edge.span !== null && edge.span.some((span) => meets(span, from, till));
  });
  const nodes = timed ? touched(model, passes, edges) : passes;
  const all = model.meetings.filter((m) => (!states.size || m.states.some((s) => states.has(s))) && (!offices.size || m.people.some(holds)));
  const meetings = all.filter((m) => inTime(m.span));
  return { nodes, edges: edges.filter((e) => nodes[e.a.i] && nodes[e.b.i]), meetings, allMeetings: all, undated: timed ? all.filter((m) => !m.span).length : 0, timed };
}

// In a stretch of time only those are there of whom something is told in it; bodies and states as far as they have such people.
function touched(model, passes, edges) {
  const seen = model.nodes.map(() => false);
  const lasting = (edge) => edge.kind === "links" || edge.kind === "part_of";
  for (const edge of edges) if (!lasting(edge)) seen[edge.a.i] = seen[edge.b.i] = true;
  for (const node of model.nodes) {
    const state = node.state && model.states.get(node.state);
    if (seen[node.i] && state && passes[state.i]) seen[state.i] = true;
  }
  return seen;
}

/** Whether anything is filtered. */
export function filtered(state) {
  return Boolean(state.hidden.length || state.unseen.length || state.states.length || state.offices.length || state.from !== null || state.till !== null);
}
