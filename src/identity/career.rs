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

/// What somebody is in a house, from the least to the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) enum Rank {
    /// A member without a higher office.
    Bench,
    /// Deputises for who presides.
    Deputy,
    /// Presides.
    Chair,
}

/// The days on which somebody is shown in each house, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Seats(BTreeMap<String, BTreeMap<Rank, Vec<Date>>>);

/// The first and the last day on which somebody is shown anywhere.
pub(super) type Life = (Date, Date);

/// A seat in a house, with its days in a lifetime and those of all seats there.
pub(super) struct Seat {
    pub(super) house: String,
    pub(super) rank: Rank,
    days: Vec<Date>,
    of_house: Vec<Date>,
}

impl Seats {
    /// Adds a day in a house.
    pub(super) fn add(&mut self, house: &str, (rank, day): (Rank, Date)) {
        let of_house = match self.0.get_mut(house) {
            Some(of_house) => of_house,
            None => self.0.entry(house.to_owned()).or_default(),
        };
        let days = of_house.entry(rank).or_default();
        if let Err(place) = days.binary_search(&day) {
            days.insert(place, day);
        }
    }

    /// Adds what others show.
    pub(super) fn take(&mut self, others: &Self) {
        for (house, ranks) in &others.0 {
            for (rank, days) in ranks {
                for day in days {
                    self.add(house, (*rank, *day));
                }
            }
        }
    }

    /// Those that lie in a lifetime.
    pub(super) fn within(&self, (first, last): Life) -> Vec<Seat> {
        let mut seats = Vec::new();
        for (house, ranks) in &self.0 {
            let inside = |day: &&Date| (first..=last).contains(*day);
            let mut of_house: Vec<Date> =
                ranks.values().flatten().filter(inside).copied().collect();
            of_house.sort_unstable();
            of_house.dedup();
            seats.extend(ranks.iter().map(|(rank, days)| Seat {
                house: house.clone(),
                rank: *rank,
                days: days.iter().filter(inside).copied().collect(),
                of_house: of_house.clone(),
            }));
        }
        seats.retain(|seat| !seat.days.is_empty());
        seats
    }

    /// The lifetimes in which they lie, in order; none where no day is known.
    ///
    /// Complexity: n log n in the days.
    pub(super) fn lives(&self) -> Vec<Life> {
        let days = self.0.values().flat_map(BTreeMap::values).flatten();
        let mut days: Vec<Date> = days.copied().collect();
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
    /// Complexity: n log n in the days, and for each two seats in which somebody is shown by turns that of [`Seat::clashes`].
    pub(super) fn are_one_career(&self) -> bool {
        let lives = self.lives();
        let (Some(life), true) = (lives.first(), lives.len() < 2) else {
            return lives.is_empty();
        };
        if self.0.values().map(BTreeMap::len).sum::<usize>() < 2 {
            return true;
        }
        let seats = self.within(*life);
        let mut pairs = seats.iter().enumerate();
        pairs.all(|(at, one)| !seats.iter().skip(at + 1).any(|other| one.clashes(other)))
    }
}

impl Seat {
    /// How many witnesses there are.
    pub(super) fn witnesses(&self) -> usize {
        apart(&self.days).len()
    }

    /// Whether days in two seats are no career of one person.
    ///
    /// A career is a row of stays, one house at a time; of whoever leaves a house and comes back the stay in between is shown over
    /// the most of a term. The row is taken that the fewest days contradict. Of two houses of a state one in eight witnesses of the
    /// fewer may be wrong; of who presides over a house and who is a mere member there, one in eight of the days of the more, for
    /// whoever presides is called a member by mistake alone. Houses of two states never clash.
    ///
    /// Complexity: linear in the days where those of one seat are all before those of the other one, else the square of the number
    /// of days; of two houses of the times, two weeks apart, at which somebody is shown.
    pub(super) fn clashes(&self, other: &Self) -> bool {
        if self.house == other.house {
            let ranks = [self.rank.min(other.rank), self.rank.max(other.rank)];
            let days = (&*self.days, &*other.days);
            let more = self.days.len().max(other.days.len());
            return ranks == [Rank::Bench, Rank::Chair]
                && !is_a_move(days.0, days.1)
                && !is_a_mistake(misplaced(days.0, days.1), more);
        }
        let of_one_state = self.house.split('/').next() == other.house.split('/').next();
        if !of_one_state || is_a_move(&self.of_house, &other.of_house) {
            return false;
        }
        let (days, theirs) = (apart(&self.of_house), apart(&other.of_house));
        !is_a_mistake(misplaced(&days, &theirs), days.len().min(theirs.len()))
    }

    /// Whether it clashes with another one and has but one witness.
    pub(super) fn is_odd_beside(&self, other: &Self) -> bool {
        let days = if self.house == other.house {
            &self.days
        } else {
            &self.of_house
        };
        apart(days).len() == 1 && self.clashes(other)
    }
}

/// The days of which each is two weeks behind the one before, from the first one on.
fn apart(days: &[Date]) -> Vec<Date> {
    let mut apart: Vec<Date> = Vec::new();
    for day in days {
        let near = |last: &Date| days_between(*last, *day) <= ONE_WITNESS;
        if !apart.last().is_some_and(near) {
            apart.push(*day);
        }
    }
    apart
}

/// Whether so few witnesses are no more than what may be wrong beside so many others.
pub(super) const fn is_a_mistake(few: usize, others: usize) -> bool {
    few * WITNESSES_A_MISTAKE <= others
}

/// Whether all days of one are before all days of the other. On the day of the move itself articles may tell of both houses.
fn is_a_move(days: &[Date], their_days: &[Date]) -> bool {
    let may_meet = days.len() > 1 && their_days.len() > 1;
    let before = |a: &[Date], b: &[Date]| match (a.last(), b.first()) {
        (Some(last), Some(first)) => last < first || (may_meet && last == first),
        _ => true,
    };
    before(days, their_days) || before(their_days, days)
}

/// How many of the days in two seats are not where the best career has them.
fn misplaced(days: &[Date], their_days: &[Date]) -> usize {
    let mut shown: Vec<(Date, bool)> = days.iter().map(|day| (*day, false)).collect();
    shown.extend(their_days.iter().map(|day| (*day, true)));
    shown.sort_unstable();
    // How many days in the second house, and in the first one, there are before each place.
    let mut second = vec![0];
    for (_, is_second) in &shown {
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
            first.1 == house && last.1 == house && days_between(first.0, last.0) >= STAY
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

    fn days(of: &[&str]) -> Vec<Date> {
        of.iter().filter_map(|day| day.parse().ok()).collect()
    }

    fn seats(of: &[(&str, Rank, &[&str])]) -> Seats {
        let mut seats = Seats::default();
        for (house, rank, told) in of {
            for day in days(told) {
                seats.add(house, (*rank, day));
            }
        }
        seats
    }

    /// Whether days in two houses of a state clash.
    fn clashes(lower: &[&str], upper: &[&str]) -> bool {
        let both = [
            ("kz/majilis", Rank::Bench, lower),
            ("kz/senate", Rank::Bench, upper),
        ];
        !seats(&both).are_one_career()
    }

    #[test]
    fn by_turns_is_no_career_and_one_after_the_other_is() {
        let (lower, upper) = (["2020-03-01", "2022-03-01"], ["2021-03-01", "2023-03-01"]);
        assert!(clashes(&lower, &["2021-03-01"]));
        assert!(clashes(&lower, &upper));
        assert!(!clashes(&["2020-03-01", "2020-09-01"], &upper));
        assert!(!clashes(&[], &upper));
    }

    #[test]
    fn on_one_day_nobody_sits_in_two_houses() {
        assert!(clashes(&["2020-03-01"], &["2020-03-01"]));
        assert!(!clashes(&["2020-03-01"], &["2020-03-02"]));
        // The day of a move is of both.
        let (lower, upper) = (["2019-03-01", "2020-03-01"], ["2020-03-01", "2021-03-01"]);
        assert!(!clashes(&lower, &upper));
    }

    #[test]
    fn who_comes_back_has_stayed_for_a_term() {
        let lower = ["2010-03-01", "2014-03-01", "2020-03-01", "2023-03-01"];
        assert!(!clashes(&lower, &["2015-03-01", "2019-03-01"]));
        assert!(clashes(&lower, &["2015-03-01", "2016-03-01"]));
        // Shown on one day alone, nobody knows how long that was.
        assert!(clashes(&lower, &["2017-03-01"]));
    }

    /// The first days of so many months.
    fn months(year: usize, count: usize) -> Vec<String> {
        let day = |n: usize| format!("{}-{:02}-01", year + n / 12, n % 12 + 1);
        (0..count).map(day).collect()
    }

    fn words(of: &[String]) -> Vec<&str> {
        of.iter().map(String::as_str).collect()
    }

    #[test]
    fn one_wrong_day_in_eight_is_a_mistake() {
        let (mut lower, upper) = (months(2010, 9), months(2012, 8));
        lower.push("2012-05-20".to_owned());
        assert!(!clashes(&words(&lower), &words(&upper)));
        assert!(clashes(
            &words(&lower),
            words(&upper).get(..7).unwrap_or_default()
        ));
    }

    #[test]
    fn what_is_printed_again_is_one_witness() {
        let life = (Date::MIN, Date::MAX);
        let witnesses = |of: &[&str]| {
            let seats = seats(&[("kz/senate", Rank::Bench, of)]).within(life);
            seats.first().map_or(0, Seat::witnesses)
        };
        assert_eq!(witnesses(&["2020-04-01", "2020-04-10"]), 1);
        assert_eq!(witnesses(&["2020-04-01", "2020-04-20"]), 2);
    }

    #[test]
    fn whoever_presides_is_no_mere_member_before_the_end_of_it() {
        let one_house = |chair: &[&str], bench: &[&str]| {
            let both = [
                ("kz/senate", Rank::Chair, chair),
                ("kz/senate", Rank::Bench, bench),
                ("kz/senate", Rank::Deputy, &["2020-04-01"]),
            ];
            seats(&both).are_one_career()
        };
        let chair = months(2020, 8);
        assert!(one_house(&words(&chair), &["2019-03-01", "2022-03-01"]));
        // One in eight days is a mistake, two are somebody else.
        assert!(one_house(&words(&chair), &["2019-03-01", "2020-03-20"]));
        assert!(!one_house(&words(&chair), &["2020-02-20", "2020-03-20"]));
    }

    #[test]
    fn houses_of_two_states_never_clash() {
        let day: &[&str] = &["2020-03-01"];
        let both = [
            ("kz/senate", Rank::Bench, day),
            ("ru/state-duma", Rank::Bench, day),
        ];
        assert!(seats(&both).are_one_career());
    }

    #[test]
    fn a_century_is_two_lives() {
        let of = |days: &[&str]| seats(&[("kz/senate", Rank::Bench, days)]).lives().len();
        assert_eq!(of(&["1950-01-01", "1955-01-01", "2020-01-01"]), 2);
        assert_eq!(of(&["1960-01-01", "2015-01-01"]), 1);
        assert_eq!(of(&["1950-01-01", "1985-01-01", "2020-01-01"]), 1);
        assert_eq!(of(&[]), 0);
    }
}
