//! SPARQL: what it finds, in which formats, and that its limits hold.
#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value that is not there is null"
)]

use std::time::{Duration, Instant};

use serde_json::Value;

use super::hostile_graph;
use crate::sample::{Checked, Ended, folder_with_graph, run_in};

fn asked(query: &str, more: &[&str]) -> Result<Ended, Box<dyn std::error::Error>> {
    let (folder, _) = folder_with_graph()?;
    run_in(
        folder.path(),
        &[&["sparql", "graph.json", query], more].concat(),
    )
}

const NAMES: &str = "SELECT ?name { ?who a foaf:Person ; foaf:name ?name }";

#[test]
fn select_finds_what_the_export_says_and_rows_are_sorted() -> Checked {
    let ended = asked(NAMES, &[])?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    let names: Vec<&str> = ended.out.lines().map(str::trim).collect();
    assert_eq!(
        names,
        [
            "NAME",
            "Ana Kim",
            "Aru Bekova",
            "Bo Kim",
            "Lone Wolff",
            "Milo Drast"
        ]
    );
    let ordered = format!("{NAMES} ORDER BY DESC(?name) LIMIT 1");
    let ended = asked(&ordered, &["--format", "csv"])?;
    assert_eq!(ended.out, "name\r\nMilo Drast\r\n");
    let speakers = "SELECT ?name ?first { ?post org:member ?who ; org:role ip:speaker ; ip:firstSeen ?first . ?who foaf:name ?name }";
    let ended = asked(speakers, &["--format", "tsv"])?;
    let lines: Vec<&str> = ended.out.lines().collect();
    assert_eq!(lines.first(), Some(&"?name\t?first"), "{}", ended.out);
    assert_eq!(
        lines.get(1),
        Some(&"\"Aru Bekova\"\t\"2031-03-04\"^^<http://www.w3.org/2001/XMLSchema#date>")
    );
    let json: Value = serde_json::from_str(&asked(speakers, &["--format", "json"])?.out)?;
    assert_eq!(
        json["results"]["bindings"][1]["name"]["value"],
        "Milo Drast"
    );
    Ok(())
}

#[test]
fn ask_ends_as_it_answers_and_nothing_found_is_one() -> Checked {
    let yes = asked("ASK { ?who foaf:name 'Bo Kim' }", &[])?;
    assert_eq!((yes.code, yes.out.contains("yes")), (Some(0), true));
    let no = asked("ASK { ?who foaf:name 'Nobody' }", &["--format", "json"])?;
    assert_eq!(no.code, Some(1));
    assert_eq!(serde_json::from_str::<Value>(&no.out)?["boolean"], false);
    assert_eq!(
        asked("SELECT ?x { ?x foaf:name 'Nobody' }", &[])?.code,
        Some(1)
    );
    Ok(())
}

#[test]
fn construct_gives_turtle_with_the_same_bytes_each_time() -> Checked {
    let query = "CONSTRUCT { ?who foaf:knows [ foaf:name ?name ] } WHERE { ?who a foaf:Person ; foaf:name ?name }";
    let ended = asked(query, &[])?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(ended.out.starts_with("@prefix dcterms: "), "{}", ended.out);
    assert_eq!(
        ended.out.matches(" foaf:knows _:b").count(),
        5,
        "{}",
        ended.out
    );
    assert_eq!(asked(query, &[])?.out, ended.out);
    let refused = asked(query, &["--format", "csv"])?;
    assert_eq!(refused.code, Some(2));
    assert!(refused.err.contains("hint: CONSTRUCT"), "{}", refused.err);
    Ok(())
}

#[test]
fn the_time_limit_holds_for_a_product_of_everything() -> Checked {
    let begun = Instant::now();
    let product = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
    for query in [
        product.to_owned(),
        product.replace("(COUNT(*) AS ?n)", "*") + " ORDER BY ?l ?a",
    ] {
        let ended = asked(&query, &["--timeout", "0.5"])?;
        assert_eq!(ended.code, Some(2), "{query}: {}", ended.out);
        assert!(
            ended
                .err
                .starts_with("error: the query takes longer than 0.5 s\nhint: "),
            "{}",
            ended.err
        );
    }
    assert!(
        begun.elapsed() < Duration::from_secs(20),
        "{:?}",
        begun.elapsed()
    );
    Ok(())
}

#[test]
fn more_rows_than_the_limit_are_told_in_part() -> Checked {
    let ended = asked(
        "SELECT * { ?a ?b ?c . ?d ?e ?f }",
        &["--max-rows", "7", "--format", "csv"],
    )?;
    assert_eq!(ended.code, Some(3), "{}", ended.err);
    assert_eq!(ended.out.lines().count(), 8);
    assert!(ended.err.contains("only the first 7 rows"), "{}", ended.err);
    Ok(())
}

#[test]
fn services_and_what_is_no_query_are_refused() -> Checked {
    for (query, message) in [
        (
            "SELECT * { SERVICE <https://news.example/> { ?a ?b ?c } }",
            "error: the query cannot be answered: ",
        ),
        ("SELECT nonsense", "error: this is no SPARQL query: "),
        (
            "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
            "error: this is no SPARQL query: ",
        ),
        ("@missing.rq", "error: cannot read \"missing.rq\": "),
    ] {
        let ended = asked(query, &[])?;
        assert_eq!(ended.code, Some(2), "{query}: {}", ended.out);
        assert!(ended.err.starts_with(message), "{}", ended.err);
        assert!(ended.err.contains("\nhint: "), "{}", ended.err);
    }
    let (folder, _) = folder_with_graph()?;
    std::fs::write(folder.path().join("q.rq"), NAMES)?;
    let ended = run_in(
        folder.path(),
        &["sparql", "graph.json", "@q.rq", "--format", "csv"],
    )?;
    assert_eq!(ended.out.lines().count(), 6, "{}", ended.err);
    Ok(())
}

#[test]
fn nothing_that_a_terminal_obeys_comes_out() -> Checked {
    let folder = tempfile::tempdir()?;
    std::fs::write(
        folder.path().join("graph.json"),
        hostile_graph().to_string(),
    )?;
    let everything = "SELECT * { ?a ?b ?c }";
    for format in ["table", "json", "csv", "tsv"] {
        let arguments = ["sparql", "graph.json", everything, "--format", format];
        let ended = run_in(folder.path(), &arguments)?;
        assert_eq!(ended.code, Some(0), "{}", ended.err);
        let obeyed = |c: char| {
            (c.is_control() && !"\r\n\t".contains(c)) || ('\u{202a}'..='\u{2069}').contains(&c)
        };
        assert!(!ended.out.contains(obeyed), "{format}: {:?}", ended.out);
    }
    Ok(())
}
