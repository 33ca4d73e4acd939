//! What the sentences that name somebody show of his or her state.
//!
//! In come the sentences of an article, out come signs for a person and a state. This module weighs nothing.

use super::super::facts::Facts;
use super::sign::{Sign, Signs};
use crate::lexicon::Class;
use crate::mention::{Item, Zone};
use crate::ontology::StateCode;

/// How many items a state stands from a name at most that is told right before or behind it.
const NEAR: usize = 3;

/// How many items stand between two names of one list at most.
const LIST: usize = 9;

/// How many sentences the article is read back for the state told last.
const BACK: usize = 8;

/// Words between the two sides of a meeting.
const MEETS: &[Class] = &[
    Class::Meet,
    Class::Receive,
    Class::CallOn,
    Class::MeetingNoun,
    Class::Converse,
    Class::Host,
    Class::Counterpart,
];

/// How many items behind a name the verb stands by which its bearer receives somebody.
const RECEIVES: usize = 10;

/// Words that do not stand between two names of one list.
const PARTS: &[Class] = &[
    Class::Meet,
    Class::Receive,
    Class::CallOn,
    Class::MeetingNoun,
    Class::Say,
    Class::Tell,
    Class::By,
    Class::With,
];

/// A sentence with what it names.
#[derive(Debug, Default)]
struct Told {
    /// The states, each with the place of its item.
    states: Vec<(usize, StateCode)>,
    /// The states of its cities, each with the place of its item.
    cities: Vec<(usize, StateCode)>,
    /// The people, each with the place of the item.
    people: Vec<(usize, usize)>,
    zone: Option<Zone>,
}

/// What the sentences of an article name.
pub(super) struct Places<'f, 'm, 'a> {
    facts: &'f Facts<'m, 'a>,
    told: Vec<Told>,
    /// For each person the sentences and items in which he or she is named, running text first.
    named: Vec<Vec<(usize, usize)>>,
}

impl<'f, 'm, 'a> Places<'f, 'm, 'a> {
    /// Reads what the sentences of an article name.
    pub(super) fn new(facts: &'f Facts<'m, 'a>) -> Self {
        let mut named = vec![Vec::new(); facts.people.entities.len()];
        let mut told = Vec::new();
        for (number, items) in facts.mentions.items.iter().enumerate() {
            let sentence = facts.mentions.words.sentences.get(number);
            let mut new = Told {
                zone: sentence.map(|s| s.zone),
                ..Told::default()
            };
            for (at, item) in items.iter().enumerate() {
                new.states.extend(facts.state_told(item).map(|s| (at, s)));
                new.cities
                    .extend(facts.state_of_city(item).map(|s| (at, s)));
                let person = item.person().and_then(|m| facts.people.of(m));
                new.people.extend(person.map(|p| (at, p)));
                if let Some(places) = person.and_then(|p| named.get_mut(p)) {
                    places.push((number, at));
                }
            }
            told.push(new);
        }
        let mut new = Self { facts, told, named };
        new.running_text_first();
        new
    }

    fn running_text_first(&mut self) {
        let told = &self.told;
        let headline = |(s, _): &(usize, usize)| {
            let zone = told.get(*s).and_then(|t| t.zone);
            zone == Some(Zone::Headline)
        };
        for places in &mut self.named {
            places.sort_by_key(|p| (headline(p), *p));
        }
    }

    /// The states that the article names, in the order of the text.
    pub(super) fn states(&self) -> impl Iterator<Item = StateCode> + '_ {
        self.told.iter().flat_map(|t| t.states.iter().map(|s| s.1))
    }

    /// What the sentences of a person show of a state.
    pub(super) fn signs(&self, person: usize, state: StateCode) -> Signs {
        let Some(places) = self.named.get(person) else {
            return Signs::default();
        };
        let Some((sentence, at)) = places.first().copied() else {
            return Signs::default();
        };
        let later = places.iter().skip(1).any(|(s, _)| self.names(*s, state));
        self.of_sentence(sentence, at, state)
            .or(self.of_cities(sentence, at, state))
            .or(self.of_people(sentence, at, person, state))
            .when(later, Sign::NamedLater)
    }

    fn names(&self, sentence: usize, state: StateCode) -> bool {
        let told = self.told.get(sentence);
        told.is_some_and(|t| t.states.iter().any(|(_, s)| *s == state))
    }

    /// What the first sentence of somebody names beside the name.
    fn of_sentence(&self, sentence: usize, at: usize, state: StateCode) -> Signs {
        let Some(told) = self.told.get(sentence) else {
            return Signs::default();
        };
        let own = self.names(sentence, state);
        let other = told.states.iter().any(|(_, s)| *s != state);
        let before = told.states.iter().rev().find(|(n, _)| *n < at);
        let behind = told.states.iter().find(|(n, _)| *n > at);
        let between = |n: usize| told.people.iter().any(|(p, _)| at < *p && *p < n);
        let behind = behind.filter(|(n, _)| !between(*n));
        let is = |found: Option<&(usize, StateCode)>| found.is_some_and(|(_, s)| *s == state);
        let near = |found: Option<&(usize, StateCode)>| {
            found.is_some_and(|(n, s)| *s == state && n.abs_diff(at) <= NEAR)
        };
        let last = (before.is_none())
            .then(|| self.last_told(sentence))
            .flatten();
        let item = told.zone == Some(Zone::Item);
        Signs::default()
            .when(own, Sign::Named)
            .when(own && !other, Sign::NamedAlone)
            .when(!own && other, Sign::OthersNamed)
            .when(is(before), Sign::LastBefore)
            .when(near(before), Sign::RightBefore)
            .when(is(behind), Sign::NextBehind)
            .when(near(behind), Sign::RightBehind)
            .when(last == Some(state), Sign::LastTold)
            .when(last.is_some_and(|s| s != state), Sign::OtherLastTold)
            .when(item && own, Sign::ItemNames)
            .when(
                item && self.heading(sentence) == Some(state),
                Sign::UnderHeading,
            )
    }

    /// In which cities the person may be.
    fn of_cities(&self, sentence: usize, at: usize, state: StateCode) -> Signs {
        let Some(told) = self.told.get(sentence) else {
            return Signs::default();
        };
        let city = self.city_before(sentence, at);
        let here = city == Some(state);
        let own = told.cities.iter().any(|(n, _)| *n < at);
        Signs::default()
            .when(told.cities.iter().any(|c| c.1 == state), Sign::CityNamed)
            .when(here && own, Sign::CityBefore)
            .when(here && !own, Sign::CityLastTold)
            .when(city.is_some_and(|s| s != state), Sign::OtherCity)
    }

    /// The state of the city that is named last before somebody.
    pub(super) fn city_of(&self, person: usize) -> Option<StateCode> {
        let (sentence, at) = self.named.get(person)?.first()?;
        self.city_before(*sentence, *at)
    }

    /// The state of the city that is named last before an item: in the sentence, or, where that names none, in the ones before.
    fn city_before(&self, sentence: usize, at: usize) -> Option<StateCode> {
        let told = self.told.get(sentence)?;
        if !told.cities.is_empty() {
            let mut cities = told.cities.iter().rev();
            return cities.find(|(n, _)| *n < at).map(|(_, s)| *s);
        }
        let before = self.told.get(sentence.saturating_sub(BACK)..sentence)?;
        let last = |t: &Told| t.cities.last().map(|(_, s)| *s);
        before.iter().rev().find_map(last)
    }

    /// The state that the sentences before one name last.
    fn last_told(&self, sentence: usize) -> Option<StateCode> {
        let from = sentence.saturating_sub(BACK);
        let before = self.told.get(from..sentence)?;
        let last = |t: &Told| t.states.last().map(|(_, s)| *s);
        before.iter().rev().find_map(last)
    }

    /// The state that the line names last under which a list stands.
    fn heading(&self, sentence: usize) -> Option<StateCode> {
        let before = self.told.get(..sentence)?;
        let mut lines = before.iter().rev();
        let line = lines.find(|t| t.zone != Some(Zone::Item))?;
        line.states.last().map(|(_, s)| *s)
    }

    /// Who is named around somebody, and of which states they are.
    fn of_people(&self, sentence: usize, at: usize, person: usize, state: StateCode) -> Signs {
        let Some(told) = self.told.get(sentence) else {
            return Signs::default();
        };
        let of = |p: usize| self.facts.sure_state_of(p);
        let is = |found: Option<StateCode>| found == Some(state);
        let isnt = |found: Option<StateCode>| found.is_some_and(|s| s != state);
        let others = || told.people.iter().filter(|(_, p)| *p != person);
        let subject = others().find(|(n, _)| *n < at);
        let meets = subject.is_some_and(|(n, _)| self.has(sentence, *n, at, MEETS));
        let subject = subject.and_then(|(_, p)| of(*p));
        let before = others().rev().find(|(n, _)| *n < at);
        let behind = others().find(|(n, _)| *n > at);
        let beside = before
            .filter(|(n, _)| self.in_one_list(sentence, *n, at))
            .and_then(|(_, p)| of(*p))
            .or_else(|| {
                let behind = behind.filter(|(n, _)| self.in_one_list(sentence, at, *n));
                behind.and_then(|(_, p)| of(*p))
            });
        let earlier = before
            .is_none()
            .then(|| self.person_before(sentence))
            .flatten();
        Signs::default()
            .when(is(subject) && !meets, Sign::Subject)
            .when(isnt(subject) && !meets, Sign::SubjectOther)
            .when(is(subject) && meets, Sign::SubjectMeets)
            .when(isnt(subject) && meets, Sign::OtherMeets)
            .when(is(beside), Sign::Beside)
            .when(isnt(beside), Sign::BesideOther)
            .when(is(earlier), Sign::PersonBefore)
            .when(isnt(earlier), Sign::OtherBefore)
    }

    /// The state of the one who is named last in the two sentences before one.
    fn person_before(&self, sentence: usize) -> Option<StateCode> {
        let before = self.told.get(sentence.saturating_sub(2)..sentence)?;
        let mut people = before.iter().rev().flat_map(|t| t.people.iter().rev());
        people.find_map(|(_, p)| self.facts.sure_state_of(*p))
    }

    /// Those who stand with somebody in one list.
    pub(super) fn mates(&self, person: usize) -> Vec<usize> {
        let places = self.named.get(person).map(Vec::as_slice);
        let mut found = Vec::new();
        for (sentence, at) in places.unwrap_or_default() {
            let Some(told) = self.told.get(*sentence) else {
                continue;
            };
            let before = told.people.iter().rev().filter(|(n, _)| n < at);
            let behind = told.people.iter().filter(|(n, _)| n > at);
            let mut last = *at;
            for (n, p) in before {
                if !self.in_one_list(*sentence, *n, last) {
                    break;
                }
                last = *n;
                found.push(*p);
            }
            last = *at;
            for (n, p) in behind {
                if !self.in_one_list(*sentence, last, *n) {
                    break;
                }
                last = *n;
                found.push(*p);
            }
        }
        found.retain(|p| *p != person);
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Those who stand in one list with nothing between them but their titles and those who belong to them, two or more each.
    pub(super) fn lists(&self) -> Vec<Vec<usize>> {
        let mut found: Vec<Vec<usize>> = Vec::new();
        for (sentence, told) in self.told.iter().enumerate() {
            let items = self.facts.mentions.items.get(sentence);
            let together = |a: &(usize, usize), b: &(usize, usize)| {
                let between = items.and_then(|i| i.get(a.0 + 1..b.0));
                between.is_some_and(|between| self.are_of_one_list(between))
            };
            // Two may as well be the two sides, "President A and Chairman B at the meeting", where no title is that of both.
            let one_title = |l: &&[(usize, usize)]| {
                let first = l.first().and_then(|(at, _)| at.checked_sub(1));
                let office = first.and_then(|n| items?.get(n)?.office());
                let office = office.and_then(|o| self.facts.mentions.offices.get(o));
                office.is_some_and(|o| o.plural)
            };
            let lists = told.people.chunk_by(together);
            let lists = lists.filter(|l| l.len() > 2 || l.len() == 2 && one_title(l));
            found.extend(lists.map(|l| l.iter().map(|(_, p)| *p).collect()));
        }
        found
    }

    /// "A received a delegation of the state": whether somebody receives those behind whose verb a state is named.
    pub(super) fn receives_people_of(&self, person: usize, state: StateCode) -> bool {
        let places = self
            .named
            .get(person)
            .map(Vec::as_slice)
            .unwrap_or_default();
        places.iter().any(|(sentence, at)| {
            let (Some(told), Some(items)) = (
                self.told.get(*sentence),
                self.facts.mentions.items.get(*sentence),
            ) else {
                return false;
            };
            let end = (at + RECEIVES).min(items.len());
            let Some(verb) = (at + 1..end).find(|n| items.get(*n).is_some_and(is_receiving)) else {
                return false;
            };
            let by = items.get(verb + 1).is_some_and(|i| i.is(Class::By));
            let before = told.states.iter().any(|(n, s)| *n < verb && *s == state);
            let behind = told.states.iter().any(|(n, s)| *n > verb && *s == state);
            !by && !before && behind
        })
    }

    /// Whether a word of some classes stands between two items of a sentence.
    fn has(&self, sentence: usize, from: usize, to: usize, classes: &[Class]) -> bool {
        let items = self.facts.mentions.items.get(sentence);
        let between = items.and_then(|i| i.get(from..to)).unwrap_or_default();
        between.iter().any(|i| i.is_any(classes))
    }

    /// Whether what stands between two names leaves them in one list: commas, "and", titles that tell no state, "and his wife".
    fn are_of_one_list(&self, between: &[Item<'_>]) -> bool {
        let joins = |i: &Item<'_>| i.is(Class::And) || i.is_mark(',');
        let may = |i: &Item<'_>| {
            joins(i)
                || i.is_any(&[Class::His, Class::Kin])
                || i.office().is_some() && self.facts.state_told(i).is_none()
        };
        between.iter().any(joins) && between.iter().all(may)
    }

    /// Whether two names stand side by side in one list.
    fn in_one_list(&self, sentence: usize, from: usize, to: usize) -> bool {
        let items = self.facts.mentions.items.get(sentence);
        let between = items.and_then(|i| i.get(from + 1..to)).unwrap_or_default();
        let joins = |i: &Item<'_>| i.is(Class::And) || i.is_mark(',');
        between.len() <= LIST
            && between.iter().any(joins)
            && !between.iter().any(|i| i.is_any(PARTS) || i.is_mark(';'))
    }
}

/// Whether an item is a verb of receiving, and no participle behind "was".
fn is_receiving(item: &Item<'_>) -> bool {
    item.is_any(&[Class::Receive, Class::Host])
}
