// The same scene as an SVG file.

import { DASHES, groupColour } from "../palette.js";
import { faintness, strengthOf, strokeOf } from "./canvas.js";
import { drawn } from "./labels.js";
import { hollow, outline } from "./shapes.js";

/** Text as it may stand in XML. What XML cannot hold at all is left out. */
export function escapeXml(text) {
  const held = String(text).replace(/[^\u0009\u000a\u000d\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");
  return held.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&apos;");
}

/** A picture of some lines of SVG as a file of its own: `{ name, text, width, height }`. */
export function svgFile(name, width, height, colours, title, lines) {
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${f(width)} ${f(height)}" width="${f(width)}" height="${f(height)}" font-family="system-ui, 'Noto Sans', sans-serif" font-size="14">`,
    `<title>${escapeXml(title)}</title>`, `<rect width="100%" height="100%" fill="${colours.page}"/>`, ...lines, "</svg>\n",
  ].join("\n");
  return { name, text, width, height };
}

const f = (n) => Math.round(n * 10) / 10;

/** What is seen, as SVG of the size of the screen. */
export function svgOf(scene, camera, colours, labels, title) {
  const out = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${f(camera.width)} ${f(camera.height)}" width="${f(camera.width)}" height="${f(camera.height)}" font-family="system-ui, 'Noto Sans', sans-serif">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="100%" height="100%" fill="${colours.page}"/>`,
  ];
  for (const disc of scene.discs) {
    const [x, y] = camera.toScreen(disc.x, disc.y);
    const colour = groupColour(colours, disc.index);
    out.push(`<circle cx="${f(x)}" cy="${f(y)}" r="${f(disc.r * camera.scale)}" fill="${colour}" fill-opacity=".08" stroke="${colour}" stroke-opacity=".4"/>`);
  }
  const faint = faintness(scene.lines, camera);
  for (const line of scene.lines) {
    const [[ax, ay], [bx, by]] = [camera.toScreen(line.a.x, line.a.y), camera.toScreen(line.b.x, line.b.y)];
    const dash = DASHES[line.kind].length ? ` stroke-dasharray="${DASHES[line.kind].join(" ")}"` : "";
    out.push(`<line x1="${f(ax)}" y1="${f(ay)}" x2="${f(bx)}" y2="${f(by)}" stroke="${colours.lines[line.kind]}" stroke-width="${Math.round(strokeOf(line.width, camera) * 100) / 100}" stroke-opacity="${Math.round(strengthOf(line.kind, line.home) * faint * 100) / 100}"${dash}/>`);
  }
  for (const { node, r, colour } of scene.nodes) {
    const [x, y] = camera.toScreen(node.x, node.y);
    const paint = groupColour(colours, colour);
    const ring = hollow(node.kind);
    out.push(`<path d="${outline(node.kind, x, y, drawn(r, camera))}" fill="${ring ? colours.page : paint}" stroke="${ring ? paint : colours.page}"><title>${escapeXml(node.name)}</title></path>`);
  }
  for (const label of labels) {
    const fill = label.disc !== undefined ? groupColour(colours, label.disc) : colours.ink;
    out.push(`<text x="${f(label.x)}" y="${f(label.y)}" font-size="${f(label.size)}" font-weight="${label.bold ? 600 : 400}" text-anchor="middle" fill="${fill}" stroke="${colours.halo}" stroke-width="3" paint-order="stroke">${escapeXml(label.text)}</text>`);
  }
  out.push("</svg>\n");
  return out.join("\n");
}
