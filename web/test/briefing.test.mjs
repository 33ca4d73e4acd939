// What a briefing tells, and of which sources, without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { briefingOf } from "../src/briefing.js";
import { modelOf } from "../src/model.js";
import { t } from "../src/messages.js";
import { tableWords } from "../src/panel/evidence.js";

const ALWAYS = { from: null, till: null };
const row = (n) => ({ type: "table", table: "speakers.csv", row: `speakers.csv:${n}` });
const words = (document) => ({ document, start: 0, end: 3, quote: "words", rule: "r" });
const document = (id, date, sha256 = id) => ({ id, title: null, date, url: null, publisher: null, lang: null, sha256, same_text: [] });

// The model of a graph, with as much of what is beside it as a briefing needs.
function model({ nodes, edges = [], meetings = [], documents = [] }) {
  const graph = { graph: { documents, meetings }, nodes: nodes.map((n) => ({ aliases: [], ...n })), edges };
  const view = { letters: [], left_out: [], places: nodes.map(() => [0, 0]), group_of: nodes.map(() => 0), passing: nodes.map(() => 0), costs: edges.map(() => 1), states: meetings.map(() => []), pairs: meetings.map(() => []), groups: [], version: "" };
  return modelOf({ view, graph });
}

const PEOPLE = [{ id: "person/aru", kind: "legislator", name: "Aru Bekova", state: "XA" }, { id: "person/milo", kind: "legislator", name: "Milo Drast", state: "XB" }];
const BODIES = [{ id: "xa/house", kind: "chamber", name: "House", state: "XA" }, { id: "xb/house", kind: "chamber", name: "Diet", state: "XB" }, { id: "commission/c", kind: "commission", name: "Water Commission" }];
const held = (source, spell, evidence) => ({ source, target: "xa/house", key: "role:speaker", kind: "role", role: "speaker", title: "Speaker", spells: [{ not_before: null, first_seen: null, last_seen: null, not_after: null, ...spell }], confidence: 0.9, evidence });

function told(made, id, state = ALWAYS) {
  const briefing = briefingOf(made, made.byId.get(id), state);
  const flat = (piece) => (Array.isArray(piece) ? piece.map(flat).join("") : piece.name ?? piece);
  return { ...briefing, lines: briefing.sections.flatMap((s) => s.lines.map((line) => ({ ...line, words: line.parts.map(flat).join(" · ") }))) };
}

test("a stretch of time has those who were seen in office in it, not those who came later", () => {
  const made = model({
    nodes: [...PEOPLE, ...BODIES],
    // Each was last seen long before the other was first: the bounds are the days of the other.
    edges: [
      held("person/aru", { first_seen: "2031-01-10", last_seen: "2031-03-04", not_after: "2032-09-01" }, [words("a")]),
      held("person/milo", { not_before: "2031-03-04", first_seen: "2032-09-01", last_seen: "2032-12-24" }, [words("b")]),
    ],
  });
  const month = (year, n) => year * 12 + n - 1;
  const within = (from, till) => told(made, "xa/house", { from, till }).lines.map((line) => line.words);
  const [aru, milo] = ["Aru Bekova · seen 10 Jan 2031 to 4 Mar 2031, not after 1 Sep 2032", "Milo Drast · seen 1 Sep 2032 to 24 Dec 2032, not before 4 Mar 2031"];
  assert.deepEqual(within(month(2031, 2), month(2031, 4)), [aru]);
  assert.deepEqual(within(month(2031, 5), month(2032, 8)), []);
  assert.deepEqual(within(month(2032, 9), null), [milo]);
  assert.deepEqual(within(null, null), [milo, aru]);
});

test("a body has its names in time, in a stretch those which it bore in it, and the table that says so", () => {
  const names = [{ name: "Council", until: "2013-07-30" }, { name: "Senate", from: "2013-07-30", until: "2020" }, { name: "House", from: "2020" }];
  const made = model({ nodes: [{ ...BODIES[0], names }, { ...BODIES[1], names: [{ name: "Diet" }] }] });
  const lines = (id, from, till) => told(made, id, { from, till }).lines.map((line) => [line.lead, line.words]);
  const all = [["Council", "until 30 Jul 2013"], ["Senate", "30 Jul 2013 to 2020"], ["House", "since 2020"]];
  assert.deepEqual(lines("xa/house", null, null), all);
  assert.deepEqual(lines("xa/house", 2014 * 12, 2015 * 12), [all[1]]);
  assert.deepEqual(lines("xa/house", 2021 * 12, null), [all[2]]);
  const briefing = told(made, "xb/house", { from: 2021 * 12, till: null });
  assert.deepEqual(briefing.lines.map((line) => [line.lead, line.words]), [["Diet", ""]]);
  assert.deepEqual([briefing.undated, briefing.sources], [0, [{ type: "table", table: "body_names", row: undefined }]]);
});

test("in which capacities people came is told of each of them, and of whom the briefing is about", () => {
  const came = (person, capacity, body) => ({ person, capacity, body });
  const made = model({
    nodes: [...PEOPLE, ...BODIES],
    meetings: [{
      id: "meeting/m", kind: "bilateral", status: "held", date: "2031-03-04", place: null, body: null, session: null, sides: [["person/aru"], ["person/milo"]],
      participants: [came("person/aru", "speaker", "xa/house"), came("person/aru", "chair", "commission/c"), came("person/milo", "speaker", "xb/house"), came("person/milo", "co_chair", "commission/c")],
      outcomes: [], confidence: 0.9, evidence: [words("a")],
    }],
  });
  made.stateName = (code) => code;
  assert.equal(told(made, "person/aru").lines[0].words, "Talks · as speaker, House; as chair, Water Commission · Milo Drast (XB, as speaker, Diet; as co-chair, Water Commission)");
  assert.equal(told(made, "person/milo").lines[0].words, "Talks · as speaker, Diet; as co-chair, Water Commission · Aru Bekova (XA, as speaker, House; as chair, Water Commission)");
  // Of a body the capacity in it needs no name.
  assert.match(told(made, "commission/c").lines[0].words, /Aru Bekova \(XA, as speaker, House; as chair\), Milo Drast \(XB, as speaker, Diet; as co-chair\)/);
});

test("what a table says is cited by its row", () => {
  const made = model({
    nodes: [...PEOPLE, ...BODIES],
    edges: [held("person/aru", {}, [row(2), row(5)]), held("person/milo", {}, [row(3), row(2), words("a"), { type: "judgement", judgement: "j1", source: "by phone" }])],
  });
  const { lines, sources } = told(made, "xa/house");
  assert.deepEqual(lines.map((line) => line.sources), [[1, 2], [1, 3, 4, 5]]);
  assert.deepEqual(sources.slice(0, 3).map(tableWords), ["from the table speakers.csv:2", "from the table speakers.csv:5", "from the table speakers.csv:3"]);
  assert.deepEqual(sources.slice(3), [{ type: "words", document: "a" }, { type: "judgement", source: "by phone" }]);
  assert.equal(tableWords({ table: "chambers", row: "xa/house" }), "from the table chambers, row xa/house");
  assert.equal(tableWords({ table: "chambers" }), "from the table chambers");
});

test("a list that was imported is one source, whatever the days that it tells of, and is no article", () => {
  const list = [document("list.csv", null, "h"), document("list.csv#2031-03-04", "2031-03-04", "h#2031-03-04"), document("list.csv#2031-05-04", "2031-05-04", "h#2031-05-04")];
  const origin = (documents) => told(model({ nodes: PEOPLE, documents }), "person/aru").origin;
  assert.deepEqual(origin(list), { n: 1, from: "2031-03-04", till: "2031-05-04" });
  assert.deepEqual(origin([...list, document("https://news.example/#2031-01-01", "2031-01-01", "s"), document("https://news.example/", null)]), { n: 3, from: "2031-01-01", till: "2031-05-04" });
  for (const key of ["briefingFoot", "briefingGraph", "oneSource", "nSources"]) assert.doesNotMatch(t(key), /article|rule/i);
});
