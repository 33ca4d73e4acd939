//! What the finders make of sentences, with the near misses beside the hits. The people are invented.

use super::{Bodies, Mentions, People};
use crate::lexicon::Lexicon;

/// The bodies of a text by their names, in the order of the alphabet.
pub(super) fn bodies(text: &str) -> Vec<String> {
    let mentions = Mentions::find(text, Lexicon::builtin(), None);
    let found = Bodies::group(&mentions.words, &mentions.bodies, None);
    let mut names: Vec<String> = found.entities.into_iter().map(|e| e.name).collect();
    names.sort_unstable();
    names
}

/// The people of a text by their names, in the order of the alphabet.
fn people(text: &str) -> Vec<String> {
    let mentions = Mentions::find(text, Lexicon::builtin(), None);
    let found = People::group(&mentions.words, &mentions.people, &|_| true);
    let mut names: Vec<String> = found.entities.into_iter().map(|e| e.name).collect();
    names.sort_unstable();
    names
}

#[test]
fn a_committee_keeps_all_its_topics() {
    for name in [
        "Law Policy and State-Building Committee",
        "Procedural Issues and Rules Committee",
        "Committee on Foreign Affairs, Ghanaian Abroad and African Integration",
        "Latvia-Ghana inter-parliamentary connexions working group",
        "preparatory committee of the World Conference of Speakers of Parliaments",
        "Committee on education, religious affairs, culture and tourism",
        "Committee on protection of human rights",
        "Committee on European integration and international cooperation",
        "Committee on foreign affairs, defence and security",
        "Committee on Human Rights, Equality, Veterans’ and Disabled Affairs",
    ] {
        let found = bodies(&format!("Aru Bekova is the chair of the {name}."));
        assert!(found.iter().any(|n| n == name), "{name}: {found:?}");
    }
    let beside = bodies("The Committee on Trade, and also the Forum of Young MPs, sat in Riga.");
    assert_eq!(beside, ["Committee on Trade", "Forum of Young MPs"]);
    let two = bodies("She chairs the Committee on Trade and is of the Committee on Health.");
    assert_eq!(two, ["Committee on Health", "Committee on Trade"]);
    let joined = bodies("Chair of the Committee on Trade and of the Committee on Health");
    assert_eq!(joined, ["Committee on Health", "Committee on Trade"]);
    assert_eq!(
        bodies("Members of the Committee on health, doctors and nurses sat in Riga."),
        ["Committee on health"]
    );
}

#[test]
fn committees_that_one_plural_names_are_several() {
    assert_eq!(
        bodies("The committees on Budget and Financial Markets and on Social Policy sat."),
        [
            "Committee on Budget and Financial Markets",
            "Committee on Social Policy"
        ]
    );
}

#[test]
fn what_a_state_sends_to_an_assembly_is_a_body() {
    assert!(bodies("The CPA UK Branch sat.").contains(&"CPA UK Branch".to_owned()));
    assert!(
        bodies("The CPA Canada Federal Branch sat.")
            .contains(&"CPA Canada Federal Branch".to_owned())
    );
    assert!(bodies("The Norwegian IPU Branch sat.").contains(&"Norwegian IPU Branch".to_owned()));
    let section = bodies("The Beninese section of the APF sat.");
    assert!(section.contains(&"Beninese section of the APF".to_owned()));
    let standing = bodies("The Saeima Delegation to the Baltic Assembly sat.");
    assert!(standing.contains(&"Saeima Delegation to the Baltic Assembly".to_owned()));
    // One that is sent to a single session is none.
    let once = bodies("The Kazakh delegation to the IPU Assembly arrived.");
    assert_eq!(once.len(), 1, "{once:?}");
    assert_eq!(bodies("The Estonian IPU delegation arrived."), ["IPU"]);
}

#[test]
fn the_legislature_of_a_region_is_none_of_a_state() {
    for name in [
        "Legislative Assembly of St Petersburg",
        "Gauteng Provincial Legislature",
        "Northern Ireland Assembly",
        "Parliament of Catalonia",
        "Scottish Parliament",
        "Legislative Assembly of New South Wales",
        "Legislative Council of Western Australia",
        "House of Assembly of Nova Scotia",
    ] {
        let found = bodies(&format!("A delegation of the {name} came to Ghana."));
        assert_eq!(found, [name]);
    }
    assert_eq!(
        bodies("A delegation of the Parliament of Ghana came."),
        ["Parliament of Ghana"]
    );
    let country = bodies("The first guest of the legislature of a Marlian country came.");
    assert_eq!(country, Vec::<String>::new());
}

#[test]
fn gatherings_without_a_name_and_parties_are_no_bodies() {
    for text in [
        "A stronger inter-parliamentary dialogue was needed.",
        "They wanted an interparliamentary meeting with Ghana.",
        "The joint sitting of the two Parliaments was long.",
        "The 15th Kazakhstan-Ghana Interregional Cooperation Forum was long.",
        "Heads of the parliamentary groups came.",
        "The Lesotho Congress for Democracy won.",
        "The Indian National Congress won.",
    ] {
        assert_eq!(bodies(text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(bodies("The Asia-Pacific Parliamentary Forum met.").len(), 1);
}

#[test]
fn a_conference_is_named_by_those_who_meet() {
    for name in [
        "Presiding Officers and Clerks Conference",
        "Conference of Speakers and Presidents of Legislatures",
        "Inter-Parliamentary Conference on CFSP/CSDP",
    ] {
        let found = bodies(&format!("Speaker Aru Bekova opened the {name} in Ghana."));
        assert_eq!(found, [name]);
    }
    // None of parliaments, and a term in which a group sits is no part of its name.
    assert_eq!(bodies("She opened the Women Doctors Conference.").len(), 0);
    assert_eq!(
        bodies("The Kenya-Ghana Friendship Group of the Tenth Parliament met.").first(),
        Some(&"Kenya-Ghana Friendship Group".to_owned())
    );
}

#[test]
fn names_keep_what_stands_inside_of_them() {
    for name in [
        "Goran Th. Melsson",
        "Ts.Tarnbold",
        "Aru “Beck” Q. Marran",
        "’Malerato Tarnane",
        "Siti Melatiyanty Dato Haji Abdul Tarn",
        "Goran Ato Melnar Tarn",
    ] {
        let found = people(&format!("In Riga Speaker {name} spoke."));
        assert_eq!(found, [name]);
    }
    assert_eq!(people("Speaker (Dr.) Aru Bekova spoke."), ["Aru Bekova"]);
    assert_eq!(
        people("Speaker Dr. (H.C.) Aru Bekova spoke."),
        ["Aru Bekova"]
    );
    assert_eq!(people("Tarnullah, MP, spoke."), ["Tarnullah"]);
    assert_eq!(
        people("Ali Belkov, HM Tarnullah, and Aru Bekova came."),
        ["Ali Belkov", "Aru Bekova", "HM Tarnullah"]
    );
}

#[test]
fn places_and_credits_are_no_people() {
    for text in [
        "The temples of Ta Melat, Banteay Tarn and Angkor Marr are old.",
        "It landed at Cardinal Bernardin Tarn international airport.",
        "He was received at the Palais Omar Tarn.",
        "They went on to Ho Chi Minh City.",
        "It was told at the General Debate of the day.",
        "A member of the Paris Club helped.",
        "(Agency/Aru Bekova)",
        "© Aru J. Bekova",
    ] {
        assert_eq!(people(text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(
        people("He met Aru Bekova of Marr del Norte."),
        ["Aru Bekova"]
    );
}

#[test]
fn what_a_page_does_to_words_is_undone() {
    for (text, names) in [
        (
            "Goran Melnarof the Ghanaian delegation met Aru Bekovapresident of the commission.",
            ["Aru Bekova", "Goran Melnar"],
        ),
        (
            "Speaker Aru Bekova and Ambassador Goran Melnaralso from Riga came.",
            ["Aru Bekova", "Goran Melnar"],
        ),
        (
            "Members of the Committee on Trade with the Prime Minister Hon Aru Bekova\nFor Hon Goran Melnar it was good.",
            ["Aru Bekova", "Goran Melnar"],
        ),
        (
            "Senators Aru Bekova and Goran Ali Go. Both chambers meet often.",
            ["Aru Bekova", "Goran Ali Go"],
        ),
        // Names that end as such a word does.
        (
            "Speaker Mehmet Tarnand met Senator Roland Melnarof in Riga.",
            ["Mehmet Tarnand", "Roland Melnarof"],
        ),
    ] {
        assert_eq!(people(text), names, "{text}");
    }
    assert_eq!(
        people(
            "The President of the Senate @Arubekova spoke https://t.co/ZaLXD7yMaI #BekovaInRiga"
        ),
        Vec::<String>::new()
    );
}

#[test]
fn names_of_many_peoples_are_whole() {
    for (text, names) in [
        (
            "The Paraguayans Goran Melnar and Aru Bekova came.",
            vec!["Aru Bekova", "Goran Melnar"],
        ),
        (
            "Speaker U Melnar Khun and Jan van der Tarn came.",
            vec!["Jan van der Tarn", "Melnar Khun"],
        ),
        ("Prof. Dr. h.c. Tarnai came.", vec!["Tarnai"]),
        (
            "They went to see Robin Walker MP, Minister for schools.",
            vec!["Robin Walker"],
        ),
        // Buildings, ships, orders and holidays bear names too.
        ("They saw the King Fahd Tarn Library.", vec![]),
        ("They saw the frigate Georgios Tarn.", vec![]),
        ("It landed at Ali Tarn International Airport.", vec![]),
        ("She has the Order of Ali Bekova.", vec![]),
        ("The Abai Tarn Days were held.", vec![]),
    ] {
        assert_eq!(people(text), names, "{text}");
    }
}

#[test]
fn groups_are_told_by_their_states() {
    for name in [
        "Inter-Parliamentary Commission of Ghana and Togo",
        "Joint Parliamentary Committee Chile-Ghana",
        "All-Party Parliamentary Group on Ghana",
        "International Relations commission",
        "Joint Committee on European Union Affairs",
        "Lithuania–Ghana Group for Interparliamentary Relations",
        "General Committee on Democracy and Human Rights",
    ] {
        assert_eq!(bodies(&format!("Aru Bekova chairs the {name}.")), [name]);
    }
    assert_eq!(
        bodies("The Trade Committee with Ghana Prime Minister Aru Bekova sat."),
        ["Trade Committee"]
    );
    for text in [
        "The Hungary -Cyprus Friendship Group came. The Friendship Group left.",
        "The APPG Ghana met. The Ghana APPG left.",
    ] {
        assert_eq!(bodies(text).len(), 1, "{text}");
    }
}

#[test]
fn a_list_of_people_has_no_gaps() {
    // The surname of the second is a city's name too, and no table knows the third.
    assert_eq!(
        people(
            "Members of Parliament Moses Phiri, Grace Mwanza, Xuxo Ngqika (Labour) and Ruth Tembo came."
        ),
        ["Grace Mwanza", "Moses Phiri", "Ruth Tembo", "Xuxo Ngqika"]
    );
    // A word of every day begins no name, and a state is none.
    assert_eq!(
        people("Moses Phiri, Foreign Affairs, Trade and Ruth Tembo were on the list."),
        ["Moses Phiri", "Ruth Tembo"]
    );
}

#[test]
fn a_title_inside_of_a_name_is_a_part_of_it() {
    assert_eq!(
        people("Naveed Amir Tarnzai, MNA, spoke."),
        ["Naveed Amir Tarnzai"]
    );
    assert_eq!(
        people("Hon. Princess Tarnoso, MP, spoke."),
        ["Princess Tarnoso"]
    );
    // A princess she is where nothing that everybody bears stands before it.
    assert_eq!(
        people("Her Royal Highness Princess Sarah Tarn spoke."),
        ["Sarah Tarn"]
    );
}

#[test]
fn a_surname_may_be_a_thing_behind_a_title_and_a_given_name() {
    assert_eq!(people("Senator Sue Line, the chair, spoke."), ["Sue Line"]);
    assert_eq!(
        people("They met Secretary General Sergio Piazza."),
        ["Sergio Piazza"]
    );
    assert!(
        people("The Speaker Ann Street office burned.")
            .iter()
            .all(|n| n != "Ann Street")
    );
}

#[test]
fn a_number_names_a_committee_that_nothing_else_names() {
    let name = "3rd Committee of the National Assembly of Angola";
    let found = bodies(&format!("The chair of the {name} spoke."));
    assert!(found.contains(&name.to_owned()), "{found:?}");
    let counted = bodies("The third Friendship Group of Kenya sat.");
    assert!(!counted.iter().any(|n| n.contains("third")), "{counted:?}");
}

#[test]
fn committees_before_whose_plural_their_topics_stand_are_several() {
    let text = "They met the chairpersons of the foreign affairs and European integration committees, A and B.";
    assert_eq!(
        bodies(text),
        [
            "European integration committee",
            "foreign affairs committee"
        ]
    );
    // Without an office before them they are not told apart.
    let loose = bodies("He spoke of foreign affairs and European integration committees.");
    assert!(
        !loose.contains(&"European integration committee".to_owned()),
        "{loose:?}"
    );
}

#[test]
fn a_pair_of_states_before_the_name_of_a_house_makes_no_house_of_the_second() {
    let found = bodies("The Japan-Canada Diet Friendship League sat.");
    assert!(!found.contains(&"Canada Diet".to_owned()), "{found:?}");
}

#[test]
fn a_title_in_the_quoted_name_of_a_place_is_nobodys() {
    assert!(people("They opened the library “King Tarnold VI” in Rabat.").is_empty());
    assert_eq!(people("They met King Tarnold VI in Rabat."), ["Tarnold VI"]);
}

#[test]
fn a_party_in_brackets_behind_a_name_is_nobody() {
    assert_eq!(
        people("Noa Peretz (Yisrael Tarnu) met Jaan Tamm."),
        ["Jaan Tamm", "Noa Peretz"]
    );
}

#[test]
fn a_surname_is_no_title_for_what_it_would_be_without_its_accents() {
    assert_eq!(
        people("He spoke with Numan Şen. Congratulating him, she left."),
        ["Numan Şen"]
    );
}

#[test]
fn a_small_committee_of_a_state_has_no_name() {
    assert!(bodies("Nairobi hosts Tanzanian committee on Monday.").is_empty());
}
