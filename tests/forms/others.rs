//! What belongs to others than those who stand nearest: houses of hosts, journeys of which others speak, delegations of several states. All people
//! are made up, and each text is a form of which a report showed that it is told so.

use super::reports::told;
use super::{met, pairs, read};

/// A text, and the offices and visits that it tells.
type Case = (&'static str, &'static [&'static str]);

fn check(cases: &[Case]) {
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
    ]);
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
        pairs(&["Ahmad Al Tarni"], &["Nurlan Tarnov"])
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
