// The browser and the program that the tests need, or why they are not here.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const CHROMIUMS = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const path = CHROMIUMS.find((candidate) => candidate && existsSync(candidate));

/** Why nothing can be tested here; nothing where it can. */
export const missing = !path ? "no Chromium is installed (set CHROMIUM to where it is)" : !process.env.INTERPARL ? "INTERPARL does not name the program" : "";

if (missing && process.env.INTERPARL_NO_SKIP === "1") throw new Error(`${missing}, and INTERPARL_NO_SKIP=1 lets nothing be skipped`);

export const launch = () => chromium.launch({ executablePath: path, args: ["--no-sandbox"] });

/** Writes a graph as a page by the program, and gives the address of the file. */
export function pageOf(graph, name = "page") {
  const folder = mkdtempSync(join(tmpdir(), "interparl-page-"));
  const [json, html] = [join(folder, "graph.json"), join(folder, `${name}.html`)];
  writeFileSync(json, JSON.stringify(graph));
  execFileSync(process.env.INTERPARL, ["page", json, "-o", html]);
  return pathToFileURL(html).href;
}

/** Opens an address; what goes wrong in the page, and what it asks of the network, is collected in `faults`. */
export async function open(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`); });
  page.on("request", (request) => { if (!/^(file|blob|data):/.test(request.url()) && !request.url().startsWith(new URL(url).origin)) faults.push(`asked for ${request.url()}`); });
  await page.goto(url);
  page.setDefaultTimeout(8000);
  await page.waitForSelector("html[data-ready]", { state: "attached" }).catch((error) => { throw new Error(`${faults.join("; ")} ${error.message}`); });
  return { page, context, faults };
}

/** Does something on a page of its own, and holds that nothing went wrong in it. */
export async function onPageOf(browser, url, options, act) {
  const { page, context, faults } = await open(browser, url, options);
  try {
    await act(page, context);
    assert.equal(await page.evaluate(() => globalThis.hurt), undefined, "a text of an article was run");
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

/** What axe finds wrong in a page, a line for each rule with the first places. */
export async function violationsOf(page) {
  const { violations } = await page.evaluate(`${axe}; axe.run(document, { resultTypes: ["violations"] })`);
  return violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | ")}`);
}

/** Does what shows the graph anew, and waits until it is there. */
export async function reopened(page, act) {
  await page.evaluate(() => { globalThis.before = globalThis.interparl; });
  await act();
  await page.waitForFunction(() => globalThis.interparl && globalThis.interparl !== globalThis.before && document.documentElement.dataset.ready !== undefined);
}

/// Opens a dialog of the menu "Edit" by keyboard, and waits until it is there.
export async function openDialog(page, name) {
  await page.locator("summary", { hasText: "Edit" }).press("Enter");
  await page.getByRole("button", { name, exact: true }).press("Enter");
  const box = page.getByRole("dialog", { name });
  await box.waitFor();
  return box;
}

/// Checks that axe finds nothing on the page.
export const clean = async (page) => assert.deepEqual(await violationsOf(page), []);
