// The network: a canvas that is larger than what is seen, moved and scaled as a picture while a hand moves it and painted
// again when the hand rests, and above it a layer for what is pointed at.

import { announce, h } from "../dom.js";
import { t } from "../messages.js";
import { makeCamera } from "../network/camera.js";
import { fontOf, paint, ring } from "../network/canvas.js";
import { makeLayer } from "../network/layer.js";
import { turn } from "../model.js";
import { listen } from "../network/input.js";
import { labelsOf } from "../network/labels.js";
import { boundsOf, lineAt, nodeAt, sceneOf } from "../network/scene.js";
import { svgOf } from "../network/svg.js";
import { palette } from "../palette.js";
import { meetingsCsv, rows } from "./meetings.js";

/** A screen so many times as high as wide wants the picture upright. */
const UPRIGHT = 1.15;
/** Nearer to the edge, in pixels, one does not see well what lies there; and so far around what is gathered, in the picture. */
const EDGE = 14;
const ROOM = 16;

/** The view; `app` has model, store, shown(), theme() and select(). */
export function networkView(app) {
  const base = h("canvas", { class: "net-base", "aria-hidden": "true" });
  const over = h("canvas", { class: "net-over", tabindex: "0", role: "application", id: "network", "aria-roledescription": t("view.network") });
  const hint = h("div", { class: "net-hint", "aria-hidden": "true", hidden: true });
  const note = h("p", { class: "net-note" });
  const button = (label, sign, act) => h("button", { type: "button", class: "icon", "aria-label": label, title: label, onclick: act }, sign);
  const element = h("section", { class: "network" }, base, over, hint, note,
    h("div", { class: "net-tools" }, button(t("zoomIn"), "+", () => zoom(1.4)), button(t("zoomOut"), "−", () => zoom(1 / 1.4)), button(t("fit"), "⤢", () => fit())));
  const camera = makeCamera();
  const layer = makeLayer(base, camera, () => later());
  const measures = new Map();
  let scene = null;
  let [hovered, hoveredLine, focused, fitted, queued, moving, labels] = [null, null, null, false, false, false, []];
  // Whether somebody has moved the picture from where all of it is seen.
  let touched = false;
  // How far nodes were dragged away from their places.
  const dragged = new Map();
  const drag = (node, dx, dy) => {
    const [x, y] = app.model.places[node.i];
    [node.x, node.y] = [x + dx, y + dy];
    dragged.set(node.id, [dx, dy]);
  };
  turn(app.model, app.before?.network?.upright ?? app.model.upright);
  for (const [id, [dx, dy]] of app.before?.network?.dragged ?? []) if (app.model.byId.has(id)) drag(app.model.byId.get(id), dx, dy);

  scene = sceneOf(app.model, app.shown(), null);

  const selected = () => app.model.byId.get(app.store.get().selected) ?? null;
  const measure = (text, size, bold) => {
    const key = `${Math.round(size)} ${bold} ${text}`;
    let width = measures.get(key);
    if (width === undefined) {
      const context = over.getContext("2d");
      context.font = fontOf(size, bold);
      measures.set(key, (width = context.measureText(text).width));
    }
    return width;
  };
  const around = (node) => {
    const nodes = new Set([node]);
    for (const line of scene.lines) {
      if (line.a === node) nodes.add(line.b);
      if (line.b === node) nodes.add(line.a);
    }
    return { nodes, lines: (line) => line.a === node || line.b === node };
  };
  const bright = () => {
    const way = app.way();
    if (way) {
      const pairs = new Set(way.steps.map((s) => pairOf(s.from, s.to)));
      return { nodes: new Set(way.steps.flatMap((s) => [s.from, s.to])), lines: (line) => pairs.has(pairOf(line.a, line.b)) };
    }
    const meeting = app.model.meetingById.get(app.store.get().selected);
    if (meeting) {
      const nodes = new Set([...meeting.people, ...(meeting.body ? [meeting.body] : [])]);
      return { nodes, lines: (line) => line.edges.some((e) => e.raw.meeting_id === meeting.id) };
    }
    return selected() ? around(selected()) : null;
  };

  const named = (through, lit) => labelsOf(scene, through, measure, new Set(lit && lit.nodes.size <= 40 ? lit.nodes : selected() ? [selected()] : []), lit && lit.nodes.size <= 40, selected());
  function draw() {
    queued = false;
    const lit = bright();
    layer.paint((context, wide) => {
      labels = named(wide, lit);
      paint(context, scene, wide, palette(app.theme()), labels, lit);
    });
    drawOver();
  }
  function move() {
    layer.follow();
    if (!moving) requestAnimationFrame(() => { moving = false; drawOver(); });
    moving = true;
  }
  function drawOver() {
    const context = layer.sized(over, camera.width, camera.height);
    context.clearRect(0, 0, camera.width, camera.height);
    const colours = palette(app.theme());
    const size = (node) => scene.nodes.find((e) => e.node === node)?.r;
    for (const [node, colour] of [[selected(), null], [hovered, null], [document.activeElement === over ? focused : null, colours.lines.met]]) {
      if (node && size(node)) ring(context, node, size(node), camera, colours, colour);
    }
    if (hoveredLine && !hovered) {
      context.beginPath();
      context.moveTo(...camera.toScreen(hoveredLine.a.x, hoveredLine.a.y));
      context.lineTo(...camera.toScreen(hoveredLine.b.x, hoveredLine.b.y));
      context.lineWidth = hoveredLine.width + 2.5;
      context.strokeStyle = colours.ink;
      context.stroke();
    }
  }
  function later() {
    if (!queued) requestAnimationFrame(draw);
    queued = true;
  }
  function zoom(factor, x, y) {
    touched = true;
    camera.zoom(factor, x, y);
    move();
  }
  function pan(dx, dy) {
    touched = true;
    camera.pan(dx, dy);
    move();
  }
  function fit() {
    touched = false;
    camera.fit(boundsOf(scene));
    later();
  }
  function hover(x, y) {
    const at = camera.toPicture(x, y);
    const node = nodeAt(scene, ...at, 5 / camera.scale);
    const line = node ? null : lineAt(scene, ...at, 4 / camera.scale);
    if (node === hovered && line === hoveredLine) return;
    [hovered, hoveredLine] = [node, line];
    over.classList.toggle("pointing", Boolean(node || line));
    const words = node ? whoIs(node) : line ? whatTies(line) : "";
    hint.textContent = words;
    hint.hidden = !words;
    if (words) {
      hint.style.setProperty("left", `${Math.max(0, Math.min(x + 14, camera.width - 240))}px`);
      hint.style.setProperty("top", `${y + 16 > camera.height - 60 ? y - 44 : y + 16}px`);
    }
    drawOver();
  }
  const whoIs = (node) => [node.name, t(`one.${node.kind}`), node.state && node.kind !== "state" ? app.model.stateName(node.state) : ""].filter(Boolean).join(" · ");
  const whatTies = (line) => `${line.a.name} – ${line.b.name} · ${t(`tie.${line.kind}`)}${line.n > 1 ? ` (${line.n})` : ""}`;

  listen(over, {
    pan,
    zoom, fit, hover,
    grip: (x, y) => nodeAt(scene, ...camera.toPicture(x, y), 3 / camera.scale),
    drag(node, x, y) {
      const [[to, down], [from, top]] = [camera.toPicture(x, y), app.model.places[node.i]];
      drag(node, to - from, down - top);
      later();
    },
    settle: later,
    click(x, y) {
      const at = camera.toPicture(x, y);
      const node = nodeAt(scene, ...at, 6 / camera.scale);
      const line = node ? null : lineAt(scene, ...at, 5 / camera.scale);
      const [wx, wy] = layer.toWide(x, y);
      const disc = labels.find((l) => l.disc !== undefined && Math.abs(l.y - wy) < l.size && Math.abs(l.x - wx) < measure(l.text, l.size, true) / 2);
      const state = disc && app.model.states.get(app.model.groups[disc.disc].state);
      focused = node ?? focused;
      if (node ?? state) app.select((node ?? state).id);
      else if (line) app.store.set({ selected: line.a.id, other: line.b.id });
      else app.select(null);
    },
    step(dx, dy) {
      const from = focused ?? selected() ?? heaviest(scene);
      focused = focused || selected() ? next(scene, from, dx, dy) ?? from : from;
      if (!focused) return;
      const [x, y] = camera.toScreen(focused.x, focused.y);
      if (x < 40 || y < 40 || x > camera.width - 40 || y > camera.height - 40) [camera.x, camera.y, touched] = [focused.x, focused.y, true];
      announce(whoIs(focused));
      later();
    },
    open: () => focused && app.select(focused.id),
  });
  over.addEventListener("focus", drawOver);
  over.addEventListener("blur", drawOver);
  new ResizeObserver(([entry]) => {
    const { width, height } = entry.contentRect;
    if (!width || !height) return;
    [camera.width, camera.height] = [width, height];
    upright(height > UPRIGHT * width);
    if (!fitted) {
      fit();
      if (app.before?.network?.touched) again(app.before.network);
      if (!app.before?.network || app.before.moved) look();
    }
    fitted = true;
    draw();
  }).observe(element);

  return {
    element,
    /** Shows the state; where something new is selected, the picture moves so far that it is seen. */
    update(changed) {
      scene = sceneOf(app.model, app.shown(), selected());
      const states = new Set(scene.discs.map((d) => d.state)).size;
      over.setAttribute("aria-label", t("networkLabel", { nodes: scene.members, states }));
      const left = app.model.leftOut ? t("leftOut", { n: app.model.leftOut }) : "";
      note.textContent = [app.filtered() ? t("countShown", { n: scene.members, all: app.model.nodes.length }) : "", left].filter(Boolean).join(" · ");
      if (changed.some((key) => ["states", "from", "till", "offices"].includes(key)) && fitted) fit();
      if (fitted && (changed.includes("selected") || changed.includes("other"))) look();
      later();
    },
    /** Which part of the picture is seen, told by the node in its middle, for the places of a graph that has changed are others; and what was dragged away. */
    keep() {
      const far = (node) => Math.hypot(node.x - camera.x, node.y - camera.y);
      const anchor = selected() ?? scene.nodes.reduce((best, { node }) => (!best || far(node) < far(best) ? node : best), null);
      return { touched, x: camera.x, y: camera.y, scale: camera.scale, dragged: [...dragged], upright: app.model.upright, anchor: anchor && { id: anchor.id, dx: camera.x - anchor.x, dy: camera.y - anchor.y } };
    },
    /** What is seen as SVG. */
    svg: () => ({ name: "relations", text: svgOf(scene, camera, palette(app.theme()), named(camera, bright()), t("title")), width: camera.width, height: camera.height }),
    /** The meetings of what is seen. */
    table: () => ({ name: "meetings", text: meetingsCsv(rows(app), app) }),
    /** What is seen on a canvas of twice the size. */
    picture() {
      const canvas = h("canvas", { width: String(camera.width * 2), height: String(camera.height * 2) });
      const context = canvas.getContext("2d");
      context.setTransform(2, 0, 0, 2, 0, 0);
      paint(context, scene, camera, palette(app.theme()), named(camera, bright()), bright());
      return canvas;
    },
    /** For tests: where a node is on the screen, and what a frame costs. */
    probe: { at: (id) => { const n = app.model.byId.get(id); return camera.toScreen(n.x, n.y); }, draw, pan, scale: () => camera.scale },
  };

  // Turns the picture where the screen was turned, with what was dragged and what is looked at.
  function upright(wanted) {
    if (!turn(app.model, wanted)) return;
    for (const id of dragged.keys()) {
      const node = app.model.byId.get(id);
      const [x, y] = app.model.places[node.i];
      dragged.set(id, [node.x - x, node.y - y]);
    }
    scene = sceneOf(app.model, app.shown(), selected());
    [camera.x, camera.y] = wanted ? [-camera.y, camera.x] : [camera.y, -camera.x];
    if (fitted && !touched) fit();
  }

  function again(kept) {
    const node = kept.anchor && app.model.byId.get(kept.anchor.id);
    camera.scale = kept.scale;
    [camera.x, camera.y] = node ? [node.x + kept.anchor.dx, node.y + kept.anchor.dy] : [kept.x, kept.y];
    touched = true;
  }

  // On a narrow screen the panel covers the lower part: so many pixels of it.
  function covered() {
    const side = document.getElementById("panel");
    if (!side || side.hidden || innerWidth > 760) return 0;
    return Math.max(0, Math.min(camera.height * 0.8, element.getBoundingClientRect().bottom - side.getBoundingClientRect().top));
  }

  // Moves the picture so far that what is selected is seen: of a way between two and of a meeting all that belongs to it.
  function look() {
    const meeting = app.model.meetingById.get(app.store.get().selected);
    const way = app.way();
    if (way || meeting) gather(way ? way.steps.flatMap((s) => [s.from, s.to]) : meeting.people);
    else if (selected()) reveal(selected());
  }

  function gather(nodes) {
    const [low, right] = [camera.height - covered() - EDGE, camera.width - EDGE];
    const isSeen = ([x, y]) => x > EDGE && y > EDGE && x < right && y < low;
    if (!nodes.length || nodes.every((node) => isSeen(camera.toScreen(node.x, node.y)))) return;
    const [xs, ys] = [nodes.map((node) => node.x), nodes.map((node) => node.y)];
    camera.fit({ left: Math.min(...xs) - ROOM, right: Math.max(...xs) + ROOM, top: Math.min(...ys) - ROOM, bottom: Math.max(...ys) + ROOM }, 1.2, covered());
    touched = true;
  }

  function reveal(node) {
    const [x, y] = camera.toScreen(node.x, node.y);
    const under = covered();
    const inside = x > 60 && y > 60 && x < camera.width - 60 && y < camera.height - under - 30;
    if (camera.scale < 0.45) camera.scale = 0.8;
    else if (inside) return;
    [camera.x, camera.y] = [node.x, node.y + under / 2 / camera.scale];
    touched = true;
  }
}

const pairOf = (a, b) => (a.i < b.i ? `${a.i} ${b.i}` : `${b.i} ${a.i}`);
const heaviest = (scene) => scene.nodes.reduce((best, { node }) => (!best || node.weight > best.weight ? node : best), null);

// The nearest node in a direction: what lies aside counts twice.
function next(scene, from, dx, dy) {
  let [best, least] = [null, Infinity];
  for (const { node } of scene.nodes) {
    const [x, y] = [node.x - from.x, node.y - from.y];
    const along = x * dx + y * dy;
    const far = along + 2 * Math.abs(x * dy - y * dx);
    if (along > 1 && far < least) [best, least] = [node, far];
  }
  return best;
}
