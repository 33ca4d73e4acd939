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
            let place = self
                .of_list(self.facts.sender(items))
                .or_else(|| self.delegations.len().checked_sub(1))
                .or_else(|| self.of_list(self.facts.sender_in(number)))
                .or_else(|| self.of_head(self.accompanied(number, from, &members)));
            if let Some(place) = place {
                self.join(place, &members);
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

    /// A new delegation of somebody who has companions.
    fn of_head(&mut self, head: Option<usize>) -> Option<usize> {
        let head = head?;
        self.delegations.push(Delegation {
            state: self.facts.state_of(head),
            people: vec![head],
            target: None,
        });
        Some(self.delegations.len() - 1)
    }

    /// Where in a sentence its members of a delegation begin to be named: at "comprising" or "accompanied by", else at the
    /// delegation where offices of several are named.
    fn names_members(&self, items: &[Item<'_>]) -> Option<usize> {
        let offices = &self.facts.mentions.offices;
        let several = |i: &Item<'_>| matches!(i.kind, Kind::Office(o) if offices.get(o).is_some_and(|m| m.plural));
        let sent = items
            .iter()
            .any(|i| i.is_any(&[Class::Delegation, Class::It]));
        let verb = |n: &usize| {
            items.get(*n).is_some_and(|i| {
                // "was accompanied in the conversation by": to a meeting, not on a journey.
                let to_meeting = (n + 1..n + 5).any(|m| {
                    items
                        .get(m)
                        .is_some_and(|i| i.is_any(&[Class::MeetingNoun, Class::CallNoun]))
                });
                i.lists_company(items.get(n + 1))
                    && !to_meeting
                    && (i.is(Class::Accompany) || sent || i.words.len() > 1 || *n == 0)
            })
        };
        (0..items.len()).find(verb).or_else(|| {
            let place = items.iter().position(|i| i.is(Class::Delegation))?;
            // "In the delegation are A and B", "the delegation, among them A and B".
            let free = (place + 1..items.len())
                .take_while(|n| items.get(*n).is_some_and(|i| i.person().is_none()))
                .count();
            let names = (place + 1..(place + 2 + free.min(12)).min(items.len())).find(|n| {
                items.get(*n).is_some_and(|i| {
                    let text = self.facts.mentions.words.text_of(&i.words).to_lowercase();
                    ["among them", "including", "namely"].contains(&text.as_str())
                        || i.is(Class::Be)
                            && items.get(n + 1).is_some_and(|b| {
                                b.person().is_some()
                                    || b.office().is_some()
                                    || b.honorific().is_some()
                            })
                })
            });
            let near = items
                .get(place..(place + 8).min(items.len()))
                .unwrap_or_default();
            let attends = items.iter().any(|i| i.is(Class::Attend));
            names.or_else(|| (near.iter().any(several) && !attends).then_some(place))
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

    /// Whom the members of a list that begins at an item accompany: the one named last before the list in its sentence, the
    /// first of them where the sentence names the one accompanied first, else the person named last before the sentence.
    fn accompanied(&self, sentence: usize, from: usize, members: &[usize]) -> Option<usize> {
        let facts = self.facts;
        let items = facts.mentions.items.get(sentence)?.get(..from)?;
        let before = items
            .iter()
            .rev()
            .find_map(|i| facts.people.of(i.person()?));
        if before.is_some() {
            return before;
        }
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
