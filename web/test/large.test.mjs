// A graph of 5,000 nodes and some 12,000 edges: how soon it is there, and how smoothly it moves.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, missing, open, pageOf } from "./browser.mjs";
import { madeGraph } from "./made.mjs";

const skip = missing || false;
let browser = null;

before(async () => {
  if (!skip) browser = await launch();
});
after(() => browser?.close());

// Pans for so many frames and gives the milliseconds between them and those that moving takes, the middle and the slow ones.
const pan = (page) => page.evaluate(async () => {
  const { probe } = interparl.part("network");
  const [gaps, works] = [[], []];
  let last = performance.now();
  for (let frame = 0; frame < 90; frame += 1) {
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    gaps.push(now - last);
    last = now;
    probe.pan(frame < 45 ? 6 : -6, 3);
    works.push(performance.now() - now);
  }
  const at = (list, share) => list.toSorted((a, b) => a - b)[Math.floor(list.length * share)];
  return { fps: 1000 / at(gaps, 0.5), slowFps: 1000 / at(gaps, 0.95), work: at(works, 0.5) };
});

for (const [size, options] of Object.entries({ 500: { states: 12, people: 470, meetings: 700 }, 5000: { states: 45, people: 4900, meetings: 6800 } })) {
  test(`${size} nodes open and move`, { skip }, async (context) => {
    const graph = madeGraph({ ...options, hostile: false });
    const url = pageOf(graph);
    const started = performance.now();
    const { page, context: window, faults } = await open(browser, url);
    const ready = performance.now() - started;
    await page.waitForTimeout(300);
    const far = await pan(page);
    await page.evaluate(() => interparl.select("person/p0"));
    await page.waitForTimeout(300);
    const near = await pan(page);
    context.diagnostic(`${graph.nodes.length} nodes, ${graph.edges.length} edges: there after ${Math.round(ready)} ms; all in sight ${far.fps.toFixed(0)} frames/s (slowest twentieth ${far.slowFps.toFixed(0)}), ${far.work.toFixed(1)} ms of script a frame; near ${near.fps.toFixed(0)} frames/s`);
    if (process.env.SHOT) await page.screenshot({ path: `${process.env.SHOT}/${size}.png` });
    assert.deepEqual(faults, []);
    assert.ok(ready < 15_000, `${ready} ms`);
    // A floor for machines without a graphics card that do other things meanwhile; the figures are in docs/explorer.md.
    assert.ok(far.fps > 4, `${far.fps} frames a second`);
    await window.close();
  });
}
