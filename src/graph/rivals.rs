//! Who counts as somebody else in an office that one person holds at a time: the rule by which the terms of others are
//! bounded and by which contradictions are told.

use crate::claim::Confidence;
use crate::identity::PersonName;

/// Whoever is shown in an office less surely than this is no rival of anybody.
const SURE: Confidence = Confidence::hundredths(75);

/// Whether somebody is shown in an office so surely that it says something of others.
pub(crate) fn is_sure(confidence: Confidence) -> bool {
    confidence >= SURE
}

/// Whether two names are surely of two people. A bare surname, or a spelling that could not be joined, may be the same person,
/// who does not succeed himself.
pub(crate) fn are_two(one: &PersonName, other: &PersonName) -> bool {
    one.is_another_than(other)
}
