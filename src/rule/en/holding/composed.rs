//! Those of whom a commission or group is made up: "The Group is composed of Deputies A and B", "The Group has these legislators in it: A; B".
//!
//! In comes the place of a verb, out come the seats of those behind it in the body before it. This module never reads who makes up a delegation, nor
//! gives a seat to whoever has another office in the list.

use super::{Held, Reader};
use crate::lexicon::{Class, ClassSet};
use crate::mention::{Item, Kind};
use crate::ontology::{BodyForm, NodeKind, Office};

/// How many items may stand between the verb and the first name: "the following members:".
const REACH: usize = 8;

impl Reader<'_, '_, '_> {
    /// Gives those behind the verb of a place a seat in the body that stands as its subject right before it.
    pub(super) fn made_up_of(&mut self, at: usize) {
        let Some(body) = self.subject_body(at).filter(|_| self.tells_members(at)) else {
            return;
        };
        let Some(from) = self.first_of_list(at + 1) else {
            return;
        };
        let (people, end) = self.list(from);
        let closed = self
            .item(end)
            .is_none_or(|i| matches!(i.kind, Kind::Mark(_)));
        if people.len() < 2 && !closed {
            return;
        }
        for (place, person) in people {
            if self.may_sit(place) {
                let held = Held::SitsIn { body };
                self.push(person, held, at..place + 1, "sits-in-body");
            }
        }
    }

    /// "is composed of", "includes", "has these legislators in it:": whether the word of a place tells whom a body has, now.
    fn tells_members(&self, at: usize) -> bool {
        let Some(item) = self.item(at) else {
            return false;
        };
        let words = &self.mentions.words;
        let has = item.is(Class::Have) && (at + 1..=at + REACH).any(|n| self.mark(n, ':'));
        let row = item.word(Class::Comprise);
        // The other rows are those of who travels with somebody.
        let comprises = row.is_some_and(|r| [0, 2].contains(&words.lexicon.value(r)));
        let to_come = words.small(&item.words).starts_with("will")
            || at > 0 && self.is_any(at - 1, &[Class::Future, Class::Wish, Class::Negation]);
        (has || comprises) && !to_come
    }

    /// The commission or group right before the verb of a place, which nothing but an article precedes: "The Group", not "the delegation of the Group".
    fn subject_body(&self, at: usize) -> Option<usize> {
        let verb = at - usize::from(at > 0 && self.is(at - 1, Class::Be));
        let which = verb - usize::from(verb > 0 && self.is(verb - 1, Class::Which));
        let comma = which - usize::from(which > 0 && self.mark(which - 1, ','));
        let place = comma.checked_sub(1)?;
        let body = self.body(place)?;
        let mention = self.mentions.bodies.get(body)?;
        let group =
            mention.kind == NodeKind::Commission && mention.form != Some(BodyForm::Delegation);
        let article = place.checked_sub(1).filter(|b| self.is(*b, Class::Article));
        let before = article.unwrap_or(place).checked_sub(1);
        let governed =
            before.is_some_and(|b| !matches!(self.item(b).map(|i| i.kind), Some(Kind::Mark(_))));
        (group && !mention.plural && !governed).then_some(body)
    }

    /// The first name of a list, or the seat before it, behind words that only open the list.
    fn first_of_list(&self, from: usize) -> Option<usize> {
        let first = (from..from + REACH).find(|n| {
            self.person(*n).is_some()
                || self.office(*n).is_some() && self.person(self.past_address(n + 1)).is_some()
        })?;
        let opens = |i: &Item<'_>| match i.kind {
            Kind::Mark(mark) => mark == ':',
            Kind::Plain(_) => {
                let open = [
                    Class::Article,
                    Class::Number,
                    Class::In,
                    Class::It,
                    Class::Of,
                ];
                i.is_any(&open)
                    || self
                        .mentions
                        .words
                        .say(&i.words, &["following", "the following"])
                    || i.classes() == ClassSet::EMPTY
            }
            Kind::Office(office) => self
                .mentions
                .offices
                .get(office)
                .is_some_and(|o| o.plural && o.bare()),
            Kind::Person(_) | Kind::Body(_) | Kind::Date(_) => false,
        };
        let plural = self.office(first).is_some_and(|o| self.plural(o));
        let opened = self.items.get(from..first)?.iter().all(opens);
        opened.then_some(first + usize::from(plural))
    }

    /// Whether the one named at a place has no office before the name but a seat.
    fn may_sit(&self, place: usize) -> bool {
        let office = place.checked_sub(1).and_then(|b| self.office(b));
        office.is_none_or(|o| {
            let mention = self.mentions.offices.get(o);
            mention.is_some_and(|o| o.can_be(&self.mentions.words, Office::Member))
        })
    }
}
