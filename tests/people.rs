//! No person stands in code or tables: given names, titles and chambers are data, people are found.
//!
//! In come the people of the annotated articles, out comes whether one of them is named in a source file or a table.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use interparl::text::fold;
use serde_json::Value;

use crate::sample::Checked;

/// The full names, folded, of everybody who is named in the annotated articles.
fn people() -> Result<BTreeSet<String>, Box<dyn std::error::Error>> {
    let mut names = BTreeSet::new();
    for path in files(&root().join("tests/gold"), &["json"])? {
        let facts: Value = serde_json::from_slice(&std::fs::read(&path)?)?;
        let people = facts.get("people").and_then(Value::as_array);
        for person in people.into_iter().flatten() {
            let name = person
                .get("name")
                .and_then(Value::as_str)
                .unwrap_or_default();
            if name.split_whitespace().count() > 1 {
                names.insert(fold(name));
            }
        }
    }
    Ok(names)
}

/// All files of the endings below a folder.
fn files(folder: &Path, endings: &[&str]) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path, endings)?);
        } else if path
            .extension()
            .is_some_and(|e| endings.iter().any(|w| e == *w))
        {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What a file says to the program: of a source file neither the comments nor the unit tests, which tell of examples.
fn told(path: &Path) -> std::io::Result<String> {
    let text = std::fs::read_to_string(path)?;
    if path.extension().is_none_or(|e| e != "rs") {
        return Ok(fold(&text));
    }
    let program = text.split("#[cfg(test)]").next().unwrap_or_default();
    let code = program
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    Ok(fold(&code.collect::<Vec<_>>().join("\n")))
}

#[test]
fn nobody_of_the_annotated_articles_stands_in_code_or_tables() -> Checked {
    let people = people()?;
    assert!(people.len() > 500, "only {} people", people.len());
    let mut named = Vec::new();
    for path in files(&root().join("src"), &["rs", "tsv", "md"])? {
        let text = told(&path)?;
        for name in people.iter().filter(|n| text.contains(n.as_str())) {
            let shown = path
                .strip_prefix(root())
                .unwrap_or(&path)
                .display()
                .to_string();
            named.push(format!("{shown}: {name}"));
        }
    }
    assert_eq!(named, Vec::<String>::new());
    Ok(())
}
