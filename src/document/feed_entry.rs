//! One entry of a feed, as its elements come in and as the article that it is.

use super::clean::one_line;
use super::draft::Draft;
use super::html_text::fragment_text;
use super::label::safe_label;
use super::{Article, Problem};

/// How the words of an element are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum FieldKind {
    /// Words.
    #[default]
    Plain,
    /// HTML, escaped or in CDATA.
    Html,
    /// Elements.
    Xhtml,
}

impl FieldKind {
    /// The kind by the element's name and its attribute `type`.
    pub(super) fn of(name: &str, kind: Option<&str>) -> Self {
        match (name, kind) {
            (_, Some("xhtml")) => Self::Xhtml,
            // RSS never said how a title is written, and most feeds escape it twice.
            (_, Some("html" | "text/html"))
            | ("description" | "content:encoded", _)
            | ("title", None) => Self::Html,
            _ => Self::Plain,
        }
    }
}

/// What stands in an element.
#[derive(Debug, Default)]
pub(super) struct Field {
    kind: FieldKind,
    markup: String,
    has_elements: bool,
}

impl Field {
    pub(super) fn new(kind: FieldKind) -> Self {
        Self {
            kind,
            ..Self::default()
        }
    }

    pub(super) fn of(words: &str) -> Self {
        Self {
            markup: words.to_owned(),
            ..Self::default()
        }
    }

    /// Takes characters with their references resolved.
    pub(super) fn push(&mut self, text: &str) {
        if self.kind != FieldKind::Xhtml {
            self.markup.push_str(text);
            return;
        }
        for character in text.chars() {
            match character {
                '<' => self.markup.push_str("&lt;"),
                '&' => self.markup.push_str("&amp;"),
                other => self.markup.push(other),
            }
        }
    }

    pub(super) fn open_element(&mut self, name: &str) {
        self.element("<", name);
    }

    pub(super) fn close_element(&mut self, name: &str) {
        // HTML knows no end of these, and reads `</br>` as another `<br>`.
        if !matches!(name, "br" | "hr" | "img") {
            self.element("</", name);
        }
    }

    fn element(&mut self, start: &str, name: &str) {
        self.has_elements = true;
        self.markup.push_str(start);
        self.markup.push_str(name);
        self.markup.push('>');
    }

    /// The words, with paragraphs.
    pub(super) fn text(&self) -> String {
        if self.kind == FieldKind::Plain && !self.has_elements {
            self.markup.trim().to_owned()
        } else {
            fragment_text(&self.markup)
        }
    }
}

/// An entry as far as it has come in.
#[derive(Debug, Default)]
pub(super) struct Entry {
    /// Where it begins, in bytes.
    pub(super) start: usize,
    language: Option<String>,
    /// The address that RSS 1.0 names it by.
    about: Option<String>,
    id: Option<Field>,
    title: Option<Field>,
    link: Option<String>,
    published: Option<Field>,
    updated: Option<Field>,
    content: Option<Field>,
    summary: Option<Field>,
}

impl Entry {
    /// An entry that begins at this byte, in the language and under the address of its start tag.
    pub(super) fn begin(start: usize, language: Option<String>, about: Option<String>) -> Self {
        Self {
            start,
            language,
            about,
            ..Self::default()
        }
    }

    /// Takes an Atom link: the first to the entry itself counts.
    pub(super) fn link(&mut self, href: Option<String>, rel: Option<&str>) {
        if rel.is_none_or(|rel| rel == "alternate") && self.link.is_none() {
            self.link = href;
        }
    }

    /// Takes an element by its name; of several of one name the first counts.
    pub(super) fn keep(&mut self, name: &str, field: Field) {
        let place = match name {
            "guid" | "id" | "dc:identifier" => &mut self.id,
            "title" => &mut self.title,
            "pubDate" | "published" | "issued" | "dc:date" => &mut self.published,
            "updated" | "modified" => &mut self.updated,
            "content:encoded" | "content" => &mut self.content,
            "description" | "summary" => &mut self.summary,
            "link" => {
                let words = field.text();
                if self.link.is_none() && !words.is_empty() {
                    self.link = Some(words);
                }
                return;
            }
            "dc:language" => {
                self.language.get_or_insert_with(|| field.text());
                return;
            }
            _ => return,
        };
        place.get_or_insert(field);
    }

    /// The article: the content, else the summary, with the title first.
    ///
    /// # Errors
    /// [`Problem::Empty`] where there are no words.
    pub(super) fn into_article(
        self,
        publisher: Option<String>,
        language: Option<String>,
        otherwise: &str,
    ) -> Result<Article, Problem> {
        let text_of = |field: &Option<Field>| {
            field
                .as_ref()
                .map(Field::text)
                .filter(|text| !text.trim().is_empty())
        };
        let draft = Draft {
            id: text_of(&self.id)
                .or(self.about)
                .or_else(|| self.link.clone()),
            title: text_of(&self.title),
            date: text_of(&self.published).or_else(|| text_of(&self.updated)),
            url: self.link,
            publisher,
            lang: self.language.or(language),
            ..Draft::default()
        };
        let body = text_of(&self.content).or_else(|| text_of(&self.summary));
        let text = draft.with_title(body.unwrap_or_default());
        let label = draft
            .id
            .as_deref()
            .map(one_line)
            .filter(|id| !id.is_empty())
            .map_or_else(|| otherwise.to_owned(), |id| safe_label(&id));
        draft.into_article(&text, label)
    }
}
