// What one sees and takes away: crowded pictures, narrow pages, long names, nodes that were dragged, files of each view, other languages.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { clean, launch, missing, onPageOf, open, pageOf } from "./browser.mjs";
import { madeGraph } from "./made.mjs";

const skip = missing || false;
let [browser, url] = [null, ""];

before(async () => {
  if (skip) return;
  url = pageOf(madeGraph());
  browser = await launch();
});
after(() => browser?.close());

function onPage(title, hash, options, act) {
  test(title, { skip }, () => onPageOf(browser, url + hash, options, act));
}

const hash = (page) => page.evaluate(() => decodeURIComponent(location.hash));

// How much of the middle of the canvas has the colour of the page, and the strongest blue that the lines make together.
const ground = (page) => page.evaluate(() => {
  const { probe } = interparl.part("network");
  probe.draw();
  const canvas = document.querySelector(".net-base");
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
  copy.drawImage(canvas, 0, 0);
  const { data, width, height } = copy.getImageData(0, 0, canvas.width, canvas.height);
  const differs = (at, r, g, b) => Math.abs(data[at] - r) + Math.abs(data[at + 1] - g) + Math.abs(data[at + 2] - b);
  const line = [10, 95, 180];
  let [full, all] = [0, 0];
  for (let y = Math.round(height * 0.35); y < height * 0.65; y += 3) {
    for (let x = Math.round(width * 0.35); x < width * 0.65; x += 3) {
      all += 1;
      full += differs(4 * (y * width + x), ...line) < 110;
    }
  }
  return full / all;
});

test("of thousands of lines one sees where there are many, and not one blot", { skip }, async () => {
  const crowded = madeGraph({ states: 30, people: 2400, meetings: 6800, hostile: false });
  const { page, context, faults } = await open(browser, pageOf(crowded), { colorScheme: "light" });
  const full = await ground(page);
  assert.ok(full < 0.3, `${full} of the middle is blue`);
  // A single line is as strong as ever when it is the only one.
  const faint = await page.evaluate(() => interparl.part("network").svg().text.match(/stroke-opacity="([\d.]+)"/g).length);
  assert.ok(faint > 1000);
  assert.deepEqual(faults, []);
  await context.close();
});

onPage("few lines are drawn at full strength", "", {}, async (page) => {
  const svg = await page.evaluate(() => interparl.part("network").svg().text);
  assert.match(svg, /<line [^>]*stroke-opacity="0.8"/);
});

onPage("a node is dragged to where one lets go of it, and its lines with it", "", {}, async (page) => {
  const at = () => page.evaluate(() => interparl.part("network").probe.at("person/p3"));
  const box = await page.locator("#network").boundingBox();
  const [x, y] = await at();
  const others = await page.evaluate(() => interparl.part("network").probe.at("person/p5"));
  await page.mouse.move(box.x + x, box.y + y);
  await page.mouse.down();
  await page.mouse.move(box.x + x + 30, box.y + y + 10, { steps: 3 });
  await page.mouse.move(box.x + x + 90, box.y + y + 40, { steps: 3 });
  await page.mouse.up();
  const [nx, ny] = await at();
  assert.ok(Math.abs(nx - x - 90) < 2 && Math.abs(ny - y - 40) < 2, `${nx - x} ${ny - y}`);
  assert.deepEqual(await page.evaluate(() => interparl.part("network").probe.at("person/p5")), others);
  assert.equal(await hash(page), "", "dragging selects nothing");
});

onPage("on a screen that is higher than wide the picture stands upright, and is turned with the screen", "", { viewport: { width: 390, height: 844 } }, async (page) => {
  // How wide and high all states lie on the screen, and where somebody is from his place.
  const lie = () => page.evaluate(() => {
    const { groups, nodes, places } = interparl.model;
    const ends = (key) => [Math.min(...groups.map((g) => g[key] - g.r)), Math.max(...groups.map((g) => g[key] + g.r))];
    const [[left, right], [top, bottom]] = [ends("x"), ends("y")];
    const node = interparl.model.byId.get("person/p3");
    return { wide: right - left, high: bottom - top, scale: interparl.part("network").probe.scale(), off: [node.x - places[node.i][0], node.y - places[node.i][1]].map(Math.round), inside: nodes.every((n) => !n.drawn || (n.x >= left - 400 && n.x <= right + 400)) };
  });
  const phone = await lie();
  assert.ok(phone.high > 1.15 * phone.wide && phone.inside, JSON.stringify(phone));
  const box = await page.locator("#network").boundingBox();
  const [x, y] = await page.evaluate(() => interparl.part("network").probe.at("person/p3"));
  await page.mouse.move(box.x + x, box.y + y);
  await page.mouse.down();
  await page.mouse.move(box.x + x + 40, box.y + y, { steps: 5 });
  await page.mouse.up();
  const dragged = await lie();
  assert.ok(dragged.off[0] > 20 && dragged.off[1] === 0, JSON.stringify(dragged));
  await page.setViewportSize({ width: 844, height: 390 });
  await page.waitForFunction(() => !interparl.model.upright);
  const lying = await lie();
  assert.ok(lying.wide > 1.15 * lying.high, JSON.stringify(lying));
  assert.deepEqual(lying.off.map(Math.abs), [0, dragged.off[0]]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.waitForFunction(() => interparl.model.upright);
  assert.deepEqual(await lie(), dragged);
});

onPage("a name as long as a book leaves room for what is known", "#sel=person/long", { viewport: { width: 360, height: 740 } }, async (page) => {
  const tall = () => page.locator("#panel header").evaluate((e) => e.getBoundingClientRect().height);
  assert.ok((await tall()) < 330, `${await tall()}`);
  const before = await tall();
  await page.getByRole("button", { name: "Whole name" }).click();
  assert.ok((await tall()) > before);
  assert.match(await page.locator("#panel h2").innerText(), /long Name$|…$/);
  await clean(page);
});

onPage("on a phone the head of the page is low, and the link can be copied all the same", "#sel=person/p0", { viewport: { width: 360, height: 740 }, permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
  const tall = await page.locator(".top").evaluate((e) => e.getBoundingClientRect().height);
  assert.ok(tall <= 104, `${tall}`);
  await page.locator(".menu summary").click();
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.waitForFunction(() => document.getElementById("announcer").textContent === "The link is copied");
});

for (const [what, at] of [["a way between two", "#sel=person/p0&to=person/p9"], ["a meeting", ""]]) {
  onPage(`on a phone ${what} is seen above the panel`, at, { viewport: { width: 360, height: 740 } }, async (page) => {
    const seen = await page.evaluate(() => {
      const { model, store } = interparl;
      if (!store.get().selected) interparl.select(model.meetings.find((meeting) => meeting.people.length > 1).id);
      const nodes = interparl.way()?.steps.flatMap((step) => [step.from, step.to]) ?? model.meetingById.get(store.get().selected).people;
      const [network, panel] = ["network", "panel"].map((id) => document.getElementById(id).getBoundingClientRect());
      return nodes.map((node) => { const [x, y] = interparl.part("network").probe.at(node.id); return x > 0 && x < network.width && y > 0 && network.top + y < panel.top; });
    });
    assert.ok(seen.length > 1 && seen.every(Boolean), JSON.stringify(seen));
  });
}

onPage("a name that is written from the right is cut at its end", "#view=timeline&sel=person/rtl", { viewport: { width: 360, height: 740 } }, async (page) => {
  const name = page.locator(".timeline .row.selected .who bdi");
  const [direction, inside] = await name.evaluate((e) => [getComputedStyle(e).direction, e.getBoundingClientRect().right <= e.closest(".who").getBoundingClientRect().right + 1]);
  assert.deepEqual([direction, inside], ["rtl", true]);
});

onPage("the months are typed as well, and stand in the address", "", {}, async (page) => {
  await page.locator("#month-from").fill("2029-03");
  await page.locator("#month-till").fill("2028-05");
  assert.match(await hash(page), /from=2028-05&till=2029-03/);
  assert.match(await page.locator(".strip-head .span").innerText(), /^May 2028 – Mar 2029$/);
  assert.equal(await page.locator("#month-from").inputValue(), "2028-05");
  await page.locator("#month-till").fill("");
  assert.match(await hash(page), /^#from=2028-05$/);
  await page.getByRole("button", { name: "All time" }).click();
  assert.equal(await page.locator("#month-from").inputValue(), "");
});

// What the menu saves, by the words of its buttons.
async function saved(page, name) {
  await page.locator(".menu summary").click();
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator(".menu").getByRole("button", { name }).click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}
const sound = (page, text) => page.evaluate((svg) => new DOMParser().parseFromString(svg, "image/svg+xml").querySelector("parsererror") === null, text);

for (const [view, title] of [["timeline", "timeline"], ["matrix", "states"]]) {
  onPage(`the picture and the table of what the view ${view} shows are saved`, `#view=${view}`, {}, async (page) => {
    const svg = await saved(page, "Picture, SVG");
    assert.equal(svg.name, `${title}.svg`);
    const text = svg.bytes.toString();
    assert.ok(await sound(page, text), "the SVG is well formed");
    assert.match(text, /Alvania|Aru Bekova/);
    assert.doesNotMatch(text, /<img|<script/);
    const png = await saved(page, "Picture, PNG");
    assert.deepEqual([png.name, png.bytes.subarray(1, 4).toString()], [`${title}.png`, "PNG"]);
    assert.ok(png.bytes.length > 5000, `${png.bytes.length}`);
    assert.match(await hash(page), new RegExp(`view=${view}`), "one stays where one is");
    const csv = await saved(page, "Table, CSV");
    assert.equal(csv.name, `${title}.csv`);
    const rows = csv.bytes.toString().trim().split("\r\n");
    if (view === "matrix") {
      const shown = await page.locator(".matrix td button").allInnerTexts();
      assert.deepEqual(rows.slice(1).flatMap((row) => row.split(",").slice(1)).filter((n) => n && n !== "0"), shown);
    } else {
      assert.match(rows[0], /^id,name,state,what,/);
      assert.ok(rows.length > (await page.locator(".timeline .hit").count()) * 0.8);
    }
  });
}

onPage("the cards are saved as a table, and have no picture", "#view=bodies", {}, async (page) => {
  const csv = await saved(page, "Table, CSV");
  assert.equal(csv.name, "commissions.csv");
  assert.equal(csv.bytes.toString().trim().split("\r\n").length, 1 + (await page.locator(".cards li").count()));
  await page.locator(".menu summary").click();
  assert.equal(await page.getByRole("button", { name: "Picture, SVG" }).count(), 0);
});

// A language that is no one's: every word of the table stands between ⟦ and ⟧.
const MARKED = {
  name: "marked",
  setup(bundle) {
    bundle.onLoad({ filter: /messages\.js$/ }, ({ path }) => {
      const [text, table] = [readFileSync(path, "utf8"), "const TABLES = { en: EN };"];
      assert.ok(text.includes(table));
      const words = 'Object.fromEntries(Object.entries(EN).map(([key, words]) => [key, key === "months" ? "јан фев мар апр мај јун јул авг сеп окт ное дек" : `⟦${words}⟧`]))';
      return { contents: text.replace(table, `const TABLES = { en: EN, mk: ${words} };`) };
    });
  },
};

// Puts that language into a page on disk.
async function inMarks(address) {
  const main = join(dirname(fileURLToPath(import.meta.url)), "../src/main.js");
  const { outputFiles } = await build({ entryPoints: [main], bundle: true, write: false, format: "esm", charset: "utf8", plugins: [MARKED] });
  const file = fileURLToPath(address);
  const page = readFileSync(file, "utf8").replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/i, "").replace('<html lang="en"', '<html lang="mk"');
  const script = outputFiles[0].text.replaceAll("</script", "<\\/script");
  writeFileSync(file, page.replace(/<script type="module">[\s\S]*?<\/script>/, () => `<script type="module">${script}</script>`));
  return address;
}

test("in another language no word of the page is English", { skip }, async () => {
  const graph = madeGraph({ hostile: false });
  const { page, context, faults } = await open(browser, await inMarks(pageOf(graph, "marked")));
  // What is out of the graph and what no language changes: names, addresses, codes, numbers.
  const english = () => page.evaluate(() => {
    const own = /\b(met|and|of|with|in|to|not|from|the|is|are|seen|show|all|date|kind|place|state|states|office|offices|meeting|meetings|call|talks|session|member|speaker|legislator|official|chamber|commission|filters?|lines?|time|network|timeline|briefing|sources?|people|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b/i;
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement: element, textContent } = walker.currentNode;
      // Names, words of articles and titles that offices have stand apart from the words of the page.
      if (element.closest("script, style, bdi, blockquote, figcaption a, .net-hint, option, .unseen") || !element.checkVisibility()) continue;
      let rest = textContent.replace(/“[^”]*”/g, " ");
      while (/⟦[^⟦⟧]*⟧/.test(rest)) rest = rest.replace(/⟦[^⟦⟧]*⟧/g, " ");
      if (own.test(rest)) found.push(textContent.slice(0, 80));
    }
    for (const element of document.querySelectorAll("[aria-label], [title], [placeholder]")) {
      for (const name of ["aria-label", "title", "placeholder"]) {
        const words = element.getAttribute(name);
        if (words && !words.includes("⟦") && own.test(words)) found.push(`${name}: ${words.slice(0, 80)}`);
      }
    }
    return [...new Set(found)];
  });
  for (const at of ["#sel=person/p0&to=person/p9", "#sel=meeting/m5", "#view=timeline", "#view=matrix&from=2028-03", "#view=meetings", "#view=bodies", "#view=briefing&sel=person/p3"]) {
    await page.evaluate((to) => { location.hash = to; }, at);
    await page.waitForTimeout(120);
    assert.deepEqual(await english(), [], at);
  }
  await page.evaluate(() => { location.hash = "#view=meetings&from=2028-03"; });
  await page.waitForTimeout(120);
  assert.match(await page.locator(".strip-head .span").innerText(), /мар 2028/);
  assert.deepEqual(faults, []);
  await context.close();
});
