//! People of whom an article gives no more than a surname, and whom their office tells.

use super::made::{Article, article, graph_of};
use interparl::claim::{Assertion, Reading};
use interparl::graph::RelationGraph;
use interparl::ontology::NodeKind::{Chamber, State};
use interparl::ontology::Office;

/// An article on somebody in an office of a house.
fn holds(id: &str, day: &str, name: &str, office: Office) -> Article {
    let role = Assertion::Role {
        person: 0,
        office,
        target: 1,
        title: office.as_str().to_owned(),
        former: false,
        term: interparl::claim::Term::default(),
    };
    let made = article(id, day).person(name, "KZ");
    made.entity(Chamber, "Majilis", "KZ", "kz/majilis")
        .claim(role, 90)
}

fn speaker(id: &str, day: &str, name: &str) -> Reading {
    holds(id, day, name, Office::Speaker).read()
}

fn people(graph: &RelationGraph) -> Vec<(&str, usize)> {
    let people = graph.nodes().filter(|(_, n)| n.kind.is_person());
    people
        .map(|(node, n)| {
            let edges = graph.edges_at(node);
            let sources = edges.iter().map(|e| e.edge.evidence.len()).sum();
            (n.name.as_str(), sources)
        })
        .collect()
}

#[test]
fn a_surname_with_an_office_is_its_only_holder() {
    let graph = graph_of(vec![
        speaker("a", "2024-06-14", "Anna Lee"),
        speaker("b", "2024-06-20", "Lee"),
        speaker("c", "2024-07-20", "A. Lee"),
        speaker("d", "2024-07-20", "B. Lee"),
    ]);
    assert_eq!(people(&graph), [("Anna Lee", 3), ("B. Lee", 1)]);
}

#[test]
fn a_second_holder_of_the_name_makes_the_link_drop() {
    let mut readings = vec![
        speaker("a", "2024-06-14", "Anna Lee"),
        speaker("b", "2024-06-20", "Lee"),
        speaker("c", "2023-06-20", "Boris Lee"),
    ];
    assert_eq!(people(&graph_of(readings.clone())).len(), 3);
    // With the third article away the link is there again.
    readings.pop();
    assert_eq!(people(&graph_of(readings)), [("Anna Lee", 2)]);
}

#[test]
fn neither_the_office_alone_nor_the_name_alone_joins() {
    let other_house = article("c", "2024-06-20")
        .person("Lee", "KZ")
        .entity(Chamber, "Senate", "KZ", "kz/senate")
        .speaker("Chairman", false);
    let graph = graph_of(vec![
        speaker("a", "2024-06-14", "Anna Lee"),
        speaker("b", "2024-06-20", "Kim"),
        other_house.read(),
        article("d", "2024-06-20").person("Lee", "KZ").read(),
        // Ten years later another Lee may speak, and of an article without a date nobody knows when.
        speaker("e", "2034-06-20", "Lee"),
        speaker("f", "", "Lee"),
    ]);
    assert_eq!(people(&graph).len(), 6, "{:?}", people(&graph));
}

#[test]
fn in_an_office_of_many_anybody_of_the_name_makes_the_link_drop() {
    let deputy = |id: &str, name| holds(id, "2024-06-14", name, Office::DeputySpeaker).read();
    let mut readings = vec![deputy("a", "Anna Lee"), deputy("b", "Lee")];
    assert_eq!(people(&graph_of(readings.clone())).len(), 1);
    readings.push(article("c", "2020-01-01").person("Boris Lee", "KZ").read());
    assert_eq!(people(&graph_of(readings)).len(), 3);
    let member = |id: &str, name| holds(id, "2024-06-14", name, Office::Member).read();
    assert_eq!(
        people(&graph_of(vec![member("a", "Anna Lee"), member("b", "Lee")])).len(),
        2
    );
}

#[test]
fn a_surname_that_no_article_gives_in_full_is_one_from_one_near_article_to_the_next() {
    let graph = graph_of(vec![
        speaker("a", "2020-06-14", "Lee"),
        speaker("b", "2021-03-14", "Lee"),
        speaker("c", "2024-03-14", "Lee"),
    ]);
    assert_eq!(people(&graph).len(), 2);
}

#[test]
fn the_speaker_of_one_year_is_not_the_speaker_of_another() {
    let graph = graph_of(vec![
        speaker("a", "2021-12-14", "Marat Dosken"),
        speaker("b", "2024-06-14", "Daulet Sarpan"),
        speaker("c", "2024-06-15", "Sarpan"),
    ]);
    assert_eq!(people(&graph), [("Daulet Sarpan", 2), ("Marat Dosken", 1)]);
}

#[test]
fn somebody_else_in_the_office_between_parts_a_surname_from_a_full_name() {
    let mut readings = vec![
        speaker("a", "2021-03-03", "Lee"),
        speaker("b", "2024-06-06", "Anna Lee"),
    ];
    assert_eq!(people(&graph_of(readings.clone())), [("Anna Lee", 2)]);
    readings.push(speaker("c", "2022-03-06", "Boris Kim"));
    assert_eq!(people(&graph_of(readings)).len(), 3);
}

#[test]
fn an_article_that_names_both_tells_them_apart() {
    let both = holds("b", "2024-06-20", "Lee", Office::Speaker).person("Anna Lee", "KZ");
    let graph = graph_of(vec![speaker("a", "2024-06-14", "Anna Lee"), both.read()]);
    assert_eq!(people(&graph).len(), 2);
}

#[test]
fn one_high_office_makes_the_matcher_be_believed_sooner() {
    // Two spellings that are the same to the matcher, though not so surely that they join without an office.
    let (one, other) = ("Hovhannes Tsaturyan", "Оганес Цатурян");
    let named = |id: &str, name| article(id, "2024-06-14").person(name, "KZ").read();
    assert_eq!(
        people(&graph_of(vec![named("a", one), named("b", other)])).len(),
        2
    );
    let graph = graph_of(vec![
        speaker("a", "2024-06-14", one),
        speaker("b", "2024-08-14", other),
    ]);
    assert_eq!(people(&graph).len(), 1);
}

#[test]
fn somebody_of_no_known_state_is_the_only_one_of_like_name() {
    let of = |id: &str, name, state| article(id, "").person(name, state).read();
    let mut readings = vec![
        of("a", "Yelena Chugaeva", "RU"),
        of("b", "Елена Чугаева", "RU"),
        of("c", "Elena Tchougaïeva", ""),
    ];
    assert_eq!(people(&graph_of(readings.clone())).len(), 1);
    readings.push(of("d", "Elena Chugaeva", "BY"));
    assert_eq!(people(&graph_of(readings)).len(), 3);
}

#[test]
fn a_head_of_state_is_told_by_the_state() {
    let head = |id: &str, name| {
        let role = Assertion::Role {
            person: 0,
            office: Office::HeadOfState,
            target: 1,
            title: "President".to_owned(),
            former: false,
            term: interparl::claim::Term::default(),
        };
        let made = article(id, "2024-06-14").person(name, "KZ");
        made.entity(State, "Kazakhstan", "", "KZ")
            .claim(role, 90)
            .read()
    };
    let graph = graph_of(vec![head("a", "Anna Lee"), head("b", "Lee")]);
    assert_eq!(people(&graph).len(), 1);
}
