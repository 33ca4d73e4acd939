//! Full text: names, titles, places and the quoted words of articles, in all scripts.

use serde::Serialize;

use super::answer::{Brief, Source, Sources};
use super::names::fold_name;
use crate::graph::{Evidence, RelationGraph};

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Found {
    /// Nodes one of whose names has all the words.
    pub names: Vec<FoundName>,
    /// Quotes and headlines that have all the words, each once.
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
    let wanted: Vec<String> = fold_name(words).split(' ').map(str::to_owned).collect();
    let wanted: Vec<String> = wanted.into_iter().filter(|w| !w.is_empty()).collect();
    if wanted.is_empty() {
        return Found {
            names: Vec::new(),
            texts: Vec::new(),
            sources: Vec::new(),
        };
    }
    let mut names = Vec::new();
    for (handle, node) in graph.nodes() {
        let wordings = std::iter::once(&node.name).chain(&node.aliases);
        if let Some(wording) = wordings.into_iter().find(|n| has_all(n, &wanted)) {
            names.push(FoundName {
                node: Brief::of(graph, handle),
                wording: wording.clone(),
            });
        }
    }
    let mut sources = Sources::default();
    let mut texts = Vec::new();
    for document in graph.documents() {
        let title = document.record.title.as_deref().unwrap_or_default();
        if has_all(title, &wanted) {
            let source = sources.number(graph, &document.record.id);
            texts.push(FoundText {
                source,
                start: None,
                snippet: marked(title, &wanted),
            });
        }
    }
    for evidence in all_evidence(graph) {
        if let Evidence::Words {
            document,
            start,
            quote: Some(quote),
            ..
        } = evidence
            && has_all(quote, &wanted)
        {
            let source = sources.number(graph, document);
            texts.push(FoundText {
                source,
                start: Some(*start),
                snippet: marked(quote, &wanted),
            });
        }
    }
    texts.sort();
    texts.dedup();
    Found {
        names,
        texts,
        sources: sources.into_list(),
    }
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
        let folded = fold_name(word);
        let hit = folded
            .split(' ')
            .any(|part| wanted.iter().any(|w| part.starts_with(w.as_str())));
        if hit {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_script_and_marked() {
        let wanted = ["koshanov".to_owned()];
        assert!(has_all("Ерлан Кошанов", &wanted));
        assert_eq!(marked("met Кошанов, who", &wanted), "met [Кошанов,] who");
        assert!(!has_all("Kosh", &wanted));
    }
}
