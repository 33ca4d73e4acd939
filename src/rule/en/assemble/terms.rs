//! When an office was taken and left, as dates.
//!
//! In come an office as the facts have it and the day of the article, out come the dates that its words mean. This module
//! never reads words.

use jiff::civil::Date;

use super::super::facts::Role;
use crate::claim::Term;
use crate::text::PartialDate;

/// The rule under which the words that tell the term are kept.
pub(super) const RULE: &str = "term-of-office";

/// What an article of a day says of when an office was taken and left, and whether it is over: what is held until a day to come
/// is not.
///
/// A day to come on which it is taken is none yet, and one on which it is left bounds nothing: plans change.
pub(super) fn term(role: &Role, published: Option<Date>) -> (Term, bool) {
    let past = |date: &PartialDate| published.is_none_or(|day| date.first_day() <= day);
    let resolve = |when: crate::mention::When| when.resolve(published, false);
    let since = role.times.since.and_then(resolve).filter(past);
    let left = role.times.until.and_then(resolve);
    let until = left.filter(past);
    // Dates that go backwards are none of a term.
    let ordered = since
        .zip(until)
        .is_none_or(|(a, b)| a.first_day() <= b.first_day());
    let term = Term {
        since: since.filter(|_| ordered),
        until: until.filter(|_| ordered),
        newly: role.times.newly && since.is_none() && !role.former,
    };
    let ends_later = left.is_some() && until.is_none();
    (term, role.former && !ends_later)
}
