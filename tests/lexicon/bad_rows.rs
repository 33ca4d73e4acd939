//! Every sort of bad row is refused, with its file and line and what is wrong.

use std::error::Error;
use std::fs;

use interparl::lexicon::{Lexicon, LexiconError};

use super::{Outcome, changed, columns, row, write};

/// What is said of a table with a good row first and this row behind it, without the path; and the hint.
fn refused(file: &str, bad: &str) -> Result<(String, Option<String>), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let path = write(folder.path(), file, &[String::new(), bad.to_owned()])?;
    let Err(error) = Lexicon::with_folder(folder.path()) else {
        return Err(format!("{file}: {bad:?} is taken").into());
    };
    assert!(
        matches!(error, LexiconError::Row { line: 3, .. }),
        "{error}"
    );
    let place = format!("{}:3: ", path.display());
    let message = error.to_string();
    let problem = message
        .strip_prefix(&place)
        .ok_or_else(|| message.clone())?;
    assert_eq!(message.lines().count(), 1);
    Ok((problem.to_owned(), error.hint()))
}

fn given(name: &str) -> String {
    format!("{name}\tm\t\t\t\t\tH")
}

#[test]
fn cells_that_are_badly_written() -> Outcome {
    for (name, problem) in [
        (" Abay", "column \"name\" has stray spaces: \" Abay\""),
        (
            "Abay  Kunan",
            "column \"name\" has stray spaces: \"Abay  Kunan\"",
        ),
        (
            "Jose\u{301}",
            "column \"name\" is not in Unicode's composed form (NFC): \"Jose\u{301}\"",
        ),
        (
            "Ab\u{202e}ay",
            "column \"name\" has a sign that is not allowed: \"Ab\u{fffd}ay\"",
        ),
        (
            "Ab\u{1b}[31may",
            "column \"name\" has a sign that is not allowed: \"Ab\u{fffd}[31may\"",
        ),
        (
            "Ab\u{a0}ay",
            "column \"name\" has a sign that is not allowed: \"Ab\u{fffd}ay\"",
        ),
        (
            "\"Abay\"",
            "column \"name\" stands in quotes, which tables do not have: \"\"Abay\"\"",
        ),
        ("", "column \"name\" is empty"),
        ("4bay", "\"4bay\" is no name"),
    ] {
        assert_eq!(refused("given_names.tsv", &given(name))?.0, problem);
    }
    for (countries, problem) in [
        (
            "KZ||KG",
            "column \"countries\" has an empty or padded value: \"KZ||KG\"",
        ),
        (
            "KZ| KG",
            "column \"countries\" has an empty or padded value: \"KZ| KG\"",
        ),
        (
            "KZ|KG|KZ",
            "column \"countries\" has a value twice: \"KZ|KG|KZ\"",
        ),
    ] {
        let bad = row(
            "given_names.tsv",
            &[("name", "Zzyxa"), ("countries", countries)],
        )?;
        assert_eq!(refused("given_names.tsv", &bad)?.0, problem);
    }
    Ok(())
}

#[test]
fn rows_of_another_length_and_headers_of_another_table() -> Outcome {
    assert_eq!(
        refused("given_names.tsv", "Abay\tm")?.0,
        "2 cells where the header has 7"
    );
    assert_eq!(
        refused("common_words.tsv", "en\tword\tmore")?.0,
        "3 cells where the header has 2"
    );
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("titles.tsv");
    fs::write(&path, "language\ttitle\tposition\n")?;
    let error = Lexicon::with_folder(folder.path())
        .err()
        .ok_or("no error")?;
    let said = format!(
        "{}:1: the header has the unknown column \"position\"",
        path.display()
    );
    assert_eq!(error.to_string(), said);
    let hint = error.hint().ok_or("no hint")?;
    assert!(hint.ends_with(&columns("titles.tsv")?.join(" ")), "{hint}");
    Ok(())
}

#[test]
fn a_line_that_is_no_text() -> Outcome {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("given_names.tsv");
    let mut bytes = columns("given_names.tsv")?.join("\t").into_bytes();
    bytes.extend(b"\nAbay\tm\t\t\t\t\tH\nJos\xe9\tm\t\t\t\t\tH\n");
    fs::write(&path, bytes)?;
    let error = Lexicon::with_folder(folder.path())
        .err()
        .ok_or("no error")?;
    assert_eq!(
        error.to_string(),
        format!("{}:3: this line is not UTF-8", path.display())
    );
    Ok(())
}

#[test]
fn words_that_a_column_does_not_know() -> Outcome {
    for (file, cells, problem) in [
        (
            "given_names.tsv",
            &[("name", "Zzyxa"), ("gender", "x")][..],
            "column \"gender\" has the unknown word \"x\"",
        ),
        (
            "given_names.tsv",
            &[("name", "Zzyxa"), ("flags", "odd")],
            "column \"flags\" has the unknown word \"odd\"",
        ),
        (
            "titles.tsv",
            &[("language", "en"), ("title", "Zz"), ("role", "king")],
            "column \"role\" has the unknown word \"king\"",
        ),
        (
            "titles.tsv",
            &[
                ("language", "xx"),
                ("title", "Zz"),
                ("role", "speaker"),
                ("applies_to", "any"),
            ],
            "column \"language\" has the unknown word \"xx\"",
        ),
        (
            "titles.tsv",
            &[
                ("language", "en"),
                ("title", "Zz"),
                ("role", "speaker"),
                ("applies_to", "house"),
            ],
            "column \"applies_to\" has the unknown word \"house\"",
        ),
        (
            "honorifics.tsv",
            &[("language", "en"), ("honorific", "Zz"), ("kind", "odd")],
            "column \"kind\" has the unknown word \"odd\"",
        ),
        (
            "bodies.tsv",
            &[
                ("language", "en"),
                ("phrase", "zz"),
                ("subkind", "club"),
                ("scope", "any"),
            ],
            "column \"subkind\" has the unknown word \"club\"",
        ),
        (
            "particles.tsv",
            &[("particle", "zz"), ("position", "last")],
            "column \"position\" has the unknown word \"last\"",
        ),
        (
            "surnames_first.tsv",
            &[("surname", "Zz"), ("order", "last")],
            "column \"order\" has the unknown word \"last\"",
        ),
        (
            "words.tsv",
            &[("language", "en"), ("class", "verb"), ("phrases", "zz")],
            "column \"class\" has the unknown word \"verb\"",
        ),
        (
            "words.tsv",
            &[
                ("language", "en"),
                ("class", "number"),
                ("value", "999"),
                ("phrases", "zz"),
            ],
            "the value \"999\" is not a number up to 255",
        ),
        (
            "words.tsv",
            &[
                ("language", "en"),
                ("class", "month"),
                ("value", "13"),
                ("phrases", "zz"),
            ],
            "the value of this class is a number from 1 to 12",
        ),
        (
            "words.tsv",
            &[("language", "en"), ("class", "meet")],
            "column \"phrases\" is empty",
        ),
        (
            "cities.tsv",
            &[("name", "Zz"), ("state", "KZ"), ("kind", "village")],
            "column \"kind\" has the unknown word \"village\"",
        ),
        (
            "cities.tsv",
            &[
                ("name", "Zz"),
                ("state", "KZ"),
                ("kind", "city"),
                ("population", "many"),
            ],
            "the population \"many\" is not a number",
        ),
        (
            "common_words.tsv",
            &[("language", "en"), ("word", "Zz")],
            "\"Zz\" is not in its folded form",
        ),
        (
            "states.tsv",
            &[("code", "Zz"), ("name", "Zz")],
            "column \"code\" has the unknown word \"Zz\"",
        ),
    ] {
        assert_eq!(refused(file, &row(file, cells)?)?.0, problem);
    }
    let bad = row(
        "surnames_first.tsv",
        &[("surname", "Zz"), ("order", "last")],
    )?;
    assert_eq!(
        refused("surnames_first.tsv", &bad)?.1.as_deref(),
        Some("it may be \"first\", \"either\"")
    );
    Ok(())
}

/// A chamber that is good but for these cells.
fn chamber(cells: &[(&str, &str)]) -> Result<String, Box<dyn Error>> {
    let good = [
        ("id", "nz/zz"),
        ("state", "NZ"),
        ("kind", "chamber"),
        ("house", "upper"),
        ("name", "Zz Hall"),
        ("status", "current"),
    ];
    let others = good
        .iter()
        .filter(|(column, _)| !cells.iter().any(|(c, _)| c == column));
    let all: Vec<(&str, &str)> = others.chain(cells).copied().collect();
    row("chambers.tsv", &all)
}

#[test]
fn chambers_that_do_not_fit() -> Outcome {
    for (cells, problem) in [
        (
            &[("state", "ZZ"), ("id", "zz/zz")][..],
            "unknown state \"ZZ\"",
        ),
        (
            &[("state", "Zz")],
            "column \"state\" has the unknown word \"Zz\"",
        ),
        (
            &[("id", "au/zz")],
            "the id \"au/zz\" is not \"nz/\" and a word of small letters, digits and hyphens",
        ),
        (
            &[("parent", "nz/none")],
            "the parent \"nz/none\" does not exist",
        ),
        (
            &[("parent", "us/congress")],
            "the parent \"us/congress\" is of another state",
        ),
        (
            &[("parent", "nz/zz")],
            "the parent \"nz/zz\" is not a parliament",
        ),
        (
            &[("house", "joint")],
            "a row of the kind \"parliament\" has the house \"joint\", and no other row has",
        ),
        (
            &[("status", "old")],
            "column \"status\" has the unknown word \"old\"",
        ),
        (
            &[("wikidata", "12")],
            "\"12\" is no Wikidata id, which is a Q and a number",
        ),
        (&[("name", "")], "column \"name\" is empty"),
        (
            &[("name", "Senate")],
            "other chambers have the name \"Senate\" too: it must stand in \"ambiguous_en\" as well",
        ),
    ] {
        assert_eq!(refused("chambers.tsv", &chamber(cells)?)?.0, problem);
    }
    Ok(())
}

#[test]
fn forms_that_belong_to_another_row() -> Outcome {
    let (problem, hint) = refused("chambers.tsv", &chamber(&[("aliases_en", "BUNDESTAG")])?)?;
    assert!(
        problem.starts_with(
            "the name \"BUNDESTAG\" belongs to \"de/bundestag\" already (chambers.tsv:"
        ),
        "{problem}"
    );
    assert_eq!(
        hint.as_deref(),
        Some("names that several have stand in the column \"ambiguous_en\"")
    );
    let (problem, _) = refused("chambers.tsv", &chamber(&[("aliases_en", "Senate")])?)?;
    assert!(
        problem.starts_with("the name \"Senate\" belongs to "),
        "{problem}"
    );
    let state = changed("states.tsv", "NZ", &[("aliases_en", "Aotearoa|Germany")])?;
    let (problem, _) = refused("states.tsv", &state)?;
    assert!(
        problem.starts_with("the name \"Germany\" belongs to \"DE\" already (states.tsv:"),
        "{problem}"
    );
    let month = row(
        "words.tsv",
        &[
            ("language", "en"),
            ("class", "month"),
            ("value", "2"),
            ("phrases", "january"),
        ],
    )?;
    let (problem, _) = refused("words.tsv", &month)?;
    assert!(
        problem.starts_with("the word \"january\" belongs to "),
        "{problem}"
    );
    let state = changed("states.tsv", "NZ", &[("ambiguous", "Zealand")])?;
    let (problem, hint) = refused("states.tsv", &state)?;
    assert_eq!(problem, "the ambiguous form \"Zealand\" has no language");
    assert_eq!(hint.as_deref(), Some("write it as \"en:Zealand\""));
    Ok(())
}

#[test]
fn keys_that_come_twice() -> Outcome {
    let folder = tempfile::tempdir()?;
    let path = write(
        folder.path(),
        "given_names.tsv",
        &[given("Zzyxa"), given("Zzyxa")],
    )?;
    let error = Lexicon::with_folder(folder.path())
        .err()
        .ok_or("no error")?;
    assert_eq!(
        error.to_string(),
        format!("{}:3: \"Zzyxa\" stands in line 2 already", path.display())
    );
    let title = row(
        "titles.tsv",
        &[
            ("language", "en"),
            ("title", "PRIME MINISTER"),
            ("role", "chair"),
            ("applies_to", "state"),
        ],
    )?;
    let (problem, _) = refused("titles.tsv", &title)?;
    assert!(
        problem.contains("has the role \"head_of_government\" already (titles.tsv:"),
        "{problem}"
    );
    Ok(())
}

#[test]
fn names_in_time_that_nobody_bears_or_that_end_before_they_begin() -> Outcome {
    for (row, problem) in [
        (
            "nz/senate\tSenate\t1951\t\t",
            "no chamber and no assembly has the id \"nz/senate\"",
        ),
        (
            "ee/riigikogu\tGreat Assembly\t1951\t\t",
            "\"Great Assembly\" is no name of \"ee/riigikogu\"",
        ),
        (
            "ee/riigikogu\tRiigikogu\t1992-13\t\t",
            "\"1992-13\" is no date",
        ),
        (
            "ee/riigikogu\tRiigikogu\t1992\t1940\t",
            "the name ends before it begins",
        ),
        (
            "ee/riigikogu\tRiigikogu\t\t\t",
            "neither \"from\" nor \"until\" is filled",
        ),
    ] {
        assert_eq!(refused("body_names.tsv", row)?.0, problem);
    }
    Ok(())
}
