//! Names that try to break out.

use super::made::{article, bytes_of, graph_of, ids};
use interparl::export::json;
use interparl::ontology::MeetingKind::Bilateral;
use interparl::ontology::MeetingStatus::Held;
use interparl::ontology::NodeKind::{Assembly, Chamber, Commission};

const NAMES: [&str; 9] = [
    "Anna \"The\\Axe\" O'Brien",
    "<script>alert(1)</script> & co",
    "Anna\u{1b}[31m\u{7}\0 Red",
    "\u{202e}eel annA\u{2066}\u{200f} Lee",
    "]}\n{\"id\": 1}",
    "",
    "\u{feff}\u{200b}",
    "😀 🏛",
    "../../etc/passwd state/KZ",
];

#[test]
fn hostile_names_survive_and_come_out_clean() -> Result<(), Box<dyn std::error::Error>> {
    let long = "Very Long ".repeat(10_000);
    let names = NAMES.into_iter().chain([long.as_str()]);
    let mut readings = Vec::new();
    for (n, name) in names.enumerate() {
        let made = article(&format!("{name}{n}"), "2024-06-14")
            .person(name, "")
            .entity(Chamber, name, "", name)
            .entity(Assembly, name, "", "person/x")
            .entity(Commission, name, "KZ", "")
            .person("Boris Ma", "")
            .speaker(name, false)
            .meeting((Bilateral, Held), &[&[0], &[4]], Some(1), "2024-06-14");
        readings.push(made.read());
    }
    let graph = graph_of(readings);
    assert_eq!(graph.meetings().count(), NAMES.len() + 1);
    for id in ids(&graph) {
        assert!(id.is_ascii() && id.len() < 130, "{id}");
        assert!(
            !id.contains("..") && !id.contains(' ') && !id.contains('<'),
            "{id}"
        );
    }
    for (_, node) in graph.nodes() {
        for name in [&node.name].into_iter().chain(&node.aliases) {
            let unseen = |c: char| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c);
            assert!(!name.is_empty() && !name.contains(unseen), "{name:?}");
        }
    }
    let bytes = bytes_of(&graph);
    assert_eq!(bytes_of(&json::read(&bytes)?), bytes);
    Ok(())
}
