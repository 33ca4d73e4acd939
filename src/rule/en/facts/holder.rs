//! What sorts of offices people of an article hold.
//!
//! In comes a person, out come answers. This module never resolves an office.

use super::super::holding::Held;
use super::{Facts, Role, Target};
use crate::ontology::{NodeKind, Office, StateCode};

impl Facts<'_, '_> {
    /// Whether the article says of somebody that he or she holds an office, in whatever.
    pub(in crate::rule::en) fn holds_office(&self, person: usize) -> bool {
        let mut own = self.holdings.iter();
        own.any(|h| {
            self.people.of(h.person) == Some(person) && matches!(h.held, Held::Office { .. })
        })
    }

    /// Whether somebody holds an office of a state, whose journeys are none of a delegation of a parliament.
    pub(in crate::rule::en) fn governs(&self, person: usize) -> bool {
        let mut roles = self
            .roles
            .iter()
            .filter(|r| r.person == person && !r.former);
        roles.any(|r| r.office.is_of_state())
    }

    /// Whether somebody is an ambassador.
    pub(in crate::rule::en) fn is_ambassador(&self, person: usize) -> bool {
        let mut roles = self.roles.iter();
        roles.any(|r| r.person == person && r.office == Office::Ambassador && !r.former)
    }

    /// Whether somebody leads a delegation.
    pub(in crate::rule::en) fn heads(&self, person: usize) -> bool {
        let mut roles = self.roles.iter();
        roles.any(|r| r.person == person && r.office == Office::HeadOfDelegation)
    }

    /// The state in which an ambassador is posted, where the article says it.
    pub(in crate::rule::en) fn post_of(&self, person: usize) -> Option<StateCode> {
        let own = self
            .holdings
            .iter()
            .filter(|h| self.people.of(h.person) == Some(person));
        own.into_iter().find_map(|h| match h.held {
            Held::Office { mention, .. } => self.mentions.offices.get(mention)?.post,
            Held::OfficeOf { .. }
            | Held::OfficeLike { .. }
            | Held::Leads { .. }
            | Held::SitsIn { .. }
            | Held::HeadsDelegation { .. } => None,
        })
    }

    /// Whether all offices that the article tells of somebody are over.
    pub(in crate::rule::en) fn is_former(&self, person: usize) -> bool {
        let mut own = self.roles.iter().filter(|r| r.person == person).peekable();
        own.peek().is_some() && own.all(|r| r.former)
    }

    /// Whether somebody holds no office but in an assembly of many states, and so acts for none.
    pub(in crate::rule::en) fn serves_assembly(&self, person: usize) -> bool {
        let assembly = |r: &&Role| match r.target {
            Target::Body(body) => {
                let body = self.bodies.entities.get(body);
                body.is_some_and(|b| b.kind == NodeKind::Assembly)
            }
            Target::State(_) => false,
        };
        let mut own = self.roles.iter().filter(|r| r.person == person).peekable();
        own.peek().is_some() && own.all(|r| assembly(&r))
    }

    /// Whether a title of somebody may stand for one of some offices.
    pub(in crate::rule::en) fn may_hold(&self, person: usize, offices: &[Office]) -> bool {
        let words = &self.mentions.words;
        self.holdings
            .iter()
            .filter(|h| self.people.of(h.person) == Some(person))
            .filter_map(|h| match h.held {
                Held::Office { mention, .. } => self.mentions.offices.get(mention),
                _ => None,
            })
            .any(|title| offices.iter().any(|o| title.can_be(words, *o)))
    }

    /// Whether every title that the article gives to somebody is one of the past.
    pub(in crate::rule::en) fn held_before(&self, person: usize) -> bool {
        let mut own = self
            .holdings
            .iter()
            .filter(|h| self.people.of(h.person) == Some(person))
            .filter_map(|h| match h.held {
                Held::Office { mention, .. } => self.mentions.offices.get(mention),
                _ => None,
            })
            .peekable();
        own.peek().is_some() && own.all(|title| title.former)
    }

    /// "the late A": whether the article says so of somebody.
    pub(in crate::rule::en) fn is_called_late(&self, person: usize) -> bool {
        let words = &self.mentions.words;
        let mentions = self.people.entities.get(person).map(|p| &p.mentions);
        let starts = mentions.into_iter().flatten();
        let starts = starts.filter_map(|m| Some(self.mentions.people.get(*m)?.words.start));
        starts
            .filter(|s| *s > 0)
            .any(|s| words.say(&(s - 1..s), &["late"]))
    }

    /// "the Speakers of Latvia, A, and Estonia, B": whether a sentence tells with one title of several what each of some people is.
    pub(in crate::rule::en) fn share_title(&self, sentence: usize, people: &[usize]) -> bool {
        let titles = |person: usize| {
            let own = self.holdings.iter().filter(move |h| {
                h.sentence == sentence && self.people.of(h.person) == Some(person)
            });
            own.filter_map(|h| match h.held {
                Held::Office { mention, .. } | Held::OfficeOf { mention, .. } => Some(mention),
                _ => None,
            })
        };
        let several = |o: &usize| self.mentions.offices.get(*o).is_some_and(|o| o.plural);
        let (Some(first), true) = (people.first(), people.len() > 1) else {
            return false;
        };
        titles(*first)
            .filter(several)
            .any(|title| people.iter().all(|p| titles(*p).any(|t| t == title)))
    }

    /// Whether people are all members of one delegation that a sentence lists, or those whom these accompany.
    pub(in crate::rule::en) fn are_of_one_roster(&self, people: &[usize]) -> bool {
        self.rosters.iter().any(|roster| {
            let inside = |p: &usize| roster.members.contains(p) || roster.head == Some(*p);
            people.iter().all(inside)
        })
    }

    /// Whether two people hold offices in one body or of one state.
    pub(in crate::rule::en) fn share_office(&self, one: usize, other: usize) -> bool {
        let own = self.roles.iter().filter(|r| r.person == one && !r.former);
        own.into_iter().any(|a| {
            let mut roles = self.roles.iter();
            roles.any(|b| b.person == other && b.target == a.target && !b.former)
        })
    }
}
