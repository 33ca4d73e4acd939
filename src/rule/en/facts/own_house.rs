//! The house of a bare title by what only that house calls its members, or by whose meeting it is that somebody attended.
//!
//! In comes the mention of an office without a body, out comes a house that the article names. This module never reads a title that names
//! its house.

use super::super::holding::Holding;
use super::{Facts, Target, is_chamber};
use crate::lexicon::{Chamber, Class};
use crate::mention::{Item, Means, OfficeMention};
use crate::ontology::Office;

/// A title by which more houses than this call somebody tells none of them apart.
const FEW: usize = 6;

/// Words before the title of who presides that make it one of a deputy.
const DEPUTY: &[&str] = &["deputy ", "vice ", "vice-", "first ", "second "];

impl Facts<'_, '_> {
    /// "National Councillor A", "Deputy Toraga B": the only house of the article that calls somebody so, where few houses anywhere do.
    pub(super) fn house_called_so(&self, office: &OfficeMention) -> Option<usize> {
        let words = &self.mentions.words;
        let title = words.small(&office.title);
        let member = office.can_be(words, Office::Member);
        let mut bare = title.trim_end_matches('s');
        while let Some(rest) = DEPUTY.iter().find_map(|d| bare.strip_prefix(d)) {
            bare = rest;
        }
        let calls = |chamber: &Chamber| {
            let titles = if member {
                &chamber.sitting
            } else {
                &chamber.presiding
            };
            titles.iter().any(|t| t.eq_ignore_ascii_case(bare))
        };
        let of = |body: usize| match &self.bodies.entities.get(body)?.means {
            Means::Chambers(rows) => words.lexicon.chamber(*rows.first()?),
            Means::Assembly(_) | Means::Named | Means::Reference => None,
        };
        let mut found = (0..self.bodies.entities.len()).filter(|b| of(*b).is_some_and(calls));
        let one = found.next().filter(|_| found.next().is_none())?;
        let rare = words.lexicon.chambers().filter(|c| calls(c)).count() <= FEW;
        rare.then_some(one)
    }

    /// "A of the Saeima met B of the Riigikogu. The meeting was attended by Deputy Speaker C": of the house named first where the meeting was
    /// told, whose meeting it is, unless the sentence names a house before the title. `before` are the bodies that fit, in the order of the text.
    pub(super) fn house_of_meeting(
        &self,
        holding: &Holding,
        before: &[(usize, usize)],
    ) -> Option<usize> {
        let items = self.mentions.items.get(holding.sentence)?;
        let attends = [Class::Attend, Class::Present];
        let sentences = &self.mentions.words.sentences;
        let start = sentences.get(holding.sentence)?.words.start;
        let (last, _) = before.last()?;
        if !items.iter().any(|i| i.is_any(&attends)) || *last >= start {
            return None;
        }
        let told = sentences.iter().position(|s| s.words.contains(last))?;
        // "A was received by B", "A, on a visit to C, met B": the first is the guest, and whose meeting it is, is not told.
        let guest = [Class::CallOn, Class::Visit, Class::VisitNoun, Class::Travel];
        let by = |i: &Item<'_>| i.is(Class::By);
        let meets = [Class::Meet, Class::Receive, Class::MeetingNoun];
        let met = |i: &Item<'_>| i.is_any(&meets);
        let telling = self.mentions.items.get(told)?;
        if telling.iter().any(|i| i.is_any(&guest) || by(i)) {
            return None;
        }
        let from = sentences.get(told)?.words.start;
        let (_, first) = before.iter().find(|(at, _)| *at >= from)?;
        let house = self.bodies.entities.get(*first).filter(|b| is_chamber(b))?;
        // "attended by Deputy Speaker C and the Ambassador of Latvia to Estonia": abroad, those beside the ambassador are of his or her country.
        let state = house.states.first();
        let envoy = items.iter().any(|i| {
            let office = i.office().and_then(|o| self.mentions.offices.get(o));
            office.is_some_and(|o| {
                let words = &self.mentions.words;
                o.can_be(words, Office::Ambassador) && o.states.first() == state
            })
        });
        // "A delegation of the Senate of B was received": guests come from it, and hosts attend.
        let sent = telling.iter().any(|i| i.is(Class::Delegation));
        let at_home = state.copied() == self.home;
        let own = envoy || at_home || self.home.is_none() && !sent;
        (telling.iter().any(met) && own).then_some(*first)
    }

    /// Of what a delegation is that a body has sent by its words: "the Chairman of the Shura Council at the head of a delegation of the Shura
    /// Council" leads one of his or her own.
    pub(super) fn of_sender_named(&self, person: usize, body: usize) -> Option<Target> {
        let target = self.bodies.of(body).map(Target::Body);
        let own = self.first_house_of(person);
        own.filter(|own| self.is_called_alike(*own, target))
            .or(target)
    }

    /// Whether a house of one state is called by the same name as the one of another state.
    fn is_called_alike(&self, own: Target, other: Option<Target>) -> bool {
        let name = |target: Target| match target {
            Target::Body(body) => self.bodies.entities.get(body).map(|b| b.name.as_str()),
            Target::State(_) => None,
        };
        let states = other.map(|o| (self.state_of_target(own), self.state_of_target(o)));
        let apart = matches!(states, Some((Some(a), Some(b))) if a != b);
        let names = name(own).zip(other.and_then(name));
        apart && names.is_some_and(|(own, other)| own.contains(other) || other.contains(own))
    }
}
