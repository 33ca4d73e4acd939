//! The delegations of an article: who leads them and who belongs to them.
//!
//! In come the offices of an article and its sentences, out come groups of people with their state. This module never says
//! which words of a sentence stand for a delegation.

use super::super::facts::{Roster, Target};
use super::{Delegation, Parties};
use crate::lexicon::Class;
use crate::mention::Item;
use crate::ontology::{Office, StateCode};

/// From how many states those of one list are who act for none of these.
const MIXED: usize = 3;

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
            // "led by A (Netherlands)": a delegation of people of several states.
            let several = matches!(role.target, Target::Body(_))
                && facts.is_of_several_states(role.target)
                && facts
                    .people
                    .entities
                    .get(role.person)
                    .is_some_and(|e| e.state.is_some());
            let state = facts
                .state_of(role.person)
                .or(of_target)
                .filter(|_| !several);
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
                    company: false,
                    implied: None,
                }),
            }
        }
        for led in self.led_by_title() {
            let known = |d: &Delegation| led.people.iter().any(|p| d.people.contains(p));
            if !self.delegations.iter().any(known) {
                self.delegations.push(led);
            }
        }
        self.add_members();
    }

    /// "the guests", "the visitor": those of the only delegation, of whom one is who leads it; `before` are the items before the word.
    pub(super) fn guests_of(
        &self,
        only: &Delegation,
        before: &[Item<'_>],
        group: bool,
    ) -> Vec<usize> {
        if group || only.people.len() == 1 {
            return only.people.clone();
        }
        let words = &self.facts.mentions.words;
        let the = before.iter().any(|i| words.say(&i.words, &["the"]));
        let heads = |p: &usize| the && !only.company && self.facts.heads(*p);
        let first = only.people.first().copied();
        first.filter(heads).into_iter().collect()
    }

    /// Everybody in the delegation to which some people belong.
    pub(in crate::rule::en) fn delegation_with(&self, people: &[usize]) -> &[usize] {
        let mut sent = self.delegations.iter();
        let own = sent.find(|d| people.iter().all(|p| d.people.contains(p)));
        own.map_or(&[], |d| d.people.as_slice())
    }

    /// Those whom a sentence or list names as members or companions join the delegation that sent them, else that of the one
    /// whom they accompany, else the one named before.
    fn add_members(&mut self) {
        let facts = self.facts;
        let heads = self.heads();
        for roster in &facts.rosters {
            let place = self
                .of_list(roster.sender)
                .or_else(|| self.of_the_delegation(roster))
                .or_else(|| self.of_head(roster.head, (roster.sentence, true)))
                .or_else(|| self.last_known())
                .or_else(|| self.of_list(facts.sender_in(roster.sentence)))
                .or_else(|| {
                    self.of_head(self.accompanied(roster, &heads), (roster.sentence, false))
                })
                .or_else(|| self.nameless(roster));
            if let Some(place) = place {
                if self.is_mixed(roster)
                    && let Some(delegation) = self.delegations.get_mut(place)
                {
                    delegation.state = None;
                }
                // "It was led by A, who was joined by B": who has companions is of the delegation too.
                let head = roster.head.filter(|h| self.is_sent(place, *h));
                self.join(place, head.as_slice());
                self.join(place, &roster.members);
            }
        }
    }

    /// "The delegation included A of Angola, B of Zambia and C of Namibia": whether those of a list act for several states, as in a delegation of an
    /// assembly, to which states send theirs.
    fn is_mixed(&self, roster: &Roster) -> bool {
        let members = roster.members.iter();
        let mut states: Vec<StateCode> = members.filter_map(|p| self.facts.state_of(*p)).collect();
        states.sort_unstable();
        states.dedup();
        states.len() >= MIXED
    }

    /// The delegation told of last of which somebody is known, else the last one.
    fn last_known(&self) -> Option<usize> {
        let known = self.delegations.iter().rposition(|d| !d.people.is_empty());
        known.or_else(|| self.delegations.len().checked_sub(1))
    }

    /// "Besides A, those in the delegation were B and C": the one that the article has told of last, which somebody leads.
    fn of_the_delegation(&self, roster: &Roster) -> Option<usize> {
        let items = self.facts.mentions.items.get(roster.sentence)?;
        let the = |n: usize| {
            let article = items
                .get(n + 1)
                .is_some_and(|i| self.facts.mentions.words.say(&i.words, &["the"]));
            let inside = items.get(n).is_some_and(|i| i.is(Class::In));
            inside && article && items.get(n + 2).is_some_and(|i| i.is(Class::Delegation))
        };
        let last = self.delegations.len().checked_sub(1)?;
        let led = self.delegations.get(last).is_some_and(|d| !d.company);
        ((0..roster.items.start).any(the) && led).then_some(last)
    }

    /// The delegation whose members a sentence lists under the name of its state, added where it is new: "The Kenyan
    /// delegation is composed of".
    fn of_list(&mut self, sender: Option<StateCode>) -> Option<usize> {
        let state = sender?;
        let known = self.of_state(state);
        known.or_else(|| {
            self.delegations.push(Delegation {
                state: Some(state),
                ..Delegation::default()
            });
            Some(self.delegations.len() - 1)
        })
    }

    /// The delegation of a state, or one sent by a commission, of which all who are known are of that state.
    fn of_state(&mut self, state: StateCode) -> Option<usize> {
        let facts = self.facts;
        let all_of = |d: &Delegation| {
            let mut people = d.people.iter();
            let known = d.state.is_none() && !d.people.is_empty();
            known && people.all(|p| facts.state_of(*p) == Some(state))
        };
        let mut all = self.delegations.iter();
        let known = all.position(|d| d.state == Some(state));
        let known = known.or_else(|| self.delegations.iter().position(all_of))?;
        self.delegations.get_mut(known)?.state = Some(state);
        Some(known)
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

    /// The delegation of somebody who has companions, added where it is new; whether the sentence says itself whom they accompany.
    fn of_head(
        &mut self,
        head: Option<usize>,
        (sentence, roster_head): (usize, bool),
    ) -> Option<usize> {
        let head = head?;
        let state = self.facts.state_of(head);
        let mut all = self.delegations.iter();
        if let Some(known) = all.position(|d| d.people.contains(&head)) {
            return Some(known);
        }
        // "It was led by A and B and made up of C": a second head of the delegation of their state.
        let near = self.facts.mentions.items.get(sentence);
        let sent = |i: &Item<'_>| i.is_any(&[Class::Delegation, Class::It, Class::They]);
        let spoken = near.is_some_and(|n| n.iter().any(sent));
        let same = state.filter(|_| spoken).and_then(|s| self.of_state(s));
        if let Some(delegation) = same.and_then(|n| self.delegations.get_mut(n)) {
            delegation.people.push(head);
        }
        same.or_else(|| {
            self.delegations.push(Delegation {
                state,
                people: vec![head],
                company: !spoken || roster_head,
                ..Delegation::default()
            });
            Some(self.delegations.len() - 1)
        })
    }

    /// Whether somebody acts for the state of a delegation.
    fn is_sent(&self, place: usize, person: usize) -> bool {
        let state = self.delegations.get(place).and_then(|d| d.state);
        state.is_some() && self.facts.state_of(person) == state
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
