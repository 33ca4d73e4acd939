// What is seen, saved as a file: the picture of the view, its table, the graph.

import { download, graphJson } from "./download.js";
import { t } from "./messages.js";

/** So many times as fine as on the screen a picture of dots is. */
const FINE = 2;
/** No browser paints a picture of more dots. */
const DOTS = 64e6;

/**
 * What can be saved now, as `[key of its words, what does it]`. A view has `svg()`, its picture as `{ name, text, width, height }`,
 * and `table()`, as `{ name, text }`, where it is anything of the sort; `picture()` paints it on a canvas where that is quicker.
 */
export function exportsOf(app, view) {
  const svg = () => {
    const { name, text } = view.svg();
    download(`${name}.svg`, "image/svg+xml", text);
  };
  const png = async () => {
    const { name, text, width, height } = view.svg();
    const canvas = view.picture ? view.picture() : await painted(text, width, height);
    canvas.toBlob((blob) => download(`${name}.png`, "image/png", blob));
  };
  const table = () => {
    const { name, text } = view.table();
    download(`${name}.csv`, "text/csv;charset=utf-8", text);
  };
  return [
    ...(view.svg ? [["exportSvg", svg], ["exportPng", png]] : []),
    ...(view.table ? [["exportCsv", table]] : []),
    ["exportJson", () => download("relations.json", "application/json", graphJson(app.model, app.shown()))],
  ].map(([key, act]) => [t(key), act]);
}

async function painted(svg, width, height) {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    const fine = Math.min(FINE, Math.sqrt(DOTS / (width * height)));
    const canvas = new OffscreenCanvas(Math.ceil(width * fine), Math.ceil(height * fine));
    const context = canvas.getContext("2d");
    context.scale(fine, fine);
    context.drawImage(image, 0, 0, width, height);
    return { toBlob: (take) => canvas.convertToBlob({ type: "image/png" }).then(take) };
  } finally {
    URL.revokeObjectURL(url);
  }
}
