//! The words under which a node is found, so that a graph in a file can be asked without reading all of it.
//!
//! Whoever keeps a graph keeps the words of its nodes beside them; [`candidates`] then gives a few nodes among which
//! [`super::find_node`] finds the same as among all.

use std::collections::BTreeSet;

use super::names::{fold_name, sound};
use crate::graph::Node;

/// The words under which a node is kept. The first letter says what sort of word it is.
#[must_use]
pub fn index_words(node: &Node) -> BTreeSet<String> {
    let mut words = BTreeSet::from([format!("={}", node.id.to_lowercase())]);
    words.extend(
        node.code
            .map(|code| format!("={}", code.as_str().to_lowercase())),
    );
    words.extend(node.state.map(|code| format!("@{code}")));
    for name in std::iter::once(&node.name).chain(&node.aliases) {
        let folded = fold_name(name);
        words.extend(folded.split(' ').map(|word| format!("+{word}")));
        words.insert(format!("~{}", sound(&folded)));
        words.insert(format!("={folded}"));
    }
    words
}

/// Where the words are kept.
pub trait NameIndex {
    /// Why it cannot be read.
    type Error;

    /// The ids of the nodes that are kept under a word.
    ///
    /// # Errors
    /// Where the index cannot be read.
    fn named(&self, word: &str) -> Result<Vec<String>, Self::Error>;

    /// The ids of the nodes that are kept under a word that begins so.
    ///
    /// # Errors
    /// Where the index cannot be read.
    fn named_like(&self, beginning: &str) -> Result<Vec<String>, Self::Error>;
}

/// What an index tells of a typed name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Candidates {
    /// Ids of nodes among which are all that [`super::find_node`] would find among all nodes; empty where it would find none.
    Among(BTreeSet<String>),
    /// Ids, sorted, of just those that it would find: the index alone tells that they fit equally well.
    Just(Vec<String>),
}

/// The nodes that a typed name may mean.
///
/// # Errors
/// Where the index cannot be read.
pub fn candidates<I: NameIndex>(index: &I, typed: &str) -> Result<Candidates, I::Error> {
    let folded = fold_name(typed);
    let mut found: BTreeSet<String> = index
        .named(&format!("={}", typed.trim().to_lowercase()))?
        .into_iter()
        .collect();
    if folded.is_empty() {
        return Ok(Candidates::Among(found));
    }
    // Ids, names, aliases and codes come before everything else, and sounds before parts.
    found.extend(index.named(&format!("={folded}"))?);
    if found.is_empty() {
        found.extend(index.named(&format!("~{}", sound(&folded)))?);
    }
    if !found.is_empty() {
        return Ok(Candidates::Among(found));
    }
    let words: Vec<&str> = folded.split(' ').collect();
    if let [word] = words.as_slice() {
        // Those of which it is a word of a name, else those of which a word begins so; only else does its state count.
        let mut just = index.named(&format!("+{word}"))?;
        if just.is_empty() {
            just = index.named_like(&format!("+{word}"))?;
        }
        just.sort_unstable();
        just.dedup();
        if !just.is_empty() {
            return Ok(Candidates::Just(just));
        }
    }
    let mut found = with_all(&words, |word| beginning_with(index, word, false))?;
    let meaningful: Vec<&str> = words.into_iter().filter(|word| word.len() > 2).collect();
    found.extend(with_all(&meaningful, |word| {
        beginning_with(index, word, true)
    })?);
    Ok(Candidates::Among(found))
}

/// The nodes that every word leads to; none where there are no words.
fn with_all<E>(
    words: &[&str],
    lead: impl Fn(&str) -> Result<BTreeSet<String>, E>,
) -> Result<BTreeSet<String>, E> {
    let mut all: Option<BTreeSet<String>> = None;
    for word in words {
        let nodes = lead(word)?;
        all = Some(match all {
            None => nodes,
            Some(before) => before.intersection(&nodes).cloned().collect(),
        });
    }
    Ok(all.unwrap_or_default())
}

/// The nodes with a word that begins so; where asked for, also those whose state has one.
fn beginning_with<I: NameIndex>(
    index: &I,
    beginning: &str,
    also_of_state: bool,
) -> Result<BTreeSet<String>, I::Error> {
    let mut nodes: BTreeSet<String> = index
        .named_like(&format!("+{beginning}"))?
        .into_iter()
        .collect();
    if also_of_state {
        let states: Vec<String> = nodes
            .iter()
            .filter_map(|id| id.strip_prefix("state/"))
            .map(str::to_owned)
            .collect();
        for code in states {
            nodes.extend(index.named(&format!("@{code}"))?);
        }
    }
    Ok(nodes)
}
