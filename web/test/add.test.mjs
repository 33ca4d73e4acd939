// Adding an article in the page: pasted or as a file, shown as it is read before it is kept.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { clean, launch, missing, open, openDialog, reopened } from "./browser.mjs";
import { HOSTILE, servedArchive } from "./served-archive.mjs";

const skip = missing || false;
const TEXT = "Speaker of the Seimas Vytas Kalnietis met with Speaker of the Sejm Ewa Lipowska in Vilnius on 8 July 2031. They spoke about ferries.";
let browser = null;

before(async () => { if (!skip) browser = await launch(); });
after(async () => { await browser?.close(); });

const openAdd = (page) => openDialog(page, "Add an article");
const documents = (served) => execFileSync(process.env.INTERPARL, ["documents", served.archive, "--json"], { encoding: "utf8" }).match(/"versions":/g).length;
const hasNode = (page, name) => page.evaluate((wanted) => globalThis.interparl.model.nodes.some((n) => n.name === wanted), name);

test("a pasted text is shown as it is read, and kept only then", { skip }, async () => {
  const served = await servedArchive();
  try {
    const before = documents(served);
    const { page, context, faults } = await open(browser, served.url);
    const box = await openAdd(page);
    await clean(page);
    await box.getByRole("button", { name: "See what is read" }).press("Enter");
    await box.getByText("Paste a text or choose a file first.").waitFor();
    await box.getByLabel("Text of the article").fill(`${TEXT}\n\n${HOSTILE} \u202Eturned`);
    await box.getByLabel("Headline").fill(HOSTILE);
    await box.getByLabel("Date").fill("2031-07-09");
    await box.getByLabel("Address").fill("javascript:globalThis.hurt=1");
    await box.getByRole("button", { name: "See what is read" }).press("Enter");
    await box.getByText("An address begins with http:// or https://.").waitFor();
    await box.getByLabel("Address").fill("");
    await box.getByRole("button", { name: "See what is read" }).press("Enter");
    const shown = box.getByRole("region", { name: "What is read" });
    await shown.getByRole("heading", { name: /^People/ }).waitFor();
    await clean(page);
    const words = await shown.innerText();
    assert.match(words, /People 2/);
    assert.match(words, /Vytas Kalnietis · Legislator · Lithuania/);
    assert.match(words, /Talks · 8 Jul 2031, Vilnius/);
    assert.match(words, /Vytas Kalnietis · Speaker · Seimas/);
    const marks = await shown.locator(".read-text mark").allInnerTexts();
    assert.ok(marks.includes("Vytas Kalnietis") && marks.includes("Ewa Lipowska") && marks.includes("Seimas"), marks.join());
    assert.match(await shown.locator(".read-text").innerText(), /<img src=x onerror=globalThis\.hurt=1> turned$/);
    assert.equal(await box.locator("img, script, a[href^='javascript']").count(), 0);
    // Nothing is kept yet, and one may go back.
    assert.equal(documents(served), before);
    assert.equal(await hasNode(page, "Vytas Kalnietis"), false);
    await box.getByRole("button", { name: "Change" }).press("Enter");
    await box.getByRole("button", { name: "See what is read" }).press("Enter");
    await reopened(page, () => box.getByRole("button", { name: "Keep it" }).press("Enter"));
    await page.getByText("The article is kept.").waitFor();
    assert.equal(documents(served), before + 1);
    assert.equal(await hasNode(page, "Vytas Kalnietis"), true);
    assert.equal(await page.evaluate(() => globalThis.hurt), undefined);
    // The same again is known.
    const again = await openAdd(page);
    await again.getByLabel("Text of the article").fill(`${TEXT}\n\n${HOSTILE} \u202Eturned`);
    await again.getByLabel("Headline").fill(HOSTILE);
    await again.getByLabel("Date").fill("2031-07-09");
    await again.getByRole("button", { name: "See what is read" }).press("Enter");
    await again.getByText("The archive has this article already.").waitFor();
    await reopened(page, () => again.getByRole("button", { name: "Keep it" }).press("Enter"));
    await page.getByText("The archive had this already.").waitFor();
    assert.equal(documents(served), before + 1);
    assert.deepEqual(faults.filter((fault) => !fault.includes("400")), []);
    await context.close();
  } finally {
    served.end();
  }
});

test("a file is added as the command adds it, whatever its letters are", { skip }, async () => {
  const [served, other] = [await servedArchive(), await servedArchive()];
  try {
    const file = join(served.folder, "šalis.html");
    writeFileSync(file, Buffer.from(`<html><head><meta charset="iso-8859-13"><title>Talks</title></head><body><article><h1>Talks</h1><p>${TEXT.replace("Kalnietis", "K\u00e3lnietis")}</p></article></body></html>`, "latin1"));
    const { page, context, faults } = await open(browser, served.url);
    const box = await openAdd(page);
    await box.locator("input[type=file]").setInputFiles(file);
    await box.getByText("šalis.html is chosen.").waitFor();
    await box.getByRole("button", { name: "See what is read" }).click();
    await box.getByRole("heading", { name: /^People/ }).waitFor();
    await reopened(page, () => box.getByRole("button", { name: "Keep it" }).click());
    execFileSync(process.env.INTERPARL, ["add", other.archive, file]);
    const graph = (from) => execFileSync(process.env.INTERPARL, ["export", from.archive], { encoding: "utf8" });
    assert.equal(graph(served), graph(other));
    assert.deepEqual(faults, []);
    await context.close();
  } finally {
    served.end();
    other.end();
  }
});

test("a dropped file is taken, and what is no article is told", { skip }, async () => {
  const served = await servedArchive();
  try {
    const { page, context } = await open(browser, served.url, { viewport: { width: 360, height: 640 } });
    const box = await openAdd(page);
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])], "picture.png"));
      document.querySelector("dialog").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await box.getByText("picture.png is chosen.").waitFor();
    const wide = await page.evaluate(() => [document.documentElement.scrollWidth, document.querySelector("dialog").scrollWidth - document.querySelector("dialog").clientWidth]);
    assert.ok(wide[0] <= 360 && wide[1] <= 0, String(wide));
    await box.getByRole("button", { name: "See what is read" }).click();
    await box.getByRole("alert").filter({ hasText: "could not be done" }).waitFor();
    await clean(page);
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    await context.close();
  } finally {
    served.end();
  }
});
