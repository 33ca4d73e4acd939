//! Judgements: lines of text with which people correct what articles and rules got wrong.

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
        let ask = || {
            let mut statement = self
                .connection
                .prepare("SELECT line FROM judgement ORDER BY id")?;
            let rows = statement.query_map([], |row| row.get(0))?;
            rows.collect::<rusqlite::Result<Vec<String>>>()
        };
        ask().map_err(|error| self.told(error))
    }

    /// The judgements.
    ///
    /// # Errors
    /// [`ArchiveError::Judgement`] where a line is none: one that is passed over in silence would bring back what it
    /// corrected. Others where the archive cannot be read.
    pub fn judgements(&self) -> Result<Judgements, ArchiveError> {
        let lines = self.judgement_lines()?;
        (1..)
            .zip(&lines)
            .map(|(number, line)| self.judgement(number, line))
            .collect()
    }

    fn judgement(&self, number: usize, line: &str) -> Result<Judgement, ArchiveError> {
        Judgement::parse(line).map_err(|error| ArchiveError::Judgement {
            path: self.path.clone(),
            number,
            error,
        })
    }

    /// Puts judgements in, all of them or none, and says how many were not there. One that is there already, word for word,
    /// stays where it is.
    ///
    /// # Errors
    /// Where the archive cannot be written; it is then as it was.
    pub fn judge(&mut self, judgements: &[Judgement]) -> Result<usize, ArchiveError> {
        let path = self.path.clone();
        self.change(|transaction| {
            let work = || {
                let mut new = 0;
                for judgement in judgements {
                    new += transaction
                        .prepare_cached("INSERT INTO judgement (line) VALUES (?1) ON CONFLICT (line) DO NOTHING")?
                        .execute([judgement.to_line()])?;
                }
                if new > 0 {
                    changed(transaction)?;
                }
                Ok(new)
            };
            work().map_err(|error| ArchiveError::of(&path, error))
        })
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
