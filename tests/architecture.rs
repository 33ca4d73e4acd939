//! The house keeps its order: imports point one way, modules have their floor, files and functions their size.
//!
//! The table below is the plan. A module that is not in it fails the test, and so does an import of the same floor or
//! a higher one. Textual reading suffices because of two habits that are checked too: inside the crate nothing is
//! imported through the root, and the test module is the last thing in a file.

mod check;
mod planted;
mod scan;

use std::path::{Path, PathBuf};

use check::{Source, violations};

/// Every top-level module and the floor on which it lives. A module may import those of lower floors only.
const FLOORS: &[(&str, u8)] = &[
    ("main", 12),
    ("cli", 12),
    ("explorer", 11),
    ("archive_graph", 10),
    ("report", 10),
    ("sparql", 10),
    ("export", 9),
    ("diagram", 8),
    ("query", 7),
    ("score", 7),
    ("archive", 6),
    ("pipeline", 6),
    ("graph", 5),
    ("import", 5),
    ("identity", 4),
    ("rule", 4),
    ("mention", 3),
    ("claim", 3),
    ("lexicon", 2),
    ("document", 2),
    ("runs", 1),
    ("text", 1),
    ("ontology", 1),
];

/// Lines that a file may have.
const FILE_LINES: usize = 400;

/// Lines that a function may have, from its `fn` to its last brace.
const FUNCTION_LINES: usize = 60;

#[test]
fn the_sources_follow_the_plan() -> std::io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut files = 0;
    for path in rust_files(&root)? {
        let text = std::fs::read_to_string(&path)?;
        let name = path.strip_prefix(&root).unwrap_or(&path);
        let name = name.to_string_lossy().replace('\\', "/");
        found.extend(violations(&Source::new(&name, &text)));
        files += 1;
    }
    assert!(files > 20, "only {files} files seen");
    assert_eq!(found, Vec::<String>::new());
    Ok(())
}

/// All Rust files below a folder, in the order of their names.
fn rust_files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(rust_files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
