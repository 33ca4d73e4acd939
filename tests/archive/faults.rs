//! A fault at any write: a full disk, an error of the device, a power cut. What was there is whole, what was reported is
//! there, the message says what to do, and doing it again completes it.
//!
//! `strace` makes single calls of the system fail, one run for each call; `INTERPARL_FAULTS=all` takes every one of them,
//! a plain run of the tests some. A limit on the size of files does without it, and is always tried.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use super::made::{done, file};
use crate::sample::{Checked, is_there, passed_over, skipped};

/// Faults of a sort where nobody asks for all.
const FAULTS: usize = 6;

/// A folder with an archive before, articles to come, and the graph that there is to be in the end.
struct Stage {
    folder: tempfile::TempDir,
    before: BTreeSet<String>,
    graph: Vec<u8>,
}

impl Stage {
    fn set() -> Result<Self, Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let path = folder.path();
        file(path, "before.jsonl", 0..20, 0)?;
        file(path, "coming.jsonl", 10..60, 1)?;
        done(path, &["add", "before.db", "before.jsonl"])?;
        fs::copy(path.join("before.db"), path.join("a.db"))?;
        let before = documents(path)?;
        done(path, &["add", "a.db", "coming.jsonl"])?;
        let graph = graph(path)?;
        Ok(Self {
            folder,
            before,
            graph,
        })
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    fn reset(&self) -> Checked {
        for log in ["a.db-wal", "a.db-shm"] {
            let _ = fs::remove_file(self.file(log));
        }
        fs::copy(self.file("before.db"), self.file("a.db"))?;
        Ok(())
    }

    /// Adds what is to come, in a shell that makes it fail, and checks that nothing is lost; gives whether it failed.
    fn fails_well(
        &self,
        fault: &str,
        command: &mut Command,
    ) -> Result<bool, Box<dyn std::error::Error>> {
        self.reset()?;
        let output: Output = command.current_dir(self.path()).output()?;
        let err = String::from_utf8_lossy(&output.stderr).into_owned();
        let failed = !output.status.success();
        let killed = output.status.code().is_none_or(|code| code > 128);
        if failed && !killed {
            assert_eq!(output.status.code(), Some(2), "{fault}: {err}");
            assert!(
                err.starts_with("error: ") && err.contains("\nhint: "),
                "{fault}: {err}"
            );
        }
        let reported = String::from_utf8_lossy(&output.stdout).into_owned();
        let there = documents(self.path())?;
        assert!(
            self.before.is_subset(&there),
            "{fault}: what was there is gone"
        );
        for line in reported
            .lines()
            .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        {
            let id = line
                .get("document")
                .and_then(Value::as_str)
                .unwrap_or_default();
            assert!(
                there.contains(id),
                "{fault}: \"{id}\" was reported and is not there"
            );
        }
        done(self.path(), &["check", "a.db"]).map_err(|e| format!("{fault}: {e}"))?;
        done(self.path(), &["add", "a.db", "coming.jsonl"])?;
        assert!(
            graph(self.path())? == self.graph,
            "{fault}: another graph in the end"
        );
        Ok(failed)
    }
}

fn graph(path: &Path) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    done(path, &["export", "a.db", "-o", "out.json"])?;
    Ok(fs::read(path.join("out.json"))?)
}

fn documents(path: &Path) -> Result<BTreeSet<String>, Box<dyn std::error::Error>> {
    let documents: Vec<Value> =
        serde_json::from_str(&done(path, &["documents", "a.db", "--json"])?)?;
    let id = |document: &Value| {
        document
            .get("id")
            .and_then(Value::as_str)
            .map(str::to_owned)
    };
    Ok(documents.iter().filter_map(id).collect())
}

fn all() -> bool {
    std::env::var_os("INTERPARL_FAULTS").is_some_and(|value| value == "all")
}

/// A limit on the size of files stands for a full disk: it needs no rights, and the write fails in the same place.
#[test]
#[cfg(unix)]
fn a_full_disk_at_any_size_loses_nothing() -> Checked {
    let stage = Stage::set()?;
    stage.reset()?;
    let least = fs::metadata(stage.file("a.db"))?.len() / 1024;
    done(stage.path(), &["add", "a.db", "coming.jsonl"])?;
    let most = fs::metadata(stage.file("a.db"))?.len() / 1024 + 64;
    let steps = if all() { most / 4 } else { 8 };
    let mut failures = 0;
    for step in 0..steps {
        // From nothing at all, so that the log and its index fail too, up to enough.
        let limit = most * step / steps;
        let script =
            format!("trap '' XFSZ; ulimit -f {limit}; exec \"$0\" add a.db coming.jsonl --json");
        let mut command = Command::new("bash");
        command.args(["-c", &script, env!("CARGO_BIN_EXE_interparl")]);
        failures += u64::from(stage.fails_well(&format!("a limit of {limit} KB"), &mut command)?);
    }
    assert!(
        failures > steps / 3,
        "{failures} of {steps} failed, from {least} to {most} KB"
    );
    Ok(())
}

#[test]
#[cfg(target_os = "linux")]
fn a_fault_at_each_write_loses_nothing() -> Checked {
    if !is_there("strace") {
        return skipped("faults at single writes", "no strace");
    }
    let stage = Stage::set()?;
    let calls = "pwrite64,fsync,fdatasync,ftruncate,unlink";
    let traced = |inject: Option<String>| {
        let mut command = Command::new("strace");
        command.args(["-f", "-o", "calls.log", "-e", &format!("trace={calls}")]);
        if let Some(inject) = inject {
            command.args(["-e", &format!("inject={inject}")]);
        }
        command.arg(env!("CARGO_BIN_EXE_interparl"));
        command.args(["add", "a.db", "coming.jsonl", "--json"]);
        command
    };
    stage.reset()?;
    let ran = traced(None).current_dir(stage.path()).output()?;
    let log = fs::read_to_string(stage.file("calls.log")).unwrap_or_default();
    if !ran.status.success() || !log.contains("pwrite64") {
        return passed_over("faults at single writes", "strace may not trace here");
    }
    let count = |call: &str| {
        log.lines()
            .filter(|line| line.contains(&format!(" {call}(")))
            .count()
    };
    let (mut faults, mut failures) = (0, 0);
    // A call that never comes is never failed: what is written must be brought to the disk, or all else here says nothing.
    let mut unsynced = 0;
    let syncs = count("fsync") + count("fdatasync");
    assert!(syncs > 1, "{syncs} syncs");
    for (call, fault) in [
        ("pwrite64", "error=EIO"),
        ("pwrite64", "error=ENOSPC"),
        ("pwrite64", "signal=KILL"),
        ("fsync", "error=EIO"),
        ("fdatasync", "error=EIO"),
        ("ftruncate", "error=EIO"),
        ("unlink", "error=EACCES"),
    ] {
        let calls = count(call);
        let step = if all() { 1 } else { (calls / FAULTS).max(1) };
        for when in (1..=calls).step_by(step) {
            let inject = format!("{call}:{fault}:when={when}");
            let failed = stage.fails_well(&inject, &mut traced(Some(inject.clone())))?;
            failures += usize::from(failed);
            faults += 1;
            if call.ends_with("sync") {
                let met = fs::read_to_string(stage.file("calls.log"))?;
                assert!(met.contains("EIO"), "{inject}: no such call was failed");
                unsynced += usize::from(failed);
            }
        }
    }
    assert!(unsynced > 0, "no failed sync was noticed");
    assert!(
        failures * 3 > faults,
        "{failures} of {faults} faults made it fail"
    );
    if all() {
        let told = format!(
            "{faults} faults at single calls of the system, {failures} of which ended the program; nothing lost\n"
        );
        let _ = std::io::Write::write_all(&mut std::io::stderr(), told.as_bytes());
    }
    Ok(())
}
