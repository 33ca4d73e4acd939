//! The block of `key: value` lines at the top of a Markdown file.

use serde_json::Value;

use super::draft::Draft;

/// Takes the front matter off: what it says, and the rest of the text.
///
/// A block begins with a line `---` at the very start and ends with a line `---` or `...`. Without an end, or with a line
/// in it that is no `key: value`, no comment, no item of a list and not indented, it is no front matter but text.
/// The keys `id`, `title`, `date`, `url`, `publisher` and `lang` are understood in any case; all others are kept as
/// strings, lists as lists of strings.
pub(super) fn split_front_matter(text: &str) -> (Draft, &str) {
    parse(text).unwrap_or((Draft::default(), text))
}

fn parse(text: &str) -> Option<(Draft, &str)> {
    let (first, mut rest) = cut_line(text)?;
    if first.trim_end() != "---" {
        return None;
    }
    let mut draft = Draft::default();
    let mut last_key: Option<String> = None;
    loop {
        let (line, after) = cut_line(rest)?;
        rest = after;
        let trimmed = line.trim();
        if matches!(line.trim_end(), "---" | "...") {
            return Some((draft, rest));
        }
        if trimmed.is_empty() || trimmed.starts_with('#') {
            continue;
        }
        if let Some(item) = trimmed.strip_prefix("- ") {
            append(&mut draft, last_key.as_deref()?, unquoted(item));
            continue;
        }
        if line.starts_with([' ', '\t']) {
            // Structures inside of structures say nothing about an article.
            continue;
        }
        let (key, value) = line.split_once(':')?;
        let key = key.trim();
        if key.is_empty() || key.contains(char::is_whitespace) {
            return None;
        }
        store(&mut draft, key, unquoted(value.trim()));
        last_key = Some(key.to_owned());
    }
}

fn cut_line(text: &str) -> Option<(&str, &str)> {
    if text.is_empty() {
        return None;
    }
    Some(text.split_once('\n').unwrap_or((text, "")))
}

fn store(draft: &mut Draft, key: &str, value: String) {
    let field = match key.to_ascii_lowercase().as_str() {
        "id" => &mut draft.id,
        "title" => &mut draft.title,
        "date" => &mut draft.date,
        "url" => &mut draft.url,
        "publisher" => &mut draft.publisher,
        "lang" | "language" => &mut draft.lang,
        _ => {
            draft.extra.insert(key.to_owned(), Value::String(value));
            return;
        }
    };
    *field = Some(value);
}

fn append(draft: &mut Draft, key: &str, item: String) {
    if let Some(value) = draft.extra.get_mut(key) {
        if let Value::Array(items) = value {
            items.push(Value::String(item));
        } else {
            *value = Value::Array(vec![Value::String(item)]);
        }
    }
}

/// A value without its quotes or the comment after it.
fn unquoted(value: &str) -> String {
    if let Some(rest) = value.strip_prefix('\'') {
        // In single quotes a quote is written twice.
        let end = rest.rfind('\'').unwrap_or(rest.len());
        return rest.get(..end).unwrap_or_default().replace("''", "'");
    }
    if let Some(rest) = value.strip_prefix('"') {
        let mut text = String::new();
        let mut characters = rest.chars();
        while let Some(character) = characters.next() {
            match character {
                '"' => break,
                '\\' => match characters.next() {
                    Some('n') => text.push('\n'),
                    Some('t') => text.push('\t'),
                    Some(other) => text.push(other),
                    None => {}
                },
                other => text.push(other),
            }
        }
        return text;
    }
    let end = value.find(" #").unwrap_or(value.len());
    value.get(..end).unwrap_or_default().trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_keys_are_taken_and_others_kept() {
        let text = "---\nid: a-1\nTitle: \"A \\\"visit\\\": part 1\"\ndate: 2024-06-14 # Friday\nlang: 'en'\nauthor: O''Neil\n\
                    tags:\n  - talks\n  - Riga\nnested:\n  deep: 1\n---\nThe text\n---\n";
        let (draft, rest) = split_front_matter(text);
        assert_eq!(rest, "The text\n---\n");
        assert_eq!(draft.id.as_deref(), Some("a-1"));
        assert_eq!(draft.title.as_deref(), Some("A \"visit\": part 1"));
        assert_eq!(draft.date.as_deref(), Some("2024-06-14"));
        assert_eq!(draft.lang.as_deref(), Some("en"));
        assert_eq!(
            draft.extra.get("tags"),
            Some(&serde_json::json!(["talks", "Riga"]))
        );
        assert_eq!(draft.extra.get("author"), Some(&Value::from("O''Neil")));
    }

    #[test]
    fn what_is_no_front_matter_is_text() {
        for text in [
            "",
            "---",
            "---\nkey: value\nno end",
            "---\nA sentence without a key\n---\n",
            "Text\n---\na: b\n---\n",
        ] {
            let (draft, rest) = split_front_matter(text);
            assert_eq!(rest, text);
            assert!(draft.title.is_none());
        }
    }
}
