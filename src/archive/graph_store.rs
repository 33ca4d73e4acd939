//! Storing a folded graph: what is the same stays where it is, and only what differs is written.

use std::collections::BTreeMap;

use flate2::Crc;
use rusqlite::{Row, ToSql, Transaction, TransactionBehavior, params, params_from_iter};

use super::error::ArchiveError;
use super::file::Archive;
use super::graph_rows::{Folded, GraphIndex, GraphRows};
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
    /// Complexity: everything that is stored is read once.
    ///
    /// # Errors
    /// Where the archive cannot be written; it is then as it was.
    pub fn put_graph(
        &mut self,
        folded: &Folded,
        rows: &GraphRows,
        index: &GraphIndex,
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
            for (table, rows) in [
                ("graph_document", &rows.documents),
                ("graph_meeting", &rows.meetings),
                ("graph_node", &rows.nodes),
            ] {
                sync(&transaction, table, ["id"], lines(rows))?;
            }
            let edges = rows.edges.iter();
            let edges = edges.map(|((source, target, key), line)| {
                let key = [source, target, key].map(String::as_str);
                (key, Some(line.as_str()))
            });
            let columns = ["source", "target", "key"];
            sync(&transaction, "graph_edge", columns, edges.collect())?;
            let (parts, names) = (pairs(&index.parts), pairs(&index.names));
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

/// The rows of a table by the columns that tell them apart, with their lines where the table has lines.
type Rows<'g, const KEYS: usize> = BTreeMap<[&'g str; KEYS], Option<&'g str>>;

fn lines(rows: &BTreeMap<String, String>) -> Rows<'_, 1> {
    rows.iter()
        .map(|(id, line)| ([id.as_str()], Some(line.as_str())))
        .collect()
}

fn pairs(pairs: &[(String, String)]) -> Rows<'_, 2> {
    let pairs = pairs.iter();
    pairs
        .map(|(one, other)| ([one.as_str(), other.as_str()], None))
        .collect()
}

/// Makes a table what it should be: walks the stored rows and the wanted ones in the order of their keys, which both compare
/// byte by byte, and writes where they differ.
fn sync<const KEYS: usize>(
    transaction: &Transaction<'_>,
    table: &str,
    keys: [&str; KEYS],
    rows: Rows<'_, KEYS>,
) -> rusqlite::Result<()> {
    let columns = keys.join(", ");
    let has_lines = rows.values().any(Option::is_some);
    let line = if has_lines { "json" } else { "NULL" };
    let ask = format!("SELECT {columns}, {line} FROM {table} ORDER BY {columns}");
    let mut stored = transaction.prepare(&ask)?;
    let mut found = stored.query([])?;
    let mut wanted = rows.into_iter().peekable();
    let (mut gone, mut put) = (Vec::new(), Vec::new());
    while let Some(row) = found.next()? {
        let key: [String; KEYS] = key_of(row)?;
        let at = key.each_ref().map(String::as_str);
        while let Some(new) = wanted.next_if(|(key, _)| *key < at) {
            put.push(new);
        }
        match wanted.next_if(|(key, _)| *key == at) {
            None => gone.push(key),
            Some((key, line)) => {
                let json: Option<Vec<u8>> = row.get(KEYS)?;
                if json.as_deref().and_then(unpack_row).as_deref() != line {
                    put.push((key, line));
                }
            }
        }
    }
    put.extend(wanted);
    let at = keys.map(|key| format!("{key} = ?")).join(" AND ");
    let mut delete = transaction.prepare(&format!("DELETE FROM {table} WHERE {at}"))?;
    for key in gone {
        delete.execute(params_from_iter(key))?;
    }
    let (columns, values) = if has_lines {
        (format!("{columns}, json"), KEYS + 1)
    } else {
        (columns, KEYS)
    };
    let values = vec!["?"; values].join(", ");
    let mut write = transaction.prepare(&format!(
        "INSERT OR REPLACE INTO {table} ({columns}) VALUES ({values})"
    ))?;
    for (key, line) in put {
        let line = line.map(pack_row);
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
