//! The graph is a function of the set of readings.

use super::made::{Article, article, bytes_of};
use interparl::claim::{Assertion, Reading, Term, read_line, write_line};
use interparl::export::json;
use interparl::graph::fold;
use interparl::ontology::{LifeEvent, MeetingKind, MeetingStatus, NodeKind, Office};
use interparl::text::{PartialDate, Sketch};
use proptest::prelude::*;

/// Few names, states, days and texts, so that they collide.
const NAMES: [&str; 10] = [
    "Anna Lee",
    "ANNA LEE",
    "Ánna Lee",
    "Boris Ma",
    "Lee",
    "Kim",
    "Friendship Group",
    "Senate",
    "Yelena Chugaeva",
    "Елена Чугаева",
];
const STATES: [&str; 4] = ["", "", "KZ", "RU"];
const DAYS: [&str; 6] = [
    "",
    "2024-06-14",
    "2024-06-14",
    "2024-06-15",
    "2024-06",
    "2024-07-20",
];
const ROWS: [&str; 6] = ["", "", "kz/senate", "kz/majilis", "kz/senate", "KZ"];

fn entity() -> impl Strategy<Value = (NodeKind, usize, usize, usize)> {
    let kind = prop::sample::select(NodeKind::ALL);
    (kind, 0..NAMES.len(), 0..STATES.len(), 0..ROWS.len())
}

fn meeting() -> impl Strategy<Value = Assertion> {
    let what = (
        prop::sample::select(MeetingKind::ALL),
        prop::sample::select(MeetingStatus::ALL),
    );
    let sides = prop::collection::vec(prop::collection::vec(0..7_usize, 0..3), 0..4);
    (what, sides, prop::option::of(0..7_usize), 0..DAYS.len()).prop_map(
        |((kind, status), sides, body, day)| Assertion::Meeting {
            kind,
            status,
            sides,
            capacities: Vec::new(),
            body,
            session: None,
            date: DAYS.get(day).and_then(|day| PartialDate::parse(day)),
            place: None,
            outcomes: Vec::new(),
        },
    )
}

fn assertion() -> impl Strategy<Value = Assertion> {
    let two = (0..7_usize, 0..7_usize, any::<bool>(), 0..DAYS.len());
    let office = prop::sample::select(vec![Office::Speaker, Office::Member, Office::Minister]);
    let simple = (two, office, 0..5).prop_map(|((one, other, flag, day), office, which)| {
        let date = DAYS.get(day).and_then(|day| PartialDate::parse(day));
        match which {
            0 => Assertion::Visited {
                person: one,
                state: other,
                date,
                planned: flag,
            },
            1 => Assertion::PartOf {
                part: one,
                whole: other,
            },
            2 => Assertion::Links {
                body: one,
                target: other,
            },
            3 => Assertion::Life {
                body: one,
                event: LifeEvent::Resumed,
                date,
            },
            _ => Assertion::Role {
                person: one,
                office,
                target: other,
                title: if flag { "Speaker" } else { "the Speaker" }.to_owned(),
                former: flag,
                term: Term {
                    since: date,
                    until: date.filter(|_| flag),
                    newly: !flag && date.is_none(),
                    ..Term::default()
                },
            },
        }
    });
    prop_oneof![simple, meeting()]
}

/// An article out of a few documents and texts: some are versions of one another, some reprints.
pub(super) fn reading() -> impl Strategy<Value = Reading> {
    let head = (0..6_usize, 0..DAYS.len(), 0..12_usize);
    let entities = prop::collection::vec(entity(), 7);
    let claims = prop::collection::vec((assertion(), 1..100_u8), 0..6);
    (head, entities, claims).prop_map(|((id, day, text), entities, claims)| {
        let day = DAYS.get(day).copied().unwrap_or_default();
        let made = article(&format!("document {id}"), day).text(&format!("text {text}"));
        let pick = |of: &[&'static str], at: usize| of.get(at).copied().unwrap_or_default();
        let made = entities
            .into_iter()
            .fold(made, |made, (kind, name, state, row)| {
                made.entity(
                    kind,
                    pick(&NAMES, name),
                    pick(&STATES, state),
                    pick(&ROWS, row),
                )
            });
        let claim = |made: Article, (assertion, sure)| made.claim(assertion, sure);
        let mut reading = claims.into_iter().fold(made, claim).read();
        // Texts of one third are nearly the same.
        let words = (0..60)
            .map(|n| format!("word{n} of {}", text / 4))
            .collect::<Vec<_>>();
        reading.sketch = (text > 2).then(|| Sketch::of(&format!("{} {text}", words.join(" "))));
        reading
    })
}

/// Readings, and the same ones in another order with repeats.
fn shuffled() -> impl Strategy<Value = (Vec<Reading>, Vec<Reading>)> {
    prop::collection::vec(reading(), 0..9).prop_flat_map(|readings| {
        let repeats = prop::collection::vec(any::<prop::sample::Index>(), 0..5);
        (Just(readings), repeats).prop_flat_map(|(readings, repeats)| {
            let mut more = readings.clone();
            if !readings.is_empty() {
                more.extend(repeats.iter().map(|at| at.get(&readings).clone()));
            }
            (Just(readings), Just(more).prop_shuffle())
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn order_and_repeats_leave_no_trace((readings, others) in shuffled()) {
        prop_assert_eq!(bytes_of(&fold(readings)), bytes_of(&fold(others)));
    }

    #[test]
    fn a_way_over_lines_in_batches_leaves_no_trace((readings, others) in shuffled(), cut in 0..9_usize) {
        let lines: Result<Vec<String>, _> = others.iter().map(write_line).collect();
        let lines = lines?;
        let (one, two) = lines.split_at(cut.min(lines.len()));
        let (one, two) = (one.join("\n"), two.join("\n"));
        // The second batch first, as a cluster would hand them in.
        let back: Result<Vec<Reading>, _> = two.lines().chain(one.lines()).map(read_line).collect();
        prop_assert_eq!(bytes_of(&fold(readings)), bytes_of(&fold(back?)));
    }

    #[test]
    fn json_read_back_is_the_same_json((readings, _) in shuffled()) {
        let bytes = bytes_of(&fold(readings));
        prop_assert_eq!(bytes_of(&json::read(&bytes)?), bytes);
    }

    #[test]
    fn nothing_is_invented_and_nothing_lost((readings, _) in shuffled()) {
        let graph = fold(readings.clone());
        let documents: std::collections::BTreeSet<&str> =
            readings.iter().map(|r| r.document.id.as_str()).collect();
        let found: std::collections::BTreeSet<&str> =
            graph.documents().map(|d| d.record.id.as_str()).collect();
        prop_assert_eq!(documents, found);
        for (_, node) in graph.nodes() {
            let mentioned = readings.iter().flat_map(|r| &r.entities).any(|e| {
                e.name == node.name || e.state.is_some_and(|code| Some(code) == node.code)
            });
            prop_assert!(mentioned, "{}", node.id);
        }
    }
}
