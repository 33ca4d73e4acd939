//! How well people of many articles are told to be one, held against committed figures.
//!
//! `tests/gold/identity.tsv` says who is who over the annotated articles; whoever is not in it is somebody of their own.
//! The people are measured as the facts name them (so that only identity can err) and as the program reads the articles.
//! With `INTERPARL_UPDATE=1` the figures of today are written to `tests/identity/record.tsv` and into `docs/identity.md`.

mod gold;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

use interparl::claim::Reading;
use interparl::graph::{Evidence, Meeting, fold};
use interparl::identity::{resolve, settle};
use interparl::lexicon::Lexicon;
use interparl::pipeline;
use interparl::score::{Grouping, grouping};

use crate::sample::{Checked, page_lock, same_as_file};
use gold::Gold;

/// What is wanted from the people as the facts name them.
const GOAL: f64 = 0.97;

type Bearers = BTreeMap<(String, String), String>;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A person of an article with the true bearer, and the cluster that was found.
type Item = ((String, String), String, String);

/// The people of some articles with their true and their found clusters.
fn items(articles: &[Gold], readings: Vec<Reading>, bearers: &Bearers) -> Vec<Item> {
    let readings = settle(readings).speaking;
    let identities = resolve(&readings);
    let mut items = Vec::new();
    for article in articles {
        let id = &article.facts.id;
        let place = readings.iter().position(|r| r.document.id == *id);
        let found = match place.and_then(|place| readings.get(place)) {
            Some(reading) => article.aligned(reading),
            None => Vec::new(),
        };
        for (number, person) in article.facts.people.iter().enumerate() {
            let key = (id.clone(), person.name.clone());
            let alone = format!("{id}: {}", person.name);
            let truth = bearers.get(&key).cloned().unwrap_or_else(|| alone.clone());
            let entity = found.get(number).copied().flatten();
            let cluster = place
                .zip(entity)
                .and_then(|(place, entity)| identities.of(place, entity))
                .and_then(|cluster| identities.cluster(cluster));
            let cluster = cluster.map_or(alone, |cluster| cluster.id.clone());
            items.push((key, truth, cluster));
        }
    }
    items
}

fn measured(items: &[Item]) -> Grouping {
    grouping(items.iter().map(|(_, truth, found)| (truth, found)))
}

/// Who was put together wrongly or left apart, for people who look.
fn mistakes(items: &[Item]) -> Vec<String> {
    let mut found = Vec::new();
    for (at, (one, truth, cluster)) in items.iter().enumerate() {
        for (other, other_truth, other_cluster) in items.iter().skip(at + 1) {
            let what = match (truth == other_truth, cluster == other_cluster) {
                (true, false) => "missed",
                (false, true) => "wrong",
                _ => continue,
            };
            found.push(format!(
                "{what}: {} \"{}\", {} \"{}\"",
                one.0, one.1, other.0, other.1
            ));
        }
    }
    found
}

#[test]
fn the_figures_are_the_committed_ones() -> Checked {
    let bearers = gold::bearers(&root().join("tests/gold/identity.tsv"))?;
    let mut articles = gold::articles(&root().join("tests/gold/dev"))?;
    articles.extend(gold::articles(&root().join("tests/gold/languages"))?);
    let facts: Vec<Reading> = articles.iter().map(Gold::reading).collect();
    let of_facts = items(&articles, facts, &bearers);
    let english: Vec<Gold> = articles
        .into_iter()
        .filter(|a| a.facts.lang.as_deref() == Some("en"))
        .collect();
    let read = english.iter().filter_map(Gold::article);
    let read: Vec<Reading> = read
        .map(|a| pipeline::read(&a, Lexicon::builtin()))
        .collect();
    let of_texts = items(&english, read, &bearers);
    let (facts, texts) = (measured(&of_facts), measured(&of_texts));
    assert!(facts.b_cubed.f1 >= GOAL, "{facts:?}");
    assert!(facts.pairs.f1 >= GOAL, "{facts:?}");
    assert_eq!(facts.pairs.wrong, 0, "{:?}", mistakes(&of_facts));
    assert_eq!(texts.pairs.wrong, 0, "{:?}", mistakes(&of_texts));
    record(&[
        (
            "as the facts name them, five languages",
            facts,
            mistakes(&of_facts),
        ),
        (
            "as read from the English articles",
            texts,
            mistakes(&of_texts),
        ),
    ])
}

#[test]
fn a_meeting_of_several_articles_is_one_with_the_words_of_each() -> Checked {
    let clusters = std::fs::read_to_string(root().join("tests/gold/clusters.json"))?;
    let clusters: BTreeMap<String, Vec<Vec<String>>> = serde_json::from_str(&clusters)?;
    let articles = gold::articles(&root().join("tests/gold/dev"))?;
    let read = articles.iter().filter_map(Gold::article);
    let graph = fold(
        read.map(|a| pipeline::read(&a, Lexicon::builtin()))
            .collect(),
    );
    let told_by = |meeting: &Meeting| -> BTreeSet<String> {
        let words = meeting
            .evidence
            .iter()
            .filter_map(|evidence| match evidence {
                Evidence::Words { document, .. } => Some(document.clone()),
                Evidence::Table { .. } | Evidence::Judgement { .. } => None,
            });
        words.collect()
    };
    let tellers: Vec<BTreeSet<String>> = graph.meetings().map(told_by).collect();
    let wanted = clusters
        .get("same_meeting")
        .ok_or("there are no clusters")?;
    // Without these numbers all that follows could hold of nothing; docs/identity.md names them.
    let several = tellers.iter().filter(|own| own.len() > 1).count();
    assert_eq!((wanted.len(), several), (2, 2));
    assert!(tellers.len() > 20, "only {} meetings", tellers.len());
    for cluster in wanted {
        let cluster: BTreeSet<String> = cluster.iter().cloned().collect();
        assert!(
            tellers.iter().any(|own| cluster.is_subset(own)),
            "{cluster:?}"
        );
    }
    // No meeting is told by two articles that do not belong together.
    let apart = |own: &&BTreeSet<String>| {
        let belongs = |cluster: &Vec<String>| own.iter().all(|id| cluster.contains(id));
        own.len() > 1 && !wanted.iter().any(belongs)
    };
    let wrong: Vec<&BTreeSet<String>> = tellers.iter().filter(apart).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    Ok(())
}

/// Holds the figures against the committed ones.
fn record(parts: &[(&str, Grouping, Vec<String>)]) -> Checked {
    let mut table = String::from(
        "people\tmentions\tb3 p\tb3 r\tb3 f1\tpair p\tpair r\tpair f1\tpairs\twrong\tmissed\n",
    );
    let mut page = String::from(
        "| people | mentions | B³ precision | B³ recall | B³ F1 | pairs found | wrong | missed | pairs F1 |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|\n",
    );
    let mut list = String::new();
    for (part, of, mistakes) in parts {
        let (b, pairs) = (of.b_cubed, of.pairs);
        writeln!(
            table,
            "{part}\t{}\t{:.4}\t{:.4}\t{:.4}\t{:.4}\t{:.4}\t{:.4}\t{}\t{}\t{}",
            of.mentions,
            b.p,
            b.r,
            b.f1,
            pairs.p,
            pairs.r,
            pairs.f1,
            pairs.hits,
            pairs.wrong,
            pairs.missed
        )?;
        writeln!(
            page,
            "| {part} | {} | {:.3} | {:.3} | {:.3} | {} | {} | {} | {:.3} |",
            of.mentions, b.p, b.r, b.f1, pairs.hits, pairs.wrong, pairs.missed, pairs.f1
        )?;
        for mistake in mistakes {
            writeln!(list, "{part}\t{mistake}")?;
        }
    }
    let _only_one = page_lock();
    same_as_file(
        &root().join("tests/identity/record.tsv"),
        (table + &list).as_bytes(),
    )?;
    let docs = root().join("docs/identity.md");
    let text = std::fs::read_to_string(&docs)?;
    same_as_file(&docs, between(&text, &page)?.as_bytes())
}

/// The page with the table between its markers.
fn between(text: &str, table: &str) -> Result<String, Box<dyn Error>> {
    let (begin, end) = ("<!-- begin figures -->", "<!-- end figures -->");
    let (before, rest) = text.split_once(begin).ok_or("the page has no marker")?;
    let (_, after) = rest.split_once(end).ok_or("the page has no end marker")?;
    Ok(format!("{before}{begin}\n\n{table}\n{end}{after}"))
}
