// The beginning: takes the data out of the page, or from the server that served it, and builds the rest.

import { h } from "./dom.js";
import { takeToken } from "./edit/session.js";
import { speak, t } from "./messages.js";
import { modelOf } from "./model.js";
import { build } from "./shell.js";

async function data() {
  const inside = document.getElementById("interparl-data");
  if (inside) return JSON.parse(inside.textContent);
  const answer = await fetch("api/v1/data", { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

async function start() {
  takeToken();
  // Whoever opens the address in a window that has the page already.
  addEventListener("hashchange", () => { if (takeToken()) location.reload(); });
  speak(document.documentElement.lang || "en");
  const root = h("div", { id: "explorer" });
  document.body.append(root);
  try {
    const app = build(modelOf(await data()), root);
    // For tests and for whoever opens the console of the browser.
    globalThis.interparl = app;
    document.documentElement.dataset.ready = "";
  } catch (error) {
    root.append(h("p", { role: "alert", class: "empty" }, t("broken")));
    throw error;
  }
}

start();
