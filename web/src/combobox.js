// A field that suggests while one types, after the combobox pattern of the ARIA guide.

import { announce, h, name, replace } from "./dom.js";
import { t } from "./messages.js";

/** A field with suggestions; `hint` stands in it while it is empty. `find` gives what fits, `describe` its name and what to say beside it, `choose` takes one. */
export function combobox({ id, label, hint = label, find, describe, choose, clears }) {
  const list = h("ul", { role: "listbox", id: `${id}-list`, "aria-label": label, hidden: true });
  const input = h("input", {
    type: "search", id, role: "combobox", placeholder: hint, "aria-label": label, "aria-autocomplete": "list", "aria-expanded": "false",
    "aria-controls": `${id}-list`, autocomplete: "off", spellcheck: "false", dir: "auto",
  });
  let [found, at] = [[], -1];
  const show = (open) => {
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (!open) input.removeAttribute("aria-activedescendant");
  };
  const mark = (to) => {
    at = to;
    [...list.children].forEach((item, k) => item.setAttribute("aria-selected", String(k === at)));
    if (at >= 0) {
      input.setAttribute("aria-activedescendant", `${id}-${at}`);
      list.children[at]?.scrollIntoView({ block: "nearest" });
    }
  };
  const take = (k) => {
    if (!found[k]) return;
    const chosen = found[k];
    input.value = clears ? "" : describe(chosen)[0];
    show(false);
    choose(chosen);
  };
  const suggest = () => {
    const typed = input.value;
    found = typed.trim() ? find(typed) : [];
    replace(list, found.length ? found.map((item, k) => {
      const [what, beside] = describe(item);
      return h("li", { role: "option", id: `${id}-${k}`, "aria-selected": "false", onpointerdown: (event) => { event.preventDefault(); take(k); } }, name(what), h("span", { class: "quiet" }, beside));
    }) : h("li", { class: "nothing", role: "option", "aria-disabled": "true", "aria-selected": "false" }, t("nothingFound")));
    show(Boolean(typed.trim()));
    if (typed.trim()) announce(found.length ? t("found", { n: found.length }) : t("nothingFound"));
    mark(found.length ? 0 : -1);
  };
  input.addEventListener("input", suggest);
  input.addEventListener("blur", () => show(false));
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && list.hidden) suggest();
    else if (event.key === "ArrowDown") mark(Math.min(found.length - 1, at + 1));
    else if (event.key === "ArrowUp") mark(Math.max(0, at - 1));
    else if (event.key === "Enter" && !list.hidden) take(at);
    else if (event.key === "Escape" && !list.hidden) show(false);
    else return;
    event.preventDefault();
  });
  return h("div", { class: "combobox" }, input, list);
}
