//! Lists of names: "A (Labour), B MP and C of D", "A, who chairs E; B; and C".
//!
//! In comes the place where a list begins or ends, out come its names. This module never says what those named hold.

use super::Reader;
use crate::lexicon::{Class, Cue};
use crate::mention::Kind;
use crate::ontology::Office;

/// How many items a clause about somebody of a list may have.
const LONGEST_CLAUSE: usize = 16;

impl Reader<'_, '_, '_> {
    /// The names of a list that begins at an item: (item, person), and the item behind the list. What belongs to a name of
    /// the list, such as an office behind it or a bracket, is passed over.
    pub(super) fn list(&self, from: usize) -> (Vec<(usize, usize)>, usize) {
        let mut people = Vec::new();
        // Each name may have an office of its own before it, where the first one has: "A B and C D".
        let titled = self.office(from).is_some() && self.person(from + 1).is_some();
        let mut at = from + usize::from(titled);
        while let Some(person) = self.person(at) {
            people.push((at, person));
            let behind = self.past_item(at + 1);
            let mut next = behind;
            while self.mark(next, ',') || self.is(next, Class::And) || self.mark(next, ';') {
                next += 1;
            }
            // "A; Speaker B; and C": between semicolons any name may have its office before it.
            let semicolon = (behind..next).any(|n| self.mark(n, ';'));
            if semicolon && self.addresses_several(next) {
                return (people, at + 1);
            }
            if titled || semicolon {
                while self.is(next, Class::Article) {
                    next += 1;
                }
                next += usize::from(self.office(next).is_some());
            }
            let last = self.last_with_seat(behind, next);
            let next = last.unwrap_or(next);
            if next == behind || self.person(next).is_none() {
                return (people, at + 1);
            }
            at = next;
        }
        (people, at)
    }

    /// "Senators A and B; Hons C, D and E": whether a form of address of several stands before the name of a place, which begins another list.
    fn addresses_several(&self, at: usize) -> bool {
        let words = &self.mentions.words;
        let first = self.item(at).map(|i| i.words.start..i.words.start + 1);
        first.is_some_and(|w| words.are_cue(&w, Cue::AddressesSeveral))
    }

    /// "Ms. A, M.P., and the Honourable Senator B": the place of the last name of a list, between which and the "and" before it nothing but a seat
    /// stands; `from` and `next` are the ends of what parts it from the name before.
    fn last_with_seat(&self, from: usize, next: usize) -> Option<usize> {
        let and = next
            .checked_sub(1)
            .filter(|n| *n >= from && self.is(*n, Class::And))?;
        let letters = self
            .office(and.checked_sub(2)?)
            .is_some_and(|o| self.post_nominal(o));
        let seat = self.past_address(self.past(next, &[Class::Article]));
        let office = self
            .office(seat)
            .and_then(|o| self.mentions.offices.get(o))?;
        let sits =
            office.bare() && !office.plural && office.can_be(&self.mentions.words, Office::Member);
        (letters && sits && self.person(seat + 1).is_some()).then_some(seat + 1)
    }

    /// "members of B: A and C, as well as D, Secretary-General of E": whether the name of a place stands behind a list whose office it has not, since
    /// another one follows it.
    pub(super) fn is_one_more(&self, place: usize) -> bool {
        let added = self.says(place.saturating_sub(1), &["as well as", "along with"]);
        let own = self.past(place + 2, &[Class::Article]);
        added && self.mark(place + 1, ',') && self.office(own).is_some()
    }

    /// The names of the list that ends at a place, each with its place, in the order of the text.
    pub(super) fn list_before(&self, last: usize) -> Vec<(usize, usize)> {
        let ends_here = |from: &usize| {
            let (people, _) = self.list(*from);
            people.iter().any(|(at, _)| *at == last)
        };
        let first = (0..last)
            .filter(|n| self.person(*n).is_some())
            .find(ends_here);
        let (mut people, _) = self.list(first.unwrap_or(last));
        people.retain(|(at, _)| *at <= last);
        people
    }

    /// The names of the row that ends at a place, whatever offices stand before and behind them, each with its place.
    pub(super) fn row_before(&self, last: usize) -> Vec<(usize, usize)> {
        let joins = |n: &usize| {
            self.person(*n).is_some()
                || self.office(*n).is_some()
                || self.mark(*n, ',')
                || self.is_any(*n, &[Class::And, Class::Article])
        };
        let first = (0..=last).rev().take_while(joins).last();
        let places = first.unwrap_or(last)..=last;
        let named = |n| Some((n, self.person(n)?));
        places.filter_map(named).collect()
    }

    /// "MPs A, Chair of B, C, Chair of D": whether a name stands in a list at whose head one office of several is told, so
    /// that what else stands between the names is in apposition to the one before.
    pub(super) fn in_shared_list(&self, name: usize) -> bool {
        let listed = |n: usize| {
            self.person(n).is_some()
                || self.office(n).is_some_and(|o| !self.plural(o))
                || self.mark(n, ',')
                || self.mark(n, ';')
                || self.is_any(n, &[Class::And, Class::Article])
        };
        let head = (0..name).rev().find(|n| !listed(*n));
        let shared = head.is_some_and(|h| self.office(h).is_some_and(|o| self.plural(o)));
        shared && head.is_some_and(|h| self.person(h + 1).is_some())
    }

    /// The place behind what belongs to a name of a list, where the list goes on there: "A (Labour), Chairman of B, and C";
    /// else the place given.
    fn past_item(&self, from: usize) -> usize {
        let mut next = from;
        loop {
            let past = self
                .past_bracket(next)
                .or_else(|| self.past_seat(next))
                .or_else(|| self.past_origin(next))
                .or_else(|| self.past_house(next))
                .or_else(|| self.past_letters(next))
                .or_else(|| self.past_office(next))
                .or_else(|| self.past_clause(next));
            match past {
                Some(place) => next = place,
                None => break,
            }
        }
        let link = self.mark(next, ';') || self.mark(next, ',') || self.is(next, Class::And);
        if link { next } else { from }
    }

    /// The place behind an office in apposition that begins at one: ", Chairman of B".
    fn past_office(&self, at: usize) -> Option<usize> {
        let comma = usize::from(self.mark(at, ','));
        let article = self.past(at + comma, &[Class::Article, Class::Current]);
        let office = self.office(article)?;
        // "A, Speaker B": the office belongs to the name behind it, and so does "A, the Clerk of the Senate, B".
        let staff = comma == 1
            && article > at + 1
            && self.mark(article + 1, ',')
            && self.person(self.past_address(article + 2)).is_some()
            && self.is_of_staff(office);
        let of_next = staff || self.person(article + 1).is_some();
        let apart = comma == 0 && !self.post_nominal(office);
        (!self.plural(office) && !apart && !of_next).then_some(article + 1)
    }

    /// Whether an office is one that no member of a house holds: that of its clerk, of an ambassador.
    pub(super) fn is_of_staff(&self, office: usize) -> bool {
        let words = &self.mentions.words;
        let office = self.mentions.offices.get(office);
        office.is_some_and(|o| {
            o.can_be(words, Office::SecretaryGeneral) || o.can_be(words, Office::Ambassador)
        })
    }

    /// "A of Navotas", "B, MP for Leeds": where a member is from.
    pub(super) fn past_seat(&self, at: usize) -> Option<usize> {
        let capital = |n: usize| {
            self.item(n).is_some_and(|i| {
                let words = &self.mentions.words;
                matches!(i.kind, Kind::Plain(_)) && words.at(i.words.start).token.shape.is_capital()
            })
        };
        let text = self.item(at).map(|i| self.mentions.words.text_of(&i.words));
        let of = self.is(at, Class::Of) || text == Some("for");
        // "A of the BSP", "B of the ruling Unity Party": the party of a member.
        let party = of && self.is(at + 1, Class::Article);
        let rank = ["ruling", "governing", "opposition", "main opposition"];
        let at = at + usize::from(party);
        let at = at + usize::from(party && self.says(at + 1, &["main"]));
        let at = at + usize::from(party && self.says(at + 1, &rank));
        if !of || !capital(at + 1) {
            return None;
        }
        // "of Agusan del Norte": a place of several words.
        let end = (at + 2..at + 6).take_while(|n| capital(*n) || self.links_places(*n));
        Some(end.last().map_or(at + 2, |n| n + 1))
    }

    /// ", of Mendoza,": where a member is from, between commas.
    fn past_origin(&self, at: usize) -> Option<usize> {
        if !self.mark(at, ',') || !self.is(at + 1, Class::Of) {
            return None;
        }
        let end = self.past_seat(at + 1)?;
        let closed = self.mark(end, ',') || self.mark(end, ';') || self.is(end, Class::And);
        closed.then_some(end)
    }

    /// "A for the Senate": the house for which somebody of a list acts.
    fn past_house(&self, at: usize) -> Option<usize> {
        let body = self.past(at + 1, &[Class::Article]);
        (self.says(at, &["for"]) && self.body(body).is_some()).then_some(body + 1)
    }

    /// Whether a place holds a small word inside of the name of a place.
    fn links_places(&self, at: usize) -> bool {
        let text = self.item(at).map(|i| self.mentions.words.text_of(&i.words));
        matches!(text, Some("del" | "de" | "la" | "and" | "the" | "/" | "-"))
            && !self.is(at, Class::And)
    }

    /// ", J.P.", ", Q.C.": letters behind a name that are no office.
    fn past_letters(&self, at: usize) -> Option<usize> {
        let comma = usize::from(self.mark(at, ','));
        let row = self.item(at + comma)?.honorific()?;
        let follows = self.mentions.words.lexicon.honorific(row)?.follows;
        let end = at + comma + 1;
        let closed = self.mark(end, ',') || self.mark(end, ';') || self.is(end, Class::And);
        (follows && closed).then_some(end)
    }

    /// ", who chairs B;": the place of the comma or semicolon that closes a clause about the name before it, where another
    /// name of the list stands behind.
    fn past_clause(&self, at: usize) -> Option<usize> {
        let comma = usize::from(self.mark(at, ','));
        if !self.is(at + comma, Class::Who) {
            return None;
        }
        let close = (at + comma + 1..at + LONGEST_CLAUSE)
            .take_while(|n| self.person(*n).is_none())
            .find(|n| self.mark(*n, ';') || self.mark(*n, ','))?;
        let next = self.past(close + 1, &[Class::And, Class::Article]);
        let another = self.person(next).is_some()
            || self.office(next).is_some() && self.person(next + 1).is_some();
        // "A, who is Chairman of B, C and D": a comma closes it where the list goes on to its end.
        let on = self.mark(next + 1, ',') || self.is(next + 1, Class::And);
        let last = (next + 1..next + LONGEST_CLAUSE).find(|n| self.is(*n, Class::And));
        let listed = last.is_some_and(|n| self.person(self.past_address(n + 1)).is_some());
        let goes_on = on && listed && self.person(next).is_some();
        (another && (self.mark(close, ';') || goes_on)).then_some(close)
    }

    /// The place behind a short bracket that opens at one: "(Labour)".
    pub(super) fn past_bracket(&self, at: usize) -> Option<usize> {
        if !self.mark(at, '(') {
            return None;
        }
        let close = (at + 1..at + 8).find(|n| self.mark(*n, ')'))?;
        Some(close + 1)
    }

    /// Whether an office names as many bodies or states as there are people.
    pub(super) fn shares(&self, office: usize, people: usize) -> bool {
        self.mentions.offices.get(office).is_some_and(|o| {
            o.bodies.len() == people || o.bodies.is_empty() && o.states.len() == people
        })
    }

    /// "the Speakers of A and B: C, D and E": whether an office names several bodies or states, and not as many as there are people, so that nobody
    /// can say who is of which.
    pub(super) fn leaves_open(&self, office: usize, people: usize) -> bool {
        let named = self.mentions.offices.get(office).map_or(0, |o| {
            if o.bodies.is_empty() {
                o.states.len()
            } else {
                o.bodies.len()
            }
        });
        named > 1 && named != people
    }

    /// "MP", "MK": letters that follow a name without a comma.
    pub(super) fn post_nominal(&self, office: usize) -> bool {
        self.mentions.offices.get(office).is_some_and(|o| {
            let text = self.mentions.words.text_of(&o.words);
            let letters = text.len() <= 6 && text.chars().all(|c| c.is_uppercase() || c == '.');
            letters && o.can_be(&self.mentions.words, Office::Member)
        })
    }
}
