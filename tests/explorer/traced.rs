//! Which files a server names to the system while it answers.

use std::error::Error;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use super::server::Server;
use crate::sample::{is_there, passed_over, skipped};

/// Asks a server while `strace` writes down each of its calls to the system that name a file or take a connection, and gives
/// those that name one; `None` where that cannot be seen here. `ask` says how many connections it made.
pub(super) fn files_named(
    server: &Server,
    ask: impl FnOnce() -> Result<usize, Box<dyn Error>>,
) -> Result<Option<Vec<String>>, Box<dyn Error>> {
    let what = "files that requests open";
    if !is_there("strace") {
        return skipped(what, "there is no strace").map(|()| None);
    }
    let log = server.folder.path().join("calls.log");
    let mut strace = Command::new("strace")
        .args(["-f", "-e", "trace=%file,accept,accept4", "-p"])
        .arg(server.child.id().to_string())
        .arg("-o")
        .arg(&log)
        .stderr(Stdio::piped())
        .spawn()?;
    let mut said = BufReader::new(strace.stderr.take().ok_or("no standard error")?);
    let mut line = String::new();
    said.read_line(&mut line)?;
    if !line.contains("attached") {
        strace.wait()?;
        return passed_over(what, line.trim()).map(|()| None);
    }
    let asked = ask();
    let id = strace.id().to_string();
    assert!(
        Command::new("kill").args(["-INT", &id]).status()?.success(),
        "strace is not ended"
    );
    strace.wait()?;
    let calls = std::fs::read_to_string(&log)?;
    let (accepted, others): (Vec<&str>, Vec<&str>) =
        calls.lines().partition(|call| call.contains("accept"));
    assert!(accepted.len() >= asked?, "not all was traced: {calls}");
    // The C library asks the system how many processors there are when it needs room for a new thread.
    let of_system = |call: &&str| call.contains("\"/sys/") || call.contains("\"/proc/");
    let named = others
        .into_iter()
        .filter(|call| call.contains('"') && !of_system(call));
    Ok(Some(named.map(ToOwned::to_owned).collect()))
}
