//! `fact`: what no article tells.

use super::{corrected, done, folder, judged, lines, with_file};
use crate::sample::{Checked, run_in};

/// Adds a fact with a source.
fn add(folder: &std::path::Path, fact: &[&str]) -> Checked {
    let head = ["fact", "graph.json"];
    let arguments: Vec<&str> = head.iter().chain(fact).copied().collect();
    judged(
        folder,
        &[
            &arguments[..],
            &["--source", "https://parliament.example/list"],
        ]
        .concat(),
    )?;
    Ok(())
}

#[test]
fn every_sort_of_fact_reaches_the_graph_with_its_source() -> Checked {
    let folder = folder()?;
    let folder = folder.path();
    add(
        folder,
        &[
            "role",
            "Daiga Ozolkalne",
            "deputy-speaker",
            "saeima",
            "--date",
            "2030-01-02",
            "--title",
            "Vice-President",
        ],
    )?;
    add(
        folder,
        &[
            "met",
            "Jaan Tammsalu + legislator:Pia Soini@FI",
            "lehtoranta",
            "--date",
            "2031-05",
            "--place",
            "Turku",
        ],
    )?;
    add(
        folder,
        &[
            "attended",
            "commission:Gulf Commission",
            "Jaan Tammsalu",
            "--date",
            "2031-02-03",
        ],
    )?;
    add(
        folder,
        &["visited", "J. Tammsalu", "state:Latvia", "--planned"],
    )?;
    add(folder, &["part-of", "saeima", "LV"])?;
    add(
        folder,
        &["links", "commission:Gulf Commission", "riigikogu"],
    )?;
    add(
        folder,
        &[
            "life",
            "commission:Gulf Commission",
            "founded",
            "--date",
            "2029",
        ],
    )?;
    assert_eq!(lines(folder)?.len(), 7);
    let graph = String::from_utf8(corrected(folder)?)?;
    for part in [
        "\"target\":\"lv/saeima\",\"key\":\"role:deputy_speaker\"",
        "\"title\":\"Vice-President\"",
        "\"id\":\"person/pia-soini\"",
        "\"first_seen\":\"2030-01-02\"",
        "\"target\":\"state/LV\",\"key\":\"visited:planned:unknown\"",
        "\"id\":\"commission/gulf-commission\"",
        "\"source\":\"commission/gulf-commission\",\"target\":\"ee/riigikogu\",\"key\":\"links\"",
        "\"event\":\"founded\",\"date\":\"2029\"",
        "\"type\":\"judgement\"",
        "\"source\":\"https://parliament.example/list\"",
    ] {
        assert!(graph.contains(part), "{part} in {graph}");
    }
    std::fs::write(folder.join("new.json"), &graph)?;
    let shown = done(folder, &["show", "new.json", "Gulf Commission"])?;
    assert!(
        shown.out.contains("from https://parliament.example/list"),
        "{}",
        shown.out
    );

    // Wrong of an added fact is its undo.
    judged(folder, &["wrong", "new.json", "J. Tammsalu", "Latvia"])?;
    let last = lines(folder)?.pop().unwrap_or_default();
    assert!(last.starts_with("{\"judgement\":\"undo\""), "{last}");
    assert!(!String::from_utf8(corrected(folder)?)?.contains("visited:planned:unknown"));
    Ok(())
}

#[test]
fn what_is_no_fact_is_told_and_not_kept() -> Checked {
    let folder = folder()?;
    let folder = folder.path();
    let source = ["--source", "a book"];
    for (fact, part) in [
        (
            &["role", "Jaan Tammsalu", "spekaer", "saeima"][..],
            "did you mean \"speaker\"?",
        ),
        (
            &["role", "saeima", "speaker", "saeima"],
            "\"saeima\" is a chamber, and a person is meant here",
        ),
        (
            &[
                "role",
                "Jaan Tammsalu",
                "speaker",
                "saeima",
                "--date",
                "2031",
            ],
            "an office is seen on a day",
        ),
        (
            &["role", "Jaan Tammsalu", "speaker"],
            "is about PERSON OFFICE BODY, and 2 are given",
        ),
        (&["visited", "Pia Soini", "FI"], "KIND:NAME@STATE"),
        (
            &["visited", "Jaan Tammsalu", "state:QQ"],
            "\"QQ\" is not a state",
        ),
        (
            &["met", "Jaan Tammsalu", "Jaan Tammsalu"],
            "one person is named twice",
        ),
        (
            &["met", "Jaan Tammsalu", "+"],
            "has a place for a name, and no name",
        ),
        (&["part-of", "saeima", "saeima"], "are the same body"),
        (
            &["visited", "legislator:Pia Soini@Nowhere", "FI"],
            "\"Nowhere\" is not a state",
        ),
        (
            &["links", "saeima", "FI", "--place", "Riga"],
            "a fact of the sort links has no --place",
        ),
        (
            &["life", "saeima", "vanished"],
            "\"vanished\" is not an event",
        ),
    ] {
        let head = ["fact", "graph.json"];
        let arguments: Vec<&str> = head.iter().chain(fact).chain(&source).copied().collect();
        let ended = run_in(folder, &with_file(&arguments))?;
        assert!(
            matches!(ended.code, Some(1 | 2)),
            "{fact:?}: {:?}",
            ended.code
        );
        assert!(
            ended.err.contains(part),
            "{fact:?}: {part} in {}",
            ended.err
        );
    }
    let ended = run_in(
        folder,
        &with_file(&[
            "fact",
            "graph.json",
            "visited",
            "Jaan Tammsalu",
            "FI",
            "--source",
            " ",
        ]),
    )?;
    assert!(ended.err.contains("a fact needs a source"), "{}", ended.err);
    assert!(!folder.join("j.jsonl").exists());
    Ok(())
}

#[test]
fn a_state_of_which_no_article_tells_is_named_as_any_other() -> Checked {
    let folder = folder()?;
    let folder = folder.path();
    add(folder, &["visited", "Jaan Tammsalu", "LT"])?;
    add(folder, &["visited", "Daiga Ozolkalne", "Lithuania"])?;
    let graph = String::from_utf8(corrected(folder)?)?;
    assert_eq!(
        graph
            .matches("\"target\":\"state/LT\",\"key\":\"visited")
            .count(),
        2,
        "{graph}"
    );
    Ok(())
}
