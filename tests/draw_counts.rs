//! What the lines above a picture count: the articles behind it, and what it would show if somebody said when it was.

#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value that is not there is null"
)]

use serde_json::json;

use crate::sample::{Checked, run_in, sample_graph};

/// The sample with an older article, which tells of a visit and an office of Bo Kim and of no day.
fn folder_with_old_news() -> Result<tempfile::TempDir, Box<dyn std::error::Error>> {
    let mut graph = sample_graph();
    let mut document = graph["graph"]["documents"][0].clone();
    document["id"] = "https://news.example/old".into();
    document["sha256"] = "1".repeat(64).into();
    document["date"] = "2020-01-01".into();
    let said = json!([{"document": document["id"], "start": 0, "end": 6, "quote": "Bo Kim", "rule": "made-by-hand"}]);
    let documents = graph["graph"]["documents"].as_array_mut();
    documents.ok_or("no documents")?.push(document);
    let edges = graph["edges"].as_array_mut().ok_or("no edges")?;
    edges.push(json!({"source": "person/bo-kim", "target": "state/XB", "key": "visited:", "kind": "visited",
        "date": null, "confidence": 0.9, "evidence": said}));
    edges.push(json!({"source": "person/bo-kim", "target": "xa/house", "key": "role:member", "kind": "role",
        "role": "member", "title": "Member", "spells": [], "confidence": 0.9, "evidence": said}));
    let folder = tempfile::tempdir()?;
    std::fs::write(folder.path().join("graph.json"), graph.to_string())?;
    Ok(folder)
}

#[test]
fn articles_and_what_is_left_out_are_those_of_the_picture() -> Checked {
    let folder = folder_with_old_news()?;
    let (one, both) = (
        "<desc>From 1 article of 2031-03-05. ",
        "<desc>From 2 articles, 2020-01-01 to 2031-03-05. ",
    );
    for (view, articles, left_out) in [
        (&["relations"][..], one, Some(2)),
        (&["timeline"], one, Some(1)),
        (&["timeline", "drast"], one, None),
        (&["matrix"], one, None),
        (&["offices"], one, Some(1)),
        (&["offices", "XB"], one, None),
        (&["commissions"], one, None),
        (&["ego", "bo kim"], one, Some(2)),
        (&["ego", "bekova"], one, None),
        (&["path", "bekova", "drast"], one, None),
    ] {
        let words = [&["draw", "graph.json", "--view"], view].concat();
        let drawn = run_in(folder.path(), &[&words[..], &["--from", "2031"]].concat())?;
        assert!(drawn.out.contains(articles), "{view:?}: {}", drawn.out);
        let told = left_out.map(|number| format!("Left out: {number} of no known time."));
        match told {
            Some(told) => assert!(drawn.out.contains(&told), "{view:?}: {}", drawn.out),
            None => assert!(!drawn.out.contains("Left out"), "{view:?}: {}", drawn.out),
        }
        let of_all = run_in(folder.path(), &words)?.out;
        let has_old = matches!(view, ["relations" | "timeline"] | ["ego", "bo kim"]);
        assert_eq!(of_all.contains(both), has_old, "{view:?}: {of_all}");
    }
    Ok(())
}

#[test]
fn terms_without_a_day_are_counted_among_all_and_as_not_shown() -> Checked {
    let folder = folder_with_old_news()?;
    let drawn = |most: &str| {
        let words = [
            "draw",
            "graph.json",
            "--view",
            "offices",
            "--max-nodes",
            most,
        ];
        run_in(folder.path(), &words)
    };
    let all = "5 terms of office, 4 of them with a known day, from 2031-03-04 to 2031-03-04.";
    for (most, shown) in [
        ("9", "Showing 4 of 5 terms: those with a known day."),
        (
            "2",
            "Showing 2 of 5 terms: of those with a known day the ones of the highest offices",
        ),
    ] {
        let out = drawn(most)?.out;
        assert!(out.contains(all) && out.contains(shown), "{out}");
        assert!(!out.contains("Left out"), "{out}");
    }
    Ok(())
}
