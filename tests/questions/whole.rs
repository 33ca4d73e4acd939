//! The questions about a whole graph: rank, stats, matrix, search, diff.
#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value that is not there is null"
)]

use serde_json::{Value, json};

use crate::sample::{Checked, folder_with_graph, run_in, sample_graph};

fn answer(arguments: &[&str]) -> Result<(Option<i32>, String, String), Box<dyn std::error::Error>> {
    let (folder, _) = folder_with_graph()?;
    let ended = run_in(folder.path(), arguments)?;
    Ok((ended.code, ended.out, ended.err))
}

fn json_of(arguments: &[&str]) -> Result<Value, Box<dyn std::error::Error>> {
    let (_, out, _) = answer(&[arguments, &["--json"]].concat())?;
    Ok(serde_json::from_str(&out)?)
}

#[test]
fn ranks_are_those_of_the_graph_theory() -> Checked {
    let degree = json_of(&["rank", "graph.json", "-n", "3"])?;
    // Of one value the first id comes first.
    let ids = ["commission/joint", "person/milo-drast", "state/XA"];
    for (place, id) in ids.iter().enumerate() {
        assert_eq!(
            (&degree[place]["id"], &degree[place]["degree"]),
            (&json!(id), &json!(3))
        );
    }
    let value = |by: &str, id: &str| -> Result<f64, Box<dyn std::error::Error>> {
        let all = json_of(&["rank", "graph.json", "--by", by, "-n", "100"])?;
        let mut found = all
            .as_array()
            .into_iter()
            .flatten()
            .filter(|r| r["id"] == id);
        Ok(found
            .next()
            .and_then(|r| r["value"].as_f64())
            .unwrap_or(-1.0))
    };
    // As networkx 3.6.1 has them: betweenness_centrality, and pagerank to the last digit, of the same pairs.
    for (by, id, wanted) in [
        ("betweenness", "commission/joint", 0.2222),
        ("pagerank", "commission/joint", 0.1315),
        ("betweenness", "person/milo-drast", 0.2111),
        ("pagerank", "person/milo-drast", 0.1244),
        ("betweenness", "person/lone-wolff", 0.0000),
        ("pagerank", "person/lone-wolff", 0.0147),
        ("betweenness", "state/XA", 0.3222),
        ("pagerank", "state/XA", 0.1275),
    ] {
        let found = value(by, id)?;
        assert!(
            (found - wanted).abs() < 1e-4,
            "{by} of {id}: {found}, not {wanted}"
        );
    }
    let people = json_of(&[
        "rank",
        "graph.json",
        "--by",
        "betweenness",
        "--kind",
        "legislator",
    ])?;
    assert!(
        people
            .as_array()
            .is_some_and(|p| p.iter().all(|p| p["kind"] == "legislator"))
    );
    let all = json_of(&["rank", "graph.json", "--by", "pagerank", "-n", "100"])?;
    let sum: f64 = all
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|r| r["value"].as_f64())
        .sum();
    assert!((sum - 1.0).abs() < 1e-6, "{sum}");
    let (code, out, _) = answer(&["rank", "graph.json"])?;
    assert_eq!(code, Some(0));
    assert!(out.contains("Alvania"), "{out}");
    let (code, _, err) = answer(&["rank", "graph.json", "--kind", "assembly"])?;
    assert_eq!(code, Some(1), "{err}");
    Ok(())
}

#[test]
fn an_estimate_tells_how_rough_it_is_and_one_from_few_nodes_is_refused() -> Checked {
    let mut graph = sample_graph();
    for number in 0..40 {
        let id = format!("person/p-{number}");
        let nodes = graph["nodes"].as_array_mut().ok_or("no nodes")?;
        nodes.push(
            json!({"id": id, "kind": "legislator", "name": format!("P {number}"), "state": "XA"}),
        );
        let edges = graph["edges"].as_array_mut().ok_or("no edges")?;
        edges.push(json!({"source": id, "target": "xa/house", "key": "role:member", "kind": "role", "role": "member",
            "title": "Member", "spells": [], "confidence": 0.9}));
    }
    let folder = tempfile::tempdir()?;
    std::fs::write(folder.path().join("graph.json"), graph.to_string())?;
    let rank = |more: &[&str]| {
        let words = ["rank", "graph.json", "--by", "betweenness"];
        run_in(folder.path(), &[&words[..], more].concat())
    };
    let few = rank(&["--pivots", "5"])?;
    assert_eq!((few.code, few.out.as_str()), (Some(2), ""));
    let told =
        "error: --pivots 5 is too few to estimate betweenness from\nhint: take 30 or more of ";
    assert!(few.err.starts_with(told), "{}", few.err);
    let rough = rank(&["--pivots", "30"])?;
    assert_eq!(rough.code, Some(0), "{}", rough.err);
    assert!(rough.out.contains(" ± 0."), "{}", rough.out);
    assert!(rough.err.contains("estimated from 30 of "), "{}", rough.err);
    let json: Value = serde_json::from_str(&rank(&["--pivots", "30", "--json"])?.out)?;
    assert!(json[0]["standard_error"].as_f64() > Some(0.0), "{json}");
    let exact = rank(&["--json"])?;
    assert!(!exact.out.contains("standard_error"), "{}", exact.out);
    Ok(())
}

#[test]
fn communities_are_told_with_their_states_and_central_members() -> Checked {
    let found = json_of(&["rank", "graph.json", "--by", "communities"])?;
    let communities = found["communities"].as_array().cloned().unwrap_or_default();
    let members: usize = communities
        .iter()
        .filter_map(|c| c["members"].as_array().map(Vec::len))
        .sum();
    // Five people, three chambers and a commission: states are no members, and one person has no tie.
    assert_eq!((members, &found["alone"]), (8, &json!(1)), "{found}");
    let with = |id: &str| {
        let has = |c: &&Value| {
            c["members"]
                .as_array()
                .is_some_and(|m| m.contains(&json!(id)))
        };
        communities.iter().find(has).cloned().unwrap_or_default()
    };
    assert_eq!(with("person/bo-kim"), with("xa/senate"));
    assert_ne!(with("person/bo-kim"), with("person/milo-drast"));
    assert_eq!(
        with("person/bo-kim")["states"][0]["state"]["name"],
        "Alvania"
    );
    let (code, out, _) = answer(&["rank", "graph.json", "--by", "communities", "-n", "1"])?;
    assert_eq!(code, Some(0));
    assert!(
        out.contains("smaller communities\n1 node has no tie"),
        "{out}"
    );
    let (folder, _) = folder_with_graph()?;
    let empty = json!({"directed": true, "multigraph": true, "graph": {"schema": 1, "documents": [], "meetings": []}, "nodes": [], "edges": []});
    std::fs::write(folder.path().join("empty.json"), empty.to_string())?;
    let ended = run_in(
        folder.path(),
        &["rank", "empty.json", "--by", "communities"],
    )?;
    assert_eq!((ended.code, ended.err.contains("hint: ")), (Some(1), true));
    Ok(())
}

#[test]
fn stats_count_what_is_there() -> Checked {
    let stats = json_of(&["stats", "graph.json"])?;
    assert_eq!(
        stats["nodes"],
        json!({"chamber": 3, "commission": 1, "legislator": 5, "state": 2})
    );
    assert_eq!(stats["meetings"], json!({"bilateral": 1, "session": 1}));
    assert_eq!(stats["first_document"], "2031-03-05");
    assert_eq!(stats["lonely_nodes"], 1);
    let (code, out, _) = answer(&["stats", "graph.json"])?;
    assert_eq!(code, Some(0));
    assert!(out.contains("1 bilateral, 1 session"), "{out}");
    Ok(())
}

#[test]
fn stats_call_a_list_that_was_imported_no_article() -> Checked {
    let folder = tempfile::tempdir()?;
    let path = |name: &str| folder.path().join(name);
    let list = "person,role,body,state,date\nAru Bekova,speaker,House of Alvania,LV,2031-03-04\n";
    std::fs::write(path("list.csv"), list)?;
    for arguments in [
        ["import", "list.csv", "-o", "list.jsonl"],
        ["fold", "list.jsonl", "-o", "graph.json"],
    ] {
        let ended = run_in(folder.path(), &arguments)?;
        assert_eq!(ended.code, Some(0), "{}", ended.err);
    }
    let told = run_in(folder.path(), &["stats", "graph.json"])?.out;
    assert!(
        told.contains("sources from 2031-03-04 to 2031-03-04"),
        "{told}"
    );
    assert!(!told.contains("articles from"), "{told}");
    Ok(())
}

#[test]
fn the_matrix_counts_meetings_of_states_and_houses_by_period() -> Checked {
    let states = json_of(&["matrix", "graph.json", "--per", "year"])?;
    assert_eq!(
        states["cells"],
        json!([{"a": 0, "b": 1, "period": "2031", "meetings": 2}])
    );
    let (_, csv, _) = answer(&[
        "matrix",
        "graph.json",
        "--by",
        "chamber",
        "--per",
        "month",
        "--csv",
    ])?;
    assert_eq!(
        csv,
        "a,b,period,meetings\r\nAssembly (Borduna),House (Alvania),2031-03,1\r\n"
    );
    let (code, out, _) = answer(&["matrix", "graph.json"])?;
    assert_eq!(code, Some(0));
    assert!(out.contains("Alvania") && out.contains('2'), "{out}");
    let (code, _, err) = answer(&["matrix", "graph.json", "--from", "2040"])?;
    assert_eq!(code, Some(1), "{err}");
    Ok(())
}

#[test]
fn search_finds_names_and_words_in_any_script() -> Checked {
    let found = json_of(&["search", "graph.json", "bekova"])?;
    assert_eq!(found["names"][0]["id"], "person/aru-bekova");
    assert!(
        found["texts"]
            .to_string()
            .contains("[Bekova] received Drast"),
        "{found}"
    );
    let cyrillic = json_of(&[
        "search",
        "graph.json",
        "\u{431}\u{435}\u{43a}\u{43e}\u{432}\u{430}",
    ])?;
    assert_eq!(cyrillic["names"], found["names"]);
    let both = json_of(&["search", "graph.json", "tuesday", "drast"])?;
    assert_eq!(both["texts"].as_array().map(Vec::len), Some(1));
    let (code, out, _) = answer(&["search", "graph.json", "fourth", "session"])?;
    assert_eq!(code, Some(0));
    assert!(
        out.contains("[fourth] [session]") && out.contains("Sources\n  [1]"),
        "{out}"
    );
    let (code, _, err) = answer(&["search", "graph.json", "zebra"])?;
    assert_eq!((code, err.contains("hint: ")), (Some(1), true));
    Ok(())
}

#[test]
fn diff_tells_what_came_what_went_and_what_is_other() -> Checked {
    let (folder, _) = folder_with_graph()?;
    let mut graph = sample_graph();
    let same = run_in(folder.path(), &["diff", "graph.json", "graph.json"])?;
    assert_eq!(same.code, Some(1), "{}", same.out);
    if let Some(edges) = graph["edges"].as_array_mut() {
        edges.retain(|e| e["kind"] != "visited");
        for edge in edges.iter_mut().filter(|e| e["title"] == "Senator") {
            edge["title"] = json!("Senator for life");
        }
    }
    graph["graph"]["meetings"][0]["place"] = json!("Sund");
    graph["nodes"][4]["name"] = json!("Lone Wolf");
    std::fs::write(folder.path().join("new.json"), serde_json::to_vec(&graph)?)?;
    let ended = run_in(folder.path(), &["diff", "graph.json", "new.json"])?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    for part in [
        "Nodes changed\n  - Lone Wolff",
        "+ Lone Wolf (",
        "Edges removed\n  - ",
        "Edges changed\n  - ",
        "Senator for life",
        "Meetings changed\n  ~ meeting/2031-03-04-bekova-drast",
        "documents: 0 added, 0 removed",
    ] {
        assert!(ended.out.contains(part), "{part} in:\n{}", ended.out);
    }
    let back = run_in(folder.path(), &["diff", "new.json", "graph.json", "--json"])?;
    let back: Value = serde_json::from_str(&back.out)?;
    assert_eq!(back["edges_added"].as_array().map(Vec::len), Some(1));
    Ok(())
}
