//! Offices that stand behind the names of their holders: "A B, Speaker of C and member of D", "A B MP".
//!
//! In comes the place of a name, out come the holdings of its bearer, and of the names before it where an office behind a
//! list speaks of all. This module never looks for an office before a name.

use super::{Held, Name, Reader};
use crate::lexicon::Class;

impl Reader<'_, '_, '_> {
    /// "A B, Speaker of C and member of D", "A B (Speaker of C)", "A B MP", "A B, who chairs C", "A B is Speaker".
    pub(super) fn at_person(&mut self, name: Name) {
        let mut next = name.at + 1;
        if let Some(office) = self.office(next)
            && self.post_nominal(office)
        {
            let held = Held::office(office);
            self.push(name.person, held, name.at..next + 1, "letters-after-name");
            next += 1;
        }
        let linked = [',', '(', '–', '—', '-']
            .iter()
            .any(|mark| self.mark(next, *mark));
        if linked {
            next += 1;
            self.appositions(name, next);
        }
        self.elected_as(name);
        self.clause(name, next);
    }

    /// "elected A B as President of C".
    fn elected_as(&mut self, name: Name) {
        // "A B, reelected as Speaker of C".
        let comma = usize::from(self.mark(name.at + 1, ','));
        if comma == 1 && self.is(name.at + 2, Class::Elect) && self.is(name.at + 3, Class::As) {
            let at = self.past(name.at + 4, &[Class::Article, Class::His, Class::Current]);
            if let Some(office) = self.office(at) {
                let held = Held::office(office);
                self.push(name.person, held, name.at..at + 1, "elected-as-office");
            }
        }
        if !self.is(name.at + 1, Class::As) {
            return;
        }
        let next = self.past(name.at + 2, &[Class::Article, Class::His, Class::Current]);
        let elected = (name.at.saturating_sub(6)..name.at).any(|b| self.is(b, Class::Elect));
        if let Some(office) = self.office(next).filter(|_| elected) {
            let held = Held::office(office);
            self.push(name.person, held, name.at..next + 1, "elected-as-office");
        }
    }

    /// The offices in apposition to a name, from the place behind the comma or bracket that opens them.
    fn appositions(&mut self, name: Name, from: usize) {
        let mut next = from + usize::from(self.is(from, Class::Respectively));
        // "A B, P.C., M.P., Speaker of C": letters behind the name are no office.
        while self
            .item(next)
            .is_some_and(|i| i.honorific().is_some() && i.state().is_none())
            && (self.mark(next + 1, ',') || self.mark(next + 1, '.'))
        {
            next += 2;
            next += usize::from(self.mark(next, ','));
        }
        let mut first = true;
        loop {
            let start = next;
            next = self.past(
                next,
                &[Class::Article, Class::Current, Class::His, Class::Both],
            );
            let Some(office) = self.office(next) else {
                return;
            };
            // "A, Speaker B": the office belongs to the name behind it.
            if self.person(next + 1).is_some() {
                return;
            }
            if self.plural(office) {
                return self.distributed(name.at, office, next);
            }
            // "A and B, President and Vice-President of C": which office is whose cannot be read from one name.
            let shared = first
                && self.is(next + 1, Class::And)
                && self.office(next + 2).is_some()
                && self.list_before(name.at).len() > 1;
            if shared || self.belongs_to_name_behind(name, start, next, first) {
                return;
            }
            let held = Held::office(office);
            self.push(name.person, held, name.at..next + 1, "office-after-name");
            first = false;
            let Some(after) = self.next_apposition(name, next + 1) else {
                return;
            };
            next = after;
        }
    }

    /// "Office, A, Office, B": whether the office of a place, whose apposition begins at `start`, is that of the name
    /// behind it, which it is where that name closes with a comma; `first` where none was read for the name before it yet.
    fn belongs_to_name_behind(&self, name: Name, start: usize, office: usize, first: bool) -> bool {
        let comma_name = self.mark(office + 1, ',') && self.person(office + 2).is_some();
        let closed = self.mark(office + 3, ',')
            || self.is_any(office + 3, &[Class::Be, Class::Say, Class::Have]);
        let introduced = name.at.checked_sub(1).is_some_and(|b| {
            let office_before = || b.checked_sub(1).is_some_and(|c| self.office(c).is_some());
            self.office(b).is_some() || self.mark(b, ',') && office_before()
        });
        comma_name
            && (!first || introduced)
            && (closed || self.is(start.saturating_sub(1), Class::And))
    }

    /// Reads a clause behind an apposition, and gives where the next apposition may begin, if the list goes on.
    fn next_apposition(&mut self, name: Name, from: usize) -> Option<usize> {
        if self.is(from, Class::Who) {
            self.clause(name, from);
        }
        if !self.is(from, Class::And) && !self.mark(from, ',') {
            return None;
        }
        let next = from + 1;
        if self.is(next, Class::Who) || self.is(next, Class::Lead) {
            self.clause(name, next);
            return None;
        }
        Some(next + usize::from(self.is(next, Class::And)))
    }

    /// "A and B, Chairs of the C and of the D respectively", "A, B and C, respectively the presidents of D and E and ...":
    /// the names of the list that ends at `last` and the offices from the place `at` on.
    fn distributed(&mut self, last: usize, office: usize, at: usize) {
        let people = self.list_before(last);
        let shares = self.shares(office, people.len());
        // Several offices follow each other: the first ones belong to the first people.
        let Some(mention) = self.mentions.offices.get(office) else {
            return;
        };
        let named = mention.bodies.len().max(mention.states.len());
        let first = if !shares && named > 1 && named < people.len() {
            named
        } else {
            people.len()
        };
        for (n, (_, person)) in people.iter().take(first).enumerate() {
            let held = Held::Office {
                mention: office,
                share: (shares || named == first && named > 1).then_some(n),
            };
            self.push(*person, held, last..at + 1, "offices-respectively");
        }
        let mut next = at + 1;
        for (_, person) in people.iter().skip(first) {
            while self.mark(next, ',') || self.is_any(next, &[Class::And, Class::Article]) {
                next += 1;
            }
            let Some(office) = self.office(next) else {
                return;
            };
            let held = Held::office(office);
            self.push(*person, held, last..next + 1, "offices-respectively");
            next += 1;
        }
    }

    /// The names of the list that ends at a place, each with its place, in the order of the text.
    fn list_before(&self, last: usize) -> Vec<(usize, usize)> {
        let mut people: Vec<(usize, usize)> = Vec::new();
        let mut at = last;
        while let Some(person) = self.person(at) {
            people.insert(0, (at, person));
            let mut before = at;
            while before
                .checked_sub(1)
                .is_some_and(|b| self.mark(b, ',') || self.is(b, Class::And))
            {
                before -= 1;
            }
            match before.checked_sub(1) {
                Some(b) if before < at && self.person(b).is_some() => at = b,
                _ => break,
            }
        }
        people
    }
}
