//! What is new: what documents of a day and later say that none before did.

use serde::Serialize;

use super::about::LifeAnswer;
use super::allegiance::{Allegiances, all_meetings};
use super::answer::{Brief, EdgeAnswer, Source, Sources};
use super::meeting_list::MeetingRecord;
use super::scope::Scope;
use crate::graph::{EdgeRef, Evidence, NodeRef, RelationGraph, Tie};
use crate::ontology::{EdgeKind, NodeKind, Office};
use crate::text::PartialDate;

/// What is new since a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// Since when.
    pub since: PartialDate,
    /// How many documents are of that day or later.
    pub documents: usize,
    /// How many documents have no date, so that nothing that they say counts as new.
    pub undated_documents: usize,
    /// People, bodies and states of which no earlier document speaks, by id.
    pub nodes: Vec<Brief>,
    /// Offices that no earlier document shows, with those who were seen in them before; by body, then person.
    pub offices: Vec<OfficeChange>,
    /// Offices of which it became known that they are over.
    pub offices_over: Vec<EdgeAnswer>,
    /// Meetings, the latest first.
    pub meetings: Vec<MeetingRecord>,
    /// Visits, the latest first.
    pub visits: Vec<EdgeAnswer>,
    /// What happened to bodies.
    pub lives: Vec<LifeChange>,
    /// Ties of commissions and assemblies.
    pub ties: Vec<EdgeAnswer>,
    /// The documents that say so.
    pub sources: Vec<Source>,
}

impl Changes {
    /// Whether nothing is new.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.nodes.is_empty()
            && self.offices.is_empty()
            && self.offices_over.is_empty()
            && self.meetings.is_empty()
            && self.visits.is_empty()
            && self.lives.is_empty()
            && self.ties.is_empty()
    }
}

/// A new holder of an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OfficeChange {
    /// The office and its holder.
    pub office: EdgeAnswer,
    /// Who was seen in the same office of the same body before; only where one person at a time holds it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<Brief>,
}

/// Something that happened to a body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LifeChange {
    /// The body.
    pub body: Brief,
    /// What happened.
    pub life: LifeAnswer,
}

/// What documents of a day and later say and no earlier one does. What rests on a document without a date counts as
/// known before, since nobody can tell. `scope` says for which states and how sure; its time is not looked at.
///
/// # Complexity
/// One pass over nodes, edges and meetings with their evidence.
#[must_use]
pub fn changes(graph: &RelationGraph, since: PartialDate, scope: &Scope) -> Changes {
    let acts = Allegiances::new(graph);
    let mut finder = Finder {
        graph,
        acts: &acts,
        since,
        scope,
        sources: Sources::default(),
    };
    let dated = |d: &&crate::graph::Document| d.record.date.is_some();
    let recent = graph
        .documents()
        .filter(|d| d.record.date >= Some(since.first_day()));
    Changes {
        since,
        documents: recent.count(),
        undated_documents: graph.documents().filter(|d| !dated(d)).count(),
        nodes: finder.nodes(),
        offices: finder.offices(),
        offices_over: finder.offices_over(),
        meetings: finder.meetings(),
        visits: finder.latest(EdgeKind::Visited),
        lives: finder.lives(),
        ties: finder.latest(EdgeKind::Links),
        sources: finder.sources.into_list(),
    }
}

struct Finder<'q, 'g> {
    graph: &'g RelationGraph,
    acts: &'q Allegiances<'g>,
    since: PartialDate,
    scope: &'q Scope,
    sources: Sources,
}

impl<'g> Finder<'_, 'g> {
    /// Whether all that says so is of the day or later.
    fn is_new(&self, evidence: &[Evidence]) -> bool {
        let mut words = evidence.iter().filter_map(|e| match e {
            Evidence::Words { document, .. } => Some(document),
            Evidence::Table { .. } | Evidence::Judgement { .. } => None,
        });
        let date = |id: &String| self.graph.document(id).and_then(|d| d.record.date);
        let is_new = |id: &String| date(id).is_some_and(|d| d >= self.since.first_day());
        words.next().is_some_and(is_new) && words.all(is_new)
    }

    /// Whether an edge has a part for the states that are asked for.
    fn concerns(&self, at: &EdgeRef<'_>) -> bool {
        let id = |n: NodeRef| self.graph.node(n).map_or("", |n| n.id.as_str());
        let (source, target) = (self.acts.of(id(at.source)), self.acts.of(id(at.target)));
        let wanted = &self.scope.states;
        wanted
            .iter()
            .all(|s| source.contains(s) || target.contains(s))
    }

    fn edges(&self, kind: EdgeKind) -> Vec<EdgeRef<'g>> {
        let fits = |e: &&EdgeRef<'g>| {
            e.edge.kind() == kind && self.scope.is_sure(e.edge.confidence) && self.concerns(e)
        };
        self.acts.edges().iter().filter(fits).copied().collect()
    }

    fn tell(&mut self, at: EdgeRef<'g>) -> EdgeAnswer {
        EdgeAnswer::of(self.graph, at, &mut self.sources)
    }

    /// New edges of a kind, the latest first.
    fn latest(&mut self, kind: EdgeKind) -> Vec<EdgeAnswer> {
        let edges = self.edges(kind).into_iter();
        let mut new: Vec<EdgeRef<'g>> = edges.filter(|e| self.is_new(&e.edge.evidence)).collect();
        new.sort_by_key(|e| std::cmp::Reverse(e.edge.date()));
        new.into_iter().map(|e| self.tell(e)).collect()
    }

    /// Nodes all of whose edges that rest on words are new.
    fn nodes(&self) -> Vec<Brief> {
        let is_new = |node: NodeRef| {
            let edges = self.graph.edges_at(node);
            let told = edges.iter().map(|e| &e.edge.evidence);
            let told: Vec<&Evidence> = told
                .flatten()
                .filter(|e| matches!(e, Evidence::Words { .. }))
                .collect();
            !told.is_empty() && told.iter().all(|e| self.is_new(std::slice::from_ref(e)))
        };
        let wanted = &self.scope.states;
        let concerns = |id: &str| wanted.iter().all(|s| self.acts.of(id).contains(s));
        self.graph
            .nodes()
            .filter(|(handle, node)| concerns(&node.id) && is_new(*handle))
            .map(|(handle, _)| Brief::of(self.graph, handle))
            .collect()
    }

    fn offices(&mut self) -> Vec<OfficeChange> {
        let mut new: Vec<EdgeRef<'g>> = self.edges(EdgeKind::Role);
        new.retain(|e| self.is_new(&e.edge.evidence));
        let id = |n: NodeRef| self.graph.node(n).map_or("", |n| n.id.as_str());
        new.sort_by_key(|e| (id(e.target), id(e.source), e.edge.key()));
        new.into_iter()
            .map(|at| OfficeChange {
                before: self.before(&at),
                office: self.tell(at),
            })
            .collect()
    }

    /// Who held the one office of a body before somebody else did.
    fn before(&self, new: &EdgeRef<'g>) -> Vec<Brief> {
        let Tie::Role { office, .. } = new.edge.tie else {
            return Vec::new();
        };
        let target = self.graph.node(new.target).map(|n| n.kind);
        let single = match office {
            Office::Speaker
            | Office::SecretaryGeneral
            | Office::HeadOfState
            | Office::HeadOfGovernment => true,
            // A commission between two sides has a chair of each.
            Office::Chair => target == Some(NodeKind::Assembly),
            _ => false,
        };
        let same = |e: &EdgeRef<'g>| {
            matches!(e.edge.tie, Tie::Role { office: other, .. } if other == office)
                && e.target == new.target
                && e.source != new.source
                && !self.is_new(&e.edge.evidence)
        };
        let edges = self.graph.edges_at(new.target).into_iter();
        let mut before: Vec<EdgeRef<'g>> = edges.filter(|e| single && same(e)).collect();
        before.sort_by_key(|e| std::cmp::Reverse(e.edge.date()));
        let last = before.first().map(|e| Brief::of(self.graph, e.source));
        last.into_iter().collect()
    }

    fn offices_over(&mut self) -> Vec<EdgeAnswer> {
        let since = self.since.first_day();
        let over = |e: &EdgeRef<'g>| match &e.edge.tie {
            Tie::Role { spells, .. } => spells
                .iter()
                .any(|s| s.not_after.is_some_and(|end| end >= since)),
            _ => false,
        };
        let edges: Vec<EdgeRef<'g>> = self.edges(EdgeKind::Role);
        let edges = edges.into_iter().filter(|e| over(e));
        edges.map(|e| self.tell(e)).collect()
    }

    fn meetings(&mut self) -> Vec<MeetingRecord> {
        let mut new: Vec<_> = all_meetings(self.graph)
            .into_iter()
            .filter(|m| {
                let states = self.acts.at(m);
                self.scope.is_sure(m.confidence)
                    && self.is_new(&m.evidence)
                    && self.scope.states.iter().all(|s| states.contains(s))
            })
            .collect();
        new.sort_by_key(|m| std::cmp::Reverse(m.date));
        new.iter()
            .map(|m| MeetingRecord::of(self.graph, m, &mut self.sources))
            .collect()
    }

    fn lives(&mut self) -> Vec<LifeChange> {
        let graph = self.graph;
        let mut lives = Vec::new();
        for (handle, node) in graph.nodes() {
            let states = self.acts.of(&node.id);
            if !self.scope.states.iter().all(|s| states.contains(s)) {
                continue;
            }
            for life in &node.life {
                if !self.is_new(&life.evidence) {
                    continue;
                }
                lives.push(LifeChange {
                    body: Brief::of(graph, handle),
                    life: LifeAnswer {
                        date: life.date,
                        event: life.event,
                        evidence: self.sources.proofs(graph, &life.evidence),
                    },
                });
            }
        }
        lives
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at a missing date")]
mod tests {
    use super::*;
    use crate::query::fixture;

    fn new_since(graph: &RelationGraph, day: &str) -> Changes {
        changes(graph, PartialDate::parse(day).unwrap(), &Scope::default())
    }

    #[test]
    fn everything_is_new_on_the_day_of_the_first_document_and_nothing_after_the_last() {
        let graph = fixture::two_chambers();
        let all = new_since(&graph, "2031-03-05");
        assert_eq!(
            (all.documents, all.meetings.len(), all.offices.len()),
            (1, 3, 6)
        );
        assert_eq!(
            (all.visits.len(), all.lives.len(), all.ties.len()),
            (1, 1, 2)
        );
        assert!(all.nodes.iter().any(|n| n.id == "person/bo-kim"));
        assert!(
            !all.nodes.iter().any(|n| n.id == "state/XC"),
            "nobody speaks of it"
        );
        assert!(new_since(&graph, "2031-03-06").is_empty());
    }

    #[test]
    fn a_new_speaker_is_told_with_the_one_before() {
        let mut graph = fixture::two_chambers();
        fixture::put_later_speaker(&mut graph, "person/bo-kim", "xa/house");
        let new = new_since(&graph, "2031-06");
        let [change] = new.offices.as_slice() else {
            unreachable!("one office is new")
        };
        assert_eq!(change.office.source.id, "person/bo-kim");
        let before: Vec<&str> = change.before.iter().map(|b| b.id.as_str()).collect();
        assert_eq!(before, ["person/aru-bekova"]);
        assert!(new.nodes.is_empty(), "he was known as a member");
    }
}
