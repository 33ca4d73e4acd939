//! What stands right behind a title of those who do not hold the office: "Speaker Emeritus", "President-Designate".
//!
//! In comes the place behind a title, out comes where its words end. This module never looks before the title.

use super::super::item::Item;
use super::super::word::Words;
use super::OfficeMention;
use crate::lexicon::Cue;

/// Reads what says behind a title that the office is over or yet to come.
pub(super) fn unheld(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    new: &mut OfficeMention,
) -> usize {
    let hyphen = items.get(at).is_some_and(|i| i.is_mark('-'));
    let word = at + usize::from(hyphen);
    let Some(item) = items.get(word) else {
        return at;
    };
    // "the members elect a chair": in small letters it may be a verb.
    let written = hyphen || words.at(item.words.start).token.shape.is_capital();
    if new.plural || !written {
        return at;
    }
    if words.are_cue(&item.words, Cue::NoLonger) {
        new.former = true;
    } else if words.are_cue(&item.words, Cue::NotYet) {
        new.foreign = true;
    } else {
        return at;
    }
    word + 1
}
