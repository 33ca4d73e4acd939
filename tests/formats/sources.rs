//! What an import says of where a fact stands: the document that is the file, and the line in it.
#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value that is not there is null"
)]

use std::path::Path;

use serde_json::Value;

use crate::sample::{Checked, run_in};

const HEAD: &str = "person,state,role,body,date\n";

/// The graph of readings, as they are.
fn fold(folder: &Path, readings: &[&str]) -> Result<Value, Box<dyn std::error::Error>> {
    let ended = run_in(folder, &[&["fold", "--quiet"], readings].concat())?;
    Ok(serde_json::from_str(&ended.out)?)
}

/// The people of a graph, by name.
fn people(graph: &Value) -> Vec<&str> {
    let nodes = graph["nodes"].as_array().into_iter().flatten();
    let people = nodes.filter(|n| n["kind"] == "legislator");
    let mut names: Vec<&str> = people.filter_map(|n| n["name"].as_str()).collect();
    names.sort_unstable();
    names
}

#[test]
fn two_files_of_one_name_are_two_documents() -> Checked {
    let folder = tempfile::tempdir()?;
    for (place, row) in [
        ("a", "Ana Kim,XA,speaker,House,2031-03-04\n"),
        ("b", "Bo Lee,XB,speaker,Senate,2031-03-04\n"),
    ] {
        std::fs::create_dir(folder.path().join(place))?;
        let list = format!("{HEAD}{row}");
        std::fs::write(folder.path().join(place).join("list.csv"), list)?;
    }
    let both = [
        "import",
        "a/list.csv",
        "b/list.csv",
        "./a//list.csv",
        "-o",
        "r.jsonl",
    ];
    assert_eq!(run_in(folder.path(), &both)?.code, Some(0));
    let graph = fold(folder.path(), &["r.jsonl"])?;
    assert_eq!(people(&graph), ["Ana Kim", "Bo Lee"]);
    let documents = graph["graph"]["documents"].as_array();
    let ids: Vec<&str> = documents
        .into_iter()
        .flatten()
        .filter_map(|d| d["id"].as_str())
        .collect();
    // One path, however it is written, is one document; a day of a file is one of its own.
    assert_eq!(ids.len(), 4, "{ids:?}");
    assert!(ids.iter().any(|id| id.starts_with("a/list.csv@")));
    assert!(ids.iter().any(|id| id.starts_with("b/list.csv@")));

    // Imports of two folders, and of two states of one file, do not know of each other.
    for place in ["a", "b"] {
        let out = format!("../{place}.jsonl");
        let import = ["import", "list.csv", "-o", &out];
        assert_eq!(run_in(&folder.path().join(place), &import)?.code, Some(0));
    }
    let graph = fold(folder.path(), &["a.jsonl", "b.jsonl"])?;
    assert_eq!(people(&graph), ["Ana Kim", "Bo Lee"]);
    Ok(())
}

/// The lines of rows that are told to be wrong, of a list with one such row behind each end of a line.
#[test]
fn a_row_has_the_line_in_which_it_begins() -> Checked {
    let folder = tempfile::tempdir()?;
    let list = "person,role,body,date,title\n\
        Ana Kim,member,House of Alvania,2031-03-04,\n\
        \n\
        Bo Lee,king,House,,\n\
        Cy Moe,member,House,2031-03-04,\"Member,\n\nfor life\"\n\
        Di Noe,king,House,,\n";
    for end in ["\n", "\r\n", "\r"] {
        let list = format!("\u{feff}{}", list.replace('\n', end));
        std::fs::write(folder.path().join("list.csv"), list)?;
        let ended = run_in(folder.path(), &["import", "list.csv", "-o", "r.jsonl"])?;
        for place in ["list.csv:4: \"king\"", "list.csv:8: \"king\""] {
            assert!(ended.err.contains(place), "{end:?}: {}", ended.err);
        }
        let graph = fold(folder.path(), &["r.jsonl"])?.to_string();
        for place in ["\"list.csv:2\"", "\"list.csv:5\""] {
            assert!(graph.contains(place), "{end:?}: {place} in {graph}");
        }
    }
    std::fs::write(folder.path().join("list.csv"), "\r\n\r\na,b\r\n")?;
    let ended = run_in(folder.path(), &["import", "list.csv"])?;
    assert!(
        ended.err.contains("list.csv:3: the head has"),
        "{}",
        ended.err
    );
    let nodes = "<graphml>\r\n<graph>\r\n\r\n<node\r\nid='a'><data key='kind'>king</data></node></graph></graphml>";
    std::fs::write(folder.path().join("g.graphml"), nodes)?;
    let ended = run_in(folder.path(), &["import", "g.graphml"])?;
    assert!(
        ended.err.contains("g.graphml:4: node 1: \"king\""),
        "{}",
        ended.err
    );
    Ok(())
}

/// Who may be one of two others of the name would be another one in each reading; the days are lost then, and told.
#[test]
fn who_may_be_one_of_two_namesakes_is_one_person() -> Checked {
    let folder = tempfile::tempdir()?;
    let list = "person,state,role,body,body_state,date\n\
        Ana Kim,XA,speaker,House of Alvania,,2031-03-04\n\
        Ana Kim,XB,speaker,House of Borduna,,2031-03-04\n\
        Ana Kim,,member,Council of Cravia,XC,2031-03-04\n\
        Ana Kim,,member,Council of Cravia,XC,2032-03-04\n\
        Bo Lee,,member,Council of Cravia,XC,2032-03-04\n";
    std::fs::write(folder.path().join("list.csv"), list)?;
    let ended = run_in(folder.path(), &["import", "list.csv", "-o", "r.jsonl"])?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    let told = "days of offices of people without a state whose name others of several states have (2, of \"Ana Kim\")";
    assert!(ended.err.contains(told), "{}", ended.err);
    let graph = fold(folder.path(), &["r.jsonl"])?;
    assert_eq!(people(&graph), ["Ana Kim", "Ana Kim", "Ana Kim", "Bo Lee"]);
    let edges = graph["edges"].as_array().cloned().unwrap_or_default();
    let roles = edges.iter().filter(|e| e["kind"] == "role");
    assert_eq!(roles.count(), 4);
    Ok(())
}
