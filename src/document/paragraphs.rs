//! Markup to plain text: paragraphs apart by an empty line, list items on lines of their own.
//!
//! Knows what the elements of HTML mean for the flow of a text; never reads markup itself.

/// Elements that stand apart from what is around them.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "title",
    "ul",
];
/// Elements that begin a line.
const LINES: &[&str] = &["caption", "dd", "dt", "optgroup", "option", "tr"];
/// Elements whose contents are not for reading.
const UNREAD: &[&str] = &[
    "audio", "button", "canvas", "head", "iframe", "input", "math", "noembed", "noframes",
    "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "video",
];
/// Elements around an article rather than of it.
const SURROUNDINGS: &[&str] = &["aside", "footer", "form", "menu", "nav"];

/// Whether what is inside such an element is left out; with `whole_page` also menus, footers and forms.
pub(super) fn is_left_out(name: &str, whole_page: bool) -> bool {
    UNREAD.contains(&name) || whole_page && SURROUNDINGS.contains(&name)
}

/// Collects the text of elements as they open and close.
#[derive(Debug, Default)]
pub(super) struct Paragraphs {
    out: String,
    /// Line feeds to write before the next word: 0, 1 or 2.
    breaks: usize,
    space: bool,
    bullet: bool,
    lists: usize,
    preformatted: usize,
}

impl Paragraphs {
    /// Takes the text between two tags, with its entities decoded.
    pub(super) fn text(&mut self, text: &str) {
        for character in text.chars() {
            match character {
                '\n' if self.preformatted > 0 => self.breaks = (self.breaks + 1).min(2),
                // Soft hyphens and zero-width breaks are hints for setting lines, which are not ours.
                '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => {}
                space if space.is_whitespace() => self.space = true,
                visible => {
                    self.flush();
                    self.out.push(visible);
                }
            }
        }
    }

    /// Takes the start of an element, its name in lower case.
    pub(super) fn open(&mut self, name: &str) {
        match name {
            "br" => self.breaks = (self.breaks + 1).min(2),
            "li" => {
                self.breaks = self.breaks.max(1);
                self.bullet = true;
            }
            "td" | "th" => self.space = true,
            _ => self.apart(name),
        }
        match name {
            "ul" | "ol" | "dl" => self.lists += 1,
            "pre" => self.preformatted += 1,
            _ => {}
        }
    }

    /// Takes the end of an element, its name in lower case.
    pub(super) fn close(&mut self, name: &str) {
        match name {
            "ul" | "ol" | "dl" => self.lists = self.lists.saturating_sub(1),
            "pre" => self.preformatted = self.preformatted.saturating_sub(1),
            "li" => {
                self.breaks = self.breaks.max(1);
                self.bullet = false;
            }
            _ => {}
        }
        self.apart(name);
    }

    /// The text, without white space at its ends.
    pub(super) fn finish(self) -> String {
        self.out
    }

    fn apart(&mut self, name: &str) {
        let breaks = if BLOCKS.contains(&name) {
            // What is in a list stays together as lines.
            if self.lists > 0 { 1 } else { 2 }
        } else {
            usize::from(LINES.contains(&name))
        };
        self.breaks = self.breaks.max(breaks);
    }

    fn flush(&mut self) {
        if !self.out.is_empty() {
            if self.breaks > 0 {
                self.out.extend(std::iter::repeat_n('\n', self.breaks));
            } else if self.space {
                self.out.push(' ');
            }
        }
        if self.bullet {
            self.out.push_str("- ");
        }
        self.breaks = 0;
        self.space = false;
        self.bullet = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_lines_and_items_are_apart() {
        let mut page = Paragraphs::default();
        for step in [
            "<p",
            "One\n  two\u{a0}three",
            ">p",
            "<ul",
            "<li",
            "<p",
            "a",
            ">p",
            ">li",
            "<li",
            "b",
            ">li",
            ">ul",
            "c",
            "<br",
            "d",
        ] {
            if let Some(name) = step.strip_prefix('<') {
                page.open(name);
            } else if let Some(name) = step.strip_prefix('>') {
                page.close(name);
            } else {
                page.text(step);
            }
        }
        assert_eq!(page.finish(), "One two three\n\n- a\n- b\n\nc\nd");
    }
}
