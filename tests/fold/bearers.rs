//! People of whom an article gives no more than a surname, and whom their office tells.

use super::made::{Article, article, graph_of};
use interparl::claim::{Assertion, Reading, Term};
use interparl::graph::RelationGraph;
use interparl::ontology::NodeKind::{Chamber, State};
use interparl::ontology::Office;
use interparl::text::PartialDate;

/// An article on somebody in an office of a house.
fn holds(id: &str, day: &str, name: &str, office: Office) -> Article {
    told(id, day, name, (office, false, Term::default()))
}

/// The same with what the article says of the time of the office.
fn told(id: &str, day: &str, name: &str, (office, former, term): (Office, bool, Term)) -> Article {
    let role = Assertion::Role {
        person: 0,
        office,
        target: 1,
        title: office.as_str().to_owned(),
        former,
        term,
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
        speaker("d", "2024-07-20", "B. Kim"),
    ]);
    assert_eq!(people(&graph), [("Anna Lee", 3), ("B. Kim", 1)]);
}

#[test]
fn who_was_newly_elected_is_not_who_held_the_office_before_by_a_like_name() {
    let newly = Term {
        newly: true,
        ..Term::default()
    };
    let of = |term| {
        let second = told(
            "b",
            "2023-06-20",
            "Jan Nowacki",
            (Office::Speaker, false, term),
        );
        graph_of(vec![speaker("a", "2022-01-14", "Jan Nowak"), second.read()])
    };
    assert_eq!(people(&of(newly)).len(), 2);
}

#[test]
fn initials_of_two_letters_are_no_name_either() {
    let member = |id: &str, day: &str, name: &str| holds(id, day, name, Office::Member).read();
    let graph = graph_of(vec![
        member("a", "2024-06-14", "Zh. Bekov"),
        member("b", "2024-07-20", "Zh. Bekov"),
    ]);
    assert_eq!(people(&graph), [("Zh. Bekov", 1), ("Zh. Bekov", 1)]);
    let told = graph_of(vec![
        speaker("a", "2024-06-14", "Zhanar Bekova"),
        speaker("b", "2024-06-20", "Zh. Bekova"),
    ]);
    assert_eq!(people(&told), [("Zhanar Bekova", 2)]);
}

#[test]
fn a_surname_with_its_particle_is_a_surname() {
    for (surname, whole, other) in [
        ("Van Dijken", "Jan van Dijken", "Anna van Dijken"),
        ("Al-Mansouri", "Saqr Al-Mansouri", "Hamad Al Mansouri"),
    ] {
        let member = |id: &str, name: &str| holds(id, "2024-07-20", name, Office::Member).read();
        let graph = graph_of(vec![
            speaker("a", "2024-06-14", whole),
            speaker("b", "2024-06-20", surname),
            member("c", surname),
            member("d", other),
        ]);
        let mut found = people(&graph);
        found.sort_unstable();
        let mut expected = [(whole, 2), (surname, 1), (other, 1)];
        expected.sort_unstable();
        assert_eq!(found, expected);
    }
}

#[test]
fn a_rival_of_another_initial_in_the_office_makes_the_link_of_a_bare_surname_drop() {
    let mut readings = vec![
        speaker("a", "2024-06-14", "Anna Lee"),
        speaker("b", "2024-06-20", "Lee"),
        speaker("c", "2024-07-20", "A. Lee"),
        speaker("d", "2012-07-20", "B. Lee"),
    ];
    let graph = graph_of(readings.clone());
    assert_eq!(people(&graph), [("Anna Lee", 2), ("B. Lee", 1), ("Lee", 1)]);
    // Without the rival the link is there again, and so it is where the rival is in another house.
    readings.pop();
    let other_house = article("d", "2024-06-20").person("B. Lee", "KZ");
    let other_house = other_house.entity(Chamber, "Senate", "KZ", "kz/senate");
    readings.push(other_house.speaker("Chairman", false).read());
    assert_eq!(people(&graph_of(readings)).first(), Some(&("Anna Lee", 3)));
}

#[test]
fn two_rival_initials_leave_bare_surnames_alone_where_no_full_name_is_known() {
    let mut readings = vec![
        speaker("a", "2024-06-14", "Lee"),
        speaker("b", "2024-06-20", "Lee"),
        speaker("c", "2024-07-20", "A. Lee"),
    ];
    assert_eq!(people(&graph_of(readings.clone())).len(), 2);
    readings.push(speaker("d", "2024-07-21", "B. Lee"));
    assert_eq!(people(&graph_of(readings)).len(), 4);
}

#[test]
fn in_an_office_of_many_a_rival_initial_of_the_state_makes_the_link_drop() {
    let deputy = |id: &str, name| holds(id, "2024-06-14", name, Office::DeputySpeaker).read();
    let mut readings = vec![deputy("a", "Anna Lee"), deputy("b", "Lee")];
    readings.push(article("c", "2020-01-01").person("B. Lee", "KG").read());
    assert_eq!(people(&graph_of(readings.clone())).len(), 2);
    readings.push(article("d", "2020-01-01").person("B. Lee", "KZ").read());
    assert_eq!(people(&graph_of(readings)).len(), 4);
}

#[test]
fn a_surname_that_only_sounds_alike_joins_nobody() {
    let with = |full, bare| {
        let readings = vec![
            speaker("a", "2024-06-14", full),
            speaker("b", "2024-06-20", bare),
        ];
        people(&graph_of(readings)).len()
    };
    for (full, bare, nodes) in [
        ("Lars Hansen", "Jensen", 2),
        ("Lars Petersen", "Peterson", 2),
        ("Kofi Owusu", "Owusua", 2),
        ("Zhomart Bekzhanov", "Bekjanov", 1),
        ("Zhomart Bekzhanov", "Бекжанов", 1),
        ("Ana Robledal Paz", "Robledal", 1),
    ] {
        assert_eq!(with(full, bare), nodes, "{full} {bare}");
    }
    // Another speaker is no rival of the one who has the surname.
    let graph = graph_of(vec![
        speaker("a", "2021-06-14", "Lars Hansen"),
        speaker("b", "2024-06-14", "Anders Jensen"),
        speaker("c", "2024-06-20", "Jensen"),
    ]);
    assert_eq!(people(&graph), [("Anders Jensen", 2), ("Lars Hansen", 1)]);
}

#[test]
fn who_took_the_office_lately_is_not_who_had_it_years_before() {
    let newly = Term {
        newly: true,
        ..Term::default()
    };
    let since = Term {
        since: PartialDate::parse("2024-01-10"),
        ..Term::default()
    };
    for term in [newly, since] {
        let taken = |id: &str, name| told(id, "2024-03-01", name, (Office::Speaker, false, term));
        let elected = taken("e", "Anna Lee").read();
        let with = |day: &str| vec![speaker("a", day, "Lee"), elected.clone()];
        assert_eq!(people(&graph_of(with("2022-03-01"))).len(), 2, "{term:?}");
        // Who was shown in it shortly before was elected again, and who is shown after is the one who was elected.
        for day in ["2023-09-01", "2024-09-01"] {
            assert_eq!(people(&graph_of(with(day))).len(), 1, "{term:?} {day}");
        }
        // She was in the office before, as another article says.
        let mut again = with("2022-03-01");
        again.push(speaker("b", "2021-06-01", "Anna Lee"));
        assert_eq!(people(&graph_of(again)).len(), 1, "{term:?}");
        // The surname is the one who was elected.
        let bare = vec![
            speaker("a", "2022-03-01", "Anna Lee"),
            taken("e", "Lee").read(),
        ];
        assert_eq!(people(&graph_of(bare)).len(), 2, "{term:?}");
    }
}

#[test]
fn who_has_left_the_office_is_not_who_has_it_afterwards() {
    let former = (Office::Speaker, true, Term::default());
    let with = |day: &str| {
        graph_of(vec![
            speaker("a", "2020-03-01", "Anna Lee"),
            told("b", "2021-03-01", "Anna Lee", former).read(),
            speaker("c", day, "Lee"),
        ])
    };
    assert_eq!(people(&with("2022-03-01")).len(), 2);
    assert_eq!(people(&with("2020-09-01")).len(), 1);
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

/// An article of one person who holds an office of Kazakhstan, told by a title.
fn of_state(id: &str, name: &str, (office, title): (Office, &str)) -> Reading {
    let role = Assertion::Role {
        person: 0,
        office,
        target: 1,
        title: title.to_owned(),
        former: false,
        term: Term::default(),
    };
    let made = article(id, "2024-06-14").person(name, "KZ");
    made.entity(State, "Kazakhstan", "", "KZ")
        .claim(role, 90)
        .read()
}

#[test]
fn a_head_of_state_is_told_by_the_state() {
    let president = (Office::HeadOfState, "President");
    let head = |id, name| of_state(id, name, president);
    let graph = graph_of(vec![head("a", "Anna Lee"), head("b", "Lee")]);
    assert_eq!(people(&graph).len(), 1);
}

#[test]
fn a_surname_is_no_only_minister_or_ambassador_of_a_state() {
    let people_of = |one, other| {
        let readings = vec![of_state("a", "Anna Lee", one), of_state("b", "Lee", other)];
        people(&graph_of(readings)).len()
    };
    let finance = (Office::Minister, "Finance Minister");
    let health = (Office::Minister, "Health Minister");
    assert_eq!(people_of(finance, health), 2);
    let to_italy = (Office::Ambassador, "Ambassador to Italy");
    let to_japan = (Office::Ambassador, "Ambassador to Japan");
    assert_eq!(people_of(to_italy, to_japan), 2);
    let head = (Office::HeadOfState, "President");
    assert_eq!(people_of(head, head), 1);
}
