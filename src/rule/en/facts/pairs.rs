//! Groups of two states: for which of them their officers act, and of which assembly the officers of a bureau are.
//!
//! In come the bodies of an article with those who hold offices in them, out come states and bodies. This module never overrules what words
//! say of the same person.

use super::abroad::senders;
use super::{Facts, Target};
use crate::lexicon::Class;
use crate::mention::OfficeMention;
use crate::ontology::{BodyForm, NodeKind, Office};

impl Facts<'_, '_> {
    /// "TEHRAN. The Chairman of the Iran–Armenia Friendship Group, A": where the state from which the article comes is the first of the two in
    /// the name of a group, those who hold offices in it are of that state, if nothing tells theirs.
    pub(super) fn spread_pairs(&mut self) {
        // A delegation of one's own meets groups abroad, in whose names one puts oneself first all the same.
        let sent = senders(self.mentions);
        let home = self.home.filter(|h| !sent.contains(h));
        for number in 0..self.roles.len() {
            let Some(role) = self
                .roles
                .get(number)
                .filter(|r| !r.former && r.office != Office::CoChair)
            else {
                continue;
            };
            let Target::Body(body) = role.target else {
                continue;
            };
            let (person, home) = (role.person, home);
            let own = self.bodies.entities.get(body).is_some_and(|b| {
                let forms = [BodyForm::FriendshipGroup, BodyForm::WorkingGroup];
                let group = b.form.is_some_and(|f| forms.contains(&f)) && b.ties.is_empty();
                let first = b.states.len() == 2 && b.states.first() == home.as_ref();
                // "the Friendship Group with Montenegro" is one of another state.
                let partner = b.states.len() == 1
                    && b.name.contains("roup with ")
                    && b.states.first() != home.as_ref();
                group && home.is_some() && (first || partner)
            });
            let sure = own && !self.is_received(person) && !self.shares_chair(number);
            if let Some(place) = self.states.get_mut(person).filter(|_| sure) {
                *place = place.or(home);
            }
        }
    }

    /// "The Speaker received the chair of the group, A": whether somebody is named behind a word of receiving, as those from abroad are.
    fn is_received(&self, person: usize) -> bool {
        self.mentions.items.iter().any(|items| {
            let verb = items
                .iter()
                .position(|i| i.is_any(&[Class::Receive, Class::Guest]));
            let behind = verb.and_then(|v| items.get(v..)).unwrap_or_default();
            // "in the presence of B": B stands on the side of those who receive as often.
            let others = [
                Class::Attend,
                Class::Present,
                Class::Accompany,
                Class::By,
                Class::Comprise,
            ];
            let mut named = behind.iter().take_while(|i| !i.is_any(&others));
            named.any(|i| i.person().and_then(|p| self.people.of(p)) == Some(person))
        })
    }

    /// "headed by A and B": whether another person holds the same office in the same group, as one of each side does.
    fn shares_chair(&self, role: usize) -> bool {
        let Some(own) = self.roles.get(role) else {
            return false;
        };
        let presides = own.office == Office::Chair;
        let same = |r: &super::Role| {
            r.person != own.person && r.office == own.office && r.target == own.target
        };
        presides && self.roles.iter().any(same)
    }

    /// "The Bureau of the Assembly met under its President, A": the assembly, whose bureau has no president of its own.
    pub(super) fn assembly_of_bureau(&self, office: &OfficeMention, body: usize) -> Option<usize> {
        let entity = self.bodies.entities.get(body)?;
        let bureau = ["Bureau ", "Presidium "]
            .iter()
            .any(|b| entity.name.starts_with(b));
        let title = self.mentions.words.small(&office.title);
        let presides = title.contains("president") || title.contains("secretary");
        let assembly = |n: &usize| {
            let tie = self.bodies.entities.get(*n);
            tie.is_some_and(|t| t.kind == NodeKind::Assembly)
        };
        let [only] = entity.ties.as_slice() else {
            return None;
        };
        (bureau && presides && assembly(only)).then_some(*only)
    }
}
