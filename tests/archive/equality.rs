//! Whatever is added, edited, removed, judged and read again in whatever order: the graph is that of a build from nothing.

use std::collections::BTreeMap;
use std::time::Duration;

use interparl::archive::{Archive, Entry, PackedReading, Reader, Stale, Status};
use interparl::archive_graph::{
    Question, Room, differences, is_fresh, part, path_part, read, store, store_rows,
};
use interparl::document::Article;
use interparl::graph::RelationGraph;
use interparl::identity::{Judgement, Judgements, Opinion};
use interparl::lexicon::Lexicon;
use interparl::pipeline;
use interparl::query::{
    PathOptions, PathWeights, about, along, connections, explain, mention_of, wrong_edge,
};
use proptest::prelude::*;

use super::made::{built, bytes, made, today};
use crate::sample::Checked;

/// Something that happens to an archive.
#[derive(Debug, Clone)]
enum Event {
    /// Articles come in, by number and edition; some come twice.
    Add(Vec<(usize, usize)>),
    /// A document goes, with all its editions.
    Remove(usize),
    /// Somebody judges two of the people or an edge, as far as there are any.
    Judge(Says, usize, usize),
    /// Older rules have read everything, and it is read again.
    Refresh,
    /// The file is written anew.
    Compact,
    /// The graph is folded and stored, as a question does it, in memory or by way of temporary files.
    Ask(bool),
}

/// What is said by a judgement.
#[derive(Debug, Clone, Copy)]
enum Says {
    Same,
    Different,
    Wrong,
    Undo,
}

/// What an archive should have.
#[derive(Default)]
struct Model {
    /// Versions of documents, by what is known of them.
    articles: BTreeMap<String, Article>,
    judgements: Judgements,
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let article = (0_usize..24, 0_usize..3);
    let says = vec![Says::Same, Says::Different, Says::Wrong, Says::Undo];
    let says = prop::sample::select(says);
    let event = prop_oneof![
        5 => prop::collection::vec(article, 1..9).prop_map(Event::Add),
        2 => (0_usize..24).prop_map(Event::Remove),
        3 => (says, 0_usize..1000, 0_usize..1000).prop_map(|(says, a, b)| Event::Judge(says, a, b)),
        1 => Just(Event::Refresh),
        1 => Just(Event::Compact),
        3 => any::<bool>().prop_map(Event::Ask),
    ];
    prop::collection::vec(event, 1..10)
}

fn entry(article: &Article) -> Result<Entry, Box<dyn std::error::Error>> {
    Ok(Entry::new(
        article,
        &pipeline::read(article, Lexicon::builtin()),
    )?)
}

/// The judgements that say something of the people or edges of some numbers, or of an earlier judgement.
fn judged(
    graph: &RelationGraph,
    known: &Judgements,
    says: Says,
    a: usize,
    b: usize,
) -> Vec<Judgement> {
    let people = graph.nodes().filter(|(_, node)| node.kind.is_person());
    let people: Vec<_> = people.map(|(at, _)| at).collect();
    let mention = |number: usize| {
        let person = people.get(number.checked_rem(people.len())?)?;
        mention_of(graph, *person).ok()
    };
    let opinions = match says {
        Says::Same | Says::Different => match (mention(a), mention(b)) {
            (Some(one), Some(other)) if one != other => vec![match says {
                Says::Same => Opinion::Same(one, other),
                _ => Opinion::Different(one, other),
            }],
            _ => Vec::new(),
        },
        Says::Wrong => {
            let edges = graph.edges();
            let edge = a.checked_rem(edges.len()).and_then(|at| edges.get(at));
            edge.and_then(|edge| wrong_edge(graph, edge).ok())
                .unwrap_or_default()
        }
        Says::Undo => {
            let earlier: Vec<&Judgement> = known.iter().collect();
            let one = a.checked_rem(earlier.len()).and_then(|at| earlier.get(at));
            one.map(|one| known.turning(&one.id()).says)
                .into_iter()
                .collect()
        }
    };
    opinions.into_iter().map(Judgement::of).collect()
}

/// Does to an archive what happens, and to a plain map of articles and a set of judgements too.
fn happen(
    archive: &mut Archive,
    Model {
        articles: model,
        judgements,
    }: &mut Model,
    event: &Event,
) -> Checked {
    match event {
        Event::Add(numbers) => {
            let articles: Vec<Article> = numbers
                .iter()
                .map(|(n, edition)| made(*n, *edition))
                .collect();
            let entries: Result<Vec<Entry>, _> = articles.iter().map(entry).collect();
            let added = archive.add(&entries?, &today())?;
            for (article, added) in articles.into_iter().zip(added) {
                let key = serde_json::to_string(&article.record())?;
                let known = model.contains_key(&key);
                assert_eq!(added.status == Status::Known, known, "{key}");
                assert_eq!(added.document, article.record().id);
                model.insert(key, article);
            }
        }
        Event::Remove(number) => {
            let id = made(*number, 0).record().id;
            let there = model.values().any(|article| article.record().id == id);
            assert_eq!(archive.remove(std::slice::from_ref(&id)).is_ok(), there);
            model.retain(|_, article| article.record().id != id);
        }
        Event::Judge(says, a, b) => {
            let new = judged(&read(archive)?, judgements, *says, *a, *b);
            let before = judgements.len();
            judgements.extend(new.iter().cloned());
            assert_eq!(archive.judge(&new)?, judgements.len() - before);
        }
        Event::Refresh => {
            let older = Reader {
                rules: "older".to_owned(),
                tables: String::new(),
            };
            for reader in [older, today()] {
                let stale = archive.stale(&reader, Stale::Older)?;
                assert_eq!(stale.len(), model.len());
                let mut readings = Vec::new();
                for version in stale {
                    if let Some(article) = archive.article(version)? {
                        let reading = pipeline::read(&article, Lexicon::builtin());
                        readings.push((version, PackedReading::new(&reading)?));
                    }
                }
                assert_eq!(archive.replace(&readings, &reader)?, 0);
            }
        }
        Event::Compact => archive.compact()?,
        Event::Ask(on_disk) => {
            ask(archive, *on_disk)?;
            assert!(is_fresh(archive)?);
        }
    }
    Ok(())
}

/// Folds the graph and stores it. What a fold by way of temporary files remembers from an earlier one changes nothing.
fn ask(archive: &mut Archive, on_disk: bool) -> Checked {
    if on_disk {
        store_rows(archive, Room::Disk { memory: 20_000 })?;
    } else {
        store(archive)?;
    }
    Ok(())
}

/// Everything about the archive is as the model says.
fn agree(
    archive: &mut Archive,
    Model {
        articles: model,
        judgements,
    }: &Model,
) -> Checked {
    let whole = built(model.values(), judgements);
    let expected = bytes(&whole)?;
    assert_eq!(&archive.judgements()?, judgements);
    assert_eq!(
        bytes(&read(archive)?)?,
        expected,
        "the graph, folded or stored before"
    );
    ask(archive, true)?;
    assert_eq!(bytes(&read(archive)?)?, expected, "the stored graph");
    parts_agree(archive, &whole)?;
    assert_eq!(differences(archive)?, Vec::<String>::new());
    let findings = archive.check(pipeline::READER)?;
    assert_eq!(findings.problems, Vec::<String>::new());
    assert_eq!(findings.versions, model.len());
    assert_eq!((findings.older, findings.miscounted), (0, 0));
    let versions: usize = archive.documents()?.iter().map(|d| d.versions.len()).sum();
    assert_eq!(versions, model.len());
    Ok(())
}

/// The parts of the stored graph that questions read answer them as the whole graph does: for some nodes, edges and pairs.
fn parts_agree(archive: &Archive, whole: &RelationGraph) -> Checked {
    const ASKED: usize = 6;
    let nodes: Vec<_> = whole.nodes().collect();
    let step = nodes.len() / ASKED + 1;
    for (at, node) in nodes.iter().step_by(step) {
        let part = part(archive, &Question::About(&node.id))?
            .part()
            .ok_or("no part")?;
        let here = part.find(&node.id).ok_or("not in its part")?;
        assert_eq!(about(&part, here), about(whole, *at), "{}", node.id);
    }
    let edges = whole.edges();
    for edge in edges.iter().step_by(edges.len() / ASKED + 1) {
        let [from, to] = [edge.source, edge.target]
            .map(|end| whole.node(end).map_or("", |node| node.id.as_str()));
        let part = part(archive, &Question::Explain(from, to))?
            .part()
            .ok_or("no part")?;
        let ends = part.find(from).zip(part.find(to));
        let (a, b) = ends.ok_or("the ends are not in the part")?;
        let expected = explain(whole, edge.source, edge.target);
        assert_eq!(explain(&part, a, b), expected, "{from} {to}");
    }
    let weights = PathWeights::default();
    let options = PathOptions {
        count: 3,
        weights,
        ..PathOptions::default()
    };
    for (at, (from, one)) in nodes.iter().enumerate().step_by(step) {
        let other = nodes.get((at * 7 + 3) % nodes.len());
        let (to, other) = other.ok_or("no node")?;
        let asked = (one.id.as_str(), other.id.as_str());
        let (part, stops) = path_part(archive, asked, &options)?
            .part()
            .ok_or("no part")?;
        let ends = part.find(asked.0).zip(part.find(asked.1));
        let (a, b) = ends.ok_or("the ends are not in the part")?;
        let expected = connections(whole, *from, *to, &options);
        assert_eq!(along(&part, a, b, &stops, &options), expected, "{asked:?}");
    }
    Ok(())
}

fn live(events: &[Event]) -> Checked {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("relations.db");
    let mut model = Model::default();
    let mut archive = Archive::add_to(&path, Duration::from_secs(1))?;
    for event in events {
        happen(&mut archive, &mut model, event)?;
    }
    // Another process sees the same.
    drop(archive);
    let mut archive = Archive::write(&path, Duration::from_secs(1))?;
    agree(&mut archive, &model)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]
    #[test]
    fn an_archive_is_what_a_build_from_nothing_is(events in events()) {
        live(&events).map_err(|error| TestCaseError::fail(error.to_string()))?;
    }
}

#[test]
fn what_is_new_is_told_once() -> Checked {
    let folder = tempfile::tempdir()?;
    let mut archive = Archive::add_to(&folder.path().join("a.db"), Duration::from_secs(1))?;
    let first = archive.add(&[entry(&made(0, 0))?], &today())?;
    let news = first.iter().map(|added| added.news.len()).sum::<usize>();
    // Three people, three offices and a meeting.
    assert_eq!(news, 7, "{first:?}");
    let again = archive.add(&[entry(&made(0, 1))?], &today())?;
    assert!(again.iter().all(|added| added.status == Status::NewVersion));
    assert!(
        again.iter().map(|added| added.news.len()).sum::<usize>() < 3,
        "{again:?}"
    );
    // What is gone is new when it comes again.
    archive.remove(&[made(0, 0).record().id])?;
    let anew = archive.add(&[entry(&made(0, 0))?], &today())?;
    assert_eq!(anew, first);
    Ok(())
}

#[test]
fn a_text_without_an_id_that_was_edited_is_told_to_be_another_document() -> Checked {
    let folder = tempfile::tempdir()?;
    let mut archive = Archive::add_to(&folder.path().join("a.db"), Duration::from_secs(1))?;
    archive.add(&[entry(&made(4, 0))?], &today())?;
    let edited = archive.add(&[entry(&made(4, 1))?], &today())?;
    let of = |edition| made(4, edition).record().id;
    assert_eq!(
        edited
            .iter()
            .map(|a| (a.status, a.same_name.clone()))
            .collect::<Vec<_>>(),
        [(Status::Added, Some(of(0)))]
    );
    assert_eq!(
        archive.find_document("article-4").ok(),
        None,
        "two are called so"
    );
    assert_eq!(archive.find_document(&of(1))?, of(1));
    Ok(())
}

#[test]
fn counts_that_are_not_those_of_the_readings_are_told_and_mended() -> Checked {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("a.db");
    let mut archive = Archive::add_to(&path, Duration::from_secs(1))?;
    archive.add(&[entry(&made(0, 0))?, entry(&made(1, 0))?], &today())?;
    rusqlite::Connection::open(&path)?
        .execute_batch("DELETE FROM known WHERE key IN (SELECT key FROM known LIMIT 2);")?;
    let findings = archive.check(pipeline::READER)?;
    assert_eq!((findings.miscounted, findings.problems.len()), (2, 0));
    archive.count_again()?;
    assert_eq!(archive.check(pipeline::READER)?.miscounted, 0);
    Ok(())
}
