// Which states' people met how often.

import { csv } from "../csv.js";
import { h, replace } from "../dom.js";
import { count, t } from "../messages.js";
import { escapeXml, svgFile } from "../network/svg.js";
import { palette } from "../palette.js";
import { cut } from "../text.js";

const MOST = 40;

/** The view: a table of states by states; a number leads to its meetings. */
export function matrixView(app) {
  const element = h("section", { class: "matrix", "aria-label": t("view.matrix"), tabindex: "0", role: "region" });
  return {
    element,
    svg: () => picture(app),
    table() {
      const { cells, states } = tally(app.shown().meetings);
      return { name: "states", text: csv([["", ...states], ...states.map((a) => [a, ...states.map((b) => (a === b ? "" : cells.get(key(a, b)) ?? 0))])]) };
    },
    update(changed) {
      if (changed.length && changed.every((key) => key === "selected" || key === "other")) return;
      const { cells, states } = tally(app.shown().meetings);
      if (!states.length) return void replace(element, h("p", { class: "empty" }, t("noMatrix")));
      const most = Math.max(...cells.values());
      const open = (a, b) => app.store.set({ view: "meetings", words: `${app.model.stateName(a)} ${app.model.stateName(b)}` });
      const cell = (a, b) => {
        const n = cells.get(key(a, b)) ?? 0;
        if (!n) return h("td", { class: a === b ? "same" : null });
        const label = t("matrixCell", { a: app.model.stateName(a), b: app.model.stateName(b), n });
        return h("td", {}, h("button", { type: "button", "aria-label": label, title: label, class: `level-${Math.ceil((4 * n) / most)}`, onclick: () => open(a, b) }, count(n)));
      };
      // Beside the table and not in it, for a table of few states is narrower than its caption.
      replace(element, h("p", { class: "caption", id: "matrix-caption" }, t("matrixCaption")), h("table", { class: states.length <= 10 ? "few" : null, "aria-labelledby": "matrix-caption" },
        h("thead", {}, h("tr", {}, h("td", { class: "corner" }), states.map((s) => h("th", { scope: "col", title: app.model.stateName(s) }, s)))),
        h("tbody", {}, states.map((a) => h("tr", {}, h("th", { scope: "row" }, h("button", { type: "button", class: "link", onclick: () => app.select(app.model.states.get(a)?.id ?? null) }, h("bdi", {}, app.model.stateName(a)), h("span", { class: "quiet" }, ` ${a}`))), states.map((b) => cell(a, b)))))));
    },
  };
}

const CELL = 44;
const BESIDE = 190;

// The table as a picture.
function picture(app) {
  const { cells, states } = tally(app.shown().meetings);
  const colours = palette(app.theme());
  const most = Math.max(1, ...cells.values());
  const at = (k) => k * CELL;
  const text = (x, y, words, more) => `<text x="${x}" y="${y}" fill="${colours.ink}" ${more}>${escapeXml(words)}</text>`;
  const out = states.flatMap((a, row) => [
    text(BESIDE + at(row) + CELL / 2, 22, a, 'text-anchor="middle" font-weight="600"'),
    text(BESIDE - 10, 34 + at(row) + CELL / 2 + 5, cut(app.model.stateName(a), 22), 'text-anchor="end"'),
    ...states.flatMap((b, column) => {
      const n = cells.get(key(a, b));
      const [x, y] = [BESIDE + at(column), 34 + at(row)];
      const cell = `<rect x="${x + 1}" y="${y + 1}" width="${CELL - 2}" height="${CELL - 2}" rx="4" fill="${n ? colours.lines.met : colours.quiet}" fill-opacity="${n ? Math.round((0.1 + (0.3 * n) / most) * 100) / 100 : a === b ? 0.3 : 0.07}"/>`;
      return n ? [cell, text(x + CELL / 2, y + CELL / 2 + 5, count(n), 'text-anchor="middle"')] : [cell];
    }),
  ]);
  return svgFile("states", BESIDE + at(states.length) + 12, 46 + at(states.length), colours, t("view.matrix"), out);
}

const key = (a, b) => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** How often two states met, for the states that met most; who met in a meeting was told by the program. */
export function tally(meetings) {
  const cells = new Map();
  const weights = new Map();
  const put = (a, b) => {
    cells.set(key(a, b), (cells.get(key(a, b)) ?? 0) + 1);
    for (const s of [a, b]) weights.set(s, (weights.get(s) ?? 0) + 1);
  };
  for (const { pairs } of meetings) for (const [a, b] of pairs) put(a, b);
  const states = [...weights.keys()].sort((a, b) => weights.get(b) - weights.get(a) || (a < b ? -1 : 1)).slice(0, MOST);
  return { cells, states };
}
