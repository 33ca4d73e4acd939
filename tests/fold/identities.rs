//! Who is who: one test a promise.

use super::made::{article, edges, graph_of, ids};
use interparl::claim::{Assertion, Term};
use interparl::graph::RelationGraph;
use interparl::ontology::NodeKind::{Assembly, Chamber, Commission, Official, State};
use interparl::ontology::Office;

fn named(graph: &RelationGraph, id: &str) -> (String, Vec<String>) {
    let node = graph.find(id).and_then(|node| graph.node(node));
    node.map_or_else(Default::default, |n| {
        (n.name.clone(), n.aliases.iter().cloned().collect())
    })
}

#[test]
fn one_name_in_many_spellings_is_one_person() {
    let graph = graph_of(vec![
        article("a", "").person("José-María López", "ES").read(),
        article("b", "").person("JOSE MARIA LOPEZ", "ES").read(),
        article("c", "").person("Jose Maria Lopez", "").read(),
    ]);
    assert_eq!(ids(&graph), ["person/jose-maria-lopez", "state/ES"]);
    let (name, aliases) = named(&graph, "person/jose-maria-lopez");
    assert_eq!(name, "Jose Maria Lopez");
    assert_eq!(aliases, ["JOSE MARIA LOPEZ", "José-María López"]);
}

#[test]
fn two_spellings_of_one_sound_are_one_person_of_a_state() {
    let of = |id: &str, name, state| article(id, "").person(name, state).read();
    let graph = graph_of(vec![
        of("a", "Yelena Chugaeva", "RU"),
        of("b", "Elena Tchougaïeva", "RU"),
        of("c", "Елена Чугаева", "RU"),
    ]);
    assert_eq!(ids(&graph).len(), 2, "{:?}", ids(&graph));
    // Another state, an unknown one and another given name are no spellings.
    let graph = graph_of(vec![
        of("a", "Yelena Chugaeva", "RU"),
        of("b", "Elena Tchougaïeva", "FR"),
        of("c", "Elena Tchugaeva", ""),
        of("d", "Irina Chugaeva", "RU"),
    ]);
    assert_eq!(ids(&graph).len(), 6, "{:?}", ids(&graph));
}

#[test]
fn who_writes_with_latin_letters_has_one_surname() {
    let of = |id: &str, name, state| article(id, "").person(name, state).read();
    let told = |names: [(&'static str, &'static str); 2]| {
        let [(one, state), (other, home)] = names;
        let graph = graph_of(vec![of("a", one, state), of("b", other, home)]);
        let people = ids(&graph)
            .into_iter()
            .filter(|id| id.starts_with("person/"));
        people.count()
    };
    assert_eq!(told([("Klaus Weyger", "DE"), ("Klaus Weiger", "DE")]), 2);
    assert_eq!(told([("Klaus Weyger", "DE"), ("Klaus Weiger", "")]), 2);
    assert_eq!(told([("Joana Perez", "PT"), ("Joana Peres", "PT")]), 2);
    // Marks and other scripts are no other surname, and names of other states are spelled by whoever writes.
    assert_eq!(
        told([("Jürgen Möllner", "DE"), ("Juergen Moellner", "DE")]),
        1
    );
    assert_eq!(told([("Klaus Weyger", "DE"), ("Клаус Вейгер", "DE")]), 1);
    assert_eq!(told([("Anna Bekovich", "KZ"), ("Anna Bekowich", "KZ")]), 1);
    // The office that both are shown in says more than a letter.
    let speaker = |id: &str, name: &str| {
        let role = Assertion::Role {
            person: 0,
            office: Office::Speaker,
            target: 1,
            title: "Speaker".to_owned(),
            former: false,
            term: Term::default(),
        };
        let made = article(id, "2024-06-14").person(name, "EE");
        made.entity(Chamber, "Riigikogu", "EE", "ee/riigikogu")
            .claim(role, 90)
            .read()
    };
    let graph = graph_of(vec![
        speaker("a", "Klaus Weyger"),
        speaker("b", "Klaus Weiger"),
    ]);
    let people = ids(&graph)
        .into_iter()
        .filter(|id| id.starts_with("person/"));
    assert_eq!(people.count(), 1);
}

#[test]
fn whom_one_article_tells_apart_no_spelling_joins() {
    let graph = graph_of(vec![
        article("a", "")
            .person("Yelena Chugaeva", "RU")
            .person("Elena Tchugaeva", "RU")
            .read(),
        article("b", "").person("Yelena Tchugaeva", "RU").read(),
    ]);
    assert_eq!(ids(&graph).len(), 4, "{:?}", ids(&graph));
}

#[test]
fn two_states_are_two_people_and_who_has_none_is_neither() {
    let of = |id: &str, state| article(id, "2024-01-01").person("Ali Hassan", state).read();
    let graph = graph_of(vec![
        of("a", "EG"),
        of("b", "IQ"),
        of("c", ""),
        of("d", "EG"),
    ]);
    let ids = ids(&graph);
    assert_eq!(ids.len(), 5, "{ids:?}");
    assert!(ids.contains(&"person/ali-hassan-eg") && ids.contains(&"person/ali-hassan-iq"));
    assert!(!ids.contains(&"person/ali-hassan"));
}

#[test]
fn a_bare_surname_or_an_initial_never_bridges_articles() {
    for name in ["Kim", "J. Kim", "\u{202e}"] {
        let graph = graph_of(vec![
            article("a", "").person(name, "KR").read(),
            article("b", "").person(name, "KR").read(),
        ]);
        assert_eq!(graph.node_count(), 3, "{name:?}");
    }
    let graph = graph_of(vec![
        article("a", "")
            .person("Kim", "KR")
            .person("KIM", "")
            .read(),
    ]);
    assert_eq!(ids(&graph), ["person/kim", "state/KR"]);
}

#[test]
fn a_legislator_in_one_article_is_one() {
    let graph = graph_of(vec![
        article("a", "").entity(Official, "Anna Lee", "", "").read(),
        article("b", "").person("Anna Lee", "").read(),
        article("c", "").entity(Official, "Anna Lee", "", "").read(),
    ]);
    let kinds: Vec<_> = graph.nodes().map(|(_, n)| n.kind.as_str()).collect();
    assert_eq!(kinds, ["legislator"]);
}

#[test]
fn what_a_table_knows_meets_by_its_row_and_has_its_id() {
    let graph = graph_of(vec![
        article("a", "")
            .entity(Chamber, "Majilis", "KZ", "kz/majilis")
            .read(),
        article("b", "")
            .entity(Chamber, "Mazhilis", "", "kz/majilis")
            .read(),
        article("c", "").entity(Assembly, "IPU", "", "ipu").read(),
        article("d", "")
            .entity(Assembly, "Inter-Parliamentary Union", "", "ipu")
            .read(),
    ]);
    assert_eq!(ids(&graph), ["assembly/ipu", "kz/majilis", "state/KZ"]);
}

#[test]
fn a_state_takes_its_name_from_an_article_and_its_id_from_the_code() {
    let graph = graph_of(vec![
        article("a", "").person("Anna Lee", "KZ").read(),
        article("b", "")
            .entity(State, "Kazakhstan", "", "KZ")
            .read(),
    ]);
    assert_eq!(ids(&graph), ["person/anna-lee", "state/KZ"]);
    assert_eq!(named(&graph, "state/KZ").0, "Kazakhstan");
}

#[test]
fn bodies_without_a_row_meet_by_name_and_equal_states() {
    let of = |id: &str, name, state| article(id, "").entity(Chamber, name, state, "").read();
    let graph = graph_of(vec![
        of("a", "The House of Notables", "AF"),
        of("b", "House of Notables", "AF"),
        of("c", "House of Notables", "SO"),
        of("d", "Parliament", ""),
        of("e", "Parliament", ""),
    ]);
    let ids = ids(&graph);
    assert_eq!(ids.len(), 6, "{ids:?}");
    assert!(ids.contains(&"chamber/house-of-notables-so"), "{ids:?}");
}

#[test]
fn commissions_meet_by_name_where_their_states_do_not_contradict() {
    let of = |id: &str, codes: &[&str]| {
        let mut made = article(id, "").entity(Commission, "Friendship Group", "", "");
        for (at, code) in codes.iter().enumerate() {
            let links = Assertion::Links {
                body: 0,
                target: at + 1,
            };
            made = made.entity(State, code, "", code).claim(links, 90);
        }
        made.read()
    };
    let graph = graph_of(vec![of("a", &["KZ", "RU"]), of("b", &["KZ"]), of("c", &[])]);
    assert_eq!(
        ids(&graph),
        ["commission/friendship-group", "state/KZ", "state/RU"]
    );
    assert_eq!(edges(&graph).len(), 2);

    let graph = graph_of(vec![
        of("a", &["KZ", "RU"]),
        of("b", &["KZ", "UZ"]),
        of("c", &["KZ"]),
    ]);
    let commissions = ids(&graph)
        .into_iter()
        .filter(|id| id.starts_with("commission/"));
    assert_eq!(commissions.count(), 3);
}

#[test]
fn only_names_become_aliases() {
    let made = article("a", "")
        .person("Anna Lee", "")
        .form("Lee", true)
        .form("the speaker", false);
    let graph = graph_of(vec![made.read()]);
    assert_eq!(named(&graph, "person/anna-lee").1, ["Lee"]);
}

#[test]
fn the_name_that_most_articles_use_is_the_best() {
    let of = |id: &str, name| {
        article(id, "")
            .entity(Chamber, name, "KZ", "kz/majilis")
            .read()
    };
    let graph = graph_of(vec![
        of("a", "Majilis"),
        of("b", "Majilis"),
        of("c", "Majilis of the Parliament"),
    ]);
    assert_eq!(named(&graph, "kz/majilis").0, "Majilis");
    let graph = graph_of(vec![
        of("a", "Majilis"),
        of("c", "Majilis of the Parliament"),
    ]);
    assert_eq!(named(&graph, "kz/majilis").0, "Majilis of the Parliament");
}

#[test]
fn a_body_without_a_row_is_the_one_that_its_name_means_to_the_tables() {
    let graph = graph_of(vec![
        article("a", "")
            .entity(Chamber, "Majilis", "KZ", "kz/majilis")
            .read(),
        article("b", "").entity(Chamber, "Мажилис", "KZ", "").read(),
        article("c", "")
            .entity(Chamber, "Mazhilis of the Parliament of Kazakhstan", "", "")
            .read(),
        // Many houses have this name, and no state is told.
        article("d", "").entity(Chamber, "Senate", "", "").read(),
    ]);
    assert_eq!(ids(&graph), ["chamber/senate", "kz/majilis", "state/KZ"]);
}
