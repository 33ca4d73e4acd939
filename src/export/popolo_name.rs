//! The other names of people and organizations in Popolo.

use serde::Serialize;

use crate::diagram::clean;
use crate::graph::Node;

/// Another name, with its time where that is known.
#[derive(Serialize)]
pub(super) struct OtherName {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<String>,
}

impl OtherName {
    /// The names that articles use, and those of a time with their time.
    pub(super) fn all(node: &Node) -> Vec<Self> {
        let in_time = node.names.iter().map(|known| Self {
            name: clean(&known.name),
            start_date: known.from.map(|date| date.to_string()),
            end_date: known.until.map(|date| date.to_string()),
        });
        let others = node.aliases.iter().map(|alias| Self {
            name: clean(alias),
            start_date: None,
            end_date: None,
        });
        others.chain(in_time).collect()
    }
}
