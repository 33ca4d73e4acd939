//! Corrections through `interparl serve --edit`: kept in the archive as the commands keep them, and shown at once.
#![expect(
    clippy::indexing_slicing,
    reason = "a value of JSON gives null for what it has not"
)]

use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

use interparl::archive::Archive;
use serde_json::{Value, json};

use super::server::{Reply, Server};
use crate::archive::made::done;
use crate::judging;
use crate::sample::Checked;

/// Where one corrects; each is asked here, in `edited_articles` or in `edited_facts`.
const ASKED: [&str; 9] = [
    "/api/v1/articles",
    "/api/v1/articles/preview",
    "/api/v1/judgements",
    "/api/v1/judgements/same",
    "/api/v1/judgements/different",
    "/api/v1/judgements/fact",
    "/api/v1/judgements/unsure",
    "/api/v1/judgements/wrong",
    "/api/v1/judgements/undo",
];

/// Whether a test of this file holds an address against its description.
pub(super) fn asks(path: &str) -> bool {
    ASKED.contains(&path)
}

/// A server that corrects an archive of four articles of which two name one man otherwise.
pub(super) fn served(arguments: &[&str]) -> Result<Server, Box<dyn Error>> {
    let folder = judging::folder()?;
    done(folder.path(), &["add", "a.db", "articles.jsonl"])?;
    Server::start_in(folder, "a.db", arguments)
}

/// Sends what is said and holds the answer against the description.
fn said(server: &Server, word: &str, body: &Value) -> Result<Reply, Box<dyn Error>> {
    let path = format!("/api/v1/judgements/{word}");
    let reply = server.post(&path, body, &[])?;
    described(server, &path, "post", &reply)?;
    Ok(reply)
}

fn history(server: &Server) -> Result<Value, Box<dyn Error>> {
    let bearer = format!("Bearer {}", server.token);
    let headers = [("Authorization", bearer.as_str())];
    let reply = server.ask("GET", "/api/v1/judgements", &headers)?;
    assert_eq!(reply.status, 200, "{}", reply.body);
    described(server, "/api/v1/judgements", "get", &reply)?;
    Ok(reply.json()?)
}

/// Holds an answer against the description of the server.
pub(super) fn described(server: &Server, path: &str, method: &str, reply: &Reply) -> Checked {
    let description = server.get("/api/v1/openapi.json")?.json()?;
    let said = &description["paths"][path][method]["responses"][reply.status.to_string()];
    let mut schema = said["content"]["application/json"]["schema"].clone();
    assert!(
        schema.is_object(),
        "{path}: {} is not described",
        reply.status
    );
    schema["components"] = description["components"].clone();
    let validator = jsonschema::validator_for(&schema)?;
    let body = reply.json()?;
    let wrong: Vec<String> = validator
        .iter_errors(&body)
        .map(|e| e.to_string())
        .collect();
    assert!(wrong.is_empty(), "{path}: {wrong:?} in {body}");
    Ok(())
}

/// The lines that the archive keeps.
pub(super) fn kept(folder: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let lines = done(folder, &["judgements", "export", "a.db"])?;
    Ok(lines.lines().map(str::to_owned).collect())
}

/// The graph that is told is that of a build of the articles with the judgements.
pub(super) fn agreed(server: &Server) -> Result<String, Box<dyn Error>> {
    let folder = server.folder.path();
    done(folder, &["check", "a.db"])?;
    let built = done(folder, &["build", "articles.jsonl", "--judgements", "a.db"])?;
    let told = server.get("/api/v1/graph")?.body;
    assert_eq!(told, built);
    Ok(told)
}

#[test]
fn what_is_said_is_kept_as_the_commands_keep_it_and_shown_at_once() -> Checked {
    let server = served(&["--edit"])?;
    let commands = judging::folder()?;
    let commands = commands.path();
    done(commands, &["add", "a.db", "articles.jsonl"])?;
    let mut graphs = vec![agreed(&server)?];
    let pair = json!({"a": {"node": "Jaan Tammsalu"}, "b": {"node": "J. Tammsalu"}, "signed": {"by": "desk", "note": "one voice", "on": "2031-08-01"}});
    let side = |document: &str| json!({"node": "Jaan Tammsalu", "document": document});
    let again = json!({"a": side("news/riga"), "b": side("news/helsinki")});
    let two = json!({"a": {"node": "Daiga Ozolkalne", "document": "news/riga"}, "b": {"node": "Daiga Ozolkalne", "document": "news/jelgava"}});
    let graph: Value = serde_json::from_str(&graphs[0])?;
    let edges = graph["edges"].as_array().ok_or("no edges")?;
    let visit = edges.iter().find(|edge| edge["kind"] == "visited");
    let visit = visit.ok_or("no visit")?;
    let edge = json!({"source": visit["source"], "target": visit["target"], "key": visit["key"]});
    let wrong =
        json!({"edge": edge, "documents": ["news/turku"], "signed": {"by": " ", "note": ""}});
    for (word, body, command) in [
        (
            "same",
            &pair,
            &[
                "same",
                "a.db",
                "Jaan Tammsalu",
                "J. Tammsalu",
                "--by",
                "desk",
                "--note",
                "one voice",
                "--on",
                "2031-08-01",
            ][..],
        ),
        (
            "different",
            &two,
            &["different", "a.db", "ozolkalne@riga", "ozolkalne@jelgava"],
        ),
        (
            "wrong",
            &wrong,
            &["wrong", "a.db", "Jaan Tammsalu", "Finland"],
        ),
    ] {
        let reply = said(&server, word, body)?;
        assert_eq!(reply.status, 200, "{}", reply.body);
        let answer = reply.json()?;
        assert_eq!(answer["judgements"][0]["standing"], "new");
        assert_eq!(
            (&answer["shown"], &answer["without_effect"]),
            (&json!(true), &json!([]))
        );
        done(commands, command)?;
        assert_eq!(kept(server.folder.path())?, kept(commands)?, "{word}");
        let graph = agreed(&server)?;
        assert!(!graphs.contains(&graph), "{word} changes the graph");
        graphs.push(graph);
        if word == "same" {
            let nodes = answer["nodes"].as_array().ok_or("no nodes")?;
            assert!(nodes.len() == 2 && nodes[0] == nodes[1], "{nodes:?}");
            // To say it again of the same words adds nothing.
            assert_eq!(
                said(&server, word, &again)?.json()?["judgements"][0]["standing"],
                "counts"
            );
            assert_eq!(kept(server.folder.path())?, kept(commands)?, "{word}");
        }
    }
    // One by one they are undone, the last first, and what was shown before is shown again.
    graphs.pop();
    let told = history(&server)?;
    assert_eq!(told["total"], 3);
    for entry in told["judgements"].as_array().ok_or("no judgements")? {
        assert_eq!(
            (&entry["counts"], &entry["turn"]),
            (&json!(true), &entry["id"])
        );
        assert_eq!(
            said(&server, "undo", &json!({"id": entry["turn"]}))?.status,
            200
        );
        assert_eq!(Some(agreed(&server)?), graphs.pop());
        assert_eq!(
            said(&server, "undo", &json!({"id": entry["id"]}))?.status,
            409
        );
    }
    let told = history(&server)?;
    assert_eq!(told["total"], 6);
    let entries = told["judgements"].as_array().ok_or("no judgements")?;
    assert_eq!(entries[0]["line"]["judgement"], "undo");
    // What was undone counts again when its undo is undone, and when it is said again.
    let same = entries.last().ok_or("no judgement")?;
    assert_eq!(same["counts"], json!(false));
    assert_eq!(
        said(&server, "undo", &json!({"id": same["turn"]}))?.status,
        200
    );
    assert_eq!(
        said(&server, "same", &again)?.json()?["judgements"][0]["standing"],
        "counts"
    );
    assert_eq!(
        said(&server, "wrong", &wrong)?.json()?["judgements"][0]["standing"],
        "again"
    );
    agreed(&server)?;
    Ok(())
}

#[test]
fn a_meeting_is_wrong_as_a_whole_and_who_was_not_there_is_told() -> Checked {
    let server = served(&["--edit"])?;
    let graph = server.get("/api/v1/graph")?.json()?;
    let meetings = graph["graph"]["meetings"].as_array().ok_or("no meetings")?;
    let meeting = &meetings[0];
    let person = &meeting["sides"][0][0];
    for (body, status, code) in [
        (
            json!({"meeting": meeting["id"], "person": person}),
            422,
            "unjudgeable",
        ),
        (
            json!({"meeting": meeting["id"], "person": "nobodyatall"}),
            404,
            "not_found",
        ),
        (
            json!({"meeting": meeting["id"], "documents": ["news/none"]}),
            404,
            "not_found",
        ),
        (json!({"meeting": "meeting/none"}), 404, "not_found"),
        (json!({"person": person}), 400, "bad_request"),
        (json!({}), 400, "bad_request"),
        (
            json!({"meeting": meeting["id"], "more": 1}),
            400,
            "bad_request",
        ),
    ] {
        let reply = said(&server, "wrong", &body)?;
        assert_eq!(
            (reply.status, &reply.json()?["code"]),
            (status, &json!(code)),
            "{body}"
        );
    }
    assert_eq!(kept(server.folder.path())?, [""; 0]);
    let reply = said(&server, "wrong", &json!({"meeting": meeting["id"]}))?;
    assert_eq!(reply.status, 200, "{}", reply.body);
    let told: Value = serde_json::from_str(&agreed(&server)?)?;
    let left = told["graph"]["meetings"].as_array().ok_or("no meetings")?;
    assert_eq!(left.len(), meetings.len() - 1);
    assert!(left.iter().all(|known| known["id"] != meeting["id"]));
    Ok(())
}

#[test]
fn what_cannot_be_judged_is_told_and_nothing_is_kept() -> Checked {
    let server = served(&["--edit"])?;
    let pair = |a: &str, b: &str| json!({"a": {"node": a}, "b": {"node": b}});
    for (word, body, status, code) in [
        (
            "same",
            pair("Jaan Tammsalu", "jaan tammsalu"),
            422,
            "unjudgeable",
        ),
        ("same", pair("Jaan Tammsalu", "Saeima"), 422, "unjudgeable"),
        ("same", pair("Jaan Tammsalu", "LV"), 422, "unjudgeable"),
        (
            "same",
            pair("Tammsalu", "Daiga Ozolkalne"),
            409,
            "ambiguous",
        ),
        (
            "different",
            pair("Jaan Tammsalu", "nobodyatall"),
            404,
            "not_found",
        ),
        (
            "same",
            json!({"a": {"node": "Jaan Tammsalu"}}),
            400,
            "bad_request",
        ),
        ("undo", json!({"id": "0123456789ab"}), 404, "not_found"),
        ("undo", json!({"id": "../../etc"}), 404, "not_found"),
        ("undo", json!([]), 400, "bad_request"),
    ] {
        let reply = said(&server, word, &body)?;
        let told = reply.json()?;
        assert_eq!(
            (reply.status, &told["code"]),
            (status, &json!(code)),
            "{body} {told}"
        );
    }
    assert_eq!(
        said(&server, "same", &pair("Jaan Tammsalu", "J. Tammsalu"))?.status,
        200
    );
    let one = json!({"node": "Jaan Tammsalu", "document": "news/riga"});
    let other = json!({"node": "Jaan Tammsalu", "document": "news/helsinki"});
    let contrary = said(&server, "different", &json!({"a": one, "b": other}))?;
    assert_eq!(
        (contrary.status, &contrary.json()?["code"]),
        (409, &json!("contrary"))
    );
    let long = json!({"a": one, "b": other, "signed": {"note": "n".repeat(2_001)}});
    assert_eq!(said(&server, "same", &long)?.status, 400);
    assert_eq!(kept(server.folder.path())?.len(), 1);
    assert_eq!(
        server
            .post("/api/v1/judgements/guess", &json!({}), &[])?
            .status,
        404
    );
    assert_eq!(
        server.post("/api/v1/judgements", &json!({}), &[])?.status,
        405
    );
    Ok(())
}

#[test]
fn what_others_put_into_the_archive_is_shown_with_the_next_judgement() -> Checked {
    let server = served(&["--edit"])?;
    done(
        server.folder.path(),
        &["same", "a.db", "Jaan Tammsalu", "J. Tammsalu"],
    )?;
    let pair = json!({"a": {"node": "Jaan Tammsalu"}, "b": {"node": "J. Tammsalu"}});
    let reply = said(&server, "same", &pair)?;
    assert_eq!(reply.json()?["judgements"][0]["standing"], "counts");
    agreed(&server)?;
    Ok(())
}

#[test]
fn another_that_writes_is_waited_for_and_else_it_is_told() -> Checked {
    let server = served(&["--edit", "--wait", "1"])?;
    let other = rusqlite::Connection::open(server.folder.path().join("a.db"))?;
    other.execute_batch("BEGIN IMMEDIATE")?;
    let pair = json!({"a": {"node": "Jaan Tammsalu"}, "b": {"node": "J. Tammsalu"}});
    let begun = Instant::now();
    let reply = said(&server, "same", &pair)?;
    assert_eq!(
        (reply.status, &reply.json()?["code"]),
        (503, &json!("busy"))
    );
    assert!(begun.elapsed() >= Duration::from_millis(900));
    assert!(!reply.body.contains("a.db"), "{}", reply.body);
    assert_eq!(server.get("/api/v1/graph")?.status, 200);
    let kept = std::thread::scope(|scope| {
        let asked = scope.spawn(|| said(&server, "same", &pair).map_err(|e| e.to_string()));
        std::thread::sleep(Duration::from_millis(300));
        other.execute_batch("ROLLBACK").map_err(|e| e.to_string())?;
        asked.join().map_err(|_| "panicked".to_owned())?
    })?;
    assert_eq!(kept.status, 200, "{}", kept.body);
    drop(other);
    agreed(&server)?;
    Ok(())
}

/// Kills the server while judgements come, several times; what was confirmed is there.
#[test]
fn killed_while_one_corrects_it_has_lost_nothing_that_it_confirmed() -> Checked {
    let folder = judging::folder()?;
    done(folder.path(), &["add", "a.db", "articles.jsonl"])?;
    let mut folder = Some(folder);
    let mut confirmed = 0;
    for round in 0..5_u64 {
        let mut server = Server::start_in(folder.take().ok_or("no folder")?, "a.db", &["--edit"])?;
        let id = server.child.id().to_string();
        let kill = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(150 + 83 * round));
            std::process::Command::new("kill")
                .args(["-9", &id])
                .status()
        });
        // Each turn is another judgement: said, undone, the undo undone, and so on.
        let mut body = json!({"a": {"node": "Jaan Tammsalu"}, "b": {"node": "J. Tammsalu"}});
        let mut word = "same";
        if confirmed > 0 {
            let newest = history(&server).map(|told| told["judgements"][0]["id"].clone());
            (word, body) = ("undo", json!({"id": newest.unwrap_or_default()}));
        }
        while let Ok(reply) = server.post(&format!("/api/v1/judgements/{word}"), &body, &[]) {
            assert_eq!(reply.status, 200, "{}", reply.body);
            confirmed += 1;
            let Ok(told) = history(&server) else { break };
            (word, body) = ("undo", json!({"id": told["judgements"][0]["id"]}));
        }
        assert!(kill.join().map_err(|_| "panicked")??.success());
        server.child.wait()?;
        let path = server.folder.path();
        done(path, &["check", "a.db"])?;
        let there = Archive::read(&path.join("a.db"))?.judgement_lines()?.len();
        // One may be on the disk whose answer did not come.
        assert!(there >= confirmed, "{there} of {confirmed} confirmed");
        confirmed = there;
        let next = tempfile::tempdir()?;
        std::fs::copy(path.join("a.db"), next.path().join("a.db"))?;
        folder = Some(next);
    }
    assert!(confirmed > 3, "only {confirmed} came through");
    Ok(())
}
