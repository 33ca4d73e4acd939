// What a briefing tells of somebody or something: lines in sections, each with the numbers of its sources, and the sources.

import { calledMonths, dateName, months } from "./dates.js";
import { t, title } from "./messages.js";
import { clean } from "./text.js";
import { CALLED_IN, calledWords, differenceWords, latestFirst, meetingKind, spellWords, whenWhere } from "./panel/parts.js";

/** So many lines a section has at most: a briefing is to be read. */
const LONGEST = 60;
const OFTEN = 5;

/**
 * The briefing of a node, of the stretch of time of a state of the page where one is chosen: `{ sections, sources, undated, often, origin }`.
 * A section is `{ heading, lines, left }`; a line is `{ lead, parts, sources, quote, sure }`, and of its `parts` those that are nodes can be opened.
 */
export function briefingOf(model, node, { from, till }) {
  const cited = new Map();
  let undated = 0;
  const timed = from !== null || till !== null;
  const inTime = (spans) => {
    if (!timed) return true;
    if (!spans?.length) undated += 1;
    return (spans ?? []).some((span) => span[1] >= (from ?? -Infinity) && span[0] <= (till ?? Infinity));
  };
  const line = (lead, parts, evidence, confidence) => ({ lead, parts: parts.filter(Boolean), sources: numbers(cited, evidence), quote: clean(evidence.find((e) => e.quote)?.quote ?? ""), sure: confidence ?? 1 });
  const section = (heading, entries, make) => ({ heading, lines: entries.slice(0, LONGEST).map(make), left: Math.max(0, entries.length - LONGEST) });

  const edges = (kind, end) => node.edges.filter((e) => e.kind === kind && e[end] === node && (kind === "links" || kind === "part_of" || inTime(e.span)));
  const last = (edge) => edge.raw.spells?.at(-1)?.last_seen ?? "";
  const bySpell = (a, b) => last(b).localeCompare(last(a)) || a.i - b.i;
  const byDate = (a, b) => (b.raw.date ?? "").localeCompare(a.raw.date ?? "") || a.i - b.i;
  const held = (edge, other) => line(title(`office.${edge.raw.role}`), [other, titleOf(edge), spellWords(edge.raw.spells)], edge.evidence, edge.raw.confidence);
  const tie = (edge) => line(null, [edge.a === node ? edge.b : edge.a], edge.evidence, edge.raw.confidence);
  const meetings = meetingsOf(model, node).filter((m) => inTime(m.span && [m.span])).sort(latestFirst);
  const visits = [...edges("visited", "a"), ...edges("visited", "b")].sort(byDate);
  const sections = [
    section(t("offices_"), edges("role", "a").sort(bySpell), (edge) => held(edge, edge.b)),
    section(t("called"), node.called.filter((known) => inTime([calledMonths(known)])), (known) => line(known.name, [calledWords(known)], CALLED_IN)),
    section(t("life"), node.life.filter((life) => inTime(months(life.date) && [months(life.date)])), (life) => line(title(`life.${life.event}`), [dateName(life.date)], life.evidence ?? [])),
    section(t("meetings"), meetings, (meeting) => meetingLine(model, line, meeting, node)),
    section(t("visits"), visits, (edge) => line(dateName(edge.raw.date) || t("dateUnknown"), visitParts(edge, node), edge.evidence, edge.raw.confidence)),
    section(t("linked"), [...edges("links", "a"), ...edges("links", "b")], tie),
    section(t("members"), edges("role", "b").sort(bySpell), (edge) => held(edge, edge.a)),
    section(t("partOf"), edges("part_of", "a"), tie),
    section(t("has"), edges("part_of", "b"), tie),
  ].filter((s) => s.lines.length);
  return { sections, sources: [...cited.values()].map((c) => c.source), undated, often: often(node, meetings), origin: originOf(model) };
}

// Of how many sources the graph was made, and of which days. A list that is imported is one source; it is a document for each day that it tells of.
function originOf(model) {
  const documents = [...model.documents.values()];
  const dates = documents.map((d) => d.date).filter(Boolean).sort();
  const whole = ({ id, date, sha256 }) => (date && id.endsWith(`#${date}`) && String(sha256).endsWith(`#${date}`) ? id.slice(0, -date.length - 1) : id);
  return { n: new Set(documents.map(whole)).size, from: dates[0] ?? null, till: dates.at(-1) ?? null };
}

// Who was there, or for whom: people themselves, bodies whose session it was or of which somebody came, states that had a part.
function meetingsOf(model, node) {
  if (node.kind === "state") return model.meetings.filter((m) => m.states.includes(node.code));
  if (node.person) return [...node.meetings];
  return model.meetings.filter((m) => m.body === node || m.participants.some((p) => p.body === node));
}

function meetingLine(model, line, meeting, node) {
  const capacities = (person) => meeting.participants.filter((p) => p.person === person && p.body).map((p) => capacityWords(p, node)).join("; ");
  const others = meeting.people.filter((person) => person !== node);
  const home = (person) => (person.state && person.state !== node.state ? model.stateName(person.state) : null);
  const whose = (person) => [home(person), capacities(person)].filter(Boolean).join(", ");
  const people = others.slice(0, 12).flatMap((person, k) => [...(k ? [", "] : []), person, ...(whose(person) ? [` (${whose(person)})`] : [])]);
  const outcomes = meeting.outcomes.map((o) => title(`outcome.${o.kind}`)).join(", ");
  const evidence = [...meeting.evidence, ...meeting.outcomes.flatMap((o) => o.evidence ?? [])];
  const parts = [meetingKind(meeting), capacities(node), others.length ? [...people, others.length > 12 ? ` ${t("more", { n: others.length - 12 })}` : ""] : null, meeting.body !== node && meeting.body, outcomes, ...meeting.differences.map(differenceWords)];
  return line(whenWhere(meeting), parts, evidence, meeting.raw.confidence);
}

// In which office somebody came, and of what where that is not what the briefing is about.
function capacityWords({ office, body }, node) {
  return body === node ? t("capacityHere", { office: t(`office.${office}`) }) : t("capacity", { office: t(`office.${office}`), body: body.name });
}

// The title as it was written, where it says more than the office.
function titleOf(edge) {
  const written = clean(edge.raw.title);
  return written && written.toLowerCase() !== t(`office.${edge.raw.role}`).toLowerCase() ? `“${written}”` : null;
}

function visitParts(edge, node) {
  const verb = t(edge.raw.planned ? "visitedPlanned" : "visited");
  return [edge.a === node ? [`${verb} `, edge.b] : [edge.a, ` ${verb}`]];
}

// With whom somebody met most often, as the edges of the graph count it: a conference of many is no meeting of two.
function often(node, meetings) {
  const there = new Set(meetings.map((m) => m.id));
  const counts = new Map();
  for (const edge of node.edges) {
    if (edge.kind !== "met" || !there.has(edge.raw.meeting_id)) continue;
    const other = edge.a === node ? edge.b : edge.a;
    counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  return [...counts].filter(([, n]) => n > 1).sort((a, b) => b[1] - a[1] || a[0].i - b[0].i).slice(0, OFTEN);
}

// The numbers under which the sources of a line stand at the end, in rising order; what is cited first has the first number.
function numbers(cited, evidence) {
  const found = evidence.map((entry) => {
    const key = JSON.stringify(sourceOf(entry));
    if (!cited.has(key)) cited.set(key, { n: cited.size + 1, source: sourceOf(entry) });
    return cited.get(key).n;
  });
  return [...new Set(found)].sort((a, b) => a - b);
}

// Of what a proof is: an article, however many of its words; a row of a table; what a person says.
function sourceOf({ type, table, row, source, document }) {
  if (type === "table") return { type, table, row };
  return type === "judgement" ? { type, source: source ?? "" } : { type: "words", document };
}
