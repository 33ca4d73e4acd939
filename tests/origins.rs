//! For whom people act, as the words around their names tell.
//!
//! In come short articles, out come the states of the people that are read in them.

use std::collections::BTreeMap;

use interparl::claim::Assertion;
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
fn what_is_said_of_a_whole_row_takes_nobody_out_of_it() {
    told(
        "The President of the Senate of Mexico, Olga Tarnez, received Canadian senators Peter Tarnhouse and Rosa Tarnelli, members of the \
         Canada-Mexico friendship group.",
        &[
            "Peter Tarnhouse: CA",
            "Rosa Tarnelli: CA",
            "Olga Tarnez: MX",
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

#[test]
fn who_stands_behind_an_office_in_another_clause_is_none_of_its_holders() {
    for text in [
        "After talks with Turkish MPs, Jaan Tamm and Mari Tamm met with Ambassador of Japan Kenji Tarnita.",
        "As well as the visiting Turkish MPs, Jaan Tamm, Mari Tamm and Aru Tamm met with Ambassador of Japan Kenji Tarnita.",
        "The forum brought together Turkish MPs, Jaan Tamm and Mari Tamm.",
        "Together with Turkish MPs Jaan Tamm visited the museum.",
    ] {
        let states = states(text);
        assert_ne!(
            states.get("Jaan Tamm").map(String::as_str),
            Some("TR"),
            "{text}"
        );
    }
    told(
        "British MPs Martin Tarn and Jane Tarnfield and Peter Tarnson, Speaker of the National Assembly of Kenya, met with Kenji Tarnita.",
        &["Martin Tarn: GB", "Jane Tarnfield: GB", "Peter Tarnson: KE"],
    );
}

#[test]
fn the_group_is_that_told_of_last() {
    for between in [
        "The Estonia-France friendship group met them.",
        "The terrorist group is banned.",
    ] {
        let states = states(&format!(
            "Speaker of the Riigikogu Jaan Tamm received a group of French senators. {between} The group is headed by Mari Tarn."
        ));
        assert_ne!(
            states.get("Mari Tarn").map(String::as_str),
            Some("FR"),
            "{between}"
        );
    }
}

#[test]
fn an_initial_before_an_adverb_is_one() {
    let people = states("A Tarnera later met with Ambassador of Japan Kenji Tarnita.");
    assert!(people.contains_key("A Tarnera"), "{people:?}");
}

#[test]
fn companions_act_for_the_state_of_whom_they_accompany() {
    told(
        "Speaker of the Saeima Daiga Tarn, accompanied by MPs Janis Tarnson and Anna Tarnfield, met with a delegation of the Seimas of Lithuania led by Ruta Tarnaite.",
        &[
            "Janis Tarnson: LV",
            "Anna Tarnfield: LV",
            "Ruta Tarnaite: LT",
        ],
    );
}

#[test]
fn guests_of_talks_act_for_the_delegation_and_guests_of_a_dinner_for_nobody() {
    told(
        "Speaker of the Saeima Daiga Tarn met with a delegation of the Seimas of Lithuania. Among the guests were Ruta Tarnaite, Deputy Speaker of the Seimas, and MP Jonas Tarnas.",
        &["Ruta Tarnaite: LT", "Jonas Tarnas: LT"],
    );
    told(
        "Speaker of the Parliament of Estonia Jaan Tamm gave a dinner for a delegation of the Bundestag. Among the guests were Prime Minister Kaja Tarn and Foreign Minister Urmas Tarnson.",
        &["Kaja Tarn: EE", "Urmas Tarnson: EE"],
    );
}

#[test]
fn the_parliament_of_a_region_is_of_its_state_and_not_the_house_of_its_state() {
    told(
        "Presiding Officer of the Scottish Parliament Fiona Tarn met Speaker of the Riigikogu Jaan Tamm.",
        &["Fiona Tarn: GB", "Jaan Tamm: EE"],
    );
    let article = Article {
        text:
            "Presiding Officer of the Scottish Parliament Fiona Tarn met British MP Tom Tarnfield."
                .to_owned(),
        ..Article::default()
    };
    let reading = pipeline::read(&article, Lexicon::builtin());
    let named = |n: usize| reading.entities.get(n).map(|e| e.name.as_str());
    let seats = reading.claims.iter().filter_map(|c| match c.assertion {
        Assertion::Role { person, .. } => named(person),
        _ => None,
    });
    assert_eq!(seats.collect::<Vec<_>>(), ["Fiona Tarn"]);
}

#[test]
fn representatives_sit_in_the_house_of_that_name() {
    told(
        "Deputy Speaker of the House of Representatives of Japan Yuki Tarnaka met Jargal Tarnbat, Vice Chair of the State Great Khural of Mongolia. Representatives Taro Tarnashi and Ken Tarnada were there.",
        &[
            "Yuki Tarnaka: JP",
            "Jargal Tarnbat: MN",
            "Taro Tarnashi: JP",
            "Ken Tarnada: JP",
        ],
    );
}
