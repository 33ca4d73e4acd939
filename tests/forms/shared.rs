//! Offices that several share in a row, and whose house or state a bare title is not.

use super::others::check;
use super::readers::check_met;

#[test]
fn offices_in_a_row_before_as_many_names_go_to_each_in_turn() {
    check(&[
        (
            "Speaker of the Seimas Jonas Tarnis congratulated the President and Prime Minister of the Republic of Moldova, Vera Tarnaru and Pavel Tarnciuc.",
            &[
                "Jonas Tarnis is speaker of Seimas",
                "Pavel Tarnciuc is head_of_government of Moldova",
                "Vera Tarnaru is head_of_state of Moldova",
            ],
        ),
        (
            "Speaker of the Seimas Jonas Tarnis thanked the Chairman of the Finance Committee, and Deputy Chairman of the Health Committee of the Irish Parliament, Sean Tarnley and Niall Tarngan, respectively.",
            &[
                "Jonas Tarnis is speaker of Seimas",
                "Niall Tarngan is deputy_chair of Health Committee of the Irish Parliament",
                "Sean Tarnley is chair of Finance Committee",
            ],
        ),
        (
            "The Chairman of the Finance Committee and the Committee on European Affairs Petar Tarnov spoke of trade.",
            &[
                "Petar Tarnov is chair of Committee on European Affairs",
                "Petar Tarnov is chair of Finance Committee",
            ],
        ),
    ]);
}

#[test]
fn a_bare_house_is_not_that_of_the_goal_or_of_a_counterpart() {
    check(&[
        (
            "Speaker of Parliament Kwame Tarnsah led a delegation to the Maldives on Tuesday. They saw the People's Majlis.",
            &["Kwame Tarnsah visited Maldives"],
        ),
        (
            "The Deputy Speaker of the National Assembly, Jean Tarnzi, and his Nigerian counterpart, Chike Tarnobi, spoke of trade with the National Assembly of Nigeria.",
            &[],
        ),
        (
            "Parliament Speaker Zoran Tarnov spoke of the report of the European Parliament.",
            &[],
        ),
        (
            "European Parliament President Roberta Tarnola spoke of trade.",
            &["Roberta Tarnola is chair of European Parliament"],
        ),
    ]);
}

#[test]
fn guests_hold_no_office_where_they_are_received() {
    check(&[(
        "BUDAPEST - The Speaker of the Hungarian National Assembly, Laszlo Tarnas, received Minister Sergei Tarnov during his official visit to Budapest.",
        &[
            "Laszlo Tarnas is speaker of Hungarian National Assembly",
            "Sergei Tarnov visited Hungary",
        ],
    )]);
}

#[test]
fn whom_somebody_met_on_one_day_and_on_another_did_not_meet_each_other() {
    check_met(&[
        (
            "The Speaker of the Hungarian National Assembly recalled his talks with Minister Sergei Tarnov on 2 June and Prime Minister Nikola Tarnski on 12 June.",
            &[],
        ),
        (
            "BUDAPEST - The Speaker of the Hungarian National Assembly, Laszlo Tarnas, recalled his talks with Minister Sergei Tarnov on 2 June and Prime Minister Nikola Tarnski on 12 June during their official visits in Budapest.",
            &[
                ("Laszlo Tarnas", "Nikola Tarnski"),
                ("Laszlo Tarnas", "Sergei Tarnov"),
            ],
        ),
    ]);
}
