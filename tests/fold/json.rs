//! Graph JSON: there and back, and what is refused.

use super::made::{article, bytes_of, graph_of};
use interparl::export::{ExportOptions, json};
use interparl::ontology::MeetingKind::Session;
use interparl::ontology::MeetingStatus::Held;
use interparl::ontology::NodeKind::Chamber;

fn sample() -> String {
    let made = article("a", "2024-06-14")
        .person("Anna Lee", "KZ")
        .entity(Chamber, "Majilis", "KZ", "kz/majilis")
        .person("Boris Ma", "")
        .speaker("Speaker", false)
        .meeting((Session, Held), &[&[0], &[2]], Some(1), "2024-06-14");
    String::from_utf8(bytes_of(&graph_of(vec![made.read()]))).unwrap_or_default()
}

fn refusal(text: &str) -> String {
    match json::read(text.as_bytes()) {
        Ok(_) => "nothing".to_owned(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn what_is_read_is_written_again_byte_for_byte() -> Result<(), Box<dyn std::error::Error>> {
    let text = sample();
    assert_eq!(bytes_of(&json::read(text.as_bytes())?), text.as_bytes());
    let older = text.replacen("\"edges\": [", "\"links\": [", 1);
    assert_eq!(bytes_of(&json::read(older.as_bytes())?), text.as_bytes());
    Ok(())
}

#[test]
#[expect(
    clippy::indexing_slicing,
    reason = "a test may stop at a part that is not there"
)]
fn the_parts_of_the_frame_may_come_in_any_order() -> Result<(), Box<dyn std::error::Error>> {
    let text = sample();
    let frame: serde_json::Value = serde_json::from_str(&text)?;
    let part = |name: &str| format!("\"{name}\": {}", frame[name]);
    for order in [
        ["graph", "nodes", "edges"],
        ["graph", "edges", "nodes"],
        ["nodes", "graph", "edges"],
        ["nodes", "edges", "graph"],
        ["edges", "graph", "nodes"],
        ["edges", "nodes", "graph"],
    ] {
        let parts = order.map(part).join(", ");
        let turned = format!("{{\"more\": [{{}}], {parts}, \"directed\": true}}");
        assert_eq!(bytes_of(&json::read(turned.as_bytes())?), text.as_bytes());
        let without = order.map(|name| (name, part(name)));
        for missing in order {
            let kept: Vec<&str> = without
                .iter()
                .filter(|(name, _)| *name != missing)
                .map(|(_, part)| part.as_str())
                .collect();
            let told = refusal(&format!("{{{}}}", kept.join(", ")));
            let wanted = if missing == "graph" {
                "\"graph.schema\" is missing".to_owned()
            } else {
                format!("missing field `{missing}`")
            };
            assert!(told.contains(&wanted), "{told}");
        }
    }
    let twice = format!(
        "{{{}, {}, \"links\": []}}",
        part("graph"),
        [part("nodes"), part("edges")].join(", ")
    );
    assert!(refusal(&twice).contains("duplicate field `edges`"));
    Ok(())
}

#[test]
#[expect(
    clippy::indexing_slicing,
    reason = "a test may stop at a part that is not there"
)]
fn an_edge_that_is_there_twice_is_refused_wherever_it_stands()
-> Result<(), Box<dyn std::error::Error>> {
    let mut frame: serde_json::Value = serde_json::from_str(&sample())?;
    let edges = frame["edges"].as_array().cloned().unwrap_or_default();
    assert!(edges.len() > 3);
    for copied in 0..edges.len() {
        for place in 0..=edges.len() {
            let mut more = edges.clone();
            more.insert(place, edges[copied].clone());
            frame["edges"] = more.into();
            assert!(refusal(&frame.to_string()).ends_with("is there twice"));
        }
    }
    let mut turned = edges;
    turned.reverse();
    frame["edges"] = turned.into();
    assert_eq!(
        bytes_of(&json::read(frame.to_string().as_bytes())?),
        sample().as_bytes()
    );
    Ok(())
}

#[test]
fn the_form_is_one_line_a_node_and_an_edge() {
    let text = sample();
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with("  {"))
        .collect();
    let head = |line: &&str| {
        let fields: Vec<&str> = line.split(',').take(3).map(str::trim).collect();
        fields.join(",")
    };
    assert_eq!(
        lines.iter().map(head).collect::<Vec<_>>(),
        [
            r#"{"id":"kz/majilis","kind":"chamber","name":"Majilis""#,
            r#"{"id":"person/anna-lee","kind":"legislator","name":"Anna Lee""#,
            r#"{"id":"person/boris-ma","kind":"legislator","name":"Boris Ma""#,
            r#"{"id":"state/KZ","kind":"state","name":"KZ""#,
            r#"{"source":"person/anna-lee","target":"kz/majilis","key":"attended:meeting/2024-06-14-majilis""#,
            r#"{"source":"person/anna-lee","target":"kz/majilis","key":"role:speaker""#,
            r#"{"source":"person/anna-lee","target":"person/boris-ma","key":"met:meeting/2024-06-14-majilis""#,
            r#"{"source":"person/boris-ma","target":"kz/majilis","key":"attended:meeting/2024-06-14-majilis""#
        ]
    );
    assert!(text.ends_with("\n ]\n}\n"));
}

#[test]
fn without_quotes_the_words_stay_behind_and_the_places_go_along()
-> Result<(), Box<dyn std::error::Error>> {
    let graph = json::read(sample().as_bytes())?;
    let mut bytes = Vec::new();
    json::write(&graph, ExportOptions { quotes: false }, &mut bytes)?;
    let bare = String::from_utf8(bytes)?;
    assert!(!bare.contains("\"quote\""));
    assert_eq!(
        bare.matches("\"start\"").count(),
        sample().matches("\"start\"").count()
    );
    assert_eq!(bytes_of(&json::read(bare.as_bytes())?), bare.as_bytes());
    Ok(())
}

#[test]
fn what_is_no_graph_is_refused_with_its_reason() {
    let text = sample();
    let swap = |from: &str, to: &str| refusal(&text.replacen(from, to, 1));
    for (said, reason) in [
        (refusal(""), "line 1, column 0: EOF while parsing a value"),
        (
            refusal("{\n \"a\": tru }"),
            "line 2, column 10: expected ident",
        ),
        (
            refusal("{}"),
            "not a graph of interparl: \"graph.schema\" is missing",
        ),
        (
            swap("\"schema\": 1", "\"schema\": 2"),
            "this graph has schema 2; this interparl reads up to 1",
        ),
        (
            swap("\"directed\": true", "\"directed\": false"),
            "the graph is not directed",
        ),
        (
            swap("\"source\":\"person/boris-ma\"", "\"source\":\"person/x\""),
            "the edge \"attended:meeting/2024-06-14-majilis\" from \"person/x\" to \"kz/majilis\" points at \"person/x\", \
             which is not among the nodes",
        ),
        (
            swap("\"body\":\"kz/majilis\"", "\"body\":\"kz/senate\""),
            "the meeting \"meeting/2024-06-14-majilis\" points at \"kz/senate\", which is not among the nodes",
        ),
        (
            swap("\"id\":\"person/boris-ma\"", "\"id\":\"kz/majilis\""),
            "the node \"kz/majilis\" is there twice",
        ),
        (
            swap("\"role\":\"speaker\",", ""),
            "the edge \"role:speaker\" from \"person/anna-lee\" to \"kz/majilis\" has no \"role\"",
        ),
    ] {
        assert_eq!(said, reason);
    }
}
