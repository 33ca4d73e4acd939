// Graphs of invented states and people, the same for the same numbers.

const STATES = ["Alvania", "Borduna", "Cestria", "Dravonia", "Elmara", "Fendria", "Galdovia", "Hestria", "Istmaria", "Jorvenia", "Kaldoria", "Lumeria", "Morvania", "Nostria", "Ordana", "Pellonia", "Quendria", "Rovania", "Sildavia", "Tarkonia", "Uldavia", "Vespia", "Wendaria", "Yarovia", "Zembria"];
const GIVEN = ["Aru", "Milo", "Lone", "Bo", "Ana", "Teo", "Ilva", "Rune", "Sela", "Dario", "Mirna", "Oskar", "Yara", "Nils", "Petra", "Juno", "Kaito", "Livia", "Marek", "Noor"];
const FAMILY = ["Bekova", "Drast", "Wolffen", "Kimura-Vale", "Tandor", "Ostrell", "Quillman", "Rashvili", "Sorensko", "Tumanyar", "Ulverin", "Varga-Lund", "Weskin", "Yildarov", "Zoltrani", "Abrent", "Brannick", "Corvale", "Delmont-Ray", "Esterhol"];
const CITIES = ["Port Alva", "Bordun", "New Cester", "Dravo", "Elmar Bay", "Fendholm"];
const TOPICS = ["Trade", "Water", "Transport", "Culture", "Energy", "Youth"];

/** A graph JSON with so many states, people and meetings, and beside them what is hostile in names and texts. */
export function madeGraph({ states = 8, people = 120, meetings = 160, hostile = true, seed = 7 } = {}) {
  const random = generator(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const codes = Array.from({ length: states }, (_, k) => `X${String.fromCharCode(65 + (k % 25))}`).map((code, k) => (k < 25 ? code : `Q${String.fromCharCode(65 + k - 25)}`));
  const article = (k) => `https://news.example/${k}`;
  const documents = Array.from({ length: Math.max(1, Math.ceil(meetings / 2)) }, (_, k) => ({
    id: article(k), title: `Report ${k + 1} on talks between parliaments`, date: day(2028, k * 9), url: article(k), publisher: "The Example", lang: "en", sha256: String(k).padStart(64, "0"), same_text: [],
  }));
  const words = (quote, k) => [{ document: article(k % documents.length), start: 10, end: 10 + [...quote].length, quote, rule: "meet-verb" }];
  const nodes = [];
  const edges = [];
  const made = [];
  codes.forEach((code, k) => {
    const chamber = `${code.toLowerCase()}/house`;
    nodes.push({ id: `state/${code}`, kind: "state", name: STATES[k % 25], aliases: [], code }, { id: chamber, kind: "chamber", name: `House of ${STATES[k % 25]}`, aliases: ["House"], state: code });
    // One of them was renamed, and of one it is not known when.
    if (k === 0) nodes.at(-1).names = [{ name: "Council of <b>Notables</b>", until: "2013-07-30" }, { name: "Senate of Alvania", from: "2013-07-30", until: "2020" }, { name: "House of Alvania", from: "2020" }];
    if (k === 1) nodes.at(-1).names = [{ name: "Diet of Borduna" }];
    edges.push({ source: chamber, target: `state/${code}`, key: "part_of", kind: "part_of", confidence: 0.97, evidence: [{ type: "table", table: "chambers", row: chamber }] });
  });
  const persons = Array.from({ length: people }, (_, k) => {
    // A few states have most of the people.
    const home = Math.floor(random() * random() * states);
    const name = `${GIVEN[k % 20]} ${FAMILY[Math.floor(k / 20) % 20]}${k >= 400 ? ` ${roman(Math.floor(k / 400))}` : ""}`;
    const person = { id: `person/p${k}`, kind: k % 9 === 8 ? "official" : "legislator", name, aliases: [name.split(" ")[1]], state: codes[home] };
    nodes.push(person);
    const office = k % 9 === 8 ? "minister" : ["member", "member", "deputy_speaker", "member", "speaker"][k % 5];
    const from = day(2028, Math.floor(random() * 700));
    edges.push({
      source: person.id, target: office === "minister" ? `state/${codes[home]}` : `${codes[home].toLowerCase()}/house`, key: `role:${office}`, kind: "role", role: office, title: office === "speaker" ? "Speaker" : "Member",
      spells: [{ not_before: null, first_seen: from, last_seen: day(2029, Math.floor(random() * 600) + 200), not_after: null }], confidence: 0.93, evidence: words(`${name}, ${office.replace("_", " ")} of the House of ${STATES[home % 25]}`, k),
    });
    return person;
  });
  const bodies = Array.from({ length: Math.max(2, Math.floor(states * 0.8)) }, (_, k) => {
    const [a, b] = [codes[k % states], codes[(k * 3 + 1) % states]];
    const body = { id: `commission/c${k}`, kind: k % 5 === 4 ? "assembly" : "commission", name: k % 5 === 4 ? `Assembly of the ${TOPICS[k % 6]} Charter` : `${TOPICS[k % 6]} Commission of ${STATES[codes.indexOf(a) % 25]} and ${STATES[codes.indexOf(b) % 25]}`, aliases: ["Commission"] };
    if (body.kind === "commission") body.form = k % 3 === 1 ? "friendship_group" : "commission";
    if (k % 4 === 0) body.life = [{ event: "resumed", date: "2029-05", evidence: words("the commission took up its work again", k) }];
    nodes.push(body);
    for (const code of new Set([a, b])) edges.push({ source: body.id, target: `${code.toLowerCase()}/house`, key: "links", kind: "links", confidence: 0.95, evidence: words(`between the House of ${STATES[codes.indexOf(code) % 25]} and its partner`, k) });
    return body;
  });
  for (let k = 0; k < meetings; k += 1) {
    const first = pick(persons.slice(0, Math.ceil(people * 0.6)));
    const second = pick(persons);
    if (first === second || first.state === second.state) continue;
    const [a, b] = first.id < second.id ? [first, second] : [second, first];
    const session = k % 5 === 0;
    const date = k % 17 === 0 ? null : k % 11 === 0 ? day(2028, k * 7 % 1000).slice(0, 7) : day(2028, Math.floor(((k * 7919) % 997) * 1.1));
    const id = `meeting/m${k}`;
    const text = session ? `${a.name} and ${b.name} took part in the session in ${CITIES[k % 6]}` : `${a.name} received ${b.name} in ${CITIES[k % 6]} and thanked the guest for the invitation`;
    const body = session ? bodies[k % bodies.length].id : null;
    made.push({
      id, kind: session ? "session" : k % 7 === 3 ? "call" : "bilateral", status: k % 23 === 5 ? "planned" : "held", date, place: CITIES[k % 6], body, session: session ? 1 + (k % 9) : null, sides: [[a.id], [b.id]],
      participants: [], outcomes: k % 4 === 0 ? [{ kind: ["invitation", "document_signed", "decision"][k % 3], evidence: words("the two signed a memorandum on cooperation", k) }] : [], confidence: 0.88, evidence: words(text, k),
    });
    const tie = { meeting: made.at(-1).kind, meeting_id: id, date, place: CITIES[k % 6], confidence: 0.88, evidence: words(text, k) };
    edges.push({ source: a.id, target: b.id, key: `met:${id}`, kind: "met", ...tie });
    if (body) edges.push({ source: a.id, target: body, key: `attended:${id}`, kind: "attended", ...tie });
    if (k % 6 === 1) edges.push({ source: b.id, target: `state/${a.state}`, key: `visited:${date ?? "unknown"}:${k}`, kind: "visited", date, planned: false, confidence: 0.9, evidence: words(`${b.name} arrived on a visit`, k) });
  }
  if (hostile) addHostile(nodes, edges, made, documents, persons[0], codes[0], words);
  const ordered = (list, key) => list.sort((x, y) => (key(x) < key(y) ? -1 : 1));
  return {
    directed: true, multigraph: true, graph: { schema: 1, documents: ordered(documents, (d) => d.id), meetings: ordered(made, (m) => m.id) },
    nodes: ordered(nodes, (n) => n.id), edges: ordered(dedupe(edges), (e) => `${e.source}\n${e.target}\n${e.key}`),
  };
}

// The key of a visit is its date, so two of one day are one.
function dedupe(edges) {
  const seen = new Map();
  for (const edge of edges) {
    if (edge.kind === "visited") edge.key = `visited:${edge.date ?? "unknown"}`;
    seen.set(`${edge.source}\n${edge.target}\n${edge.key}`, edge);
  }
  return [...seen.values()];
}

function addHostile(nodes, edges, made, documents, friend, code, words) {
  documents.push({ id: "javascript:alert(1)", title: "</script><script>globalThis.hurt = 1</script>", date: "2029-01-01", url: "javascript:globalThis.hurt=1", publisher: "<b>x</b>", lang: "en", sha256: "f".repeat(64), same_text: [] });
  const quote = "<img src=x onerror=\"globalThis.hurt = 1\"> said \u202Egnihton\u202C & <!-- </script> Evil";
  const evidence = [{ document: "javascript:alert(1)", start: 0, end: [...quote].length, quote, rule: "<i>rule</i>" }];
  nodes.push(
    { id: "person/hostile", kind: "legislator", name: "</script><img src=x onerror=globalThis.hurt=1>", aliases: ["Evil", "=cmd|' /C calc'!A0"], state: code },
    { id: "person/rtl", kind: "legislator", name: "نور الدين سلمان", aliases: ["Nur Salmanoud"], state: code },
    { id: "person/cyrillic", kind: "legislator", name: "Желана Кошановская", aliases: ["Zhelana Koshanovskaya"], state: code },
    { id: "person/long", kind: "legislator", name: `Very ${"long ".repeat(500)}Name`, aliases: ["\u202Edesrever\u202C", "x".repeat(900)], state: code },
    { id: "person/lonely", kind: "official", name: "Lonely Unmetson", aliases: [] },
  );
  edges.push({ source: "person/cyrillic", target: `${code.toLowerCase()}/house`, key: "role:chair", kind: "role", role: "chair", title: "Chair", spells: [{ not_before: "2028-12-01", first_seen: "2029-01-01", last_seen: "2029-03-05", not_after: "2029-09-09" }], confidence: 0.95, evidence: [{ type: "judgement", judgement: "j1", source: "https://house.example/chairs" }, { type: "table", table: "chairs.csv", row: "chairs.csv:12" }] });
  for (const id of ["person/hostile", "person/rtl", "person/cyrillic", "person/long"]) {
    const [source, target] = [friend.id, id].sort();
    const told = id === "person/hostile" ? evidence : words("met on the margins", 1);
    made.push({ id: `meeting/${id.slice(7)}`, kind: "bilateral", status: "held", date: "2029-01-01", place: "<u>Port</u>", body: null, session: null, sides: [[source], [target]], participants: [], outcomes: [], confidence: 0.8, evidence: told, ...(id === "person/hostile" ? { differences: [{ detail: "place", value: "<b>Elsewhere</b>", documents: [documents[0].id] }] } : {}) });
    edges.push({ source, target, key: `met:meeting/${id.slice(7)}`, kind: "met", meeting: "bilateral", meeting_id: `meeting/${id.slice(7)}`, date: "2029-01-01", place: "<u>Port</u>", confidence: 0.8, evidence: told });
  }
}

function day(year, add) {
  const date = new Date(Date.UTC(year, 0, 1) + add * 86_400_000);
  return date.toISOString().slice(0, 10);
}

const roman = (n) => "I".repeat(n % 4) + "V".repeat(Math.floor(n / 4));

function generator(seed) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}
