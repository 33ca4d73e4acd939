//! The rules keep what their manuals promise: they fire where they say so, and are silent where they say so.
//!
//! A manual is Markdown; `manual.rs` says what its parts are. `INTERPARL_UPDATE=1` rewrites the matrix of cross-fire, and
//! nothing else: a manual is written by hand.

mod crossfire;
mod manual;
mod registry;

use interparl::claim::{Assertion, Claim, Reading, Why};
use interparl::document::Article;
use interparl::lexicon::Lexicon;
use interparl::{pipeline, rule};

use manual::{Case, Manual};

/// The manuals of all rules. Says all that is wrong with their form at once.
fn manuals() -> Vec<Manual> {
    let (mut read, mut wrong) = (Vec::new(), Vec::new());
    for rule in rule::RULES {
        match Manual::parse(rule.id, rule.manual) {
            Ok(manual) => read.push(manual),
            Err(problem) => wrong.push(format!("{}.md:{problem}", rule.id)),
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    read
}

fn reading(case: &Case) -> Reading {
    let article = Article {
        text: case.text.clone(),
        date: case.date,
        ..Article::default()
    };
    pipeline::read(&article, Lexicon::builtin())
}

/// The rules that read a claim, each once.
fn rules_of(claim: &Claim) -> Vec<&str> {
    let mut rules: Vec<&str> = claim
        .evidence
        .iter()
        .filter_map(|why| match why {
            Why::Words(words) => Some(words.rule.as_str()),
            Why::Table(_) => None,
        })
        .collect();
    if let Assertion::Meeting { outcomes, .. } = &claim.assertion {
        let words = outcomes.iter().flat_map(|o| &o.evidence);
        rules.extend(words.map(|w| w.rule.as_str()));
    }
    rules.sort_unstable();
    rules.dedup();
    rules
}

/// The claims that a rule gives for a case, one line each, sorted.
fn claims_of(rule: &str, case: &Case) -> Vec<String> {
    let reading = reading(case);
    let mut lines: Vec<String> = reading
        .claims
        .iter()
        .filter(|claim| rules_of(claim).contains(&rule))
        .map(|claim| rule::in_one_line(claim, &reading))
        .collect();
    lines.sort();
    lines
}

fn told(place: &str, case: &Case, given: &[String], wanted: &[String]) -> String {
    let list = |lines: &[String]| match lines {
        [] => "      nothing\n".to_owned(),
        lines => format!("      {}\n", lines.join("\n      ")),
    };
    format!(
        "\n{place}\n    > {}\n    gives\n{}    and should give\n{}",
        case.text,
        list(given),
        list(wanted)
    )
}

#[test]
fn rules_fire_where_their_manuals_say_so() {
    let mut wrong = String::new();
    for manual in manuals() {
        for (number, case) in manual.fires.iter().enumerate() {
            let given = claims_of(&manual.id, case);
            if given != case.claims {
                let place = format!("{}/fires/{}", manual.id, number + 1);
                wrong.push_str(&told(&place, case, &given, &case.claims));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn rules_are_silent_where_their_manuals_say_so() {
    let mut wrong = String::new();
    for manual in manuals() {
        for (number, case) in manual.silent.iter().enumerate() {
            let given = claims_of(&manual.id, case);
            if !given.is_empty() {
                let place = format!("{}/silent/{}", manual.id, number + 1);
                wrong.push_str(&told(&place, case, &given, &[]));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn known_gaps_are_still_gaps() {
    let mut mended: Vec<String> = Vec::new();
    for manual in manuals() {
        for (number, case) in manual.not_yet.iter().enumerate() {
            if claims_of(&manual.id, case) == case.claims {
                let place = format!("{}/not yet/{}", manual.id, number + 1);
                mended.push(format!("{place} is mended\n    > {}", case.text));
            }
        }
    }
    assert!(
        mended.is_empty(),
        "\n{}\nmove these up to \"Fires\" or \"Stays silent\"",
        mended.join("\n")
    );
}
