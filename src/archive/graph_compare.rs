//! Whether the stored rows of a graph are those that they should be: both are walked side by side, so that memory need not hold
//! them.

use std::io;

use rusqlite::Row;

use super::error::ArchiveError;
use super::file::Archive;
use super::graph_rows::{GraphIndex, GraphLines, Lines, Pairs};
use super::graph_store::made;

impl Archive {
    /// What differs between the stored rows and those of a graph: the names of the sorts of rows that are not the same.
    ///
    /// Complexity: everything that is stored is read once, and no two rows of a sort are in memory at a time.
    ///
    /// # Errors
    /// [`ArchiveError::Damaged`] where a row is no longer what was written; others where a row of the graph cannot be made or the
    /// archive cannot be read.
    pub fn graph_differences(
        &self,
        lines: GraphLines<'_>,
        index: GraphIndex<'_>,
    ) -> Result<Vec<&'static str>, ArchiveError> {
        let mut found = Vec::new();
        let mut compare = |what: &'static str, same: Result<bool, ArchiveError>| {
            found.extend((!same?).then_some(what));
            Ok::<(), ArchiveError>(())
        };
        let id = ["id"];
        compare(
            "documents",
            self.has_lines("graph_document", id, lines.documents),
        )?;
        compare(
            "meetings",
            self.has_lines("graph_meeting", id, lines.meetings),
        )?;
        compare("nodes", self.has_lines("graph_node", id, lines.nodes))?;
        let columns = ["source", "target", "key"];
        compare("edges", self.has_lines("graph_edge", columns, lines.edges))?;
        let columns = ["node", "meeting"];
        let parts = self.has_pairs("graph_part", columns, index.parts);
        compare("parts in meetings", parts)?;
        let names = self.has_pairs("graph_name", ["name", "node"], index.names);
        compare("words of names", names)?;
        Ok(found)
    }

    fn has_lines<const KEYS: usize>(
        &self,
        table: &str,
        keys: [&str; KEYS],
        lines: Lines<'_, [String; KEYS]>,
    ) -> Result<bool, ArchiveError> {
        let columns = keys.join(", ");
        let ask = format!("SELECT {columns}, json FROM {table} ORDER BY {columns}");
        let read = |row: &Row<'_>| Ok((strings(row, KEYS)?, row.get(KEYS)?));
        self.has_rows(
            &ask,
            read,
            lines,
            |(id, json), (key, stored): (_, Vec<u8>)| {
                let line = self.line(&stored)?;
                Ok(id.as_slice() == key && json == line)
            },
        )
    }

    fn has_pairs(
        &self,
        table: &str,
        keys: [&str; 2],
        pairs: Pairs<'_>,
    ) -> Result<bool, ArchiveError> {
        let columns = keys.join(", ");
        let ask = format!("SELECT {columns} FROM {table} ORDER BY {columns}");
        let read = |row: &Row<'_>| strings(row, 2);
        self.has_rows(&ask, read, pairs, |pair, stored| {
            Ok(pair.as_slice() == stored)
        })
    }

    /// Whether the rows that a question gives are the wanted ones, one by one.
    fn has_rows<S, W>(
        &self,
        ask: &str,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<S>,
        mut wanted: impl Iterator<Item = io::Result<W>>,
        is_same: impl Fn(W, S) -> Result<bool, ArchiveError>,
    ) -> Result<bool, ArchiveError> {
        let told = |error| self.told(error);
        let mut statement = self.connection.prepare(ask).map_err(told)?;
        let mut rows = statement.query([]).map_err(told)?;
        let mut same = true;
        while let Some(row) = rows.next().map_err(told)? {
            let stored = read(row).map_err(told)?;
            let next = wanted.next().map(made).transpose().map_err(told)?;
            same &= next.map_or(Ok(false), |next| is_same(next, stored))?;
        }
        Ok(same && wanted.next().is_none())
    }
}

fn strings(row: &Row<'_>, count: usize) -> rusqlite::Result<Vec<String>> {
    (0..count).map(|at| row.get(at)).collect()
}
