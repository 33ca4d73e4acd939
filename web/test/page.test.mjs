// The page in a real browser, opened from disk: every function, hostile texts, no fault, no question to the network.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { launch, missing, onPageOf, open, pageOf, violationsOf } from "./browser.mjs";
import { madeGraph } from "./made.mjs";

const skip = missing || false;
let [browser, url] = [null, ""];

before(async () => {
  if (skip) return;
  url = pageOf(madeGraph());
  browser = await launch();
});
after(() => browser?.close());

// Runs a test on a page of its own, and holds that nothing went wrong in it.
function onPage(title, hash, options, act) {
  test(title, { skip }, () => onPageOf(browser, url + hash, options, act));
}

const text = (page, selector) => page.locator(selector).first().innerText();
const hash = (page) => page.evaluate(() => decodeURIComponent(location.hash));

onPage("a name is found in any script and spelling, by the keyboard alone", "", {}, async (page) => {
  for (const [typed, id] of [["Кошановская", "person/cyrillic"], ["koshanovskaya", "person/cyrillic"], ["kosanovskaia", "person/cyrillic"], ["سلمان", "person/rtl"], ["salmanoud", "person/rtl"], ["XB", "state/XB"]]) {
    await page.keyboard.press("/");
    await page.locator("#search").fill(typed);
    await page.locator("#search-list [role=option]").first().waitFor();
    await page.keyboard.press("Enter");
    assert.ok((await hash(page)).includes(`sel=${id}`), `${typed}: ${await hash(page)}`);
    await page.evaluate(() => document.activeElement.blur());
  }
  await page.locator("#search").fill("qqqqqq");
  assert.equal(await text(page, "#search-list"), "Nothing of that name");
});

onPage("the panel tells offices and meetings with their words, names marked, and links to the source", "#sel=person/p0", {}, async (page) => {
  assert.equal(await text(page, "#panel h2"), "Aru Bekova");
  assert.ok((await page.locator("#panel blockquote mark").allInnerTexts()).includes("Aru Bekova"));
  const link = page.locator("#panel figcaption a").first();
  assert.match(await link.getAttribute("href"), /^https:\/\/news\.example\/\d+$/);
  assert.equal(await link.getAttribute("rel"), "noopener noreferrer nofollow");
  const meeting = page.locator("#panel section .link", { hasText: /Talks|Session|Call/ }).first();
  await meeting.click();
  assert.match(await hash(page), /sel=meeting\/m/);
  await page.goBack();
  assert.equal(await text(page, "#panel h2"), "Aru Bekova");
  await page.locator("#panel").press("Escape");
  assert.ok(await page.locator("#panel").isHidden());
});

onPage("a body that was renamed tells what it was called when, and is found by a name that it bore", "#sel=xa/house", {}, async (page) => {
  const called = page.locator("#panel section", { has: page.getByRole("heading", { name: /^Called/ }) });
  assert.deepEqual(await called.locator("p.lead").allInnerTexts(), ["Council of <b>Notables</b> · until 30 Jul 2013", "Senate of Alvania · 30 Jul 2013 to 2020", "House of Alvania · since 2020"]);
  assert.equal(await called.locator(".from-table").first().innerText(), "from the table body_names");
  await page.locator("#search").fill("Council of Notables");
  await page.locator("#search-list [role=option]").first().waitFor();
  assert.match(await text(page, "#search-list [role=option]"), /House of Alvania/);
  await page.locator("#search").fill("Diet of Borduna");
  await page.keyboard.press("Enter");
  assert.match(await hash(page), /sel=xb\/house/);
  assert.deepEqual(await called.locator("p.lead").allInnerTexts(), ["Diet of Borduna"]);
  await page.locator("#tab-briefing").click();
  assert.match(await text(page, ".briefing"), /Called[\s\S]*Diet of Borduna/);
});

onPage("two who never met are connected over others, each step with its words", "#sel=person/p0", {}, async (page) => {
  await page.locator("#connect").fill("House of Borduna");
  await page.locator("#connect").press("Enter");
  assert.match(await hash(page), /to=xb\/house/);
  assert.ok((await page.locator(".connection ol").first().locator("li").count()) >= 1);
  assert.ok((await page.locator(".connection blockquote").count()) >= 1);
  await page.locator("#connect").fill("Lonely");
  await page.locator("#connect").press("Enter");
  assert.match(await text(page, ".connection"), /not connected/);
});

onPage("the network is walked by keys and clicked by the pointer", "", {}, async (page) => {
  const canvas = page.locator("#network");
  await canvas.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  assert.match(await page.locator("#announcer").innerText(), / · /);
  await page.keyboard.press("Enter");
  assert.match(await hash(page), /sel=/);
  await page.keyboard.press("0");
  const [x, y] = await page.evaluate(() => { interparl.select(null); return interparl.part("network").probe.at("person/p3"); });
  const box = await canvas.boundingBox();
  await page.waitForTimeout(80);
  const [x2, y2] = await page.evaluate(() => interparl.part("network").probe.at("person/p3"));
  await page.mouse.move(box.x + x2, box.y + y2);
  assert.match(await text(page, ".net-hint"), /Legislator|Official/);
  await page.mouse.click(box.x + x2, box.y + y2);
  assert.match(await hash(page), /sel=person\/p3/, `${x} ${y}`);
  const before = await page.evaluate(() => interparl.part("network").probe.scale());
  // The panel may have come to lie where the node was.
  await canvas.hover();
  await page.mouse.wheel(0, -300);
  await page.waitForFunction((scale) => interparl.part("network").probe.scale() > scale, before);
});

onPage("filters of kind, state and office and the stretch of time are kept in the address and undone", "", {}, async (page) => {
  const nodes = () => page.evaluate(() => interparl.shown().nodes.filter(Boolean).length);
  const all = await nodes();
  await page.locator("#kind-official").uncheck();
  await page.locator("#add-state").selectOption("XB");
  await page.locator("#add-office").selectOption("speaker");
  await page.locator(".timestrip input.low").fill("24350");
  await page.waitForFunction(() => location.hash.includes("from="));
  assert.match(await hash(page), /hide=official&states=XB&offices=speaker&from=2029-03/);
  assert.ok((await nodes()) < all);
  const address = page.url();
  await page.goto("about:blank");
  await page.goto(address);
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  assert.equal(await page.locator("#kind-official").isChecked(), false);
  assert.match(await text(page, ".strip-head .span"), /^Mar 2029/);
  await page.getByRole("button", { name: "Clear all" }).click();
  assert.equal(await nodes(), all);
  assert.equal(await hash(page), "");
});

onPage("the list of meetings is sorted, filtered and saved as CSV without formulas", "#view=meetings", {}, async (page) => {
  const first = () => text(page, "tbody tr td");
  const latest = await first();
  await page.getByRole("button", { name: "Date", exact: true }).click();
  assert.notEqual(await first(), latest);
  assert.equal(await page.locator("th").first().getAttribute("aria-sort"), "ascending");
  await page.locator("#meeting-words").fill("session port");
  await page.waitForFunction(() => document.querySelectorAll("tbody tr").length < 40);
  for (const row of await page.locator("tbody tr").allInnerTexts()) assert.match(row, /Session/);
  const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "CSV", exact: true }).click()]);
  const csv = readFileSync(await saved.path(), "utf8");
  assert.match(csv, /^id,date,kind,/);
  assert.equal(csv.trim().split("\r\n").length, 1 + (await page.locator("tbody tr").count()));
});

onPage("the matrix leads to the meetings of two states, cards and timeline to their people", "#view=matrix", {}, async (page) => {
  const cell = page.locator(".matrix td button").first();
  const n = Number(await cell.innerText());
  await cell.click();
  assert.match(await hash(page), /view=meetings/);
  assert.ok((await page.locator("tbody tr").count()) >= Math.min(n, 100));
  await page.getByRole("tab", { name: "Commissions" }).click();
  await page.locator(".cards h2 .link").first().click();
  assert.match(await hash(page), /sel=(commission|assembly)/);
  await page.getByRole("tab", { name: "Commissions" }).press("ArrowLeft");
  await page.getByRole("tab", { name: "Network" }).click();
  await page.keyboard.press("ArrowRight");
  assert.match(await hash(page), /view=timeline/);
  assert.ok((await page.locator(".timeline .row").count()) > 1);
});

onPage("the marks of the timeline are walked by keyboard alone, and say what they stand for", "#view=timeline", {}, async (page) => {
  const words = () => page.evaluate(() => document.activeElement.getAttribute("aria-label"));
  const row = () => page.evaluate(() => [...document.querySelectorAll(".timeline .row")].indexOf(document.activeElement.closest(".row")));
  assert.equal(await page.locator(".timeline .hit[tabindex='0']").count(), 1, "one stop for Tab");
  await page.locator(".timeline").focus();
  for (let n = 0; n < 4 && !(await page.evaluate(() => document.activeElement.matches(".hit"))); n += 1) await page.keyboard.press("Tab");
  const first = await words();
  assert.equal(await text(page, ".mark-hint"), first, "who sees the page sees the words too");
  await page.keyboard.press("End");
  const last = await words();
  assert.notEqual(last, first);
  await page.keyboard.press("ArrowRight");
  assert.equal(await words(), last, "there is nothing behind the last one");
  await page.keyboard.press("ArrowLeft");
  assert.notEqual(await words(), last);
  await page.keyboard.press("Home");
  assert.equal(await words(), first);
  const at = await row();
  await page.keyboard.press("ArrowDown");
  assert.ok((await row()) > at);
  await page.keyboard.press("ArrowUp");
  assert.equal(await row(), at);
  assert.deepEqual(await violationsOf(page), []);
  // A meeting is opened, and one goes on from its mark.
  while (!/ · /.test(await words())) await page.keyboard.press("ArrowRight");
  const meeting = await words();
  await page.keyboard.press("Enter");
  assert.match(await hash(page), /sel=meeting\//);
  assert.ok(await page.locator("#panel").isVisible());
  assert.equal(await words(), meeting, "the focus stays on the mark");
});

onPage("what articles say otherwise and what people added is told as that", "#sel=person/hostile", {}, async (page) => {
  assert.match(await text(page, "#panel"), /Told otherwise: in <b>Elsewhere<\/b> \(sources: 1\)/);
  await page.evaluate(() => interparl.store.set({ view: "briefing" }));
  assert.match(await text(page, ".sheet"), /Told otherwise: in <b>Elsewhere<\/b>/);
  await page.evaluate(() => interparl.select("person/cyrillic"));
  assert.match(await text(page, ".sheet .sources"), /added by a person: https:\/\/house\.example\/chairs/);
  await page.evaluate(() => interparl.store.set({ view: "network" }));
  assert.match(await text(page, "#panel"), /added by a person: https:\/\/house\.example\/chairs/);
});

onPage("when an office was held is told as interparl offices tells it, in the panel, the timeline and the briefing", "#sel=person/cyrillic", {}, async (page) => {
  const words = "seen 1 Jan 2029 to 5 Mar 2029, not before 1 Dec 2028, not after 9 Sep 2029";
  for (const part of ["#panel", ".sheet"]) {
    assert.ok((await text(page, part)).includes(words), part);
    assert.match(await text(page, part), /from the table chairs\.csv:12/);
    await page.evaluate(() => interparl.store.set({ view: "briefing" }));
  }
  assert.match(await text(page, ".sheet footer"), /The graph was made of \d+ sources of /);
  await page.evaluate(() => interparl.store.set({ view: "timeline" }));
  const bars = await page.locator(".timeline .row.selected rect").evaluateAll((all) => all.map((bar) => bar.textContent));
  assert.deepEqual(bars, [`Chair of House of Alvania, ${words}`]);
});

onPage("a briefing tells of somebody what the graph has, and each line has the sources that say it", "#sel=person/p3", {}, async (page) => {
  await page.locator("#panel").getByRole("button", { name: "Briefing" }).click();
  assert.match(await hash(page), /view=briefing/);
  assert.ok(await page.locator("#panel").isHidden());
  const told = await page.evaluate(() => {
    const urls = [...document.querySelectorAll(".sheet .sources li")].map((li) => li.querySelector("a")?.href);
    return [...document.querySelectorAll(".sheet section:not(.sources)")].flatMap((section) => [...section.querySelectorAll("li")].map((li) => ({
      heading: section.querySelector("h3").textContent, words: li.textContent, urls: JSON.parse(li.querySelector(".refs").textContent).map((n) => urls[n - 1]).sort(),
    })));
  });
  const graph = madeGraph();
  const urlsOf = (evidence) => [...new Set(evidence.map((e) => e.document))].sort();
  const meetings = graph.graph.meetings.filter((m) => m.sides.flat().includes("person/p3"));
  const expected = meetings.map((m) => [m.place, urlsOf([...m.evidence, ...m.outcomes.flatMap((o) => o.evidence)])]);
  const found = told.filter((line) => line.heading.startsWith("Meetings"));
  assert.ok(meetings.length > 1);
  assert.deepEqual(found.map((l) => l.urls).sort(), expected.map(([, urls]) => urls).sort());
  for (const [place] of expected) assert.ok(found.some((l) => l.words.includes(place)), place);
  const edges = (kind) => graph.edges.filter((e) => e.kind === kind && e.source === "person/p3").length;
  assert.equal(told.filter((line) => line.heading.startsWith("Offices")).length, edges("role"));
  assert.equal(told.filter((line) => line.heading.startsWith("Visits")).length, edges("visited"));
  assert.equal(await page.locator(".sheet blockquote").count(), 0);
  await page.getByLabel("With the articles' words").check();
  assert.equal(await page.locator(".sheet blockquote").count(), told.length);
  // A stretch of time leaves out what is told of another, and says that it does.
  const month = meetings.map((m) => m.date?.slice(0, 7)).find(Boolean);
  await page.evaluate((m) => { location.hash = `#view=briefing&sel=person/p3&from=${m}&till=${m}`; }, month);
  await page.waitForFunction(() => document.querySelector(".sheet header").textContent.includes("Only what is told of"));
  const dates = await page.locator(".sheet section", { hasText: "Meetings" }).first().locator("li").count();
  assert.equal(dates, meetings.filter((m) => m.date?.startsWith(month)).length);
  // One goes on to others by links, which can be copied as well.
  await page.locator(".sheet ul a").first().click();
  assert.doesNotMatch(await hash(page), /sel=person\/p3/);
  await page.evaluate(() => { location.hash = "#view=briefing"; });
  await page.getByText("Select a person, a body or a state").waitFor();
});

onPage("on paper there is the briefing and nothing else, in black on white", "#view=briefing&sel=person/p3", { colorScheme: "dark" }, async (page) => {
  await page.emulateMedia({ media: "print" });
  for (const part of [".top", ".views", "#filters", ".timestrip", ".briefing .bar"]) assert.ok(await page.locator(part).isHidden(), part);
  const [sheet, whole, ink, paper] = await page.evaluate(() => {
    const sheet = document.querySelector(".sheet");
    return [sheet.scrollHeight, document.documentElement.scrollHeight, getComputedStyle(sheet).color, getComputedStyle(document.body).backgroundColor];
  });
  assert.ok(sheet > 200 && whole >= sheet, `${sheet} of ${whole}: nothing is cut off`);
  assert.deepEqual([ink, paper], ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
  const pdf = await page.pdf({ format: "A4" });
  assert.equal(pdf.toString("latin1").match(/\/Type \/Page\b(?!s)/g).length, 1);
});

onPage("what is seen is saved as SVG, PNG and JSON", "#states=XB,XC", {}, async (page) => {
  const save = async (name) => {
    await page.locator(".menu summary").click();
    const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
    return readFileSync(await saved.path());
  };
  const svg = (await save("Picture, SVG")).toString();
  assert.match(svg, /^<svg xmlns/);
  const sound = await page.evaluate((text) => new DOMParser().parseFromString(text, "image/svg+xml").querySelector("parsererror") === null, svg);
  assert.ok(sound, "the SVG is well formed");
  assert.equal((await save("Picture, PNG")).subarray(1, 4).toString(), "PNG");
  const graph = JSON.parse((await save("Graph, JSON")).toString());
  const ids = new Set(graph.nodes.map((n) => n.id));
  assert.ok(graph.edges.every((e) => ids.has(e.source) && ids.has(e.target)));
  assert.ok(graph.nodes.every((n) => !n.state || ["XB", "XC"].includes(n.state)));
});

onPage("hostile names and texts are shown as text and never run", "#sel=person/hostile", {}, async (page) => {
  assert.equal(await text(page, "#panel h2"), "</script><img src=x onerror=globalThis.hurt=1>");
  const quote = await text(page, "#panel blockquote");
  assert.match(quote, /<img src=x onerror="globalThis\.hurt = 1">/);
  assert.doesNotMatch(quote, /[\u202a-\u202e]/u);
  assert.equal(await page.locator("#panel img").count(), 0);
  assert.equal(await page.locator("#panel figcaption a").count(), 0, "javascript: is no link");
  await page.evaluate(() => { location.hash = "#view=briefing&sel=person/hostile"; });
  await page.getByLabel("With the articles' words").check();
  assert.equal(await page.locator(".sheet h2").innerText(), "</script><img src=x onerror=globalThis.hurt=1>");
  assert.equal(await page.locator(".sheet img").count(), 0);
  assert.equal(await page.locator(".sheet .sources a[href^='javascript']").count(), 0);
  await page.evaluate(() => { location.hash = "#view=briefing&sel=person/long"; });
  const [sheet, room] = await page.evaluate(() => [document.querySelector(".briefing").scrollWidth, document.querySelector(".briefing").clientWidth]);
  assert.ok(sheet <= room, "nor the briefing");
  await page.evaluate(() => { location.hash = "#sel=person/hostile"; });
  await page.evaluate(() => interparl.select("person/long"));
  const [width, inner] = await page.evaluate(() => [document.getElementById("panel").scrollWidth, document.getElementById("panel").clientWidth]);
  assert.ok(width <= inner, "a huge name does not push the panel wider");
  assert.ok((await text(page, "#panel h2")).length <= 2001);
  const svg = await page.evaluate(() => interparl.part("network").svg().text);
  assert.doesNotMatch(svg, /<img|<script/);
  for (const bad of ["#sel=<img src=x>&view=nonsense&from=99&sort=constructor", "#states=__proto__&offices=constructor&to=toString", "#%E0%A4%A"]) {
    await page.evaluate((to) => { location.hash = to; }, bad);
    await page.waitForTimeout(50);
    assert.ok(await page.locator("main").isVisible());
  }
});

for (const [look, options] of Object.entries({ light: { colorScheme: "light" }, dark: { colorScheme: "dark" }, narrow: { viewport: { width: 360, height: 740 } }, wide: { viewport: { width: 3840, height: 2160 } } })) {
  for (const at of ["#sel=person/p0&to=person/p9", "#view=timeline", "#view=matrix", "#view=meetings", "#view=bodies&sel=commission/c1", "#view=briefing&sel=person/p0", "#view=briefing&sel=state/XB"]) {
    onPage(`axe finds nothing and nothing sticks out: ${look} ${at}`, at, options, async (page) => {
      assert.deepEqual(await violationsOf(page), []);
      const [wide, inner] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(wide <= inner, `${wide} of ${inner}`);
    });
  }
}

test("an empty graph and a graph without dates open as well", { skip }, async () => {
  for (const graph of [{ graph: { schema: 1 }, nodes: [], edges: [] }, { graph: { schema: 1 }, nodes: [{ id: "person/a", kind: "legislator", name: "A" }], edges: [] }]) {
    const { page, context, faults } = await open(browser, pageOf(graph));
    for (const view of ["timeline", "matrix", "meetings", "bodies", "briefing", "network"]) await page.locator(`#tab-${view}`).click();
    assert.deepEqual(faults, []);
    await context.close();
  }
});
