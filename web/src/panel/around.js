// What stands around words in their article, asked of the server when somebody wants to see it.

import { h, replace } from "../dom.js";
import { t } from "../messages.js";
import { cleanLines } from "../text.js";

/** So many sentences are shown on each side, the more the more often one asks; the server gives no more than the last of these. */
const SENTENCES = [1, 4, 1000];

/** The buttons under the words of an article, and `further` ones; `words` gives the words anew for the place in which they are shown. */
export function around(entry, quote, words, further) {
  let [step, busy] = [0, false];
  const more = h("button", { type: "button", class: "more", "aria-expanded": "false", onclick: () => open() }, t("around"));
  const less = h("button", { type: "button", class: "more", hidden: true, onclick: () => show(null) }, t("aroundLess"));
  const said = h("span", { role: "status", class: "quiet" });
  function show(passage) {
    step = passage ? step + 1 : 0;
    const [page, before] = [quote.closest(".panel, .dialog"), placeOf(quote)];
    replace(quote, passage ? [rest(passage.begins ? "" : "… ", passage.before), h("mark", { class: "found" }, words()), rest(passage.after, passage.ends ? "" : " …")] : words());
    // The words stay where they were on the screen, however much stands before them now.
    if (page) page.scrollTop += placeOf(quote) - before;
    quote.classList.toggle("open", Boolean(passage));
    more.setAttribute("aria-expanded", String(Boolean(passage)));
    more.textContent = t(passage ? "aroundMore" : "around");
    more.hidden = Boolean(passage && ((passage.begins && passage.ends) || step === SENTENCES.length));
    less.hidden = !passage;
    said.textContent = more.hidden && !(passage.begins && passage.ends) ? t("aroundMost") : "";
    if (more.hidden || !passage) (passage ? less : more).focus({ preventScroll: true });
  }
  async function open() {
    if (busy) return;
    said.textContent = "";
    busy = true;
    const asked = new URLSearchParams({ document: entry.document, start: entry.start, end: entry.end, sentences: SENTENCES[step] });
    try {
      const answer = await fetch(`api/v1/passage?${asked}`, { headers: { accept: "application/json" } });
      if (!answer.ok) throw new Error(String(answer.status));
      show(await answer.json());
    } catch {
      said.textContent = t("aroundMissing");
    }
    busy = false;
  }
  return h("p", { class: "around-buttons" }, more, less, further, said);
}

const placeOf = (quote) => (quote.querySelector(".found") ?? quote).getBoundingClientRect().top;

const rest = (...texts) => h("span", { class: "rest" }, texts.map(cleanLines));
