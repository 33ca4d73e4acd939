//! What belongs to others than those who stand nearest: houses of hosts, journeys of which others speak, delegations of several states. All people
//! are made up, and each text is a form of which a report showed that it is told so.

use super::reports::told;
use super::{met, pairs, read};

/// A text, and the offices and visits that it tells.
pub(super) type Case = (&'static str, &'static [&'static str]);

pub(super) fn check(cases: &[Case]) {
    for (text, expected) in cases {
        let mut found = told(text);
        found.sort_unstable();
        assert_eq!(found, *expected, "{text}");
    }
}

#[test]
fn who_receives_a_delegation_sits_in_another_house() {
    check(&[
        (
            "The Speaker of the National Assembly, Moses Tarnesa, received a delegation from the National Assembly of Zambia.",
            &[],
        ),
        (
            "The Secretary-General of the Shura Council, Omar Tarnawi, received a number of officials of the Shura Council of Bahrain.",
            &[],
        ),
        (
            "The Speaker of the National Assembly of Zambia, Moses Tarnesa, received a delegation from Malawi.",
            &["Moses Tarnesa is speaker of National Assembly of Zambia"],
        ),
        (
            "ACCRA – Speaker of Parliament Kwame Tarnteng has been invited to the opening of the Parliament of Benin.",
            &["Kwame Tarnteng is speaker of Parliament"],
        ),
        (
            "Speaker of Parliament Kwame Tarnteng met the Ambassador of Japan, Kenji Tarnori.",
            &["Kenji Tarnori is ambassador of Japan"],
        ),
        (
            "A delegation from the National Assembly of Zambia visited the country. It met the Speaker of the National Assembly, Kwame Tarnteng.",
            &[],
        ),
        (
            "The Zambian delegation was received by the Speaker of the National Assembly, Kwame Tarnteng.",
            &[],
        ),
        (
            "During his visit to Spain, the President of the Senate, Pedro Tarnojas, gave a speech.",
            &["Pedro Tarnojas visited Spain"],
        ),
        (
            "Concluding his official visit to Mexico, Senate President Rodrigo Tarnaes gave a speech.",
            &["Rodrigo Tarnaes visited Mexico"],
        ),
    ]);
    let reading = read(
        "NEW YORK – The Speaker of the House of Representatives, Andreas Tarnou, met Noa Tarnetz. Cyprus is grateful.",
    );
    let person = reading.entities.iter().find(|e| e.name == "Andreas Tarnou");
    let home = person.and_then(|e| e.state).map(|s| s.to_string());
    assert_eq!(
        home.as_deref(),
        Some("CY"),
        "people of all states meet there"
    );
    let reading = read(
        "ACCRA – Speaker of Parliament Kwame Tarnteng has been invited to the opening of the Parliament of Benin.",
    );
    let homes = reading.entities.iter().filter(|e| e.name == "Parliament");
    let homes: Vec<String> = homes
        .flat_map(|e| e.state.iter().map(ToString::to_string))
        .collect();
    assert_eq!(homes, ["GH"]);
}

#[test]
fn who_is_on_a_visit_governs_elsewhere() {
    check(&[
        (
            "During his official visit to Laos, President Nguyen Tarn met the Speaker of the Saeima Daiga Tarnola.",
            &[
                "Daiga Tarnola is speaker of Saeima",
                "Nguyen Tarn visited Laos",
            ],
        ),
        (
            "After visiting Laos, President Kofi Tarndu gave a speech.",
            &["Kofi Tarndu visited Laos"],
        ),
        (
            "President Kofi Tarndu, who is on an official visit to Laos, gave a speech.",
            &["Kofi Tarndu visited Laos"],
        ),
        (
            "During the visit to Laos, President Nguyen Tarn received Speaker of the Saeima Daiga Tarnola.",
            &[
                "Daiga Tarnola is speaker of Saeima",
                "Daiga Tarnola visited Laos",
                "Nguyen Tarn is head_of_state of Laos",
            ],
        ),
    ]);
}

#[test]
fn the_office_in_an_organisation_is_in_the_assembly_named_before() {
    check(&[
        (
            "Speaker of the Storting Kari Tarnahl took part in the Assembly of the Inter-Parliamentary Union. She met the President of the \
             organization, Noa Tarnetz.",
            &[
                "Kari Tarnahl is speaker of Storting",
                "Noa Tarnetz is chair of Inter-Parliamentary Union",
            ],
        ),
        (
            "OSLO – Speaker of the Storting Kari Tarnahl met the President of the organization, Noa Tarnetz.",
            &["Kari Tarnahl is speaker of Storting"],
        ),
    ]);
}

#[test]
fn each_leads_the_delegation_of_his_or_her_state() {
    check(&[
        (
            "The Ghanaian and Kenyan delegations were headed respectively by Kwame Tarnteng and Grace Tarniku.",
            &[
                "Grace Tarniku is head_of_delegation of Kenya",
                "Kwame Tarnteng is head_of_delegation of Ghana",
            ],
        ),
        (
            "The delegations of Peru and Chile were led respectively by Laura Tarntiz and Pedro Tarnojas.",
            &[
                "Laura Tarntiz is head_of_delegation of Peru",
                "Pedro Tarnojas is head_of_delegation of Chile",
            ],
        ),
        (
            "The Kenyan and Congolese delegations were headed by Peter Tarnau and Jean Tarnunga.",
            &[],
        ),
        (
            "The Ghanaian and Kenyan football delegations were headed by Kwame Tarnteng and Peter Tarnau.",
            &[],
        ),
        // Of one of them, whichever it is.
        (
            "The Ghanaian and Kenyan delegations, led by Grace Tarniku, met in Oslo.",
            &[],
        ),
        (
            "Kwame Tarnteng travelled to Oslo as head of a five-member delegation of the Parliament of Ghana.",
            &[
                "Kwame Tarnteng is head_of_delegation of Parliament of Ghana",
                "Kwame Tarnteng visited Norway",
            ],
        ),
        (
            "Kwame Tarnteng travelled to Oslo as leader of the Ghanaian delegation.",
            &[
                "Kwame Tarnteng is head_of_delegation of Ghana",
                "Kwame Tarnteng visited Norway",
            ],
        ),
    ]);
}

#[test]
fn a_journey_of_which_others_speak_is_theirs() {
    let two =
        "Speaker of the Riigikogu Jaan Tarnamm met the Foreign Minister of Latvia Daiga Tarnola. ";
    let offices: &[&str] = &[
        "Daiga Tarnola is minister of Latvia",
        "Jaan Tarnamm is speaker of Riigikogu",
    ];
    for theirs in [
        "He praised the joint visit of the committees to Canada.",
        "They praised the visit of the friendship groups to Canada.",
    ] {
        let mut found = told(&format!("{two}{theirs}"));
        found.sort_unstable();
        assert_eq!(found, offices, "{theirs}");
    }
    let spoken = read(
        "Speaker of the Riigikogu Jaan Tarnamm and Speaker of the Saeima Daiga Tarnola discussed the visit of the President of Latvia, Inara \
         Tarnina, to Estonia.",
    );
    assert_eq!(met(&spoken), pairs(&["Daiga Tarnola"], &["Jaan Tarnamm"]));
}

#[test]
fn one_side_of_a_meeting_may_have_no_name() {
    for text in [
        "Trade was discussed at the talks between Nigma with Adil Tarniyev, Deputy Speaker of the Milli Majlis, and Sureyya Tarngic, Deputy \
         Speaker of the Grand National Assembly of Turkey.",
        "The talks between the leadership and Daiga Tarnola of Latvia and Jaan Tarnamm of Estonia went well.",
    ] {
        assert!(met(&read(text)).is_empty(), "{text}");
    }
    let text = "Chairman of the Majilis Nurlan Tarnov arrived in Doha. Meeting with Ahmad Al Tarni, Speaker of the Shura Council of Qatar, Nurlan \
                Tarnov spoke of trade. During the talks with Shen Tarn of China, the Majilis Speaker spoke of rails.";
    assert_eq!(
        met(&read(text)),
        pairs(&["Ahmad Al Tarni", "Shen Tarn"], &["Nurlan Tarnov"])
    );
}

#[test]
fn mr_speaker_is_the_one_of_whom_is_told_first() {
    let found = told(
        "The Speaker of the House of Representatives of New Zealand, Gerry Tarnlee, will lead a delegation to Niue. On Monday, Mr Speaker will meet \
         the Speaker of the Parliament of Fiji, Tai Tarnura. On Tuesday Mr Speaker arrives in Samoa.",
    );
    assert!(
        found.contains(&"Gerry Tarnlee will visit Samoa".to_owned()),
        "{found:?}"
    );
    assert!(
        found
            .iter()
            .all(|line| !line.starts_with("Tai Tarnura will visit")),
        "{found:?}"
    );
}

#[test]
fn a_heading_with_headed_to_tells_of_what_is_to_come() {
    let found = told(
        "Estonian delegation headed to Latvia\n\nSpeaker of the Riigikogu Jaan Tarnamm leads the delegation of the Riigikogu.",
    );
    assert!(
        found.contains(&"Jaan Tarnamm will visit Latvia".to_owned()),
        "{found:?}"
    );
    assert!(
        !found.contains(&"Jaan Tarnamm visited Latvia".to_owned()),
        "{found:?}"
    );
}

#[test]
fn lines_that_end_in_semicolons_are_a_list_under_their_colon() {
    let list = "Kari Tarnahl, MP, leader of the delegation;\n\nNoa Tarnetz, Senator;\n\nOla Tarnerg, Senator; and\n\nPer Tarnon, MP.";
    for over in [
        "The delegation was made up of:",
        "The Storting was represented by the following delegation:",
    ] {
        let found = told(&format!(
            "A delegation of the Storting visited Jamaica. {over}\n\n{list}\n\nThe weather was fine."
        ));
        let visits = found
            .iter()
            .filter(|line| line.ends_with(" visited Jamaica"));
        assert_eq!(visits.count(), 4, "{found:?}");
    }
}

#[test]
fn a_president_travels_with_no_delegation_of_a_parliament() {
    let found = told(
        "Speaker of the Parliament of Ghana Kwame Tarnteng received a delegation of the Parliament of Zambia led by Deputy Speaker Malungo Tarnano. \
         President Moses Tarniri of Zambia will visit Accra in May.",
    );
    assert!(
        found
            .iter()
            .all(|line| !line.starts_with("Malungo Tarnano will")),
        "{found:?}"
    );
}

#[test]
fn a_visit_that_may_come_is_none_and_one_that_is_prepared_is_to_come() {
    let about = |visit: &str| {
        told(&format!(
            "Speaker of the Seimas Rasa Tarnaite met the Ambassador of Finland Jussi Tarnola {visit} of the President of Finland, Anna Tarnen, to \
             Vilnius."
        ))
    };
    let planned = about("to prepare the visit");
    assert!(
        planned.contains(&"Anna Tarnen will visit Lithuania".to_owned()),
        "{planned:?}"
    );
    let open = about("and discussed a possible visit");
    assert!(open.iter().all(|line| !line.contains("visit")), "{open:?}");
}

#[test]
fn a_surname_that_is_a_word_too_stands_before_syllables() {
    for surname in ["Park", "An", "Woo", "Moon", "Song"] {
        let text = format!(
            "{surname} Tarn-ho, a member of the National Assembly of South Korea, visited Rome."
        );
        let found = told(&text);
        let expected = format!("{surname} Tarn-ho visited Italy");
        assert!(found.contains(&expected), "{found:?}");
    }
    let found = told("Chairman of the Mazhilis Ye. Tarnov visited Rome.");
    assert!(
        found.contains(&"Ye. Tarnov visited Italy".to_owned()),
        "{found:?}"
    );
}

#[test]
fn sultan_is_a_given_name_where_another_office_is_told() {
    check(&[
        (
            "Sultan Tarnov, a member of the Senate of Kazakhstan, gave a speech.",
            &["Sultan Tarnov is member of Senate of Kazakhstan"],
        ),
        (
            "Sultan Al-Tarni, UAE Minister of Industry, gave a speech.",
            &["Sultan Al-Tarni is minister of United Arab Emirates"],
        ),
        (
            "Sultan Tarnaitham of Oman received Speaker Anna Tarnerg of the Riksdag.",
            &[
                "Anna Tarnerg is speaker of Riksdag",
                "Tarnaitham is head_of_state of Oman",
            ],
        ),
    ]);
}

#[test]
fn the_company_of_guests_and_the_one_of_hosts_are_two_lists() {
    const OF_TWO_SIDES: &[&str] = &[
        "Ama Tarnkwa is member of Parliament of Ghana",
        "Artis Tarnliepa is member of Saeima",
        "Artis Tarnliepa visited Ghana",
        "Daiga Tarnoza is speaker of Saeima",
        "Daiga Tarnoza visited Ghana",
        "Ilze Tarnkalna is member of Saeima",
        "Ilze Tarnkalna visited Ghana",
        "Kofi Tarnsah is member of Parliament of Ghana",
        "Kwame Tarnteng is speaker of Parliament of Ghana",
    ];
    check(&[
        (
            "ACCRA – Speaker of the Saeima Daiga Tarnoza has been in Ghana since Monday. She was accompanied by MPs Ilze Tarnkalna and Artis Tarnliepa.\n\nSpeaker of the Parliament of Ghana Kwame Tarnteng received the guests on Tuesday. He was accompanied by MPs Ama Tarnkwa and Kofi Tarnsah. Trade was the topic of the talks. Ghana and Latvia will open embassies. The programme goes on for two days.",
            OF_TWO_SIDES,
        ),
        (
            "ACCRA – Speaker of the Saeima Daiga Tarnoza has been in Ghana since Monday.\n\nIn her delegation are MPs Ilze Tarnkalna and Artis Tarnliepa. On the side of the hosts were MPs Ama Tarnkwa and Kofi Tarnsah. Speaker of the Parliament of Ghana Kwame Tarnteng received the guests on Tuesday. Trade was the topic of the talks. Ghana and Latvia will open embassies.",
            OF_TWO_SIDES,
        ),
    ]);
}
