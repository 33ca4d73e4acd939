//! The text of a tree of elements, of a piece of HTML, or of a page that is not to be parsed.

use dom_query::{Document, NodeRef};

use super::entities::decode_entities;
use super::html_guard::{GuardedPage, guard};
use super::html_tokens::{HtmlToken, HtmlTokens, closing_end};
use super::paragraphs::{Paragraphs, is_left_out};

/// A page above any of these is read without building a tree.
const DEEPEST: usize = 250;
const MOST_TAGS: usize = 400_000;
const MOST_MARKS: usize = 5_000;

/// The text of a piece of HTML such as the content of a feed's entry.
pub(super) fn fragment_text(html: &str) -> String {
    if !html.contains(['<', '&']) {
        let mut paragraphs = Paragraphs::default();
        paragraphs.text(html);
        return paragraphs.finish();
    }
    let page = guard(html);
    if is_heavy(&page) {
        return flat_text(&page.html, false);
    }
    tree_text(&Document::from(page.html.as_str()).root(), false)
}

/// Whether a page is too much for a tree.
pub(super) fn is_heavy(page: &GuardedPage) -> bool {
    page.depth > DEEPEST || page.tags > MOST_TAGS || page.marks > MOST_MARKS
}

/// The text of an element and all in it; with `whole_page` without menus, footers and forms.
pub(super) fn tree_text(root: &NodeRef<'_>, whole_page: bool) -> String {
    let mut paragraphs = Paragraphs::default();
    // A stack of its own: the depth of a page is not for the program's stack to bear.
    let mut steps: Vec<(NodeRef<'_>, bool)> = vec![(*root, true)];
    while let Some((node, enters)) = steps.pop() {
        if node.is_text() {
            paragraphs.text(&node.text());
            continue;
        }
        let name = node.node_name();
        let name = name.as_deref().unwrap_or_default();
        if !enters {
            paragraphs.close(name);
            continue;
        }
        if node.is_comment() || node.is_doctype() || is_left_out(name, whole_page) {
            continue;
        }
        if !name.is_empty() {
            paragraphs.open(name);
            steps.push((node, false));
        }
        steps.extend(node.children_it(true).map(|child| (child, true)));
    }
    paragraphs.finish()
}

/// The text of a page read tag by tag, without a tree: less sure of what is a menu, but in one pass whatever comes.
pub(super) fn flat_text(html: &str, whole_page: bool) -> String {
    let mut paragraphs = Paragraphs::default();
    let mut rest = html;
    let mut tokens = HtmlTokens::new(rest);
    let mut unclosed: Vec<String> = Vec::new();
    while let Some(token) = tokens.next() {
        let (HtmlToken::Text(raw)
        | HtmlToken::Other(raw)
        | HtmlToken::Open { raw, .. }
        | HtmlToken::Close { raw, .. }
        | HtmlToken::Opaque { raw, .. }) = token;
        let mut length = raw.len();
        match token {
            HtmlToken::Text(text) => paragraphs.text(&decode_entities(text)),
            HtmlToken::Other(_) | HtmlToken::Opaque { .. } => {}
            HtmlToken::Close { name, .. } => paragraphs.close(&name.to_ascii_lowercase()),
            HtmlToken::Open { name, .. } => {
                let name = name.to_ascii_lowercase();
                if !is_left_out(&name, whole_page) || raw.ends_with("/>") {
                    paragraphs.open(&name);
                } else if !unclosed.contains(&name) {
                    match closing_end(rest, &name) {
                        Some(end) => length = end,
                        None => unclosed.push(name),
                    }
                }
            }
        }
        rest = rest.get(length..).unwrap_or_default();
        if length != raw.len() {
            tokens = HtmlTokens::new(rest);
        }
    }
    paragraphs.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<p>One &amp; two<ul><li>a<li>b</ul><nav>Menu</nav><p>three<script>x()</script><br>four <b>five";

    #[test]
    fn tree_and_tags_give_the_same_text() {
        let text = "One & two\n\n- a\n- b\n\nthree\nfour five";
        assert_eq!(tree_text(&Document::from(PAGE).root(), true), text);
        assert_eq!(flat_text(PAGE, true), text);
        assert_eq!(fragment_text("<p>a</p><nav>b</nav>"), "a\n\nb");
        assert_eq!(fragment_text(" plain\n words "), "plain words");
    }

    #[test]
    fn a_deep_fragment_is_read_all_the_same() {
        assert_eq!(fragment_text(&("<div>".repeat(100_000) + "deep")), "deep");
    }
}
