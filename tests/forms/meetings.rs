//! Meetings and calls of two: every verb and noun, with and without words of time and place in their gaps.

use super::{PAIRS, met, none_wrong, pairs, read, sentence};

/// `X` is the host, `Y` the guest, `A` a word of time that may interrupt a verb, `B` words of place behind.
const MEETINGS: &[&str] = &[
    "X met A with Y B .",
    "X A met Y B .",
    "X A received Y B .",
    "Y was A received by X B .",
    "Y paid a courtesy call A on X B .",
    "X received a courtesy call A from Y B .",
    "Y called A on X B .",
    "X held talks A with Y B .",
    "A meeting between X and Y took place A B .",
    "Talks were held A B between X and Y .",
    "Negotiations A B between X and Y focused on trade .",
    "X A hosted Y B .",
    "X A welcomed Y B .",
    "X and Y met A B .",
    "X had a meeting A with Y B .",
    "X exchanged views A with Y B .",
    "X A discussed cooperation with Y B .",
    "During a meeting with Y A B , X said that ties were growing .",
    "X said this A B while receiving Y .",
];

const CALLS: &[&str] = &[
    "X had a telephone conversation A with Y .",
    "X spoke A by phone with Y .",
    "A telephone conversation took place A between X and Y .",
];

const TIMES: &[&str] = &["", "today", "on Tuesday", "yesterday", "recently"];

const PLACES: &[&str] = &[
    "",
    "in CITY",
    "on 12 December 2022",
    "at the Parliament House",
    "on the sidelines of the 145th IPU Assembly",
    "as part of an official visit",
];

#[test]
fn two_who_met_have_met_whatever_stands_between() {
    let mut wrong = Vec::new();
    for (host, guest) in PAIRS {
        for form in MEETINGS.iter().chain(CALLS) {
            for (time, place) in times_and_places() {
                for (one, other) in host.forms().iter().zip(guest.forms()) {
                    let text = form
                        .replace("A ", &format!("{time} "))
                        .replacen(&format!("{time} meeting"), "A meeting", 1)
                        .replacen(&format!("{time} telephone"), "A telephone", 1)
                        .replace("B ", &format!("{place} "))
                        .replace("CITY", host.city)
                        .replace("X ", &format!("{one} "))
                        .replace("Y ", &format!("{other} "));
                    let text = sentence(&text);
                    if met(&read(&text)) != pairs(&[host.speaker], &[guest.speaker]) {
                        wrong.push(text);
                    }
                }
            }
        }
    }
    none_wrong(&wrong);
}

/// Each time alone and each place alone: both would be said by nobody.
fn times_and_places() -> impl Iterator<Item = (&'static str, &'static str)> {
    let times = TIMES.iter().map(|time| (*time, ""));
    times.chain(PLACES.iter().skip(1).map(|place| ("", *place)))
}

#[test]
fn who_is_to_meet_or_did_not_has_not_met() {
    let not = [
        "X will meet Y on Saturday .",
        "X did not meet Y .",
        "X refused to receive Y .",
        "X hopes to meet Y soon .",
        "X cancelled a meeting with Y .",
        "X invited Y to talks .",
        "X will stop over in CITY to meet with Y .",
        "X sent a letter to Y .",
        "X congratulated Y on the national day .",
    ];
    let mut wrong = Vec::new();
    for (host, guest) in PAIRS {
        for form in not {
            for (one, other) in host.forms().iter().zip(guest.forms()) {
                let text = form
                    .replace("CITY", guest.city)
                    .replace("X ", &format!("{one} "))
                    .replace("Y ", &format!("{other} "));
                let text = sentence(&text);
                if !met(&read(&text)).is_empty() {
                    wrong.push(text);
                }
            }
        }
    }
    none_wrong(&wrong);
}

#[test]
fn a_row_of_meetings_is_counted() {
    let text = "Chairwoman of the Federation Council Valentina Tarnova held several meetings in Saint Petersburg. The first was with Dastan Tarnbek, \
                Speaker of the Jogorku Kenesh. The second was with Aigul Tarngul, Speaker of the Senate of Kazakhstan.";
    assert_eq!(
        met(&read(text)),
        pairs(&["Valentina Tarnova"], &["Aigul Tarngul", "Dastan Tarnbek"])
    );
    // A row is announced only by more than one.
    let text = "Chairwoman of the Federation Council Valentina Tarnova visited Riga. The first was with Dastan Tarnbek.";
    assert!(met(&read(text)).is_empty());
}

#[test]
fn an_appeal_a_word_to_the_press_and_talks_that_somebody_asks_for_are_no_meetings() {
    let texts = [
        "Speaker of the Parliament of Moldova Ion Tarnu called today on the Prime Minister, Maia Tarnescu, to present the programme.",
        "Speaker of the Parliament of Ghana Kofi Tarnah called on Wednesday on President Ade Tarnjo, asking him to sign the bill.",
        "The Speaker of the Parliament of Estonia, Jaan Tarnamm, spoke yesterday in Tallinn with the press on the arrest of the Speaker of the \
         Parliament of Georgia, Giorgi Tarndze.",
        "Lars Tarnolm has called for talks in Geneva on Monday between President of Russia Ivan Tarnlov and President of Ukraine Petro Tarndar.",
        "The talks in Geneva on Monday between President of Russia Ivan Tarnlov and President of Ukraine Petro Tarndar, which all had hoped for, were \
         cancelled.",
    ];
    for text in texts {
        assert!(met(&read(text)).is_empty(), "{text}");
    }
    // What comes behind the appeal is the caller's.
    let text = "The Speaker of the Parliament of Ghana, Kofi Tarnah, called on Friday on the Minister of Finance, Ama Tarnko, to explain the budget, and met \
                the Ambassador of Japan, Kenji Tarnato.";
    assert_eq!(
        met(&read(text)),
        pairs(&["Kofi Tarnah"], &["Kenji Tarnato"])
    );
}
