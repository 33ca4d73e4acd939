//! The fields that are read, so that all others can be told.

use super::problem::Losses;
use super::row::Row;

/// Of nodes.
pub(super) const NODE: &[&str] = &[
    "id", "kind", "name", "aliases", "state", "code", "form", "life", "wikidata",
    // These come from the tables again.
    "names",
];

/// Of edges. `key`, `evidence`, `documents` and `rules` follow from the others, or from articles.
pub(super) const EDGE: &[&str] = &[
    "source",
    "target",
    "key",
    "edge_key",
    "kind",
    "role",
    "title",
    "meeting",
    "meeting_id",
    "date",
    "place",
    "planned",
    "not_before",
    "first_seen",
    "last_seen",
    "not_after",
    "terms",
    "seen",
    "confidence",
    "evidence",
    "documents",
    "rules",
    "quote",
];

/// Of meetings.
pub(super) const MEETING: &[&str] = &[
    "id",
    "kind",
    "status",
    "date",
    "place",
    "body",
    "session",
    "side_1",
    "side_2",
    "further_sides",
    "capacities",
    "outcomes",
    "confidence",
    "quote",
];

/// Of what happened to bodies.
pub(super) const LIFE: &[&str] = &["body", "event", "date"];

/// Of lists of offices.
pub(super) const LIST: &[&str] = &[
    "person",
    "state",
    "role",
    "title",
    "body",
    "kind",
    "form",
    "body_state",
    "date",
    "confidence",
];

/// Counts the fields of rows that nobody reads.
pub(super) fn count_unknown(rows: &[Row], what: &str, known: &[&str], losses: &mut Losses) {
    for row in rows {
        for name in row.names().filter(|name| !known.contains(name)) {
            losses.count(&format!("the field \"{name}\" of {what}"), 1);
        }
    }
}
