//! The delegations of an article: who leads them and who belongs to them.
//!
//! In come the offices of an article and its sentences, out come groups of people with their state. This module never says
//! which words of a sentence stand for a delegation.

use super::super::facts::{Roster, Target};
use super::{Delegation, Parties};
use crate::ontology::{Office, StateCode};

impl Parties<'_, '_, '_> {
    /// One delegation for each state: those who lead it, then its members.
    pub(super) fn find_delegations(&mut self) {
        let facts = self.facts;
        let heads = facts.roles.iter();
        for role in heads.filter(|r| r.office == Office::HeadOfDelegation) {
            let of_target = match role.target {
                Target::State(state) => Some(state),
                Target::Body(_) => None,
            };
            let state = facts.state_of(role.person).or(of_target);
            let same = |d: &&mut Delegation| {
                d.target == Some(role.target) || d.state.is_some() && d.state == state
            };
            match self.delegations.iter_mut().find(same) {
                Some(known) if !known.people.contains(&role.person) => {
                    known.people.push(role.person);
                }
                Some(_) => {}
                None => self.delegations.push(Delegation {
                    state,
                    people: vec![role.person],
                    target: Some(role.target),
                    implied: None,
                }),
            }
        }
        self.add_members();
    }

    /// Those whom a sentence or list names as members or companions join the delegation that sent them, else that of the one
    /// whom they accompany, else the one named before.
    fn add_members(&mut self) {
        let facts = self.facts;
        let heads = self.heads();
        for roster in &facts.rosters {
            let place = self
                .of_list(roster.sender)
                .or_else(|| self.of_head(roster.head))
                .or_else(|| self.delegations.len().checked_sub(1))
                .or_else(|| self.of_list(facts.sender_in(roster.sentence)))
                .or_else(|| self.of_head(self.accompanied(roster, &heads)))
                .or_else(|| self.nameless(roster));
            if let Some(place) = place {
                self.join(place, &roster.members);
            }
        }
    }

    /// The delegation whose members a sentence lists under the name of its state, added where it is new: "The Kenyan
    /// delegation is composed of".
    fn of_list(&mut self, sender: Option<StateCode>) -> Option<usize> {
        let state = sender?;
        let known = self.delegations.iter().position(|d| d.state == Some(state));
        known.or_else(|| {
            self.delegations.push(Delegation {
                state: Some(state),
                ..Delegation::default()
            });
            Some(self.delegations.len() - 1)
        })
    }

    /// The delegation that a list of several makes, of which the article says neither who leads nor who sent it.
    fn nameless(&mut self, roster: &Roster) -> Option<usize> {
        let [first, _, ..] = roster.members.as_slice() else {
            return None;
        };
        let state = self.facts.state_of(*first);
        self.delegations.push(Delegation {
            state,
            ..Delegation::default()
        });
        Some(self.delegations.len() - 1)
    }

    /// The delegation of somebody who has companions, added where it is new.
    fn of_head(&mut self, head: Option<usize>) -> Option<usize> {
        let head = head?;
        let known = self
            .delegations
            .iter()
            .position(|d| d.people.contains(&head));
        known.or_else(|| {
            self.delegations.push(Delegation {
                state: self.facts.state_of(head),
                people: vec![head],
                ..Delegation::default()
            });
            Some(self.delegations.len() - 1)
        })
    }

    /// Adds members to a delegation, by its place, but for those of another state.
    fn join(&mut self, place: usize, members: &[usize]) {
        let facts = self.facts;
        let Some(delegation) = self.delegations.get_mut(place) else {
            return;
        };
        let agrees =
            |a: Option<StateCode>, b: Option<StateCode>| a.is_none() || b.is_none() || a == b;
        for member in members {
            if agrees(facts.state_of(*member), delegation.state)
                && !delegation.people.contains(member)
            {
                delegation.people.push(*member);
            }
        }
    }

    /// Whom the members of a roster accompany that names nobody else: the one named last before the sentence who holds an office
    /// of `heads`, else the first of them who does.
    fn accompanied(&self, roster: &Roster, heads: &[bool]) -> Option<usize> {
        let facts = self.facts;
        let sentence = facts.mentions.words.sentences.get(roster.sentence)?;
        let speaker = |p: &usize| heads.get(*p).copied().unwrap_or(false);
        let named = facts.mentions.people.iter().enumerate().rev();
        let before = named
            .filter(|(_, m)| m.words.start < sentence.words.start)
            .filter_map(|(n, _)| facts.people.of(n))
            .find(speaker);
        before.or_else(|| roster.members.first().copied().filter(speaker))
    }

    /// Of each person whether he or she presides over something, or is the deputy of a speaker.
    fn heads(&self) -> Vec<bool> {
        let mut heads = vec![false; self.facts.people.entities.len()];
        let offices = [Office::Speaker, Office::DeputySpeaker, Office::Chair];
        for role in self
            .facts
            .roles
            .iter()
            .filter(|r| offices.contains(&r.office))
        {
            if let Some(head) = heads.get_mut(role.person) {
                *head = true;
            }
        }
        heads
    }
}
