//! The party or the constituency behind a name: "A (Labour-North), Speaker of B", "B, of Tarn First, was elected".
//!
//! In comes the place behind a name, out comes the place behind what tells the party. This module never reads an office.

use super::Reader;
use crate::lexicon::Class;
use crate::mention::Kind;

impl Reader<'_, '_, '_> {
    /// "the party's Vice Chairperson A": whether an office at a place is one of a party.
    pub(super) fn is_of_party(&self, at: usize) -> bool {
        let owner = at.checked_sub(2).filter(|b| self.mark(b + 1, '’'));
        let words = &self.mentions.words;
        let item = owner.and_then(|o| self.item(o));
        item.is_some_and(|i| words.small(&i.words).ends_with("party"))
    }

    /// The comma behind "(Labour-North)", which tells the party or the constituency, or the place itself where none stands.
    pub(super) fn past_party(&self, at: usize) -> usize {
        /// More words are no party any more.
        const LONGEST: usize = 7;
        if let Some(verb) = self.past_membership(at) {
            return verb;
        }
        if !self.mark(at, '(') {
            return at;
        }
        let close = (at + 1..at + LONGEST).find(|n| self.mark(*n, ')'));
        let Some(close) = close.filter(|close| self.mark(close + 1, ',')) else {
            return at;
        };
        let says_more =
            |n: usize| self.office(n).is_some() || self.body(n).is_some() || self.is_year(n);
        if (at + 1..close).any(says_more) {
            at
        } else {
            close + 1
        }
    }

    /// "A, the first woman to be President of B", "A, the first female Speaker": the place of the office behind such words, or the place itself.
    pub(super) fn past_rank(&self, at: usize) -> usize {
        let who = ["ever", "female", "woman", "man", "person"];
        let mut next = (at..at + 3).find(|n| !self.says(*n, &who)).unwrap_or(at);
        if self.is(next, Class::To) && self.is_any(next + 1, &[Class::Be, Class::Become]) {
            next += 2;
        }
        let rank = at
            .checked_sub(1)
            .and_then(|b| self.item(b))
            .is_some_and(|i| {
                let text = self.mentions.words.text_of(&i.words);
                ["first", "youngest", "only"]
                    .iter()
                    .any(|r| text.ends_with(r))
            });
        if rank && next > at && self.office(next).is_some() {
            next
        } else {
            at
        }
    }

    /// "the first woman to be President of B, C, and": whether an office is what somebody who stands before it came to hold.
    pub(super) fn is_of_who_came_to_hold(&self, at: usize) -> bool {
        let holds = at > 1 && self.is_any(at - 1, &[Class::Be, Class::Become]);
        holds && self.is(at - 2, Class::To)
    }

    /// "A of the Labour Party was elected", "B, of Tarn First, was": the place of the verb behind the party of a name.
    fn past_membership(&self, at: usize) -> Option<usize> {
        /// The words of the name of a party.
        const LONGEST: usize = 6;
        let comma = usize::from(self.mark(at, ','));
        let of = at + comma;
        let first = of + 1 + usize::from(self.is(of + 1, Class::Article));
        let name = |n: usize| {
            self.item(n).is_some_and(|i| {
                let words = &self.mentions.words;
                let plain = matches!(i.kind, Kind::Plain(_)) && i.state().is_none();
                let small = i.words.len() == 1 && words.text_of(&i.words).len() < 4;
                plain
                    && (words.at(i.words.start).token.shape.is_capital() || small)
                    && !i.is_title()
                    || i.is_mark('-')
            })
        };
        let end = (first..first + LONGEST)
            .find(|n| !name(*n) || self.is_any(*n, &[Class::Be, Class::Become]))?;
        let verb = end + usize::from(comma == 1 && self.mark(end, ','));
        let acts = self.is_any(verb, &[Class::Be, Class::Become]);
        (self.is(of, Class::Of) && end > first && acts).then_some(verb)
    }
}
