//! Which node of a graph is which person or body of an annotation.

use std::collections::{BTreeMap, BTreeSet};

use super::name::{Forms, body_key, person_key};
use super::prediction::FoundNode;
use super::{AnnotatedBody, AnnotatedPerson, Annotation, Prediction};
use crate::ontology::{EdgeKind, NodeKind};

/// The joints of a body's name at which the parliament that it belongs to is named inside.
const OF: &[&str] = &["of", "de", "du", "del", "des", "der"];

/// A body with the forms of its name and the states that it belongs to.
#[derive(Debug, Clone)]
pub(super) struct Body {
    pub(super) forms: Forms,
    pub(super) states: BTreeSet<String>,
}

impl Body {
    /// Whether their states do not speak against one body; either may have none.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        self.states.is_empty() || other.states.is_empty() || !self.states.is_disjoint(&other.states)
    }

    /// Whether the name of this body contains that of a parliament: "Majilis of Parliament".
    pub(super) fn contains(&self, name: &str, other: &Self) -> bool {
        let key = body_key(name);
        let is_inside = |form: &str| {
            let form = format!(" {form} ");
            OF.iter().any(|of| form.contains(&format!(" {of} {key} ")))
        };
        self.agrees(other) && self.forms.all().any(is_inside)
    }
}

/// People and bodies of an annotation and of a graph, and which are one. Nodes are places among the nodes of the graph.
#[derive(Debug)]
pub(super) struct Alignment {
    /// The people of the annotation.
    pub(super) people: Vec<Forms>,
    /// The bodies of the annotation.
    pub(super) bodies: Vec<Body>,
    /// The names of the people of the graph, for comparison.
    pub(super) found_people: BTreeMap<usize, String>,
    /// The bodies of the graph.
    pub(super) found_bodies: BTreeMap<usize, Body>,
    /// The person of the annotation that a node is.
    pub(super) who: BTreeMap<usize, usize>,
    /// The body of the annotation that a node is.
    pub(super) what: BTreeMap<usize, usize>,
}

impl Alignment {
    pub(super) fn of(annotation: &Annotation, prediction: &Prediction) -> Self {
        let person =
            |p: &AnnotatedPerson| Forms::of_person(&p.name, p.latin.as_deref(), &p.aliases);
        let people: Vec<Forms> = annotation.people.iter().map(person).collect();
        let body = |b: &AnnotatedBody| Body {
            forms: Forms::of_body(&b.name, b.latin.as_deref(), b.en.as_deref(), &b.aliases),
            states: b.states.iter().cloned().collect(),
        };
        let bodies: Vec<Body> = annotation.bodies.iter().map(body).collect();
        let nodes = || prediction.nodes.iter().enumerate();
        let found_people: BTreeMap<usize, String> = nodes()
            .filter(|(_, node)| node.kind.is_person())
            .map(|(place, node)| (place, person_key(&node.name)))
            .collect();
        let ties = Ties::of(prediction);
        let found_body = |(place, node): (usize, &FoundNode)| {
            let forms = Forms::of_body(
                &node.name,
                node.latin.as_deref(),
                node.en.as_deref(),
                &node.aliases,
            );
            let states = ties.states_from(place, prediction);
            (place, Body { forms, states })
        };
        let found_bodies: BTreeMap<usize, Body> = nodes()
            .filter(|(_, node)| node.kind.is_body())
            .map(found_body)
            .collect();
        let who = align(&people, &found_people, |forms, key| {
            person_closeness(forms, key)
        });
        let what = align(&bodies, &found_bodies, body_closeness);
        Self {
            people,
            bodies,
            found_people,
            found_bodies,
            who,
            what,
        }
    }

    /// The parliaments of the annotation whose name is inside of another body's: neither asked for nor wrong.
    pub(super) fn inner_bodies(&self, annotation: &Annotation) -> BTreeSet<usize> {
        let umbrellas = annotation.bodies.iter().zip(&self.bodies).enumerate();
        let umbrellas =
            umbrellas.filter(|(_, (body, _))| body.kind == NodeKind::Parliament.as_str());
        let is_inside = |place: usize, umbrella: &AnnotatedBody, body: &Body| {
            let names = || std::iter::once(&umbrella.name).chain(&umbrella.aliases);
            let others = self.bodies.iter().enumerate();
            let mut others = others.filter(|(other, _)| *other != place);
            others.any(|(_, other)| names().any(|name| other.contains(name, body)))
        };
        umbrellas
            .filter(|(place, (umbrella, body))| is_inside(*place, umbrella, body))
            .map(|(place, _)| place)
            .collect()
    }

    /// Whether a node is a parliament that the name of an annotated body contains.
    pub(super) fn is_umbrella(&self, place: usize, node: &FoundNode) -> bool {
        matches!(node.kind, NodeKind::Parliament | NodeKind::Chamber)
            && self.found_bodies.get(&place).is_some_and(|body| {
                self.bodies
                    .iter()
                    .any(|gold| gold.contains(&node.name, body))
            })
    }
}

/// One to one, the closest first, then in order: from the found to the annotated.
fn align<G, F>(
    annotated: &[G],
    found: &BTreeMap<usize, F>,
    closeness: impl Fn(&G, &F) -> u8,
) -> BTreeMap<usize, usize> {
    let mut pairs = Vec::new();
    for (i, gold) in annotated.iter().enumerate() {
        for (j, node) in found {
            let close = closeness(gold, node);
            if close > 0 {
                pairs.push((std::cmp::Reverse(close), i, *j));
            }
        }
    }
    pairs.sort_unstable();
    let (mut taken, mut result) = (BTreeSet::new(), BTreeMap::new());
    for (_, i, j) in pairs {
        if !result.contains_key(&j) && taken.insert(i) {
            result.insert(j, i);
        }
    }
    result
}

/// The aliases of the graph do not help: the name that it shows has to be right.
pub(super) fn person_closeness(forms: &Forms, key: &str) -> u8 {
    if forms.names.contains(key) {
        2
    } else {
        u8::from(forms.others.contains(key))
    }
}

fn body_closeness(annotated: &Body, found: &Body) -> u8 {
    if annotated.agrees(found) {
        forms_closeness(&annotated.forms, &found.forms)
    } else {
        0
    }
}

/// How close the names of two bodies are, whatever their states.
pub(super) fn forms_closeness(annotated: &Forms, found: &Forms) -> u8 {
    if annotated.names == found.names {
        3
    } else if !found.names.is_disjoint(&annotated.others)
        || !annotated.names.is_disjoint(&found.others)
    {
        2
    } else {
        u8::from(!annotated.others.is_disjoint(&found.others))
    }
}

/// What belongs to what and what ties what, by places among the nodes.
struct Ties(BTreeMap<usize, Vec<usize>>);

impl Ties {
    fn of(prediction: &Prediction) -> Self {
        let mut up = BTreeMap::<usize, Vec<usize>>::new();
        for edge in &prediction.edges {
            if matches!(edge.kind, EdgeKind::PartOf | EdgeKind::Links) {
                up.entry(edge.source).or_default().push(edge.target);
            }
        }
        Self(up)
    }

    /// The codes of the states that a node reaches.
    fn states_from(&self, start: usize, prediction: &Prediction) -> BTreeSet<String> {
        let (mut seen, mut next) = (BTreeSet::from([start]), vec![start]);
        let mut codes = BTreeSet::new();
        while let Some(place) = next.pop() {
            let node = prediction.nodes.get(place);
            codes.extend(
                node.filter(|n| n.kind == NodeKind::State)
                    .and_then(|n| n.code.clone()),
            );
            let targets = self.0.get(&place).into_iter().flatten();
            next.extend(targets.filter(|target| seen.insert(**target)));
        }
        codes
    }
}
