//! RSS 2.0 (and 1.0) and Atom: an article an entry.
//!
//! Reads with a pull parser and a stack of its own. Entities that a document declares are never expanded, and elements
//! may stand only so deep in each other.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::decode::decode_markup;
use super::entities::entity;
use super::feed_entry::{Entry, Field, FieldKind};
use super::{Article, DocumentError, Place, Problem};

/// Feeds with content in XHTML are deep in honest use, but not deeper.
const DEEPEST: usize = 256;

/// Reads all entries of a feed. An entry without text is an error of its own line; broken XML ends the reading with an error
/// after the entries before it.
pub(super) fn read_feed(
    bytes: &[u8],
    file: &str,
    stem: &str,
) -> Vec<Result<Article, DocumentError>> {
    let text = match decode_markup(bytes) {
        Ok(text) => text,
        Err(problem) => return vec![Err(DocumentError::new(Place::file(file), problem))],
    };
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.is_empty() {
        return vec![Err(DocumentError::new(Place::file(file), Problem::Empty))];
    }
    let mut feed = FeedReader::default();
    let mut reader = Reader::from_str(text);
    reader.config_mut().allow_dangling_amp = true;
    let failure = feed.read(&mut reader).err().map(|problem| {
        // The parser knows where its own errors are; of ours, and of a cut input, the place is where it stands.
        let position = match reader.error_position() {
            0 => reader.buffer_position(),
            position => position,
        };
        let at = usize::try_from(position).unwrap_or(text.len());
        let (line, column) = line_and_column(text, at);
        DocumentError::new(Place::column(file, line, column), problem)
    });
    let mut lines = Lines::default();
    let publisher = feed.title.as_ref().map(Field::text);
    let language = feed.language.as_ref().map(Field::text);
    let mut articles: Vec<_> = feed
        .entries
        .into_iter()
        .map(|entry| {
            let line = lines.at(text, entry.start);
            entry
                .into_article(
                    publisher.clone(),
                    language.clone(),
                    &format!("{stem}-{line}"),
                )
                .map_err(|problem| DocumentError::new(Place::line(file, line), problem))
        })
        .collect();
    match failure {
        Some(error) => articles.push(Err(error)),
        None if articles.is_empty() => {
            let problem = if feed.is_feed {
                Problem::Empty
            } else {
                Problem::NotAFeed
            };
            articles.push(Err(DocumentError::new(Place::file(file), problem)));
        }
        None => {}
    }
    articles
}

/// What has been read so far.
#[derive(Default)]
struct FeedReader {
    is_feed: bool,
    /// The prefix of the root's name with its colon: names of the feed's own language carry it.
    prefix: String,
    /// The names of the open elements outside of fields.
    open: Vec<String>,
    title: Option<Field>,
    language: Option<Field>,
    entry: Option<Entry>,
    field: Option<(String, Field)>,
    /// How many elements are open inside of the field.
    inside: usize,
    entries: Vec<Entry>,
}

impl FeedReader {
    fn read(&mut self, reader: &mut Reader<&[u8]>) -> Result<(), Problem> {
        loop {
            let start = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
            match reader.read_event() {
                Err(error) => return Err(Problem::BrokenXml(error.to_string())),
                Ok(Event::Eof) if self.open.is_empty() && self.field.is_none() => return Ok(()),
                Ok(Event::Eof) => {
                    return Err(Problem::BrokenXml("it ends in an open element".to_owned()));
                }
                Ok(Event::Start(tag)) => self.start(&tag, start)?,
                Ok(Event::Empty(tag)) => {
                    self.start(&tag, start)?;
                    self.end(tag.name().as_ref());
                }
                Ok(Event::End(tag)) => self.end(tag.name().as_ref()),
                Ok(Event::Text(text)) => self.text(&text.into_inner()),
                Ok(Event::CData(text)) => self.text(&text.into_inner()),
                Ok(Event::GeneralRef(reference)) => self.reference(&reference.into_inner()),
                Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => {}
            }
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>, position: usize) -> Result<(), Problem> {
        if self.open.len() + self.inside >= DEEPEST {
            return Err(Problem::TooDeep(DEEPEST));
        }
        let whole_name = tag.name();
        let whole_name: &str = whole_name.as_ref();
        if let Some((_, field)) = &mut self.field {
            self.inside += 1;
            field.open_element(local(whole_name));
            return Ok(());
        }
        if self.open.is_empty() {
            let root = local(whole_name);
            self.is_feed = matches!(root, "rss" | "feed" | "RDF");
            if root == "feed" {
                whole_name
                    .strip_suffix(root)
                    .unwrap_or_default()
                    .clone_into(&mut self.prefix);
                self.language = attribute(tag, "xml:lang").map(|lang| Field::of(&lang));
            }
        }
        let name = whole_name
            .strip_prefix(self.prefix.as_str())
            .unwrap_or(whole_name);
        let in_entry = matches!(self.open.last().map(String::as_str), Some("item" | "entry"));
        let in_channel = matches!(
            self.open.last().map(String::as_str),
            Some("channel" | "feed")
        );
        if matches!(name, "item" | "entry") && self.is_feed && self.entry.is_none() {
            self.entry = Some(Entry::begin(
                position,
                attribute(tag, "xml:lang"),
                attribute(tag, "rdf:about"),
            ));
        } else if in_entry || in_channel && matches!(name, "title" | "language" | "dc:language") {
            if name == "link"
                && let Some(entry) = &mut self.entry
            {
                entry.link(attribute(tag, "href"), attribute(tag, "rel").as_deref());
            }
            let kind = FieldKind::of(name, attribute(tag, "type").as_deref());
            self.field = Some((name.to_owned(), Field::new(kind)));
            self.inside = 0;
            // The field itself is no element inside of it; its end is told by there being none open.
            return Ok(());
        }
        self.open.push(name.to_owned());
        Ok(())
    }

    fn end(&mut self, whole_name: &str) {
        if let Some((_, field)) = &mut self.field {
            if self.inside > 0 {
                self.inside -= 1;
                field.close_element(local(whole_name));
                return;
            }
            if let Some((name, field)) = self.field.take() {
                self.keep(&name, field);
            }
            return;
        }
        if matches!(self.open.pop().as_deref(), Some("item" | "entry"))
            && let Some(entry) = self.entry.take()
        {
            self.entries.push(entry);
        }
    }

    fn keep(&mut self, name: &str, field: Field) {
        if let Some(entry) = &mut self.entry {
            entry.keep(name, field);
        } else if name == "title" {
            self.title.get_or_insert(field);
        } else {
            self.language.get_or_insert(field);
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((_, field)) = &mut self.field {
            field.push(text);
        }
    }

    fn reference(&mut self, reference: &str) {
        match entity(reference) {
            Some(character) => self.text(character.encode_utf8(&mut [0; 4])),
            // Declared by the document or unknown: it stays as it stands.
            None => self.text(&format!("&{reference};")),
        }
    }
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = tag
        .html_attributes()
        .flatten()
        .find(|attribute| attribute.key.as_ref() == name)?;
    Some(super::entities::decode_entities(&attribute.value).into_owned())
}

fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = text
        .as_bytes()
        .get(..at.saturating_sub(1))
        .unwrap_or(text.as_bytes());
    let line = line_feeds(before) + 1;
    let start = before
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |at| at + 1);
    let column = String::from_utf8_lossy(before.get(start..).unwrap_or_default())
        .chars()
        .count()
        + 1;
    (line, column)
}

fn line_feeds(bytes: &[u8]) -> usize {
    bytes.split(|byte| *byte == b'\n').count().saturating_sub(1)
}

/// Counts lines forward, each stretch once.
#[derive(Default)]
struct Lines {
    counted: usize,
    line: usize,
}

impl Lines {
    fn at(&mut self, text: &str, position: usize) -> usize {
        let between = text
            .as_bytes()
            .get(self.counted..position)
            .unwrap_or_default();
        self.line += line_feeds(between);
        self.counted = self.counted.max(position);
        self.line + 1
    }
}
