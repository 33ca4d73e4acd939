//! Terms of office from a row: the days on which the office was held, and those on which it was over.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Lost;
use super::row::{Row, lose};
use crate::text::PartialDate;

/// What is lost where a bound of a term says nothing that fits the days on which the office is seen held.
pub(super) const BOUNDS: &str = "days before or after which no office was held";

/// The days of an office.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Days {
    /// Somebody is seen to hold it.
    pub(super) seen: BTreeSet<Date>,
    /// It was over, or had not begun.
    pub(super) over: BTreeSet<Date>,
}

/// A term of office.
#[derive(Debug, Default)]
struct Term {
    not_before: Option<Date>,
    seen: BTreeSet<Date>,
    not_after: Option<Date>,
}

impl Days {
    /// The days of a row: those of its terms, of `seen`, and of the columns `not_before`, `first_seen`, `last_seen` and
    /// `not_after`, which hold for all terms together.
    ///
    /// # Errors
    /// Where something is no date. A month or a year is no day, and is lost.
    pub(super) fn of_row(row: &Row, lost: &mut Lost) -> Result<Self, String> {
        let mut terms: Vec<Term> = Vec::new();
        for term in row.list("terms") {
            terms.push(Term::of_text(term, lost)?);
        }
        terms.sort_by_key(|term| term.seen.first().copied());
        if terms.is_empty() {
            terms.push(Term::default());
        }
        let mut column = |name: &str| row.get(name).map_or(Ok(None), |text| day(text, lost));
        if let Some(first) = terms.first_mut() {
            first.seen.extend(column("first_seen")?);
            first.not_before = first.not_before.or(column("not_before")?);
        }
        if let Some(last) = terms.last_mut() {
            last.seen.extend(column("last_seen")?);
            last.not_after = last.not_after.or(column("not_after")?);
            for text in row.list("seen") {
                last.seen.extend(day(text, lost)?);
            }
        }
        Ok(Self::of_terms(&terms, lost))
    }

    fn of_terms(terms: &[Term], lost: &mut Lost) -> Self {
        let mut days = Self::default();
        let mut before: Option<Date> = None;
        for (number, term) in (1..).zip(terms) {
            let bounds = [term.not_before, term.not_after].into_iter().flatten();
            let (Some(first), Some(end)) = (term.seen.first(), term.seen.last()) else {
                lose(lost, BOUNDS, bounds.count());
                continue;
            };
            let next = terms.get(number).and_then(|t| t.seen.first());
            let mut keep = |bound: Option<Date>, fits: bool| match bound {
                Some(day) if fits => {
                    days.over.insert(day);
                }
                bound => lose(lost, BOUNDS, usize::from(bound.is_some())),
            };
            let begins = |day: Date| day < *first && before.is_none_or(|before| before <= day);
            keep(term.not_before, term.not_before.is_some_and(begins));
            let ends = |day: Date| *end <= day && next.is_none_or(|next| day < *next);
            keep(term.not_after, term.not_after.is_some_and(ends));
            // The terms before and this one are two, also where no day is known on which the office was not held.
            if let Some(before) = before {
                days.part(before, *first, lost);
            }
            days.seen.extend(&term.seen);
            before = before.max(Some(*end));
        }
        days
    }

    /// Parts two terms: the first was over when the second began, on the day before it is seen at the latest.
    fn part(&mut self, ended: Date, next: Date, lost: &mut Lost) {
        if ended >= next {
            lose(lost, "terms of one office that overlap", 1);
        } else if self.over.range(ended..next).next().is_none() {
            self.over.extend(next.yesterday().ok());
        }
    }
}

impl Term {
    /// A term as `not before/first seen/last seen/not after`.
    fn of_text(text: &str, lost: &mut Lost) -> Result<Self, String> {
        let mut parts = text.split('/').map(|part| {
            let part = part.trim();
            if part.is_empty() {
                Ok(None)
            } else {
                day(part, lost)
            }
        });
        let mut next = || parts.next().unwrap_or(Ok(None));
        Ok(Self {
            not_before: next()?,
            seen: next()?.into_iter().chain(next()?).collect(),
            not_after: next()?,
        })
    }
}

/// A day; none where it is a month or a year, which is a loss.
fn day(text: &str, lost: &mut Lost) -> Result<Option<Date>, String> {
    let date = PartialDate::parse(text).ok_or_else(|| format!("\"{text}\" is no date"))?;
    let day = date.day();
    let what = "months and years in which an office was held";
    lose(lost, what, usize::from(day.is_none()));
    Ok(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(fields: &[(&str, &str)]) -> (String, String, Lost) {
        let mut row = Row::at("x:1");
        for (name, value) in fields {
            row.put(name, *value);
        }
        let mut lost = Lost::new();
        let days = Days::of_row(&row, &mut lost).unwrap_or_default();
        let words = |days: BTreeSet<Date>| {
            let days: Vec<String> = days.iter().map(ToString::to_string).collect();
            days.join(" ")
        };
        (words(days.seen), words(days.over), lost)
    }

    #[test]
    fn bounds_that_fit_are_days_on_which_the_office_was_over() {
        let (seen, over, lost) = told(&[
            ("not_before", "2030-01-01"),
            ("first_seen", "2031-01-01"),
            ("last_seen", "2032-01-01"),
            ("not_after", "2033-01-01"),
        ]);
        assert_eq!(seen, "2031-01-01 2032-01-01");
        assert_eq!(over, "2030-01-01 2033-01-01");
        assert_eq!(lost, Lost::new());
        let (_, over, lost) = told(&[("first_seen", "2031-01-01"), ("not_after", "2030-01-01")]);
        assert_eq!((over.as_str(), lost.get(BOUNDS)), ("", Some(&1)));
    }

    #[test]
    fn two_terms_are_parted_by_what_is_known_or_by_the_day_before_the_second() {
        let (seen, over, _) = told(&[("terms", "/2031-01-01/2031-05-01/;/2033-01-01/2033-02-01/")]);
        assert_eq!(seen, "2031-01-01 2031-05-01 2033-01-01 2033-02-01");
        assert_eq!(over, "2032-12-31");
        let known = "/2031-01-01/2031-05-01/2031-06-01;2032-06-01/2033-01-01//";
        assert_eq!(told(&[("terms", known)]).1, "2031-06-01 2032-06-01");
    }

    #[test]
    fn a_month_is_no_day_and_is_counted() {
        let (seen, _, lost) = told(&[("first_seen", "2031-03"), ("last_seen", "2031-05-01")]);
        assert_eq!((seen.as_str(), lost.len()), ("2031-05-01", 1));
    }
}
