// Correcting in the page: same, different, wrong, undo and the history, by keyboard as well.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, test } from "node:test";
import { clean, launch, missing, open, reopened } from "./browser.mjs";
import { HOSTILE, servedArchive } from "./served-archive.mjs";

const skip = missing || false;
let browser = null;

before(async () => { if (!skip) browser = await launch(); });
after(async () => { await browser?.close(); });

const names = (page) => page.evaluate(() => globalThis.interparl.model.nodes.filter((n) => n.person).map((n) => n.name).sort());
/** Opens the list of corrections by keyboard. */
async function corrections(page) {
  await page.locator("summary", { hasText: "Edit" }).press("Enter");
  await page.getByRole("button", { name: "Corrections", exact: true }).press("Enter");
}
const withToken = (served, hash) => served.url.replace("#", `#${hash}&`);

test("two are made one, by keyboard alone, and undone", { skip }, async () => {
  const served = await servedArchive();
  try {
    const { page, context, faults } = await open(browser, served.url);
    // The token is in no link that somebody may copy.
    assert.equal(await page.evaluate(() => location.href.includes("token")), false);
    const first = await names(page);
    assert.ok(first.includes("J. Tammsalu") && first.includes("Jaan Tammsalu"));
    await page.locator("#search").fill("Jaan Tammsalu");
    await page.keyboard.press("Enter");
    await page.locator("#same-as").focus();
    await page.keyboard.type("J. Tamm");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Who is who" }).waitFor();
    await clean(page);
    await page.getByLabel("Your name").fill("A desk");
    await page.getByLabel("Why").fill("One voice");
    await reopened(page, async () => {
      await page.getByRole("button", { name: "Keep" }).focus();
      await page.keyboard.press("Enter");
    });
    assert.deepEqual(await names(page), first.filter((name) => name !== "J. Tammsalu"));
    assert.equal(await page.locator("#panel h2").innerText(), "Jaan Tammsalu");
    await page.getByText("Kept: Jaan Tammsalu – J. Tammsalu.").waitFor();
    assert.ok(await page.evaluate(() => document.activeElement.classList.contains("notice")));
    const [line] = served.kept();
    assert.deepEqual([line.judgement, line.by, line.note], ["same", "A desk", "One voice"]);
    assert.match(line.on, /^\d{4}-\d\d-\d\d$/);
    await clean(page);
    await reopened(page, () => page.locator(".notice").getByRole("button", { name: "Undo" }).press("Enter"));
    assert.deepEqual(await names(page), first);
    assert.equal(served.kept().length, 2);
    // The list has both, and brings back what was undone.
    await corrections(page);
    const entries = page.locator(".history li");
    await entries.first().waitFor();
    assert.deepEqual(await page.locator(".history .says").allInnerTexts(), ["Undone: J. Tammsalu and Jaan Tammsalu are one", "J. Tammsalu and Jaan Tammsalu are one"]);
    assert.match(await entries.nth(1).innerText(), /undone · by A desk/);
    await clean(page);
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Edit");
    await corrections(page);
    await reopened(page, () => page.getByRole("button", { name: /^Bring back: / }).press("Enter"));
    assert.ok(!(await names(page)).includes("J. Tammsalu"));
    assert.deepEqual(faults, []);
    await context.close();
  } finally {
    served.end();
  }
});

test("one is made two again, and two are said to be two", { skip }, async () => {
  const served = await servedArchive();
  try {
    const { page, context, faults } = await open(browser, withToken(served, "sel=person/daiga-ozolkalne"));
    const first = await names(page);
    await page.getByRole("button", { name: "These are not one" }).click();
    const box = page.getByRole("dialog", { name: "These are not one" });
    await clean(page);
    // The same article twice is no answer, and is told.
    await box.locator("select").nth(1).selectOption("0");
    await box.getByRole("button", { name: "Keep" }).click();
    await box.getByText("Choose two different articles.").waitFor();
    await box.locator("select").nth(1).selectOption("1");
    await reopened(page, () => box.getByRole("button", { name: "Keep" }).click());
    assert.equal((await names(page)).filter((name) => name === "Daiga Ozolkalne").length, first.filter((name) => name === "Daiga Ozolkalne").length + 1);
    await page.evaluate(() => globalThis.interparl.select(globalThis.interparl.model.nodes.find((n) => n.name === "Jaan Tammsalu").id));
    await page.locator("#same-as").fill("Ozolkalne");
    await page.keyboard.press("Enter");
    await page.getByLabel("They are two").check();
    await reopened(page, () => page.getByRole("button", { name: "Keep" }).click());
    assert.deepEqual(served.kept().map((line) => line.judgement), ["different", "different"]);
    // The contrary of what counts is not kept, and the page says what to do.
    await page.locator("#same-as").fill("Ozolkalne");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Keep" }).click();
    await page.getByText(/A correction that counts says the contrary/).waitFor();
    assert.equal(served.kept().length, 2);
    assert.deepEqual(faults.filter((fault) => !fault.includes("409")), []);
    await context.close();
  } finally {
    served.end();
  }
});

test("what an article says is wrong no longer counts, and nothing of an article is run", { skip }, async () => {
  const served = await servedArchive();
  try {
    const { page, context, faults } = await open(browser, withToken(served, "sel=person/aino-lehtoranta"));
    const meetings = () => page.evaluate(() => globalThis.interparl.model.meetings.map((m) => m.date).sort());
    const before = await meetings();
    assert.ok(before.includes("2031-07-04"), before.join());
    await page.locator("#panel section", { has: page.getByRole("heading", { name: /^Meetings/ }) }).locator("figure", { hasText: "Daiga Ozolkalne met with" }).first().getByRole("button", { name: "This is wrong" }).click();
    const box = page.getByRole("dialog", { name: "This is wrong" });
    await box.waitFor();
    await clean(page);
    await box.getByLabel("Why").fill(HOSTILE);
    await reopened(page, () => box.getByRole("button", { name: "It is wrong" }).click());
    assert.ok(!(await meetings()).includes("2031-07-04"));
    await corrections(page);
    await page.locator(".history li").first().waitFor();
    assert.match(await page.locator(".history li").first().innerText(), /<img src=x onerror=globalThis\.hurt=1>/);
    assert.equal(await page.locator(".dialog img").count(), 0);
    assert.equal(await page.evaluate(() => globalThis.hurt), undefined);
    await reopened(page, () => page.getByRole("button", { name: /^Undo: / }).click());
    assert.deepEqual(await meetings(), before);
    assert.deepEqual(faults, []);
    await context.close();
  } finally {
    served.end();
  }
});

test("what goes wrong is told, and nothing is lost of what one wrote", { skip }, async () => {
  const served = await servedArchive(undefined, ["--edit", "--wait", "0"]);
  try {
    const { page, context } = await open(browser, withToken(served, "sel=person/jaan-tammsalu"));
    await page.locator("#same-as").fill("J. Tamm");
    await page.keyboard.press("Enter");
    await page.getByLabel("Why").fill("One voice");
    served.child.kill("SIGKILL");
    await new Promise((ended) => served.child.once("exit", ended));
    await page.getByRole("button", { name: "Keep" }).click();
    await page.getByRole("alert").filter({ hasText: "The server does not answer" }).waitFor();
    assert.equal(await page.getByLabel("Why").inputValue(), "One voice");
    await clean(page);
    await context.close();
  } finally {
    served.end();
  }
});

test("another token is told, and without one there is nothing to correct with", { skip }, async () => {
  const served = await servedArchive();
  try {
    const wrong = await open(browser, served.url.replace(/token=.*/, `token=${"0".repeat(64)}&sel=person/jaan-tammsalu`));
    await wrong.page.locator("#same-as").fill("J. Tamm");
    await wrong.page.keyboard.press("Enter");
    await wrong.page.getByRole("button", { name: "Keep" }).click();
    await wrong.page.getByText("The token does not fit").waitFor();
    await wrong.context.close();
    const reader = await open(browser, served.url.replace(/token=.*/, "sel=person/jaan-tammsalu"));
    await nothingToCorrect(reader.page);
    await reader.context.close();
    assert.deepEqual(served.kept(), []);
  } finally {
    served.end();
  }
});

test("a server that does not let one correct shows no means to", { skip }, async () => {
  const served = await servedArchive(undefined, []);
  try {
    const { page, context } = await open(browser, `${served.url}#token=${"0".repeat(64)}&sel=person/jaan-tammsalu`);
    await nothingToCorrect(page);
    await context.close();
  } finally {
    served.end();
  }
});

async function nothingToCorrect(page) {
  assert.ok((await page.locator("#panel blockquote").count()) > 0);
  for (const words of ["This is wrong", "Corrections", "These are not one", "Add an article"]) assert.equal(await page.getByRole("button", { name: words, includeHidden: true }).count(), 0, words);
  assert.equal(await page.locator("summary", { hasText: "Edit" }).count(), 0);
  assert.equal(await page.locator("#same-as").count(), 0);
}

test("on a narrow page the dialogs and the list fit", { skip }, async () => {
  const served = await servedArchive();
  try {
    execFileSync(process.env.INTERPARL, ["same", served.archive, "Jaan Tammsalu", "J. Tammsalu", "--note", "n".repeat(300)]);
    const { page, context, faults } = await open(browser, withToken(served, "sel=person/jaan-tammsalu"), { viewport: { width: 360, height: 640 }, colorScheme: "dark" });
    await corrections(page);
    await page.locator(".history li").first().waitFor();
    const wide = await page.evaluate(() => [document.documentElement.scrollWidth, document.querySelector("dialog").scrollWidth - document.querySelector("dialog").clientWidth]);
    assert.ok(wide[0] <= 360 && wide[1] <= 0, String(wide));
    await clean(page);
    assert.deepEqual(faults, []);
    await context.close();
  } finally {
    served.end();
  }
});

test("nodes that were dragged away stay there when something is corrected, also one that is another by then", { skip }, async () => {
  const served = await servedArchive();
  try {
    const { page, context, faults } = await open(browser, served.url);
    // How far somebody is from the place that the program gave.
    const away = (name) => page.evaluate((wanted) => {
      const { nodes, places } = globalThis.interparl.model;
      const node = nodes.find((n) => n.name === wanted);
      return [node.x - places[node.i][0], node.y - places[node.i][1]].map(Math.round);
    }, name);
    const drag = async (name) => {
      const at = await page.evaluate((wanted) => globalThis.interparl.part("network").probe.at(globalThis.interparl.model.nodes.find((n) => n.name === wanted).id), name);
      const box = await page.locator("#network").boundingBox();
      await page.mouse.move(box.x + at[0], box.y + at[1]);
      await page.mouse.down();
      await page.mouse.move(box.x + at[0] + 60, box.y + at[1] + 30, { steps: 4 });
      await page.mouse.up();
    };
    await drag("Aino Lehtoranta");
    await drag("J. Tammsalu");
    const [aino, tamm] = [await away("Aino Lehtoranta"), await away("J. Tammsalu")];
    assert.ok(aino[0] > 10 && tamm[0] > 10, `${aino} ${tamm}`);
    await page.evaluate(() => globalThis.interparl.select("person/jaan-tammsalu"));
    await page.locator("#same-as").fill("J. Tamm");
    await page.keyboard.press("Enter");
    await reopened(page, () => page.getByRole("button", { name: "Keep" }).click());
    assert.ok(!(await names(page)).includes("J. Tammsalu"));
    assert.deepEqual(await away("Aino Lehtoranta"), aino);
    await reopened(page, () => page.locator(".notice").getByRole("button", { name: "Undo" }).click());
    assert.deepEqual(await away("Aino Lehtoranta"), aino);
    assert.deepEqual(faults, []);
    await context.close();
  } finally {
    served.end();
  }
});
