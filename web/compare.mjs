// The same graphs in the explorer and in cytoscape.js, at the same places: how soon they are there, and how smoothly they move.
//
//   npm install --prefix FOLDER cytoscape@3.35.0
//   INTERPARL=$PWD/target/release/interparl node web/compare.mjs FOLDER/node_modules/cytoscape/dist/cytoscape.min.js

import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch, missing, pageOf } from "./test/browser.mjs";
import { madeGraph } from "./test/made.mjs";

if (missing) throw new Error(missing);
const library = readFileSync(process.argv[2], "utf8");
const COLOURS = { legislator: "#0a57a5", official: "#7a5195", chamber: "#bc5090", parliament: "#ef5675", commission: "#ff764a", assembly: "#ffa600", state: "#666666" };

// What cytoscape.js draws: the nodes of the explorer at the places that it has, and one line for each pair.
function elements(model) {
  return [
    ...model.nodes.filter((node) => node.drawn).map((node) => ({ data: { id: node.id, label: node.name, colour: node.colour }, position: { x: node.x, y: node.y } })),
    ...model.lines.map((line, k) => ({ data: { id: `line-${k}`, source: line.a, target: line.b } })),
  ];
}

function cytoscapePage(model, name) {
  const folder = mkdtempSync(join(tmpdir(), "interparl-compare-"));
  const file = join(folder, `${name}.html`);
  const options = `{ container: document.getElementById("cy"), elements, layout: { name: "preset", fit: true }, textureOnViewport: TEXTURE, hideEdgesOnViewport: false, pixelRatio: 1,
    style: [{ selector: "node", style: { width: 5, height: 5, "background-color": "data(colour)", label: "data(label)", "font-size": 4, "min-zoomed-font-size": 9 } }, { selector: "edge", style: { width: 0.6, "line-color": "#999999", "curve-style": "haystack" } }] }`;
  writeFileSync(file, `<!doctype html><meta charset="utf-8"><style>html,body,#cy{margin:0;width:100%;height:100%}</style><div id="cy"></div><script>${library}</script><script>
    const elements = ${JSON.stringify(elements(model)).replaceAll("<", "\\u003c")};
    globalThis.cy = cytoscape(${options.replace("TEXTURE", "location.hash === '#texture'")});
    cy.one("render", () => { document.documentElement.dataset.ready = ""; });
  </script>`);
  return pathToFileURL(file).href;
}

// Pans for so many frames, and gives how many there are in a second.
const pan = (page, move) => page.evaluate(async (text) => {
  const step = new Function("dx", "dy", text);
  const gaps = [];
  let last = performance.now();
  for (let frame = 0; frame < 90; frame += 1) {
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    gaps.push(now - last);
    last = now;
    step(frame < 45 ? 6 : -6, 3);
  }
  return 1000 / gaps.toSorted((a, b) => a - b)[45];
}, move);

const browser = await launch();
async function measured(url, move) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const started = performance.now();
  await page.goto(url);
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  const ready = performance.now() - started;
  await page.waitForTimeout(500);
  const frames = await pan(page, move);
  if (process.env.SHOT) await page.screenshot({ path: join(process.env.SHOT, `${new URL(url).pathname.split("/").at(-1)}.png`) });
  return { page, context, ready, frames };
}

for (const [size, options] of Object.entries({ 500: { states: 12, people: 470, meetings: 700 }, 5000: { states: 45, people: 4900, meetings: 6800 } })) {
  const graph = madeGraph({ ...options, hostile: false });
  const own = await measured(pageOf(graph), "interparl.part('network').probe.pan(dx, dy)");
  const model = await own.page.evaluate((colours) => ({
    nodes: interparl.model.nodes.map((n) => ({ id: n.id, name: n.name, x: n.x, y: n.y, drawn: n.drawn, colour: colours[n.kind] })),
    lines: interparl.model.lines.filter((l) => l.a.drawn && l.b.drawn).map((l) => ({ a: l.a.id, b: l.b.id })),
  }), COLOURS);
  await own.context.close();
  const url = cytoscapePage(model, `cytoscape-${size}`);
  console.log(`${graph.nodes.length} nodes, ${graph.edges.length} edges (${model.lines.length} lines)`);
  console.log(`  explorer: ready after ${(own.ready / 1000).toFixed(1)} s, ${own.frames.toFixed(0)} frames/s`);
  for (const [words, hash] of [["cytoscape.js", ""], ["cytoscape.js, textureOnViewport", "#texture"]]) {
    const { context, ready, frames } = await measured(url + hash, "cy.panBy({ x: dx, y: dy })");
    console.log(`  ${words}: ready after ${(ready / 1000).toFixed(1)} s, ${frames.toFixed(0)} frames/s`);
    await context.close();
  }
}
await browser.close();
