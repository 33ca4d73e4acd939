//! Facts and unsure pairs through `interparl serve --edit`: as the commands `fact` and `review` have them.
#![expect(
    clippy::indexing_slicing,
    reason = "a value of JSON gives null for what it has not"
)]

use std::error::Error;

use interparl::ontology::{LifeEvent, MeetingKind, Office};
use serde_json::{Value, json};

use super::edited::{agreed, described, kept, served};
use super::server::{Reply, Server};
use crate::archive::made::done;
use crate::judging;
use crate::sample::Checked;

fn add(server: &Server, body: &Value) -> Result<Reply, Box<dyn Error>> {
    let reply = server.post("/api/v1/judgements/fact", body, &[])?;
    described(server, "/api/v1/judgements/fact", "post", &reply)?;
    Ok(reply)
}

fn unsure(server: &Server, question: &str) -> Result<Reply, Box<dyn Error>> {
    let bearer = format!("Bearer {}", server.token);
    let path = format!("/api/v1/judgements/unsure{question}");
    let reply = server.ask("GET", &path, &[("Authorization", &bearer)])?;
    described(server, "/api/v1/judgements/unsure", "get", &reply)?;
    Ok(reply)
}

fn node(word: &str) -> Value {
    json!({ "node": word })
}

#[test]
fn a_fact_is_kept_as_the_command_keeps_it_and_shown_at_once() -> Checked {
    let server = served(&["--edit"])?;
    let commands = judging::folder()?;
    let commands = commands.path();
    done(commands, &["add", "a.db", "articles.jsonl"])?;
    let liepa = json!({"kind": "legislator", "name": "Ilze Liepa", "state": "Latvia"});
    let mut graphs = vec![agreed(&server)?];
    for (fact, command) in [
        (
            json!({"role": {"person": liepa, "office": "deputy_speaker", "target": node("lv/saeima"), "title": "Deputy Speaker", "date": "2031-07-02"}}),
            &[
                "role",
                "legislator:Ilze Liepa@LV",
                "deputy speaker",
                "Saeima",
                "--title",
                "Deputy Speaker",
                "--date",
                "2031-07-02",
            ][..],
        ),
        (
            json!({"met": {"sides": [[node("Jaan Tammsalu")], [node("Daiga Ozolkalne"), liepa]], "date": "2031-08", "place": " Tartu "}}),
            &[
                "met",
                "Jaan Tammsalu",
                "Daiga Ozolkalne + legislator:Ilze Liepa@LV",
                "--date",
                "2031-08",
                "--place",
                "Tartu",
            ],
        ),
        (
            json!({"attended": {"body": node("Saeima"), "people": [node("Aino Lehtoranta")], "kind": "conference", "date": "2031"}}),
            &[
                "attended",
                "Saeima",
                "Aino Lehtoranta",
                "--kind",
                "conference",
                "--date",
                "2031",
            ],
        ),
        (
            json!({"visited": {"person": node("Aino Lehtoranta"), "state": {"kind": "state", "name": "Poland"}, "planned": true}}),
            &["visited", "Aino Lehtoranta", "state:Poland", "--planned"],
        ),
        (
            json!({"links": {"body": {"kind": "commission", "name": "Baltic Rail Commission"}, "target": node("LV")}}),
            &["links", "commission:Baltic Rail Commission", "LV"],
        ),
        (
            json!({"life": {"body": node("Saeima"), "event": "renamed", "date": "2031-01"}}),
            &["life", "Saeima", "renamed", "--date", "2031-01"],
        ),
    ] {
        let body = json!({"fact": fact, "source": " a letter ", "signed": {"by": "desk", "on": "2031-09-01"}});
        let reply = add(&server, &body)?;
        assert_eq!(reply.status, 200, "{fact}: {}", reply.body);
        let answer = reply.json()?;
        assert_eq!(
            (
                &answer["judgements"][0]["standing"],
                &answer["shown"],
                &answer["without_effect"]
            ),
            (&json!("new"), &json!(true), &json!([]))
        );
        let head = ["fact", "a.db"];
        let tail = ["--source", "a letter", "--by", "desk", "--on", "2031-09-01"];
        done(commands, &[&head, command, &tail].concat())?;
        assert_eq!(kept(server.folder.path())?, kept(commands)?, "{fact}");
        let graph = agreed(&server)?;
        assert!(!graphs.contains(&graph), "{fact} changes the graph");
        graphs.push(graph);
        // To say it again adds nothing.
        let again = add(&server, &body)?.json()?;
        assert_eq!(again["judgements"][0]["standing"], "counts");
        assert_eq!(kept(server.folder.path())?, kept(commands)?);
    }
    Ok(())
}

#[test]
fn what_is_no_fact_is_refused_and_nothing_is_kept() -> Checked {
    let server = served(&["--edit"])?;
    let tamm = node("Jaan Tammsalu");
    let long = "x".repeat(400);
    let visit = json!({"visited": {"person": tamm, "state": node("LV")}});
    for (fact, source, status) in [
        (visit.clone(), "", 400),
        (visit.clone(), " \u{202e} ", 400),
        (visit, "s".repeat(1001).as_str(), 400),
        (
            json!({"visited": {"person": tamm, "state": node("LV"), "date": "0000-01-01"}}),
            "a",
            400,
        ),
        (
            json!({"visited": {"person": tamm, "state": node("LV"), "date": "-000044-03-15"}}),
            "a",
            400,
        ),
        (
            json!({"visited": {"person": tamm, "state": node("Saeima")}}),
            "a",
            422,
        ),
        (
            json!({"visited": {"person": node("LV"), "state": node("LV")}}),
            "a",
            422,
        ),
        (
            json!({"visited": {"person": node("nobodyatall"), "state": node("LV")}}),
            "a",
            404,
        ),
        (
            json!({"visited": {"person": {"node": "LV", "kind": "state"}, "state": node("LV")}}),
            "a",
            400,
        ),
        (
            json!({"visited": {"person": {"kind": "legislator", "name": " \u{202e}"}, "state": node("LV")}}),
            "a",
            422,
        ),
        (
            json!({"visited": {"person": {"kind": "legislator", "name": long}, "state": node("LV")}}),
            "a",
            400,
        ),
        (
            json!({"visited": {"person": {"kind": "legislator", "name": "Ilze Liepa", "state": "Atlantis"}, "state": node("LV")}}),
            "a",
            422,
        ),
        (json!({"met": {"sides": [[tamm]]}}), "a", 400),
        (json!({"met": {"sides": [[tamm], []]}}), "a", 400),
        (json!({"met": {"sides": [[tamm], [tamm]]}}), "a", 422),
        (
            json!({"met": {"sides": [[tamm], [node("Saeima")]]}}),
            "a",
            422,
        ),
        (
            json!({"attended": {"body": node("Saeima"), "people": []}}),
            "a",
            400,
        ),
        (
            json!({"role": {"person": tamm, "office": "king", "target": node("Saeima")}}),
            "a",
            400,
        ),
        (
            json!({"role": {"person": tamm, "office": "speaker", "target": node("LV")}}),
            "a",
            422,
        ),
        (
            json!({"role": {"person": tamm, "office": "speaker", "target": node("Saeima"), "date": "2031-07"}}),
            "a",
            400,
        ),
        (
            json!({"links": {"body": node("Saeima"), "target": node("Saeima")}}),
            "a",
            422,
        ),
        (json!({"crowned": {}}), "a", 400),
        (json!({}), "a", 400),
    ] {
        let reply = add(&server, &json!({"fact": fact, "source": source}))?;
        assert_eq!(reply.status, status, "{fact} of {source:?}: {}", reply.body);
    }
    assert_eq!(kept(server.folder.path())?, [""; 0]);
    Ok(())
}

#[test]
fn the_unsure_pairs_are_told_until_they_are_judged() -> Checked {
    let server = served(&["--edit"])?;
    assert_eq!(server.get("/api/v1/judgements/unsure")?.status, 401);
    for question in ["?count=0", "?count=501", "?count=x", "?more=1"] {
        assert_eq!(unsure(&server, question)?.status, 400, "{question}");
    }
    let told = unsure(&server, "")?.json()?;
    let pairs = told["pairs"].as_array().ok_or("no pairs")?;
    assert_eq!(told["total"], json!(pairs.len()));
    let pair = &pairs[0];
    let names = [&pair["one"]["name"], &pair["other"]["name"]];
    assert!(names.contains(&&json!("J. Tammsalu")), "{names:?}");
    assert_eq!(pair["clues"][0]["clue"], "names");
    let weights = pair["clues"].as_array().ok_or("no clues")?;
    let sum: i64 = weights.iter().filter_map(|c| c["weight"].as_i64()).sum();
    assert_eq!(pair["score"], json!(sum));
    let scores: Vec<i64> = pairs.iter().filter_map(|p| p["score"].as_i64()).collect();
    assert!(scores.is_sorted_by(|a, b| a >= b), "{scores:?}");
    let judged = json!({"a": node(pair["one"]["id"].as_str().unwrap_or_default()), "b": node(pair["other"]["id"].as_str().unwrap_or_default())});
    assert_eq!(
        server
            .post("/api/v1/judgements/different", &judged, &[])?
            .status,
        200
    );
    let after = unsure(&server, "?count=500")?.json()?;
    assert_eq!(after["total"], json!(pairs.len() - 1));
    let left = after["pairs"].as_array().ok_or("no pairs")?;
    assert!(
        left.iter()
            .all(|p| p["one"] != pair["one"] || p["other"] != pair["other"])
    );
    Ok(())
}

#[test]
fn the_description_names_all_words_of_the_ontology() -> Checked {
    let server = served(&[])?;
    let description = server.get("/api/v1/openapi.json")?.json()?;
    let sorts = &description["components"]["schemas"]["Fact"]["properties"]["fact"]["oneOf"];
    let sorts = sorts.as_array().ok_or("no sorts")?;
    let of = |sort: &str, field: &str| {
        let found = sorts.iter().find(|s| s["properties"][sort].is_object());
        found.map(|s| s["properties"][sort]["properties"][field]["enum"].clone())
    };
    let offices: Vec<&str> = Office::ALL.iter().map(|word| word.as_str()).collect();
    let events: Vec<&str> = LifeEvent::ALL.iter().map(|word| word.as_str()).collect();
    let kinds: Vec<&str> = MeetingKind::ALL.iter().map(|word| word.as_str()).collect();
    assert_eq!(of("role", "office"), Some(json!(offices)));
    assert_eq!(of("life", "event"), Some(json!(events)));
    assert_eq!(of("met", "kind"), Some(json!(kinds)));
    assert_eq!(of("attended", "kind"), Some(json!(kinds)));
    Ok(())
}
