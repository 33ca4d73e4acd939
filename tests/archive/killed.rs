//! Killed at any moment, an archive has lost nothing that was reported, and doing it again completes it.
//!
//! `INTERPARL_KILLS=200` kills so many times; a plain run of the tests kills a few.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use super::made::{done, file};
use crate::sample::{Checked, run_in};

/// Kills where nobody asks for more.
const KILLS: usize = 12;

/// Documents that are there before.
const BEFORE: usize = 40;
/// Articles that come in: several batches of what is put on the disk together.
const COMING: usize = 700;

/// What is killed, with what it changes.
const COMMANDS: [&[&str]; 5] = [
    &["add", "a.db", "coming.jsonl", "--json"],
    &["refresh", "a.db", "--all"],
    &[
        "remove",
        "a.db",
        "https://news.example/0",
        "https://news.example/1",
        "https://news.example/2",
    ],
    &["judgements", "import", "a.db", "judgements.txt"],
    &[
        "same",
        "a.db",
        "Anna Ozola@https://news.example/0",
        "Daiga Ozola@https://news.example/10",
    ],
];

/// A folder with the archive before and what is to come.
struct Stage {
    folder: tempfile::TempDir,
    /// For each command how long it takes, and the bytes of the graph when it is done.
    ends: Vec<(Duration, Vec<u8>)>,
}

impl Stage {
    fn set() -> Result<Self, Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let path = folder.path();
        file(path, "before.jsonl", 0..BEFORE, 0)?;
        file(path, "coming.jsonl", BEFORE..BEFORE + COMING, 0)?;
        let judgements: Vec<String> = (0..3000)
            .map(|n| format!("{{\"judgement\":\"undo\",\"of\":\"{n:012x}\"}}"))
            .collect();
        fs::write(path.join("judgements.txt"), judgements.join("\n"))?;
        done(path, &["add", "a.db", "before.jsonl"])?;
        done(path, &["refresh", "a.db"])?;
        fs::copy(path.join("a.db"), path.join("before.db"))?;
        let mut stage = Self {
            folder,
            ends: Vec::new(),
        };
        for command in COMMANDS {
            stage.reset()?;
            let start = Instant::now();
            done(stage.path(), command)?;
            let took = start.elapsed();
            stage.ends.push((took, stage.graph()?));
        }
        Ok(stage)
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

    fn graph(&self) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
        done(self.path(), &["export", "a.db", "-o", "out.json"])?;
        Ok(fs::read(self.file("out.json"))?)
    }

    fn documents(&self) -> Result<BTreeSet<String>, Box<dyn std::error::Error>> {
        let documents: Vec<Value> =
            serde_json::from_str(&done(self.path(), &["documents", "a.db", "--json"])?)?;
        let id = |document: &Value| {
            document
                .get("id")
                .and_then(Value::as_str)
                .map(str::to_owned)
        };
        Ok(documents.iter().filter_map(id).collect())
    }

    /// Starts a command, kills it after some time, and gives what it had reported, and where the files stood.
    fn kill(
        &self,
        command: &[&str],
        after: Duration,
    ) -> Result<(BTreeSet<String>, String), Box<dyn std::error::Error>> {
        let mut child = Command::new(env!("CARGO_BIN_EXE_interparl"))
            .current_dir(self.path())
            .args(command)
            .stdout(File::create(self.file("reported"))?)
            .stderr(Stdio::null())
            .spawn()?;
        std::thread::sleep(after);
        child.kill()?;
        let ended = child.wait()?;
        let reported = fs::read_to_string(self.file("reported"))?;
        // A line without an end was not reported: the process died while it wrote it.
        let whole = reported.rsplit_once('\n').map_or("", |(whole, _)| whole);
        let added = whole
            .lines()
            .filter_map(|line| serde_json::from_str::<Value>(line).ok())
            .filter_map(|line| {
                line.get("document")
                    .and_then(Value::as_str)
                    .map(str::to_owned)
            })
            .collect();
        let size = |name: &str| fs::metadata(self.file(name)).map_or(0, |m| m.len());
        let point = format!(
            "{ended} {} {} {}",
            size("a.db"),
            size("a.db-wal"),
            reported.len()
        );
        Ok((added, point))
    }
}

/// Numbers that are the same in every run.
pub(super) fn next(state: &mut u64) -> u64 {
    *state = state
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}

#[test]
fn killed_at_any_moment_nothing_reported_is_lost() -> Checked {
    let kills = std::env::var("INTERPARL_KILLS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(KILLS);
    let stage = Stage::set()?;
    let before: BTreeSet<String> = {
        stage.reset()?;
        stage.documents()?
    };
    let mut points = BTreeSet::new();
    let mut seed = 20_310_304;
    let mut reported_in_all = 0;
    for kill in 0..kills {
        let number = kill % COMMANDS.len();
        let (Some(command), Some((took, graph))) = (COMMANDS.get(number), stage.ends.get(number))
        else {
            continue;
        };
        stage.reset()?;
        let micros = u64::try_from(took.as_micros())?.max(1);
        let after = Duration::from_micros(next(&mut seed) % micros);
        let (reported, point) = stage.kill(command, after)?;
        points.insert(format!("{number} {point}"));
        reported_in_all += reported.len();

        done(stage.path(), &["check", "a.db"])?;
        let there = stage.documents()?;
        assert!(
            reported.is_subset(&there),
            "kill {kill} {command:?}: reported and not there"
        );
        let gone: Vec<&String> = before.difference(&there).collect();
        let whole = gone.is_empty() || (number == 2 && gone.len() == 3);
        assert!(whole, "kill {kill} {command:?}: {gone:?} are gone");
        let judged = done(stage.path(), &["judgements", "export", "a.db"])?
            .lines()
            .count();
        let whole = match number {
            3 => judged == 0 || judged == 3000,
            4 => judged <= 1,
            _ => judged == 0,
        };
        assert!(whole, "kill {kill} {command:?}: {judged} judgements");

        let again = run_in(stage.path(), command)?;
        // What is removed already cannot be removed again.
        let complete = again.code == Some(0) || (number == 2 && gone.len() == 3);
        assert!(complete, "kill {kill} {command:?}: {}", again.err);
        assert_eq!(&stage.graph()?, graph, "kill {kill} {command:?}");
        done(stage.path(), &["check", "a.db"])?;
    }
    // As many points as commands there would be if each were always caught in one state of its files.
    assert!(
        points.len() > COMMANDS.len(),
        "{} distinct points of {kills}",
        points.len()
    );
    let told = format!(
        "{kills} kills at {} distinct points, {reported_in_all} articles reported before them, none lost\n",
        points.len()
    );
    // Past the capture of the test harness: a run that is asked for more says what it did.
    if kills > KILLS {
        let _ = std::io::Write::write_all(&mut std::io::stderr(), told.as_bytes());
    }
    Ok(())
}
