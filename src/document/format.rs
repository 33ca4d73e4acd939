//! The formats of input, and how one is recognised.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

use super::decode::decode_markup;

/// How an input is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InputFormat {
    /// Plain text: one article.
    Text,
    /// Markdown, with front matter or without: one article.
    Markdown,
    /// A web page: one article.
    Html,
    /// JSON lines: an article a line.
    JsonLines,
    /// RSS or Atom: an article an entry.
    Feed,
}

impl InputFormat {
    /// All of them, in the order of the documentation.
    pub const ALL: [Self; 5] = [
        Self::Text,
        Self::Markdown,
        Self::Html,
        Self::JsonLines,
        Self::Feed,
    ];

    /// The word by which it is asked for.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::JsonLines => "jsonl",
            Self::Feed => "feed",
        }
    }

    /// The format that an ending of a file name stands for, in any case, `.gz` left out; `None` for an unknown ending.
    ///
    /// ```
    /// use interparl::document::InputFormat;
    /// use std::path::Path;
    /// assert_eq!(InputFormat::by_extension(Path::new("news.HTM.gz")), Some(InputFormat::Html));
    /// assert_eq!(InputFormat::by_extension(Path::new("graph.json")), None);
    /// ```
    #[must_use]
    pub fn by_extension(path: &Path) -> Option<Self> {
        Some(match extension(path)?.as_str() {
            "txt" | "text" => Self::Text,
            "md" | "markdown" => Self::Markdown,
            "html" | "htm" | "xhtml" => Self::Html,
            "jsonl" | "ndjson" => Self::JsonLines,
            "rss" | "atom" | "xml" => Self::Feed,
            _ => return None,
        })
    }

    /// The format that the first bytes of an input (a few KiB are enough, unpacked) look like. Anything is text at last.
    #[must_use]
    pub fn by_content(bytes: &[u8]) -> Self {
        let Ok(text) = decode_markup(bytes) else {
            return Self::Text;
        };
        let text = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
        let lower: String = text
            .chars()
            .take(2000)
            .collect::<String>()
            .to_ascii_lowercase();
        if lower.starts_with('<') {
            markup_format(&lower)
        } else if is_object_start(text) {
            Self::JsonLines
        } else if has_front_matter(text) || text.starts_with("# ") || text.starts_with("## ") {
            Self::Markdown
        } else {
            Self::Text
        }
    }
}

impl fmt::Display for InputFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A word that is no format.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no input format \"{0}\"; there are text, markdown, html, jsonl, feed")]
pub struct UnknownFormat(String);

impl FromStr for InputFormat {
    type Err = UnknownFormat;

    fn from_str(word: &str) -> Result<Self, UnknownFormat> {
        Ok(match word.to_ascii_lowercase().as_str() {
            "text" | "txt" | "plain" => Self::Text,
            "markdown" | "md" => Self::Markdown,
            "html" | "htm" | "xhtml" => Self::Html,
            "jsonl" | "ndjson" | "json-lines" => Self::JsonLines,
            "feed" | "rss" | "atom" => Self::Feed,
            _ => return Err(UnknownFormat(super::clean::one_line(word))),
        })
    }
}

/// The ending of a file name in lower case, before any `.gz`; `None` where what follows the last stop is no ending
/// (a date, a word of a title).
pub(super) fn extension(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?.to_ascii_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    let (stem, ending) = name.rsplit_once('.')?;
    let is_ending = (1..=8).contains(&ending.len())
        && ending.starts_with(|c: char| c.is_ascii_lowercase())
        && ending.bytes().all(|b| b.is_ascii_alphanumeric());
    (is_ending && !stem.is_empty()).then(|| ending.to_owned())
}

fn markup_format(lower: &str) -> InputFormat {
    let first_of = |tags: &[&str]| tags.iter().filter_map(|tag| lower.find(tag)).min();
    let feed = first_of(&["<rss", "<feed", "<rdf:rdf", ":feed "]);
    let page = first_of(&["<!doctype html", "<html", "<head", "<body"]);
    match (feed, page) {
        (Some(feed), Some(page)) if page < feed => InputFormat::Html,
        (Some(_), _) => InputFormat::Feed,
        (None, None) if lower.starts_with("<?xml") => InputFormat::Feed,
        (None, _) if is_tag_start(lower) => InputFormat::Html,
        (None, _) => InputFormat::Text,
    }
}

/// Whether a text in lower case begins with a tag, a comment or a declaration.
fn is_tag_start(lower: &str) -> bool {
    let mut characters = lower.chars().skip(1);
    characters
        .next()
        .is_some_and(|c| c.is_ascii_lowercase() || c == '!' || c == '?')
        && lower.contains('>')
}

/// Whether a text begins as a JSON object does.
fn is_object_start(text: &str) -> bool {
    text.strip_prefix('{')
        .is_some_and(|rest| rest.trim_start().starts_with(['"', '}']))
}

/// Whether a text begins with a line `---` and a line `key: value` after it.
fn has_front_matter(text: &str) -> bool {
    let mut lines = text.lines();
    lines.next().is_some_and(|line| line.trim_end() == "---")
        && lines
            .next()
            .and_then(|line| line.split_once(':'))
            .is_some_and(|(key, _)| {
                !key.is_empty()
                    && key
                        .chars()
                        .all(|c| c.is_alphanumeric() || c == '_' || c == '-')
            })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_recognised_and_dates_are_not_endings() {
        let by = |name: &str| InputFormat::by_extension(Path::new(name));
        assert_eq!(by("a/b.TXT"), Some(InputFormat::Text));
        assert_eq!(by("b.jsonl.gz"), Some(InputFormat::JsonLines));
        assert_eq!(by("b.json"), None);
        assert_eq!(by(".txt"), None);
        assert_eq!(extension(Path::new("visit of 22.08.2016")), None);
    }

    #[test]
    fn content_is_recognised() {
        for (content, format) in [
            ("", InputFormat::Text),
            ("ASTANA – The commission met.", InputFormat::Text),
            ("<3 is what they said", InputFormat::Text),
            ("---\ntitle: A visit\n---\nText", InputFormat::Markdown),
            ("# A visit\n\nText", InputFormat::Markdown),
            ("  <!DOCTYPE html><title>x</title>", InputFormat::Html),
            ("<p>A visit</p>", InputFormat::Html),
            (
                "<?xml version=\"1.0\"?><html xmlns=\"x\">",
                InputFormat::Html,
            ),
            (
                "<?xml version=\"1.0\"?>\n<rss version=\"2.0\">",
                InputFormat::Feed,
            ),
            (
                "\u{feff}<feed xmlns=\"http://www.w3.org/2005/Atom\">",
                InputFormat::Feed,
            ),
            ("{\"text\": \"A visit\"}\n", InputFormat::JsonLines),
            ("{curly} words", InputFormat::Text),
        ] {
            assert_eq!(
                InputFormat::by_content(content.as_bytes()),
                format,
                "{content}"
            );
        }
    }

    #[test]
    fn names_are_read_back() {
        for format in InputFormat::ALL {
            assert_eq!(format.name().parse(), Ok(format));
        }
        assert!("docx".parse::<InputFormat>().is_err());
    }
}
