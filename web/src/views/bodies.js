// Commissions and assemblies as cards.

import { csv } from "../csv.js";
import { dateName } from "../dates.js";
import { h, replace } from "../dom.js";
import { count, t, title } from "../messages.js";
import { latestFirst, link, links } from "../panel/parts.js";

const AT_ONCE = 60;

/** The view of cards, those with the latest meetings first. */
export function bodiesView(app) {
  const element = h("section", { class: "cards", tabindex: "0", role: "region", "aria-label": t("view.bodies") });
  let most = AT_ONCE;
  const update = (changed) => {
    if (changed.length && changed.every((key) => key === "selected" || key === "other")) return;
    const bodies = bodiesOf(app);
    const rest = Math.min(AT_ONCE, bodies.length - most);
    replace(element, bodies.length ? h("ul", {}, bodies.slice(0, most).map((node) => h("li", {}, card(app, node)))) : h("p", { class: "empty" }, t("noBodies")),
      rest > 0 ? h("button", { type: "button", class: "more", onclick: () => { most += AT_ONCE; update([]); } }, t("showMore", { n: rest })) : null);
  };
  return { element, update, table: () => ({ name: "commissions", text: bodiesCsv(app, bodiesOf(app)) }) };
}

// The bodies that are to be seen, those with the latest meetings first.
function bodiesOf(app) {
  const shown = app.shown();
  const latest = (node) => [...node.meetings].sort(latestFirst)[0]?.date ?? "";
  const bodies = app.model.nodes.filter((n) => (n.kind === "commission" || n.kind === "assembly") && shown.nodes[n.i]);
  return bodies.sort((a, b) => latest(b).localeCompare(latest(a)) || b.weight - a.weight || a.i - b.i);
}

// What is known of a body: whose it is, who leads it, when it met.
function factsOf(app, node) {
  const tied = node.edges.filter((e) => e.kind === "links" && e.a === node).map((e) => e.b);
  const states = [...new Set(tied.map((n) => n.state).filter(Boolean))].map((code) => app.model.states.get(code)).filter(Boolean);
  const chairs = node.edges.filter((e) => e.kind === "role" && e.b === node && /chair|secretary|speaker|head/.test(e.raw.role)).map((e) => e.a);
  return { states, houses: tied.filter((n) => n.kind !== "state"), chairs: [...new Set(chairs)], sessions: [...node.meetings].sort(latestFirst) };
}

function bodiesCsv(app, bodies) {
  const names = (nodes) => nodes.map((n) => n.name).join("; ");
  const line = (node) => {
    const { states, houses, chairs, sessions } = factsOf(app, node);
    return [node.id, node.name, node.form ?? node.kind, states.map((n) => n.code).join("; "), names(houses), names(chairs), sessions.length, sessions[0]?.date, node.life.map((life) => [life.event, life.date].filter(Boolean).join(" ")).join("; ")];
  };
  return csv([["id", "name", "form", "states", "ties", "chairs", "meetings", "last_meeting", "life"], ...bodies.map(line)]);
}

function card(app, node) {
  const { states, houses, chairs, sessions } = factsOf(app, node);
  const life = node.life.at(-1);
  const fact = (label, content) => content && h("div", {}, h("dt", {}, label), h("dd", {}, content));
  return h("article", {}, h("p", { class: "kind" }, node.form ? t(`form.${node.form}`) : t(`one.${node.kind}`)), h("h2", {}, link(app, node)),
    h("dl", {}, fact(t("states"), states.length ? links(app, states) : null), fact(t("linked"), houses.length ? links(app, houses.slice(0, 4)) : null),
      fact(t("chairs"), chairs.length ? links(app, chairs.slice(0, 4)) : null),
      fact(t("meetings"), sessions.length ? [count(sessions.length), sessions[0].date ? `, ${t("lastSeen", { when: dateName(sessions[0].date) })}` : ""] : null),
      fact(t("life"), life ? `${title(`life.${life.event}`)} ${dateName(life.date)}` : null)));
}
