// A served archive that may be corrected, for tests.

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const HOSTILE = "</script><img src=x onerror=globalThis.hurt=1>";

/** Articles of invented people, of which two name one man otherwise; the last is one that means harm. */
export const ARTICLES = [
  { id: "news/riga", title: "Talks in Riga", date: "2031-06-14", text: "Speaker of the Riigikogu Jaan Tammsalu met with Speaker of the Saeima Daiga Ozolkalne in Riga on 12 June 2031." },
  { id: "news/helsinki", title: "Talks in Helsinki", date: "2031-06-20", text: "J. Tammsalu, a member of the Riigikogu, met with Finnish Speaker Aino Lehtoranta in Helsinki on 18 June 2031." },
  { id: "news/turku", date: "2031-07-03", text: "Speaker of the Riigikogu Jaan Tammsalu visited Finland on 1 July 2031. Speaker of the Eduskunta Aino Lehtoranta received him." },
  { id: "news/jelgava", title: HOSTILE, date: "2031-07-05", text: `Speaker of the Saeima Daiga Ozolkalne met with Speaker of the Eduskunta Aino Lehtoranta in Jelgava on 4 July 2031. ${HOSTILE} \u202Efoo` },
];

/** Makes an archive of articles and serves it; `url` has the token. `prepare` may do something with it before. */
export async function servedArchive(articles = ARTICLES, options = ["--edit"], prepare = () => {}) {
  const folder = mkdtempSync(join(tmpdir(), "interparl-edit-"));
  const [lines, archive] = [join(folder, "articles.jsonl"), join(folder, "a.db")];
  writeFileSync(lines, articles.map((article) => JSON.stringify(article)).join("\n"));
  execFileSync(process.env.INTERPARL, ["add", archive, lines]);
  prepare(archive);
  const child = spawn(process.env.INTERPARL, ["serve", archive, "--port", "0", ...options]);
  const url = await new Promise((told, failed) => {
    child.stdout.once("data", (data) => told(String(data).trim()));
    child.once("exit", () => failed(new Error("the server ended")));
  });
  return {
    url, archive, folder, child, end: () => child.kill(),
    kept: () => execFileSync(process.env.INTERPARL, ["judgements", "export", archive], { encoding: "utf8" }).split("\n").filter(Boolean).map((line) => JSON.parse(line)),
  };
}
