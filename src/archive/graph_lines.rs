//! The stored rows of a graph, given out one after the other, so that memory need not hold them.

use std::io;

use rusqlite::params_from_iter;

use super::error::ArchiveError;
use super::file::Archive;
use super::graph_rows::{GraphLines, Lines};
use super::graph_store::key_of;

/// Rows that are read at a time.
const AT_A_TIME: usize = 256;

/// A row: what it is kept under, and its line.
type Line<const KEYS: usize> = ([String; KEYS], String);

impl Archive {
    /// All rows of the stored graph, some of them in memory at a time. Whoever is to see them all of one state holds the archive, as
    /// [`Archive::read`] does by itself.
    ///
    /// # Errors
    /// An error among the rows has an [`ArchiveError`] in it, as [`Archive::graph_rows`] gives it, and is the last of its sort.
    #[must_use]
    pub fn graph_lines(&self) -> GraphLines<'_> {
        GraphLines {
            documents: self.lines_of("graph_document", ["id"]),
            meetings: self.lines_of("graph_meeting", ["id"]),
            nodes: self.lines_of("graph_node", ["id"]),
            edges: self.lines_of("graph_edge", ["source", "target", "key"]),
        }
    }

    fn lines_of<'a, const KEYS: usize>(
        &'a self,
        table: &'a str,
        keys: [&'a str; KEYS],
    ) -> Lines<'a, [String; KEYS]> {
        let mut some = Vec::new().into_iter();
        let mut last = None;
        let mut is_done = false;
        Box::new(std::iter::from_fn(move || {
            if let Some(line) = some.next() {
                return Some(Ok(line));
            }
            if is_done {
                return None;
            }
            match self.lines_behind(table, keys, last.take()) {
                Ok(lines) => {
                    last = lines.last().map(|(key, _)| key.clone());
                    is_done = lines.len() < AT_A_TIME;
                    some = lines.into_iter();
                    some.next().map(Ok)
                }
                Err(error) => {
                    is_done = true;
                    Some(Err(io::Error::other(error)))
                }
            }
        }))
    }

    /// The next rows behind one, or the first.
    fn lines_behind<const KEYS: usize>(
        &self,
        table: &str,
        keys: [&str; KEYS],
        last: Option<[String; KEYS]>,
    ) -> Result<Vec<Line<KEYS>>, ArchiveError> {
        let columns = keys.join(", ");
        let behind = last.as_ref().map_or(String::new(), |_| {
            format!("WHERE ({columns}) > ({})", ["?"; KEYS].join(", "))
        });
        let ask = format!(
            "SELECT {columns}, json FROM {table} {behind} ORDER BY {columns} LIMIT {AT_A_TIME}"
        );
        let work = || {
            let mut statement = self.connection.prepare_cached(&ask)?;
            let last = params_from_iter(last.into_iter().flatten());
            let rows = statement
                .query_map(last, |row| Ok((key_of(row)?, row.get::<_, Vec<u8>>(KEYS)?)))?;
            rows.collect::<rusqlite::Result<Vec<_>>>()
        };
        let rows = work().map_err(|error| self.told(error))?.into_iter();
        rows.map(|(key, row)| Ok((key, self.line(&row)?))).collect()
    }
}
