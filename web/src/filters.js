// The column of filters, which is the legend too.

import { monthOf, monthWord } from "./dates.js";
import { h, name, replace, s } from "./dom.js";
import { filtered } from "./filter.js";
import { count, t, title } from "./messages.js";
import { hollow, outline } from "./network/shapes.js";
import { DASHES, groupColour, palette } from "./palette.js";
import { KINDS, TIES } from "./store.js";

/** The column. */
export function filters(app) {
  const clear = h("button", { type: "button", class: "more", onclick: () => app.store.clear() }, t("clear"));
  const close = h("button", { type: "button", class: "icon close", "aria-label": t("closeFilters"), onclick: () => app.toggleFilters(false) }, "×");
  const [kinds, ties, states, offices] = [h("div"), h("div"), h("div"), h("div")];
  const stretch = months(app);
  const element = h("aside", { class: "filters", id: "filters", "aria-label": t("filters") },
    h("div", { class: "filters-head" }, h("h2", {}, t("filters")), clear, close),
    h("fieldset", {}, h("legend", {}, t("kinds")), kinds), h("fieldset", {}, h("legend", {}, t("ties")), ties, h("p", { class: "quiet small" }, t("thickness"))),
    h("fieldset", {}, h("legend", {}, t("states")), states), h("fieldset", {}, h("legend", {}, t("offices")), offices), stretch.element);
  const total = new Map();
  for (const node of app.model.nodes) total.set(node.kind, (total.get(node.kind) ?? 0) + 1);
  const lines = new Map();
  for (const edge of app.model.edges) lines.set(edge.kind, (lines.get(edge.kind) ?? 0) + 1);
  const used = KINDS.filter((kind) => total.has(kind));
  const usedTies = TIES.filter((kind) => lines.has(kind));
  const codes = app.model.groups.map((g) => g.state);
  return {
    element,
    update() {
      const state = app.store.get();
      const colours = palette(app.theme());
      stretch.update(state);
      clear.hidden = !filtered(state);
      const flip = (key, value) => () => app.store.set({ [key]: state[key].includes(value) ? state[key].filter((v) => v !== value) : [...state[key], value].sort() });
      keepFocus(element, () => {
        replace(kinds, used.map((kind) => check(`kind-${kind}`, !state.hidden.includes(kind), flip("hidden", kind), kindSign(kind, colours), t(`kind.${kind}`), count(total.get(kind)))));
        replace(ties, usedTies.map((kind) => check(`tie-${kind}`, !state.unseen.includes(kind), flip("unseen", kind), tieSign(kind, colours), t(`tie.${kind}`), count(lines.get(kind)))));
        replace(states, chosen(state.states, (code) => [sign(groupColour(colours, codes.indexOf(code))), name(app.model.stateName(code))], flip, "states"),
          adder("add-state", t("addState"), codes.filter((c) => !state.states.includes(c)).map((c) => [c, app.model.stateName(c)]).sort((a, b) => a[1].localeCompare(b[1])), (c) => flip("states", c)()));
        replace(offices, chosen(state.offices, (office) => [title(`office.${office}`)], flip, "offices"),
          adder("add-office", t("addOffice"), app.model.offices.filter((o) => !state.offices.includes(o)).map((o) => [o, title(`office.${o}`)]), (o) => flip("offices", o)()));
      });
    },
  };
}

// The months from and up to which something is shown, to be typed: on the slider under it all a month of a century is a dot.
function months(app) {
  const take = () => {
    const [from, till] = [low, high].map(({ value }) => monthOf(value));
    const turned = from !== null && till !== null && from > till;
    app.store.set(turned ? { from: till, till: from } : { from, till });
  };
  const field = (id, label) => h("input", { type: "month", id, "aria-label": label, placeholder: "2031-07", min: "0001-01", max: "9999-12", onchange: take });
  const [low, high] = [field("month-from", t("from")), field("month-till", t("till"))];
  const row = (label, input) => h("label", { class: "month", for: input.id }, h("span", {}, label), input);
  return {
    element: h("fieldset", {}, h("legend", {}, t("time")), row(t("from"), low), row(t("till"), high)),
    update({ from, till }) {
      for (const [input, month] of [[low, from], [high, till]]) {
        const words = month === null ? "" : monthWord(month);
        if (input.value !== words) input.value = words;
      }
    },
  };
}

function keepFocus(element, act) {
  const id = element.contains(document.activeElement) ? document.activeElement.id : "";
  act();
  if (id) document.getElementById(id)?.focus();
}

function check(id, on, flip, sign, label, number) {
  return h("label", { class: "check" }, h("input", { type: "checkbox", id, checked: on, onchange: flip }), sign, h("span", {}, label), h("span", { class: "number" }, number));
}

function chosen(list, describe, flip, key) {
  return list.map((value) => {
    const content = describe(value);
    const label = t("remove", { what: content.map((c) => c.textContent ?? c).join("") });
    return h("span", { class: "chip" }, content, h("button", { type: "button", "aria-label": label, title: label, onclick: flip(key, value) }, "×"));
  });
}

function adder(id, label, options, add) {
  if (!options.length) return null;
  return h("select", { id, "aria-label": label, onchange: (event) => add(event.target.value) }, h("option", { value: "" }, label), options.map(([value, words]) => h("option", { value }, words)));
}

const svg = (...children) => s("svg", { width: 22, height: 18, viewBox: "0 0 22 18", "aria-hidden": "true", class: "sign" }, children);
const sign = (colour) => svg(s("circle", { cx: 11, cy: 9, r: 6, fill: colour }));

function kindSign(kind, colours) {
  const ring = hollow(kind);
  return svg(s("path", { d: outline(kind, 11, 9, 6), fill: ring ? "none" : colours.ink, stroke: colours.ink, "stroke-width": ring ? 1.8 : 0 }));
}

function tieSign(kind, colours) {
  return svg(s("line", { x1: 1, x2: 21, y1: 9, y2: 9, stroke: colours.lines[kind], "stroke-width": kind === "met" ? 3.5 : kind === "attended" || kind === "visited" ? 2.4 : 1.5, "stroke-dasharray": DASHES[kind].join(" ") || null }));
}
