// Finding by name, in any script.

import { sound } from "./text.js";

/** A function that gives the nodes that fit what is typed, the best first. */
export function searcher(model) {
  const entries = model.nodes.map((node) => {
    const said = [node.name, ...node.aliases, ...node.called.map((known) => known.name)];
    const names = [...new Set(said.map(model.fold))].filter(Boolean);
    return { node, names, sounds: names.map(sound), raw: said.join("\n").toLowerCase() };
  });
  return (typed, most = 8, fits = () => true) => {
    const words = model.fold(typed);
    const raw = typed.trim().toLowerCase();
    if (!words && !raw) return [];
    const found = [];
    for (const entry of entries) {
      if (!fits(entry.node)) continue;
      const points = Math.max(rate(entry, words, raw), rateCode(entry.node, typed));
      if (points > 0) found.push([points + Math.min(9, Math.log2(1 + entry.node.weight)) / 10, entry.node]);
    }
    found.sort((a, b) => b[0] - a[0] || a[1].i - b[1].i);
    return found.slice(0, most).map(([, node]) => node);
  };
}

function rate(entry, words, raw) {
  if (!words) return raw && entry.raw.includes(raw) ? 3 : 0;
  let best = 0;
  for (const name of entry.names) best = Math.max(best, rateName(name, words, 10));
  if (best < 5) {
    const heard = sound(words);
    for (const name of entry.sounds) best = Math.max(best, heard.length > 2 ? rateName(name, heard, 5) : 0);
  }
  return best;
}

function rateName(name, words, most) {
  if (name === words) return most;
  if (name.startsWith(words)) return most - 1;
  if (` ${name}`.includes(` ${words}`)) return most - 2;
  const parts = name.split(" ");
  if (words.split(" ").every((word) => parts.some((part) => part.startsWith(word)))) return most - 3;
  return words.length > 3 && name.includes(words) ? most - 4 : 0;
}

const rateCode = (node, typed) => (node.code && node.code === typed.trim().toUpperCase() ? 12 : 0);
