//! What stands before a title: "Russia's", "Majilis", "former", "its", "Foreign".
//!
//! In comes the place of a title, out comes where the office begins. This module never looks behind the title.

use super::super::item::{Item, Kind};
use super::super::word::Words;
use super::OfficeMention;
use super::portfolio::before_minister;
use crate::lexicon::Class;
use crate::ontology::Office;

/// Reads what stands before the title: "Russia's", "Majilis", "former", "its", "Foreign".
pub(super) fn premodifiers(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    new: &mut OfficeMention,
) -> usize {
    let mut start = at;
    while let Some(item) = start.checked_sub(1).and_then(|i| items.get(i)) {
        let possessive = item.is_mark('’');
        let owner = if possessive {
            start.checked_sub(2).and_then(|i| items.get(i))
        } else {
            Some(item)
        };
        let Some(owner) = owner else { break };
        // "then-Speaker", "ex-President".
        let hyphened = start.checked_sub(2).and_then(|i| items.get(i));
        if item.is_mark('-') && hyphened.is_some_and(|i| i.is(Class::Former)) {
            new.former = true;
            start -= 2;
            continue;
        }
        let step = if possessive { 2 } else { 1 };
        if let Kind::Body(number) = owner.kind {
            new.bodies.push(number);
        } else if let Some(state) = owner.state().filter(|_| !is_goal(items, start - 1)) {
            new.states.push(state);
        } else if possessive
            && words.say(&owner.words, &["country"])
            && sends(words, items, at, new)
        {
            // "the country's ambassador to Kenya": of the state that the context gives.
            new.definite = true;
        } else if possessive {
            break;
        } else if item.is(Class::Former) || is_first(words, item, items.get(at)) {
            new.former = true;
        } else if item.is(Class::His) {
            new.possessive = true;
            return start - 1;
        } else if item.is(Class::Current) && !item.is(Class::Address) {
            new.newly |= item.is(Class::Newly);
            let elect = item.word(Class::Elect);
            new.elected |= elect.is_some_and(|row| words.lexicon.value(row) == 0);
        } else if item.is(Class::Number) && new.plural && behind_determiner(items, start - 1) {
            // "the three members", "his two deputies".
        } else if item.is(Class::Article) || item.is(Class::Both) {
            new.definite = true;
            new.plural |= item.is(Class::Both);
            return start;
        } else if item.is_any(&[Class::ParliamentWord, Class::UpperHouse, Class::LowerHouse]) {
            new.definite = true;
        } else if !before_minister(words, item, new) {
            break;
        }
        start -= step;
    }
    new.former |= is_former_in_small(words, items, start, new);
    start
}

/// "the former war minister A": whether small words of a portfolio part a minister from the word that says that the office is over.
fn is_former_in_small(
    words: &Words<'_>,
    items: &[Item<'_>],
    start: usize,
    new: &OfficeMention,
) -> bool {
    /// So many words may name the portfolio.
    const LONG: usize = 2;
    let small = |n: &usize| {
        let item = items.get(*n);
        item.is_some_and(|i| {
            let plain = matches!(i.kind, Kind::Plain([])) && i.state().is_none();
            let text = words.text_of(&i.words);
            // "the former rebel turned minister A": a participle is no portfolio.
            let verb = text.ends_with("ed") || text.ends_with("ing");
            plain && !verb && text.starts_with(char::is_lowercase)
        })
    };
    let field = (0..start).rev().take(LONG).take_while(small).count();
    let before = start.checked_sub(field + 1).and_then(|n| items.get(n));
    // "then follow Minister A": no portfolio.
    let over = before.is_some_and(|i| i.is(Class::Former) && !words.say(&i.words, &["then"]));
    field > 0 && over && new.can_be(words, Office::Minister)
}

/// "During his visit to Laos President A": whether the state at an item is where a journey goes.
fn is_goal(items: &[Item<'_>], at: usize) -> bool {
    let before = |n: usize| at.checked_sub(n).and_then(|b| items.get(b));
    let named = items.get(at).is_some_and(|i| i.demonym().is_none());
    let to = before(1).is_some_and(|i| i.is(Class::To));
    let visit = before(2).is_some_and(|i| i.is_any(&[Class::VisitNoun, Class::Visit]));
    named && to && visit
}

/// "Kazakhstan's First President": whether a word in a capital before the title says who had the office before all others, and has it no more.
fn is_first(words: &Words<'_>, item: &Item<'_>, title: Option<&Item<'_>>) -> bool {
    let president = title.is_some_and(|i| words.text_of(&i.words) == "President");
    president && words.text_of(&item.words) == "First"
}

/// Whether the title at an item is one of those who act abroad, with where they do behind it: "ambassador to Kenya".
fn sends(words: &Words<'_>, items: &[Item<'_>], at: usize, new: &OfficeMention) -> bool {
    let to = items.get(at + 1).is_some_and(|i| i.is(Class::To));
    to && new.can_be(words, Office::Ambassador)
}

/// Whether an article or a possessive stands right before an item.
fn behind_determiner(items: &[Item<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|b| items.get(b));
    before.is_some_and(|i| i.is_any(&[Class::Article, Class::His]))
}

/// Where the written title begins: with the words of a portfolio before "Minister", if any.
pub(super) fn title_start(words: &Words<'_>, items: &[Item<'_>], start: usize, at: usize) -> usize {
    let mut first = items.get(at).map_or(0, |i| i.words.start);
    for item in items.get(start..at).unwrap_or_default().iter().rev() {
        let plain = matches!(item.kind, Kind::Plain(_)) && item.state().is_none();
        if !plain
            || item.is_any(&[Class::Former, Class::Current, Class::His])
            || !words.at(item.words.start).token.shape.is_word()
        {
            break;
        }
        first = item.words.start;
    }
    first
}
