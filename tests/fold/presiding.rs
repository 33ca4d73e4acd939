//! A speaker and a mere member of one house who have one name: what parts them, and for each the near miss that does not.

use super::made::bytes_of;
use super::seats::{MAJILIS, holds, people, told};
use interparl::claim::Reading;
use interparl::graph::fold;
use interparl::identity::{Judgement, Judgements, Opinion};
use interparl::ontology::NodeKind::{Chamber, Parliament};
use interparl::ontology::Office::{self, DeputySpeaker, Member, Speaker};
use proptest::prelude::*;
use proptest::sample::Index;

const NAME: &str = "Yelena Chugaeva";
const OTHER: &str = "Elena Tchugaeva";

/// The fifteenth of a month, counted from the first one of 2018.
fn day(month: usize) -> String {
    format!("{}-{:02}-15", 2018 + month / 12, month % 12 + 1)
}

/// Articles of months on somebody in an office of the Majilis: the id of each is a letter and its month.
fn of(letter: char, months: impl IntoIterator<Item = usize>, office: Office) -> Vec<Reading> {
    named(letter, months, NAME, office)
}

fn named(
    letter: char,
    months: impl IntoIterator<Item = usize>,
    name: &str,
    office: Office,
) -> Vec<Reading> {
    let months = months.into_iter();
    let read = |month: usize| {
        let id = format!("{letter}{month:02}");
        holds(&id, (&day(month), name), office, MAJILIS, 90)
    };
    months.map(read).collect()
}

/// A speaker of four years, and a member before, in and after these.
fn two() -> Vec<Reading> {
    let mut readings = of('s', (12..60).step_by(2), Speaker);
    readings.extend(of('m', (1..72).step_by(4), Member));
    readings
}

/// How many articles with ids of each letter tell of each person, the person of most articles first.
fn counts(readings: Vec<Reading>) -> Vec<String> {
    let told = told(readings);
    let mut told: Vec<Vec<&str>> = told.iter().map(|ids| ids.split(' ').collect()).collect();
    told.sort_by_key(|ids| std::cmp::Reverse(ids.len()));
    let count = |ids: &Vec<&str>| {
        let mut letters: Vec<char> = ids.iter().filter_map(|id| id.chars().next()).collect();
        letters.sort_unstable();
        let runs = letters.chunk_by(|one, other| one == other);
        let runs = runs.map(|run| format!("{}{}", run.len(), run.first().unwrap_or(&' ')));
        runs.collect::<Vec<_>>().join(" ")
    };
    told.iter().map(count).collect()
}

#[test]
fn a_speaker_and_a_mere_member_by_turns_are_two() {
    assert_eq!(counts(two()), ["24s", "18m"]);
    let people = people(&fold(two()));
    // Whoever is told of most keeps the id.
    assert_eq!(
        people.first().map(|(id, _)| id.as_str()),
        Some("person/yelena-chugaeva")
    );
}

#[test]
fn spellings_that_mix_the_two_join_either() {
    let mut readings = two();
    readings.extend(named('t', [13, 25, 37], OTHER, Speaker));
    readings.extend(named('n', [14, 26, 38], OTHER, Member));
    assert_eq!(counts(readings), ["24s 3t", "18m 3n"]);
    // Also where no spelling tells enough by itself.
    let names = [NAME, OTHER, "Ielena Chugaeva"];
    let mut readings = Vec::new();
    for (at, name) in names.into_iter().enumerate() {
        readings.extend(named('s', (12 + at * 2..60).step_by(18), name, Speaker));
        readings.extend(named('m', (13 + at * 2..60).step_by(18), name, Member));
    }
    assert_eq!(counts(readings), ["9m", "9s"]);
}

#[test]
fn a_speaker_who_is_called_a_member_now_and_then_is_one() {
    let mut readings = of('s', 0..48, Speaker);
    readings.extend(of('m', (3..48).step_by(10), Member));
    assert_eq!(counts(readings), ["5m 48s"]);
}

#[test]
fn a_member_who_is_called_the_speaker_now_and_then_is_one() {
    let mut readings = of('s', 0..24, Speaker);
    // Titles are kept by courtesy.
    readings.extend(of('c', (30..72).step_by(14), Speaker));
    readings.extend(of('m', 24..72, Member));
    assert_eq!(counts(readings), ["3c 48m 24s"]);
}

#[test]
fn a_member_who_becomes_the_speaker_and_is_a_member_again_is_one() {
    let mut readings = of('m', 0..20, Member);
    readings.extend(of('s', 20..50, Speaker));
    readings.extend(of('n', 50..70, Member));
    assert_eq!(counts(readings), ["20m 20n 30s"]);
}

#[test]
fn a_speaker_who_is_elected_again_after_half_a_year_is_one() {
    let mut readings = of('s', 0..24, Speaker);
    readings.extend(of('m', 24..32, Member));
    readings.extend(of('t', 32..50, Speaker));
    assert_eq!(counts(readings), ["8m 24s 18t"]);
}

#[test]
fn the_deputy_of_a_speaker_is_a_member_as_well() {
    let mut readings = of('d', (0..48).step_by(2), DeputySpeaker);
    readings.extend(of('m', (1..48).step_by(2), Member));
    assert_eq!(counts(readings), ["24d 24m"]);
}

#[test]
fn a_few_articles_part_nobody() {
    let mut readings = of('s', [0, 4, 8, 12, 16], Speaker);
    readings.extend(of('m', [2, 6, 10], Member));
    assert_eq!(counts(readings.clone()), ["3m 5s"]);
    // What fits into a career is no witness.
    readings.extend(of('n', [18, 20, 22], Member));
    assert_eq!(counts(readings.clone()), ["3m 3n 5s"]);
    readings.extend(of('o', [14], Member));
    assert_eq!(counts(readings), ["3m 3n 1o", "5s"]);
}

#[test]
fn offices_of_two_houses_part_nobody_who_moves() {
    let mut readings = of('m', 0..24, Member);
    for month in 24..48 {
        let senate = (Chamber, "kz/senate");
        let id = format!("s{month}");
        readings.push(holds(&id, (&day(month), NAME), Speaker, senate, 90));
    }
    assert_eq!(counts(readings), ["24m 24s"]);
}

#[test]
fn whoever_has_no_office_is_of_neither_and_a_surname_of_the_speaker() {
    let parliament = (Parliament, "kz/parliament");
    let mut readings = two();
    readings.push(holds("x", (&day(20), NAME), Member, parliament, 90));
    readings.push(holds("y", (&day(20), NAME), DeputySpeaker, MAJILIS, 90));
    readings.push(holds("z", (&day(21), "Chugaeva"), Speaker, MAJILIS, 90));
    assert_eq!(counts(readings), ["24s 1z", "18m", "1x", "1y"]);
}

#[test]
fn people_join_whom_offices_part() {
    let at = |id| super::judgements::at(id, 0, NAME);
    let same = Judgement::of(Opinion::Same(at("s12"), at("m01")));
    let judgements: Judgements = [same].into_iter().collect();
    let folded = interparl::graph::fold_judged(two(), &judgements);
    let people = people(&folded.graph);
    let ids: Vec<&str> = people.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(ids, ["person/yelena-chugaeva"]);
}

/// Articles of some months in which few people are the speaker or a mere member.
pub(super) fn readings() -> impl Strategy<Value = Vec<Reading>> {
    let names = prop::sample::select(vec![NAME, NAME, OTHER, "Chugaeva"]);
    let offices = vec![Speaker, Speaker, Member, Member, Member, DeputySpeaker];
    let told = (0_usize..30, names, prop::sample::select(offices));
    let read = |(at, (month, name, office)): (usize, (usize, &str, Office))| {
        holds(
            &format!("a{at:02}"),
            (&day(month), name),
            office,
            MAJILIS,
            90,
        )
    };
    let told = prop::collection::vec(told, 8..40);
    told.prop_map(move |told| told.into_iter().enumerate().map(read).collect())
}

/// Two of the mentions are said to be one, or two.
pub(super) fn judged(readings: &[Reading], (one, other, same): &(Index, Index, bool)) -> Judgement {
    let at = |index: &Index| {
        let reading = index.get(readings);
        let name = reading.entities.first().map_or("", |of| of.name.as_str());
        super::judgements::at(&reading.document.id, 0, name)
    };
    let (one, other) = (at(one), at(other));
    Judgement::of(if *same {
        Opinion::Same(one, other)
    } else {
        Opinion::Different(one, other)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn order_and_repeats_leave_no_trace_of_offices(
        (readings, others) in readings().prop_flat_map(|readings| {
            let mut more = readings.clone();
            more.extend(readings.first().cloned());
            (Just(readings), Just(more).prop_shuffle())
        }),
    ) {
        prop_assert_eq!(bytes_of(&fold(readings)), bytes_of(&fold(others)));
    }
}
