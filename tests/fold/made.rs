//! Made-up readings, and the graph that comes of them, always checked against the schemas.

use std::sync::LazyLock;

use interparl::claim::{
    Assertion, Claim, Confidence, Entity, Form, Reading, Why, Words, write_line,
};
use interparl::document::DocumentRecord;
use interparl::export::{ExportOptions, json};
use interparl::graph::{Edge, RelationGraph, fold};
use interparl::ontology::{MeetingKind, MeetingStatus, NodeKind, Office, StateCode};
use interparl::text::PartialDate;
use jsonschema::Validator;
use serde_json::Value;

static GRAPH: LazyLock<Result<Validator, String>> =
    LazyLock::new(|| validator(include_str!("../../schema/graph.schema.json")));
static READING: LazyLock<Result<Validator, String>> =
    LazyLock::new(|| validator(include_str!("../../schema/reading.schema.json")));

fn validator(schema: &str) -> Result<Validator, String> {
    let schema = serde_json::from_str(schema).map_err(|e| e.to_string())?;
    jsonschema::validator_for(&schema).map_err(|e| e.to_string())
}

fn check(schema: &Result<Validator, String>, bytes: &[u8]) {
    let value: Value = serde_json::from_slice(bytes).unwrap_or_default();
    let faults: Vec<String> = match schema {
        Ok(schema) => schema.iter_errors(&value).map(|e| e.to_string()).collect(),
        Err(error) => vec![error.clone()],
    };
    assert_eq!(faults, Vec::<String>::new());
}

/// The graph's JSON, after a look at the schema.
pub(super) fn bytes_of(graph: &RelationGraph) -> Vec<u8> {
    let mut bytes = Vec::new();
    let written = json::write(graph, ExportOptions::default(), &mut bytes);
    assert!(written.is_ok(), "{written:?}");
    check(&GRAPH, &bytes);
    bytes
}

/// The graph of readings, after a look at the schemas of both.
pub(super) fn graph_of(readings: Vec<Reading>) -> RelationGraph {
    for reading in &readings {
        check(&READING, write_line(reading).unwrap_or_default().as_bytes());
    }
    let graph = fold(readings);
    bytes_of(&graph);
    graph
}

/// The ids of all nodes.
pub(super) fn ids(graph: &RelationGraph) -> Vec<&str> {
    graph.nodes().map(|(_, node)| node.id.as_str()).collect()
}

/// Every edge as `source key target`.
pub(super) fn edges(graph: &RelationGraph) -> Vec<String> {
    let id = |node| graph.node(node).map_or("", |n| n.id.as_str());
    let all = graph.edges();
    let written = all
        .iter()
        .map(|e| format!("{} {} {}", id(e.source), e.edge.key(), id(e.target)));
    written.collect()
}

/// The edge of a key; an empty graph's worth of panic otherwise.
#[expect(clippy::panic, reason = "a test without its edge has failed")]
pub(super) fn edge<'g>(graph: &'g RelationGraph, key: &str) -> &'g Edge {
    let found = graph.edges().into_iter().find(|e| e.edge.key() == key);
    match found {
        Some(found) => found.edge,
        None => panic!("no edge \"{key}\" in {:?}", edges(graph)),
    }
}

/// An article in the making.
#[derive(Debug, Clone)]
pub(super) struct Article(Reading);

/// An article of its own text; the day may be empty.
pub(super) fn article(id: &str, day: &str) -> Article {
    Article(Reading {
        schema: interparl::claim::SCHEMA,
        document: DocumentRecord {
            id: id.to_owned(),
            title: None,
            date: PartialDate::parse(day).and_then(PartialDate::day),
            url: None,
            publisher: None,
            lang: None,
            sha256: format!("hash of {id}"),
            extra: std::collections::BTreeMap::new(),
        },
        entities: Vec::new(),
        claims: Vec::new(),
        findings: Vec::new(),
        sketch: None,
    })
}

impl Article {
    /// The same, with a text that other articles may have too.
    pub(super) fn text(mut self, sha256: &str) -> Self {
        sha256.clone_into(&mut self.0.document.sha256);
        self
    }

    /// Mentions somebody or something; the state and the row may be empty. Entities count from 0.
    pub(super) fn entity(mut self, kind: NodeKind, name: &str, state: &str, row: &str) -> Self {
        let start = self.0.entities.len() * 100;
        self.0.entities.push(Entity {
            kind,
            name: name.to_owned(),
            row: (!row.is_empty()).then(|| row.to_owned()),
            form: None,
            state: StateCode::parse(state),
            forms: vec![Form {
                text: name.to_owned(),
                start,
                end: start + name.chars().count(),
                name: true,
            }],
            keys: Vec::new(),
        });
        self
    }

    /// Mentions a legislator.
    pub(super) fn person(self, name: &str, state: &str) -> Self {
        self.entity(NodeKind::Legislator, name, state, "")
    }

    /// Uses one more form for the last entity.
    pub(super) fn form(mut self, text: &str, name: bool) -> Self {
        if let Some(entity) = self.0.entities.last_mut() {
            entity.forms.push(Form {
                text: text.to_owned(),
                start: 7,
                end: 7 + text.chars().count(),
                name,
            });
        }
        self
    }

    /// Makes a claim with so many hundredths of confidence.
    pub(super) fn claim(mut self, assertion: Assertion, hundredths: u8) -> Self {
        let start = self.0.claims.len() * 10;
        self.0.claims.push(Claim {
            assertion,
            confidence: Confidence::hundredths(hundredths),
            evidence: vec![Why::Words(Words {
                start,
                end: start + 5,
                quote: Some("words".to_owned()),
                rule: "made-up".to_owned(),
            })],
        });
        self
    }

    /// Entity 0 speaks for entity 1.
    pub(super) fn speaker(self, title: &str, former: bool) -> Self {
        let assertion = Assertion::Role {
            person: 0,
            office: Office::Speaker,
            target: 1,
            title: title.to_owned(),
            former,
            term: interparl::claim::Term::default(),
        };
        self.claim(assertion, 90)
    }

    /// People came together.
    pub(super) fn meeting(
        self,
        (kind, status): (MeetingKind, MeetingStatus),
        sides: &[&[usize]],
        body: Option<usize>,
        date: &str,
    ) -> Self {
        let assertion = Assertion::Meeting {
            kind,
            status,
            sides: sides.iter().map(|side| side.to_vec()).collect(),
            capacities: Vec::new(),
            body,
            session: None,
            date: PartialDate::parse(date),
            place: Some("Astana".to_owned()),
            outcomes: Vec::new(),
        };
        self.claim(assertion, 80)
    }

    /// The reading.
    pub(super) fn read(self) -> Reading {
        self.0
    }
}
