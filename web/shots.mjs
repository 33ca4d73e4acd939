// Pictures of every view in light, dark and on a phone, for docs/explorer.md; all people in them are invented. Only those that the
// page names are made.
//
//   INTERPARL=$PWD/target/release/interparl node web/shots.mjs docs/explorer

import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch, missing, open, pageOf } from "./test/browser.mjs";
import { ARTICLES, servedArchive } from "./test/served-archive.mjs";
import { madeGraph } from "./test/made.mjs";

if (missing) throw new Error(missing);
const folder = process.argv[2];
mkdirSync(folder, { recursive: true });
const url = pageOf(madeGraph({ states: 9, people: 110, meetings: 150, hostile: false }));
const browser = await launch();
const person = "person/p0";
const shots = {
  network: "", person: `#sel=${person}`, connection: `#sel=${person}&to=person/p40`, timeline: "#view=timeline", matrix: "#view=matrix", meetings: "#view=meetings", bodies: "#view=bodies", briefing: `#view=briefing&sel=${person}`,
};
for (const [look, options] of Object.entries({
  light: { colorScheme: "light" }, dark: { colorScheme: "dark" }, phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
})) {
  for (const [name, hash] of Object.entries(shots)) {
    const { page, context, faults } = await open(browser, url + hash, options);
    await page.waitForTimeout(150);
    await page.screenshot({ path: join(folder, `${name}-${look}.png`) });
    if (faults.length) console.error(name, look, faults);
    await context.close();
  }
}

{
  const large = pageOf(madeGraph({ states: 25, people: 4900, meetings: 6800, hostile: false }));
  const { page, context } = await open(browser, large, { colorScheme: "light" });
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(folder, "large-light.png") });
  await context.close();
}

// The words in their article need a server with an archive.
const archive = mkdtempSync(join(tmpdir(), "interparl-shots-"));
writeFileSync(join(archive, "talks.txt"), `2031-03-04

It rained in the morning, and the flags on the square hung heavy.

Speaker of the Saeima Daiga Ozola met with Speaker of the Riigikogu Jaan Tamm in Riga on Tuesday. The two spoke about ferries, and about what the committees of both houses could do together.

In the evening the guest visited the library.
`);
execFileSync(process.env.INTERPARL, ["add", join(archive, "a.db"), join(archive, "talks.txt")]);
const server = spawn(process.env.INTERPARL, ["serve", join(archive, "a.db"), "--port", "0"]);
const served = await new Promise((told) => { server.stdout.once("data", (data) => told(String(data).trim())); });
const { page, context } = await open(browser, `${served}#sel=person/daiga-ozola`, { colorScheme: "light" });
await page.locator("figure", { hasText: "met with" }).first().getByRole("button").first().click();
await page.waitForSelector("blockquote.open");
await page.screenshot({ path: join(folder, "article-light.png") });
await context.close();
server.kill();

// Correcting and adding need one that lets one do so.
const editor = await servedArchive(ARTICLES.slice(0, 3), ["--edit"], (made) => {
  execFileSync(process.env.INTERPARL, ["different", made, "Daiga Ozolkalne", "Aino Lehtoranta", "--by", "The desk", "--on", "2031-08-02"]);
  execFileSync(process.env.INTERPARL, ["wrong", made, "Jaan Tammsalu", "Finland", "--by", "The desk", "--note", "he fell ill", "--on", "2031-08-03"]);
});
const text = "Speaker of the Seimas Vytas Kalnietis met with Speaker of the Sejm Ewa Lipowska in Vilnius on 8 July 2031.\n\nThe delegation of the Sejm included Marek Jodlinski, a member of the Sejm. The two speakers signed an agreement on cooperation.";
for (const colorScheme of ["light", "dark"]) {
  const { page, context } = await open(browser, editor.url.replace("#", "#sel=person/jaan-tammsalu&"), { colorScheme });
  // Each in the theme in which the manual has it.
  const wanted = { light: ["correct", "add", "review"], dark: ["corrections", "add", "fact"] }[colorScheme];
  const shot = async (name) => { if (wanted.includes(name)) await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) }); };
  const edit = async (name) => {
    await page.locator("summary", { hasText: "Edit" }).click();
    await page.getByRole("button", { name, exact: true }).click();
  };
  await page.locator("#same-as").fill("J. Tamm");
  await page.keyboard.press("Enter");
  await page.getByLabel("Your name").fill("The desk");
  await page.getByLabel("Why").fill("One voice, one office");
  await shot("correct");
  await page.keyboard.press("Escape");
  await edit("Corrections");
  await page.locator(".history li").first().waitFor();
  await shot("corrections");
  await page.keyboard.press("Escape");
  await edit("Add an article");
  await page.getByLabel("Text of the article").fill(text);
  if (colorScheme === "dark") await shot("add");
  await page.getByRole("button", { name: "See what is read" }).click();
  await page.getByRole("region", { name: "What is read" }).waitFor();
  if (colorScheme === "light") await shot("add");
  await page.keyboard.press("Escape");
  await edit("Add a fact");
  await page.getByLabel("What is added").selectOption("met");
  await page.getByRole("combobox", { name: "People of side 2" }).fill("Ilze Liepa");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await page.getByLabel("The state of Ilze Liepa").fill("Latvia");
  await page.getByLabel("Place").fill("Tartu");
  await page.getByLabel("Source").fill("A letter of the press office, 4 August 2031");
  await shot("fact");
  await page.keyboard.press("Escape");
  await edit("Unsure pairs");
  await page.locator("dialog h3").waitFor();
  await shot("review");
  await context.close();
}
{
  const { page, context } = await open(browser, editor.url, { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
  await page.locator("summary", { hasText: "Edit" }).click();
  await page.getByRole("button", { name: "Unsure pairs", exact: true }).click();
  await page.locator("dialog h3").waitFor();
  await page.screenshot({ path: join(folder, "review-phone.png") });
  await context.close();
}
// Another program adds an article while somebody looks.
{
  const { page, context } = await open(browser, editor.url.replace("#", "#sel=person/jaan-tammsalu&"), { colorScheme: "light" });
  writeFileSync(join(editor.folder, "more.jsonl"), JSON.stringify({ id: "news/vilnius", date: "2031-07-09", text }));
  execFileSync(process.env.INTERPARL, ["add", editor.archive, join(editor.folder, "more.jsonl")]);
  await page.locator(".outdated").waitFor({ timeout: 60_000 });
  await page.screenshot({ path: join(folder, "outdated-light.png") });
  await context.close();
}
editor.end();
await browser.close();
