//! Questions to an archive have the answers of the graph of a build, whether all of it is read or the part that is needed.
#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value that is not there is null"
)]

use std::time::Duration;

use interparl::archive::{Archive, Entry};
use interparl::archive_graph::{Asked, Question, part, path_part, store};
use interparl::document::{self, Article, ReadOptions};
use interparl::graph::RelationGraph;
use interparl::identity::{Judgement, Judgements, Opinion};
use interparl::lexicon::Lexicon;
use interparl::pipeline;
use interparl::query::{
    Lookup, PathOptions, PathWeights, Scope, about, along, between, connections, explain,
    find_node, mention_of, wrong_edge,
};
use interparl::text::PartialDate;

use super::made::{built, done, made, today};
use crate::sample::{Checked, run_in};

/// A fact that no article tells, of somebody of whom none tells.
const FACT: &str = r#"{"judgement":"fact","claim":{"predicate":"visited","person":{"kind":"legislator","name":"Pia Soini","state":"FI"},"state":{"kind":"state","row":"LV","name":"Latvia"}},"source":"a letter"}"#;

/// What people say of the graph: two are one, a fact is added, and what is told of an edge is wrong.
pub(super) fn judgements(graph: &RelationGraph) -> Result<Judgements, Box<dyn std::error::Error>> {
    let mention = |id: &str| {
        let node = graph.find(id).ok_or("nobody of that id")?;
        Ok::<_, Box<dyn std::error::Error>>(mention_of(graph, node)?)
    };
    let same = Opinion::Same(
        mention("person/anna-ozola")?,
        mention("person/daiga-ozola")?,
    );
    let edge = graph.edges().into_iter().next().ok_or("no edge")?;
    let mut all: Judgements = [Judgement::of(same), Judgement::parse(FACT)?]
        .into_iter()
        .collect();
    all.extend(wrong_edge(graph, &edge)?.into_iter().map(Judgement::of));
    Ok(all)
}

/// An archive of the annotated and some made-up articles and of judgements with its graph stored, and the graph of a build.
fn stored(
    folder: &std::path::Path,
) -> Result<(Archive, RelationGraph), Box<dyn std::error::Error>> {
    let gold = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/dev");
    let read = document::articles([gold.into()], &ReadOptions::default());
    let mut articles: Vec<Article> = read.filter_map(Result::ok).collect();
    articles.extend((0..30).map(|number| made(number, 0)));
    let entries: Result<Vec<Entry>, _> = articles
        .iter()
        .map(|article| Entry::new(article, &pipeline::read(article, Lexicon::builtin())))
        .collect();
    let mut archive = Archive::add_to(&folder.join("a.db"), Duration::from_secs(1))?;
    archive.add(&entries?, &today())?;
    let judgements = judgements(&built(&articles, &Judgements::new()))?;
    let judged: Vec<Judgement> = judgements.iter().cloned().collect();
    archive.judge(&judged)?;
    store(&mut archive)?;
    Ok((archive, built(&articles, &judgements)))
}

/// What a word leads to: the ids of what is meant, in their order, or the names that are near.
fn meant(graph: &RelationGraph, typed: &str) -> Vec<String> {
    let id = |node| graph.node(node).map_or_else(String::new, |n| n.id.clone());
    match find_node(graph, typed) {
        Lookup::One(node) => vec![id(node)],
        Lookup::Several(nodes) => nodes.into_iter().map(id).collect(),
        Lookup::Missing(near) => near
            .into_iter()
            .map(|s| format!("near \"{}\" {}", s.name, s.id))
            .collect(),
    }
}

/// Words that somebody may type for a node: ids and names as a whole, in parts, in another case, with slips.
fn typed(graph: &RelationGraph) -> Vec<String> {
    let mut words = vec![
        "kim".to_owned(),
        "?!".to_owned(),
        String::new(),
        "zzzz".to_owned(),
        "o".to_owned(),
    ];
    for (_, node) in graph.nodes() {
        words.push(node.id.clone());
        for name in std::iter::once(&node.name).chain(&node.aliases) {
            words.push(name.to_uppercase());
            words.extend(name.split(' ').map(str::to_owned));
            words.push(name.chars().take(3).collect());
            words.push(name.chars().rev().collect());
            words.push(name.replace("ov", "off").replace('k', "q"));
        }
        if let Some(code) = node.state {
            words.push(format!("{} of {code}", node.name));
        }
        words.extend(node.code.map(|code| code.to_string().to_lowercase()));
    }
    words.sort();
    words.dedup();
    words
}

#[test]
fn a_part_of_the_graph_finds_and_tells_what_the_whole_does() -> Checked {
    let folder = tempfile::tempdir()?;
    let (archive, whole) = stored(folder.path())?;
    let (mut parts, mut several) = (0, 0);
    for word in typed(&whole) {
        let part = match part(&archive, &Question::About(&word))? {
            Asked::Part(part) => part,
            Asked::Several(many) => {
                let mut expected = meant(&whole, &word);
                assert_eq!((many.typed, many.count), (word, expected.len()));
                expected.truncate(many.first.len());
                assert_eq!(many.first, expected);
                assert!(many.first.iter().all(|id| many.graph.find(id).is_some()));
                several += 1;
                continue;
            }
            Asked::Whole => return Err(format!("no part for {word}").into()),
        };
        parts += 1;
        assert_eq!(meant(&part, &word), meant(&whole, &word), "{word}");
        if let (Lookup::One(here), Lookup::One(there)) =
            (find_node(&part, &word), find_node(&whole, &word))
        {
            assert_eq!(about(&part, here), about(&whole, there), "{word}");
        }
    }
    assert!(parts > 100 && several > 0, "{parts} {several}");
    Ok(())
}

#[test]
fn why_two_have_edges_is_told_from_a_part() -> Checked {
    let folder = tempfile::tempdir()?;
    let (archive, whole) = stored(folder.path())?;
    let id = |node| whole.node(node).map_or("", |n| n.id.as_str());
    let mut pairs = 0;
    for edge in whole.edges() {
        let (from, to) = (id(edge.source), id(edge.target));
        let part = part(&archive, &Question::Explain(to, from))?
            .part()
            .ok_or("no part")?;
        let (Some(a), Some(b)) = (part.find(to), part.find(from)) else {
            return Err(format!("{from} or {to} is not in the part").into());
        };
        assert_eq!(
            explain(&part, a, b),
            explain(&whole, edge.target, edge.source)
        );
        pairs += 1;
    }
    assert!(pairs > 100, "{pairs}");
    let strangers = part(&archive, &Question::Explain("state/KZ", "state/EE"))?
        .part()
        .ok_or("no part")?;
    assert_eq!(meant(&strangers, "state/KZ"), ["state/KZ"]);
    Ok(())
}

#[test]
fn what_ties_two_people_is_told_from_a_part() -> Checked {
    let folder = tempfile::tempdir()?;
    let (archive, whole) = stored(folder.path())?;
    let nodes: Vec<_> = whole.nodes().collect();
    let people = nodes.iter().filter(|(_, node)| node.kind.is_person());
    let people: Vec<_> = people.collect();
    let (mut tied, mut strangers) = (0, 0);
    for (at, (one, a)) in people.iter().enumerate() {
        // Whoever met, and a few who need not have.
        let met = whole.edges_at(*one).into_iter().map(|e| e.target);
        let other = people.get((at * 7 + 3) % people.len()).map(|(n, _)| *n);
        for other in met.chain(other) {
            let Some(b) = whole.node(other).filter(|b| b.kind.is_person()) else {
                continue;
            };
            let part = part(&archive, &Question::Between(&a.id, &b.id))?
                .part()
                .ok_or("no part")?;
            let (here, there) = (part.find(&a.id), part.find(&b.id));
            let (here, there) = here.zip(there).ok_or("no ends")?;
            for scope in [Scope::default(), since()] {
                let expected = between(&whole, *one, other, &scope);
                tied += usize::from(!expected.is_empty());
                strangers += usize::from(expected.is_empty());
                assert_eq!(between(&part, here, there, &scope), expected);
            }
        }
    }
    assert!(tied > 100 && strangers > 20, "{tied} {strangers}");
    let (_, person) = people.first().ok_or("nobody")?;
    let states = part(&archive, &Question::Between("state/KZ", &person.id))?;
    assert!(matches!(states, Asked::Whole));
    Ok(())
}

/// A time without a beginning that leaves something out.
fn since() -> Scope {
    Scope {
        from: PartialDate::parse("2024"),
        ..Scope::default()
    }
}

#[test]
fn the_paths_of_a_part_are_those_of_the_whole() -> Checked {
    let folder = tempfile::tempdir()?;
    let (archive, whole) = stored(folder.path())?;
    let ids: Vec<&str> = whole.nodes().map(|(_, node)| node.id.as_str()).collect();
    let (mut found, mut unconnected) = (0, 0);
    for (at, from) in ids.iter().enumerate().step_by(5) {
        let to = ids.get((at * 7 + 3) % ids.len()).ok_or("no node")?;
        for weights in [PathWeights::default(), PathWeights::fewest_steps()] {
            let options = PathOptions {
                count: 4,
                weights,
                ..PathOptions::default()
            };
            let (part, stops) = path_part(&archive, (from, to), &options)?
                .part()
                .ok_or("no part of the graph")?;
            let ends = |graph: &RelationGraph| graph.find(from).zip(graph.find(to));
            let ((a, b), (c, d)) = ends(&part).zip(ends(&whole)).ok_or("no ends")?;
            let expected = connections(&whole, c, d, &options);
            assert_eq!(
                along(&part, a, b, &stops, &options),
                expected,
                "{from} {to}"
            );
            found += expected.paths.len();
            unconnected += usize::from(expected.paths.is_empty());
        }
    }
    assert!(found > 50 && unconnected > 0, "{found} {unconnected}");
    Ok(())
}

#[test]
fn who_may_be_several_is_named_by_a_part_for_paths_as_by_the_whole() -> Checked {
    let folder = tempfile::tempdir()?;
    let (archive, whole) = stored(folder.path())?;
    let options = PathOptions::default();
    for word in ["kim", "anna", "senate", "ozola"] {
        let (part, stops) = match path_part(&archive, (word, "state/KZ"), &options)? {
            Asked::Part(part) => part,
            Asked::Several(several) => {
                assert_eq!(several.count, meant(&whole, word).len(), "{word}");
                continue;
            }
            Asked::Whole => return Err(format!("no part for {word}").into()),
        };
        assert_eq!(meant(&part, word), meant(&whole, word), "{word}");
        assert!(stops.is_empty() || meant(&whole, word).len() == 1, "{word}");
    }
    Ok(())
}

#[test]
fn search_looks_into_the_texts_of_an_archive_and_not_only_into_quotes() -> Checked {
    let folder = tempfile::tempdir()?;
    let text = "2031-03-04\n\nSpeaker of the Saeima Daiga Ozola met with Speaker of the Riigikogu Jaan Tamm in Riga on Tuesday. \
        In the evening the guest visited the library of the\nTechnical University. Flags hung heavy in the rain.\n";
    std::fs::write(folder.path().join("talks.txt"), text)?;
    done(folder.path(), &["add", "a.db", "talks.txt"])?;
    done(folder.path(), &["build", "talks.txt", "-o", "g.json"])?;
    let found =
        |file: &str, words: &str| -> Result<serde_json::Value, Box<dyn std::error::Error>> {
            let ended = run_in(folder.path(), &["search", file, words, "--json"])?;
            Ok(serde_json::from_str(&ended.out)?)
        };
    let library = found("a.db", "technical library")?;
    let texts = library["texts"].as_array().ok_or("no texts")?;
    assert_eq!(texts.len(), 1);
    assert_eq!(
        texts[0]["snippet"],
        "In the evening the guest visited the [library] of the [Technical] University."
    );
    let start = texts[0]["start"].as_u64().ok_or("no place")?;
    let before: String = text.chars().take(usize::try_from(start)?).collect();
    assert!(before.trim_end().ends_with("on Tuesday."));
    assert_eq!(library["sources"].as_array().map(Vec::len), Some(1));
    // A graph has no more than its quotes, and one who is quoted is found once.
    assert_eq!(
        found("g.json", "technical library")?["texts"],
        serde_json::json!([])
    );
    assert_eq!(
        found("a.db", "tamm")?["texts"].as_array().map(Vec::len),
        Some(1)
    );
    assert_eq!(
        found("a.db", "Ozola flags")?["texts"]
            .as_array()
            .map(Vec::len),
        Some(2)
    );
    assert_eq!(found("a.db", "Ozola snow")?["texts"], serde_json::json!([]));
    Ok(())
}
