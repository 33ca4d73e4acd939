//! What articles show of where somebody sits: the house, and on which days.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::career::Seats;
use super::entity::{Block, states_of};
use crate::claim::{Assertion, Confidence, EntityIndex, Reading};
use crate::lexicon::{House, Lexicon};
use crate::ontology::{NodeKind, Office, StateCode};

/// Claims that are less sure than this say nothing of a seat: those that bound no term either.
const SURE: Confidence = Confidence::hundredths(75);

/// What an article shows of where somebody sits.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Shown {
    /// The one house; `None` where none or several are told.
    pub(super) house: Option<String>,
    /// Whether the person presides over it or is a mere member; `None` for a deputy of the speaker, and where both are told.
    pub(super) office: Option<Office>,
    /// The days on which it is shown.
    pub(super) days: Vec<Date>,
    /// The day of the article.
    pub(super) published: Option<Date>,
}

/// What a reading shows of the seat of a person of it.
///
/// Speakers, their deputies and members have a seat. Who is said to have been one, and what is not sure, shows nothing; where an
/// article tells of several houses, the one that it shows on a day is the seat.
///
/// Complexity: a look at each claim of the reading.
pub(super) fn shown(reading: &Reading, of: EntityIndex) -> Shown {
    let mut houses: BTreeMap<String, BTreeMap<Office, BTreeSet<Date>>> = BTreeMap::new();
    let published = reading.document.date;
    for claim in reading.claims.iter().filter(|c| c.confidence >= SURE) {
        if let Assertion::Role {
            person,
            office: office @ (Office::Speaker | Office::DeputySpeaker | Office::Member),
            target,
            former: false,
            term,
            ..
        } = &claim.assertion
            && *person == of
            && let Some(house) = house_of(reading, *target)
        {
            let offices = houses.entry(house).or_default();
            let days = offices.entry(*office).or_default();
            days.extend(term.day(published));
        }
    }
    if houses.len() > 1 {
        houses.retain(|_, offices| offices.values().any(|days| !days.is_empty()));
    }
    let mut houses = houses.into_iter();
    let (house, offices) = match (houses.next(), houses.next()) {
        (Some((house, offices)), None) => (Some(house), offices),
        _ => (None, BTreeMap::new()),
    };
    let days: BTreeSet<Date> = offices.values().flatten().copied().collect();
    Shown {
        house,
        office: office_of(&offices, &days),
        days: days.into_iter().collect(),
        published,
    }
}

/// Whether an article shows somebody as the speaker or as a mere member of a house, on all days of which it tells.
///
/// A speaker is a member too, so who is called both on one day presides.
fn office_of(offices: &BTreeMap<Office, BTreeSet<Date>>, days: &BTreeSet<Date>) -> Option<Office> {
    let shown = offices.iter().filter(|(_, own)| *own == days);
    let shown: Vec<Office> = shown.map(|(office, _)| *office).collect();
    let on_all = |office: &Office| shown.contains(office);
    if on_all(&Office::Speaker) {
        Some(Office::Speaker)
    } else {
        let only = offices.len() == 1 && on_all(&Office::Member);
        only.then_some(Office::Member)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_advisory_body_has_members_of_the_houses() {
        assert!(is_advisory("by/all-belarusian-peoples-assembly"));
        assert!(!is_advisory("by/council-of-the-republic"));
        assert!(!is_advisory("xa/house"));
    }
}
