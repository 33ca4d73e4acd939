// Adding what no article tells, with where it is from.

import { h, replace } from "../dom.js";
import { t, title } from "../messages.js";
import { confirm } from "./correct.js";
import { field } from "./dialog.js";
import { whoField } from "./who.js";

export const OFFICES = ["speaker", "deputy_speaker", "member", "chair", "co_chair", "deputy_chair", "secretary_general", "head_of_delegation", "head_of_state", "head_of_government", "minister", "ambassador"];
export const EVENTS = ["founded", "suspended", "resumed", "renamed", "ended"];
export const KINDS = ["bilateral", "call", "session", "conference"];
const DAY = /^\d{4}-\d\d-\d\d$/;
const DATE = /^\d{4}(-\d\d(-\d\d)?)?$/;

const select = (values, words, chosen) => h("select", {}, values.map((value) => h("option", { value, selected: value === chosen }, words(value))));
const line = (props = {}) => h("input", { type: "text", maxlength: "200", dir: "auto", ...props });
const dated = () => line({ placeholder: t("factDateForm"), inputmode: "numeric", maxlength: "10", dir: "ltr" });
const ticked = (words) => {
  const box = h("input", { type: "checkbox" });
  return [box, h("label", { class: "choice" }, box, h("span", {}, words))];
};

// Each sort: the fields that it has, and what is sent of them. `node` is what is selected.
const SORTS = {
  role(app, node) {
    const person = whoField(app, { label: t("factPerson"), wanted: "person", given: node?.person ? [node] : [] });
    const target = whoField(app, { label: t("factOf"), wanted: "bodyOrState", given: node && !node.person ? [node] : [] });
    const [office, words, date] = [select(OFFICES, (o) => title(`office.${o}`)), line(), line({ type: "date" })];
    const [former, formerBox] = ticked(t("factFormer"));
    return [[person.element, field(t("factOffice"), office), target.element, h("div", { class: "beside" }, field(t("factTitle"), words, t("factTitleHint")), field(t("factDay"), date)), formerBox],
      () => ({ person: one(person), office: office.value, target: one(target), title: given(words), former: former.checked, date: when(date, DAY) })];
  },
  met(app, node) {
    const sides = [1, 2].map((n) => whoField(app, { label: t("factSide", { n }), wanted: "person", several: true, given: n === 1 && node?.person ? [node] : [] }));
    const more = meeting("bilateral");
    return [[...sides.map((side) => side.element), ...more.elements], () => ({ sides: sides.map(some), ...more.value() })];
  },
  attended(app, node) {
    const body = whoField(app, { label: t("body"), wanted: "body", given: node && !node.person && node.kind !== "state" ? [node] : [] });
    const people = whoField(app, { label: t("people"), wanted: "person", several: true, given: node?.person ? [node] : [] });
    const more = meeting("session");
    return [[body.element, people.element, ...more.elements], () => ({ body: one(body), people: some(people), ...more.value() })];
  },
  visited(app, node) {
    const person = whoField(app, { label: t("factPerson"), wanted: "person", given: node?.person ? [node] : [] });
    const state = whoField(app, { label: t("one.state"), wanted: "state", given: node?.kind === "state" ? [node] : [] });
    const date = dated();
    const [planned, plannedBox] = ticked(t("factPlanned"));
    return [[person.element, state.element, field(t("date"), date), plannedBox], () => ({ person: one(person), state: one(state), date: when(date), planned: planned.checked })];
  },
  part_of: (app, node) => pair(app, node, "part", "whole", t("factPart"), t("factWhole")),
  links: (app, node) => pair(app, node, "body", "target", t("factBody"), t("factTied")),
  life(app, node) {
    const body = whoField(app, { label: t("body"), wanted: "body", given: node && !node.person && node.kind !== "state" ? [node] : [] });
    const [event, date] = [select(EVENTS, (e) => title(`life.${e}`)), dated()];
    return [[body.element, field(t("factEvent"), event), field(t("date"), date)], () => ({ body: one(body), event: event.value, date: when(date) })];
  },
};

function pair(app, node, from, to, fromWords, toWords) {
  const one_ = whoField(app, { label: fromWords, wanted: "body", given: node && !node.person && node.kind !== "state" ? [node] : [] });
  const other = whoField(app, { label: toWords, wanted: "bodyOrState", given: node?.kind === "state" ? [node] : [] });
  return [[one_.element, other.element], () => ({ [from]: one(one_), [to]: one(other) })];
}

function meeting(usual) {
  const [kind, date, place] = [select(KINDS, (k) => title(`meeting.${k}`), usual), dated(), line()];
  const [planned, plannedBox] = ticked(t("factPlanned"));
  return {
    elements: [h("div", { class: "beside" }, field(t("kind"), kind), field(t("date"), date), field(t("place"), place)), plannedBox],
    value: () => ({ kind: kind.value, date: when(date), place: given(place), planned: planned.checked }),
  };
}

const given = (input) => input.value.trim() || undefined;

function one(who) {
  const [value] = who.values();
  if (!value) throw new Error(t("factWhoMissing"));
  return value;
}

function some(who) {
  const values = who.values();
  if (!values.length) throw new Error(t("factWhoMissing"));
  return values;
}

function when(input, form = DATE) {
  const words = input.value.trim();
  if (words && !form.test(words)) throw new Error(t("factDateWrong"));
  return words || undefined;
}

/** Opens the dialog; what is selected is in it already. */
export function openFact(app) {
  const node = app.model.byId.get(app.store.get().selected) ?? null;
  const sorts = select(Object.keys(SORTS), (sort) => t(`fact.${sort}`), node && !node.person && node.kind !== "state" ? "links" : "role");
  const [parts, source] = [h("div"), line({ maxlength: "900" })];
  let value = null;
  const change = () => {
    const [elements, of] = SORTS[sorts.value](app, node);
    replace(parts, elements);
    value = of;
  };
  sorts.addEventListener("change", change);
  change();
  const box = confirm(app, {
    heading: t("addFact"), body: [h("p", { class: "quiet" }, t("factHint")), field(t("factSort"), sorts), parts, field(t("factSource"), source, t("factSourceHint"))], keep: t("keep"), done: t("keptFact"),
    say: () => {
      const fact = { [sorts.value]: value() };
      if (!given(source)) return { refused: t("factSourceMissing") };
      return { path: "judgements/fact", body: { fact, source: given(source) } };
    },
  });
  box.classList.add("wide");
  sorts.focus();
}
