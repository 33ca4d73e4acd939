//! `review`: questions in the order of what speaks for them, and answers that are kept at once.

use super::{folder, judged, lines, people, review};
use crate::sample::{Checked, run_in};

#[test]
fn the_pair_is_shown_with_its_sentences_and_the_answer_kept() -> Checked {
    let folder = folder()?;
    let folder = folder.path();
    let ended = review(folder, "hm\ns seen on a photograph\n", &["--by", "desk"])?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    for part in [
        "1 of 1: are these one?",
        "\"J. Tammsalu, a member of the Riigikogu\" [1]",
        "\"Speaker of the Riigikogu Jaan Tammsalu\" [1]",
        "for: \"J. Tammsalu\" is like \"Jaan Tammsalu\": 0.650",
        "for: both are of EE",
        "for: both came together with Aino Lehtoranta (Finland)",
    ] {
        assert!(ended.out.contains(part), "{part} in:\n{}", ended.out);
    }
    assert!(
        ended.err.contains("answer s (same), d (different)"),
        "{}",
        ended.err
    );
    let kept = lines(folder)?;
    assert_eq!(kept.len(), 1);
    let line = kept.first().cloned().unwrap_or_default();
    assert!(
        line.contains("\"by\":\"desk\",\"note\":\"seen on a photograph\""),
        "{line}"
    );
    assert_eq!(people(folder)?.len(), 3);

    // What is judged is not asked again, though the graph is the old one.
    let ended = review(folder, "s\n", &[])?;
    assert_eq!(ended.code, Some(1));
    assert_eq!(lines(folder)?.len(), 1);
    judged(folder, &["undo", &listed(folder)?])?;
    let ended = review(folder, "l\n", &[])?;
    assert_eq!(ended.code, Some(0));
    assert!(ended.err.contains("nothing was judged"), "{}", ended.err);
    assert_eq!(lines(folder)?.len(), 2);
    Ok(())
}

/// The id of the first judgement that counts.
fn listed(folder: &std::path::Path) -> Result<String, Box<dyn std::error::Error>> {
    let listed = judged(folder, &["undo"])?.out;
    Ok(listed
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_owned())
}

#[test]
fn the_end_of_the_answers_and_quit_keep_nothing() -> Checked {
    let folder = folder()?;
    let folder = folder.path();
    for answers in ["", "q\n", "\n", "quit\ns\n"] {
        let ended = review(folder, answers, &[])?;
        assert_eq!(ended.code, Some(0), "{}", ended.err);
        assert!(!folder.join("j.jsonl").exists(), "{answers:?}");
    }
    let ended = run_in(folder, &["review", "-", "--judgements", "j.jsonl"])?;
    assert_eq!(ended.code, Some(2));
    assert!(
        ended
            .err
            .contains("standard input is where your answers come from")
    );
    Ok(())
}

#[test]
fn whom_an_answer_has_made_one_is_told_with_the_next_question() -> Checked {
    let folder = folder()?;
    let folder = folder.path();
    let article = |id: &str, name: &str, place: &str| {
        let text = format!(
            "{name}, a member of the Riigikogu, met with Speaker of the Saeima Daiga Ozolkalne in {place} on 5 July 2031."
        );
        let line = serde_json::json!({"id": id, "date": "2031-07-06", "text": text});
        format!("{line}\n")
    };
    let lines = [("a", "Toomas Kask"), ("b", "Tiit Kask"), ("c", "T. Kask")];
    let lines = lines.map(|(id, name)| article(id, name, "Cesis")).concat();
    std::fs::write(folder.join("articles.jsonl"), lines)?;
    run_in(folder, &["build", "articles.jsonl", "-o", "graph.json"])?;
    let ended = review(folder, "s\nd\n", &[])?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    let told = "mind: by your answers T. Kask (legislator, Estonia) is T";
    assert!(ended.out.contains(told), "{}", ended.out);
    Ok(())
}
