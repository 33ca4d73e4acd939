//! With whom those go that nobody judged, where people have told two of one name apart.

use super::judgements::at;
use super::made::{article, bytes_of, ids};
use interparl::claim::{Assertion, Reading, Term};
use interparl::graph::fold_judged;
use interparl::identity::{Judgement, Judgements, Opinion};
use interparl::ontology::NodeKind::Chamber;
use interparl::ontology::Office;

const NAME: &str = "Ali Hassan";

/// An article that shows him as the speaker of these houses.
fn of(id: &str, houses: &[&str]) -> Reading {
    let made = article(id, "2024-01-01").person(NAME, "EG");
    let houses = houses.iter().zip(1..);
    let made = houses.fold(made, |made, (house, place)| {
        let role = Assertion::Role {
            person: 0,
            office: Office::Speaker,
            target: place,
            title: "Speaker".to_owned(),
            former: false,
            term: Term::default(),
        };
        made.entity(Chamber, house, "EG", "").claim(role, 90)
    });
    made.read()
}

/// How many mentions each person has once the two articles tell of two, the fewest first.
fn sizes(readings: &[Reading], one: &str, other: &str) -> Vec<usize> {
    let apart = Opinion::Different(at(one, 0, NAME), at(other, 0, NAME));
    let judgements: Judgements = [Judgement::of(apart)].into_iter().collect();
    let folded = fold_judged(readings.to_vec(), &judgements);
    bytes_of(&folded.graph);
    let people = ids(&folded.graph).into_iter();
    let people = people.filter(|id| id.starts_with("person/"));
    let mut sizes: Vec<usize> = people
        .filter_map(|id| Some(folded.graph.mentions(folded.graph.find(id)?).len()))
        .collect();
    sizes.sort_unstable();
    sizes
}

fn many(count: usize, houses: &[&str]) -> Vec<Reading> {
    let each = (0..count).map(|number| of(&format!("a{number}"), houses));
    each.collect()
}

#[test]
fn whoever_is_told_apart_from_many_leaves_them_together() {
    let mut readings = many(10, &["House of Elders"]);
    readings.extend([of("odd", &[]), of("plain", &[])]);
    assert_eq!(sizes(&readings, "a0", "odd"), [1, 11]);
    // Eight times as many tell of one of the two, else nobody knows whom an article means that says nothing of him.
    let mut readings = many(5, &["House of Elders"]);
    readings.extend([of("odd", &[]), of("plain", &[])]);
    assert_eq!(sizes(&readings, "a0", "odd"), [1, 1, 5]);
}

#[test]
fn those_who_share_as_much_with_one_side_as_with_the_other_stay_together() {
    let mut readings = many(10, &["House of Elders"]);
    readings.push(of("odd", &["House of Elders"]));
    assert_eq!(sizes(&readings, "a0", "odd"), [1, 1, 9]);
}

#[test]
fn those_who_share_nothing_with_either_side_stay_together() {
    let mut readings = many(3, &["House of Elders"]);
    readings.extend([of("odd", &[]), of("other", &[]), of("plain", &[])]);
    assert_eq!(sizes(&readings, "odd", "other"), [1, 1, 1, 3]);
}

#[test]
fn who_goes_to_a_side_takes_along_whoever_shares_an_office_with_him() {
    let readings = [
        of("a", &["House of Elders"]),
        of("b", &["House of Elders", "House of Youth"]),
        of("c", &["House of Youth"]),
        of("odd", &["House of Craft"]),
    ];
    assert_eq!(sizes(&readings, "a", "odd"), [1, 3]);
    // Of whom both sides may be nobody knows.
    let readings = [
        of("a", &["House of Elders"]),
        of("b", &["House of Elders", "House of Craft"]),
        of("odd", &["House of Craft"]),
    ];
    assert_eq!(sizes(&readings, "a", "odd"), [1, 1, 1]);
}
