//! Tab-separated tables: a header, rows, cells with several values.

use std::path::PathBuf;

/// What is wrong with a table, and where.
#[derive(Debug, thiserror::Error)]
pub enum LexiconError {
    /// A row that breaks a rule of its table.
    #[error("{file}:{line}: {problem}")]
    Row {
        /// The table's file.
        file: String,
        /// The line, from 1; the header is line 1.
        line: usize,
        /// What is wrong, in lower case, without a full stop.
        problem: String,
    },
    /// A table that cannot be read at all.
    #[error("{path}: {source}")]
    Unreadable {
        /// The table's path.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A folder of tables in which no file is a table.
    #[error("{0}: no table in this folder")]
    NoTable(PathBuf),
}

/// One row, with its place for messages.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'t> {
    file: &'t str,
    line: usize,
    columns: &'t [&'static str],
    content: &'t str,
}

impl<'t> Row<'t> {
    /// The cell of a column, trimmed; empty where the row is short (the row count was checked before).
    pub(super) fn cell(&self, column: &str) -> &'t str {
        let place = self
            .columns
            .iter()
            .position(|c| *c == column)
            .unwrap_or(usize::MAX);
        self.content
            .split('\t')
            .nth(place)
            .unwrap_or_default()
            .trim()
    }

    /// The values of a cell that may have several.
    pub(super) fn values(&self, column: &str) -> impl Iterator<Item = &'t str> + use<'t> {
        self.cell(column)
            .split('|')
            .map(str::trim)
            .filter(|v| !v.is_empty())
    }

    /// The cell, which must not be empty.
    pub(super) fn filled(&self, column: &str) -> Result<&'t str, LexiconError> {
        match self.cell(column) {
            "" => Err(self.problem(format!("column \"{column}\" is empty"))),
            cell => Ok(cell),
        }
    }

    /// The cell as a word of a closed set.
    pub(super) fn word<T>(
        &self,
        column: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<T, LexiconError> {
        let cell = self.cell(column);
        parse(cell).ok_or_else(|| {
            self.problem(format!(
                "column \"{column}\" has the unknown word \"{cell}\""
            ))
        })
    }

    /// An error at this row.
    pub(super) fn problem(&self, problem: String) -> LexiconError {
        LexiconError::Row {
            file: self.file.to_owned(),
            line: self.line,
            problem,
        }
    }
}

/// The rows of a table.
///
/// # Errors
/// Where the header is not exactly the columns, or a row has another number of cells.
pub(super) fn rows<'t>(
    file: &'t str,
    columns: &'t [&'static str],
    content: &'t str,
) -> Result<Vec<Row<'t>>, LexiconError> {
    let problem = |line, problem| LexiconError::Row {
        file: file.to_owned(),
        line,
        problem,
    };
    let mut lines = content
        .strip_prefix('\u{feff}')
        .unwrap_or(content)
        .lines()
        .enumerate();
    let header = lines.next().map_or("", |(_, h)| h);
    if !header.split('\t').eq(columns.iter().copied()) {
        return Err(problem(
            1,
            format!("the header must be \"{}\"", columns.join("\\t")),
        ));
    }
    let mut found = Vec::new();
    for (number, content) in lines {
        if content.trim().is_empty() {
            continue;
        }
        let cells = content.bytes().filter(|b| *b == b'\t').count() + 1;
        if cells != columns.len() {
            return Err(problem(
                number + 1,
                format!("{cells} cells where the header has {}", columns.len()),
            ));
        }
        found.push(Row {
            file,
            line: number + 1,
            columns,
            content,
        });
    }
    Ok(found)
}
