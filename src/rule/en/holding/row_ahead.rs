//! Offices of several before a list of as many names: "the President and Prime Minister of A, B and C", "the Chair of D, and Deputy Chair of E,
//! F and G, respectively".
//!
//! In comes the place of an office, out come the holdings of the names, each with the office of its place. This module never reads a row of which
//! one may hold all: a seat beside an office, or more offices than names.

use super::Reader;
use crate::lexicon::Class;
use crate::mention::OfficeMention;
use crate::ontology::Office;

impl Reader<'_, '_, '_> {
    /// Notes the offices of the row to which the one at a place belongs, where the first of them stands there. Gives whether it belongs to such
    /// a row, so that no name has several of them.
    pub(super) fn one_each_ahead(&mut self, at: usize) -> bool {
        let Some(start) = self.start_of_row(at) else {
            return false;
        };
        let (places, end) = self.offices_from(start);
        let offices: Vec<usize> = places.iter().filter_map(|p| self.office(*p)).collect();
        let mark = self.mark(end, ',') || self.mark(end, ':');
        let (people, behind_names) = self.list(self.past_address(end + usize::from(mark)));
        let comma = usize::from(self.mark(behind_names, ','));
        let told = self.says(behind_names + comma, &["respectively"]);
        let two = offices.len() == 2 && mark && self.are_of_two(&places, &offices);
        let one_each = people.len() == offices.len() && offices.len() > 1 && (two || told);
        let sole = |o: &usize| !self.plural(*o) && !self.seats(*o);
        if !one_each || !offices.iter().all(sole) {
            return false;
        }
        if start == at {
            for (n, (_, person)) in people.iter().enumerate() {
                let (Some(office), behind) = (offices.get(n), offices.get(n + 1..)) else {
                    break;
                };
                let held = self.owned_by(*office, behind.unwrap_or_default());
                self.push(*person, held, start..behind_names, "offices-respectively");
            }
        }
        true
    }

    /// "the President and the Speaker of A", "the Chair and Deputy Chair of B": whether an article or the offices themselves say that two people hold
    /// them. "The Deputy Prime Minister and Minister of Trade, A and B" is one, and B another.
    fn are_of_two(&self, places: &[usize], offices: &[usize]) -> bool {
        let article = |n: &usize| n.checked_sub(1).is_some_and(|b| self.is(b, Class::Article));
        if places.iter().all(article) {
            return true;
        }
        let words = &self.mentions.words;
        let may_be = |o: Option<&usize>, class: Office| {
            let mention = o.and_then(|o| self.mentions.offices.get(*o));
            mention.is_some_and(|m| m.can_be(words, class))
        };
        let (first, second) = (offices.first(), offices.get(1));
        let bare = first.and_then(|o| self.mentions.offices.get(*o));
        let pairs = [
            (Office::HeadOfState, Office::HeadOfGovernment),
            (Office::Speaker, Office::DeputySpeaker),
            (Office::Chair, Office::DeputyChair),
        ];
        let pair = pairs
            .iter()
            .any(|(a, b)| may_be(first, *a) && may_be(second, *b));
        pair && bare.is_some_and(OfficeMention::bare)
    }

    /// The place of the first office of the row in which the one at a place stands, which nothing but "and" links; none behind a name.
    fn start_of_row(&self, at: usize) -> Option<usize> {
        let mut start = at;
        while let Some(before) = self.office_linked_before(start) {
            start = before;
        }
        let mut before = (0..start).rev();
        let before = before.find(|b| !self.is(*b, Class::Article));
        let free = before.is_none_or(|b| self.person(b).is_none());
        free.then_some(start)
    }

    /// The place of the office that "and" links to the one at a place.
    fn office_linked_before(&self, at: usize) -> Option<usize> {
        let link = |n: &usize| self.mark(*n, ',') || self.is_any(*n, &[Class::And, Class::Article]);
        let before = (0..at).rev().find(|n| !link(n))?;
        let and = (before + 1..at).any(|n| self.is(n, Class::And));
        self.office(before).filter(|_| and)?;
        Some(before)
    }

    /// The places of the offices of a row from its first one on, and the place behind the last one.
    fn offices_from(&self, start: usize) -> (Vec<usize>, usize) {
        let mut places = vec![start];
        let mut end = start + 1;
        loop {
            let comma = usize::from(self.mark(end, ','));
            let next = self.past(end + comma, &[Class::And, Class::Article]);
            if next == end + comma
                || self.office(next).is_none()
                || !self.is(end + comma, Class::And)
            {
                return (places, end);
            }
            places.push(next);
            end = next + 1;
        }
    }
}
