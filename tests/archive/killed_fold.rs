//! Killed at any moment, a fold by way of temporary files leaves an archive that is whole, and the next one stores the graph.
//!
//! `INTERPARL_KILLS=200` kills so many times; a plain run of the tests kills a few.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use interparl::archive::Archive;
use interparl::archive_graph::{Room, differences_in, is_fresh, read, store_rows};
use interparl::document::Article;
use interparl::identity::Judgements;
use interparl::pipeline;

use super::crowd::crowded;
use super::killed::next;
use super::made::{built, bytes, made, today};
use super::on_disk::entries;
use crate::sample::Checked;

/// Kills where nobody asks for more.
const KILLS: usize = 8;

/// So little memory that every stage goes over the disk.
const LITTLE: Room = Room::Disk { memory: 20_000 };

/// The variable that tells a process which archive it is to fold, and its name as a test.
const FOLDED: &str = "INTERPARL_FOLD_OF";
const FOLDS: &str = "archive::killed_fold::who_is_told_of_an_archive_folds_it";

#[test]
fn who_is_told_of_an_archive_folds_it() -> Checked {
    // A process of its own, so that it can be killed; nobody tells a plain run of the tests of one.
    let Some(path) = std::env::var_os(FOLDED) else {
        return Ok(());
    };
    let mut archive = Archive::write(Path::new(&path), Duration::from_secs(1))?;
    store_rows(&mut archive, LITTLE)?;
    Ok(())
}

fn folding(path: &Path) -> Result<Child, Box<dyn Error>> {
    let child = Command::new(std::env::current_exe()?)
        .args([FOLDS, "--exact"])
        .env(FOLDED, path)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    Ok(child)
}

/// An archive with the stored graph of some articles, and more articles that came since and that went.
fn begun(path: &Path) -> Result<Vec<Article>, Box<dyn Error>> {
    let articles: Vec<Article> = (0..30).map(|number| made(number, 0)).collect();
    let articles: Vec<Article> = articles.into_iter().chain((0..520).map(crowded)).collect();
    let (before, after) = articles.split_at(articles.len() - 60);
    let mut archive = Archive::add_to(path, Duration::from_secs(1))?;
    archive.add(&entries(before)?, &today())?;
    store_rows(&mut archive, LITTLE)?;
    archive.add(&entries(after)?, &today())?;
    let gone: Vec<String> = before.iter().take(9).map(|a| a.record().id).collect();
    archive.remove(&gone)?;
    let stays = |article: &Article| !gone.contains(&article.record().id);
    Ok(articles.into_iter().filter(stays).collect())
}

#[test]
fn a_fold_that_is_killed_leaves_an_archive_that_is_whole() -> Checked {
    let kills = std::env::var("INTERPARL_KILLS").ok();
    let kills = kills.and_then(|n| n.parse().ok()).unwrap_or(KILLS);
    let folder = tempfile::tempdir()?;
    let (before, path) = (folder.path().join("before.db"), folder.path().join("a.db"));
    let articles = begun(&before)?;
    let expected = bytes(&built(articles.iter(), &Judgements::new()))?;
    fs::copy(&before, &path)?;
    let start = Instant::now();
    assert!(folding(&path)?.wait()?.success());
    let took = u64::try_from(start.elapsed().as_micros())?.max(1);
    assert!(is_fresh(&Archive::read(&path)?)?, "it was not folded");
    let mut seed = 20_310_305;
    let mut points = BTreeSet::new();
    for kill in 0..kills {
        for log in ["a.db-wal", "a.db-shm"] {
            let _ = fs::remove_file(folder.path().join(log));
        }
        fs::copy(&before, &path)?;
        let mut child = folding(&path)?;
        // Rows are written at the end, so more are killed there.
        let before_end = next(&mut seed) % 1_000;
        let before_end = took * before_end * before_end / 1_000_000;
        std::thread::sleep(Duration::from_micros(took - before_end));
        child.kill()?;
        child.wait()?;
        points.insert(point(folder.path())?);
        let archive = Archive::read(&path)?;
        let findings = archive.check(pipeline::READER)?;
        assert_eq!(findings.problems, Vec::<String>::new(), "kill {kill}");
        assert_eq!(differences_in(&archive, LITTLE)?, Vec::<String>::new());
        assert_eq!(bytes(&read(&archive)?)?, expected, "kill {kill}");
        drop(archive);
        let mut archive = Archive::write(&path, Duration::from_secs(1))?;
        store_rows(&mut archive, LITTLE)?;
        assert!(is_fresh(&archive)?);
        assert_eq!(bytes(&read(&archive)?)?, expected, "kill {kill}");
        assert_eq!(differences_in(&archive, LITTLE)?, Vec::<String>::new());
    }
    if kills > KILLS {
        let told = format!("{kills} kills at {} distinct points\n", points.len());
        let _ = std::io::Write::write_all(&mut std::io::stderr(), told.as_bytes());
    }
    Ok(())
}

/// Where the files stood when the process died.
fn point(folder: &Path) -> Result<String, Box<dyn Error>> {
    let mut sizes = Vec::new();
    for file in fs::read_dir(folder)? {
        let file = file?;
        let name = file.file_name().to_string_lossy().into_owned();
        sizes.push(format!("{name} {}", file.metadata()?.len()));
    }
    sizes.sort();
    Ok(sizes.join(", "))
}
