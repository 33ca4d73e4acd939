//! Spark's graph of a corpus is that of one machine, also where a worker is killed.
//!
//! Starting a cluster takes some seconds; `INTERPARL_SPARK=1` asks for it, and pyspark with its Java must be installed.

use std::process::Command;

use crate::archive::made::file;
use crate::sample::{Checked, passed_over, skipped};

/// Articles in the corpus.
const ARTICLES: usize = 600;

#[test]
#[cfg(target_os = "linux")]
fn a_cluster_of_two_workers_makes_the_graph_of_one_machine() -> Checked {
    if std::env::var_os("INTERPARL_SPARK").is_none() {
        return passed_over("the Spark example", "INTERPARL_SPARK=1 asks for it");
    }
    let python = std::env::var("PYSPARK_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let import = Command::new(&python)
        .args(["-c", "import pyspark"])
        .output();
    if !import.is_ok_and(|output| output.status.success()) {
        return skipped("the Spark example", "no pyspark");
    }
    let folder = tempfile::tempdir()?;
    let articles = file(folder.path(), "articles.jsonl", 0..ARTICLES, 0)?;
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/spark/check.py");
    let output = Command::new(&python)
        .args([script, env!("CARGO_BIN_EXE_interparl")])
        .arg(&articles)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .current_dir(folder.path())
        .output()?;
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    let err = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}\n{err}");
    assert_eq!(told.matches("the same graph").count(), 3, "{told}");
    assert!(told.contains("2 workers, one killed"), "{told}");
    Ok(())
}
