//! Six short articles through all stages: one folder an article, one file a stage.
//!
//! What a stage gives is what the next one takes, so that the first file that changes names the stage that changed.
//! `INTERPARL_UPDATE=1` writes them anew.

use std::error::Error;
use std::path::{Path, PathBuf};

use interparl::document::{Article, Input, ReadOptions, articles};
use interparl::export::{ExportOptions, json};
use interparl::lexicon::Lexicon;
use interparl::{claim, graph, pipeline};

type Outcome = Result<(), Box<dyn Error>>;

/// Compares a stage with its file, or writes it. Gives the text of the file.
fn compare(file: &Path, fresh: String, wrong: &mut Vec<String>) -> std::io::Result<String> {
    if std::env::var_os("INTERPARL_UPDATE").is_some() {
        std::fs::write(file, &fresh)?;
        return Ok(fresh);
    }
    let committed = std::fs::read_to_string(file).unwrap_or_default();
    if committed != fresh {
        let line = committed
            .lines()
            .zip(fresh.lines())
            .position(|(a, b)| a != b)
            .unwrap_or_else(|| committed.lines().count().min(fresh.lines().count()));
        let at = |text: &str| text.lines().nth(line).unwrap_or("(no more)").to_owned();
        wrong.push(format!(
            "{}:{}\n  - {}\n  + {}",
            file.display(),
            line + 1,
            at(&committed),
            at(&fresh)
        ));
    }
    Ok(committed)
}

fn stages(folder: &Path, article: &Article, wrong: &mut Vec<String>) -> Outcome {
    let trace = pipeline::trace(&article.text, Lexicon::builtin(), article.date);
    for (number, stage) in trace.iter().enumerate() {
        let file = folder.join(format!("{}-{}.txt", number + 1, stage.stage));
        compare(&file, stage.lines.join("\n") + "\n", wrong)?;
    }
    let reading = pipeline::read(article, Lexicon::builtin());
    let fresh = serde_json::to_string_pretty(&reading)? + "\n";
    let committed = compare(&folder.join("7-reading.json"), fresh, wrong)?;
    // The graph is folded from the file of the stage before, not from what was read just now.
    let graph = graph::fold(vec![claim::read_line(&committed)?]);
    let mut fresh = Vec::new();
    json::write(&graph, ExportOptions::default(), &mut fresh)?;
    compare(
        &folder.join("8-graph.json"),
        String::from_utf8(fresh)?,
        wrong,
    )?;
    Ok(())
}

fn folders() -> std::io::Result<Vec<PathBuf>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stages");
    let mut found = Vec::new();
    for entry in std::fs::read_dir(root)? {
        found.push(entry?.path());
    }
    found.sort();
    Ok(found)
}

#[test]
fn every_stage_gives_what_its_file_says() -> Outcome {
    let mut wrong = Vec::new();
    let folders = folders()?;
    assert!(folders.len() >= 6);
    for folder in folders {
        let input = Input::from(folder.join("article.txt"));
        for article in articles(vec![input], &ReadOptions::default()) {
            stages(&folder, &article?, &mut wrong)?;
        }
    }
    assert!(
        wrong.is_empty(),
        "\n{}\nINTERPARL_UPDATE=1 accepts it",
        wrong.join("\n")
    );
    Ok(())
}

#[test]
fn a_trace_says_nothing_that_could_harm_a_terminal() {
    let hostile = "Saeima Speaker \u{1b}[31mDaiga\u{202e} Ozola\u{7} met Jaan Tamm in Riga.";
    let stages = pipeline::trace(hostile, Lexicon::builtin(), None);
    let names: Vec<&str> = stages.iter().map(|s| s.stage).collect();
    let wanted = [
        "sentences",
        "offices",
        "holdings",
        "entities",
        "events",
        "claims",
    ];
    assert_eq!(names, wanted);
    for line in stages.iter().flat_map(|s| &s.lines) {
        assert!(
            !line.contains(|c: char| c.is_control() || c == '\u{202e}'),
            "{line:?}"
        );
    }
}
