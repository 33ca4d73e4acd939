//! What is written: whole or not at all, told before the work if it cannot be, and quietly ended by a closed pipe.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::sample::{Checked, folder_with_graph, interparl, run, run_in};

/// The names in a folder, sorted.
fn names(folder: &Path) -> Result<Vec<String>, std::io::Error> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

#[test]
fn an_output_is_written_and_nothing_is_left_beside_it() -> Checked {
    let (folder, _) = folder_with_graph()?;
    for out in ["new.json", "NEW.DOT", "new.gv", "./new.svg"] {
        let ended = run_in(folder.path(), &["export", "graph.json", "-o", out])?;
        assert_eq!(ended.code, Some(0), "{}", ended.err);
        assert!(ended.out.is_empty() && ended.err.is_empty());
        assert!(fs::metadata(folder.path().join(out))?.len() > 0);
    }
    assert_eq!(
        names(folder.path())?,
        ["NEW.DOT", "graph.json", "new.gv", "new.json", "new.svg"]
    );
    Ok(())
}

#[test]
fn a_graph_goes_to_standard_output_where_no_file_is_named() -> Checked {
    let (folder, _) = folder_with_graph()?;
    let plain = run_in(folder.path(), &["export", "graph.json"])?;
    assert_eq!(plain.code, Some(0), "{}", plain.err);
    for arguments in [
        &["export", "graph.json", "-o", "-"][..],
        &["export", "graph.json", "-o", "/dev/stdout"],
        &["export", "graph.json", "-o", "-", "--format", "json"],
    ] {
        assert_eq!(
            run_in(folder.path(), arguments)?.out,
            plain.out,
            "{arguments:?}"
        );
    }
    assert_eq!(names(folder.path())?, ["graph.json"]);
    Ok(())
}

#[test]
fn an_output_that_cannot_be_is_told_before_the_input_is_looked_at() -> Checked {
    let (folder, _) = folder_with_graph()?;
    fs::create_dir(folder.path().join("sub.json"))?;
    for (out, why) in [
        ("none/g.json", "there is no folder \"none\""),
        ("sub.json", "it is a folder"),
        (
            "graph.json/g.json",
            "a part of the path is a file, not a folder",
        ),
        (
            "/proc/interparl.json",
            "cannot write \"/proc/interparl.json\": ",
        ),
        ("g.txt", "does not tell the format"),
    ] {
        for command in ["export", "fold", "build"] {
            let ended = run_in(folder.path(), &[command, "missing-input", "-o", out])?;
            assert_eq!(ended.code, Some(2), "{command} {out}");
            assert!(ended.err.starts_with("error: "), "{}", ended.err);
            assert!(ended.err.contains(why), "{why} in {}", ended.err);
            assert!(!ended.err.contains("missing-input"), "{}", ended.err);
        }
    }
    Ok(())
}

#[test]
fn a_failed_run_leaves_the_old_file_and_no_traces() -> Checked {
    let (folder, _) = folder_with_graph()?;
    fs::write(folder.path().join("old.json"), "precious")?;
    for command in ["export", "fold", "build"] {
        let ended = run_in(folder.path(), &[command, "missing", "-o", "old.json"])?;
        assert_eq!(ended.code, Some(2), "{}", ended.err);
    }
    assert_eq!(
        fs::read_to_string(folder.path().join("old.json"))?,
        "precious"
    );
    assert_eq!(names(folder.path())?, ["graph.json", "old.json"]);
    Ok(())
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    fn mode(path: &Path) -> Result<u32, std::io::Error> {
        Ok(fs::metadata(path)?.permissions().mode() & 0o777)
    }

    #[test]
    fn a_new_file_has_the_permissions_of_any_new_file_and_an_old_one_keeps_its_own() -> Checked {
        let (folder, _) = folder_with_graph()?;
        let script = "umask 027; exec \"$0\" export graph.json -o new.json";
        let status = Command::new("sh")
            .current_dir(folder.path())
            .args(["-c", script, env!("CARGO_BIN_EXE_interparl")])
            .status()?;
        assert!(status.success());
        assert_eq!(mode(&folder.path().join("new.json"))?, 0o640);
        let old = folder.path().join("old.json");
        fs::write(&old, "")?;
        fs::set_permissions(&old, fs::Permissions::from_mode(0o604))?;
        run_in(folder.path(), &["export", "graph.json", "-o", "old.json"])?;
        assert_eq!(mode(&old)?, 0o604);
        assert!(fs::metadata(&old)?.len() > 0);
        fs::set_permissions(&old, fs::Permissions::from_mode(0o444))?;
        let ended = run_in(folder.path(), &["export", "graph.json", "-o", "old.json"])?;
        assert_eq!(ended.code, Some(2));
        assert!(ended.err.contains("the file is read-only"), "{}", ended.err);
        Ok(())
    }

    #[test]
    fn a_link_stays_and_what_it_points_at_is_written() -> Checked {
        let (folder, _) = folder_with_graph()?;
        let path = |name: &str| folder.path().join(name);
        fs::create_dir(path("real"))?;
        symlink("real/g.json", path("link.json"))?;
        symlink("link.json", path("second.json"))?;
        symlink("round.json", path("round.json"))?;
        for out in ["link.json", "second.json"] {
            let ended = run_in(folder.path(), &["export", "graph.json", "-o", out])?;
            assert_eq!(ended.code, Some(0), "{}", ended.err);
            assert!(fs::symlink_metadata(path(out))?.file_type().is_symlink());
            assert!(fs::metadata(path("real/g.json"))?.len() > 0);
            fs::remove_file(path("real/g.json"))?;
        }
        let ended = run_in(folder.path(), &["export", "graph.json", "-o", "round.json"])?;
        assert_eq!(ended.code, Some(2));
        assert!(ended.err.contains("too many links"), "{}", ended.err);
        Ok(())
    }

    /// A limit on the size of files stands for a full disk: it needs no rights, and the write fails in the same place.
    #[test]
    fn a_full_disk_leaves_the_old_file_whole() -> Checked {
        let (folder, _) = folder_with_graph()?;
        fs::write(folder.path().join("old.json"), "precious")?;
        let script = "trap '' XFSZ; ulimit -f 0; exec \"$0\" export graph.json -o old.json";
        let output = Command::new("sh")
            .current_dir(folder.path())
            .args(["-c", script, env!("CARGO_BIN_EXE_interparl")])
            .output()?;
        let err = String::from_utf8(output.stderr)?;
        assert_eq!(output.status.code(), Some(2), "{err}");
        assert!(
            err.starts_with("error: cannot write \"old.json\": "),
            "{err}"
        );
        assert!(err.contains("\nhint: make room"), "{err}");
        assert_eq!(
            fs::read_to_string(folder.path().join("old.json"))?,
            "precious"
        );
        assert_eq!(names(folder.path())?, ["graph.json", "old.json"]);
        Ok(())
    }

    #[test]
    fn a_full_device_is_told() -> Checked {
        if !Path::new("/dev/full").exists() {
            // Only Linux has this device; there is nothing to write to elsewhere.
            return Ok(());
        }
        let (folder, _) = folder_with_graph()?;
        let ended = run_in(folder.path(), &["export", "graph.json", "-o", "/dev/full"])?;
        assert_eq!(ended.code, Some(2));
        assert!(
            ended
                .err
                .contains("cannot write \"/dev/full\": no space left"),
            "{}",
            ended.err
        );
        let output = Command::new(env!("CARGO_BIN_EXE_interparl"))
            .current_dir(folder.path())
            .args(["show", "graph.json", "bekova"])
            .stdout(fs::OpenOptions::new().write(true).open("/dev/full")?)
            .output()?;
        let err = String::from_utf8(output.stderr)?;
        assert_eq!(output.status.code(), Some(2), "{err}");
        assert!(
            err.contains("cannot write standard output: no space left"),
            "{err}"
        );
        Ok(())
    }

    #[test]
    fn a_closed_pipe_ends_quietly() -> Checked {
        let (folder, _) = folder_with_graph()?;
        for arguments in [
            &["show", "graph.json", "bekova"][..],
            &["show", "graph.json", "bekova", "--json"],
            &["path", "graph.json", "bekova", "drast"],
            &["export", "graph.json"],
            &["completions", "bash"],
            &["man"],
            &["--help"],
        ] {
            let (reader, writer) = std::io::pipe()?;
            drop(reader);
            let output = Command::new(env!("CARGO_BIN_EXE_interparl"))
                .current_dir(folder.path())
                .args(arguments)
                .stdout(writer)
                .stderr(Stdio::piped())
                .output()?;
            assert_eq!(String::from_utf8(output.stderr)?, "", "{arguments:?}");
            assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        }
        Ok(())
    }
}

#[test]
fn graphviz_is_missed_before_the_work() -> Checked {
    let (folder, _) = folder_with_graph()?;
    let mut command = interparl();
    command
        .current_dir(folder.path())
        .env("PATH", folder.path());
    let ended = run(command.args(["draw", "missing", "-o", "g.svg", "--engine", "graphviz"]))?;
    assert_eq!(ended.code, Some(2));
    assert!(ended.err.contains("no Graphviz"), "{}", ended.err);
    assert!(
        ended
            .err
            .contains("hint: install Graphviz, or leave --engine out"),
        "{}",
        ended.err
    );
    Ok(())
}
