//! The committed graph is what its readings fold to, the readings are what the article says, and nobody's sentences
//! are in them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::sample::{Checked, interparl, passed_over, run, same_as_file};

const NAME: &str = "kz-2024-06-14-commission";

/// The longest name that a body has, in words: a commission between two chambers that are named in full.
const LONG_NAME: usize = 30;

/// A title or the name of a person is never longer than this, in words.
const SHORT_NAME: usize = 12;

#[test]
fn the_graph_is_what_the_readings_fold_to_and_the_readings_what_the_article_says() -> Checked {
    let dir = tempfile::tempdir()?;
    let article = root().join(format!("../shared/seed/{NAME}.txt"));
    let readings = committed("readings.jsonl");
    // The readings come first, for with INTERPARL_UPDATE=1 the rest follows from the new ones.
    if article.exists() {
        let fresh = dir.path().join("readings.jsonl");
        make(&["extract", "--quiet", "--no-quotes"], &article, &fresh)?;
        same_as_file(&readings, &std::fs::read(&fresh)?)?;
    } else {
        passed_over("the readings of the article", "it is not ours to publish")?;
    }
    for ending in endings() {
        let fresh = dir.path().join("graph").with_extension(ending);
        make(&["fold", "--quiet"], &readings, &fresh)?;
        same_as_file(&committed(ending), &std::fs::read(&fresh)?)?;
    }
    Ok(())
}

#[test]
fn the_graph_has_what_a_reader_finds_in_the_article_and_no_more() -> Checked {
    let graph: Value = serde_json::from_str(&std::fs::read_to_string(committed("json"))?)?;
    let edges = graph.get("edges").and_then(Value::as_array);
    let mut counts = BTreeMap::<&str, usize>::new();
    for edge in edges.ok_or("no edges")? {
        let kind = edge.get("kind").and_then(Value::as_str).ok_or("no kind")?;
        *counts.entry(kind).or_default() += 1;
    }
    // Two sat in the session and had talks beside it; two who lead friendship groups are spoken of, and were not there.
    let found = [
        ("attended", 2),
        ("links", 4),
        ("met", 2),
        ("part_of", 2),
        ("role", 7),
        ("visited", 1),
    ];
    assert_eq!(counts, BTreeMap::from(found));
    Ok(())
}

#[test]
fn the_readings_hold_names_and_no_sentences() -> Checked {
    let lines = std::fs::read_to_string(committed("readings.jsonl"))?;
    assert_eq!(lines.lines().count(), 1);
    let reading: Value = serde_json::from_str(&lines)?;
    let mut long = Vec::new();
    for_each_text(&reading, "", &mut |place, text| {
        // Of an entity that is its names, and the keys made of them.
        let is_body = place.starts_with("/entities/");
        let limit = if is_body { LONG_NAME } else { SHORT_NAME };
        if place.ends_with("/quote") || text.split_whitespace().count() > limit {
            long.push(place.to_owned());
        }
    });
    assert_eq!(long, Vec::<String>::new());
    Ok(())
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn committed(ending: &str) -> PathBuf {
    root().join(format!("graphs/{NAME}.{ending}"))
}

/// The formats that this build writes. Pixels come from floating point numbers, and only on one family of processors
/// are they promised to be the same.
fn endings() -> Vec<&'static str> {
    let mut endings = vec!["json", "dot", "svg"];
    if cfg!(all(feature = "png", target_arch = "x86_64")) {
        endings.push("png");
    }
    endings
}

/// Runs the program on one file to make another.
fn make(arguments: &[&str], from: &Path, to: &Path) -> Checked {
    let ended = run(interparl().args(arguments).arg(from).arg("-o").arg(to))?;
    assert_eq!(ended.code, Some(0), "{arguments:?}: {}", ended.err);
    Ok(())
}

/// Calls back for each text of a JSON value, with its place in the manner of a JSON pointer.
fn for_each_text(value: &Value, place: &str, see: &mut impl FnMut(&str, &str)) {
    match value {
        Value::String(text) => see(place, text),
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                for_each_text(item, &format!("{place}/{i}"), see);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                for_each_text(field, &format!("{place}/{name}"), see);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
