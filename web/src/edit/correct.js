// Correcting in the panel: who is who, and what is wrong.

import { combobox } from "../combobox.js";
import { dateName } from "../dates.js";
import { h, name } from "../dom.js";
import { t } from "../messages.js";
import { clean } from "../text.js";
import { busyButton, dialog, fault, field } from "./dialog.js";
import { signature, signedBefore } from "./session.js";

let fields = 0;

/** A dialog with what is said, who says it and why; `say` gives what is sent where, `done` what the notice tells. */
export function confirm(app, { heading, body, keep, say, done }) {
  const by = h("input", { type: "text", maxlength: "60", autocomplete: "name", dir: "auto", value: signedBefore() });
  const note = h("textarea", { rows: "2", maxlength: "600", dir: "auto" });
  const said = fault();
  const act = async () => {
    const { path, body: what, refused } = say();
    if (refused) throw new Error(refused);
    const answer = await app.edit.send(path, { ...what, signed: signature(by.value, note.value) });
    box.close();
    await app.renew({ select: answer.nodes?.[0] ?? null, notice: { text: done, ids: answer.judgements.filter((j) => j.standing !== "counts").map((j) => j.id), shown: answer.shown, idle: answer.without_effect, again: answer.judgements.every((j) => j.standing === "counts") } });
  };
  const box = dialog(heading, body, field(t("editBy"), by, t("editByHint")), field(t("editNote"), note), said,
    h("div", { class: "acts" }, busyButton(keep, said, act, { class: "button main" }), h("button", { type: "button", class: "button", onclick: () => box.close() }, t("cancel"))));
  return box;
}

/** What can be said of a person or body: it is another one, or it is several. */
export function identityTools(app, node) {
  if (!app.edit || node.kind === "state") return null;
  const fits = (n) => n !== node && n.kind !== "state" && n.person === node.person;
  const same = combobox({
    id: "same-as", label: t("sameAs"), find: (typed) => app.search(typed, 8, fits), clears: true,
    describe: (n) => [n.name, n.state ? app.model.stateName(n.state) : t(`one.${n.kind}`)], choose: (n) => askPair(app, node, n),
  });
  const places = mentions(app, node);
  const apart = places.length > 1 ? h("button", { type: "button", class: "more", onclick: () => askApart(app, node, places) }, t("notOne")) : null;
  return h("section", { class: "correct", "aria-label": t("correct") }, same, apart);
}

function askPair(app, one, other) {
  const id = `pair-${(fields += 1)}`;
  const choice = (value, words) => h("label", { class: "choice" }, h("input", { type: "radio", name: id, value, checked: value === "same" }), h("span", {}, words));
  const body = h("fieldset", { class: "pair" }, h("legend", {}, name(one.name), " – ", name(other.name)), choice("same", t("areOne")), choice("different", t("areTwo")));
  confirm(app, {
    heading: t("whoIsWho"), body, keep: t("keep"), done: t("keptPair", { a: one.name, b: other.name }),
    say: () => ({ path: `judgements/${body.querySelector("input:checked").value}`, body: { a: { node: one.id }, b: { node: other.id } } }),
  });
}

// Where articles name a node, the first place of each article.
function mentions(app, node) {
  const first = new Map();
  for (const mention of node.raw.mentions ?? []) if (!first.has(mention.document)) first.set(mention.document, mention);
  return [...first.values()];
}

function askApart(app, node, places) {
  const words = (mention) => {
    const record = app.model.documents.get(mention.document);
    const title = clean(record?.title) || (record?.date ? "" : mention.document);
    return [clean(mention.name) || node.name, [title, record?.date && dateName(record.date)].filter(Boolean).join(", ")].join(" – ");
  };
  const choose = (at) => h("select", {}, places.map((mention, k) => h("option", { value: String(k), selected: k === at }, words(mention))));
  const [one, other] = [choose(0), choose(1)];
  const side = (select) => {
    const mention = places[Number(select.value)];
    return { node: node.id, document: mention.document, start: mention.start };
  };
  confirm(app, {
    heading: t("notOne"), body: [h("p", {}, t("notOneHint")), field(t("notOneThis"), one), field(t("notOneThat"), other)], keep: t("keep"), done: t("keptApart", { name: node.name }),
    say: () => (one.value === other.value ? { refused: t("notOneSame") } : { path: "judgements/different", body: { a: side(one), b: side(other) } }),
  });
}

/** The claim that an edge is; null where it is one of the pairs of a meeting of several. */
export function edgeClaim(app, edge) {
  if (edge.kind !== "met") return { edge: { source: edge.raw.source, target: edge.raw.target, key: edge.raw.key } };
  const meeting = app.model.meetingById.get(edge.raw.meeting);
  return meeting && meeting.people.length === 2 ? { meeting: meeting.id } : null;
}

/** A button for words that are wrong; `all` is the evidence beside them. */
export function wrongButton(app, claim, entry, all) {
  if (!app.edit || !claim || !entry.document) return null;
  return h("button", { type: "button", class: "more", onclick: () => askWrong(app, claim, entry, all) }, t("wrong"));
}

function askWrong(app, claim, entry, all) {
  const others = new Set(all.map((e) => e.document).filter((d) => d && d !== entry.document)).size;
  const whole = others ? h("input", { type: "checkbox" }) : null;
  const body = [h("p", {}, t("wrongHint")), entry.quote ? h("blockquote", { dir: "auto" }, clean(entry.quote)) : null,
    whole ? h("label", { class: "choice" }, whole, h("span", {}, t("wrongAll", { n: others }))) : null];
  confirm(app, {
    heading: t("wrong"), body, keep: t("keepWrong"), done: t("keptWrong"),
    say: () => ({ path: "judgements/wrong", body: { ...claim, documents: whole?.checked ? [] : [entry.document] } }),
  });
}

/** A button for somebody who was not at a meeting; none where nobody would be left to talk with. */
export function absentButton(app, meeting, person) {
  const talks = meeting.kind === "bilateral" || meeting.kind === "call";
  const there = meeting.sides.flat();
  if (!app.edit || !there.includes(person) || (talks && there.length <= 2)) return null;
  return h("button", { type: "button", class: "more", onclick: () => confirm(app, {
    heading: t("absent"), body: h("p", {}, t("absentHint", { name: person.name })), keep: t("keepWrong"), done: t("keptAbsent", { name: person.name }),
    say: () => ({ path: "judgements/wrong", body: { meeting: meeting.id, person: person.id } }),
  }) }, t("absent"));
}

/** A button that takes back what a person added. */
export function undoButton(app, entry) {
  if (!app.edit || !entry.judgement) return null;
  return h("button", { type: "button", class: "more", onclick: () => confirm(app, {
    heading: t("undo"), body: h("p", {}, t("undoHint")), keep: t("undo"), done: t("undone"), say: () => ({ path: "judgements/undo", body: { id: entry.judgement } }),
  }) }, t("undo"));
}
