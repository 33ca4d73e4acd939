# Made-up articles as JSON lines, as many as asked for: the same ones each time.
#
#   awk -v articles=10000 -f benches/made-up-articles.awk > articles.jsonl
#
# Each tells in about 1.2 KB of a meeting of two invented people in real houses, who came along, and prose about nothing of
# ours. A third as many speakers as articles, or -v speakers=N of them; -v first=N begins the numbering at N.

function name(number,   at, word) {
    word = ""
    for (at = 0; at < 3; at++) {
        word = word syllable[number % 16]
        number = int(number / 16)
    }
    word = word ending[number % 8]
    return toupper(substr(word, 1, 1)) substr(word, 2)
}

function person(number) {
    return first_name[number % 12] " " name(int(number / 12) * 7 + number)
}

BEGIN {
    split("ba del kor mi na ros sta tel ul ven war zi hol gren pa lim", list, " ")
    for (at = 1; at <= 16; at++) syllable[at - 1] = list[at]
    split("ov sen ic a e man o us", list, " ")
    for (at = 1; at <= 8; at++) ending[at - 1] = list[at]
    split("Anna Jaan Daiga Milo Aru Lone Petra Ivo Sanna Tomas Ilze Marek", list, " ")
    for (at = 1; at <= 12; at++) first_name[at - 1] = list[at]
    houses = split("Saeima|Riigikogu|Seimas|Majilis|Eduskunta|Riksdag|Storting|Folketing|Bundestag|Bundesrat|State Duma|Federation Council", house, "|")
    cities = split("Riga|Tallinn|Vilnius|Astana|Helsinki|Stockholm|Oslo|Copenhagen|Berlin|Warsaw|Prague|Vienna", city, "|")
    split("January February March April May June July August September October November December", month, " ")
    if (first == "") first = 0
    for (number = first + 0; number < first + articles; number++) {
        people = speakers ? speakers : int(articles / 3) + 2
        here = house[number % houses + 1]
        there = house[(number * 5 + 3) % houses + 1]
        if (here == there) there = house[(number + 1) % houses + 1]
        host = person(number % people)
        guest = person((number * 7 + 1) % people + 2000)
        town = city[number % cities + 1]
        day = number % 28 + 1
        when = number % 12 + 1
        year = 2019 + int(number / 336) % 7
        text = toupper(town) ", " day " " month[when] " " year " – Speaker of the " here " " host " met with Speaker of the " there " " guest " in " town " on Tuesday."
        text = text "\\n\\nThe sides discussed trade, transport and the cooperation of their committees. " host " thanked the guests for their visit and said that the exchange of experience between lawmakers would go on next year."
        text = text "\\n\\nThe delegation included " person(number * 3 + 17) ", Deputy Speaker of the " there ", and " person(number * 3 + 18) ", member of the " there ". They were shown the library, which was built in 1923 and has been restored since, and the hall in which the first constitution was read."
        text = text "\\n\\nOn the second day " guest " visited a school at the edge of the town and planted a tree. The weather was fine, though rain had been forecast for most of the week, and several hundred people had come to the square to hear the orchestra of the fire brigade."
        text = text "\\n\\n\\\"We have agreed to meet more often\\\", " guest " told reporters. An agreement on cooperation was signed at the end of the talks, number " number ". The next meeting will be held in the autumn."
        printf "{\"id\":\"https://news.example/%d\",\"title\":\"Speakers meet in %s\",\"date\":\"%04d-%02d-%02d\",\"publisher\":\"The Example\",\"text\":\"%s\"}\n", number, town, year, when, day, text
    }
}
