//! The titles that stand before the name of who leads: "led by the Speaker, Dr A", "headed by its Chairman – A".
//!
//! In comes the place behind a word of leading, out comes where the name begins. This module never says who leads what.

use super::Reader;
use crate::lexicon::Class;

/// How many items the brackets behind an office may have.
const GLOSS: usize = 10;

/// The nouns of committees that stand right before a title and tell of what it is: "committee chair".
pub(in crate::rule::en) const COMMITTEES: &[&str] = &["committee", "commission", "subcommittee"];

impl Reader<'_, '_, '_> {
    /// Past the titles before a leader: where the names begin, whether a title is one of what is led, and the last title.
    pub(super) fn titles(&self, mut next: usize) -> (usize, bool, Option<usize>) {
        let mut titled = false;
        let mut title = None;
        while self.is_any(next, &[Class::Article, Class::His])
            || self.is_noun_of_title(next)
            || self.office(next).is_some()
            || [',', '–', '—'].iter().any(|m| self.mark(next, *m))
        {
            titled |= self.office(next).is_some_and(|o| self.of_context(o));
            title = self.office(next).or(title);
            next = self.past_gloss(next + 1);
        }
        // "headed by Tarnland Labour Party MP A": a party or a constituency before the seat.
        let seat = self.past_constituency(next);
        if seat > next {
            // "led by West Tarn MP, Mr A".
            let comma = usize::from(self.mark(seat + 1, ','));
            let name = if self.person(seat + 1 + comma).is_some() {
                seat + 1 + comma
            } else {
                seat + 1
            };
            return (name, titled, self.office(seat));
        }
        (next, titled, title)
    }

    /// "headed by committee chair A": whether a place is the noun of a committee right before a title.
    fn is_noun_of_title(&self, at: usize) -> bool {
        let noun = self
            .item(at)
            .is_some_and(|i| self.mentions.words.say(&i.words, COMMITTEES));
        noun && self.office(at + 1).is_some()
    }

    /// "Speaker of the Nitijela (parliament) of the Republic of the Marshall Islands A": past what is said in brackets of the house
    /// of an office before a place, and past its state.
    fn past_gloss(&self, at: usize) -> usize {
        if at.checked_sub(1).is_none_or(|b| self.office(b).is_none()) || !self.mark(at, '(') {
            return at;
        }
        let quiet = (at..at + GLOSS).take_while(|n| self.person(*n).is_none());
        let Some(close) = quiet.into_iter().find(|n| self.mark(*n, ')')) else {
            return at;
        };
        let of = self.past(close + 1, &[Class::Of, Class::Article]);
        let state = self.item(of).is_some_and(|i| i.state().is_some());
        if of > close + 1 && state {
            of + 1
        } else {
            close + 1
        }
    }
}
