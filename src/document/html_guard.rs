//! Looks at a page before the parser does, so that no page can stop the program.
//!
//! An HTML parser by the standard takes time with the square of how deep elements stand in each other, and memory with
//! the product of unclosed `<b>`s and paragraphs. Honest pages are flat; what is not goes another way.

use super::html_tokens::{HtmlToken, HtmlTokens, closing_end};

/// Formatting that says nothing about the text, and that a parser must open again in each paragraph until it is closed.
const FORMATTING: &[&str] = &[
    "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];
/// Drawings and formulas, whose insides follow other rules.
const FOREIGN: &[&str] = &["svg", "math"];
/// Elements that never stay open for what comes after, so that they add no depth.
const FLAT: &[&str] = &[
    "a", "area", "base", "basefont", "bgsound", "body", "br", "col", "colgroup", "dd", "dt",
    "embed", "frame", "head", "hr", "html", "image", "img", "input", "keygen", "li", "link",
    "meta", "option", "p", "param", "rp", "rt", "source", "tbody", "td", "tfoot", "th", "thead",
    "tr", "track", "wbr",
];
/// Elements whose end tag closes everything inside of them.
const CLOSING: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "button",
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
    "main",
    "menu",
    "nav",
    "object",
    "ol",
    "pre",
    "section",
    "summary",
    "table",
    "template",
    "ul",
];
/// Elements out of which no end tag reaches.
const BARRIERS: &[&str] = &["applet", "marquee", "object", "table", "template"];
/// What is deeper than this is not followed further: the answer is then clear.
const FOLLOWED: usize = 2000;

/// A page made safe to parse, and what it weighs.
#[derive(Debug)]
pub(super) struct GuardedPage {
    /// The page without formatting tags and drawings.
    pub(super) html: String,
    /// How many tags it has.
    pub(super) tags: usize,
    /// How deep its elements stand in each other, at most.
    pub(super) depth: usize,
    /// How many `&` and stray `<` one stretch of text has, at most: the parser copies the stretch at each of them.
    pub(super) marks: usize,
}

/// Takes formatting tags and drawings out of a page and weighs the rest. One pass.
pub(super) fn guard(html: &str) -> GuardedPage {
    let mut guarded = String::with_capacity(html.len());
    let (mut tags, mut depth, mut marks) = (0, 0, 0);
    let mut open: Vec<String> = Vec::new();
    let mut rest = html;
    // Drawings without an end are looked for once only: each search reads to the end of the page.
    let mut unclosed: Vec<&str> = Vec::new();
    let mut tokens = HtmlTokens::new(rest);
    while let Some(token) = tokens.next() {
        let (name, raw, is_open) = match token {
            HtmlToken::Open { name, raw } => (name, raw, true),
            HtmlToken::Close { name, raw } => (name, raw, false),
            HtmlToken::Text(raw) | HtmlToken::Other(raw) | HtmlToken::Opaque { raw, .. } => {
                if matches!(token, HtmlToken::Text(_)) {
                    marks = marks.max(raw.matches(['&', '<']).count());
                }
                guarded.push_str(raw);
                rest = rest.get(raw.len()..).unwrap_or_default();
                continue;
            }
        };
        let name = name.to_ascii_lowercase();
        let mut length = raw.len();
        if let Some(foreign) = FOREIGN.iter().find(|f| **f == name) {
            if is_open && !raw.ends_with("/>") && !unclosed.contains(foreign) {
                match closing_end(rest, foreign) {
                    Some(end) => length = end,
                    None => unclosed.push(foreign),
                }
            }
            guarded.push_str("<!---->");
            rest = rest.get(length..).unwrap_or_default();
            tokens = HtmlTokens::new(rest);
            continue;
        }
        rest = rest.get(length..).unwrap_or_default();
        if FORMATTING.contains(&name.as_str()) {
            // A comment, and not nothing: what stands around must not grow together to a tag.
            guarded.push_str("<!---->");
            continue;
        }
        guarded.push_str(raw);
        tags += 1;
        if !is_open {
            close(&mut open, &name);
        } else if !FLAT.contains(&name.as_str()) && open.len() < FOLLOWED {
            open.push(name);
            depth = depth.max(open.len());
        }
    }
    GuardedPage {
        html: guarded,
        tags,
        depth,
        marks,
    }
}

/// Closes elements as the parser would, or rather fewer.
fn close(open: &mut Vec<String>, name: &str) {
    let closes_all = CLOSING.contains(&name);
    let reach = open.iter().rposition(|element| {
        element == name
            || if closes_all {
                BARRIERS.contains(&element.as_str())
            } else {
                CLOSING.contains(&element.as_str())
            }
    });
    if let Some(at) = reach
        && open.get(at).is_some_and(|element| element == name)
    {
        open.truncate(at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn honest_pages_are_flat() {
        let row = "<tr><td>a<td>b";
        let page = format!(
            "<html><body><div><ul>{}</ul></div><table>{}</table><p>x<p>y</body>",
            "<li><span>a</span>".repeat(500),
            row.repeat(500)
        );
        let page = guard(&page);
        assert!(page.depth <= 4, "{}", page.depth);
        assert!(page.tags > 2500);
    }

    #[test]
    fn depth_cannot_be_hidden() {
        for (piece, times) in [
            ("<div>", 300),
            ("<span><div></span></div>", 300),
            ("<div></p>", 300),
            ("<ul><li>", 300),
            ("<table><tr><td><div></table></div><table>", 300),
        ] {
            let page = guard(&piece.repeat(times));
            assert!(page.depth >= times, "{piece}: {}", page.depth);
        }
    }

    #[test]
    fn formatting_and_drawings_go() {
        let page =
            guard("<p><B class=x>H</b>ead <svg><path d='M'/><title>icon</title></svg>line <<b>b>");
        assert_eq!(page.html, "<p><!---->H<!---->ead <!---->line <<!---->b>");
        let page = guard("a<svg>b<svg>c");
        assert_eq!(page.html, "a<!---->b<!---->c");
    }
}
