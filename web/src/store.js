// What is being looked at. Everything here is in the address, so that a link shows the same.

import { monthOf, monthWord } from "./dates.js";

export const VIEWS = ["network", "timeline", "matrix", "meetings", "bodies", "briefing"];
export const KINDS = ["legislator", "official", "chamber", "parliament", "commission", "assembly", "state"];
export const TIES = ["met", "attended", "visited", "role", "links", "part_of"];

const PLAIN = { view: "network", selected: null, other: null, hidden: [], unseen: [], states: [], offices: [], from: null, till: null, words: "", sort: "-date" };

/** The state of the address: a hash as a browser gives it. What is not understood is left out. */
export function fromHash(hash) {
  const got = new URLSearchParams(hash.replace(/^#/, ""));
  const list = (key, allowed) => (got.get(key) ?? "").split(",").filter((word) => word && (!allowed || allowed.includes(word))).slice(0, 300);
  const month = (key) => monthOf(got.get(key));
  return {
    view: VIEWS.includes(got.get("view")) ? got.get("view") : PLAIN.view,
    selected: got.get("sel") || null, other: got.get("to") || null,
    hidden: list("hide", KINDS), unseen: list("lines", TIES), states: list("states").map((c) => c.toUpperCase()), offices: list("offices"),
    from: month("from"), till: month("till"), words: (got.get("q") ?? "").slice(0, 200),
    sort: /^-?(date|kind|people|body|place|outcomes)$/.test(got.get("sort") ?? "") ? got.get("sort") : PLAIN.sort,
  };
}

/** The hash of a state; what is as it is at the beginning is not in it. */
export function toHash(state) {
  const out = [];
  const put = (key, value) => { if (value) out.push(`${key}=${encodeURIComponent(value).replaceAll("%2F", "/").replaceAll("%2C", ",")}`); };
  if (state.view !== PLAIN.view) put("view", state.view);
  put("sel", state.selected);
  put("to", state.other);
  put("hide", state.hidden.join(","));
  put("lines", state.unseen.join(","));
  put("states", state.states.join(","));
  put("offices", state.offices.join(","));
  if (state.from !== null) put("from", monthWord(state.from));
  if (state.till !== null) put("till", monthWord(state.till));
  put("q", state.words);
  if (state.sort !== PLAIN.sort) put("sort", state.sort);
  return out.length ? `#${out.join("&")}` : "";
}

/** Holds the state, tells whoever listens of changes, and keeps the address the same as the state, until `signal` ends it. */
export function makeStore(signal, change = {}) {
  let state = { ...fromHash(location.hash), ...change };
  const listeners = [];
  const tell = (changed) => listeners.forEach((listen) => listen(state, changed));
  const write = (step) => {
    const address = toHash(state) || location.pathname + location.search;
    try {
      history[step ? "pushState" : "replaceState"](null, "", address);
    } catch {
      // Some browsers count how often a page does this, and refuse for a while.
    }
  };
  const store = {
    get: () => state,
    listen: (listener) => listeners.push(listener),
    /** Changes some of the state. What is chosen and which view is a step of the browser's history; a filter is not. */
    set(change) {
      const changed = Object.keys(change).filter((key) => JSON.stringify(state[key]) !== JSON.stringify(change[key]));
      if (!changed.length || signal.aborted) return;
      state = { ...state, ...change };
      const step = changed.some((key) => ["view", "selected", "other"].includes(key));
      write(step);
      tell(changed);
    },
    clear: () => store.set({ hidden: [], unseen: [], states: [], offices: [], from: null, till: null, words: "" }),
  };
  const read = () => {
    state = fromHash(location.hash);
    tell(Object.keys(PLAIN));
  };
  if (Object.keys(change).length) write(false);
  addEventListener("popstate", read, { signal });
  addEventListener("hashchange", read, { signal });
  return store;
}
