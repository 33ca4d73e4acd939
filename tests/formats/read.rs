//! The fixture, its exports, and how a reader is run.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

use interparl::diagram::clean;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::questions::hostile_graph;
use crate::sample::{is_there, run_in};

pub(super) const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A graph of hostile names, and a folder with the file `graph.json`.
pub(super) struct Fixture {
    pub(super) graph: Value,
    folder: TempDir,
}

impl Fixture {
    pub(super) fn new() -> Result<Self, Box<dyn Error>> {
        let graph = hostile_graph();
        let folder = tempfile::tempdir()?;
        std::fs::write(
            folder.path().join("graph.json"),
            serde_json::to_vec(&graph)?,
        )?;
        Ok(Self { graph, folder })
    }

    /// The graph in a format, as a file or folder of this name.
    pub(super) fn export(&self, format: &str, name: &str) -> Result<PathBuf, Box<dyn Error>> {
        self.export_with(format, name, &[])
    }

    pub(super) fn export_with(
        &self,
        format: &str,
        name: &str,
        more: &[&str],
    ) -> Result<PathBuf, Box<dyn Error>> {
        let arguments = ["export", "graph.json", "--format", format, "-o", name];
        let ended = run_in(self.folder.path(), &[&arguments, more].concat())?;
        if ended.code != Some(0) {
            return Err(format!("{format}: {}", ended.err).into());
        }
        Ok(self.folder.path().join(name))
    }

    fn array(&self, name: &str) -> &[Value] {
        self.graph
            .get(name)
            .and_then(Value::as_array)
            .map_or(&[], Vec::as_slice)
    }

    /// The names of all nodes by id, as a reader should see them.
    pub(super) fn names(&self) -> Value {
        let names = self.array("nodes").iter().map(|node| {
            let id = node["id"].as_str().unwrap_or_default().to_owned();
            (id, json!(clean(node["name"].as_str().unwrap_or_default())))
        });
        Value::Object(names.collect())
    }

    /// Source, target, key, kind and confidence of all edges, in this order.
    pub(super) fn edges(&self) -> Value {
        let edges = self.array("edges").iter();
        let row = |e: &Value| {
            let fields = ["source", "target", "key", "kind", "confidence"];
            Value::from_iter(fields.map(|f| e[f].clone()))
        };
        edges.map(row).collect()
    }

    /// Person, body and class of all offices.
    pub(super) fn offices(&self) -> Value {
        let edges = self.array("edges").iter().filter(|e| e["kind"] == "role");
        let row = |e: &Value| Value::from_iter(["source", "target", "role"].map(|f| e[f].clone()));
        edges.map(row).collect()
    }
}

/// What a reader of Python finds; `Err` with its name where it is not installed.
pub(super) fn python(reader: &str, path: &Path) -> Result<Result<Value, String>, Box<dyn Error>> {
    if !is_there("python3") {
        return Ok(Err("there is no python3".to_owned()));
    }
    let own = Path::new(ROOT).join("target/python");
    let mut command = Command::new("python3");
    if own.is_dir() {
        command.env("PYTHONPATH", own);
    }
    command.args(["-W", "ignore", "-B"]);
    command.arg(Path::new(ROOT).join("tests/formats/read.py"));
    found(command.arg(reader).arg(path))
}

/// What a reader of Node finds; `Err` with its name where it is not installed.
pub(super) fn node(reader: &str, path: &Path) -> Result<Result<Value, String>, Box<dyn Error>> {
    if !is_there("node") {
        return Ok(Err("there is no node".to_owned()));
    }
    let mut command = Command::new("node");
    command.arg(Path::new(ROOT).join("tests/formats/read.cjs"));
    let modules = Path::new(ROOT).join("target/node/node_modules");
    found(command.arg(reader).arg(path).arg(modules))
}

fn found(command: &mut Command) -> Result<Result<Value, String>, Box<dyn Error>> {
    let output = command.output()?;
    let out = String::from_utf8(output.stdout)?;
    match output.status.code() {
        Some(0) => Ok(Ok(serde_json::from_str(&out)?)),
        Some(4) => Ok(Err(format!("{} is not installed here", out.trim()))),
        _ => {
            let error = String::from_utf8_lossy(&output.stderr);
            Err(format!("{command:?} refused the file:\n{error}").into())
        }
    }
}

/// A list sorted by its text, for what has no order; whole numbers as shares, for some readers make no difference.
pub(super) fn sorted(value: &Value) -> Value {
    let Value::Array(list) = value else {
        return value.clone();
    };
    let mut list: Vec<Value> = list.iter().map(as_shares).collect();
    list.sort_by_key(Value::to_string);
    Value::Array(list)
}

fn as_shares(value: &Value) -> Value {
    match value {
        Value::Array(list) => list.iter().map(as_shares).collect(),
        Value::Number(number) => json!(number.as_f64()),
        other => other.clone(),
    }
}
