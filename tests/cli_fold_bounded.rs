//! `fold --memory`: the bytes of `fold`, by way of temporary files.

use std::error::Error;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::sample::{Checked, interparl, run, run_in};

/// A folder with readings in two files: those of the sample, and some articles that report the same.
fn readings() -> Result<TempDir, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles");
    let articles = articles.to_string_lossy();
    run_in(folder.path(), &["extract", &articles, "-o", "one.jsonl"])?;
    let text = "Speaker of the Saeima Daiga Ozola met Speaker of the Riigikogu Jaan Tamm in Riga on Friday.";
    fs::write(
        folder.path().join("a.txt"),
        format!("RIGA, 14 June 2024. {text}\n"),
    )?;
    fs::write(folder.path().join("b.txt"), format!("{text} It rained.\n"))?;
    run_in(
        folder.path(),
        &["extract", "a.txt", "b.txt", "-o", "two.jsonl"],
    )?;
    Ok(folder)
}

#[test]
fn the_bytes_are_those_of_the_fold_in_memory() -> Checked {
    let folder = readings()?;
    let inputs = ["fold", "one.jsonl", "two.jsonl", "one.jsonl"];
    let whole = run_in(
        folder.path(),
        &[&inputs[..], &["-o", "whole.json"]].concat(),
    )?;
    assert_eq!(whole.code, Some(0), "{}", whole.err);
    for memory in ["4KB", "1MiB", "2GB"] {
        let own = ["-o", "parts.json", "--memory", memory];
        let parts = run_in(folder.path(), &[&inputs[..], &own].concat())?;
        assert_eq!((parts.code, parts.err.as_str()), (Some(0), ""));
        let read = |name: &str| fs::read(folder.path().join(name));
        assert!(read("parts.json")? == read("whole.json")?, "{memory}");
    }
    let bare = ["--no-quotes", "--min-confidence", "0.8"];
    let whole = run_in(folder.path(), &[&inputs[..], &bare].concat())?;
    let parts = run_in(
        folder.path(),
        &[&inputs[..], &bare, &["--memory", "9000"]].concat(),
    )?;
    assert!(!whole.out.is_empty() && whole.out == parts.out);
    Ok(())
}

#[test]
fn what_it_cannot_do_is_told_with_what_to_do() -> Checked {
    let folder = readings()?;
    let fold = ["fold", "two.jsonl", "--memory"];
    let asked = |more: &[&str]| run_in(folder.path(), &[&fold[..], more].concat());
    let picture = asked(&["1GB", "-o", "graph.svg"])?;
    assert_eq!(picture.code, Some(2));
    assert!(
        picture.err.contains("as JSON, not as svg"),
        "{}",
        picture.err
    );
    assert!(
        picture.err.contains("hint: write graph.json"),
        "{}",
        picture.err
    );
    let size = asked(&["much"])?;
    assert_eq!(size.code, Some(2));
    assert!(size.err.contains("such as 2GB"), "{}", size.err);
    let clusters = asked(&["1GB", "--clusters", "c.json"])?;
    assert_eq!(clusters.code, Some(2));
    Ok(())
}

#[test]
fn a_folder_for_temporary_files_that_is_not_there_is_named() -> Checked {
    let folder = readings()?;
    let mut command = interparl();
    command
        .current_dir(folder.path())
        .env("TMPDIR", "/nowhere/at/all")
        .args(["fold", "two.jsonl", "--memory", "4KB", "-o", "g.json"]);
    let ended = run(&mut command)?;
    assert_eq!(ended.code, Some(2));
    assert!(ended.err.contains("\"/nowhere/at/all\""), "{}", ended.err);
    assert!(ended.err.contains("TMPDIR"), "{}", ended.err);
    assert!(!folder.path().join("g.json").exists());
    Ok(())
}

#[test]
fn bad_lines_are_skipped_and_an_empty_graph_is_told() -> Checked {
    let folder = readings()?;
    fs::write(folder.path().join("bad.jsonl"), "{\n")?;
    let fold = ["fold", "--memory", "1MB", "-o", "g.json", "bad.jsonl"];
    let bad = run_in(folder.path(), &fold)?;
    assert_eq!(bad.code, Some(2), "{}", bad.err);
    let part = run_in(folder.path(), &[&fold[..], &["two.jsonl"]].concat())?;
    assert_eq!(part.code, Some(3), "{}", part.err);
    assert!(part.err.contains("1 skipped"), "{}", part.err);
    fs::write(folder.path().join("none.jsonl"), "")?;
    let none = ["fold", "--memory", "1MB", "-o", "g.json", "none.jsonl"];
    let none = run_in(folder.path(), &none)?;
    assert_eq!(none.code, Some(1), "{}", none.err);
    assert!(none.err.contains("nothing found"), "{}", none.err);
    Ok(())
}
