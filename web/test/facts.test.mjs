// Adding what no article tells, in the page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { clean, launch, missing, open, openDialog, reopened } from "./browser.mjs";
import { EVENTS, KINDS, OFFICES } from "../src/edit/fact.js";
import { ARTICLES, HOSTILE, servedArchive } from "./served-archive.mjs";

const skip = missing || false;
let browser = null;

before(async () => { if (!skip) browser = await launch(); });
after(async () => { await browser?.close(); });

const openFact = (page) => openDialog(page, "Add a fact");

test("the words that one can choose are those of the server", () => {
  const { components } = JSON.parse(readFileSync(new URL("../../src/explorer/serve/openapi.json", import.meta.url), "utf8"));
  const sorts = Object.assign({}, ...components.schemas.Fact.properties.fact.oneOf.map((sort) => sort.properties));
  assert.deepEqual(sorts.role.properties.office.enum, OFFICES);
  assert.deepEqual(sorts.life.properties.event.enum, EVENTS);
  assert.deepEqual(sorts.met.properties.kind.enum, KINDS);
});

test("an office of somebody new is added by keyboard alone, told as added, and undone", { skip }, async () => {
  const served = await servedArchive(ARTICLES.slice(0, 3));
  try {
    const { page, context, faults } = await open(browser, served.url);
    const box = await openFact(page);
    await clean(page);
    // What is missing is told, and nothing is lost.
    await box.getByLabel("Source").fill("A letter of the press office");
    await box.getByRole("button", { name: "Keep" }).press("Enter");
    await box.getByText("Somebody is missing").waitFor();
    await box.getByRole("combobox", { name: "Person" }).focus();
    await page.keyboard.type("Ilze Liepa");
    await page.getByRole("option", { name: /Ilze Liepa/ }).waitFor();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.getByLabel("The state of Ilze Liepa").fill("Latvia");
    await box.getByRole("combobox", { name: "Of which body or state" }).focus();
    await page.keyboard.type("Saeima");
    await page.keyboard.press("Enter");
    await box.getByRole("combobox", { name: "Office", exact: true }).selectOption("deputy_speaker");
    await box.getByLabel("On which day").fill("2031-07-02");
    await box.getByLabel("Your name").fill("A desk");
    await clean(page);
    await reopened(page, () => box.getByRole("button", { name: "Keep" }).press("Enter"));
    await page.getByText("The fact is kept.").waitFor();
    const [line] = served.kept();
    assert.deepEqual([line.judgement, line.source, line.by, line.claim.office, line.claim.person.name, line.claim.person.state, line.claim.date], ["fact", "A letter of the press office", "A desk", "deputy_speaker", "Ilze Liepa", "LV", "2031-07-02"]);
    await page.evaluate(() => globalThis.interparl.select(globalThis.interparl.model.nodes.find((n) => n.name === "Ilze Liepa").id));
    await page.locator("#panel").getByText("added by a person").first().waitFor();
    await page.locator("#panel").getByRole("button", { name: "Undo", exact: true }).click();
    await reopened(page, () => page.getByRole("dialog").getByRole("button", { name: "Undo", exact: true }).click());
    assert.equal(await page.evaluate(() => globalThis.interparl.model.nodes.some((n) => n.name === "Ilze Liepa")), false);
    assert.deepEqual(faults, []);
    await context.close();
  } finally {
    served.end();
  }
});

test("every sort of fact is added, and what means harm is only text", { skip }, async () => {
  const served = await servedArchive(ARTICLES.slice(0, 3));
  try {
    const { page, context, faults } = await open(browser, served.url.replace("#", "#sel=person/jaan-tammsalu&"), { colorScheme: "dark" });
    const choose = async (box, field, typed) => {
      await box.getByRole("combobox", { name: field }).fill(typed);
      await page.keyboard.press("Enter");
    };
    const keep = async (sort, act) => {
      const box = await openFact(page);
      await box.getByLabel("What is added").selectOption(sort);
      await act(box);
      await box.getByLabel("Source").fill(HOSTILE);
      await reopened(page, () => box.getByRole("button", { name: "Keep" }).click());
    };
    // Who is selected is in the field already.
    await keep("met", async (box) => { await choose(box, "People of side 2", "Daiga"); await choose(box, "People of side 2", "Aino"); await box.getByLabel("Date").fill("2031-08"); await box.getByLabel("Place").fill("Tartu"); });
    await keep("attended", async (box) => { await choose(box, "Body", "Saeima"); await box.getByLabel("Kind").selectOption("conference"); });
    await keep("visited", async (box) => { await choose(box, "State", "Latvia"); await box.getByLabel("It is still to come").check(); });
    await page.evaluate(() => globalThis.interparl.select("lv/saeima"));
    await keep("life", async (box) => { await box.getByLabel("What happened").selectOption("renamed"); await box.getByLabel("Date").fill("2031"); });
    await keep("links", async (box) => { await choose(box, "Ties", "Estonia"); });
    assert.deepEqual(served.kept().map((line) => line.claim.predicate), ["meeting", "meeting", "visited", "life", "links"]);
    assert.deepEqual(served.kept()[0].claim.sides.map((side) => side.length).sort(), [1, 2]);
    const box = await openFact(page);
    await box.getByLabel("What is added").selectOption("life");
    await box.getByLabel("Date").fill("July");
    await box.getByLabel("Source").fill("x");
    await box.getByRole("button", { name: "Keep" }).click();
    await box.getByText("A date is written as").waitFor();
    assert.equal(await page.locator("img").count(), 0);
    assert.equal(await page.evaluate(() => globalThis.hurt), undefined);
    assert.deepEqual(faults, []);
    await context.close();
  } finally {
    served.end();
  }
});

test("on a narrow page the fact fits", { skip }, async () => {
  const served = await servedArchive(ARTICLES.slice(0, 3));
  try {
    for (const colorScheme of ["light", "dark"]) {
      const { page, context, faults } = await open(browser, served.url.replace("#", "#sel=person/jaan-tammsalu&"), { viewport: { width: 360, height: 640 }, colorScheme });
      const box = await openFact(page);
      for (const sort of ["role", "met", "attended", "visited", "part_of", "links", "life"]) {
        await box.getByLabel("What is added").selectOption(sort);
        await clean(page);
        const wide = await page.evaluate(() => [document.documentElement.scrollWidth, document.querySelector("dialog").scrollWidth - document.querySelector("dialog").clientWidth]);
        assert.ok(wide[0] <= 360 && wide[1] <= 0, `${sort} ${wide}`);
      }
      assert.deepEqual(faults, []);
      await context.close();
    }
  } finally {
    served.end();
  }
});
