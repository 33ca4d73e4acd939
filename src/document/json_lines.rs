//! JSON lines: an article a line, read one line at a time.

use std::io::{self, BufRead};

use serde_json::{Map, Value};

use super::draft::Draft;
use super::label::safe_label;
use super::{Article, DocumentError, Place, Problem};

/// The articles of an input of JSON lines. Never holds more than one line; a line that cannot be read is an error and
/// the next one follows.
pub(super) struct JsonLines<R> {
    reader: R,
    file: String,
    stem: String,
    /// The most bytes that a line may have.
    limit: u64,
    line: usize,
    ended: bool,
    /// Says what an error of the reader means.
    explain: fn(io::Error) -> Problem,
}

impl<R: BufRead> JsonLines<R> {
    pub(super) fn new(
        reader: R,
        file: &str,
        stem: &str,
        limit: u64,
        explain: fn(io::Error) -> Problem,
    ) -> Self {
        Self {
            reader,
            file: file.to_owned(),
            stem: stem.to_owned(),
            limit,
            line: 0,
            ended: false,
            explain,
        }
    }

    /// The next line without its end, `None` at the end of the input; of a line over the limit only its being so.
    fn next_line(&mut self) -> Result<Option<Vec<u8>>, Problem> {
        let mut line = Vec::new();
        let mut too_long = false;
        let mut any = false;
        loop {
            let buffer = match self.reader.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                other => other.map_err(self.explain)?,
            };
            if buffer.is_empty() {
                break;
            }
            any = true;
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let part = buffer
                .get(..end.unwrap_or(buffer.len()))
                .unwrap_or_default();
            too_long |= (line.len() + part.len()) as u64 > self.limit;
            if too_long {
                line.clear();
            } else {
                line.extend_from_slice(part);
            }
            let used = part.len() + usize::from(end.is_some());
            self.reader.consume(used);
            if end.is_some() {
                break;
            }
        }
        self.line += usize::from(any);
        if too_long {
            return Err(Problem::TooLarge(self.limit));
        }
        Ok(any.then_some(line))
    }

    fn article(&self, line: &[u8]) -> Result<Article, DocumentError> {
        let at_line = |problem| DocumentError::new(Place::line(&self.file, self.line), problem);
        let text = std::str::from_utf8(line).map_err(|error| {
            let column = column(line, error.valid_up_to() + 1);
            let place = Place::column(&self.file, self.line, column);
            DocumentError::new(place, Problem::NotUtf8)
        })?;
        let value: Value = serde_json::from_str(text).map_err(|error| {
            let place = Place::column(&self.file, self.line, column(line, error.column()));
            DocumentError::new(place, Problem::BrokenJson(reason(&error)))
        })?;
        let Value::Object(fields) = value else {
            return Err(at_line(Problem::NotAnObject));
        };
        let (draft, text) = split_fields(fields).map_err(at_line)?;
        let label = match &draft.id {
            Some(id) if !id.trim().is_empty() => safe_label(id),
            _ => format!("{}-{}", self.stem, self.line),
        };
        draft.into_article(&text, label).map_err(at_line)
    }
}

impl<R: BufRead> Iterator for JsonLines<R> {
    type Item = Result<Article, DocumentError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            match self.next_line() {
                Ok(None) => self.ended = true,
                Ok(Some(line)) => {
                    let line = match line.strip_prefix(b"\xef\xbb\xbf") {
                        Some(rest) if self.line == 1 => rest,
                        _ => &line,
                    };
                    if !line.trim_ascii().is_empty() {
                        return Some(self.article(line));
                    }
                }
                Err(problem) => {
                    // After an error of the reader there is nothing to go on with; after a long line there is.
                    self.ended = !matches!(problem, Problem::TooLarge(_));
                    let place = Place::line(&self.file, self.line.max(1));
                    return Some(Err(DocumentError::new(place, problem)));
                }
            }
        }
        None
    }
}

/// The fields that are understood, and the text; all others are kept.
fn split_fields(mut fields: Map<String, Value>) -> Result<(Draft, String), Problem> {
    let text = match fields.remove("text") {
        Some(Value::String(text)) => text,
        Some(_) => {
            return Err(Problem::WrongField {
                field: "text",
                expected: "a string",
            });
        }
        None => return Err(Problem::MissingField("text")),
    };
    let mut take = |field: &'static str| match fields.remove(field) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(value)) => Ok(Some(value)),
        Some(Value::Number(number)) if field == "id" => Ok(Some(number.to_string())),
        Some(_) => Err(Problem::WrongField {
            field,
            expected: "a string",
        }),
    };
    let mut draft = Draft {
        id: take("id")?,
        title: take("title")?,
        date: take("date")?,
        url: take("url")?,
        publisher: take("publisher")?,
        lang: take("lang")?,
        ..Draft::default()
    };
    draft.extra.extend(fields);
    Ok((draft, text))
}

/// What serde says without the place, which is said before it.
fn reason(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message
        .rsplit_once(" at line ")
        .map_or(message.as_str(), |(reason, _)| reason)
        .to_owned()
}

/// The column in code points of the byte column of a line.
fn column(line: &[u8], bytes: usize) -> usize {
    let before = line.get(..bytes.saturating_sub(1)).unwrap_or(line);
    String::from_utf8_lossy(before).chars().count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(input: &[u8], limit: u64) -> Vec<Result<Article, String>> {
        JsonLines::new(input, "in.jsonl", "in", limit, Problem::Unreadable)
            .map(|article| article.map_err(|error| error.to_string()))
            .collect()
    }

    #[test]
    fn fields_are_taken_and_others_kept() {
        let line = "\u{feff}{\"id\": 7, \"date\": \"2024-06-14T10:00:00Z\", \"title\": \"A visit\", \"text\": \"They\\r\\nmet. \", \
                    \"lang\": \"en-US\", \"rank\": [1], \"url\": null}\n\n{\"text\": \"Again\"}";
        let articles = read(line.as_bytes(), 1000);
        let [Ok(first), Ok(second)] = articles.as_slice() else {
            unreachable!("{articles:?}");
        };
        assert_eq!(first.id.as_deref(), Some("7"));
        assert_eq!(first.label, "7");
        assert_eq!(first.text, "They\nmet. ");
        assert_eq!(
            first.date.map(|d| d.to_string()).as_deref(),
            Some("2024-06-14")
        );
        assert_eq!(first.lang.as_deref(), Some("en"));
        assert_eq!(first.extra.get("rank"), Some(&serde_json::json!([1])));
        assert_eq!(second.label, "in-3");
    }

    #[test]
    fn a_bad_line_says_where_and_the_rest_goes_on() {
        let lines: &[(&[u8], &str)] = &[
            (
                b"{\"text\": \"cut in the mid",
                "in.jsonl:1:24: this line is not JSON: EOF while parsing a string",
            ),
            (
                b"[1]",
                "in.jsonl:2: this line is JSON, but not an object with fields",
            ),
            (
                b"{\"title\": \"x\"}",
                "in.jsonl:3: the field \"text\" is missing",
            ),
            (
                b"{\"text\": \"x\", \"date\": 5}",
                "in.jsonl:4: the field \"date\" is not a string",
            ),
            (b"{\"text\": \" \"}", "in.jsonl:5: there is no text in it"),
            (
                b"{\"text\": \"\xff\"}",
                "in.jsonl:6:11: this line is not UTF-8",
            ),
            (
                &[b'x'; 100],
                "in.jsonl:7: it is larger than the limit of 60 bytes for one article",
            ),
        ];
        let mut input: Vec<u8> = lines
            .iter()
            .flat_map(|(line, _)| [line, &b"\n"[..]].concat())
            .collect();
        input.extend_from_slice(b"{\"text\": \"good\"}");
        let read = read(&input, 60);
        for ((_, message), result) in lines.iter().zip(&read) {
            assert_eq!(result.as_ref().err().map(String::as_str), Some(*message));
        }
        assert!(read.last().is_some_and(Result::is_ok));
        assert_eq!(read.len(), lines.len() + 1);
    }
}
