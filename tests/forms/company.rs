//! Those beside the two who met: attendees by side, companions, members of delegations.

use super::{House, PAIRS, met, none_wrong, pairs, read, sentence};

/// Who may be beside the host and the guest, by place in [`OTHERS`].
struct Beside {
    text: &'static str,
    host: &'static [usize],
    guest: &'static [usize],
}

const OTHERS: [&str; 3] = ["Jonas Tarnauskas", "Ineta Tarnule", "Peter Tarnak"];

const BESIDE: &[Beside] = &[
    Beside {
        text: "The meeting was attended by the Ambassador of GSTATE to HSTATE, 0.",
        host: &[],
        guest: &[0],
    },
    Beside {
        text: "0, Chair of the Committee on Foreign Affairs of HNAME, also took part in the meeting.",
        host: &[0],
        guest: &[],
    },
    Beside {
        text: "Also present were 0, Deputy Speaker of HNAME, and 1, Ambassador of GSTATE.",
        host: &[0],
        guest: &[1],
    },
    Beside {
        text: "On the GADJ side, 0 and 1 took part in the meeting.",
        host: &[],
        guest: &[0, 1],
    },
    Beside {
        text: "The talks were also attended by the Ambassador of GSTATE, 0, and members of HNAME 1 and 2.",
        host: &[1, 2],
        guest: &[0],
    },
    Beside {
        text: "GSUR was accompanied by MPs 0 and 1.",
        host: &[],
        guest: &[0, 1],
    },
    Beside {
        text: "HSUR was joined by Deputy Speaker 0 and Secretary General 1.",
        host: &[0, 1],
        guest: &[],
    },
    Beside {
        text: "Present at the reception were Deputy Speaker of HNAME 0 and GADJ Ambassador 1.",
        host: &[0],
        guest: &[1],
    },
    Beside {
        text: "The visiting Speaker was accompanied by 0, Chairman of the Finance Committee, and 1, MP.",
        host: &[],
        guest: &[0, 1],
    },
];

fn filled(text: &str, host: &House, guest: &House) -> String {
    let mut text = text
        .replace("GSTATE", guest.state)
        .replace("HSTATE", host.state)
        .replace("GADJ", guest.adjective)
        .replace("HNAME", host.name)
        .replace("GHIS", guest.possessive)
        .replace("GSUR", guest.surname)
        .replace("HSUR", host.surname);
    for (place, person) in OTHERS.iter().enumerate() {
        text = text.replace(&place.to_string(), person);
    }
    text
}

fn with<'a>(one: &'a str, others: &[usize]) -> Vec<&'a str> {
    let others = others.iter().filter_map(|o| OTHERS.get(*o).copied());
    std::iter::once(one).chain(others).collect()
}

#[test]
fn those_beside_them_stand_on_their_side() {
    let mut wrong = Vec::new();
    for (host, guest) in PAIRS {
        let first = format!(
            "Speaker of {} {} received the Speaker of {}, {}, in {} on Tuesday.",
            host.name, host.speaker, guest.name, guest.speaker, host.city
        );
        for beside in BESIDE {
            let text = format!("{first} {}", filled(beside.text, host, guest));
            let (one, other) = (
                with(host.speaker, beside.host),
                with(guest.speaker, beside.guest),
            );
            let found = met(&read(&text));
            if found != pairs(&one, &other) {
                wrong.push(format!("{text} {found:?}"));
            }
        }
    }
    none_wrong(&wrong);
}

#[test]
fn who_is_in_a_delegation_comes_with_it() {
    let forms = [
        "X received a delegation of GNAME comprising 0 and 1 .",
        "X received a delegation of GNAME , including 0 and 1 .",
        "X met with a delegation of GNAME consisting of MPs 0 and 1 .",
        "A delegation of GNAME comprising 0 and 1 visited HCITY . It was received by X .",
        "A delegation of GNAME visited HCITY . The delegation also includes members of parliament 0 and 1 . The delegation met with X .",
    ];
    let mut wrong = Vec::new();
    for (host, guest) in PAIRS {
        for form in forms {
            let text = form
                .replace("GNAME", guest.name)
                .replace("HCITY", host.city)
                .replace("X ", &format!("Speaker of {} {} ", host.name, host.speaker));
            let text = sentence(&filled(&text, host, guest));
            let found = met(&read(&text));
            let [one, two, _] = OTHERS;
            if found != pairs(&[host.speaker], &[one, two]) {
                wrong.push(format!("{text} {found:?}"));
            }
        }
    }
    none_wrong(&wrong);
}

#[test]
fn a_delegation_goes_where_its_head_goes() {
    let forms = [
        "GSUR and GHIS delegation met X .",
        "X received GSUR and the rest of the delegation .",
        "X received GSUR and GHIS delegation .",
    ];
    let mut wrong = Vec::new();
    for (host, guest) in PAIRS {
        for form in forms {
            let lead = format!(
                "Speaker of {} {} led a delegation of {} to {}. With him are members of parliament 0 and 1.",
                guest.name, guest.speaker, guest.name, host.state
            );
            let second = form.replace("X ", &format!("Speaker of {} {} ", host.name, host.speaker));
            let text = filled(&format!("{lead} {}", sentence(&second)), host, guest);
            let found = met(&read(&text));
            let [one, two, _] = OTHERS;
            let all = [guest.speaker, one, two];
            if found != pairs(&[host.speaker], &all) {
                wrong.push(format!("{text} {found:?}"));
            }
        }
    }
    none_wrong(&wrong);
}

#[test]
fn who_is_only_spoken_of_to_a_delegation_is_none_of_it() {
    let texts = [
        "The Speaker of the Parliament of Ghana, Kofi Tarnah, received a delegation of the Parliament of Kenya and discussed the cases of prisoners, \
         including Tom Tarnoya and Ali Tarnan.",
        "The Speaker of the Parliament of Ghana, Kofi Tarnah, received a delegation of the Parliament of Kenya that toured projects named after heroes \
         including Tom Tarnoya and Ali Tarnan.",
    ];
    for text in texts {
        assert!(met(&read(text)).is_empty(), "{text}");
    }
}

#[test]
fn a_chair_stands_with_the_side_that_has_a_house() {
    let text = "The Minister of Defence of Norway, Olav Tarnahl, met the Speaker of the Seimas, Viktoras Tarnaitis. The meeting was attended by the Chair of \
                the Committee on National Security Laurynas Tarnas and the Ambassador of Norway to Lithuania Karin Tarnolm.";
    assert_eq!(
        met(&read(text)),
        pairs(
            &["Olav Tarnahl", "Karin Tarnolm"],
            &["Viktoras Tarnaitis", "Laurynas Tarnas"]
        )
    );
}

#[test]
fn whoever_receives_a_delegation_is_not_of_its_state() {
    let texts = [
        "A delegation of the Saeima headed by Speaker Daiga Tarnola was received in Tallinn by Speaker of the Riigikogu Jaan Tarnamm.",
        "A delegation of the Saeima headed by Daiga Tarnola met with Speaker of the Riigikogu Jaan Tarnamm.",
        "A delegation of the Saeima headed by Daiga Tarnola is in Tallinn at the invitation of Speaker of the Riigikogu Jaan Tarnamm.",
        "A delegation of the Saeima headed by Daiga Tarnola attended a dinner given by Speaker of the Riigikogu Jaan Tarnamm.",
    ];
    for text in texts {
        let reading = read(text);
        let people = reading.entities.iter().filter(|e| e.kind.is_person());
        let states: Vec<String> = people
            .map(|e| {
                format!(
                    "{} {}",
                    e.name,
                    e.state.map_or_else(String::new, |s| s.to_string())
                )
            })
            .collect();
        assert_eq!(states, ["Daiga Tarnola LV", "Jaan Tarnamm EE"], "{text}");
    }
}
