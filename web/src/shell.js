// The page around the views: search, tabs, filters, panel, strip of time, exports.

import { combobox } from "./combobox.js";
import { announce, h, replace } from "./dom.js";
import { openAdd } from "./edit/add.js";
import { openFact } from "./edit/fact.js";
import { noticeOf, openHistory } from "./edit/history.js";
import { openReview } from "./edit/review.js";
import { editing } from "./edit/session.js";
import { exportsOf } from "./exports.js";
import { filtered, visible } from "./filter.js";
import { filters } from "./filters.js";
import { t } from "./messages.js";
import { panel } from "./panel/panel.js";
import { ways } from "./path.js";
import { searcher } from "./search.js";
import { makeStore, VIEWS } from "./store.js";
import { timestrip } from "./timestrip.js";
import { briefingView } from "./views/briefing.js";
import { bodiesView } from "./views/bodies.js";
import { matrixView } from "./views/matrix.js";
import { meetingsView } from "./views/meetings.js";
import { networkView } from "./views/network.js";
import { timelineView } from "./views/timeline.js";

const MAKERS = { network: networkView, timeline: timelineView, matrix: matrixView, meetings: meetingsView, bodies: bodiesView, briefing: briefingView };
const FILTER_KEYS = ["hidden", "unseen", "states", "offices", "from", "till"];

/**
 * Builds the page over a model into an element, and gives the application. `before` is what of an earlier one stays, `renew` shows
 * the graph as it is told by then.
 */
export function build(model, root, { before, renew }) {
  const ended = new AbortController();
  const store = makeStore(ended.signal, before?.state);
  // A server that has the texts of the articles says so in the first element of the page.
  const texts = document.documentElement.dataset.texts !== undefined;
  const app = { model, store, search: searcher(model), theme: currentTheme, texts, edit: editing(), renew, before, opened: before?.opened ?? new Set(), end: () => ended.abort() };
  let [shown, way] = [null, undefined];
  app.shown = () => (shown ??= visible(model, store.get()));
  app.filtered = () => filtered(store.get());
  app.way = () => {
    if (way === undefined) {
      const [from, to] = [model.byId.get(store.get().selected), model.byId.get(store.get().other)];
      way = (from && to && ways(model, from, to, 1)[0]) || null;
    }
    return way;
  };
  app.select = (id) => store.set({ selected: id, other: null });
  app.toggleFilters = (open) => {
    root.classList.toggle("filters-open", open);
    toggle.setAttribute("aria-expanded", String(root.classList.contains("filters-open")));
    if (open) document.querySelector("#filters input")?.focus();
    else if (open === false) toggle.focus();
  };

  const toggle = h("button", { type: "button", class: "button toggle-filters", "aria-expanded": String(root.classList.contains("filters-open")), "aria-controls": "filters", onclick: () => app.toggleFilters(!root.classList.contains("filters-open")) }, t("showFilters"));
  const find = combobox({
    id: "search", label: t("search"), find: (typed) => app.search(typed), choose: (node) => app.select(node.id),
    describe: (node) => [node.name, [t(node.form ? `form.${node.form}` : `one.${node.kind}`), node.state && node.kind !== "state" ? model.stateName(node.state) : ""].filter(Boolean).join(" · ")],
  });
  const views = {};
  const stage = h("div", { id: "view", tabindex: "-1", role: "tabpanel" });
  const tabs = h("div", { role: "tablist", class: "tabs", "aria-label": t("views"), onkeydown: (event) => turn(event, store) }, VIEWS.map((view) => h("button", {
    type: "button", role: "tab", id: `tab-${view}`, "aria-controls": "view", onclick: () => store.set({ view }),
  }, t(`view.${view}`))));
  const [side, column, strip] = [panel(app), filters(app), timestrip(app)];
  const news = h("div", { class: "news" });
  const middle = h("main", {}, stage);
  const part = (view) => (views[view] ??= MAKERS[view](app));
  const share = shareButton();
  // On a phone there is no room for the button.
  const saving = menu(t("export"), () => [...exportsOf(app, part(store.get().view)), [t("share"), () => share.click(), "on-phone"]]);
  replace(root, h("a", { class: "skip", href: "#view", onclick: (event) => { event.preventDefault(); stage.focus(); } }, t("skip")),
    h("header", { class: "top" }, h("div", { class: "brand" }, h("h1", {}, t("title")), h("p", { class: "quiet" }, counts(model))),
      find, h("div", { class: "tools" }, toggle, app.edit ? menu(t("edit"), () => edits(app)) : null, saving, share, themeButton(() => update(["theme"])))),
    news, h("nav", { class: "views" }, tabs), h("div", { class: "stage" }, column.element, middle, side.element), strip.element, h("div", { id: "announcer", class: "unseen", role: "status", "aria-live": "polite" }));

  let current = null;
  function update(changed) {
    if (changed.some((key) => FILTER_KEYS.includes(key))) shown = null;
    if (changed.some((key) => key === "selected" || key === "other")) way = undefined;
    const state = store.get();
    const view = part(state.view);
    if (current !== state.view) {
      replace(stage, view.element);
      stage.setAttribute("aria-labelledby", `tab-${state.view}`);
      for (const tab of tabs.children) {
        const on = tab.id === `tab-${state.view}`;
        tab.setAttribute("aria-selected", String(on));
        tab.tabIndex = on ? 0 : -1;
        if (on) tab.scrollIntoView({ block: "nearest", inline: "nearest" });
      }
      current = state.view;
      changed = [...new Set([...changed, ...FILTER_KEYS.filter((key) => state[key] !== null && state[key].length !== 0), "view"])];
    }
    column.update();
    side.update(changed);
    // The briefing tells what the panel tells, and wants the room.
    document.documentElement.classList.toggle("on-paper", state.view === "briefing");
    root.classList.toggle("with-panel", !side.element.hidden && state.view !== "briefing");
    strip.update();
    view.update(changed);
    const chosen = model.byId.get(state.selected);
    document.title = chosen ? `${chosen.name} · ${t("title")}` : t("title");
    if (chosen && changed.includes("selected") && !changed.includes("renewed")) announce(chosen.name);
  }
  store.listen((_, changed) => update(changed));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => update(["theme"]), { signal: ended.signal });
  update(["view", "selected", "other", ...(before ? ["renewed"] : [])]);
  app.tell = (told) => {
    replace(news, noticeOf(app, told));
    news.firstChild.focus({ preventScroll: true });
  };
  // Others have changed the graph: it is told and left to whoever looks when to see it.
  app.outdated = () => {
    const show = h("button", { type: "button", class: "button", onclick: () => renew() }, t("showNew"));
    const close = h("button", { type: "button", class: "icon", "aria-label": t("close"), title: t("close"), onclick: () => bar.remove() }, "×");
    const bar = h("section", { class: "notice outdated", "aria-label": t("news") }, h("p", {}, t("outdated")), show, close);
    middle.querySelector(".outdated")?.remove();
    // Above what is seen, so that nothing of it moves.
    middle.append(bar);
    announce(t("outdated"));
  };
  app.camera = () => views.network?.keep() ?? before?.network ?? null;
  if (before?.notice) app.tell(before.notice);
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "")) {
      event.preventDefault();
      document.getElementById("search").focus();
    }
    if (event.key === "Escape" && root.classList.contains("filters-open")) app.toggleFilters(false);
  }, { signal: ended.signal });
  app.part = part;
  app.ways = (from, to) => ways(model, model.byId.get(from), model.byId.get(to));
  return app;
}

const edits = (app) => [[t("addArticle"), () => openAdd(app)], [t("addFact"), () => openFact(app)], [t("review"), () => openReview(app)], [t("corrections"), () => openHistory(app)]];

function counts(model) {
  return [t("nNodes", { n: model.nodes.length }), t("nMeetings", { n: model.meetings.length }), t("nArticles", { n: model.documents.size })].join(", ");
}

function turn(event, store) {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by) return;
  const view = VIEWS[(VIEWS.indexOf(store.get().view) + by + VIEWS.length) % VIEWS.length];
  store.set({ view });
  document.getElementById(`tab-${view}`).focus();
  event.preventDefault();
}

function currentTheme() {
  const own = document.documentElement.dataset.theme;
  return own ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
}

function themeButton(update) {
  return h("button", { type: "button", class: "icon", "aria-label": t("theme"), title: t("theme"), onclick: () => {
    document.documentElement.dataset.theme = currentTheme() === "dark" ? "light" : "dark";
    update();
  } }, "◐");
}

function shareButton() {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      announce(t("copied"));
      button.classList.add("done");
      setTimeout(() => button.classList.remove("done"), 1500);
    } catch {
      // Where there is no clipboard, the address line has the link.
    }
  };
  const button = h("button", { type: "button", class: "button share", onclick: copy }, t("share"));
  return button;
}

// A button under which there are others; `acts` gives them when it is opened, as `[words, what it does, class]`.
function menu(label, acts) {
  const items = h("div");
  const element = h("details", { class: "menu" }, h("summary", { class: "button" }, label), items);
  const act = (words, does, kind) => h("button", { type: "button", class: kind, onclick: () => { element.open = false; element.firstChild.focus(); does(); } }, words);
  element.firstChild.addEventListener("click", () => replace(items, acts().map((one) => act(...one))));
  element.addEventListener("focusout", (event) => {
    if (!element.contains(event.relatedTarget)) element.open = false;
  });
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape") element.open = false;
  });
  return element;
}
