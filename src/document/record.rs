//! What is known of an article as a source.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The article as a source, without its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentRecord {
    /// The given id or URL, else the hash of the text.
    pub id: String,
    /// The headline.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub title: Option<String>,
    /// The day of publication.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub date: Option<Date>,
    /// Where it was published.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub url: Option<String>,
    /// By whom.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub publisher: Option<String>,
    /// The language's ISO 639-1 code.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lang: Option<String>,
    /// SHA-256 of the text, in lower case hexadecimal.
    pub sha256: String,
    /// Fields that came with the article and mean nothing to interparl.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub extra: BTreeMap<String, Value>,
}
