//! Meetings and visits as they are collected from the sentences of an article, one entry for all that tells of the same.
//!
//! In come events sentence by sentence, out comes a list without doubles. This module never reads words.

use std::ops::Range;

use super::presence::Sightings;
use crate::ontology::{LifeEvent, MeetingKind, MeetingStatus, OutcomeKind, StateCode};
use crate::text::PartialDate;

/// Words that tell of an event, the rule that read them, and how sure it is in hundredths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sign {
    /// The words.
    pub words: Range<usize>,
    /// The rule.
    pub rule: &'static str,
    /// How sure.
    pub confidence: u8,
}

/// Somebody who was at a meeting more likely than not, with what lets one suppose it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Supposed {
    /// The person.
    pub person: usize,
    /// The words, the rule, and how sure it is.
    pub sign: Sign,
}

/// A meeting of the article.
#[derive(Debug, Clone)]
pub(super) struct Meeting {
    /// How people came together.
    pub kind: MeetingKind,
    /// Whether it took place.
    pub status: MeetingStatus,
    /// The people by side.
    pub sides: Vec<Vec<usize>>,
    /// The body whose session or conference it was.
    pub body: Option<usize>,
    /// The number of the session.
    pub session: Option<u32>,
    /// The day.
    pub date: Option<PartialDate>,
    /// The city.
    pub place: Option<String>,
    /// What tells of it.
    pub signs: Vec<Sign>,
    /// Those of whom no sentence says that they were there, but the article as a whole.
    pub supposed: Vec<Supposed>,
    /// What came out of it, each with the words that say so.
    pub outcomes: Vec<(OutcomeKind, Sign)>,
}

/// Something that happened to a body.
#[derive(Debug, Clone)]
pub(super) struct Life {
    /// The body, by its place in the list of bodies.
    pub body: usize,
    /// What happened.
    pub event: LifeEvent,
    /// When.
    pub date: Option<PartialDate>,
    /// What tells of it.
    pub sign: Sign,
}

impl Meeting {
    /// Everybody who took part.
    pub(super) fn people(&self) -> impl Iterator<Item = usize> + '_ {
        self.sides.iter().flatten().copied()
    }

    /// Whether it was in a year before the given one, so that the article only thinks back to it.
    pub(super) fn is_before(&self, year: Option<i16>) -> bool {
        let own = self.date.map(PartialDate::year);
        own.zip(year).is_some_and(|(own, year)| own < year)
    }

    /// Whether two entries tell of one meeting: the people of one stand on the sides of the other, nothing contradicts.
    fn same_as(&self, other: &Self) -> bool {
        let dates = match (self.date, other.date) {
            (Some(a), Some(b)) => a.agrees_with(b),
            _ => true,
        };
        if !dates || self.status != other.status {
            return false;
        }
        if let (Some(a), Some(b)) = (self.body, other.body) {
            return a == b;
        }
        let plain = |kind| kind == MeetingKind::Bilateral || kind == MeetingKind::Call;
        self.body.is_none()
            && other.body.is_none()
            && plain(self.kind)
            && plain(other.kind)
            && (within(&self.sides, &other.sides) || within(&other.sides, &self.sides))
    }

    /// Takes in what another entry of the same meeting tells; what is known already stays.
    fn merge(&mut self, other: Self) {
        if self.kind == MeetingKind::Bilateral && other.kind == MeetingKind::Call {
            self.kind = MeetingKind::Call;
        }
        self.date = self.date.or(other.date);
        self.place = self.place.take().or(other.place);
        self.session = self.session.or(other.session);
        if self.body.is_some() {
            for person in other.sides.into_iter().flatten() {
                if !self.people().any(|p| p == person) {
                    self.sides.push(vec![person]);
                }
            }
        } else if within(&self.sides, &other.sides) {
            self.sides = other.sides;
        }
        self.signs.extend(other.signs);
        self.outcomes.extend(other.outcomes);
    }
}

/// Whether every pair across the first sides is one across the second.
fn within(small: &[Vec<usize>], large: &[Vec<usize>]) -> bool {
    let side_of = |person: usize| large.iter().position(|s| s.contains(&person));
    let places: Vec<Vec<Option<usize>>> = small
        .iter()
        .map(|s| s.iter().map(|p| side_of(*p)).collect())
        .collect();
    let known = places.iter().flatten().all(Option::is_some);
    let coherent = places
        .iter()
        .all(|s| s.windows(2).all(|w| w.first() == w.last()));
    let firsts: Vec<Option<usize>> = places.iter().filter_map(|s| s.first().copied()).collect();
    let distinct = firsts
        .iter()
        .enumerate()
        .all(|(i, a)| firsts.iter().skip(i + 1).all(|b| a != b));
    known && coherent && distinct && small.len() > 1
}

/// A visit of the article.
#[derive(Debug, Clone)]
pub(super) struct Visit {
    /// Who.
    pub person: usize,
    /// Where to.
    pub state: StateCode,
    /// The first day.
    pub date: Option<PartialDate>,
    /// Whether it is still to come.
    pub planned: bool,
    /// What tells of it.
    pub signs: Vec<Sign>,
}

impl Visit {
    /// Whether some sentence tells of the visit itself, not only of those who make it.
    fn is_sure(&self) -> bool {
        /// How sure a sign is that tells of a visit by its verb or noun, in hundredths.
        const TOLD: u8 = 80;
        self.signs.iter().any(|s| s.confidence >= TOLD)
    }

    /// Whether two entries tell of one visit; both of a plan or both of none, where they have to be `alike`.
    fn is_same(&self, other: &Self, alike: bool) -> bool {
        let dates = self.date.zip(other.date);
        let dates = dates.is_none_or(|(a, b)| a.agrees_with(b));
        let plans = !alike || self.planned == other.planned;
        self.person == other.person && self.state == other.state && plans && dates
    }
}

/// What happened, in the order in which it is told.
#[derive(Debug, Clone, Default)]
pub(super) struct Events {
    /// The meetings.
    pub meetings: Vec<Meeting>,
    /// The visits.
    pub visits: Vec<Visit>,
    /// The visits of several whom a sentence does not name, with the state that sent them; the person of such a visit is nobody.
    pub nameless: Vec<(StateCode, Visit)>,
    /// The visits of which a sentence tells neither who makes them nor which state sent those; the person of such a visit is nobody.
    pub unattributed: Vec<Visit>,
    /// What happened to bodies.
    pub lives: Vec<Life>,
    /// What the sentences show of people and bodies.
    pub sightings: Sightings,
}

impl Events {
    /// Adds a meeting, or joins it to the entry of the same one. Gives its place.
    pub(super) fn meet(&mut self, mut new: Meeting) -> Option<usize> {
        let mut seen: Vec<usize> = Vec::new();
        for side in &mut new.sides {
            side.retain(|p| {
                let first = !seen.contains(p);
                seen.push(*p);
                first
            });
        }
        new.sides.retain(|s| !s.is_empty());
        if new.body.is_none() && new.sides.len() < 2 {
            return None;
        }
        if let Some(place) = self.meetings.iter().position(|m| m.same_as(&new)) {
            if let Some(known) = self.meetings.get_mut(place) {
                known.merge(new);
            }
            return Some(place);
        }
        self.meetings.push(new);
        Some(self.meetings.len() - 1)
    }

    /// Adds a visit, or joins it to the entry of the same one. What one sentence announces ("will pay a visit to Riga in May") and another tells to go
    /// on ("is on a visit to Latvia") is one visit where their days do not contradict, and it is no plan any more.
    pub(super) fn visit(&mut self, new: Visit) {
        let place = self.visits.iter().position(|v| v.is_same(&new, true));
        let place = place.or_else(|| self.visits.iter().position(|v| v.is_same(&new, false)));
        match place.and_then(|p| self.visits.get_mut(p)) {
            Some(known) => {
                known.date = known.date.or(new.date);
                // "The delegation to Kenya is led by A" does not say when it travels.
                known.planned = match (known.is_sure(), new.is_sure()) {
                    (true, false) => known.planned,
                    (false, true) => new.planned,
                    _ => known.planned && new.planned,
                };
                known.signs.extend(new.signs);
            }
            None => self.visits.push(new),
        }
    }
}
