// Why something is believed: the words, with the names in them marked, and where they stand.

import { dateName } from "../dates.js";
import { h, name } from "../dom.js";
import { t } from "../messages.js";
import { clean } from "../text.js";
import { undoButton, wrongButton } from "../edit/correct.js";
import { around } from "./around.js";

const AT_ONCE = 2;

/** The words behind something. The names of `about` are marked in them; of a `claim` one may say that it is wrong. */
export function evidence(app, list, about = [], confidence, claim = null, all = list) {
  const sure = confidence === undefined ? "" : ` · ${t("sure", { n: Math.round(confidence * 100) })}`;
  const entries = list.map((entry, k) => proof(app, entry, about, k ? "" : sure, wrongButton(app, claim, entry, all)));
  const rest = entries.slice(AT_ONCE);
  return h("div", { class: "evidence" }, entries.slice(0, AT_ONCE), rest.length ? h("details", {}, h("summary", {}, t("more", { n: rest.length })), rest) : null);
}

function proof(app, entry, about, sure, wrong) {
  if (entry.type === "table") return h("p", { class: "from-table" }, tableWords(entry), sure);
  if (entry.type === "judgement") return h("p", { class: "from-table" }, t("byHand"), entry.source ? [": ", linked(webAddress(entry.source), clean(entry.source))] : "", sure, " ", undoButton(app, entry));
  const caption = h("figcaption", {}, source(app, entry.document), " · ", t("rule", { rule: clean(entry.rule) }), sure);
  if (!entry.quote) return h("figure", {}, h("p", { class: "from-table" }, t("noQuote")), caption, wrong);
  const words = () => marked(clean(entry.quote), about);
  const quote = h("blockquote", { dir: "auto" }, words());
  return h("figure", {}, quote, caption, app.texts ? around(entry, quote, words, wrong) : wrong);
}

/** From which row of which table something is: `speakers.csv:12`, or the key of a row of a table of the program. */
export function tableWords(entry) {
  const [table, row] = [clean(entry.table), clean(entry.row)];
  if (row.startsWith(table)) return t("table", { table: row });
  return row ? t("tableRow", { table, row }) : t("table", { table });
}

/** Where an article is to be found. Only addresses of the web become links. */
export function source(app, id) {
  const record = app.model.documents.get(id);
  const date = record?.date ? t("article", { date: dateName(record.date) }) : t("undatedArticle");
  const words = clean(record?.title) || [clean(record?.publisher), date].filter(Boolean).join(", ");
  const url = webAddress(record?.url ?? id);
  return h("span", { class: "source" }, linked(url, words), clean(record?.title) && record.date ? `, ${dateName(record.date)}` : "");
}

/** Words that lead to an address where there is one. */
export const linked = (url, words) => (url ? h("a", { href: url, target: "_blank", rel: "noopener noreferrer nofollow" }, name(words)) : name(words));

/** An address of the web as it may be linked; null for anything else, such as `javascript:`. */
export function webAddress(text) {
  try {
    const url = new URL(text);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

// The text with every name of those it is about in a mark, the longer names first.
function marked(text, about) {
  const names = about.flatMap((node) => [node.name, ...node.aliases]).filter((n) => [...n].length > 2);
  names.sort((a, b) => b.length - a.length);
  if (!names.length) return [text];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.slice(0, 60).map((n) => n.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")).join("|")})(?![\\p{L}\\p{N}])`, "giu");
  const parts = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push(text.slice(at, match.index), h("mark", {}, match[0]));
    at = match.index + match[0].length;
  }
  parts.push(text.slice(at));
  return parts;
}
