// Pictures of every view in light, dark and on a phone, for docs/explorer.md; all people in them are invented.
//
//   INTERPARL=target/release/interparl node web/shots.mjs FOLDER

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launch, missing, open, pageOf } from "./test/browser.mjs";
import { madeGraph } from "./test/made.mjs";

if (missing) throw new Error(missing);
const folder = process.argv[2];
mkdirSync(folder, { recursive: true });
const url = pageOf(madeGraph({ states: 9, people: 110, meetings: 150, hostile: false }));
const browser = await launch();
const person = "person/p0";
const shots = {
  network: "", person: `#sel=${person}`, connection: `#sel=${person}&to=person/p40`, timeline: "#view=timeline", matrix: "#view=matrix", meetings: "#view=meetings", bodies: "#view=bodies&sel=commission/c1", time: "#from=2029-03&till=2029-09",
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
await browser.close();
