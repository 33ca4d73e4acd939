//! What makes no sense in a file is told with its place and left out; what is around it is read.
#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value that is not there is null"
)]

use serde_json::{Value, json};

use crate::sample::{Checked, Ended, run_in};

/// Imports one file and folds what comes of it.
fn import(name: &str, text: &str) -> Result<(Ended, Value), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    std::fs::create_dir(folder.path().join("lists"))?;
    std::fs::write(folder.path().join("lists").join(name), text)?;
    let input = format!("lists/{name}");
    let imported = run_in(folder.path(), &["import", &input, "-o", "r.jsonl"])?;
    let fold = run_in(folder.path(), &["fold", "--quiet", "r.jsonl"])?;
    Ok((
        imported,
        serde_json::from_str(&fold.out).unwrap_or_default(),
    ))
}

fn count(graph: &Value, kind: &str) -> usize {
    let edges = graph["edges"].as_array().into_iter().flatten();
    edges.filter(|e| e["kind"] == kind).count()
}

#[test]
fn meetings_that_make_no_sense_are_told_and_left_out() -> Checked {
    let person = |id: &str, name: &str| json!({"id": id, "kind": "legislator", "name": name});
    let meeting = |id: &str, date: &str, sides: Value| json!({"id": id, "kind": "bilateral", "date": date, "sides": sides});
    let graph = json!({
        "nodes": [person("1", "Ana Kim"), person("2", "Bo Lee"), person("3", "Cy Moe")],
        "edges": [],
        "graph": {"meetings": [
            meeting("a", "2031-03-04", json!([["1"], [2]])),
            meeting("b", "2031-03-05", json!([["1", "2"], ["1"]])),
            meeting("c", "2031-03-06", json!(["1", "3"])),
            meeting("d", "2031-03-07", json!("1;3")),
            meeting("a", "2031-03-08", json!([["1"], ["3"]])),
            meeting("a", "2031-03-04", json!([["1"], ["2"]])),
        ]},
    });
    let (ended, graph) = import("g.json", &graph.to_string())?;
    assert_eq!(ended.code, Some(3), "{}", ended.err);
    for told in [
        "error: lists/g.json: meeting 2: \"1\" stands on two sides of the meeting",
        "error: lists/g.json: meeting 3: the \"sides\" are not lists of ids",
        "error: lists/g.json: meeting 4: the \"sides\" are not lists of ids",
        "error: lists/g.json: meeting 5: the meeting \"a\" is there already",
    ] {
        assert!(ended.err.contains(told), "{told} in {}", ended.err);
    }
    assert_eq!(ended.err.matches("error: ").count(), 4, "{}", ended.err);
    // An id may be a number, and the sixth record says what the first one does.
    assert_eq!(count(&graph, "met"), 1, "{graph}");
    Ok(())
}

#[test]
fn a_term_that_ends_before_it_begins_is_told() -> Checked {
    let popolo = r#"{"persons": [{"id": "p", "name": "Ana Kim"}],
        "organizations": [{"id": "o", "name": "House of Alvania", "classification": "chamber"}],
        "memberships": [{"person_id": "p", "organization_id": "o", "start_date": "2033-01-01", "end_date": "2031-01-01"}]}"#;
    let (ended, graph) = import("p.json", popolo)?;
    assert_eq!(ended.code, Some(3), "{}", ended.err);
    let told =
        "lists/p.json: membership 1: the term from 2033-01-01 to 2031-01-01 ends before it begins";
    assert!(ended.err.contains(told), "{}", ended.err);
    assert_eq!(count(&graph, "role"), 1, "{graph}");
    Ok(())
}

#[test]
fn the_end_of_a_membership_ends_the_term() -> Checked {
    let folder = tempfile::tempdir()?;
    let popolo = r#"{"persons": [{"id": "p", "name": "Ana Kim"}],
        "organizations": [{"id": "o", "name": "House of Alvania", "classification": "chamber"}],
        "memberships": [{"person_id": "p", "organization_id": "o", "role": "speaker", "start_date": "2031-01-01", "end_date": "2031-09-01"}]}"#;
    std::fs::write(folder.path().join("p.json"), popolo)?;
    let ended = run_in(folder.path(), &["import", "p.json", "-o", "r.jsonl"])?;
    let sure = "how sure a fact is, where no \"confidence\" says it: 0.95 is taken (1)";
    assert!(ended.err.contains(sure), "{}", ended.err);
    run_in(folder.path(), &["fold", "r.jsonl", "-o", "g.json"])?;
    for (day, holds) in [
        ("2031-05-01", true),
        ("2031-09-01", true),
        ("2031-09-02", false),
    ] {
        let asked = ["offices", "g.json", "House of Alvania", "--on", day];
        let ended = run_in(folder.path(), &asked)?;
        assert_eq!(ended.out.contains("Ana Kim"), holds, "{day}: {}", ended.out);
    }
    Ok(())
}

#[test]
fn no_letter_is_swallowed() -> Checked {
    let graphml = |name: &str, id: &str| {
        format!(
            "<graphml><key id='n' attr.name='name'/><key id='k' attr.name='kind'/>\n<graph>\n\
            <node id='{id}'><data key='k'>legislator</data>\n<data key='n'>{name}</data></node></graph></graphml>"
        )
    };
    let (ended, graph) = import("g.graphml", &graphml("Ren&eacute;e &#75;im", "a&amp;b"))?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert_eq!(graph["nodes"][0]["name"], "Renée Kim");
    for (name, id, told) in [
        (
            "Ren&e9;e Kim",
            "a",
            "lists/g.graphml:4: \"&e9;\" stands for nothing",
        ),
        (
            "Ana Kim",
            "a&e9;",
            "lists/g.graphml:3: \"&e9;\" stands for nothing",
        ),
        (
            "Ana Kim",
            "a & b",
            "lists/g.graphml:3: an \"&\" that begins no reference",
        ),
    ] {
        let (ended, _) = import("g.graphml", &graphml(name, id))?;
        assert_eq!(ended.code, Some(2), "{}", ended.err);
        assert!(ended.err.contains(told), "{told} in {}", ended.err);
    }
    let gexf = "<gexf><graph><nodes>\n<node id='a' label='Ren&e9;e'/></nodes></graph></gexf>";
    let (ended, _) = import("g.gexf", gexf)?;
    assert!(
        ended.err.contains("lists/g.gexf:2: \"&e9;\""),
        "{}",
        ended.err
    );
    Ok(())
}

#[test]
fn a_list_does_not_rename_a_state_of_the_tables() -> Checked {
    let list = "person,state,role,body,kind\n\
        Ana Kim,KZ,head_of_state,Казахстан,state\n\
        Bo Lee,KZ,head_of_state,Alvania,state\n\
        Cy Moe,XA,head_of_state,Alvania,state\n";
    let (ended, graph) = import("list.csv", list)?;
    assert_eq!(ended.code, Some(3), "{}", ended.err);
    let told = "lists/list.csv:3: \"Alvania\" is no name of the state KZ, which is \"Kazakhstan\"";
    assert!(ended.err.contains(told), "{}", ended.err);
    let nodes = graph["nodes"].as_array().into_iter().flatten();
    let states = nodes.filter(|n| n["kind"] == "state");
    let mut states: Vec<&str> = states.filter_map(|n| n["name"].as_str()).collect();
    states.sort_unstable();
    assert_eq!(states, ["Alvania", "Kazakhstan"]);
    Ok(())
}

#[test]
fn a_bad_file_among_good_ones_is_told_and_the_good_ones_are_read() -> Checked {
    let folder = tempfile::tempdir()?;
    let good = "person,state,role,body\nAna Kim,XA,member,House\n";
    std::fs::write(folder.path().join("good.csv"), good)?;
    std::fs::write(folder.path().join("bad.csv"), "a,b\n1,2\n")?;
    let all = ["import", "bad.csv", "none.csv", "good.csv", "-o", "r.jsonl"];
    let ended = run_in(folder.path(), &all)?;
    assert_eq!(ended.code, Some(3), "{}", ended.err);
    for told in [
        "bad.csv:1: the head",
        "\"none.csv\"",
        "1 files or folders read, 2 skipped",
    ] {
        assert!(ended.err.contains(told), "{told} in {}", ended.err);
    }
    let graph = run_in(folder.path(), &["fold", "--quiet", "r.jsonl"])?;
    assert!(graph.out.contains("Ana Kim"));
    // Where nothing is read, what was written before stays.
    let none = ["import", "bad.csv", "none.csv", "-o", "r.jsonl"];
    assert_eq!(run_in(folder.path(), &none)?.code, Some(2));
    let again = run_in(folder.path(), &["fold", "--quiet", "r.jsonl"])?;
    assert_eq!(again.out, graph.out);
    Ok(())
}
