// The marks of the timeline by keyboard: one of them is reached by Tab, arrow keys go on from it, and what it stands for is
// shown beside it.

import { h } from "../dom.js";

const ROW = 34;
const WIDE = 300;

/** Lets the marks (`.hit`) in the rows of an element be walked; each has a key (`data-key`) and lies at `data-x`. */
export function walk(element) {
  const hint = h("div", { class: "mark-hint", "aria-hidden": "true", hidden: true });
  const rows = () => [...element.querySelectorAll(".row")].map(marksOf).filter((marks) => marks.length);
  let current = null;

  const stand = (mark) => {
    element.querySelectorAll(".hit[tabindex='0']").forEach((other) => other.setAttribute("tabindex", "-1"));
    mark?.setAttribute("tabindex", "0");
    current = mark?.dataset.key ?? current;
  };
  const show = (mark) => {
    const [box, all] = [mark.getBoundingClientRect(), element.getBoundingClientRect()];
    const [left, top] = [box.left - all.left + element.scrollLeft, box.top - all.top + element.scrollTop];
    hint.textContent = mark.getAttribute("aria-label");
    hint.hidden = false;
    hint.style.setProperty("left", `${Math.max(8, Math.min(left, element.clientWidth - WIDE - 8))}px`);
    // Under the mark, and above it where there is no more room under it.
    const below = box.bottom + ROW + hint.offsetHeight < all.bottom;
    hint.style.setProperty("top", `${below ? top + box.height + 10 : top - hint.offsetHeight - 10}px`);
  };
  element.addEventListener("focusin", (event) => {
    const mark = event.target.closest(".hit");
    hint.hidden = !mark;
    if (!mark) return;
    stand(mark);
    show(mark);
  });
  element.addEventListener("focusout", () => { hint.hidden = true; });
  element.addEventListener("keydown", (event) => {
    const mark = event.target.closest(".hit");
    if (!mark || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") mark.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    else if (event.key === "Escape") hint.hidden = true;
    else {
      const to = next(rows(), mark, event.key);
      if (to === undefined) return;
      to?.focus();
      to?.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    event.preventDefault();
  });
  return {
    hint,
    /** What has the focus, to be found again when all was drawn anew. */
    place: () => (element.contains(document.activeElement) ? document.activeElement.dataset.key : undefined),
    /** Lets the marks that were drawn anew be walked, and gives the focus back to what had it. */
    again(had) {
      hint.hidden = true;
      const of = (key) => (key ? [...element.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key) : undefined);
      stand(of(current)?.closest(".hit") ?? element.querySelector(".row.selected .hit") ?? rows()[0]?.[0]);
      if (had) (of(had) ?? element).focus();
    },
  };
}

const at = (mark) => Number(mark.dataset.x);

// The marks of a row from the earliest on.
function marksOf(row) {
  return [...row.querySelectorAll(".hit")].sort((a, b) => at(a) - at(b));
}

// Where a key leads from a mark; null where there is nothing more, and undefined for other keys.
function next(rows, mark, key) {
  const here = rows.findIndex((marks) => marks.includes(mark));
  const [row, place] = [rows[here], rows[here].indexOf(mark)];
  const nearest = (marks) => marks?.reduce((best, one) => (Math.abs(at(one) - at(mark)) < Math.abs(at(best) - at(mark)) ? one : best)) ?? null;
  switch (key) {
    case "ArrowRight": return row[place + 1] ?? null;
    case "ArrowLeft": return row[place - 1] ?? null;
    case "ArrowDown": return nearest(rows[here + 1]);
    case "ArrowUp": return nearest(rows[here - 1]);
    case "Home": return row[0];
    case "End": return row[row.length - 1];
    default: return undefined;
  }
}
