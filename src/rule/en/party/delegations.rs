//! The delegations of an article: who leads them and who belongs to them.
//!
//! In come the offices of an article and its sentences, out come groups of people with their state. This module never says
//! which words of a sentence stand for a delegation.

use super::{Delegation, Parties};
use crate::lexicon::Class;
use crate::mention::{Item, Kind, Zone};
use crate::ontology::{Office, StateCode};

use super::super::facts::Target;

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
                }),
            }
        }
        self.add_members();
    }

    /// Those whom a sentence or list lists as members or companions join the delegation named before.
    fn add_members(&mut self) {
        let facts = self.facts;
        let sentences = &facts.mentions.words.sentences;
        let mut open_list = false;
        for (number, items) in facts.mentions.items.iter().enumerate() {
            let zone = sentences.get(number).map(|s| s.zone);
            let names = self.names_members(items);
            let listed = open_list && zone == Some(Zone::Item);
            if !listed {
                open_list = names.is_some() && items.last().is_some_and(|i| i.is_mark(':'));
            }
            let from = match names {
                Some(at) => at,
                None if listed => 0,
                None => continue,
            };
            let behind = items.get(from..).unwrap_or_default().iter();
            let members: Vec<usize> = behind
                .filter_map(|i| match i.kind {
                    Kind::Person(p) => facts.people.of(p),
                    Kind::Plain(_)
                    | Kind::Mark(_)
                    | Kind::Date(_)
                    | Kind::Body(_)
                    | Kind::Office(_) => None,
                })
                .collect();
            if self.delegations.is_empty()
                && let Some(head) = self.accompanied(number, &members)
            {
                self.delegations.push(Delegation {
                    state: facts.state_of(head),
                    people: vec![head],
                    target: None,
                });
            }
            self.join_last(&members);
        }
    }

    /// Where in a sentence its members of a delegation begin to be named: at "comprising" or "accompanied by", else at the
    /// delegation where offices of several are named.
    fn names_members(&self, items: &[Item<'_>]) -> Option<usize> {
        let offices = &self.facts.mentions.offices;
        let several = |i: &Item<'_>| matches!(i.kind, Kind::Office(o) if offices.get(o).is_some_and(|m| m.plural));
        let sent = items
            .iter()
            .any(|i| i.is_any(&[Class::Delegation, Class::It]));
        let verb = |i: &Item<'_>| {
            i.is(Class::Accompany) || i.is(Class::Comprise) && (sent || i.words.len() > 1)
        };
        items.iter().position(verb).or_else(|| {
            let place = items.iter().position(|i| i.is(Class::Delegation));
            place.filter(|_| items.iter().any(several))
        })
    }

    /// Adds members to the delegation that was found last, but for those of another state.
    fn join_last(&mut self, members: &[usize]) {
        let facts = self.facts;
        let Some(delegation) = self.delegations.last_mut() else {
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

    /// Whom the members of a list accompany: the first of them where the sentence names the one accompanied first, else
    /// the person named last before it.
    fn accompanied(&self, sentence: usize, members: &[usize]) -> Option<usize> {
        let facts = self.facts;
        let sentence = facts.mentions.words.sentences.get(sentence)?;
        let heads = [Office::Speaker, Office::DeputySpeaker, Office::Chair];
        let speaker = |p: &usize| {
            let mut roles = facts.roles.iter();
            roles.any(|r| r.person == *p && heads.contains(&r.office))
        };
        let inside = members.first().copied().filter(speaker);
        inside.or_else(|| {
            let named = facts.mentions.people.iter().enumerate().rev();
            named
                .filter(|(_, m)| m.words.start < sentence.words.start)
                .filter_map(|(n, _)| facts.people.of(n))
                .find(speaker)
        })
    }
}
