//! The graph as it was folded last, kept in rows so that a question reads what it needs and no more.
//!
//! The rows are a cache: whatever is in them comes from readings and judgements, and they say of which state of these. This
//! file knows ids and bytes; what the bytes say is for others to know.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;

use rusqlite::OptionalExtension as _;

use super::error::ArchiveError;
use super::file::Archive;
use super::graph_store::unpack_row;

/// Source, target and key of an edge.
pub type EdgeId = (String, String, String);

/// A graph in rows: ids, and lines of JSON that this module does not read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GraphRows {
    /// Documents by id.
    pub documents: BTreeMap<String, String>,
    /// Meetings by id.
    pub meetings: BTreeMap<String, String>,
    /// Nodes by id.
    pub nodes: BTreeMap<String, String>,
    /// Edges by source, target and key.
    pub edges: BTreeMap<EdgeId, String>,
}

/// Rows that are made one after the other, each with what it is kept under, in the order of that. An empty line says that the row is
/// the stored one ([`Stay`]).
pub type Lines<'g, K> = Box<dyn Iterator<Item = io::Result<(K, String)>> + 'g>;

/// The rows of a graph on the way into an archive: all of them at once would be larger than the graph.
pub struct GraphLines<'g> {
    /// Documents by id.
    pub documents: Lines<'g, [String; 1]>,
    /// Meetings by id.
    pub meetings: Lines<'g, [String; 1]>,
    /// Nodes by id.
    pub nodes: Lines<'g, [String; 1]>,
    /// Edges by source, target and key.
    pub edges: Lines<'g, [String; 3]>,
}

/// Pairs of ids or words, sorted, each once, that are made one after the other.
pub type Pairs<'g> = Box<dyn Iterator<Item = io::Result<[Cow<'g, str>; 2]>> + 'g>;

/// What leads to rows: kept beside them, and made from them.
pub struct GraphIndex<'g> {
    /// Which node takes part in which meeting, or holds it; of meetings that stay as they are nothing is told.
    pub parts: Pairs<'g>,
    /// Under which words a node is found: pairs of a word and an id; of nodes that stay as they are nothing is told.
    pub names: Pairs<'g>,
    /// Which of the stored rows stay; `None` where all are made anew.
    pub stay: Option<Stay<'g>>,
}

/// Stored rows that stay as they are: those that are told without a line, which node takes part in some meetings, and under which words
/// some nodes are found.
pub struct Stay<'g> {
    /// The graph whose rows they are. Where another one is stored by now, nothing can be put over it.
    pub of: Folded,
    /// Whether a meeting stays.
    pub meeting: Box<dyn Fn(&str) -> bool + 'g>,
    /// Whether a node does.
    pub node: Box<dyn Fn(&str) -> bool + 'g>,
}

/// What the stored graph was folded from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    /// The state of readings and judgements.
    pub generation: i64,
    /// A word for what folded it.
    pub folder: String,
}

impl Archive {
    /// A number that is another one whenever readings or judgements are others.
    ///
    /// # Errors
    /// Where the archive cannot be read.
    pub fn generation(&self) -> Result<i64, ArchiveError> {
        let ask = "SELECT coalesce((SELECT value FROM counter WHERE name = 'generation'), 0)";
        self.connection
            .query_row(ask, [], |row| row.get(0))
            .map_err(|error| self.told(error))
    }

    /// What the stored graph was folded from; `None` where none is stored.
    ///
    /// # Errors
    /// Where the archive cannot be read.
    pub fn folded(&self) -> Result<Option<Folded>, ArchiveError> {
        self.connection
            .query_row("SELECT generation, folder FROM folded", [], |row| {
                Ok(Folded {
                    generation: row.get(0)?,
                    folder: row.get(1)?,
                })
            })
            .optional()
            .map_err(|error| self.told(error))
    }

    /// All that is read until [`Archive::let_go`] is of one state, whoever writes in between. [`Archive::read`] does so by
    /// itself.
    ///
    /// # Errors
    /// Where the archive cannot be read.
    pub fn hold(&self) -> Result<(), ArchiveError> {
        self.connection
            .execute_batch("BEGIN; SELECT 1 FROM counter;")
            .map_err(|error| self.told(error))
    }

    /// Ends what [`Archive::hold`] began.
    ///
    /// # Errors
    /// Where the archive cannot be read.
    pub fn let_go(&self) -> Result<(), ArchiveError> {
        self.connection
            .execute_batch("COMMIT")
            .map_err(|error| self.told(error))
    }

    /// All rows of the stored graph.
    ///
    /// # Errors
    /// [`ArchiveError::Damaged`] where a row is no longer what was written; others where the archive cannot be read.
    pub fn graph_rows(&self) -> Result<GraphRows, ArchiveError> {
        let all = |table: &str| self.rows_where(table, "1", &[]);
        Ok(GraphRows {
            documents: all("graph_document")?,
            meetings: all("graph_meeting")?,
            nodes: all("graph_node")?,
            edges: self.edges_where("1", &[])?,
        })
    }

    /// The documents of some ids.
    ///
    /// # Errors
    /// As [`Archive::graph_rows`]; so the next ones.
    pub fn graph_documents<'i>(
        &self,
        ids: impl IntoIterator<Item = &'i String>,
    ) -> Result<BTreeMap<String, String>, ArchiveError> {
        self.rows_of("graph_document", ids)
    }

    /// The nodes of some ids.
    ///
    /// # Errors
    /// As [`Archive::graph_rows`].
    pub fn graph_nodes<'i>(
        &self,
        ids: impl IntoIterator<Item = &'i String>,
    ) -> Result<BTreeMap<String, String>, ArchiveError> {
        self.rows_of("graph_node", ids)
    }

    /// The meetings of some ids.
    ///
    /// # Errors
    /// As [`Archive::graph_rows`].
    pub fn graph_meetings<'i>(
        &self,
        ids: impl IntoIterator<Item = &'i String>,
    ) -> Result<BTreeMap<String, String>, ArchiveError> {
        self.rows_of("graph_meeting", ids)
    }

    /// The edges that start or end at a node.
    ///
    /// # Errors
    /// As [`Archive::graph_rows`].
    pub fn graph_edges_at(&self, node: &str) -> Result<BTreeMap<EdgeId, String>, ArchiveError> {
        let mut edges = self.edges_where("source = ?1", &[node])?;
        edges.extend(self.edges_where("target = ?1", &[node])?);
        Ok(edges)
    }

    /// The edges between two nodes, in either direction.
    ///
    /// # Errors
    /// As [`Archive::graph_rows`].
    pub fn graph_edges_between(
        &self,
        one: &str,
        other: &str,
    ) -> Result<BTreeMap<EdgeId, String>, ArchiveError> {
        let mut edges = self.edges_where("source = ?1 AND target = ?2", &[one, other])?;
        edges.extend(self.edges_where("source = ?2 AND target = ?1", &[one, other])?);
        Ok(edges)
    }

    /// How many edges start or end at a node.
    ///
    /// # Errors
    /// Where the archive cannot be read.
    pub fn graph_degree(&self, node: &str) -> Result<i64, ArchiveError> {
        let count = "SELECT (SELECT count(*) FROM graph_edge WHERE source = ?1)
                          + (SELECT count(*) FROM graph_edge WHERE target = ?1 AND source <> ?1)";
        self.connection
            .query_row(count, [node], |row| row.get(0))
            .map_err(|error| self.told(error))
    }

    /// The ids of the meetings in which a node takes part or which it holds.
    ///
    /// # Errors
    /// Where the archive cannot be read.
    pub fn graph_meetings_with(&self, node: &str) -> Result<Vec<String>, ArchiveError> {
        self.words(
            "SELECT meeting FROM graph_part WHERE node = ?1 ORDER BY meeting",
            &[node],
        )
    }

    /// Tells of each node that takes part in meetings or holds some in how many, by id.
    ///
    /// # Errors
    /// Where the archive cannot be read.
    pub fn each_meeting_count(
        &self,
        mut take: impl FnMut(&str, usize),
    ) -> Result<(), ArchiveError> {
        let mut work = || {
            let ask = "SELECT node, count(*) FROM graph_part GROUP BY node ORDER BY node";
            let mut statement = self.connection.prepare(ask)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let (node, count): (String, i64) = (row.get(0)?, row.get(1)?);
                take(&node, usize::try_from(count).unwrap_or_default());
            }
            Ok(())
        };
        work().map_err(|error| self.told(error))
    }

    /// The ids of the nodes that are found under a word.
    ///
    /// # Errors
    /// Where the archive cannot be read.
    pub fn graph_named(&self, word: &str) -> Result<Vec<String>, ArchiveError> {
        self.words(
            "SELECT node FROM graph_name WHERE name = ?1 ORDER BY node",
            &[word],
        )
    }

    /// The ids of the nodes that are found under a word with this beginning.
    ///
    /// # Errors
    /// Where the archive cannot be read.
    pub fn graph_named_like(&self, beginning: &str) -> Result<Vec<String>, ArchiveError> {
        // Behind every word that begins so, and before every other one.
        let end = format!("{beginning}\u{10ffff}");
        let ask =
            "SELECT DISTINCT node FROM graph_name WHERE name >= ?1 AND name < ?2 ORDER BY node";
        self.words(ask, &[beginning, &end])
    }

    fn words(&self, ask: &str, values: &[&str]) -> Result<Vec<String>, ArchiveError> {
        let work = || {
            let mut statement = self.connection.prepare_cached(ask)?;
            let rows = statement.query_map(rusqlite::params_from_iter(values), |row| row.get(0))?;
            rows.collect::<rusqlite::Result<Vec<String>>>()
        };
        work().map_err(|error| self.told(error))
    }

    fn rows_of<'i>(
        &self,
        table: &str,
        ids: impl IntoIterator<Item = &'i String>,
    ) -> Result<BTreeMap<String, String>, ArchiveError> {
        let mut found = BTreeMap::new();
        for id in ids {
            found.extend(self.rows_where(table, "id = ?1", &[id])?);
        }
        Ok(found)
    }

    fn rows_where(
        &self,
        table: &str,
        condition: &str,
        values: &[&str],
    ) -> Result<BTreeMap<String, String>, ArchiveError> {
        let ask = format!("SELECT id, json FROM {table} WHERE {condition}");
        let work = || {
            let mut statement = self.connection.prepare_cached(&ask)?;
            let rows = statement.query_map(rusqlite::params_from_iter(values), |row| {
                Ok((row.get(0)?, row.get::<_, Vec<u8>>(1)?))
            })?;
            rows.collect::<rusqlite::Result<Vec<_>>>()
        };
        let rows = work().map_err(|error| self.told(error))?;
        rows.into_iter()
            .map(|(id, row)| Ok((id, self.line(&row)?)))
            .collect()
    }

    fn edges_where(
        &self,
        condition: &str,
        values: &[&str],
    ) -> Result<BTreeMap<EdgeId, String>, ArchiveError> {
        let ask = format!("SELECT source, target, key, json FROM graph_edge WHERE {condition}");
        let work = || {
            let mut statement = self.connection.prepare_cached(&ask)?;
            let rows = statement.query_map(rusqlite::params_from_iter(values), |row| {
                let id = (row.get(0)?, row.get(1)?, row.get(2)?);
                Ok((id, row.get::<_, Vec<u8>>(3)?))
            })?;
            rows.collect::<rusqlite::Result<Vec<_>>>()
        };
        let rows = work().map_err(|error| self.told(error))?;
        rows.into_iter()
            .map(|(id, row)| Ok((id, self.line(&row)?)))
            .collect()
    }

    pub(super) fn line(&self, row: &[u8]) -> Result<String, ArchiveError> {
        unpack_row(row).ok_or_else(|| ArchiveError::Damaged {
            path: self.path.clone(),
            why: "a row of the stored graph is not what was written".to_owned(),
        })
    }
}
