//! Gives the program a word for how it reads: a hash of the sources and tables from which a reading comes.
//!
//! The archive keeps the word with each reading, so that `refresh` knows what an older interparl has read. Nobody has to
//! think of raising a number when a rule or a row changes.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What decides of a text what its reading is.
const READS: &[&str] = &[
    "claim",
    "document",
    "lexicon",
    "mention",
    "ontology",
    "pipeline.rs",
    "rule",
    "text",
];

/// What decides of readings what their graph is, and what is kept beside it, beyond what reads.
const FOLDS: &[&str] = &[
    "identity",
    "graph",
    "archive_graph",
    "export/json",
    "export/mod.rs",
    "query/about.rs",
    "query/allegiance.rs",
    "query/answer.rs",
    "query/excerpt.rs",
    "query/meetings.rs",
    "query/name_index.rs",
    "query/name_list.rs",
    "query/names.rs",
    "query/path",
    "runs",
];

fn main() -> io::Result<()> {
    let reads = fingerprint(READS)?;
    println!("cargo::rustc-env=INTERPARL_READER={reads:016x}");
    println!(
        "cargo::rustc-env=INTERPARL_FOLDER={:016x}",
        fingerprint(FOLDS)? ^ reads.rotate_left(1)
    );
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rerun-if-changed=build.rs");
    Ok(())
}

/// FNV-1a over the names and bytes of all files below some places of `src`, in the order of their names.
fn fingerprint(places: &[&str]) -> io::Result<u64> {
    let mut files = Vec::new();
    for place in places {
        collect(&Path::new("src").join(place), &mut files)?;
    }
    files.sort();
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for file in files {
        let name = file.to_string_lossy().replace('\\', "/");
        for byte in name.bytes().chain([0]).chain(fs::read(&file)?) {
            // A checkout with other line ends reads the same.
            if byte != b'\r' {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
    }
    Ok(hash)
}

fn collect(place: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if !place.is_dir() {
        files.push(place.to_owned());
        return Ok(());
    }
    for entry in fs::read_dir(place)? {
        collect(&entry?.path(), files)?;
    }
    Ok(())
}
