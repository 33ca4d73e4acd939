// Parts of which panels and lists are made.

import { dateName } from "../dates.js";
import { h, name } from "../dom.js";
import { count, t, title } from "../messages.js";
import { clean } from "../text.js";

const AT_ONCE = 8;

/** A node as a button that opens it; as its name alone where there is nothing to open. */
export function link(app, node, props = {}) {
  if (app.plain) return name(node.name);
  return h("button", { type: "button", class: "link", onclick: () => app.select(node.id), ...props }, name(node.name));
}

/** The nodes of a list as buttons with commas between. */
export function links(app, nodes) {
  return nodes.flatMap((node, k) => [h("span", { class: "item" }, link(app, node), k + 1 < nodes.length ? "," : ""), " "]);
}

/** A section with its heading; nothing where there are no entries. Of many entries the first are shown and a button for the rest. */
export function section(app, heading, entries) {
  if (!entries.length) return null;
  const shown = app.opened.has(heading) ? entries.length : AT_ONCE;
  const list = h("ul", { class: "entries" }, entries.slice(0, shown).map((e) => h("li", {}, e())));
  const rest = entries.length - shown;
  const more = rest > 0 && h("button", { type: "button", class: "more", onclick: (event) => {
    event.target.remove();
    app.opened.add(heading);
    entries.slice(AT_ONCE).forEach((e) => list.append(h("li", {}, e())));
    list.children[AT_ONCE]?.querySelector("button, a")?.focus();
  } }, t("showAll", { n: entries.length }));
  return h("section", {}, h("h3", {}, heading, " ", h("span", { class: "number" }, count(entries.length))), list, more);
}

/**
 * When an office was seen held, as `interparl offices` says it. What bounds a term is a day on which somebody else is shown in the
 * office, or on which it was over: it began behind the one and ended before the other, so neither is told as its beginning or end.
 */
export function spellWords(spells) {
  return (spells ?? []).map(termWords).filter(Boolean).join(`; ${t("again")} `);
}

function termWords(spell) {
  const [first, last] = [spell.first_seen ?? spell.last_seen, spell.last_seen ?? spell.first_seen];
  const seen = first === last ? t("seen", { when: dateName(first) }) : t("seenBetween", { from: dateName(first), till: dateName(last) });
  return [
    first && seen,
    spell.not_before && t("notBefore", { when: dateName(spell.not_before) }),
    spell.not_after && t("notAfter", { when: dateName(spell.not_after) }),
  ].filter(Boolean).join(", ");
}

/** When a body bore a name, as `interparl show` says it; nothing where neither end is known. */
export function calledWords({ from, until }) {
  if (from && until) return t("calledBetween", { from: dateName(from), till: dateName(until) });
  if (from) return t("calledSince", { when: dateName(from) });
  return until ? t("calledUntil", { when: dateName(until) }) : "";
}

/** Where the names of a body with their times are from. */
export const CALLED_IN = [{ type: "table", table: "body_names" }];

/** What a meeting was: "Talks", "Session 4". */
export function meetingKind(meeting) {
  const kind = title(`meeting.${meeting.kind}`);
  const words = meeting.session ? `${kind} ${meeting.session}` : kind;
  return meeting.planned ? `${words} (${t("planned")})` : words;
}

/** When and where a meeting was. */
export function whenWhere(meeting) {
  return [dateName(meeting.date) || t("dateUnknown"), meeting.place].filter(Boolean).join(", ");
}

/** What some articles say of a meeting otherwise. */
export function differenceWords(difference) {
  const value = clean(difference.value);
  const said = { kind: () => t(`meeting.${value}`), date: () => dateName(value) }[difference.detail];
  return t(`differs.${difference.detail}`, { value: said ? said() : value, n: difference.documents.length });
}

/** The latest first; what has no date last. */
export function latestFirst(a, b) {
  return (b.date ?? "").localeCompare(a.date ?? "") || a.id.localeCompare(b.id);
}

/** What an edge says, from one of its ends; `headed` where a heading has said already what lasting ties are. */
export function edgeWords(app, edge, from, headed) {
  const other = edge.a === from ? edge.b : edge.a;
  if (headed && (edge.kind === "links" || edge.kind === "part_of")) return [link(app, other)];
  const when = edge.raw.date ? ` · ${dateName(edge.raw.date)}` : "";
  const where = edge.raw.place ? `, ${edge.raw.place}` : "";
  if (edge.kind === "role") {
    const office = title(`office.${edge.raw.role}`);
    return edge.a === from ? [office, " · ", link(app, other), tail(spellWords(edge.raw.spells))] : [link(app, other), " · ", office, tail(spellWords(edge.raw.spells))];
  }
  const verb = edge.kind === "visited" && edge.raw.planned ? t("visitedPlanned") : t(edge.kind);
  return edge.a === from || edge.kind === "met" ? [verb, " ", link(app, other), when, where] : [link(app, other), " ", verb, when, where];
}

const tail = (words) => (words ? h("span", { class: "quiet" }, ` · ${words}`) : null);
