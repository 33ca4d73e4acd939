//! Articles that come in through `interparl serve --edit`: shown as they are read, kept as `interparl add` keeps them.
#![expect(
    clippy::indexing_slicing,
    reason = "a value of JSON gives null for what it has not"
)]

use std::error::Error;
use std::path::Path;

use serde_json::{Value, json};

use super::edited::{described, served};
use super::server::{Reply, Server};
use crate::archive::made::done;
use crate::judging;
use crate::sample::Checked;

const TEXT: &str = "Speaker of the Seimas Vytas Kalnietis met with Speaker of the Sejm Ewa Lipowska in Vilnius on 8 July 2031.";

fn asked(server: &Server, place: &str, body: &Value) -> Result<Reply, Box<dyn Error>> {
    let path = format!("/api/v1/articles{place}");
    let reply = server.post(&path, body, &[])?;
    described(server, &path, "post", &reply)?;
    Ok(reply)
}

fn documents(folder: &Path) -> Result<String, Box<dyn Error>> {
    done(folder, &["documents", "a.db", "--json"])
}

#[test]
fn what_is_read_is_shown_before_it_is_kept_and_kept_as_the_command_does() -> Checked {
    let server = served(&["--edit"])?;
    let folder = server.folder.path().to_owned();
    let before = documents(&folder)?;
    let graph = server.get("/api/v1/graph")?.body;
    let file = json!({"name": "../../talks.txt", "text": TEXT});
    let shown = asked(&server, "/preview", &file)?;
    assert_eq!(shown.status, 200, "{}", shown.body);
    let shown = shown.json()?;
    let article = &shown["articles"][0];
    assert_eq!(article["text"], TEXT);
    assert_eq!(
        (&article["label"], &article["known"]),
        (&json!("talks"), &json!(false))
    );
    let read = &shown["data"]["graph"];
    let names: Vec<&str> = read["nodes"]
        .as_array()
        .ok_or("no nodes")?
        .iter()
        .filter_map(|n| n["name"].as_str())
        .collect();
    assert!(
        names.contains(&"Vytas Kalnietis") && names.contains(&"Ewa Lipowska"),
        "{names:?}"
    );
    assert!(!names.contains(&"Daiga Ozolkalne"), "only of the article");
    assert_eq!(read["graph"]["meetings"][0]["date"], "2031-07-08");
    assert_eq!(documents(&folder)?, before, "nothing is kept yet");
    assert_eq!(server.get("/api/v1/graph")?.body, graph);

    let kept = asked(&server, "", &file)?.json()?;
    assert_eq!(
        (&kept["added"][0]["status"], &kept["shown"]),
        (&json!("added"), &json!(true))
    );
    let commands = judging::folder()?;
    done(commands.path(), &["add", "a.db", "articles.jsonl"])?;
    std::fs::write(commands.path().join("talks.txt"), TEXT)?;
    done(commands.path(), &["add", "a.db", "talks.txt"])?;
    assert_eq!(documents(&folder)?, documents(commands.path())?);
    let exported = done(commands.path(), &["export", "a.db"])?;
    assert_eq!(server.get("/api/v1/graph")?.body, exported);
    done(&folder, &["check", "a.db"])?;

    assert_eq!(
        asked(&server, "/preview", &file)?.json()?["articles"][0]["known"],
        true
    );
    assert_eq!(
        asked(&server, "", &file)?.json()?["added"][0]["status"],
        "known"
    );
    Ok(())
}

#[test]
fn what_a_person_says_of_an_article_stands_over_what_it_says_itself() -> Checked {
    let server = served(&["--edit"])?;
    let given = json!({"text": TEXT, "title": "Talks", "date": "2031-07-10", "url": "https://news.example/vilnius"});
    let article = asked(&server, "/preview", &given)?.json()?["articles"][0].clone();
    assert_eq!(article["document"], "https://news.example/vilnius");
    assert_eq!(
        (&article["title"], &article["date"]),
        (&json!("Talks"), &json!("2031-07-10"))
    );
    // Bytes of another code than UTF-8 are read as those of a file.
    let letters = "U3BlYWtlciBvZiB0aGUgU2FlaW1hIERhaWdhIE96b2xrYWxu6yBtZXQgd2l0aCBTcGVha2VyIG9mIHRoZSBTZWptIEV3YSBMaXBvd3NrYS4=";
    let file = json!({"name": "talks.html", "base64": letters});
    let text = asked(&server, "/preview", &file)?.json()?["articles"][0]["text"].clone();
    assert!(
        text.as_str().unwrap_or_default().contains("Ozolkaln\u{eb}"),
        "{text}"
    );
    Ok(())
}

#[test]
fn what_is_no_article_is_told_and_nothing_is_kept() -> Checked {
    let server = served(&["--edit"])?;
    let before = documents(server.folder.path())?;
    let lines = format!("{}\n", json!({"text": TEXT})).repeat(51);
    for (body, status, code) in [
        (json!({}), 400, "bad_request"),
        (json!({"text": TEXT, "base64": "Zm9v"}), 400, "bad_request"),
        (json!({"base64": "not base64!"}), 400, "bad_request"),
        (json!({"text": TEXT, "more": 1}), 400, "bad_request"),
        (
            json!({"text": TEXT, "date": "yesterday"}),
            400,
            "bad_request",
        ),
        (
            json!({"text": TEXT, "title": "t".repeat(1_001)}),
            400,
            "bad_request",
        ),
        (json!({"text": " \n "}), 422, "unreadable"),
        (
            json!({"name": "a.png", "base64": "iVBORw0KGgoAAA=="}),
            422,
            "unreadable",
        ),
        (json!({"name": "a.jsonl", "text": lines}), 413, "too_many"),
    ] {
        for place in ["", "/preview"] {
            let reply = asked(&server, place, &body)?;
            let told = reply.json()?;
            assert_eq!(
                (reply.status, &told["code"]),
                (status, &json!(code)),
                "{told}"
            );
        }
    }
    assert_eq!(documents(server.folder.path())?, before);
    // Of several, those that are sound are kept, and the others told.
    let mixed = format!("{}\nnot json\n", json!({"id": "news/new", "text": TEXT}));
    let kept = asked(&server, "", &json!({"name": "a.jsonl", "text": mixed}))?.json()?;
    assert_eq!(kept["added"][0]["document"], "news/new");
    assert_eq!(kept["problems"].as_array().map(Vec::len), Some(1), "{kept}");
    Ok(())
}

#[test]
fn tables_of_ones_own_are_used_and_noted() -> Checked {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/own-tables/tables");
    let server = served(&["--edit", "--lexicon", folder])?;
    let kept = asked(&server, "", &json!({"text": TEXT}))?;
    assert_eq!(kept.status, 200, "{}", kept.body);
    done(server.folder.path(), &["check", "a.db"])?;
    Ok(())
}
