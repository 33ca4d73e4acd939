// Commissions and assemblies as cards.

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
    const shown = app.shown();
    const bodies = app.model.nodes.filter((n) => (n.kind === "commission" || n.kind === "assembly") && shown.nodes[n.i]);
    const latest = (node) => [...node.meetings].sort(latestFirst)[0]?.date ?? "";
    bodies.sort((a, b) => latest(b).localeCompare(latest(a)) || b.weight - a.weight || a.i - b.i);
    const rest = Math.min(AT_ONCE, bodies.length - most);
    replace(element, bodies.length ? h("ul", {}, bodies.slice(0, most).map((node) => h("li", {}, card(app, node)))) : h("p", { class: "empty" }, t("noBodies")),
      rest > 0 ? h("button", { type: "button", class: "more", onclick: () => { most += AT_ONCE; update([]); } }, t("showMore", { n: rest })) : null);
  };
  return { element, update };
}

function card(app, node) {
  const tied = node.edges.filter((e) => e.kind === "links" && e.a === node).map((e) => e.b);
  const states = [...new Set(tied.map((n) => n.state).filter(Boolean))].map((code) => app.model.states.get(code)).filter(Boolean);
  const houses = tied.filter((n) => n.kind !== "state");
  const chairs = node.edges.filter((e) => e.kind === "role" && e.b === node && /chair|secretary|speaker|head/.test(e.raw.role)).map((e) => e.a);
  const sessions = [...node.meetings].sort(latestFirst);
  const life = node.life.at(-1);
  const fact = (label, content) => content && h("div", {}, h("dt", {}, label), h("dd", {}, content));
  return h("article", {}, h("p", { class: "kind" }, node.form ? t(`form.${node.form}`) : t(`one.${node.kind}`)), h("h2", {}, link(app, node)),
    h("dl", {}, fact(t("states"), states.length ? links(app, states) : null), fact(t("linked"), houses.length ? links(app, houses.slice(0, 4)) : null),
      fact(t("chairs"), chairs.length ? links(app, [...new Set(chairs)].slice(0, 4)) : null),
      fact(t("meetings"), sessions.length ? [count(sessions.length), sessions[0].date ? `, ${t("lastSeen", { when: dateName(sessions[0].date) })}` : ""] : null),
      fact(t("life"), life ? `${title(`life.${life.event}`)} ${dateName(life.date)}` : null)));
}
