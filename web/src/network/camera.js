// What part of the picture is on the screen, and how large.

const LEAST = 0.04;
const MOST = 6;

/** A camera over a screen of a width and height in pixels. `scale` is pixels per unit; x and y are what lies in the middle. */
export function makeCamera() {
  const camera = {
    x: 0, y: 0, scale: 1, width: 1, height: 1,
    toScreen: (x, y) => [(x - camera.x) * camera.scale + camera.width / 2, (y - camera.y) * camera.scale + camera.height / 2],
    toPicture: (sx, sy) => [(sx - camera.width / 2) / camera.scale + camera.x, (sy - camera.height / 2) / camera.scale + camera.y],
    /** Moves the picture by pixels. */
    pan(dx, dy) {
      camera.x -= dx / camera.scale;
      camera.y -= dy / camera.scale;
    },
    /** Makes everything larger by a factor; what lies at the point of the screen stays there. */
    zoom(factor, sx = camera.width / 2, sy = camera.height / 2) {
      const [x, y] = camera.toPicture(sx, sy);
      camera.scale = Math.max(LEAST, Math.min(MOST, camera.scale * factor));
      const [nx, ny] = camera.toPicture(sx, sy);
      camera.x += x - nx;
      camera.y += y - ny;
    },
    /** Shows a box, no larger than `largest` times, above so many pixels as are `covered` from below. */
    fit(box, largest = 1.9, covered = 0) {
      const room = Math.min(28, camera.width / 12);
      const scale = Math.min((camera.width - 2 * room) / (box.right - box.left), (camera.height - covered - 2 * room) / (box.bottom - box.top));
      camera.scale = Math.max(LEAST, Math.min(largest, scale));
      camera.x = (box.left + box.right) / 2;
      camera.y = (box.top + box.bottom) / 2 + covered / 2 / camera.scale;
    },
  };
  return camera;
}
