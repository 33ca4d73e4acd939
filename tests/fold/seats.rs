//! Namesakes whom their seats tell apart: what parts, and for each the near miss that does not.

use super::made::{article, bytes_of, graph_of};
use interparl::claim::{Assertion, Confidence, Reading, Term};
use interparl::graph::{Evidence, RelationGraph, fold, fold_judged};
use interparl::identity::{Judgement, Judgements, Opinion, resolve, settle};
use interparl::ontology::NodeKind::{Chamber, Parliament, State};
use interparl::ontology::{NodeKind, Office};
use proptest::prelude::*;

pub(super) const MAJILIS: (NodeKind, &str) = (Chamber, "kz/majilis");
const SENATE: (NodeKind, &str) = (Chamber, "kz/senate");

/// An article of a day on somebody of Kazakhstan in an office, as sure as that.
pub(super) fn holds(
    id: &str,
    (day, name): (&str, &str),
    office: Office,
    (kind, row): (NodeKind, &str),
    sure: u8,
) -> Reading {
    let role = Assertion::Role {
        person: 0,
        office,
        target: 1,
        title: office.as_str().to_owned(),
        former: false,
        term: Term::default(),
    };
    let made = article(id, day).person(name, "KZ");
    made.entity(kind, row, "KZ", row).claim(role, sure).read()
}

fn member(id: &str, day: &str, house: (NodeKind, &str)) -> Reading {
    holds(id, (day, "Anna Lee"), Office::Member, house, 90)
}

/// The people by their ids, each with the articles that tell of it.
pub(super) fn people(graph: &RelationGraph) -> Vec<(String, String)> {
    let people = graph.nodes().filter(|(_, n)| n.kind.is_person());
    let told = people.map(|(node, n)| {
        let edges = graph.edges_at(node);
        let evidence = edges.iter().flat_map(|e| &e.edge.evidence);
        let ids = evidence.filter_map(|evidence| match evidence {
            Evidence::Words { document, .. } => Some(document.as_str()),
            _ => None,
        });
        let ids: std::collections::BTreeSet<&str> = ids.collect();
        (n.id.clone(), ids.into_iter().collect::<Vec<_>>().join(" "))
    });
    told.collect()
}

pub(super) fn told(readings: Vec<Reading>) -> Vec<String> {
    let mut told: Vec<String> = people(&graph_of(readings))
        .into_iter()
        .map(|p| p.1)
        .collect();
    told.sort();
    told
}

/// A deputy and a senator of one name.
fn two() -> Vec<Reading> {
    vec![
        member("a", "2020-03-01", MAJILIS),
        member("b", "2020-09-01", SENATE),
        member("c", "2021-03-01", MAJILIS),
        member("d", "2021-09-01", SENATE),
    ]
}

#[test]
fn who_sits_in_two_houses_by_turns_is_two_people() {
    assert_eq!(told(two()), ["a c", "b d"]);
}

#[test]
fn who_sits_in_one_house_after_the_other_is_one() {
    let readings = vec![
        member("a", "2020-03-01", MAJILIS),
        member("b", "2020-09-01", MAJILIS),
        member("c", "2021-03-01", SENATE),
        member("d", "2021-09-01", SENATE),
    ];
    assert_eq!(told(readings), ["a b c d"]);
}

#[test]
fn who_comes_back_after_a_term_is_one() {
    let readings = vec![
        member("a", "2010-03-01", MAJILIS),
        member("b", "2014-03-01", MAJILIS),
        member("c", "2015-03-01", SENATE),
        member("d", "2019-03-01", SENATE),
        member("e", "2020-03-01", MAJILIS),
        member("f", "2021-03-01", MAJILIS),
    ];
    assert_eq!(told(readings), ["a b c d e f"]);
}

#[test]
fn the_parliament_and_the_state_go_with_either_house() {
    let minister = holds(
        "b",
        ("2020-09-01", "Anna Lee"),
        Office::Minister,
        (State, "KZ"),
        90,
    );
    let readings = vec![
        member("a", "2020-03-01", MAJILIS),
        minister,
        member("c", "2021-03-01", MAJILIS),
        member("d", "2020-05-01", (Parliament, "kz/parliament")),
    ];
    assert_eq!(told(readings), ["a b c d"]);
}

#[test]
fn a_single_odd_seat_stands_alone_and_leaves_all_others_together() {
    let readings = vec![
        member("a", "2020-03-01", MAJILIS),
        member("b", "2020-09-01", SENATE),
        member("c", "2021-03-01", MAJILIS),
        member("d", "2020-05-01", (Parliament, "kz/parliament")),
    ];
    let people = people(&graph_of(readings));
    let ids: Vec<&str> = people.iter().map(|(id, _)| id.as_str()).collect();
    // Whoever is told of most keeps the id.
    assert_eq!(
        people.first(),
        Some(&("person/anna-lee".to_owned(), "a c d".to_owned()))
    );
    assert_eq!(ids.len(), 2);
    assert!(
        ids.iter().any(|id| id.starts_with("person/anna-lee-kz-")),
        "{ids:?}"
    );
}

#[test]
fn what_is_not_sure_or_over_parts_nobody() {
    let unsure = |id, day| holds(id, (day, "Anna Lee"), Office::Member, SENATE, 70);
    let mut readings = two();
    readings.retain(|reading| reading.document.id == "a" || reading.document.id == "c");
    readings.extend([unsure("b", "2020-09-01"), unsure("d", "2020-10-01")]);
    assert_eq!(told(readings), ["a b c d"]);
    let former = article("b", "2020-09-01")
        .person("Anna Lee", "KZ")
        .entity(Chamber, "Senate", "KZ", "kz/senate")
        .speaker("Chairman", true);
    let mut readings = two();
    readings.retain(|reading| reading.document.id == "a" || reading.document.id == "c");
    readings.push(former.read());
    assert_eq!(people(&graph_of(readings)).len(), 1);
}

#[test]
fn whoever_has_no_seat_is_neither_of_two() {
    let mut readings = two();
    readings.push(member("e", "2020-05-01", (Parliament, "kz/parliament")));
    readings.push(member("f", "2020-05-01", (Parliament, "kz/parliament")));
    assert_eq!(told(readings), ["a c", "b d", "e", "f"]);
}

#[test]
fn of_whom_eight_times_as_many_tell_is_whoever_has_no_seat() {
    let mut readings = two();
    let day = |n: i32| format!("{}-{:02}-15", 2018 + n / 12, n % 12 + 1);
    readings.extend((0..20).map(|n| member(&format!("m{n:02}"), &day(n), MAJILIS)));
    readings.push(member("z", "2020-05-01", (Parliament, "kz/parliament")));
    let told = told(readings);
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told.iter()
            .any(|one| one.starts_with("a c m00") && one.ends_with("m19 z"))
    );
}

#[test]
fn two_lifetimes_in_one_house_are_two_people() {
    let mut readings = vec![
        member("a", "1950-03-01", SENATE),
        member("b", "1955-03-01", SENATE),
        member("c", "2020-03-01", SENATE),
        member("d", "2021-03-01", SENATE),
    ];
    assert_eq!(told(readings.clone()), ["a b", "c d"]);
    // Where articles tell of the time in between it is a long life.
    readings.push(member("e", "1985-03-01", SENATE));
    assert_eq!(told(readings), ["a b c d e"]);
}

#[test]
fn a_third_spelling_bridges_nobody_whom_seats_part() {
    fn named(id: &str, day: &str, name: &str, house: (NodeKind, &str)) -> Reading {
        holds(id, (day, name), Office::Member, house, 90)
    }
    let (one, other) = ("Yelena Chugaeva", "Elena Tchugaeva");
    let spelled = |name: &str| {
        vec![
            named("a", "2020-03-01", one, MAJILIS),
            named("b", "2020-09-01", name, SENATE),
            named("c", "2021-03-01", one, MAJILIS),
            named("d", "2021-09-01", name, SENATE),
        ]
    };
    assert_eq!(told(spelled(one)), ["a c", "b d"]);
    // Under two spellings they are as little one.
    assert_eq!(told(spelled(other)), ["a c", "b d"]);
    // A third spelling without a seat may be of either.
    let nowhere = (Parliament, "kz/parliament");
    let mut readings = spelled(one);
    readings.push(named("e", "2020-05-01", other, nowhere));
    assert_eq!(told(readings), ["a c", "b d", "e"]);
    // One house after the other is one person in two spellings as in one.
    let readings = vec![
        named("a", "2020-03-01", one, MAJILIS),
        named("b", "2021-03-01", other, SENATE),
    ];
    assert_eq!(told(readings), ["a b"]);
}

#[test]
fn a_surname_with_an_office_joins_the_one_who_holds_it() {
    let mut readings = two();
    readings.push(holds(
        "e",
        ("2021-10-01", "Anna Lee"),
        Office::Speaker,
        SENATE,
        90,
    ));
    readings.push(holds(
        "f",
        ("2021-11-01", "Lee"),
        Office::Speaker,
        SENATE,
        90,
    ));
    assert_eq!(told(readings), ["a c", "b d e f"]);
}

#[test]
fn people_join_whom_seats_part_and_keep_the_name() {
    let at = |id| super::judgements::at(id, 0, "Anna Lee");
    let same = Judgement::of(Opinion::Same(at("a"), at("b")));
    let judgements: Judgements = [same].into_iter().collect();
    let folded = fold_judged(two(), &judgements);
    bytes_of(&folded.graph);
    let one = [("person/anna-lee".to_owned(), "a b c d".to_owned())];
    assert_eq!(people(&folded.graph), one);
}

#[test]
fn one_more_article_moves_no_id_of_others() {
    let before = people(&graph_of(two()));
    let mut readings = two();
    readings.push(member("e", "2021-04-01", MAJILIS));
    let after = people(&graph_of(readings));
    let ids = |of: &[(String, String)]| of.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&before), ids(&after));
}

const NAMES: [(&str, &str); 5] = [
    ("Anna Lee", "KZ"),
    ("ANNA LEE", "KZ"),
    ("Anna Lee", ""),
    ("Yelena Chugaeva", "KZ"),
    ("Elena Tchugaeva", ""),
];
const DAYS: [&str; 7] = [
    "",
    "1950-02-01",
    "2020-03-01",
    "2020-09-01",
    "2021-03-01",
    "2021-09-01",
    "2022-03-01",
];
const ROWS: [(NodeKind, &str); 5] = [
    MAJILIS,
    SENATE,
    (Parliament, "kz/parliament"),
    MAJILIS,
    SENATE,
];

/// An article of two people with an office each, out of so few names, days and houses that their seats collide.
pub(super) fn reading() -> impl Strategy<Value = Reading> {
    let ids = "abcdefghij".chars().map(String::from).collect::<Vec<_>>();
    let office = prop::sample::select(vec![Office::Member, Office::Member, Office::Speaker]);
    let who = (
        prop::sample::select(NAMES.to_vec()),
        office,
        prop::sample::select(ROWS.to_vec()),
        prop::sample::select(vec![60_u8, 90, 90, 90]),
    );
    let who = prop::collection::vec(who, 2);
    let day = prop::sample::select(DAYS.to_vec());
    (prop::sample::select(ids), day, who).prop_map(|(id, day, who)| {
        let mut made = article(&id, day);
        for ((name, state), ..) in &who {
            made = made.person(name, state);
        }
        for (.., (kind, row), _) in &who {
            made = made.entity(*kind, row, "KZ", row);
        }
        for (place, (_, office, _, sure)) in who.iter().enumerate() {
            let role = Assertion::Role {
                person: place,
                office: *office,
                target: place + who.len(),
                title: office.as_str().to_owned(),
                former: false,
                term: Term::default(),
            };
            made = made.claim(role, *sure);
        }
        made.read()
    })
}

/// The surely told days of each person in a house.
fn seats(readings: &[Reading], row: &str) -> Vec<Vec<jiff::civil::Date>> {
    let identities = resolve(readings);
    let mut days = vec![Vec::new(); identities.clusters().len()];
    for (place, reading) in readings.iter().enumerate() {
        for claim in &reading.claims {
            if let Assertion::Role { person, target, .. } = claim.assertion
                && claim.confidence >= Confidence::hundredths(75)
                && reading.entities.get(target).and_then(|e| e.row.as_deref()) == Some(row)
                && let Some(of) = identities.of(place, person).and_then(|at| days.get_mut(at))
            {
                of.extend(reading.document.date);
            }
        }
    }
    days
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn order_and_repeats_leave_no_trace_of_seats(
        (readings, others) in prop::collection::vec(reading(), 0..12).prop_flat_map(|readings| {
            let mut more = readings.clone();
            more.extend(readings.first().cloned());
            (Just(readings), Just(more).prop_shuffle())
        }),
    ) {
        prop_assert_eq!(bytes_of(&fold(readings)), bytes_of(&fold(others)));
    }

    #[test]
    fn nobody_sits_in_two_houses_by_turns(readings in prop::collection::vec(reading(), 0..14)) {
        let readings = settle(readings).speaking;
        let (lower, upper) = (seats(&readings, "kz/majilis"), seats(&readings, "kz/senate"));
        for (mut lower, mut upper) in lower.into_iter().zip(upper) {
            lower.sort();
            upper.sort();
            let after = |one: &[jiff::civil::Date], other: &[jiff::civil::Date]| match (one.last(), other.first()) {
                (Some(last), Some(first)) => last <= first,
                _ => true,
            };
            // No stay here is long, and no house has witnesses enough for a mistake.
            prop_assert!(after(&lower, &upper) || after(&upper, &lower), "{lower:?} {upper:?}");
        }
    }
}
