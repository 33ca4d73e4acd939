//! The tables that come with the program, and those of a user on top.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::error::LexiconError;
use super::rows::TABLES;
use super::table::{Row, Schema, Text, problem_at, read_rows};
use crate::text::hex;

/// A user's table.
#[derive(Debug)]
struct UserTable {
    schema: &'static Schema,
    file: String,
    content: String,
}

/// Where rows are read from: the tables that come with the program, and a user's.
#[derive(Debug, Default)]
pub(super) struct Tables {
    user: Vec<UserTable>,
}

impl Tables {
    /// The tables of a folder, on top of those that come with the program.
    ///
    /// # Errors
    /// As [`super::Lexicon::with_folder`], apart from bad rows.
    pub(super) fn with_folder(folder: &Path) -> Result<Self, LexiconError> {
        let mut new = Self::default();
        for path in table_files(folder)? {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let Some(schema) = TABLES.iter().find(|t| t.file == name) else {
                let nearest = nearest_table(&name);
                return Err(LexiconError::UnknownTable { path, nearest });
            };
            let bytes = match std::fs::read(&path) {
                Ok(bytes) => bytes,
                Err(source) => return Err(LexiconError::Unreadable { path, source }),
            };
            new.add(schema, path.display().to_string(), bytes)?;
        }
        if new.user.is_empty() {
            return Err(LexiconError::NoTable(folder.to_owned()));
        }
        Ok(new)
    }

    fn add(
        &mut self,
        schema: &'static Schema,
        file: String,
        bytes: Vec<u8>,
    ) -> Result<(), LexiconError> {
        let content = String::from_utf8(bytes).map_err(|error| {
            let good = error.utf8_error().valid_up_to();
            let before = error.as_bytes().iter().take(good);
            let line = 1 + before.filter(|b| **b == b'\n').count();
            problem_at(&file, line, "this line is not UTF-8".to_owned())
        })?;
        self.user.push(UserTable {
            schema,
            file,
            content,
        });
        Ok(())
    }

    /// Hands over the rows of a table: those that come with the program in their order, a user's row in the place of
    /// the row of the same key, and the other rows of the user behind them.
    ///
    /// # Errors
    /// Where a table has another header or a row another number of cells, or `each` fails.
    pub(super) fn each_row<'t>(
        &'t self,
        schema: &'static Schema,
        mut each: impl FnMut(&Row<'t>) -> Result<(), LexiconError>,
    ) -> Result<(), LexiconError> {
        let added = self.user_rows(schema)?;
        if added.is_empty() {
            return read_rows(Text::builtin(schema), each);
        }
        let mut replacing: BTreeMap<String, Row<'t>> = BTreeMap::new();
        if schema.replaces {
            replacing.extend(added.iter().map(|row| (row.key(), *row)));
        }
        let mut used = std::collections::BTreeSet::new();
        read_rows(Text::builtin(schema), |row| {
            match replacing.get(&row.key()) {
                Some(new) => {
                    used.insert(new.line);
                    each(new)
                }
                None => each(row),
            }
        })?;
        let mut behind = added.iter().filter(|row| !used.contains(&row.line));
        behind.try_for_each(each)
    }

    /// The rows of a table that come with the program and are not replaced by the user's.
    ///
    /// # Errors
    /// As [`Tables::each_row`].
    pub(super) fn own_rows(&self, schema: &'static Schema) -> Result<Vec<Row<'_>>, LexiconError> {
        let mut found = Vec::new();
        self.each_row(schema, |row| {
            if row.is_builtin() {
                found.push(*row);
            }
            Ok(())
        })?;
        Ok(found)
    }

    /// The rows of the user's table.
    ///
    /// # Errors
    /// As [`Tables::each_row`].
    pub(super) fn user_rows(&self, schema: &'static Schema) -> Result<Vec<Row<'_>>, LexiconError> {
        let mut found = Vec::new();
        for table in self.user.iter().filter(|t| t.schema.file == schema.file) {
            let text = Text {
                schema,
                file: &table.file,
                content: &table.content,
                builtin: false,
            };
            read_rows(text, |row| {
                found.push(*row);
                Ok(())
            })?;
        }
        Ok(found)
    }
}

/// A word for the tables of a folder: another one where any of them has another name or other bytes.
///
/// # Errors
/// [`LexiconError::Unreadable`] where the folder or a file cannot be read.
pub(super) fn fingerprint(folder: &Path) -> Result<String, LexiconError> {
    let mut hash = Sha256::new();
    for path in table_files(folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let bytes = std::fs::read(&path).map_err(|source| LexiconError::Unreadable {
            path: path.clone(),
            source,
        })?;
        hash.update(format!("{name} {}\n", bytes.len()));
        hash.update(bytes);
    }
    let mut word = hex(&hash.finalize());
    word.truncate(16);
    Ok(word)
}

/// The files of a folder that are meant as tables, in the order of their names. Hidden files are none.
fn table_files(folder: &Path) -> Result<Vec<PathBuf>, LexiconError> {
    let unreadable = |source| LexiconError::Unreadable {
        path: folder.to_owned(),
        source,
    };
    if !folder.is_dir() {
        return Err(unreadable(io::Error::new(
            io::ErrorKind::NotFound,
            "there is no such folder",
        )));
    }
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let hidden = path
            .file_name()
            .is_some_and(|n| n.to_string_lossy().starts_with('.'));
        let table = path
            .extension()
            .is_some_and(|e| e.eq_ignore_ascii_case("tsv"));
        if table && !hidden {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The name of a table that is most like a name.
fn nearest_table(name: &str) -> &'static str {
    use rapidfuzz::distance::osa::distance;
    let far = |file: &str| distance(file.chars(), name.to_lowercase().chars());
    let nearest = TABLES.iter().min_by_key(|table| far(table.file));
    nearest.map_or("", |table| table.file)
}
