//! What harms an archive or hides what became of a correction, tried against `interparl serve --edit`.
#![expect(
    clippy::indexing_slicing,
    reason = "a value of JSON gives null for what it has not"
)]

use std::thread;

use serde_json::{Value, json};

use super::edited::{agreed, kept, served};
use super::server::Server;
use crate::archive::made::done;
use crate::sample::Checked;

const TEXT: &str = "Speaker of the Seimas Vytas Kalnietis met with Speaker of the Sejm Ewa Lipowska in Vilnius on 8 July 2031.";

fn pair() -> Value {
    json!({"a": {"node": "Jaan Tammsalu"}, "b": {"node": "J. Tammsalu"}})
}

/// The statuses of what several say at once, and how many lines are kept then.
fn at_once(server: &Server, words: &[&str], body: &Value) -> Result<Vec<u16>, String> {
    thread::scope(|scope| {
        let said: Vec<_> = words
            .iter()
            .map(|word| {
                let path = format!("/api/v1/judgements/{word}");
                scope.spawn(move || {
                    let reply = server.post(&path, body, &[]);
                    reply.map(|r| r.status).map_err(|e| e.to_string())
                })
            })
            .collect();
        let said = said.into_iter();
        said.map(|one| one.join().map_err(|_| "no answer".to_owned())?)
            .collect()
    })
}

#[test]
fn of_those_who_say_the_contrary_at_once_one_is_heard() -> Checked {
    let server = served(&["--edit"])?;
    for round in 0..4 {
        let told = at_once(&server, &["same", "different"], &pair())?;
        let lines = kept(server.folder.path())?;
        let [one] = &lines[lines.len() - 1..] else {
            return Err("nothing is kept".into());
        };
        assert!(
            told.contains(&200) && told.contains(&409),
            "{round}: {told:?} {lines:?}"
        );
        agreed(&server)?;
        let id = server
            .ask(
                "GET",
                "/api/v1/judgements",
                &[("Authorization", &format!("Bearer {}", server.token))],
            )?
            .json()?["judgements"]
            .as_array()
            .and_then(|all| all.iter().find(|entry| entry["counts"] == true).cloned())
            .ok_or("none counts")?["turn"]
            .clone();
        // Of those who take it back at once one does.
        let undo = json!({ "id": id });
        let told = at_once(&server, &["undo"; 4], &undo)?;
        assert_eq!(told.iter().filter(|s| **s == 200).count(), 1, "{told:?}");
        assert!(!one.is_empty());
    }
    done(server.folder.path(), &["check", "a.db"])?;
    Ok(())
}

#[test]
fn no_article_makes_the_archive_unreadable() -> Checked {
    let server = served(&["--edit"])?;
    for (more, status) in [
        (json!({"date": "-000044-03-15"}), 400),
        (json!({"date": "0000-01-01"}), 400),
        (json!({"date": "9999-12-31"}), 200),
        (json!({"url": "javascript:alert(1)"}), 400),
        (json!({"url": "https://a.example/\r\nX: y"}), 400),
        (json!({"url": "https://a.example/\u{202e}x"}), 400),
        (json!({"url": "https://"}), 400),
        (json!({"url": "news.example/talks"}), 400),
        (json!({"url": " HTTPS://news.example/talks "}), 200),
        (
            json!({"url": "  ", "title": "\u{202e}<b>\u{0}\r\nTalks"}),
            200,
        ),
        (json!({"name": "../../etc/passwd"}), 200),
        (json!({"name": "a\u{0}b.html"}), 200),
    ] {
        let mut body = json!({"text": format!("{TEXT}\n\n{}", more.to_string().replace('\\', ""))});
        if let (Some(body), Some(more)) = (body.as_object_mut(), more.as_object()) {
            body.extend(more.clone());
        }
        for place in ["/api/v1/articles/preview", "/api/v1/articles"] {
            let reply = server.post(place, &body, &[])?;
            assert_eq!(reply.status, status, "{place} {more}: {}", reply.body);
        }
        done(server.folder.path(), &["check", "a.db"])?;
    }
    let told = server.post("/api/v1/judgements/same", &pair(), &[])?;
    assert_eq!(told.json()?["shown"], json!(true));
    let graph = server.get("/api/v1/graph")?.json()?;
    let documents = graph["graph"]["documents"].as_array().ok_or("none")?;
    let titled = documents.iter().find(|d| d["title"] == "<b> Talks");
    assert!(titled.is_some(), "{documents:?}");
    Ok(())
}

#[test]
fn what_is_refused_is_refused_in_words() -> Checked {
    let server = served(&["--edit"])?;
    for (method, path, status) in [
        ("GET", "/api/v1/judgements/same", 405),
        ("GET", "/api/v1/articles", 405),
        ("POST", "/api/v1/judgements", 405),
        ("POST", "/api/v1/judgements/unsure", 405),
        ("PUT", "/api/v1/data", 405),
        ("GET", "/assets/%FF", 400),
        ("GET", "/assets/..%2f..%2fetc%2fpasswd", 404),
        ("GET", "/api/v1/judgements%2fsame", 404),
        ("GET", "/api/v1/node?node=a&node=b", 400),
    ] {
        let bearer = format!("Bearer {}", server.token);
        let json_body = ("Content-Type", "application/json");
        let reply = server.ask(method, path, &[("Authorization", &bearer), json_body])?;
        assert_eq!(reply.status, status, "{method} {path}");
        let json = Some("application/json");
        assert_eq!(reply.header("content-type"), json, "{method} {path}");
        assert!(reply.json()?["code"].is_string(), "{method} {path}");
        assert_eq!(reply.header("allow").is_some(), status == 405, "{path}");
    }
    Ok(())
}

#[test]
fn what_was_said_elsewhere_is_taken_back_and_what_is_gone_is_not_judged() -> Checked {
    let server = served(&["--edit"])?;
    let folder = server.folder.path();
    let graph = server.get("/api/v1/graph")?.json()?;
    let first = graph["graph"]["meetings"][0]["id"].clone();
    // Another program says so while the page still shows what was.
    done(
        folder,
        &[
            "same",
            "a.db",
            "Jaan Tammsalu",
            "J. Tammsalu",
            "--by",
            "another desk",
        ],
    )?;
    done(folder, &["remove", "a.db", "news/riga"])?;
    let wrong = json!({ "meeting": first });
    let told = server.post("/api/v1/judgements/wrong", &wrong, &[])?;
    assert!([200, 404].contains(&told.status), "{}", told.body);
    let told = server.post("/api/v1/judgements/wrong", &wrong, &[])?;
    assert_eq!(told.status, 404, "{}", told.body);
    let line: Value = serde_json::from_str(&kept(folder)?[0])?;
    assert_eq!(line["by"], json!("another desk"));
    let bearer = format!("Bearer {}", server.token);
    let headers = [("Authorization", bearer.as_str())];
    let history = server.ask("GET", "/api/v1/judgements", &headers)?.json()?;
    let entries = history["judgements"].as_array().ok_or("none")?;
    let others = entries.iter().find(|e| e["line"]["by"] == "another desk");
    let id = others.ok_or("it is not told")?["turn"].clone();
    let undo = json!({"id": id, "signed": {"by": "desk"}});
    assert_eq!(
        server.post("/api/v1/judgements/undo", &undo, &[])?.status,
        200
    );
    agreed_without(&server)
}

/// The graph that is told is the one that the archive folds to.
fn agreed_without(server: &Server) -> Checked {
    let folder = server.folder.path();
    done(folder, &["check", "a.db"])?;
    let told = server.get("/api/v1/graph")?.body;
    assert_eq!(told, done(folder, &["export", "a.db"])?);
    Ok(())
}
