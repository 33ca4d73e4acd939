//! What a page says of itself in JSON-LD: the first object of a type of article, in a list or a graph or alone.

use serde_json::Value;

use super::draft::Draft;

/// How the types of schema.org end that stand for a text that was published, the surest first.
const ENDINGS: [&str; 4] = ["Article", "BlogPosting", "Report", "WebPage"];
/// A graph in a graph in a graph is nothing that a page needs.
const DEEPEST: usize = 6;

/// The facts, and the article's body where the page gives it.
#[derive(Debug, Default)]
pub(super) struct LinkedArticle {
    pub(super) facts: Draft,
    pub(super) body: Option<String>,
}

/// Reads the contents of the page's scripts of type `application/ld+json`; broken ones count as none.
pub(super) fn linked_article(scripts: &[String]) -> LinkedArticle {
    let values: Vec<Value> = scripts
        .iter()
        .filter_map(|script| serde_json::from_str(unwrapped(script)).ok())
        .collect();
    let mut found: Option<(usize, &Value)> = None;
    for value in &values {
        best_article(value, 0, &mut found);
    }
    found.map(|(_, value)| facts_of(value)).unwrap_or_default()
}

/// A script without the comment or CDATA marks that old pages put round it.
fn unwrapped(script: &str) -> &str {
    let script = script.trim();
    let script = script.strip_prefix("<!--").unwrap_or(script);
    let script = script.strip_suffix("-->").unwrap_or(script).trim();
    let script = script.trim_start_matches("//").trim_start();
    let script = script.strip_prefix("<![CDATA[").unwrap_or(script);
    script
        .trim_end()
        .strip_suffix("]]>")
        .unwrap_or(script)
        .trim_end_matches(['/', '\n', ' '])
}

/// Keeps the object whose type comes first in [`ENDINGS`], the earliest of several.
fn best_article<'v>(value: &'v Value, depth: usize, found: &mut Option<(usize, &'v Value)>) {
    if depth > DEEPEST {
        return;
    }
    match value {
        Value::Array(values) => {
            for value in values {
                best_article(value, depth + 1, found);
            }
        }
        Value::Object(fields) => {
            let rank = fields.get("@type").and_then(type_rank);
            if let Some(rank) = rank
                && found.is_none_or(|(best, _)| rank < best)
            {
                *found = Some((rank, value));
            }
            for inside in ["@graph", "mainEntity", "mainEntityOfPage"] {
                if let Some(value) = fields.get(inside) {
                    best_article(value, depth + 1, found);
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn type_rank(kind: &Value) -> Option<usize> {
    let rank = |name: &str| ENDINGS.iter().position(|ending| name.ends_with(ending));
    match kind {
        Value::String(name) => rank(name),
        Value::Array(names) => names
            .iter()
            .filter_map(Value::as_str)
            .filter_map(rank)
            .min(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => None,
    }
}

fn facts_of(article: &Value) -> LinkedArticle {
    let text = |field: &str| article.get(field).and_then(words);
    LinkedArticle {
        facts: Draft {
            title: text("headline").or_else(|| text("name")),
            date: text("datePublished").or_else(|| text("dateCreated")),
            url: text("url").or_else(|| text("mainEntityOfPage")),
            publisher: text("publisher"),
            lang: text("inLanguage"),
            ..Draft::default()
        },
        body: text("articleBody"),
    }
}

/// The words of a value: itself, its first, its name or its id.
fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => Some(text.clone()),
        Value::Array(values) => values.iter().find_map(|value| {
            // One level only: lists of lists are no names.
            if value.is_array() { None } else { words(value) }
        }),
        Value::Object(fields) => ["name", "@value", "alternateName", "@id"]
            .iter()
            .find_map(|field| fields.get(*field).and_then(Value::as_str))
            .map(str::to_owned),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(script: &str) -> LinkedArticle {
        linked_article(&[script.to_owned()])
    }

    #[test]
    fn an_article_is_found_alone_in_a_list_and_in_a_graph() {
        let article = r#"{"@type": ["NewsArticle"], "headline": "A visit", "datePublished": "2024-06-14T10:00:00Z",
            "publisher": {"@type": "Organization", "name": "The Agency"}, "inLanguage": {"@type": "Language", "alternateName": "en"},
            "mainEntityOfPage": {"@id": "https://example.org/a"}, "articleBody": "They met."}"#;
        for script in [
            article.to_owned(),
            format!("[{{\"@type\": \"Organization\", \"name\": \"X\"}}, {article}]"),
            format!("{{\"@graph\": [{{\"@type\": \"WebPage\", \"name\": \"X\"}}, {article}]}}"),
            format!("//<![CDATA[\n{article}\n//]]>"),
        ] {
            let found = read(&script);
            assert_eq!(found.facts.title.as_deref(), Some("A visit"), "{script}");
            assert_eq!(found.facts.publisher.as_deref(), Some("The Agency"));
            assert_eq!(found.facts.lang.as_deref(), Some("en"));
            assert_eq!(found.facts.url.as_deref(), Some("https://example.org/a"));
            assert_eq!(found.body.as_deref(), Some("They met."));
        }
    }

    #[test]
    fn broken_and_other_scripts_say_nothing() {
        for script in [
            "{\"@type\": \"NewsArticle\", ",
            "[]",
            "12",
            "{\"@type\": \"Event\", \"name\": \"A\"}",
        ] {
            let found = read(script);
            assert!(
                found.facts.title.is_none() && found.body.is_none(),
                "{script}"
            );
        }
    }
}
