//! The measure: what the program finds in annotated articles against what the articles say.
//!
//! `interparl score` compares; here its numbers are held against the committed ones, so that no change moves them
//! unseen. That they are those of `tests/gold/score.py` says another test (`measure`). With `INTERPARL_UPDATE=1` the numbers of today are written to `tests/gold/scores.tsv` and into the tables
//! of `docs/evaluation.md`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::sample::{Checked, interparl, page_lock, run, same_as_file};

/// The folders of annotated articles below `tests/gold`.
const SETS: &[&str] = &[
    "dev", "world", "wide", "unseen", "made", "held", "retold", "sealed",
];

/// The layers of a graph in the order in which the tables tell them.
const LAYERS: &[&str] = &[
    "people", "bodies", "states", "roles", "met", "attended", "visited",
];

/// What is asked of facts that are right: in how many is this right as well.
const DETAILS: &[&str] = &["legislator", "body_kind", "date", "place"];

#[test]
fn the_scores_are_the_committed_ones() -> Checked {
    let _only_one = page_lock();
    let mut table = String::from("set\tmeasure\tprecision\trecall\tf1\tright\twrong\tmissed\n");
    let mut summary = format!("| set | {} | overall |\n|---|", LAYERS.join(" | "));
    summary.push_str(&"--:|".repeat(LAYERS.len() + 1));
    let evaluation = root().join("docs/evaluation.md");
    let mut text = std::fs::read_to_string(&evaluation)?;
    for set in SETS {
        let report = score(set)?;
        table.push_str(&rows(set, &report)?);
        summary.push_str(&summary_row(set, &report)?);
        text = between_markers(&text, &format!("scores {set}"), &markdown(&report)?)?;
    }
    same_as_file(&root().join("tests/gold/scores.tsv"), table.as_bytes())?;
    same_as_file(&evaluation, text.as_bytes())?;
    let readme = root().join("README.md");
    let text = std::fs::read_to_string(&readme)?;
    let text = between_markers(&text, "scores summary", &format!("{summary}\n"))?;
    same_as_file(&readme, text.as_bytes())
}

#[test]
fn the_record_of_the_rules_is_the_committed_one() -> Checked {
    let mut counts = std::collections::BTreeMap::<String, [u64; 2]>::new();
    for set in SETS {
        let gold = root().join("tests/gold").join(set);
        let args = ["score", "--json", "--errors", "--gold"];
        let ended = run(interparl().args(args).arg(&gold))?;
        let report: Value = serde_json::from_str(&ended.out)?;
        let rules = report.get("rules").and_then(Value::as_array);
        for line in rules.ok_or("no rules in the report")? {
            let id = line.get("rule").and_then(Value::as_str).ok_or("no id")?;
            let count = |key| line.get(key).and_then(Value::as_u64).ok_or("no count");
            let sum = counts.entry(id.to_owned()).or_default();
            sum[0] += count("right")?;
            sum[1] += count("wrong")? + count("wrong_end")?;
        }
    }
    let mut table = String::from("rule\tright\twrong\n");
    for (id, [right, wrong]) in counts {
        writeln!(table, "{id}\t{right}\t{wrong}")?;
    }
    same_as_file(&root().join("src/rule/record.tsv"), table.as_bytes())
}

#[test]
fn every_article_has_its_facts() -> Checked {
    for set in SETS {
        let mut stems = std::collections::BTreeMap::<PathBuf, usize>::new();
        for entry in std::fs::read_dir(root().join("tests/gold").join(set))? {
            *stems.entry(entry?.path().with_extension("")).or_default() += 1;
        }
        assert!(stems.len() >= 20, "{set}: only {}", stems.len());
        for (stem, files) in stems {
            assert_eq!(files, 2, "{}: not a text and its facts", stem.display());
        }
    }
    Ok(())
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Reads every article of a set and has what is found compared with the facts.
fn score(set: &str) -> Result<Value, Box<dyn std::error::Error>> {
    let gold = root().join("tests/gold").join(set);
    let ended = run(interparl().args(["score", "--json", "--gold"]).arg(&gold))?;
    assert_eq!(ended.code, Some(0), "{set}: {}", ended.err);
    assert_eq!(ended.err, "", "{set}: the facts have slips");
    let report: Value = serde_json::from_str(&ended.out)?;
    assert_eq!(
        report.pointer("/without_prediction"),
        Some(&Value::Array(Vec::new())),
        "{set}: an article without a graph"
    );
    Ok(report)
}

/// A number of the report, by its place.
fn number(report: &Value, place: &str) -> Result<f64, String> {
    report
        .pointer(place)
        .and_then(Value::as_f64)
        .ok_or_else(|| format!("the report has no number at {place}"))
}

/// The rates and counts of one layer, ready to be joined.
fn layer(report: &Value, name: &str) -> Result<Vec<String>, String> {
    let mut cells = Vec::new();
    for rate in ["p", "r", "f1"] {
        cells.push(format!(
            "{:.3}",
            number(report, &format!("/layers/{name}/{rate}"))?
        ));
    }
    for count in ["hits", "wrong", "missed"] {
        cells.push(format!(
            "{}",
            number(report, &format!("/layers/{name}/{count}"))?
        ));
    }
    Ok(cells)
}

/// Rows of `scores.tsv` for one set.
fn rows(set: &str, report: &Value) -> Result<String, Box<dyn std::error::Error>> {
    let mut rows = String::new();
    for name in LAYERS {
        writeln!(rows, "{set}\t{name}\t{}", layer(report, name)?.join("\t"))?;
    }
    for (name, place) in [
        ("overall", "/overall"),
        ("overall_from", "/interval/0"),
        ("overall_to", "/interval/1"),
    ] {
        let share = number(report, place)?;
        writeln!(rows, "{set}\t{name}\t-\t-\t{share:.3}\t-\t-\t-")?;
    }
    for name in DETAILS {
        let share = number(report, &format!("/accuracy/{name}/accuracy"))?;
        let of = number(report, &format!("/accuracy/{name}/of"))?;
        let right = (share * of).round();
        let wrong = of - right;
        writeln!(rows, "{set}\t{name}\t{share:.3}\t-\t-\t{right}\t{wrong}\t-")?;
    }
    Ok(rows)
}

/// One set in the table of README.md: how many articles, F1 by layer.
fn summary_row(set: &str, report: &Value) -> Result<String, Box<dyn std::error::Error>> {
    let mut row = format!("\n| {set}, {} articles |", number(report, "/articles")?);
    for name in LAYERS {
        write!(
            row,
            " {:.2} |",
            number(report, &format!("/layers/{name}/f1"))?
        )?;
    }
    write!(row, " **{:.2}** |", number(report, "/overall")?)?;
    Ok(row)
}

/// The tables of one set for the page.
fn markdown(report: &Value) -> Result<String, Box<dyn std::error::Error>> {
    let mut page = String::from(
        "| layer | precision | recall | F1 | right | wrong | missed |\n|---|--:|--:|--:|--:|--:|--:|\n",
    );
    for name in LAYERS {
        writeln!(page, "| {name} | {} |", layer(report, name)?.join(" | "))?;
    }
    writeln!(
        page,
        "| **overall** | | | **{:.3}** | | | |\n\n\
         {} articles; with articles drawn again a thousand times, 95 % of the overall scores lie between {:.3} and {:.3}.\n\n\
         | of the facts that are right, | have it right | of |\n|---|--:|--:|",
        number(report, "/overall")?,
        number(report, "/articles")?,
        number(report, "/interval/0")?,
        number(report, "/interval/1")?,
    )?;
    for name in DETAILS {
        let asked = match *name {
            "legislator" => "people: legislator or official",
            "body_kind" => "bodies: their kind",
            "date" => "meetings: the date",
            _ => "meetings: the place",
        };
        writeln!(
            page,
            "| {asked} | {:.3} | {} |",
            number(report, &format!("/accuracy/{name}/accuracy"))?,
            number(report, &format!("/accuracy/{name}/of"))?
        )?;
    }
    Ok(page)
}

/// The page with what is between `<!-- begin NAME -->` and `<!-- end NAME -->` replaced.
pub(crate) fn between_markers(page: &str, name: &str, content: &str) -> Result<String, String> {
    let (begin, end) = (
        format!("<!-- begin {name} -->\n"),
        format!("<!-- end {name} -->"),
    );
    let (before, rest) = page
        .split_once(&begin)
        .ok_or_else(|| format!("no line \"{}\"", begin.trim_end()))?;
    let (_, after) = rest
        .split_once(&end)
        .ok_or_else(|| format!("no line \"{end}\""))?;
    Ok(format!("{before}{begin}\n{content}\n{end}{after}"))
}
