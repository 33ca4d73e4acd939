//! What is written comes back: export, import, fold, and the graph is the same as far as the format can hold it.
#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value that is not there is null"
)]

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use crate::sample::{Checked, Ended, folder_with_graph, run_in, sample_graph};

fn fold(folder: &Path, file: &str) -> Result<(Ended, Value), Box<dyn std::error::Error>> {
    let imported = run_in(folder, &["import", file, "-o", "r.jsonl"])?;
    let ended = run_in(folder, &["fold", "--quiet", "r.jsonl"])?;
    Ok((imported, serde_json::from_str(&ended.out)?))
}

/// The edges in words, with names in place of ids, for those of commissions are made anew.
fn edges(graph: &Value) -> Vec<String> {
    let list = |name: &str| graph[name].as_array().cloned().unwrap_or_default();
    let names: BTreeMap<String, String> = list("nodes")
        .iter()
        .map(|n| (n["id"].to_string(), format!("{} {}", n["kind"], n["name"])))
        .collect();
    let mut told: Vec<String> = Vec::new();
    for edge in list("edges") {
        let name = |end: &str| {
            names
                .get(&edge[end].to_string())
                .cloned()
                .unwrap_or_default()
        };
        let (mut a, mut b) = (name("source"), name("target"));
        if edge["kind"] == "met" && a > b {
            std::mem::swap(&mut a, &mut b);
        }
        let fields = [
            "kind",
            "role",
            "title",
            "meeting",
            "date",
            "place",
            "spells",
            "confidence",
        ];
        let fields = fields.map(|f| edge[f].to_string()).join(" ");
        told.push(format!("{a} -> {b}: {fields}"));
    }
    told.sort();
    told
}

fn nodes(graph: &Value) -> Vec<String> {
    let mut told: Vec<String> = graph["nodes"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|n| {
            let life = n["life"].as_array().into_iter().flatten();
            let life: Vec<String> = life
                .map(|l| format!("{} {}", l["event"], l["date"]))
                .collect();
            format!(
                "{} {} {} {} {} {} {life:?}",
                n["kind"], n["name"], n["aliases"], n["state"], n["code"], n["form"]
            )
        })
        .collect();
    told.sort();
    told
}

fn spell(days: [&str; 4]) -> Value {
    let [not_before, first_seen, last_seen, not_after] = days.map(|day| {
        if day.is_empty() {
            Value::Null
        } else {
            day.into()
        }
    });
    json!({"not_before": not_before, "first_seen": first_seen, "last_seen": last_seen, "not_after": not_after})
}

/// The sample, in which somebody held an office twice.
fn with_two_terms() -> Value {
    let mut sample = sample_graph();
    assert_eq!(sample["edges"][6]["title"], "Senator");
    sample["edges"][6]["spells"] = json!([
        spell(["2030-12-01", "2031-03-04", "2031-09-01", "2033-01-31"]),
        spell(["2033-01-31", "2033-02-01", "2034-05-05", ""]),
    ]);
    sample
}

#[test]
fn every_format_that_can_be_read_gives_nodes_edges_and_meetings_back() -> Checked {
    for (format, file) in [
        ("json", "g.json"),
        ("graphml", "g.graphml"),
        ("gexf", "g.gexf"),
        ("csv", "tables"),
        ("popolo", "p.json"),
    ] {
        let (folder, path) = folder_with_graph()?;
        let sample = with_two_terms();
        std::fs::write(path, sample.to_string())?;
        let export = ["export", "graph.json", "--format", format, "-o", file];
        assert_eq!(run_in(folder.path(), &export)?.code, Some(0));
        let (ended, graph) = fold(folder.path(), file)?;
        assert_eq!(ended.code, Some(0), "{format}: {}", ended.err);
        assert!(!ended.err.contains("no office"), "{}", ended.err);
        assert_eq!(nodes(&graph), nodes(&sample), "{format}");
        assert_eq!(edges(&graph), edges(&sample), "{format}");
        let meetings = graph["graph"]["meetings"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        assert_eq!(meetings.len(), 2, "{format}");
        let (again, _) = fold(folder.path(), file)?;
        assert_eq!(again.out, ended.out);
    }
    Ok(())
}

#[test]
fn of_popolo_of_ours_nothing_is_lost_but_where_it_comes_from() -> Checked {
    let (folder, _) = folder_with_graph()?;
    let export = ["export", "graph.json", "--format", "popolo", "-o", "p.json"];
    assert_eq!(run_in(folder.path(), &export)?.code, Some(0));
    let (ended, graph) = fold(folder.path(), "p.json")?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert_eq!(edges(&graph), edges(&sample_graph()));
    let told = ended.err.split("p.json: not kept: ").nth(1);
    let told = told.and_then(|told| told.lines().next());
    let told = told.ok_or("nothing is told")?;
    assert!(told.starts_with("sources ("), "{told}");
    assert!(!told.contains(';'), "{told}");
    Ok(())
}

#[test]
fn an_export_tells_what_the_file_has_no_room_for() -> Checked {
    let (folder, path) = folder_with_graph()?;
    let mut sample = sample_graph();
    sample["nodes"][0]["mentions"] =
        json!([{"document": sample["graph"]["documents"][0]["id"], "start": 1, "end": 5}]);
    sample["graph"]["meetings"][0]["differences"] = json!([{"detail": "place", "value": "Elsewhere",
        "documents": [sample["graph"]["documents"][0]["id"]]}]);
    std::fs::write(path, sample.to_string())?;
    let told = |format: &str, options: &[&str]| -> Result<String, Box<dyn std::error::Error>> {
        let export = ["export", "graph.json", "--format", format, "-o", "out"];
        let ended = run_in(folder.path(), &[&export, options].concat())?;
        assert_eq!(ended.code, Some(0), "{}", ended.err);
        let _ = std::fs::remove_file(folder.path().join("out"));
        let _ = std::fs::remove_dir_all(folder.path().join("out"));
        Ok(ended.err)
    };
    for (format, lost) in [
        ("popolo", "reasons for ties of bodies, outcomes and lives ("),
        ("popolo", "tellings of a meeting that differ (1)"),
        ("popolo", "mentions of names (1)"),
        ("csv", "mentions of names (1)"),
        ("graphml", "outcomes of meetings ("),
        ("gexf", "places of words in their article ("),
    ] {
        let said = told(format, &[])?;
        assert!(
            said.starts_with(&format!("not kept in {format}: ")),
            "{said}"
        );
        assert!(said.contains(lost), "{format}: {said}");
    }
    for (format, options) in [
        ("json", &[][..]),
        ("mermaid", &[]),
        ("popolo", &["--quiet"]),
    ] {
        assert_eq!(told(format, options)?, "", "{format}");
    }
    Ok(())
}

#[test]
fn of_popolo_of_others_it_is_told_where_nobody_knows_who_met_whom() -> Checked {
    let folder = tempfile::tempdir()?;
    let event = |id: &str, attendees: &str| {
        format!(
            r#"{{"id": "{id}", "classification": "bilateral", "start_date": "2031-03-04", "attendees": [{attendees}], "confidence": 0.9}}"#
        )
    };
    let one = |id: &str| format!(r#"{{"person_id": "{id}"}}"#);
    let all = ["a", "b", "c"].map(one).join(", ");
    let sided = format!(
        r#"{{"person_id": "a", "side": 1}}, {{"person_id": "b", "side": 2}}, {}"#,
        one("c")
    );
    let popolo = format!(
        r#"{{"persons": [{{"id": "a", "name": "Ana Kim", "national_identity": "XA"}}, {{"id": "b", "name": "Bo Lee", "national_identity": "XB"}},
            {{"id": "c", "name": "Cy Noor", "national_identity": "XB"}}],
            "organizations": [{{"id": "o", "name": "Borduna", "classification": "state", "area_id": "area/XB"}},
            {{"id": "h", "name": "House of Borduna", "classification": "chamber", "area_id": "area/XB", "founding_date": "1990"}}],
            "events": [{}, {}, {}, {{"id": "v", "classification": "visit", "status": "planned", "organization_id": "o",
            "attendees": [{{"person_id": "a"}}], "confidence": 0.9}}]}}"#,
        event("m", &format!("{}, {}", one("a"), one("b"))),
        event("n", &all),
        event("s", &sided).replace("03-04", "03-05"),
    );
    std::fs::write(folder.path().join("p.json"), popolo)?;
    let (ended, graph) = fold(folder.path(), "p.json")?;
    for told in [
        "who met whom at events of more than two without a \"side\" (1)",
        "attendees without a \"side\" of events where others have one (1)",
    ] {
        assert!(ended.err.contains(told), "{}", ended.err);
    }
    let told = edges(&graph);
    let number = |kind: &str| told.iter().filter(|e| e.contains(kind)).count();
    assert_eq!(
        (number("\"met\""), number("\"visited\"")),
        (2, 1),
        "{told:#?}"
    );
    Ok(())
}

#[test]
fn a_mark_that_is_never_closed_takes_no_row_along_unseen() -> Checked {
    let folder = tempfile::tempdir()?;
    let list = "person,state,role,title,body\n\
        Aru Bekova,XA,speaker,Speaker,House\n\
        \"Milo Drast,XB,speaker,Speaker,Assembly\n\
        Ana Kim,XA,member,Member,House\n";
    std::fs::write(folder.path().join("list.csv"), list)?;
    let ended = run_in(folder.path(), &["import", "list.csv"])?;
    assert_eq!(ended.code, Some(2), "{}", ended.err);
    assert!(
        ended.err.contains("line 3 is never closed"),
        "{}",
        ended.err
    );
    Ok(())
}

#[test]
fn a_list_kept_by_hand_is_a_start_and_a_bad_row_is_told() -> Checked {
    let folder = tempfile::tempdir()?;
    let list = "person,state,role,title,body,date\n\
        Aru Bekova,XA,speaker,Speaker,House,2031-03-04\n\
        Milo Drast,XB,king,King,Assembly,2031-03-04\n\
        \"Kim, Ana\",XA,member,Member,House,2031-02-30\n";
    std::fs::write(folder.path().join("list.csv"), list)?;
    let (ended, graph) = fold(folder.path(), "list.csv")?;
    assert_eq!(ended.code, Some(3), "{}", ended.err);
    assert!(
        ended.err.contains("list.csv:3: \"king\" is no role"),
        "{}",
        ended.err
    );
    assert!(
        ended.err.contains("list.csv:4: \"2031-02-30\" is no date"),
        "{}",
        ended.err
    );
    let role = edges(&graph);
    assert!(
        role.iter()
            .any(|e| e.contains("Aru Bekova") && e.contains("speaker")),
        "{role:?}"
    );
    assert!(
        graph["edges"][0]["evidence"]
            .to_string()
            .contains("list.csv:2")
    );
    Ok(())
}

#[test]
fn of_one_name_and_two_states_are_two_people_and_two_bodies() -> Checked {
    let folder = tempfile::tempdir()?;
    let list = "person,state,role,body,kind,form,body_state\n\
        Ana Kim,XA,speaker,Senate,,,\n\
        Ana Kim,XB,speaker,Senate,,,\n\
        Milo Drast,XB,member,Senate,,,\n\
        Milo Drast,XB,chair,Senate,commission,committee,\n\
        Milo Drast,XB,co_chair,Joint Commission,commission,commission,\n\
        Ana Kim,XA,co_chair,Joint Commission,commission,commission,\n";
    std::fs::write(folder.path().join("list.csv"), list)?;
    let (ended, graph) = fold(folder.path(), "list.csv")?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    let nodes = nodes(&graph);
    let count = |words: &[&str]| {
        let has_all = |n: &&String| words.iter().all(|w| n.contains(w));
        nodes.iter().filter(has_all).count()
    };
    assert_eq!(count(&["Ana Kim"]), 2, "{nodes:#?}");
    assert_eq!(count(&["Ana Kim", "XA"]), 1, "{nodes:#?}");
    assert_eq!(count(&["chamber", "Senate"]), 2, "{nodes:#?}");
    assert_eq!(count(&["chamber", "Senate", "XA"]), 1, "{nodes:#?}");
    assert_eq!(count(&["committee", "Senate"]), 1, "{nodes:#?}");
    assert_eq!(count(&["Milo Drast"]), 1, "{nodes:#?}");
    assert_eq!(count(&["Joint Commission"]), 1, "{nodes:#?}");
    assert_eq!(edges(&graph).len(), 6, "{:#?}", edges(&graph));
    Ok(())
}

#[test]
fn a_node_that_comes_again_is_the_same_or_an_error() -> Checked {
    let folder = tempfile::tempdir()?;
    let people = "id,kind,name,state,aliases\n\
        p,legislator,Ana Kim,XA,A. Kim\n\
        p,legislator,Ana Kim,XA,Anna Kim\n\
        p,legislator,Ana Kim,XB,\n";
    std::fs::write(folder.path().join("nodes.csv"), people)?;
    let (ended, graph) = fold(folder.path(), "nodes.csv")?;
    assert_eq!(ended.code, Some(3), "{}", ended.err);
    assert!(
        ended
            .err
            .contains("nodes.csv:4: the node \"p\" is there already"),
        "{}",
        ended.err
    );
    let nodes = nodes(&graph);
    let kim = nodes.iter().find(|n| n.contains("Ana Kim"));
    let kim = kim.ok_or("Ana Kim is missing")?;
    for words in ["A. Kim", "Anna Kim", "XA"] {
        assert!(kim.contains(words), "{kim}");
    }
    Ok(())
}

#[test]
fn who_has_one_name_only_stays_one_person() -> Checked {
    let folder = tempfile::tempdir()?;
    let list = "source,target,kind,role,first_seen,last_seen\np,h,role,speaker,2031-03-04,2031-09-01\n\
        p,h,role,member,2031-05-04,\n";
    std::fs::create_dir(folder.path().join("t"))?;
    std::fs::write(folder.path().join("t/edges.csv"), list)?;
    let people = "id,kind,name,state\np,legislator,P. Mono,XA\nh,chamber,House,XA\n";
    std::fs::write(folder.path().join("t/nodes.csv"), people)?;
    let (ended, graph) = fold(folder.path(), "t")?;
    assert!(
        ended
            .err
            .contains("people without a full name (3, of \"P. Mono\")"),
        "{}",
        ended.err
    );
    let people = nodes(&graph).into_iter().filter(|n| n.contains("P. Mono"));
    assert_eq!(people.count(), 1, "{graph}");
    assert_eq!(
        edges(&graph).iter().filter(|e| e.contains("role")).count(),
        2
    );
    Ok(())
}

#[test]
fn what_cannot_be_kept_is_told() -> Checked {
    let (folder, _) = folder_with_graph()?;
    let ended = run_in(folder.path(), &["import", "graph.json"])?;
    assert!(
        ended.err.contains("not kept: the words of articles (12)"),
        "{}",
        ended.err
    );
    for (format, file, lost) in [
        ("graphml", "g.graphml", "the words of articles (9)"),
        ("gexf", "g.gexf", "the words of articles (9)"),
        ("csv", "tables", "the words of articles (13)"),
    ] {
        let export = ["export", "graph.json", "--format", format, "-o", file];
        assert_eq!(run_in(folder.path(), &export)?.code, Some(0));
        let ended = run_in(folder.path(), &["import", file])?;
        assert!(ended.err.contains(lost), "{format}: {}", ended.err);
    }
    let (folder, _) = folder_with_graph()?;
    std::fs::write(folder.path().join("x.json"), "{\"a\": 1}")?;
    std::fs::write(folder.path().join("x.csv"), "a,b\n1,2\n")?;
    std::fs::write(
        folder.path().join("x.graphml"),
        "<graphml><node id='a'>&broken</node>",
    )?;
    std::fs::write(folder.path().join("x.pdf"), "%PDF")?;
    for bad in ["x.json", "x.csv", "x.graphml", "x.pdf", "none.json"] {
        let ended = run_in(folder.path(), &["import", bad])?;
        assert_eq!(ended.code, Some(2), "{bad}: {}", ended.out);
        assert!(
            ended.err.starts_with("error: ") && ended.err.contains(bad),
            "{}",
            ended.err
        );
    }
    Ok(())
}
