// What can be tested of the page without a browser.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { dateName, monthOf, months, spellMonths } from "../src/dates.js";
import { known, t } from "../src/messages.js";
import { escapeXml } from "../src/network/svg.js";
import { palette } from "../src/palette.js";
import { webAddress } from "../src/panel/evidence.js";
import { spellWords } from "../src/panel/parts.js";
import { fromHash, toHash } from "../src/store.js";
import { clean, cleanLines } from "../src/text.js";
import { csvCell } from "../src/csv.js";

function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (a, b) => {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

test("what is drawn stands out from the page as WCAG AA asks", () => {
  for (const theme of ["light", "dark"]) {
    const colours = palette(theme);
    // The names of states are written in the colours of their groups.
    for (const colour of [colours.ink, colours.quiet, colours.none, ...colours.groups]) assert.ok(contrast(colour, colours.page) >= 4.5, `${theme} ${colour} ${contrast(colour, colours.page)}`);
    for (const kind of ["met", "attended", "visited", "role", "links"]) assert.ok(contrast(colours.lines[kind], colours.page) >= 3, `${theme} ${kind} ${contrast(colours.lines[kind], colours.page)}`);
  }
});

test("the address gives back the state that it was made of", () => {
  const state = { ...fromHash(""), view: "meetings", selected: "person/a&b=c#d", other: "state/XA", hidden: ["official"], unseen: ["role"], states: ["XA", "XB"], offices: ["speaker"], from: 24350, till: 24361, words: "a b,c", sort: "people" };
  assert.deepEqual(fromHash(toHash(state)), state);
  assert.equal(toHash(fromHash("")), "");
  assert.deepEqual(fromHash("#view=x&hide=a,official&lines=__proto__&from=2029-3&sort=constructor"), { ...fromHash(""), hidden: ["official"] });
});

test("dates of which a part is known", () => {
  assert.deepEqual(months("2031"), [24372, 24383]);
  assert.deepEqual(months("2031-03-04"), [24374, 24374]);
  assert.equal(months(null), null);
  assert.deepEqual(["2031-03", "2031-13", "2031-00", "2031", "", null].map(monthOf), [24374, null, null, null, null, null]);
  assert.deepEqual(["2031-03-04", "2031-03", "2031", null].map(dateName), ["4 Mar 2031", "Mar 2031", "2031", ""]);
  assert.deepEqual(spellMonths({ not_before: null, first_seen: "2031-03-04", last_seen: "2031-05-01", not_after: null }), [24374, 24376]);
  assert.deepEqual(spellMonths({ not_before: null, first_seen: null, last_seen: "2031-05-01", not_after: null }), [24376, 24376]);
});

// As `interparl offices` says it: the last day before on which the office had not begun is no beginning.
test("bounds of a term are told as bounds and are no time in which the office was held", () => {
  const spell = (not_before, first_seen, last_seen, not_after) => ({ not_before, first_seen, last_seen, not_after });
  const later = spell("2031-01-10", "2031-03-04", "2031-05-01", null);
  const earlier = spell(null, "2029-02-01", "2029-02-01", "2029-11-30");
  assert.equal(spellWords([later]), "seen 4 Mar 2031 to 1 May 2031, not before 10 Jan 2031");
  assert.equal(spellWords([earlier, later]), "seen 1 Feb 2029, not after 30 Nov 2029; again seen 4 Mar 2031 to 1 May 2031, not before 10 Jan 2031");
  assert.equal(spellWords([spell("2031-01-10", null, null, "2031-05-01")]), "not before 10 Jan 2031, not after 1 May 2031");
  assert.equal(spellWords([spell(null, null, "2031-05-01", null)]), "seen 1 May 2031");
  assert.equal(spellWords([spell(null, null, null, null)]), "");
  assert.equal(spellWords(undefined), "");
  assert.deepEqual([later, earlier].map(spellMonths), [[24374, 24376], [24349, 24349]]);
  assert.equal(spellMonths(spell("2031-01-10", null, null, "2031-05-01")), null);
});

test("nothing that articles say leaves its place in a file", () => {
  assert.equal(csvCell('=cmd|"x"'), `"'=cmd|""x"""`);
  assert.equal(csvCell("a,b\nc"), '"a,b\nc"');
  assert.equal(escapeXml("<a href='\u0000\uFFFE'>&"), "&lt;a href=&apos;&apos;&gt;&amp;");
  assert.equal(clean("a\u202Eb\u0007\u2066c\n d"), "abc d");
  assert.equal(clean("a\u061Cb\u00ADc\u0085d\u000Be\u200Df"), "abc d e\u200Df");
  assert.equal(clean("e\u0301"), "\u00e9");
  assert.equal(cleanLines("a\u061Cb\u0085 c\n \n\nd"), "ab c\n\nd");
  assert.equal([...clean("x".repeat(9999))].length, 2001);
});

test("only addresses of the web are links", () => {
  assert.equal(webAddress("https://news.example/a"), "https://news.example/a");
  for (const bad of ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "sha256:00", "", "//x"]) assert.equal(webAddress(bad), null, bad);
});

test("a message says what it is given, and a word that no table has is said as it is", () => {
  assert.equal(t("found", { n: 3 }), "3 found");
  assert.equal(t("office.keeper_of_seals"), "keeper of seals");
  assert.equal(t("found", { n: "{n} $&" }), "{n} $& found");
  assert.deepEqual([1, 2, 1234].map((n) => t("nMeetings", { n })), ["1 meeting", "2 meetings", "1,234 meetings"]);
});

test("every word of the ontology is in the table, so that another language can have it", () => {
  const schema = JSON.parse(readFileSync(new URL("../../schema/graph.schema.json", import.meta.url), "utf8"));
  const sorts = { node_kind: "one", office: "office", body_form: "form", life_event: "life", meeting_kind: "meeting", outcome_kind: "outcome" };
  for (const [name, key] of Object.entries(sorts)) {
    const words = schema.$defs[name].enum;
    assert.ok(words.length > 1, name);
    for (const word of words) assert.ok(known(`${key}.${word}`), `${key}.${word}`);
  }
});

test("every message that the page asks for by name is in the table", () => {
  const source = new URL("../src", import.meta.url).pathname;
  const files = readdirSync(source, { recursive: true }).filter((name) => name.endsWith(".js"));
  const missing = [];
  for (const file of files) {
    const text = readFileSync(join(source, file), "utf8");
    const asked = [...text.matchAll(/\bt\("([^"]+)"/g)].flatMap((found) => found.slice(1));
    missing.push(...asked.filter((key) => !known(key)).map((key) => `${file}: ${key}`));
  }
  assert.ok(files.length > 20);
  assert.deepEqual(missing, []);
});
