//! The rows of a folded graph on their way into the tables: what is the same stays where it is, and only what differs is written.

use std::borrow::Cow;
use std::io;
use std::iter::Peekable;

use flate2::Crc;
use rusqlite::{Row, ToSql, Transaction, params_from_iter};

use super::graph_rows::{GraphIndex, GraphLines, Lines, Pairs};
use super::packed::{pack, unpack};

/// So many bytes of rows that differ wait in memory until they are written.
const AT_A_TIME: usize = 8 << 20;

/// Rows shorter than this are kept as they are.
const WORTH_PACKING: usize = 600;

/// The first byte of a row that is packed, of one that is not, and of one that is not and has a check sum before it.
const PACKED: u8 = 1;
const PLAIN: u8 = 0;
const CHECKED: u8 = 2;

/// Makes all tables of a graph what they should be.
pub(super) fn put_rows(
    transaction: &Transaction<'_>,
    lines: GraphLines<'_>,
    index: GraphIndex<'_>,
) -> rusqlite::Result<()> {
    let id = ["id"];
    let lines_of = |keys| (keys, true);
    sync(
        transaction,
        "graph_document",
        lines_of(id),
        rows(lines.documents),
        &gone,
    )?;
    sync(
        transaction,
        "graph_meeting",
        lines_of(id),
        rows(lines.meetings),
        &gone,
    )?;
    sync(
        transaction,
        "graph_node",
        lines_of(id),
        rows(lines.nodes),
        &gone,
    )?;
    let columns = ["source", "target", "key"];
    sync(
        transaction,
        "graph_edge",
        (columns, true),
        rows(lines.edges),
        &gone,
    )?;
    put_index(transaction, index)
}

/// Makes the tables of what leads to rows what they should be.
fn put_index(transaction: &Transaction<'_>, index: GraphIndex<'_>) -> rusqlite::Result<()> {
    let stays = |[_, meeting]: &[String; 2]| {
        let stay = index.stay.as_ref();
        stay.is_some_and(|stay| (stay.meeting)(meeting))
    };
    let columns = ["node", "meeting"];
    sync(
        transaction,
        "graph_part",
        (columns, false),
        pairs(index.parts),
        &stays,
    )?;
    let stays = |[_, node]: &[String; 2]| {
        let stay = index.stay.as_ref();
        stay.is_some_and(|stay| (stay.node)(node))
    };
    let columns = ["name", "node"];
    sync(
        transaction,
        "graph_name",
        (columns, false),
        pairs(index.names),
        &stays,
    )
}

/// What is not wanted any more goes.
fn gone<const KEYS: usize>(_: &[String; KEYS]) -> bool {
    false
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

/// A row of a table: the columns that tell it apart, and its line where the table has lines and it does not stay as it is.
type Wanted<S, const KEYS: usize> = ([S; KEYS], Option<String>);

/// What was made for a table; where that failed, the error is that of the table.
pub(super) fn made<T>(row: io::Result<T>) -> rusqlite::Result<T> {
    row.map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}

fn rows<const KEYS: usize>(
    lines: Lines<'_, [String; KEYS]>,
) -> impl Iterator<Item = rusqlite::Result<Wanted<String, KEYS>>> {
    lines
        .map(|line| made(line).map(|(key, line)| (key, Some(line).filter(|line| !line.is_empty()))))
}

fn pairs(pairs: Pairs<'_>) -> impl Iterator<Item = rusqlite::Result<Wanted<Cow<'_, str>, 2>>> {
    pairs.map(|pair| made(pair).map(|pair| (pair, None)))
}

/// What is to be done to a table.
struct Changes<S, const KEYS: usize> {
    gone: Vec<[String; KEYS]>,
    put: Vec<Wanted<S, KEYS>>,
    /// How many bytes they hold, about.
    size: usize,
    /// Up to which of the stored rows all was looked at; `None` behind the last.
    up_to: Option<[String; KEYS]>,
}

/// The columns that tell the rows of a table apart, and whether it has lines.
type Columns<'t, const KEYS: usize> = ([&'t str; KEYS], bool);

/// Makes a table what it should be: walks the stored rows and the wanted ones in the order of their keys, which both compare
/// byte by byte, and writes where they differ. Of what is not wanted stays what `stays` says.
fn sync<S: AsRef<str>, const KEYS: usize>(
    transaction: &Transaction<'_>,
    table: &str,
    (keys, has_lines): Columns<'_, KEYS>,
    rows: impl Iterator<Item = rusqlite::Result<Wanted<S, KEYS>>>,
    stays: &impl Fn(&[String; KEYS]) -> bool,
) -> rusqlite::Result<()> {
    let mut wanted = rows.peekable();
    let at = keys.map(|key| format!("{key} = ?")).join(" AND ");
    let delete = format!("DELETE FROM {table} WHERE {at}");
    let mut from = None;
    loop {
        let changes = differing(
            transaction,
            (table, keys, has_lines),
            from,
            &mut wanted,
            stays,
        )?;
        // No row is written while others are read: who reads on might meet it.
        let mut delete = transaction.prepare_cached(&delete)?;
        for key in changes.gone {
            delete.execute(params_from_iter(key))?;
        }
        let put = changes.put.into_iter().map(Ok);
        write(transaction, table, (keys, has_lines), put)?;
        from = changes.up_to;
        if from.is_none() {
            break;
        }
    }
    // What is behind the last stored row is written as it is made.
    write(transaction, table, (keys, has_lines), wanted)
}

/// What differs behind a stored row, up to the last one or until much is to be done.
fn differing<S: AsRef<str>, const KEYS: usize>(
    transaction: &Transaction<'_>,
    (table, keys, has_lines): (&str, [&str; KEYS], bool),
    from: Option<[String; KEYS]>,
    wanted: &mut Peekable<impl Iterator<Item = rusqlite::Result<Wanted<S, KEYS>>>>,
    stays: &impl Fn(&[String; KEYS]) -> bool,
) -> rusqlite::Result<Changes<S, KEYS>> {
    let mut changes = Changes {
        gone: Vec::new(),
        put: Vec::new(),
        size: 0,
        up_to: None,
    };
    let columns = keys.join(", ");
    let behind = from.as_ref().map_or(String::new(), |_| {
        format!("WHERE ({columns}) > ({})", ["?"; KEYS].join(", "))
    });
    let line = if has_lines { "json" } else { "NULL" };
    let ask = format!("SELECT {columns}, {line} FROM {table} {behind} ORDER BY {columns}");
    let mut stored = transaction.prepare_cached(&ask)?;
    let mut found = stored.query(params_from_iter(from.into_iter().flatten()))?;
    while let Some(row) = found.next()? {
        let key: [String; KEYS] = key_of(row)?;
        let at = key.each_ref().map(String::as_str);
        let is_before = |new: &rusqlite::Result<Wanted<S, KEYS>>| match new {
            Ok((key, _)) => key.each_ref().map(S::as_ref) < at,
            Err(_) => true,
        };
        while let Some(new) = wanted.next_if(is_before) {
            changes.put(new?);
        }
        let is_here = |new: &rusqlite::Result<Wanted<S, KEYS>>| matches!(new, Ok((key, _)) if key.each_ref().map(S::as_ref) == at);
        match wanted.next_if(is_here).transpose()? {
            None if stays(&key) => {}
            None => {
                changes.size += size_of_key(at);
                changes.gone.push(key.clone());
            }
            Some((_, None)) => {}
            Some((new, line)) => {
                let json: Option<Vec<u8>> = row.get(KEYS)?;
                if json.as_deref().and_then(unpack_row) != line {
                    changes.put((new, line));
                }
            }
        }
        if changes.size >= AT_A_TIME {
            changes.up_to = Some(key);
            break;
        }
    }
    Ok(changes)
}

impl<S: AsRef<str>, const KEYS: usize> Changes<S, KEYS> {
    fn put(&mut self, row: Wanted<S, KEYS>) {
        let (key, line) = &row;
        self.size +=
            size_of_key(key.each_ref().map(S::as_ref)) + line.as_ref().map_or(0, String::len);
        self.put.push(row);
    }
}

/// What a key holds in memory, about.
fn size_of_key<const KEYS: usize>(key: [&str; KEYS]) -> usize {
    key.map(|part| size_of::<String>() + part.len())
        .iter()
        .sum()
}

/// Writes rows into a table, in the place of those of the same key.
fn write<S: AsRef<str>, const KEYS: usize>(
    transaction: &Transaction<'_>,
    table: &str,
    (keys, has_lines): Columns<'_, KEYS>,
    rows: impl Iterator<Item = rusqlite::Result<Wanted<S, KEYS>>>,
) -> rusqlite::Result<()> {
    let columns = keys.join(", ");
    let (columns, values) = if has_lines {
        (format!("{columns}, json"), KEYS + 1)
    } else {
        (columns, KEYS)
    };
    let values = vec!["?"; values].join(", ");
    let mut write = transaction.prepare_cached(&format!(
        "INSERT OR REPLACE INTO {table} ({columns}) VALUES ({values})"
    ))?;
    for row in rows {
        let (key, line) = row?;
        if has_lines && line.is_none() {
            let missing = io::Error::other("a row that was to stay is not there");
            return made(Err(missing));
        }
        let line = line.map(|line| pack_row(&line));
        let key = key.each_ref().map(S::as_ref);
        let key = key.iter().map(|part| part as &dyn ToSql);
        let line = line.iter().map(|line| line as &dyn ToSql);
        write.execute(params_from_iter(key.chain(line)))?;
    }
    Ok(())
}

/// The first columns of a row.
pub(super) fn key_of<const KEYS: usize>(row: &Row<'_>) -> rusqlite::Result<[String; KEYS]> {
    let mut key = [const { String::new() }; KEYS];
    for (at, part) in key.iter_mut().enumerate() {
        *part = row.get(at)?;
    }
    Ok(key)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at an error of SQLite")]
mod tests {
    use rusqlite::Connection;

    use super::*;
    use crate::archive::schema::TABLES;

    /// Edges of so many sources, of which some are left out and some say something else as `salt` has it; each is long enough for
    /// some hundred of them to be written at a time.
    fn edges(salt: usize) -> Vec<([String; 3], String)> {
        let edge = |number: usize| {
            let key = [
                format!("person/{:02}", number / 40),
                format!("person/{number:05}"),
                "met".to_owned(),
            ];
            let says = if number.is_multiple_of(7) { salt } else { 0 };
            (key, format!("{number} {says} ").repeat(3_600))
        };
        let is_there = |number: &usize| number % 5 != salt;
        (0..1_200).filter(is_there).map(edge).collect()
    }

    #[test]
    fn a_table_of_much_that_differs_becomes_what_it_should_be_piece_by_piece() {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(TABLES).unwrap();
        for salt in [1, 2, 7, 7] {
            let wanted = edges(salt);
            let size: usize = wanted.iter().map(|(_, line)| line.len()).sum();
            assert!(size > 2 * AT_A_TIME, "{size}");
            let transaction = connection.transaction().unwrap();
            let lines = wanted.clone().into_iter().map(Ok);
            let columns = ["source", "target", "key"];
            let lines: Lines<'_, [String; 3]> = Box::new(lines);
            sync(
                &transaction,
                "graph_edge",
                (columns, true),
                rows(lines),
                &gone,
            )
            .unwrap();
            transaction.commit().unwrap();
            let ask = "SELECT source, target, key, json FROM graph_edge ORDER BY 1, 2, 3";
            let mut stored = connection.prepare(ask).unwrap();
            let stored = stored
                .query_map([], |row| Ok((key_of(row)?, row.get::<_, Vec<u8>>(3)?)))
                .unwrap();
            let stored = stored.map(Result::unwrap);
            let stored: Vec<_> = stored
                .map(|(k, row)| (k, unpack_row(&row).unwrap()))
                .collect();
            assert!(stored == wanted, "{salt}");
        }
    }

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
