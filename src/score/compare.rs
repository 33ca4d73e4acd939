//! One article: what was asked for against what was found.

use std::collections::{BTreeMap, BTreeSet};

use super::align::Alignment;
use super::annotation::is_code;
use super::facts::{self, Fact, Facts, Label, Telling};
use super::report::{ArticleScore, Counts, Share};
use super::{Annotation, Detail, Layer, Prediction};
use crate::ontology::NodeKind;

/// The facts of a layer: what is right, what is wrong, what is not there. Each list is sorted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LayerFacts {
    /// Found and asked for.
    pub hits: Vec<Fact>,
    /// Found, but the annotation does not say so.
    pub wrong: Vec<Fact>,
    /// Asked for and not found.
    pub missed: Vec<Fact>,
}

/// An annotation and a graph, compared.
#[derive(Debug)]
pub struct Comparison<'a> {
    pub(super) annotation: &'a Annotation,
    pub(super) prediction: &'a Prediction,
    pub(super) alignment: Alignment,
    /// For each node of the graph what facts call it.
    pub(super) labels: Vec<Label>,
    pub(super) asked: Facts,
    pub(super) found: Facts,
    layers: BTreeMap<Layer, LayerFacts>,
}

impl<'a> Comparison<'a> {
    /// Compares the graph of an article with what people say the article says.
    ///
    /// # Complexity
    /// The people and bodies of the one times those of the other, and the edges with a sort of them.
    ///
    /// # Example
    /// ```
    /// use interparl::score::{Annotation, Comparison, Layer, Prediction};
    ///
    /// let facts = br#"{"id": "a", "people": [{"name": "Aru Bekova"}, {"name": "Milo Drast"}]}"#;
    /// let graph = br#"{"nodes": [{"id": 1, "kind": "official", "name": "Mr. Milo Drast"},
    ///                            {"id": 2, "kind": "official", "name": "Speaker Aru Bekova"}]}"#;
    /// let (facts, graph) = (Annotation::from_json(facts)?, Prediction::from_json(graph)?);
    /// let comparison = Comparison::new(&facts, &graph);
    /// let people = comparison.facts(Layer::People).expect("a comparison has all layers");
    /// assert_eq!(people.hits[0].to_string(), "Milo Drast");
    /// assert_eq!(people.wrong[0].to_string(), "Speaker Aru Bekova");
    /// assert_eq!(people.missed[0].to_string(), "Aru Bekova");
    /// # Ok::<(), interparl::score::ScoreError>(())
    /// ```
    #[must_use]
    pub fn new(annotation: &'a Annotation, prediction: &'a Prediction) -> Self {
        let alignment = Alignment::of(annotation, prediction);
        let labels = labels(annotation, prediction, &alignment);
        let asked = facts::asked(annotation);
        let found = facts::found(prediction, &labels);
        let mut new = Self {
            annotation,
            prediction,
            alignment,
            labels,
            asked,
            found,
            layers: BTreeMap::new(),
        };
        new.layers.insert(Layer::People, new.people());
        new.layers.insert(Layer::Bodies, new.bodies());
        new.layers.insert(Layer::States, new.states());
        for layer in [Layer::Roles, Layer::Met, Layer::Attended, Layer::Visited] {
            new.layers.insert(layer, new.edges(layer));
        }
        new
    }

    /// The facts of a layer. Every comparison has all layers.
    #[must_use]
    pub fn facts(&self, layer: Layer) -> Option<&LayerFacts> {
        self.layers.get(&layer)
    }

    /// The counts, for a [`Report`](super::Report).
    #[must_use]
    pub fn score(&self) -> ArticleScore {
        let count = |facts: &LayerFacts| Counts {
            hits: facts.hits.len(),
            wrong: facts.wrong.len(),
            missed: facts.missed.len(),
        };
        let layers = self
            .layers
            .iter()
            .map(|(layer, facts)| (*layer, count(facts)));
        let details = Detail::ALL
            .iter()
            .map(|detail| (*detail, self.share(*detail)));
        ArticleScore {
            layers: layers.collect(),
            details: details.collect(),
        }
    }

    /// The hits of edges that have a day and a place, with what is told of each in the annotation and in the graph.
    pub(super) fn encounters(&self) -> impl Iterator<Item = (&Fact, &Telling, &Telling)> {
        let layers = [Layer::Met, Layer::Attended].into_iter();
        let hits = layers
            .filter_map(|layer| self.layers.get(&layer))
            .flat_map(|facts| &facts.hits);
        hits.filter_map(|fact| Some((fact, self.asked.get(fact)?, self.found.get(fact)?)))
    }

    fn share(&self, detail: Detail) -> Share {
        let of = |right: &mut dyn Iterator<Item = bool>| {
            right.fold(Share::default(), |sum, right| Share {
                right: sum.right + usize::from(right),
                of: sum.of + 1,
            })
        };
        match detail {
            Detail::Legislator => of(&mut self.matched_people().map(|(node, is)| {
                (self.kind(node) == Some(NodeKind::Legislator)) == is.legislator
            })),
            Detail::BodyKind => of(&mut self
                .matched_bodies()
                .map(|(node, is)| self.kind(node).is_some_and(|kind| kind.as_str() == is.kind))),
            Detail::Date => of(&mut self
                .encounters()
                .map(|(_, a, b)| !a.dates.is_disjoint(&b.dates))),
            Detail::Place => of(&mut self
                .encounters()
                .map(|(_, a, b)| !a.places.is_disjoint(&b.places))),
        }
    }

    /// The kind of a node.
    pub(super) fn kind(&self, node: usize) -> Option<NodeKind> {
        self.prediction.nodes.get(node).map(|node| node.kind)
    }

    /// The people that are in both, as nodes and as annotated.
    pub(super) fn matched_people(&self) -> impl Iterator<Item = (usize, &super::AnnotatedPerson)> {
        let matched = self.alignment.who.iter();
        matched.filter_map(|(node, person)| Some((*node, self.annotation.people.get(*person)?)))
    }

    /// The bodies that are in both, as nodes and as annotated.
    pub(super) fn matched_bodies(&self) -> impl Iterator<Item = (usize, &super::AnnotatedBody)> {
        let matched = self.alignment.what.iter();
        matched.filter_map(|(node, body)| Some((*node, self.annotation.bodies.get(*body)?)))
    }

    fn people(&self) -> LayerFacts {
        let fact = |place: usize, name: &str| Fact::Person {
            place,
            name: name.to_owned(),
        };
        let matched: BTreeSet<usize> = self.alignment.who.values().copied().collect();
        let mut layer = LayerFacts::default();
        for (place, person) in self.annotation.people.iter().enumerate() {
            let list = if matched.contains(&place) {
                &mut layer.hits
            } else {
                &mut layer.missed
            };
            list.push(fact(place, &person.name));
        }
        let nodes = self.prediction.nodes.iter().enumerate();
        let strays = nodes.filter(|(place, node)| {
            node.kind.is_person() && !self.alignment.who.contains_key(place)
        });
        layer
            .wrong
            .extend(strays.map(|(place, node)| fact(place, &node.name)));
        layer
    }

    /// Parliaments that are only named inside of another name are neither asked for nor wrong.
    fn bodies(&self) -> LayerFacts {
        let fact = |place: usize, name: &str| Fact::Body {
            place,
            name: name.to_owned(),
        };
        let inner = self.alignment.inner_bodies(self.annotation);
        let matched: BTreeSet<usize> = self.alignment.what.values().copied().collect();
        let mut layer = LayerFacts::default();
        let bodies = self.annotation.bodies.iter().enumerate();
        for (place, body) in bodies.filter(|(place, _)| !inner.contains(place)) {
            let list = if matched.contains(&place) {
                &mut layer.hits
            } else {
                &mut layer.missed
            };
            list.push(fact(place, &body.name));
        }
        for (place, node) in self.prediction.nodes.iter().enumerate() {
            let stray = node.kind.is_body() && !self.alignment.what.contains_key(&place);
            if stray && !self.alignment.is_umbrella(place, node) {
                layer.wrong.push(fact(place, &node.name));
            }
        }
        layer
    }

    /// States that the annotation uses without asking for them are neither asked for nor wrong.
    fn states(&self) -> LayerFacts {
        let known = |code: &String| Label::Known(code.clone());
        let asked: BTreeSet<Label> = self.annotation.states.iter().map(known).collect();
        let used = self.annotation.bodies.iter().flat_map(|b| &b.states);
        let held = self.annotation.roles.iter().filter_map(|r| r.body.as_ref());
        let used = used.chain(held.filter(|body| is_code(body)));
        let used = used.chain(self.annotation.visits.iter().map(|v| &v.state));
        let used = used.chain(
            self.annotation
                .people
                .iter()
                .filter_map(|p| p.state.as_ref()),
        );
        let free: BTreeSet<Label> = used.map(known).collect();
        let nodes = self.prediction.nodes.iter().zip(&self.labels);
        let states = nodes.filter(|(node, _)| node.kind == NodeKind::State);
        let found: BTreeSet<Label> = states.map(|(_, label)| label.clone()).collect();
        split(&asked, &found, &free, Fact::State)
    }

    fn edges(&self, layer: Layer) -> LayerFacts {
        let of_layer = |facts: &Facts| -> BTreeSet<Fact> {
            facts
                .keys()
                .filter(|fact| fact.layer() == layer)
                .cloned()
                .collect()
        };
        let (asked, found) = (of_layer(&self.asked), of_layer(&self.found));
        if layer != Layer::Met {
            return split(&asked, &found, &BTreeSet::new(), |fact| fact);
        }
        let meetings = self
            .annotation
            .meetings
            .iter()
            .filter(|m| m.asks_for_pairs());
        let known = |name: &str| Label::Known(name.to_owned());
        let strict = meetings
            .flat_map(|m| m.pairs())
            .map(|(a, b)| Fact::met(known(a), known(b)));
        let strict = strict.filter(|fact| asked.contains(fact)).collect();
        split(&strict, &found, &asked, |fact| fact)
    }
}

/// Parts what was asked for and what was found; what is free is not wrong.
fn split<T: Ord + Clone>(
    asked: &BTreeSet<T>,
    found: &BTreeSet<T>,
    free: &BTreeSet<T>,
    fact: impl Fn(T) -> Fact,
) -> LayerFacts {
    let wrong = found.difference(asked).filter(|one| !free.contains(one));
    LayerFacts {
        hits: asked.intersection(found).cloned().map(&fact).collect(),
        wrong: wrong.cloned().map(&fact).collect(),
        missed: asked.difference(found).cloned().map(&fact).collect(),
    }
}

/// What facts call each node: matched people and bodies as the annotation does, states by their code.
fn labels(annotation: &Annotation, prediction: &Prediction, alignment: &Alignment) -> Vec<Label> {
    let label = |(place, node): (usize, &super::prediction::FoundNode)| {
        let person = alignment
            .who
            .get(&place)
            .and_then(|i| annotation.people.get(*i));
        let body = alignment
            .what
            .get(&place)
            .and_then(|i| annotation.bodies.get(*i));
        let code = node.code.as_ref().filter(|_| node.kind == NodeKind::State);
        let known = person.map(|p| &p.name).or(body.map(|b| &b.name)).or(code);
        known.map_or_else(
            || Label::Stray {
                name: node.name.clone(),
                id: node.id.to_string(),
            },
            |name| Label::Known(name.clone()),
        )
    };
    prediction.nodes.iter().enumerate().map(label).collect()
}
