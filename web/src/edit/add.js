// Adding an article: pasted or dropped, shown as it is read, and kept when one says so.

import { dateName } from "../dates.js";
import { h, name, replace } from "../dom.js";
import { count, t } from "../messages.js";
import { modelOf } from "../model.js";
import { evidence } from "../panel/evidence.js";
import { edgeWords, meetingKind, whenWhere } from "../panel/parts.js";
import { clean, cleanLines } from "../text.js";
import { busyButton, dialog, fault, field } from "./dialog.js";

/** The server takes no more than this, in bytes. */
const MOST_BYTES = 3_000_000;
/** No more of a text is shown, in signs. */
const MOST_SHOWN = 40_000;

/** Opens the dialog. */
export function openAdd(app) {
  let file = null;
  const text = h("textarea", { rows: "9", dir: "auto", spellcheck: "false" });
  const [title, date, url] = [h("input", { type: "text", maxlength: "300", dir: "auto" }), h("input", { type: "date" }), h("input", { type: "url", maxlength: "900", placeholder: "https://" })];
  const chosen = h("span", { class: "quiet", role: "status" });
  const picker = h("input", { type: "file", onchange: () => take(picker.files[0]) });
  const said = fault();
  const take = (given) => {
    file = given ?? null;
    text.disabled = Boolean(file);
    replace(chosen, file ? [t("fileChosen", { name: clean(file.name) }), " ", h("button", { type: "button", class: "more", onclick: () => { picker.value = ""; take(null); text.focus(); } }, t("fileForget"))] : null);
  };
  const given = async () => {
    const beside = { title: title.value.trim() || undefined, date: date.value || undefined, url: url.value.trim() || undefined };
    if ((file ?? new Blob([text.value])).size > MOST_BYTES) throw new Error(t("fault.too_large"));
    if (!file) return { text: text.value, ...beside };
    return { name: file.name.slice(0, 200), base64: await letters(file), ...beside };
  };
  const write = h("div", {}, h("p", { class: "quiet" }, t("addHint")), field(t("articleText"), text), h("div", { class: "drop" }, field(t("articleFile"), picker), chosen),
    h("div", { class: "beside" }, field(t("articleTitle"), title), field(t("date"), date), field(t("articleUrl"), url, t("articleUrlHint"))));
  const shown = h("div", { class: "preview", hidden: true, tabindex: "-1", role: "region", "aria-label": t("preview") });
  let sent = null;
  const see = busyButton(t("seeRead"), said, async () => {
    if (!file && !text.value.trim()) throw new Error(t("nothingGiven"));
    sent = await given();
    replace(shown, preview(await app.edit.send("articles/preview", sent)));
    step(true);
    shown.focus({ preventScroll: true });
    box.scrollTop = 0;
  }, { class: "button main" });
  const keep = busyButton(t("keepArticle"), said, async () => {
    const answer = await app.edit.send("articles", sent);
    const fresh = answer.added.filter((one) => one.status !== "known").length;
    box.close();
    await app.renew({ notice: { text: fresh ? t("keptArticles", { n: fresh }) : t("keptKnown"), ids: [], shown: answer.shown, idle: [], again: false } });
  }, { class: "button main", hidden: true });
  const change = h("button", { type: "button", class: "button", hidden: true, onclick: () => { step(false); (file ? picker : text).focus(); } }, t("changeArticle"));
  const step = (read) => {
    [write.hidden, see.hidden, shown.hidden, keep.hidden, change.hidden] = [read, read, !read, !read, !read];
  };
  const box = dialog(t("addArticle"), write, shown, said, h("div", { class: "acts" }, see, keep, change, h("button", { type: "button", class: "button", onclick: () => box.close() }, t("cancel"))));
  box.classList.add("wide");
  box.addEventListener("dragover", (event) => event.preventDefault());
  box.addEventListener("drop", (event) => {
    event.preventDefault();
    if (!write.hidden && event.dataTransfer.files[0]) take(event.dataTransfer.files[0]);
  });
  text.focus();
}

function letters(file) {
  return new Promise((told, failed) => {
    const reader = new FileReader();
    reader.onload = () => told(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => failed(new Error(t("fileUnreadable")));
    reader.readAsDataURL(file);
  });
}

// What was read: each article with its text, who is in it, and what it says.
function preview({ articles, problems, data }) {
  const model = modelOf(data);
  const app = { model, plain: true, edit: null, texts: false, select() {} };
  const people = model.nodes.filter((node) => node.person);
  const bodies = model.nodes.filter((node) => !node.person && node.kind !== "state");
  const told = [...model.meetings.map((meeting) => () => meetingLine(app, meeting)), ...model.edges.filter((edge) => !["met", "attended"].includes(edge.kind) && edge.evidence.some((e) => e.document)).map((edge) => () => [h("p", {}, name(edge.a.name), edge.kind === "role" ? " · " : " ", edgeWords(app, edge, edge.a)), evidence(app, edge.evidence.filter((e) => e.document), [edge.a, edge.b], edge.raw.confidence)])];
  return [
    problems.map((problem) => h("p", { class: "fault" }, problem)),
    list(t("read.people"), people.map((node) => () => who(app, node))), list(t("read.bodies"), bodies.map((node) => () => who(app, node))), list(t("read.claims"), told),
    told.length ? null : h("p", {}, t("read.nothing")),
    articles.map((article) => articleText(model, article)),
  ];
}

function list(heading, entries) {
  return entries.length ? h("section", {}, h("h3", {}, heading, " ", h("span", { class: "number" }, count(entries.length))), h("ul", { class: "entries" }, entries.map((entry) => h("li", {}, entry())))) : null;
}

function who(app, node) {
  return h("p", {}, name(node.name), h("span", { class: "quiet" }, [node.form ? t(`form.${node.form}`) : t(`one.${node.kind}`), node.state ? app.model.stateName(node.state) : ""].filter(Boolean).map((words) => ` · ${words}`)));
}

function meetingLine(app, meeting) {
  const people = meeting.people.flatMap((person, k) => [k ? ", " : "", name(person.name)]);
  return [h("p", {}, `${meetingKind(meeting)} · ${whenWhere(meeting)}`), h("p", {}, people, meeting.body ? [people.length ? " · " : "", name(meeting.body.name)] : null), evidence(app, meeting.evidence, meeting.people, meeting.raw.confidence)];
}

function articleText(model, article) {
  const heading = [article.title ?? article.label, article.date && dateName(article.date)].filter(Boolean).join(", ");
  const notes = [article.known ? t("read.known") : "", article.unsure ? t("read.unsure", { n: article.unsure }) : ""].filter(Boolean).join(" ");
  return h("section", {}, h("h3", {}, name(clean(heading))), notes ? h("p", { class: "quiet" }, notes) : null, h("div", { class: "read-text", dir: "auto", tabindex: "0", role: "region", "aria-label": t("articleText") }, marked(model, article)));
}

// The text with the words marked that stand for somebody or something. Places are code points.
function marked(model, article) {
  const signs = [...article.text];
  const places = model.nodes.flatMap((node) => (node.raw.mentions ?? []).filter((m) => m.document === article.document).map((m) => [m.start, m.end, node]));
  places.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const parts = [];
  let at = 0;
  const put = (from, to) => cleanLines(signs.slice(from, to).join(""));
  for (const [start, end, node] of places) {
    if (start < at || end > Math.min(signs.length, MOST_SHOWN)) continue;
    parts.push(put(at, start), h("mark", { title: node.name }, put(start, end)));
    at = end;
  }
  parts.push(put(at, MOST_SHOWN), signs.length > MOST_SHOWN ? ` … ${t("read.cut")}` : "");
  return parts;
}
