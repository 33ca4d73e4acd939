//! A small graph of invented people as JSON, and ways to run the program on it.

use std::error::Error;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::{Value, json};
use tempfile::TempDir;

/// What a test returns.
pub(crate) type Checked = Result<(), Box<dyn Error>>;

/// The program, far from any terminal and any settings of whoever runs the tests.
pub(crate) fn interparl() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_interparl"));
    command
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE")
        .env_remove("COLUMNS");
    command
}

/// What a run printed and how it ended.
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs a command to its end.
pub(crate) fn run(command: &mut Command) -> Result<Ended, Box<dyn Error>> {
    let output = command.output()?;
    Ok(Ended {
        code: output.status.code(),
        out: String::from_utf8(output.stdout)?,
        err: String::from_utf8(output.stderr)?,
    })
}

/// Runs the program with arguments in a folder.
pub(crate) fn run_in(folder: &Path, arguments: &[&str]) -> Result<Ended, Box<dyn Error>> {
    run(interparl().current_dir(folder).args(arguments))
}

/// A folder with the sample as `graph.json`.
pub(crate) fn folder_with_graph() -> Result<(TempDir, PathBuf), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("graph.json");
    std::fs::write(&path, serde_json::to_vec_pretty(&sample_graph())?)?;
    Ok((folder, path))
}

fn words(start: usize, quote: &str) -> Value {
    let end = start + quote.chars().count();
    json!([{"document": "https://news.example/talks", "start": start, "end": end, "quote": quote, "rule": "made-by-hand"}])
}

fn person(id: &str, name: &str, alias: &str, state: &str) -> Value {
    json!({"id": id, "kind": "legislator", "name": name, "aliases": [alias], "state": state})
}

fn role(person: &str, body: &str, role: &str, title: &str) -> Value {
    json!({"source": person, "target": body, "key": format!("role:{role}"), "kind": "role", "role": role,
        "title": title, "confidence": 0.95, "evidence": words(0, &format!("{title} of the {body}")),
        "spells": [{"not_before": null, "first_seen": "2031-03-04", "last_seen": "2031-03-04", "not_after": null}]})
}

/// Two states, three chambers, a commission, five people (two of them called Kim), talks, a session and a visit.
pub(crate) fn sample_graph() -> Value {
    let talks = "meeting/2031-03-04-bekova-drast";
    let session = "meeting/2031-03-joint";
    json!({"directed": true, "multigraph": true,
    "graph": {"schema": 1,
      "documents": [{"id": "https://news.example/talks", "title": "Speakers meet in Port Alva", "date": "2031-03-05",
        "url": "https://news.example/talks", "publisher": "The Example", "lang": "en", "sha256": "0".repeat(64), "same_text": []}],
      "meetings": [
        {"id": talks, "kind": "bilateral", "status": "held", "date": "2031-03-04", "place": "Port Alva", "body": null,
          "session": null, "sides": [["person/aru-bekova"], ["person/milo-drast"]],
          "participants": [{"person": "person/aru-bekova", "capacity": "speaker", "body": "xa/house"}],
          "outcomes": [{"kind": "invitation", "evidence": words(120, "invited her colleague to Alvania")}],
          "confidence": 0.97, "evidence": words(40, "Bekova received Drast in Port Alva on Tuesday")},
        {"id": session, "kind": "session", "status": "held", "date": "2031-03", "place": null, "body": "commission/joint",
          "session": 4, "sides": [["person/ana-kim"]], "participants": [], "outcomes": [],
          "confidence": 0.9, "evidence": words(200, "the fourth session of the Joint Commission")}]},
    "nodes": [
      {"id": "commission/joint", "kind": "commission", "form": "commission", "name": "Joint Commission", "aliases": [],
        "life": [{"event": "resumed", "date": "2031-03", "evidence": words(300, "took up its work again")}]},
      person("person/ana-kim", "Ana Kim", "Kim", "XA"),
      person("person/aru-bekova", "Aru Bekova", "Bekova", "XA"),
      person("person/bo-kim", "Bo Kim", "Kim", "XA"),
      person("person/lone-wolff", "Lone Wolff", "Wolff", "XB"),
      person("person/milo-drast", "Milo Drast", "Drast", "XB"),
      {"id": "state/XA", "kind": "state", "name": "Alvania", "aliases": [], "code": "XA"},
      {"id": "state/XB", "kind": "state", "name": "Borduna", "aliases": [], "code": "XB"},
      {"id": "xa/house", "kind": "chamber", "name": "House", "aliases": [], "state": "XA"},
      {"id": "xa/senate", "kind": "chamber", "name": "Senate", "aliases": [], "state": "XA"},
      {"id": "xb/assembly", "kind": "chamber", "name": "Assembly", "aliases": [], "state": "XB"}],
    "edges": [
      {"source": "commission/joint", "target": "xa/house", "key": "links", "kind": "links", "confidence": 0.9, "evidence": words(400, "between the House")},
      {"source": "commission/joint", "target": "xb/assembly", "key": "links", "kind": "links", "confidence": 0.9, "evidence": words(420, "and the Assembly")},
      {"source": "person/ana-kim", "target": "commission/joint", "key": format!("attended:{session}"), "kind": "attended",
        "meeting": "session", "meeting_id": session, "date": "2031-03", "place": null, "confidence": 0.9, "evidence": words(200, "the fourth session")},
      role("person/ana-kim", "commission/joint", "co_chair", "Co-Chair"),
      {"source": "person/aru-bekova", "target": "person/milo-drast", "key": format!("met:{talks}"), "kind": "met",
        "meeting": "bilateral", "meeting_id": talks, "date": "2031-03-04", "place": "Port Alva", "confidence": 0.97,
        "evidence": words(40, "Bekova received Drast in Port Alva on Tuesday")},
      role("person/aru-bekova", "xa/house", "speaker", "Speaker"),
      role("person/bo-kim", "xa/senate", "member", "Senator"),
      {"source": "person/milo-drast", "target": "state/XA", "key": "visited:2031-03-04", "kind": "visited", "date": "2031-03-04",
        "confidence": 0.92, "evidence": words(60, "arrived in Alvania")},
      role("person/milo-drast", "xb/assembly", "speaker", "President of the Assembly"),
      {"source": "xa/house", "target": "state/XA", "key": "part_of", "kind": "part_of", "confidence": 1.0, "evidence": [{"type": "table", "table": "chambers", "row": "xa/house"}]},
      {"source": "xa/senate", "target": "state/XA", "key": "part_of", "kind": "part_of", "confidence": 1.0, "evidence": [{"type": "table", "table": "chambers", "row": "xa/senate"}]},
      {"source": "xb/assembly", "target": "state/XB", "key": "part_of", "kind": "part_of", "confidence": 1.0, "evidence": [{"type": "table", "table": "chambers", "row": "xb/assembly"}]}
    ]})
}

/// Whether a program of this name is in the `PATH`.
pub(crate) fn is_there(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

/// Ends a test that wants a program which is not here, and says so. With `INTERPARL_NO_SKIP=1` it fails: a check of
/// everything must not be one of less.
pub(crate) fn skipped(what: &str, why: &str) -> Checked {
    if std::env::var_os("INTERPARL_NO_SKIP").is_some_and(|value| value == "1") {
        return Err(
            format!("{what}: {why}, and INTERPARL_NO_SKIP=1 lets nothing be skipped").into(),
        );
    }
    passed_over(what, why)
}

/// Ends a test that nobody asked for, or that no program to be installed would make possible here, and says so.
#[expect(
    clippy::unnecessary_wraps,
    reason = "it is the last word of tests, which return this"
)]
pub(crate) fn passed_over(what: &str, why: &str) -> Checked {
    told(&format!("skipped: {what}: {why}"));
    Ok(())
}

/// Writes a line past the capture of the test harness, so that a run which tests less says so.
pub(crate) fn told(line: &str) {
    let _ = std::io::Write::write_fmt(&mut std::io::stderr(), format_args!("{line}\n"));
}

/// Holds bytes against a committed file; with `INTERPARL_UPDATE=1` they become the file.
pub(crate) fn same_as_file(path: &Path, bytes: &[u8]) -> Checked {
    if std::env::var_os("INTERPARL_UPDATE").is_some_and(|value| value == "1") {
        std::fs::write(path, bytes)?;
        return Ok(());
    }
    let committed = std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?;
    if committed == bytes {
        return Ok(());
    }
    let (old, new) = (
        String::from_utf8_lossy(&committed),
        String::from_utf8_lossy(bytes),
    );
    let differs = (old.lines().zip(new.lines())).position(|(a, b)| a != b);
    let line = differs.unwrap_or_else(|| old.lines().count().min(new.lines().count()));
    let at = |text: &str| {
        let line = text.lines().nth(line).unwrap_or("(the end)");
        line.chars().take(200).collect::<String>()
    };
    Err(format!(
        "{}:{} is not what comes out today\n  committed: {}\n  today:     {}\nif the change is wanted: INTERPARL_UPDATE=1 cargo test",
        path.display(),
        line + 1,
        at(&old),
        at(&new)
    )
    .into())
}

/// Held by tests that may write to the same page, which they do when they are to update it.
pub(crate) fn page_lock() -> std::sync::MutexGuard<'static, ()> {
    static PAGES: std::sync::Mutex<()> = std::sync::Mutex::new(());
    // A test that failed while it held the lock has left no page half written.
    PAGES
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}
