//! Storing a folded graph: what is the same stays where it is, and only what differs is written.

use std::io;

use flate2::Crc;
use rusqlite::{Row, ToSql, Transaction, TransactionBehavior, params, params_from_iter};

use super::error::ArchiveError;
use super::file::Archive;
use super::graph_rows::{Folded, GraphIndex, GraphLines, Lines};
use super::packed::{pack, unpack};

/// Rows shorter than this are kept as they are.
const WORTH_PACKING: usize = 600;

/// The first byte of a row that is packed, of one that is not, and of one that is not and has a check sum before it.
const PACKED: u8 = 1;
const PLAIN: u8 = 0;
const CHECKED: u8 = 2;

impl Archive {
    /// Stores a graph: only rows that differ from the stored ones are written. Does nothing where readings or judgements
    /// are others by now than those that it was folded from.
    ///
    /// Complexity: everything that is stored is read once. Rows that differ wait in memory until all of a table are read.
    ///
    /// # Errors
    /// Where a row cannot be made or the archive cannot be written; it is then as it was.
    pub fn put_graph(
        &mut self,
        folded: &Folded,
        lines: GraphLines<'_>,
        index: GraphIndex<'_>,
    ) -> Result<(), ArchiveError> {
        let path = self.path.clone();
        let told = |error| ArchiveError::of(&path, error);
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(told)?;
        let generation: i64 = transaction
            .query_row(
                "SELECT coalesce((SELECT value FROM counter WHERE name = 'generation'), 0)",
                [],
                |row| row.get(0),
            )
            .map_err(told)?;
        if generation != folded.generation {
            return Ok(());
        }
        let work = || {
            let id = ["id"];
            sync(&transaction, "graph_document", id, rows(lines.documents))?;
            sync(&transaction, "graph_meeting", id, rows(lines.meetings))?;
            sync(&transaction, "graph_node", id, rows(lines.nodes))?;
            let columns = ["source", "target", "key"];
            sync(&transaction, "graph_edge", columns, rows(lines.edges))?;
            let (parts, names) = (pairs(index.parts), pairs(index.names));
            sync(&transaction, "graph_part", ["node", "meeting"], parts)?;
            sync(&transaction, "graph_name", ["name", "node"], names)?;
            transaction.execute(
                "INSERT INTO folded (id, generation, folder, network) VALUES (1, ?1, ?2, ?3)
                 ON CONFLICT (id) DO UPDATE SET generation = ?1, folder = ?2, network = ?3",
                params![folded.generation, folded.folder, index.network],
            )
        };
        work().map_err(told)?;
        transaction.commit().map_err(told)
    }
}

fn pack_row(line: &str) -> Vec<u8> {
    if line.len() < WORTH_PACKING {
        let mut row = vec![PLAIN];
        row.extend_from_slice(line.as_bytes());
        return row;
    }
    let mut row = pack(line.as_bytes());
    row.insert(0, PACKED);
    row
}

/// A row that tells when it is no longer what it was. A packed one does so by its form.
pub(super) fn check_row(line: &str) -> Vec<u8> {
    if line.len() >= WORTH_PACKING {
        return pack_row(line);
    }
    let mut row = vec![CHECKED];
    row.extend_from_slice(&sum(line.as_bytes()).to_le_bytes());
    row.extend_from_slice(line.as_bytes());
    row
}

fn sum(bytes: &[u8]) -> u32 {
    let mut sum = Crc::new();
    sum.update(bytes);
    sum.sum()
}

/// The line of a row; `None` where it can be seen that it is no longer what it was.
pub(super) fn unpack_row(row: &[u8]) -> Option<String> {
    match row.split_first()? {
        (&PACKED, rest) => unpack(rest),
        (&CHECKED, rest) => {
            let (told, line) = rest.split_first_chunk::<4>()?;
            let line = (u32::from_le_bytes(*told) == sum(line)).then_some(line)?;
            std::str::from_utf8(line).ok().map(str::to_owned)
        }
        (_, rest) => std::str::from_utf8(rest).ok().map(str::to_owned),
    }
}

/// A row of a table: the columns that tell it apart, and its line where the table has lines.
type Wanted<S, const KEYS: usize> = ([S; KEYS], Option<String>);

/// A row that was made for a table; where that failed, the error is that of the table.
pub(super) fn made<K>(line: io::Result<(K, String)>) -> rusqlite::Result<(K, String)> {
    line.map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}

fn rows<const KEYS: usize>(
    lines: Lines<'_, [String; KEYS]>,
) -> impl Iterator<Item = rusqlite::Result<Wanted<String, KEYS>>> {
    lines.map(|line| made(line).map(|(key, line)| (key, Some(line))))
}

fn pairs(pairs: Vec<[&str; 2]>) -> impl Iterator<Item = rusqlite::Result<Wanted<&str, 2>>> {
    pairs.into_iter().map(|pair| Ok((pair, None)))
}

/// Makes a table what it should be: walks the stored rows and the wanted ones in the order of their keys, which both compare
/// byte by byte, and writes where they differ.
fn sync<S: AsRef<str>, const KEYS: usize>(
    transaction: &Transaction<'_>,
    table: &str,
    keys: [&str; KEYS],
    rows: impl Iterator<Item = rusqlite::Result<Wanted<S, KEYS>>>,
) -> rusqlite::Result<()> {
    let mut wanted = rows.peekable();
    let has_lines = matches!(wanted.peek(), Some(Ok((_, Some(_)))));
    let (mut gone, mut put) = (Vec::new(), Vec::new());
    {
        let columns = keys.join(", ");
        let line = if has_lines { "json" } else { "NULL" };
        let ask = format!("SELECT {columns}, {line} FROM {table} ORDER BY {columns}");
        let mut stored = transaction.prepare(&ask)?;
        let mut found = stored.query([])?;
        while let Some(row) = found.next()? {
            let key: [String; KEYS] = key_of(row)?;
            let at = key.each_ref().map(String::as_str);
            let is_before = |new: &rusqlite::Result<Wanted<S, KEYS>>| match new {
                Ok((key, _)) => key.each_ref().map(S::as_ref) < at,
                Err(_) => true,
            };
            while let Some(new) = wanted.next_if(is_before) {
                put.push(new?);
            }
            let is_here = |new: &rusqlite::Result<Wanted<S, KEYS>>| matches!(new, Ok((key, _)) if key.each_ref().map(S::as_ref) == at);
            match wanted.next_if(is_here).transpose()? {
                None => gone.push(key),
                Some((key, line)) => {
                    let json: Option<Vec<u8>> = row.get(KEYS)?;
                    if json.as_deref().and_then(unpack_row) != line {
                        put.push((key, line));
                    }
                }
            }
        }
    }
    let at = keys.map(|key| format!("{key} = ?")).join(" AND ");
    let mut delete = transaction.prepare(&format!("DELETE FROM {table} WHERE {at}"))?;
    for key in gone {
        delete.execute(params_from_iter(key))?;
    }
    // What is behind the last stored row is written as it is made.
    let put = put.into_iter().map(Ok).chain(wanted);
    write(transaction, table, keys, has_lines, put)
}

/// Writes rows into a table, in the place of those of the same key.
fn write<S: AsRef<str>, const KEYS: usize>(
    transaction: &Transaction<'_>,
    table: &str,
    keys: [&str; KEYS],
    has_lines: bool,
    rows: impl Iterator<Item = rusqlite::Result<Wanted<S, KEYS>>>,
) -> rusqlite::Result<()> {
    let columns = keys.join(", ");
    let (columns, values) = if has_lines {
        (format!("{columns}, json"), KEYS + 1)
    } else {
        (columns, KEYS)
    };
    let values = vec!["?"; values].join(", ");
    let mut write = transaction.prepare(&format!(
        "INSERT OR REPLACE INTO {table} ({columns}) VALUES ({values})"
    ))?;
    for row in rows {
        let (key, line) = row?;
        let line = line.map(|line| pack_row(&line));
        let key = key.each_ref().map(S::as_ref);
        let key = key.iter().map(|part| part as &dyn ToSql);
        let line = line.iter().map(|line| line as &dyn ToSql);
        write.execute(params_from_iter(key.chain(line)))?;
    }
    Ok(())
}

/// The first columns of a row.
fn key_of<const KEYS: usize>(row: &Row<'_>) -> rusqlite::Result<[String; KEYS]> {
    let mut key = [const { String::new() }; KEYS];
    for (at, part) in key.iter_mut().enumerate() {
        *part = row.get(at)?;
    }
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checked_row_comes_back_and_a_damaged_one_does_not() {
        for line in [
            "",
            "{\"id\":\"person/daiga-ozola\"}",
            &"{\"id\":1}".repeat(200),
        ] {
            let row = check_row(line);
            assert_eq!(unpack_row(&row).as_deref(), Some(line));
            for at in 1..row.len() {
                let mut damaged = row.clone();
                damaged.iter_mut().skip(at).take(1).for_each(|b| *b ^= 4);
                assert_ne!(unpack_row(&damaged).as_deref(), Some("{}"));
                assert!(unpack_row(&damaged).is_none_or(|l| l == line), "{at}");
            }
        }
    }
}
