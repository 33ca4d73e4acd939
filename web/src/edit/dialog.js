// A dialog in which one confirms what is to be kept.

import { h, replace } from "../dom.js";
import { t } from "../messages.js";

/** Opens a dialog with a heading and a close button, and gives it; it goes away when it is closed, and focus returns to where it was. */
export function dialog(heading, ...children) {
  const before = document.activeElement;
  const close = h("button", { type: "button", class: "icon", "aria-label": t("close"), title: t("close"), onclick: () => element.close() }, "×");
  const element = h("dialog", { class: "dialog", "aria-labelledby": "dialog-heading" }, h("header", {}, h("h2", { id: "dialog-heading" }, heading), close), children);
  element.addEventListener("close", () => {
    element.remove();
    if (before?.isConnected) before.focus();
  });
  // Keys of the page behind it are not for those who type here.
  element.addEventListener("keydown", (event) => event.stopPropagation());
  document.body.append(element);
  element.showModal();
  return element;
}

/** A button that does something that takes time: it cannot be pressed twice, and what goes wrong stands in `said`. */
export function busyButton(words, said, act, props = {}) {
  const button = h("button", { type: "button", class: "button", ...props, onclick: async () => {
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    replace(said);
    try {
      await act();
    } catch (error) {
      replace(said, error.message);
    }
    button.removeAttribute("aria-disabled");
  } }, words);
  return button;
}

/** Where a dialog says what went wrong. */
export const fault = () => h("p", { class: "fault", role: "alert" });

/** A field with its name above it. */
export function field(label, control, hint) {
  return h("label", { class: "field" }, h("span", {}, label), control, hint ? h("span", { class: "quiet small" }, hint) : null);
}
