//! `same`, `different`, `wrong` and `undo`.

use serde_json::Value;

use super::{corrected, done, folder, judged, lines, one_tammsalu, people, with_file};
use crate::sample::{Checked, run_in};

#[test]
fn same_makes_one_of_two_and_undo_gives_back_the_bytes() -> Checked {
    let folder = folder()?;
    let folder = folder.path();
    let before = std::fs::read(folder.join("graph.json"))?;
    let ended = judged(
        folder,
        &[
            "same",
            "graph.json",
            "Jaan Tammsalu",
            "J. Tammsalu",
            "--by",
            "desk",
        ],
    )?;
    assert!(ended.err.contains("are one"), "{}", ended.err);
    assert_eq!(lines(folder)?.len(), 1);
    let found = people(folder)?;
    assert_eq!(found.len(), 3, "{found:?}");

    // To say it again adds nothing.
    let ended = judged(
        folder,
        &["same", "graph.json", "J. Tammsalu", "Jaan Tammsalu"],
    )?;
    assert!(ended.err.contains("was said before"), "{}", ended.err);
    assert_eq!(lines(folder)?.len(), 1);

    let listed = judged(folder, &["undo"])?.out;
    let id = listed
        .split_whitespace()
        .next()
        .ok_or("no judgement is listed")?;
    assert!(listed.contains("by desk"), "{listed}");
    judged(folder, &["undo", id])?;
    assert_eq!(corrected(folder)?, before);
    assert_eq!(
        lines(folder)?.len(),
        2,
        "an undo takes nothing out of the file"
    );

    // What was undone is brought back by saying it again.
    let ended = one_tammsalu(folder)?;
    assert!(ended.err.contains("counts again"), "{}", ended.err);
    assert_eq!(people(folder)?.len(), 3);
    Ok(())
}

#[test]
fn a_judgement_outlives_new_articles_and_the_order_of_its_file() -> Checked {
    let folder = folder()?;
    let folder = folder.path();
    one_tammsalu(folder)?;
    judged(folder, &["wrong", "graph.json", "Jaan Tammsalu", "Finland"])?;
    let one = corrected(folder)?;
    let text = std::fs::read_to_string(folder.join("j.jsonl"))?;
    let turned: Vec<&str> = text.lines().rev().chain(text.lines().take(1)).collect();
    std::fs::write(
        folder.join("j.jsonl"),
        format!("# by hand\n\n{}", turned.join("\r\n")),
    )?;
    assert_eq!(corrected(folder)?, one);
    // Ids of nodes change where a namesake comes; the judgement points at words and holds.
    let namesake = r#"{"id":"news/oslo","date":"2031-08-01","text":"Jaan Tammsalu, a member of the Storting, met with Speaker of the Saeima Daiga Ozolkalne in Oslo on 30 July 2031."}"#;
    let old = std::fs::read_to_string(folder.join("articles.jsonl"))?;
    std::fs::write(folder.join("articles.jsonl"), format!("{namesake}\n{old}"))?;
    let found = people(folder)?;
    let tammsalus: Vec<_> = found.iter().filter(|id| id.contains("tammsalu")).collect();
    assert_eq!(
        tammsalus,
        ["person/jaan-tammsalu-ee", "person/jaan-tammsalu-no"]
    );
    Ok(())
}

#[test]
fn different_needs_the_mentions_where_both_are_one_node() -> Checked {
    let folder = folder()?;
    let folder = folder.path();
    let ended = run_in(
        folder,
        &with_file(&["different", "graph.json", "ozolkalne", "Daiga Ozolkalne"]),
    )?;
    assert_eq!(ended.code, Some(2));
    assert!(
        ended.err.contains("\"Daiga Ozolkalne\" in news/jelgava"),
        "{}",
        ended.err
    );
    assert!(!folder.join("j.jsonl").exists(), "nothing was judged");
    judged(
        folder,
        &[
            "different",
            "graph.json",
            "ozolkalne@news/riga",
            "ozolkalne@jelgava",
        ],
    )?;
    let found = people(folder)?;
    assert_eq!(
        found.iter().filter(|id| id.contains("ozolkalne")).count(),
        2,
        "{found:?}"
    );
    // Of two who are called so the document tells which is meant, by its id or its day.
    judged(folder, &["build", "articles.jsonl", "-o", "two.json"])?;
    for (code, named) in [
        (2, "ozolkalne"),
        (0, "ozolkalne@2031-06-14"),
        (0, "ozolkalne@riga"),
    ] {
        let pair = ["same", "two.json", named, "J. Tammsalu"];
        let kept = ["--judgements", "other.jsonl"];
        let ended = run_in(folder, &[&pair[..], &kept].concat())?;
        assert_eq!(ended.code, Some(code), "{named}: {}", ended.err);
    }
    // The contrary has to be taken back first.
    let ended = run_in(
        folder,
        &with_file(&["same", "graph.json", "ozolkalne@riga", "ozolkalne@jelgava"]),
    )?;
    assert_eq!(ended.code, Some(2));
    assert!(ended.err.contains("says the contrary"), "{}", ended.err);
    assert!(
        ended
            .err
            .contains("hint: take it back first: interparl undo "),
        "{}",
        ended.err
    );
    Ok(())
}

#[test]
fn wrong_takes_out_an_edge_a_meeting_or_a_guest() -> Checked {
    let folder = folder()?;
    let folder = folder.path();
    let has = |bytes: &[u8], words: &str| String::from_utf8_lossy(bytes).contains(words);
    judged(
        folder,
        &[
            "wrong",
            "graph.json",
            "J. Tammsalu",
            "riigikogu",
            "--note",
            "a namesake",
        ],
    )?;
    assert!(!has(
        &corrected(folder)?,
        "\"source\":\"person/j-tammsalu\",\"target\":\"ee/riigikogu\""
    ));
    let capacity = "\"capacity\":\"member\"";
    assert!(has(&std::fs::read(folder.join("graph.json"))?, capacity));
    assert!(
        !has(&corrected(folder)?, capacity),
        "nobody comes in an office that is not held"
    );
    let talks = "meeting/2031-06-12-daiga-ozolkalne-jaan-tammsalu";
    assert!(has(&corrected(folder)?, talks));
    judged(folder, &["wrong", "graph.json", talks])?;
    assert!(!has(&corrected(folder)?, talks));
    let met = "met:meeting/2031-07-04-aino-lehtoranta-daiga-ozolkalne";
    assert!(has(&corrected(folder)?, met));
    judged(folder, &["wrong", "graph.json", "ozolkalne", "lehtoranta"])?;
    assert!(!has(&corrected(folder)?, met));
    Ok(())
}

#[test]
fn what_cannot_be_judged_is_told_with_what_to_do() -> Checked {
    let folder = folder()?;
    let folder = folder.path();
    for (arguments, code, parts) in [
        (
            &["same", "graph.json", "Jaan Tammsalu", "Riigikogu"][..],
            2,
            ["these are never one", "hint: name two people"],
        ),
        (
            &["same", "graph.json", "nobody", "Riigikogu"],
            1,
            ["nothing in the graph is called \"nobody\"", "error: "],
        ),
        (
            &[
                "different",
                "graph.json",
                "ozolkalne@oslo",
                "ozolkalne@riga",
            ],
            1,
            ["no document \"oslo\" names", "in news/riga"],
        ),
        (
            &["wrong", "graph.json", "Riigikogu", "Saeima"],
            1,
            ["no edge between", "hint: interparl show"],
        ),
        (
            &["wrong", "graph.json", "Riigikogu"],
            2,
            ["only one name is given", "hint: "],
        ),
        (
            &["wrong", "graph.json", "meeting/none"],
            1,
            ["there is no meeting \"meeting/none\"", "hint: "],
        ),
        (
            &["undo", "ffff"],
            1,
            ["there is no judgement \"ffff\"", "hint: "],
        ),
        (&["undo"], 1, ["no judgement counts in \"j.jsonl\"", ""]),
    ] {
        let ended = run_in(folder, &with_file(arguments))?;
        assert_eq!(ended.code, Some(code), "{arguments:?}: {}", ended.err);
        for part in parts {
            assert!(
                ended.err.contains(part),
                "{arguments:?}: {part} in {}",
                ended.err
            );
        }
    }
    assert!(!folder.join("j.jsonl").exists());
    Ok(())
}

#[test]
fn a_damaged_file_stops_the_work_and_one_without_effect_is_told() -> Checked {
    let folder = folder()?;
    let folder = folder.path();
    std::fs::write(
        folder.join("j.jsonl"),
        "{\"judgement\":\"same\"}\nnot json\n",
    )?;
    let ended = run_in(
        folder,
        &with_file(&["build", "articles.jsonl", "-o", "new.json"]),
    )?;
    assert_eq!(ended.code, Some(2));
    assert!(
        ended
            .err
            .contains("error: j.jsonl:1: a \"same\" needs \"a\""),
        "{}",
        ended.err
    );
    assert!(
        ended.err.contains("error: j.jsonl:2:2: expected ident"),
        "{}",
        ended.err
    );
    assert!(!folder.join("new.json").exists());

    std::fs::write(
        folder.join("j.jsonl"),
        "{\"judgement\":\"undo\",\"of\":\"0123456789ab\"}\n",
    )?;
    let ended = judged(folder, &["build", "articles.jsonl", "-o", "new.json"])?;
    assert!(
        ended
            .err
            .contains("has no effect: there is no judgement 0123456789ab"),
        "{}",
        ended.err
    );
    let ended = run_in(
        folder,
        &["build", "articles.jsonl", "--judgements", "none.jsonl"],
    )?;
    assert_eq!(ended.code, Some(2));
    assert!(
        ended.err.contains("cannot read \"none.jsonl\""),
        "{}",
        ended.err
    );
    Ok(())
}

#[test]
fn clusters_tell_who_was_taken_for_whom_and_why() -> Checked {
    let folder = folder()?;
    let folder = folder.path();
    one_tammsalu(folder)?;
    judged(
        folder,
        &[
            "different",
            "graph.json",
            "ozolkalne@riga",
            "ozolkalne@jelgava",
        ],
    )?;
    judged(
        folder,
        &[
            "build",
            "articles.jsonl",
            "-o",
            "new.json",
            "--clusters",
            "c.json",
        ],
    )?;
    let clusters: Value = serde_json::from_slice(&std::fs::read(folder.join("c.json"))?)?;
    let node = |id: &str| {
        let nodes = clusters.get("nodes").and_then(Value::as_array);
        let found = nodes
            .into_iter()
            .flatten()
            .find(|n| n.get("id").and_then(Value::as_str) == Some(id));
        found
            .map(Value::to_string)
            .ok_or_else(|| format!("no {id} in {clusters}"))
    };
    let tammsalu = node("person/jaan-tammsalu")?;
    for part in [
        r#""name":"J. Tammsalu""#,
        r#""spelling":{"like":"Jaan Tammsalu","score":0.65}"#,
        r#""judgement":"#,
        r#""same_name":true"#,
    ] {
        assert!(tammsalu.contains(part), "{part} in {tammsalu}");
    }
    let house = node("ee/riigikogu")?;
    assert!(house.contains(r#""row":"ee/riigikogu""#), "{house}");
    let apart = clusters.to_string().matches("\"apart\"").count();
    assert_eq!(apart, 2, "{clusters}");
    // The same readings and judgements give the same bytes through a shard each.
    let ended = done(folder, &["extract", "articles.jsonl"])?;
    let readings: Vec<&str> = ended.out.lines().rev().collect();
    std::fs::write(folder.join("r.jsonl"), readings.join("\n"))?;
    judged(
        folder,
        &[
            "fold",
            "r.jsonl",
            "-o",
            "again.json",
            "--clusters",
            "c2.json",
        ],
    )?;
    assert_eq!(
        std::fs::read(folder.join("c.json"))?,
        std::fs::read(folder.join("c2.json"))?
    );
    assert_eq!(
        std::fs::read(folder.join("new.json"))?,
        std::fs::read(folder.join("again.json"))?
    );
    Ok(())
}
