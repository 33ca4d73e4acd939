//! People who are told in one breath with others act for the same state: the members of a delegation, those who accompany
//! somebody, the several holders of one office.
//!
//! In come the people of an article with what their offices tell, out come states for those of whom nothing is told. This
//! module never overrules a state that an office or a bracket gives.

use super::super::holding::Held;
use super::Facts;
use super::another::delegation_word;
use super::delegation::is_dash;
use super::home;
use super::roster::Roster;
use crate::lexicon::Class;
use crate::mention::{Item, Kind};
use crate::ontology::{Office, StateCode};

impl Facts<'_, '_> {
    /// Gives people the state of their company, where they have none.
    pub(super) fn spread_company(&mut self) {
        self.spread_shared_offices();
        for number in 0..self.rosters.len() {
            let Some(roster) = self.rosters.get(number) else {
                return;
            };
            let Some(state) = self.state_of_roster(roster) else {
                continue;
            };
            for member in roster.members.clone() {
                if let Some(place) = self.states.get_mut(member) {
                    *place = place.or(Some(state));
                }
            }
        }
    }

    /// Gives the members of delegations the state that the words say has sent them, or that the words of their head's office
    /// name.
    pub(super) fn spread_senders(&mut self) {
        for number in 0..self.rosters.len() {
            let Some(roster) = self.rosters.get(number) else {
                return;
            };
            let of_head = || roster.head.and_then(|h| self.state_in_office(h));
            let Some(state) = roster.sender.or_else(of_head) else {
                continue;
            };
            for member in roster.members.clone() {
                // "the Bundestag, accompanied by Polish MPs A and B": what their own office says comes first.
                let own = self.state_in_office(member);
                if let Some(place) = self.states.get_mut(member) {
                    *place = place.or(own).or(Some(state));
                }
            }
        }
    }

    /// Gives those who lead a delegation, with no state in the words of their own office, the state of which the article says that
    /// it has sent one: "welcomed members of the Parliament of Samoa. The Deputy Speaker, A, leads the delegation".
    pub(super) fn spread_to_heads(&mut self) {
        let leads: Vec<(usize, (usize, usize))> = self
            .holdings
            .iter()
            .filter_map(|h| match h.held {
                Held::HeadsDelegation { delegation } => {
                    Some((self.people.of(h.person)?, delegation))
                }
                _ => None,
            })
            .collect();
        for (person, (sentence, at)) in leads {
            let before = sentence.saturating_sub(2)..sentence + 1;
            let told = self.mentions.items.get(before).into_iter().flatten();
            let told: Vec<&Vec<Item<'_>>> = told.collect();
            let led = told.last().and_then(|items| self.state_beside(items, at));
            let sender = led.or_else(|| told.iter().rev().find_map(|i| self.sender(i)));
            let Some(state) =
                sender.or_else(|| told.iter().rev().find_map(|i| self.received_house(i)))
            else {
                continue;
            };
            let own = self.state_in_office(person);
            if let Some(place) = self.states.get_mut(person).filter(|_| own.is_none()) {
                *place = place.or(Some(state));
            }
        }
    }

    /// "the Kenyan delegation", "that of Ghana": the state that stands beside the word for a delegation.
    fn state_beside(&self, items: &[Item<'_>], at: usize) -> Option<StateCode> {
        let before = at.checked_sub(1).and_then(|b| items.get(b)?.state());
        let of = items.get(at + 1).is_some_and(|i| i.is(Class::Of));
        let article = usize::from(items.get(at + 2).is_some_and(|i| i.is(Class::Article)));
        let behind = items.get(at + 2 + article).filter(|_| of);
        before.or_else(|| behind.and_then(|i| self.state_named(i)))
    }

    /// The state that the words of an office of somebody name, by itself or by a house that no other state has.
    pub(super) fn state_in_office(&self, person: usize) -> Option<StateCode> {
        let own = self
            .holdings
            .iter()
            .filter(|h| self.people.of(h.person) == Some(person));
        own.into_iter().find_map(|h| match h.held {
            Held::Office { mention, .. } => {
                let office = self.mentions.offices.get(mention)?;
                home::state_of_office(self.mentions, office)
            }
            Held::OfficeOf { .. }
            | Held::OfficeLike { .. }
            | Held::Leads { .. }
            | Held::SitsIn { .. }
            | Held::HeadsDelegation { .. } => None,
        })
    }

    /// The state for which the members of a roster act: the one that sent them, that of the one whom they accompany, that of
    /// one of them; where the sentence names nobody else, the one of which the article spoke last.
    fn state_of_roster(&self, roster: &Roster) -> Option<StateCode> {
        let head = || roster.head.and_then(|h| self.state_of(h));
        let member = || roster.members.iter().find_map(|m| self.state_of(*m));
        let items = self.mentions.items.get(roster.sentence)?;
        let before = items.get(..roster.items.start).unwrap_or_default();
        // Of whom it is said whom they accompany, they act for that one's state, and for no other.
        let alone = roster.head.is_none();
        let nameless = alone && before.iter().all(|i| i.person().is_none());
        let earlier = || self.mentions.items.get(..roster.sentence);
        // "The delegation was composed of": of the one that the article spoke of before.
        let told = || {
            // "Others are A and B".
            let speaks = self.speaks_of_delegation(items)
                || self.names_others(items)
                || self.membership(roster.sentence, items).is_some();
            let sent = speaks.then(earlier).flatten()?;
            let house = || sent.last().and_then(|i| self.sent_house(i));
            sent.iter()
                .rev()
                .find_map(|i| self.sender(i))
                .or_else(house)
        };
        let last = || earlier()?.iter().rev().find_map(|i| self.first_state(i));
        roster
            .sender
            .or_else(head)
            .or_else(member)
            .or_else(|| told().filter(|_| nameless))
            .or_else(|| last().filter(|_| nameless))
    }

    /// Those who share one office by one mention of it: "Senators A, B and C".
    fn spread_shared_offices(&mut self) {
        // "the chairmen of the two committees, A and B": of different ones.
        let apart = |mention: usize| {
            let office = self.mentions.offices.get(mention);
            // "its co-chairs, A for the Congress and B for the European Parliament": of two sides.
            let words = &self.mentions.words;
            let sides =
                office.is_some_and(|o| o.states.is_empty() && o.can_be(words, Office::CoChair));
            let mut bodies = office.map_or(&[][..], |o| o.bodies.as_slice()).iter();
            sides || bodies.any(|b| self.mentions.bodies.get(*b).is_some_and(|b| b.plural))
        };
        let shared = |h: &super::Holding| match h.held {
            Held::Office {
                mention,
                share: None,
            } if h.rule == "offices-before-names" && !apart(mention) => Some(mention),
            _ => None,
        };
        let holdings: Vec<(usize, usize)> = self
            .holdings
            .iter()
            .filter_map(|h| Some((shared(h)?, self.people.of(h.person)?)))
            .collect();
        for (mention, person) in &holdings {
            let mut others = holdings.iter().filter(|(m, _)| m == mention);
            let state = others.find_map(|(_, p)| self.state_of(*p));
            if let Some(place) = self.states.get_mut(*person) {
                *place = place.or(state);
            }
        }
    }

    /// Whether a sentence speaks of a delegation by its word, or begins with a pronoun for one: "It is composed of", "Its members
    /// are".
    fn speaks_of_delegation(&self, items: &[Item<'_>]) -> bool {
        let words = &self.mentions.words;
        let pronoun = |i: &Item<'_>| {
            let mut text = words.text_of(&i.words).split(' ');
            text.any(|w| w.eq_ignore_ascii_case("it") || w.eq_ignore_ascii_case("its"))
        };
        let lists = |i: &Item<'_>| i.is_any(&[Class::Comprise, Class::Belong]);
        let their = items.iter().take(2).any(pronoun);
        let is = |n: usize| items.get(n).is_some_and(|i| i.is(Class::Be));
        let its = items.iter().any(pronoun) && items.iter().any(lists) || their && (is(1) || is(2));
        let they = items.first().is_some_and(|i| i.is(Class::They)) && is(1);
        let word = |i: &Item<'_>| {
            let told = || {
                let text = words.text_of(&i.words);
                text.contains("delegation") || text.contains("on the trip")
            };
            i.is(Class::Delegation) || lists(i) && told()
        };
        // "Also on the trip were A and B".
        let also = items
            .first()
            .is_some_and(|i| words.say(&i.words, &["also"]));
        let trip = also && items.iter().take(6).any(|i| i.is(Class::VisitNoun));
        // "The guests - A, B and C - are visiting".
        let dash = |n: usize| {
            let item = items.get(n);
            item.is_some_and(|i| ['-', '–', '—'].iter().any(|m| i.is_mark(*m)))
        };
        let guests =
            (0..3).any(|n| items.get(n).is_some_and(|i| i.is(Class::Guest)) && dash(n + 1));
        let delegates = (0..2).any(|n| {
            let item = items.get(n);
            item.is_some_and(|i| words.say(&i.words, &["delegates"])) && is(n + 1)
        });
        they || its || trip || guests || delegates || items.iter().any(word)
    }

    /// The state that sent the delegation of which a sentence speaks: the one that it names, else the one that one of the two
    /// sentences before names.
    pub(in crate::rule::en) fn sender_in(&self, sentence: usize) -> Option<StateCode> {
        let items = self.mentions.items.get(sentence)?;
        let before = self
            .mentions
            .items
            .get(sentence.saturating_sub(2)..sentence)?;
        let told = || before.iter().rev().find_map(|i| self.sender(i));
        self.sender(items)
            .or_else(|| {
                let speaks = self.speaks_of_delegation(items)
                    || self.membership(sentence, items).is_some()
                    || self.names_travellers(sentence, items);
                speaks.then(told).flatten()
            })
            .or_else(|| self.sender_of_travellers(sentence))
            .or_else(|| self.sender_by_goal(sentence, items))
            .or_else(|| {
                self.only_sender()
                    .filter(|_| self.speaks_of_its_delegation(items))
            })
    }

    /// Whether a sentence speaks of a delegation without saying whose it is: "the delegation of farmers" is that of somebody else.
    fn speaks_of_its_delegation(&self, items: &[Item<'_>]) -> bool {
        let owned = delegation_word(items).is_some_and(|at| {
            let next = items.get(at + 1);
            next.is_some_and(|i| i.is_any(&[Class::Of, Class::From]))
        });
        !owned && self.speaks_of_delegation(items)
    }

    /// The state of all delegations whose state an article tells, where it is one.
    pub(super) fn only_sender(&self) -> Option<StateCode> {
        let told = self.mentions.items.iter();
        let told = told.filter(|i| delegation_word(i).is_some());
        let mut senders = told.filter_map(|i| self.sender(i));
        let first = senders.next()?;
        senders.all(|s| s == first).then_some(first)
    }

    /// The state that the word for a delegation names close by, itself or by a body of it.
    pub(in crate::rule::en) fn sender(&self, items: &[Item<'_>]) -> Option<StateCode> {
        let Some(at) = delegation_word(items) else {
            return self.sent_members(items).or_else(|| listed_side(items));
        };
        let before = items.get(at.saturating_sub(3)..at)?.iter().rev();
        // "The Senate of Ghana was visited by a delegation": what a verb or a preposition parts from the word has sent nobody.
        let apart = [
            Class::In,
            Class::To,
            Class::Be,
            Class::By,
            Class::With,
            Class::And,
            Class::Meet,
            Class::Receive,
            Class::CallOn,
            Class::Visit,
            Class::Lead,
            // "came to Ethiopia as a delegation".
            Class::As,
        ];
        // "SÃO TOMÉ – A mission from Angola": a dateline has sent nobody.
        let words = &self.mentions.words;
        let ends = |i: &Item<'_>| {
            let mark = [',', ':', '.', '–', '—'].iter().any(|m| i.is_mark(*m));
            mark || is_dash(words, i)
        };
        let before = before.take_while(|i| !i.is_any(&apart) && !ends(i));
        let own = before.into_iter().find_map(|i| self.state_named(i));
        let of = items
            .get(at + 1)
            .is_some_and(|i| i.is_any(&[Class::Of, Class::From]));
        let behind = items.get(at + 2..(at + 5).min(items.len())).filter(|_| of);
        // "its third delegation of the 111th Congress": a term has sent nobody, whatever other congress the article names.
        let term = |w: &[Item<'_>]| match w {
            [number, house] => {
                let text = words.text_of(&number.words);
                let counts = text.starts_with(|c: char| c.is_ascii_digit());
                counts && house.body().is_some() && house.words.len() == 1
            }
            _ => false,
        };
        let behind = behind.filter(|b| !b.windows(2).any(term));
        // "the delegation of three to Norway": where it goes has not sent it.
        let sent = behind
            .into_iter()
            .flatten()
            .take_while(|i| !i.is(Class::To));
        own.or_else(|| sent.into_iter().find_map(|i| self.state_told(i)))
            .or_else(|| self.sent_by(items, at))
    }

    /// "the delegation that Liberia has sent": the state of a clause right behind the word for a delegation.
    pub(super) fn sent_by(&self, items: &[Item<'_>], at: usize) -> Option<StateCode> {
        let next = at + 1 + usize::from(items.get(at + 1)?.is_mark(','));
        let relative = items.get(next)?.is(Class::Which);
        let sends = |i: &Item<'_>| i.is(Class::Dispatch);
        let clause = items.get(next + 1..(next + 6).min(items.len()))?;
        let verb = clause.iter().position(sends).filter(|_| relative)?;
        clause.iter().take(verb).find_map(|i| self.state_named(i))
    }

    /// "Six Zambian MPs called on K": the state of several members of whom a sentence speaks without their names.
    fn sent_members(&self, items: &[Item<'_>]) -> Option<StateCode> {
        items.iter().enumerate().find_map(|(n, item)| {
            // "visiting members of the Australian Parliament".
            let text = self.mentions.words.small(&item.words);
            if item.is(Class::Guest) && text.starts_with("visiting ") {
                let links = [Class::Of, Class::From];
                let of = items.get(n + 1).is_some_and(|i| i.is_any(&links));
                let behind = items.get(n + 2..(n + 4).min(items.len())).filter(|_| of);
                return behind?.iter().find_map(|i| self.state_told(i));
            }
            let office = self.mentions.offices.get(item.office()?)?;
            let named = items.get(n + 1).is_some_and(|i| i.person().is_some());
            let several = office.plural && !named;
            // "Five parliamentarians from Ukraine".
            let from = items.get(n + 1).is_some_and(|i| i.is(Class::From));
            let behind = || items.get(n + 2).filter(|_| from).and_then(Item::state);
            let own = office.states.first().copied().or_else(behind);
            own.filter(|_| several)
        })
    }

    /// "met members of the Slovenian National Assembly": the state of a house abroad of whose members a sentence speaks.
    fn sent_house(&self, items: &[Item<'_>]) -> Option<StateCode> {
        items.iter().find_map(|i| {
            let office = self.mentions.offices.get(i.office()?)?;
            let mut bodies = office.bodies.iter().filter_map(|b| self.body_of(*b));
            let state = bodies.find_map(|b| b.states.first().copied())?;
            (office.plural && self.home.is_some() && Some(state) != self.home).then_some(state)
        })
    }

    /// "welcomed members of the Parliament of Samoa": the state of those, where it is not the one from which the article comes.
    fn received_house(&self, items: &[Item<'_>]) -> Option<StateCode> {
        let verb =
            (0..items.len()).find(|n| items.get(*n).is_some_and(|i| i.is(Class::Receive)))?;
        let near = items.get(verb + 1..(verb + 4).min(items.len()))?;
        let several = |i: &&Item<'_>| {
            let office = i.office().and_then(|o| self.mentions.offices.get(o));
            office.is_some_and(|o| o.plural)
        };
        let state = near.iter().find(several).and_then(|i| self.state_told(i))?;
        (Some(state) != self.home).then_some(state)
    }

    /// The state of the person whom an item names.
    fn state_of_item(&self, item: &Item<'_>) -> Option<StateCode> {
        let Kind::Person(mention) = item.kind else {
            return None;
        };
        self.state_of(self.people.of(mention)?)
    }

    /// The state of the first person of a sentence of whom it is known.
    fn first_state(&self, items: &[Item<'_>]) -> Option<StateCode> {
        items.iter().find_map(|i| self.state_of_item(i))
    }
}

/// "The Slovenian side consisted of": the state of a side whose members a sentence lists.
fn listed_side(items: &[Item<'_>]) -> Option<StateCode> {
    let at = (0..items.len().min(4)).find(|n| {
        items.get(n + 1).is_some_and(|i| i.is(Class::Sides))
            && items.get(n + 2).is_some_and(|i| i.is(Class::Comprise))
    })?;
    items.get(at)?.state()
}
