//! Offices of several, each in a body of its own: "the heads of the Committee on Trade, A, the Finance Committee B, and the Legal Affairs
//! Committee, C", "the Speakers of the Arab Parliament A, and of the Pan-African Parliament, B"; or for a state of its own: "the Ambassadors of France, A, and Italy, B".
//!
//! In comes the place of an office of several, out come the holdings of the names behind it, each in the body named before it. This module
//! never reads an office whose bodies all stand before the first name.

use super::{Held, Reader};
use crate::lexicon::Class;
use crate::mention::{name_of_state, next_state};
use crate::ontology::NodeKind;

impl Reader<'_, '_, '_> {
    /// Notes an office of several at a place for each name, in the body or for the state that is named with it. Gives whether there are such.
    pub(super) fn each_of_its_own(&mut self, at: usize, office: usize) -> bool {
        self.one_body_each(at, office) || self.one_state_each(at, office)
    }

    /// Notes an office of several at a place for each name that follows in a list of bodies and names. Gives whether there are at least two.
    fn one_body_each(&mut self, at: usize, office: usize) -> bool {
        let mention = self.mentions.offices.get(office);
        let Some(first) = mention.and_then(|o| match o.bodies.as_slice() {
            [only] if o.plural => Some(*only),
            _ => None,
        }) else {
            return false;
        };
        let Some(mut name) = self.name_behind(at + 1) else {
            return false;
        };
        let mut found = vec![(name, first)];
        while let Some((body, next)) = self.next_body_with_name(name + 1) {
            // "the chairs of the foreign committees of the Seimas, A, and of the Saeima, B": B chairs a committee that nobody names.
            if self.is_part_of_several(first) && !self.is_part_of_several(body) {
                return false;
            }
            found.push((next, body));
            name = next;
        }
        if found.len() < 2 {
            return false;
        }
        // What they do they do together: the words of each reach to the one before.
        let mut start = at;
        for (name, body) in found {
            if let Some(person) = self.person(name) {
                let held = Held::OfficeOf {
                    mention: office,
                    body,
                };
                self.push(person, held, start..name + 1, "offices-respectively");
            }
            start = name;
        }
        true
    }

    /// "the Ambassadors of France, A, Italy, B, and Spain, C": notes an office of several at a place for each name that follows its state.
    /// Gives whether there are at least two.
    fn one_state_each(&mut self, at: usize, office: usize) -> bool {
        let mention = self.mentions.offices.get(office);
        let several =
            mention.is_some_and(|o| o.plural && o.bodies.is_empty() && o.states.len() > 1);
        let Some(first) = name_of_state(self.items, at + 1).filter(|_| several) else {
            return false;
        };
        let mut found = vec![(at..first.1, first.0)];
        let mut end = first.1;
        while let Some((_, behind)) = next_state(self.items, end)
            && let Some((name, next)) = name_of_state(self.items, behind)
        {
            let linked = self.mark(end, ',') || self.mark(end, ';');
            let from = self.past(end + usize::from(linked), &[Class::And]);
            found.push((from..next, name));
            end = next;
        }
        let several = found.len() > 1;
        for (share, (cover, name)) in found.into_iter().enumerate().filter(|_| several) {
            if let Some(person) = self.person(name) {
                let held = Held::Office {
                    mention: office,
                    share: Some(share),
                };
                self.push(person, held, cover, "offices-respectively");
            }
        }
        several
    }

    /// "the foreign affairs committees of the Seimas": whether a body is one of several committees, by its noun.
    fn is_part_of_several(&self, body: usize) -> bool {
        let body = self.mentions.bodies.get(body);
        body.is_some_and(|b| {
            let text = self.mentions.words.small(&b.words);
            let nouns = ["committees", "commissions", "groups", "delegations"];
            let plural = text.split(' ').any(|w| nouns.contains(&w));
            plural && b.kind == NodeKind::Commission
        })
    }

    /// The name at a place, or right behind the comma and the forms of address there.
    fn name_behind(&self, at: usize) -> Option<usize> {
        let opens = self.mark(at, ',') || self.mark(at, '(');
        let name = self.past_address(at + usize::from(opens));
        self.person(name).map(|_| name)
    }

    /// ", the Finance Committee B", ", and of the Arab Parliament, B": the next body of such a list and the name behind it.
    fn next_body_with_name(&self, at: usize) -> Option<(usize, usize)> {
        let at = at + usize::from(self.mark(at, ')'));
        let comma = self.mark(at, ',') || self.mark(at, ';');
        let mut next = at + usize::from(comma);
        let and = self.is(next, Class::And);
        next += usize::from(and);
        next += usize::from(self.is(next, Class::Of));
        next = self.past(next, &[Class::Article]);
        let body = self.body(next).filter(|_| comma || and)?;
        Some((body, self.name_behind(next + 1)?))
    }
}
