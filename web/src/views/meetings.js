// The list of meetings: sortable, filterable, and as CSV.

import { csv } from "../csv.js";
import { dateName } from "../dates.js";
import { h, replace } from "../dom.js";
import { t, title } from "../messages.js";
import { link, links, meetingKind } from "../panel/parts.js";
import { download } from "../download.js";

const AT_ONCE = 150;
const COLUMNS = ["date", "kind", "people", "body", "place", "outcomes"];
const VALUE = {
  date: (m) => m.date ?? "", kind: (m) => m.kind, people: (m) => m.people.map((p) => p.name).join(", "), body: (m) => m.body?.name ?? "", place: (m) => m.place,
  outcomes: (m) => String(m.outcomes.length),
};

/** The view of the list. */
export function meetingsView(app) {
  const words = h("input", { type: "search", id: "meeting-words", placeholder: t("filterMeetings"), "aria-label": t("filterMeetings"), dir: "auto", oninput: () => app.store.set({ words: words.value.slice(0, 200) }) });
  const number = h("p", { class: "quiet", role: "status" });
  const table = h("div", { class: "table", tabindex: "0", role: "region", "aria-label": t("meetings") });
  const save = h("button", { type: "button", class: "button", onclick: () => download("meetings.csv", "text/csv;charset=utf-8", meetingsCsv(rows(app), app)) }, t("csv"));
  const element = h("section", { class: "list" }, h("div", { class: "bar" }, words, number, save), table);
  let most = AT_ONCE;
  const update = (changed) => {
    if (changed.some((key) => key !== "selected" && key !== "other")) most = AT_ONCE;
    const state = app.store.get();
    if (words.value !== state.words) words.value = state.words;
    const all = rows(app);
    number.textContent = t("nMeetings", { n: all.length });
    if (!all.length) return replace(table, h("p", { class: "empty" }, t("noMeetings")));
    const body = h("tbody", {}, all.slice(0, most).map((meeting) => row(app, meeting, meeting.id === state.selected)));
    const rest = Math.min(AT_ONCE, all.length - most);
    return replace(table, h("table", {}, h("thead", {}, h("tr", {}, COLUMNS.map((column) => header(app, state, column)))), body),
      rest > 0 ? h("button", { type: "button", class: "more", onclick: () => { most += AT_ONCE; update([]); } }, t("showMore", { n: rest })) : null);
  };
  return { element, update, table: () => ({ name: "meetings", text: meetingsCsv(rows(app), app) }) };
}

function header(app, state, column) {
  const [by, down] = [state.sort.replace("-", ""), state.sort.startsWith("-")];
  const sorted = by === column ? (down ? "descending" : "ascending") : "none";
  const sort = () => app.store.set({ sort: by === column && !down ? `-${column}` : column });
  return h("th", { scope: "col", "aria-sort": sorted, class: `col-${column}` }, h("button", { type: "button", onclick: sort }, t(column), h("span", { class: "arrow", "aria-hidden": "true" }, sorted === "none" ? "" : down ? "▾" : "▴")));
}

function row(app, meeting, selected) {
  const sides = meeting.sides.length ? meeting.sides : [meeting.people];
  const cell = (column, ...content) => h("td", { "data-label": t(column), class: `col-${column}` }, content);
  return h("tr", { class: selected ? "selected" : null },
    cell("date", h("button", { type: "button", class: "link", onclick: () => app.select(meeting.id) }, dateName(meeting.date) || t("dateUnknown"))),
    cell("kind", meetingKind(meeting)),
    cell("people", sides.flatMap((side, k) => [k ? " – " : "", links(app, side.slice(0, 5)), side.length > 5 ? ` ${t("more", { n: side.length - 5 })}` : ""])),
    cell("body", meeting.body ? link(app, meeting.body) : ""), cell("place", h("bdi", {}, meeting.place)),
    cell("outcomes", meeting.outcomes.map((o) => h("span", { class: "tag" }, title(`outcome.${o.kind}`)))));
}

/** The meetings that pass the filters and the words, in order. */
export function rows(app) {
  const { words, sort } = app.store.get();
  const wanted = app.model.fold(words).split(" ").filter(Boolean);
  const text = (m) => app.model.fold([m.date ?? "", t(`meeting.${m.kind}`), VALUE.people(m), VALUE.body(m), m.place, ...m.states.map(app.model.stateName), ...m.outcomes.map((o) => t(`outcome.${o.kind}`))].join(" "));
  const found = app.shown().meetings.filter((m) => !wanted.length || wanted.every((word) => text(m).includes(word)));
  const by = VALUE[sort.replace("-", "")];
  const turn = sort.startsWith("-") ? -1 : 1;
  // What has nothing in the column comes last, whichever way it is sorted.
  return found.sort((a, b) => (by(a) === "") - (by(b) === "") || turn * by(a).localeCompare(by(b)) || a.id.localeCompare(b.id));
}

/** Meetings as CSV (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe. */
export function meetingsCsv(meetings, app) {
  const head = ["id", "date", "kind", "status", "people", "states", "body", "session", "place", "outcomes", "confidence", "articles"];
  const line = (m) => [m.id, m.date ?? "", m.kind, m.raw.status, m.people.map((p) => p.name).join("; "), m.states.join("; "), m.body?.name ?? "", m.session ?? "", m.place,
    m.outcomes.map((o) => o.kind).join("; "), m.raw.confidence, [...new Set(m.evidence.map((e) => app.model.documents.get(e.document)?.url ?? e.document).filter(Boolean))].join(" ")];
  return csv([head, ...meetings.map(line)]);
}
