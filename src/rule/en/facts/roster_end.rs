//! Where the list of companions or members ends that a word such as "comprising" opens: before whom they meet, before what they do, before
//! those who are only shown in a picture.
//!
//! In comes the place of the word, out comes the place behind the list. This module never looks for the word.

use super::Facts;
use super::listing::{PARTICIPLE, by_another};
use crate::lexicon::Class;
use crate::mention::Item;

impl Facts<'_, '_> {
    /// The place behind a list of companions, of `head` where that is known, that a word at an item opens.
    pub(super) fn companions_end(
        &self,
        items: &[Item<'_>],
        from: usize,
        head: Option<usize>,
    ) -> usize {
        let end = by_another(items, from)
            .min(self.in_picture(items, from))
            .min(next_side(items, from))
            .min(informant(items, from));
        // "A, accompanied by B and C, met D": whoever is met is no companion.
        let meets = [Class::Meet, Class::Receive, Class::CallOn];
        // "The delegation, consisting of A and B, met C": nor is C of the delegation.
        let apposed = from.checked_sub(1).and_then(|b| items.get(b));
        let apposed = apposed.is_some_and(|i| i.is_mark(',') || i.is(Class::Which));
        let accompanied =
            apposed || head.is_some() && items.get(from).is_some_and(|i| i.is(Class::Accompany));
        let met = (from + 1..end).find(|n| {
            let verb = items.get(*n).is_some_and(|i| i.is_any(&meets));
            verb && items
                .get(n - 1)
                .is_some_and(|i| i.is_mark(',') || i.is_mark(')') || i.person().is_some())
        });
        let met = met
            .filter(|_| accompanied)
            .or_else(|| self.acts_behind(items, from));
        met.filter(|m| *m < end).unwrap_or(end)
    }

    /// "accompanied by A and B, pictured here with C": the place of the words about a picture, where such stand behind an item; else the end.
    fn in_picture(&self, items: &[Item<'_>], from: usize) -> usize {
        let shown = ["pictured", "photographed", "shown", "seen"];
        let says = |n: &usize| {
            let item = items.get(*n);
            item.is_some_and(|i| self.mentions.words.say(&i.words, &shown))
        };
        (from..items.len()).find(says).unwrap_or(items.len())
    }

    /// "A delegation comprised of A, B and C met D", "comprising two members arrived at the invitation of A": the verb of what those do
    /// whom a participle lists; it stands right behind the last of them, or behind members without a name.
    fn acts_behind(&self, items: &[Item<'_>], from: usize) -> Option<usize> {
        let row = items.get(from)?.word(Class::Comprise)?;
        if self.mentions.words.lexicon.value(row) != PARTICIPLE {
            return None;
        }
        let acts = [
            Class::Meet,
            Class::Receive,
            Class::CallOn,
            Class::Travel,
            Class::Visit,
            Class::Hold,
            Class::Attend,
        ];
        let member = |i: &Item<'_>| {
            let office = i.office().and_then(|o| self.mentions.offices.get(o));
            i.person().is_some() || office.is_some_and(|o| o.plural) || i.is(Class::Company)
        };
        let verb = |n: &usize| items.get(*n).is_some_and(|i| i.is_any(&acts));
        (from + 2..items.len())
            .filter(verb)
            .find(|n| items.get(n - 1).is_some_and(member))
    }
}

/// "represented by A and B, the Chilean side by C": the place of the next side with its state; else the end.
fn next_side(items: &[Item<'_>], from: usize) -> usize {
    let named = |n: usize| items.get(n).is_some_and(|i| i.state().is_some());
    let side = |n: &usize| items.get(*n).is_some_and(|i| i.is(Class::Sides)) && named(n - 1);
    (from + 2..items.len())
        .find(side)
        .map_or(items.len(), |n| n - 1)
}

/// "includes A and B, C, an aide to the Speaker, told the agency": the place of the comma before the one who tells it, behind a list that "and" has
/// closed; else the end.
fn informant(items: &[Item<'_>], from: usize) -> usize {
    let end = items.len();
    let person = |n: &usize| items.get(*n).is_some_and(|i| i.person().is_some());
    let passed = |n: &usize| {
        let title = |i: &Item<'_>| i.office().is_some() || i.honorific().is_some();
        items
            .get(*n)
            .is_some_and(|i| title(i) || i.is(Class::Article))
    };
    let before = |n: usize| (from..n).rev().find(|b| !passed(b));
    let says = [Class::Say, Class::Tell];
    let Some(say) = (from..end).find(|n| items.get(*n).is_some_and(|i| i.is_any(&says))) else {
        return end;
    };
    let Some(teller) = (from..say).rev().find(person) else {
        return end;
    };
    let comma = before(teller).filter(|c| items.get(*c).is_some_and(|i| i.is_mark(',')));
    let last = comma.and_then(|c| (from..c).rev().find(person));
    let closed = last.and_then(before);
    let closed = closed.is_some_and(|a| items.get(a).is_some_and(|i| i.is(Class::And)));
    // "told", ", an aide to the Speaker, told".
    let between = items.get(teller + 1..say).unwrap_or_default();
    let apposed = between.first().is_some_and(|i| i.is_mark(','))
        && between.last().is_some_and(|i| i.is_mark(','));
    match comma {
        Some(comma) if closed && (between.is_empty() || apposed) => comma,
        _ => end,
    }
}
