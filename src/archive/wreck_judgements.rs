//! The judgements of a damaged file.
//!
//! Each stands in it twice: in its row, and in the index that keeps a second one of the same words out. What one of the two has
//! lost is taken from the other.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use super::wreck_numbers::Numbers;
use crate::identity::Judgement;

/// Numbers in a row without a judgement before the search goes on at the next one that is known, or ends where the file cannot
/// say how many there are.
const PATIENT: i64 = 10_000;

/// Reads every judgement that can be read; what is known to be lost goes to `lost`, a line each.
pub(super) fn judgements(wreck: &Connection, lost: &mut Vec<String>) -> Vec<Judgement> {
    let indexed = indexed(wreck);
    let told = "SELECT max(id) FROM judgement";
    let told: rusqlite::Result<Option<i64>> = wreck.query_row(told, [], |row| row.get(0));
    let rows = Numbers::of(wreck, &[("judgement", "id")]);
    let mut seen: BTreeSet<i64> = rows.found().clone();
    seen.extend(indexed.lines.keys());
    seen.extend(told.iter().flatten());
    // Where neither says how many there are, what lies behind the last one that is found cannot be counted.
    let known = told.is_ok() || indexed.whole;
    let mut end = seen.last().copied().unwrap_or_default();
    let mut saved = Vec::new();
    let mut missed = Vec::new();
    // No number is as low as these but by damage.
    for number in seen.range(..=0) {
        match look(wreck, &indexed, *number) {
            Ok(judgement) => saved.push(judgement),
            Err(error) => missed.push((*number, error)),
        }
    }
    let mut number: i64 = 0;
    let mut reached = 0;
    while number < end || (!known && number < end.saturating_add(PATIENT)) {
        number = number.saturating_add(1);
        let next = seen.range(number..).next().copied();
        if let Some(next) = next.filter(|next| *next > number && number - reached > PATIENT) {
            missed.retain(|(number, _)| *number <= reached);
            let (first, behind) = (reached + 1, next - 1);
            lost.push(format!(
                "the judgements {first} to {behind}, if there were any"
            ));
            number = next;
        }
        if seen.contains(&number) {
            reached = number;
        }
        match look(wreck, &indexed, number) {
            Ok(judgement) => {
                saved.push(judgement);
                end = end.max(number);
                reached = number;
            }
            // Judgements are never deleted: one that is not found lies on a damaged page.
            Err(error) => missed.push((number, error)),
        }
    }
    let missed = missed.into_iter().filter(|(number, _)| *number <= end);
    lost.extend(missed.map(|(number, error)| format!("judgement {number}: {error}")));
    if !known {
        lost.push(format!(
            "the judgements after number {end}, if there were any"
        ));
    }
    saved
}

/// The judgement of a number, out of its row or out of the index.
fn look(wreck: &Connection, indexed: &Indexed, number: i64) -> Result<Judgement, String> {
    let ask = "SELECT line FROM judgement WHERE id = ?1";
    let row = wreck.query_row(ask, [number], |row| row.get::<_, String>(0));
    let row = row.map_err(|error| error.to_string());
    let row = row.and_then(|line| Judgement::parse(&line).map_err(|e| e.to_string()));
    let copy = || Judgement::parse(indexed.lines.get(&number)?).ok();
    row.or_else(|error| copy().ok_or(error))
}

/// What the index of the lines has.
#[derive(Default)]
struct Indexed {
    lines: BTreeMap<i64, String>,
    /// Whether it could be read to its end.
    whole: bool,
}

fn indexed(wreck: &Connection) -> Indexed {
    let mut found = Indexed::default();
    let ask =
        "SELECT id, line FROM judgement INDEXED BY sqlite_autoindex_judgement_1 ORDER BY line";
    let Ok(mut statement) = wreck.prepare(ask) else {
        return found;
    };
    let Ok(mut rows) = statement.query([]) else {
        return found;
    };
    loop {
        match rows.next() {
            Ok(Some(row)) => {
                if let (Ok(number), Ok(line)) = (row.get(0), row.get(1)) {
                    found.lines.insert(number, line);
                }
            }
            Ok(None) => {
                found.whole = true;
                return found;
            }
            Err(_) => return found,
        }
    }
}
