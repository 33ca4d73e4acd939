//! For whom people act by the words around their names: the label of a list item, "from", a side, a counterpart.
//!
//! In come the mentions of an article, out come states of people of whom none is known. This module never overrules a state that an
//! office gives.

use super::super::holding::Held;
use super::super::holding::are_of_several;
use super::roster::MEETS;
use super::{Facts, is_chamber};
use crate::lexicon::Class;
use crate::mention::{Item, Zone};
use crate::ontology::StateCode;

/// What a delegation does, with whoever stands behind it.
const DOES: &[Class] = &[
    Class::Meet,
    Class::Receive,
    Class::CallOn,
    Class::Converse,
    Class::Discuss,
    Class::Hold,
    Class::Visit,
    Class::Travel,
    Class::Attend,
    Class::Agency,
    Class::Have,
    Class::Delegation,
];

impl Facts<'_, '_> {
    /// "3) Angola: A, Member of the National Assembly": the state that labels an item of a list is that of its people.
    pub(super) fn spread_labels(&mut self) {
        let zones = self.mentions.words.sentences.iter().map(|s| s.zone);
        let items: Vec<&[Item<'_>]> = self.mentions.items.iter().map(Vec::as_slice).collect();
        let labelled: Vec<(usize, StateCode)> = zones
            .zip(&items)
            .enumerate()
            .filter(|(_, (zone, _))| *zone == Zone::Item)
            .filter_map(|(n, (_, items))| Some((n, label(items).or_else(|| self.house_in(items))?)))
            .collect();
        for (sentence, state) in labelled {
            if let Some(items) = self.mentions.items.get(sentence) {
                self.give(items, 0, state);
            }
        }
    }

    /// "A, Chairman, Committee on Trade, Senate of Kenya": the state of the only house that an item about one person names.
    fn house_in(&self, items: &[Item<'_>]) -> Option<StateCode> {
        let one = items.iter().filter(|i| i.person().is_some()).count() == 1;
        let of_house = |i: &Item<'_>| {
            let body = self.body_of(i.body()?).filter(|b| is_chamber(b))?;
            body.states.first().copied()
        };
        let mut states = items.iter().filter_map(of_house);
        let first = states.next().filter(|_| one)?;
        states.all(|state| state == first).then_some(first)
    }

    /// "A from the Seimas of Lithuania, B, MP from Latvia": what stands right behind a name, or behind an office of its bearer that names no
    /// house, tells for whom its bearer acts.
    pub(super) fn spread_origins(&mut self) {
        let mut found: Vec<(usize, StateCode)> = Vec::new();
        for items in &self.mentions.items {
            for (at, item) in items.iter().enumerate() {
                let person = item.person().and_then(|m| self.people.of(m));
                let state = person.and_then(|_| self.origin_behind(items, at + 1));
                found.extend(person.zip(state));
            }
        }
        for (person, state) in found {
            let own = self.state_in_office(person);
            if let Some(place) = self.states.get_mut(person).filter(|_| own.is_none()) {
                *place = place.or(Some(state));
            }
        }
    }

    /// The state of which a name in front of an item is told to be: "from Latvia", ", MP, from Latvia,".
    fn origin_behind(&self, items: &[Item<'_>], behind: usize) -> Option<StateCode> {
        let bare = |i: &Item<'_>| {
            let office = i.office().and_then(|o| self.mentions.offices.get(o));
            office.is_some_and(|o| o.bodies.is_empty() && o.states.is_empty())
        };
        let rest = items.get(behind..)?;
        let between = rest
            .iter()
            .take_while(|i| i.is_mark(',') || bare(i))
            .count();
        let from = rest.get(between).is_some_and(|i| i.is(Class::From));
        let article = rest.get(between + 1).is_some_and(|i| i.is(Class::Article));
        let at = between + 1 + usize::from(article);
        let state = rest
            .get(at)
            .filter(|_| from)
            .and_then(|i| self.state_named(i))?;
        // "A, from Latvia to Estonia": a journey, where more than the name stands before it.
        let closed = rest.get(at + 1).is_none_or(|i| {
            let mark = [',', ';', '.', ')'].iter().any(|m| i.is_mark(*m));
            let text = self.mentions.words.text_of(&i.words);
            mark || i.is(Class::And) || text == "for"
        });
        (between == 0 || closed).then_some(state)
    }

    /// "his American counterpart, Speaker A": the state of a counterpart is that of the name close behind.
    pub(super) fn spread_counterparts(&mut self) {
        let mut found: Vec<(usize, StateCode)> = Vec::new();
        for items in &self.mentions.items {
            for (at, item) in items.iter().enumerate() {
                let office = item.office().and_then(|o| self.mentions.offices.get(o));
                let state = office
                    .filter(|o| o.counterpart)
                    .and_then(|o| o.states.first());
                let behind = items
                    .get(at + 1..(at + 5).min(items.len()))
                    .unwrap_or_default();
                let name = behind.iter().find_map(|i| self.people.of(i.person()?));
                found.extend(name.zip(state.copied()));
            }
        }
        found.extend(self.counterparts_from());
        for (person, state) in found {
            if let Some(place) = self.states.get_mut(person) {
                *place = place.or(Some(state));
            }
        }
    }

    /// "his counterparts from Estonia and Lithuania, A and B": each with the state of the same place in its row.
    fn counterparts_from(&self) -> Vec<(usize, StateCode)> {
        let mut found = Vec::new();
        for items in &self.mentions.items {
            for (at, item) in items.iter().enumerate() {
                let office = item.office().and_then(|o| self.mentions.offices.get(o));
                let from = items.get(at + 1).is_some_and(|i| i.is(Class::From));
                if !office.is_some_and(|o| o.counterpart) || !from {
                    continue;
                }
                let row = items.get(at + 2..).unwrap_or_default();
                let joins =
                    |i: &&Item<'_>| i.is_mark(',') || i.is_any(&[Class::And, Class::Article]);
                let states: Vec<StateCode> = row
                    .iter()
                    .take_while(|i| joins(i) || i.state().is_some())
                    .filter_map(Item::state)
                    .collect();
                let people: Vec<usize> = row
                    .iter()
                    .skip_while(|i| joins(i) || i.state().is_some())
                    .take_while(|i| joins(i) || i.person().is_some())
                    .filter_map(|i| self.people.of(i.person()?))
                    .collect();
                if states.len() == people.len() {
                    found.extend(people.into_iter().zip(states));
                }
            }
        }
        found
    }

    /// "A, Leader of the Opposition in the Senate of B": an office that we do not tell shows all the same for whom its holder acts.
    pub(super) fn spread_others(&mut self) {
        let words = &self.mentions.words;
        let holders: Vec<(usize, StateCode)> = self
            .holdings
            .iter()
            .filter_map(|h| match h.held {
                Held::Office { mention, .. } => {
                    let office = self.mentions.offices.get(mention)?;
                    let titles = office.titles(words);
                    // "the Speaker of Oman": of a house that nobody names.
                    let told = office.bodies.is_empty() && !office.plural && !office.former;
                    if let ([state], true) = (office.states.as_slice(), told) {
                        return Some((self.people.of(h.person)?, *state));
                    }
                    let other = !titles.is_empty() && titles.iter().all(|t| t.office.is_none());
                    let house = office.bodies.first().filter(|_| other && !office.former)?;
                    let body = self.body_of(*house).filter(|b| is_chamber(b))?;
                    Some((self.people.of(h.person)?, *body.states.first()?))
                }
                _ => None,
            })
            .collect();
        for (person, state) in holders {
            if let Some(place) = self.states.get_mut(person) {
                *place = place.or(Some(state));
            }
        }
    }

    /// "On the Slovenian side, the meeting was attended by A and B": those named there act for that state.
    pub(super) fn spread_sides(&mut self) {
        self.spread_listed_sides();
        for sentence in 0..self.mentions.items.len() {
            let Some(items) = self.mentions.items.get(sentence) else {
                continue;
            };
            // "on the Kyrgyz side A and B; on the Turkish side, C": each side up to the next one.
            if let Some((at, state)) = attending_for(items) {
                // "for Ukraine," behind a semicolon: those of another.
                let end = items.iter().position(|i| i.is_mark(';'));
                let own = items.get(..end.unwrap_or(items.len()));
                self.give(own.unwrap_or_default(), at, state);
            }
            let mut from = 0;
            while let Some((at, state)) = self.side(items, from) {
                // "attended by A and B on the Azerbaijani side, and by C on the Turkish side": each side behind its people.
                if let Some(start) = behind_names(items, from, at) {
                    self.give(items.get(..at).unwrap_or_default(), start, state);
                    from = at;
                    continue;
                }
                let end = self.side(items, at).map_or(items.len(), |(next, _)| next);
                let end = end.min(self.behind_leaders(items, at, state));
                self.give(items.get(..end).unwrap_or_default(), at, state);
                from = at;
            }
        }
    }

    /// "On the Slovenian side, the meeting was attended by", "from the side of the Council it was attended by": where the words for the
    /// first side from a place on end, and its state.
    fn side(&self, items: &[Item<'_>], from: usize) -> Option<(usize, StateCode)> {
        let side = |i: &Item<'_>| i.is_any(&[Class::Sides, Class::Delegation]);
        let side = |n: &usize| items.get(*n).is_some_and(side) || self.is_other(items, *n);
        let at = (from.max(1)..items.len()).find(side)?;
        let sent = items.get(at).is_some_and(|i| !i.is(Class::Sides));
        let before = at.checked_sub(1).and_then(|b| items.get(b));
        let own = before.and_then(Item::state);
        let of = items.get(at + 1).is_some_and(|i| i.is(Class::Of));
        let article = usize::from(items.get(at + 2).is_some_and(|i| i.is(Class::Article)));
        let owner = items.get(at + 2 + article).filter(|_| of && own.is_none());
        let owner = owner.and_then(|i| self.state_named(i));
        let start = if own.is_some() { at - 1 } else { at };
        let mut before = items.get(..start)?.iter().rev();
        let opens = before
            .by_ref()
            .take(2)
            .any(|i| i.is_any(&[Class::On, Class::From, Class::Preposition]) || self.is_on(i));
        let end = if own.is_some() {
            at + 1
        } else {
            at + 3 + article
        };
        let several = are_of_several(&self.mentions.words, items, at);
        let led = self.is_led(items, end) && !several;
        match own.or(owner).filter(|_| opens && !sent || led) {
            Some(state) => Some((end, state)),
            None => self.side(items, at + 1),
        }
    }

    /// "the Kenyan delegation was led by A, and the Ghanaian one by B", "and that of Ghana by B": whether an item stands for another side.
    fn is_other(&self, items: &[Item<'_>], at: usize) -> bool {
        let words = &self.mentions.words;
        let says = |w: &str| items.get(at).is_some_and(|i| words.say(&i.words, &[w]));
        let is = |n: usize, class: Class| items.get(n).is_some_and(|i| i.is(class));
        let state = |n: usize| items.get(n).is_some_and(|i| i.state().is_some());
        let one = says("one") && at > 0 && state(at - 1) && is(at + 1, Class::By);
        let that = says("that") && is(at + 1, Class::Of) && state(at + 2);
        one || that && is(at + 3, Class::By)
    }

    /// "The Chilean side was headed by A; the Argentine side by B": whether those who lead or make up a side stand behind the place.
    fn is_led(&self, items: &[Item<'_>], behind: usize) -> bool {
        let leads = |i: &Item<'_>| self.opens_leaders(i);
        let near = items.get(behind..(behind + 4).min(items.len()));
        let mut near = near.unwrap_or_default().iter();
        let own = near
            .by_ref()
            .take_while(|i| i.person().is_none() && !i.is_mark(','))
            .any(leads);
        let by = items.get(behind).is_some_and(|i| i.is(Class::By));
        own || by && items.get(..behind).is_some_and(|b| b.iter().any(leads))
    }

    /// "headed by", "represented by": whether those stand behind an item who lead or make up what stands before it.
    pub(in crate::rule::en) fn opens_leaders(&self, item: &Item<'_>) -> bool {
        let text = self.mentions.words.text_of(&item.words);
        item.is_any(&[Class::LedBy, Class::Comprise]) && text.ends_with("by")
    }

    /// "Attending on the Bulgarian side were": whether the word for a side stands behind a phrase that ends in "on".
    fn is_on(&self, item: &Item<'_>) -> bool {
        let text = self.mentions.words.text_of(&item.words);
        item.is(Class::Attend) && (text.ends_with(" on") || text.ends_with(" from"))
    }

    /// "On the Pakistani side were present:", "The Pakistani side:", and then a list: those whom its items name act for that state.
    fn spread_listed_sides(&mut self) {
        let mut listed: Option<StateCode> = None;
        for sentence in 0..self.mentions.items.len() {
            let zone = self.mentions.words.sentences.get(sentence).map(|s| s.zone);
            let Some(items) = self.mentions.items.get(sentence) else {
                return;
            };
            // "- On the Norwegian side:": a line over a list may be an item itself.
            match listed.filter(|_| self.side_of_list(items).is_none()) {
                Some(state) if zone == Some(Zone::Item) => self.give(items, 0, state),
                _ => listed = self.side_of_list(items),
            }
        }
    }

    /// The state of the one side that a line speaks of which names nobody and ends in a colon.
    fn side_of_list(&self, items: &[Item<'_>]) -> Option<StateCode> {
        let colon = items.last().is_some_and(|i| i.is_mark(':'));
        // "The delegation met:": those under it are of the other side.
        let nobody = items
            .iter()
            .all(|i| i.person().is_none() && !i.is_any(MEETS));
        if !colon || !nobody {
            return None;
        }
        let heads = |n: usize| {
            let item = items.get(n);
            item.is_some_and(|i| i.is_any(&[Class::Sides, Class::Delegation]))
        };
        let short = (0..items.len().min(4)).find(|n| heads(n + 1));
        match self.side(items, 0) {
            Some((at, state)) => self.side(items, at).is_none().then_some(state),
            None => items.get(short?)?.state().filter(|_| items.len() < 6),
        }
    }

    /// "A delegation of the Saeima headed by A met B", "... headed by A and that of the Riigikogu by B": where those end who lead a
    /// delegation of a state whose words end at an item, before what it does and before another state; else the end.
    fn behind_leaders(&self, items: &[Item<'_>], at: usize, state: StateCode) -> usize {
        let near = items.get(at.saturating_sub(4)..at).unwrap_or_default();
        let ends = |n: &usize| {
            let item = items.get(*n);
            let other = item.and_then(|i| self.state_named(i));
            other.is_some_and(|s| s != state) || item.is_some_and(|i| i.is_any(DOES))
        };
        (at + 1..items.len())
            .find(ends)
            .filter(|_| near.iter().any(|i| i.is(Class::Delegation)))
            .unwrap_or(items.len())
    }

    /// Gives the people named from an item on a state, where they have none.
    fn give(&mut self, items: &[Item<'_>], from: usize, state: StateCode) {
        let named = items.get(from..).unwrap_or_default().iter();
        for item in named.take_while(|i| !i.is_mark('.')) {
            let Some(person) = item.person().and_then(|m| self.people.of(m)) else {
                continue;
            };
            if let Some(place) = self.states.get_mut(person) {
                *place = place.or(Some(state));
            }
        }
    }
}

/// The state with which an item of a list begins, with a colon or a comma behind it; a number may stand before.
fn label(items: &[Item<'_>]) -> Option<StateCode> {
    let at =
        (0..items.len().min(4)).find(|n| items.get(*n).is_some_and(|i| i.state().is_some()))?;
    let closes = [':', ',', ';', '–', '—'];
    let close = items.get(at + 1)?;
    closes
        .iter()
        .any(|m| close.is_mark(*m))
        .then(|| items.get(at)?.state())
        .flatten()
}

/// Where the people begin behind whom the words for a side stand that end at an item: behind those of the side before, or behind "by".
fn behind_names(items: &[Item<'_>], from: usize, end: usize) -> Option<usize> {
    let on = (from..end).rev().take(5).find(|n| {
        items
            .get(*n)
            .is_some_and(|i| i.is_any(&[Class::On, Class::From]))
    })?;
    let name = items.get(on.checked_sub(1)?)?;
    let named = name.person().is_some() || name.is_mark(')');
    let next = items.get(end);
    let closed = next.is_none_or(|i| {
        let mark = ['.', ',', ';'].iter().any(|m| i.is_mark(*m));
        mark || i.is(Class::And)
    });
    let by = (from..on).find(|n| {
        items
            .get(*n)
            .is_some_and(|i| i.is_any(&[Class::By, Class::Attend, Class::Be]))
    });
    (named && closed).then(|| by.unwrap_or(from))
}

/// "Attending for Canada were A and B": the place behind the verb, and the state.
fn attending_for(items: &[Item<'_>]) -> Option<(usize, StateCode)> {
    let attends = items.first().is_some_and(|i| i.is(Class::Attend));
    let at =
        (1..items.len().min(4)).find(|n| items.get(*n).is_some_and(|i| i.state().is_some()))?;
    let be = items.get(at + 1).is_some_and(|i| i.is(Class::Be));
    let state = items.get(at)?.state()?;
    (attends && be).then_some((at + 2, state))
}
