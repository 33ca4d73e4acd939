//! What is compared: facts, the same whether people wrote them down or a program found them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::annotation::is_code;
use super::name::place_key;
use super::{Annotation, Layer, Prediction};
use crate::ontology::EdgeKind;

/// An end of a fact.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Label {
    /// A person or a body by the name that the annotation has, or a state by its code.
    Known(String),
    /// What the graph has and nothing in the annotation matches.
    Stray {
        /// Its name in the graph.
        name: String,
        /// Its id in the graph, which keeps two of one name apart.
        id: String,
    },
}

impl Label {
    /// Whether nothing in the annotation matches it.
    #[must_use]
    pub const fn is_stray(&self) -> bool {
        matches!(self, Self::Stray { .. })
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Known(name) | Self::Stray { name, .. } => name,
        }
    }
}

/// One thing that is right, wrong or missed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// A person. The place among the people of the annotation, or among the nodes of the graph where it is wrong, keeps
    /// two of one name apart.
    Person {
        /// The place.
        place: usize,
        /// The name.
        name: String,
    },
    /// A body, as a person.
    Body {
        /// The place.
        place: usize,
        /// The name.
        name: String,
    },
    /// A state.
    State(Label),
    /// Somebody holds an office.
    Role {
        /// Who.
        person: Label,
        /// Which, as a word of the guide.
        office: Option<String>,
        /// In which body, or for which state.
        body: Label,
    },
    /// Two people met; in the order of their labels.
    Met(Label, Label),
    /// Somebody was at a session or conference.
    Attended {
        /// Who.
        person: Label,
        /// Of which body.
        body: Label,
    },
    /// Somebody visited a state, or is to.
    Visited {
        /// Who.
        person: Label,
        /// Which.
        state: Label,
    },
}

impl Fact {
    /// Two people met, in whatever order they are named.
    pub(super) fn met(a: Label, b: Label) -> Self {
        if a <= b {
            Self::Met(a, b)
        } else {
            Self::Met(b, a)
        }
    }

    /// The layer to which it belongs.
    #[must_use]
    pub const fn layer(&self) -> Layer {
        match self {
            Self::Person { .. } => Layer::People,
            Self::Body { .. } => Layer::Bodies,
            Self::State(_) => Layer::States,
            Self::Role { .. } => Layer::Roles,
            Self::Met(..) => Layer::Met,
            Self::Attended { .. } => Layer::Attended,
            Self::Visited { .. } => Layer::Visited,
        }
    }

    /// The two ends of an edge; `None` for what is a node.
    pub(super) const fn ends(&self) -> Option<(&Label, &Label)> {
        match self {
            Self::Person { .. } | Self::Body { .. } | Self::State(_) => None,
            Self::Role {
                person: a, body: b, ..
            }
            | Self::Met(a, b)
            | Self::Attended { person: a, body: b }
            | Self::Visited {
                person: a,
                state: b,
            } => Some((a, b)),
        }
    }
}

impl fmt::Display for Fact {
    /// Its parts with strokes between: `Aru Bekova / speaker / House`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person { name, .. } | Self::Body { name, .. } => f.write_str(name),
            Self::State(label) => f.write_str(label.name()),
            Self::Role {
                person,
                office,
                body,
            } => {
                let office = office.as_deref().unwrap_or("?");
                write!(f, "{} / {office} / {}", person.name(), body.name())
            }
            Self::Met(a, b)
            | Self::Attended { person: a, body: b }
            | Self::Visited {
                person: a,
                state: b,
            } => write!(f, "{} / {}", a.name(), b.name()),
        }
    }
}

/// What is told of one fact, by all edges that say it.
#[derive(Debug, Clone, Default)]
pub(super) struct Telling {
    /// The days; an empty one where none is told.
    pub(super) dates: BTreeSet<String>,
    /// The folded names of the places; an empty one where none is told.
    pub(super) places: BTreeSet<String>,
    /// Places among the edges of the graph; none for what is annotated.
    pub(super) edges: Vec<usize>,
}

/// Facts that are edges, with what is told of them.
pub(super) type Facts = BTreeMap<Fact, Telling>;

/// What an edge says of when and where.
#[derive(Clone, Copy, Default)]
struct Setting<'t> {
    date: Option<&'t str>,
    place: Option<&'t str>,
    place_en: Option<&'t str>,
}

fn tell<'f>(facts: &'f mut Facts, fact: Fact, setting: Setting<'_>) -> &'f mut Telling {
    let telling = facts.entry(fact).or_default();
    telling
        .dates
        .insert(setting.date.unwrap_or_default().to_owned());
    telling
        .places
        .insert(place_key(setting.place.unwrap_or_default()));
    // A place in another language is one more form of its name; without one there is nothing to add.
    if let Some(place) = setting.place_en.filter(|place| !place.is_empty()) {
        telling.places.insert(place_key(place));
    }
    telling
}

/// The edges that a perfect graph of the annotation would have. What is not declared has none.
pub(super) fn asked(annotation: &Annotation) -> Facts {
    let people: BTreeSet<&str> = annotation.people.iter().map(|p| p.name.as_str()).collect();
    let bodies: BTreeSet<&str> = annotation.bodies.iter().map(|b| b.name.as_str()).collect();
    let label = |name: &str| Label::Known(name.to_owned());
    let person = |name: &str| people.contains(name).then(|| label(name));
    let mut facts = Facts::new();
    for role in &annotation.roles {
        let body = role.body.as_deref().unwrap_or_default();
        let is_end = is_code(body) || !body.is_empty() && bodies.contains(body);
        if let Some(person) = person(&role.person).filter(|_| is_end) {
            let (office, body) = (role.role.clone(), label(body));
            let fact = Fact::Role {
                person,
                office,
                body,
            };
            tell(&mut facts, fact, Setting::default());
        }
    }
    for meeting in &annotation.meetings {
        let setting = Setting {
            date: meeting.date.as_deref(),
            place: meeting.place.as_deref(),
            place_en: meeting.place_en.as_deref(),
        };
        for (a, b) in meeting.pairs() {
            if let (Some(a), Some(b)) = (person(a), person(b)) {
                tell(&mut facts, Fact::met(a, b), setting);
            }
        }
        let body = meeting
            .body
            .as_deref()
            .filter(|body| !body.is_empty() && bodies.contains(body));
        let guests = meeting.sides.iter().flatten();
        for (guest, body) in guests.filter_map(|name| Some((person(name)?, body?))) {
            let (person, body) = (guest, label(body));
            tell(&mut facts, Fact::Attended { person, body }, setting);
        }
    }
    for visit in &annotation.visits {
        if let Some(person) = person(&visit.person) {
            let state = label(&visit.state);
            tell(
                &mut facts,
                Fact::Visited { person, state },
                Setting::default(),
            );
        }
    }
    facts
}

/// The edges of a graph, with the labels of its nodes as their ends. Meetings that are only planned are passed over.
pub(super) fn found(prediction: &Prediction, labels: &[Label]) -> Facts {
    let mut facts = Facts::new();
    for (place, edge) in prediction.edges.iter().enumerate() {
        let (Some(source), Some(target)) = (labels.get(edge.source), labels.get(edge.target))
        else {
            continue;
        };
        let (person, other) = (source.clone(), target.clone());
        let fact = match edge.kind {
            EdgeKind::Role => Fact::Role {
                person,
                office: edge.role.clone(),
                body: other,
            },
            EdgeKind::Met | EdgeKind::Attended if edge.planned => continue,
            EdgeKind::Met => Fact::met(person, other),
            EdgeKind::Attended => Fact::Attended {
                person,
                body: other,
            },
            EdgeKind::Visited => Fact::Visited {
                person,
                state: other,
            },
            EdgeKind::PartOf | EdgeKind::Links => continue,
        };
        let setting = Setting {
            date: edge.date.as_deref(),
            place: edge.place.as_deref(),
            place_en: edge.place_en.as_deref(),
        };
        tell(&mut facts, fact, setting).edges.push(place);
    }
    facts
}
