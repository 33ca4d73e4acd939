//! The lexicon: the tables that come with the program are good, a user's add to them, bad rows are named, and words
//! are looked up with their place and source.

mod bad_rows;
mod builtin;
mod lookup;
mod user_tables;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

type Outcome = Result<(), Box<dyn Error>>;

/// A table that comes with the program.
fn table(file: &str) -> Result<String, Box<dyn Error>> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon/data");
    Ok(fs::read_to_string(data.join(file))?)
}

/// The columns of a table.
fn columns(file: &str) -> Result<Vec<String>, Box<dyn Error>> {
    let table = table(file)?;
    let header = table.lines().next().unwrap_or_default();
    Ok(header.split('\t').map(str::to_owned).collect())
}

/// A row with these cells; the others are empty.
fn row(file: &str, cells: &[(&str, &str)]) -> Result<String, Box<dyn Error>> {
    let columns = columns(file)?;
    for (column, _) in cells {
        assert!(
            columns.iter().any(|c| c == column),
            "{file} has no {column}"
        );
    }
    let cell = |column: &String| {
        cells
            .iter()
            .find(|(c, _)| c == column)
            .map_or("", |(_, v)| *v)
    };
    let row: Vec<&str> = columns.iter().map(cell).collect();
    Ok(row.join("\t"))
}

/// A row that comes with the program, with some cells changed. `key` is what the row begins with.
fn changed(file: &str, key: &str, cells: &[(&str, &str)]) -> Result<String, Box<dyn Error>> {
    let table = table(file)?;
    let start = format!("{key}\t");
    let old = table
        .lines()
        .find(|l| l.starts_with(&start))
        .ok_or("no such row")?;
    let columns = columns(file)?;
    let cell = |(column, old): (&String, &str)| {
        let new = cells.iter().find(|(c, _)| c == column);
        new.map_or_else(|| old.to_owned(), |(_, v)| (*v).to_owned())
    };
    let row: Vec<String> = columns.iter().zip(old.split('\t')).map(cell).collect();
    Ok(row.join("\t"))
}

/// Writes a table with its header and these rows into a folder.
fn write(folder: &Path, file: &str, rows: &[String]) -> Result<PathBuf, Box<dyn Error>> {
    let path = folder.join(file);
    let content = format!("{}\n{}\n", columns(file)?.join("\t"), rows.join("\n"));
    fs::write(&path, content)?;
    Ok(path)
}
