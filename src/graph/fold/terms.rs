//! Terms of office: what the days on which people are shown in an office say of when each of them held it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use jiff::civil::Date;

use crate::graph::model::Spell;
use crate::text::days_between;

/// Somebody else in an office that one person holds at a time parts the terms before and after, if these are so many days
/// apart: half a year. What comes sooner is rather a mistake, or somebody who stood in.
const INTERRUPTION: i64 = 183;

/// Who is said to have taken an office on a day, and was shown in it so many days before, two years, had it in another term.
const AGAIN: i64 = 730;

/// The days on which articles speak of somebody in an office.
#[derive(Debug, Default, Clone)]
pub(super) struct Days {
    /// The office is shown held.
    pub(super) seen: BTreeSet<Date>,
    /// It is said to be over.
    pub(super) over: BTreeSet<Date>,
    /// From this day on it is said to have been taken.
    pub(super) begun: BTreeSet<Date>,
    /// Somebody newly in the office took it after this day, so what is seen before is another term.
    pub(super) anew: BTreeSet<Date>,
}

/// The days on which articles show somebody else in an office that one person holds at a time.
pub(super) struct Others<'d> {
    /// Who is shown on which day, whoever it is.
    pub(super) days: &'d BTreeMap<Date, BTreeSet<usize>>,
    /// Whether somebody is surely another than the one whose terms are asked for.
    pub(super) is_another: &'d dyn Fn(usize) -> bool,
}

impl Others<'_> {
    fn among(&self, people: &BTreeSet<usize>) -> bool {
        people.iter().any(|person| (self.is_another)(*person))
    }

    /// The last such day before a day.
    fn last_before(&self, day: Date) -> Option<Date> {
        let mut days = self.days.range(..day).rev();
        days.find(|(_, people)| self.among(people))
            .map(|(day, _)| *day)
    }

    /// The first such day after a day.
    fn first_after(&self, day: Date) -> Option<Date> {
        let mut days = self.days.range((Bound::Excluded(day), Bound::Unbounded));
        days.find(|(_, people)| self.among(people))
            .map(|(day, _)| *day)
    }
}

impl Days {
    /// The terms that the days show.
    ///
    /// A day on which the office is said to be over ends what was seen up to that day and bounds what is seen after it. So
    /// does a day on which somebody else is shown in it, where it lies before or after all days of the term; between them it
    /// makes two terms if they are far enough apart. Somebody else of the same day bounds nothing.
    pub(super) fn spells(&self, others: &Others<'_>) -> Vec<Spell> {
        let mut terms: Vec<(Date, Date)> = Vec::new();
        for day in &self.seen {
            match terms.last_mut() {
                Some((_, last)) if !self.is_parted(others, *last, *day) => *last = *day,
                _ => terms.push((*day, *day)),
            }
        }
        let mut spells: Vec<Spell> = terms
            .into_iter()
            .map(|(first, last)| Spell {
                not_before: self.bound_before(others, first),
                first_seen: Some(first),
                last_seen: Some(last),
                not_after: self.bound_after(others, last),
            })
            .collect();
        if spells.is_empty() {
            // Seen, but by articles without a date; then nothing is known of when.
            spells.push(Spell::default());
        }
        spells
    }

    /// Whether two days on which the office is shown held are of two terms.
    fn is_parted(&self, others: &Others<'_>, last: Date, next: Date) -> bool {
        let over = self.over.range(last..next).next().is_some();
        let interrupted = days_between(last, next) >= INTERRUPTION
            && others.first_after(last).is_some_and(|day| day < next);
        let anew = self
            .anew
            .range((Bound::Excluded(last), Bound::Included(next)))
            .next();
        let begun = self.begun_after(last).is_some_and(|day| day <= next);
        over || interrupted || anew.is_some() || begun
    }

    /// The first day on which the office is said to have been taken, so long after it was shown held that this was another term; who was shown in it
    /// shortly before was elected again.
    fn begun_after(&self, last: Date) -> Option<Date> {
        let mut later = self.begun.range((Bound::Excluded(last), Bound::Unbounded));
        later
            .find(|day| days_between(last, **day) >= AGAIN)
            .copied()
    }

    /// The last day before the term on which it had not begun.
    fn bound_before(&self, others: &Others<'_>, first: Date) -> Option<Date> {
        let before = |days: &BTreeSet<Date>| days.range(..=first).next_back().copied();
        let over = self.over.range(..first).next_back().copied();
        let told = before(&self.begun).max(before(&self.anew));
        over.max(told).max(others.last_before(first))
    }

    /// The first day after the term on which it was over.
    fn bound_after(&self, others: &Others<'_>, last: Date) -> Option<Date> {
        let over = self.over.range(last..).next().copied();
        let anew = self.anew.range((Bound::Excluded(last), Bound::Unbounded));
        let begun = self.begun_after(last);
        let bounds = [over, anew.min().copied(), begun, others.first_after(last)];
        bounds.into_iter().flatten().min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn years(years: &[i16]) -> BTreeSet<Date> {
        years.iter().map(|year| date(*year, 1, 1)).collect()
    }

    fn spells(seen: &[i16], over: &[i16], others: &[i16]) -> Vec<Spell> {
        let days = Days {
            seen: years(seen),
            over: years(over),
            ..Days::default()
        };
        told(&days, &years(others))
    }

    fn told(days: &Days, others: &BTreeSet<Date>) -> Vec<Spell> {
        let others = others.iter().map(|day| (*day, BTreeSet::from([7])));
        days.spells(&Others {
            days: &others.collect(),
            is_another: &|person| person == 7,
        })
    }

    fn spell(bounds: [i16; 4]) -> Spell {
        let [not_before, first_seen, last_seen, not_after] =
            bounds.map(|year| (year > 0).then(|| date(year, 1, 1)));
        Spell {
            not_before,
            first_seen,
            last_seen,
            not_after,
        }
    }

    #[test]
    fn an_office_is_held_from_the_first_to_the_last_article() {
        assert_eq!(
            spells(&[2022, 2020, 2024], &[], &[]),
            [spell([0, 2020, 2024, 0])]
        );
        assert_eq!(spells(&[], &[2021], &[]), [Spell::default()]);
    }

    #[test]
    fn an_office_that_was_over_in_between_has_two_spells() {
        assert_eq!(
            spells(&[2018, 2020, 2024], &[2021, 2022], &[]),
            [spell([0, 2018, 2020, 2021]), spell([2022, 2024, 2024, 0])]
        );
    }

    #[test]
    fn who_comes_before_and_after_bounds_a_term() {
        assert_eq!(
            spells(&[2020, 2021], &[], &[2017, 2019, 2023, 2025]),
            [spell([2019, 2020, 2021, 2023])]
        );
    }

    #[test]
    fn somebody_else_in_between_makes_two_terms() {
        assert_eq!(
            spells(&[2018, 2024], &[], &[2021]),
            [spell([0, 2018, 2018, 2021]), spell([2021, 2024, 2024, 0])]
        );
    }

    #[test]
    fn an_office_that_was_taken_later_was_held_before_in_another_term() {
        let days = |begun: &[i16]| Days {
            seen: years(&[2013, 2022]),
            begun: years(begun),
            ..Days::default()
        };
        let two = [spell([0, 2013, 2013, 2019]), spell([2019, 2022, 2022, 0])];
        assert_eq!(told(&days(&[2019]), &years(&[])), two);
        assert_eq!(
            told(&days(&[2013]), &years(&[])),
            [spell([2013, 2013, 2022, 0])]
        );
    }

    #[test]
    fn somebody_else_for_a_week_or_on_the_same_day_bounds_nothing_within_a_term() {
        let days = Days {
            seen: BTreeSet::from([date(2024, 5, 1), date(2024, 5, 9)]),
            ..Days::default()
        };
        let others = BTreeSet::from([date(2024, 5, 4), date(2024, 5, 9)]);
        let term = Spell {
            first_seen: Some(date(2024, 5, 1)),
            last_seen: Some(date(2024, 5, 9)),
            ..Spell::default()
        };
        assert_eq!(told(&days, &others), [term]);
    }
}
