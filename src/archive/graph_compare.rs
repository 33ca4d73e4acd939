//! Whether the stored rows of a graph are those that they should be: both are walked side by side, so that memory need not hold
//! them.

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
        mut lines: Lines<'_, [String; KEYS]>,
    ) -> Result<bool, ArchiveError> {
        let columns = keys.join(", ");
        let ask = format!("SELECT {columns}, json FROM {table} ORDER BY {columns}");
        let mut same = true;
        self.each_row(
            &ask,
            |row| {
                let stored: (Vec<String>, Vec<u8>) = (strings(row, KEYS)?, row.get(KEYS)?);
                Ok(stored)
            },
            |(key, json)| {
                let line = self.line(&json)?;
                let wanted = lines.next().map(made).transpose();
                let wanted = wanted.map_err(|error| self.told(error))?;
                same &= wanted.is_some_and(|(id, json)| id.as_slice() == key && json == line);
                Ok(())
            },
        )?;
        Ok(same && lines.next().is_none())
    }

    fn has_pairs(
        &self,
        table: &str,
        keys: [&str; 2],
        mut pairs: Pairs<'_>,
    ) -> Result<bool, ArchiveError> {
        let columns = keys.join(", ");
        let ask = format!("SELECT {columns} FROM {table} ORDER BY {columns}");
        let mut same = true;
        self.each_row(
            &ask,
            |row| strings(row, 2),
            |stored| {
                let wanted = pairs.next().map(made).transpose();
                let wanted = wanted.map_err(|error| self.told(error))?;
                same &= wanted.is_some_and(|pair| pair.as_slice() == stored);
                Ok(())
            },
        )?;
        Ok(same && pairs.next().is_none())
    }

    fn each_row<T>(
        &self,
        ask: &str,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
        mut take: impl FnMut(T) -> Result<(), ArchiveError>,
    ) -> Result<(), ArchiveError> {
        let told = |error| self.told(error);
        let mut statement = self.connection.prepare(ask).map_err(told)?;
        let mut rows = statement.query([]).map_err(told)?;
        while let Some(row) = rows.next().map_err(told)? {
            take(read(row).map_err(told)?)?;
        }
        Ok(())
    }
}

fn strings(row: &Row<'_>, count: usize) -> rusqlite::Result<Vec<String>> {
    (0..count).map(|at| row.get(at)).collect()
}
