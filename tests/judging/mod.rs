//! Corrections by people, from the command to the graph: `same`, `different`, `wrong`, `fact`, `undo`, `review`.

mod archive;
mod beside;
mod command;
mod facts;
mod hostile;
mod interview;
mod together;

use std::error::Error;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::sample::{Ended, interparl, run, run_in};

/// Articles of invented people. In two of them somebody is named who may be somebody of a third.
const ARTICLES: [(&str, &str, &str); 4] = [
    (
        "riga",
        "2031-06-14",
        "Speaker of the Riigikogu Jaan Tammsalu met with Speaker of the Saeima Daiga Ozolkalne in Riga on 12 June 2031.",
    ),
    (
        "helsinki",
        "2031-06-20",
        "J. Tammsalu, a member of the Riigikogu, met with Finnish Speaker Aino Lehtoranta in Helsinki on 18 June 2031.",
    ),
    (
        "turku",
        "2031-07-03",
        "Speaker of the Riigikogu Jaan Tammsalu visited Finland on 1 July 2031. Speaker of the Eduskunta Aino Lehtoranta received him.",
    ),
    (
        "jelgava",
        "2031-07-05",
        "Speaker of the Saeima Daiga Ozolkalne met with Speaker of the Eduskunta Aino Lehtoranta in Jelgava on 4 July 2031.",
    ),
];

type Tried<T> = Result<T, Box<dyn Error>>;

/// A folder with the articles and their graph, `graph.json`.
pub(crate) fn folder() -> Tried<TempDir> {
    let folder = tempfile::tempdir()?;
    let line = |(id, date, text): (&str, &str, &str)| {
        let line = serde_json::json!({"id": format!("news/{id}"), "date": date, "text": text});
        format!("{line}\n")
    };
    let lines: String = ARTICLES.into_iter().map(line).collect();
    std::fs::write(folder.path().join("articles.jsonl"), lines)?;
    done(
        folder.path(),
        &["build", "articles.jsonl", "-o", "graph.json"],
    )?;
    Ok(folder)
}

/// Runs the program and fails unless it ends well.
fn done(folder: &Path, arguments: &[&str]) -> Tried<Ended> {
    let ended = run_in(folder, arguments)?;
    if ended.code == Some(0) {
        Ok(ended)
    } else {
        Err(format!("{arguments:?} ended with {:?}: {}", ended.code, ended.err).into())
    }
}

/// Judges in the graph's file that the Tammsalu of Riga is the one of Helsinki.
fn one_tammsalu(folder: &Path) -> Tried<Ended> {
    judged(
        folder,
        &["same", "graph.json", "Jaan Tammsalu", "J. Tammsalu"],
    )
}

/// The same with the judgements of `j.jsonl` behind the arguments.
fn judged(folder: &Path, arguments: &[&str]) -> Tried<Ended> {
    done(folder, &with_file(arguments))
}

fn with_file<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    let file = ["--judgements", "j.jsonl"];
    arguments.iter().copied().chain(file).collect()
}

/// Runs `review` with answers.
fn review(folder: &Path, answers: &str, more: &[&str]) -> Tried<Ended> {
    let mut command = interparl();
    command.current_dir(folder);
    command
        .args(with_file(&["review", "graph.json"]))
        .args(more);
    run(command.write_stdin(answers))
}

/// The graph as corrected, as bytes.
fn corrected(folder: &Path) -> Tried<Vec<u8>> {
    Ok(judged(folder, &["build", "articles.jsonl"])?
        .out
        .into_bytes())
}

/// The ids of the people of the graph as corrected.
fn people(folder: &Path) -> Tried<Vec<String>> {
    let graph: Value = serde_json::from_slice(&corrected(folder)?)?;
    let nodes = graph.get("nodes").and_then(Value::as_array);
    let ids = nodes
        .into_iter()
        .flatten()
        .filter_map(|node| node.get("id")?.as_str());
    let people = ids.filter(|id| id.starts_with("person/"));
    Ok(people.map(str::to_owned).collect())
}

fn lines(folder: &Path) -> Tried<Vec<String>> {
    let text = std::fs::read_to_string(folder.join("j.jsonl"))?;
    Ok(text.lines().map(str::to_owned).collect())
}
