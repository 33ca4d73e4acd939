//! What a web page says of itself: title, date, site, language, address.
//!
//! Reads the head and the elements made for it; never reads the article's text.

use std::collections::BTreeMap;

use dom_query::Document;

use super::draft::Draft;
use super::json_ld::{LinkedArticle, linked_article};
use crate::text::line_date;

/// The names of `<meta>` elements that hold a fact, the surest first, in lower case with `:` for `.`.
const TITLES: &[&str] = &[
    "og:title",
    "twitter:title",
    "dc:title",
    "dcterms:title",
    "citation_title",
    "title",
    "headline",
];
const DATES: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "og:published_time",
    "published_time",
    "dc:date:issued",
    "dcterms:issued",
    "dcterms:date",
    "dc:date",
    "dcterms:created",
    "citation_publication_date",
    "publication_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "publish_date",
    "published",
    "date",
    "sailthru:date",
    "parsely-pub-date",
    "article:published",
];
const SITES: &[&str] = &[
    "og:site_name",
    "application-name",
    "dc:publisher",
    "dcterms:publisher",
    "publisher",
];
const LANGUAGES: &[&str] = &[
    "content-language",
    "dc:language",
    "dcterms:language",
    "language",
    "og:locale",
];
const ADDRESSES: &[&str] = &["og:url", "twitter:url"];
/// What sites put between the headline and their name in `<title>`.
const SEPARATORS: [&str; 7] = [" | ", " – ", " — ", " - ", " :: ", " » ", " · "];

/// The facts of a page, and the body that its JSON-LD gives.
pub(super) fn page_facts(page: &Document) -> LinkedArticle {
    let metas = metas(page);
    let scripts: Vec<String> = texts(page, "script[type='application/ld+json']");
    let LinkedArticle {
        facts: linked,
        body,
    } = linked_article(&scripts);
    let named = |names: &[&str]| names.iter().find_map(|name| metas.get(*name).cloned());
    let publisher = named(SITES).or(linked.publisher);
    let facts = Draft {
        title: named(TITLES)
            .or(linked.title)
            .or_else(|| title_element(page))
            .map(|title| without_site(&title, publisher.as_deref())),
        // A date that cannot be read is worth less than the next one that can.
        date: DATES
            .iter()
            .filter_map(|name| metas.get(*name).cloned())
            .chain(linked.date)
            .chain(time_elements(page))
            .find(|date| line_date(date).is_some()),
        url: attribute(page, "link[rel='canonical']", "href")
            .into_iter()
            .chain(named(ADDRESSES))
            .chain(linked.url)
            .find(|url| is_address(url)),
        lang: attribute(page, "html", "lang")
            .or_else(|| named(LANGUAGES))
            .or(linked.lang)
            .filter(|lang| super::language::language_code(lang).is_some()),
        publisher,
        ..Draft::default()
    };
    LinkedArticle { facts, body }
}

/// The contents of all `<meta>` elements by name, the first of each.
fn metas(page: &Document) -> BTreeMap<String, String> {
    let mut metas = BTreeMap::new();
    for meta in page.select("meta[content]").nodes() {
        let Some(content) = meta.attr("content").filter(|c| !c.trim().is_empty()) else {
            continue;
        };
        for key in ["property", "name", "itemprop", "http-equiv"] {
            if let Some(names) = meta.attr(key) {
                for name in names.split_whitespace() {
                    let name = name.to_ascii_lowercase().replace('.', ":");
                    metas.entry(name).or_insert_with(|| content.to_string());
                }
            }
        }
    }
    metas
}

fn texts(page: &Document, selector: &str) -> Vec<String> {
    page.select(selector)
        .nodes()
        .iter()
        .map(|node| node.text().to_string())
        .collect()
}

fn attribute(page: &Document, selector: &str, name: &str) -> Option<String> {
    page.select(selector)
        .attr(name)
        .map(|value| value.trim().to_owned())
        .filter(|value| !value.is_empty())
}

/// The only `<h1>`, else `<title>`: several headings are those of sections or sites.
fn title_element(page: &Document) -> Option<String> {
    let mut headings = texts(page, "h1");
    headings.retain(|heading| !heading.trim().is_empty());
    match headings.as_slice() {
        [only] => Some(only.clone()),
        _ => texts(page, "head title").into_iter().next(),
    }
}

/// The headline without ` | The Site` where the site is known.
fn without_site(title: &str, site: Option<&str>) -> String {
    let title = super::clean::one_line(title);
    let Some(site) = site else {
        return title;
    };
    for separator in SEPARATORS {
        if let Some((headline, last)) = title.rsplit_once(separator)
            && last.trim().eq_ignore_ascii_case(site.trim())
        {
            return headline.trim().to_owned();
        }
    }
    title
}

/// The dates of the first `<time>` elements: the attribute, else the words.
fn time_elements(page: &Document) -> Vec<String> {
    page.select("time")
        .nodes()
        .iter()
        .take(3)
        .map(|time| match time.attr("datetime") {
            Some(date) if !date.trim().is_empty() => date.to_string(),
            _ => time.text().to_string(),
        })
        .collect()
}

fn is_address(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_come_from_where_pages_put_them() {
        let page = Document::from(
            "<html lang=en-GB><head><title>A visit | The Agency</title><meta property='og:site_name' content='The Agency'>
             <meta name='DC.Date' content='soon'><link rel=canonical href='https://example.org/a'>
             <body><h1>One</h1><h1>Two</h1><time datetime='2024-06-14T08:00:00Z'>yesterday</time>",
        );
        let facts = page_facts(&page).facts;
        assert_eq!(facts.title.as_deref(), Some("A visit"));
        assert_eq!(facts.publisher.as_deref(), Some("The Agency"));
        assert_eq!(facts.lang.as_deref(), Some("en-GB"));
        assert_eq!(facts.url.as_deref(), Some("https://example.org/a"));
        assert_eq!(facts.date.as_deref(), Some("2024-06-14T08:00:00Z"));
    }

    #[test]
    fn the_head_goes_before_the_page() {
        let page = Document::from(
            "<meta property='og:title' content='From &quot;og&quot;'><meta itemprop=datePublished content='14.06.2024'>
             <script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": \"From LD\", \"datePublished\": \"2023-01-01\"}</script>
             <h1>From the page</h1><link rel=canonical href='/relative'>",
        );
        let facts = page_facts(&page).facts;
        assert_eq!(facts.title.as_deref(), Some("From \"og\""));
        assert_eq!(facts.date.as_deref(), Some("14.06.2024"));
        assert_eq!(facts.url, None);
    }
}
