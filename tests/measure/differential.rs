//! `interparl score` against `tests/gold/score.py`: the same numbers to the last digit, on what the program finds and
//! on graphs and facts that are damaged in every way that the measure looks at.
#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value that is not there is null"
)]

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

use super::damage::Damage;
use crate::sample::{Checked, interparl, is_there, run, skipped};

/// The folders of annotated articles below `tests/gold`.
const SETS: &[&str] = &["dev", "world"];

/// How often each set is damaged anew.
const ROUNDS: u32 = 6;

/// Python adds up floats more exactly since 3.12, so that the last digit depends on its version. Here every version
/// adds one by one, as the oldest did.
const PLAIN_SUMS: &str = "
import builtins, functools, operator, runpy, sys
builtins.sum = lambda numbers, start=0: functools.reduce(operator.add, numbers, start)
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name='__main__')
";

fn gold_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold")
}

#[test]
fn the_measure_is_that_of_score_py() -> Checked {
    if !is_there("python3") {
        return skipped("score.py", "there is no python3 to compare with");
    }
    for set in SETS {
        let gold = gold_folder().join(set);
        let graphs = graphs_of(&gold)?;
        let theirs = score_py(&gold, graphs.path())?;
        same(&theirs, &ours(&gold, Some(graphs.path()))?, set)?;
        same(&theirs, &ours(&gold, None)?, &format!("{set}, read anew"))?;
        for round in 0..ROUNDS {
            let (facts, found) = (tempfile::tempdir()?, tempfile::tempdir()?);
            let mut damage = Damage::new(round);
            for name in json_files(&gold)? {
                let mut facts_of: Value =
                    serde_json::from_slice(&std::fs::read(gold.join(&name))?)?;
                if round % 2 == 1 {
                    damage.facts(&mut facts_of);
                }
                std::fs::write(facts.path().join(&name), facts_of.to_string())?;
                let mut graph: Value =
                    serde_json::from_slice(&std::fs::read(graphs.path().join(&name))?)?;
                if damage.graph(&mut graph) {
                    std::fs::write(found.path().join(&name), graph.to_string())?;
                }
            }
            let clean = theirs.clone();
            let theirs = score_py(facts.path(), found.path())?;
            assert_ne!(theirs, clean, "{set}, round {round}: nothing was damaged");
            same(
                &theirs,
                &ours(facts.path(), Some(found.path()))?,
                &format!("{set}, round {round}"),
            )?;
        }
    }
    Ok(())
}

/// What chance seldom makes: an umbrella that the graph takes for a chamber, a nearer name that comes later, a surname
/// that stands first, cities called so, places in two languages, and roles without a body.
const SETTLED: &[(&str, &str)] = &[
    (
        r#"{"id": "umbrella", "bodies": [{"name": "Majilis of Parliament", "kind": "chamber", "states": ["KZ"]}]}"#,
        r#"{"nodes": [{"id": 1, "kind": "chamber", "name": "The Parliament"}, {"id": 2, "kind": "assembly", "name": "Parliament"}]}"#,
    ),
    (
        r#"{"id": "nearer", "people": [{"name": "Zhao Leji", "aliases": ["Leji", "Zhao"], "legislator": true},
            {"name": "Ana Kim", "aliases": ["Kim", "Kim Speaker", "the Speaker"]}],
            "roles": [{"person": "Zhao Leji", "role": "member"}, {"person": "Ana Kim", "role": "member", "body": null}]}"#,
        r#"{"nodes": [{"id": 1, "kind": "official", "name": "Zhao"}, {"id": 2, "kind": "legislator", "name": "Zhao Leji"},
            {"id": 3, "kind": "official", "name": "The Speaker"}, {"id": 4, "kind": "official", "name": "Kim Speaker"}]}"#,
    ),
    (
        r#"{"id": "surname-first", "people": [{"name": "Zhao Leji", "aliases": ["Zhao", "Chairman Zhao"]}]}"#,
        r#"{"nodes": [{"id": 1, "kind": "official", "name": "Chairman Zhao"}]}"#,
    ),
    (
        r#"{"id": "places", "people": [{"name": "A B"}, {"name": "C D"}, {"name": "E F"}], "meetings": [
            {"kind": "call", "sides": [["A B"], ["C D"]], "date": "2024-01-02", "place": "Kuwait City"},
            {"kind": "bilateral", "sides": [["A B"], ["E F"]], "date": null, "place": "Нур-Султан", "place_en": "Nur-Sultan"},
            {"kind": "bilateral", "sides": [["C D"], ["E F"]], "place": "Минск"}]}"#,
        r#"{"nodes": [{"id": "a", "kind": "official", "name": "A B"}, {"id": "c", "kind": "official", "name": "C D"},
            {"id": "e", "kind": "official", "name": "E F"}], "links": [
            {"source": "c", "target": "a", "kind": "met", "date": "2024-01-02", "place": "KUWAIT"},
            {"source": "a", "target": "e", "kind": "met", "date": null, "place": "Nur Sultan"},
            {"source": "c", "target": "e", "kind": "met", "place": "Minsk", "place_en": "МИНСК"}]}"#,
    ),
];

#[test]
fn settled_readings_are_settled_alike() -> Checked {
    if !is_there("python3") {
        return skipped("settled readings", "there is no python3 to compare with");
    }
    for (facts, graph) in SETTLED {
        let (gold, found) = (tempfile::tempdir()?, tempfile::tempdir()?);
        let id: Value = serde_json::from_str(facts)?;
        let name = format!("{}.json", id["id"].as_str().unwrap_or_default());
        std::fs::write(gold.path().join(&name), facts)?;
        std::fs::write(found.path().join(&name), graph)?;
        let theirs = score_py(gold.path(), found.path())?;
        same(&theirs, &ours(gold.path(), Some(found.path()))?, &name)?;
    }
    Ok(())
}

#[test]
fn only_articles_of_a_language_are_scored_alike() -> Checked {
    if !is_there("python3") {
        return skipped("score.py --lang", "there is no python3 to compare with");
    }
    let (gold, nothing) = (tempfile::tempdir()?, tempfile::tempdir()?);
    for (id, lang) in [
        ("a", "\"en\""),
        ("b", "\"ru\""),
        ("c", "null"),
        ("d", "\"kk\""),
    ] {
        let facts = format!("{{\"id\": \"{id}\", \"lang\": {lang}, \"states\": [\"KZ\"]}}");
        std::fs::write(gold.path().join(format!("{id}.json")), facts)?;
    }
    let languages = ["--lang", "ru", "--lang", "kk"];
    let folders = [
        Path::new("--gold"),
        gold.path(),
        Path::new("--pred"),
        nothing.path(),
    ];
    let theirs = printed(python().args(folders).args(languages).arg("--json"))?;
    let ended = run(interparl()
        .arg("score")
        .args(folders)
        .args(languages)
        .arg("--json"))?;
    assert!(
        theirs.contains("\"without_prediction\":[\"b\",\"d\"]"),
        "{theirs}"
    );
    same(&theirs, &without_space(&ended.out), "two languages")
}

/// The graph of each article of a folder.
fn graphs_of(gold: &Path) -> Result<TempDir, Box<dyn std::error::Error>> {
    let graphs = tempfile::tempdir()?;
    let mut command = interparl();
    command
        .args(["build", "--quiet", "--each"])
        .arg(gold)
        .arg("-o")
        .arg(graphs.path());
    let built = run(&mut command)?;
    assert_eq!(built.code, Some(0), "{}: {}", gold.display(), built.err);
    Ok(graphs)
}

fn json_files(folder: &Path) -> Result<Vec<String>, Box<dyn std::error::Error>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "json") {
            names.extend(
                path.file_name()
                    .map(|name| name.to_string_lossy().into_owned()),
            );
        }
    }
    names.sort();
    Ok(names)
}

fn python() -> Command {
    let mut python = Command::new("python3");
    // The folder of the facts is to have no compiled files of Python's.
    python
        .args(["-B", "-c", PLAIN_SUMS])
        .arg(gold_folder().join("score.py"));
    python
}

fn score_py(gold: &Path, graphs: &Path) -> Result<String, Box<dyn std::error::Error>> {
    printed(
        python()
            .arg("--json")
            .arg("--gold")
            .arg(gold)
            .arg("--pred")
            .arg(graphs),
    )
}

fn printed(command: &mut Command) -> Result<String, Box<dyn std::error::Error>> {
    let output = command.output()?;
    let complaint = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(format!("{command:?}: {complaint}").into());
    }
    Ok(without_space(&String::from_utf8(output.stdout)?))
}

fn ours(gold: &Path, graphs: Option<&Path>) -> Result<String, Box<dyn std::error::Error>> {
    let mut score = interparl();
    score
        .args(["score", "--quiet", "--json", "--gold"])
        .arg(gold);
    if let Some(graphs) = graphs {
        score.arg("--pred").arg(graphs);
    }
    let ended = run(&mut score)?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    Ok(without_space(&ended.out))
}

/// Both write each number with the fewest digits that mean it, so that the texts are the same where the numbers are,
/// and nothing that reads JSON can round on the way.
fn without_space(json: &str) -> String {
    json.split_whitespace().collect()
}

fn same(theirs: &str, ours: &str, what: &str) -> Checked {
    assert!(theirs.contains("\"interval\":["), "{what}: {theirs}");
    if theirs == ours {
        return Ok(());
    }
    let differs = theirs.chars().zip(ours.chars()).position(|(a, b)| a != b);
    let from = differs.unwrap_or(0).saturating_sub(60);
    let part = |text: &str| text.chars().skip(from).take(120).collect::<String>();
    Err(format!(
        "{what}: not the same\n  score.py:  {}\n  interparl: {}",
        part(theirs),
        part(ours)
    )
    .into())
}
