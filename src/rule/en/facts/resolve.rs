//! From what a person is said to hold to the offices that the person holds.
//!
//! In come the holdings of an article, out come roles with words, rule and confidence. This module never reads words.

use std::ops::Range;

use super::super::holding::{Held, Holding};
use super::rival::BARE;
use super::{Facts, Role, Target, is_chamber};
use crate::lexicon::Class;
use crate::mention::{Item, OfficeMention};
use crate::ontology::{BodyForm, Office, StateCode};

impl Facts<'_, '_> {
    /// Adds the offices of all holdings: those that name their body or state (`explicit`), or the others. Who leads a delegation
    /// comes last, for its sender may be told by another office of its leader.
    pub(super) fn resolve(&mut self, explicit: bool) {
        let heads = |n: &usize| {
            let held = self.holdings.get(*n).map(|h| h.held);
            matches!(held, Some(Held::HeadsDelegation { .. }))
        };
        let (last, first): (Vec<usize>, Vec<usize>) = (0..self.holdings.len()).partition(heads);
        for number in first.into_iter().chain(last) {
            for role in self.resolved(number, explicit) {
                self.add(role);
            }
        }
    }

    /// Adds the offices that name neither body nor state but for seats, which the company of their holders decides.
    pub(super) fn resolve_leads(&mut self) {
        let possessive = |h: &Holding| match h.held {
            Held::Office { mention, .. } => self
                .mentions
                .offices
                .get(mention)
                .is_some_and(|o| o.possessive),
            _ => false,
        };
        // "its Chairman" says of what; other mentions of the same title follow it.
        let mut order: Vec<usize> = (0..self.holdings.len()).collect();
        order.sort_by_key(|n| !self.holdings.get(*n).is_some_and(possessive));
        for number in order {
            let seat = self.holdings.get(number).is_some_and(|h| match h.held {
                Held::Office { mention, .. } => {
                    self.mentions.offices.get(mention).is_some_and(|o| {
                        let titles = o.titles(&self.mentions.words);
                        titles.iter().all(|t| t.office == Some(Office::Member))
                    })
                }
                Held::OfficeOf { .. }
                | Held::OfficeLike { .. }
                | Held::Leads { .. }
                | Held::SitsIn { .. }
                | Held::HeadsDelegation { .. } => true,
            });
            if seat {
                continue;
            }
            for role in self.resolved(number, false) {
                self.add(role);
            }
        }
    }

    /// The offices that a holding stands for, by its number.
    fn resolved(&self, number: usize, explicit: bool) -> Vec<Role> {
        let Some(holding) = self.holdings.get(number) else {
            return Vec::new();
        };
        let Some(person) = self.people.of(holding.person) else {
            return Vec::new();
        };
        match holding.held {
            Held::Office { mention, .. } if self.is_second_of_delegation(mention) => Vec::new(),
            Held::Office { mention, share } => {
                if let Some(delegation) = self.headed(holding, mention) {
                    let role = self.of_head(person, holding, delegation);
                    return role.filter(|_| !explicit).into_iter().collect();
                }
                self.of_office(number, holding, (mention, share), explicit)
            }
            Held::OfficeOf { mention, body } if explicit => {
                self.of_office_in(person, holding, (mention, body))
            }
            Held::OfficeLike { mention, owner } if explicit => {
                self.of_office_like(person, holding, (mention, owner))
            }
            Held::Leads { body } if explicit => {
                self.of_leader(person, holding, body).into_iter().collect()
            }
            Held::SitsIn { body } if explicit => {
                self.of_member(person, holding, body).into_iter().collect()
            }
            Held::HeadsDelegation { delegation } if !explicit => {
                let role = self.of_head(person, holding, delegation);
                role.into_iter().collect()
            }
            Held::OfficeOf { .. }
            | Held::OfficeLike { .. }
            | Held::Leads { .. }
            | Held::SitsIn { .. }
            | Held::HeadsDelegation { .. } => Vec::new(),
        }
    }

    /// "President and Vice-President of the Senate": the office whose body or state the office `owner` behind it names.
    fn of_office_like(
        &self,
        person: usize,
        holding: &Holding,
        (mention, owner): (usize, usize),
    ) -> Vec<Role> {
        let offices = &self.mentions.offices;
        let (Some(office), Some(owner)) = (offices.get(mention), offices.get(owner)) else {
            return Vec::new();
        };
        let whole = OfficeMention {
            bodies: owner.bodies.clone(),
            states: owner.states.clone(),
            ..office.clone()
        };
        let held = self.explicit(&whole, None).into_iter();
        let role = |held| {
            let role = self.role((person, holding), held, office.title.clone(), 92);
            Role {
                former: role.former || office.former,
                ..role
            }
        };
        held.map(role).collect()
    }

    /// "President A of the Senate": the office whose body stands behind the name.
    fn of_office_in(
        &self,
        person: usize,
        holding: &Holding,
        (mention, body): (usize, usize),
    ) -> Vec<Role> {
        let Some(office) = self.mentions.offices.get(mention) else {
            return Vec::new();
        };
        let titles = office.titles(&self.mentions.words);
        let held = self.in_body(&titles, body);
        held.map(|held| self.role((person, holding), held, office.title.clone(), 90))
            .into_iter()
            .collect()
    }

    /// A role as a holding tells it, not over, by the words of its title and of the name.
    fn role(
        &self,
        (person, holding): (usize, &Holding),
        (office, target): (Office, Target),
        title: Range<usize>,
        confidence: u8,
    ) -> Role {
        let mention = self.mentions.people.get(holding.person);
        let name = mention.map_or(0..0, |p| p.words.clone());
        Role {
            person,
            office,
            target,
            words: self.around(&title, &name),
            title,
            former: holding.times.until.is_some() || self.leaves_behind(holding),
            times: holding.times.clone(),
            rule: holding.rule,
            confidence,
        }
    }

    /// "whose President, A, resigned in March": whether the holder is told to have left, right behind the name.
    fn leaves_behind(&self, holding: &Holding) -> bool {
        let items = self.mentions.items.get(holding.sentence);
        let behind = items.and_then(|i| i.get(holding.cover.end..));
        let mut behind = behind.into_iter().flatten();
        let next = behind.find(|i| !i.is_mark(','));
        let leaves = ["resigned", "retired", "died", "stepped"];
        next.is_some_and(|i| self.mentions.words.say(&i.words, &leaves))
    }

    /// The words from a title to a name: with the body before the title where it is one office.
    fn around(&self, title: &Range<usize>, name: &Range<usize>) -> Range<usize> {
        let whole = self
            .mentions
            .offices
            .iter()
            .find(|o| o.title == *title)
            .map_or_else(|| title.clone(), |o| o.words.clone());
        whole.start.min(name.start)..whole.end.max(name.end)
    }

    /// What an office by its mention stands for; of several bodies or states, that of the share.
    fn of_office(
        &self,
        number: usize,
        holding: &Holding,
        (mention, share): (usize, Option<usize>),
        explicit: bool,
    ) -> Vec<Role> {
        let (Some(office), Some(person)) = (
            self.mentions.offices.get(mention),
            self.people.of(holding.person),
        ) else {
            return Vec::new();
        };
        if office.foreign || (office.bare() && !office.countries) == explicit {
            return Vec::new();
        }
        let teller = (person, holding);
        if office.counterpart && office.rows.is_empty() {
            let held = self
                .as_counterpart(person, office)
                .filter(|_| !explicit || !office.bare());
            return held
                .map(|held| self.role(teller, held, office.title.clone(), BARE))
                .into_iter()
                .collect();
        }
        if office.countries {
            let place = self.place_in_list(number, mention);
            let state = self.countries().get(place).copied();
            let held = state.map(|state| (Office::HeadOfState, Target::State(state)));
            return held
                .map(|held| self.role(teller, held, office.title.clone(), BARE))
                .into_iter()
                .collect();
        }
        let (found, confidence) = if explicit {
            (self.explicit(office, share), 94)
        } else {
            let found = self.bare(person, office, holding);
            let found = found.filter(|(_, target)| !self.is_of_partner(person, *target));
            (found.into_iter().collect(), BARE)
        };
        let role = |held| {
            let role = self.role(
                teller,
                self.of_known(held, holding, office),
                office.title.clone(),
                confidence,
            );
            Role {
                former: role.former || office.former,
                ..role
            }
        };
        found.into_iter().map(role).collect()
    }

    /// "A delegation of the House of Commons came. The head of the British delegation, A": the lead of a delegation of a state, as one of the
    /// house that has sent it.
    fn of_known(
        &self,
        (class, target): (Office, Target),
        holding: &Holding,
        office: &OfficeMention,
    ) -> (Office, Target) {
        let state = match target {
            Target::State(state) if office.delegation => state,
            Target::State(_) | Target::Body(_) => return (class, target),
        };
        let house = self.house_before(state, (holding.sentence, 0));
        (class, house.unwrap_or(target))
    }

    /// "his French counterpart A": the speaker of the only house of that state which the article names, where somebody of
    /// another state is a speaker.
    fn as_counterpart(&self, person: usize, office: &OfficeMention) -> Option<(Office, Target)> {
        let state = office
            .states
            .first()
            .copied()
            .or_else(|| self.state_of(person))?;
        let speaks = |r: &Role| r.office == Office::Speaker && !r.former;
        if self.roles.iter().any(|r| r.person == person && speaks(r)) {
            return None;
        }
        let other = self.roles.iter().any(|r| {
            let own = self.state_of_chamber(r.target);
            speaks(r) && own.is_some() && own != Some(state)
        });
        let body = self.chamber_of_state(state).filter(|_| other)?;
        let taken = self
            .roles
            .iter()
            .any(|r| speaks(r) && r.target == Target::Body(body));
        (!taken).then_some((Office::Speaker, Target::Body(body)))
    }

    /// Who leads a chamber is its speaker, who leads another body its chair.
    fn of_leader(&self, person: usize, holding: &Holding, body: usize) -> Option<Role> {
        let mention = self.mentions.bodies.get(body);
        let words = mention.map_or(0..0, |b| b.words.clone());
        let place = self.bodies.of(body)?;
        let office = if self.bodies.entities.get(place).is_some_and(is_chamber) {
            Office::Speaker
        } else {
            Office::Chair
        };
        let held = (office, Target::Body(place));
        Some(self.role((person, holding), held, words, 93))
    }

    /// Who sits in a body is its member.
    fn of_member(&self, person: usize, holding: &Holding, body: usize) -> Option<Role> {
        let mention = self.mentions.bodies.get(body);
        let words = mention.map_or(0..0, |b| b.words.clone());
        let held = (Office::Member, Target::Body(self.bodies.of(body)?));
        Some(self.role((person, holding), held, words, 88))
    }

    /// Who leads a delegation, which is given by the sentence and item of its word.
    fn of_head(
        &self,
        person: usize,
        holding: &Holding,
        delegation: (usize, usize),
    ) -> Option<Role> {
        let target = self.delegation_of(person, delegation)?;
        let items = self.mentions.items.get(delegation.0);
        let item = items.and_then(|i| i.get(delegation.1));
        let words = item.map_or(0..0, |i| i.words.clone());
        let held = (self.lead_of(target), target);
        Some(self.role((person, holding), held, words, 88))
    }

    /// What the head of a delegation is in it: its chair where it is a body that stands, "the Seimas delegation to the Baltic Assembly".
    fn lead_of(&self, target: Target) -> Office {
        let body = match target {
            Target::Body(body) => self.bodies.entities.get(body),
            Target::State(_) => None,
        };
        if body.is_some_and(|b| b.form == Some(BodyForm::Delegation)) {
            Office::Chair
        } else {
            Office::HeadOfDelegation
        }
    }

    /// "the delegation of the Senate, composed of A, Head of the delegation": the word for the delegation, by sentence and place,
    /// where the title of its head does not say of what it is.
    fn headed(&self, holding: &Holding, mention: usize) -> Option<(usize, usize)> {
        let office = self.mentions.offices.get(mention)?;
        let items = self.mentions.items.get(holding.sentence)?;
        // "Why the delegation is mixed was explained by its leader, A".
        let title = self.mentions.words.text_of(&office.title);
        let its = office.possessive && ["leader", "head"].contains(&title);
        let class = office.can_be(&self.mentions.words, Office::HeadOfDelegation);
        let heads = office.bare() && (class || its);
        // "The leader of the delegation, A": the word itself, which tells of no sender.
        if heads && title.ends_with("delegation") {
            let own = items
                .iter()
                .position(|i| i.words.start == office.words.start);
            return own.map(|at| (holding.sentence, at));
        }
        let inside = |i: &Item<'_>| office.words.contains(&i.words.start);
        let at = items.iter().position(|i| {
            i.is(Class::Delegation) && !inside(i) && i.words.start < office.words.start
        });
        at.filter(|_| heads).map(|at| (holding.sentence, at))
    }

    /// The how many-th holder of an office a holding names.
    fn place_in_list(&self, number: usize, mention: usize) -> usize {
        let same = |h: &&Holding| matches!(h.held, Held::Office { mention: m, .. } if m == mention);
        self.holdings.iter().take(number).filter(same).count()
    }

    /// The two states that an article is about: the one of those who speak in it first, as protocol has it. Empty where
    /// they are not two.
    fn countries(&self) -> Vec<StateCode> {
        let mut found: Vec<StateCode> = Vec::new();
        for body in &self.bodies.entities {
            if let [state] = body.states.as_slice()
                && is_chamber(body)
                && !found.contains(state)
            {
                found.push(*state);
            }
        }
        found.sort_by_key(|s| Some(*s) != self.home);
        if found.len() == 2 { found } else { Vec::new() }
    }
}
