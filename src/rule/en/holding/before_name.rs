//! Offices that stand before the names of their holders: "Speaker A B", "Vice-Presidents: A, B and C".
//!
//! In comes the place of an office, out come the holdings of the names behind it. This module never looks for an office
//! behind a name.

use super::{Held, Reader};
use crate::lexicon::Class;
use crate::mention::{Kind, OfficeMention};

impl Reader<'_, '_, '_> {
    /// "Speaker A B", "the Speaker, A B,", "Vice-Presidents: A, B and C": reads the names behind the office of a place.
    pub(super) fn at_office(&mut self, at: usize, office: usize) {
        self.chain(at, office);
        let behind_name = at.checked_sub(1).is_some_and(|b| self.person(b).is_some());
        if behind_name && self.post_nominal(office) {
            return;
        }
        if let Some(person) = self.person(at + 1) {
            self.right_before(at, office, person);
        } else {
            self.at_a_distance(at, office);
            self.before_mark(at, office);
        }
    }

    /// "Speaker A B", "Senators A, B and C": nothing stands between the office and the first name.
    fn right_before(&mut self, at: usize, office: usize, person: usize) {
        let plural = self.plural(office);
        let (people, end) = self.list(at + 1);
        if plural && people.len() > 1 {
            let shares = self.shares(office, people.len());
            for (n, (_, person)) in people.iter().enumerate() {
                let held = Held::Office {
                    mention: office,
                    share: shares.then_some(n),
                };
                self.push(*person, held, at..end, "offices-before-names");
            }
        } else if !plural || people.len() == 1 {
            // "President A of the Senate of B".
            let of = self
                .is(at + 2, Class::Of)
                .then(|| self.past(at + 3, &[Class::Article]));
            let bare = self
                .mentions
                .offices
                .get(office)
                .is_some_and(OfficeMention::bare);
            if let Some(body) = of.and_then(|n| self.body(n)).filter(|_| bare) {
                let held = Held::OfficeOf {
                    mention: office,
                    body,
                };
                self.push(person, held, at..at + 2, "office-before-name");
                return;
            }
            let held = Held::office(office);
            self.push(person, held, at..at + 2, "office-before-name");
        }
    }

    /// "the Speaker, A B,", "Vice-Presidents: A, B and C": a comma or a colon stands between the office and the names.
    fn before_mark(&mut self, at: usize, office: usize) {
        let colon = [':', '–', '—'].iter().any(|m| self.mark(at + 1, *m));
        let comma = self.mark(at + 1, ',');
        if !colon && !comma {
            return;
        }
        let plural = self.plural(office);
        let held = Held::office(office);
        let (people, end) = self.list(at + 2);
        if plural && people.len() > 1 {
            let shares = self.shares(office, people.len());
            for (n, (_, person)) in people.iter().enumerate() {
                let held = Held::Office {
                    mention: office,
                    share: shares.then_some(n),
                };
                self.push(*person, held, at..end, "offices-before-names");
            }
        } else if let [(first, person), rest @ ..] = people.as_slice()
            && !plural
            && (!self.belongs_to_name_before(at) || comma && self.alternates(at))
        {
            // "its Vice President, A, B thanked": a list behind the title of one has the next party of the sentence in it.
            let end = if rest.is_empty() { end } else { first + 1 };
            let closed = self.item(end).is_none_or(|i| {
                matches!(i.kind, Kind::Mark(_)) || i.is_any(&[Class::Say, Class::And, Class::Who])
            });
            if (closed || comma && self.definite(at)) && !self.of_kin(at) {
                self.push(*person, held, at..end, "office-before-name");
            }
        }
    }

    /// "Speaker A, the Secretary General, B, and": in a list in which the name before has its office before it, the office
    /// of a place belongs to the name behind.
    fn alternates(&self, at: usize) -> bool {
        let passed = |n: usize| self.mark(n, ',') || self.is_any(n, &[Class::And, Class::Article]);
        let Some(name) = (0..at).rev().find(|n| !passed(*n)) else {
            return false;
        };
        let before = (0..name).rev().find(|n| !self.mark(*n, ','));
        self.person(name).is_some() && before.is_some_and(|b| self.office(b).is_some())
    }

    /// "the wife of the Speaker of B, A,": the name is not that of the office-holder.
    fn of_kin(&self, at: usize) -> bool {
        let before = (at.saturating_sub(3)..at)
            .rev()
            .find(|b| !self.is_any(*b, &[Class::Article, Class::Of]));
        before.is_some_and(|b| self.is(b, Class::Kin))
    }

    /// "First Deputy Chairman of A, Co-Chair of B C D": the earlier offices of a chain belong to the same name.
    fn chain(&mut self, at: usize, office: usize) {
        let mut next = at + 1;
        next += usize::from(self.mark(next, ','));
        next += usize::from(self.is(next, Class::And) || self.is(next, Class::Current));
        next += usize::from(self.is(next, Class::Article));
        if next == at + 1 || self.belongs_to_name_before(at) || self.plural(office) {
            return;
        }
        if let (Some(second), Some(person)) = (self.office(next), self.person(next + 1))
            && !self.plural(second)
        {
            let held = Held::office(office);
            self.push(person, held, at..next + 2, "office-before-name");
        }
    }

    /// "Two members of the Group travelled with him, A and B."
    fn at_a_distance(&mut self, at: usize, office: usize) {
        let comma = (at + 2..at + 7).find(|n| self.mark(*n, ','));
        let plain = |n: usize| {
            self.item(n)
                .is_some_and(|i| matches!(i.kind, Kind::Plain(_) | Kind::Mark('-')))
        };
        let comma = comma.filter(|c| self.plural(office) && (at + 1..*c).all(plain));
        // "Among the Members who make up the delegation are A and B."
        let be =
            || (at + 1..at + 20).find(|n| self.is(*n, Class::Be) && self.list(n + 1).0.len() > 1);
        let be = be().filter(|b| self.plural(office) && (at + 1..*b).all(plain));
        let Some(comma) = comma.or(be) else {
            return;
        };
        let (people, end) = self.list(comma + 1);
        let closed = self.item(end).is_none_or(|i| i.is_mark('.'));
        if !closed || people.len() < 2 {
            return;
        }
        for (_, person) in people {
            let held = Held::office(office);
            self.push(person, held, comma + 1..end, "offices-before-names");
        }
    }

    /// Whether an article stands before a place.
    fn definite(&self, at: usize) -> bool {
        at.checked_sub(1)
            .is_some_and(|b| self.is(b, Class::Article))
    }

    /// Whether an office stands in apposition to the name before it.
    fn belongs_to_name_before(&self, at: usize) -> bool {
        let mut before = at;
        while before
            .checked_sub(1)
            .is_some_and(|b| self.is(b, Class::Article) || self.mark(b, ',') || self.mark(b, '('))
        {
            before -= 1;
        }
        before < at
            && before
                .checked_sub(1)
                .is_some_and(|b| self.person(b).is_some())
    }
}
