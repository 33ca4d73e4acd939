//! The graph that is served follows its archive, whoever changes it.
#![expect(
    clippy::indexing_slicing,
    reason = "a value of JSON gives null for what it has not"
)]

use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::json;

use super::edited::served;
use super::server::Server;
use crate::archive::made::done;
use crate::judging;
use crate::sample::Checked;

fn add(folder: &Path, archive: &str, id: &str, day: u8) -> Checked {
    let text = format!(
        "Speaker of the Seimas Vytas Kalnietis met with Speaker of the Sejm Ewa Lipowska in Vilnius on {day} July 2031."
    );
    let line = json!({"id": id, "date": "2031-07-20", "text": text});
    fs::write(folder.join("more.jsonl"), line.to_string())?;
    done(folder, &["add", archive, "more.jsonl"]).map(drop)
}

/// The tag of what the page shows.
fn tag(server: &Server) -> Result<String, Box<dyn Error>> {
    let reply = server.ask("HEAD", "/api/v1/data", &[])?;
    assert_eq!((reply.status, reply.body.as_str()), (200, ""));
    Ok(reply.header("etag").ok_or("no tag")?.to_owned())
}

/// Waits until something else is shown, and gives its tag.
fn other_than(server: &Server, before: &str) -> Result<String, Box<dyn Error>> {
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(40) {
        let now = tag(server)?;
        if now != before {
            return Ok(now);
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    Err("what is shown did not change".into())
}

fn named(server: &Server, name: &str) -> Result<bool, Box<dyn Error>> {
    let path = format!("/api/v1/node?node={}", name.replace(' ', "%20"));
    Ok(server.get(&path)?.status == 200)
}

#[test]
fn what_others_put_into_the_archive_is_shown_by_itself() -> Checked {
    for arguments in [&["--edit"][..], &[], &["--no-quotes"]] {
        let server = served(arguments)?;
        let page = server.get("/")?.body;
        assert!(page.contains("data-live"), "{page}");
        let folder = server.folder.path();
        let before = tag(&server)?;
        let headers = [("If-None-Match", before.as_str())];
        assert_eq!(server.ask("HEAD", "/api/v1/data", &headers)?.status, 304);
        assert!(!named(&server, "Vytas Kalnietis")?);
        add(folder, "a.db", "news/vilnius", 8)?;
        let after = other_than(&server, &before)?;
        assert!(named(&server, "Vytas Kalnietis")?);
        assert_eq!(server.ask("HEAD", "/api/v1/data", &headers)?.status, 200);
        if arguments.is_empty() {
            // Nothing of the archive was touched but by whoever added.
            assert_eq!(
                server.get("/api/v1/graph")?.body,
                done(folder, &["export", "a.db"])?
            );
        }
        done(folder, &["remove", "a.db", "news/vilnius"])?;
        other_than(&server, &after)?;
        assert!(!named(&server, "Vytas Kalnietis")?);
    }
    Ok(())
}

#[test]
fn an_archive_that_is_gone_is_told_on_and_another_in_its_place_is_followed() -> Checked {
    let server = served(&["--edit"])?;
    let folder = server.folder.path();
    let before = tag(&server)?;
    fs::rename(folder.join("a.db"), folder.join("gone.db"))?;
    let pair = json!({"a": {"node": "Jaan Tammsalu"}, "b": {"node": "J. Tammsalu"}});
    let told = server.post("/api/v1/judgements/same", &pair, &[])?;
    assert_eq!(
        (told.status, &told.json()?["code"]),
        (500, &json!("archive"))
    );
    std::thread::sleep(Duration::from_secs(3));
    assert_eq!(tag(&server)?, before);
    assert!(named(&server, "Jaan Tammsalu")?);
    assert!(!folder.join("a.db").exists());
    // It was changed as often as the first one, and yet is another.
    add(folder, "other.db", "news/vilnius", 9)?;
    fs::rename(folder.join("other.db"), folder.join("a.db"))?;
    let after = other_than(&server, &before)?;
    assert!(named(&server, "Vytas Kalnietis")? && !named(&server, "Jaan Tammsalu")?);
    fs::rename(folder.join("gone.db"), folder.join("a.db"))?;
    other_than(&server, &after)?;
    assert!(named(&server, "Jaan Tammsalu")?);
    Ok(())
}

#[test]
fn a_graph_that_is_no_archive_is_told_as_it_was_read() -> Checked {
    let folder = judging::folder()?;
    let server = Server::start_in(folder, "graph.json", &[])?;
    assert!(!server.get("/")?.body.contains("data-live"));
    Ok(())
}
