// What was corrected, with undo, and the notice of what was just done.

import { h, replace } from "../dom.js";
import { t } from "../messages.js";
import { busyButton, dialog, fault } from "./dialog.js";
import { signature, signedBefore } from "./session.js";
import { besideWords, judgementWords } from "./words.js";

const AT_ONCE = 40;

async function turn(app, ids, text, box) {
  let shown = true;
  for (const id of ids) ({ shown } = await app.edit.send("judgements/undo", { id, signed: signature(signedBefore(), "") }));
  box?.close();
  await app.renew({ notice: { text, ids: [], shown, idle: [], again: false } });
}

/** Opens the list of corrections. */
export async function openHistory(app) {
  const [said, list] = [fault(), h("div", { class: "history" }, h("p", { class: "quiet", role: "status" }, t("loading")))];
  const box = dialog(t("corrections"), said, list);
  try {
    const { total, judgements } = await app.edit.history();
    show(app, box, said, list, total, judgements, AT_ONCE);
  } catch (error) {
    replace(list);
    replace(said, error.message);
  }
}

function show(app, box, said, list, total, judgements, most) {
  const byId = new Map(judgements.map((entry) => [entry.id, entry.line]));
  const row = (entry) => {
    const words = judgementWords(entry.line, (id) => byId.get(id));
    // An undo is turned round at what it undid.
    const act = entry.line.judgement === "undo" ? null : busyButton(t(entry.counts ? "undo" : "bringBack"), said, () => turn(app, [entry.turn], t(entry.counts ? "undone" : "broughtBack"), box), { "aria-label": `${t(entry.counts ? "undo" : "bringBack")}: ${words}` });
    return h("li", { class: entry.counts ? "" : "void" }, h("div", {}, h("p", { class: "says", dir: "auto" }, words), h("p", { class: "quiet small" }, [entry.counts ? "" : t("isUndone"), besideWords(entry.line)].filter(Boolean).join(" · "))), act);
  };
  const rest = judgements.length - most;
  replace(list, judgements.length ? null : h("p", { class: "quiet" }, t("noCorrections")),
    h("ul", { class: "entries" }, judgements.slice(0, most).map(row)),
    rest > 0 ? h("button", { type: "button", class: "more", onclick: () => show(app, box, said, list, total, judgements, most + AT_ONCE) }, t("showMore", { n: Math.min(rest, AT_ONCE) })) : null,
    rest <= 0 && total > judgements.length ? h("p", { class: "quiet small" }, t("historyLeft", { n: total - judgements.length })) : null);
}

/** What was just done, with a button that takes it back. */
export function noticeOf(app, told) {
  const said = h("span", { class: "fault", role: "alert" });
  const close = h("button", { type: "button", class: "icon", "aria-label": t("close"), title: t("close"), onclick: () => element.remove() }, "×");
  const words = [told.again ? t("saidBefore") : told.text, told.shown || !told.ids ? "" : t("notShownYet"), ...(told.idle ?? []).map((why) => t("noEffect", { why }))].filter(Boolean).join(" ");
  const element = h("div", { class: "notice", tabindex: "-1" }, h("p", { role: "status" }, words), said,
    told.ids?.length ? busyButton(t("undo"), said, () => turn(app, told.ids, t("undone"))) : null,
    told.shown ? null : h("button", { type: "button", class: "button", onclick: () => app.renew() }, t("reload")), close);
  return element;
}
