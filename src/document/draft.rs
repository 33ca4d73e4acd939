//! An article in the making: what came with the text, as it was given.

use std::collections::BTreeMap;

use serde_json::Value;

use super::clean::{clean, one_line};
use super::language::{language_code, language_of};
use super::{Article, Problem};
use crate::text::{document_date, line_date};

/// What came with a text, not yet checked. Empty values count as none.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    pub(super) id: Option<String>,
    pub(super) title: Option<String>,
    pub(super) date: Option<String>,
    pub(super) url: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) lang: Option<String>,
    pub(super) extra: BTreeMap<String, Value>,
}

impl Draft {
    /// The article of this text.
    ///
    /// A date or language that is not understood is kept among the fields that mean nothing, and then the text itself
    /// is asked, as it is where none was given.
    ///
    /// # Errors
    /// [`Problem::Empty`] where the cleaned text has no words.
    pub(super) fn into_article(mut self, text: &str, label: String) -> Result<Article, Problem> {
        let text = clean(text).into_owned();
        if text.trim().is_empty() {
            return Err(Problem::Empty);
        }
        let given_date = filled(self.date.take());
        let date = given_date.as_deref().and_then(line_date);
        let given_lang = filled(self.lang.take());
        let lang = given_lang.as_deref().and_then(language_code);
        for (field, given, understood) in [
            ("date", given_date, date.is_some()),
            ("lang", given_lang, lang.is_some()),
        ] {
            if let Some(given) = given.filter(|_| !understood) {
                self.extra.insert(field.to_owned(), Value::String(given));
            }
        }
        Ok(Article {
            id: filled(self.id),
            label,
            title: filled(self.title),
            date: date.or_else(|| document_date(&text)),
            url: filled(self.url),
            publisher: filled(self.publisher),
            lang: lang.or_else(|| language_of(&text)),
            extra: self.extra,
            text,
        })
    }

    /// The body with the title as its first paragraph, unless one of its first three lines already begins with it.
    ///
    /// Spans point into one text, so the title has to be in it.
    pub(super) fn with_title(&self, body: String) -> String {
        let title = self.title.as_deref().map(one_line).unwrap_or_default();
        let folded = fold(&title);
        let begins = |line: &str| fold(line).starts_with(&folded);
        let there = body
            .lines()
            .filter(|line| !line.trim().is_empty())
            .take(3)
            .any(begins);
        if title.is_empty() || there {
            body
        } else if body.trim().is_empty() {
            title
        } else {
            format!("{title}\n\n{body}")
        }
    }
}

/// A field on one line, `None` where nothing is left of it.
fn filled(field: Option<String>) -> Option<String> {
    field
        .map(|value| one_line(&value))
        .filter(|value| !value.is_empty())
}

/// The letters and digits in lower case: dashes, quotes and spaces differ between a page's title and its head.
fn fold(text: &str) -> String {
    text.chars()
        .take(600)
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titled(title: &str) -> Draft {
        Draft {
            title: Some(title.to_owned()),
            ..Draft::default()
        }
    }

    #[test]
    fn a_title_is_put_first_once() {
        let draft = titled("Speakers  meet in “Riga”");
        assert_eq!(
            draft.with_title("They met.".to_owned()),
            "Speakers meet in “Riga”\n\nThey met."
        );
        let body = "News\n\nSPEAKERS MEET IN \"RIGA\"\n\nThey met.".to_owned();
        assert_eq!(draft.with_title(body.clone()), body);
        assert_eq!(titled("").with_title("They met.".to_owned()), "They met.");
    }

    #[test]
    fn a_date_that_is_not_understood_is_kept_and_the_text_is_asked() -> Result<(), Problem> {
        let draft = Draft {
            date: Some("last week".to_owned()),
            lang: Some("Klingon".to_owned()),
            ..Draft::default()
        };
        let article = draft.into_article("RIGA, 22 August 2016 – They met.", "a".to_owned())?;
        assert_eq!(
            article.date.map(|d| d.to_string()).as_deref(),
            Some("2016-08-22")
        );
        assert_eq!(article.extra.get("date"), Some(&Value::from("last week")));
        assert_eq!(article.extra.get("lang"), Some(&Value::from("Klingon")));
        Ok(())
    }
}
