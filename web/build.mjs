// Makes src/explorer/page/explorer.{js,css} of web/src: one module and one style sheet, the same bytes for the same sources.
//
//   node web/build.mjs            writes them
//   node web/build.mjs --check    says whether the committed ones are those of the sources
//
// The first line of each names the hash of all sources, so that tests can tell without Node whether they are fresh.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, "src");
const target = join(here, "..", "src", "explorer", "page");

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]));
}

// The hash of the names and contents of all sources, in the order of their names.
function sourcesHash() {
  const hash = createHash("sha256");
  const names = files(source).map((file) => relative(source, file).replaceAll("\\", "/")).sort();
  for (const name of names) hash.update(`${name}\n`).update(readFileSync(join(source, name))).update("\n");
  return hash.digest("hex");
}

const banner = `/* interparl explorer; made by web/build.mjs of web/src, ${sourcesHash()} */`;
const build = (entry) => buildSync({
  entryPoints: [join(source, entry)], bundle: true, minify: true, write: false, charset: "utf8", legalComments: "none",
  format: "esm", target: ["chrome111", "firefox113", "safari16.4"], banner: { js: banner, css: banner },
}).outputFiles[0].text;

const made = { "explorer.js": build("main.js"), "explorer.css": build("explorer.css") };
let stale = 0;
for (const [name, text] of Object.entries(made)) {
  if (/<\/(script|style)/i.test(text)) throw new Error(`${name} would end its element in the page`);
  const file = join(target, name);
  if (!process.argv.includes("--check")) writeFileSync(file, text);
  else if (readFileSync(file, "utf8") !== text) {
    console.error(`${relative(process.cwd(), file)} is not what web/src gives: run node web/build.mjs`);
    stale = 1;
  }
}
process.exitCode = stale;
