// Which names are written: the weightier first, each only where it lies on no other.

import { cut } from "../text.js";

const CELL = 64;
const MOST = 260;

/** The names to write on the screen: `{ text, x, y, size, bold, node | disc }`, x being the middle of the text. Those of `first` come
 * whatever else is there; where something is lit, others have no name. */
export function labelsOf(scene, camera, measure, first, lit, chosen) {
  const taken = new Map();
  const labels = [];
  // Of a screen as wide as a wall one stands further away.
  const large = innerWidth > 2200 ? 1.5 : 1;
  const off = (x, y, w) => x + w < 0 || x - w > camera.width || y < -20 || y > camera.height + 20;
  const put = (text, x, y, size, bold, more, force) => {
    // On a small screen names leave more room, or nothing is seen for them.
    const air = more.node && innerWidth <= 760 ? 7 : 0;
    const half = measure(text, size, bold) / 2 + 3 + air;
    if (off(x, y, half)) return false;
    const box = [x - half, y - size * 0.75 - air, x + half, y + size * 0.45 + air];
    if (!free(taken, box) && !force) return false;
    occupy(taken, box);
    labels.push({ text, x, y, size, bold, ...more });
    return true;
  };
  for (const { node, r } of scene.nodes) {
    if (camera.scale * r < 3) continue;
    const [x, y] = camera.toScreen(node.x, node.y);
    const reach = Math.min(r * camera.scale, 20) * 0.8;
    if (!off(x, y, 30)) occupy(taken, [x - reach, y - reach, x + reach, y + reach]);
  }
  const beside = (node, r, bold, force) => {
    const [x, y] = camera.toScreen(node.x, node.y);
    // What is chosen has a ring around it.
    const below = drawn(r, camera) + 11 * large + (node === chosen ? 6 : 0);
    put(cut(node.name, force ? 48 : 26), x, y + below, 12 * large, bold, { node }, force);
  };
  for (const { node, r } of scene.nodes.filter((e) => first.has(e.node)).sort((a, b) => (b.node === chosen) - (a.node === chosen) || b.node.weight - a.node.weight)) beside(node, r, true, first.size < 7 || node === chosen);
  for (const disc of scene.discs) {
    const size = large * Math.max(11, Math.min(19, disc.r * camera.scale * 0.16));
    const [x, y] = camera.toScreen(disc.x, disc.y - disc.r);
    const text = disc.r * camera.scale < 30 && disc.shown < 3 ? disc.state : disc.name;
    put(text, x, y - 5, size, true, { disc: disc.index });
  }
  if (camera.scale > 0.28 && !lit) {
    const ranked = scene.nodes.filter((e) => e.node.kind !== "state" && !first.has(e.node));
    ranked.sort((a, b) => b.node.weight - a.node.weight || a.node.i - b.node.i);
    for (const { node, r } of ranked) {
      if (labels.length >= MOST) break;
      beside(node, r, false, false);
    }
  }
  return labels;
}

/** How large a node is on the screen: never a mere dot, never a wheel. */
export function drawn(r, camera) {
  return Math.max(2.2, Math.min(r * 1.7, r * camera.scale));
}

function* cells([left, top, right, bottom]) {
  for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1) {
    for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) yield x * 10007 + y;
  }
}

function free(taken, box) {
  for (const cell of cells(box)) {
    for (const other of taken.get(cell) ?? []) {
      if (box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]) return false;
    }
  }
  return true;
}

function occupy(taken, box) {
  for (const cell of cells(box)) {
    const list = taken.get(cell);
    if (list) list.push(box);
    else taken.set(cell, [box]);
  }
}
