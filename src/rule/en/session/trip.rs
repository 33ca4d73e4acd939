//! The trip on which somebody attends a session: "on the occasion of his trip to attend the conference".
//!
//! In comes a verb of attending, out comes the noun for the trip, and whether that is still to come. This module never says whose trip it is.

use super::super::scene::Scene;
use crate::lexicon::Class;

/// The noun for a trip that stands close before a verb: "his trip to attend".
pub(super) fn trip_before(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> Option<usize> {
    let mut near = (verb.saturating_sub(4)..verb).rev();
    near.find(|n| scene.is(*n, Class::VisitNoun))
}

/// "ahead of his trip", "is planning his trip": whether a word close before a trip puts it off.
pub(super) fn is_put_off(scene: &Scene<'_, '_, '_, '_>, trip: usize) -> bool {
    let ahead = |n: usize| {
        let word = scene.word(n);
        let words = ["ahead", "ahead of", "before", "prior to"];
        word.starts_with("plan") || words.contains(&word.as_ref())
    };
    let mut near = trip.saturating_sub(5)..trip;
    near.any(|n| scene.is_any(n, &[Class::Future, Class::Wish]) || ahead(n))
}
