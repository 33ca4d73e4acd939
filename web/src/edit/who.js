// Choosing whom a fact is about: somebody of the graph, or somebody new by name.

import { combobox } from "../combobox.js";
import { h, name, replace } from "../dom.js";
import { t } from "../messages.js";

const PEOPLE = ["legislator", "official"];
const BODIES = ["chamber", "parliament", "commission", "assembly"];

/** What may stand in a place of a fact. */
export const WANTED = { person: PEOPLE, body: BODIES, state: ["state"], bodyOrState: [...BODIES, "state"] };

let fields = 0;

/**
 * A field for one or, with `several`, some of those that are `wanted`; `given` are there at the beginning. Gives `{ element, values() }`; a value
 * is what the server takes for one.
 */
export function whoField(app, { label, wanted, several = false, given = [] }) {
  const id = `who-${(fields += 1)}`;
  const kinds = WANTED[wanted];
  let all = [];
  const chips = h("div", { class: "chips" });
  const find = (typed) => [...app.search(typed, 7, (node) => kinds.includes(node.kind)), { fresh: typed.trim() }];
  const box = combobox({
    id, label, hint: t("factName"), find, clears: true, choose: (item) => take(item),
    describe: (item) => (item.fresh === undefined ? [item.name, item.state && item.kind !== "state" ? app.model.stateName(item.state) : t(`one.${item.kind}`)] : [item.fresh, t("factNew")]),
  });
  const input = box.querySelector("input");
  const take = (item) => {
    all.push(item.fresh === undefined ? chosen(item) : fresh(item.fresh));
    show();
    (several ? input : all.at(-1).element.querySelector("select, input, button")).focus();
  };
  const drop = (one) => {
    all = all.filter((other) => other !== one);
    show();
    input.focus();
  };
  const away = (one, words) => h("button", { type: "button", class: "icon small", "aria-label": t("remove", { what: words }), title: t("remove", { what: words }), onclick: () => drop(one) }, "×");
  function chosen(node) {
    const one = { value: () => ({ node: node.id }) };
    one.element = h("div", { class: "party" }, h("span", { class: "party-name" }, name(node.name), h("span", { class: "quiet" }, ` · ${t(`one.${node.kind}`)}`)), away(one, node.name));
    return one;
  }
  // Of somebody new it is asked what it is, and of which state.
  function fresh(words) {
    const kind = h("select", { "aria-label": t("factKindOf", { what: words }) }, kinds.map((k) => h("option", { value: k }, t(`one.${k}`))));
    const state = h("input", { type: "text", maxlength: "60", placeholder: t("factState"), "aria-label": t("factStateOf", { what: words }) });
    const stateless = () => { state.hidden = kind.value === "state"; };
    kind.addEventListener("change", stateless);
    stateless();
    const one = { value: () => ({ kind: kind.value, name: words, ...(kind.value !== "state" && state.value.trim() ? { state: state.value.trim() } : {}) }) };
    one.element = h("div", { class: "party" }, h("span", { class: "party-name" }, name(words), h("span", { class: "quiet" }, ` · ${t("factNew")}`)), kind, state, away(one, words));
    return one;
  }
  function show() {
    replace(chips, all.map((one) => one.element));
    box.hidden = !several && all.length > 0;
  }
  all = given.map(chosen);
  show();
  const element = h("div", { class: "field", role: "group", "aria-label": label }, h("span", { id: `${id}-label` }, label), chips, box);
  return { element, values: () => all.map((one) => one.value()) };
}
