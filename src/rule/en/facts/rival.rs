//! Two people in one office that one holds at a time.
//!
//! In come the offices as held, out come those without the ones that the context gave to a second person. This module never drops
//! what an article says in full.

use super::{Facts, Role};
use crate::ontology::Office;

/// How sure an office is whose body or state goes without saying, in hundredths.
pub(in crate::rule::en) const BARE: u8 = 65;

impl Facts<'_, '_> {
    /// "Speaker A of Namibia ... Speaker B ... President C and President D": whoever is told without a house or state is not its
    /// speaker where somebody else is. Of two that are told so in one sentence, nobody knows which is the one of the context.
    pub(super) fn drop_rivals(&mut self) {
        let keep: Vec<bool> = (0..self.roles.len())
            .map(|number| !self.has_rival(number) && !self.is_of_another_state(number))
            .collect();
        let mut keep = keep.into_iter();
        self.roles.retain(|_| keep.next().unwrap_or(true));
    }

    /// "At the invitation of the Speaker of the Seimas, A, Speaker of the Sejm, is in Vilnius": nobody presides over the houses of two states, and
    /// whose name stands between two such offices holds the one behind it.
    pub(super) fn drop_offices_of_hosts(&mut self) {
        let presides = |r: &Role| r.office == Office::Speaker && !r.former;
        let keep: Vec<bool> = self
            .roles
            .iter()
            .map(|own| {
                let state = self.state_of_chamber(own.target).filter(|_| presides(own));
                let beside = |r: &Role, rule: &str| {
                    let abroad = self.state_of_chamber(r.target);
                    r.person == own.person
                        && presides(r)
                        && r.rule == rule
                        && abroad.is_some_and(|a| Some(a) != state)
                        && self.sentence_of(r) == self.sentence_of(own)
                };
                // "At the invitation of the Speaker of the Seimas, A, the Speaker of the Sejm, B, came": the office behind A is B's.
                let anothers = |r: &Role| {
                    let mut others = self.roles.iter();
                    others.any(|o| o.person != r.person && o.title == r.title)
                };
                let dropped = match own.rule {
                    "office-before-name" => self
                        .roles
                        .iter()
                        .any(|r| beside(r, "office-after-name") && !anothers(r)),
                    "office-after-name" => {
                        let mut all = self.roles.iter();
                        anothers(own) && all.any(|r| beside(r, "office-before-name"))
                    }
                    _ => false,
                };
                state.is_none() || !dropped
            })
            .collect();
        let mut keep = keep.into_iter();
        self.roles.retain(|_| keep.next().unwrap_or(true));
    }

    fn has_rival(&self, number: usize) -> bool {
        let Some(own) = self.roles.get(number).filter(|r| is_bare(r)) else {
            return false;
        };
        let mut others = self.roles.iter().enumerate();
        others.any(|(place, other)| {
            let rival = other.person != own.person
                && other.office == own.office
                && other.target == own.target
                && !other.former;
            rival
                && (!is_bare(other)
                    || place < number
                    || self.sentence_of(own) == self.sentence_of(other))
        })
    }

    /// "Speaker A of New Zealand received B of Samoa, Speaker of the House": whether somebody of another state is told by a bare word for a house to
    /// hold the office that one of its own state holds.
    fn is_of_another_state(&self, number: usize) -> bool {
        let Some(own) = self.roles.get(number) else {
            return false;
        };
        let presides = own.office == Office::Speaker && !own.former;
        let house = self.state_of_chamber(own.target).filter(|_| presides);
        let abroad = house.is_some() && self.state_of(own.person).is_some_and(|s| Some(s) != house);
        abroad
            && self.roles.iter().any(|r| {
                let same = r.office == own.office && r.target == own.target && !r.former;
                same && r.person != own.person && self.state_of(r.person) == house
            })
    }

    /// The sentence in which the title of an office stands.
    fn sentence_of(&self, role: &Role) -> Option<usize> {
        let mut sentences = self.mentions.words.sentences.iter();
        sentences.position(|s| s.words.contains(&role.title.start))
    }
}

/// Whether the context gives the body or state of an office that one person holds at a time.
const fn is_bare(role: &Role) -> bool {
    role.confidence <= BARE && !role.former && role.office.has_one_holder()
}
