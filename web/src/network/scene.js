// What the network shows under the filters: discs, lines and nodes at their places, in the units of the layout.

import { lineKind } from "../model.js";
import { radius } from "./shapes.js";

/** The scene of what is visible, around what is selected. */
export function sceneOf(model, shown, selected) {
  const near = new Set();
  if (selected) {
    near.add(selected);
    for (const edge of selected.edges) near.add(edge.a === selected ? edge.b : edge.a);
  }
  const isIn = (node) => shown.nodes[node.i] && (node.drawn || near.has(node)) || node === selected;
  const nodes = model.nodes.filter(isIn).map((node) => ({ node, r: radius(node), colour: node.group }));
  const visible = new Set(shown.edges);
  const lines = [];
  for (const line of model.lines) {
    if (!isIn(line.a) || !isIn(line.b)) continue;
    const edges = line.edges.filter((edge) => visible.has(edge));
    if (!edges.length) continue;
    const { kind, n } = lineKind(edges);
    lines.push({ a: line.a, b: line.b, kind, n, edges, width: widthOf(kind, n), home: line.a.group >= 0 && line.a.group === line.b.group });
  }
  const members = new Map();
  for (const { node } of nodes) if (node.group >= 0) members.set(node.group, (members.get(node.group) ?? 0) + 1);
  const discs = model.groups.map((group, index) => ({ ...group, index, name: model.stateName(group.state), shown: members.get(index) ?? 0 })).filter((d) => d.shown);
  return { nodes, lines, discs, members: nodes.length, near };
}

// Meetings make a line thick; an office or membership stays thin.
function widthOf(kind, n) {
  if (kind === "met" || kind === "attended" || kind === "visited") return Math.min(8, 1.4 + 1.3 * Math.sqrt(n - 1));
  return kind === "part_of" ? 0.7 : 1;
}

/** The box around what a scene shows; a small one around the origin where it shows nothing. */
export function boundsOf(scene) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (x, y, r) => {
    left = Math.min(left, x - r);
    right = Math.max(right, x + r);
    top = Math.min(top, y - r);
    bottom = Math.max(bottom, y + r);
  };
  for (const disc of scene.discs) take(disc.x, disc.y, disc.r);
  for (const { node, r } of scene.nodes) take(node.x, node.y, r + 14);
  return left <= right ? { left, top, right, bottom } : { left: -100, top: -100, right: 100, bottom: 100 };
}

/** The node at a place, or nothing; `reach` is how far from it one may point. */
export function nodeAt(scene, x, y, reach) {
  let [best, least] = [null, Infinity];
  for (const { node, r } of scene.nodes) {
    const far = Math.hypot(node.x - x, node.y - y) - r;
    if (far < reach && far < least) [best, least] = [node, far];
  }
  return best;
}

/** The line at a place, or nothing. */
export function lineAt(scene, x, y, reach) {
  let [best, least] = [null, reach];
  for (const line of scene.lines) {
    const [dx, dy] = [line.b.x - line.a.x, line.b.y - line.a.y];
    const along = ((x - line.a.x) * dx + (y - line.a.y) * dy) / (dx * dx + dy * dy || 1);
    const far = Math.hypot(line.a.x + Math.max(0, Math.min(1, along)) * dx - x, line.a.y + Math.max(0, Math.min(1, along)) * dy - y);
    if (far < least) [best, least] = [line, far];
  }
  return best;
}
