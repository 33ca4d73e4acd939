// How two are connected: the cheapest ways by the costs that interparl gives each step (see docs of `query::PathWeights`).

/** Up to `most` ways between two nodes, the most telling first; each a list of steps `{ from, to, edges }`. */
export function ways(model, from, to, most = 3) {
  if (from === to) return [];
  const found = [];
  const candidates = [];
  const first = cheapest(model, from, to, new Set(), new Set());
  if (first) found.push(first);
  // Yen's way: the next best leaves a found one at some node and comes back no more to what lies before it.
  while (found.length && found.length < most) {
    const last = found[found.length - 1];
    for (let at = 0; at + 1 < last.nodes.length; at += 1) {
      const root = last.nodes.slice(0, at + 1);
      const barred = new Set();
      for (const way of found) {
        if (root.every((node, k) => way.nodes[k] === node)) barred.add(pair(way.nodes[at], way.nodes[at + 1]));
      }
      const spur = cheapest(model, root[at], to, barred, new Set(root.slice(0, -1)));
      if (!spur) continue;
      const nodes = [...root.slice(0, -1), ...spur.nodes];
      const same = (way) => way.nodes.length === nodes.length && way.nodes.every((node, k) => node === nodes[k]);
      if (!found.some(same) && !candidates.some(same)) candidates.push({ nodes, cost: costOf(nodes) });
    }
    candidates.sort((a, b) => a.cost - b.cost || a.nodes.length - b.nodes.length || (key(a) < key(b) ? -1 : 1));
    if (!candidates.length) break;
    found.push(candidates.shift());
  }
  return found.map((way) => ({ cost: way.cost, steps: way.nodes.slice(1).map((node, k) => ({ from: way.nodes[k], to: node, edges: between(way.nodes[k], node) })) }));
}

const pair = (a, b) => (a.i < b.i ? `${a.i} ${b.i}` : `${b.i} ${a.i}`);
const key = (way) => way.nodes.map((node) => node.id).join("\n");

/** All edges between two nodes, the cheapest first. */
export function between(a, b) {
  return a.edges.filter((e) => e.a === b || e.b === b).sort((x, y) => x.cost - y.cost || x.i - y.i);
}

function costOf(nodes) {
  let cost = 0;
  for (let k = 1; k < nodes.length; k += 1) {
    cost += between(nodes[k - 1], nodes[k])[0].cost + (k + 1 < nodes.length ? nodes[k].passing : 0);
  }
  return cost;
}

function cheapest(model, from, to, barred, avoided) {
  const best = new Map([[from, 0]]);
  const before = new Map();
  const done = new Set();
  const heap = [[0, from]];
  while (heap.length) {
    const [cost, node] = pop(heap);
    if (done.has(node)) continue;
    done.add(node);
    if (node === to) break;
    const here = cost + (node === from ? 0 : node.passing);
    for (const edge of node.edges) {
      const next = edge.a === node ? edge.b : edge.a;
      if (done.has(next) || avoided.has(next) || barred.has(pair(node, next))) continue;
      const total = here + edge.cost;
      if (total < (best.get(next) ?? Infinity)) {
        best.set(next, total);
        before.set(next, node);
        push(heap, [total, next]);
      }
    }
  }
  if (!done.has(to)) return null;
  const nodes = [to];
  while (nodes[0] !== from) nodes.unshift(before.get(nodes[0]));
  return { nodes, cost: best.get(to) };
}

const less = (a, b) => a[0] < b[0] || (a[0] === b[0] && a[1].i < b[1].i);

function push(heap, item) {
  let at = heap.push(item) - 1;
  while (at > 0) {
    const up = (at - 1) >> 1;
    if (!less(heap[at], heap[up])) break;
    [heap[at], heap[up]] = [heap[up], heap[at]];
    at = up;
  }
}

function pop(heap) {
  const top = heap[0];
  const last = heap.pop();
  if (!heap.length) return top;
  heap[0] = last;
  let at = 0;
  for (;;) {
    let least = at;
    for (const down of [2 * at + 1, 2 * at + 2]) if (down < heap.length && less(heap[down], heap[least])) least = down;
    if (least === at) return top;
    [heap[at], heap[least]] = [heap[least], heap[at]];
    at = least;
  }
}
