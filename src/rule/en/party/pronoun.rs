//! Whom pronouns stand for: "B received them", "They called on C", "When he met A, Speaker B said".
//!
//! In comes the place of a pronoun, out come the people that it means. This module never says whom a title means.

use super::{Delegation, Parties};
use crate::lexicon::Class;
use crate::mention::{Item, Kind};

impl Parties<'_, '_, '_> {
    /// "B received them": a pronoun right behind a verb of meeting.
    pub(super) fn is_received(&self, items: &[Item<'_>], at: usize) -> bool {
        let verbs = [Class::Meet, Class::Receive, Class::CallOn];
        let before = at.checked_sub(1).and_then(|b| items.get(b));
        let them = items.get(at).is_some_and(|i| {
            i.is(Class::They) && self.facts.mentions.words.say(&i.words, &["them"])
        });
        them && before.is_some_and(|i| i.is_any(&verbs))
    }

    /// "They met B", "On Friday they called on C", "Their talks with D": a pronoun for several before a verb of meeting or travel.
    pub(super) fn are_travellers(&self, items: &[Item<'_>], at: usize) -> bool {
        let words = &self.facts.mentions.words;
        let they = items.get(at).is_some_and(|i| {
            i.is(Class::They) && words.say(&i.words, &["they"])
                || at == 0 && words.say(&i.words, &["their"])
        });
        let acts = [
            Class::Meet,
            Class::CallOn,
            Class::Travel,
            Class::Visit,
            Class::Receive,
            Class::Attend,
            Class::MeetingNoun,
        ];
        let near = items.get(at + 1..(at + 6).min(items.len()));
        they && near.is_some_and(|n| n.iter().any(|i| i.is_any(&acts)))
    }

    /// Those of whom the sentence before speaks as of several, else the only delegation that travels.
    pub(super) fn travellers(&self) -> Vec<usize> {
        if self.several.len() > 1 {
            let all = |d: &&Delegation| self.several.iter().all(|p| d.people.contains(p));
            let whole = self.delegations.iter().find(all);
            return whole.map_or_else(|| self.several.clone(), |d| d.people.clone());
        }
        let mut sent = self.delegations.iter().filter(|d| d.people.len() > 1);
        match (sent.next(), sent.next()) {
            (Some(only), None) => only.people.clone(),
            _ => Vec::new(),
        }
    }

    /// "When he met A, Speaker B called it": the one named behind the clause for whom a pronoun stands that begins it; a day or a
    /// place may stand between.
    pub(super) fn cataphor(&self, items: &[Item<'_>], at: usize) -> Option<usize> {
        let opens = at == 1 && items.first().is_some_and(|i| i.is(Class::When));
        let meets = items
            .get(at + 1)
            .is_some_and(|i| i.is_any(&[Class::Meet, Class::Receive, Class::CallOn, Class::Phone]));
        let person = |n: usize| items.get(n).and_then(|i| self.facts.people.of(i.person()?));
        let met = (at + 2..items.len()).find(|n| person(*n).is_some())?;
        let comma = items.get(met + 1).is_some_and(|i| i.is_mark(','));
        let passed = |n: &usize| {
            items.get(*n).is_some_and(|i| {
                let when = matches!(i.kind, Kind::Date(_)) || i.is_any(&[Class::On, Class::In]);
                let where_ = i.cities().next().is_some();
                i.office().is_some() || i.is(Class::Article) || i.is_mark(',') || when || where_
            })
        };
        let name = (met + 2..items.len()).find(|n| !passed(n))?;
        // "..., Deputy Speaker B was present": somebody else.
        let there = items
            .get(name + 1)
            .is_some_and(|i| i.is_any(&[Class::Be, Class::Attend]));
        person(name).filter(|_| opens && meets && comma && !there)
    }
}
