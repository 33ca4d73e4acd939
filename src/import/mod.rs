//! Other people's graphs and lists as readings, so that what is kept by hand can be the start of a graph.
//!
//! This module never goes past the fold: a file becomes readings whose document is the file, and these meet those of
//! articles as any others do.

mod assemble;
mod ends;
mod entity;
mod fields;
mod gexf;
mod graphml;
mod json;
mod lines;
mod meeting;
mod namesakes;
mod nesting;
mod popolo;
mod problem;
mod readings;
mod row;
mod sides;
mod state_name;
mod table;
mod terms;
mod value;
mod xml;

use sha2::{Digest as _, Sha256};

use self::problem::Flaw;
pub use self::problem::Problem;
use self::row::Rows;
use crate::claim::Reading;
use crate::text::hex;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Node-link JSON, of interparl or `NetworkX`.
    Json,
    /// Popolo JSON.
    Popolo,
    /// `GraphML`.
    GraphMl,
    /// GEXF.
    Gexf,
    /// A table with a head, or a folder of tables as the export writes it.
    Csv,
}

/// A file and what is in it.
#[derive(Debug, Clone)]
pub struct File {
    /// Its name without the folder.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The readings: one for what has no day of its own, and one for each day on which an office is seen held.
    pub readings: Vec<Reading>,
    /// What the readings cannot keep of the file, a line a sort, with how often.
    pub lost: Vec<String>,
    /// Values that could not be read, of rows of which all else is read.
    pub left_out: Vec<Problem>,
    /// Rows that could not be read.
    pub skipped: Vec<Problem>,
}

/// Why a file cannot be read at all.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum ImportError {
    /// It is not of its format.
    #[error("{file}: {why}")]
    Syntax {
        /// The file, with the line where that is known.
        file: String,
        /// Why.
        why: String,
    },
    /// It is none of the formats.
    #[error("{0}: this is no graph or list that can be read")]
    Unknown(String),
}

impl Source {
    /// What a file is, by its ending and its beginning; `None` where neither tells.
    ///
    /// ```
    /// use interparl::import::Source;
    /// assert_eq!(Source::of("list.csv", b"person,role,body\n"), Some(Source::Csv));
    /// assert_eq!(Source::of("p.json", b"{\"persons\": []}"), Some(Source::Popolo));
    /// assert_eq!(Source::of("p.pdf", b"%PDF"), None);
    /// ```
    #[must_use]
    pub fn of(name: &str, bytes: &[u8]) -> Option<Self> {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        match ending.to_ascii_lowercase().as_str() {
            "csv" | "tsv" => Some(Self::Csv),
            "graphml" => Some(Self::GraphMl),
            "gexf" => Some(Self::Gexf),
            _ => {
                let text = String::from_utf8_lossy(bytes);
                if text.contains("<graphml") {
                    Some(Self::GraphMl)
                } else if text.contains("<gexf") {
                    Some(Self::Gexf)
                } else if !text.trim_start().starts_with('{') {
                    None
                } else if popolo::is_popolo(bytes) {
                    Some(Self::Popolo)
                } else {
                    Some(Self::Json)
                }
            }
        }
    }
}

/// Reads a graph or list. `name` is what its document is called, the path as a rule; `files` are its one file or the tables of
/// its folder.
///
/// The id of the document is the name and the first twelve digits of the SHA-256 of what is in the files, as in
/// `lists/speakers.csv@1f0c3a5b7d9e`, and behind a `#` the day, in readings of a day. Two files are never two versions of one
/// document, of which one would be passed over.
///
/// Offices come with the days on which they were seen held, meetings with their sides, visits, what belongs to what; who
/// is who is decided by the fold, as for articles. The evidence of each claim is the row of the file.
///
/// ```
/// use interparl::{graph::fold, import::{File, read}};
/// let bytes = b"person,state,role,title,body,date\nAru Bekova,XA,speaker,Speaker,House,2031-03-04\n".to_vec();
/// let imported = read("list.csv", &[File { name: "list.csv".to_owned(), bytes }])?;
/// assert!(fold(imported.readings).find("person/aru-bekova").is_some());
/// # Ok::<(), interparl::import::ImportError>(())
/// ```
///
/// # Errors
/// - [`ImportError::Unknown`] where neither the ending nor the beginning tells the format.
/// - [`ImportError::Syntax`] where a file is not of its format, or has neither nodes nor edges nor people.
pub fn read(name: &str, files: &[File]) -> Result<Imported, ImportError> {
    let mut rows = Rows::default();
    let mut hash = Sha256::new();
    for file in files {
        hash.update(&file.bytes);
        let text = String::from_utf8(file.bytes.clone()).map_err(|e| ImportError::Syntax {
            file: file.name.clone(),
            why: format!("byte {} is not UTF-8", e.utf8_error().valid_up_to()),
        })?;
        let text = text.trim_start_matches('\u{feff}');
        let bad = |flaw: Flaw| ImportError::Syntax {
            file: match flaw.line {
                Some(line) => format!("{}:{line}", file.name),
                None => file.name.clone(),
            },
            why: flaw.why,
        };
        match Source::of(&file.name, &file.bytes) {
            Some(Source::Csv) => table::read(&file.name, text, &mut rows).map_err(bad)?,
            Some(Source::GraphMl) => graphml::read(&file.name, text, &mut rows).map_err(bad)?,
            Some(Source::Gexf) => gexf::read(&file.name, text, &mut rows).map_err(bad)?,
            Some(Source::Json) => json::read(&file.name, text, &mut rows).map_err(bad)?,
            Some(Source::Popolo) => popolo::read(&file.name, text, &mut rows).map_err(bad)?,
            None => return Err(ImportError::Unknown(file.name.clone())),
        }
    }
    let hash = hex(&hash.finalize());
    Ok(readings::make(name, &hash, rows))
}
