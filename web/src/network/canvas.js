// Painting a scene on a canvas. A renderer of ours and not sigma: the same scene is also written as SVG, shapes differ by
// kind, and it needs no graphics card, which the desktops of offices often lack.

import { DASHES, groupColour } from "../palette.js";
import { drawn } from "./labels.js";
import { hollow, trace } from "./shapes.js";

const FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
/** So much of the screen may be covered by lines before they are drawn the fainter the more there are. */
const COVERED = 0.1;
const FAINTEST = 0.05;
/** Lines that are stroked at once do not add up where they cross; of faint ones so few are, that it is seen where there are many. */
const AT_ONCE = 8;
const DRAWING_ORDER = ["part_of", "role", "links", "visited", "attended", "met"];

export const fontOf = (size, bold) => `${bold ? 600 : 400} ${size}px ${FONT}`;

/** Paints all of a scene, the paler the less it matters where `bright` says which nodes do. */
export function paint(context, scene, camera, colours, labels, bright) {
  context.fillStyle = colours.page;
  context.fillRect(0, 0, camera.width, camera.height);
  discs(context, scene, camera, colours);
  const inSight = sight(camera);
  const lines = scene.lines.filter(inSight.line);
  const nodes = scene.nodes.filter(inSight.node);
  const faint = faintness(lines, camera);
  if (!bright) {
    paintLines(context, lines, camera, colours, faint);
    paintNodes(context, nodes, camera, colours, 1);
  } else {
    const lit = (line) => bright.lines(line);
    // Thousands of faint lines say nothing and cost the most.
    if (lines.length < 3000) paintLines(context, lines.filter((l) => !lit(l)), camera, colours, 0.18 * faint);
    paintNodes(context, nodes.filter((e) => !bright.nodes.has(e.node)), camera, colours, 0.28);
    paintLines(context, lines.filter(lit), camera, colours, 1, 1.7);
    paintNodes(context, nodes.filter((e) => bright.nodes.has(e.node)), camera, colours, 1);
  }
  write(context, labels, colours, bright);
}

/**
 * How faint lines are drawn, from 1 on down: of thousands at full strength nothing would be seen but their colour. What they
 * would cover of the screen if none crossed another decides.
 */
export function faintness(lines, camera) {
  const most = camera.width + camera.height;
  let ink = 0;
  for (const { a, b, width } of lines) ink += Math.min(most, Math.hypot(a.x - b.x, a.y - b.y) * camera.scale) * strokeOf(width, camera);
  return Math.max(FAINTEST, Math.min(1, (COVERED * camera.width * camera.height) / (ink || 1)));
}

/** How wide a line of a width is drawn on the screen. */
export const strokeOf = (width, camera) => Math.max(0.5, width * Math.min(1.3, Math.max(0.45, camera.scale)));

/** How strong a line of a kind is, of 1; `home` where both ends are of one state. */
export function strengthOf(kind, home) {
  const quiet = kind === "part_of" || kind === "role" || kind === "links";
  return home && quiet ? 0.45 : quiet ? 0.7 : 0.8;
}

// What lies on the screen, or passes through its box.
function sight(camera) {
  const [left, top] = camera.toPicture(-30, -30);
  const [right, bottom] = camera.toPicture(camera.width + 30, camera.height + 30);
  return {
    node: ({ node }) => node.x > left && node.x < right && node.y > top && node.y < bottom,
    line: ({ a, b }) => !((a.x < left && b.x < left) || (a.x > right && b.x > right) || (a.y < top && b.y < top) || (a.y > bottom && b.y > bottom)),
  };
}

function discs(context, scene, camera, colours) {
  for (const disc of scene.discs) {
    const [x, y] = camera.toScreen(disc.x, disc.y);
    const r = disc.r * camera.scale;
    if (x + r < 0 || y + r < 0 || x - r > camera.width || y - r > camera.height) continue;
    const colour = groupColour(colours, disc.index);
    context.beginPath();
    context.arc(x, y, r, 0, 2 * Math.PI);
    context.globalAlpha = 0.08;
    context.fillStyle = colour;
    context.fill();
    context.globalAlpha = 0.4;
    context.lineWidth = 1;
    context.strokeStyle = colour;
    context.stroke();
  }
  context.globalAlpha = 1;
}

function paintLines(context, lines, camera, colours, alpha, stress = 1) {
  const batches = new Map();
  // A pattern costs the more the more lines there are, and is not seen when they are many.
  const dashed = lines.length < 2500;
  for (const line of lines) {
    const key = `${line.kind} ${line.width.toFixed(1)} ${line.home}`;
    const batch = batches.get(key);
    if (batch) batch.push(line);
    else batches.set(key, [line]);
  }
  const rank = (key) => DRAWING_ORDER.indexOf(key.split(" ")[0]);
  for (const [, batch] of [...batches].sort((x, y) => rank(x[0]) - rank(y[0]))) {
    const { kind, width, home } = batch[0];
    context.globalAlpha = alpha * strengthOf(kind, home);
    context.strokeStyle = colours.lines[kind];
    context.lineWidth = strokeOf(stress * width, camera);
    context.setLineDash(dashed ? DASHES[kind] : []);
    const pieces = alpha < 0.6 ? AT_ONCE : batch.length;
    for (let from = 0; from < batch.length; from += pieces) {
      context.beginPath();
      for (const { a, b } of batch.slice(from, from + pieces)) {
        context.moveTo(...camera.toScreen(a.x, a.y));
        context.lineTo(...camera.toScreen(b.x, b.y));
      }
      context.stroke();
    }
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
}

function paintNodes(context, nodes, camera, colours, alpha) {
  const batches = new Map();
  for (const entry of nodes) {
    const ring = hollow(entry.node.kind);
    const colour = groupColour(colours, entry.colour);
    const key = `${ring} ${colour}`;
    let batch = batches.get(key);
    if (!batch) batches.set(key, (batch = { ring, colour, path: new Path2D() }));
    const [x, y] = camera.toScreen(entry.node.x, entry.node.y);
    trace(batch.path, entry.node.kind, x, y, drawn(entry.r, camera));
  }
  context.globalAlpha = alpha;
  for (const { ring, colour, path } of batches.values()) {
    context.fillStyle = ring ? colours.page : colour;
    context.strokeStyle = ring ? colour : colours.page;
    context.lineWidth = ring ? Math.min(2, Math.max(1, camera.scale * 2)) : 1;
    context.fill(path);
    context.stroke(path);
  }
  codes(context, nodes, camera, colours);
  context.globalAlpha = 1;
}

// The code of a state stands in its ring.
function codes(context, nodes, camera, colours) {
  context.textAlign = "center";
  for (const { node, r, colour } of nodes) {
    const size = drawn(r, camera) * 0.85;
    if (node.kind !== "state" || size < 7) continue;
    context.font = fontOf(size, true);
    context.fillStyle = groupColour(colours, colour);
    const [x, y] = camera.toScreen(node.x, node.y);
    context.fillText(node.code ?? "", x, y + size * 0.36);
  }
}

function write(context, labels, colours, bright) {
  context.textAlign = "center";
  context.lineJoin = "round";
  for (const label of labels) {
    const faint = bright && label.node && !bright.nodes.has(label.node);
    context.globalAlpha = faint ? 0.35 : 1;
    context.font = fontOf(label.size, label.bold);
    context.lineWidth = 3.5;
    context.strokeStyle = colours.halo;
    context.fillStyle = label.disc !== undefined ? groupColour(colours, label.disc) : colours.ink;
    context.strokeText(label.text, label.x, label.y);
    context.fillText(label.text, label.x, label.y);
  }
  context.globalAlpha = 1;
}

/** A ring around what is pointed at or has the keyboard. */
export function ring(context, node, r, camera, colours, colour) {
  const [x, y] = camera.toScreen(node.x, node.y);
  context.beginPath();
  context.arc(x, y, drawn(r, camera) + 4.5, 0, 2 * Math.PI);
  context.lineWidth = 2.5;
  context.strokeStyle = colour ?? colours.ink;
  context.stroke();
}
