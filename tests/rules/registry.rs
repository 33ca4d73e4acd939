//! The register is complete: every id that a claim can carry has its manual, and every manual its rule.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use interparl::document::{Input, ReadOptions, articles};
use interparl::lexicon::Lexicon;
use interparl::{pipeline, rule};

use super::{manuals, rules_of};

/// Literals in the sources of rules that look like an id and are words of the language.
const NOT_RULES: &[&str] = &["co-chaired"];

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn files(path: &Path, extension: &str) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(path)? {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == extension) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn registered() -> BTreeSet<String> {
    rule::RULES.iter().map(|r| r.id.to_owned()).collect()
}

/// Whether a word has the form of an id: lower case words joined by hyphens.
fn has_form_of_id(word: &str) -> bool {
    let part = |p: &str| !p.is_empty() && p.bytes().all(|b| b.is_ascii_lowercase());
    word.contains('-') && word.split('-').all(part)
}

#[test]
fn rules_stand_in_the_order_of_their_ids() {
    let ids: Vec<&str> = rule::RULES.iter().map(|r| r.id).collect();
    assert!(ids.is_sorted(), "{ids:?}");
    assert_eq!(registered().len(), ids.len(), "an id stands twice");
    for id in ids {
        assert_eq!(rule::find(id).map(|r| r.id), Some(id));
        assert!(has_form_of_id(id), "{id}");
    }
    assert_eq!(rule::find("no-such-rule"), None);
    assert_eq!(rule::manual("no-such-rule"), None);
}

#[test]
fn a_manual_has_the_title_of_its_rule() {
    for (rule, manual) in rule::RULES.iter().zip(manuals()) {
        assert_eq!(
            (rule.id, rule.title),
            (manual.id.as_str(), manual.title.as_str())
        );
    }
}

#[test]
fn every_manual_belongs_to_a_rule() -> std::io::Result<()> {
    let stems: BTreeSet<String> = files(&folder("src/rule/en/manual"), "md")?
        .iter()
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    assert_eq!(stems, registered());
    Ok(())
}

#[test]
fn every_id_in_the_sources_is_registered() -> std::io::Result<()> {
    let mut written = BTreeSet::new();
    let mut sources = files(&folder("src/rule/en"), "rs")?;
    for room in std::fs::read_dir(folder("src/rule/en"))?
        .flatten()
        .filter(|e| e.path().is_dir())
    {
        sources.extend(files(&room.path(), "rs")?);
    }
    for path in sources {
        let text = std::fs::read_to_string(path)?;
        // Between quotation marks stands every second part, as long as no rule's source quotes a quotation mark.
        for line in text.lines().filter(|line| !line.trim().starts_with("//")) {
            let literals = line.split('"').skip(1).step_by(2);
            written.extend(literals.filter(|l| has_form_of_id(l)).map(str::to_owned));
        }
    }
    written.retain(|literal| !NOT_RULES.contains(&literal.as_str()));
    assert_eq!(written, registered());
    Ok(())
}

#[test]
fn every_claim_of_real_articles_carries_a_registered_id() {
    let registered = registered();
    let folders = ["examples/articles", "tests/gold"];
    let inputs = folders.map(folder).into_iter().filter(|f| f.exists());
    let mut read = 0;
    for article in articles(
        inputs.map(Input::from).collect::<Vec<_>>(),
        &ReadOptions::default(),
    )
    .flatten()
    {
        let reading = pipeline::read(&article, Lexicon::builtin());
        for claim in &reading.claims {
            for rule in rules_of(claim) {
                assert!(registered.contains(rule), "{}: {rule}", article.label);
            }
        }
        read += 1;
    }
    assert!(read >= 12, "only {read} articles");
}
