//! A snapshot: the rows of the graph of one file in a file of their own, so that a question about a large graph reads what
//! it needs and no more.
//!
//! It has the tables that an archive keeps its graph in, and the mark of a snapshot, so that nobody takes it for an archive.
//! It is made as a whole under another name, and after that only [`Snapshot::note_stamp`] changes it.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, OptionalExtension as _, ToSql, params, params_from_iter};

use super::error::ArchiveError;
use super::file::Archive;
use super::graph_rows::{GraphIndex, GraphLines, Lines};
use super::graph_store::{check_row, made};
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

    /// Writes a snapshot into an empty file, which is whole when this returns well. `network` is what is kept beside the rows.
    ///
    /// Complexity: beside the network, memory does not grow with the number of rows.
    ///
    /// # Errors
    /// Where a row cannot be made, or the file cannot be written.
    pub fn write(
        path: &Path,
        origin: &Origin,
        (lines, index): (GraphLines<'_>, GraphIndex<'_>),
        network: &[u8],
    ) -> Result<(), ArchiveError> {
        write(path, origin, (lines, index), network).map_err(|error| ArchiveError::of(path, error))
    }
}

fn write(
    path: &Path,
    origin: &Origin,
    (lines, index): (GraphLines<'_>, GraphIndex<'_>),
    network: &[u8],
) -> rusqlite::Result<()> {
    let mut connection = Connection::open(path)?;
    // A crash leaves a file that nobody has been told of, so that neither log nor order of writing is needed. What is kept to make
    // room free again tells on which page a long value goes on, so that its end is found without reading all before it.
    connection.execute_batch(&format!(
        "PRAGMA page_size = {PAGE}; PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
         PRAGMA cache_size = -65536;"
    ))?;
    let transaction = connection.transaction()?;
    transaction.execute_batch(TABLES)?;
    // It is quicker to sort once than to find the place of each edge.
    transaction.execute_batch("DROP INDEX graph_edge_by_target")?;
    transaction.execute_batch(ORIGIN)?;
    let by_id = |table: &str| format!("INSERT INTO {table} VALUES (?1, ?2)");
    put_lines(&transaction, &by_id("graph_document"), lines.documents)?;
    put_lines(&transaction, &by_id("graph_meeting"), lines.meetings)?;
    put_lines(&transaction, &by_id("graph_node"), lines.nodes)?;
    let edges = "INSERT INTO graph_edge VALUES (?1, ?2, ?3, ?4)";
    put_lines(&transaction, edges, lines.edges)?;
    let pairs = [("graph_part", index.parts), ("graph_name", index.names)];
    for (table, pairs) in pairs {
        let mut statement = transaction.prepare(&format!("INSERT INTO {table} VALUES (?1, ?2)"))?;
        for pair in pairs {
            statement.execute(made(pair)?)?;
        }
    }
    let ask = "INSERT INTO folded (id, generation, folder, network) VALUES (1, 0, '', ?1)";
    transaction.execute(ask, [network])?;
    transaction.execute_batch("CREATE INDEX graph_edge_by_target ON graph_edge (target)")?;
    transaction.execute(
        "INSERT INTO origin (id, stamp, hash, maker) VALUES (1, ?1, ?2, ?3)",
        params![origin.stamp, origin.hash, origin.maker],
    )?;
    transaction.execute_batch(&format!(
        "PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {SCHEMA};"
    ))?;
    transaction.commit()
}

fn put_lines<const KEYS: usize>(
    connection: &Connection,
    ask: &str,
    lines: Lines<'_, [String; KEYS]>,
) -> rusqlite::Result<()> {
    let mut statement = connection.prepare(ask)?;
    for line in lines {
        let (key, line) = made(line)?;
        let line = check_row(&line);
        let key = key.iter().map(|part| part as &dyn ToSql);
        statement.execute(params_from_iter(key.chain([&line as &dyn ToSql])))?;
    }
    Ok(())
}
