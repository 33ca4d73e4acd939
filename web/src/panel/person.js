// What is known of a person, body or state.

import { h, name } from "../dom.js";
import { dateName } from "../dates.js";
import { t, title } from "../messages.js";
import { absentButton, edgeClaim } from "../edit/correct.js";
import { evidence } from "./evidence.js";
import { CALLED_IN, calledWords, differenceWords, edgeWords, latestFirst, link, links, meetingKind, section, spellWords, whenWhere } from "./parts.js";

/** The sections of a node's panel. */
export function nodeSections(app, node) {
  const from = (kind) => node.edges.filter((e) => e.kind === kind && e.a === node);
  const to = (kind) => node.edges.filter((e) => e.kind === kind && e.b === node);
  const byDate = (a, b) => (b.raw.date ?? "").localeCompare(a.raw.date ?? "") || a.i - b.i;
  const bySpell = (a, b) => (lastSeen(b) ?? "").localeCompare(lastSeen(a) ?? "") || a.i - b.i;
  const others = (edges) => edges.map((edge) => () => [h("p", {}, edgeWords(app, edge, node, true)), proofs(app, edge)]);
  return [
    section(app, t("offices_"), from("role").sort(bySpell).map((edge) => () => [
      h("p", { class: "lead" }, title(`office.${edge.raw.role}`), ` ${t("of")} `, link(app, edge.b)),
      h("p", { class: "quiet" }, edge.raw.title && `“${edge.raw.title}”`, edge.raw.title && spellWords(edge.raw.spells) ? " · " : "", spellWords(edge.raw.spells)),
      proofs(app, edge),
    ])),
    section(app, t("called"), node.called.map((known) => () => [
      h("p", { class: "lead" }, name(known.name), calledWords(known) ? h("span", { class: "quiet" }, ` · ${calledWords(known)}`) : null),
      evidence(app, CALLED_IN),
    ])),
    section(app, t("life"), node.life.map((life) => () => [
      h("p", { class: "lead" }, title(`life.${life.event}`), life.date ? h("span", { class: "quiet" }, ` · ${dateName(life.date)}`) : null),
      evidence(app, life.evidence ?? [], [node]),
    ])),
    section(app, t("meetings"), [...node.meetings].sort(latestFirst).map((meeting) => () => meetingEntry(app, meeting, node))),
    section(app, t("visits"), [...from("visited"), ...to("visited")].sort(byDate).map((edge) => () => [h("p", {}, edgeWords(app, edge, node)), proofs(app, edge)])),
    section(app, t("linked"), others([...from("links"), ...to("links")])),
    section(app, t("members"), others(to("role").sort(bySpell))),
    section(app, t("partOf"), others(from("part_of"))),
    section(app, t("has"), others(to("part_of"))),
  ].filter(Boolean);
}

const lastSeen = (edge) => edge.raw.spells?.at(-1)?.last_seen ?? null;

function proofs(app, edge) {
  return evidence(app, edge.evidence, [edge.a, edge.b], edge.raw.confidence, edgeClaim(app, edge));
}

/** A meeting in the panel of somebody who was there. */
export function meetingEntry(app, meeting, from) {
  const others = meeting.people.filter((person) => person !== from);
  return [
    h("p", { class: "lead" }, h("button", { type: "button", class: "link", onclick: () => app.select(meeting.id) }, meetingKind(meeting)), h("span", { class: "quiet" }, ` · ${whenWhere(meeting)}`)),
    others.length ? h("p", {}, links(app, others.slice(0, 6)), others.length > 6 ? ` ${t("more", { n: others.length - 6 })}` : "") : null,
    meeting.body && meeting.body !== from ? h("p", {}, link(app, meeting.body)) : null,
    meeting.outcomes.length ? h("p", { class: "outcomes" }, meeting.outcomes.map((o) => h("span", { class: "tag" }, title(`outcome.${o.kind}`)))) : null,
    differences(meeting),
    evidence(app, meeting.evidence, meeting.people, meeting.raw.confidence, { meeting: meeting.id }),
  ];
}

function differences(meeting) {
  return meeting.differences.map((difference) => h("p", { class: "quiet" }, differenceWords(difference)));
}

/** The sections of a meeting's panel. */
export function meetingSections(app, meeting) {
  const capacity = (person) => {
    const held = meeting.participants.filter((p) => p.person === person && p.body).map((p) => t("capacity", { office: t(`office.${p.office}`), body: p.body.name }));
    return held.length ? h("p", { class: "quiet" }, held.join("; ")) : null;
  };
  const sided = meeting.sides.length ? meeting.sides : [meeting.people];
  return [
    ...sided.map((side, k) => section(app, sided.length > 1 ? t("side", { n: k + 1 }) : t("people"), side.map((person) => () => [h("p", {}, link(app, person)), capacity(person), absentButton(app, meeting, person)]))),
    meeting.body ? section(app, t("body"), [() => h("p", {}, link(app, meeting.body))]) : null,
    section(app, t("outcomes"), meeting.outcomes.map((outcome) => () => [h("p", { class: "lead" }, title(`outcome.${outcome.kind}`)), evidence(app, outcome.evidence ?? [], meeting.people)])),
    section(app, t("sources"), [() => [differences(meeting), evidence(app, meeting.evidence, meeting.people, meeting.raw.confidence, { meeting: meeting.id })]]),
  ].filter(Boolean);
}
