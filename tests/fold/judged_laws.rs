//! The graph is a function of the set of readings and the set of judgements.

use super::judgements::at;
use super::made::{article, bytes_of};
use interparl::claim::Reading;
use interparl::export::clusters;
use interparl::graph::{Folded, fold, fold_judged};
use interparl::identity::{
    EntityRef, Fact, Judgement, Judgements, Opinion, Party, Statement, WrongClaim, WrongPart,
};
use interparl::ontology::{MeetingKind, MeetingStatus, NodeKind, Office, StateCode};
use proptest::prelude::*;
use proptest::sample::Index;

const ARTICLES: [&str; 6] = ["a", "b", "c", "d", "e", "f"];
/// Few people, so that the program joins many; the last one in one article is two.
const PEOPLE: [(&str, &str); 7] = [
    ("Ali Hassan", "EG"),
    ("Ali Hassan", ""),
    ("Yelena Chugaeva", "RU"),
    ("Elena Tchougaïeva", "RU"),
    ("Kim", "KR"),
    ("Kim Minsu", "KR"),
    ("Anna Lee", "KZ"),
];
const HOUSES: [&str; 3] = ["House of Elders", "House of Youth", "Senate"];

/// An article that names three people and a house of which the first is the speaker, and tells of a meeting.
pub(super) fn reading() -> impl Strategy<Value = Reading> {
    let who = prop::collection::vec(0..PEOPLE.len(), 3);
    (0..ARTICLES.len(), who, 0..HOUSES.len()).prop_map(|(id, who, house)| {
        let pick = |of: &[&'static str], at: usize| of.get(at).copied().unwrap_or_default();
        let mut made = article(pick(&ARTICLES, id), "2024-06-14");
        for person in who {
            let (name, state) = PEOPLE.get(person).copied().unwrap_or_default();
            made = made.person(name, state);
        }
        let held = (MeetingKind::Bilateral, MeetingStatus::Held);
        made.entity(NodeKind::Chamber, pick(&HOUSES, house), "", "")
            .claim(role(), 90)
            .meeting(held, &[&[0], &[1, 2]], None, "2024-06-13")
            .read()
    })
}

fn role() -> interparl::claim::Assertion {
    interparl::claim::Assertion::Role {
        person: 0,
        office: Office::Speaker,
        target: 3,
        title: "Speaker".to_owned(),
        former: false,
        term: interparl::claim::Term::default(),
    }
}

fn mention() -> impl Strategy<Value = interparl::identity::MentionRef> {
    (0..ARTICLES.len(), 0..4_usize)
        .prop_map(|(id, entity)| at(ARTICLES.get(id).copied().unwrap_or_default(), entity, "X"))
}

fn opinion() -> impl Strategy<Value = Opinion> {
    let span = |entity: usize| EntityRef::Span {
        start: entity * 100,
        end: entity * 100 + 2,
        name: String::new(),
    };
    let pair = (mention(), mention()).prop_filter("two mentions", |(a, b)| a != b);
    let pair = (pair, any::<bool>()).prop_map(|((a, b), same)| {
        if same {
            Opinion::Same(a, b)
        } else {
            Opinion::Different(a, b)
        }
    });
    let wrong = (mention(), any::<bool>()).prop_map(move |(text, whole)| {
        let (kind, status) = (MeetingKind::Bilateral, MeetingStatus::Held);
        let date = interparl::text::PartialDate::parse("2024-06-13");
        Opinion::Wrong(WrongClaim {
            sha256: text.sha256,
            part: if whole {
                WrongPart::Role {
                    person: span(0),
                    office: Office::Speaker,
                    target: span(3),
                    former: false,
                }
            } else {
                WrongPart::TookPart {
                    person: span(1),
                    kind,
                    status,
                    body: None,
                    date,
                }
            },
        })
    });
    let fact = (mention(), 0..HOUSES.len(), any::<bool>()).prop_map(|(person, house, known)| {
        let name = HOUSES.get(house).copied().unwrap_or_default().to_owned();
        let state = StateCode::parse("KZ").filter(|_| known);
        Opinion::Fact(Fact {
            says: Statement::Role {
                person: Party::Mention(person),
                office: Office::Member,
                target: Party::Named {
                    kind: NodeKind::Chamber,
                    name,
                    row: None,
                    state,
                },
                title: None,
                former: false,
                date: None,
            },
            source: "a book".to_owned(),
        })
    });
    prop_oneof![4 => pair, 1 => wrong, 1 => fact]
}

/// Judgements, and the same ones in another order with repeats; some undone, some of these undone again.
pub(super) fn judgements() -> impl Strategy<Value = (Vec<Judgement>, Vec<Judgement>)> {
    let opinions = prop::collection::vec(opinion(), 0..10);
    let undone = prop::collection::vec(any::<Index>(), 0..4);
    (
        opinions,
        undone,
        prop::collection::vec(any::<Index>(), 0..4),
    )
        .prop_flat_map(|(opinions, undone, repeats)| {
            let mut all: Vec<Judgement> = opinions.into_iter().map(Judgement::of).collect();
            for at in undone
                .iter()
                .filter(|_| !all.is_empty())
                .collect::<Vec<_>>()
            {
                all.push(Judgement::of(Opinion::Undo(at.get(&all).id())));
            }
            let mut more = all.clone();
            if !all.is_empty() {
                more.extend(repeats.iter().map(|at| at.get(&all).clone()));
            }
            (Just(all), Just(more).prop_shuffle())
        })
}

fn clusters_of(folded: &Folded) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    clusters::write(folded, &mut bytes)?;
    Ok(bytes)
}

fn shuffled() -> impl Strategy<Value = (Vec<Reading>, Vec<Reading>)> {
    prop::collection::vec(reading(), 0..9).prop_flat_map(|readings| {
        let mut more = readings.clone();
        more.extend(readings.first().cloned());
        (Just(readings), Just(more).prop_shuffle())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn order_and_repeats_of_readings_and_judgements_leave_no_trace(
        (readings, others) in shuffled(),
        (judgements, again) in judgements(),
        cut in 0..12_usize,
    ) {
        let set: Judgements = judgements.into_iter().collect();
        let one = fold_judged(readings, &set);
        // The others come as two files of lines, the second one first.
        let lines: Vec<String> = again.iter().map(Judgement::to_line).collect();
        let (head, tail) = lines.split_at(cut.min(lines.len()));
        let mut read = Judgements::from_lines("tail", &tail.join("\n"))?;
        read.extend(Judgements::from_lines("head", &head.join("\n"))?.iter().cloned());
        prop_assert_eq!(&read, &set);
        let other = fold_judged(others, &read);
        prop_assert_eq!(&one.judged.findings, &other.judged.findings);
        prop_assert_eq!(bytes_of(&one.graph), bytes_of(&other.graph));
        prop_assert_eq!(clusters_of(&one)?, clusters_of(&other)?);
    }

    #[test]
    fn nobody_is_lost_and_nobody_twice((readings, _) in shuffled(), (judgements, _) in judgements()) {
        let set: Judgements = judgements.into_iter().collect();
        let folded = fold_judged(readings, &set);
        let articles = folded.judged.readings.len() - folded.judged.facts.len();
        let named: usize = folded.judged.readings.iter().take(articles).map(|r| r.entities.len()).sum();
        let mentions: usize = folded.identities.clusters().iter()
            .flat_map(|cluster| &cluster.mentions)
            .filter(|mention| mention.reading < articles)
            .count();
        prop_assert_eq!(named, mentions);
    }

    #[test]
    fn whom_people_tell_apart_is_two((readings, _) in shuffled(), (judgements, _) in judgements()) {
        let set: Judgements = judgements.into_iter().collect();
        let folded = fold_judged(readings, &set);
        let find = |mention: &interparl::identity::MentionRef| {
            let readings = &folded.judged.readings;
            let reading = readings.iter().position(|r| r.document.sha256 == mention.sha256)?;
            folded.identities.of(reading, mention.start / 100)
        };
        for judgement in set.in_force().values() {
            if let Opinion::Different(a, b) = &judgement.says
                && let (Some(one), Some(other)) = (find(a), find(b))
            {
                prop_assert_ne!(one, other, "{:?}", judgement);
            }
        }
    }

    #[test]
    fn all_undone_is_nothing((readings, _) in shuffled(), (judgements, _) in judgements()) {
        let set: Judgements = judgements.into_iter().collect();
        let mut all = set.clone();
        for (id, judgement) in set.in_force() {
            if !matches!(judgement.says, Opinion::Undo(_)) {
                let turn = all.turning(&id);
                all.insert(turn);
            }
        }
        prop_assert!(all.in_force().values().all(|j| matches!(j.says, Opinion::Undo(_))));
        prop_assert_eq!(bytes_of(&fold_judged(readings.clone(), &all).graph), bytes_of(&fold(readings)));
    }
}
