//! The part of a graph that lies in a time, has to do with some states and is sure enough.

use std::collections::{BTreeMap, BTreeSet};

use super::allegiance::Allegiances;
use super::path::{When, days};
use super::scope::Scope;
use crate::graph::{
    EdgeRef, Evidence, GraphError, Meeting, Node, NodeRef, RelationGraph, Spell, Tie,
};
use crate::ontology::{EdgeKind, StateCode};

/// A part of a graph.
#[derive(Debug, Clone)]
pub struct Within {
    /// The part. Mentions are left out.
    pub graph: RelationGraph,
    /// What would be in it but for the time, of which it has none that is known; the handles are those of the whole.
    pub undated: Vec<Undated>,
}

/// Something of which nobody tells when it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undated {
    /// The meeting of an id.
    Meeting(String),
    /// A visit or an office, from its source to its target.
    Tie(EdgeKind, NodeRef, NodeRef),
    /// A commission, group or assembly.
    Body(NodeRef),
}

/// The part of a graph that a scope admits, for whatever has no limits of its own.
///
/// A meeting and a visit must lie in the time, and each of the states have a part in it. An office counts from a year before it is
/// first shown to a year after it was last shown, as for paths; terms that lie out of the time are taken out of it. A commission
/// is there while it lived, or where nobody tells when that was, if it has an office or a meeting in the time. Nodes are there
/// that have such a tie, with what they belong to or tie and their states, and the documents that say so.
///
/// # Complexity
/// A few passes over nodes, edges and meetings.
///
/// # Errors
/// [`GraphError`] where the graph is not one that could have been built: never for a graph of this program.
pub fn within(graph: &RelationGraph, scope: &Scope) -> Result<Within, GraphError> {
    let mut part = Part {
        graph,
        acts: Allegiances::new(graph),
        scope,
        undated: Vec::new(),
    };
    let meetings: Vec<&Meeting> = graph.meetings().filter(|m| part.has_meeting(m)).collect();
    let ids: BTreeSet<&str> = meetings.iter().map(|m| m.id.as_str()).collect();
    let mut ties: Vec<(EdgeRef<'_>, Tie)> = Vec::new();
    for at in part.acts.edges().to_vec() {
        let is_sure = scope.is_sure(at.edge.confidence);
        if let Some(tie) = part.tie(&at, &ids).filter(|_| is_sure) {
            ties.push((at, tie));
        }
    }
    let nodes = part.nodes(&ties, &meetings);
    let unknown = ties.iter().filter(|(at, tie)| {
        matches!(tie, Tie::Links) && part.only_belongs(at, tie) && !nodes.contains(&at.source)
    });
    let unknown: BTreeSet<NodeRef> = unknown.map(|(at, _)| at.source).collect();
    part.undated.extend(unknown.into_iter().map(Undated::Body));
    Ok(Within {
        undated: part.undated,
        graph: built(graph, scope, &nodes, ties, &meetings)?,
    })
}

/// A part in the making.
struct Part<'g, 's> {
    graph: &'g RelationGraph,
    acts: Allegiances<'g>,
    scope: &'s Scope,
    undated: Vec<Undated>,
}

impl Part<'_, '_> {
    fn has_states(&self, states: &BTreeSet<StateCode>) -> bool {
        self.scope.states.iter().all(|state| states.contains(state))
    }

    fn has_meeting(&mut self, meeting: &Meeting) -> bool {
        let is_of = self.scope.is_sure(meeting.confidence)
            && (self.scope.states.is_empty() || self.has_states(&self.acts.at(meeting)));
        let undated = meeting.date.is_none();
        let noted = || Undated::Meeting(meeting.id.clone());
        is_of && self.is_in_time(undated, self.scope.admits(meeting.date), noted)
    }

    /// Notes what is left out only because nobody knows its time.
    fn is_in_time(
        &mut self,
        undated: bool,
        admitted: bool,
        noted: impl FnOnce() -> Undated,
    ) -> bool {
        if undated && !admitted {
            self.undated.push(noted());
        }
        admitted
    }

    /// Whether a tie is there for as long as its source is: what belongs to what, and what a commission ties of which nobody
    /// tells when it lived.
    fn only_belongs(&self, at: &EdgeRef<'_>, tie: &Tie) -> bool {
        let always = || days(self.graph, at).contains(&When::Always);
        matches!(tie, Tie::PartOf)
            || (matches!(tie, Tie::Links) && self.scope.has_time() && always())
    }

    /// What is left of an edge, if it is in the part.
    fn tie(&mut self, at: &EdgeRef<'_>, meetings: &BTreeSet<&str>) -> Option<Tie> {
        let of = |node: NodeRef| self.graph.node(node).map(|n| self.acts.of(&n.id));
        let states: BTreeSet<StateCode> = [at.source, at.target]
            .into_iter()
            .filter_map(of)
            .flatten()
            .copied()
            .collect();
        let tie = at.edge.tie.clone();
        let noted = || Undated::Tie(at.edge.kind(), at.source, at.target);
        match &at.edge.tie {
            Tie::Met { meeting, .. } | Tie::Attended { meeting, .. } => {
                return meetings.contains(meeting.as_str()).then_some(tie);
            }
            _ if !self.has_states(&states) => return None,
            Tie::Visited { date, .. } => {
                let admitted = self.scope.admits(*date);
                return self
                    .is_in_time(date.is_none(), admitted, noted)
                    .then_some(tie);
            }
            Tie::Role {
                office,
                title,
                spells,
            } if self.scope.has_time() => {
                let (known, spells) = self.terms(at, spells);
                if self.is_in_time(!known, !spells.is_empty(), noted) {
                    return Some(Tie::Role {
                        office: *office,
                        title: title.clone(),
                        spells,
                    });
                }
                return None;
            }
            Tie::Links if self.scope.has_time() => {
                let lived = days(self.graph, at);
                return lived.iter().any(|w| self.admits(*w)).then_some(tie);
            }
            Tie::Role { .. } | Tie::Links | Tie::PartOf => {}
        }
        Some(tie)
    }

    /// The terms of an office that lie in the time, and whether any of them has one.
    fn terms(&self, at: &EdgeRef<'_>, spells: &[Spell]) -> (bool, Vec<Spell>) {
        let times = days(self.graph, at);
        let known = times.iter().any(|w| *w != When::Unknown);
        let kept = spells.iter().zip(&times);
        let kept = kept.filter(|(_, time)| self.admits(**time));
        (known, kept.map(|(spell, _)| *spell).collect())
    }

    fn admits(&self, when: When) -> bool {
        match when {
            When::Always => true,
            When::Unknown => !self.scope.has_time(),
            When::Days(first, last) => self.scope.admits_span(Some(first), Some(last)),
        }
    }

    /// The nodes that have a tie other than belonging, and all that these belong to.
    fn nodes(&self, ties: &[(EdgeRef<'_>, Tie)], meetings: &[&Meeting]) -> BTreeSet<NodeRef> {
        let mut nodes: BTreeSet<NodeRef> = BTreeSet::new();
        for (at, tie) in ties {
            if !self.only_belongs(at, tie) {
                nodes.extend([at.source, at.target]);
            }
        }
        for meeting in meetings {
            let named = meeting
                .participants
                .iter()
                .flat_map(|p| [&p.person, &p.body]);
            let ids = meeting.sides.iter().flatten().chain(&meeting.body);
            nodes.extend(ids.chain(named).filter_map(|id| self.graph.find(id)));
        }
        let mut parents: BTreeMap<NodeRef, Vec<NodeRef>> = BTreeMap::new();
        for (at, _) in ties.iter().filter(|(at, tie)| self.only_belongs(at, tie)) {
            parents.entry(at.source).or_default().push(at.target);
        }
        let mut new: Vec<NodeRef> = nodes.iter().copied().collect();
        while let Some(node) = new.pop() {
            let state = self.graph.node(node).and_then(|n| n.state);
            let state = state.and_then(|code| self.graph.find(&format!("state/{code}")));
            let above = parents.get(&node).into_iter().flatten().copied();
            new.extend(above.chain(state).filter(|parent| nodes.insert(*parent)));
        }
        nodes
    }
}

fn built(
    graph: &RelationGraph,
    scope: &Scope,
    nodes: &BTreeSet<NodeRef>,
    ties: Vec<(EdgeRef<'_>, Tie)>,
    meetings: &[&Meeting],
) -> Result<RelationGraph, GraphError> {
    let mut part = RelationGraph::new();
    let mut documents: BTreeSet<&str> = BTreeSet::new();
    let mut places: BTreeMap<NodeRef, NodeRef> = BTreeMap::new();
    for (at, node) in graph.nodes().filter(|(at, _)| nodes.contains(at)) {
        let life = node.life.iter().filter(|record| {
            let first = record.date.map(crate::text::PartialDate::first_day);
            scope.admits_span(first, None)
        });
        let life: Vec<_> = life.collect();
        documents.extend(life.iter().flat_map(|r| cited(&r.evidence)));
        let node = Node {
            life: life.into_iter().cloned().collect(),
            ..node.clone()
        };
        places.insert(at, part.add_node(node)?);
    }
    for (at, tie) in ties {
        if let Some((source, target)) = places.get(&at.source).zip(places.get(&at.target)) {
            documents.extend(cited(&at.edge.evidence));
            let edge = crate::graph::Edge {
                tie,
                ..at.edge.clone()
            };
            part.add_edge(*source, *target, edge)?;
        }
    }
    for meeting in meetings {
        let outcomes = meeting.outcomes.iter().flat_map(|o| cited(&o.evidence));
        let differences = meeting.differences.iter().flat_map(|d| &d.documents);
        documents.extend(cited(&meeting.evidence).chain(outcomes));
        documents.extend(differences.map(String::as_str));
        part.put_meeting((*meeting).clone());
    }
    for document in documents {
        graph
            .document(document)
            .into_iter()
            .for_each(|d| part.put_document(d.clone()));
    }
    Ok(part)
}

/// The documents that evidence names.
fn cited(evidence: &[Evidence]) -> impl Iterator<Item = &str> {
    evidence.iter().filter_map(|piece| match piece {
        Evidence::Words { document, .. } => Some(document.as_str()),
        Evidence::Table { .. } | Evidence::Judgement { .. } => None,
    })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at a missing node")]
mod tests {
    use super::*;
    use crate::query::fixture::two_chambers;
    use crate::text::PartialDate;

    fn part(from: &str, to: &str, states: &[&str]) -> Within {
        let scope = Scope {
            from: PartialDate::parse(from),
            to: PartialDate::parse(to),
            states: states.iter().filter_map(|s| StateCode::parse(s)).collect(),
            ..Scope::default()
        };
        within(&two_chambers(), &scope).unwrap()
    }

    #[test]
    fn everything_is_within_no_limits_but_for_what_has_no_tie() {
        let (whole, part) = (two_chambers(), part("", "", &[]));
        assert_eq!(part.graph.edge_count(), whole.edge_count());
        assert_eq!(part.graph.meetings().count(), whole.meetings().count());
        assert_eq!(part.undated, []);
    }

    #[test]
    fn nothing_of_another_time_or_of_other_states_is_within() {
        let past = part("", "1990", &[]);
        assert_eq!(past.graph.meetings().count(), 0);
        let strange = part("", "", &["XC"]);
        assert_eq!(strange.graph.meetings().count(), 0);
        let of_both = part("", "", &["XA", "XB"]).graph;
        assert!(of_both.meetings().count() > 0);
        let of_one = part("", "", &["XA"]).graph;
        assert!(of_one.edge_count() > of_both.edge_count());
    }

    #[test]
    fn every_edge_of_a_part_is_one_of_the_whole_and_a_longer_time_has_more() {
        let whole = two_chambers();
        let years = ["2029", "2030", "2031", "2032", "2033"];
        let mut before = 0;
        for to in years {
            let part = part("2029", to, &[]).graph;
            for at in part.edges() {
                let id = |n| part.node(n).map(|n| n.id.clone()).unwrap();
                let source = whole.find(&id(at.source)).unwrap();
                let target = whole.find(&id(at.target)).unwrap();
                let same = |e: &EdgeRef<'_>| e.target == target && e.edge.shares_key_with(at.edge);
                assert!(whole.edges_at(source).iter().any(same));
            }
            assert!(part.edge_count() >= before);
            before = part.edge_count();
        }
        assert!(before > 0);
    }
}
