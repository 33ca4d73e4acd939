//! Who has sent a delegation, by where it goes: "The Speaker of Ghana pays a visit to Latvia with a delegation. It includes A and B".
//!
//! In comes a sentence about a delegation without its sender, out comes the only state besides the goal of the journey of which the sentences before
//! speak. This module never looks at names.

use super::another::delegation_word;
use super::{Facts, Target};
use crate::lexicon::Class;
use crate::mention::Item;
use crate::ontology::{NodeKind, StateCode};

/// How many sentences before may tell of the journey.
const BEFORE: usize = 3;

/// How many items behind the word for the journey its goal may stand.
const REACH: usize = 6;

impl Facts<'_, '_> {
    /// The state that has sent the delegation, or the company, of which a sentence speaks.
    pub(super) fn sender_by_goal(&self, sentence: usize, items: &[Item<'_>]) -> Option<StateCode> {
        let speaks = delegation_word(items).is_some() || self.membership(sentence, items).is_some();
        let before = sentence.saturating_sub(BEFORE)..sentence;
        let before = self.mentions.items.get(before).filter(|_| speaks)?;
        before.iter().rev().find_map(|told| self.who_goes(told))
    }

    /// "The Speaker of A pays a visit to B": the only state before the word for a journey besides the one to which somebody travels.
    fn who_goes(&self, items: &[Item<'_>]) -> Option<StateCode> {
        let journey = [Class::VisitNoun, Class::Visit, Class::Travel];
        let verbs = (0..items.len()).filter(|n| items.get(*n).is_some_and(|i| i.is_any(&journey)));
        let (verb, goal) = verbs.into_iter().find_map(|verb| {
            let near = items.get(verb..(verb + REACH).min(items.len()))?;
            let goal = near
                .iter()
                .take_while(|i| i.person().is_none() && !i.is_mark(';'))
                .find_map(|i| i.state().or_else(|| self.state_of_city(i)))?;
            Some((verb, goal))
        })?;
        let mut states: Vec<StateCode> = Vec::new();
        // Behind the word for the journey further goals may stand: "a visit to Mongolia and Korea".
        for item in items.get(..verb)? {
            let body = item.body().and_then(|b| self.body_of(b));
            let of_body = body.map_or(&[][..], |b| b.states.as_slice()).iter();
            let office = item.office().and_then(|o| self.mentions.offices.get(o));
            let of_office = office.and_then(|o| super::home::state_of_office(self.mentions, o));
            let own = of_body.copied().chain(of_office).chain(item.state());
            for state in own.filter(|s| *s != goal) {
                if !states.contains(&state) {
                    states.push(state);
                }
            }
        }
        match states.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// "The Committee of the Senate was in Riga on a visit. Nine members made up the delegation": the state of the body that travels in the
    /// sentences before one about the delegation.
    pub(super) fn sender_of_travellers(&self, sentence: usize) -> Option<StateCode> {
        let items = self.mentions.items.get(sentence)?;
        let at = items.iter().position(|i| i.is(Class::Delegation))?;
        let sender = self.senders_before((sentence, at))?;
        let own = || self.home.filter(|h| self.is_own_committee(sender, *h));
        self.state_of_target(sender).or_else(own)
    }

    /// "A visit to Kenya was undertaken by the Budget Committee": whether a body is a committee of which no state is told, in an article from
    /// a state that is none of those to which it travels.
    pub(in crate::rule::en) fn is_own_committee(&self, body: Target, home: StateCode) -> bool {
        let Target::Body(number) = body else {
            return false;
        };
        let Some(entity) = self.bodies.entities.get(number) else {
            return false;
        };
        let free = entity.states.is_empty() && entity.ties.is_empty();
        let of = |i: &Item<'_>| i.body().and_then(|b| self.bodies.of(b)) == Some(number);
        let travels = [Class::Visit, Class::VisitNoun, Class::Travel];
        let mut told = self
            .mentions
            .items
            .iter()
            .filter(|items| items.iter().any(of) && items.iter().any(|i| i.is_any(&travels)));
        entity.kind == NodeKind::Commission
            && free
            && told.all(|items| items.iter().all(|i| self.state_named(i) != Some(home)))
    }
}
