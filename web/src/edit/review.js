// Going through the pairs that may be one: the likeliest first, with the words that speak of each.

import { dateName } from "../dates.js";
import { announce, h, name, replace } from "../dom.js";
import { t, title } from "../messages.js";
import { linked, webAddress } from "../panel/evidence.js";
import { spellWords } from "../panel/parts.js";
import { clean } from "../text.js";
import { busyButton, dialog, fault, field } from "./dialog.js";
import { signature, signedBefore } from "./session.js";

/** So many are asked of the server at once. */
const AT_ONCE = 200;
/** So many facts of each sort are shown of each of the two. */
const FACTS = 4;

/** Opens the dialog. */
export function openReview(app) {
  const [said, pane] = [fault(), h("div", { class: "review", tabindex: "-1" })];
  const by = h("input", { type: "text", maxlength: "60", autocomplete: "name", dir: "auto", value: signedBefore() });
  const note = h("input", { type: "text", maxlength: "600", dir: "auto" });
  const later = new Set();
  // `stale` says that the server may tell others than `pairs` by now, or has more of them.
  let [pairs, at, judged, turn, total, stale] = [[], null, [], 0, 0, false];
  const keyOf = (pair) => `${pair.one.id} ${pair.other.id}`;
  const isNew = (pair) => !later.has(keyOf(pair));

  // Those that were put off are the likeliest of all, so the others stand behind them; where none does, all are looked through.
  async function load() {
    for (const first of later.size ? [later.size, 0] : [0]) {
      let skip = first;
      do {
        ({ pairs, total } = await app.edit.unsure(AT_ONCE, skip));
        skip += pairs.length;
        stale = skip < total;
      } while (pairs.length && stale && !pairs.some(isNew));
      if (pairs.some(isNew)) break;
    }
    stale &&= pairs.length > 0;
    await next();
  }
  // What else there is of the two may be settled with them; the server is asked for it at the end, for to find all pairs of a large graph takes long.
  function settle({ one, other }) {
    const ids = [one.id, other.id];
    const left = pairs.filter((pair) => !ids.includes(pair.one.id) && !ids.includes(pair.other.id));
    stale ||= left.length < pairs.length - 1;
    total -= pairs.length - left.length;
    pairs = left;
  }
  // Only what was asked last is shown, however late the answers come.
  async function next() {
    const mine = (turn += 1);
    at = pairs.find(isNew) ?? null;
    if (!at && stale) return load();
    acts.hidden = signs.hidden = !at;
    back.hidden = !judged.length;
    if (!at) {
      replace(pane, h("p", { class: "empty", role: "status" }, t(judged.length || later.size ? "reviewDone" : "reviewNothing"), later.size ? [" ", h("button", { type: "button", class: "more", onclick: () => { later.clear(); load().catch((error) => replace(said, error.message)); } }, t("reviewAgain", { n: later.size }))] : null));
      pane.focus({ preventScroll: true });
      return;
    }
    let two = null;
    try {
      two = await Promise.all([app.edit.about(at.one.id), app.edit.about(at.other.id)]);
    } catch (error) {
      if (error.code !== "not_found") throw error;
      // One of the two is another by now.
      stale = true;
      settle(at);
      return next();
    }
    if (mine !== turn) return;
    const head = h("h3", { tabindex: "-1" }, name(clean(at.one.name)), " – ", name(clean(at.other.name)));
    replace(pane, h("p", { class: "quiet small" }, t("reviewLeft", { n: total })), head, clues(at), h("div", { class: "two" }, two.map((about) => card(about))));
    announce(`${clean(at.one.name)} – ${clean(at.other.name)}`);
    head.focus({ preventScroll: true });
    box.scrollTop = 0;
  }
  async function judge(word) {
    const answer = await app.edit.send(`judgements/${word}`, { a: { node: at.one.id }, b: { node: at.other.id }, signed: signature(by.value, note.value) });
    judged.push(answer.judgements[0].id);
    note.value = "";
    settle(at);
    await next();
  }
  async function undo() {
    await app.edit.send("judgements/undo", { id: judged.at(-1), signed: signature(by.value, "") });
    judged.pop();
    await load();
  }
  const same = busyButton(t("areOne"), said, () => judge("same"), { class: "button main", "aria-keyshortcuts": "s" });
  const different = busyButton(t("areTwo"), said, () => judge("different"), { class: "button main", "aria-keyshortcuts": "d" });
  const skip = busyButton(t("reviewLater"), said, async () => { later.add(keyOf(at)); await next(); }, { "aria-keyshortcuts": "l" });
  const back = busyButton(t("reviewUndo"), said, undo, { hidden: true });
  const acts = h("div", { class: "group", role: "group", "aria-label": t("whoIsWho") }, same, different, skip);
  const signs = h("div", { class: "beside" }, field(t("editBy"), by), field(t("editNote"), note));
  const box = dialog(t("review"), pane, signs, said, h("div", { class: "acts" }, acts, back));
  box.classList.add("wide");
  box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) || acts.hidden) return;
    const button = { s: same, d: different, l: skip }[event.key.toLowerCase()];
    button?.click();
  });
  box.addEventListener("close", () => {
    if (judged.length) app.renew({ notice: { text: t("reviewed", { n: judged.length }), ids: [], shown: true, idle: [], again: false } });
  });
  replace(pane, h("p", { class: "quiet", role: "status" }, t("loading")));
  [acts.hidden, signs.hidden] = [true, true];
  load().catch((error) => replace(said, error.message));
}

// What speaks for and against the two being one.
function clues(pair) {
  const words = (clue) => {
    const names = (nodes) => nodes.map((node) => clean(node.name)).join(", ");
    switch (clue.clue) {
      case "names": return t("clue.names", { one: clean(clue.one), other: clean(clue.other) });
      case "state": return t("clue.state", { state: pair.one.state_name ?? clue.state });
      case "states": return t("clue.states", { one: pair.one.state_name ?? clue.one, other: pair.other.state_name ?? clue.other });
      case "office": return t("clue.office", { office: t(`office.${clue.office}`), body: clean(clue.body.name) });
      case "body": return t("clue.body", { body: clean(clue.body.name) });
      case "neighbours": return t("clue.neighbours", { names: names(clue.nodes) });
      default: return t("clue.one_article");
    }
  };
  return h("ul", { class: "clues" }, pair.clues.map((clue) => h("li", {}, h("span", { class: clue.weight < 0 ? "sign against" : "sign for" }, t(clue.weight < 0 ? "clue.against" : "clue.for")), " ", h("span", {}, words(clue)))));
}

// One of the two, with what is known and the words that say so.
function card({ node, aliases, offices = [], meetings = [], sessions = [], visits = [], ties = [], sources = [] }) {
  const of = new Map(sources.map((source) => [source.number, source]));
  const facts = [
    ...offices.slice(0, FACTS).map((o) => [`${title(`office.${o.office}`)}, ${clean(o.other.name)}`, spellWords(o.spells), o.evidence]),
    ...[...meetings, ...sessions].slice(0, FACTS).map((m) => [[title(`meeting.${m.kind}`), m.with?.length ? m.with.map((n) => clean(n.name)).join(", ") : ""].filter(Boolean).join(": "), [dateName(m.date), clean(m.place)].filter(Boolean).join(", "), m.evidence]),
    ...[...visits, ...ties].slice(0, FACTS).map((e) => [`${clean(e.source.name)} ${t(e.planned ? "visitedPlanned" : e.kind)} ${clean(e.target.name)}`, dateName(e.date), e.evidence]),
  ];
  const quote = (evidence) => {
    const proof = (evidence ?? []).find((entry) => entry.quote);
    if (!proof) return null;
    const source = of.get(proof.source) ?? {};
    const words = [clean(source.title) || t("undatedArticle"), source.date && dateName(source.date)].filter(Boolean).join(", ");
    return h("figure", {}, h("blockquote", { dir: "auto" }, clean(proof.quote)), h("figcaption", {}, linked(webAddress(source.url ?? source.document ?? ""), words)));
  };
  return h("section", { "aria-label": clean(node.name) }, h("h4", {}, name(clean(node.name))), h("p", { class: "kind" }, [t(`one.${node.kind}`), node.state_name].filter(Boolean).join(" · ")),
    aliases?.length ? h("p", { class: "quiet also" }, `${t("also")}: `, aliases.slice(0, 6).flatMap((alias, k) => [k ? ", " : "", name(clean(alias))])) : null,
    facts.length ? h("ul", { class: "entries" }, facts.map(([lead, beside, evidence]) => h("li", {}, h("p", { class: "lead" }, lead, beside ? h("span", { class: "quiet" }, ` · ${beside}`) : null), quote(evidence)))) : h("p", { class: "quiet" }, t("none")));
}
