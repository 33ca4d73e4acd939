//! Two commissions that one person leads: "Chair of the Finance Committee and of the Trade Committee", "President of the Friendship Group and the
//! Trade Committee A".
//!
//! In comes the place behind the first commission of an office, out comes the one behind the second. This module never reads a house, which deals
//! with those who lead a committee.

use super::super::item::{Item, Kind};
use super::super::word::Words;
use super::OfficeMention;
use crate::lexicon::Class;
use crate::text::Shape;

/// Nouns of bodies that somebody may lead beside another one.
const NOUNS: &[&str] = &["committee", "commission", "group", "subcommittee"];

/// The place behind the second commission of an office of one, which "and of" joins, or "and" before the name of the holder.
pub(super) fn second_commission(
    words: &Words<'_>,
    items: &[Item<'_>],
    end: usize,
    new: &mut OfficeMention,
) -> Option<usize> {
    let [first] = new.bodies.as_slice() else {
        return None;
    };
    let of_commission = |item: &Item<'_>| {
        let text = words.small(&item.words);
        item.body().is_some() && NOUNS.iter().any(|n| text.split(' ').any(|w| w == *n))
    };
    let is = |n: usize, class: Class| items.get(n).is_some_and(|i| i.is(class));
    let before = items.get(end.checked_sub(1)?)?;
    if new.plural || before.body() != Some(*first) || !of_commission(before) || !is(end, Class::And)
    {
        return None;
    }
    let of = is(end + 1, Class::Of);
    let next = end + 1 + usize::from(of);
    let next = next + usize::from(is(next, Class::Article));
    let body = items.get(next).filter(|i| of_commission(i))?.body()?;
    let comma = items.get(next + 1).is_some_and(|i| i.is_mark(','));
    let name = items.get(next + 1 + usize::from(comma)).is_some_and(|i| {
        let plain = matches!(i.kind, Kind::Plain(_)) && !i.is_title();
        i.person().is_some()
            || i.honorific().is_some()
            || plain && words.at(i.words.start).token.shape == Shape::Capital
    });
    if !of && !name {
        return None;
    }
    new.bodies.push(body);
    Some(next + 1)
}
