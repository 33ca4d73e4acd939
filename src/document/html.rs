//! Web pages: the article without the menus, and what the page says of itself.

use std::panic::{AssertUnwindSafe, catch_unwind};

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::decode::decode_markup;
use super::html_guard::guard;
use super::html_text::{flat_text, fragment_text, is_heavy, tree_text};
use super::metadata::page_facts;
use super::{Article, Problem};
use crate::document::json_ld::LinkedArticle;

/// Above these the search for the article takes longer than it is worth; all text of the page is taken instead.
const DEEPEST_SEARCH: usize = 80;
const MOST_TAGS_SEARCHED: usize = 40_000;
/// A text with fewer letters is not the article but a caption or a notice.
const FEWEST_LETTERS: usize = 80;

/// Reads a page.
///
/// The text is the article's, found by the density of text; where that finds next to nothing, the `articleBody` of
/// JSON-LD; and else all text of the page but menus, footers and forms. Paragraphs are apart by an empty line, list
/// items on lines that begin with `- `. The headline is the first paragraph if the text does not begin with it.
///
/// # Errors
/// [`Problem::Binary`] where the bytes are no text, [`Problem::Empty`] where the page has no words.
pub(super) fn read_html(bytes: &[u8], label: String) -> Result<Article, Problem> {
    let html = decode_markup(bytes)?;
    let page = guard(&html);
    let (facts, body) = if is_heavy(&page) {
        (LinkedArticle::default(), flat_text(&page.html, true))
    } else {
        let document = Document::from(page.html.as_str());
        let facts = page_facts(&document);
        let may_search = page.depth <= DEEPEST_SEARCH && page.tags <= MOST_TAGS_SEARCHED;
        let body = may_search
            .then(|| article_text(&page.html))
            .flatten()
            .filter(|text| letters(text) >= FEWEST_LETTERS)
            .or_else(|| linked_body(&facts))
            .unwrap_or_else(|| tree_text(&document.root(), true));
        (facts, body)
    };
    let text = facts.facts.with_title(body);
    facts.facts.into_article(&text, label)
}

/// The text of the article of a page; `None` where none is found.
fn article_text(html: &str) -> Option<String> {
    let config = Config {
        disable_json_ld: true,
        ..Config::default()
    };
    // The search is another's code on a stranger's page. Should it ever stop half-way, the text of the whole page is
    // the answer, and the batch goes on.
    let content = catch_unwind(AssertUnwindSafe(|| {
        let mut readability = Readability::new(html, None, Some(config)).ok()?;
        Some(readability.parse().ok()?.content.to_string())
    }))
    .ok()
    .flatten()?;
    Some(fragment_text(&content))
}

fn linked_body(facts: &LinkedArticle) -> Option<String> {
    let body = facts.body.as_deref()?;
    // Some put HTML there, some plain text with line feeds.
    let text = if body.contains("</") {
        fragment_text(body)
    } else {
        body.trim().to_owned()
    };
    (letters(&text) >= FEWEST_LETTERS).then_some(text)
}

fn letters(text: &str) -> usize {
    text.chars()
        .filter(|c| c.is_alphabetic())
        .take(FEWEST_LETTERS)
        .count()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that fails may panic")]
mod tests {
    use super::*;

    const BODY: &str = "<p>RIGA, 22 August 2016 – The Speaker of the Saeima received her colleagues of seven parliaments in the
        capital, and all of them spoke of energy, of security and of the neighbours in the east.</p>
        <p>At the table sat:</p><ul><li>Norway: the President of the Storting;</li><li>Sweden: the <b>First</b> Deputy Speaker.</li></ul>
        <p>The next conference will be held in Reykjavik, it was agreed, and the hosts will send the invitations in spring.</p>";

    fn page(body: &str) -> String {
        format!(
            "<!DOCTYPE html><html lang=en><head><title>Speakers meet in Riga</title></head><body>
             <nav><ul><li><a href=/>Home</a><li><a href=/news>News</a></ul></nav>
             <div id=content><h1>Speakers meet in Riga</h1>{body}</div><footer>All rights reserved</footer></body></html>"
        )
    }

    #[test]
    fn the_article_comes_without_menus() {
        let article = read_html(page(BODY).as_bytes(), "a".to_owned()).unwrap();
        assert!(
            article
                .text
                .starts_with("Speakers meet in Riga\n\nRIGA, 22 August 2016 – The Speaker"),
            "{}",
            article.text
        );
        assert!(article.text.contains("\n\n- Norway: the President of the Storting;\n- Sweden: the First Deputy Speaker.\n\n"), "{}", article.text);
        assert!(
            !article.text.contains("Home") && !article.text.contains("rights"),
            "{}",
            article.text
        );
        assert_eq!(article.title.as_deref(), Some("Speakers meet in Riga"));
        assert_eq!(
            article.date.map(|d| d.to_string()).as_deref(),
            Some("2016-08-22")
        );
        assert_eq!(article.lang.as_deref(), Some("en"));
    }

    #[test]
    fn a_short_page_is_taken_whole() {
        let article = read_html(page("<p>They met.").as_bytes(), "a".to_owned()).unwrap();
        assert_eq!(article.text, "Speakers meet in Riga\n\nThey met.");
    }

    #[test]
    fn unterminated_pages_come_out() {
        let whole = page(BODY);
        for cut in ["</div>", "invitations", "<li>Sweden", "Reykjavik"] {
            let (start, _) = whole.split_once(cut).unwrap();
            for tail in ["", "<", "<a href=\"", "<!-- ", "&am"] {
                let article =
                    read_html(format!("{start}{tail}").as_bytes(), "a".to_owned()).unwrap();
                assert!(
                    article.text.contains("The Speaker of the Saeima"),
                    "{cut} {tail}"
                );
            }
        }
    }

    #[test]
    fn pages_made_to_hurt_are_read_in_time() {
        for page in [
            "<div>".repeat(200_000) + "words",
            "<b x=1><p>".repeat(50_000) + "words",
            "<table><tr><td>".repeat(50_000) + "words",
            "<a href=x>".repeat(20_000) + "words",
            "<svg>".repeat(50_000) + "words",
            "<span><div></span></div>".repeat(20_000) + "words",
            "&".repeat(1_000_000) + "words",
            "<".repeat(1_000_000) + " words",
        ] {
            let article = read_html(page.as_bytes(), "a".to_owned()).unwrap();
            assert!(article.text.contains("words"));
        }
    }

    #[test]
    fn a_page_without_words_is_refused() {
        for page in [
            "",
            "<html></html>",
            "<script>x()</script>",
            "<!-- never ends",
        ] {
            assert!(
                matches!(
                    read_html(page.as_bytes(), "a".to_owned()),
                    Err(Problem::Empty)
                ),
                "{page}"
            );
        }
    }
}
