//! Full text: names, titles, places, the quoted words of articles and, where they can be had, their texts, in all scripts.

use std::convert::Infallible;

use serde::Serialize;

use super::answer::{Brief, Source, Sources};
use super::names::fold_name;
use super::passage::sentences;
use crate::graph::{Document, Evidence, RelationGraph};
use crate::identity::clean;

/// So much of a sentence is shown at most, in letters, and so much of it before the first of the words.
const LONGEST: usize = 400;
const BEFORE: usize = 120;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Found {
    /// Nodes one of whose names has all the words.
    pub names: Vec<FoundName>,
    /// Headlines, and quotes or sentences that have all the words, each once; of an article that has them in several sentences
    /// the first sentence of each word.
    pub texts: Vec<FoundText>,
    /// The documents of the texts.
    pub sources: Vec<Source>,
}

/// A node that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FoundName {
    /// The node.
    #[serde(flatten)]
    pub node: Brief,
    /// The name that has the words.
    pub wording: String,
}

/// Words of a document that were found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct FoundText {
    /// The number of the document in [`Found::sources`].
    pub source: usize,
    /// First code point of the words in the document's text; `None` for a headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    /// The words, those that were looked for between `[` and `]`.
    pub snippet: String,
}

/// Finds what has all the words, without case, diacritics and script; each may be the beginning of a word.
///
/// # Complexity
/// One pass over all names and quotes.
///
/// ```
/// use interparl::{graph::RelationGraph, query::search};
/// assert!(search(&RelationGraph::new(), "speaker").names.is_empty());
/// ```
#[must_use]
pub fn search(graph: &RelationGraph, words: &str) -> Found {
    let Ok(found) = search_articles(graph, words, |_| Ok::<_, Infallible>(None));
    found
}

/// The same with the texts of the articles, of which the graph has no more than quotes: `text_of` gives them, where it has
/// them. An article of which the text is there is found by it and not by its quotes.
///
/// # Errors
/// Those of `text_of`.
///
/// # Complexity
/// One pass over all names, quotes and texts; those that have all the words are cut into sentences.
///
/// ```
/// use interparl::{graph::RelationGraph, query::search_articles};
/// let found = search_articles(&RelationGraph::new(), "speaker", |_| Ok::<_, std::io::Error>(None))?;
/// assert!(found.texts.is_empty());
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn search_articles<E>(
    graph: &RelationGraph,
    words: &str,
    mut text_of: impl FnMut(&Document) -> Result<Option<String>, E>,
) -> Result<Found, E> {
    let wanted: Vec<String> = fold_name(words).split(' ').map(str::to_owned).collect();
    let wanted: Vec<String> = wanted.into_iter().filter(|w| !w.is_empty()).collect();
    if wanted.is_empty() {
        return Ok(Found {
            names: Vec::new(),
            texts: Vec::new(),
            sources: Vec::new(),
        });
    }
    let mut texts = Vec::new();
    let mut sources = Sources::default();
    let mut read: Vec<&str> = Vec::new();
    for document in graph.documents() {
        let id = document.record.id.as_str();
        let mut hits = Vec::new();
        let title = document.record.title.as_deref().unwrap_or_default();
        if has_all(title, &wanted) {
            hits.push((None, marked(title, &wanted)));
        }
        if let Some(text) = text_of(document)? {
            read.push(id);
            let told = snippets(&text, &wanted).into_iter();
            hits.extend(told.map(|(start, snippet)| (Some(start), snippet)));
        }
        for (start, snippet) in hits {
            texts.push(FoundText {
                source: sources.number(graph, id),
                start,
                snippet,
            });
        }
    }
    quotes(graph, &wanted, &read, &mut sources, &mut texts);
    texts.sort();
    texts.dedup();
    Ok(Found {
        names: names(graph, &wanted),
        texts,
        sources: sources.into_list(),
    })
}

/// The nodes one of whose names has all the words.
fn names(graph: &RelationGraph, wanted: &[String]) -> Vec<FoundName> {
    let mut found = Vec::new();
    for (handle, node) in graph.nodes() {
        let wordings = std::iter::once(&node.name).chain(&node.aliases);
        if let Some(wording) = wordings.into_iter().find(|n| has_all(n, wanted)) {
            found.push(FoundName {
                node: Brief::of(graph, handle),
                wording: wording.clone(),
            });
        }
    }
    found
}

/// The quotes that have all the words, but for those of documents that were read themselves, whose ids are sorted.
fn quotes(
    graph: &RelationGraph,
    wanted: &[String],
    read: &[&str],
    sources: &mut Sources,
    texts: &mut Vec<FoundText>,
) {
    for evidence in all_evidence(graph) {
        if let Evidence::Words {
            document,
            start,
            quote: Some(quote),
            ..
        } = evidence
            && read.binary_search(&document.as_str()).is_err()
            && has_all(quote, wanted)
        {
            texts.push(FoundText {
                source: sources.number(graph, document),
                start: Some(*start),
                snippet: marked(quote, wanted),
            });
        }
    }
}

/// The sentences of a text that have all the words, or where none has the first one with each of them; nothing where the text does
/// not have all. Each with its first code point.
fn snippets(text: &str, wanted: &[String]) -> Vec<(usize, String)> {
    if !has_all(text, wanted) {
        return Vec::new();
    }
    let sentences = sentences(text);
    let with = |words: &[String]| {
        let words = words.to_vec();
        let of = sentences
            .iter()
            .filter(move |s| has_all(s.of(text), &words));
        of.copied()
    };
    let mut hits: Vec<_> = with(wanted).collect();
    if hits.is_empty() {
        let each = wanted.iter().map(std::slice::from_ref);
        hits = each.filter_map(|word| with(word).next()).collect();
        hits.sort_unstable_by_key(|span| span.start);
        hits.dedup();
    }
    let points = |end: usize| text.get(..end).map_or(0, |before| before.chars().count());
    let snippet = |sentence: crate::text::Span| {
        let (skipped, words) = shortened(sentence.of(text), wanted);
        (points(sentence.start) + skipped, clean(&words))
    };
    hits.into_iter().map(snippet).collect()
}

/// A sentence with its words marked, cut to what stands around the first of them where it is long, and how many letters are left
/// out before.
fn shortened(sentence: &str, wanted: &[String]) -> (usize, String) {
    if sentence.chars().count() <= LONGEST {
        return (0, marked(sentence, wanted));
    }
    let mut at = 0;
    for piece in sentence.split_inclusive(char::is_whitespace) {
        if is_hit(piece.trim_end(), wanted) {
            break;
        }
        at += piece.chars().count();
    }
    let skipped = at.saturating_sub(BEFORE);
    let cut: String = sentence.chars().skip(skipped).take(LONGEST).collect();
    let is_end = sentence.chars().count() <= skipped + LONGEST;
    let before = if skipped > 0 { "…" } else { "" };
    let behind = if is_end { "" } else { "…" };
    (skipped, format!("{before}{}{behind}", marked(&cut, wanted)))
}

fn all_evidence(graph: &RelationGraph) -> Vec<&Evidence> {
    let edges = graph.edges().into_iter().flat_map(|e| &e.edge.evidence);
    let meetings = graph.meetings().flat_map(|m| {
        let outcomes = m.outcomes.iter().flat_map(|o| &o.evidence);
        m.evidence.iter().chain(outcomes)
    });
    let lives = graph
        .nodes()
        .flat_map(|(_, n)| &n.life)
        .flat_map(|l| &l.evidence);
    edges.chain(meetings).chain(lives).collect()
}

fn has_all(text: &str, wanted: &[String]) -> bool {
    let folded = fold_name(text);
    let begins = |w: &String| folded.split(' ').any(|word| word.starts_with(w.as_str()));
    wanted.iter().all(begins)
}

/// The text with every word that begins as a wanted one does between brackets.
fn marked(text: &str, wanted: &[String]) -> String {
    let mut out = String::new();
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        if is_hit(word, wanted) {
            out.push('[');
            out.push_str(word);
            out.push(']');
            out.push_str(piece.get(word.len()..).unwrap_or_default());
        } else {
            out.push_str(piece);
        }
    }
    out
}

/// Whether a word of a text is one of those that are looked for.
fn is_hit(word: &str, wanted: &[String]) -> bool {
    let folded = fold_name(word);
    let mut parts = folded.split(' ');
    parts.any(|part| wanted.iter().any(|w| part.starts_with(w.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, words: &[&str]) -> Vec<(usize, String)> {
        let wanted: Vec<String> = words.iter().map(|w| (*w).to_owned()).collect();
        snippets(text, &wanted)
    }

    #[test]
    fn of_a_text_the_sentences_are_told_that_have_the_words() {
        let text = "Žel rain fell. The guests saw a library in Riga. They left the library.";
        assert_eq!(
            found(text, &["riga", "librar"]),
            [(15, "The guests saw a [library] in [Riga.]".to_owned())]
        );
        // In no sentence together: the first with each.
        assert_eq!(
            found(text, &["rain", "library"]),
            [
                (0, "Žel [rain] fell.".to_owned()),
                (15, "The guests saw a [library] in Riga.".to_owned())
            ]
        );
        assert_eq!(found(text, &["rain", "sun"]), []);
    }

    #[test]
    fn a_long_sentence_is_cut_around_the_first_word() {
        let text = format!(
            "The {}library {}.",
            "very, ".repeat(100),
            "long, ".repeat(100)
        );
        let told = found(&text, &["library"]);
        let [(start, snippet)] = told.as_slice() else {
            unreachable!("one sentence has the word")
        };
        assert_eq!(*start, 4 + 600 - BEFORE);
        assert!(snippet.starts_with('…') && snippet.ends_with('…'));
        assert!(snippet.contains("[library]") && snippet.chars().count() < LONGEST + 5);
    }

    #[test]
    fn words_are_found_in_any_script_and_marked() {
        let wanted = ["koshanov".to_owned()];
        assert!(has_all("Ерлан Кошанов", &wanted));
        assert_eq!(marked("met Кошанов, who", &wanted), "met [Кошанов,] who");
        assert!(!has_all("Kosh", &wanted));
    }
}
