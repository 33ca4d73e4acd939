// What of the page stays as it is when the graph is shown anew: what is selected, where it was scrolled to, what was opened.

/** The id under which a model has what another one had as `id`: the same, or the node of the same words of an article. */
export function counterpart(before, now, id) {
  if (!id || now.byId.has(id) || now.meetingById.has(id)) return id;
  const mentions = before.byId.get(id)?.raw.mentions ?? [];
  if (!mentions.length) return id;
  const wanted = new Set(mentions.map(placeOf));
  const found = now.nodes.find((node) => (node.raw.mentions ?? []).some((mention) => wanted.has(placeOf(mention))));
  return found?.id ?? id;
}

const placeOf = ({ document, start, end }) => JSON.stringify([document, start, end]);

/** Where the parts of an element are scrolled to, to be given to `scrollAgain`. */
export function scrolled(root) {
  return [...root.querySelectorAll("*")].filter((e) => e.scrollTop || e.scrollLeft).map((e) => [selectorOf(e), e.scrollTop, e.scrollLeft]);
}

/** Scrolls the parts of an element to where they were. */
export function scrollAgain(root, places) {
  for (const [selector, top, left] of places) {
    const element = root.querySelector(selector);
    if (element) [element.scrollTop, element.scrollLeft] = [top, left];
  }
}

// A part is told by its id or its classes; of several of the same the first is taken.
function selectorOf(element) {
  if (element.id) return `#${CSS.escape(element.id)}`;
  return element.tagName.toLowerCase() + [...element.classList].map((name) => `.${CSS.escape(name)}`).join("");
}
