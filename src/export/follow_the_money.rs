//! `FollowTheMoney` entities, a JSON object a line, for Aleph and the tools around it.

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;

use super::ExportOptions;
use crate::diagram::clean;
use crate::graph::{EdgeRef, Evidence, Meeting, Node, NodeRef, RelationGraph, Spell, Tie};
use crate::ontology::{EdgeKind, NodeKind};

type Properties = BTreeMap<&'static str, Vec<String>>;

/// An entity.
#[derive(Serialize)]
struct Entity {
    id: String,
    schema: &'static str,
    properties: Properties,
}

/// Writes a graph as `FollowTheMoney` entities: people, bodies and states, a position and its occupancy for each office, an
/// event for each meeting, a trip for each visit, an article for each document.
///
/// # Errors
/// Where the target cannot be written to.
pub fn write(
    graph: &RelationGraph,
    options: ExportOptions,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let writer = Writer { graph, options };
    let mut entities: BTreeMap<String, Entity> = BTreeMap::new();
    let mut put = |entity: Entity| {
        entities.insert(entity.id.clone(), entity);
    };
    for (_, node) in graph.nodes() {
        put(Writer::node(node));
    }
    for at in graph.edges() {
        match &at.edge.tie {
            Tie::Role { .. } => {
                let [position, occupancy] = writer.office(&at);
                put(position);
                put(occupancy);
            }
            Tie::Visited { .. } => put(writer.trip(&at)),
            Tie::PartOf | Tie::Links => put(writer.link(&at)),
            // A meeting says who met whom.
            Tie::Met { .. } | Tie::Attended { .. } => {}
        }
    }
    for meeting in graph.meetings() {
        put(writer.event(meeting));
    }
    for document in graph.documents() {
        put(Writer::article(document));
    }
    for entity in entities.values() {
        serde_json::to_writer(&mut *out, entity)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

struct Writer<'g> {
    graph: &'g RelationGraph,
    options: ExportOptions,
}

impl Writer<'_> {
    fn id(&self, node: NodeRef) -> String {
        let node = self.graph.node(node);
        node.map_or_else(String::new, |n| id(&n.id))
    }

    fn name(&self, node: NodeRef) -> String {
        let node = self.graph.node(node);
        node.map_or_else(String::new, |n| clean(&n.name))
    }

    fn node(node: &Node) -> Entity {
        let mut properties = Properties::new();
        put(&mut properties, "name", [clean(&node.name)]);
        put(
            &mut properties,
            "alias",
            node.aliases.iter().map(|a| clean(a)),
        );
        let state = node.code.or(node.state);
        put(
            &mut properties,
            "country",
            state.map(|c| c.as_str().to_lowercase()),
        );
        let wikidata = node.wikidata.iter().map(|w| clean(w));
        put(&mut properties, "wikidataId", wikidata);
        let schema = match node.kind {
            NodeKind::Legislator | NodeKind::Official => {
                put(&mut properties, "topics", ["role.pep".to_owned()]);
                "Person"
            }
            NodeKind::Chamber | NodeKind::Parliament | NodeKind::State => "PublicBody",
            NodeKind::Commission | NodeKind::Assembly => "Organization",
        };
        let form = node.form.map_or(node.kind.as_str(), |f| f.as_str());
        if !node.kind.is_person() {
            put(&mut properties, "classification", [form.replace('_', " ")]);
        }
        Entity {
            id: id(&node.id),
            schema,
            properties,
        }
    }

    fn office(&self, at: &EdgeRef<'_>) -> [Entity; 2] {
        let (office, title, spells): (_, _, &[Spell]) = match &at.edge.tie {
            Tie::Role {
                office,
                title,
                spells,
            } => (office.as_str(), title.as_str(), spells),
            _ => ("", "", &[]),
        };
        let position_id = format!("{}-{}", self.id(at.target), id(office));
        let mut position = Properties::new();
        let of = self.name(at.target);
        put(
            &mut position,
            "name",
            [format!("{} of {of}", office.replace('_', " "))],
        );
        put(&mut position, "organization", [self.id(at.target)]);
        let state = self.graph.node(at.target).and_then(|n| n.code.or(n.state));
        put(
            &mut position,
            "country",
            state.map(|c| c.as_str().to_lowercase()),
        );
        let mut occupancy = self.said(&at.edge.evidence);
        put(&mut occupancy, "holder", [self.id(at.source)]);
        put(&mut occupancy, "post", [position_id.clone()]);
        put(&mut occupancy, "summary", [clean(title)]);
        let days = spells.iter().flat_map(|s| [s.first_seen, s.last_seen]);
        put(
            &mut occupancy,
            "date",
            days.flatten().map(|d| d.to_string()),
        );
        [
            Entity {
                id: position_id.clone(),
                schema: "Position",
                properties: position,
            },
            Entity {
                id: format!("{}-{position_id}", self.id(at.source)),
                schema: "Occupancy",
                properties: occupancy,
            },
        ]
    }

    fn trip(&self, at: &EdgeRef<'_>) -> Entity {
        let mut properties = self.said(&at.edge.evidence);
        let to = self.name(at.target);
        let planned = matches!(at.edge.tie, Tie::Visited { planned: true, .. });
        let verb = if planned { "is to visit" } else { "visited" };
        put(
            &mut properties,
            "name",
            [format!("{} {verb} {to}", self.name(at.source))],
        );
        put(&mut properties, "involved", [self.id(at.source)]);
        put(&mut properties, "location", [to]);
        let state = self.graph.node(at.target).and_then(|n| n.code);
        put(
            &mut properties,
            "country",
            state.map(|c| c.as_str().to_lowercase()),
        );
        put(
            &mut properties,
            "date",
            at.edge.date().map(|d| d.to_string()),
        );
        Entity {
            id: self.edge_id(at),
            schema: "Trip",
            properties,
        }
    }

    fn link(&self, at: &EdgeRef<'_>) -> Entity {
        let mut properties = self.said(&at.edge.evidence);
        put(&mut properties, "subject", [self.id(at.source)]);
        put(&mut properties, "object", [self.id(at.target)]);
        let role = if at.edge.kind() == EdgeKind::PartOf {
            "part of"
        } else {
            "ties"
        };
        put(&mut properties, "role", [role.to_owned()]);
        Entity {
            id: self.edge_id(at),
            schema: "UnknownLink",
            properties,
        }
    }

    fn edge_id(&self, at: &EdgeRef<'_>) -> String {
        let key = id(&at.edge.key());
        format!("{}-{}-{key}", self.id(at.source), self.id(at.target))
    }

    fn event(&self, meeting: &Meeting) -> Entity {
        let mut properties = self.said(&meeting.evidence);
        let mut people: Vec<&String> = meeting.sides.iter().flatten().collect();
        people.extend(meeting.participants.iter().map(|p| &p.person));
        people.sort();
        people.dedup();
        let names = people.iter().map(|p| match self.graph.find(p) {
            Some(node) => self.name(node),
            None => clean(p),
        });
        let names: Vec<String> = names.collect();
        let what = format!(
            "{} ({}): {}",
            meeting.kind,
            meeting.status,
            names.join(", ")
        );
        put(&mut properties, "name", [what]);
        put(
            &mut properties,
            "involved",
            people.into_iter().map(|p| id(p)),
        );
        put(
            &mut properties,
            "organizer",
            meeting.body.iter().map(|b| id(b)),
        );
        put(
            &mut properties,
            "location",
            meeting.place.as_deref().map(clean),
        );
        put(&mut properties, "date", meeting.date.map(|d| d.to_string()));
        let outcomes = meeting
            .outcomes
            .iter()
            .map(|o| o.kind.as_str().replace('_', " "));
        put(&mut properties, "keywords", outcomes);
        Entity {
            id: id(&meeting.id),
            schema: "Event",
            properties,
        }
    }

    fn article(document: &crate::graph::Document) -> Entity {
        let record = &document.record;
        let mut properties = Properties::new();
        let title = record.title.as_deref().unwrap_or(&record.id);
        put(&mut properties, "title", [clean(title)]);
        put(
            &mut properties,
            "publishedAt",
            record.date.map(|d| d.to_string()),
        );
        put(
            &mut properties,
            "publisher",
            record.publisher.as_deref().map(clean),
        );
        put(
            &mut properties,
            "sourceUrl",
            record.url.as_deref().map(clean),
        );
        Entity {
            id: document_id(&record.id),
            schema: "Article",
            properties,
        }
    }

    /// The documents that say something and, unless they are to be left out, the words.
    fn said(&self, evidence: &[Evidence]) -> Properties {
        let mut properties = Properties::new();
        for reason in evidence {
            if let Evidence::Words {
                document, quote, ..
            } = reason
            {
                if self.graph.document(document).is_some() {
                    put(&mut properties, "proof", [document_id(document)]);
                }
                let quote = quote.as_deref().filter(|_| self.options.quotes);
                put(&mut properties, "description", quote.map(clean));
            }
        }
        properties
    }
}

/// Puts values to a property, each once.
fn put(properties: &mut Properties, name: &'static str, values: impl IntoIterator<Item = String>) {
    for value in values {
        let list = properties.entry(name).or_default();
        if !value.is_empty() && !list.contains(&value) {
            list.push(value);
        }
    }
    if properties.get(name).is_some_and(Vec::is_empty) {
        properties.remove(name);
    }
}

/// An id that the entity tools take: letters, digits, `-` and `.`, a letter or digit at both ends. `/` becomes `.`,
/// `_` becomes `--`,
/// others their number.
fn id(of: &str) -> String {
    use std::fmt::Write as _;
    let mut out = String::with_capacity(of.len());
    for c in of.chars() {
        match c {
            '/' => out.push('.'),
            '_' => out.push_str("--"),
            c if c.is_ascii_alphanumeric() || c == '-' => out.push(c),
            c => {
                let _ = write!(out, ".x{:x}.", c as u32);
            }
        }
    }
    if !out.ends_with(|c: char| c.is_ascii_alphanumeric()) {
        out.push('0');
    }
    out
}

fn document_id(of: &str) -> String {
    format!("document.{}", id(of))
}
