//! What tells whether words behind a head noun are of its name: a number, a term of parliament, a noun for what committees are about.
//!
//! In comes the place of a word, out comes what stands there. This module never says where a name ends.

use std::ops::Range;

use super::super::body::ordinal;
use super::super::item::{Item, Kind};
use super::super::word::Words;
use crate::lexicon::{Class, Cue};

/// Whether the preposition at an item stands between the word for a bureau alone and a word in small letters.
pub(super) fn is_bureau_on_small(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let head = at.checked_sub(1).and_then(|b| items.get(b));
    let bureau = head.is_some_and(|i| words.say(&i.words, &["bureau"]));
    let next = items.get(at + 1);
    bureau && next.is_some_and(|i| !words.at(i.words.start).token.shape.is_capital())
}

/// "the Tenth Parliament", "the 12th convocation": whether what a preposition governs is a term of a parliament.
pub(super) fn is_of_term(words: &Words<'_>, items: &[Item<'_>], from: usize) -> bool {
    let number = from + usize::from(items.get(from).is_some_and(|i| i.is(Class::Article)));
    let term = [
        "parliament",
        "legislature",
        "convocation",
        "congress",
        "term",
    ];
    let counted = items.get(number).is_some_and(|i| {
        // "Tenth", "Twenty-first".
        let text = words.text_of(&i.words);
        let told = text.ends_with("th") || words.say(&i.words, &["first", "second", "third"]);
        told || ordinal(words, i).is_some()
    });
    // "of the Eighth Parliament of Ghana": of a parliament of a state.
    let state = items.get(number + 2).is_some_and(|i| i.is(Class::Of));
    counted
        && !state
        && items
            .get(number + 1)
            .is_some_and(|i| words.say(&i.words, &term))
}

/// "Commission I", "Committee IV": whether a Roman number stands behind a noun with a capital. The "I" of who speaks has a verb behind it.
pub(super) fn is_numeral(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let text = |n: usize| items.get(n).map_or("", |i| words.text_of(&i.words));
    let head = at.checked_sub(1).map_or("", text);
    let noun = ["Commission", "Committee"]
        .iter()
        .any(|n| head.ends_with(n));
    let number = !text(at).is_empty() && text(at).chars().all(|c| "IVX".contains(c));
    let closed = items.get(at + 1).is_none_or(|i| {
        let capital = words.at(i.words.start).token.shape.is_capital();
        let grammar = [Class::Of, Class::In, Class::And, Class::Who, Class::Which];
        capital || i.is_any(&grammar) || i.is_title() || matches!(i.kind, Kind::Mark(_))
    });
    noun && number && (text(at) != "I" || closed)
}

/// "Commission of Foreign Relations and International Cooperation": whether one of the words behind an "of", which have capitals, is a noun for
/// what committees are about.
pub(super) fn names_topic(words: &Words<'_>, items: &[Item<'_>], topic: Range<usize>) -> bool {
    let capital = items
        .get(topic.start)
        .is_some_and(|i| words.at(i.words.start).token.shape.is_capital());
    let topic = items.get(topic).unwrap_or_default();
    let noun = |i: &Item<'_>| i.is(Class::Topic) || words.are_cue(&i.words, Cue::CommitteeTopic);
    capital && topic.iter().any(noun)
}

/// Whether a single word in small letters stands before an item.
pub(super) fn lone_word(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    at.checked_sub(1)
        .and_then(|i| items.get(i))
        .is_some_and(|i| i.words.len() == 1 && !words.at(i.words.start).token.shape.is_capital())
}

/// Whether a noun of one word, or one with its topic before it, stands right before an item.
pub(super) fn lone_head(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let head = at.checked_sub(1).and_then(|i| items.get(i));
    head.is_some_and(|i| {
        i.is(Class::BodyNoun)
            || words
                .text_of(&i.words)
                .eq_ignore_ascii_case("foreign affairs committee")
    })
}
