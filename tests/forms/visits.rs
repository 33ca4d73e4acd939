//! Visits: who goes where, and who is at home there.

use interparl::claim::{Assertion, Reading};

use super::{PAIRS, name, none_wrong, read, sentence};

/// `X` travels to the state of `Y`.
const VISITS: &[&str] = &[
    "X is on an official visit to STATE .",
    "X arrived on Tuesday in CITY on an official visit .",
    "X paid on Tuesday a working visit to STATE .",
    "X visited STATE on 12 and 13 December .",
    "X will visit STATE next week .",
    "X left for STATE on Tuesday .",
    "X has concluded HIS visit to STATE .",
    "The official visit of X to STATE has ended .",
    "During HIS visit to STATE , X met Y .",
    "As part of HIS visit to STATE , X met Y .",
    "Within the framework of an official visit to STATE , X held talks with Y .",
    "On a visit to STATE , X met Y .",
    "X met Y during a visit to CITY .",
    "X , who is on a visit to STATE , met Y .",
    "X travelled to CITY for talks with Y .",
    "At the invitation of Y , X is paying an official visit to STATE .",
    "Y welcomed X , who is on an official visit to STATE .",
    "X is leading a delegation to STATE .",
    "X returned on Tuesday from an official visit to STATE .",
    "X was welcomed on arrival in CITY by Y .",
    "X said that all went well and left for STATE .",
    "He recalled the visit paid to STATE in May by X .",
];

const NONE: &[&str] = &[
    "X accepted an invitation to visit STATE .",
    "Y invited X to visit STATE .",
    "X cancelled HIS visit to STATE .",
    "X hopes to visit STATE soon .",
    "A letter has arrived in CITY from X .",
    "X said that aeroplanes must now fly around STATE .",
    "X said that tourists travel to STATE every summer .",
    "X answered that ships arrive in CITY every week .",
    "X said that a delegation would travel to STATE in May .",
];

pub(super) fn visitors(reading: &Reading) -> Vec<(String, String)> {
    let visits = reading.claims.iter().filter_map(|c| match &c.assertion {
        Assertion::Visited { person, state, .. } => Some((
            name(reading, *person).to_owned(),
            name(reading, *state).to_owned(),
        )),
        _ => None,
    });
    visits.collect()
}

fn told(forms: &[&str], goes: bool) -> Vec<String> {
    let mut wrong = Vec::new();
    for (traveller, host) in PAIRS {
        for form in forms {
            for (one, other) in traveller.forms().iter().zip(host.forms()) {
                let text = form
                    .replace("STATE", host.state)
                    .replace("CITY", host.city)
                    .replace("HIS", traveller.possessive)
                    .replace("X ", &format!("{one} "))
                    .replace("Y ", &format!("{other} "));
                let text = sentence(&text);
                let mut expected = Vec::new();
                if goes {
                    expected.push((traveller.speaker.to_owned(), host.state.to_owned()));
                }
                let found = visitors(&read(&text));
                if found != expected {
                    wrong.push(format!("{text} {found:?}"));
                }
            }
        }
    }
    wrong
}

#[test]
fn who_travels_is_the_visitor_and_nobody_visits_home() {
    none_wrong(&told(VISITS, true));
}

#[test]
fn who_only_may_travel_or_writes_visits_nobody() {
    none_wrong(&told(NONE, false));
}
