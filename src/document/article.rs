//! One article.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::DocumentRecord;
use crate::text::hex;

/// One article: its text, and what came with it. All offsets of later stages are offsets of `text`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Article {
    /// The given id or URL; `None` where there is none, and then the hash of the text is its id.
    pub id: Option<String>,
    /// The name by which messages and `--each` call it: the file's stem, the line's id.
    pub label: String,
    /// The headline, where it came apart from the text.
    pub title: Option<String>,
    /// The text, without control characters but for line feeds and tabs; paragraphs are apart by an empty line.
    pub text: String,
    /// The day of publication.
    pub date: Option<Date>,
    /// Where it was published.
    pub url: Option<String>,
    /// By whom.
    pub publisher: Option<String>,
    /// The language's ISO 639-1 code.
    pub lang: Option<String>,
    /// Fields that came along and mean nothing to interparl.
    pub extra: BTreeMap<String, Value>,
}

impl Article {
    /// SHA-256 of the text, in lower case hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> String {
        hex(&Sha256::digest(self.text.as_bytes()))
    }

    /// The article as a source, without its text.
    #[must_use]
    pub fn record(&self) -> DocumentRecord {
        let sha256 = self.sha256();
        DocumentRecord {
            id: self
                .id
                .clone()
                .or_else(|| self.url.clone())
                .unwrap_or_else(|| format!("sha256:{sha256}")),
            title: self.title.clone(),
            date: self.date,
            url: self.url.clone(),
            publisher: self.publisher.clone(),
            lang: self.lang.clone(),
            sha256,
            extra: self.extra.clone(),
        }
    }
}
