//! What README.md shows is what happens: the commands of its console blocks run, and print what stands below them.
//!
//! With `INTERPARL_UPDATE=1` what they print today is written below them.

use std::path::Path;
use std::process::Command;

use crate::sample::{Checked, page_lock, same_as_file};

#[test]
#[cfg(unix)]
fn the_console_blocks_show_what_comes_out() -> Checked {
    let _only_one = page_lock();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = root.join("README.md");
    let page = std::fs::read_to_string(&path)?;
    // The reader's folder: the examples are there, and what commands write stays for the next ones.
    let folder = tempfile::tempdir()?;
    std::os::unix::fs::symlink(root.join("examples"), folder.path().join("examples"))?;
    let mut today = String::new();
    let mut commands = 0;
    let mut inside = false;
    for line in page.lines() {
        let fence = line.starts_with("```");
        if fence {
            inside = !inside && line == "```console";
        }
        if !inside || fence {
            today.push_str(line);
            today.push('\n');
        } else if let Some(command) = line.strip_prefix("$ ") {
            today.push_str(line);
            today.push('\n');
            today.push_str(&what_it_prints(command, folder.path())?);
            commands += 1;
        }
        // Other lines of a block are what came out before; what comes out today stands in their place.
    }
    assert!(commands > 4, "only {commands} commands");
    same_as_file(&path, today.as_bytes())
}

#[test]
#[cfg(unix)]
fn the_first_command_works_as_it_stands() -> Checked {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = std::fs::read_to_string(root.join("README.md"))?;
    let first = page
        .lines()
        .skip_while(|line| *line != "```sh")
        .nth(1)
        .ok_or("no first command")?;
    assert_eq!(
        first,
        "cargo run --release -- build examples/articles -o graph.svg"
    );
    let folder = tempfile::tempdir()?;
    std::os::unix::fs::symlink(root.join("examples"), folder.path().join("examples"))?;
    // The program of this build stands for the one that cargo would build.
    let command = first.replace("cargo run --release --", "interparl");
    assert_eq!(what_it_prints(&command, folder.path())?, "");
    let picture = std::fs::read_to_string(folder.path().join("graph.svg"))?;
    assert!(picture.starts_with("<svg") && picture.trim_end().ends_with("</svg>"));
    Ok(())
}

/// What a command line prints in a folder, on either output, when the shell finds this build's program as `interparl`.
#[cfg(unix)]
fn what_it_prints(command: &str, folder: &Path) -> Result<String, Box<dyn std::error::Error>> {
    let programs = tempfile::tempdir()?;
    std::os::unix::fs::symlink(
        env!("CARGO_BIN_EXE_interparl"),
        programs.path().join("interparl"),
    )?;
    let mut path = programs.path().as_os_str().to_owned();
    path.push(":");
    path.push(std::env::var_os("PATH").unwrap_or_default());
    let output = Command::new("sh")
        .args(["-e", "-c", command])
        .current_dir(folder)
        .env("PATH", path)
        .env("COLUMNS", "100")
        .env_remove("CLICOLOR_FORCE")
        .output()?;
    let mut printed = String::from_utf8(output.stdout)?;
    printed.push_str(&String::from_utf8(output.stderr)?);
    if !output.status.success() {
        return Err(format!("$ {command}\n{printed}({})", output.status).into());
    }
    Ok(printed)
}
