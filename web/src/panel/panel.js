// The panel beside the view: what is selected, and how it is connected with something else.

import { h, name, replace } from "../dom.js";
import { t } from "../messages.js";
import { combobox } from "../combobox.js";
import { identityTools } from "../edit/correct.js";
import { cut } from "../text.js";
import { connection } from "./connection.js";
import { meetingKind, whenWhere } from "./parts.js";
import { meetingSections, nodeSections } from "./person.js";

/** A name of more signs fills the panel, and is shown as a whole only when asked for. */
const LONG = 110;

/** The panel; it is hidden while nothing is selected. */
export function panel(app) {
  const element = h("aside", { class: "panel", id: "panel", "aria-label": t("panel"), tabindex: "-1", hidden: true });
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) app.select(null);
  });
  return {
    element,
    update(changed) {
      if (!changed.some((key) => key === "selected" || key === "other")) return;
      // What was opened stays open while one looks at the same.
      if (changed.includes("selected") && !changed.includes("renewed")) app.opened.clear();
      const state = app.store.get();
      const node = app.model.byId.get(state.selected);
      const meeting = app.model.meetingById.get(state.selected);
      element.hidden = !node && !meeting;
      if (element.hidden) return;
      const top = element.scrollTop;
      replace(element, node ? ofNode(app, node, app.model.byId.get(state.other)) : ofMeeting(app, meeting));
      element.scrollTop = changed.includes("selected") ? 0 : top;
    },
  };
}

function head(app, title, under, also, more) {
  const short = cut(title, LONG);
  const heading = h("h2", {}, name(short), short === title ? null : [" ", h("button", { type: "button", class: "more", onclick: () => replace(heading, name(title)) }, t("wholeName"))]);
  return h("header", {}, h("div", {}, h("p", { class: "kind" }, under), heading, also.length ? h("p", { class: "quiet also" }, t("also"), ": ", also.flatMap((alias, k) => [k ? ", " : "", name(cut(alias, 80))])) : null),
    h("div", { class: "acts" }, more, h("button", { type: "button", class: "icon", "aria-label": t("close"), title: t("close"), onclick: () => app.select(null) }, "×")));
}

function ofNode(app, node, other) {
  const kind = node.form ? t(`form.${node.form}`) : t(`one.${node.kind}`);
  const state = node.state && node.kind !== "state" ? app.model.stateName(node.state) : null;
  const sections = nodeSections(app, node);
  const connect = combobox({
    id: "connect", label: t("connect"), find: (typed) => app.search(typed, 8, (n) => n !== node),
    describe: (n) => [n.name, n.state ? app.model.stateName(n.state) : t(`one.${n.kind}`)],
    choose: (n) => app.store.set({ other: n.id }), clears: true,
  });
  const paper = h("button", { type: "button", class: "button", onclick: () => app.store.set({ view: "briefing" }) }, t("briefing"));
  return [head(app, node.name, [kind, state].filter(Boolean).join(" · "), node.aliases.slice(0, 6), paper),
    connect, identityTools(app, node), other && other !== node ? connection(app, node, other) : null, sections.length ? sections : h("p", {}, t("none"))];
}

function ofMeeting(app, meeting) {
  return [head(app, meeting.people.length && meeting.people.length < 4 ? meeting.people.map((p) => p.name).join(", ") : meeting.body?.name ?? meetingKind(meeting), `${meetingKind(meeting)} · ${whenWhere(meeting)}`, []), meetingSections(app, meeting)];
}
