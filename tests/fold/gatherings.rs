//! Meetings that several articles tell, each in its own way, and reprints.

use super::made::{Article, article, graph_of};
use interparl::claim::{Assertion, Confidence, Reading};
use interparl::graph::RelationGraph;
use interparl::ontology::MeetingKind::{Bilateral, Call, Conference, Session};
use interparl::ontology::MeetingStatus::Held;
use interparl::ontology::NodeKind::Commission;
use interparl::ontology::{MeetingDetail, MeetingKind};
use interparl::text::{PartialDate, Sketch};

/// An article with five people (0 to 4) and a commission (5).
fn five(id: &str, day: &str) -> Article {
    let names = ["Anna Lee", "Boris Ma", "Carla Ng", "Dario Po", "Erik Ro"];
    let people = names
        .iter()
        .fold(article(id, day), |made, name| made.person(name, ""));
    people.entity(Commission, "Joint Commission on Trade", "", "")
}

fn told(
    id: &str,
    kind: MeetingKind,
    sides: &[&[usize]],
    body: Option<usize>,
    date: &str,
) -> Reading {
    five(id, "2024-06-20")
        .meeting((kind, Held), sides, body, date)
        .read()
}

/// The sides of all meetings, as names' first letters: `A/BC`.
fn sides(graph: &RelationGraph) -> Vec<String> {
    let letters = |side: &Vec<String>| -> String {
        let first = side
            .iter()
            .filter_map(|id| id.strip_prefix("person/")?.chars().next());
        first.map(|c| c.to_ascii_uppercase()).collect()
    };
    let meetings = graph.meetings().map(|m| {
        let sides: Vec<String> = m.sides.iter().map(letters).collect();
        sides.join("/")
    });
    meetings.collect()
}

#[test]
fn one_article_names_the_two_who_spoke_and_another_all_who_sat_beside() {
    let graph = graph_of(vec![
        told("a", Bilateral, &[&[0], &[1]], None, "2024-06-14"),
        told("b", Bilateral, &[&[3, 1, 2], &[4, 0]], None, "2024-06-14"),
        told("c", Bilateral, &[&[0, 4], &[1]], None, "2024-06-14"),
    ]);
    assert_eq!(sides(&graph), ["AE/BCD"]);
    let evidence = graph.meetings().map(|m| m.evidence.len());
    assert_eq!(evidence.collect::<Vec<_>>(), [3]);
}

#[test]
fn what_one_article_says_otherwise_is_told_with_the_article() {
    let at = |id: &str, city: &str| {
        let mut reading = told(id, Bilateral, &[&[0], &[1]], None, "2024-06-14");
        for claim in &mut reading.claims {
            if let Assertion::Meeting { place, .. } = &mut claim.assertion {
                *place = Some(city.to_owned());
            }
        }
        reading
    };
    let differences = |readings| -> Vec<(MeetingDetail, String, usize)> {
        let graph = graph_of(readings);
        let all = graph.meetings().flat_map(|m| &m.differences);
        all.map(|d| (d.detail, d.value.clone(), d.documents.len()))
            .collect()
    };
    let mut readings = vec![at("a", "Astana"), at("b", "Almaty"), at("c", "Astana")];
    let almaty = (MeetingDetail::Place, "Almaty".to_owned(), 1);
    assert_eq!(differences(readings.clone()), [almaty]);
    readings.remove(1);
    assert_eq!(differences(readings), []);
}

#[test]
fn other_people_another_kind_and_changed_sides_are_another_meeting() {
    let base = || told("a", Bilateral, &[&[0], &[1]], None, "2024-06-14");
    for other in [
        told("b", Call, &[&[0], &[1]], None, "2024-06-14"),
        told("b", Session, &[&[0], &[1]], Some(5), "2024-06-14"),
        told("b", Bilateral, &[&[0], &[2]], None, "2024-06-14"),
        told("b", Bilateral, &[&[0, 1], &[2]], None, "2024-06-14"),
        told("b", Bilateral, &[&[0], &[1]], None, "2024-06-16"),
    ] {
        assert_eq!(graph_of(vec![base(), other]).meetings().count(), 2);
    }
}

#[test]
fn two_meetings_that_one_article_tells_apart_stay_two() {
    let talks_twice = five("a", "2024-06-20")
        .meeting((Bilateral, Held), &[&[0], &[1]], None, "2024-06-14")
        .meeting((Bilateral, Held), &[&[0, 2], &[1, 3]], None, "2024-06-14");
    let graph = graph_of(vec![
        talks_twice.read(),
        told("b", Bilateral, &[&[0], &[1]], None, "2024-06-14"),
    ]);
    assert_eq!(sides(&graph), ["A/B", "AC/BD"]);
}

#[test]
fn a_session_of_a_body_is_one_whoever_is_named() {
    let graph = graph_of(vec![
        told("a", Session, &[&[0], &[1]], Some(5), "2024-06-14"),
        told("b", Session, &[], Some(5), "2024-06-14"),
        told("c", Session, &[&[0, 2], &[1]], Some(5), "2024-06-14"),
    ]);
    assert_eq!(sides(&graph), ["AC/B"]);
    let graph = graph_of(vec![
        told("a", Conference, &[&[0], &[1], &[2]], Some(5), "2024-06-14"),
        told("b", Session, &[&[3], &[4]], Some(5), "2024-06-14"),
    ]);
    assert_eq!(sides(&graph), ["A/B/C/D/E"]);
}

#[test]
fn a_month_is_the_only_day_of_it_on_which_it_may_have_been() {
    let exact = |id: &str, date| told(id, Bilateral, &[&[0], &[1]], None, date);
    let graph = graph_of(vec![
        exact("a", "2024-06-14"),
        exact("b", "2024-06"),
        exact("c", "2024-06"),
    ]);
    let dates: Vec<String> = graph
        .meetings()
        .filter_map(|m| m.date.map(|d| d.to_string()))
        .collect();
    assert_eq!(dates, ["2024-06-14"]);
    let graph = graph_of(vec![
        exact("a", "2024-06-14"),
        exact("b", "2024-06"),
        exact("c", "2024-06-24"),
    ]);
    assert_eq!(graph.meetings().count(), 3);
}

#[test]
fn where_it_was_tomorrow_already_it_is_one_meeting_if_no_third_is_near() {
    let tell = |id: &str, published, date| {
        let made = five(id, published);
        made.meeting((Bilateral, Held), &[&[0], &[1]], None, date)
            .read()
    };
    let (one, next) = (
        tell("a", "2024-06-14", "2024-06-14"),
        tell("b", "2024-06-15", "2024-06-15"),
    );
    let graph = graph_of(vec![one.clone(), next.clone()]);
    assert_eq!(graph.meetings().count(), 1);
    let third = tell("c", "2024-06-16", "2024-06-16");
    let graph = graph_of(vec![one.clone(), next.clone(), third]);
    assert_eq!(graph.meetings().count(), 3);
    // Articles that come later tell the day itself, and no "today" that may be another's yesterday.
    let later = |of: Reading| Reading {
        document: interparl::document::DocumentRecord {
            date: PartialDate::parse("2024-06-20").and_then(PartialDate::day),
            ..of.document.clone()
        },
        ..of
    };
    assert_eq!(
        graph_of(vec![later(one), later(next)]).meetings().count(),
        2
    );
}

#[test]
fn a_reprint_with_a_changed_headline_makes_nothing_surer() {
    let text = |headline: &str| {
        let body: Vec<String> = (0..120).map(|n| format!("word{n}")).collect();
        Some(Sketch::of(&format!("{headline} {}", body.join(" "))))
    };
    let tell = |id: &str, day, headline: &str| {
        let mut reading = five(id, day)
            .meeting((Bilateral, Held), &[&[0], &[1]], None, "2024-06-14")
            .read();
        reading.sketch = text(headline);
        reading
    };
    let sure = |graph: &RelationGraph| graph.meetings().map(|m| m.confidence).max();
    let one = tell("a", "2024-06-14", "Speakers meet");
    let reprint = tell(
        "b",
        "2024-06-15",
        "What the speakers agreed on in the capital",
    );
    let graph = graph_of(vec![one.clone(), reprint.clone()]);
    assert_eq!(sure(&graph), Some(Confidence::hundredths(80)));
    let same: Vec<usize> = graph.documents().map(|d| d.same_text.len()).collect();
    assert_eq!(same, [1, 1]);
    // Both are evidence all the same, and what only the reprint says is kept.
    assert_eq!(
        graph
            .meetings()
            .map(|m| m.evidence.len())
            .collect::<Vec<_>>(),
        [2]
    );
    // The same words a year later are of another year.
    let later = tell("c", "2025-06-15", "Speakers meet");
    assert_eq!(
        sure(&graph_of(vec![one.clone(), later])),
        Some(Confidence::hundredths(96))
    );
    let mut other = tell("d", "2024-06-15", "");
    other.sketch = None;
    assert_eq!(
        sure(&graph_of(vec![one, reprint, other])),
        Some(Confidence::hundredths(96))
    );
}
