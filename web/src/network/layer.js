// A canvas larger than what is seen. While the picture is moved, the canvas is, which costs nothing; what it shows is
// painted again when the hand rests, or when it moved so far that there is nothing more to show.

import { makeCamera } from "./camera.js";

/** So much more than what is seen is painted on each side. */
const MARGIN = 0.25;
const REST = 130;
const HASTE = 260;
/** A screen of more pixels is painted a little less finely. */
const PIXELS = 12e6;

/** The layer of a canvas under a camera; `again` is called when it is time to paint. */
export function makeLayer(canvas, camera, again) {
  const wide = makeCamera();
  let [timer, last] = [0, 0];
  const sized = (of, width, height) => {
    const ratio = Math.min(2, devicePixelRatio || 1, Math.sqrt(PIXELS / Math.max(1, width * height)));
    const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (of.width !== w || of.height !== h) [of.width, of.height] = [w, h];
    const context = of.getContext("2d", { alpha: of !== canvas });
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    return context;
  };
  return {
    /** The context of a canvas of so many pixels of the page. */
    sized,
    /** Paints by a function of a context and the camera of the whole canvas. */
    paint(act) {
      clearTimeout(timer);
      const [width, height] = [camera.width * (1 + 2 * MARGIN), camera.height * (1 + 2 * MARGIN)];
      Object.assign(wide, { x: camera.x, y: camera.y, scale: camera.scale, width, height });
      Object.assign(canvas.style, { width: `${width}px`, height: `${height}px`, left: `${-camera.width * MARGIN}px`, top: `${-camera.height * MARGIN}px`, transform: "none" });
      act(sized(canvas, width, height), wide);
      last = performance.now();
    },
    /** Moves the canvas after the camera. */
    follow() {
      const [x, y] = camera.toScreen(wide.x, wide.y);
      const scale = camera.scale / wide.scale;
      const [dx, dy] = [x - camera.width / 2, y - camera.height / 2];
      canvas.style.transform = `translate(${dx}px, ${dy}px) scale(${scale})`;
      const beyond = (off, size) => Math.abs(off) > (wide[size] * scale - camera[size]) / 2;
      clearTimeout(timer);
      if ((beyond(dx, "width") || beyond(dy, "height")) && performance.now() - last > HASTE) again();
      else timer = setTimeout(again, REST);
    },
    /** A point of the screen on the canvas, as it was painted last. */
    toWide: (x, y) => wide.toScreen(...camera.toPicture(x, y)),
  };
}
