// The slider of time with the meetings of each month under it.

import { monthName } from "./dates.js";
import { h, replace, s } from "./dom.js";
import { t } from "./messages.js";

/** The strip; nothing where the graph has no dates. */
export function timestrip(app) {
  const whole = stretch(app.model);
  if (!whole) return { element: h("div", { hidden: true }), update() {} };
  const [first, last] = whole;
  const range = (key, label) => h("input", {
    type: "range", min: first, max: last, step: 1, "aria-label": label, class: key,
    oninput: () => take(), onkeydown: (event) => event.stopPropagation(),
  });
  const [low, high] = [range("low", t("from")), range("high", t("till"))];
  const words = h("output", { class: "span" });
  const all = h("button", { type: "button", class: "more", onclick: () => app.store.set({ from: null, till: null }) }, t("allTime"));
  const bars = s("svg", { class: "bars", preserveAspectRatio: "none", viewBox: `0 0 ${last - first + 1} 30`, role: "img", "aria-label": t("perMonth") });
  const chosen = h("div", { class: "chosen" });
  const undated = h("span", { class: "quiet undated" });
  let timer = 0;
  const take = () => {
    const [a, b] = [Number(low.value), Number(high.value)];
    const [from, till] = [Math.min(a, b), Math.max(a, b)];
    show(from, till);
    // What is filtered follows the hand, but not faster than it can be drawn.
    clearTimeout(timer);
    timer = setTimeout(() => app.store.set({ from: from === first ? null : from, till: till === last ? null : till }), 40);
  };
  const show = (from, till) => {
    words.textContent = `${monthName(from)} – ${monthName(till)}`;
    low.setAttribute("aria-valuetext", monthName(from));
    high.setAttribute("aria-valuetext", monthName(till));
    const share = (month) => `${((month - first) / (last - first + 1)) * 100}%`;
    chosen.style.setProperty("left", share(from));
    chosen.style.setProperty("right", `calc(100% - ${share(till + 1)})`);
  };
  const element = h("section", { class: "timestrip", "aria-label": t("time") }, h("div", { class: "strip-head" }, h("span", { class: "label" }, t("perMonth")), words, undated, all),
    h("div", { class: "strip" }, bars, chosen, low, high));
  let drawn = null;
  return {
    element,
    update() {
      const state = app.store.get();
      const [from, till] = [Math.max(first, state.from ?? first), Math.min(last, state.till ?? last)];
      [low.value, high.value] = [from, till];
      show(from, till);
      all.hidden = state.from === null && state.till === null;
      const shown = app.shown();
      undated.textContent = shown.undated ? t("undated", { n: shown.undated }) : "";
      const key = JSON.stringify([state.states, state.offices]);
      if (key !== drawn) replace(bars, draw(shown.allMeetings, first, last));
      drawn = key;
    },
  };
}

// The months that the slider reaches over: those of the meetings where there are any, for one old office would make all else a dot.
function stretch(model) {
  const spans = model.meetings.map((m) => m.span).filter(Boolean);
  if (!spans.length) return model.span && (model.span[0] < model.span[1] ? model.span : null);
  const found = [Math.min(...spans.map((s) => s[0])), Math.max(...spans.map((s) => s[1]))];
  return found[0] < found[1] ? found : null;
}

function draw(meetings, first, last) {
  const tally = new Map();
  for (const { span } of meetings) {
    // A meeting of which only the year is known is in no month.
    if (span && span[0] === span[1]) tally.set(span[0], (tally.get(span[0]) ?? 0) + 1);
  }
  const most = Math.max(1, ...tally.values());
  return [...tally].filter(([m]) => m >= first && m <= last).map(([month, n]) => {
    const height = 4 + (n / most) * 26;
    return s("rect", { x: month - first + 0.08, y: 30 - height, width: 0.84, height }, s("title", {}, t("meetingsIn", { month: monthName(month), n })));
  });
}
