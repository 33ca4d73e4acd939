//! Deputies whose title says of nobody: "his deputy", "With the Chairman of the Committee was the Deputy Chairman".
//!
//! In comes the mention of an office, out comes the office in what the one whose deputy it is presides over. This module never reads a
//! title that names its body.

use super::super::holding::{COMMITTEES, Holding};
use super::title::class_in;
use super::{Facts, Target, is_chamber};
use crate::lexicon::{Class, Cue, Domain, Title};
use crate::mention::OfficeMention;
use crate::ontology::{BodyForm, NodeKind, Office, StateCode};
use crate::text::Shape;

impl Facts<'_, '_> {
    /// "With the Chairman of the Committee on Trade, A, are the Deputy Chairman, B, and": the committee of the one whom somebody
    /// accompanies.
    pub(super) fn of_company(
        &self,
        person: usize,
        office: &OfficeMention,
        titles: &[&Title],
    ) -> Option<(Office, Target)> {
        let class = class_in(titles, NodeKind::Commission)?;
        let deputy = class == Office::DeputyChair && !self.says_speaker(office) && office.bare();
        let mut rosters = self
            .rosters
            .iter()
            .filter(|r| deputy && r.members.contains(&person));
        let head = rosters.find_map(|r| r.head)?;
        let chairs = |r: &&super::Role| {
            let body = match r.target {
                Target::Body(body) => self.bodies.entities.get(body),
                Target::State(_) => None,
            };
            let commission = body.is_some_and(|b| b.kind == NodeKind::Commission);
            r.person == head && r.office == Office::Chair && !r.former && commission
        };
        let role = self.roles.iter().find(chairs)?;
        Some((class, role.target))
    }

    /// "the President of the Legislative Yuan, A, accompanied by Legislator B": a seat or an office of staff in the house of the one whom
    /// somebody accompanies, where nobody tells of another state.
    pub(super) fn of_house_of_head(
        &self,
        person: usize,
        office: &OfficeMention,
        titles: &[&Title],
    ) -> Option<(Office, Target)> {
        let class = class_in(titles, NodeKind::Chamber)?;
        let fits = [
            Office::Member,
            Office::SecretaryGeneral,
            Office::DeputySpeaker,
        ];
        let of_chamber = titles.iter().any(|t| t.domain == Domain::Chamber);
        let mut rosters = self
            .rosters
            .iter()
            .filter(|r| r.members.contains(&person) && of_chamber && fits.contains(&class));
        let head = rosters.find_map(|r| r.head)?;
        let leads = [Office::Speaker, Office::DeputySpeaker];
        let mut roles = self.roles.iter();
        let role = roles.find(|r| {
            // "the President of the Chamber of Deputies, accompanied by Senator A".
            let elsewhere =
                |t: Target| matches!(t, Target::Body(b) if self.sits_elsewhere(office, b, false));
            let house = self.state_of_chamber(r.target).is_some() && !elsewhere(r.target);
            r.person == head && leads.contains(&r.office) && !r.former && house
        })?;
        let state = self.state_of_chamber(role.target);
        let own = self
            .state_of(person)
            .or_else(|| self.state_in_office(person));
        (own.is_none() || own == state).then_some((class, role.target))
    }

    /// "the group's chairwoman, A, its vice-chairmen B and C": the friendship group or commission of which the article spoke last, where a
    /// noun for one owns the title, or a title that it owns stands close before.
    pub(super) fn of_noun(
        &self,
        person: usize,
        office: &OfficeMention,
        holding: &Holding,
        titles: &[&Title],
    ) -> Option<(Office, Target)> {
        let class = class_in(titles, NodeKind::Commission)?;
        if let Some(body) = self.named_right_before(office) {
            return Some((class, Target::Body(body)));
        }
        let words = &self.mentions.words;
        let start = office.words.start;
        let noun = |at: usize| words.is_of(at, &[Class::BodyNoun, Class::Company]);
        let owned = |at: usize| {
            at.checked_sub(2)
                .is_some_and(|n| noun(n) && words.at(at - 1).token.shape == Shape::Possessive)
        };
        // "its vice-chairmen": of what the title before is.
        let its = office.possessive && (start.saturating_sub(14)..start).any(owned);
        let presides = class == Office::Chair || class == Office::DeputyChair;
        // "committee chair A".
        let adjacent = self.is_behind_committee(office) && self.is_bare_noun(start - 1);
        let sits = class == Office::Member && adjacent;
        let held = presides && (owned(start) || its || adjacent) || sits;
        if !held || self.says_speaker(office) {
            return None;
        }
        let bodies = self.mentions.bodies.iter().enumerate();
        let before: Vec<usize> = bodies
            .filter(|(_, m)| m.words.end <= start)
            .filter_map(|(n, _)| self.bodies.of(n))
            .collect();
        // "committee members": of no working group.
        let fits = |place: &usize| {
            self.bodies.entities.get(*place).is_some_and(|body| {
                let committee =
                    matches!(body.form, Some(BodyForm::Committee | BodyForm::Commission));
                body.kind == NodeKind::Commission && (!adjacent || committee)
            })
        };
        let own = self.state_of(person);
        let state = |place: &usize| self.state_of_target(Target::Body(*place));
        let mut last = before.iter().rev().filter(|p| fits(p));
        // One of the person's own state goes before one of which no state is known.
        let of_state = last.clone().find(|p| own.is_some() && state(p) == own);
        let any = || last.find(|p| own.is_none() || state(p).is_none());
        let place = of_state.or_else(any)?;
        if adjacent && own.is_none() && self.is_in_another_house(holding, state(place)) {
            return None;
        }
        Some((class, Target::Body(*place)))
    }

    /// "representatives of the Friendship Group with Peru and its head, A": the commission that is named right before "and" and a title that says
    /// "its".
    fn named_right_before(&self, office: &OfficeMention) -> Option<usize> {
        let words = &self.mentions.words;
        let and = office.words.start.checked_sub(1)?;
        let joined = office.possessive && words.say(&(and..office.words.start), &["and"]);
        let mut bodies = self.mentions.bodies.iter().enumerate();
        let (mention, _) = bodies.find(|(_, m)| joined && m.words.end == and)?;
        self.bodies.of(mention).filter(|b| {
            let body = self.bodies.entities.get(*b);
            body.is_some_and(|b| b.kind == NodeKind::Commission)
        })
    }

    /// "met the President of the organization, A": whether the words of an office say that it is one of an organisation that the context tells.
    pub(super) fn is_of_organisation(&self, office: &OfficeMention) -> bool {
        let words = &self.mentions.words;
        let last = office.words.end.saturating_sub(1)..office.words.end;
        office.bare() && words.are_cue(&last, Cue::Organisation)
    }

    /// The office in the assembly that is named last before, where one is of an organisation.
    pub(super) fn in_organisation(
        &self,
        office: &OfficeMention,
        titles: &[&Title],
    ) -> Option<(Office, Target)> {
        let class = class_in(titles, NodeKind::Assembly)?;
        let bodies = self.mentions.bodies.iter().enumerate();
        let before = bodies.filter(|(_, m)| m.words.end <= office.words.start);
        let mut before = before.filter_map(|(n, _)| self.bodies.of(n)).rev();
        let is_assembly = |b: &usize| {
            let body = self.bodies.entities.get(*b);
            body.is_some_and(|b| b.kind == NodeKind::Assembly)
        };
        before.find(is_assembly).map(|b| (class, Target::Body(b)))
    }

    /// "committee chair A": whether the noun of a committee stands right before a title.
    pub(super) fn is_behind_committee(&self, office: &OfficeMention) -> bool {
        let before = office.words.start.checked_sub(1);
        before.is_some_and(|n| self.mentions.words.say(&(n..n + 1), COMMITTEES))
    }

    /// "audit committee members": whether no word of every day stands before the noun of a committee at a word, which would be of another one.
    fn is_bare_noun(&self, noun: usize) -> bool {
        let before = self.mentions.words.before(noun);
        let grammar = [
            Class::And,
            Class::By,
            Class::Article,
            Class::Attend,
            Class::Be,
            Class::With,
        ];
        let passed = noun
            .checked_sub(1)
            .is_some_and(|b| self.mentions.words.is_of(b, &grammar));
        passed || before.token.shape != Shape::Lower
    }

    /// "In the Storting the delegation was received by committee chair A": whether the sentence of an office names a house of another state.
    fn is_in_another_house(&self, holding: &Holding, state: Option<StateCode>) -> bool {
        let items = self.mentions.items.get(holding.sentence);
        let mut houses = items
            .into_iter()
            .flatten()
            .filter_map(|i| self.body_of(i.body()?))
            .filter(|b| is_chamber(b));
        houses.any(|b| state.is_some() && b.states.first().copied() != state)
    }

    /// "his deputy": a deputy of somebody, and no seat.
    pub(super) fn is_deputy_of(&self, office: &OfficeMention) -> bool {
        let title = self.mentions.words.small(&office.title);
        office.possessive && ["deputy", "deputies"].contains(&title.as_ref())
    }

    /// "three envoys of the Association ... the delegation, headed by the Secretary-General": the office in the body that has sent a
    /// delegation of which somebody is told to be the head.
    pub(super) fn of_sender(
        &self,
        person: usize,
        office: &OfficeMention,
        holding: &Holding,
    ) -> Option<(Office, Target)> {
        let items = self.mentions.items.get(holding.sentence)?;
        let before = items.get(..holding.cover.start)?;
        let mut passed = before.iter().enumerate().rev();
        let led = passed.find(|(_, i)| !i.is_any(&[Class::Article, Class::His]))?;
        // "a delegation of the Union with President A at its head".
        let behind = items.get(holding.cover.end..(holding.cover.end + 3).min(items.len()));
        let at_head =
            led.1.is(Class::With) && behind.is_some_and(|b| b.iter().any(|i| i.is(Class::LedBy)));
        let word = passed
            .take(6)
            .take_while(|(_, i)| i.person().is_none())
            .find(|(_, i)| i.is(Class::Delegation))?;
        if !led.1.is(Class::LedBy) && !at_head {
            return None;
        }
        let Target::Body(body) = self.delegation_of(person, (holding.sentence, word.0))? else {
            return None;
        };
        let kind = self.bodies.entities.get(body)?.kind;
        let other = kind == NodeKind::Commission && self.says_speaker(office);
        let class = class_in(&office.titles(&self.mentions.words), kind);
        let class = class.filter(|c| *c != Office::Member && !other)?;
        Some((class, Target::Body(body)))
    }

    /// The office of a deputy of the one who is named last before: of a speaker or a chair; none of anybody else.
    pub(super) fn deputy_of(&self, holding: &Holding) -> Option<(Office, Target)> {
        let start = self.mentions.people.get(holding.person)?.words.start;
        let named = self.mentions.people.iter().enumerate().rev();
        let mut before = named.filter(|(_, m)| m.words.start < start);
        let person = before.find_map(|(n, _)| self.people.of(n))?;
        self.roles.iter().find_map(|r| {
            let deputy = match r.office {
                Office::Speaker => Office::DeputySpeaker,
                Office::Chair | Office::CoChair => Office::DeputyChair,
                _ => return None,
            };
            (r.person == person && !r.former).then_some((deputy, r.target))
        })
    }
}
