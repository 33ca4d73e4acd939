// The shapes of the kinds, around a middle: people round, houses square, what ties houses has corners of its own.

const polygon = (n, turn) => Array.from({ length: n }, (_, k) => [Math.cos(turn + (k * 2 * Math.PI) / n), Math.sin(turn + (k * 2 * Math.PI) / n)]);

const CORNERS = {
  chamber: [[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]],
  parliament: polygon(5, -Math.PI / 2).map(([x, y]) => [x * 1.15, y * 1.15]),
  commission: [[0, -1.25], [1.25, 0], [0, 1.25], [-1.25, 0]],
  assembly: polygon(6, 0).map(([x, y]) => [x * 1.15, y * 1.15]),
};

/** How large the shape of a node is: its half, in units of the picture. */
export function radius(node) {
  const grown = Math.min(5, Math.sqrt(node.weight) * 0.55);
  if (node.kind === "state") return 16;
  return (node.person ? 6 : 8) + grown;
}

/** Adds the outline of a kind to a path (a Path2D, or whatever has the same methods). */
export function trace(path, kind, x, y, r) {
  const corners = CORNERS[kind];
  if (!corners) {
    path.moveTo(x + r, y);
    path.arc(x, y, r, 0, 2 * Math.PI);
    return;
  }
  corners.forEach(([cx, cy], k) => path[k ? "lineTo" : "moveTo"](x + cx * r, y + cy * r));
  path.closePath();
}

/** The same as the `d` of an SVG path. */
export function outline(kind, x, y, r) {
  const f = (n) => Math.round(n * 10) / 10;
  const corners = CORNERS[kind];
  if (!corners) return `M${f(x + r)} ${f(y)}A${f(r)} ${f(r)} 0 1 1 ${f(x - r)} ${f(y)}A${f(r)} ${f(r)} 0 1 1 ${f(x + r)} ${f(y)}Z`;
  return `${corners.map(([cx, cy], k) => `${k ? "L" : "M"}${f(x + cx * r)} ${f(y + cy * r)}`).join("")}Z`;
}

/** Whether a kind is drawn as a ring and not filled. */
export const hollow = (kind) => kind === "official" || kind === "state";
