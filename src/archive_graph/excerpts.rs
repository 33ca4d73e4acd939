//! Excerpts of what is known of crowded nodes as the bytes that are kept of them.
//!
//! The number of excerpts; for each where its id ends and where its JSON ends; the ids, sorted, and then the lines of JSON, each
//! behind its check sum. Numbers are of eight bytes, the least first.

use std::borrow::Cow;
use std::cmp::Ordering;

use flate2::Crc;

use crate::graph::RelationGraph;
use crate::query::{Crowds, Excerpt};

/// Bytes of a number.
const NUMBER: usize = 8;

/// The bytes of all excerpts of a graph, of which the pairs of nodes and the meetings in which they take part are known.
pub(super) fn excerpts_of(graph: &RelationGraph, parts: &[[&str; 2]]) -> Vec<u8> {
    let (mut ids, mut lines) = (Vec::new(), Vec::new());
    let mut ends = Vec::new();
    for (id, excerpt) in Crowds::of(graph, parts).excerpts() {
        // Without an excerpt all is read that is known of the node.
        let Ok(line) = serde_json::to_vec(&excerpt) else {
            continue;
        };
        lines.extend(sum(&line));
        lines.extend(line);
        ids.extend_from_slice(id.as_bytes());
        ends.extend([ids.len(), lines.len()]);
    }
    let mut bytes = Vec::new();
    for number in [ends.len() / 2].into_iter().chain(ends) {
        let number = u64::try_from(number).unwrap_or(u64::MAX);
        bytes.extend(number.to_le_bytes());
    }
    bytes.extend(ids);
    bytes.extend(lines);
    bytes
}

/// The excerpt of a node among such bytes, of which `part` gives those from a place up to another; `None` where there is none, or
/// the bytes are others.
pub(super) fn kept_excerpt<'k>(
    part: impl Fn(usize, usize) -> Option<Cow<'k, [u8]>>,
    id: &str,
) -> Option<Excerpt> {
    let number = |place: usize| {
        let at = place.checked_mul(NUMBER)?;
        let bytes = part(at, at.checked_add(NUMBER)?)?;
        usize::try_from(u64::from_le_bytes(*bytes.first_chunk::<NUMBER>()?)).ok()
    };
    let count = number(0)?;
    // Where the id or the JSON of an excerpt begins and ends, within all of them.
    let span = |place: usize, which: usize| {
        let end = |place: usize| number(place.checked_mul(2)?.checked_add(1 + which)?);
        let begin = match place.checked_sub(1) {
            Some(before) => end(before)?,
            None => 0,
        };
        Some((begin, end(place)?))
    };
    let ids = NUMBER.checked_mul(count.checked_mul(2)?.checked_add(1)?)?;
    let last = count.checked_sub(1)?;
    let lines = ids.checked_add(span(last, 0)?.1)?;
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = usize::midpoint(low, high);
        let (begin, end) = span(middle, 0)?;
        let found = part(ids.checked_add(begin)?, ids.checked_add(end)?)?;
        match found.as_ref().cmp(id.as_bytes()) {
            Ordering::Less => low = middle + 1,
            Ordering::Greater => high = middle,
            Ordering::Equal => {
                let (begin, end) = span(middle, 1)?;
                let line = part(lines.checked_add(begin)?, lines.checked_add(end)?)?;
                let (told, line) = line.split_first_chunk()?;
                let line = (*told == sum(line)).then_some(line)?;
                return serde_json::from_slice(line).ok();
            }
        }
    }
    None
}

/// What tells when a line is no longer what was written.
fn sum(line: &[u8]) -> [u8; 4] {
    let mut sum = Crc::new();
    sum.update(line);
    sum.sum().to_le_bytes()
}
