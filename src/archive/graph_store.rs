//! Storing a folded graph: what is the same stays where it is, and only what differs is written.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Transaction, TransactionBehavior, params};

use super::error::ArchiveError;
use super::file::Archive;
use super::graph_rows::{EdgeId, Folded, GraphIndex, GraphRows};
use super::packed::{pack, unpack};

/// Rows shorter than this are kept as they are.
const WORTH_PACKING: usize = 600;

/// The first byte of a row that is packed, and of one that is not.
const PACKED: u8 = 1;
const PLAIN: u8 = 0;

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
                put_rows(&transaction, table, rows)?;
            }
            put_edges(&transaction, &rows.edges)?;
            put_pairs(
                &transaction,
                "graph_part",
                ["node", "meeting"],
                &index.parts,
            )?;
            put_pairs(&transaction, "graph_name", ["name", "node"], &index.names)?;
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

pub(super) fn unpack_row(row: &[u8]) -> Option<String> {
    match row.split_first()? {
        (&PACKED, rest) => unpack(rest),
        (_, rest) => std::str::from_utf8(rest).ok().map(str::to_owned),
    }
}

/// Makes a table what it should be: walks both in the order of the ids, and writes where they differ.
fn put_rows(
    transaction: &Transaction<'_>,
    table: &str,
    rows: &BTreeMap<String, String>,
) -> rusqlite::Result<()> {
    let mut stored = transaction.prepare(&format!("SELECT id, json FROM {table}"))?;
    let mut gone: Vec<String> = Vec::new();
    let mut same: BTreeSet<String> = BTreeSet::new();
    let mut found = stored.query([])?;
    while let Some(row) = found.next()? {
        let (id, json): (String, Vec<u8>) = (row.get(0)?, row.get(1)?);
        match rows.get(&id) {
            None => gone.push(id),
            Some(line) if unpack_row(&json).as_deref() == Some(line) => {
                same.insert(id);
            }
            Some(_) => {}
        }
    }
    let mut delete = transaction.prepare(&format!("DELETE FROM {table} WHERE id = ?1"))?;
    for id in gone {
        delete.execute([id])?;
    }
    let mut put = transaction.prepare(&format!(
        "INSERT OR REPLACE INTO {table} (id, json) VALUES (?1, ?2)"
    ))?;
    for (id, line) in rows.iter().filter(|(id, _)| !same.contains(*id)) {
        put.execute(params![id, pack_row(line)])?;
    }
    Ok(())
}

fn put_edges(
    transaction: &Transaction<'_>,
    edges: &BTreeMap<EdgeId, String>,
) -> rusqlite::Result<()> {
    let mut stored = transaction.prepare("SELECT source, target, key, json FROM graph_edge")?;
    let mut gone: Vec<EdgeId> = Vec::new();
    let mut same: BTreeSet<EdgeId> = BTreeSet::new();
    let mut found = stored.query([])?;
    while let Some(row) = found.next()? {
        let id: EdgeId = (row.get(0)?, row.get(1)?, row.get(2)?);
        let json: Vec<u8> = row.get(3)?;
        match edges.get(&id) {
            None => gone.push(id),
            Some(line) if unpack_row(&json).as_deref() == Some(line) => {
                same.insert(id);
            }
            Some(_) => {}
        }
    }
    let mut delete = transaction
        .prepare("DELETE FROM graph_edge WHERE source = ?1 AND target = ?2 AND key = ?3")?;
    for (source, target, key) in gone {
        delete.execute([source, target, key])?;
    }
    let mut put = transaction.prepare(
        "INSERT OR REPLACE INTO graph_edge (source, target, key, json) VALUES (?1, ?2, ?3, ?4)",
    )?;
    for (id, line) in edges.iter().filter(|(id, _)| !same.contains(*id)) {
        let (source, target, key) = id;
        put.execute(params![source, target, key, pack_row(line)])?;
    }
    Ok(())
}

fn put_pairs(
    transaction: &Transaction<'_>,
    table: &str,
    [one, other]: [&str; 2],
    pairs: &[(String, String)],
) -> rusqlite::Result<()> {
    let mut wanted: BTreeSet<&(String, String)> = pairs.iter().collect();
    let mut stored = transaction.prepare(&format!("SELECT {one}, {other} FROM {table}"))?;
    let mut gone: Vec<(String, String)> = Vec::new();
    let mut found = stored.query([])?;
    while let Some(row) = found.next()? {
        let pair = (row.get(0)?, row.get(1)?);
        if !wanted.remove(&pair) {
            gone.push(pair);
        }
    }
    let mut delete = transaction.prepare(&format!(
        "DELETE FROM {table} WHERE {one} = ?1 AND {other} = ?2"
    ))?;
    for (a, b) in gone {
        delete.execute([a, b])?;
    }
    let mut put = transaction.prepare(&format!(
        "INSERT INTO {table} ({one}, {other}) VALUES (?1, ?2)"
    ))?;
    for (a, b) in wanted {
        put.execute([a, b])?;
    }
    Ok(())
}
