//! Whether everything in an archive is what was put there.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use super::error::ArchiveError;
use super::file::Archive;
use super::news::told;
use super::packed::{hash, unpack};
use crate::claim::{Reading, Why, Words, read_line};
use crate::document::DocumentRecord;
use crate::text::hex;

/// Versions that are looked at at a time.
const AT_A_TIME: usize = 1024;

/// What was looked at, and what is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Findings {
    /// Documents.
    pub documents: usize,
    /// Versions of them.
    pub versions: usize,
    /// Versions that an older interparl read.
    pub older: usize,
    /// People, offices and meetings whose counts are not those of the readings, as after a change of what counts as one.
    /// Only what reports call new depends on them; [`Archive::count_again`] mends them.
    pub miscounted: usize,
    /// What is wrong, a line each; empty where all is well.
    pub problems: Vec<String>,
}

/// A version with its reading as they lie in the file.
struct Row {
    document: String,
    fingerprint: Vec<u8>,
    record: String,
    text: Option<Vec<u8>>,
    reading: Option<(Vec<u8>, Vec<u8>)>,
}

impl Archive {
    /// Looks at everything: the pages of the file, what refers to what, the hashes of texts and readings, whether each
    /// reading is of its text and points into it, the counts of what is known, and whether each judgement is one. `rules`
    /// is the word for the rules of today.
    ///
    /// Complexity: everything is read once.
    ///
    /// # Errors
    /// Where the archive cannot be read at all; what can be said of a damaged one is among the problems.
    pub fn check(&self, rules: &str) -> Result<Findings, ArchiveError> {
        let mut findings = Findings::default();
        self.look_at_pages(&mut findings);
        let known = self.look_at_versions(&mut findings);
        self.look_at_counts(known, &mut findings);
        self.look_at_judgements(&mut findings);
        let count = |words: &str| {
            self.connection
                .query_row(words, [rules], |row| row.get::<_, i64>(0))
        };
        let older = "SELECT count(*) FROM reading JOIN reader ON reader.id = reading.reader WHERE reader.rules <> ?1";
        match count(older) {
            Ok(older) => findings.older = usize::try_from(older).unwrap_or_default(),
            Err(error) => findings.problems.push(self.told(error).to_string()),
        }
        Ok(findings)
    }

    /// Counts what is known from nothing, where the counts are not what the readings say. Only what the reports call new
    /// depends on them.
    ///
    /// # Errors
    /// As [`Archive::readings`], and where the archive cannot be written.
    pub fn count_again(&mut self) -> Result<(), ArchiveError> {
        let mut known: BTreeMap<i64, i64> = BTreeMap::new();
        self.each_reading(|reading| count(&mut known, &reading))?;
        let path = self.path.clone();
        self.change(|transaction| {
            let work = || {
                transaction.execute("DELETE FROM known", [])?;
                let mut put =
                    transaction.prepare("INSERT INTO known (key, times) VALUES (?1, ?2)")?;
                for (key, times) in &known {
                    put.execute([key, times])?;
                }
                Ok(())
            };
            work().map_err(|error| ArchiveError::of(&path, error))
        })
    }

    fn look_at_pages(&self, findings: &mut Findings) {
        let mut ask = |pragma: &str, what: &str| {
            let lines = || {
                let mut statement = self.connection.prepare(pragma)?;
                let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
                rows.collect::<rusqlite::Result<Vec<_>>>()
            };
            match lines() {
                Ok(lines) => {
                    let wrong = lines.into_iter().filter(|line| line != "ok");
                    findings
                        .problems
                        .extend(wrong.map(|line| format!("{what}: {line}")));
                }
                Err(error) => findings.problems.push(self.told(error).to_string()),
            }
        };
        ask("PRAGMA integrity_check", "the file");
        ask(
            "SELECT \"table\" || ' ' || coalesce(rowid, '') || ' points at no ' || parent FROM pragma_foreign_key_check",
            "a row",
        );
        ask(
            "SELECT name || ' has no version' FROM document WHERE id NOT IN (SELECT document FROM version)",
            "a document",
        );
    }

    /// Looks at each version and gives how often what is told.
    fn look_at_versions(&self, findings: &mut Findings) -> BTreeMap<i64, i64> {
        let mut known = BTreeMap::new();
        let mut last = 0;
        let mut names = std::collections::BTreeSet::new();
        loop {
            let rows = match self.rows_after(last) {
                Ok(rows) => rows,
                Err(error) => {
                    findings.problems.push(self.told(error).to_string());
                    break;
                }
            };
            let Some((number, _)) = rows.last() else {
                break;
            };
            last = *number;
            let looked: Vec<(Vec<String>, Option<Reading>)> =
                rows.par_iter().map(|(_, row)| row.look()).collect();
            findings.versions += rows.len();
            names.extend(rows.into_iter().map(|(_, row)| row.document));
            for (problems, reading) in looked {
                findings.problems.extend(problems);
                if let Some(reading) = reading {
                    count(&mut known, &reading);
                }
            }
        }
        findings.documents = names.len();
        known
    }

    fn rows_after(&self, last: i64) -> rusqlite::Result<Vec<(i64, Row)>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT version.id, document.name, version.fingerprint, version.record, version.text, reading.hash, reading.line
             FROM version JOIN document ON document.id = version.document
             LEFT JOIN reading ON reading.version = version.id
             WHERE version.id > ?1 ORDER BY version.id LIMIT ?2",
        )?;
        let limit = i64::try_from(AT_A_TIME).unwrap_or(i64::MAX);
        let rows = statement.query_map([last, limit], |row| {
            let (hash, line): (Option<Vec<u8>>, Option<Vec<u8>>) = (row.get(5)?, row.get(6)?);
            let version = Row {
                document: row.get(1)?,
                fingerprint: row.get(2)?,
                record: row.get(3)?,
                text: row.get(4)?,
                reading: hash.zip(line),
            };
            Ok((row.get(0)?, version))
        })?;
        rows.collect()
    }

    fn look_at_counts(&self, mut known: BTreeMap<i64, i64>, findings: &mut Findings) {
        let counts = || {
            let mut statement = self.connection.prepare("SELECT key, times FROM known")?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            rows.collect::<rusqlite::Result<Vec<(i64, i64)>>>()
        };
        match counts() {
            Ok(counts) => {
                let wrong = counts
                    .into_iter()
                    .filter(|(key, times)| known.remove(key) != Some(*times))
                    .count();
                findings.miscounted = wrong + known.len();
            }
            Err(error) => findings.problems.push(self.told(error).to_string()),
        }
    }
}

fn count(known: &mut BTreeMap<i64, i64>, reading: &Reading) {
    for (key, _) in told(reading) {
        *known.entry(key).or_default() += 1;
    }
}

impl Row {
    /// What is wrong with it, and its reading where that can be read.
    fn look(&self) -> (Vec<String>, Option<Reading>) {
        let mut problems = Vec::new();
        let mut wrong = |what: &str| problems.push(format!("\"{}\": {what}", self.document));
        if hash(self.record.as_bytes()).as_slice() != self.fingerprint {
            wrong("the record is not what was written");
        }
        let record: Option<DocumentRecord> = serde_json::from_str(&self.record).ok();
        if record
            .as_ref()
            .is_none_or(|record| record.id != self.document)
        {
            wrong("the record is of another document");
        }
        let text = self.text.as_ref().map(|text| unpack(text));
        if let (Some(text), Some(record)) = (&text, &record) {
            let whole = text
                .as_ref()
                .is_some_and(|text| hex(&hash(text.as_bytes())) == record.sha256);
            if !whole {
                wrong("the text is not what was written");
            }
        }
        let reading = self.read();
        match &reading {
            Ok(reading) => {
                if record.is_some_and(|record| record != reading.document) {
                    wrong("the reading is of another document");
                }
                if let Some(Some(text)) = text {
                    for dangling in dangling(reading, &text) {
                        wrong(&dangling);
                    }
                }
            }
            Err(problem) => wrong(problem),
        }
        (problems, reading.ok())
    }

    fn read(&self) -> Result<Reading, &'static str> {
        let (told, line) = self.reading.as_ref().ok_or("it has no reading")?;
        let line = unpack(line)
            .filter(|line| hash(line.as_bytes()).as_slice() == told)
            .ok_or("the reading is not what was written")?;
        read_line(&line).map_err(|_| "this interparl cannot read its reading")
    }
}

/// The words of a reading that its text does not have where they are said to be.
fn dangling(reading: &Reading, text: &str) -> Vec<String> {
    let letters: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let slice = |start: usize, end: usize| {
        let (from, to) = (letters.get(start)?, letters.get(end)?);
        text.get(*from..*to)
    };
    let mut found = Vec::new();
    for form in reading.entities.iter().flat_map(|entity| &entity.forms) {
        if slice(form.start, form.end).is_none() {
            found.push(format!(
                "a name at {}..{} lies outside of its text",
                form.start, form.end
            ));
        }
    }
    for words in words_of(reading) {
        let there = slice(words.start, words.end);
        if there.is_none()
            || words
                .quote
                .as_deref()
                .is_some_and(|quote| there != Some(quote))
        {
            found.push(format!(
                "words at {}..{} are not in its text",
                words.start, words.end
            ));
        }
    }
    found
}

fn words_of(reading: &Reading) -> Vec<&Words> {
    use crate::claim::Assertion;
    let mut words = Vec::new();
    for claim in &reading.claims {
        words.extend(claim.evidence.iter().filter_map(|why| match why {
            Why::Words(words) => Some(words),
            Why::Table(_) => None,
        }));
        if let Assertion::Meeting { outcomes, .. } = &claim.assertion {
            words.extend(outcomes.iter().flat_map(|outcome| &outcome.evidence));
        }
    }
    words
}
