//! From what a user types to a node: without case, diacritics, script or punctuation.
//!
//! This module never decides who is who across articles; it only reads the names that the graph has.

use std::collections::BTreeSet;

use any_ascii::any_ascii;
use serde::Serialize;

use super::nearness::Nearness;
use crate::graph::{Node, NodeRef, RelationGraph};

/// What was found for a typed name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lookup {
    /// Exactly one node fits best.
    One(NodeRef),
    /// Several fit equally well; the ones with most edges first, then by id, or by id alone where they are more than
    /// [`MOST_ORDERED`].
    Several(Vec<NodeRef>),
    /// None fits; these names, three at most, are near.
    Missing(Vec<Suggestion>),
}

/// A name near to the typed one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Suggestion {
    /// The name or alias that is near.
    pub name: String,
    /// The id of its node.
    pub id: String,
}

/// How well a node fits, the best first. Only the nodes of the best grade count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Id,
    Name,
    Alias,
    /// The same but for spellings of one sound: "Yerlan" and "Ерлан", "Matviyenko" and "Matvienko".
    Sound,
    /// The typed words are words of a name, in order.
    Part,
    /// The typed words begin the words of a name, in order.
    Beginning,
    /// Each typed word begins some word of the node's names or of its state's.
    Words,
}

pub(super) const OFFERED: usize = 3;

/// Of more nodes that fit equally well nobody reads the list: they come in the order of their ids.
pub const MOST_ORDERED: usize = 1_000;

/// Finds the node that a user means. Exact ids come first, then names and codes of states, aliases, spellings of the
/// same sound, beginnings of names, and names that have all the words.
///
/// # Complexity
/// One pass over all names, each folded anew; a second one with edit distances where nothing fits.
///
/// # Example
/// ```
/// use interparl::graph::RelationGraph;
/// use interparl::query::{Lookup, find_node};
///
/// let empty = RelationGraph::new();
/// assert_eq!(find_node(&empty, "Majilis"), Lookup::Missing(Vec::new()));
/// ```
#[must_use]
pub fn find_node(graph: &RelationGraph, typed: &str) -> Lookup {
    let wanted = Wanted::new(typed);
    let mut best: Option<Fit> = None;
    let mut hits: Vec<NodeRef> = Vec::new();
    for (node_ref, node) in graph.nodes() {
        let Some(fit) = wanted.fit(graph, node) else {
            continue;
        };
        if best.is_none_or(|b| fit < b) {
            best = Some(fit);
            hits.clear();
        }
        if best == Some(fit) {
            hits.push(node_ref);
        }
    }
    match hits.as_slice() {
        [] => Lookup::Missing(suggestions(graph, &wanted)),
        [one] => Lookup::One(*one),
        _ => {
            if hits.len() <= MOST_ORDERED {
                // The sort is stable and the hits come in the order of their ids.
                hits.sort_by_cached_key(|n| std::cmp::Reverse(graph.edges_at(*n).len()));
            }
            Lookup::Several(hits)
        }
    }
}

struct Wanted {
    typed: String,
    folded: String,
    sound: String,
    words: Vec<String>,
}

impl Wanted {
    fn new(typed: &str) -> Self {
        let folded = fold_name(typed);
        Self {
            typed: typed.trim().to_lowercase(),
            sound: sound(&folded),
            words: folded.split(' ').map(str::to_owned).collect(),
            folded,
        }
    }

    fn fit(&self, graph: &RelationGraph, node: &Node) -> Option<Fit> {
        if node.id.to_lowercase() == self.typed {
            return Some(Fit::Id);
        }
        if self.folded.is_empty() {
            return None;
        }
        let name = fold_name(&node.name);
        let is_code = node
            .code
            .is_some_and(|c| c.as_str().eq_ignore_ascii_case(&self.folded));
        if name == self.folded || is_code {
            return Some(Fit::Name);
        }
        let aliases: Vec<String> = node.aliases.iter().map(|a| fold_name(a)).collect();
        if aliases.contains(&self.folded) {
            return Some(Fit::Alias);
        }
        let mut names: Vec<String> = vec![name];
        names.extend(aliases);
        if names.iter().any(|n| sound(n) == self.sound) {
            return Some(Fit::Sound);
        }
        if names
            .iter()
            .any(|n| format!(" {n} ").contains(&format!(" {} ", self.folded)))
        {
            return Some(Fit::Part);
        }
        if names.iter().any(|n| self.begins(n)) {
            return Some(Fit::Beginning);
        }
        if let Some(state) = node.state.and_then(|c| graph.find(&format!("state/{c}"))) {
            names.extend(graph.node(state).map(|s| fold_name(&s.name)));
        }
        self.is_contained(&names).then_some(Fit::Words)
    }

    /// Whether the typed words begin consecutive words of the name.
    fn begins(&self, name: &str) -> bool {
        let words: Vec<&str> = name.split(' ').collect();
        words.windows(self.words.len()).any(|window| {
            window
                .iter()
                .zip(&self.words)
                .all(|(word, typed)| word.starts_with(typed))
        })
    }

    /// Whether each typed word that means something begins a word of one of the names.
    fn is_contained(&self, names: &[String]) -> bool {
        let mut meaningful = self.words.iter().filter(|w| w.len() > 2).peekable();
        meaningful.peek().is_some()
            && meaningful.all(|typed| {
                names
                    .iter()
                    .flat_map(|n| n.split(' '))
                    .any(|word| word.starts_with(typed.as_str()))
            })
    }
}

/// A name without case, diacritics, script and punctuation: words of ASCII letters and digits, one space apart.
///
/// ```
/// use interparl::query::fold_name;
/// assert_eq!(fold_name("  Jean-Luc O’Brian "), "jean luc obrian");
/// assert_eq!(fold_name("Кошанов"), "koshanov");
/// ```
#[must_use]
pub fn fold_name(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for c in any_ascii(name).chars() {
        if c.is_ascii_alphanumeric() {
            folded.push(c.to_ascii_lowercase());
        } else if !matches!(c, '\'' | '`' | '"') && !folded.ends_with(' ') && !folded.is_empty() {
            // Apostrophes are left out and not made a gap: "O'Brian" is one word in every spelling.
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Spellings of one sound brought together, longer ones first, so that no part of one is taken for another.
const SOUNDS: &[(&str, &str)] = &[
    ("shch", "s"),
    ("sch", "s"),
    ("dzh", "j"),
    ("sh", "s"),
    ("zh", "j"),
    ("dj", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("ch", "c"),
    ("cz", "c"),
    ("tz", "c"),
    ("ts", "c"),
    ("ph", "f"),
    ("ck", "k"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("q", "k"),
    ("w", "v"),
    ("y", "i"),
];

/// The folded name with the common spellings of one sound made one, and no letter doubled.
pub(super) fn sound(folded: &str) -> String {
    let words = folded.split(' ').map(|word| {
        let mut word = word.to_owned();
        for (ending, plain) in [("off", "ov"), ("eff", "ev")] {
            if let Some(stem) = word.strip_suffix(ending) {
                word = format!("{stem}{plain}");
            }
        }
        if let Some(rest) = word.strip_prefix("ye").or_else(|| word.strip_prefix("ie")) {
            word = format!("e{rest}");
        }
        for (spelling, plain) in SOUNDS {
            word = word.replace(spelling, plain);
        }
        let mut letters: Vec<char> = word.chars().collect();
        letters.dedup();
        letters.into_iter().collect::<String>()
    });
    words.collect::<Vec<_>>().join(" ")
}

fn suggestions(graph: &RelationGraph, wanted: &Wanted) -> Vec<Suggestion> {
    let names = graph.nodes().flat_map(|(_, node)| {
        std::iter::once(&node.name)
            .chain(&node.aliases)
            .map(|name| (name.as_str(), node.id.as_str()))
    });
    let nearness = Nearness::to(&wanted.folded);
    let mut near: Vec<(f64, &str, &str)> = names
        .filter_map(|(name, id)| Some((nearness.of(&fold_name(name))?, name, id)))
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.2.cmp(b.2)).then(a.1.cmp(b.1)));
    let mut seen = BTreeSet::new();
    near.into_iter()
        .filter(|(_, _, id)| seen.insert(*id))
        .take(OFFERED)
        .map(|(_, name, id)| Suggestion {
            name: name.to_owned(),
            id: id.to_owned(),
        })
        .collect()
}

/// The words of a list that are near to a typed one, three at most, the nearest first.
///
/// ```
/// use interparl::query::nearest;
/// assert_eq!(nearest("ofice-before-name", ["office-before-name", "visit"]), ["office-before-name"]);
/// ```
#[must_use]
pub fn nearest<'n>(typed: &str, names: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
    let folded = fold_name(typed);
    let nearness = Nearness::to(&folded);
    let mut near: Vec<(f64, &str)> = names
        .into_iter()
        .filter_map(|name| Some((nearness.of(&fold_name(name))?, name)))
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    near.into_iter()
        .take(OFFERED)
        .map(|(_, name)| name)
        .collect()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at a missing node")]
mod tests {
    use super::*;
    use crate::query::fixture;

    fn one(typed: &str) -> String {
        let graph = fixture::two_chambers();
        match find_node(&graph, typed) {
            Lookup::One(node) => graph.node(node).unwrap().id.clone(),
            other @ (Lookup::Several(_) | Lookup::Missing(_)) => format!("{other:?}"),
        }
    }

    #[test]
    fn a_node_is_found_by_id_name_alias_code_and_script() {
        for typed in [
            "person/aru-bekova",
            "PERSON/Aru-Bekova",
            "Aru Bekova",
            "aru  BÉKOVA",
            "Bekova",
            "Бекова",
            "Ару Бекова",
            "bek",
            "aru b",
            "Bekova, Aru",
            "Bekowa",
        ] {
            assert_eq!(one(typed), "person/aru-bekova", "{typed}");
        }
        assert_eq!(
            one("bo"),
            "person/bo-kim",
            "a whole word comes before Borduna"
        );
        assert_eq!(one("xa"), "state/XA");
        assert_eq!(one("Alvania"), "state/XA");
        assert_eq!(one("assembly of borduna"), "xb/assembly");
    }

    #[test]
    fn one_name_for_two_is_a_list_to_choose_from() {
        let graph = fixture::two_chambers();
        let Lookup::Several(hits) = find_node(&graph, "kim") else {
            unreachable!("two people are called Kim")
        };
        let ids: Vec<&str> = hits
            .iter()
            .map(|n| graph.node(*n).unwrap().id.as_str())
            .collect();
        assert_eq!(ids, ["person/ana-kim", "person/bo-kim"]);
        assert_eq!(one("ana kim"), "person/ana-kim");
    }

    #[test]
    fn a_slip_of_the_finger_is_offered_the_right_name() {
        let graph = fixture::two_chambers();
        let Lookup::Missing(near) = find_node(&graph, "Bekvoa") else {
            unreachable!("no such name")
        };
        assert_eq!(near.first().unwrap().id, "person/aru-bekova");
        assert!(near.len() <= OFFERED);
        assert_eq!(find_node(&graph, "zzzzzzzz"), Lookup::Missing(Vec::new()));
        assert_eq!(find_node(&graph, ""), Lookup::Missing(Vec::new()));
        assert_eq!(find_node(&graph, "?!"), Lookup::Missing(Vec::new()));
    }

    #[test]
    fn spellings_of_one_sound_meet() {
        for (a, b) in [
            ("yerlan", "erlan"),
            ("matviyenko", "matvienko"),
            ("smirnoff", "smirnov"),
            ("qasym", "kassim"),
        ] {
            assert_eq!(sound(a), sound(b), "{a} {b}");
        }
        assert_ne!(sound("kim"), sound("kem"));
    }
}
