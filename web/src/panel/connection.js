// How two are connected: the ways between them, step by step, with the words of each.

import { h } from "../dom.js";
import { t } from "../messages.js";
import { ways } from "../path.js";
import { edgeClaim } from "../edit/correct.js";
import { evidence } from "./evidence.js";
import { edgeWords, link } from "./parts.js";

const EDGES = 3;

/** The part of the panel that tells how `from` and `to` are connected. */
export function connection(app, from, to) {
  const found = ways(app.model, from, to);
  const close = h("button", { type: "button", class: "more", onclick: () => app.store.set({ other: null }) }, t("endConnection"));
  const head = h("div", { class: "connection-head" }, h("h3", {}, t("connection")), close);
  const ends = h("p", {}, link(app, from), " – ", link(app, to));
  if (!found.length) return h("section", { class: "connection" }, head, ends, h("p", {}, t("noPath")));
  return h("section", { class: "connection" }, head, ends, found.map((way, k) => h("details", { open: k === 0, class: "way" },
    h("summary", {}, t("path", { n: k + 1 }), " · ", t("steps", { n: way.steps.length })),
    h("ol", {}, way.steps.map((step) => h("li", {}, h("p", { class: "lead" }, link(app, step.from), " – ", link(app, step.to)), step.edges.slice(0, EDGES).map((edge) => [
      h("p", { class: "quiet" }, edgeWords(app, edge, step.from)),
      evidence(app, edge.evidence.slice(0, 2), [edge.a, edge.b], edge.raw.confidence, edgeClaim(app, edge), edge.evidence),
    ])))))));
}
