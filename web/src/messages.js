// Every word of the page that is not out of the graph. Another language is another table with the same keys. Where a number
// changes the words, there is a key for each sort of number that the language has: "nMeetings.one", "nMeetings.few".

const EN = {
  title: "Relations between parliaments",
  "nNodes.one": "1 person or body", nNodes: "{n} people and bodies", "nArticles.one": "1 article", nArticles: "{n} articles",
  skip: "Skip to the view",
  search: "Search people, bodies, states",
  searchHint: "Any script; arrow keys choose, Enter opens",
  nothingFound: "Nothing of that name",
  found: "{n} found",
  views: "Views",
  "view.network": "Network", "view.timeline": "Timeline", "view.matrix": "States", "view.meetings": "Meetings", "view.bodies": "Commissions", "view.briefing": "Briefing",
  filters: "Filters", showFilters: "Filters", closeFilters: "Close filters", clear: "Clear all", kinds: "Show", states: "States", offices: "Offices",
  allStates: "All states", allOffices: "All offices", addState: "Add a state…", addOffice: "Add an office…", remove: "Remove {what}",
  "kind.legislator": "Legislators", "kind.official": "Officials", "kind.chamber": "Chambers", "kind.parliament": "Parliaments",
  "kind.commission": "Commissions", "kind.assembly": "Assemblies", "kind.state": "States",
  "one.legislator": "Legislator", "one.official": "Official", "one.chamber": "Chamber", "one.parliament": "Parliament",
  "one.commission": "Commission", "one.assembly": "Assembly", "one.state": "State", "one.meeting": "Meeting",
  ties: "Lines", "tie.met": "Met", "tie.attended": "Attended", "tie.visited": "Visited", "tie.role": "Office", "tie.links": "Ties", "tie.part_of": "Part of",
  thickness: "The thicker, the more often",
  time: "Time", from: "From", till: "To", allTime: "All time", perMonth: "Meetings a month", meetingsIn: "{month}: {n}",
  "undated.one": "1 without a date is not shown", undated: "{n} without a date are not shown", countShown: "{n} of {all} shown", "leftOut.one": "1 less connected one is not drawn; search finds it", leftOut: "{n} less connected ones are not drawn; search finds them",
  theme: "Light or dark", share: "Copy link", copied: "The link is copied", export: "Export", exportSvg: "Picture, SVG", exportPng: "Picture, PNG",
  exportJson: "Graph, JSON", exportCsv: "Table, CSV", zoomIn: "Zoom in", zoomOut: "Zoom out", fit: "Show all",
  networkLabel: "Network of {nodes} people and bodies of {states} states. Arrow keys go from one to the next, Enter opens, plus and minus zoom, Shift with arrow keys moves the picture, 0 shows all.",
  close: "Close", back: "Back", panel: "Details", offices_: "Offices", meetings: "Meetings", visits: "Visits", bodies: "Bodies", members: "People", life: "History",
  called: "Called", calledSince: "since {when}", calledUntil: "until {when}", calledBetween: "{from} to {till}",
  linked: "Ties", partOf: "Part of", has: "Has", also: "Also", none: "Nothing is known.", wholeName: "Whole name", more: "{n} more", showAll: "Show all {n}", showMore: "Show {n} more",
  connect: "Connect with…", connection: "How they are connected", noPath: "The two are not connected in this graph.", path: "Way {n}", "steps.one": "Directly", steps: "{n} steps",
  endConnection: "End", seen: "seen {when}", seenBetween: "seen {from} to {till}", again: "again", notBefore: "not before {when}", notAfter: "not after {when}",
  source: "Source", sources: "Sources", article: "article of {date}", byId: "id {id}", undatedArticle: "article", rule: "read by {rule}", table: "from the table {table}", tableRow: "from the table {table}, row {row}", sure: "{n}\u00a0% sure",
  print: "Print", withWords: "With the articles' words", briefing: "Briefing", briefingOfNobody: "Select a person, a body or a state: its briefing stands here, to be read or printed.",
  briefingSpan: "Only what is told of {from} to {till}.", often: "Met most often:", "briefingLeft.one": "1 more is not listed; choose a stretch of time to see it.", briefingLeft: "{n} more are not listed; choose a stretch of time to see them.",
  briefingRules: "The articles that are named were read by rules.", briefingFoot: "What the sources that are named do not say is not here.",
  briefingGraph: "The graph was made of {sources}.", "nSources.one": "1 source", nSources: "{n} sources", ofDay: "of {day}", ofDays: "of {from} to {till}", briefingUnsure: "A share says how sure a line is, where that is less than 90 %.",
  "differs.kind": "Told otherwise: as {value} (sources: {n})", "differs.date": "Told otherwise: on {value} (sources: {n})", "differs.place": "Told otherwise: in {value} (sources: {n})", "differs.session": "Told otherwise: as no. {value} (sources: {n})",
  byHand: "added by a person",
  around: "In the article", aroundMore: "More of the article", aroundLess: "Only the words", aroundMost: "Of a long article no more than this is shown.", aroundMissing: "The text of this article cannot be shown.",
  noQuote: "The words are not in this file.", date: "Date", kind: "Kind", people: "People", body: "Body", place: "Place", outcomes: "Outcomes", status: "Status", of: "of",
  // The twelve months, and a day and a month with their parts.
  months: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", aDay: "{day} {month} {year}", aMonth: "{month} {year}",
  dateUnknown: "date not known", planned: "planned", session: "session {n}", side: "Side {n}", capacity: "as {office}, {body}", capacityHere: "as {office}", filterMeetings: "Filter by any word", csv: "CSV",
  noMeetings: "No meeting fits.", "nMeetings.one": "1 meeting", nMeetings: "{n} meetings", noMatrix: "No meeting between states fits.",
  matrixCaption: "Held meetings of two states; a conference of many is none of them. Choose a number to see what the two had a part in.", matrixCell: "{a} and {b}: {n}",
  timelineCaption: "Bars run from the first to the last day on which sources show an office held, dots are meetings.", timelineMarks: "Offices and meetings, a row a person; arrow keys go from one to the next", noTimeline: "Nothing with a date fits.",
  noBodies: "No commission or assembly fits.", sessions: "Sessions", chairs: "Chairs", lastSeen: "last meeting {when}", tiesOf: "Ties {who}",
  met: "met", visited: "visited", visitedPlanned: "is to visit", attended: "attended", role: "{office} of", links: "ties", part_of: "is part of", broken: "The data of this page cannot be read.",
  "meeting.bilateral": "Talks", "meeting.call": "Call", "meeting.session": "Session", "meeting.conference": "Conference", "meeting.visit": "Visit",
  "meeting.ceremony": "Ceremony", "outcome.invitation": "Invitation", "outcome.document_signed": "Document signed", "outcome.decision": "Decision",
  "office.speaker": "speaker", "office.deputy_speaker": "deputy speaker", "office.member": "member", "office.chair": "chair", "office.co_chair": "co-chair", "office.deputy_chair": "deputy chair", "office.secretary_general": "secretary general", "office.head_of_delegation": "head of delegation", "office.head_of_state": "head of state", "office.head_of_government": "head of government", "office.minister": "minister", "office.ambassador": "ambassador",
  "life.founded": "founded", "life.suspended": "suspended", "life.resumed": "resumed", "life.renamed": "renamed", "life.ended": "ended",
  "form.commission": "Commission", "form.committee": "Committee", "form.friendship_group": "Friendship group", "form.delegation": "Delegation", "form.working_group": "Working group", "form.forum": "Forum",
  between: "between {a} and {b}",
  edit: "Edit", correct: "Correct", corrections: "Corrections", cancel: "Cancel", keep: "Keep", undo: "Undo", bringBack: "Bring back", loading: "Loading…", reload: "Show anew",
  sameAs: "This is the same as…", whoIsWho: "Who is who", areOne: "They are one", areTwo: "They are two", notOne: "These are not one",
  notOneHint: "Choose two articles that speak of two.", notOneThis: "The one of", notOneThat: "is not the one of", notOneSame: "Choose two different articles.",
  wrong: "This is wrong", wrongHint: "What this article says here will no longer count. The article stays as it is.", wrongAll: "Also in the other articles that say so: {n}", keepWrong: "It is wrong",
  absent: "Was not there", absentHint: "{name} was not at this meeting, whatever the articles say.", undoHint: "What a person added here will no longer count.",
  editBy: "Your name", editByHint: "As others are to see it; may be left empty", editNote: "Why", someone: "somebody",
  keptPair: "Kept: {a} – {b}.", keptApart: "Kept: not all of these are {name}.", keptWrong: "Kept: this is wrong.", keptAbsent: "Kept: {name} was not there.", undone: "It no longer counts.", broughtBack: "It counts again.",
  saidBefore: "This was said before and counts.", notShownYet: "The graph is still being made anew; what is shown does not have it yet.", noEffect: "It has no effect: {why}.",
  noCorrections: "Nothing was corrected yet.", isUndone: "undone", "historyLeft.one": "1 older one is not listed here.", historyLeft: "{n} older ones are not listed here.", judgedBy: "by {by}",
  addArticle: "Add an article", addHint: "Paste the text, or choose or drop a file: plain text, HTML, Markdown, a feed, lines of JSON. What is read in it is shown before it is kept.",
  articleText: "Text of the article", articleFile: "Or a file", articleTitle: "Headline", articleUrl: "Address", articleUrlHint: "Where it was published; may be left empty", fileChosen: "{name} is chosen.", fileForget: "Take it away",
  fileUnreadable: "The file cannot be read.", nothingGiven: "Paste a text or choose a file first.", seeRead: "See what is read", keepArticle: "Keep it", changeArticle: "Change", preview: "What is read",
  addFact: "Add a fact", factHint: "For what no article here tells. It is kept with where it is from, and can be undone.", factSort: "What is added", factSource: "Source", factSourceHint: "An address, or in free words: a letter, a book and page, who told it",
  "fact.role": "Somebody holds an office", "fact.met": "People met", "fact.attended": "People attended a session of a body", "fact.visited": "Somebody visited a state", "fact.part_of": "A body is part of another", "fact.links": "A commission or assembly ties a body or state", "fact.life": "Something happened to a body",
  factPerson: "Person", factOf: "Of which body or state", factOffice: "Office", factTitle: "Title as written", factTitleHint: "May be left empty", factDay: "On which day", factFormer: "Holds it no longer", factSide: "People of side {n}", factPlanned: "It is still to come", factPart: "The body", factWhole: "Is part of", factBody: "The commission or assembly", factTied: "Ties", factEvent: "What happened",
  factName: "A name…", factNew: "somebody or something new", factKindOf: "What {what} is", factState: "State", factStateOf: "The state of {what}", factDateForm: "2031-07-04, 2031-07 or 2031", factWhoMissing: "Somebody is missing: choose whom it is about.", factDateWrong: "A date is written as 2031-07-04, 2031-07 or 2031; an office needs a day.", factSourceMissing: "Say where it is from.", keptFact: "The fact is kept.",
  review: "Unsure pairs", "reviewLeft.one": "1 pair may be one", reviewLeft: "{n} pairs may be one, the likeliest first", reviewLater: "Later", reviewUndo: "Undo the last one", reviewDone: "These were all.", reviewNothing: "No pair is unsure, or all are judged.", reviewAgain: "Go through the {n} left for later", "reviewed.one": "1 pair is judged.", reviewed: "{n} pairs are judged.",
  "clue.for": "For", "clue.against": "Against", "clue.names": "“{one}” is like “{other}”", "clue.state": "both are of {state}", "clue.states": "one is of {one}, the other of {other}", "clue.office": "both are {office}, {body}", "clue.body": "both have to do with {body}", "clue.neighbours": "both came together with {names}", "clue.one_article": "one article names both",
  news: "News", outdated: "The graph has changed since it was opened here.", showNew: "Show it as it is now", renewed: "The graph is shown as it is now.",
  "read.people": "People", "read.bodies": "Bodies", "read.claims": "What it says", "read.nothing": "Nothing that it says is understood. It can be kept all the same.", "read.known": "The archive has this article already.",
  "read.unsure": "Too unsure to be shown: {n}.", "read.cut": "(The rest of the text is not shown here.)", "keptArticles.one": "The article is kept.", keptArticles: "{n} articles are kept.", keptKnown: "The archive had this already.",
  "judged.same": "{a} and {b} are one", "judged.different": "{a} and {b} are two", "judged.wrong": "Wrong: {claim}", "judged.fact": "Added: {claim} ({source})", "judged.undo": "Undone: {what}",
  "fault.unreachable": "The server does not answer. What was confirmed is kept; look whether it still runs.", "fault.token": "The token does not fit: open the address that the server printed at its start.",
  "fault.no_edit": "This server does not let anybody correct.", "fault.busy": "Another program is writing to the archive. Nothing was kept; try again.", "fault.read_only": "The archive may not be written to. Nothing was kept.",
  "fault.full": "No room is left on the disk. Nothing was kept.", "fault.archive": "The archive cannot be read or written. Nothing was kept.", "fault.contrary": "A correction that counts says the contrary. Undo it first, in the list of corrections.",
  "fault.undone": "It is undone already.", "fault.from_table": "This is from a table and not from an article; the table is to be corrected.", "fault.several_met": "Several people met: open the meeting, and say who was not there.",
  "fault.address": "An address begins with http:// or https://.", "fault.too_large": "This is too large.", "fault.too_many": "These are too many articles at once; add them on the command line.", "fault.slow": "It took too long to send.", "fault.other": "This could not be done: {why}.",
};

const TABLES = { en: EN };
let [table, language] = [EN, "en"];
let [numbers, sorts] = [null, null];

/** Chooses the language; English where there is no table for it. */
export function speak(wanted) {
  const known = String(wanted).slice(0, 2);
  [table, language] = known in TABLES ? [TABLES[known], known] : [EN, "en"];
  [numbers, sorts] = [new Intl.NumberFormat(language), new Intl.PluralRules(language)];
}
speak("en");

/** The language that is spoken, as `Intl` knows it. */
export const spoken = () => language;

/** The words of a key with their numbers and names filled in. Of words for several sorts of numbers `n` says which. */
export function t(key, values = {}) {
  const sort = typeof values.n === "number" ? `${key}.${sorts.select(values.n)}` : key;
  const words = table[sort] ?? table[key] ?? EN[sort] ?? EN[key] ?? humanised(key);
  return words.replace(/\{(\w+)\}/g, (whole, slot) => (slot in values ? shown(values[slot]) : whole));
}

const shown = (value) => (typeof value === "number" ? count(value) : String(value));

// A word of the ontology that no table has: "office.deputy_speaker" is "deputy speaker".
function humanised(key) {
  return key.slice(key.indexOf(".") + 1).replaceAll("_", " ");
}

/** Whether there are words for a key. */
export function known(key) {
  return key in table || key in EN;
}

/** A word of the ontology as the beginning of a line. */
export function title(key) {
  const words = t(key);
  return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
}

/** A number with separators. */
export function count(n) {
  return numbers.format(n);
}
