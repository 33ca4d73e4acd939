//! The small tables of this module: tab between cells, a header first.

use thiserror::Error;

/// A row that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line}: {what}")]
pub(super) struct TableProblem {
    line: usize,
    what: &'static str,
}

impl TableProblem {
    pub(super) const fn at(line: usize, what: &'static str) -> Self {
        Self { line, what }
    }
}

/// The rows behind the header, each with its number of line.
///
/// # Errors
/// Where a row has not exactly so many cells.
pub(super) fn cells<const N: usize>(table: &str) -> Result<Vec<(usize, [&str; N])>, TableProblem> {
    let mut rows = Vec::new();
    for (number, line) in (1..).zip(table.lines()).skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let cells = cells
            .try_into()
            .map_err(|_| TableProblem::at(number, "this row has another number of cells"))?;
        rows.push((number, cells));
    }
    Ok(rows)
}
