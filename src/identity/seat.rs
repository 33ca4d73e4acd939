//! Namesakes whom their seats tell apart: who is shown in two houses of one state at times that are no career.
//!
//! Nobody sits in two houses of a parliament at a time, so a deputy and a senator of one full name who are in the news by
//! turns are two people, while a deputy who is a senator in all later articles may have moved. What is decided is decided
//! from all mentions of the name in the state at once, so that no order of the articles matters.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::career::{self, Seats};
use super::entity::{Block, states_of};
use super::mention::Mention;
use super::sets::Sets;
use crate::claim::{Assertion, Confidence, EntityIndex, Reading};
use crate::lexicon::{House, Lexicon};
use crate::ontology::{NodeKind, Office, StateCode};

/// Claims that are less sure than this say nothing of a seat: those that bound no term either.
const SURE: Confidence = Confidence::hundredths(75);

/// Which of those of one name in one state a group of mentions is, as far as seats tell them apart.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub(super) enum Namesake {
    /// The only one.
    #[default]
    Only,
    /// The one of whom most articles tell.
    First,
    /// Another one.
    Other,
    /// It cannot be told which: such a mention is joined to nobody.
    Unsure,
}

/// What an article shows of where somebody sits.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Shown {
    /// The one house; `None` where none or several are told.
    house: Option<String>,
    /// The days on which it is shown.
    days: Vec<Date>,
    /// The day of the article.
    published: Option<Date>,
}

/// What a reading shows of the seat of a person of it.
///
/// Speakers, their deputies and members have a seat. Who is said to have been one, and what is not sure, shows nothing; where an
/// article tells of several houses, the one that it shows on a day is the seat.
///
/// Complexity: a look at each claim of the reading.
pub(super) fn shown(reading: &Reading, of: EntityIndex) -> Shown {
    let mut houses: BTreeMap<String, BTreeSet<Date>> = BTreeMap::new();
    let published = reading.document.date;
    for claim in reading.claims.iter().filter(|c| c.confidence >= SURE) {
        if let Assertion::Role {
            person,
            office: Office::Speaker | Office::DeputySpeaker | Office::Member,
            target,
            former: false,
            term,
            ..
        } = &claim.assertion
            && *person == of
            && let Some(house) = house_of(reading, *target)
        {
            houses.entry(house).or_default().extend(term.day(published));
        }
    }
    if houses.len() > 1 {
        houses.retain(|_, days| !days.is_empty());
    }
    let mut houses = houses.into_iter();
    let (house, days) = match (houses.next(), houses.next()) {
        (Some((house, days)), None) => (Some(house), days),
        _ => (None, BTreeSet::new()),
    };
    Shown {
        house,
        days: days.into_iter().collect(),
        published,
    }
}

/// The row of an entity that is a house in which nobody sits who sits in another one of the state.
fn house_of(reading: &Reading, target: EntityIndex) -> Option<String> {
    let entity = reading.entities.get(target)?;
    if entity.kind != NodeKind::Chamber {
        return None;
    }
    let states = match entity.row {
        // Only a name without a row is looked up by the states.
        Some(_) => BTreeSet::new(),
        None => states_of(reading).into_iter().nth(target)?,
    };
    match Block::of(entity, &states, 0) {
        Block::House(row) if !is_advisory(&row) => Some(row),
        _ => None,
    }
}

/// Whether the tables know the row as something beside the houses of the legislature, to which members of these may belong.
fn is_advisory(row: &str) -> bool {
    let code = row.split('/').next().unwrap_or_default();
    let code = StateCode::parse(&code.to_ascii_uppercase());
    let mut rows = code
        .into_iter()
        .flat_map(|code| Lexicon::builtin().chambers_of(code));
    rows.any(|(_, chamber)| {
        chamber.id == row && matches!(chamber.house, House::Advisory | House::Joint)
    })
}

/// The seats that mentions of one person show.
pub(super) fn seats<'s>(shown: impl IntoIterator<Item = &'s Shown>) -> Seats {
    let mut seats = Seats::default();
    for one in shown {
        if let Some(house) = &one.house {
            seats.add(house, &one.days);
        }
    }
    seats
}

/// Mentions of one full name and state as the people that they are of.
///
/// Houses whose days are one career ([`Seats`]) are one person's, those that are none are two people's. Who is shown but once in
/// a house, between two days of another one, stands alone: that may be a namesake as well as a mistake of a reader, so
/// it makes nobody two. Where there are several people, a mention without a seat is of the one who alone lived about the time of its
/// article; where there is none or more than one, it stays with its article alone.
///
/// Complexity: n log n in the mentions; where somebody is shown in several houses by turns, the square of the
/// number of times, two weeks apart, at which that is.
pub(super) fn people(members: Vec<(Mention, Shown)>) -> Vec<(Namesake, Vec<Mention>)> {
    let all = seats(members.iter().map(|(_, shown)| shown));
    if all.are_one_career() {
        let mut mentions: Vec<Mention> = members.into_iter().map(|(mention, _)| mention).collect();
        mentions.sort_unstable();
        return vec![(Namesake::Only, mentions)];
    }
    let bearers = Bearers::of(&all);
    let mut sure: BTreeMap<usize, Vec<Mention>> = BTreeMap::new();
    let mut unsure: BTreeMap<usize, Vec<Mention>> = BTreeMap::new();
    for (mention, shown) in &members {
        match bearers.meant(shown) {
            Some(bearer) => sure.entry(bearer).or_default().push(*mention),
            None => unsure.entry(mention.reading).or_default().push(*mention),
        }
    }
    for mentions in sure.values_mut().chain(unsure.values_mut()) {
        mentions.sort_unstable();
    }
    let first = sure.iter().rev().max_by_key(|(_, mentions)| mentions.len());
    let first = first.map(|(bearer, _)| *bearer);
    let namesake = |bearer| {
        if Some(bearer) == first {
            Namesake::First
        } else {
            Namesake::Other
        }
    };
    let sure = sure.into_iter().map(|(b, of)| (namesake(b), of));
    let unsure = unsure.into_values().map(|of| (Namesake::Unsure, of));
    sure.chain(unsure).collect()
}

/// The people of one name, told by their seats.
struct Bearers<'s> {
    /// The first and the last day of each lifetime.
    lives: Vec<(Date, Date)>,
    /// Who sits in a house in a lifetime; `None` where that is not sure.
    of: BTreeMap<(usize, &'s str), Option<usize>>,
    /// The lifetime of each.
    life_of: Vec<usize>,
}

impl<'s> Bearers<'s> {
    fn of(all: &'s Seats) -> Self {
        let mut bearers = Self {
            lives: all.lives(),
            of: BTreeMap::new(),
            life_of: Vec::new(),
        };
        let lives: Vec<Seats> = bearers.lives.iter().map(|life| all.within(*life)).collect();
        let is_told_twice = |seats: &Seats| {
            let all = seats.houses().map(|(_, days)| career::witnesses(days));
            all.sum::<usize>() > 1
        };
        let any_twice = lives.iter().any(is_told_twice);
        for (life, seats) in lives.iter().enumerate() {
            // A single odd day is rather a wrong date than somebody of another century.
            let is_odd = any_twice && !is_told_twice(seats);
            bearers.put(life, seats, all, is_odd);
        }
        bearers
    }

    /// Adds those of a lifetime.
    fn put(&mut self, life: usize, seats: &Seats, all: &'s Seats, is_odd: bool) {
        let houses: Vec<(&str, &[Date])> = seats.houses().collect();
        let clash = |one: usize, other: usize| match (houses.get(one), houses.get(other)) {
            (Some(one), Some(other)) => career::clash(*one, *other),
            _ => false,
        };
        let witnesses = |(_, days): &(&str, &[Date])| career::witnesses(days);
        let once = |place: usize| houses.get(place).map(witnesses) == Some(1);
        let clashes = |place: usize| (0..houses.len()).any(|other| clash(place, other));
        let (odd, firm): (Vec<usize>, Vec<usize>) =
            (0..houses.len()).partition(|place| is_odd || (once(*place) && clashes(*place)));
        let mut together = Sets::default();
        for (at, one) in firm.iter().enumerate() {
            for other in firm
                .iter()
                .skip(at + 1)
                .filter(|other| !clash(*one, **other))
            {
                together.join(*one, *other);
            }
        }
        let mut put = |places: &[usize], bearer: Option<usize>| {
            for place in places {
                let house = houses.get(*place).and_then(|(house, _)| all.house(house));
                if let Some(house) = house {
                    self.of.insert((life, house), bearer);
                }
            }
        };
        put(&odd, None);
        for set in together.among(firm) {
            let set: Vec<usize> = set.into_iter().collect();
            let pair = |(at, one): (usize, &usize)| {
                set.iter().skip(at + 1).any(|other| clash(*one, *other))
            };
            // Where two of three do not go together, it is not told with which of them the third one does.
            let is_torn = set.iter().enumerate().any(pair);
            for part in set.chunks(if is_torn { 1 } else { set.len() }) {
                put(part, Some(self.life_of.len()));
                self.life_of.push(life);
            }
        }
    }

    /// Whom a mention means.
    fn meant(&self, shown: &Shown) -> Option<usize> {
        let Some(house) = &shown.house else {
            return self.only(shown.published);
        };
        let mut found: BTreeSet<Option<usize>> = BTreeSet::new();
        for day in &shown.days {
            let seat = (self.life(*day), house.as_str());
            found.insert(self.of.get(&seat).copied().flatten());
        }
        if shown.days.is_empty() {
            let seats =
                (0..self.lives.len()).filter_map(|life| self.of.get(&(life, house.as_str())));
            found.extend(seats.copied());
            if found.is_empty() {
                return self.only(shown.published);
            }
        }
        match (found.pop_first(), found.pop_first()) {
            (Some(only), None) => only,
            _ => None,
        }
    }

    /// The only one, or the only one of the lifetime of a day.
    fn only(&self, day: Option<Date>) -> Option<usize> {
        if self.life_of.len() < 2 {
            return (!self.life_of.is_empty()).then_some(0);
        }
        let life = day.map(|day| self.life(day));
        let mut of_life = self.life_of.iter().enumerate();
        let mut of_life = of_life.by_ref().filter(|(_, own)| life == Some(**own));
        match (of_life.next(), of_life.next()) {
            (Some((only, _)), None) => Some(only),
            _ => None,
        }
    }

    /// The nearest lifetime.
    fn life(&self, day: Date) -> usize {
        let far = |(first, last): &(Date, Date)| career::days_outside(day, (*first, *last));
        let lives = self.lives.iter().enumerate();
        let near = lives.min_by_key(|(_, life)| far(life));
        near.map_or(0, |(life, _)| life)
    }
}
