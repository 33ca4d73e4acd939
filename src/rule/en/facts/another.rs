//! Which word of a sentence is that for the delegation, and whether it is another one than the one that travels.
//!
//! In come the items of a sentence, out comes a place, or yes or no. This module never reads who is listed.

use super::Facts;
use crate::lexicon::Class;
use crate::mention::{Item, Kind};
use crate::text::Shape;

/// Words before that for a delegation which make it another one.
const OTHER: &[&str] = &[
    "previous", "last", "next", "earlier", "former", "another", "future", "such", "past",
];

/// Words of those who do not belong to a delegation, or not yet.
const NOT: &[&str] = &[
    "refused", "refuse", "refuses", "declined", "hope", "hopes", "hoped", "wanted", "want",
    "wants", "dropped", "removed", "excluded", "asked",
];

/// Words before that for a delegation which say nothing of what it is of.
const PLAIN_DELEGATIONS: &[&str] = &[
    "parliamentary",
    "member",
    "strong",
    "level",
    "party",
    "visiting",
    "official",
    "large",
    "legislative",
    "parliament",
];

impl Facts<'_, '_> {
    /// Whether nothing says of the delegation at an item that it is another one than that of a parliament: "World Bank delegation", "election
    /// observation delegation", "delegation of businessmen".
    pub(super) fn is_parliamentary(&self, items: &[Item<'_>], at: usize) -> bool {
        let words = &self.mentions.words;
        let behind = items
            .get(at + 1)
            .is_some_and(|i| i.is_any(&[Class::Of, Class::From]));
        let seat = self.is_seat(items.get(at + 2));
        let before = at.checked_sub(1).and_then(|b| items.get(b));
        let usual = before.is_none_or(|i| {
            i.is_any(&[Class::Article, Class::His, Class::Current, Class::Number])
                || matches!(i.kind, Kind::Mark(_))
                || words.say(&i.words, PLAIN_DELEGATIONS)
        });
        usual && (!behind || seat)
    }

    /// "The previous delegation included A and B", "A and B refused to be part of the delegation", "a delegation of the World Bank, made
    /// up of A and B", "was to include A, but": whether whom a sentence lists did not travel with the delegation of the article.
    pub(super) fn is_of_another_delegation(&self, items: &[Item<'_>]) -> bool {
        let sent = |n: usize| items.get(n).is_some_and(|i| i.is(Class::Delegation));
        let mut words = (0..items.len()).filter(|n| sent(*n));
        let other = words.any(|n| self.is_another(items, n));
        let lists = |i: &Item<'_>| i.is_any(&[Class::Belong, Class::Comprise]);
        let Some(verb) = items.iter().position(lists) else {
            return false;
        };
        let before = items.get(..verb).unwrap_or_default();
        let says = |i: &Item<'_>, phrases: &[&str]| self.mentions.words.say(&i.words, phrases);
        let denied = before.iter().any(|i| says(i, NOT));
        let planned = before.iter().any(|i| says(i, &["was to", "were to"]))
            && items.iter().any(|i| says(i, &["but"]));
        other || denied || planned || self.is_of_a_year(items)
    }

    /// Whether the word for a delegation at an item is one for another than that of the article, by the words around it.
    fn is_another(&self, items: &[Item<'_>], at: usize) -> bool {
        let words = &self.mentions.words;
        let near = items.get(at.saturating_sub(2)..at).unwrap_or_default();
        let named = near.iter().any(|i| words.say(&i.words, OTHER));
        // "of the World Bank": a name that the tables do not know.
        let of = items
            .get(at + 1)
            .is_some_and(|i| i.is_any(&[Class::Of, Class::From]));
        let owner = items
            .get(at + 2..(at + 4).min(items.len()))
            .into_iter()
            .flatten()
            .find(|i| !i.is(Class::Article));
        let unknown = owner.is_some_and(|i| {
            let plain =
                matches!(i.kind, Kind::Plain(_)) && i.state().is_none() && i.city().is_none();
            let bank = items
                .get(at + 2..(at + 6).min(items.len()))
                .is_some_and(|all| all.iter().any(|i| i.is(Class::NotPerson)));
            plain && bank && words.at(i.words.start).token.shape == Shape::Capital
        });
        named || of && unknown
    }

    /// "were part of a delegation to Japan in 2012": whether a sentence is set in a year by itself.
    fn is_of_a_year(&self, items: &[Item<'_>]) -> bool {
        let words = &self.mentions.words;
        (1..items.len()).any(|n| {
            let pair = items.get(n - 1).zip(items.get(n));
            let Some((before, item)) = pair else {
                return false;
            };
            // "includes A, elected to Edmonton in 2015": the year of somebody's office.
            let near = items.get(n.saturating_sub(10)..n).unwrap_or_default();
            let of_office = [Class::Elect, Class::Become, Class::Serve];
            if near.iter().any(|i| i.is_any(&of_office)) {
                return false;
            }
            let text = words.text_of(&item.words);
            let year = text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
            let number = words.at(item.words.start).token.shape == Shape::Number;
            year && number && before.is(Class::In)
        })
    }
}

/// The place of the first word for a delegation: the word itself, or one such as "group" behind the name of a state. "together with a team
/// of members, met the US delegation": company is no delegation where another word for one stands.
pub(super) fn delegation_word(items: &[Item<'_>]) -> Option<usize> {
    let is = |n: usize| {
        let sent = || {
            let before = n.checked_sub(1).and_then(|b| items.get(b));
            before.is_some_and(|b| b.state().is_some())
        };
        items
            .get(n)
            .is_some_and(|i| i.is(Class::Delegation) || i.is(Class::Company) && sent())
    };
    let company = |n: usize| {
        let before = items.get(n.saturating_sub(2)..n).unwrap_or_default();
        before.iter().any(|i| i.is(Class::Accompany))
    };
    let mut all = (0..items.len()).filter(|n| is(*n));
    let first = all.next()?;
    if company(first) {
        return all.find(|n| !company(*n)).or(Some(first));
    }
    Some(first)
}
