//! Tags, text and the rest of HTML, one after another, in one pass over bytes of any quality.
//!
//! A page is read by a real parser elsewhere; this is for looking at a page before it, and for pages that it must not see.

/// A piece of HTML. `raw` is the piece as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HtmlToken<'h> {
    /// Characters between tags, entities and all.
    Text(&'h str),
    /// A start tag.
    Open { name: &'h str, raw: &'h str },
    /// An end tag.
    Close { name: &'h str, raw: &'h str },
    /// An element whose contents are no markup, from its start tag to its end tag or the end of the page.
    Opaque { name: &'h str, raw: &'h str },
    /// A comment, a declaration, a tag without an end.
    Other(&'h str),
}

/// Elements whose contents a browser does not read as markup.
const OPAQUE: &[&str] = &[
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
];

/// The pieces of a page.
pub(super) struct HtmlTokens<'h> {
    rest: &'h str,
}

impl<'h> HtmlTokens<'h> {
    pub(super) fn new(html: &'h str) -> Self {
        Self { rest: html }
    }

    fn take(&mut self, length: usize) -> &'h str {
        let (piece, rest) = self
            .rest
            .split_at_checked(length)
            .unwrap_or((self.rest, ""));
        self.rest = rest;
        piece
    }

    fn tag(&mut self) -> HtmlToken<'h> {
        let is_close = self.rest.starts_with("</");
        let Some(end) = tag_end(self.rest) else {
            return HtmlToken::Other(self.take(self.rest.len()));
        };
        let name = self
            .rest
            .get(1 + usize::from(is_close)..)
            .unwrap_or_default();
        let length = name.find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>');
        let name = name.get(..length.unwrap_or(name.len())).unwrap_or_default();
        if is_close {
            return HtmlToken::Close {
                name,
                raw: self.take(end),
            };
        }
        if OPAQUE
            .iter()
            .any(|opaque| opaque.eq_ignore_ascii_case(name))
        {
            let end = closing_end(self.rest, name).unwrap_or(self.rest.len());
            return HtmlToken::Opaque {
                name,
                raw: self.take(end),
            };
        }
        HtmlToken::Open {
            name,
            raw: self.take(end),
        }
    }
}

impl<'h> Iterator for HtmlTokens<'h> {
    type Item = HtmlToken<'h>;

    fn next(&mut self) -> Option<HtmlToken<'h>> {
        if self.rest.is_empty() {
            return None;
        }
        let markup = self
            .rest
            .match_indices('<')
            .find_map(|(at, _)| is_markup(self.rest.get(at + 1..)?).then_some(at));
        Some(match markup {
            None => HtmlToken::Text(self.take(self.rest.len())),
            Some(0) if self.rest.starts_with("<!--") => {
                let end = self.rest.find("-->").map_or(self.rest.len(), |at| at + 3);
                HtmlToken::Other(self.take(end))
            }
            Some(0) if self.rest.starts_with("<!") || self.rest.starts_with("<?") => {
                let end = self.rest.find('>').map_or(self.rest.len(), |at| at + 1);
                HtmlToken::Other(self.take(end))
            }
            Some(0) => self.tag(),
            Some(at) => HtmlToken::Text(self.take(at)),
        })
    }
}

/// The length of everything up to and with the end tag of this name; `None` where there is none.
pub(super) fn closing_end(html: &str, name: &str) -> Option<usize> {
    html.match_indices("</").find_map(|(at, _)| {
        let after = html.get(at + 2..)?;
        let found = after.get(..name.len())?;
        let next = after.as_bytes().get(name.len())?;
        let ends = next.is_ascii_whitespace() || matches!(next, b'/' | b'>');
        if !(ends && found.eq_ignore_ascii_case(name)) {
            return None;
        }
        Some(at + 2 + after.find('>').map_or(after.len(), |end| end + 1))
    })
}

fn is_markup(after: &str) -> bool {
    let after = after.strip_prefix('/').unwrap_or(after);
    after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!' || c == '?')
}

/// The length of the tag at the start, its `>` looked for outside of quoted values.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    let mut after_equals = false;
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) => {}
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') if after_equals => {
                quote = Some(byte);
                after_equals = false;
            }
            (None, b'=') => after_equals = true,
            (None, _) => after_equals &= byte.is_ascii_whitespace(),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_cut_and_put_together_again() {
        let html = "a < b<!-- <p> --><P class='x>y'>c</P><script>if (a<b) '</p>'</SCRIPT >d<br/><unfinished";
        let mut names = Vec::new();
        let mut whole = String::new();
        for token in HtmlTokens::new(html) {
            match token {
                HtmlToken::Text(raw) | HtmlToken::Other(raw) => whole.push_str(raw),
                HtmlToken::Open { name, raw }
                | HtmlToken::Close { name, raw }
                | HtmlToken::Opaque { name, raw } => {
                    names.push(name);
                    whole.push_str(raw);
                }
            }
        }
        assert_eq!(names, ["P", "P", "script", "br"]);
        assert_eq!(whole, html);
    }
}
