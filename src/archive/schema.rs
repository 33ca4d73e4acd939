//! The tables of the file. `docs/archive.md` tells what they hold; a change of them raises [`SCHEMA`].

/// The version of the tables, in the file's `user_version`.
pub const SCHEMA: u32 = 1;

/// What says in the head of the file that it is ours: "iprl".
pub(super) const APPLICATION: i64 = 0x6970_726c;

/// The bytes with which every file of `SQLite` begins.
pub(super) const SQLITE_HEAD: &[u8; 16] = b"SQLite format 3\0";

/// Bytes of a page. Fixed, so that the first page of a new archive fits any other one (see `salvage`).
pub(super) const PAGE: u32 = 8192;

/// Makes the tables. `salvage` counts on it that the same words give the same first page.
pub(super) const TABLES: &str = "
CREATE TABLE counter (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE version (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document (id),
    fingerprint BLOB NOT NULL UNIQUE,
    record TEXT NOT NULL,
    label TEXT NOT NULL,
    text BLOB
) STRICT;
CREATE INDEX version_of_document ON version (document);
CREATE INDEX version_of_label ON version (label);

CREATE TABLE reader (
    id INTEGER PRIMARY KEY,
    rules TEXT NOT NULL,
    tables TEXT NOT NULL,
    UNIQUE (rules, tables)
) STRICT;

CREATE TABLE reading (
    version INTEGER PRIMARY KEY REFERENCES version (id),
    reader INTEGER NOT NULL REFERENCES reader (id),
    hash BLOB NOT NULL,
    line BLOB NOT NULL
) STRICT;
CREATE INDEX reading_of_reader ON reading (reader);

CREATE TABLE known (
    key INTEGER PRIMARY KEY,
    times INTEGER NOT NULL
) STRICT;

CREATE TABLE judgement (
    id INTEGER PRIMARY KEY,
    line TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE folded (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    generation INTEGER NOT NULL,
    folder TEXT NOT NULL,
    network BLOB NOT NULL
) STRICT;

CREATE TABLE graph_document (
    id TEXT PRIMARY KEY,
    json BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE graph_meeting (
    id TEXT PRIMARY KEY,
    json BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE graph_node (
    id TEXT PRIMARY KEY,
    json BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE graph_edge (
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    key TEXT NOT NULL,
    json BLOB NOT NULL,
    PRIMARY KEY (source, target, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX graph_edge_by_target ON graph_edge (target);

CREATE TABLE graph_part (
    node TEXT NOT NULL,
    meeting TEXT NOT NULL,
    PRIMARY KEY (node, meeting)
) STRICT, WITHOUT ROWID;

CREATE TABLE graph_name (
    name TEXT NOT NULL,
    node TEXT NOT NULL,
    PRIMARY KEY (name, node)
) STRICT, WITHOUT ROWID;
";
