//! Whether days in houses can be one life in politics.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::text::days_between;

/// What is printed within so many days may be one text printed again, and is no more than one witness.
const ONE_WITNESS: i64 = 14;

/// Who moves from a house to another one and back is shown there for as long as this: most of a term.
const STAY: i64 = 1000;

/// Of so many witnesses one may be wrong.
const WITNESSES_A_MISTAKE: usize = 8;

/// Nobody is shown in houses over more than 60 years with 40 in between of which nothing is told.
const LIFE: i64 = 60 * 365;
const PAUSE: i64 = 40 * 365;

/// The days on which somebody is shown in each house, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Seats(BTreeMap<String, Vec<Date>>);

/// Whether days in two houses, or in two offices of one, are not those of one person.
pub(super) type Clash = fn((&str, &[Date]), (&str, &[Date])) -> bool;

/// The first and the last day on which somebody is shown anywhere.
pub(super) type Life = (Date, Date);

impl Seats {
    /// Adds days in a house.
    pub(super) fn add(&mut self, house: &str, days: &[Date]) {
        let own = match self.0.get_mut(house) {
            Some(own) => own,
            None => self.0.entry(house.to_owned()).or_default(),
        };
        own.extend(days);
        own.sort_unstable();
        own.dedup();
    }

    /// Adds what others show.
    pub(super) fn take(&mut self, others: &Self) {
        for (house, days) in &others.0 {
            self.add(house, days);
        }
    }

    /// Whether any are known, and all houses are among those of others.
    pub(super) fn are_some_of(&self, others: &Self) -> bool {
        !self.0.is_empty() && self.0.keys().all(|house| others.0.contains_key(house))
    }

    /// The houses with their days.
    pub(super) fn houses(&self) -> impl Iterator<Item = (&str, &[Date])> {
        let all = self.0.iter();
        all.map(|(house, days)| (house.as_str(), days.as_slice()))
    }

    /// A house by its row, if anybody sits there.
    pub(super) fn house(&self, row: &str) -> Option<&str> {
        self.0.get_key_value(row).map(|(house, _)| house.as_str())
    }

    /// Those that lie in a lifetime.
    pub(super) fn within(&self, (first, last): Life) -> Self {
        let houses = self.0.iter().filter_map(|(house, days)| {
            let inside = |day: &&Date| (first..=last).contains(*day);
            let days: Vec<Date> = days.iter().filter(inside).copied().collect();
            (!days.is_empty()).then(|| (house.clone(), days))
        });
        Self(houses.collect())
    }

    /// The lifetimes in which they lie, in order; none where no day is known.
    ///
    /// Complexity: n log n in the days.
    pub(super) fn lives(&self) -> Vec<Life> {
        let mut days: Vec<Date> = self.0.values().flatten().copied().collect();
        days.sort_unstable();
        let (Some(first), Some(last)) = (days.first(), days.last()) else {
            return Vec::new();
        };
        let is_long = days_between(*first, *last) > LIFE;
        let lives = days.chunk_by(|day, next| !is_long || days_between(*day, *next) <= PAUSE);
        lives
            .filter_map(|life| Some((*life.first()?, *life.last()?)))
            .collect()
    }

    /// Whether one person can have sat so.
    ///
    /// Complexity: n log n in the days, and that of [`clash`] for each two houses.
    pub(super) fn are_one_career(&self) -> bool {
        self.lives().len() < 2 && self.have_none(clash)
    }

    /// Whether no two of them clash.
    ///
    /// Complexity: that of `clash` for each two of them.
    pub(super) fn have_none(&self, clash: Clash) -> bool {
        let houses: Vec<(&str, &[Date])> = self.houses().collect();
        let mut pairs = houses.iter().enumerate();
        pairs.all(|(at, one)| !houses.iter().skip(at + 1).any(|other| clash(*one, *other)))
    }
}

/// How many witnesses there are: texts that are printed again within two weeks are one.
pub(super) fn witnesses(days: &[Date]) -> usize {
    apart(days).len()
}

/// The days of which each is two weeks behind the one before, from the first one on.
pub(super) fn apart(days: &[Date]) -> Vec<Date> {
    let mut apart: Vec<Date> = Vec::new();
    for day in days {
        let near = |last: &Date| days_between(*last, *day) <= ONE_WITNESS;
        if !apart.last().is_some_and(near) {
            apart.push(*day);
        }
    }
    apart
}

/// Whether days in two houses are no career of one person, as far as one in eight of the fewer may be a mistake.
///
/// A career is a row of stays, one house at a time; of whoever leaves a house and comes back the stay in between is shown over
/// the most of a term. The row is taken that the fewest days contradict. Houses of two states never clash.
///
/// Complexity: linear in the days where those of one house are all before those of the other one, else the square of the number of
/// times, two weeks apart, at which somebody is shown.
pub(super) fn clash((one, days): (&str, &[Date]), (other, their_days): (&str, &[Date])) -> bool {
    let of_one_state = one.split('/').next() == other.split('/').next();
    if one == other || !of_one_state || is_a_move(days, their_days) {
        return false;
    }
    let (days, their_days) = (apart(days), apart(their_days));
    let fewer = days.len().min(their_days.len());
    let mut shown: Vec<(Date, bool)> = days.into_iter().map(|day| (day, false)).collect();
    shown.extend(their_days.into_iter().map(|day| (day, true)));
    shown.sort_unstable();
    !is_a_mistake(misplaced(&shown, STAY), fewer)
}

/// Whether so few witnesses are no more than what may be wrong beside so many others.
pub(super) const fn is_a_mistake(few: usize, others: usize) -> bool {
    few * WITNESSES_A_MISTAKE <= others
}

/// Whether all days of one are before all days of the other. On the day of the move itself articles may tell of both houses.
pub(super) fn is_a_move(days: &[Date], their_days: &[Date]) -> bool {
    let may_meet = days.len() > 1 && their_days.len() > 1;
    let before = |a: &[Date], b: &[Date]| match (a.last(), b.first()) {
        (Some(last), Some(first)) => last < first || (may_meet && last == first),
        _ => true,
    };
    before(days, their_days) || before(their_days, days)
}

/// How many of the days in two houses, which are in order, are not where the best career has them. Stays that somebody comes back
/// from are shown over so many days, as are those before.
pub(super) fn misplaced(shown: &[(Date, bool)], stay: i64) -> usize {
    // How many days in the second house, and in the first one, there are before each place.
    let mut second = vec![0];
    for (_, is_second) in shown {
        let before = second.last().copied().unwrap_or_default();
        second.push(before + usize::from(*is_second));
    }
    let wrong = |house: bool, from: usize, to: usize| {
        let upto = |place: usize| second.get(place).copied().unwrap_or_default();
        let seconds = upto(to) - upto(from);
        if house { to - from - seconds } else { seconds }
    };
    let at = |place: usize| shown.get(place).copied();
    let is_long = |house: bool, from: usize, to: usize| match (at(from), at(to - 1)) {
        (Some(first), Some(last)) => {
            first.1 == house && last.1 == house && days_between(first.0, last.0) >= stay
        }
        _ => false,
    };
    // For each place the least that is wrong before it where a stay in the first house, or in the second one, ends there.
    let mut ended: Vec<[usize; 2]> = vec![[shown.len(); 2]];
    let mut least = wrong(false, 0, shown.len()).min(wrong(true, 0, shown.len()));
    for to in 1..shown.len() {
        let is_cut = at(to - 1).map(|(day, _)| day) < at(to).map(|(day, _)| day);
        let best = [false, true].map(|house| {
            if !is_cut {
                return shown.len();
            }
            let befores = ended.iter().enumerate().skip(1);
            let after_others = befores.filter(|(from, _)| is_long(house, *from, to)).map(
                |(from, [first, second])| {
                    let before = if house { first } else { second };
                    before + wrong(house, from, to)
                },
            );
            after_others.fold(wrong(house, 0, to), usize::min)
        });
        let behind = |house: bool| wrong(house, to, shown.len());
        let [first, second] = best;
        least = least.min(first + behind(true)).min(second + behind(false));
        ended.push(best);
    }
    least
}

/// How many days a day lies outside of a lifetime.
pub(super) fn days_outside(day: Date, (first, last): Life) -> i64 {
    days_between(day, first).max(days_between(last, day)).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Days as "2020-01-01", of two houses of a state.
    fn clashes(lower: &[&str], upper: &[&str]) -> bool {
        let days = |of: &[&str]| {
            of.iter()
                .filter_map(|day| day.parse().ok())
                .collect::<Vec<Date>>()
        };
        let (lower, upper) = (days(lower), days(upper));
        let both = (("kz/majilis", &*lower), ("kz/senate", &*upper));
        assert_eq!(clash(both.0, both.1), clash(both.1, both.0));
        clash(both.0, both.1)
    }

    #[test]
    fn by_turns_is_no_career_and_one_after_the_other_is() {
        assert!(clashes(&["2020-03-01", "2022-03-01"], &["2021-03-01"]));
        assert!(clashes(
            &["2020-03-01", "2022-03-01"],
            &["2021-03-01", "2023-03-01"]
        ));
        assert!(!clashes(
            &["2020-03-01", "2020-09-01"],
            &["2021-03-01", "2022-03-01"]
        ));
        assert!(!clashes(&[], &["2021-03-01", "2022-03-01"]));
    }

    #[test]
    fn on_one_day_nobody_sits_in_two_houses() {
        assert!(clashes(&["2020-03-01"], &["2020-03-01"]));
        assert!(!clashes(&["2020-03-01"], &["2020-03-02"]));
        // The day of a move is of both.
        assert!(!clashes(
            &["2019-03-01", "2020-03-01"],
            &["2020-03-01", "2021-03-01"]
        ));
    }

    #[test]
    fn who_comes_back_has_stayed_for_a_term() {
        let lower = ["2010-03-01", "2014-03-01", "2020-03-01", "2023-03-01"];
        assert!(!clashes(&lower, &["2015-03-01", "2019-03-01"]));
        assert!(clashes(&lower, &["2015-03-01", "2016-03-01"]));
        // Shown on one day alone, nobody knows how long that was.
        assert!(clashes(&lower, &["2017-03-01"]));
    }

    #[test]
    fn one_wrong_day_in_eight_is_a_mistake() {
        let many = |year: i16, count: i16| {
            let days = (0..count).map(move |n| format!("{}-{:02}-01", year + n / 12, n % 12 + 1));
            days.collect::<Vec<String>>()
        };
        let (mut lower, upper) = (many(2010, 9), many(2012, 8));
        lower.push("2012-05-20".to_owned());
        let words = |of: &[String]| of.iter().map(String::as_str).collect::<Vec<_>>().join(" ");
        let (lower, upper) = (words(&lower), words(&upper));
        let lower: Vec<&str> = lower.split(' ').collect();
        let upper: Vec<&str> = upper.split(' ').collect();
        assert!(!clashes(&lower, &upper));
        assert!(clashes(&lower, upper.get(..7).unwrap_or_default()));
    }

    #[test]
    fn what_is_printed_again_is_one_witness() {
        let lower = ["2020-03-01", "2020-06-01", "2020-09-01"];
        assert!(clashes(&lower, &["2020-04-01", "2020-04-10"]));
        let days = |of: &[&str]| {
            of.iter()
                .filter_map(|day| day.parse().ok())
                .collect::<Vec<Date>>()
        };
        assert_eq!(witnesses(&days(&["2020-04-01", "2020-04-10"])), 1);
        assert_eq!(witnesses(&days(&["2020-04-01", "2020-04-20"])), 2);
    }

    #[test]
    fn houses_of_two_states_never_clash() {
        let day = ["2020-03-01".parse().unwrap_or_default()];
        assert!(!clash(("kz/senate", &day), ("ru/state-duma", &day)));
    }

    #[test]
    fn a_century_is_two_lives() {
        let of = |days: &[&str]| {
            let mut seats = Seats::default();
            for day in days {
                seats.add("kz/senate", &[day.parse().unwrap_or_default()]);
            }
            seats.lives().len()
        };
        assert_eq!(of(&["1950-01-01", "1955-01-01", "2020-01-01"]), 2);
        assert_eq!(of(&["1960-01-01", "2015-01-01"]), 1);
        assert_eq!(of(&["1950-01-01", "1985-01-01", "2020-01-01"]), 1);
        assert_eq!(of(&[]), 0);
    }
}
