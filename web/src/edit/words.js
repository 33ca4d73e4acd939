// Judgements in words.

import { dateName } from "../dates.js";
import { t, title } from "../messages.js";
import { clean } from "../text.js";

/** What a judgement says; `of` gives the line of an id, where it is known. */
export function judgementWords(line, of) {
  if (line.judgement === "same" || line.judgement === "different") return t(`judged.${line.judgement}`, { a: named(line.a), b: named(line.b) });
  if (line.judgement === "wrong") return t("judged.wrong", { claim: claimWords(line.claim) });
  if (line.judgement === "fact") return t("judged.fact", { claim: claimWords(line.claim), source: clean(line.source) });
  const undone = of(line.of);
  return t("judged.undo", { what: undone ? judgementWords(undone, of) : line.of });
}

/** Who judged, when and why; empty where nothing is known of it. */
export function besideWords(line) {
  const said = [line.by && t("judgedBy", { by: clean(line.by) }), line.on && dateName(line.on)].filter(Boolean).join(", ");
  return [said, line.note && `“${clean(line.note)}”`].filter(Boolean).join(" · ");
}

const named = (part) => clean(part?.name) || part?.row || t("someone");

function claimWords(claim) {
  const when = claim.date ? `, ${dateName(claim.date)}` : "";
  const body = claim.body ? named(claim.body) : "";
  const people = (claim.people ?? (claim.sides ?? []).flat()).map(named).join(", ");
  switch (claim.predicate) {
    case "role": return `${named(claim.person)}: ${t(`office.${claim.office}`)}, ${named(claim.target)}${when}`;
    case "meeting": return `${[title(`meeting.${claim.kind}`), body, people].filter(Boolean).join(", ")}${when}`;
    case "took_part": return `${named(claim.person)}: ${[t(`meeting.${claim.kind}`), body].filter(Boolean).join(", ")}${when}`;
    case "visited": return `${named(claim.person)} ${t(claim.planned ? "visitedPlanned" : "visited")} ${named(claim.state)}${when}`;
    case "part_of": return `${named(claim.part)} ${t("part_of")} ${named(claim.whole)}`;
    case "links": return `${named(claim.body)} ${t("links")} ${named(claim.target)}`;
    default: return `${body || named(claim.person)}${claim.event ? `: ${t(`life.${claim.event}`)}` : ""}${when}`;
  }
}
