//! What the finders make of sentences, with the near misses beside the hits. The people are invented.

use super::{Bodies, Mentions, People};
use crate::lexicon::Lexicon;

/// The bodies of a text by their names, in the order of the alphabet.
fn bodies(text: &str) -> Vec<String> {
    let mentions = Mentions::find(text, Lexicon::builtin());
    let found = Bodies::group(&mentions.words, &mentions.bodies, None);
    let mut names: Vec<String> = found.entities.into_iter().map(|e| e.name).collect();
    names.sort_unstable();
    names
}

/// The people of a text by their names, in the order of the alphabet.
fn people(text: &str) -> Vec<String> {
    let mentions = Mentions::find(text, Lexicon::builtin());
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
    ] {
        let found = bodies(&format!("Aru Bekova is the chair of the {name}."));
        assert!(found.iter().any(|n| n == name), "{name}: {found:?}");
    }
    let beside = bodies("The Committee on Trade, and also the Forum of Young MPs, sat in Riga.");
    assert_eq!(beside, ["Committee on Trade", "Forum of Young MPs"]);
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
    let section = bodies("The Beninese section of the APF sat.");
    assert!(section.contains(&"Beninese section of the APF".to_owned()));
    let standing = bodies("The Saeima Delegation to the Baltic Assembly sat.");
    assert!(standing.contains(&"Saeima Delegation to the Baltic Assembly".to_owned()));
    // One that is sent to a single session is none.
    let once = bodies("The Kazakh delegation to the IPU Assembly arrived.");
    assert_eq!(once.len(), 1, "{once:?}");
}

#[test]
fn the_legislature_of_a_region_is_none_of_a_state() {
    for name in [
        "Legislative Assembly of St Petersburg",
        "Gauteng Provincial Legislature",
        "Northern Ireland Assembly",
        "Parliament of Catalonia",
        "Scottish Parliament",
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
