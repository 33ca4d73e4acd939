//! Meetings and calls of two: every verb and noun, with and without words of time and place in their gaps.

use super::{PAIRS, met, none_wrong, pairs, read, sentence};

/// `X` is the host, `Y` the guest, `TIME` a word of time that may interrupt a verb, `PLACE` words of place behind.
const MEETINGS: &[&str] = &[
    "X met TIME with Y PLACE .",
    "X TIME met Y PLACE .",
    "X TIME received Y PLACE .",
    "Y was TIME received by X PLACE .",
    "Y paid a courtesy call TIME on X PLACE .",
    "X received a courtesy call TIME from Y PLACE .",
    "Y called TIME on X PLACE .",
    "X held talks TIME with Y PLACE .",
    "A meeting between X and Y took place TIME PLACE .",
    "Talks were held TIME PLACE between X and Y .",
    "Negotiations TIME PLACE between X and Y focused on trade .",
    "X TIME hosted Y PLACE .",
    "X TIME welcomed Y PLACE .",
    "X and Y met TIME PLACE .",
    "X had a meeting TIME with Y PLACE .",
    "X exchanged views TIME with Y PLACE .",
    "X TIME discussed cooperation with Y PLACE .",
    "During a meeting with Y TIME PLACE , X said that ties were growing .",
    "X said this TIME PLACE while receiving Y .",
];

const CALLS: &[&str] = &[
    "X had a telephone conversation TIME with Y .",
    "X spoke TIME by phone with Y .",
    "A telephone conversation took place TIME between X and Y .",
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
                        .replace("TIME", time)
                        .replace("PLACE", place)
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
