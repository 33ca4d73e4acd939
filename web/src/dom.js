// Making elements. Text goes in as text and never as markup, so nothing that an article says can become a part of the page.

const SVG = "http://www.w3.org/2000/svg";

function fill(element, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "vars") for (const [key, to] of Object.entries(value)) element.style.setProperty(key, to);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  add(element, children);
  return element;
}

function add(element, children) {
  for (const child of children) {
    if (child === undefined || child === null || child === false) continue;
    if (Array.isArray(child)) add(element, child);
    else element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** An element: `h("a", { href, onclick }, "text", [more])`. `vars` sets properties of its style. */
export function h(tag, props, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** The same for SVG. */
export function s(tag, props, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

/** Puts children in the place of all that an element has. */
export function replace(element, ...children) {
  element.replaceChildren();
  add(element, children);
  return element;
}

/** A name, apart from the direction of the text around it. */
export function name(text, props) {
  return h("bdi", props, text);
}

/** Tells users of screen readers something that others see. */
export function announce(text) {
  const region = document.getElementById("announcer");
  if (region) region.textContent = text;
}
