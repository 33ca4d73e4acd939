//! A walk over an XML file that knows in which line it is.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::lines::Lines;
use super::nesting::Depth;
use super::problem::Flaw;
use crate::document::entity;

/// A walk from event to event. `<a/>` is told as the start and the end that it stands for.
pub(super) struct Walk<'t> {
    reader: Reader<&'t [u8]>,
    depth: Depth,
    lines: Lines<'t>,
    line: u64,
}

impl<'t> Walk<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self {
            reader,
            depth: Depth::default(),
            lines: Lines::of(text),
            line: 1,
        }
    }

    /// The next event.
    ///
    /// # Errors
    /// Where the file is no XML, or ends within an element.
    pub(super) fn next(&mut self) -> Result<Event<'t>, Flaw> {
        self.line = self.lines.at(self.reader.buffer_position());
        match self.reader.read_event() {
            Ok(event) => {
                self.depth.step(&event)?;
                Ok(event)
            }
            Err(error) => {
                self.line = self.lines.at(self.reader.error_position());
                Err(self.flaw(&error.to_string()))
            }
        }
    }

    /// The line in which the last event began.
    pub(super) const fn line(&self) -> u64 {
        self.line
    }

    /// That the file cannot be read, in this line.
    pub(super) fn flaw(&self, why: &str) -> Flaw {
        Flaw {
            line: Some(self.line),
            why: why.to_owned(),
        }
    }
}

/// An attribute of a tag, its references resolved; none where the tag has none of the name.
///
/// # Errors
/// Where the tag is broken, or has a reference that stands for nothing that is known.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, String> {
    let found = tag.try_get_attribute(name).map_err(|e| e.to_string())?;
    let value = found.map(|found| resolved(&found.value));
    value.transpose()
}

/// A text with its references resolved.
fn resolved(text: &str) -> Result<String, String> {
    let mut parts = text.split('&');
    let mut read = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let Some((reference, rest)) = part.split_once(';') else {
            return Err("an \"&\" that begins no reference is written &amp;".to_owned());
        };
        read.push(character(reference)?);
        read.push_str(rest);
    }
    Ok(read)
}

/// The character that a reference stands for: those of XML and the usual ones of HTML, which many programs write. Those that a
/// file declares itself are not known.
fn character(reference: &str) -> Result<char, String> {
    entity(reference).ok_or_else(|| {
        format!("\"&{reference};\" stands for nothing that is known: write the letter itself, or its number as &#233;")
    })
}

/// The words of a text, a CDATA section or a reference; none of anything else.
///
/// # Errors
/// Where a reference stands for nothing that is known: without it the words would be others.
pub(super) fn words(event: &Event<'_>) -> Result<Option<String>, String> {
    Ok(match event {
        Event::Text(text) => Some(text.to_string()),
        Event::CData(text) => Some(text.to_string()),
        Event::GeneralRef(reference) => Some(character(reference)?.to_string()),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_walk_knows_its_line() {
        let mut walk = Walk::of("<a>\r\n<b\r\n/>\n\n<c></a>");
        let mut lines = Vec::new();
        let flaw = loop {
            match walk.next() {
                Ok(Event::Start(tag)) => {
                    lines.push((tag.local_name().as_ref().to_owned(), walk.line()));
                }
                Ok(_) => {}
                Err(flaw) => break flaw,
            }
        };
        let lines: Vec<String> = lines
            .iter()
            .map(|(tag, line)| format!("{tag}{line}"))
            .collect();
        assert_eq!(lines, ["a1", "b2", "c5"]);
        assert_eq!(flaw.line, Some(5));
    }
}
