//! Whom words without a name stand for: "the Speaker", "the two chairmen", "the delegation", "he", "it".
//!
//! In comes a stretch of items, out come the people that it means. This module never guesses between several that fit.

use std::ops::Range;

use super::super::facts::BARE;
use super::holders::same_rank;
use super::{Delegation, MEANS, Parties};
use crate::lexicon::Class;
use crate::mention::{Item, Kind, OfficeMention};
use crate::ontology::{Office, StateCode};

impl Parties<'_, '_, '_> {
    /// The people of a stretch, and whether it is a delegation as a whole: those whom it names, else those whom its first
    /// item means.
    pub(super) fn people_of(&self, items: &[Item<'_>], range: Range<usize>) -> (Vec<usize>, bool) {
        let mut people = Vec::new();
        let part = items.get(range.clone()).unwrap_or_default();
        for item in part {
            if let Kind::Person(mention) = item.kind
                && let Some(person) = self.facts.people.of(mention)
                && !people.contains(&person)
            {
                people.push(person);
            }
        }
        let Some(first) = part.first().filter(|_| people.is_empty()) else {
            return (people, false);
        };
        // All other words mean nobody whom they do not name.
        let may = matches!(first.kind, Kind::Office(_)) || first.is_any(MEANS);
        if !may && range.start > 0 || self.is_of_others(items, range.start) {
            return (people, false);
        }
        if let Kind::Office(office) = first.kind {
            let mention = self.facts.mentions.offices.get(office);
            let leads = mention.and_then(|m| self.leads_by_title(items, range.start, m));
            leads.map_or_else(|| self.by_title(office), |person| (vec![person], false))
        } else if first.is(Class::Delegation) {
            // "Members of the delegation A and B made speeches": they alone.
            let apposed = self.facts.is_of_members(items, range.start)
                && items
                    .get(range.end)
                    .is_some_and(|i| i.person().is_some() || i.office().is_some());
            if apposed {
                return (people, false);
            }
            (self.by_delegation(items, range.start), true)
        } else if first.is(Class::He) {
            let named_behind = self.cataphor(items, range.start);
            let spoken_of = || self.spoken_of(first);
            (named_behind.or_else(spoken_of).into_iter().collect(), false)
        } else if first.is_any(&[Class::Guest, Class::Host]) && !apposition(items, range.start) {
            (
                self.by_side(first, items, range.start),
                first.is(Class::Guest),
            )
        } else if let Some(person) = self.by_trade(items, range.start) {
            (vec![person], false)
        } else if self.is_group(items, range.start) {
            (self.by_delegation(items, range.start), true)
        } else if first.is(Class::It) {
            (self.group.clone(), true)
        } else if self.is_received(items, range.start) {
            (self.several.clone(), false)
        } else if self.are_travellers(items, range.start) {
            (self.travellers(), true)
        } else {
            (people, false)
        }
    }

    /// "the group", "the lawmakers": other words for a delegation, with an article before and no name behind.
    fn is_group(&self, items: &[Item<'_>], at: usize) -> bool {
        let Some(item) = items.get(at).filter(|_| !self.delegations.is_empty()) else {
            return false;
        };
        // "the visiting group".
        let first = (0..at)
            .rev()
            .find(|b| !items.get(*b).is_some_and(|i| i.is(Class::Current)));
        let article = first.and_then(|b| items.get(b)).is_some_and(|b| {
            b.is(Class::Article)
                && self
                    .facts
                    .mentions
                    .words
                    .text_of(&b.words)
                    .eq_ignore_ascii_case("the")
        });
        let of = items.get(at + 1).is_some_and(|i| i.is(Class::Of));
        item.is(Class::Company) && article && !of
    }

    /// "the guest", "his host": the delegation from abroad, else the last of those from abroad who hold an office; the last
    /// of those from here.
    fn by_side(&self, word: &Item<'_>, items: &[Item<'_>], at: usize) -> Vec<usize> {
        let guest = word.is(Class::Guest);
        let definite = items.get(at.saturating_sub(3)..at).unwrap_or_default();
        let Some(home) = self.facts.home.filter(|_| {
            definite
                .iter()
                .any(|i| i.is_any(&[Class::Article, Class::His]))
        }) else {
            return Vec::new();
        };
        let group = guest
            && self
                .facts
                .mentions
                .words
                .text_of(&word.words)
                .ends_with('s');
        if let (true, [only]) = (guest, self.delegations.as_slice()) {
            let people = self.guests_of(only, definite, group);
            if !people.is_empty() {
                return people;
            }
        }
        let mut sent = self
            .delegations
            .iter()
            .filter(|d| d.state.is_some_and(|s| s != home));
        if let (true, Some(only), None) = (group, sent.next(), sent.next()) {
            return only.people.clone();
        }
        let of_side = |p: &usize| {
            let state = self.facts.state_of(*p);
            let holds = self.facts.roles.iter().any(|r| r.person == *p && !r.former);
            holds && state.is_some_and(|s| (s == home) != guest)
        };
        let people = (0..self.facts.people.entities.len()).filter(of_side);
        // "praised the King ... told his host": who is told in full goes before whom the context alone makes one of the side.
        let in_full = |p: usize| {
            let mut roles = self.facts.roles.iter();
            roles.any(|r| r.person == p && !r.former && r.confidence > BARE)
        };
        let named =
            people.filter_map(|p| Some((in_full(p), self.last_named(p, word.words.start)?, p)));
        named.max().map(|(_, _, p)| p).into_iter().collect()
    }

    /// The people whom an office mention without a name means: one who holds it, two who hold it, else a delegation.
    fn by_title(&self, office: usize) -> (Vec<usize>, bool) {
        let Some(mention) = self.facts.mentions.offices.get(office) else {
            return (Vec::new(), true);
        };
        if let Some(person) = self.by_one(mention) {
            return (vec![person], false);
        }
        let several = self.by_several(mention);
        if several.is_empty() {
            (self.by_members(mention), true)
        } else {
            (several, false)
        }
    }

    /// The offices that the title of a mention can stand for.
    pub(super) fn classes(&self, mention: &OfficeMention) -> Vec<Office> {
        let titles = mention.titles(&self.facts.mentions.words);
        titles.iter().filter_map(|t| t.office).collect()
    }

    /// The person whom an office without a name means: of those who hold it, the one named last before it.
    pub(super) fn by_office(&self, mention: &OfficeMention) -> Option<usize> {
        if mention.foreign || mention.plural || mention.former || self.is_spoken_to(mention) {
            return None;
        }
        let definite =
            mention.definite || mention.possessive || !mention.bare() || mention.words.len() == 1;
        let holders = self.holders(mention);
        // "the Chairperson", beside two who are called Speaker: whoever is called so.
        let words = &self.facts.mentions.words;
        let title = words.small(&mention.title);
        let called = |p: &usize| {
            let mut roles = self
                .facts
                .roles
                .iter()
                .filter(|r| r.person == *p && !r.former);
            roles.any(|r| words.small(&r.title) == title)
        };
        let named: Vec<usize> = holders.iter().copied().filter(called).collect();
        let candidates = if named.is_empty() { holders } else { named };
        let last_named = |p: &usize| self.last_named(*p, mention.words.start);
        if let Some(topic) = self.goes_on(mention, &candidates).filter(|_| definite) {
            return Some(topic);
        }
        candidates
            .iter()
            .copied()
            .filter(|_| definite)
            .max_by_key(last_named)
            .filter(|p| last_named(p).is_some() || candidates.len() == 1)
    }

    /// The first word of the last mention of a person that begins before a word.
    pub(super) fn last_named(&self, person: usize, before: usize) -> Option<usize> {
        let entity = self.facts.people.entities.get(person)?;
        let mentions = entity.mentions.iter();
        mentions
            .filter_map(|m| self.facts.mentions.people.get(*m))
            .map(|m| m.words.start)
            .filter(|w| *w < before)
            .max()
    }

    /// "the two Speakers", "the Speakers of the three parliaments": those who hold the office, where they are as many.
    pub(super) fn by_offices(&self, mention: &OfficeMention) -> Vec<usize> {
        if !(mention.plural && mention.definite && mention.bare()) || mention.foreign {
            return Vec::new();
        }
        let facts = self.facts;
        let mut wanted = self.classes(mention);
        wanted.retain(|o| *o != Office::Member);
        let holders = |same: &dyn Fn(Office) -> bool| -> Vec<usize> {
            let holds = |p: &usize| {
                let mut roles = facts.roles.iter().filter(|r| r.person == *p && !r.former);
                roles.any(|r| same(r.office)) && self.last_named(*p, mention.words.start).is_some()
            };
            (0..facts.people.entities.len()).filter(holds).collect()
        };
        let found = holders(&|o| wanted.iter().any(|w| same_rank(*w, o)));
        // "the Speakers of the three parliaments".
        let words = &facts.mentions.words;
        // "The two Speakers" may have its number in an item of its own.
        let first = mention.words.start.saturating_sub(1);
        let number = (first..mention.words.end).find_map(|w| words.number(w));
        let count = number.map_or(2, usize::from);
        if found.len() == count {
            return found;
        }
        // "the two Presidents", of two houses, beside whom the chairs of committees are told: all of them are called so, and no president of
        // a state is.
        let presiding = holders(&|o| o == Office::Speaker);
        let of_states = !holders(&|o| o == Office::HeadOfState).is_empty();
        let called = presiding.iter().all(|p| self.is_called(*p, mention));
        if called && !of_states && presiding.len() == count {
            return presiding;
        }
        let own = self.of_one_state(&presiding, count);
        own.filter(|_| number.is_some()).unwrap_or_default()
    }

    /// "The two Speakers", of two houses, beside guests who are Speakers too: the only ones of one state who are as many.
    fn of_one_state(&self, holders: &[usize], count: usize) -> Option<Vec<usize>> {
        let of = |state: Option<StateCode>| -> Vec<usize> {
            let own = holders.iter().copied();
            own.filter(|p| self.facts.state_of(*p) == state).collect()
        };
        let mut states: Vec<StateCode> = holders
            .iter()
            .filter_map(|p| self.facts.state_of(*p))
            .collect();
        states.sort_unstable();
        states.dedup();
        let mut fit = states.into_iter().map(|s| of(Some(s)));
        let mut fit = fit.by_ref().filter(|own| own.len() == count);
        let first = fit.next()?;
        fit.next().is_none().then_some(first)
    }

    /// Whether somebody presides over a house by a title of which the plural is that of a mention: "President", "the two Presidents".
    fn is_called(&self, person: usize, mention: &OfficeMention) -> bool {
        let words = &self.facts.mentions.words;
        let several = words.small(&mention.title);
        let mut roles = self.facts.roles.iter();
        roles.any(|r| {
            let own = r.person == person && r.office == Office::Speaker;
            own && several == format!("{}s", words.small(&r.title))
        })
    }

    /// "New Zealand MPs": members of parliament of a state that has sent a delegation are the delegation.
    fn by_members(&self, mention: &OfficeMention) -> Vec<usize> {
        let member = mention.can_be(&self.facts.mentions.words, Office::Member);
        // "members of the Parliament of Samoa": of Samoa, where that is abroad.
        let house = || {
            let mut bodies = mention.bodies.iter().filter_map(|b| self.facts.body_of(*b));
            let state = bodies.find_map(|b| b.states.first().copied());
            state.filter(|s| Some(*s) != self.facts.home)
        };
        let state = mention.states.first().copied().or_else(house);
        let mut delegations = self.delegations.iter();
        let own = delegations.find(|d| state.is_some() && d.state == state);
        // "the Members": those of the only delegation.
        let only = match self.delegations.as_slice() {
            [only] if state.is_none() && mention.bare() => Some(only),
            _ => None,
        };
        match own.or(only) {
            Some(delegation) if member && mention.plural && !mention.foreign => {
                delegation.people.clone()
            }
            _ => Vec::new(),
        }
    }

    /// "the Russian delegation", "the delegation of the Senate": the delegation of the state named at its word; without
    /// one, the only delegation of the article.
    fn by_delegation(&self, items: &[Item<'_>], at: usize) -> Vec<usize> {
        let behind = items
            .get(at + 1..(at + 5).min(items.len()))
            .unwrap_or_default();
        let state = |i: &Item<'_>| self.facts.state_named(i);
        let named = self.named_before(items, at);
        if named.is_none() && self.is_of_unknown(items, at) {
            return Vec::new();
        }
        // "welcomed the delegation to Kenya", "between the delegation and Minister A of Kenya": not whose it is.
        let apart = [
            Class::To,
            Class::In,
            Class::And,
            Class::By,
            Class::With,
            Class::Be,
            Class::Have,
            Class::Meet,
            Class::Visit,
            Class::Travel,
            Class::LedBy,
        ];
        let behind = behind
            .iter()
            .take_while(|i| !i.is_any(&apart) && !i.is_mark(','));
        let wanted = named.or_else(|| behind.into_iter().find_map(state));
        let delegations = self.delegations.iter();
        // The only delegation, of which nothing is said but that it is the article's own.
        let only = self.delegations.len() == 1 && wanted == self.facts.home;
        let of = |d: &Delegation| d.state == wanted || only && d.state.is_none();
        let fits = |d: &&Delegation| (wanted.is_none() || of(d)) && self.can_mean(d, items, at);
        let all: Vec<&Delegation> = delegations.filter(fits).collect();
        // Somebody with companions is less of a delegation than one that the article calls so.
        let sent: Vec<&Delegation> = all.iter().copied().filter(|d| !d.company).collect();
        match (all.as_slice(), sent.as_slice()) {
            ([only], _) | (_, [only]) => only.people.clone(),
            _ => Vec::new(),
        }
    }
}

/// Whether a name or an office stands right behind a word: "his guest, A", "the visitor Speaker A".
fn apposition(items: &[Item<'_>], at: usize) -> bool {
    let named = |i: &Item<'_>| i.person().is_some() || i.office().is_some();
    items.get(at + 1).is_some_and(named)
        || items.get(at + 1).is_some_and(|i| i.is_mark(',')) && items.get(at + 2).is_some_and(named)
}
