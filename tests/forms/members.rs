//! Members of a delegation: in whatever words they are told, they go where the one goes who leads it, and for the same state.

use super::visits::visitors;
use super::{House, PAIRS, none_wrong, read};

/// Two of whom a sentence about a delegation tells.
const MEMBERS: [&str; 2] = ["Peter Tarnak", "Anna Tarnule"];

/// Ways to tell that ONE and TWO have come with the guest, GSUR, to the host, HSUR.
const COME: &[&str] = &[
    "The others were:\n\n(i) ONE, MP;\n(ii) TWO, Principal Clerk.",
    "The other members of the team, who landed in HCITY together with GSUR, are:\n\n1. ONE, MP\n2. TWO, MP",
    "The delegation is small. Its composition was as follows: ONE (Labour); TWO (Unity).",
    "The delegation groups MP ONE and MP TWO.",
    "The delegation, which also comprised deputies ONE (Labour) and TWO (Unity), stays until Friday.",
    "Chief Whip ONE MP and Chairman of the Committee on Foreign Affairs TWO MP are the other members of the delegation.",
    "The deputies who have travelled with the Speaker – ONE (Labour) and TWO (Unity) – saw the port.",
    "GSUR was accompanied by the lawmakers who travelled with the delegation: ONE, chair of the Committee on Economy; and TWO.",
    "The guests have brought two members with them: ONE and TWO.",
    "The guests have two officers with them, ONE, a Deputy Clerk, and TWO, an adviser.",
    "With the GADJ were deputies ONE (Labour) and TWO (Unity), both of whom had been there before.",
    "Along for the trip, which began on 20 December, were ONE (Labour) and TWO (Unity).",
    "GSUR was joined on the trip by Members ONE (Labour) and TWO (Unity).",
];

/// Ways to tell of ONE and TWO that have not come with the guest.
const STAY: &[&str] = &[
    "The others were tired.",
    "With the HADJ were deputies ONE (Labour) and TWO (Unity).",
    "HSUR had brought two deputies with him to the table, ONE and TWO.",
    "The exhibition groups works by ONE and TWO.",
];

fn filled(text: &str, host: &House, guest: &House) -> String {
    let [one, two] = MEMBERS;
    text.replace("GADJ", guest.adjective)
        .replace("HADJ", host.adjective)
        .replace("HCITY", host.city)
        .replace("GSUR", guest.surname)
        .replace("HSUR", host.surname)
        .replace("ONE", one)
        .replace("TWO", two)
}

/// What is wrong with the visits that are read where some forms stand behind the arrival of a delegation.
fn told(forms: &[&str], come: bool) -> Vec<String> {
    let mut wrong = Vec::new();
    for (host, guest) in PAIRS {
        for form in forms {
            let text = format!(
                "A delegation of {} led by Speaker {} arrived in {} on Tuesday. Speaker of {} {} greeted the guests at the airport.\n\n{}",
                guest.name,
                guest.speaker,
                host.state,
                host.name,
                host.speaker,
                filled(form, host, guest)
            );
            let mut found = visitors(&read(&text));
            found.sort_unstable();
            let mut people = vec![guest.speaker];
            if come {
                people.extend(MEMBERS);
            }
            people.sort_unstable();
            let own = |p: &str| (p.to_owned(), host.state.to_owned());
            let expected: Vec<(String, String)> = people.into_iter().map(own).collect();
            if found != expected {
                wrong.push(format!("{text} {found:?}"));
            }
        }
    }
    wrong
}

#[test]
fn who_is_told_to_be_in_a_delegation_goes_where_it_goes() {
    none_wrong(&told(COME, true));
}

#[test]
fn who_is_of_the_hosts_or_of_no_delegation_goes_nowhere() {
    none_wrong(&told(STAY, false));
}

#[test]
fn those_of_a_list_under_a_line_about_arrivals_have_come() {
    let openings = [
        ("Those who came to our capital:", true),
        (
            "The following heads of delegations have arrived in Tallinn:",
            true,
        ),
        ("Those who will come to our capital:", false),
        (
            "The following delegates have arrived at no conclusion:",
            false,
        ),
        ("Those who could not come:", false),
    ];
    let expected = [
        ("Bjarne Tarnvik", "Estonia"),
        ("Ignacy Tarnowski", "Estonia"),
    ];
    for (opening, come) in openings {
        let text = format!(
            "TALLINN, 29 December – Jaan Tarnamm, Speaker of the Riigikogu, met the heads of committees of several parliaments.\n\n{opening}\n\n\
             - Bjarne Tarnvik, Chair of the Standing Committee on Foreign Affairs of the Storting (Norway);\n\
             - Ignacy Tarnowski, Chair of the Foreign Affairs Committee of the Sejm (Poland).\n\nThey leave on Friday."
        );
        let found = visitors(&read(&text));
        let expected = expected.map(|(p, s)| (p.to_owned(), s.to_owned()));
        let expected: &[(String, String)] = if come { &expected } else { &[] };
        assert_eq!(found, expected, "{text}");
    }
}
