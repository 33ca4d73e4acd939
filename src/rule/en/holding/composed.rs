//! Those of whom a commission or group is made up: "The Group is composed of Deputies A and B", "The Group has these legislators in it: A; B".
//!
//! In comes the place of a verb, out come the seats of those behind it in the body before it. This module never reads who makes up a delegation, nor
//! gives a seat to whoever has another office in the list.

use super::{Held, Reader};
use crate::lexicon::{Class, ClassSet, Cue};
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
        // "has these deputies in it:", and not "has these partners:".
        let several = |n: usize| self.office(n).is_some_and(|o| self.plural(o));
        let colon = (at + 1..=at + REACH).find(|n| self.mark(*n, ':'));
        let has = item.is(Class::Have) && colon.is_some_and(|c| (at + 1..c).any(several));
        let row = item.word(Class::Comprise);
        // The other rows are those of who travels with somebody.
        let comprises = row.is_some_and(|r| [0, 2].contains(&words.lexicon.value(r)));
        // "consisted of", "included": of what was, or of who was there.
        let text = words.small(&item.words);
        let over = ["consisted", "included", "comprised", "counted"];
        let over = over.iter().any(|w| text.starts_with(w)) && !text.ends_with(" of")
            || text.starts_with("consisted")
            || at > 0
                && words.say(
                    &self.items.get(at - 1).map_or(0..0, |i| i.words.clone()),
                    &["was", "were"],
                );
        let to_come = text.starts_with("will")
            || at > 0 && self.is_any(at - 1, &[Class::Future, Class::Wish, Class::Negation]);
        (has || comprises) && !to_come && !over
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
        // "consists of the works of A" is of no people.
        let colon = (from..first).any(|n| self.mark(n, ':'));
        let opens = |i: &Item<'_>| match i.kind {
            Kind::Mark(mark) => mark == ':',
            Kind::Plain(_) => {
                let open = [Class::Article, Class::Number, Class::In, Class::It];
                i.is_any(&open)
                    || self
                        .mentions
                        .words
                        .say(&i.words, &["following", "the following"])
                    || colon && i.classes() == ClassSet::EMPTY
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

    /// Whether the one named at a place has no office but a seat, before the name or behind it, and is not told to be of something else.
    fn may_sit(&self, place: usize) -> bool {
        let seat = |office: usize| {
            let mention = self.mentions.offices.get(office);
            mention.is_some_and(|o| o.can_be(&self.mentions.words, Office::Member))
        };
        let before = place.checked_sub(1).and_then(|b| self.office(b));
        before.is_none_or(seat) && self.is_plain_behind(place + 1, &seat)
    }

    /// Whether nothing stands behind a name, before this place, that makes of its bearer more or other than a member: "(adviser)", "of the Embassy", ", Head
    /// of Protocol", "– chair". A party or a place in brackets, and a seat, leave it open.
    fn is_plain_behind(&self, at: usize, seat: &dyn Fn(usize) -> bool) -> bool {
        let ends = |n: &usize| self.mark(*n, ';') || self.mark(*n, '.') || self.is(*n, Class::And);
        let told = |n: &usize| self.person(*n).is_none() && !ends(n);
        let opens = self.item(at).map(|i| i.kind);
        let dash = ['–', '—', '-'].iter().any(|m| self.mark(at, *m));
        match opens {
            None => true,
            Some(Kind::Mark('(')) => {
                let inside = (at + 1..self.items.len()).take_while(|n| !self.mark(*n, ')'));
                let inside: Vec<usize> = inside.collect();
                let small = inside.first().and_then(|n| self.item(*n)).is_some_and(|i| {
                    let text = self.mentions.words.text_of(&i.words);
                    text.starts_with(char::is_lowercase)
                });
                let other = |n: &usize| {
                    self.office(*n).is_some_and(|o| !seat(o))
                        || self.is(*n, Class::OtherBody)
                        || self.is_cue(*n, Cue::Employer)
                        || self.body(*n).is_some()
                };
                !small && !inside.iter().any(other)
            }
            Some(Kind::Mark(',')) => {
                let behind = self.past(at + 1, &[Class::And, Class::Article]);
                let next = self.past_address(behind);
                let office = self.office(next);
                // ", Senator B", ", B": the next of the list; ", of Mendoza": where the member is from.
                let named = |n: usize| self.person(n).is_some();
                let of = self.is(next, Class::Of) && !self.is(next + 1, Class::Article);
                // ", met him": the sentence goes on.
                let verb = self.item(at + 1).is_some_and(|i| {
                    let text = self.mentions.words.text_of(&i.words);
                    let plain = matches!(i.kind, Kind::Plain(_)) && !i.is(Class::Article);
                    plain && !i.is(Class::Of) && text.starts_with(char::is_lowercase)
                });
                verb || named(next)
                    || office.is_some_and(seat)
                    || of
                    || behind > at + 1 && office.is_some()
            }
            Some(Kind::Mark(_)) => !dash,
            Some(Kind::Plain(_)) => self.is(at, Class::And) || !told(&at),
            Some(_) => self.office(at).is_some_and(seat),
        }
    }
}
