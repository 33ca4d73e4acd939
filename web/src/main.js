// The beginning: takes the data out of the page, or from the server that served it, and builds the rest.

import { announce, h } from "./dom.js";
import { takeToken } from "./edit/session.js";
import { follow } from "./follow.js";
import { speak, t } from "./messages.js";
import { modelOf } from "./model.js";
import { counterpart, scrollAgain, scrolled } from "./renewal.js";
import { build } from "./shell.js";

let [app, tag] = [null, null];

// The data, with the tag by which the server tells whether they are others by now.
async function data() {
  const inside = document.getElementById("interparl-data");
  if (inside) return { told: JSON.parse(inside.textContent), tag: null };
  const answer = await fetch("api/v1/data", { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return { told: await answer.json(), tag: answer.headers.get("etag") };
}

function show(model, root, before) {
  app = build(model, root, { before, renew: (options) => renew(root, options) });
  // For tests and for whoever opens the console of the browser.
  globalThis.interparl = app;
}

/**
 * Shows the graph as it is told now, in the place of the one that is shown. What one looks at stays: the view, the part of the
 * picture, what is selected and opened. `notice` is told with it, and `select` is selected instead where it is given.
 */
async function renew(root, { notice = null, select = null } = {}) {
  let got = null;
  try {
    got = await data();
  } catch {
    // What was done is done; what is shown is only old.
    app.tell(notice ? { ...notice, shown: false } : { text: t("fault.unreachable"), shown: false });
    return;
  }
  const [model, state, places, camera] = [modelOf(got.told), app.store.get(), scrolled(root), app.camera()];
  const of = (id) => counterpart(app.model, model, id);
  if (camera?.anchor) camera.anchor.id = of(camera.anchor.id);
  if (camera) camera.dragged = camera.dragged.map(([id, by]) => [of(id), by]);
  const before = {
    network: camera, opened: app.opened, notice,
    state: { selected: select ?? of(state.selected), other: select ? null : of(state.other) },
    moved: select !== null && select !== of(state.selected),
  };
  const inside = root.contains(document.activeElement);
  app.end();
  tag = got.tag;
  show(model, root, before);
  scrollAgain(root, places);
  if (!notice && inside) document.getElementById("view").focus({ preventScroll: true });
  if (!notice) announce(t("renewed"));
}

async function start() {
  takeToken();
  // Whoever opens the address in a window that has the page already.
  addEventListener("hashchange", () => { if (takeToken()) location.reload(); });
  speak(document.documentElement.lang || "en");
  const root = h("div", { id: "explorer" });
  document.body.append(root);
  try {
    const got = await data();
    tag = got.tag;
    show(modelOf(got.told), root, null);
    document.documentElement.dataset.ready = "";
  } catch (error) {
    root.append(h("p", { role: "alert", class: "empty" }, t("broken")));
    throw error;
  }
  if (document.documentElement.dataset.live !== undefined) {
    // As long as the page is there.
    follow({ tag: () => tag, changed: () => app.outdated(), signal: new AbortController().signal });
  }
}

start();
