// The page as `interparl serve` gives it: the same, under its strict policy.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, missing, open } from "./browser.mjs";
import { madeGraph } from "./made.mjs";

const skip = missing || false;
let [browser, server, url] = [null, null, ""];

before(async () => {
  if (skip) return;
  const file = join(mkdtempSync(join(tmpdir(), "interparl-serve-")), "graph.json");
  writeFileSync(file, JSON.stringify(madeGraph()));
  server = spawn(process.env.INTERPARL, ["serve", file, "--port", "0"]);
  url = await new Promise((told, failed) => {
    server.stdout.once("data", (data) => told(String(data).trim()));
    server.once("exit", () => failed(new Error("the server ended")));
  });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.kill();
});

test("the served page shows the graph and breaks none of its own rules", { skip }, async () => {
  const { page, context, faults } = await open(browser, `${url}#sel=person/hostile`);
  assert.equal(await page.locator("#panel h2").innerText(), "</script><img src=x onerror=globalThis.hurt=1>");
  for (const view of ["timeline", "matrix", "meetings", "bodies", "network"]) await page.locator(`#tab-${view}`).click();
  await page.locator("#search").fill("Кошановская");
  await page.locator("#search").press("Enter");
  assert.match(page.url(), /sel=person\/cyrillic/);
  assert.equal(await page.evaluate(() => globalThis.hurt), undefined);
  assert.deepEqual(faults, []);
  await context.close();
});

test("nothing inline is run, and no other site is asked", { skip }, async () => {
  const { page, context } = await open(browser, url);
  const ran = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "globalThis.inline = 1";
    document.body.append(script);
    const asked = await fetch("https://news.example/").then(() => "answered", () => "refused");
    return [globalThis.inline, asked];
  });
  assert.deepEqual(ran, [undefined, "refused"]);
  await context.close();
});

test("the ways that the page tells cost what interparl says they cost", { skip }, async () => {
  const { page, context } = await open(browser, url);
  const wrong = await page.evaluate(async () => {
    const found = [];
    for (let k = 0; k < 40; k += 1) {
      const [a, b] = [`person/p${(k * 7) % 120}`, k % 3 ? `person/p${(k * 31 + 11) % 120}` : "xc/house"];
      if (a === b) continue;
      const said = await (await fetch(`api/v1/path?from=${a}&to=${b}&count=3`)).json();
      const here = globalThis.interparl.ways(a, b).map((way) => way.cost);
      const there = said.paths.map((way) => way.cost);
      if (JSON.stringify(here) !== JSON.stringify(there)) found.push([a, b, here, there]);
    }
    return found;
  });
  assert.deepEqual(wrong, []);
  await context.close();
});
