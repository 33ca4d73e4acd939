//! Why an input or one article of it could not be read.

use std::fmt;
use std::io;

use super::clean::one_line;

/// An input, or one article of it, that could not be read. The message is one line:
/// `file:line:column: what is wrong`, without control characters whatever the file is called.
#[derive(Debug, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct DocumentError {
    place: Place,
    #[source]
    problem: Problem,
}

impl DocumentError {
    pub(super) fn new(place: Place, problem: Problem) -> Self {
        Self { place, problem }
    }

    /// Where it is.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// What it is.
    #[must_use]
    pub fn problem(&self) -> &Problem {
        &self.problem
    }

    /// What to do about it, where there is something to say; without the word `hint:`.
    #[must_use]
    pub fn hint(&self) -> Option<&str> {
        self.problem.hint()
    }
}

/// A place in an input.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// The path as given or found, `standard input`, or what the caller called its reader.
    pub file: String,
    /// The line, from 1.
    pub line: Option<usize>,
    /// The column in code points, from 1.
    pub column: Option<usize>,
}

impl Place {
    pub(super) fn file(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            ..Self::default()
        }
    }

    pub(super) fn line(file: &str, line: usize) -> Self {
        Self {
            line: Some(line),
            ..Self::file(file)
        }
    }

    pub(super) fn column(file: &str, line: usize, column: usize) -> Self {
        Self {
            column: Some(column),
            ..Self::line(file, line)
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&one_line(&self.file))?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(column) = self.column {
            write!(f, ":{column}")?;
        }
        Ok(())
    }
}

/// What is wrong.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// The path leads nowhere.
    #[error("there is no such file or folder")]
    NotFound,
    /// The operating system refused, or the reader failed.
    #[error("cannot be read: {}", one_line(&.0.to_string()))]
    Unreadable(#[source] io::Error),
    /// A folder in which no file is an article.
    #[error("there are no articles in this folder")]
    NoArticles,
    /// Nothing but white space.
    #[error("there is no text in it")]
    Empty,
    /// Bytes that are no text: what they look like.
    #[error("this is not text but {0}")]
    Binary(&'static str),
    /// An article, line or feed above the limit, in bytes.
    #[error("it is larger than the limit of {} for one article", mebibytes(*.0))]
    TooLarge(u64),
    /// Gzip data that unpack to more than the limit, in bytes.
    #[error("it unpacks to more than {}", mebibytes(*.0))]
    UnpacksTooLarge(u64),
    /// Broken or cut gzip data.
    #[error("the gzip data are broken: {}", one_line(&.0.to_string()))]
    BrokenGzip(#[source] io::Error),
    /// A line of JSON lines that is not UTF-8.
    #[error("this line is not UTF-8")]
    NotUtf8,
    /// A line that is not JSON.
    #[error("this line is not JSON: {0}")]
    BrokenJson(String),
    /// A line of JSON that is not an object.
    #[error("this line is JSON, but not an object with fields")]
    NotAnObject,
    /// An object without a field that has to be there.
    #[error("the field \"{0}\" is missing")]
    MissingField(&'static str),
    /// A field with a value of the wrong kind: its name, and what it has to be.
    #[error("the field \"{field}\" is not {expected}")]
    WrongField {
        /// The name of the field.
        field: &'static str,
        /// What it has to be.
        expected: &'static str,
    },
    /// XML that is broken or cut.
    #[error("the XML is broken: {}", one_line(.0))]
    BrokenXml(String),
    /// XML without RSS or Atom in it.
    #[error("this is XML, but neither RSS nor Atom")]
    NotAFeed,
    /// XML with elements inside each other beyond the limit.
    #[error("elements are nested more than {0} deep")]
    TooDeep(usize),
}

impl Problem {
    fn hint(&self) -> Option<&str> {
        match self {
            Self::NoArticles => Some(
                "articles end in .txt, .md, .html, .jsonl, .rss, .atom or .xml, each also with .gz; \
                 name a file of another ending itself",
            ),
            Self::Binary(_) => {
                Some("save it as plain text, Markdown or HTML first (pdftotext does so for PDF)")
            }
            Self::TooLarge(_) => Some("cut it into articles, or raise the limit"),
            Self::UnpacksTooLarge(_) => Some("unpack it first if you trust it"),
            Self::NotUtf8 => Some("JSON is UTF-8: `iconv -t UTF-8` converts a file"),
            Self::BrokenJson(_) => Some("each line is one whole object; `jq -c .` writes JSON so"),
            Self::NotAnObject => {
                Some("each line is an object; `jq -c '.[]'` makes lines of a list")
            }
            Self::MissingField(_) | Self::WrongField { .. } => Some(
                "a line has \"text\" and may have \"id\", \"date\", \"title\", \"url\", \"publisher\", \"lang\", all of them strings",
            ),
            Self::NotAFeed => Some("if it is a web page, read it as HTML"),
            Self::NotFound
            | Self::Unreadable(_)
            | Self::Empty
            | Self::BrokenGzip(_)
            | Self::BrokenXml(_)
            | Self::TooDeep(_) => None,
        }
    }
}

/// A number of bytes for people.
fn mebibytes(bytes: u64) -> String {
    const MIB: u64 = 1 << 20;
    if bytes >= MIB && bytes.is_multiple_of(MIB) {
        format!("{} MiB", bytes / MIB)
    } else {
        format!("{bytes} bytes")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_one_clean_line_with_its_place() {
        let error = DocumentError::new(
            Place::column("bad\u{1b}[31m\n\u{202e}name.jsonl", 3, 17),
            Problem::BrokenJson("it ends in a string".to_owned()),
        );
        assert_eq!(
            error.to_string(),
            "bad name.jsonl:3:17: this line is not JSON: it ends in a string"
        );
        assert!(error.hint().is_some_and(|h| h.contains("jq -c .")));
    }

    #[test]
    fn limits_are_said_for_people() {
        let say = |limit| Problem::TooLarge(limit).to_string();
        assert_eq!(
            say(64 << 20),
            "it is larger than the limit of 64 MiB for one article"
        );
        assert_eq!(
            say(1000),
            "it is larger than the limit of 1000 bytes for one article"
        );
    }
}
