//! What the work of identity grows with, counted on made-up readings of many people.

use std::collections::{BTreeMap, BTreeSet};

use super::made::article;
use interparl::claim::{Assertion, Reading};
use interparl::graph::{RelationGraph, fold};
use interparl::identity::resolve;
use interparl::ontology::NodeKind::Chamber;
use interparl::ontology::Office;

const STATES: [&str; 20] = [
    "AL", "AM", "AT", "AZ", "BE", "BG", "BY", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR",
    "GB", "GE", "GR", "HR",
];
const GIVEN: [&str; 20] = [
    "Anton", "Berta", "Cyril", "Dora", "Emil", "Frida", "Gustav", "Helga", "Igor", "Jana", "Karel",
    "Lidia", "Milan", "Nora", "Oskar", "Petra", "Radim", "Sonja", "Tomas", "Vera",
];
const STEMS: [&str; 30] = [
    "Bald", "Brag", "Char", "Dolm", "Dvor", "Falk", "Frem", "Gast", "Grol", "Hald", "Holm", "Jarn",
    "Kald", "Krem", "Kvas", "Lund", "Marg", "Mold", "Nald", "Nord", "Pald", "Prov", "Rast", "Rogn",
    "Sald", "Skov", "Stam", "Told", "Trev", "Vald",
];
const ENDS: [&str; 20] = [
    "acek", "arin", "avic", "berg", "dahl", "eland", "enko", "escu", "estad", "gaard", "holt",
    "imov", "insky", "itsa", "kow", "land", "mann", "oglu", "strup", "vik",
];

/// Somebody of a number: always the same name and state.
fn person(number: usize) -> (String, &'static str) {
    let pick = |words: &[&'static str], place: usize| {
        words.get(place % words.len()).copied().unwrap_or_default()
    };
    let given = pick(&GIVEN, number / STATES.len());
    let stem = pick(&STEMS, number / 7);
    let end = pick(&ENDS, number / 3 + number / 211);
    (format!("{given} {stem}{end}"), pick(&STATES, number))
}

/// A number that looks like chance, always the same.
fn scattered(number: usize) -> usize {
    number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 20
}

/// An article that names three members of the house of one state, one of them in another spelling or by the surname.
pub(super) fn reading(number: usize, people: usize) -> Reading {
    let first = scattered(number) % people;
    let day = format!(
        "20{:02}-{:02}-{:02}",
        number % 12 + 12,
        number / 12 % 12 + 1,
        number / 144 % 28 + 1
    );
    let mut made = article(&format!("a{number:06}"), &day);
    for place in 0..3 {
        let (name, state) = person(first + place * STATES.len());
        let name = match (scattered(number + place) % 8, name.split_once(' ')) {
            (0, Some((_, surname))) => surname.to_owned(),
            (1, Some((given, surname))) => format!("{given} {}", surname.replace('k', "c")),
            _ => name,
        };
        made = made.person(&name, state);
    }
    let state = person(first).1;
    made = made.entity(
        Chamber,
        "Parliament",
        state,
        &format!("{}/parliament", state.to_lowercase()),
    );
    for place in 0..3 {
        let office = if place == 0 {
            Office::DeputySpeaker
        } else {
            Office::Member
        };
        let role = Assertion::Role {
            person: place,
            office,
            target: 3,
            title: office.as_str().to_owned(),
            former: false,
            term: interparl::claim::Term::default(),
        };
        made = made.claim(role, 90);
    }
    made.read()
}

fn corpus(articles: usize) -> Vec<Reading> {
    (0..articles)
        .map(|number| reading(number, articles / 3 + 40))
        .collect()
}

/// Pairs of names compared for a hundred mentions of people.
fn compared(readings: &[Reading]) -> usize {
    let people = readings
        .iter()
        .flat_map(|r| &r.entities)
        .filter(|e| e.kind.is_person());
    resolve(readings).compared() * 100 / people.count().max(1)
}

#[test]
fn a_mention_is_compared_with_no_more_names_in_a_large_corpus() {
    let [small, middle, large] = [500, 2000, 8000].map(|articles| compared(&corpus(articles)));
    // In a small corpus names of one word in common are compared as well, as they are few.
    assert!(
        small > 0 && middle <= 300 && large <= middle,
        "{small}, {middle}, {large} a hundred mentions"
    );
}

/// Somebody of a number: the names of all begin alike, and no two are spellings of one.
fn crowded(number: usize) -> String {
    let pick = |letters: &str, place: usize| letters.chars().cycle().nth(place).unwrap_or('a');
    let (vowels, consonants) = ("aeiou", "bgkmrsvzpf");
    let tail = [
        pick(vowels, number / 500),
        pick(consonants, number),
        pick(vowels, number / 10),
        pick(consonants, number / 50),
    ];
    format!("Anton Bald{}", tail.into_iter().collect::<String>())
}

/// In the corpus above blocks are small; here all are in one.
#[test]
fn names_that_begin_alike_are_compared_with_their_neighbours_only() {
    const NEIGHBOURS: usize = 64;
    let compared = |people: usize| {
        let of = |number| article(&format!("c{number:04}"), "2024-06-14");
        let crowd = (0..people).map(|number| of(number).person(&crowded(number), "FR").read());
        resolve(&crowd.collect::<Vec<_>>()).compared()
    };
    for people in [200, 800] {
        let (before, after) = (compared(people), compared(people + 1));
        assert!(
            before > people * NEIGHBOURS / 2 && before <= people * NEIGHBOURS,
            "{before} of {people}"
        );
        assert!(after - before <= NEIGHBOURS, "{before} {after} of {people}");
    }
}

/// Every node and meeting as words, by id.
fn told(graph: &RelationGraph) -> BTreeMap<String, String> {
    let nodes = graph.nodes().map(|(at, node)| {
        let edges: Vec<String> = graph
            .edges_at(at)
            .iter()
            .map(|edge| format!("{:?}", edge.edge))
            .collect();
        (node.id.clone(), format!("{node:?} {edges:?}"))
    });
    nodes.collect()
}

#[test]
fn one_more_article_touches_only_its_blocks() {
    let mut work = Vec::new();
    for articles in [400, 1600] {
        let mut readings = corpus(articles);
        let before = (resolve(&readings).compared(), told(&fold(readings.clone())));
        // Beginnings of words that many have: beside these the name is compared, and is like none of them.
        let name = "Anton Krzwirrbald";
        let added = article("z", "2024-06-14").person(name, "FR").entity(
            Chamber,
            "Parliament",
            "FR",
            "fr/parliament",
        );
        let role = Assertion::Role {
            person: 0,
            office: Office::Member,
            target: 1,
            title: "member".to_owned(),
            former: false,
            term: interparl::claim::Term::default(),
        };
        readings.push(added.claim(role, 90).read());
        let after = (resolve(&readings).compared(), told(&fold(readings)));
        assert!(after.0 >= before.0, "fewer comparisons than before");
        work.push(after.0 - before.0);
        let ids: BTreeSet<&String> = before.1.keys().chain(after.1.keys()).collect();
        let touched = ids
            .into_iter()
            .filter(|id| before.1.get(*id) != after.1.get(*id));
        let touched: Vec<&String> = touched.collect();
        // The person, and the house and state whose member that is; nobody else of hundreds.
        assert_eq!(
            touched,
            ["fr/parliament", "person/anton-krzwirrbald"],
            "of {}",
            before.1.len()
        );
    }
    // What is compared for one article is a matter of its names, not of how many others there are.
    let (small, large) = (work.first(), work.last());
    let (small, large) = small.zip(large).unwrap_or((&0, &0));
    assert!(*small > 0, "the name is compared with its neighbours");
    assert!(*large <= small + 8, "{work:?}");
}
