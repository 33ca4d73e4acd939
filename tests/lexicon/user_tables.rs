//! A user's tables add rows, and replace rows of the same key.

use std::fs;

use interparl::document::Article;
use interparl::graph::fold;
use interparl::lexicon::{Cue, Entry, Lexicon, LexiconError, NameTraits};
use interparl::ontology::StateCode;
use interparl::pipeline;

use super::{Outcome, changed, row, write};

/// What the longest phrase at the start of a text stands for.
fn entries(lexicon: &Lexicon, text: &str) -> Vec<Entry> {
    let mut buffer = String::new();
    let words: Vec<_> = text
        .split(' ')
        .map(|w| lexicon.symbol(w, &mut buffer))
        .collect();
    let rest = |n: usize| words.get(n).copied().unwrap_or_default();
    let found = lexicon.phrases_at(rest(0), rest).next();
    found
        .filter(|f| f.length == words.len())
        .map(|f| f.entries.to_vec())
        .unwrap_or_default()
}

#[test]
fn rows_are_added() -> Outcome {
    let folder = tempfile::tempdir()?;
    let chamber = row(
        "chambers.tsv",
        &[
            ("id", "nz/senate"),
            ("state", "NZ"),
            ("kind", "chamber"),
            ("house", "upper"),
            ("name", "Hall of the Long Cloud"),
            ("aliases_en", "Long Cloud Hall"),
            ("status", "former"),
        ],
    )?;
    write(folder.path(), "chambers.tsv", &[chamber])?;
    write(
        folder.path(),
        "given_names.tsv",
        &[row(
            "given_names.tsv",
            &[("name", "Zzyxa"), ("gender", "f")],
        )?],
    )?;
    let title = [
        ("language", "en"),
        ("title", "Arch Speaker"),
        ("role", "speaker"),
        ("applies_to", "chamber"),
    ];
    write(folder.path(), "titles.tsv", &[row("titles.tsv", &title)?])?;
    let words = [
        ("language", "en"),
        ("class", "meet"),
        ("phrases", "palavered with"),
    ];
    write(folder.path(), "words.tsv", &[row("words.tsv", &words)?])?;
    let cues = [
        ("language", "en"),
        ("cue", "programme"),
        ("phrases", "Running order"),
    ];
    write(folder.path(), "cues.tsv", &[row("cues.tsv", &cues)?])?;
    fs::write(
        folder.path().join("README.txt"),
        "other files are left alone",
    )?;

    let lexicon = Lexicon::with_folder(folder.path())?;
    let hall = entries(&lexicon, "Long Cloud Hall");
    let [Entry::Chamber(number)] = hall.as_slice() else {
        return Err(format!("{hall:?}").into());
    };
    let chamber = lexicon.chamber(*number).ok_or("no chamber")?;
    assert_eq!((chamber.id.as_str(), chamber.current), ("nz/senate", false));
    assert!(matches!(
        entries(&lexicon, "Arch Speakers").as_slice(),
        [Entry::Titles(_)]
    ));
    assert!(matches!(
        entries(&lexicon, "palavered with").as_slice(),
        [Entry::Word(..)]
    ));
    let programmes = lexicon.cue(Cue::Programme);
    assert!(programmes.iter().any(|p| p == "running order"));
    assert!(programmes.iter().any(|p| p == "agenda"));
    let name = lexicon.symbol("Zzyxa", &mut String::new());
    assert!(lexicon.traits(name).has(NameTraits::GIVEN));
    // What came with the program is still there, and the program's own lexicon knows nothing of it.
    assert_eq!(
        entries(&lexicon, "met with"),
        entries(Lexicon::builtin(), "met with")
    );
    assert!(entries(Lexicon::builtin(), "Long Cloud Hall").is_empty());
    Ok(())
}

#[test]
fn a_row_of_a_known_key_replaces_the_row() -> Outcome {
    let folder = tempfile::tempdir()?;
    let turkey = changed(
        "states.tsv",
        "TR",
        &[("name", "Anatolia"), ("aliases_en", "")],
    )?;
    write(folder.path(), "states.tsv", &[turkey])?;
    let lexicon = Lexicon::with_folder(folder.path())?;
    let code = StateCode::parse("TR").ok_or("no code")?;
    assert_eq!(
        lexicon.state(code).map(|s| s.name.as_str()),
        Some("Anatolia")
    );
    assert_eq!(entries(&lexicon, "Anatolia"), [Entry::State(code)]);
    assert!(!entries(&lexicon, "Türkiye").contains(&Entry::State(code)));
    Ok(())
}

#[test]
fn the_order_of_rows_stays_where_one_is_replaced() -> Outcome {
    let folder = tempfile::tempdir()?;
    let senate = changed("chambers.tsv", "us/senate", &[("note", "as before")])?;
    write(folder.path(), "chambers.tsv", &[senate])?;
    let lexicon = Lexicon::with_folder(folder.path())?;
    assert_eq!(
        entries(&lexicon, "Senate"),
        entries(Lexicon::builtin(), "Senate")
    );
    Ok(())
}

#[test]
fn tables_from_windows_are_read() -> Outcome {
    let folder = tempfile::tempdir()?;
    let header = super::columns("surnames_first.tsv")?.join("\t");
    let content = format!("\u{feff}{header}\r\nZzyxo\tfirst\tNowhere\t\t\tH\r\n\r\n");
    fs::write(folder.path().join("surnames_first.tsv"), content)?;
    let lexicon = Lexicon::with_folder(folder.path())?;
    let name = lexicon.symbol("ZZYXO", &mut String::new());
    assert!(lexicon.traits(name).has(NameTraits::SURNAME_FIRST));
    Ok(())
}

#[test]
fn a_table_of_an_unknown_name_is_an_error_with_the_nearest_name() -> Outcome {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("chamber.tsv");
    fs::write(&path, "")?;
    let error = Lexicon::with_folder(folder.path())
        .err()
        .ok_or("no error")?;
    assert!(matches!(error, LexiconError::UnknownTable { .. }));
    assert_eq!(
        error.to_string(),
        format!("{}: no table has this name", path.display())
    );
    assert_eq!(
        error.hint().as_deref(),
        Some("did you mean \"chambers.tsv\"?")
    );
    Ok(())
}

#[test]
fn a_folder_without_tables_is_an_error() -> Outcome {
    let folder = tempfile::tempdir()?;
    let error = Lexicon::with_folder(folder.path())
        .err()
        .ok_or("no error")?;
    assert!(
        error.to_string().ends_with("no table in this folder"),
        "{error}"
    );
    assert!(error.hint().is_some_and(|h| h.contains("states.tsv")));
    let missing = folder.path().join("missing");
    let error = Lexicon::with_folder(&missing).err().ok_or("no error")?;
    assert!(
        error.to_string().ends_with("there is no such folder"),
        "{error}"
    );
    Ok(())
}

#[test]
fn people_have_wikidata_ids_from_a_table_of_the_user_alone() -> Outcome {
    let folder = tempfile::tempdir()?;
    let person = [
        ("wikidata", "Q4000000001"),
        ("name", "Jaan Tamm"),
        ("aliases", "Jaan K. Tamm"),
        ("state", "EE"),
    ];
    write(folder.path(), "people.tsv", &[row("people.tsv", &person)?])?;
    let lexicon = Lexicon::with_folder(folder.path())?;
    let text = "Speaker of the Riigikogu Jaan Tamm met Speaker of the Saeima Daiga Ozola.";
    let id_of = |lexicon: &Lexicon, name: &str| {
        let article = Article {
            text: text.to_owned(),
            ..Article::default()
        };
        let graph = fold(vec![pipeline::read(&article, lexicon)]);
        let node = graph.find(name).and_then(|node| graph.node(node));
        node.and_then(|node| node.wikidata.clone())
    };
    let told = |name| id_of(&lexicon, name);
    assert_eq!(told("person/jaan-tamm").as_deref(), Some("Q4000000001"));
    assert_eq!(told("person/daiga-ozola"), None);
    assert_eq!(id_of(Lexicon::builtin(), "person/jaan-tamm"), None);
    // Houses and states have theirs from the tables that come with the program.
    assert_eq!(told("state/EE").as_deref(), Some("Q191"));
    assert!(told("ee/riigikogu").is_some());
    // A namesake of another state is somebody else.
    let latvian = StateCode::parse("LV").ok_or("no code")?;
    assert_eq!(lexicon.wikidata_of_person("Jaan Tamm", latvian), None);
    Ok(())
}
