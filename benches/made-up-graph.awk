# A made-up graph as JSON, for measuring: people with offices, meetings of many, visits and commissions, heavy-tailed, the same each time.
#
#     awk -v nodes=1000000 -v edges=5000000 -f benches/made-up-graph.awk > graph.json
#
# Edges come in no order; `interparl export graph.json -o sorted.json` writes them in the order in which interparl always does.

# Park and Miller's numbers, so that every awk draws the same.
function chance() {
  seed = (seed * 16807) % 2147483647
  return seed / 2147483647
}

# A whole number below `n`; small ones come far more often.
function few(n) { return int(n * chance() ^ 3) }

function person(number) { return sprintf("person/made-up-%07d", number) }
function code(state) { return "X" substr("ABCDEFGHIJKLMNOPQRSTUVWXYZ", state + 1, 1) }
function chamber(state, which) { return tolower(code(state)) (which ? "/senate" : "/house") }
function day() { return sprintf("20%02d-%02d-%02d", 30 + int(9 * chance()), 1 + int(12 * chance()), 1 + int(28 * chance())) }
function line(text) { printf "%s\n  %s", between, text; between = "," }

# Somebody of a state, a few of whom meet nearly everybody.
function somebody(state) {
  return state + 26 * few(int((people - 1 - state) / 26) + 1)
}

function words(what) {
  return sprintf("[{\"document\":\"made-up-%06d\",\"start\":%d,\"end\":%d,\"quote\":\"the two sides %s\",\"rule\":\"made-up\"}]", \
    few(documents), 120, 120 + 14 + length(what), what)
}

# People of one side, none of them twice in the meeting.
function side(state, size,   text, number, tries) {
  text = ""
  count = 0
  for (tries = 0; count < size && tries < 20; tries++) {
    number = somebody(state)
    if (number in here) continue
    here[number] = 1
    member[count++] = number
    text = text (text == "" ? "" : ",") "\"" person(number) "\""
  }
  return text
}

BEGIN {
  seed = 20310304
  if (!nodes) nodes = 10000
  if (!edges) edges = 50000
  commissions = int(nodes / 500)
  people = nodes - 26 - 52 - commissions
  documents = int(edges / 20) + 1

  printf "{\n \"directed\": true,\n \"multigraph\": true,\n \"graph\": {\n  \"schema\": 1,\n  \"documents\": ["
  between = ""
  for (d = 0; d < documents; d++)
    line(sprintf("{\"id\":\"made-up-%06d\",\"title\":\"Talks number %d\",\"date\":\"%s\",\"url\":null,\"publisher\":\"The Example\",\"lang\":\"en\",\"sha256\":\"%064d\",\"same_text\":[]}", d, d, day(), d))

  # The edges that are no meetings: an office each, the belonging of chambers, two ties a commission, a visit of every tenth.
  left = edges - people - 52 - 2 * commissions - int(people / 10)
  printf "\n  ],\n  \"meetings\": ["
  between = ""
  for (m = 0; left > 0; m++) {
    one = int(26 * chance())
    other = (one + 1 + int(25 * chance())) % 26
    split("", here)
    sides = "[" side(one, 1 + few(8)) "]"
    split("", left_side)
    for (i = 0; i < count; i++) left_side[i] = member[i]
    left_count = count
    sides = sides ",[" side(other, 1 + few(8)) "]"
    if (left_count * count > left || !left_count || !count) { if (left < 64) break; continue }
    left -= left_count * count
    when = day()
    id = sprintf("meeting/made-up-%07d", m)
    line(sprintf("{\"id\":\"%s\",\"kind\":\"bilateral\",\"status\":\"held\",\"date\":\"%s\",\"place\":\"Port Alva\",\"body\":null,\"session\":null,\"sides\":[%s],\"participants\":[],\"outcomes\":[],\"confidence\":0.9,\"evidence\":%s}", id, when, sides, words("met")))
    for (i = 0; i < left_count; i++)
      for (j = 0; j < count; j++)
        met[++ties] = left_side[i] " " member[j] " " m " " when
  }

  printf "\n  ]\n },\n \"nodes\": ["
  between = ""
  for (s = 0; s < 26; s++)
    line(sprintf("{\"id\":\"state/%s\",\"kind\":\"state\",\"name\":\"Land of %s\",\"aliases\":[],\"code\":\"%s\"}", code(s), code(s), code(s)))
  for (s = 0; s < 52; s++)
    line(sprintf("{\"id\":\"%s\",\"kind\":\"chamber\",\"name\":\"%s of %s\",\"aliases\":[],\"state\":\"%s\"}", chamber(s % 26, s >= 26), s >= 26 ? "Senate" : "House", code(s % 26), code(s % 26)))
  for (c = 0; c < commissions; c++)
    line(sprintf("{\"id\":\"commission/made-up-%06d\",\"kind\":\"commission\",\"form\":\"commission\",\"name\":\"Joint Commission %d\",\"aliases\":[]}", c, c))
  for (p = 0; p < people; p++)
    line(sprintf("{\"id\":\"%s\",\"kind\":\"legislator\",\"name\":\"Made-up %d of %s\",\"aliases\":[],\"state\":\"%s\"}", person(p), p, code(p % 26), code(p % 26)))

  printf "\n ],\n \"edges\": ["
  between = ""
  for (s = 0; s < 52; s++)
    line(sprintf("{\"source\":\"%s\",\"target\":\"state/%s\",\"key\":\"part_of\",\"kind\":\"part_of\",\"confidence\":1.0,\"evidence\":[{\"type\":\"table\",\"table\":\"chambers\",\"row\":\"%s\"}]}", chamber(s % 26, s >= 26), code(s % 26), chamber(s % 26, s >= 26)))
  for (c = 0; c < commissions; c++) {
    one = int(26 * chance())
    other = (one + 1 + int(25 * chance())) % 26
    for (i = 0; i < 2; i++)
      line(sprintf("{\"source\":\"commission/made-up-%06d\",\"target\":\"%s\",\"key\":\"links\",\"kind\":\"links\",\"confidence\":0.9,\"evidence\":%s}", c, chamber(i ? one : other, 0), words("have a commission")))
  }
  for (p = 0; p < people; p++) {
    seen = day()
    body = p < commissions ? sprintf("commission/made-up-%06d", p) : chamber(p % 26, p % 3 == 0)
    line(sprintf("{\"source\":\"%s\",\"target\":\"%s\",\"key\":\"role:member\",\"kind\":\"role\",\"role\":\"member\",\"title\":\"Member\",\"spells\":[{\"not_before\":null,\"first_seen\":\"%s\",\"last_seen\":\"%s\",\"not_after\":null}],\"confidence\":0.95,\"evidence\":%s}", person(p), body, seen, seen, words("have a member")))
    if (p % 10 == 0 && p / 10 < int(people / 10)) {
      seen = day()
      line(sprintf("{\"source\":\"%s\",\"target\":\"state/%s\",\"key\":\"visited:%s\",\"kind\":\"visited\",\"date\":\"%s\",\"planned\":false,\"confidence\":0.9,\"evidence\":%s}", person(p), code((p + 1 + int(25 * chance())) % 26), seen, seen, words("had a guest")))
    }
  }
  for (t = 1; t <= ties; t++) {
    split(met[t], f, " ")
    delete met[t]
    line(sprintf("{\"source\":\"%s\",\"target\":\"%s\",\"key\":\"met:meeting/made-up-%07d\",\"kind\":\"met\",\"meeting\":\"bilateral\",\"meeting_id\":\"meeting/made-up-%07d\",\"date\":\"%s\",\"place\":\"Port Alva\",\"confidence\":0.9,\"evidence\":%s}", person(f[1]), person(f[2]), f[3], f[3], f[4], words("met")))
  }
  printf "\n ]\n}\n"
}
