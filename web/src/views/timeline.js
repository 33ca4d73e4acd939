// Offices as bars and meetings as dots, one row a person.

import { csv } from "../csv.js";
import { monthName, months } from "../dates.js";
import { h, name, replace, s } from "../dom.js";
import { groupColour, palette } from "../palette.js";
import { t, title } from "../messages.js";
import { escapeXml, svgFile } from "../network/svg.js";
import { meetingKind, spellWords, whenWhere } from "../panel/parts.js";
import { cut } from "../text.js";
import { walk } from "./marks.js";

const ROWS = 60;
const HEIGHT = 34;
/** Room for the names in a picture. */
const BESIDE = 220;

/** The view: of what is selected, else of those of whom most is known. */
export function timelineView(app) {
  const element = h("section", { class: "timeline", "aria-label": t("view.timeline"), tabindex: "0", role: "region" });
  const marks = walk(element);
  const update = (changed) => {
    if (changed.length && changed.every((key) => key === "other")) return;
    const people = rowsOf(app);
    const span = spanOf(app, people);
    if (!people.length || !span) return void replace(element, h("p", { class: "empty" }, t("noTimeline")));
    const width = Math.max(170, element.clientWidth - (innerWidth <= 760 ? 156 : 210));
    const was = marks.place();
    replace(element, h("p", { class: "quiet caption" }, t("timelineCaption")),
      h("div", { class: "rows", role: "group", "aria-label": t("timelineMarks") }, axis(span, width, palette(app.theme())), people.map((person) => row(app, person, span, width))),
      marks.hint);
    marks.again(was);
  };
  let last = 0;
  new ResizeObserver(() => {
    if (Math.abs(element.clientWidth - last) < 2) return;
    last = element.clientWidth;
    update([]);
  }).observe(element);
  return { element, update, svg: () => picture(app, element), table: () => ({ name: "timeline", text: timelineCsv(rowsOf(app)) }) };
}

// The rows as they are seen, each with its name beside it.
function picture(app, element) {
  const colours = palette(app.theme());
  const rows = [...element.querySelectorAll(".row")];
  const write = new XMLSerializer();
  // What serves those who use the page is no part of the picture.
  const drawn = (mark) => {
    const copy = mark.cloneNode(true);
    for (const name of ["role", "tabindex", "class", "aria-label", "data-key", "data-x"]) copy.removeAttribute(name);
    return write.serializeToString(copy);
  };
  const width = Math.max(170, ...rows.map((row) => Number(row.querySelector("svg").getAttribute("width"))));
  const lines = rows.map((row, k) => {
    const who = [...row.querySelector(".who").children].map((part) => part.textContent).join(" ");
    const marks = [...row.querySelector("svg").children].map(drawn).join("");
    return `<text x="14" y="${16 + k * HEIGHT + HEIGHT / 2 + 5}" fill="${colours.ink}">${escapeXml(cut(who, 26))}</text><g transform="translate(${BESIDE} ${16 + k * HEIGHT})">${marks}</g>`;
  });
  return svgFile("timeline", BESIDE + width + 24, 32 + rows.length * HEIGHT, colours, t("view.timeline"), lines);
}

// What the bars and dots stand for, a line each.
function timelineCsv(people) {
  const offices = (person) => person.edges.filter((e) => e.kind === "role" && e.a === person).flatMap((e) => (e.raw.spells ?? []).map((s) => [person.id, person.name, person.state, "office", e.raw.role, e.b.name, s.first_seen ?? s.last_seen, s.last_seen ?? s.first_seen]));
  const meetings = (person) => person.meetings.filter((m) => m.date).map((m) => [person.id, person.name, person.state, "meeting", m.kind, m.people.filter((p) => p !== person).map((p) => p.name).join("; "), m.date, m.date]);
  return csv([["id", "name", "state", "what", "kind", "with", "from", "to"], ...people.flatMap((person) => [...offices(person), ...meetings(person)])]);
}

const dated = (person) => person.meetings.some((m) => m.span) || person.edges.some((e) => e.a === person && e.kind === "role" && e.span);

function rowsOf(app) {
  const shown = app.shown();
  const node = app.model.byId.get(app.store.get().selected);
  const meeting = app.model.meetingById.get(app.store.get().selected);
  let people = app.model.nodes.filter((n) => n.person && shown.nodes[n.i]);
  if (meeting) people = meeting.people;
  else if (node?.person) people = [node, ...new Set(node.meetings.flatMap((m) => m.people).filter((p) => p !== node))];
  else if (node?.kind === "state") people = people.filter((p) => p.state === node.code);
  else if (node) people = [...new Set([...node.edges.map((e) => (e.a === node ? e.b : e.a)), ...node.meetings.flatMap((m) => m.people)])].filter((p) => p.person);
  const first = node?.person ? node : null;
  people = people.filter(dated).sort((a, b) => (b === first) - (a === first) || b.weight - a.weight || a.i - b.i);
  return people.slice(0, ROWS);
}

function spanOf(app, people) {
  const { from, till } = app.store.get();
  let [first, last] = [Infinity, -Infinity];
  for (const person of people) {
    const spans = [...person.meetings.map((m) => m.span), ...person.edges.filter((e) => e.a === person && e.kind === "role").flatMap((e) => e.span ?? [])].filter(Boolean);
    for (const span of spans) [first, last] = [Math.min(first, span[0]), Math.max(last, span[1])];
  }
  if (first > last) return null;
  [first, last] = [Math.max(first, from ?? first), Math.min(last, till ?? last)];
  return last < first ? null : [first - 0.5, last + 1.5];
}

function axis(span, width, colours) {
  const years = (span[1] - span[0]) / 12;
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600].find((m) => ((span[1] - span[0]) / m) * 78 <= width) ?? 1200;
  const marks = [];
  for (let month = Math.ceil(span[0] / step) * step; month < span[1]; month += step) marks.push(month);
  const x = (month) => ((month - span[0]) / (span[1] - span[0])) * width;
  return h("div", { class: "row axis", "aria-hidden": "true" }, h("span", { class: "who" }), s("svg", { width, height: 22, viewBox: `0 0 ${width} 22` },
    marks.filter((m) => x(m) < width - 30).map((month) => s("text", { x: x(month), y: 15, fill: colours.quiet, "font-size": 12 }, step >= 12 && years > 2 ? String(month / 12) : monthName(month)))));
}

function row(app, person, span, width) {
  const x = (month) => Math.max(0, Math.min(width, ((month - span[0]) / (span[1] - span[0])) * width));
  const colour = groupColour(palette(app.theme()), person.group);
  const marks = [];
  const mark = (tag, at, key, words, id, props) => marks.push(s(tag, {
    ...props, class: "hit", role: "button", tabindex: -1, "aria-label": words, "data-key": `${person.id} ${key}`, "data-x": at, onclick: () => app.select(id),
  }, s("title", {}, words)));
  for (const edge of person.edges) {
    if (edge.kind !== "role" || edge.a !== person) continue;
    (edge.span ?? []).forEach((stretch, k) => {
      if (stretch[1] < span[0] || stretch[0] > span[1]) return;
      const [from, till] = [x(stretch[0]), x(stretch[1] + 1)];
      const words = `${title(`office.${edge.raw.role}`)} ${t("of")} ${edge.b.name}, ${spellWords(edge.raw.spells)}`;
      mark("rect", from, `${edge.i} ${k}`, words, person.id, { x: from, y: HEIGHT / 2 - 6, width: Math.max(8, till - from), height: 12, rx: 3, fill: colour, "fill-opacity": 0.28, stroke: colour });
    });
  }
  for (const meeting of person.meetings) {
    if (!meeting.span || meeting.span[1] < span[0] || meeting.span[0] > span[1]) continue;
    const day = Number(/^\d{4}-\d\d-(\d\d)/.exec(meeting.date)?.[1] ?? 15) / 31;
    const exact = months(meeting.date)[0] + (meeting.span[0] === meeting.span[1] ? day : 6);
    const words = `${meetingKind(meeting)} · ${whenWhere(meeting)} · ${meeting.people.map((p) => p.name).slice(0, 6).join(", ")}`;
    mark("circle", x(exact), meeting.id, words, meeting.id, { cx: x(exact), cy: HEIGHT / 2, r: 5, fill: meeting.planned ? "none" : colour, stroke: colour, "stroke-width": 2 });
  }
  const selected = app.store.get().selected === person.id;
  return h("div", { class: selected ? "row selected" : "row" }, h("button", { type: "button", class: "link who", "data-key": person.id, onclick: () => app.select(person.id) }, name(person.name), person.state ? h("span", { class: "quiet" }, person.state) : null),
    s("svg", { width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, role: "group", "aria-label": person.name }, s("line", { x1: 0, x2: width, y1: HEIGHT / 2, y2: HEIGHT / 2, class: "base", stroke: palette(app.theme()).quiet, "stroke-dasharray": "1 5" }), marks));
}
