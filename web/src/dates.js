// Dates of which only a part may be known ("2031", "2031-03", "2031-03-04"), and months as numbers.

import { t } from "./messages.js";

const nameOf = (month) => t("months").split(" ")[month] ?? "";

/** The months that a date may lie in, as [first, last]; null where nothing is known. A month is its year times twelve and its number from 0. */
export function months(date) {
  const parts = /^(\d{4})(?:-(\d\d))?/.exec(date ?? "");
  if (!parts) return null;
  const year = Number(parts[1]) * 12;
  if (!parts[2]) return [year, year + 11];
  const month = year + Number(parts[2]) - 1;
  return [month, month];
}

/** A month as "2031-03". */
export function monthWord(month) {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
}

/** The month of "2031-03"; null where it is nothing of the sort. */
export function monthOf(word) {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(word ?? "") ? months(word)[0] : null;
}

/** A month as "Mar 2031". */
export function monthName(month) {
  return t("aMonth", { month: nameOf(month % 12), year: String(Math.floor(month / 12)) });
}

/** A date as "4 Mar 2031", "Mar 2031" or "2031"; nothing where nothing is known. */
export function dateName(date) {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date ?? "");
  if (!parts) return "";
  const [year, month] = [String(Number(parts[1])), parts[2] ? nameOf(Number(parts[2]) - 1) : ""];
  if (!month) return year;
  return parts[3] ? t("aDay", { day: String(Number(parts[3])), month, year }) : t("aMonth", { month, year });
}

/** The months in which an office was seen held, from the first to the last; null where it was not seen. Bounds are days on which it was not held. */
export function spellMonths(spell) {
  const from = months(spell.first_seen ?? spell.last_seen);
  const till = months(spell.last_seen ?? spell.first_seen);
  return from && [from[0], till[1]];
}

/** The months in which a body bore a name; where an end is not known, all before or after. */
export function calledMonths({ from, until }) {
  return [months(from)?.[0] ?? -Infinity, months(until)?.[1] ?? Infinity];
}
