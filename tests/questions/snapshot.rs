//! The snapshot beside a large graph file: quick, never in the way, and never another answer.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use interparl::archive_graph::{FromSnapshot, Question, SnapshotOf, WORTH_KEEPING};
use interparl::export::json;
use interparl::query::{Lookup, PathOptions, about, along, connections, find_node};

use crate::sample::{Checked, Ended, folder_with_graph, run_in, sample_graph};

/// Questions that are answered from a snapshot.
const QUESTIONS: [&[&str]; 12] = [
    &["show", "graph.json", "bekova"],
    &["show", "graph.json", "XA", "--json"],
    &["show", "graph.json", "kim"],
    &["show", "graph.json", "nobody at all"],
    &["explain", "graph.json", "bekova", "drast"],
    &["explain", "graph.json", "kim", "nobody at all"],
    &["path", "graph.json", "Aru Bekova", "Milo Drast"],
    &[
        "path",
        "graph.json",
        "bekova",
        "state/XB",
        "--json",
        "-k",
        "5",
    ],
    &["path", "graph.json", "bekova", "wolff"],
    &["between", "graph.json", "bekova", "drast", "--json"],
    &["between", "graph.json", "bekova", "drast", "--to", "2031"],
    &["between", "graph.json", "XA", "XB"],
];

/// Writes the sample with so much white space that a snapshot is worth while, as if it had been there for an hour.
fn write_large(path: &Path, name: &str) -> Checked {
    let text = serde_json::to_string(&sample_graph())?.replace("Port Alva", name);
    let room = " ".repeat(usize::try_from(WORTH_KEEPING)?);
    fs::write(path, format!("{text}{room}\n"))?;
    age(path, 3600)
}

fn age(path: &Path, seconds: u64) -> Checked {
    let then = SystemTime::now() - Duration::from_secs(seconds);
    File::options().write(true).open(path)?.set_modified(then)?;
    Ok(())
}

fn large() -> Result<(tempfile::TempDir, PathBuf), Box<dyn std::error::Error>> {
    let (folder, path) = folder_with_graph()?;
    write_large(&path, "Port Alva")?;
    Ok((folder, path))
}

fn asked(
    folder: &Path,
    question: &[&str],
    more: &[&str],
) -> Result<Ended, Box<dyn std::error::Error>> {
    run_in(folder, &[question, more].concat())
}

fn is_part<T>(found: &FromSnapshot<T>) -> bool {
    matches!(found, FromSnapshot::Part(_))
}

#[test]
fn answers_are_the_same_bytes_with_and_without_a_snapshot() -> Checked {
    let (folder, path) = large()?;
    let snapshot = folder.path().join("graph.json.snapshot");
    for question in QUESTIONS {
        let without = asked(folder.path(), question, &["--no-snapshot"])?;
        assert!(!without.err.contains("snapshot"), "{}", without.err);
        assert!(!snapshot.exists(), "{question:?}");
        let first = asked(folder.path(), question, &[])?;
        let kept = snapshot.exists();
        assert_eq!(kept, first.err.contains("kept a snapshot"), "{}", first.err);
        assert_eq!(kept, without.code == Some(0), "{question:?}");
        let told = asked(folder.path(), &["show", "graph.json", "bekova"], &["-q"])?;
        assert!(told.err.is_empty(), "{}", told.err);
        let second = asked(folder.path(), question, &[])?;
        for with in [first, second] {
            assert_eq!(
                (with.code, &with.out),
                (without.code, &without.out),
                "{question:?}"
            );
            let notes = with
                .err
                .lines()
                .filter(|l| !l.starts_with("kept a snapshot"));
            assert_eq!(notes.collect::<Vec<_>>().join("\n"), without.err.trim_end());
        }
        fs::remove_file(&snapshot)?;
    }
    let of = SnapshotOf::file(&path).ok_or("no place for a snapshot")?;
    assert!(!is_part(&of.part(&Question::About("bekova"))));
    Ok(())
}

#[test]
fn a_part_from_a_snapshot_answers_as_the_whole_does() -> Checked {
    let (_folder, path) = large()?;
    let whole = json::read(&fs::read(&path)?)?;
    let of = SnapshotOf::file(&path).ok_or("no place for a snapshot")?;
    of.keep(&whole)?;
    let options = PathOptions::default();
    for (_, node) in whole.nodes() {
        let FromSnapshot::Part(part) = of.part(&Question::About(&node.id)) else {
            return Err(format!("no part about {}", node.id).into());
        };
        let (Lookup::One(here), Lookup::One(there)) =
            (find_node(&part, &node.id), find_node(&whole, &node.id))
        else {
            return Err(format!("{} is not found", node.id).into());
        };
        assert_eq!(about(&part, here), about(&whole, there));
        let ends = ("person/aru-bekova", node.id.as_str());
        let FromSnapshot::Part((part, stops)) = of.path_part(ends, &options) else {
            return Err(format!("no paths to {}", node.id).into());
        };
        let ends_in = |graph: &interparl::graph::RelationGraph| {
            graph.find(ends.0).zip(graph.find(ends.1)).ok_or("no ends")
        };
        let ((a, b), (c, d)) = (ends_in(&part)?, ends_in(&whole)?);
        let expected = connections(&whole, c, d, &options);
        assert_eq!(along(&part, a, b, &stops, &options), expected);
    }
    // Who is called by a name that nobody has gets the near ones, and not all of the graph.
    for typed in ["xyzzy", "bekvoa", "alvnia"] {
        let FromSnapshot::Part(part) = of.part(&Question::About(typed)) else {
            return Err(format!("no part for {typed}").into());
        };
        assert_eq!(find_node(&part, typed), find_node(&whole, typed));
        assert!(part.node_count() <= 3, "{typed}");
    }
    assert!(matches!(
        of.part(&Question::Between("XA", "XB")),
        FromSnapshot::Whole
    ));
    Ok(())
}

#[test]
fn a_file_that_changed_has_the_new_answer_and_one_that_was_touched_its_snapshot() -> Checked {
    let (folder, path) = large()?;
    let snapshot = folder.path().join("graph.json.snapshot");
    let question = ["show", "graph.json", "bekova"];
    asked(folder.path(), &question, &[])?;
    let made = fs::metadata(&snapshot)?.modified()?;
    age(&path, 1800)?;
    let touched = asked(folder.path(), &question, &[])?;
    assert!(touched.out.contains("Port Alva"), "{}", touched.out);
    assert!(!touched.err.contains("kept a snapshot"), "{}", touched.err);
    // The same size, and as old as before: what the system says of it differs all the same.
    write_large(&path, "Port Olva")?;
    let changed = asked(folder.path(), &question, &[])?;
    assert!(changed.out.contains("Port Olva"), "{}", changed.out);
    assert!(changed.err.contains("kept a snapshot"), "{}", changed.err);
    assert!(fs::metadata(&snapshot)?.modified()? > made);
    let again = asked(folder.path(), &question, &[])?;
    assert_eq!((again.out, again.err), (changed.out, String::new()));
    Ok(())
}

#[test]
fn a_damaged_snapshot_changes_no_answer_and_is_replaced() -> Checked {
    let (folder, path) = large()?;
    let whole = json::read(&fs::read(&path)?)?;
    let of = SnapshotOf::file(&path).ok_or("no place for a snapshot")?;
    of.keep(&whole)?;
    let good = fs::read(of.path())?;
    let expected = whole
        .find("person/aru-bekova")
        .and_then(|node| about(&whole, node));
    let (mut parts, mut refused) = (0, 0);
    let mut damaged: Vec<Vec<u8>> = [0, 1, 15, 16, 4096, good.len() / 2, good.len() - 1]
        .into_iter()
        .map(|end| good.get(..end).unwrap_or_default().to_vec())
        .collect();
    for page in (0..good.len()).step_by(8192) {
        for byte in [0, 0xff] {
            let mut bytes = good.clone();
            bytes
                .iter_mut()
                .skip(page)
                .take(8192)
                .for_each(|b| *b = byte);
            damaged.push(bytes);
        }
    }
    damaged.push(b"SQLite format 3\0 and no more of it".repeat(1000));
    for bytes in &damaged {
        fs::write(of.path(), bytes)?;
        match of.part(&Question::About("person/aru-bekova")) {
            FromSnapshot::Part(part) => {
                let told = part
                    .find("person/aru-bekova")
                    .and_then(|node| about(&part, node));
                assert_eq!(told, expected);
                parts += 1;
            }
            FromSnapshot::Several(_) | FromSnapshot::Whole | FromSnapshot::None => refused += 1,
        }
    }
    // A page that the question needs nothing of may be what it likes.
    assert!(parts > 0 && refused > 10, "{parts} {refused}");
    fs::write(of.path(), b"rubbish")?;
    let told = asked(folder.path(), &["show", "graph.json", "bekova"], &[])?;
    assert!(told.out.contains("Aru Bekova") && told.err.contains("kept a snapshot"));
    assert!(is_part(&of.part(&Question::About("bekova"))));
    Ok(())
}

#[test]
fn a_snapshot_is_no_archive_and_no_graph() -> Checked {
    let (folder, _) = large()?;
    asked(folder.path(), &["show", "graph.json", "bekova"], &[])?;
    let snapshot = folder.path().join("graph.json.snapshot");
    let before = fs::read(&snapshot)?;
    for question in [
        &["show", "graph.json.snapshot", "bekova"][..],
        &["documents", "graph.json.snapshot"],
        &["check", "graph.json.snapshot"],
    ] {
        let ended = run_in(folder.path(), question)?;
        assert_eq!(ended.code, Some(2), "{question:?}: {}", ended.out);
        assert!(ended.err.contains("is not an archive"), "{}", ended.err);
    }
    assert_eq!(fs::read(&snapshot)?, before);
    Ok(())
}

#[test]
fn small_files_new_ones_and_other_questions_leave_nothing_behind() -> Checked {
    let (folder, path) = folder_with_graph()?;
    age(&path, 3600)?;
    let left =
        |folder: &Path| -> Result<usize, std::io::Error> { Ok(fs::read_dir(folder)?.count()) };
    asked(folder.path(), &["show", "graph.json", "bekova"], &[])?;
    assert_eq!(left(folder.path())?, 1);
    write_large(&path, "Port Alva")?;
    asked(folder.path(), &["stats", "graph.json"], &[])?;
    asked(folder.path(), &["show", "graph.json", "xyzzy"], &[])?;
    assert_eq!(left(folder.path())?, 1);
    // Somebody may be writing to it still.
    age(&path, 0)?;
    asked(folder.path(), &["show", "graph.json", "bekova"], &[])?;
    assert_eq!(left(folder.path())?, 1);
    Ok(())
}

#[cfg(unix)]
#[test]
fn who_may_not_write_or_is_not_alone_gets_an_answer_all_the_same() -> Checked {
    use std::os::unix::fs::PermissionsExt as _;
    let (folder, path) = large()?;
    let snapshot = folder.path().join("graph.json.snapshot");
    // A folder stands where the snapshot would.
    fs::create_dir(&snapshot)?;
    let told = asked(folder.path(), &["show", "graph.json", "bekova"], &[])?;
    assert_eq!((told.code, told.err.as_str()), (Some(0), ""));
    assert_eq!(fs::read_dir(folder.path())?.count(), 2);
    fs::remove_dir(&snapshot)?;
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640))?;
    std::thread::scope(|scope| {
        let ask = || {
            let told = asked(folder.path(), &["show", "graph.json", "bekova"], &["-q"]);
            told.map(|told| told.out).map_err(|e| e.to_string())
        };
        let all: Vec<_> = (0..6).map(|_| scope.spawn(ask)).collect();
        for one in all {
            let out = one.join().map_err(|_| "a thread fell over")??;
            assert_eq!(out, told.out);
        }
        Ok::<(), Box<dyn std::error::Error>>(())
    })?;
    let names = fs::read_dir(folder.path())?.count();
    assert_eq!(names, 2, "something was left behind");
    assert_eq!(fs::metadata(&snapshot)?.permissions().mode() & 0o777, 0o640);
    Ok(())
}
