// Going through the pairs that may be one, in the page.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { clean, launch, missing, open, openDialog, reopened } from "./browser.mjs";
import { ARTICLES, HOSTILE, servedArchive } from "./served-archive.mjs";

const skip = missing || false;
let browser = null;

before(async () => { if (!skip) browser = await launch(); });
after(async () => { await browser?.close(); });

const review = (page) => openDialog(page, "Unsure pairs");
const SAME_NAMES = [
  ...ARTICLES,
  { id: "news/oulu", title: HOSTILE, date: "2031-07-12", text: `A. Lehtoranta, a member of the Eduskunta, met with D. Ozolkalne, a member of the Saeima, in Oulu on 10 July 2031. ${HOSTILE}` },
];

test("pairs are judged one by one by keyboard, with the words that speak of them, and undone", { skip }, async () => {
  const served = await servedArchive(SAME_NAMES);
  try {
    const { page, context, faults } = await open(browser, served.url);
    const people = await page.evaluate(() => globalThis.interparl.model.nodes.filter((n) => n.person).length);
    const box = await review(page);
    const head = box.locator("h3");
    await head.waitFor();
    // Who hears the page is at the pair, and hears it.
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "H3");
    const first = await head.innerText();
    assert.equal(await page.locator("#announcer").innerText(), first);
    assert.ok((await box.locator("blockquote").count()) >= 2);
    assert.match(await box.locator(".clues").innerText(), /is like/);
    await clean(page);
    await page.keyboard.press("l");
    await page.waitForFunction((was) => document.querySelector("dialog h3")?.innerText !== was, first);
    const second = await head.innerText();
    await box.getByLabel("Your name").fill("A desk");
    // Letters that are typed into a field judge nothing.
    await box.getByLabel("Why").fill("same and different");
    assert.equal(served.kept().length, 0);
    await head.focus();
    await page.keyboard.press("s");
    await page.waitForFunction((was) => document.querySelector("dialog h3")?.innerText !== was, second);
    assert.deepEqual(served.kept().map((line) => [line.judgement, line.by, line.note]), [["same", "A desk", "same and different"]]);
    assert.equal(await box.getByLabel("Why").inputValue(), "");
    await box.getByRole("button", { name: "Undo the last one" }).click();
    await page.waitForFunction((was) => document.querySelector("dialog h3")?.innerText === was, second);
    assert.equal(served.kept().length, 2);
    await page.keyboard.press("s");
    await page.waitForFunction((was) => document.querySelector("dialog h3")?.innerText !== was, second);
    // To the end, and once more through what was left for later.
    while ((await head.count()) > 0) {
      const was = await head.innerText();
      await page.keyboard.press("d");
      await page.waitForFunction((w) => document.querySelector("dialog h3")?.innerText !== w, was);
    }
    await box.getByRole("button", { name: /Go through the 1 left/ }).click();
    await page.waitForFunction((was) => document.querySelector("dialog h3")?.innerText === was, first);
    await page.keyboard.press("d");
    await box.getByText("These were all.").waitFor();
    await clean(page);
    assert.equal(await page.locator("dialog img").count(), 0);
    assert.equal(await page.evaluate(() => globalThis.hurt), undefined);
    await reopened(page, () => page.keyboard.press("Escape"));
    await page.getByText(/pairs are judged|1 pair is judged/).waitFor();
    assert.equal(await page.evaluate(() => globalThis.interparl.model.nodes.filter((n) => n.person).length), people - 1);
    const again = await review(page);
    await again.getByText("No pair is unsure, or all are judged.").waitFor();
    assert.deepEqual(faults, []);
    await context.close();
  } finally {
    served.end();
  }
});

test("on a narrow page a pair fits, in both themes", { skip }, async () => {
  const served = await servedArchive(SAME_NAMES);
  try {
    for (const colorScheme of ["light", "dark"]) {
      const { page, context, faults } = await open(browser, served.url, { viewport: { width: 360, height: 640 }, colorScheme });
      const box = await review(page);
      await box.locator("h3").waitFor();
      await clean(page);
      const wide = await page.evaluate(() => [document.documentElement.scrollWidth, document.querySelector("dialog").scrollWidth - document.querySelector("dialog").clientWidth]);
      assert.ok(wide[0] <= 360 && wide[1] <= 0, String(wide));
      assert.deepEqual(faults, []);
      await context.close();
    }
  } finally {
    served.end();
  }
});

test("what the server cannot do is told, and the pair stays", { skip }, async () => {
  const served = await servedArchive(SAME_NAMES);
  try {
    const { page, context } = await open(browser, served.url);
    const box = await review(page);
    await box.locator("h3").waitFor();
    served.child.kill("SIGKILL");
    await new Promise((ended) => served.child.once("exit", ended));
    await box.getByRole("button", { name: "They are one" }).click();
    await box.getByRole("alert").filter({ hasText: "The server does not answer" }).waitFor();
    assert.equal(await box.locator("h3").count(), 1);
    await context.close();
  } finally {
    served.end();
  }
});

test("all pairs are asked, also behind more that were put off than the server tells at once", { skip }, async () => {
  const served = await servedArchive(SAME_NAMES);
  try {
    const { page, context, faults } = await open(browser, served.url);
    // As though there were two hundred times as many.
    await page.route("**/unsure?count=200&*", (route) => route.continue({ url: route.request().url().replace("count=200", "count=1") }));
    const box = await review(page);
    const head = box.locator("h3");
    await head.waitFor();
    const total = Number(/^(\d+) pairs/.exec(await box.innerText().then((text) => text.split("\n").find((line) => line.includes("may be one"))))[1]);
    assert.ok(total > 2, String(total));
    const asked = [];
    while ((await head.count()) > 0) {
      asked.push(await head.innerText());
      await page.keyboard.press("l");
      await page.waitForFunction((was) => document.querySelector("dialog h3")?.innerText !== was, asked.at(-1));
    }
    assert.equal(new Set(asked).size, total);
    await box.getByRole("button", { name: `Go through the ${total} left` }).click();
    await page.waitForFunction((was) => document.querySelector("dialog h3")?.innerText === was, asked[0]);
    // The first is judged; the others are put off again, and none is asked twice.
    await page.keyboard.press("d");
    await page.waitForFunction((was) => document.querySelector("dialog h3")?.innerText !== was, asked[0]);
    const again = [];
    while ((await head.count()) > 0) {
      again.push(await head.innerText());
      await page.keyboard.press("l");
      await page.waitForFunction((was) => document.querySelector("dialog h3")?.innerText !== was, again.at(-1));
    }
    assert.deepEqual(again, asked.slice(1));
    assert.deepEqual(faults, []);
    await context.close();
  } finally {
    served.end();
  }
});
