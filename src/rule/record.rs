//! How often each rule was right and wrong on the annotated articles of this repository.
//!
//! Out come the counts of `record.tsv`, which a test writes from the measure and holds against it. This module never measures
//! anything.

/// The counts of one rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Record {
    /// Facts that rest on the rule and are in the articles.
    pub right: u32,
    /// Facts that rest on the rule and are not, those with a wrong end among them.
    pub wrong: u32,
}

/// The counts of a rule over `tests/gold`; none of a rule whose facts no annotation scores, such as those about the life of a body.
///
/// ```
/// let record = interparl::rule::record("receive-verb").ok_or("no counts")?;
/// assert!(record.right > record.wrong);
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn record(rule: &str) -> Option<Record> {
    let rows = include_str!("record.tsv").lines();
    rows.filter_map(|line| line.split_once('\t'))
        .find(|(id, _)| *id == rule)
        .and_then(|(_, counts)| {
            let (right, wrong) = counts.split_once('\t')?;
            Some(Record {
                right: right.parse().ok()?,
                wrong: wrong.parse().ok()?,
            })
        })
}
