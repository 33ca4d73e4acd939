//! What agency reports had wrong: offices, houses, journeys and meetings that went to somebody else. All people are made up, and each text is
//! a form of which a report showed that it is told so.

use interparl::claim::Assertion;
use interparl::ontology::{MeetingKind, NodeKind};

use super::{met, name, none_wrong, pairs, read};

/// The offices and visits of a text, each a line.
pub(super) fn told(text: &str) -> Vec<String> {
    let reading = read(text);
    let mut found = Vec::new();
    for claim in &reading.claims {
        match &claim.assertion {
            Assertion::Role {
                person,
                office,
                target,
                former: false,
                ..
            } => found.push(format!(
                "{} is {} of {}",
                name(&reading, *person),
                office.as_str(),
                name(&reading, *target)
            )),
            Assertion::Visited {
                person,
                state,
                planned,
                ..
            } => found.push(format!(
                "{} {} {}",
                name(&reading, *person),
                if *planned { "will visit" } else { "visited" },
                name(&reading, *state)
            )),
            _ => {}
        }
    }
    found
}

/// A text with what it says, and parts of what it does not say.
struct Case {
    text: &'static str,
    says: &'static [&'static str],
    not: &'static [&'static str],
}

const CASES: &[Case] = &[
    Case {
        text: "The Speaker of the Parliament of Sri Lanka, Nimal Tarnasekara, takes a delegation to Oslo.",
        says: &["Nimal Tarnasekara visited Norway"],
        not: &[],
    },
    Case {
        text: "The Speaker of the Parliament of Sri Lanka, Nimal Tarnasekara, will take a delegation of five to Norway next week.",
        says: &["Nimal Tarnasekara will visit Norway"],
        not: &[],
    },
    Case {
        text: "The Speaker of the Parliament of Sri Lanka, Nimal Tarnasekara, takes the delegation's thanks to Norway.",
        says: &[],
        not: &["Norway"],
    },
    Case {
        text: "Nimal Tarnasekara will be back in Ghana on Tuesday, after a tour of Norway.",
        says: &[],
        not: &["Ghana"],
    },
    Case {
        text: "In addition to the talks with the Speaker of the Lok Sabha, Speaker Nimal Tarnasekara of the Parliament of Sri Lanka saw the port.",
        says: &[],
        not: &["Lok Sabha"],
    },
    Case {
        text: "The Majilis Speaker and Deputy Speaker of the Grand National Assembly of Türkiye Mehmet Tarnoğlu discussed trade.",
        says: &["Mehmet Tarnoğlu is deputy_speaker of Grand National Assembly of Türkiye"],
        not: &["Majilis"],
    },
    Case {
        text: "Among the guests invited by the Speakers of the Sejm and Senate were: Laszlo Tarnos, Speaker of the Hungarian National Assembly, and Andrej Tarnko, President of the National Council of the Slovak Republic.",
        says: &["Laszlo Tarnos is speaker of Hungarian National Assembly"],
        not: &["Sejm", "of Senate"],
    },
    Case {
        text: "The newly-elected Speaker of the Lok Sabha, Om Tarna, called on the Vice President, M Venkat Tarnaidu, who is also the Chairman of the Rajya Sabha. Congratulating Tarna on his election, the Vice President praised the House.",
        says: &[
            "Om Tarna is speaker of Lok Sabha",
            "M Venkat Tarnaidu is speaker of Rajya Sabha",
        ],
        not: &["deputy_speaker"],
    },
    Case {
        text: "The delegation comprises Deputy Chairman, Rajya Sabha Hari Tarna and Secretary General, Lok Sabha Utpal Tarnagh.",
        says: &[
            "Hari Tarna is deputy_speaker of Rajya Sabha",
            "Utpal Tarnagh is secretary_general of Lok Sabha",
        ],
        not: &[],
    },
    Case {
        text: "The Speaker of the Libyan House of Representatives (HoR) Aqil Tarnali landed in Johannesburg.",
        says: &["Aqil Tarnali is speaker of Libyan House of Representatives"],
        not: &[],
    },
    Case {
        text: "Dr. Saleh Tarnairi received officials of the Shura Council of Bahrain, headed by Yasser Tarnasam.",
        says: &[],
        not: &["Yasser Tarnasam is speaker"],
    },
    Case {
        text: "The delegation of the Milli Majlis of Azerbaijan will consist of the MPs Fazil Tarnafa and Aqalar Tarnayev, Chief of the Parliament’s Staff Safa Tarnazade and others.",
        says: &[],
        not: &["Aqalar Tarnayev is speaker"],
    },
    Case {
        text: "Jagdeep Tarnkhar, Vice President of India and Chairman of the Rajya Sabha, planted a tree.",
        says: &["Jagdeep Tarnkhar is speaker of Rajya Sabha"],
        not: &["deputy_speaker"],
    },
    Case {
        text: "At the invitation of the Speaker of the Seimas of Lithuania, Moses Tarnesa, Speaker of the National Assembly of Kenya, is in Vilnius.",
        says: &["Moses Tarnesa is speaker of National Assembly of Kenya"],
        not: &["Seimas"],
    },
    Case {
        text: "Derek Tarnell, President of the National Tree Institute, spoke in Accra. President Tarnell thanked the Speaker of the Parliament of Ghana.",
        says: &[],
        not: &["head_of_state"],
    },
    Case {
        text: "Turkic Tree Organization (TTO) Secretary General Kubat Tarnaliev attended the session of the Inter-Parliamentary Union in Ankara.",
        says: &[],
        not: &["secretary_general"],
    },
    Case {
        text: "Uruguay's Chamber of Representatives formed the group. Members are Deputy Juan Tarnez and Senator Ana Tarnes.",
        says: &[],
        not: &["Ana Tarnes is member"],
    },
    Case {
        text: "MUSCAT: Yahya Tarnthri, Chairman of the State Council of Oman, received the delegation of a course from Bahrain as part of their visit to the Sultanate.",
        says: &[],
        not: &["visited"],
    },
    Case {
        text: "Speaker Trevor Tarnard of the Parliament of New Zealand leads a delegation to Tonga next week. It is made up of MPs Jo Tarnes and Tim Tarndoe. This is the second delegation to the Pacific, following a visit to Vanuatu last year.",
        says: &["Jo Tarnes will visit Tonga"],
        not: &["Vanuatu"],
    },
    Case {
        text: "National Assembly Chairman Vuong Tarn of Viet Nam held meetings with Speaker of the Lok Sabha of India Om Tarna; and President of the Italian Chamber of Deputies Roberto Tarno on the occasion of his trip to Austria.",
        says: &["Vuong Tarn visited Austria"],
        not: &["Om Tarna visited", "Roberto Tarno visited"],
    },
    Case {
        text: "The delegation led by Speaker of the Milli Majlis Sahiba Tarnova will be in Kazakhstan on an official visit. The delegation will consist of the MPs Fazil Tarnafa and Hikmat Tarnov.",
        says: &[
            "Sahiba Tarnova will visit Kazakhstan",
            "Fazil Tarnafa will visit Kazakhstan",
        ],
        not: &[],
    },
    Case {
        text: "The Chairman of the Federal Assembly, Federal Republic of Germany, Norbert Tarnmert; and the Speaker of the State Duma of Russia, Sergei Tarnkin.",
        says: &[],
        not: &["Norbert Tarnmert is speaker"],
    },
];

#[test]
fn an_office_or_a_journey_is_that_of_the_one_of_whom_it_is_told() {
    let mut wrong = Vec::new();
    for case in CASES {
        let found = told(case.text);
        let missing = case.says.iter().filter(|s| !found.iter().any(|f| f == *s));
        let false_ones = case
            .not
            .iter()
            .filter(|n| found.iter().any(|f| f.contains(*n)));
        let both = missing
            .map(|s| format!("no {s}"))
            .chain(false_ones.map(|n| format!("has {n}")));
        wrong.extend(both.map(|what| format!("{what}\n    {}\n    {found:?}", case.text)));
    }
    none_wrong(&wrong);
}

#[test]
fn those_at_a_session_met_there_and_nowhere_else() {
    let text = "The Executive Committee of the Commonwealth Parliamentary Association (CPA) has held its first meeting in London on 19 December 2022, chaired by Emilia Tarnaka, Deputy Speaker of the National Assembly of Cameroon. The CPA President, Anthony Tarnham, Speaker of the House of Commons of Canada, also attended the meeting.";
    let reading = read(text);
    let meetings: Vec<(MeetingKind, usize)> = reading
        .claims
        .iter()
        .filter_map(|claim| match &claim.assertion {
            Assertion::Meeting { kind, sides, .. } => Some((*kind, sides.concat().len())),
            _ => None,
        })
        .collect();
    assert_eq!(meetings, [(MeetingKind::Session, 2)]);
    let offices = told(text);
    let committee = "Executive Committee of the Commonwealth Parliamentary Association";
    for wrong in [
        format!("Anthony Tarnham is chair of {committee}"),
        "Emilia Tarnaka is chair of Commonwealth Parliamentary Association".to_owned(),
        format!("Emilia Tarnaka is chair of {committee}"),
    ] {
        assert!(!offices.contains(&wrong), "{offices:?}");
    }
    let right = "Anthony Tarnham is chair of Commonwealth Parliamentary Association".to_owned();
    assert!(offices.contains(&right), "{offices:?}");
}

#[test]
fn who_speaks_at_a_meeting_that_opens_a_sentence_met_the_one_named_first() {
    let before = "Presidents Nursultan Tarnbayev and Vladimir Tarnkin had spoken of it. ";
    let meeting = "At the meeting with Deputy Speaker of the Seimas of Lithuania Remigijus Tarnaitis, Chairman of the Majilis Nurlan Tarnulin underscored the convention.";
    for text in [meeting.to_owned(), format!("{before}{meeting}")] {
        let expected = pairs(&["Remigijus Tarnaitis"], &["Nurlan Tarnulin"]);
        assert_eq!(met(&read(&text)), expected, "{text}");
    }
}

#[test]
fn who_also_did_something_is_the_one_of_whom_the_article_told_first() {
    let texts = [
        (
            "The Speaker of the Parliament of Ghana, Kofi Tarnateng, met the Speaker of the Parliament of Uganda, Ruth Tarnato, in Kampala. The Speaker also met the Prime Minister of Uganda, Paul Tarnato.",
            "Kofi Tarnateng",
        ),
        (
            "The Speaker of the Parliament of Uganda, Ruth Tarnaku, received the Speaker of the Parliament of Ghana, Kofi Tarnateng, in Kampala. The Speaker also met the Prime Minister of Ghana, Paul Tarnato.",
            "Ruth Tarnaku",
        ),
    ];
    for (text, first) in texts {
        let told = met(&read(text));
        let mut of_minister = told.clone();
        of_minister.retain(|(one, two)| [one, two].iter().any(|n| *n == "Paul Tarnato"));
        assert_eq!(of_minister, pairs(&[first], &["Paul Tarnato"]), "{told:?}");
    }
}

#[test]
fn who_is_told_with_a_seat_is_a_legislator_even_of_no_house() {
    let reading =
        read("Senator Blanca Tarnala, from Mexico, met the poet Rolando Tarnez, from Cuba.");
    let kinds: Vec<(&str, NodeKind, Option<&str>)> = reading
        .entities
        .iter()
        .filter(|e| matches!(e.kind, NodeKind::Legislator | NodeKind::Official))
        .map(|e| {
            (
                e.name.as_str(),
                e.kind,
                e.state.as_ref().map(interparl::ontology::StateCode::as_str),
            )
        })
        .collect();
    assert!(
        kinds.contains(&("Blanca Tarnala", NodeKind::Legislator, Some("MX"))),
        "{kinds:?}"
    );
    assert!(
        kinds.contains(&("Rolando Tarnez", NodeKind::Official, Some("CU"))),
        "{kinds:?}"
    );
}

#[test]
fn those_who_hold_one_office_each_did_not_meet_each_other_by_meeting_others() {
    let none = [
        "She talked with the speakers of the parliaments of Latvia, Daina Kalnina, and Estonia, Jaan Tamm, in Vilnius.",
        "Vice-presidents of the National Assemblies of Hungary, Sándor Kiss, and of Slovenia, Miha Novak, received the delegation.",
    ];
    for text in none {
        assert!(met(&read(text)).is_empty(), "{text}");
    }
    let three = "At the talks were the Speakers of the Parliaments of Norway, Denmark and Finland: Masud Berg, Lars Holm and Pekka Aalto.";
    let offices: Vec<String> = told(three)
        .into_iter()
        .filter(|t| t.contains(" is "))
        .collect();
    assert_eq!(
        offices,
        [
            "Masud Berg is speaker of Parliament of Norway",
            "Lars Holm is speaker of Parliament of Denmark",
            "Pekka Aalto is speaker of Parliament of Finland",
        ]
    );
}

#[test]
fn the_house_of_a_state_is_the_one_that_sat_then() {
    let houses = |text: &str| -> Vec<String> {
        let rows = read(text).entities.into_iter().filter_map(|e| e.row);
        rows.filter(|row| row.contains('/')).collect()
    };
    // The articles are of December 2022; the parliament of two houses was followed by one house in 2026.
    let lower = houses("Speaker of the lower house of the Kazakh parliament Arman Tarnov spoke.");
    assert_eq!(lower, ["kz/parliament", "kz/majilis"]);
    let whole = houses("Deputies of the Kazakhstan Parliament arrived in Riga.");
    assert_eq!(whole, ["kz/parliament"]);
}

#[test]
fn members_of_a_state_or_house_have_a_leader_as_a_delegation_has() {
    let led = |text: &str| -> Vec<String> {
        let all = told(text).into_iter();
        all.filter(|t| t.contains("head_of_delegation")).collect()
    };
    assert_eq!(
        led("Kazakhstan MPs headed by Arman Tarnov took part in the session in Riga."),
        ["Arman Tarnov is head_of_delegation of Kazakhstan"]
    );
    assert_eq!(
        led("The British MPs led the debate with Peter Tarnham."),
        Vec::<String>::new()
    );
}
