//! For whom people act, as the words around their names tell.
//!
//! In come short articles, out come the states of the people that are read in them.

use std::collections::BTreeMap;

use interparl::document::Article;
use interparl::lexicon::Lexicon;
use interparl::ontology::NodeKind;
use interparl::pipeline;

/// The state of each person of an article; empty where none is told.
fn states(text: &str) -> BTreeMap<String, String> {
    let article = Article {
        text: text.to_owned(),
        ..Article::default()
    };
    let reading = pipeline::read(&article, Lexicon::builtin());
    let people = reading
        .entities
        .iter()
        .filter(|e| matches!(e.kind, NodeKind::Legislator | NodeKind::Official));
    people
        .map(|e| {
            (
                e.name.clone(),
                e.state.map_or_else(String::new, |s| s.to_string()),
            )
        })
        .collect()
}

/// Checks the states of some people, each as "name: state".
fn told(text: &str, expected: &[&str]) {
    let found: Vec<String> = states(text)
        .into_iter()
        .map(|(name, state)| format!("{name}: {state}"))
        .collect();
    for line in expected {
        assert!(
            found.iter().any(|f| f == line),
            "{line} of {found:?}\n{text}"
        );
    }
}

#[test]
fn a_row_of_names_has_the_state_of_the_office_before_it() {
    told(
        "French senators Jean Tarn and Marie Tarnfield met Speaker of the Riigikogu Jaan Tamm.",
        &["Jean Tarn: FR", "Marie Tarnfield: FR", "Jaan Tamm: EE"],
    );
    told(
        "Speaker of the Riigikogu Jaan Tamm met lawmakers from Zambia, Jean Tarn, Romeo Tarnfield (Labour) and Peter Tarnson, on Thursday.",
        &[
            "Jean Tarn: ZM",
            "Romeo Tarnfield: ZM",
            "Peter Tarnson: ZM",
            "Jaan Tamm: EE",
        ],
    );
}

#[test]
fn who_only_speaks_behind_an_office_of_several_is_none_of_them() {
    told(
        "The Riigikogu received Zambian lawmakers, Jaan Tarn said.",
        &["Jaan Tarn: "],
    );
}

#[test]
fn a_group_of_members_is_a_delegation() {
    told(
        "A group of British parliamentarians is in Bishkek. The group consists of Mark Tarn and Martin Tarnfield.
On Wednesday the group was received by Toraga of the Jogorku Kenesh Nurlan Tarnov.",
        &["Mark Tarn: GB", "Martin Tarnfield: GB", "Nurlan Tarnov: KG"],
    );
}

#[test]
fn the_group_is_no_delegation_where_it_is_a_friendship_group() {
    told(
        "The Estonian-Kyrgyz friendship group met in Bishkek. The group consists of Mark Tarn and Martin Tarnfield.",
        &["Mark Tarn: ", "Martin Tarnfield: "],
    );
}

#[test]
fn who_is_met_in_a_city_abroad_acts_for_its_state_where_that_is_told_of() {
    let journey =
        "RIGA – Speaker of the Saeima Daiga Ozola is leading a delegation to Kenya and Ghana.\n";
    told(
        &format!("{journey}In Accra on Monday, the delegation met with President Kwame Boateng."),
        &["Kwame Boateng: GH", "Daiga Ozola: LV"],
    );
    told(
        &format!("{journey}The delegation met with President Kwame Boateng in Nairobi."),
        &["Kwame Boateng: KE"],
    );
    let states = states(&format!(
        "{journey}In Geneva, the delegation met with President Kwame Boateng."
    ));
    assert_ne!(states.get("Kwame Boateng").map(String::as_str), Some("CH"));
}

#[test]
fn an_article_is_no_initial() {
    let people = states(
        "A Congressional delegation led by Senator John Tarn visited Ghana. A Tarnish delegation met Peter Tarn.",
    );
    assert!(
        !people.keys().any(|name| name.starts_with("A ")),
        "{people:?}"
    );
}
