//! Pairs of nodes that may be one: what a person is to be asked.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::answer::Brief;
use super::clue::Clue;
use super::names::{fold_name, sound};
use super::settled::SettledPairs;
use super::table_row::table_row;
use crate::graph::{Node, NodeRef, RelationGraph, Tie};
use crate::identity::{BodyName, BodyTables, Judgements, Match, PersonName, Verdict, is_full};
use crate::lexicon::Lexicon;
use crate::ontology::{NodeKind, Office};

/// So many nodes of a like name are compared with each other; a name that more bear tells nothing by itself.
const MOST_ALIKE: usize = 64;

/// Two nodes that may be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnsurePair {
    /// The one whose id sorts first.
    pub one: NodeRef,
    /// The other.
    pub other: NodeRef,
    /// How much speaks for it: the likeness of the names in thousandths, with what else is known added and taken off.
    pub score: i32,
    /// What speaks for and against it, the names first.
    pub clues: Vec<Clue>,
}

/// The pairs of people, and of bodies that no table knows, that may be one and that nobody has judged; the likeliest
/// first, then by id. Names that are clearly different make no pair, whatever else is known.
///
/// Complexity: each node is compared with at most 64 others for each word of its names and each two words.
#[must_use]
pub fn unsure_pairs(graph: &RelationGraph, judgements: &Judgements) -> Vec<UnsurePair> {
    let settled = SettledPairs::new(graph, judgements);
    let lexicon = Lexicon::builtin();
    let tables = BodyTables::new(lexicon);
    let faces: Vec<Face<'_>> = graph
        .nodes()
        .filter(|(_, node)| is_asked(node))
        .map(|(at, node)| Face::new(graph, at, node, lexicon, &tables))
        .collect();
    let mut pairs = Vec::new();
    for (one, other) in candidates(&faces) {
        let (Some(one), Some(other)) = (faces.get(one), faces.get(other)) else {
            continue;
        };
        if settled.verdict(one.at, other.at).is_none() {
            pairs.extend(one.beside(other, graph));
        }
    }
    let id = |node: NodeRef| graph.node(node).map(|n| &n.id);
    pairs.sort_by(|a, b| {
        let key = |p: &UnsurePair| (Reverse(p.score), id(p.one), id(p.other));
        key(a).cmp(&key(b))
    });
    pairs
}

/// What a table knows is known, and states are told by their codes.
fn is_asked(node: &Node) -> bool {
    node.kind != NodeKind::State && table_row(node).is_none()
}

/// A name taken apart.
enum Taken {
    Person(PersonName),
    Body(BodyName),
}

/// A node, and what is compared of it.
struct Face<'g> {
    at: NodeRef,
    node: &'g Node,
    names: Vec<(&'g str, Taken)>,
    offices: BTreeSet<(Office, NodeRef)>,
    bodies: BTreeSet<NodeRef>,
    neighbours: BTreeSet<NodeRef>,
    documents: BTreeSet<&'g str>,
}

impl<'g> Face<'g> {
    fn new(
        graph: &'g RelationGraph,
        at: NodeRef,
        node: &'g Node,
        lexicon: &Lexicon,
        tables: &BodyTables<'_>,
    ) -> Self {
        /// Of many names the rest is spelling.
        const NAMES: usize = 8;
        let aliases = node.aliases.iter().filter(|alias| is_telling(alias));
        let names = [&node.name].into_iter().chain(aliases).take(NAMES);
        let take = |name: &'g String| {
            let taken = if node.kind.is_person() {
                Taken::Person(PersonName::new(name, lexicon))
            } else {
                Taken::Body(BodyName::new(name, tables))
            };
            (name.as_str(), taken)
        };
        let mut face = Self {
            at,
            node,
            names: names.map(take).collect(),
            offices: BTreeSet::new(),
            bodies: BTreeSet::new(),
            neighbours: BTreeSet::new(),
            documents: graph
                .mentions(at)
                .iter()
                .map(|m| m.document.as_str())
                .collect(),
        };
        for edge in graph.edges_at(at) {
            let other = if edge.source == at {
                edge.target
            } else {
                edge.source
            };
            match &edge.edge.tie {
                Tie::Role { office, .. } if edge.source == at => {
                    face.offices.insert((*office, other));
                    face.bodies.insert(other);
                }
                Tie::PartOf | Tie::Links => {
                    face.bodies.insert(other);
                }
                _ => {
                    face.neighbours.insert(other);
                }
            }
        }
        face
    }

    /// The pair, unless the names are of two.
    fn beside(&self, other: &Self, graph: &RelationGraph) -> Option<UnsurePair> {
        let names = self.most_alike(other)?;
        let mut clues = vec![names];
        match (self.node.state, other.node.state) {
            (Some(one), Some(two)) if one == two => clues.push(Clue::State(one)),
            (Some(one), Some(two)) => clues.push(Clue::States(one, two)),
            _ => {}
        }
        let brief = |node: &NodeRef| Brief::of(graph, *node);
        let offices: Vec<_> = self.offices.intersection(&other.offices).collect();
        let bodies = self.bodies.intersection(&other.bodies);
        let bodies = bodies.filter(|body| !offices.iter().any(|(_, of)| of == *body));
        // That both are of a state is said already.
        let is_state = |node: &NodeRef| graph.node(*node).map(|n| n.kind) == Some(NodeKind::State);
        let bodies: Vec<_> = bodies.filter(|body| !is_state(body)).collect();
        let bodies = bodies.into_iter().map(|body| Clue::Body(brief(body)));
        let shared = offices
            .iter()
            .map(|(o, body)| Clue::Office(*o, brief(body)));
        clues.extend(shared.chain(bodies));
        let both = self.neighbours.intersection(&other.neighbours);
        let both: Vec<Brief> = both.filter(|node| !is_state(node)).map(brief).collect();
        if !both.is_empty() {
            clues.push(Clue::Neighbours(both));
        }
        if let Some(document) = self.documents.intersection(&other.documents).next() {
            let document = (*document).to_owned();
            clues.push(Clue::OneArticle { document });
        }
        Some(UnsurePair {
            one: self.at,
            other: other.at,
            score: clues.iter().map(Clue::weight).sum(),
            clues,
        })
    }

    /// The names that are most alike, unless even these are of two.
    fn most_alike(&self, other: &Self) -> Option<Clue> {
        let mut best: Option<(Match, &str, &str)> = None;
        for (one, a) in &self.names {
            for (two, b) in &other.names {
                let alike = match (a, b) {
                    (Taken::Person(a), Taken::Person(b)) => a.compare(b),
                    (Taken::Body(a), Taken::Body(b)) => a.compare(b),
                    _ => continue,
                };
                if best.is_none_or(|(most, ..)| alike > most) {
                    best = Some((alike, one, two));
                }
            }
        }
        let (alike, one, other) = best.filter(|(m, ..)| m.verdict() != Verdict::Different)?;
        Some(Clue::Names {
            one: one.to_owned(),
            other: other.to_owned(),
            alike,
        })
    }
}

/// Whether an alias says as much as a name: two words, neither an initial.
fn is_telling(alias: &str) -> bool {
    is_full(alias)
}

/// Pairs of places of faces with a word or the beginnings of two words in common.
fn candidates(faces: &[Face<'_>]) -> BTreeSet<(usize, usize)> {
    let mut buckets: BTreeMap<(bool, String), BTreeSet<usize>> = BTreeMap::new();
    for (place, face) in faces.iter().enumerate() {
        let person = face.node.kind.is_person();
        let state = face.node.state.map(|code| code.to_string());
        let state = state.unwrap_or_default();
        for (name, _) in &face.names {
            let sounding = sound(&fold_name(name));
            let words: Vec<String> = sounding.split(' ').map(skeleton).collect();
            for (at, word) in words.iter().enumerate() {
                buckets
                    .entry((person, word.clone()))
                    .or_default()
                    .insert(place);
                for other in words.iter().skip(at + 1).filter(|_| person) {
                    let (one, other) = (word.min(other), word.max(other));
                    let beginnings = [one, other].map(|w| w.chars().take(1).collect::<String>());
                    for key in [
                        format!("{one} {other}"),
                        format!("{state} {}", beginnings.concat()),
                    ] {
                        buckets.entry((person, key)).or_default().insert(place);
                    }
                }
            }
        }
    }
    let mut pairs = BTreeSet::new();
    for bucket in buckets.values().filter(|b| b.len() <= MOST_ALIKE) {
        for one in bucket {
            let later = bucket.range(one + 1..);
            pairs.extend(later.map(|other| (*one, *other)));
        }
    }
    pairs
}

/// A word without its vowels, unless it has nothing else.
fn skeleton(word: &str) -> String {
    let bones: String = word
        .chars()
        .filter(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u'))
        .collect();
    if bones.is_empty() {
        word.to_owned()
    } else {
        bones
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at a missing node")]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::document::DocumentRecord;
    use crate::graph::{Document, NodeMention};
    use crate::identity::{Judgement, Opinion};
    use crate::ontology::StateCode;
    use crate::query::mention_of;

    /// People with a state, each named in an article of its own unless one is given.
    fn graph(people: &[(&str, &str, &str)]) -> RelationGraph {
        let mut graph = RelationGraph::new();
        for (place, (name, state, document)) in people.iter().enumerate() {
            let id = if document.is_empty() {
                format!("article {place}")
            } else {
                (*document).to_owned()
            };
            graph.put_document(Document {
                record: DocumentRecord {
                    sha256: format!("hash of {id}"),
                    id: id.clone(),
                    title: None,
                    date: None,
                    url: None,
                    publisher: None,
                    lang: None,
                    extra: BTreeMap::new(),
                },
                same_text: BTreeSet::new(),
            });
            let node = Node {
                id: format!("person/{place}"),
                kind: NodeKind::Legislator,
                form: None,
                name: (*name).to_owned(),
                aliases: BTreeSet::new(),
                state: StateCode::parse(state),
                code: None,
                wikidata: None,
                names: Vec::new(),
                life: Vec::new(),
            };
            let at = graph.add_node(node).unwrap();
            let mention = NodeMention {
                document: id,
                start: place * 100,
                end: place * 100 + 9,
                name: (*name).to_owned(),
            };
            graph.put_mentions(at, vec![mention]);
        }
        graph
    }

    fn pairs(graph: &RelationGraph, judgements: &Judgements) -> Vec<(String, String)> {
        let id = |node| graph.node(node).unwrap().id.replace("person/", "");
        let pairs = unsure_pairs(graph, judgements).into_iter();
        pairs.map(|pair| (id(pair.one), id(pair.other))).collect()
    }

    fn pair(one: &str, other: &str) -> (String, String) {
        (one.to_owned(), other.to_owned())
    }

    #[test]
    fn the_likeliest_pair_comes_first_and_other_names_make_none() {
        let graph = graph(&[
            ("Jaan Tammsalu", "EE", ""),
            ("J. Tammsalu", "LV", ""),
            ("J. Tammsalu", "EE", ""),
            ("Mart Tammsalu", "EE", ""),
            ("Daiga Ozolkalne", "LV", ""),
        ]);
        let found = pairs(&graph, &Judgements::new());
        // One state comes before two; then the ids.
        assert_eq!(found, [pair("0", "2"), pair("0", "1"), pair("1", "2")]);
    }

    #[test]
    fn two_of_one_article_come_last() {
        let graph = graph(&[
            ("Jaan Tammsalu", "EE", "x"),
            ("J. Tammsalu", "EE", "x"),
            ("J. Tammsalu", "", ""),
        ]);
        let found = pairs(&graph, &Judgements::new());
        assert_eq!(found.last(), Some(&pair("0", "1")), "{found:?}");
    }

    #[test]
    fn what_is_judged_or_follows_is_not_asked() {
        let graph = graph(&[
            ("Jaan Tammsalu", "EE", ""),
            ("J. Tammsalu", "EE", ""),
            ("Tammsalu", "EE", ""),
        ]);
        let at = |place: &str| mention_of(&graph, graph.find(&format!("person/{place}")).unwrap());
        let same = Opinion::Same(at("0").unwrap(), at("1").unwrap());
        let different = Opinion::Different(at("1").unwrap(), at("2").unwrap());
        let of = |opinions: &[&Opinion]| -> Judgements {
            let opinions = opinions.iter().map(|o| Judgement::of((*o).clone()));
            opinions.collect()
        };
        assert_eq!(pairs(&graph, &of(&[])).len(), 3);
        assert_eq!(pairs(&graph, &of(&[&same])).len(), 2);
        assert_eq!(pairs(&graph, &of(&[&same, &different])), []);
    }
}
