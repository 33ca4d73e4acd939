//! Forms at which readers of real reports found something false or missing: whose house a bare word is, rows of titles, ranks, hosts,
//! further stops, those who are only spoken of. All people are made up.

use super::others::check;
use super::{met, pairs, read};

#[test]
fn a_bare_parliament_is_no_assembly() {
    check(&[
        (
            "The Speaker of Parliament, Kofi Tarnbin, called on African leaders to revive the Pan-African Parliament. He was speaking when the Egyptian Ambassador to Ghana, Adel Tarnouk, paid a courtesy call on him.",
            &[
                "Adel Tarnouk is ambassador of Egypt",
                "Kofi Tarnbin is speaker of Parliament",
            ],
        ),
        (
            "The President of the Pan-African Parliament, Neo Tarnele, opened the session of the Pan-African Parliament. Ghana had sent Kofi Tarnbin, who spoke to the Parliament.",
            &["Neo Tarnele is chair of Pan-African Parliament"],
        ),
        (
            "Parliament Speaker Arben Tarnashi met the Bulgarian Ambassador, Angel Tarnelov, in Skopje. The Ambassador spoke of the European Parliament elections.",
            &[
                "Angel Tarnelov is ambassador of Bulgaria",
                "Arben Tarnashi is speaker of Parliament",
            ],
        ),
    ]);
}

#[test]
fn who_is_met_is_of_another_state() {
    check(&[
        (
            "President Sauli Tarninen met with President of the Parliament of Estonia Lauri Tarnar on Friday.",
            &["Lauri Tarnar is speaker of Parliament of Estonia"],
        ),
        (
            "Speaker of the Seimas Viktoras Tarnaitis, accompanied by the Ambassador of Ukraine to Lithuania Petro Tarnet, met President Ivan Tarndar in Kyiv.",
            &[
                "Ivan Tarndar is head_of_state of Ukraine",
                "Petro Tarnet is ambassador of Ukraine",
                "Viktoras Tarnaitis is speaker of Seimas",
            ],
        ),
        (
            "Solomon Islands hosted an Australian Parliamentary Delegation. The delegation met the Speaker of Parliament, Allan Tarneza.",
            &["Allan Tarneza is speaker of Parliament"],
        ),
    ]);
}

#[test]
fn a_title_of_a_row_of_titled_names_is_that_of_the_next() {
    check(&[
        (
            "The meeting was attended by Speaker of the Milli Mejlis of Azerbaijan Oktay Tarnov, Speaker of the Jogorku Kenesh Nurlan Tarnbekov, Chairperson of the IPA CIS Council, Speaker of the Federation Council of the Russian Federation Valentina Tarnova, and Speaker of the Seimas Daiva Tarnytė.",
            &[
                "Daiva Tarnytė is speaker of Seimas",
                "Nurlan Tarnbekov is speaker of Jogorku Kenesh",
                "Oktay Tarnov is speaker of Milli Mejlis of Azerbaijan",
                "Valentina Tarnova is chair of IPA CIS Council",
                "Valentina Tarnova is speaker of Federation Council of the Russian Federation",
            ],
        ),
        (
            "Speaker of the Seimas Daiva Tarnytė, Chairperson of the Baltic Assembly, met Speaker of the Saeima Ilze Tarnoza.",
            &[
                "Daiva Tarnytė is chair of Baltic Assembly",
                "Daiva Tarnytė is speaker of Seimas",
                "Ilze Tarnoza is speaker of Saeima",
            ],
        ),
        (
            "She will be received by Prime Minister Nikol Tarnyan of Armenia, the Speaker of Parliament, and the Foreign Minister.",
            &["Nikol Tarnyan is head_of_government of Armenia"],
        ),
    ]);
}

#[test]
fn offices_behind_titles_that_no_table_has_are_chairs() {
    check(&[
        (
            "The meeting was attended by Viktor Tarnzin, Coordinator of the IPA CIS Observer Team, Deputy Chair of the Committee on Defense of the State Duma; Nurbek Tarndiev, adviser; and Ivan Tarnket, interpreter.",
            &["Viktor Tarnzin is deputy_chair of Committee on Defense of the State Duma"],
        ),
        (
            "Present were Peter Tarnkera, adviser to the Deputy Speaker, Chair of the Committee on Trade of the Senate of Kenya; and Tom Tarnuma, Private Secretary, Speaker of the Senate of Kenya.",
            &[],
        ),
        (
            "Also there were Mr. Sherlock Tarnacs, A.A., Clerk of the National Assembly of Guyana; and Dr. Carla Tarnes, Parliamentary Executive Officer.",
            &["Sherlock Tarnacs is secretary_general of National Assembly of Guyana"],
        ),
    ]);
}

#[test]
fn ranks_deputies_of_ministries_and_aides() {
    check(&[
        (
            "The session was attended by His Excellency Ambassador Yusuf Tarngar, Minister of Foreign Affairs of Nigeria, and Edwin Tarnowe, Jr., Head of the Liberian delegation.",
            &[
                "Edwin Tarnowe, Jr. is head_of_delegation of Liberia",
                "Yusuf Tarngar is minister of Nigeria",
            ],
        ),
        (
            "The Speaker of the Verkhovna Rada, Ruslan Tarnchuk, met Andrii Tarnchenko, Deputy Defence Minister.",
            &[
                "Andrii Tarnchenko is minister of Ukraine",
                "Ruslan Tarnchuk is speaker of Verkhovna Rada",
            ],
        ),
        (
            "The Chief of Staff to the Speaker of the Senate of Kenya Ms. Jane Tarnaa met the Ambassador of Peru, Juan Tarnez.",
            &["Juan Tarnez is ambassador of Peru"],
        ),
        (
            "The Head of the Friendship Group with the Holy See of the Seimas, Jonas Tarnas, met the Apostolic Nuncio, Orlando Tarnini.",
            &[
                "Jonas Tarnas is chair of Friendship Group with the Holy See of the Seimas",
                "Orlando Tarnini is ambassador of Holy See",
            ],
        ),
    ]);
}

#[test]
fn a_constituency_before_a_name_is_no_person() {
    check(&[
        (
            "A delegation of Kenyan MPs led by West Tarnango MP, Mr Vincent Tarnaka, is in Botswana on a visit.",
            &[
                "Vincent Tarnaka is head_of_delegation of Kenya",
                "Vincent Tarnaka visited Botswana",
            ],
        ),
        (
            "A delegation of Kenyan MPs led by Moses Tarnango, MP, is in Botswana on a visit.",
            &[
                "Moses Tarnango is head_of_delegation of Kenya",
                "Moses Tarnango visited Botswana",
            ],
        ),
    ]);
}

#[test]
fn a_full_stop_without_room_behind_it_ends_a_sentence() {
    check(&[
        (
            "Deputy Speaker of the Seimas Daiva Tarnytė received a delegation of Georgia led by Nino Tarnadze.The delegation came from Tbilisi.",
            &[
                "Daiva Tarnytė is deputy_speaker of Seimas",
                "Nino Tarnadze is head_of_delegation of Georgia",
            ],
        ),
        (
            "The text stands at www.seimas.example.The group is led by Nino Tarnadze, Chair of the Committee on Trade of the Parliament of Georgia.",
            &["Nino Tarnadze is chair of Committee on Trade of the Parliament of Georgia"],
        ),
    ]);
}

#[test]
fn members_of_a_group_and_its_head() {
    check(&[(
        "A delegation of Germany, headed by Chair of the Germany-Southeast Europe Parliamentary Friendship Group Peter Tarnss, met representatives of the National Assembly's Parliamentary Friendship Group with Germany and its Head, Vesna Tarnović.",
        &[
            "Peter Tarnss is chair of Germany-Southeast Europe Parliamentary Friendship Group",
            "Peter Tarnss is head_of_delegation of Germany",
            "Vesna Tarnović is chair of Parliamentary Friendship Group with Germany",
        ],
    )]);
}

#[test]
fn journeys_of_hosts_and_further_stops() {
    check(&[
        (
            "The Parliament of Fiji was host to a delegation of the Legislative Assembly of Tonga led by Speaker Sione Tarnaki.",
            &[
                "Sione Tarnaki is head_of_delegation of Legislative Assembly of Tonga",
                "Sione Tarnaki is speaker of Legislative Assembly of Tonga",
                "Sione Tarnaki visited Fiji",
            ],
        ),
        (
            "The Embassy of Fiji in Brussels was host to a delegation of the Legislative Assembly of Tonga led by Speaker Sione Tarnaki.",
            &[
                "Sione Tarnaki is head_of_delegation of Legislative Assembly of Tonga",
                "Sione Tarnaki is speaker of Legislative Assembly of Tonga",
            ],
        ),
        (
            "Speaker of the National Assembly of Korea Kim Jin-tarn will visit Ethiopia to meet Ethiopia's President Sahle Tarnde, head to Rwanda and travel to Kenya.",
            &[
                "Kim Jin-tarn is speaker of National Assembly of Korea",
                "Kim Jin-tarn will visit Ethiopia",
                "Kim Jin-tarn will visit Kenya",
                "Kim Jin-tarn will visit Rwanda",
                "Sahle Tarnde is head_of_state of Ethiopia",
            ],
        ),
        (
            "A parliamentary delegation from New Zealand arrived in Tonga today. The Speaker of the New Zealand Parliament, Trevor Tarnard, leads it.",
            &[
                "Trevor Tarnard is head_of_delegation of New Zealand",
                "Trevor Tarnard is speaker of New Zealand Parliament",
                "Trevor Tarnard visited Tonga",
            ],
        ),
    ]);
}

#[test]
fn journeys_that_are_yet_to_be() {
    check(&[
        (
            "Speaker of the Seimas Daiva Tarnytė is to tour Kenya.",
            &[
                "Daiva Tarnytė is speaker of Seimas",
                "Daiva Tarnytė will visit Kenya",
            ],
        ),
        (
            "Speaker of the Seimas Daiva Tarnytė is departing for Kenya.",
            &[
                "Daiva Tarnytė is speaker of Seimas",
                "Daiva Tarnytė will visit Kenya",
            ],
        ),
        (
            "Speaker of the Seimas Daiva Tarnytė toured Kenya.",
            &[
                "Daiva Tarnytė is speaker of Seimas",
                "Daiva Tarnytė visited Kenya",
            ],
        ),
        (
            "Speaker of the Seimas Daiva Tarnytė departed for Kenya.",
            &[
                "Daiva Tarnytė is speaker of Seimas",
                "Daiva Tarnytė visited Kenya",
            ],
        ),
    ]);
}

#[test]
fn houses_that_no_table_knows_are_those_of_who_stands_before_them() {
    check(&[
        (
            "The group met Speaker Aru Tarnwe from the Upper Tarn Provincial Assembly and Speaker of the Senate of Kenya Amason Tarnka.",
            &["Amason Tarnka is speaker of Senate of Kenya"],
        ),
        (
            "The group met Speaker Aru Tarnwe from the Parliament of Malawi and Speaker of the Senate of Kenya Amason Tarnka.",
            &[
                "Amason Tarnka is speaker of Senate of Kenya",
                "Aru Tarnwe is speaker of Parliament of Malawi",
            ],
        ),
    ]);
}

#[test]
fn whose_journey_it_is() {
    check(&[
        (
            "Speaker of the Riigikogu Jaan Tarnamm is on a visit to Montenegro. A delegation of the Foreign Affairs Committee of the Riigikogu visited Washington.",
            &[
                "Jaan Tarnamm is speaker of Riigikogu",
                "Jaan Tarnamm visited Montenegro",
            ],
        ),
        (
            "Speaker of the Jogorku Kenesh Nurlan Tarnov met with the Speaker of the National Assembly of Hungary László Tarnér within the framework of his visit to the country.",
            &[
                "László Tarnér is speaker of National Assembly of Hungary",
                "Nurlan Tarnov is speaker of Jogorku Kenesh",
            ],
        ),
    ]);
}

#[test]
fn who_only_speaks_of_a_delegation_or_a_page() {
    check(&[
        (
            "The delegation of the Seimas to Kyiv includes Deputies Jonas Tarnas and Daiva Tarnytė, Ona Tarnienė, an aide to the Speaker, told the agency.",
            &[
                "Daiva Tarnytė is member of Seimas",
                "Jonas Tarnas is member of Seimas",
            ],
        ),
        (
            "Guests may visit our website. Please visit our website on Samoa, Speaker of the House of Representatives of New Zealand Gerry Tarnlee said.",
            &["Gerry Tarnlee is speaker of House of Representatives of New Zealand"],
        ),
    ]);
}

/// A text, and the pairs of people who met in it.
pub(super) type Talks = (&'static str, &'static [(&'static str, &'static str)]);

pub(super) fn check_met(cases: &[Talks]) {
    for (text, expected) in cases {
        let mut wanted: Vec<(String, String)> = Vec::new();
        for (one, other) in *expected {
            wanted.extend(pairs(&[one], &[other]));
        }
        wanted.sort_unstable();
        assert_eq!(met(&read(text)), wanted, "{text}");
    }
}

#[test]
fn people_who_are_only_spoken_of_or_came_along_meet_nobody() {
    check_met(&[
        (
            "The Chairperson of the Mejlis of Turkmenistan, Dunya Tarnova, met with the Ambassador of Tajikistan, Ismat Tarnov. The talks went well thanks to the initiatives of the President of Turkmenistan Serdar Tarnmedov and the President of Tajikistan Emom Tarnmon.",
            &[("Dunya Tarnova", "Ismat Tarnov")],
        ),
        (
            "The Deputy Speaker of the House of Representatives of Nigeria, Ahmed Tarno, received the Speaker of the Parliament of Ghana, Kofi Tarnbin, on behalf of Speaker Femi Tarnila.",
            &[("Ahmed Tarno", "Kofi Tarnbin")],
        ),
        (
            "The Speaker of the National Assembly of Pakistan, Ayaz Tarniq, is leaving for India. He is likely to meet Prime Minister Manmohan Tarnsingh of India.",
            &[],
        ),
    ]);
}

#[test]
fn who_will_travel_to_meet_somebody_has_not_met() {
    check_met(&[
        (
            "Speaker of the Seimas Daiva Tarnytė will travel to Kenya on Monday and meet the Speaker of the Senate of Kenya, Amason Tarnka.",
            &[],
        ),
        (
            "Speaker of the Seimas Daiva Tarnytė travelled to Kenya on Monday and met the Speaker of the Senate of Kenya, Amason Tarnka.",
            &[("Amason Tarnka", "Daiva Tarnytė")],
        ),
    ]);
}

#[test]
fn those_who_attended_behind_representatives_are_one_side() {
    check_met(&[(
        "Chairman of the Legislative Assembly of St. Petersburg Pavel Tarnov met with representatives of the IPA CIS Council Secretariat. The meeting was attended by Secretary General of the IPA CIS Council Sergey Tarnadov, and Plenipotentiary Representative of the Milli Mejlis of the Republic of Azerbaijan to the IPA CIS Aidyn Tarnzade.",
        &[
            ("Aidyn Tarnzade", "Pavel Tarnov"),
            ("Pavel Tarnov", "Sergey Tarnadov"),
        ],
    )]);
}

#[test]
fn two_of_one_state_are_the_two() {
    check_met(&[
        (
            "The Speaker of the House of Representatives of Morocco, Rachid Tarni, and the Speaker of the House of Councillors, Enaam Tarnadi, held talks with the Speaker of the Senate of Burundi, Emmanuel Tarnata. Mr Tarnata praised Morocco. The two Speakers also held talks with the Speaker of the Parliament of Tuvalu, Samuelu Tarnrr.",
            &[
                ("Emmanuel Tarnata", "Enaam Tarnadi"),
                ("Emmanuel Tarnata", "Rachid Tarni"),
                ("Enaam Tarnadi", "Samuelu Tarnrr"),
                ("Rachid Tarni", "Samuelu Tarnrr"),
            ],
        ),
        (
            "President of the Saeima Daiga Tarnola welcomed a fair. President of the Senate of Mexico Alejandra Tarnes opened it, and with her was Ilze Tarnalna, chair of the Committee on Trade of the Saeima. The two Presidents held talks.",
            &[("Alejandra Tarnes", "Daiga Tarnola")],
        ),
    ]);
}

#[test]
fn a_participle_has_its_subject_behind_the_comma() {
    check_met(&[
        (
            "Meeting with Deputy Speaker of the National Assembly of Azerbaijan Ziyafet Tarnov, Chairman of the Majilis Nurlan Tarnulin stressed the importance of trade.",
            &[("Nurlan Tarnulin", "Ziyafet Tarnov")],
        ),
        (
            "At the meeting with Deputy Speaker of the State Duma Sergey Tarnerov the sides discussed the Cooperation Forum, attended by Presidents Nursultan Tarnayev and Vladimir Tarnin.",
            &[],
        ),
    ]);
}
