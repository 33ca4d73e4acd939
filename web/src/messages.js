// Every word of the page that is not out of the graph. Another language is another table with the same keys.

const EN = {
  title: "Relations between parliaments",
  oneNode: "1 person or body", nNodes: "{n} people and bodies",
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
  undated: "{n} without a date are not shown", countShown: "{n} of {all} shown", leftOut: "{n} less connected ones are not drawn; search finds them",
  theme: "Light or dark", share: "Copy link", copied: "The link is copied", export: "Export", exportSvg: "Picture, SVG", exportPng: "Picture, PNG",
  exportJson: "Graph, JSON", exportCsv: "Table, CSV", zoomIn: "Zoom in", zoomOut: "Zoom out", fit: "Show all",
  networkLabel: "Network of {nodes} people and bodies of {states} states. Arrow keys go from one to the next, Enter opens, plus and minus zoom, Shift with arrow keys moves the picture, 0 shows all.",
  close: "Close", back: "Back", panel: "Details", offices_: "Offices", meetings: "Meetings", visits: "Visits", bodies: "Bodies", members: "People", life: "History",
  linked: "Ties", partOf: "Part of", has: "Has", also: "Also", none: "Nothing is known.", more: "{n} more", showAll: "Show all {n}", showMore: "Show {n} more",
  connect: "Connect with…", connection: "How they are connected", noPath: "The two are not connected in this graph.", path: "Way {n}", direct: "Directly", steps: "{n} steps",
  endConnection: "End", seen: "seen {when}", seenBetween: "seen {from} to {till}", again: "again", notBefore: "not before {when}", notAfter: "not after {when}",
  source: "Source", sources: "Sources", article: "article of {date}", byId: "id {id}", undatedArticle: "article", rule: "read by {rule}", table: "from the table {table}", tableRow: "from the table {table}, row {row}", sure: "{n}\u00a0% sure",
  print: "Print", withWords: "With the articles' words", briefing: "Briefing", briefingOfNobody: "Select a person, a body or a state: its briefing stands here, to be read or printed.",
  briefingSpan: "Only what is told of {from} to {till}.", often: "Met most often:", briefingLeft: "{n} more are not listed; choose a stretch of time to see them.",
  briefingRules: "The articles that are named were read by rules.", briefingFoot: "What the sources that are named do not say is not here.",
  briefingGraph: "The graph was made of {sources}.", oneSource: "1 source", nSources: "{n} sources", ofDay: "of {day}", ofDays: "of {from} to {till}", briefingUnsure: "A share says how sure a line is, where that is less than 90 %.",
  "differs.kind": "Told otherwise: as {value} (sources: {n})", "differs.date": "Told otherwise: on {value} (sources: {n})", "differs.place": "Told otherwise: in {value} (sources: {n})", "differs.session": "Told otherwise: as no. {value} (sources: {n})",
  byHand: "added by a person",
  around: "In the article", aroundMore: "More of the article", aroundLess: "Only the words", aroundMost: "Of a long article no more than this is shown.", aroundMissing: "The text of this article cannot be shown.",
  noQuote: "The words are not in this file.", date: "Date", kind: "Kind", people: "People", body: "Body", place: "Place", outcomes: "Outcomes", status: "Status", of: "of",
  dateUnknown: "date not known", planned: "planned", session: "session {n}", sides: "Sides", capacity: "as {office}, {body}", capacityHere: "as {office}", filterMeetings: "Filter by any word", csv: "CSV",
  noMeetings: "No meeting fits.", nMeetings: "{n} meetings", oneMeeting: "1 meeting", noMatrix: "No meeting between states fits.",
  matrixCaption: "Held meetings of two states; a conference of many is none of them. Choose a number to see what the two had a part in.", matrixCell: "{a} and {b}: {n}",
  timelineCaption: "Bars run from the first to the last day on which sources show an office held, dots are meetings.", noTimeline: "Nothing with a date fits.",
  noBodies: "No commission or assembly fits.", sessions: "Sessions", chairs: "Chairs", lastSeen: "last meeting {when}", tiesOf: "Ties {who}",
  met: "met", visited: "visited", visitedPlanned: "is to visit", attended: "attended", role: "{office} of", links: "ties", part_of: "is part of", broken: "The data of this page cannot be read.",
  "meeting.bilateral": "Talks", "meeting.call": "Call", "meeting.session": "Session", "meeting.conference": "Conference", "meeting.visit": "Visit",
  "meeting.ceremony": "Ceremony", "outcome.invitation": "Invitation", "outcome.document_signed": "Document signed", "outcome.decision": "Decision",
  "form.commission": "Commission", "form.committee": "Committee", "form.friendship_group": "Friendship group", "form.delegation": "Delegation", "form.working_group": "Working group", "form.forum": "Forum",
  between: "between {a} and {b}",
};

const TABLES = { en: EN };
let table = EN;

/** Chooses the language; English where there is no table for it. */
export function speak(language) {
  table = TABLES[String(language).slice(0, 2)] ?? EN;
}

/** The words of a key with their numbers and names filled in. */
export function t(key, values = {}) {
  const words = table[key] ?? EN[key] ?? humanised(key);
  return words.replace(/\{(\w+)\}/g, (whole, slot) => (slot in values ? String(values[slot]) : whole));
}

// A word of the ontology that no table has: "office.deputy_speaker" is "deputy speaker".
function humanised(key) {
  return key.slice(key.indexOf(".") + 1).replaceAll("_", " ");
}

/** A word of the ontology as the beginning of a line. */
export function title(key) {
  const words = t(key);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A number with separators. */
export function count(n) {
  return new Intl.NumberFormat("en").format(n);
}
