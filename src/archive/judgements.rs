//! Judgements: lines of text with which people correct what articles and rules got wrong.

use std::path::Path;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::adding::changed;
use super::check::Findings;
use super::error::ArchiveError;
use super::file::Archive;
use crate::identity::{Judgement, Judgements};

impl Archive {
    /// The lines of the judgements, in the order in which they came, whether or not this interparl can read them.
    ///
    /// # Errors
    /// Where the archive cannot be read.
    pub fn judgement_lines(&self) -> Result<Vec<String>, ArchiveError> {
        lines_of(&self.connection).map_err(|error| self.told(error))
    }

    /// The judgements.
    ///
    /// # Errors
    /// [`ArchiveError::Judgement`] where a line is none: one that is passed over in silence would bring back what it
    /// corrected. Others where the archive cannot be read.
    pub fn judgements(&self) -> Result<Judgements, ArchiveError> {
        judgements_of(&self.path, &self.connection)
    }

    /// Puts judgements in, all of them or none, and says how many were not there. One that is there already, word for word,
    /// stays where it is.
    ///
    /// # Errors
    /// Where the archive cannot be written; it is then as it was.
    pub fn judge(&mut self, judgements: &[Judgement]) -> Result<usize, ArchiveError> {
        let path = self.path.clone();
        self.change(|transaction| {
            put(transaction, judgements).map_err(|error| ArchiveError::of(&path, error))
        })
    }

    /// The same of what is to be said beside what is known by then: nobody else writes anything in between, so that no two who
    /// say the contrary of each other at once are both kept. `say` is given the archive as it is at that moment, which it may
    /// read: its [`Archive::generation`] tells whether a graph that was read before is still the one of it.
    ///
    /// # Errors
    /// As [`Archive::judge`] and [`Archive::judgements`]; what `say` refuses is in the inner value, and nothing is put in then.
    pub fn judge_beside<E>(
        &mut self,
        say: impl FnOnce(&Self, &Judgements) -> Result<Vec<Judgement>, E>,
    ) -> Result<Result<usize, E>, ArchiveError> {
        let told = |error| ArchiveError::of(&self.path, error);
        let transaction =
            Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)
                .map_err(told)?;
        let known = judgements_of(&self.path, &transaction)?;
        let judgements = match say(self, &known) {
            Ok(judgements) => judgements,
            Err(why) => return Ok(Err(why)),
        };
        let new = put(&transaction, &judgements).map_err(told)?;
        transaction.commit().map_err(told)?;
        Ok(Ok(new))
    }

    /// Looks whether each line is a judgement.
    pub(super) fn look_at_judgements(&self, findings: &mut Findings) {
        match self.judgement_lines() {
            Ok(lines) => {
                let looked = (1..)
                    .zip(&lines)
                    .map(|(number, line)| (number, Judgement::parse(line)));
                let wrong = looked.filter_map(|(number, line)| Some((number, line.err()?)));
                findings
                    .problems
                    .extend(wrong.map(|(number, error)| format!("judgement {number}: {error}")));
            }
            Err(error) => findings.problems.push(error.to_string()),
        }
    }
}

fn lines_of(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut statement = connection.prepare("SELECT line FROM judgement ORDER BY id")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    rows.collect()
}

fn judgements_of(path: &Path, connection: &Connection) -> Result<Judgements, ArchiveError> {
    let lines = lines_of(connection).map_err(|error| ArchiveError::of(path, error))?;
    let parsed = (1..).zip(&lines).map(|(number, line)| {
        Judgement::parse(line).map_err(|error| ArchiveError::Judgement {
            path: path.to_owned(),
            number,
            error,
        })
    });
    parsed.collect()
}

fn put(connection: &Connection, judgements: &[Judgement]) -> rusqlite::Result<usize> {
    let ask = "INSERT INTO judgement (line) VALUES (?1) ON CONFLICT (line) DO NOTHING";
    let mut new = 0;
    for judgement in judgements {
        new += connection
            .prepare_cached(ask)?
            .execute([judgement.to_line()])?;
    }
    if new > 0 {
        changed(connection)?;
    }
    Ok(new)
}
