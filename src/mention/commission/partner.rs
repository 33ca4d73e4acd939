//! With whom a group is there to cooperate: "for cooperation with Croatia".
//!
//! In comes the place of a preposition, out comes that of the next one. This module never says where a name ends.

use super::super::item::Item;
use super::super::word::Words;
use super::behind::names_state;
use crate::lexicon::Cue;

/// "for cooperation with Croatia", "for inter-parliamentary relations with Slovenia": the place of the "with" behind the "for" at an item.
pub(super) fn cooperation_with(words: &Words<'_>, items: &[Item<'_>], at: usize) -> Option<usize> {
    let says =
        |n: usize, phrases: &[&str]| items.get(n).is_some_and(|i| words.say(&i.words, phrases));
    let noun = (at + 1..at + 5).find(|n| {
        let item = items.get(*n);
        item.is_some_and(|i| words.are_cue(&i.words, Cue::Exchange))
    })?;
    let adjectives = [
        "parliamentary",
        "inter",
        "interparliamentary",
        "bilateral",
        "the",
    ];
    let plain = |n: usize| says(n, &adjectives) || items.get(n).is_some_and(|i| i.is_mark('-'));
    let with = says(noun + 1, &["with"]) && (at + 1..noun).all(plain);
    (with && names_state(items, noun + 2)).then_some(noun + 1)
}
