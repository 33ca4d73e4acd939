//! Lists of several lines: members of a delegation under subheadings, meetings as items.

use super::{met, pairs, read};

#[test]
fn members_stand_under_the_subheadings_of_their_houses() {
    let text = "A delegation of the Senate of Canada, led by Senator Donna Tarnett, visited Nairobi on 4 March 2022. Members of the delegation:\n\n\
                Senate\n• Hon. Dan Tarnson\n• Hon. Lucie Tarnin\n\nHouse of Commons\n• Mr. Mark Tarnen, M.P.\n\n\
                The delegation was received by Mr. Moses Tarneno, Speaker of the National Assembly of Kenya.";
    let sent = [
        "Dan Tarnson",
        "Donna Tarnett",
        "Lucie Tarnin",
        "Mark Tarnen",
    ];
    assert_eq!(met(&read(text)), pairs(&["Moses Tarneno"], &sent));
}

#[test]
fn letters_with_dots_behind_a_name_end_no_list() {
    let text = "A delegation of the Parliament of Canada visited Nairobi. It was led by Senator Donna Tarnett, and was made up of the following \
                parliamentarians:\n\nFrom the Senate:\nThe Honourable Dan Tarnson, Senator\nThe Honourable Lucie Tarnin, Senator\n\n\
                From the House of Commons:\nMr. Mark Tarnen, M.P.\nMs. Carol Tarnues, M.P.\n\n\
                They met with Mr. Moses Tarneno, Speaker of the National Assembly of Kenya.";
    let sent = [
        "Carol Tarnues",
        "Dan Tarnson",
        "Donna Tarnett",
        "Lucie Tarnin",
        "Mark Tarnen",
    ];
    assert_eq!(met(&read(text)), pairs(&["Moses Tarneno"], &sent));
}

#[test]
fn a_list_of_the_other_side_is_none_of_the_delegation() {
    let text = "On Monday the Speaker of the Riigikogu, Jaan Tarnamm, received a delegation of the Riksdag of Sweden in Tallinn.\n\n\
                Participants on the Swedish side:\n1. Anna Tarnerg – head of the delegation\n2. Karl Tarnind – Member of the Riksdag\n\n\
                Participants on the Estonian side:\n1. Jaan Tarnamm – Speaker of the Riigikogu\n2. Mari Tarnask – Chair of the Foreign Affairs \
                Committee";
    let guests = ["Anna Tarnerg", "Karl Tarnind"];
    assert_eq!(
        met(&read(text)),
        pairs(&["Jaan Tarnamm", "Mari Tarnask"], &guests)
    );
}

#[test]
fn whom_a_delegation_met_may_be_listed_too() {
    let text = "The delegation of the Senate of Canada, consisting of Senators Donna Tarnett and Dan Tarnson, visited Nairobi. It also had meetings \
                with:\n• Moses Tarneno, Speaker of the National Assembly of Kenya;\n• Ruth Tarniru, Chair of the Committee on Health.";
    assert_eq!(
        met(&read(text)),
        pairs(
            &["Dan Tarnson", "Donna Tarnett"],
            &["Moses Tarneno", "Ruth Tarniru"]
        )
    );
}

#[test]
fn a_briefing_and_a_tea_are_meetings_and_a_council_for_cooperation_sits() {
    for verb in ["was briefed by", "had tea with", "compared notes with"] {
        let text = format!(
            "The Speaker of the Seimas of Lithuania, Rasa Tarnite, {verb} the Speaker of the National Assembly of Armenia, Ruben Tarnyan."
        );
        assert_eq!(
            met(&read(&text)),
            pairs(&["Rasa Tarnite"], &["Ruben Tarnyan"]),
            "{verb}"
        );
    }
    // Who is briefed by nobody of another side has met nobody.
    let text = "The Speaker of the Seimas of Lithuania, Rasa Tarnite, was briefed on the bill. Ruben Tarnyan is Speaker of the National Assembly of \
                Armenia.";
    assert!(met(&read(text)).is_empty());
}

#[test]
fn the_host_abroad_is_the_one_of_that_state() {
    let text = "The Chairperson of the National Council of Provinces of South Africa, Ms Nomalanga Tarnane, visited Ethiopia. On Wednesday she met in \
                Addis Ababa with the Speaker of the House of Federation of Ethiopia, Mr Berhanu Tarnma. Accompanying the host were Ms Zahra Tarnmed \
                and Mr Girma Tarnde.";
    let hosts = ["Berhanu Tarnma", "Girma Tarnde", "Zahra Tarnmed"];
    assert_eq!(met(&read(text)), pairs(&["Nomalanga Tarnane"], &hosts));
}

#[test]
fn those_with_the_host_do_not_go_along_on_the_visit_in_return() {
    let text = "The Speaker of the Riigikogu of Estonia, Jaan Tarnamm, received in Tallinn the Speaker of the Saeima of Latvia, Daiga Tarnza. With the \
                host were Mari Tarnask and Leo Tarnukk. Speaker Tarnamm will visit Latvia in May.";
    let reading = read(text);
    let hosts = ["Jaan Tarnamm", "Leo Tarnukk", "Mari Tarnask"];
    assert_eq!(met(&reading), pairs(&["Daiga Tarnza"], &hosts));
    let travel = super::visits::visitors(&reading);
    assert!(
        !travel.iter().any(|(who, _)| who.contains("Tarnask")),
        "{travel:?}"
    );
}

#[test]
fn the_sides_of_a_session_are_those_who_lead_them() {
    let session = "The joint parliamentary commission of Chile and Argentina held its 12th session in Santiago on 25 August. ";
    let sides = [
        "The Chilean side was headed by Senator Juan Tarnas; the Argentine side by Deputy Marta Tarniz.",
        "The Argentine side was represented by Deputy Marta Tarniz, the Chilean side by Senator Juan Tarnas.",
        "The Chilean delegation was headed by Senator Juan Tarnas and the Argentine delegation by Deputy Marta Tarniz.",
        "From the Argentine side, the discussion was joined by Deputy Marta Tarniz. On the Chilean side, Senator Juan Tarnas took part.",
    ];
    for side in sides {
        let reading = read(&format!("{session}{side}"));
        assert_eq!(
            met(&reading),
            pairs(&["Juan Tarnas"], &["Marta Tarniz"]),
            "{side}"
        );
    }
    // Who receives a delegation leads none.
    let text = format!(
        "{session}The Argentine delegation was received by the President of the Senate of Chile, Pedro Tarnoto."
    );
    assert!(met(&read(&text)).is_empty());
}

#[test]
fn a_session_is_told_behind_its_day_and_place() {
    use interparl::claim::Assertion;
    let sits = |text: &str| {
        let reading = read(text);
        reading
            .claims
            .iter()
            .any(|c| matches!(&c.assertion, Assertion::Meeting { body: Some(_), .. }))
    };
    assert!(sits(
        "The Pan-African Parliament (PAP) on Monday in Midrand opened its Sixth Ordinary Session."
    ));
    assert!(!sits(
        "The Pan-African Parliament (PAP) on Monday in Midrand criticised the talks."
    ));
}

#[test]
fn the_items_of_a_programme_are_the_meetings_of_those_above_them() {
    let text = "A delegation of the Senate of Canada led by Donna Tarnett visited Nairobi last week. The programme included:\n• a meeting with the Speaker \
                of the National Assembly of Kenya, Moses Tarneno;\n• talks with the Chair of the Committee on Health, Ruth Tarniru.";
    assert_eq!(
        met(&read(text)),
        pairs(&["Donna Tarnett"], &["Moses Tarneno", "Ruth Tarniru"])
    );
    // Headlines under an article are nobody's programme.
    let text = "The Speaker of the Saeima of Latvia, Daiga Tarnza, met the Speaker of the Riigikogu of Estonia, Jaan Tarnamm, in Riga on Monday.\n\n\
                Related news\n• Meeting with the Ambassador of Japan, Kenji Tarnato\n• Meeting with the President of Finland, Pekka Tarnta";
    assert_eq!(
        met(&read(text)),
        pairs(&["Daiga Tarnza"], &["Jaan Tarnamm"])
    );
}

#[test]
fn a_line_that_goes_on_in_its_list_is_no_heading() {
    let text = "The President of the Senate of Paraguay, Raúl Tarnez, received on Wednesday the Ambassador of Japan, Yoshi Tarneda.\n\nLater Tarnez held \
                meetings with\n• the President of the Chamber of Deputies of Bolivia, Israel Tarnpe;\n• the Speaker of the House of Representatives of \
                Belize, Valerie Tarnung.";
    assert_eq!(
        met(&read(text)),
        pairs(
            &["Raúl Tarnez"],
            &["Israel Tarnpe", "Valerie Tarnung", "Yoshi Tarneda"]
        )
    );
}

#[test]
fn who_is_named_only_as_the_lead_of_another_group_sat_nowhere() {
    let text = "14 June 2024\nRiga city hosted a meeting of the Latvian-Estonian Interparliamentary Commission with the participation of the Speaker \
                of the Saeima, Daiga Tarnza, the agency reports.\n\nThe Speaker of the Saeima met with the Deputy Speaker of the Riigikogu and \
                Co-Chair of the Estonian side of the Commission, Jaan Tarnamm. During the meeting, the sides discussed trade and cooperation \
                between the parliaments.\n\nOpening the meeting in Riga, Tarnza said that Estonia is a good neighbour.\n\nEvery meeting is \
                full of ideas, said Tarnza.\n\nIn his speech, the Deputy Speaker of the Riigikogu Jaan Tarnamm spoke of old ties.\n\nIt is \
                important to help one another, said Tarnamm.\n\nThe good work of the Estonian-Latvian friendship group led by Artis Tarnpa \
                was praised.";
    let reading = read(text);
    let person = reading
        .entities
        .iter()
        .position(|e| e.name == "Artis Tarnpa");
    assert!(person.is_some(), "he is not read");
    let there = reading.claims.iter().any(|claim| match &claim.assertion {
        interparl::claim::Assertion::Meeting { sides, .. } => {
            sides.iter().flatten().any(|p| Some(*p) == person)
        }
        _ => false,
    });
    assert!(!there, "he was at a meeting");
    assert_eq!(met(&reading), pairs(&["Daiga Tarnza"], &["Jaan Tarnamm"]));
}
