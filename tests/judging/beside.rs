//! What a judgement is beside others, and lines that somebody wrote by hand.

use std::fs;

use super::{folder, judged};
use crate::sample::{Checked, run_in};

const JAAN: &str = "Jaan Tammsalu";
const SHORT: &str = "J. Tammsalu";
const DAIGA: &str = "Daiga Ozolkalne";
const AINO: &str = "Aino Lehtoranta";

#[test]
fn a_different_that_takes_the_effect_of_earlier_sames_says_so_when_it_is_given() -> Checked {
    let folder = folder()?;
    let folder = folder.path();
    for (one, other) in [(JAAN, SHORT), (SHORT, DAIGA)] {
        let told = judged(folder, &["same", "graph.json", one, other])?.err;
        assert!(!told.contains("does not count"), "{told}");
    }
    let told = judged(folder, &["different", "graph.json", AINO, JAAN])?.err;
    assert!(!told.contains("does not count"), "{told}");
    let told = judged(folder, &["different", "graph.json", DAIGA, JAAN])?.err;
    assert_eq!(told.matches("does not count").count(), 2, "{told}");
    assert_eq!(told.matches("contradicts it").count(), 2, "{told}");
    // What was told once is not told with the next judgement.
    let told = judged(folder, &["different", "graph.json", AINO, DAIGA])?.err;
    assert!(!told.contains("does not count"), "{told}");
    Ok(())
}

#[test]
fn a_same_without_effect_beside_a_different_says_so_when_it_is_given() -> Checked {
    let folder = folder()?;
    let folder = folder.path();
    judged(folder, &["different", "graph.json", DAIGA, JAAN])?;
    judged(folder, &["same", "graph.json", JAAN, SHORT])?;
    let told = judged(folder, &["same", "graph.json", SHORT, DAIGA])?.err;
    assert!(told.contains("does not count"), "{told}");
    // The graph says the same of them.
    let told = judged(folder, &["build", "articles.jsonl", "-o", "new.json"])?.err;
    assert_eq!(told.matches("contradicts it").count(), 2, "{told}");
    Ok(())
}

#[test]
fn a_line_by_hand_that_can_mean_nothing_is_told_with_its_number_and_what_to_do() -> Checked {
    let folder = folder()?;
    let folder = folder.path();
    let sha = "9f".repeat(32);
    let mention = format!(r#"{{"sha256":"{sha}","start":0,"end":4}}"#);
    let fact = |party: &str| {
        format!(
            r#"{{"judgement":"fact","claim":{{"predicate":"visited","person":{mention},"state":{party}}},"source":"a letter"}}"#
        )
    };
    let state = |row: &str| fact(&format!(r#"{{"kind":"state","name":"A","row":"{row}"}}"#));
    let house = |row: &str| {
        format!(
            r#"{{"judgement":"wrong","sha256":"{sha}","claim":{{"predicate":"part_of","part":{{"kind":"chamber","row":"{row}"}},"whole":{{"kind":"state","row":"EE"}}}}}}"#
        )
    };
    let cases = [
        (
            format!(
                r#"{{"judgement":"same","a":{mention},"b":{{"sha256":"9f04","start":0,"end":4}}}}"#
            ),
            r#""9f04" is not the hash of a text"#,
        ),
        (
            format!(
                r#"{{"judgement":"same","a":{mention},"b":{{"sha256":"{}","start":0,"end":4}}}}"#,
                "0A".repeat(32)
            ),
            r#""0A0A"#,
        ),
        (
            r#"{"judgement":"fact","claim":{"predicate":"visited","person":{"kind":"state","name":"Pia","state":"FI"},"state":{"kind":"state","name":"Latvia","row":"LV"}},"source":"x"}"#.to_owned(),
            r#"a state cannot be the "person" of a fact"#,
        ),
        (state("QQ"), r#"there is no state "QQ""#),
        (house("ZZZ"), r#"no table has the row "ZZZ" of a chamber"#),
        (
            house("qq/senate"),
            r#"no table has the row "qq/senate" of a chamber"#,
        ),
        (
            fact(r#"{"kind":"state","name":"A","row":"EE","state":"QQ"}"#),
            r#"there is no state "QQ""#,
        ),
    ];
    for (line, message) in cases {
        let text = format!("# by hand\n\n{line}\n");
        fs::write(folder.join("j.jsonl"), &text)?;
        let build = ["build", "articles.jsonl", "--judgements", "j.jsonl"];
        let ended = run_in(folder, &build)?;
        assert_eq!(ended.code, Some(2), "{line}");
        let expected = format!("j.jsonl:3: {message}");
        assert!(ended.err.contains(&expected), "{}", ended.err);
        assert_eq!(ended.err.matches("hint: ").count(), 1, "{}", ended.err);
        assert_eq!(fs::read_to_string(folder.join("j.jsonl"))?, text);
    }
    // A text and a row that are not there today may be there tomorrow.
    for line in [
        house("ee/riigikogu"),
        house("ee/of-my-own-tables"),
        state("LV"),
    ] {
        fs::write(folder.join("j.jsonl"), line)?;
        judged(folder, &["build", "articles.jsonl", "-o", "new.json"])?;
    }
    Ok(())
}
