//! A snapshot: the rows of the graph of one file in a file of their own, so that a question about a large graph reads what
//! it needs and no more.
//!
//! It has the tables that an archive keeps its graph in, and the mark of a snapshot, so that nobody takes it for an archive.
//! It is made as a whole under another name, and after that only [`Snapshot::note_stamp`] changes it.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, OptionalExtension as _, params};

use super::error::ArchiveError;
use super::file::Archive;
use super::graph_rows::GraphIndex;
use super::graph_store::check_row;
use super::packed::Hash;
use super::schema::{PAGE, SCHEMA, TABLES};

/// What says in the head of the file that it is a snapshot of ours: "ipsn".
const APPLICATION: i64 = 0x6970_736e;

/// What the snapshot is of.
const ORIGIN: &str = "
CREATE TABLE origin (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    stamp TEXT NOT NULL,
    hash BLOB NOT NULL,
    maker TEXT NOT NULL
) STRICT;";

/// The file whose graph a snapshot has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// What the system says of the file, such as its size and the time of its last change.
    pub stamp: String,
    /// The SHA-256 of its bytes.
    pub hash: Hash,
    /// A word for what made the snapshot.
    pub maker: String,
}

/// A row of a graph, with the line of JSON that says what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GraphRow<'r> {
    /// A document: its id.
    Document(&'r str),
    /// A meeting: its id.
    Meeting(&'r str),
    /// A node: its id.
    Node(&'r str),
    /// An edge: source, target and key.
    Edge(&'r str, &'r str, &'r str),
}

/// An open snapshot. All that is read from it is of one state.
#[derive(Debug)]
pub struct Snapshot {
    rows: Archive,
    origin: Origin,
}

impl Snapshot {
    /// Opens a snapshot.
    ///
    /// # Errors
    /// Where there is no such file, or it is no whole snapshot of this schema.
    pub fn open(path: &Path) -> Result<Self, ArchiveError> {
        let rows = Archive::read_marked(path, APPLICATION)?;
        let ask = "SELECT stamp, hash, maker FROM origin";
        let found = rows.connection.query_row(ask, [], |row| {
            Ok(Origin {
                stamp: row.get(0)?,
                hash: row.get(1)?,
                maker: row.get(2)?,
            })
        });
        match found.optional().map_err(|error| rows.told(error))? {
            Some(origin) => Ok(Self { rows, origin }),
            None => Err(ArchiveError::Damaged {
                path: path.to_owned(),
                why: "it does not say of what it is".to_owned(),
            }),
        }
    }

    /// What it is of.
    #[must_use]
    pub const fn origin(&self) -> &Origin {
        &self.origin
    }

    /// The rows, which are asked as those of an archive are.
    #[must_use]
    pub const fn rows(&self) -> &Archive {
        &self.rows
    }

    /// Notes in a snapshot that the file has another stamp by now, and still the same bytes.
    ///
    /// # Errors
    /// Where the snapshot cannot be written to, or somebody reads it at this moment.
    pub fn note_stamp(path: &Path, stamp: &str) -> rusqlite::Result<()> {
        let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        connection.busy_timeout(Duration::ZERO)?;
        // A journal that a crash leaves beside the file would be taken for one of the snapshot that comes next in its place.
        connection.execute_batch("PRAGMA journal_mode = MEMORY")?;
        connection.execute("UPDATE origin SET stamp = ?1", [stamp])?;
        Ok(())
    }

    /// Writes a snapshot into an empty file, which is whole when this returns well. `fill` gives every row, each sort in the
    /// order of its ids, to the function that it is called with.
    ///
    /// Complexity: memory does not grow with the number of rows.
    ///
    /// # Errors
    /// Where `fill` fails, or the file cannot be written.
    pub fn write<E: From<ArchiveError>>(
        path: &Path,
        origin: &Origin,
        index: &GraphIndex,
        fill: impl FnOnce(&mut dyn FnMut(GraphRow<'_>, &str) -> Result<(), E>) -> Result<(), E>,
    ) -> Result<(), E> {
        let told = |error| ArchiveError::of(path, error);
        let mut connection = Connection::open(path).map_err(told)?;
        // A crash leaves a file that nobody has been told of, so that neither log nor order of writing is needed.
        let quick = format!(
            "PRAGMA page_size = {PAGE}; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
             PRAGMA cache_size = -65536;"
        );
        connection.execute_batch(&quick).map_err(told)?;
        let transaction = connection.transaction().map_err(told)?;
        let begin = || {
            transaction.execute_batch(TABLES)?;
            // It is quicker to sort once than to find the place of each edge.
            transaction.execute_batch("DROP INDEX graph_edge_by_target")?;
            transaction.execute_batch(ORIGIN)
        };
        begin().map_err(told)?;
        fill(&mut |row, line| {
            put(&transaction, row, line).map_err(told)?;
            Ok(())
        })?;
        let end = || {
            put_index(&transaction, index)?;
            transaction
                .execute_batch("CREATE INDEX graph_edge_by_target ON graph_edge (target)")?;
            transaction.execute(
                "INSERT INTO origin (id, stamp, hash, maker) VALUES (1, ?1, ?2, ?3)",
                params![origin.stamp, origin.hash, origin.maker],
            )?;
            transaction.execute_batch(&format!(
                "PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {SCHEMA};"
            ))
        };
        end().map_err(told)?;
        transaction.commit().map_err(told)?;
        Ok(())
    }
}

fn put(connection: &Connection, row: GraphRow<'_>, line: &str) -> rusqlite::Result<()> {
    let line = check_row(line);
    let by_id = |ask: &str, id: &str| {
        let mut statement = connection.prepare_cached(ask)?;
        statement.execute(params![id, line])
    };
    match row {
        GraphRow::Document(id) => by_id("INSERT INTO graph_document VALUES (?1, ?2)", id)?,
        GraphRow::Meeting(id) => by_id("INSERT INTO graph_meeting VALUES (?1, ?2)", id)?,
        GraphRow::Node(id) => by_id("INSERT INTO graph_node VALUES (?1, ?2)", id)?,
        GraphRow::Edge(source, target, key) => connection
            .prepare_cached("INSERT INTO graph_edge VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![source, target, key, line])?,
    };
    Ok(())
}

fn put_index(connection: &Connection, index: &GraphIndex) -> rusqlite::Result<()> {
    for (pairs, ask) in [
        (&index.parts, "INSERT INTO graph_part VALUES (?1, ?2)"),
        (&index.names, "INSERT INTO graph_name VALUES (?1, ?2)"),
    ] {
        let mut statement = connection.prepare(ask)?;
        let mut pairs: Vec<&(String, String)> = pairs.iter().collect();
        pairs.sort_unstable();
        pairs.dedup();
        for (one, other) in pairs {
            statement.execute([one, other])?;
        }
    }
    let network = "INSERT INTO folded (id, generation, folder, network) VALUES (1, 0, '', ?1)";
    connection.execute(network, [&index.network])?;
    Ok(())
}
