// The page as `interparl serve` gives it: the same, under its strict policy.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, missing, open, violationsOf } from "./browser.mjs";
import { madeGraph } from "./made.mjs";

const skip = missing || false;
let [browser, server, url, file] = [null, null, "", ""];

before(async () => {
  if (skip) return;
  file = join(mkdtempSync(join(tmpdir(), "interparl-serve-")), "graph.json");
  writeFileSync(file, JSON.stringify(withOddMeetings(madeGraph())));
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

// Beside the meetings of two that all are made of: those whose states only the whole graph tells.
function withOddMeetings(graph) {
  const of = (code, k = 0) => graph.nodes.filter((n) => n.state === code && n.id.startsWith("person/p"))[k].id;
  const joint = graph.nodes.find((n) => n.kind === "commission" && graph.edges.filter((e) => e.kind === "links" && e.source === n.id).length === 2);
  const [tied] = graph.edges.filter((e) => e.source === joint.id && e.kind === "links").map((e) => e.target.slice(0, 2).toUpperCase());
  // Of what state somebody is, only the office says.
  graph.nodes.push({ id: "person/stateless", kind: "legislator", name: "Seatha Onlyoffice", aliases: [] });
  graph.edges.push({ source: "person/stateless", target: "xc/house", key: "role:member", kind: "role", role: "member", title: "Member", spells: [], confidence: 0.9, evidence: [] });
  const meeting = (name, sides, more = {}) => graph.graph.meetings.push({ id: `meeting/odd-${name}`, kind: "bilateral", status: "held", date: "2029-02-02", place: null, body: null, session: null, sides, participants: [], outcomes: [], confidence: 0.9, evidence: [], ...more });
  meeting("conference", [[of("XA")], [of("XB")], [of("XC")], [of("XD")]], { kind: "conference" });
  meeting("office", [["person/stateless"], [of("XA", 1)]]);
  meeting("planned", [[of("XA")], [of("XB")]], { status: "planned" });
  meeting("at-home", [[of("XA")], [of("XA", 1)]]);
  meeting("session", [[of(tied)]], { kind: "session", body: joint.id, session: 3 });
  meeting("delegations", [[of("XA"), of("XB")], [of("XC"), of("XD")]]);
  return graph;
}

test("the table of states counts what interparl counts", { skip }, async () => {
  const { page, context } = await open(browser, `${url}#view=matrix`);
  const here = await page.evaluate(() => {
    const codes = [...document.querySelectorAll(".matrix thead th")].map((th) => th.textContent);
    const rows = [...document.querySelectorAll(".matrix tbody tr")];
    return rows.flatMap((row, a) => [...row.querySelectorAll("td")].map((td, b) => [codes[a], codes[b], Number(td.textContent)])).filter(([, , n]) => n);
  });
  const said = JSON.parse(execFileSync(process.env.INTERPARL, ["matrix", file, "--json"]));
  const code = (place) => said.parties[place].id.replace("state/", "");
  const there = said.cells.flatMap(({ a, b, meetings }) => [[code(a), code(b), meetings], [code(b), code(a), meetings]]);
  assert.ok(there.length > 20, `${there.length} cells`);
  assert.deepEqual(here.sort(), there.sort());
  // Each odd meeting has the states that it should have, so that the two are not wrong alike.
  const odd = await page.evaluate(() => Object.fromEntries(globalThis.interparl.model.meetings.filter((m) => m.id.startsWith("meeting/odd-")).map((m) => [m.id.slice(12), m.pairs.map((pair) => pair.join("-"))])));
  assert.equal(odd.session.length, 1);
  delete odd.session;
  assert.deepEqual(odd, { conference: [], office: ["XA-XC"], planned: [], "at-home": [], delegations: ["XA-XC", "XA-XD", "XB-XC", "XB-XD"] });
  await context.close();
});

test("what stands around the words is shown when it is asked for", { skip }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "interparl-archive-"));
  const [articles, archive] = [join(folder, "articles.jsonl"), join(folder, "a.db")];
  const text = ["It rained in the morning.", "Speaker of the Saeima Daiga Ozola met with Speaker of the Riigikogu Jaan Tamm in Riga.", "They walked <img src=x onerror=globalThis.hurt=1> along \u202Ethe river.", "A lamp was lit.", "Nobody spoke.", "The evening was long.", "A bell rang.", "All went home."].join("\n\n");
  writeFileSync(articles, JSON.stringify({ id: "https://news.example/talks", title: "Talks in Riga", date: "2031-03-04", text }));
  execFileSync(process.env.INTERPARL, ["add", archive, articles]);
  const own = spawn(process.env.INTERPARL, ["serve", archive, "--port", "0"]);
  try {
    const at = await new Promise((told) => { own.stdout.once("data", (data) => told(String(data).trim())); });
    const { page, context, faults } = await open(browser, `${at}#sel=person/daiga-ozola`);
    const figure = page.locator("#panel figure", { hasText: "met with" }).first();
    const before = await figure.locator("blockquote").innerText();
    assert.doesNotMatch(before, /It rained/);
    await figure.getByRole("button", { name: "In the article" }).click();
    await page.waitForFunction(() => document.querySelector("#panel blockquote.open"));
    const shown = await figure.locator("blockquote").innerText();
    assert.match(shown, /^It rained in the morning\./);
    assert.match(shown, /They walked <img src=x onerror=globalThis\.hurt=1> along the river\. …$/);
    assert.ok((await figure.locator("mark").allInnerTexts()).includes("Daiga Ozola"));
    await figure.getByRole("button", { name: "More of the article" }).press("Enter");
    await page.waitForFunction(() => document.querySelector("#panel blockquote.open").innerText.includes("The evening"));
    await figure.getByRole("button", { name: "More of the article" }).press("Enter");
    await page.waitForFunction(() => document.querySelector("#panel blockquote.open").innerText.endsWith("All went home."));
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Only the words");
    assert.deepEqual(await violationsOf(page), []);
    await page.keyboard.press("Enter");
    assert.equal(await figure.locator("blockquote").innerText(), before);
    assert.equal(await page.locator("#panel img").count(), 0);
    assert.equal(await page.evaluate(() => globalThis.hurt), undefined);
    assert.deepEqual(faults, []);
    // Where the article is not there any more, that is said.
    execFileSync(process.env.INTERPARL, ["remove", archive, "https://news.example/talks"]);
    await figure.getByRole("button", { name: "In the article" }).click();
    await figure.getByText("The text of this article cannot be shown.").waitFor();
    assert.equal(await figure.locator("blockquote").innerText(), before);
    await context.close();
  } finally {
    own.kill();
  }
});

test("of a very long article the page says that it does not show all", { skip }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "interparl-long-"));
  const [articles, archive] = [join(folder, "articles.jsonl"), join(folder, "a.db")];
  const text = ["Speaker of the Saeima Daiga Ozola met with Speaker of the Riigikogu Jaan Tamm in Riga.", ...Array.from({ length: 1100 }, (_, k) => `A lamp with the number ${k} was lit.`)].join("\n\n");
  writeFileSync(articles, JSON.stringify({ id: "https://news.example/long", title: "Talks in Riga", date: "2031-03-04", text }));
  execFileSync(process.env.INTERPARL, ["add", archive, articles]);
  const own = spawn(process.env.INTERPARL, ["serve", archive, "--port", "0"]);
  try {
    const at = await new Promise((told) => { own.stdout.once("data", (data) => told(String(data).trim())); });
    const { page, context } = await open(browser, `${at}#sel=person/daiga-ozola`);
    const figure = page.locator("#panel figure", { hasText: "met with" }).first();
    await figure.getByRole("button", { name: "In the article" }).click();
    for (const last of ["number 3 was lit. …", "number 999 was lit. …"]) {
      assert.equal(await figure.getByText("no more than this").count(), 0);
      await figure.getByRole("button", { name: "More of the article" }).click();
      await page.waitForFunction((end) => document.querySelector("#panel blockquote.open").innerText.endsWith(end), last);
    }
    await figure.getByText("Of a long article no more than this is shown.").waitFor();
    await figure.getByRole("button", { name: "Only the words" }).click();
    assert.equal(await figure.getByText("no more than this").count(), 0);
    await context.close();
  } finally {
    own.kill();
  }
});

test("a page of a graph alone has no texts to show", { skip }, async () => {
  const { page, context } = await open(browser, `${url}#sel=person/p0`);
  assert.ok((await page.locator("#panel blockquote").count()) > 0);
  assert.equal(await page.getByRole("button", { name: "In the article" }).count(), 0);
  await context.close();
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

test("the words are marked within their article, and stay where they are while it grows around them", { skip }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "interparl-marked-"));
  const [articles, archive] = [join(folder, "articles.jsonl"), join(folder, "a.db")];
  const lamps = (from) => Array.from({ length: 60 }, (_, k) => `A lamp with the number ${from + k} was lit.`);
  const words = "Speaker of the Saeima Daiga Ozola met with Speaker of the Riigikogu Jaan Tamm";
  writeFileSync(articles, JSON.stringify({ id: "https://news.example/lamps", title: "Talks in Riga", date: "2031-03-04", text: [...lamps(0), `${words} in Riga.`, ...lamps(60)].join("\n\n") }));
  execFileSync(process.env.INTERPARL, ["add", archive, articles]);
  const own = spawn(process.env.INTERPARL, ["serve", archive, "--port", "0"]);
  try {
    const at = await new Promise((told) => { own.stdout.once("data", (data) => told(String(data).trim())); });
    for (const colorScheme of ["light", "dark"]) {
      const { page, context, faults } = await open(browser, `${at}#sel=person/daiga-ozola`, { colorScheme });
      const figure = page.locator("#panel figure", { hasText: "met with" }).first();
      const top = () => figure.evaluate((e) => [...e.querySelectorAll("mark")].find((m) => m.textContent === "Daiga Ozola").getBoundingClientRect().top);
      for (const [button, last] of [["In the article", "number 60 was lit. …"], ["More of the article", "number 63 was lit. …"], ["More of the article", "number 119 was lit."]]) {
        const before = await top();
        await figure.getByRole("button", { name: button }).click();
        await page.waitForFunction((end) => document.querySelector("#panel blockquote.open")?.innerText.endsWith(end), last);
        // The click itself may have scrolled to its button; what is added before the words does not move them.
        if (button === "More of the article") assert.ok(Math.abs((await top()) - before) < 200, `${before} ${await top()}`);
        assert.equal(await figure.locator("mark.found").innerText(), words);
        const [paper, said] = await figure.evaluate((e) => [e.querySelector(".rest"), e.querySelector("mark.found")].map((part) => getComputedStyle(part).backgroundColor));
        assert.notEqual(said, paper);
      }
      const seen = await figure.locator("mark.found").evaluate((e) => { const box = e.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; });
      assert.ok(seen, "the words are in sight, in the middle of the article");
      assert.deepEqual(await violationsOf(page), []);
      assert.deepEqual(faults, []);
      await context.close();
    }
  } finally {
    own.kill();
  }
});
