//! What commissions and conferences are called, with the near misses beside the hits.

use super::super::cases::bodies;

#[test]
fn houses_joined_by_a_hyphen_have_a_committee_in_small_letters() {
    let found = bodies("The NPC-Federation Council cooperation committee sat in Moscow.");
    let name = "NPC-Federation Council cooperation committee".to_owned();
    assert!(found.contains(&name), "{found:?}");
    let apart = bodies("In the Saeima cooperation committees sat.");
    assert_eq!(apart, ["Saeima"]);
}

#[test]
fn a_meeting_of_more_than_two_speakers_is_named_by_their_states() {
    for name in [
        "Trilateral Meeting of the Speakers of the Parliaments of Azerbaijan, Pakistan and Türkiye",
        "Trilateral Meeting of Presidents of Parliament of Cyprus, Greece and Egypt",
        "Conference of Speakers of Parliament of Chile and Greece",
    ] {
        assert_eq!(bodies(&format!("She opened the {name} in Baku.")), [name]);
    }
    for text in [
        "She had a trilateral meeting of two hours with the Speakers.",
        "The bilateral meetings of the Speakers went on.",
        "Trilateral meetings of the Speakers are rare.",
    ] {
        assert_eq!(bodies(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_commission_may_have_a_number_or_its_topic_behind_of() {
    for name in [
        "Commission VII",
        "Commission I",
        "Bicameral Commission of National Security",
        "Commission of Foreign Relations and International Cooperation",
        "Committee for Deputy Affairs",
        "Council for Ethnic Affairs",
        "commission on foreign policy and European integration",
    ] {
        let found = bodies(&format!("Aru Bekova, chair of the {name}, spoke."));
        assert_eq!(found, [name]);
    }
    // The "I" of who speaks, a word for what commissions are not about, and somebody's name behind a topic.
    let speaks = bodies("“In the Committee on Trade and the Commission I said so,” she told us.");
    assert!(!speaks.iter().any(|b| b.ends_with(" I")), "{speaks:?}");
    let inquiry = bodies("The Commission of Inquiry into the flood sat in Riga.");
    assert_eq!(inquiry, Vec::<String>::new());
    let named = bodies("The chair of the commission on foreign policy and Europa Tarnova sat.");
    assert_eq!(named, ["commission on foreign policy"]);
}

#[test]
fn the_national_group_of_an_assembly_in_a_state_is_a_body() {
    for name in ["PGA National Group in Ghana", "IPU National Group of Chile"] {
        let found = bodies(&format!("Aru Bekova, chair of the {name}, spoke."));
        assert!(found.contains(&name.to_owned()), "{found:?}");
    }
    // The bracket behind a delegation names what it goes to.
    let sent =
        "The Latvian delegation to the Parliamentary Assembly of the Council of Europe (PACE)";
    let found = bodies(&format!("{sent} sat. The PACE sat."));
    assert_eq!(found.len(), 2, "{found:?}");
    // A meeting of the assembly in a state is none.
    assert_eq!(bodies("The PGA sat in Ghana."), ["PGA"]);
}
