//! What stands around words in their article, as `interparl serve` tells it of an archive.
#![expect(
    clippy::indexing_slicing,
    reason = "a value of JSON gives null for what it has not"
)]

use std::error::Error;
use std::path::Path;

use serde_json::{Value, json};

use super::server::Server;
#[cfg(target_os = "linux")]
use super::traced::files_named;
use crate::archive::made::{done, file, made};
use crate::sample::Checked;

/// An archive of a made-up article that tells of talks, and a server of it.
fn served(arguments: &[&str]) -> Result<Server, Box<dyn Error>> {
    Server::start_of("a.db", arguments, |folder| {
        file(folder, "articles.jsonl", 1..2, 0)?;
        done(folder, &["add", "a.db", "articles.jsonl"]).map(drop)
    })
}

/// The id, the first and the last code point, and the words of the first evidence of talks.
fn words(server: &Server) -> Result<(String, u64, u64, String), Box<dyn Error>> {
    let graph = server.get("/api/v1/graph")?.json()?;
    let proof = &graph["graph"]["meetings"][0]["evidence"][0];
    let text = |field: &str| proof[field].as_str().unwrap_or_default().to_owned();
    let number = |field: &str| proof[field].as_u64().ok_or("no number");
    Ok((
        text("document"),
        number("start")?,
        number("end")?,
        text("quote"),
    ))
}

fn question(document: &str, start: u64, end: u64, more: &str) -> String {
    let document = document.replace(':', "%3A").replace('/', "%2F");
    format!("/api/v1/passage?document={document}&start={start}&end={end}{more}")
}

#[test]
fn the_words_come_with_the_sentences_around_them() -> Checked {
    let server = served(&[])?;
    assert!(server.get("/")?.body.contains("data-texts"));
    let (document, start, end, quote) = words(&server)?;
    let text = made(1, 0).text;
    for (more, sentences) in [("", 1), ("&sentences=0", 0), ("&sentences=9999", 9999)] {
        let reply = server.get(&question(&document, start, end, more))?;
        let passage: Value = reply.json()?;
        let of = |field: &str| passage[field].as_str().unwrap_or_default().to_owned();
        assert_eq!(of("words"), quote);
        let whole = format!("{}{}{}", of("before"), of("words"), of("after"));
        assert!(text.contains(&whole), "{whole}");
        // The talks are told first, and three sentences make the article.
        assert_eq!(passage["begins"], json!(true));
        assert_eq!(passage["ends"], json!(sentences > 1));
        assert_eq!(
            whole.contains("The delegation included"),
            sentences > 0,
            "{whole}"
        );
        assert_eq!(whole.contains("An agreement"), sentences > 1, "{whole}");
    }
    Ok(())
}

#[test]
fn what_is_not_seen_or_turns_the_text_is_left_out() -> Checked {
    let text = "It ra\u{ad}ined \u{202e}here.\n\nSpeaker of the Saeima Daiga Ozola met with Speaker of the Riigikogu Jaan Tamm in Riga.\n\nThey \u{61c}walked\u{2067} home.";
    let article = json!({"id": "https://news.example/1", "date": "2031-03-04", "text": text});
    let server = Server::start_of("a.db", &[], |folder| {
        std::fs::write(folder.join("articles.jsonl"), article.to_string())?;
        done(folder, &["add", "a.db", "articles.jsonl"]).map(drop)
    })?;
    let (document, start, end, quote) = words(&server)?;
    let passage = server
        .get(&question(&document, start, end, "&sentences=9"))?
        .json()?;
    let of = |field: &str| passage[field].as_str().unwrap_or_default();
    assert_eq!(of("words"), quote);
    assert_eq!(
        format!("{}{}{}", of("before"), of("words"), of("after")),
        "It rained here.\n\nSpeaker of the Saeima Daiga Ozola met with Speaker of the Riigikogu Jaan Tamm in Riga.\n\nThey walked home."
    );
    Ok(())
}

#[test]
fn the_answers_are_those_of_the_description() -> Checked {
    let server = served(&[])?;
    let description = server.get("/api/v1/openapi.json")?.json()?;
    let (document, start, end, _) = words(&server)?;
    for (url, status) in [
        (question(&document, start, end, ""), 200),
        (question(&document, end, start, ""), 404),
        (question(&document, start, end + 100_000, ""), 404),
        (question("https://news.example/none", start, end, ""), 404),
        (question(&document, start, end, "&sentences=-1"), 400),
        (question(&document, start, end, "&more=1"), 400),
        ("/api/v1/passage".to_owned(), 400),
    ] {
        let reply = server.get(&url)?;
        assert_eq!(reply.status, status, "{url}: {}", reply.body);
        let said = &description["paths"]["/api/v1/passage"]["get"]["responses"][status.to_string()];
        let mut schema = said["content"]["application/json"]["schema"].clone();
        assert!(schema.is_object(), "{status} is not described");
        schema["components"] = description["components"].clone();
        assert!(jsonschema::is_valid(&schema, &reply.json()?), "{url}");
    }
    Ok(())
}

#[test]
fn the_text_is_the_one_that_the_graph_was_read_from_while_the_archive_has_it() -> Checked {
    let server = served(&[])?;
    let folder = server.folder.path().to_owned();
    let (document, start, end, _) = words(&server)?;
    let url = question(&document, start, end, "&sentences=99");
    let before = server.get(&url)?;
    assert_eq!(before.status, 200);
    // The edited article comes as a second version beside the first.
    file(&folder, "edited.jsonl", 1..2, 3)?;
    done(&folder, &["add", "a.db", "edited.jsonl"])?;
    assert_eq!(server.get(&url)?.body, before.body);
    assert!(!before.body.contains("Corrected"));
    done(&folder, &["remove", "a.db", &document])?;
    assert_eq!(server.get(&url)?.status, 404);
    for name in ["a.db", "a.db-wal", "a.db-shm"] {
        let _ = std::fs::remove_file(folder.join(name));
    }
    let gone = server.get(&url)?;
    assert_eq!(gone.status, 500);
    let place = folder.file_name().map(Path::new).ok_or("no name")?;
    assert!(
        !gone.body.contains(&place.display().to_string()),
        "{}",
        gone.body
    );
    Ok(())
}

#[cfg(target_os = "linux")]
#[test]
fn only_the_archive_is_opened_to_tell_them() -> Checked {
    let server = served(&[])?;
    let (document, start, end, _) = words(&server)?;
    let asked = [
        question(&document, start, end, ""),
        question("../../etc/passwd", start, end, ""),
        question("a.db", start, end, ""),
        "/api/v1/data".to_owned(),
    ];
    let named = files_named(&server, || {
        let told = |url: &String| server.get(url).map(|reply| reply.status);
        let told: Vec<u16> = asked.iter().map(told).collect::<Result<_, _>>()?;
        assert_eq!(told, [200, 404, 404, 200]);
        Ok(asked.len())
    })?;
    let Some(named) = named else {
        return Ok(());
    };
    let opened: Vec<&String> = named.iter().filter(|c| c.contains(" open")).collect();
    assert!(
        opened.iter().any(|call| call.contains("a.db\"")),
        "{named:?}"
    );
    // SQLite takes the chance that it needs from the system.
    let others: Vec<&&String> = opened
        .iter()
        .filter(|call| !call.contains("a.db") && !call.contains("\"/dev/urandom\""))
        .collect();
    assert!(others.is_empty(), "{others:?}");
    Ok(())
}

#[test]
fn without_quotes_and_without_an_archive_no_text_is_told() -> Checked {
    let open = served(&[])?;
    let (document, start, end, _) = words(&open)?;
    let url = question(&document, start, end, "");
    for server in [served(&["--no-quotes"])?, Server::start(&[])?] {
        assert!(!server.get("/")?.body.contains("data-texts"));
        let reply = server.get(&url)?;
        assert_eq!(reply.status, 404);
        assert_eq!(
            reply.json()?["error"],
            json!("no texts of articles are told here")
        );
    }
    Ok(())
}
