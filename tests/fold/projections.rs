//! What becomes an edge, when, and how sure: one test a promise.

use super::made::{Article, article, edge, edges, graph_of};
use interparl::claim::{Assertion, Confidence};
use interparl::graph::{RelationGraph, Tie};
use interparl::ontology::MeetingKind::{Bilateral, Call, Conference, Session};
use interparl::ontology::MeetingStatus::{Held, Planned};
use interparl::ontology::NodeKind::{Assembly, Chamber, State};
use interparl::text::PartialDate;

const PEOPLE: [&str; 4] = ["Anna Lee", "Boris Ma", "Carla Ng", "Dario Po"];

fn four(id: &str, day: &str) -> Article {
    PEOPLE
        .iter()
        .fold(article(id, day), |made, name| made.person(name, ""))
}

fn count(graph: &RelationGraph, word: &str) -> usize {
    edges(graph).iter().filter(|e| e.contains(word)).count()
}

fn in_office(id: &str, day: &str, title: &str, former: bool) -> Article {
    article(id, day)
        .person("Anna Lee", "")
        .entity(Chamber, "Senate", "", "xx/senate")
        .speaker(title, former)
}

#[test]
fn an_article_shows_an_office_held_on_its_day() {
    let graph = graph_of(vec![
        in_office("b", "2024-06-14", "Senate Speaker", false).read(),
        in_office("a", "2023-01-02", "Speaker", false).read(),
        in_office("c", "2023-05-05", "Speaker", false).read(),
        in_office("d", "", "Speaker", false).read(),
    ]);
    let Tie::Role { title, spells, .. } = &edge(&graph, "role:speaker").tie else {
        return assert_eq!("no role", "");
    };
    assert_eq!(title, "Speaker");
    let shown: Vec<_> = spells
        .iter()
        .map(|s| {
            (
                s.first_seen.map(PartialDate::from),
                s.last_seen.map(PartialDate::from),
            )
        })
        .collect();
    assert_eq!(
        shown,
        [(
            PartialDate::parse("2023-01-02"),
            PartialDate::parse("2024-06-14")
        )]
    );
}

#[test]
fn a_former_office_makes_no_edge_and_ends_a_spell() {
    let former = in_office("b", "2024-06-14", "Speaker", true).read();
    assert_eq!(edges(&graph_of(vec![former.clone()])), Vec::<String>::new());
    let graph = graph_of(vec![
        former,
        in_office("a", "2023-01-02", "Speaker", false).read(),
    ]);
    let Tie::Role { spells, .. } = &edge(&graph, "role:speaker").tie else {
        return assert_eq!("no role", "");
    };
    let ends: Vec<_> = spells
        .iter()
        .map(|s| s.not_after.map(PartialDate::from))
        .collect();
    assert_eq!(ends, [PartialDate::parse("2024-06-14")]);
}

#[test]
fn independent_sources_are_surer_together_and_a_reprint_is_none() {
    let one = in_office("a", "2024-01-01", "Speaker", false);
    let two = in_office("b", "2024-01-02", "Speaker", false);
    let reprint = in_office("c", "2024-01-03", "Speaker", false).text("hash of a");
    let sure = |graph: &RelationGraph| edge(graph, "role:speaker").confidence;
    let graph = graph_of(vec![one.clone().read(), reprint.clone().read()]);
    assert_eq!(sure(&graph), Confidence::hundredths(90));
    assert_eq!(edge(&graph, "role:speaker").evidence.len(), 1);
    assert_eq!(graph.documents().count(), 2);
    let graph = graph_of(vec![one.read(), two.read(), reprint.read()]);
    assert_eq!(sure(&graph), Confidence::hundredths(99));
}

#[test]
fn two_articles_tell_of_one_meeting() {
    let tell = |id: &str, date| {
        let made = four(id, "2024-06-15");
        made.meeting((Bilateral, Held), &[&[0], &[1, 2]], None, date)
            .read()
    };
    let graph = graph_of(vec![tell("a", "2024-06-14"), tell("b", "2024-06-14")]);
    let meetings: Vec<_> = graph.meetings().map(|m| m.id.as_str()).collect();
    assert_eq!(meetings, ["meeting/2024-06-14-anna-lee-boris-ma"]);
    assert_eq!(
        edges(&graph),
        [
            "person/anna-lee met:meeting/2024-06-14-anna-lee-boris-ma person/boris-ma",
            "person/anna-lee met:meeting/2024-06-14-anna-lee-boris-ma person/carla-ng"
        ]
    );
    for (one, other) in [
        ("2024-06-14", "2024-06-16"),
        ("2024-06", "2024-06"),
        ("", ""),
    ] {
        let graph = graph_of(vec![tell("a", one), tell("b", other)]);
        assert_eq!(graph.meetings().count(), 2, "{one} {other}");
    }
}

#[test]
fn an_announced_meeting_makes_no_edge_until_an_article_says_it_was_held() {
    let tell = |id: &str, status| {
        let made = four(id, "2024-06-10");
        made.meeting((Call, status), &[&[0], &[1]], None, "2024-06-14")
            .read()
    };
    assert_eq!(count(&graph_of(vec![tell("a", Planned)]), " met:"), 0);
    let graph = graph_of(vec![tell("a", Planned), tell("b", Held)]);
    assert_eq!((graph.meetings().count(), count(&graph, " met:")), (1, 1));
    let sure: Vec<_> = graph.edges().iter().map(|e| e.edge.confidence).collect();
    assert_eq!(sure, [Confidence::hundredths(80)]);
}

#[test]
fn who_met_whom_depends_on_the_kind_and_the_sides() {
    let two: &[&[usize]] = &[&[0, 1], &[2, 3]];
    let three: &[&[usize]] = &[&[0], &[1], &[2, 3]];
    for (kind, sides, met) in [
        (Bilateral, two, 4),
        (Bilateral, three, 5),
        (Call, three, 5),
        (Session, two, 4),
        (Session, three, 0),
        (Conference, two, 4),
        (Conference, three, 0),
        (Bilateral, &[&[0, 1, 2, 3]], 0),
    ] {
        let made = four("a", "").entity(Assembly, "IPU", "", "ipu");
        let graph = graph_of(vec![made.meeting((kind, Held), sides, Some(4), "").read()]);
        let found = (count(&graph, " met:"), count(&graph, " attended:"));
        assert_eq!(found, (met, 4), "{kind} {sides:?}");
    }
}

#[test]
fn in_a_crowd_nobody_meets() {
    let crowd = |size: usize| {
        let made = (0..size).fold(article("a", ""), |made, n| {
            made.person(&format!("Anna No{n}"), "")
        });
        let (left, right): (Vec<usize>, Vec<usize>) = (0..size).partition(|n| n % 2 == 0);
        let sides: &[&[usize]] = &[&left, &right];
        count(
            &graph_of(vec![
                made.meeting((Bilateral, Held), sides, None, "").read(),
            ]),
            " met:",
        )
    };
    assert_eq!(crowd(40), 400);
    assert_eq!(crowd(41), 0);
}

#[test]
fn a_visit_is_kept_by_its_date_and_whether_it_is_to_come() {
    let visit = |id: &str, date, planned| {
        let visited = Assertion::Visited {
            person: 0,
            state: 1,
            date: PartialDate::parse(date),
            planned,
        };
        let made = article(id, "")
            .person("Anna Lee", "")
            .entity(State, "Qatar", "", "QA");
        made.claim(visited, 90).read()
    };
    let graph = graph_of(vec![
        visit("a", "2024-03", false),
        visit("b", "2024-03", false),
        visit("c", "", true),
    ]);
    assert_eq!(
        edges(&graph),
        [
            "person/anna-lee visited:2024-03 state/QA",
            "person/anna-lee visited:planned:unknown state/QA"
        ]
    );
}

#[test]
fn claims_that_make_no_sense_make_no_edge() {
    let made = article("a", "")
        .entity(State, "Qatar", "", "QA")
        .person("Anna Lee", "");
    let made = made
        .claim(
            Assertion::Visited {
                person: 0,
                state: 1,
                date: None,
                planned: false,
            },
            90,
        )
        .claim(Assertion::PartOf { part: 0, whole: 0 }, 90)
        .claim(
            Assertion::Links {
                body: 1,
                target: 99,
            },
            90,
        )
        .speaker("Speaker", false);
    assert_eq!(edges(&graph_of(vec![made.read()])), Vec::<String>::new());
}
