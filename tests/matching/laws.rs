//! What holds of any two names, whatever they are.

use interparl::identity::{BodyName, BodyTables, PersonName, Verdict};
use interparl::lexicon::Lexicon;
use proptest::prelude::*;

fn person(written: &str) -> PersonName {
    PersonName::new(written, Lexicon::builtin())
}

/// A word of a few letters of one script, in capitals or not.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Z][a-z]{2,9}",
        "[А-Я][а-я]{2,9}",
        "[Α-Ρ][α-ρ]{2,9}",
        "[ა-ჰ]{3,9}",
        "[ب-ي]{3,8}",
        "[가-힣]{2,3}",
        "[一-龥]{2,6}",
    ]
}

/// A name of some words, as people have them.
fn name() -> impl Strategy<Value = String> {
    prop::collection::vec(word(), 2..4).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn it_does_not_matter_who_asks(a in ".{0,60}", b in ".{0,60}") {
        let (a, b) = (person(&a), person(&b));
        prop_assert_eq!(a.compare(&b), b.compare(&a));
    }

    #[test]
    fn it_does_not_matter_who_asks_of_names(a in name(), b in name()) {
        let (a, b) = (person(&a), person(&b));
        prop_assert_eq!(a.compare(&b), b.compare(&a));
    }

    #[test]
    fn the_quick_answer_is_that_of_the_score(a in ".{0,60}", b in ".{0,60}", one in name(), other in name()) {
        for (a, b) in [(&a, &b), (&one, &other), (&a, &one)] {
            let (a, b) = (person(a), person(b));
            prop_assert_eq!(a.is_another_than(&b), a.compare(&b).verdict() == Verdict::Different);
        }
    }

    #[test]
    fn the_quick_answer_is_that_of_the_score_for_names_that_are_near(
        given in "[A-Z][a-z]{2,7}", surname in "[A-Z][a-z]{3,9}", at in 0_usize..9, letter in "[a-z]", more in "( [A-Z][.])?( [A-Z][a-z]{2,5})?",
    ) {
        let mut changed: String = surname.chars().take(at).collect();
        changed.push_str(&letter);
        changed.extend(surname.chars().skip(at + 1));
        let one = person(&format!("{given} {surname}"));
        for other in [format!("{given}{more} {changed}"), format!("{changed} {given}"), format!("{given}{surname}{more}")] {
            let other = person(&other);
            prop_assert_eq!(one.is_another_than(&other), one.compare(&other).verdict() == Verdict::Different);
        }
    }

    #[test]
    fn a_name_of_two_words_is_its_own(a in "[A-Z][a-z]{2,9} [A-Z][a-z]{2,9}") {
        let one = person(&a);
        // Two words may turn out to be a form of address and a name, which is a bare surname.
        let itself = one.compare(&one);
        prop_assert!(itself.verdict() != Verdict::Different, "{a}: {itself}");
    }

    #[test]
    fn the_surname_may_stand_first(given in "[BDGKLMNPRSTVZ][aeiou][bdgklmnprstvz]{1,2}[aeiou][lnrs]", surname in "[BDGKLMNPRSTVZ][aeiou][bdgklmnprstvz][aeiou][bdgklmnprstvz]{1,2}[aeiou]") {
        let (usual, turned) = (person(&format!("{given} {surname}")), person(&format!("{surname}, {given}")));
        prop_assert!(usual.compare(&turned) >= usual.compare(&usual), "{given} {surname}");
    }

    #[test]
    fn the_order_of_two_words_keeps_the_score(given in "[BDGKLMNPRSTVZ][aeiou][bdgklmnprstvz][aeiou][lnrs]", surname in "[А-Я][а-я]{4,8}", change in "[aeiou]") {
        let (usual, turned) = (person(&format!("{given} {surname}")), person(&format!("{surname} {given}")));
        let other = person(&format!("{given}{change} {surname}"));
        prop_assert_eq!(usual.compare(&other), turned.compare(&other));
    }

    #[test]
    fn names_of_bodies_are_their_own_and_it_does_not_matter_who_asks(a in "[A-Z][a-z]{3,9} [a-z]{3,9}", b in ".{0,60}") {
        let tables = tables();
        let (a, b) = (BodyName::new(&a, tables), BodyName::new(&b, tables));
        prop_assert_eq!(a.compare(&b), b.compare(&a));
        prop_assert!(a.compare(&a).verdict() != Verdict::Different);
    }
}

fn tables() -> &'static BodyTables<'static> {
    static TABLES: std::sync::LazyLock<BodyTables<'static>> =
        std::sync::LazyLock::new(|| BodyTables::new(Lexicon::builtin()));
    &TABLES
}

#[test]
fn what_has_no_letters_is_like_nothing() {
    for empty in ["", " ", "...", "\u{202e}\u{0}", "123 456", "-–—", "’"] {
        for other in ["", "Ana Bek", "123 456"] {
            let found = person(empty).compare(&person(other));
            assert_eq!(found.verdict(), Verdict::Different, "{empty:?} {other:?}");
        }
    }
}

#[test]
fn a_hostile_name_costs_no_time() {
    let long = "Aa ".repeat(20_000) + &"b".repeat(200_000) + &"\u{301}".repeat(10_000);
    let name = person(&long);
    assert!(name.compare(&name).thousandths() <= 1000);
    let tables = tables();
    let body = BodyName::new(&long, tables);
    assert!(body.compare(&body).thousandths() <= 1000);
}
