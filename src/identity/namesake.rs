//! Namesakes whom their seats tell apart: who is shown in two houses of one state at times that are no career.
//!
//! Nobody sits in two houses of a parliament at a time, so a deputy and a senator of one full name who are in the news by
//! turns are two people, while a deputy who is a senator in all later articles may have moved. What is decided is decided
//! from all mentions of the name in the state at once, so that no order of the articles matters.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::career::{self, Clash, Seats};
use super::mention::Mention;
use super::seat::{Shown, seats};
use super::sets::Sets;

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

/// Mentions of one full name and state as the people that they are of.
///
/// Houses whose days are one career ([`Seats`]) are one person's, those that are none are two people's. Who is shown but once in
/// a house, between two days of another one, stands alone: that may be a namesake as well as a mistake of a reader, so
/// it makes nobody two. Where there are several people, a mention without a seat is of the one who alone is shown in the
/// lifetime of its article, or by eight times as many witnesses as all others; else it stays with its article alone.
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
    told_apart(&members, &all, career::clash)
}

/// The people of whom the mentions are, where their seats are not those of one person.
pub(super) fn told_apart(
    members: &[(Mention, Shown)],
    all: &Seats,
    clash: Clash,
) -> Vec<(Namesake, Vec<Mention>)> {
    let bearers = Bearers::of(all, clash);
    let mut sure: BTreeMap<usize, Vec<Mention>> = BTreeMap::new();
    let mut unsure: BTreeMap<usize, Vec<Mention>> = BTreeMap::new();
    for (mention, shown) in members {
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
    /// The lifetime of each, and how many witnesses there are.
    each: Vec<(usize, usize)>,
    clash: Clash,
}

impl<'s> Bearers<'s> {
    fn of(all: &'s Seats, clash: Clash) -> Self {
        let mut bearers = Self {
            lives: all.lives(),
            of: BTreeMap::new(),
            each: Vec::new(),
            clash,
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
        let no_person = self.clash;
        let clash = |one: usize, other: usize| match (houses.get(one), houses.get(other)) {
            (Some(one), Some(other)) => no_person(*one, *other),
            _ => false,
        };
        let witnesses = |(_, days): &(&str, &[Date])| career::witnesses(days);
        let once = |place: usize| houses.get(place).map(witnesses) == Some(1);
        let clashes = |place: usize| (0..houses.len()).any(|other| clash(place, other));
        let (odd, firm): (Vec<usize>, Vec<usize>) =
            (0..houses.len()).partition(|place| is_odd || (once(*place) && clashes(*place)));
        let mut together = Sets::default();
        for (at, one) in firm.iter().enumerate() {
            let others = firm.iter().skip(at + 1);
            for other in others.filter(|other| !clash(*one, **other)) {
                together.join(*one, *other);
            }
        }
        let put = |of: &mut BTreeMap<_, _>, places: &[usize], bearer: Option<usize>| {
            for place in places {
                let house = houses.get(*place).and_then(|(house, _)| all.house(house));
                if let Some(house) = house {
                    of.insert((life, house), bearer);
                }
            }
        };
        put(&mut self.of, &odd, None);
        for set in together.among(firm) {
            let set: Vec<usize> = set.into_iter().collect();
            let pair = |(at, one): (usize, &usize)| {
                set.iter().skip(at + 1).any(|other| clash(*one, *other))
            };
            // Where two of three do not go together, it is not told with which of them the third one does.
            let is_torn = set.iter().enumerate().any(pair);
            for part in set.chunks(if is_torn { 1 } else { set.len() }) {
                let bearer = self.each.len();
                put(&mut self.of, part, Some(bearer));
                let of_part = part.iter().filter_map(|place| houses.get(*place));
                self.each.push((life, of_part.map(witnesses).sum()));
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

    /// The only one of the lifetime of a day, or the one of whom nearly all witnesses tell.
    fn only(&self, day: Option<Date>) -> Option<usize> {
        if self.each.is_empty() {
            // Nobody is told apart but single odd mentions; all others are one.
            return Some(0);
        }
        let life = day.map(|day| self.life(day));
        let is_meant = |of: usize| life.is_none_or(|life| life == of);
        let each = self.each.iter().enumerate();
        let meant = each.filter(|(_, (life, _))| is_meant(*life));
        let meant: Vec<(usize, usize)> = meant.map(|(at, (_, told_by))| (*told_by, at)).collect();
        let (most, first) = meant.iter().max()?;
        let all: usize = meant.iter().map(|(told_by, _)| told_by).sum();
        let is_sure = meant.len() == 1 || career::is_a_mistake(all - most, *most);
        is_sure.then_some(*first)
    }

    /// The nearest lifetime.
    fn life(&self, day: Date) -> usize {
        let far = |(first, last): &(Date, Date)| career::days_outside(day, (*first, *last));
        let lives = self.lives.iter().enumerate();
        let near = lives.min_by_key(|(_, life)| far(life));
        near.map_or(0, |(life, _)| life)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Mentions as "house day", "house" or "", of one article each; each group as its namesake and the places of these.
    fn parted(of: &[&str]) -> Vec<(Namesake, Vec<usize>)> {
        let members = of.iter().enumerate().map(|(reading, told)| {
            let (house, day) = told.split_once(' ').unwrap_or((told, ""));
            let shown = Shown {
                house: (!house.is_empty()).then(|| format!("kz/{house}")),
                office: None,
                days: day.parse().into_iter().collect(),
                published: day.parse().ok(),
            };
            (Mention { reading, entity: 0 }, shown)
        });
        let people = people(members.collect()).into_iter();
        let places = |of: Vec<Mention>| of.iter().map(|m| m.reading).collect();
        people
            .map(|(namesake, of)| (namesake, places(of)))
            .collect()
    }

    #[test]
    fn who_is_in_two_houses_by_turns_is_two() {
        let told = [
            "majilis 2020-03-01",
            "senate 2021-03-01",
            "majilis 2022-03-01",
            "senate 2023-03-01",
            "majilis",
        ];
        let expected = [
            (Namesake::First, vec![0, 2, 4]),
            (Namesake::Other, vec![1, 3]),
        ];
        assert_eq!(parted(&told), expected);
    }

    #[test]
    fn a_mention_without_a_seat_is_of_nobody_where_it_may_be_of_two() {
        let told = [
            "majilis 2020-03-01",
            "senate 2021-03-01",
            "majilis 2022-03-01",
            "senate 2023-03-01",
            "",
            "",
        ];
        let expected = [
            (Namesake::First, vec![0, 2]),
            (Namesake::Other, vec![1, 3]),
            (Namesake::Unsure, vec![4]),
            (Namesake::Unsure, vec![5]),
        ];
        assert_eq!(parted(&told), expected);
    }

    #[test]
    fn of_whom_eight_times_as_many_tell_is_meant() {
        let mut told: Vec<String> = (0..16)
            .map(|n| format!("majilis {}-{:02}-01", 2020 + n / 12, n % 12 + 1))
            .collect();
        told.extend(["senate 2020-02-15", "senate 2020-06-15", ""].map(str::to_owned));
        let words: Vec<&str> = told.iter().map(String::as_str).collect();
        let expected = [
            (Namesake::First, (0..16).chain([18]).collect::<Vec<_>>()),
            (Namesake::Other, vec![16, 17]),
        ];
        assert_eq!(parted(&words), expected);
    }

    #[test]
    fn a_single_odd_seat_stands_alone_and_makes_nobody_two() {
        let told = [
            "majilis 2020-03-01",
            "senate 2021-03-01",
            "majilis 2022-03-01",
            "",
        ];
        let expected = [
            (Namesake::First, vec![0, 2, 3]),
            (Namesake::Unsure, vec![1]),
        ];
        assert_eq!(parted(&told), expected);
    }

    #[test]
    fn one_house_after_the_other_is_one() {
        let told = ["majilis 2020-03-01", "senate 2021-03-01", "", "senate"];
        assert_eq!(parted(&told), [(Namesake::Only, vec![0, 1, 2, 3])]);
    }

    #[test]
    fn a_century_of_one_house_is_two_and_the_article_tells_which() {
        let told = [
            "senate 1950-03-01",
            "senate 1952-03-01",
            "senate 2020-03-01",
            "senate 2021-03-01",
            " 2019-03-01",
            " 1949-03-01",
            "senate",
        ];
        let expected = [
            (Namesake::First, vec![0, 1, 5]),
            (Namesake::Other, vec![2, 3, 4]),
            (Namesake::Unsure, vec![6]),
        ];
        assert_eq!(parted(&told), expected);
        // One day long ago is rather a wrong date.
        let told = [
            "senate 1920-03-01",
            "senate 2020-03-01",
            "senate 2021-03-01",
            "",
        ];
        let expected = [
            (Namesake::First, vec![1, 2, 3]),
            (Namesake::Unsure, vec![0]),
        ];
        assert_eq!(parted(&told), expected);
    }

    #[test]
    fn who_fits_to_two_that_do_not_fit_is_a_third() {
        let told = [
            "majilis 2020-03-01",
            "senate 2020-09-01",
            "majilis 2021-03-01",
            "senate 2021-09-01",
            "kurultai 2026-09-01",
        ];
        let expected = [
            (Namesake::Other, vec![4]),
            (Namesake::First, vec![0, 2]),
            (Namesake::Other, vec![1, 3]),
        ];
        assert_eq!(parted(&told), expected);
    }
}
