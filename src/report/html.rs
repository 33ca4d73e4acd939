//! A page in HTML: one file without scripts, other files or links that open by themselves.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io;

use super::paper::{Entry, Line, Note, Paper, Run, spaced};
use super::words::web_address;
use crate::diagram::{DiagramOptions, Theme, clean, draw};
use crate::export::{svg, xml};
use crate::graph::RelationGraph;

const STYLE: &str = include_str!("style.css");

/// The one way of words into the page.
fn escaped(words: &str) -> String {
    xml::escaped(&clean(words))
}

/// Writes a page.
pub(super) fn write(
    paper: &Paper,
    picture: &RelationGraph,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let mut page = Page {
        text: String::new(),
        marked: BTreeSet::new(),
    };
    page.head(paper);
    for section in &paper.sections {
        let _ = writeln!(
            page.text,
            "<section>\n<h2>{}</h2>",
            escaped(section.heading)
        );
        page.text.push_str("<ul>\n");
        for entry in &section.entries {
            page.entry(entry);
        }
        page.text.push_str("</ul>\n");
        if let Some(left_out) = &section.left_out {
            let _ = writeln!(page.text, "<p class=\"rest\">{}</p>", escaped(left_out));
        }
        page.text.push_str("</section>\n");
    }
    if picture.edge_count() > 0 {
        page.picture(picture, &paper.title);
    }
    page.notes(paper);
    let _ = write!(
        page.text,
        "<footer><p>{}</p></footer>\n</main>\n</body>\n</html>\n",
        escaped(&paper.caveat)
    );
    out.write_all(page.text.as_bytes())
}

struct Page {
    text: String,
    /// The notes that have a mark already: the first one is what the note leads back to.
    marked: BTreeSet<usize>,
}

impl Page {
    fn head(&mut self, paper: &Paper) {
        let title = escaped(&paper.title);
        let _ = write!(
            self.text,
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"referrer\" content=\"no-referrer\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n\
             <header>\n<h1>{title}</h1>\n<p>{}</p>\n</header>\n",
            escaped(&paper.lead)
        );
    }

    fn entry(&mut self, entry: &Entry) {
        self.text.push_str("<li>");
        if !entry.lead.0.is_empty() {
            self.text.push_str("<b>");
            self.line(&entry.lead);
            self.text.push_str("</b>: ");
        }
        self.line(&entry.line);
        if !entry.details.is_empty() {
            self.text.push_str("\n<ul>\n");
            for detail in &entry.details {
                self.text.push_str("<li>");
                self.line(detail);
                self.text.push_str("</li>\n");
            }
            self.text.push_str("</ul>\n");
        }
        self.text.push_str("</li>\n");
    }

    fn line(&mut self, line: &Line) {
        let mut behind_mark = false;
        for run in &line.0 {
            let is_mark = matches!(run, Run::Mark(_));
            if is_mark && behind_mark {
                self.text.push_str("<sup>,</sup>");
            }
            behind_mark = is_mark;
            match run {
                Run::Words(words) => self.text.push_str(&spaced(words, escaped)),
                Run::Name {
                    name,
                    state,
                    office,
                } => {
                    let brackets = Run::brackets(state.as_ref(), office.as_ref());
                    let (name, brackets) = (escaped(name), spaced(&brackets, escaped));
                    let _ = write!(self.text, "<bdi>{name}</bdi>{brackets}");
                }
                Run::Mark(number) => self.mark(*number),
            }
        }
    }

    fn mark(&mut self, number: usize) {
        let id = if self.marked.insert(number) {
            format!(" id=\"mark-{number}\"")
        } else {
            String::new()
        };
        let _ = write!(
            self.text,
            "<sup><a href=\"#note-{number}\"{id}>{number}</a></sup>"
        );
    }

    /// The picture twice, for a light and for a dark ground; the style shows the one that fits.
    fn picture(&mut self, picture: &RelationGraph, title: &str) {
        self.text
            .push_str("<section>\n<h2>Picture</h2>\n<figure>\n");
        for (theme, class) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
            let drawing = draw(
                picture,
                &DiagramOptions {
                    theme,
                    title: Some(title.to_owned()),
                    ..DiagramOptions::default()
                },
            );
            let drawn = svg::document(&drawing, false);
            let _ = writeln!(self.text, "<div class=\"{class}\">\n{drawn}</div>");
        }
        self.text.push_str("</figure>\n</section>\n");
    }

    fn notes(&mut self, paper: &Paper) {
        if paper.notes.is_empty() {
            return;
        }
        self.text
            .push_str("<section class=\"notes\">\n<h2>Notes</h2>\n<ol>\n");
        for (number, note) in (1..).zip(&paper.notes) {
            let _ = write!(self.text, "<li id=\"note-{number}\">{}", noted(note));
            if self.marked.contains(&number) {
                let _ = write!(
                    self.text,
                    " <a href=\"#mark-{number}\" aria-label=\"Back to the text\">↩</a>"
                );
            }
            self.text.push_str("</li>\n");
        }
        self.text.push_str("</ol>\n</section>\n");
    }
}

fn noted(note: &Note) -> String {
    let mut parts = Vec::new();
    if let Some(quote) = &note.quote {
        parts.push(format!("<q>{}</q>", escaped(quote)));
    }
    parts.extend(note.place.as_deref().map(escaped));
    parts.extend(
        note.source
            .iter()
            .map(|part| format!("<bdi>{}</bdi>", escaped(part))),
    );
    let address = note.address.as_deref();
    match address.and_then(web_address) {
        Some(address) => {
            let address = escaped(address);
            parts.push(format!(
                "<a href=\"{address}\" rel=\"noreferrer nofollow\">{address}</a>"
            ));
        }
        None => parts.extend(address.filter(|a| a.contains("://")).map(escaped)),
    }
    parts.join(", ")
}
