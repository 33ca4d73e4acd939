//! Terms of office from rows: the days on which the office was held, and those on which it was over.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::problem::{Losses, Problem};
use super::row::Row;
use super::value::partial_date;

/// What a row says of when an office was held.
#[derive(Debug, Default)]
pub(super) struct Times {
    terms: Vec<Term>,
    /// Days on which somebody is seen to hold it, in whatever term.
    seen: BTreeSet<Date>,
}

/// A term of office.
#[derive(Debug, Default, Clone)]
struct Term {
    not_before: Option<Date>,
    seen: BTreeSet<Date>,
    not_after: Option<Date>,
}

/// The days of an office, with the places of the rows that tell them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Days {
    /// Somebody is seen to hold it.
    pub(super) seen: BTreeSet<(Date, usize)>,
    /// It was over, or had not begun.
    pub(super) over: BTreeSet<(Date, usize)>,
}

impl Times {
    /// The times of a row: its `terms`, the days in `seen`, and the columns `not_before`, `first_seen`, `last_seen` and
    /// `not_after`, which hold for all terms together. A single day is no term.
    ///
    /// # Errors
    /// Where something is no date. A month or a year is no day: it is told, and left out.
    pub(super) fn of_row(row: &Row, losses: &mut Losses) -> Result<Self, Problem> {
        let mut times = Self::default();
        for text in row.list("terms") {
            let term = Term::of_text(&text, row, losses)?;
            times.terms.extend(term);
        }
        times
            .terms
            .sort_by_key(|term| (term.seen.first().copied(), term.seen.last().copied()));
        for text in row.list("seen") {
            times.seen.extend(day(&text, row, losses)?);
        }
        let mut column = |name: &str| {
            row.get(name)
                .map_or(Ok(None), |text| day(text, row, losses))
        };
        let [not_before, first, last, not_after] = [
            column("not_before")?,
            column("first_seen")?,
            column("last_seen")?,
            column("not_after")?,
        ];
        let (first, last) = in_order(first, last, row, losses);
        if times.terms.is_empty() {
            let days: BTreeSet<Date> = first.into_iter().chain(last).collect();
            if not_before.is_none() && not_after.is_none() && days.len() < 2 {
                times.seen.extend(days);
                return Ok(times);
            }
            times.terms.push(Term::default());
        }
        if let Some(earliest) = times.terms.first_mut() {
            earliest.seen.extend(first);
            earliest.not_before = earliest.not_before.or(not_before);
        }
        if let Some(latest) = times.terms.last_mut() {
            latest.seen.extend(last);
            latest.not_after = latest.not_after.or(not_after);
        }
        Ok(times)
    }
}

impl Term {
    /// A term as `not before/first seen/last seen/not after`; none where it ends before it begins, which is told.
    fn of_text(text: &str, row: &Row, losses: &mut Losses) -> Result<Option<Self>, Problem> {
        let parts: Vec<&str> = text.split('/').map(str::trim).collect();
        let [not_before, first, last, not_after] = parts.as_slice() else {
            let hint = "a term is written not_before/first_seen/last_seen/not_after, such as /2031-03-04/2033-01-31/";
            return Err(Problem::new(format!("\"{text}\" is no term of office")).hint(hint));
        };
        let mut day = |part: &str| {
            if part.is_empty() {
                Ok(None)
            } else {
                day(part, row, losses)
            }
        };
        let [not_before, first, last, not_after] =
            [day(not_before)?, day(first)?, day(last)?, day(not_after)?];
        let is_told = first.or(last).is_some();
        let (first, last) = in_order(first, last, row, losses);
        let seen: BTreeSet<Date> = first.into_iter().chain(last).collect();
        Ok((!is_told || !seen.is_empty()).then_some(Self {
            not_before,
            seen,
            not_after,
        }))
    }

    /// The first and the last day on which the office is seen held.
    fn ends(&self) -> Option<(Date, Date)> {
        self.seen.first().copied().zip(self.seen.last().copied())
    }
}

impl Days {
    /// The days of an office that one person holds in one body, of all rows that tell of it.
    pub(super) fn of(rows: &[(&Row, Times)], losses: &mut Losses) -> Self {
        let mut days = Self::default();
        for (place, (_, times)) in rows.iter().enumerate() {
            let terms = times.terms.iter().flat_map(|term| &term.seen);
            let seen = times.seen.iter().chain(terms);
            days.seen.extend(seen.map(|day| (*day, place)));
        }
        let terms = disjoint(rows, losses);
        let mut before: Option<Date> = None;
        for (number, (term, place)) in (1..).zip(&terms) {
            let Some((first, last)) = term.ends() else {
                continue;
            };
            let next = terms.get(number).and_then(|(term, _)| term.seen.first());
            let mut keep = |bound: Option<Date>, fits: &dyn Fn(Date) -> bool| match bound {
                Some(day) if fits(day) => {
                    days.over.insert((day, *place));
                }
                Some(day) => {
                    let why =
                        format!("the bound {day} is not outside of the term, and is left out");
                    tell(rows, *place, losses, why);
                }
                None => {}
            };
            keep(term.not_before, &|day| {
                day < first && before.is_none_or(|before| before <= day)
            });
            keep(term.not_after, &|day| {
                last <= day && next.is_none_or(|next| day < *next)
            });
            // The terms before and this one are two, also where no day is known on which the office was not held.
            if let Some(before) = before {
                let parted = days
                    .over
                    .iter()
                    .any(|(day, _)| before <= *day && *day < first);
                let eve = first.yesterday().ok().filter(|_| !parted);
                days.over.extend(eve.map(|day| (day, *place)));
            }
            before = Some(last);
        }
        days
    }
}

/// The terms of all rows by time, those that overlap put together, each with the place of the first row that tells it.
fn disjoint(rows: &[(&Row, Times)], losses: &mut Losses) -> Vec<(Term, usize)> {
    let mut all: Vec<(Date, Date, &Term, usize)> = Vec::new();
    for (place, (_, times)) in rows.iter().enumerate() {
        for term in &times.terms {
            match term.ends() {
                Some((first, last)) => all.push((first, last, term, place)),
                None if term.not_before.or(term.not_after).is_some() => {
                    let why =
                        "no day is known on which the office was held, and its bounds are left out";
                    tell(rows, place, losses, why.to_owned());
                }
                None => {}
            }
        }
    }
    all.sort_by_key(|(first, last, _, place)| (*first, *last, *place));
    let mut terms: Vec<(Term, usize)> = Vec::new();
    for (first, last, term, place) in all {
        let known = terms.last_mut().and_then(|(known, _)| {
            let (begun, ended) = known.ends()?;
            (first <= ended).then_some((known, (begun, ended) == (first, last)))
        });
        let Some((known, is_same)) = known else {
            terms.push((term.clone(), place));
            continue;
        };
        known.seen.extend(&term.seen);
        known.not_before = known.not_before.max(term.not_before);
        known.not_after = known.not_after.into_iter().chain(term.not_after).min();
        if !is_same {
            let why = format!(
                "the term from {first} to {last} overlaps another one, and is taken for a part of it"
            );
            tell(rows, place, losses, why);
        }
    }
    terms
}

fn tell(rows: &[(&Row, Times)], place: usize, losses: &mut Losses, why: String) {
    if let Some((row, _)) = rows.get(place) {
        losses.leave_out(row, Problem::new(why));
    }
}

/// The first and the last day of a term; neither where the first is after the last: which of them is right nobody knows.
fn in_order(
    first: Option<Date>,
    last: Option<Date>,
    row: &Row,
    losses: &mut Losses,
) -> (Option<Date>, Option<Date>) {
    if let (Some(begun), Some(ended)) = (first, last)
        && begun > ended
    {
        let why = format!("the term from {begun} to {ended} ends before it begins");
        let hint = "the office is kept without these days";
        losses.leave_out(row, Problem::new(why).hint(hint));
        return (None, None);
    }
    (first, last)
}

/// A day; none where it is a month or a year, which is told.
fn day(text: &str, row: &Row, losses: &mut Losses) -> Result<Option<Date>, Problem> {
    let day = partial_date(text)?.day();
    if day.is_none() {
        let why = format!("\"{text}\" is no day, and the office is kept without it");
        let hint = "in which month an office was held is not enough: write a day on which it was, such as 2031-03-04";
        losses.leave_out(row, Problem::new(why).hint(hint));
    }
    Ok(day)
}

/// How many different days there are.
pub(super) fn count(days: &BTreeSet<(Date, usize)>) -> usize {
    let days: BTreeSet<Date> = days.iter().map(|(day, _)| *day).collect();
    days.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The days of rows of one office, and what is told to be left out.
    fn told(rows: &[&[(&str, &str)]]) -> (String, String, Vec<String>) {
        let mut losses = Losses::default();
        let rows: Vec<Row> = rows
            .iter()
            .map(|fields| {
                let mut row = Row::at("x.csv", "x.csv:1");
                for (name, value) in *fields {
                    row.put(name, *value);
                }
                row
            })
            .collect();
        let times = rows.iter().map(|row| {
            let times = Times::of_row(row, &mut losses);
            (row, times.unwrap_or_default())
        });
        let times: Vec<(&Row, Times)> = times.collect();
        let days = Days::of(&times, &mut losses);
        let words = |days: BTreeSet<(Date, usize)>| {
            let days: Vec<String> = days.iter().map(|(day, _)| day.to_string()).collect();
            days.join(" ")
        };
        let left_out = losses.left_out.into_iter().map(|p| p.message);
        (words(days.seen), words(days.over), left_out.collect())
    }

    #[test]
    fn bounds_that_fit_are_days_on_which_the_office_was_over() {
        let (seen, over, left_out) = told(&[&[
            ("not_before", "2030-01-01"),
            ("first_seen", "2031-01-01"),
            ("last_seen", "2032-01-01"),
            ("not_after", "2033-01-01"),
        ]]);
        assert_eq!(seen, "2031-01-01 2032-01-01");
        assert_eq!(over, "2030-01-01 2033-01-01");
        assert_eq!(left_out, [""; 0]);
        let (_, over, left_out) =
            told(&[&[("first_seen", "2031-01-01"), ("not_after", "2030-01-01")]]);
        assert_eq!(over, "");
        assert_eq!(
            left_out,
            ["x.csv:1: the bound 2030-01-01 is not outside of the term, and is left out"]
        );
    }

    #[test]
    fn two_terms_are_parted_by_what_is_known_or_by_the_day_before_the_second() {
        let (seen, over, _) =
            told(&[&[("terms", "/2031-01-01/2031-05-01/;/2033-01-01/2033-02-01/")]]);
        assert_eq!(seen, "2031-01-01 2031-05-01 2033-01-01 2033-02-01");
        assert_eq!(over, "2032-12-31");
        let known = "/2031-01-01/2031-05-01/2031-06-01;2032-06-01/2033-01-01//";
        assert_eq!(told(&[&[("terms", known)]]).1, "2031-06-01 2032-06-01");
    }

    #[test]
    fn terms_of_two_rows_are_two_and_days_of_two_rows_are_of_one_term() {
        let term = |first, last| [("first_seen", first), ("last_seen", last)];
        let (_, over, left_out) = told(&[
            &term("2033-01-01", "2033-02-01"),
            &term("2031-01-01", "2031-05-01"),
        ]);
        assert_eq!((over.as_str(), left_out.len()), ("2032-12-31", 0));
        let (seen, over, _) = told(&[&[("seen", "2031-01-01")], &[("seen", "2033-01-01")]]);
        assert_eq!(
            (seen.as_str(), over.as_str()),
            ("2031-01-01 2033-01-01", "")
        );
        let (_, over, left_out) = told(&[
            &term("2031-01-01", "2033-01-01"),
            &term("2031-01-01", "2033-01-01"),
            &term("2032-01-01", "2034-01-01"),
        ]);
        assert_eq!((over.as_str(), left_out.len()), ("", 1));
    }

    #[test]
    fn a_term_that_ends_before_it_begins_is_told_and_none() {
        for rows in [
            &[("first_seen", "2032-01-01"), ("last_seen", "2031-01-01")][..],
            &[("terms", "2030-01-01/2032-01-01/2031-01-01/2033-01-01")][..],
        ] {
            let (seen, over, left_out) = told(&[rows]);
            assert_eq!((seen.as_str(), over.as_str()), ("", ""));
            let why = "x.csv:1: the term from 2032-01-01 to 2031-01-01 ends before it begins";
            assert_eq!(left_out, [why]);
        }
    }

    #[test]
    fn a_month_is_no_day_and_is_told() {
        let (seen, _, left_out) =
            told(&[&[("first_seen", "2031-03"), ("last_seen", "2031-05-01")]]);
        assert_eq!((seen.as_str(), left_out.len()), ("2031-05-01", 1));
    }

    #[test]
    fn bounds_alone_are_told() {
        let (seen, over, left_out) = told(&[&[("not_after", "2031-05-01")]]);
        assert_eq!((seen.as_str(), over.as_str()), ("", ""));
        assert_eq!(left_out.len(), 1);
    }
}
