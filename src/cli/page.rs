//! What people read: headings, wrapped prose, tables. Everything that is put on a page is cleaned first, so that no
//! text of an article reaches a terminal as it came.

use std::fmt::Write as _;

use clap::builder::styling::Style;
use comfy_table::presets::NOTHING;
use comfy_table::{ContentArrangement, Table};
use unicode_width::UnicodeWidthStr as _;

use super::terminal::{clean, clean_lines};

/// Text for people, as wide as the terminal.
pub(crate) struct Page {
    width: usize,
    text: String,
}

impl Page {
    /// An empty page of so many columns.
    pub(crate) const fn new(width: usize) -> Self {
        Self {
            width,
            text: String::new(),
        }
    }

    /// What is on it, with escape sequences for style.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// A bold line.
    pub(crate) fn title(&mut self, text: &str) {
        self.wrapped(text, 0, 0, Style::new().bold());
    }

    /// An underlined line with an empty one before it.
    pub(crate) fn heading(&mut self, text: &str) {
        self.gap();
        self.wrapped(text, 0, 0, Style::new().underline());
    }

    /// An empty line, unless the page has nothing yet.
    pub(crate) fn gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// Prose whose second and further lines stand two columns further in.
    pub(crate) fn item(&mut self, indent: usize, text: &str) {
        self.wrapped(text, indent, indent + 2, Style::new());
    }

    /// Prose of less weight: quotes and their sources.
    pub(crate) fn faint(&mut self, indent: usize, text: &str) {
        self.wrapped(text, indent, indent + 2, Style::new().dimmed());
    }

    /// Lines as they are, cleaned.
    pub(crate) fn verbatim(&mut self, text: &str) {
        self.text.push_str(clean_lines(text).trim_end());
        self.text.push('\n');
    }

    /// A table with a head.
    pub(crate) fn table(&mut self, head: &[&str], rows: &[Vec<String>]) {
        let mut table = Table::new();
        table
            .load_style(NOTHING)
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(u16::try_from(self.width).unwrap_or(u16::MAX));
        table.set_header(head.iter().map(|cell| cell.to_uppercase()));
        for row in rows {
            table.add_row(row.iter().map(|cell| clean(cell)));
        }
        for line in table.lines() {
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }

    fn wrapped(&mut self, text: &str, first: usize, further: usize, style: Style) {
        let mut line = String::new();
        let mut indent = first;
        for word in clean(text).split(' ') {
            let fits = indent + line.width() + 1 + word.width() <= self.width;
            if !line.is_empty() && !fits {
                self.styled(indent, &line, style);
                line.clear();
                indent = further;
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        self.styled(indent, &line, style);
    }

    fn styled(&mut self, indent: usize, line: &str, style: Style) {
        self.text.push_str(&" ".repeat(indent));
        let _ = writeln!(self.text, "{style}{line}{style:#}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_is_wrapped_and_cleaned() {
        let mut page = Page::new(12);
        page.item(2, "one two three\u{1B}[2J four");
        page.gap();
        page.title("https://a.very.long.example/address");
        let plain = anstream::adapter::strip_str(page.as_str()).to_string();
        assert_eq!(
            plain,
            "  one two\n    three\n    four\n\nhttps://a.very.long.example/address\n"
        );
    }

    #[test]
    fn a_table_fits_the_page() {
        let mut page = Page::new(40);
        let long = "word ".repeat(30);
        page.table(&["id", "title"], &[vec!["a\u{1B}[1m".to_owned(), long]]);
        assert!(
            page.as_str().lines().all(|l| l.width() <= 40),
            "{}",
            page.as_str()
        );
        assert!(page.as_str().contains("ID"));
    }
}
