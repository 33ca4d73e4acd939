//! "the Shura Council delegation, headed by the Speaker": who leads a delegation of whom only the office is told.
//!
//! In comes the place of an office without a name, out comes the one of its holders who is of the house or state that sends the delegation
//! before it. This module never says who holds an office.

use super::super::facts::Target;
use super::{Delegation, Parties};
use crate::lexicon::Class;
use crate::mention::{Item, OfficeMention};
use crate::ontology::Office;

/// How many items may stand between a delegation and the office of who leads it: a comma, "headed by", a form of address, an article.
const REACH: usize = 6;

impl Parties<'_, '_, '_> {
    /// The delegations of whose leaders the article tells only the office, each with him or her, where it names nobody else at its head.
    pub(super) fn led_by_title(&self) -> Vec<Delegation> {
        let facts = self.facts;
        let all = facts.mentions.items.iter();
        let offices = all.flat_map(|items| {
            let told = items.iter().enumerate();
            told.filter_map(move |(at, item)| Some((items, at, item.office()?)))
        });
        let mut found: Vec<Delegation> = Vec::new();
        for (items, at, office) in offices {
            let mention = facts.mentions.offices.get(office);
            let Some(person) = mention.and_then(|m| self.leads_by_title(items, at, m)) else {
                continue;
            };
            let state = facts.state_of(person);
            let heads = |p: usize| facts.state_of(p) == state && facts.heads(p);
            let headed = facts.roles.iter().any(|r| {
                r.office == Office::HeadOfDelegation && r.person != person && heads(r.person)
            });
            let new = !found.iter().any(|d| d.people.contains(&person));
            if state.is_some() && !headed && new {
                found.push(Delegation {
                    state,
                    people: vec![person],
                    ..Delegation::default()
                });
            }
        }
        found
    }

    /// Of several holders of an office the only one of the house or state whose delegation an office at an item leads.
    pub(super) fn leads_by_title(
        &self,
        items: &[Item<'_>],
        at: usize,
        mention: &OfficeMention,
    ) -> Option<usize> {
        let led = (at.saturating_sub(REACH)..at)
            .rev()
            .find(|n| items.get(*n).is_some_and(|i| i.is(Class::LedBy)))?;
        let sent = (led.saturating_sub(2)..led)
            .rev()
            .find(|n| items.get(*n).is_some_and(|i| i.is(Class::Delegation)))?;
        let owner = items.get(sent.checked_sub(1)?)?;
        let house = owner.body().and_then(|b| self.facts.bodies.of(b));
        let state = owner.state();
        let of_owner = |person: &usize| {
            let mut roles = self.facts.roles.iter();
            let sits = house.is_some_and(|h| {
                roles.any(|r| r.person == *person && r.target == Target::Body(h) && !r.former)
            });
            sits || state.is_some() && self.facts.state_of(*person) == state
        };
        let mut holders = self.holders(mention).into_iter().filter(of_owner);
        let only = holders.next();
        only.filter(|_| holders.next().is_none())
    }
}
