//! Everything that the graph says of one node.

use std::cmp::Reverse;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::answer::{Brief, EdgeAnswer, Proof, Source, Sources, Term};
use super::meetings::{MeetingAnswer, meetings};
use crate::claim::Confidence;
use crate::graph::{EdgeRef, Meeting, Node, NodeRef, RelationGraph, Tie};
use crate::ontology::{BodyForm, EdgeKind, LifeEvent, NodeKind, Office, StateCode};
use crate::text::PartialDate;

/// A node with all that is known of it. Lists that do not apply to its kind are empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The node.
    pub node: Brief,
    /// Its other names, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Which sort of commission it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<BodyForm>,
    /// The code, for a state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<StateCode>,
    /// The Wikidata id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wikidata: Option<String>,
    /// The names that the body bore at a time, the earliest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<NameAnswer>,
    /// What happened to the body, by date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub life: Vec<LifeAnswer>,
    /// The offices that the person holds or held, the last seen first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offices: Vec<HeldOffice>,
    /// Who holds or held offices in the body or for the state, in the order of the offices, then the last seen first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<HeldOffice>,
    /// Talks and calls of the person, the latest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meetings: Vec<MeetingAnswer>,
    /// Sessions and conferences that the person attended, or that the body held, the latest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sessions: Vec<MeetingAnswer>,
    /// The person's visits, or the visits to the state, the latest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub visits: Vec<EdgeAnswer>,
    /// What the body belongs to and what belongs to it, what it ties and what ties it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ties: Vec<EdgeAnswer>,
    /// The people who act for the state, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Brief>,
    /// The documents that say so.
    pub sources: Vec<Source>,
}

/// An office with the other end of its edge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldOffice {
    /// The body or state, or, among the members of a body, the person.
    pub other: Brief,
    /// The class.
    pub office: Office,
    /// The title as written.
    pub title: String,
    /// When, one entry a term.
    pub spells: Vec<Term>,
    /// How sure it is.
    pub confidence: Confidence,
    /// The words that say so.
    pub evidence: Vec<Proof>,
}

/// A name that a body bore at a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameAnswer {
    /// The name.
    pub name: String,
    /// Since when, as far as known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<PartialDate>,
    /// Until when, as far as known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<PartialDate>,
}

impl NameAnswer {
    /// The names of a body that are told for it, of a time or for now.
    fn all(node: &Node) -> Vec<Self> {
        let names = node.names.iter().map(|known| Self {
            name: known.name.clone(),
            from: known.from,
            until: known.until,
        });
        names.collect()
    }

    /// The name of a body on a day, where the tables know it and it is not the usual one.
    pub(super) fn on(node: &Node, day: Date) -> Option<String> {
        let mut names = node.names.iter().filter(|known| {
            let begun = known.from.is_none_or(|from| from.first_day() <= day);
            begun && known.until.is_none_or(|until| day <= until.last_day())
        });
        // The name that a body takes on a day stands before the one that it leaves.
        let then = names.next_back()?;
        (then.name != node.name).then(|| then.name.clone())
    }
}

/// What happened to a body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LifeAnswer {
    /// When, as far as known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// What.
    pub event: LifeEvent,
    /// The words that say so.
    pub evidence: Vec<Proof>,
}

/// Everything that the graph says of a node; `None` for a handle of another graph.
///
/// # Complexity
/// The edges of the node with a sort of them, and one pass over all meetings.
///
/// # Example
/// ```
/// use interparl::graph::RelationGraph;
/// use interparl::query::about;
///
/// # fn example(graph: &RelationGraph) -> Option<()> {
/// let speaker = graph.find("person/aru-bekova")?;
/// for office in about(graph, speaker)?.offices {
///     assert!(!office.title.is_empty());
/// }
/// # Some(()) }
/// ```
#[must_use]
pub fn about(graph: &RelationGraph, node_ref: NodeRef) -> Option<About> {
    let node = graph.node(node_ref)?;
    let its_people = graph
        .nodes()
        .filter(|(_, n)| node.kind == NodeKind::State && n.kind.is_person() && n.state == node.code)
        .map(|(n, _)| n);
    about_with(graph, node_ref, graph.meetings(), its_people)
}

/// The same where it is known among which meetings are those of the node, by id, and, for a state, who its people are, by id.
pub(super) fn about_with<'g>(
    graph: &'g RelationGraph,
    node_ref: NodeRef,
    among: impl Iterator<Item = &'g Meeting>,
    its_people: impl Iterator<Item = NodeRef>,
) -> Option<About> {
    let node = graph.node(node_ref)?;
    let mut sources = Sources::default();
    let edges = graph.edges_at(node_ref);
    let life = node.life.iter().map(|l| LifeAnswer {
        date: l.date,
        event: l.event,
        evidence: sources.proofs(graph, &l.evidence),
    });
    let life = life.collect();
    let (offices, members) = offices(graph, node_ref, &edges, &mut sources);
    let (meetings, sessions) = meetings(graph, &node.id, among, &mut sources);
    let mut visits = edge_answers(graph, &edges, &[EdgeKind::Visited], &mut sources);
    visits.sort_by_key(|visit| Reverse(visit.date));
    let ties = [EdgeKind::PartOf, EdgeKind::Links];
    let ties = edge_answers(graph, &edges, &ties, &mut sources);
    Some(About {
        node: Brief::of(graph, node_ref),
        aliases: node.aliases.iter().cloned().collect(),
        form: node.form,
        code: node.code,
        wikidata: node.wikidata.clone(),
        names: NameAnswer::all(node),
        life,
        offices,
        members,
        meetings,
        sessions,
        visits,
        ties,
        people: its_people.map(|n| Brief::of(graph, n)).collect(),
        sources: sources.into_list(),
    })
}

/// The offices that the node holds, and those that are held in it.
fn offices(
    graph: &RelationGraph,
    node: NodeRef,
    edges: &[EdgeRef<'_>],
    sources: &mut Sources,
) -> (Vec<HeldOffice>, Vec<HeldOffice>) {
    let (mut held, mut members) = (Vec::new(), Vec::new());
    for edge in edges {
        let Tie::Role {
            office,
            title,
            spells,
        } = &edge.edge.tie
        else {
            continue;
        };
        let (list, other) = if edge.source == node {
            (&mut held, edge.target)
        } else {
            (&mut members, edge.source)
        };
        list.push(HeldOffice {
            other: Brief::of(graph, other),
            office: *office,
            title: title.clone(),
            spells: spells.iter().map(Term::from).collect(),
            confidence: edge.edge.confidence,
            evidence: sources.proofs(graph, &edge.edge.evidence),
        });
    }
    let last_seen = |o: &HeldOffice| Reverse(o.spells.iter().filter_map(|s| s.last_seen).max());
    held.sort_by_key(last_seen);
    members.sort_by_key(|o| (o.office, last_seen(o)));
    (held, members)
}

fn edge_answers(
    graph: &RelationGraph,
    edges: &[EdgeRef<'_>],
    kinds: &[EdgeKind],
    sources: &mut Sources,
) -> Vec<EdgeAnswer> {
    edges
        .iter()
        .filter(|e| kinds.contains(&e.edge.kind()))
        .map(|e| EdgeAnswer::of(graph, *e, sources))
        .collect()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at a missing node")]
mod tests {
    use super::*;
    use crate::query::fixture;

    fn told(id: &str) -> About {
        let graph = fixture::two_chambers();
        about(&graph, graph.find(id).unwrap()).unwrap()
    }

    #[test]
    fn a_person_has_offices_meetings_and_companions() {
        let kim = told("person/ana-kim");
        assert_eq!(
            (kim.offices.len(), kim.meetings.len(), kim.sessions.len()),
            (2, 2, 1)
        );
        let talks = kim.meetings.last().unwrap();
        assert_eq!(talks.with.first().unwrap().name, "Milo Drast");
        assert_eq!(talks.together_with.first().unwrap().name, "Aru Bekova");
        assert_eq!(talks.outcomes.len(), 1);
        assert_eq!(kim.sources.len(), 1);
    }

    #[test]
    fn a_body_has_members_sessions_ties_and_a_life_and_a_state_its_people() {
        let joint = told("commission/joint");
        assert_eq!(
            (joint.members.len(), joint.sessions.len(), joint.ties.len()),
            (2, 1, 2)
        );
        assert_eq!(joint.life.len(), 1);
        let state = told("state/XA");
        assert_eq!(
            (state.people.len(), state.visits.len(), state.ties.len()),
            (3, 1, 2)
        );
    }
}
