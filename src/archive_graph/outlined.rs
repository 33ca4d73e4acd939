//! The excerpt of a node of which there is much to tell, from stored rows: of all its edges and meetings no more is read than what
//! decides which of them are told first, and only these are read as a whole.

use std::collections::BTreeSet;

use jiff::civil::Date;
use rayon::prelude::*;
use serde::Deserialize;

use super::part::Part;
use super::pointers::{
    DifferencePointers, EvidencePointer, EvidencePointers, NodePointers, pointers,
};
use super::{GraphError, of_rows};
use crate::archive::{Archive, EdgeId};
use crate::ontology::{EdgeKind, MeetingKind, Office};
use crate::query::{EXCERPT, EdgeOutline, Excerpt, MeetingOutline, Outline, about};
use crate::text::PartialDate;

/// The people who act for a state.
#[derive(Debug, Clone, Default)]
pub(super) struct People {
    count: usize,
    /// The ids of the first.
    first: Vec<String>,
}

impl People {
    /// Takes somebody behind those of lesser ids.
    pub(super) fn put(&mut self, id: &str) {
        self.count += 1;
        if self.count <= EXCERPT {
            self.first.push(id.to_owned());
        }
    }

    /// How many they are.
    pub(super) const fn count(&self) -> usize {
        self.count
    }
}

/// What is to be kept of a node for which some people act, from rows beside which nothing is kept yet; `None` where there is no such
/// node. `lean` has the rows without mentions of the nodes that have many, by id.
pub(super) fn excerpt_of(
    archive: &Archive,
    lean: &[(String, String)],
    (id, people): (&String, &People),
) -> Result<Option<Excerpt>, GraphError> {
    let mut part = Part::of_rows_alone(archive, lean);
    let nodes = part.nodes([id])?;
    let Some(json) = nodes.get(id) else {
        return Ok(None);
    };
    let node: NodePointers = pointers(json)?;
    let mut outline = Outline::of_life(documents(node.life.into_iter().flat_map(|l| l.evidence)));
    part.rows.nodes.extend(nodes);
    let edges: Vec<(EdgeId, String)> = archive.graph_edges_at(id)?.into_iter().collect();
    let outlines = edges.par_iter().map(|edge| edge_outline(id, edge));
    let outlines: Vec<Result<EdgeOutline, GraphError>> = outlines.collect();
    for edge in outlines {
        outline.put_edge(edge?);
    }
    let meetings = archive.graph_meetings_with(id)?;
    let meetings: Vec<(String, String)> = archive.graph_meetings(&meetings)?.into_iter().collect();
    let outlines = meetings.par_iter().map(|(_, json)| meeting_outline(json));
    let outlines: Vec<Result<MeetingOutline, GraphError>> = outlines.collect();
    for meeting in outlines {
        outline.put_meeting(meeting?);
    }
    let chosen = outline.choose(people.count);
    let first = part.nodes(&people.first)?;
    part.rows.nodes.extend(first);
    part.rows.edges.extend(those(edges, &chosen.edges));
    part.rows.meetings.extend(those(meetings, &chosen.meetings));
    part.complete()?;
    let graph = of_rows(&part.rows)?;
    let told = graph.find(id).and_then(|node| about(&graph, node));
    Ok(told.map(|told| chosen.excerpt(told)))
}

/// Of some rows those at some places, which are sorted.
fn those<T>(rows: Vec<T>, places: &[usize]) -> impl Iterator<Item = T> {
    let rows = rows.into_iter().enumerate();
    let chosen = rows.filter(move |(place, _)| places.binary_search(place).is_ok());
    chosen.map(|(_, row)| row)
}

fn documents(evidence: impl IntoIterator<Item = EvidencePointer>) -> Vec<String> {
    let documents = evidence.into_iter().filter_map(|piece| piece.document);
    documents.collect()
}

/// An edge as far as it decides what is told first.
#[derive(Deserialize)]
struct Edge {
    kind: EdgeKind,
    role: Option<Office>,
    #[serde(default)]
    spells: Vec<Spell>,
    date: Option<PartialDate>,
    #[serde(default)]
    evidence: Vec<EvidencePointer>,
}

#[derive(Deserialize)]
struct Spell {
    last_seen: Option<Date>,
}

fn edge_outline(
    node: &str,
    ((source, ..), json): &(EdgeId, String),
) -> Result<EdgeOutline, GraphError> {
    let edge: Edge = pointers(json)?;
    Ok(EdgeOutline {
        kind: edge.kind,
        is_own: source == node,
        office: edge.role,
        last_seen: edge.spells.iter().filter_map(|spell| spell.last_seen).max(),
        date: edge.date,
        documents: documents(edge.evidence),
    })
}

/// A meeting as far as it decides what is told first.
#[derive(Deserialize)]
struct Met {
    kind: MeetingKind,
    date: Option<PartialDate>,
    #[serde(default)]
    outcomes: Vec<EvidencePointers>,
    #[serde(default)]
    evidence: Vec<EvidencePointer>,
    #[serde(default)]
    differences: Vec<DifferencePointers>,
}

fn meeting_outline(json: &str) -> Result<MeetingOutline, GraphError> {
    let met: Met = pointers(json)?;
    let outcomes = met
        .outcomes
        .into_iter()
        .flat_map(|outcome| outcome.evidence);
    let mut all = documents(outcomes.chain(met.evidence));
    for difference in met.differences {
        // They are cited in the order of their ids.
        let of: BTreeSet<String> = difference.documents.into_iter().collect();
        all.extend(of);
    }
    Ok(MeetingOutline {
        kind: met.kind,
        date: met.date,
        documents: all,
    })
}

#[cfg(test)]
#[expect(
    clippy::unwrap_used,
    reason = "a test may stop at a graph that cannot be read"
)]
mod tests {
    use std::time::Duration;

    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::super::keep;
    use super::*;
    use crate::export::json;
    use crate::graph::RelationGraph;

    /// What chance decides of an edge or a meeting: who, when, which of the documents, and of which sort it is.
    type Drawn = (usize, Option<u8>, Vec<usize>, usize);

    /// More entries in each list than an excerpt has.
    fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
        let documents = prop::collection::vec(0_usize..40, 0..4);
        let one = (
            0_usize..30,
            prop::option::of(1_u8..29),
            documents,
            0_usize..12,
        );
        prop::collection::vec(one, 0..160)
    }

    fn person(number: usize) -> String {
        format!("person/p{:02}", number % 30)
    }

    /// Reasons of all sorts; words of the documents are among them.
    fn evidence(documents: &[usize]) -> Value {
        let words = documents.iter().map(|number| {
            json!({ "document": format!("d{number:02}"), "start": 0, "end": 3, "quote": "yes", "rule": "a-rule" })
        });
        let others = [
            json!({ "type": "table", "table": "chambers", "row": "lv/saeima" }),
            json!({ "type": "judgement", "judgement": "00", "source": "a letter" }),
        ];
        words.chain(others).collect()
    }

    fn day(of: Option<u8>) -> Option<String> {
        of.map(|day| format!("2031-03-{day:02}"))
    }

    fn meeting(number: usize, (who, when, documents, sort): &Drawn) -> Value {
        let kinds = ["bilateral", "call", "session", "conference"];
        let (one, other) = (person(*who), person(who + 1 + sort));
        let told = documents.iter().map(|number| format!("d{:02}", number / 2));
        json!({
            "id": format!("meeting/{number:03}"), "kind": kinds.get(number % 4), "status": "held", "date": day(*when),
            "body": (sort % 3 == 0).then_some("lv/saeima"), "sides": [[one], [other]],
            "participants": [{ "person": one, "capacity": "member", "body": "lv/saeima" }],
            "outcomes": [{ "kind": "decision", "evidence": evidence(documents) }],
            "differences": [{ "detail": "place", "value": "Riga", "documents": told.collect::<BTreeSet<_>>() }],
            "confidence": 0.9, "evidence": evidence(documents.get(1..).unwrap_or_default()),
        })
    }

    fn edge((who, when, documents, sort): &Drawn) -> Value {
        let (source, target) = (
            person(*who),
            if sort % 2 == 0 {
                "lv/saeima"
            } else {
                "state/LV"
            },
        );
        let (confidence, evidence) = (0.9, evidence(documents));
        match sort {
            0..7 => {
                let offices = ["speaker", "member", "minister"];
                let office = offices.get(sort % 3);
                let spell = json!({ "not_before": null, "first_seen": null, "last_seen": day(*when), "not_after": null });
                json!({ "source": source, "target": target, "key": format!("role:{}", office.unwrap_or(&"")), "kind": "role",
                    "role": office, "title": "x", "spells": [spell], "confidence": confidence, "evidence": evidence })
            }
            7..10 => {
                json!({ "source": source, "target": "state/LV", "key": format!("visited:{}", day(*when).unwrap_or_else(|| "unknown".to_owned())), "kind": "visited",
                "date": day(*when), "planned": false, "confidence": confidence, "evidence": evidence })
            }
            _ => {
                json!({ "source": format!("commission/{who}"), "target": "lv/saeima", "key": "links", "kind": "links",
                "confidence": confidence, "evidence": evidence })
            }
        }
    }

    /// A graph of a house, a state, commissions and people, in which much is told of all of them.
    fn graph(edges: &[Drawn], meetings: &[Drawn]) -> RelationGraph {
        let people = (0..30).map(|number| {
            json!({ "id": person(number), "kind": "legislator", "name": format!("Anna No {number}"),
                "state": if number % 4 == 0 { "EE" } else { "LV" } })
        });
        let commissions = (0..30).map(
            |number| json!({ "id": format!("commission/{number}"), "kind": "commission", "name": format!("Joint {number}") }),
        );
        let life = json!([{ "event": "founded", "date": "1922", "evidence": evidence(&[7, 3]) }]);
        let bodies = [
            json!({ "id": "lv/saeima", "kind": "chamber", "name": "Saeima", "state": "LV", "life": life }),
            json!({ "id": "state/LV", "kind": "state", "name": "Latvia", "code": "LV" }),
            json!({ "id": "state/EE", "kind": "state", "name": "Estonia", "code": "EE" }),
        ];
        let documents = (0..40).map(
            |number| json!({ "id": format!("d{number:02}"), "title": format!("No {number}"), "sha256": "00", "date": "2031-03-04" }),
        );
        let mut by_key = std::collections::BTreeMap::new();
        for drawn in edges {
            let edge = edge(drawn);
            let key =
                ["source", "target", "key"].map(|field| edge.get(field).map(Value::to_string));
            by_key.insert(key, edge);
        }
        let meetings = meetings
            .iter()
            .enumerate()
            .map(|(number, drawn)| meeting(number, drawn));
        let whole = json!({
            "directed": true, "multigraph": true,
            "graph": { "schema": 1, "documents": documents.collect::<Value>(), "meetings": meetings.collect::<Value>() },
            "nodes": people.chain(commissions).chain(bodies).collect::<Value>(),
            "edges": by_key.into_values().collect::<Value>(),
        });
        json::read(whole.to_string().as_bytes()).unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn an_excerpt_from_rows_is_the_beginning_of_all_that_the_graph_knows(edges in drawn(), meetings in drawn()) {
            let graph = graph(&edges, &meetings);
            let folder = tempfile::tempdir()?;
            let mut archive = Archive::add_to(&folder.path().join("a.db"), Duration::from_secs(1))?;
            let generation = archive.generation()?;
            keep(&mut archive, generation, &graph)?;
            let nobody = People::default();
            for (at, node) in graph.nodes() {
                let expected = about(&graph, at).map(Excerpt::of);
                let mut people = nobody.clone();
                for (_, person) in graph.nodes() {
                    if node.code.is_some() && person.kind.is_person() && person.state == node.code {
                        people.put(&person.id);
                    }
                }
                prop_assert_eq!(excerpt_of(&archive, &[], (&node.id, &people))?, expected, "{}", &node.id);
            }
            prop_assert_eq!(excerpt_of(&archive, &[], (&"person/nobody".to_owned(), &nobody))?, None);
        }
    }
}
