//! Namesakes in one house: who presides over it, and who is a mere member meanwhile.
//!
//! A member may become the speaker, and whoever was the speaker stays a member; one after the other is a career. Nor does a speaker cease
//! to be a member, and some articles say no more. But where many of them tell of a mere member in the midst of the time in which
//! as many tell of the speaker, there are two of the name. That is looked at once the spellings of a name are joined, for each of
//! these may mix the two: parted before, the other spellings would be of neither.

use jiff::civil::Date;
use rayon::prelude::*;

use super::career::{Seats, apart, is_a_mistake, is_a_move, misplaced};
use super::group::Group;
use super::mention::Mention;
use super::namesake;
use super::seat::{self, Shown};
use crate::claim::Reading;

/// Who comes back to an office was away for half a year, which is shown over as long.
const STAY: i64 = 183;

/// No fewer witnesses that fit into no career make two of one.
const LEAST: usize = 4;

/// Of so many witnesses one may be wrong.
const WITNESSES_A_MISTAKE: usize = 4;

/// What an article shows, with each office of a house as a house of its own.
pub(super) fn in_office(shown: &Shown) -> Shown {
    let house = shown.house.as_deref().zip(shown.office);
    Shown {
        house: house.map(|(house, office)| format!("{house} {}", office.as_str())),
        ..shown.clone()
    }
}

/// The offices in houses that mentions of one person show.
pub(super) fn offices<'s>(shown: impl IntoIterator<Item = &'s Shown>) -> Seats {
    let shown: Vec<Shown> = shown.into_iter().map(in_office).collect();
    seat::seats(&shown)
}

/// Whether the days of the speaker and the days of a mere member of one house are not those of one person.
///
/// Complexity: linear in the days where those of one are all before those of the other, or where one is told much more rarely;
/// else the square of the number of times, two weeks apart, at which somebody is shown.
pub(super) fn clash((one, days): (&str, &[Date]), (other, their_days): (&str, &[Date])) -> bool {
    let house = |office: &str| office.split(' ').next().map(str::to_owned);
    if one == other || house(one) != house(other) || is_a_move(days, their_days) {
        return false;
    }
    // Of the time in which both are told articles tell of both, and not just now and then of one of them.
    let from = days.first().max(their_days.first());
    let to = days.last().min(their_days.last());
    let both = |day: &&Date| Some(*day) >= from && Some(*day) <= to;
    let count = |of: &[Date]| of.iter().filter(both).count();
    let (own, their) = (count(days), count(their_days));
    if is_a_mistake(own.min(their), own.max(their)) {
        return false;
    }
    let (days, their_days) = (apart(days), apart(their_days));
    let fewer = days.len().min(their_days.len());
    let mut shown: Vec<(Date, bool)> = days.into_iter().map(|day| (day, false)).collect();
    shown.extend(their_days.into_iter().map(|day| (day, true)));
    shown.sort_unstable();
    let wrong = misplaced(&shown, STAY);
    wrong >= LEAST && wrong * WITNESSES_A_MISTAKE > fewer
}

/// The groups with whoever is the speaker and whoever is a mere member of one name in one house parted.
///
/// Complexity: a look at each claim of the readings of people of full names, and as [`namesake::people`].
pub(super) fn part(readings: &[Reading], groups: Vec<Group>) -> Vec<Group> {
    let shown = |mention: &Mention| {
        let reading = readings.get(mention.reading);
        let shown = reading.map(|of| in_office(&seat::shown(of, mention.entity)));
        (*mention, shown.unwrap_or_default())
    };
    let parts = groups.into_par_iter().flat_map_iter(|group| {
        if !group.is_known_person() || group.mentions.len() < LEAST {
            return vec![group];
        }
        let members: Vec<(Mention, Shown)> = group.mentions.iter().map(shown).collect();
        parts(&group, &members)
    });
    parts.collect()
}

/// The people of a group, by what each of its mentions shows of an office.
pub(super) fn parts(group: &Group, members: &[(Mention, Shown)]) -> Vec<Group> {
    let offices = seat::seats(members.iter().map(|(_, shown)| shown));
    if offices.have_none(clash) {
        return vec![group.clone()];
    }
    let people = namesake::told_apart(members, &offices, clash).into_iter();
    let part = |(namesake, mentions)| Group {
        block: group.block.clone(),
        states: group.states.clone(),
        mentions,
        namesake: group.namesake.max(namesake),
    };
    people.map(part).collect()
}
