// A briefing: one page about somebody or something, to be read or printed, each line with the sources that say it.

import { briefingOf } from "../briefing.js";
import { dateName, monthName } from "../dates.js";
import { h, name, replace } from "../dom.js";
import { count, t } from "../messages.js";
import { source, tableWords, webAddress } from "../panel/evidence.js";
import { toHash } from "../store.js";
import { clean, cut } from "../text.js";

const SURE = 0.9;

/** The view. It shows whoever is selected. */
export function briefingView(app) {
  const sheet = h("div", { class: "sheet-place" });
  const quotes = h("input", { type: "checkbox", id: "briefing-quotes", onchange: () => update([]) });
  const print = h("button", { type: "button", class: "button", onclick: () => globalThis.print() }, t("print"));
  const bar = h("div", { class: "bar" }, h("label", { for: "briefing-quotes" }, quotes, ` ${t("withWords")}`), print);
  const element = h("section", { class: "briefing", tabindex: "0", role: "region", "aria-label": t("view.briefing") }, bar, sheet);
  function update() {
    const state = app.store.get();
    const node = app.model.byId.get(state.selected);
    bar.hidden = !node;
    replace(sheet, node ? article(app, node, state, quotes.checked) : h("p", { class: "empty" }, t("briefingOfNobody")));
  }
  return { element, update };
}

function article(app, node, state, quotes) {
  const { sections, sources, undated, often, origin } = briefingOf(app.model, node, state);
  const home = node.state && node.kind !== "state" ? app.model.stateName(node.state) : null;
  const stretch = state.from !== null || state.till !== null ? t("briefingSpan", { from: state.from === null ? "…" : monthName(state.from), till: state.till === null ? "…" : monthName(state.till) }) : "";
  const unsure = sections.some((s) => s.lines.some((line) => line.sure < SURE));
  return h("article", { class: "sheet" },
    h("header", {}, h("p", { class: "kind" }, [t(node.form ? `form.${node.form}` : `one.${node.kind}`), home].filter(Boolean).join(" · ")), h("h2", {}, name(node.name)),
      node.aliases.length ? h("p", { class: "quiet" }, t("also"), ": ", node.aliases.slice(0, 6).flatMap((alias, k) => (k ? [", ", name(alias)] : [name(alias)]))) : null,
      stretch ? h("p", {}, stretch, undated ? ` ${t("undated", { n: undated })}.` : "") : null,
      often.length ? h("p", {}, t("often"), " ", often.flatMap(([other, n], k) => [k ? ", " : "", link(app, other), ` (${count(n)})`]), ".") : null),
    sections.length ? sections.map((s) => part(app, s, quotes)) : h("p", {}, t("none")),
    sources.length ? h("section", { class: "sources" }, h("h3", {}, t("sources")), h("ol", {}, sources.map((entry) => h("li", {}, cited(app, entry))))) : null,
    h("footer", { class: "quiet" }, sources.some((entry) => entry.type === "words") ? `${t("briefingRules")} ` : "", t("briefingFoot"), ` ${graphWords(origin)}`, unsure ? ` ${t("briefingUnsure")}` : ""));
}

function graphWords({ n, from, till }) {
  const days = from ? ` ${from === till ? t("ofDay", { day: dateName(from) }) : t("ofDays", { from: dateName(from), till: dateName(till) })}` : "";
  return t("briefingGraph", { sources: `${t("nSources", { n })}${days}` });
}

function part(app, { heading, lines, left }, quotes) {
  return h("section", {}, h("h3", {}, heading, " ", h("span", { class: "number" }, count(lines.length + left))),
    h("ul", {}, lines.map((line) => h("li", {}, line.lead ? h("span", { class: "lead" }, line.lead, line.parts.length ? ": " : "") : null,
      line.parts.flatMap((piece, k) => [k ? " · " : "", words(app, piece)]), line.sources.length ? h("span", { class: "refs" }, ` [${line.sources.join(", ")}]`) : null,
      line.sure < SURE ? h("span", { class: "quiet" }, ` (${t("sure", { n: Math.round(line.sure * 100) })})`) : null,
      quotes && line.quote ? h("blockquote", { dir: "auto" }, `“${line.quote}”`) : null))),
    left ? h("p", { class: "quiet" }, t("briefingLeft", { n: left })) : null);
}

// A link within the text; a button could not be broken over two lines.
function link(app, node) {
  return h("a", { href: toHash({ ...app.store.get(), selected: node.id, other: null }) }, name(node.name));
}

function words(app, piece) {
  if (Array.isArray(piece)) return piece.map((p) => words(app, p));
  return typeof piece === "string" ? name(piece) : link(app, piece);
}

// A source with its address in full, for on paper there is nothing to click.
function cited(app, entry) {
  if (entry.type === "table") return tableWords(entry);
  if (entry.type === "judgement") return entry.source ? [t("byHand"), ": ", clean(entry.source)] : t("byHand");
  const id = entry.document;
  const record = app.model.documents.get(id);
  const url = webAddress(record?.url ?? id);
  const publisher = clean(record?.title) && clean(record?.publisher);
  // Without a title and an address the id tells the program which article it is.
  if (!url && !clean(record?.title)) return [source(app, id), h("span", { class: "address" }, `, ${t("byId", { id: cut(id, 24) })}`)];
  return [source(app, id), publisher ? [", ", name(publisher)] : null, url ? h("span", { class: "address" }, ` ${url}`) : null];
}
