// Text of articles as it may be shown, and folded for comparing.

// Controls, and the marks that turn the direction of a text: a name must not turn what stands around it. They are those that
// `identity::clean` of the program leaves out, which a test holds. Joiners stay: some scripts cannot be written without them.
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;
const LONGEST = 2000;

/** A text without what is not seen, and not longer than anybody reads. */
export function clean(text) {
  const seen = String(text ?? "").normalize("NFC").replace(UNSEEN, "").replace(/[\s\u0085]+/gu, " ").trim();
  return seen.length > LONGEST ? `${seen.slice(0, LONGEST)}…` : seen;
}

/** A longer text without what is not seen, and with at most one empty line between others. */
export function cleanLines(text) {
  return String(text ?? "").normalize("NFC").replace(UNSEEN, "").replace(/(?:[^\S\n]|\u0085)+/gu, " ").replace(/ ?\n(?: ?\n)+ ?/gu, "\n\n");
}

/** A text of at most so many signs. */
export function cut(text, most) {
  const signs = [...text];
  return signs.length > most ? `${signs.slice(0, most - 1).join("").trimEnd()}…` : text;
}

/** A function that folds names: no case, no marks, Latin letters for those of other scripts, one space between words. */
export function folder(stretches) {
  const rows = stretches.map(([first, row]) => [first, row.split(" ")]);
  const latin = (sign) => {
    const code = sign.codePointAt(0);
    for (const [first, row] of rows) {
      if (code >= first && code < first + row.length) return row[code - first];
    }
    return /[\p{L}\p{N}]/u.test(sign) ? sign.toLowerCase() : " ";
  };
  return (text) => {
    let folded = "";
    for (const sign of clean(text).normalize("NFC").replace(/['’‘ʼ`"]/gu, "")) {
      if (!/\p{M}/u.test(sign)) folded += latin(sign);
    }
    return folded.replace(/ +/g, " ").trim();
  };
}

// Spellings of one sound, the longer ones first.
const SOUNDS = [["shch", "s"], ["sch", "s"], ["dzh", "j"], ["sh", "s"], ["zh", "j"], ["dj", "j"], ["kh", "h"], ["gh", "g"], ["ch", "c"],
  ["tz", "c"], ["ts", "c"], ["ph", "f"], ["ck", "k"], ["ou", "u"], ["oo", "u"], ["ee", "i"], ["q", "k"], ["w", "v"], ["y", "i"], ["x", "ks"]];

/** A folded name by its sound, so that spellings of one name come near each other. */
export function sound(folded) {
  let text = folded;
  for (const [from, to] of SOUNDS) text = text.replaceAll(from, to);
  return text.replace(/(.)\1+/g, "$1");
}
