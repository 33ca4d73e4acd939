//! For whom people act and whom bodies tie, and so who had a part in a meeting.

use std::collections::{BTreeMap, BTreeSet};

use super::scope::last_day;
use crate::graph::{EdgeRef, Meeting, Node, NodeRef, RelationGraph, Spell, Tie};
use crate::ontology::{NodeKind, StateCode};
use crate::text::PartialDate;

/// Two different states, the one whose code comes first in front.
pub(super) type StatePair = (StateCode, StateCode);

/// Who acts for whom, worked out once for a graph.
pub(super) struct Allegiances<'g> {
    graph: &'g RelationGraph,
    /// The states of people, bodies and states, by id.
    states: BTreeMap<&'g str, BTreeSet<StateCode>>,
    /// The chambers and parliaments in which people hold an office, by the id of the person.
    seats: BTreeMap<&'g str, Vec<(&'g str, &'g [Spell])>>,
    /// The edges of the graph, in their order.
    edges: Vec<EdgeRef<'g>>,
}

impl<'g> Allegiances<'g> {
    /// One pass over nodes and edges, with a sort of the edges.
    pub(super) fn new(graph: &'g RelationGraph) -> Self {
        let mut found = Self {
            graph,
            states: BTreeMap::new(),
            seats: BTreeMap::new(),
            edges: graph.edges(),
        };
        for (_, node) in graph.nodes() {
            found.add(node);
        }
        found.read_edges();
        found
    }

    /// For whom some people act, and nobody else. All edges are those of these people. Complexity: a look at their edges.
    pub(super) fn of_people(graph: &'g RelationGraph, people: &[NodeRef]) -> Self {
        // An edge between two of them lies at both, and is told once.
        let people: BTreeSet<NodeRef> = people.iter().copied().collect();
        let mut edges: Vec<EdgeRef<'g>> = Vec::new();
        for person in &people {
            let seen = |end: NodeRef| end < *person && people.contains(&end);
            let own = graph.edges_at(*person).into_iter();
            edges.extend(own.filter(|e| !seen(e.source) && !seen(e.target)));
        }
        let mut found = Self {
            graph,
            states: BTreeMap::new(),
            seats: BTreeMap::new(),
            edges: graph.in_order(edges),
        };
        let ends = found.edges.iter().flat_map(|e| [e.source, e.target]);
        let ends: BTreeSet<NodeRef> = ends.chain(people).collect();
        for node in ends.into_iter().filter_map(|node| graph.node(node)) {
            found.add(node);
        }
        found.read_edges();
        found
    }

    fn add(&mut self, node: &'g Node) {
        let own = node.code.or(node.state);
        self.states.insert(&node.id, own.into_iter().collect());
    }

    fn read_edges(&mut self) {
        let mut more: Vec<(&'g str, BTreeSet<StateCode>)> = Vec::new();
        for at in &self.edges {
            let ends = self.graph.node(at.source).zip(self.graph.node(at.target));
            let Some((source, target)) = ends else {
                continue;
            };
            let own = self.states.get(source.id.as_str());
            match &at.edge.tie {
                Tie::Links => more.push((&source.id, self.of(&target.id).clone())),
                // Whoever holds an office acts for the state of that office, where no article says for which.
                Tie::Role { spells, .. } => {
                    if own.is_some_and(BTreeSet::is_empty) && !target.kind.is_between_states() {
                        more.push((&source.id, self.of(&target.id).clone()));
                    }
                    if matches!(target.kind, NodeKind::Chamber | NodeKind::Parliament) {
                        let seat = (target.id.as_str(), spells.as_slice());
                        self.seats.entry(&source.id).or_default().push(seat);
                    }
                }
                _ => {}
            }
        }
        for (id, states) in more {
            self.states.entry(id).or_default().extend(states);
        }
    }

    /// All edges, by source, target and key.
    pub(super) fn edges(&self) -> &[EdgeRef<'g>] {
        &self.edges
    }

    /// The states for which a person acts or to which a body belongs; those that a commission or an assembly ties.
    pub(super) fn of(&self, id: &str) -> &BTreeSet<StateCode> {
        const NONE: &BTreeSet<StateCode> = &BTreeSet::new();
        self.states.get(id).unwrap_or(NONE)
    }

    /// The chambers and parliaments in which a person held an office at a time; where no time is known, ever.
    pub(super) fn seats(&self, person: &str, date: Option<PartialDate>) -> BTreeSet<&'g str> {
        let seats = self.seats.get(person).into_iter().flatten();
        seats
            .filter(|(_, spells)| may_hold(spells, date))
            .map(|(body, _)| *body)
            .collect()
    }

    /// The states that had a part in a meeting: those of the people who came, and of the bodies for which they came.
    pub(super) fn at(&self, meeting: &Meeting) -> BTreeSet<StateCode> {
        let people = people_of(meeting).into_iter().flat_map(|p| self.of(p));
        let mut states: BTreeSet<StateCode> = people.copied().collect();
        for participant in &meeting.participants {
            if !self.is_between(&participant.body) {
                states.extend(self.of(&participant.body));
            }
        }
        // Where an article names only one side of a session, the other side of the body was there too.
        if let Some(body) = meeting.body.as_deref().filter(|b| self.of(b).len() == 2) {
            states.extend(self.of(body));
        }
        states
    }

    /// The pairs of states that met in a meeting. A conference of many is no meeting of each two of them.
    pub(super) fn pairs(&self, meeting: &Meeting) -> BTreeSet<StatePair> {
        if let [a, b] = meeting.sides.as_slice() {
            let states = |side: &[String]| -> BTreeSet<StateCode> {
                side.iter().flat_map(|p| self.of(p)).copied().collect()
            };
            let (a, b) = (states(a), states(b));
            let pairs: BTreeSet<StatePair> = a
                .iter()
                .flat_map(|x| b.iter().filter_map(|y| pair(*x, *y)))
                .collect();
            if !pairs.is_empty() {
                return pairs;
            }
        }
        let states = self.at(meeting);
        let mut both = states.iter().copied();
        match (both.next(), both.next(), both.next()) {
            (Some(a), Some(b), None) => pair(a, b).into_iter().collect(),
            _ => BTreeSet::new(),
        }
    }

    /// Whether somebody or something had a part in a meeting: a person who came, a body whose meeting it was or for
    /// which somebody came, a chamber or parliament of which somebody held an office then, a state with any of these.
    pub(super) fn has_part(&self, meeting: &Meeting, node: NodeRef) -> bool {
        let Some(node) = self.graph.node(node) else {
            return false;
        };
        match node.kind {
            NodeKind::Legislator | NodeKind::Official => is_there(meeting, &node.id),
            NodeKind::State => node.code.is_some_and(|c| self.at(meeting).contains(&c)),
            NodeKind::Chamber
            | NodeKind::Parliament
            | NodeKind::Commission
            | NodeKind::Assembly => {
                let id = node.id.as_str();
                let seated = |person: &&str| self.seats(person, meeting.date).contains(id);
                meeting.body.as_deref() == Some(id)
                    || meeting.participants.iter().any(|p| p.body == id)
                    || people_of(meeting).iter().any(seated)
            }
        }
    }

    /// Whether somebody travels for somebody or something at a time: a person for himself, for the state for which he acts,
    /// for a chamber or parliament in which he held an office then, for a commission or an assembly in which he held one.
    pub(super) fn travels_for(
        &self,
        person: NodeRef,
        node: NodeRef,
        date: Option<PartialDate>,
    ) -> bool {
        let Some((traveller, other)) = self.graph.node(person).zip(self.graph.node(node)) else {
            return false;
        };
        match other.kind {
            NodeKind::Legislator | NodeKind::Official => person == node,
            NodeKind::State => {
                let states = self.of(&traveller.id);
                other.code.is_some_and(|code| states.contains(&code))
            }
            NodeKind::Chamber | NodeKind::Parliament => {
                let seats = self.seats(&traveller.id, date);
                seats.contains(other.id.as_str())
            }
            NodeKind::Commission | NodeKind::Assembly => {
                let holds = |e: &EdgeRef<'_>| match &e.edge.tie {
                    Tie::Role { spells, .. } => e.target == node && may_hold(spells, date),
                    _ => false,
                };
                self.graph.edges_at(person).iter().any(holds)
            }
        }
    }

    fn is_between(&self, id: &str) -> bool {
        let node = self.graph.find(id).and_then(|n| self.graph.node(n));
        node.is_some_and(|n| n.kind.is_between_states())
    }
}

/// The pair of two different states.
pub(super) fn pair(a: StateCode, b: StateCode) -> Option<StatePair> {
    (a != b).then(|| (a.min(b), a.max(b)))
}

/// Whether an office may have been held at a time, as far as its terms say.
pub(super) fn may_hold(spells: &[Spell], date: Option<PartialDate>) -> bool {
    let Some(date) = date else { return true };
    let fits = |s: &Spell| {
        let too_early = s.not_before.is_some_and(|day| last_day(date) < day);
        let too_late = s.not_after.is_some_and(|day| date.first_day() > day);
        !too_early && !too_late
    };
    spells.is_empty() || spells.iter().any(fits)
}

/// Whether somebody took part.
pub(super) fn is_there(meeting: &Meeting, person: &str) -> bool {
    meeting.sides.iter().flatten().any(|p| p == person)
        || meeting.participants.iter().any(|p| p.person == person)
}

/// The ids of the people who took part.
pub(super) fn people_of(meeting: &Meeting) -> BTreeSet<&str> {
    let named = meeting.participants.iter().map(|p| &p.person);
    let people = meeting.sides.iter().flatten().chain(named);
    people.map(String::as_str).collect()
}

/// All meetings by id. An edge of a meeting without its record is refused where a graph is read, and the fold makes none.
pub(super) fn all_meetings(graph: &RelationGraph) -> Vec<&Meeting> {
    graph.meetings().collect()
}
