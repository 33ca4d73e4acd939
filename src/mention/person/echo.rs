//! Names that stand right behind themselves, as where a page repeats a name with what it knows of its bearer: "Milo Tarnov Tarnov Milo
//! Petrovich".
//!
//! In comes the place of a name, out comes the place behind what repeats it. This module never reads a name of its own.

use std::ops::Range;

use super::super::item::Item;
use super::super::word::Words;
use super::name_at;
use crate::lexicon::NameTraits;

/// The place behind a name right behind that of an item, which begins with its last word and goes on with a given name of the same letter: it
/// may be spelled otherwise.
pub(super) fn echo(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    name: &Range<usize>,
) -> Option<usize> {
    let (range, again) = name_at(words, items, at + 1, false)?;
    let first = again.words.start;
    let surname = name.end.checked_sub(1)?;
    let repeats = name.len() > 1 && text(words, first) == text(words, surname);
    (range.start == at + 1 && repeats && may_be(words, name.start, first + 1)).then_some(range.end)
}

/// Whether a name of so many parts before an item begins over again with its surname at the item; "Ali Tarni Tarni" is one name.
pub(super) fn is_said_again(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    parts: usize,
) -> bool {
    let word = |n: usize| items.get(n).map(|i| i.words.start);
    let Some([first, surname, again, next]) = at
        .checked_sub(parts)
        .and_then(|first| Some([word(first)?, word(at - 1)?, word(at)?, word(at + 1)?]))
    else {
        return false;
    };
    text(words, surname) == text(words, again) && may_be(words, first, next)
}

/// Whether a word is a given name that begins as another word does.
fn may_be(words: &Words<'_>, name: usize, other: usize) -> bool {
    let given = words.at(other).traits.has(NameTraits::GIVEN);
    let letter = |n: usize| text(words, n).chars().next();
    given && letter(name) == letter(other)
}

/// How a word is written.
fn text<'a>(words: &Words<'a>, word: usize) -> &'a str {
    words.at(word).token.span.of(words.text)
}
