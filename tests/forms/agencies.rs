//! Forms of agency reports and of reports about conferences, at which a reader found something false or missing. All people are made up.

use interparl::claim::{Assertion, Reading};
use interparl::ontology::MeetingStatus;

use super::others::check;
use super::readers::check_met;
use super::{name, read};

/// Who attended what, in the order of the letters.
fn attended(reading: &Reading) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for claim in &reading.claims {
        let Assertion::Meeting {
            status,
            sides,
            body: Some(body),
            ..
        } = &claim.assertion
        else {
            continue;
        };
        if *status == MeetingStatus::Held {
            let people = sides.iter().flatten();
            all.extend(
                people.map(|p| format!("{} at {}", name(reading, *p), name(reading, *body))),
            );
        }
    }
    all.sort_unstable();
    all
}

fn check_attended(cases: &[(&'static str, &'static [&'static str])]) {
    for (text, expected) in cases {
        assert_eq!(attended(&read(text)), *expected, "{text}");
    }
}

#[test]
fn a_house_of_a_state_told_with_its_form_behind_the_name() {
    check(&[
        (
            "Speaker of the National Assembly of Azerbaijan Republic Ogtay Tarnov met with Speaker of the Majlis of Iran Ali Tarni.",
            &[
                "Ali Tarni is speaker of Majlis of Iran",
                "Ogtay Tarnov is speaker of National Assembly of Azerbaijan Republic",
            ],
        ),
        (
            "Speaker of the National Assembly of Azerbaijan Ogtay Tarnov spoke of Kingdom Day.",
            &["Ogtay Tarnov is speaker of National Assembly of Azerbaijan"],
        ),
    ]);
}

#[test]
fn heads_of_delegations_and_places_behind_titles() {
    check(&[
        (
            "The Milli Majlis delegation head Artak Tarnyan met Deputy Foreign Minister of China Li Tarn.",
            &[
                "Artak Tarnyan is head_of_delegation of Milli Majlis",
                "Li Tarn is minister of China",
            ],
        ),
        (
            "President Azad Jammu and Kashmir received the delegation of the Majlis of Iran led by Speaker Ali Tarni.",
            &[
                "Ali Tarni is head_of_delegation of Majlis of Iran",
                "Ali Tarni is speaker of Majlis of Iran",
            ],
        ),
    ]);
}

#[test]
fn journeys_of_others_of_which_somebody_speaks() {
    check(&[
        (
            "Adviser Hossein Tarni said, a parliamentary delegation from Kenya is due to visit Iran today.",
            &[],
        ),
        (
            "As for the Hungarian delegation, the deputy speaker was invited by the Iranian deputy speaker, Hojatoleslam Abu Tarni, and will visit Tehran on October 21.",
            &[],
        ),
        (
            "Speaker of the Riigikogu Marko Tarnson spoke. As for the guests, he said, the deputy speaker of Hungary was invited and will visit Tehran.",
            &["Marko Tarnson is speaker of Riigikogu"],
        ),
        (
            "Speaker of the Riigikogu Marko Tarnson, she said, will visit Tehran.",
            &[
                "Marko Tarnson is speaker of Riigikogu",
                "Marko Tarnson will visit Iran",
            ],
        ),
        (
            "Chairman of the Foreign Affairs Committee of the Riigikogu Marko Tarnson spoke of the Baltic States. The Chairs of the Foreign Affairs Committees often make joint visits. For example, in April they jointly visited both the United States and Germany.",
            &["Marko Tarnson is chair of Foreign Affairs Committee of the Riigikogu"],
        ),
        (
            "Chairman of the Foreign Affairs Committee of the Riigikogu Marko Tarnson told of his trip. In April he visited Germany.",
            &[
                "Marko Tarnson is chair of Foreign Affairs Committee of the Riigikogu",
                "Marko Tarnson visited Germany",
            ],
        ),
    ]);
}

#[test]
fn who_belongs_to_a_party_or_is_named_twice() {
    check(&[
        (
            "Deputy Speaker of the Parliament of the Maldives Ahmed Tarnzim met the leaders. The Chairperson was accompanied by the party's Vice Chairperson Ibrahim Tarneed.",
            &["Ahmed Tarnzim is deputy_speaker of Parliament of the Maldives"],
        ),
        (
            "Speaker of the Saeima Daiga Tarnola met Vyacheslav Tarnin Tarnin Vyacheslav Petrovich, Chairman of the State Duma.",
            &[
                "Daiga Tarnola is speaker of Saeima",
                "Vyacheslav Tarnin is speaker of State Duma",
            ],
        ),
        (
            "Speaker of the Saeima Daiga Tarnola met Ali Hassan Hassan, Speaker of the Majlis of Iran.",
            &[
                "Ali Hassan Hassan is speaker of Majlis of Iran",
                "Daiga Tarnola is speaker of Saeima",
            ],
        ),
    ]);
}

#[test]
fn a_text_may_begin_with_an_office_and_a_bracket() {
    check(&[("The Speaker (chairperson) Pat Tarnan met Mart Tarnm.", &[])]);
}

#[test]
fn who_is_scheduled_to_hold_meetings_has_held_none() {
    check_met(&[
        (
            "Speaker of the Knesset Mickey Tarnvy is scheduled to visit the villa where the conference was held, and hold meetings with Bundestag President Bärbel Tarnas and German Chancellor Olaf Tarnolz.",
            &[],
        ),
        (
            "Speaker of the Knesset Mickey Tarnvy visited the villa where the conference was held, and held meetings with Bundestag President Bärbel Tarnas.",
            &[("Bärbel Tarnas", "Mickey Tarnvy")],
        ),
    ]);
}

#[test]
fn who_is_spoken_of_at_a_meeting_was_not_there() {
    check_met(&[
        (
            "Mexican Ambassador to Indonesia Frederico Tarnas delivered a message. After a meeting with Tarnas in the parliament complex, House of Representatives Deputy Speaker Fadli Tarnon said that the ambassador had informed him about the nomination of Mexican politician, Gabriela Tarnaza, to become president.",
            &[("Fadli Tarnon", "Frederico Tarnas")],
        ),
        (
            "Knesset Speaker Mickey Tarnvy met Speaker of the Saeima Daiga Tarnola. (Yonatan Tarndel/FLASH90)",
            &[("Daiga Tarnola", "Mickey Tarnvy")],
        ),
    ]);
}

#[test]
fn conferences_of_regions_and_who_leads_a_delegation_to_them() {
    check_attended(&[
        (
            "A delegation of the National Assembly of Guyana attended the 45th Annual Conference of the Caribbean, Americas and Atlantic Region of the Commonwealth Parliamentary Association in Kenya. The delegation from the National Assembly of Guyana was led by the Speaker of the National Assembly, Hon. Lanein Tarnette. Other members of the delegation included Senator Hon. Garth Tarnkin.",
            &[
                "Garth Tarnkin at Commonwealth Parliamentary Association",
                "Lanein Tarnette at Commonwealth Parliamentary Association",
            ],
        ),
        (
            "The Baltic Assembly opened its session in Vilnius. The Latvian delegation was led by Daiga Tarnola.",
            &["Daiga Tarnola at Baltic Assembly"],
        ),
        (
            "The Baltic Assembly opened its session in Vilnius. A delegation led by Daiga Tarnola will travel to Peru.",
            &[],
        ),
    ]);
}

#[test]
fn no_seat_by_a_body_that_is_only_named() {
    check_attended(&[
        (
            "Speaker of the Riigikogu Jaan Tarnm told the guests how trade is debated in the Baltic Assembly.",
            &[],
        ),
        (
            "“2022 was a great year: we had the 43rd session of the Baltic Assembly in our house,” Speaker of the Riigikogu Jaan Tarnm said.",
            &[],
        ),
        (
            "The conference of the Baltic Assembly was held under the theme “Trade and Nationalism: Quo Vadis – Impacts on Parliaments”. Speaker of the Saeima Daiga Tarnola opened the conference.",
            &["Daiga Tarnola at Baltic Assembly"],
        ),
        (
            "Majilis Speaker Nurlan Tarnulin has held a meeting with Speaker of the State Duma Vyacheslav Tarnin. The first meeting of the speakers of the Kazakh and Russian chambers was held on the sidelines of the forum.",
            &[],
        ),
        (
            "A delegation from the Zambian Parliamentary Committee on Privileges began a week-long study visit to Windhoek on Monday. The National Council Chairperson, Lukas Tarnuha, spoke to them.",
            &[],
        ),
        (
            "A delegation led by the Speaker of the People's Majlis of Maldives Abdul Tarnulla visited Lok Sabha. Addressing the Lok Sabha, Lok Sabha Speaker Om Tarnla said he was pleased.",
            &[],
        ),
        (
            "Addressing the Saeima on Friday, Speaker of the Riigikogu Jaan Tarnm said that he was glad.",
            &["Jaan Tarnm at Saeima"],
        ),
    ]);
}
