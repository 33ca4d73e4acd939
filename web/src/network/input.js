// Hands on the network: pointer, wheel, two fingers, keys.

const SLACK = 4;

/** Listens to an element; `act` has pan, zoom, fit, hover, click, drag, step and open. */
export function listen(element, act) {
  const pointers = new Map();
  let held = null;
  let moved = false;
  let spread = 0;
  const place = (event) => {
    const box = element.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const gap = () => {
    const [[ax, ay], [bx, by]] = [...pointers.values()];
    return [Math.hypot(ax - bx, ay - by), (ax + bx) / 2, (ay + by) / 2];
  };

  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    element.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, place(event));
    moved = pointers.size > 1;
    held = pointers.size === 1 ? act.grip(...place(event)) : null;
    if (pointers.size === 2) [spread] = gap();
  });
  element.addEventListener("pointermove", (event) => {
    const [x, y] = place(event);
    const last = pointers.get(event.pointerId);
    if (!last) {
      act.hover(x, y);
      return;
    }
    if (pointers.size === 2) {
      pointers.set(event.pointerId, [x, y]);
      const [now, mx, my] = gap();
      act.zoom(now / (spread || now), mx, my);
      spread = now;
      return;
    }
    if (!moved && Math.hypot(x - last[0], y - last[1]) < SLACK) return;
    moved = true;
    pointers.set(event.pointerId, [x, y]);
    if (held) act.drag(held, x, y);
    else act.pan(x - last[0], y - last[1]);
  });
  const release = (event) => {
    if (!pointers.delete(event.pointerId)) return;
    if (!moved && event.type === "pointerup") act.click(...place(event));
    else act.settle();
    held = null;
  };
  element.addEventListener("pointerup", release);
  element.addEventListener("pointercancel", release);
  element.addEventListener("pointerleave", () => act.hover(-1e6, -1e6));
  element.addEventListener("wheel", (event) => {
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 16 : 1;
    act.zoom(Math.exp(-Math.max(-300, Math.min(300, event.deltaY * lines)) * 0.0022), ...place(event));
  }, { passive: false });
  element.addEventListener("dblclick", (event) => act.zoom(1.8, ...place(event)));
  element.addEventListener("keydown", (event) => keys(event, act));
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function keys(event, act) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const arrow = ARROWS[event.key];
  if (arrow && event.shiftKey) act.pan(-arrow[0] * 80, -arrow[1] * 80);
  else if (arrow) act.step(...arrow);
  else if (event.key === "+" || event.key === "=") act.zoom(1.3);
  else if (event.key === "-") act.zoom(1 / 1.3);
  else if (event.key === "0") act.fit();
  else if (event.key === "Enter" || event.key === " ") act.open();
  else return;
  event.preventDefault();
}
