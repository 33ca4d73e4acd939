//! The frame of a graph as it is read: each part goes into the graph as soon as it is there, so that a large file is not in
//! memory twice.
//!
//! Documents go in first, then nodes, meetings and edges. What stands in the file before that which it may point at waits;
//! in what [`super::write()`] writes only the meetings do.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{
    DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};

use super::JsonError;
use super::read::{Known, put_document, put_meeting, put_node, read_edge};
use super::wire::{WireDocument, WireEdge, WireMeeting, WireNode};
use crate::graph::RelationGraph;

/// What an error of serde says where the true one stands beside it.
const ASIDE: &str = "see the error beside";

/// Reads a graph of a known version.
pub(super) fn read(bytes: &[u8]) -> Result<RelationGraph, JsonError> {
    let mut reading = Reading::default();
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let read = Top(&mut reading).deserialize(&mut json);
    let read = read.and_then(|()| json.end());
    match (reading.aside.take(), read) {
        (Some(error), _) => Err(error),
        (None, Err(error)) => Err(error.into()),
        (None, Ok(())) => {
            reading.put_waiting()?;
            Ok(reading.graph)
        }
    }
}

/// The version that a graph says. Reads no further than up to it.
pub(super) fn schema(bytes: &[u8]) -> Result<Option<u32>, JsonError> {
    let mut found = None;
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let read = Version(&mut found).deserialize(&mut json);
    match (found, read) {
        (Some(_), _) => Ok(found),
        (None, Ok(())) => {
            json.end()?;
            Ok(None)
        }
        (None, Err(error)) => Err(error.into()),
    }
}

/// A graph on its way in.
#[derive(Default)]
struct Reading {
    graph: RelationGraph,
    known: Known,
    /// The keys of the frame that were there: documents and meetings, nodes, edges.
    has_tables: bool,
    has_nodes: bool,
    has_edges: bool,
    /// What waits for what it may point at.
    nodes: Vec<WireNode>,
    meetings: Vec<WireMeeting>,
    edges: Vec<WireEdge>,
    /// Source, target and key of the last of the edges that are in, in their order.
    last: (String, String, String),
    /// What is wrong with the graph, where it is no fault of the JSON.
    aside: Option<JsonError>,
}

impl Reading {
    /// Puts in what waits.
    fn put_waiting(&mut self) -> Result<(), JsonError> {
        for node in std::mem::take(&mut self.nodes) {
            put_node(&mut self.graph, &mut self.known, node)?;
        }
        for meeting in std::mem::take(&mut self.meetings) {
            put_meeting(&mut self.graph, &mut self.known, meeting)?;
        }
        for edge in std::mem::take(&mut self.edges) {
            self.put_edge(edge)?;
        }
        Ok(())
    }

    fn take_node(&mut self, node: WireNode) -> Result<(), JsonError> {
        if self.has_tables {
            return put_node(&mut self.graph, &mut self.known, node);
        }
        self.nodes.push(node);
        Ok(())
    }

    fn take_edge(&mut self, edge: WireEdge) -> Result<(), JsonError> {
        if self.has_tables && self.has_nodes {
            return self.put_edge(edge);
        }
        self.edges.push(edge);
        Ok(())
    }

    fn put_edge(&mut self, wire: WireEdge) -> Result<(), JsonError> {
        let ends = (wire.source.clone(), wire.target.clone());
        let (source, target, edge) = read_edge(&self.known, wire)?;
        let this = (ends.0, ends.1, edge.key());
        if this > self.last {
            // Behind all others in their order, so none of them has its key.
            self.graph.put_edge(source, target, edge);
            self.last = this;
        } else {
            self.graph.add_edge(source, target, edge)?;
        }
        Ok(())
    }

    /// Keeps what is wrong, and gives serde something to stop at.
    fn stop<E: serde::de::Error>(&mut self, done: Result<(), JsonError>) -> Result<(), E> {
        done.map_err(|error| {
            self.aside = Some(error);
            E::custom(ASIDE)
        })
    }

    /// Takes the list of one key of the frame.
    fn list<'de, T, A>(
        &mut self,
        map: &mut A,
        take: fn(&mut Self, T) -> Result<(), JsonError>,
    ) -> Result<(), A::Error>
    where
        T: Deserialize<'de>,
        A: MapAccess<'de>,
    {
        map.next_value_seed(List {
            reading: self,
            take,
            of: PhantomData,
        })
    }
}

/// A list whose entries are taken one by one.
struct List<'r, T> {
    reading: &'r mut Reading,
    take: fn(&mut Reading, T) -> Result<(), JsonError>,
    of: PhantomData<T>,
}

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for List<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_seq(self)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for List<'_, T> {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a sequence")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(entry) = list.next_element()? {
            let done = (self.take)(self.reading, entry);
            self.reading.stop(done)?;
        }
        Ok(())
    }
}

/// The graph as a whole.
struct Top<'r>(&'r mut Reading);

impl<'de> DeserializeSeed<'de> for Top<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Top<'_> {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a graph")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let reading = self.0;
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "directed" => {
                    let directed = map.next_value()?;
                    let done = if directed {
                        Ok(())
                    } else {
                        Err(JsonError::Undirected)
                    };
                    reading.stop(done)?;
                }
                "graph" => {
                    once(reading.has_tables, "graph")?;
                    map.next_value_seed(Tables(reading))?;
                    reading.has_tables = true;
                    for node in std::mem::take(&mut reading.nodes) {
                        let done = put_node(&mut reading.graph, &mut reading.known, node);
                        reading.stop(done)?;
                    }
                }
                "nodes" => {
                    once(reading.has_nodes, "nodes")?;
                    reading.list(&mut map, Reading::take_node)?;
                    reading.has_nodes = true;
                }
                "edges" | "links" => {
                    once(reading.has_edges, "edges")?;
                    if reading.has_tables && reading.has_nodes {
                        let done = reading.put_waiting();
                        reading.stop(done)?;
                    }
                    reading.list(&mut map, Reading::take_edge)?;
                    reading.has_edges = true;
                }
                _ => _ = map.next_value::<IgnoredAny>()?,
            }
        }
        let missing = [
            (reading.has_tables, "graph"),
            (reading.has_nodes, "nodes"),
            (reading.has_edges, "edges"),
        ];
        match missing.iter().find(|(has, _)| !has) {
            Some((_, field)) => Err(A::Error::missing_field(field)),
            None => Ok(()),
        }
    }
}

/// Refuses a key that was there before.
fn once<E: serde::de::Error>(has: bool, field: &'static str) -> Result<(), E> {
    if has {
        Err(E::duplicate_field(field))
    } else {
        Ok(())
    }
}

/// What stands beside nodes and edges.
struct Tables<'r>(&'r mut Reading);

impl<'de> DeserializeSeed<'de> for Tables<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Tables<'_> {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("the tables of a graph")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let (mut documents, mut meetings) = (false, false);
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "documents" => {
                    once(documents, "documents")?;
                    documents = true;
                    self.0.list(&mut map, |reading, document: WireDocument| {
                        put_document(&mut reading.graph, &mut reading.known, document)
                    })?;
                }
                "meetings" => {
                    once(meetings, "meetings")?;
                    meetings = true;
                    self.0.list(&mut map, |reading, meeting: WireMeeting| {
                        reading.meetings.push(meeting);
                        Ok(())
                    })?;
                }
                _ => _ = map.next_value::<IgnoredAny>()?,
            }
        }
        Ok(())
    }
}

/// Looks for the version, at the top and then among the tables.
struct Version<'v>(&'v mut Option<u32>);

impl<'de> DeserializeSeed<'de> for Version<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Version<'_> {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a graph")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "graph" => map.next_value_seed(VersionOfTables(self.0))?,
                _ => _ = map.next_value::<IgnoredAny>()?,
            }
        }
        Ok(())
    }
}

struct VersionOfTables<'v>(&'v mut Option<u32>);

impl<'de> DeserializeSeed<'de> for VersionOfTables<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for VersionOfTables<'_> {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("the tables of a graph")
    }

    fn visit_none<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_map(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if key != "schema" {
                _ = map.next_value::<IgnoredAny>()?;
            } else if let Some(found) = map.next_value::<Option<u32>>()? {
                *self.0 = Some(found);
                // Whatever follows is for the second look, which may be long.
                return Err(A::Error::custom(ASIDE));
            }
        }
        Ok(())
    }
}
