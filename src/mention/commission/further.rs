//! Topics behind a head noun that has one of its own: "Committee on Foreign Affairs" and "and International Trade".
//!
//! In comes the place behind such a head, out comes where the further topics end. This module never looks for owners or states.

use super::super::item::Item;
use super::super::word::Words;
use super::small::small_list;
use super::topic::topic;
use crate::lexicon::{Class, NameTraits};

/// Where the topics end that go on behind a head in these words, with capitals where it has them and without where it has none.
pub(super) fn further_topics(
    words: &Words<'_>,
    items: &[Item<'_>],
    from: usize,
    head: &str,
) -> Option<usize> {
    let link = |i: &&Item<'_>| i.is(Class::And) || i.is_mark(',');
    items.get(from).filter(link)?;
    let (_, last) = head.rsplit_once(' ').filter(|_| head.contains(" on "))?;
    if last.starts_with(char::is_lowercase)
        && let Some(end) = small_list(words, items, from)
    {
        return Some(end);
    }
    let more = items.get(from + 1).is_some_and(|i| {
        let word = words.at(i.words.start);
        word.token.shape.is_capital()
            && (i.is(Class::NotPerson)
                || word.traits.has(NameTraits::COMMON)
                || i.demonym().is_some())
            && !i.is_title()
    });
    Some(topic(words, items, from + 1)).filter(|next| more && *next > from + 1)
}
