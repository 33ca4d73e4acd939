//! What the tables know of a word, and where it stands.

use interparl::lexicon::{Knowledge, Lexicon};

use super::{Outcome, row, table, write};

/// What one table says of a phrase.
fn said(phrase: &str, file: &str) -> Vec<Knowledge> {
    let known = Lexicon::builtin().lookup(phrase);
    known.into_iter().filter(|k| k.table == file).collect()
}

#[test]
fn a_chamber_is_found_by_every_name_with_its_line() -> Outcome {
    for phrase in ["Majilis", "MAZHILIS", " majilis ", "Мажилис", "kz/majilis"] {
        let known = said(phrase, "chambers.tsv");
        let chamber = known.iter().find(|k| k.row == "kz/majilis").ok_or(phrase)?;
        let table = table("chambers.tsv")?;
        let line = table.lines().nth(chamber.line - 1).unwrap_or_default();
        assert!(
            line.starts_with("kz/majilis\t"),
            "{phrase}: line {}",
            chamber.line
        );
        assert!(
            chamber.what.contains("KZ, lower house, part of kz/"),
            "{}",
            chamber.what
        );
        assert!(
            chamber.source.starts_with("own knowledge"),
            "{}",
            chamber.source
        );
    }
    assert!(
        said("Мажилис", "chambers.tsv")
            .iter()
            .any(|k| k.what.contains("name in Russian"))
    );
    Ok(())
}

#[test]
fn a_shared_name_gives_every_row() {
    let senates = said("senate", "chambers.tsv");
    assert!(senates.len() > 20, "{}", senates.len());
    assert!(senates.iter().all(|k| k.what.contains("name")));
    assert!(
        said("senate", "words.tsv")
            .iter()
            .any(|k| k.what == "word of the class upper_house")
    );
}

#[test]
fn a_single_word_shows_its_traits() {
    let says = |phrase: &str, file: &str, part: &str| {
        let known = said(phrase, file);
        assert!(
            known.iter().any(|k| k.what.contains(part)),
            "{phrase}: {known:?}"
        );
    };
    says("Yerlan", "given_names.tsv", "of men");
    says("yerlan", "given_names.tsv", "Central Asia");
    says("Kim", "surnames_first.tsv", "which stands");
    says("house", "common_words.tsv", "word of every day in English");
    says(
        "Tokayev",
        "words.tsv",
        "has the ending of surnames \"-yev\"",
    );
    says(
        "Speakers",
        "titles.tsv",
        "plural of a title: the office speaker of a chamber",
    );
    says("Astana", "cities.tsv", "the capital Astana, KZ");
    says(
        "Kazakhstani",
        "states.tsv",
        "demonym or adjective: the state Kazakhstan",
    );
    says("PhD", "honorifics.tsv", "which follows the name");
    says("bin", "particles.tsv", "particle of names: ");
    says(
        "IPU",
        "assemblies.tsv",
        "the union Inter-Parliamentary Union",
    );
    says("friendship group", "bodies.tsv", "friendship group");
}

#[test]
fn a_row_says_where_it_comes_from() {
    let source = |phrase: &str, file: &str| {
        said(phrase, file)
            .first()
            .map(|k| k.source.clone())
            .unwrap_or_default()
    };
    assert!(source("Geneva", "cities.tsv").starts_with("GeoNames "));
    assert_eq!(source("house", "common_words.tsv"), "SCOWL");
    assert!(source("Yerlan", "given_names.tsv").contains("own knowledge"));
}

#[test]
fn a_row_of_the_users_names_its_file() -> Outcome {
    let folder = tempfile::tempdir()?;
    let title = [
        ("language", "en"),
        ("title", "Arch Speaker"),
        ("role", "speaker"),
        ("applies_to", "chamber"),
    ];
    let path = write(folder.path(), "titles.tsv", &[row("titles.tsv", &title)?])?;
    let known = Lexicon::with_folder(folder.path())?.lookup("arch speaker");
    let [known] = known.as_slice() else {
        return Err(format!("{known:?}").into());
    };
    assert_eq!(known.table, path.display().to_string());
    assert_eq!((known.line, known.source.as_str()), (2, "a table of yours"));
    assert_eq!(known.row, "en / Arch Speaker / chamber");
    Ok(())
}

#[test]
fn what_is_not_known_gives_nothing_and_near_forms_are_offered() {
    let lexicon = Lexicon::builtin();
    for nothing in ["", "  ", "zzyxqw", "the the"] {
        assert_eq!(lexicon.lookup(nothing), []);
    }
    for (typed, meant) in [
        ("Kazahkstan", "Kazakhstan"),
        ("bundes", "Bundesrat"),
        ("Majlis-i Ol", "Majlisi Oli"),
        ("Speeker", "Speaker"),
    ] {
        let offered = lexicon.suggest(typed);
        assert!(offered.iter().any(|o| o == meant), "{typed}: {offered:?}");
        assert!(offered.len() <= 8);
    }
    assert!(lexicon.suggest("q").is_empty());
    assert!(lexicon.suggest("zzyxqwzzyxqw").is_empty());
}
