//! What can be saved of a damaged file.
//!
//! Rows are asked for one by one by the numbers that there are, so that a page that cannot be read costs the rows on it and no others.
//! A text counts as saved where it has the hash that its document carries; a reading where it has its own. What has lost
//! its reading is read again, what has lost its text keeps what was read in it.

use std::fs::{self, File};
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use rusqlite::{Connection, OpenFlags};
use serde::Serialize;

use super::adding::{Entry, Reader};
use super::documents::article;
use super::error::ArchiveError;
use super::file::{Archive, PATIENCE, immutable};
use super::packed::{hash, unpack};
use super::schema::PAGE;
use super::wreck_judgements::judgements;
use super::wreck_numbers::Numbers;
use crate::claim::{Reading, read_line};
use crate::document::{Article, DocumentRecord};

/// Entries that are put into the new archive together.
const TOGETHER: usize = 500;

/// Numbers in a row that lead to nothing before the search ends, where the file cannot say which there are.
const PATIENT: i64 = 100_000;

/// Bytes of the head of a file of `SQLite`, before the tree of its tables begins.
const HEAD: usize = 100;

/// Rows that are looked at to find out whether the tables lie where the first page says.
const TRIED: usize = 1000;

/// What was saved and what was not.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Salvaged {
    /// Versions of documents with their text.
    pub versions: usize,
    /// Of these, those whose reading was lost and made anew.
    pub read_again: usize,
    /// Versions whose text is lost and whose reading is not.
    pub without_text: usize,
    /// Judgements.
    pub judgements: usize,
    /// What is known to be lost, a line each.
    pub lost: Vec<String>,
}

/// A row of a damaged file: what could be read of it.
struct Found {
    label: String,
    record: Option<DocumentRecord>,
    text: Option<String>,
    reading: Option<(Reading, Reader)>,
}

/// Saves what can be saved of a damaged archive into a new one. `read` reads the articles that have lost their reading;
/// `reader` says who that is. The damaged file stays as it is.
///
/// # Errors
/// [`ArchiveError::Exists`] where the new file is there already; [`ArchiveError::Missing`] where the damaged one is not;
/// [`ArchiveError::Damaged`] where nothing can be read at all; others where the new one cannot be written.
pub fn salvage(
    damaged: &Path,
    new: &Path,
    reader: &Reader,
    read: &dyn Fn(&Article) -> Reading,
) -> Result<Salvaged, ArchiveError> {
    if new.exists() {
        return Err(ArchiveError::Exists(new.to_owned()));
    }
    fs::metadata(damaged).map_err(|e| ArchiveError::of_io(damaged, &e))?;
    // The copy stands beside the new file, where there must be room anyway.
    let folder = new.parent().filter(|f| !f.as_os_str().is_empty());
    let copies = tempfile::tempdir_in(folder.unwrap_or_else(|| Path::new(".")))
        .map_err(|e| ArchiveError::of_io(new, &e))?;
    let copy = copies.path().join("copy.db");
    let wreck = Wreck::open(damaged, &copy)?;
    let mut archive = Archive::add_to(new, PATIENCE)?;
    let mut done = Salvaged::default();
    let mut ready: Vec<(Reader, Entry)> = Vec::new();
    for number in wreck.numbers() {
        match wreck.found(number) {
            Some(found) => ready.extend(found.save(reader, read, &mut done)),
            None => continue,
        }
        if ready.len() >= TOGETHER {
            put(&mut archive, std::mem::take(&mut ready))?;
        }
    }
    put(&mut archive, ready)?;
    let judgements = judgements(&wreck.connection, &mut done.lost);
    done.judgements = archive.judge(&judgements)?;
    Ok(done)
}

fn put(archive: &mut Archive, ready: Vec<(Reader, Entry)>) -> Result<(), ArchiveError> {
    let mut rest = ready.into_iter().peekable();
    while let Some((reader, first)) = rest.next() {
        let mut entries = vec![first];
        while let Some((_, entry)) = rest.next_if(|(next, _)| *next == reader) {
            entries.push(entry);
        }
        archive.add(&entries, &reader)?;
    }
    Ok(())
}

/// A damaged file, open as far as it can be opened.
struct Wreck {
    connection: Connection,
    pages: i64,
    numbers: Numbers,
}

impl Wreck {
    fn open(damaged: &Path, copy: &Path) -> Result<Self, ArchiveError> {
        let io = |e| ArchiveError::of_io(damaged, &e);
        fs::copy(damaged, copy).map_err(io)?;
        let log = |path: &Path| {
            let mut log = path.as_os_str().to_owned();
            log.push("-wal");
            log
        };
        // What is in the log was committed too. SQLite itself passes over what is broken in it.
        let _ = fs::copy(log(damaged), log(copy));
        if let Some(wreck) = Self::connect(copy, false) {
            return Ok(wreck);
        }
        let _ = fs::remove_file(log(copy));
        if let Some(wreck) = Self::connect(copy, true) {
            return Ok(wreck);
        }
        // With the beginning of another archive; the one with which most of the rows make sense was the own one's like.
        let mut best = None;
        for (place, lent) in Lent::ALL.into_iter().enumerate() {
            let tried = copy.with_extension(place.to_string());
            fs::copy(damaged, &tried).map_err(io)?;
            lend_first_page(&tried, lent).map_err(io)?;
            if let Some(wreck) = Self::connect(&tried, true) {
                let worth = wreck.worth();
                if best.as_ref().is_none_or(|(most, _)| worth > *most) {
                    best = Some((worth, wreck));
                }
            }
        }
        best.map(|(_, wreck)| wreck)
            .ok_or_else(|| ArchiveError::Damaged {
                path: damaged.to_owned(),
                why: "nothing in it can be read".to_owned(),
            })
    }

    /// How much of the first rows makes sense: texts, readings, and whether there are judgements.
    fn worth(&self) -> usize {
        let found = self.numbers().take(TRIED).filter_map(|n| self.found(n));
        let rows: usize = found
            .map(|found| usize::from(found.text.is_some()) + usize::from(found.reading.is_some()))
            .sum();
        let judgements = "SELECT count(*) FROM judgement WHERE typeof(line) = 'text'";
        let judged = self.connection.query_row(judgements, [], |row| row.get(0));
        rows + usize::try_from(judged.unwrap_or(0_i64)).unwrap_or_default()
    }

    /// Opens the copy, if the tables can be found in it.
    fn connect(copy: &Path, alone: bool) -> Option<Self> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_URI;
        let path = if alone {
            immutable(copy)
        } else {
            copy.to_owned()
        };
        let connection = Connection::open_with_flags(path, flags).ok()?;
        // A page that contradicts itself is no reason to give up on its rows.
        let _ = connection.execute_batch("PRAGMA cell_size_check = OFF; PRAGMA query_only = ON;");
        let pages = fs::metadata(copy).ok()?.len() / u64::from(PAGE) + 1;
        let tables =
            "SELECT count(*) FROM sqlite_schema WHERE name IN ('document', 'version', 'reading')";
        let count: i64 = connection.query_row(tables, [], |row| row.get(0)).ok()?;
        let numbers = Numbers::of(&connection, &[("version", "id"), ("reading", "version")]);
        let wreck = Self {
            connection,
            pages: i64::try_from(pages).unwrap_or(i64::MAX / PATIENT),
            numbers,
        };
        // Some row must be found, or the tables lie elsewhere than the first page says.
        (count == 3 && wreck.numbers().any(|number| wreck.found(number).is_some())).then_some(wreck)
    }

    /// All numbers that a version may have.
    fn numbers(&self) -> impl Iterator<Item = i64> + use<> {
        // A page has room for some dozens of the smallest rows.
        let rows = self.pages.saturating_mul(64);
        self.numbers
            .to_ask(rows.saturating_add(PATIENT), rows.min(self.pages + PATIENT))
    }

    /// What can be read of a version; `None` where there is none of that number, as far as anybody can tell.
    fn found(&self, number: i64) -> Option<Found> {
        let version = self
            .connection
            .prepare_cached("SELECT label, record, text FROM version WHERE id = ?1");
        let version: Option<(String, String, Option<Vec<u8>>)> = version
            .and_then(|mut s| {
                s.query_row([number], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            })
            .ok();
        let reading = self.reading(number);
        let (label, record, text) = match version {
            Some((label, record, text)) => (
                label,
                serde_json::from_str::<DocumentRecord>(&record).ok(),
                text,
            ),
            None => (String::new(), None, None),
        };
        let record = record.or_else(|| {
            reading
                .as_ref()
                .map(|(reading, _)| reading.document.clone())
        });
        let text = text.and_then(|text| unpack(&text)).filter(|text| {
            let article = Article {
                text: text.clone(),
                ..Article::default()
            };
            record
                .as_ref()
                .is_some_and(|record| record.sha256 == article.sha256())
        });
        (record.is_some() || !label.is_empty()).then_some(Found {
            label,
            record,
            text,
            reading,
        })
    }

    fn reading(&self, number: i64) -> Option<(Reading, Reader)> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT hash, line, reader FROM reading WHERE version = ?1")
            .ok()?;
        let (told, line, reader): (Vec<u8>, Vec<u8>, i64) = statement
            .query_row([number], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .ok()?;
        let line = unpack(&line).filter(|line| hash(line.as_bytes()).as_slice() == told)?;
        let reading = read_line(&line).ok()?;
        let reader = self
            .connection
            .query_row(
                "SELECT rules, tables FROM reader WHERE id = ?1",
                [reader],
                |row| {
                    Ok(Reader {
                        rules: row.get(0)?,
                        tables: row.get(1)?,
                    })
                },
            )
            // Whoever it was, refresh reads it again.
            .unwrap_or(Reader {
                rules: String::new(),
                tables: String::new(),
            });
        Some((reading, reader))
    }
}

impl Found {
    /// The entry that is saved of it, with who read it.
    fn save(
        self,
        reader: &Reader,
        read: &dyn Fn(&Article) -> Reading,
        done: &mut Salvaged,
    ) -> Option<(Reader, Entry)> {
        let record = self.record?;
        let id = record.id.clone();
        let reading = self
            .reading
            .filter(|(reading, _)| reading.document == record);
        let saved = match (self.text, reading) {
            (Some(text), reading) => {
                let again = reading.is_none();
                let article = article(record, self.label, text);
                let (reading, by) = reading.unwrap_or_else(|| (read(&article), reader.clone()));
                let entry = Entry::new(&article, &reading).ok().map(|entry| (by, entry));
                if entry.is_some() {
                    done.versions += 1;
                    done.read_again += usize::from(again);
                }
                entry
            }
            (None, Some((reading, by))) => {
                let entry = Entry::without_text(&reading, &self.label).ok();
                done.without_text += usize::from(entry.is_some());
                entry.map(|entry| (by, entry))
            }
            (None, None) => None,
        };
        if saved.is_none() {
            done.lost.push(id);
        }
        saved
    }
}

/// What is taken from a new archive for a file whose beginning is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lent {
    /// The head alone: where the tables lie, the file still says itself.
    Head,
    /// The first page as it is when the tables have just been made.
    New,
    /// The first page as it is behind `compact`, which puts the tables elsewhere.
    Compacted,
}

impl Lent {
    const ALL: [Self; 3] = [Self::Head, Self::New, Self::Compacted];
}

/// Puts the beginning of a new archive into a file whose own is broken. The first page says where the tables lie, and that
/// is the same in every archive of this schema.
fn lend_first_page(copy: &Path, lent: Lent) -> std::io::Result<()> {
    let other = |error: ArchiveError| std::io::Error::other(error.to_string());
    let folder = tempfile::tempdir()?;
    let fresh = folder.path().join("fresh.db");
    let mut archive = Archive::add_to(&fresh, PATIENCE).map_err(other)?;
    if lent == Lent::Compacted {
        archive.compact().map_err(other)?;
    }
    // What is still in the log comes into the file.
    drop(archive);
    let size = match lent {
        Lent::Head => HEAD,
        Lent::New | Lent::Compacted => usize::try_from(PAGE).unwrap_or_default(),
    };
    let mut page = vec![0; size];
    File::open(&fresh)?.read_exact(&mut page)?;
    let mut file = File::options().read(true).write(true).open(copy)?;
    let pages = file.metadata()?.len() / u64::from(PAGE);
    // Bytes 28 to 31 of the head are the size in pages; it counts where 24 to 27 agree with 92 to 95, as they do here.
    let pages = u32::try_from(pages).unwrap_or(u32::MAX).to_be_bytes();
    for (at, byte) in (28..).zip(pages) {
        if let Some(slot) = page.get_mut(at) {
            *slot = byte;
        }
    }
    // Bytes 32 to 39 are the list of free pages, which nothing here needs.
    for slot in page.iter_mut().skip(32).take(8) {
        *slot = 0;
    }
    file.seek(SeekFrom::Start(0))?;
    file.write_all(&page)?;
    file.sync_all()
}
