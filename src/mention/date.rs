//! Dates inside of sentences.
//!
//! In come the items of a sentence, out come dates as far as the words tell them, and the days that they mean in an article
//! of a day. This module never guesses a date that no word names.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::item::{Item, Kind, When, replace};
use super::word::Words;
use crate::lexicon::{Class, Entry, NameTraits};
use crate::text::{PartialDate, Shape, days_between};

/// Replaces the items of every date by one item.
pub(super) fn find(words: &Words<'_>, items: &mut Vec<Item<'_>>) {
    let mut at = 0;
    while at < items.len() {
        if let Some((length, when)) = date_at(words, items, at) {
            replace(items, at..at + length, Kind::Date(when));
        }
        at += 1;
    }
}

/// The date that begins at an item, and how many items it takes.
fn date_at(words: &Words<'_>, items: &[Item<'_>], at: usize) -> Option<(usize, When)> {
    let item = items.get(at)?;
    if let Some(row) = item.word(Class::Weekday) {
        let day = When::Weekday(words.lexicon.value(row));
        return Some(behind_weekday(words, items, at).unwrap_or((1, day)));
    }
    if let Some(row) = item.word(Class::DayWord) {
        let value = words.lexicon.value(row);
        let offset = if value > 100 {
            -i8::try_from(value - 100).ok()?
        } else {
            i8::try_from(value).ok()?
        };
        return Some((1, When::Offset(offset)));
    }
    if let Some(month) = month_at(words, items, at) {
        return after_month(words, items, at, month);
    }
    before_month(words, items, at).or_else(|| digits(words, items, at))
}

/// "Tuesday, May 24, 2022", "Tuesday 24 May": the date that tells which day of the week is meant, with that day.
fn behind_weekday(words: &Words<'_>, items: &[Item<'_>], at: usize) -> Option<(usize, When)> {
    let comma = usize::from(items.get(at + 1).is_some_and(|i| i.is_mark(',')));
    let next = at + 1 + comma;
    let (length, when) = match month_at(words, items, next) {
        Some(month) => after_month(words, items, next, month)?,
        None => before_month(words, items, next)?,
    };
    matches!(when, When::Date(_) | When::DayMonth(..)).then_some((next - at + length, when))
}

/// The month that an item names.
fn month_at(words: &Words<'_>, items: &[Item<'_>], at: usize) -> Option<u8> {
    items
        .get(at)?
        .word(Class::Month)
        .map(|row| words.lexicon.value(row))
}

/// The text of an item; empty where there is none.
fn text<'a>(words: &Words<'a>, items: &[Item<'_>], at: usize) -> &'a str {
    items.get(at).map_or("", |i| words.text_of(&i.words))
}

/// A number of a day: "5", "5th".
fn day_at(words: &Words<'_>, items: &[Item<'_>], at: usize) -> Option<u8> {
    if words.at(items.get(at)?.words.start).token.shape != Shape::Number {
        return None;
    }
    let number = text(words, items, at);
    let bare = number.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = number.get(bare.len()..).unwrap_or_default();
    let day: u8 = bare.parse().ok().filter(|d| (1..=31).contains(d))?;
    matches!(ending, "" | "st" | "nd" | "rd" | "th").then_some(day)
}

/// A number of a year, from 1900 to 2099.
pub(crate) fn year_at(words: &Words<'_>, items: &[Item<'_>], at: usize) -> Option<i16> {
    let span = words.span_of(&items.get(at)?.words);
    let number = (span.end.wrapping_sub(span.start) == 4).then(|| span.of(words.text))?;
    let year = number.parse().ok();
    year.filter(|y| (1900..2100).contains(y))
}

/// "June 5, 2024", "January 29-30", "June 2024", "in June".
fn after_month(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    month: u8,
) -> Option<(usize, When)> {
    if let Some(day) = day_at(words, items, at + 1) {
        let mut next = at + 2;
        if is_range(items, next) && day_at(words, items, next + 1).is_some() {
            next += 2;
        }
        let next = past_more_days(words, items, next);
        let comma = usize::from(items.get(next).is_some_and(|i| i.is_mark(',')));
        return Some(match year_at(words, items, next + comma) {
            Some(year) => (next + comma + 1 - at, full(year, month, day)?),
            None => (next - at, When::DayMonth(day, month)),
        });
    }
    if let Some(year) = year_at(words, items, at + 1) {
        return Some((2, When::Date(PartialDate::of_month(year, month)?)));
    }
    // "Jan Tarnáček", "April Clark": a given name before another capital.
    let name = items.get(at).is_some_and(|i| {
        let word = words.at(i.words.start);
        let next = items
            .get(at + 1)
            .map(|n| words.at(n.words.start).token.shape);
        word.traits.has(NameTraits::GIVEN)
            && (next.is_some_and(|s| matches!(s, Shape::Capital | Shape::Initial | Shape::Letter))
                || items.get(at + 1).is_some_and(is_particle))
    });
    // "María Mar Blanco": three letters between two names.
    let short = text(words, items, at).len() == 3;
    let capital = |n: usize| {
        items
            .get(n)
            .is_some_and(|i| words.at(i.words.start).token.shape == Shape::Capital)
    };
    let given = at
        .checked_sub(1)
        .and_then(|b| items.get(b))
        .is_some_and(|i| {
            let word = words.at(i.words.start);
            word.traits.has(NameTraits::GIVEN) && word.token.shape == Shape::Capital
        });
    let name = name || short && given && capital(at + 1);
    (!name).then_some((1, When::Month(month)))
}

/// "April 7 and 8, 2014", "April 7 to 8": the place behind further days of a month, where a year, a sign or nothing follows them, so that
/// they are no number of something else.
fn past_more_days(words: &Words<'_>, items: &[Item<'_>], at: usize) -> usize {
    let joined = items
        .get(at)
        .is_some_and(|i| i.is_any(&[Class::And, Class::To]));
    let day = day_at(words, items, at + 1).is_some();
    let closed = items
        .get(at + 2)
        .is_none_or(|i| matches!(i.kind, Kind::Mark(_)))
        || year_at(words, items, at + 2).is_some();
    if joined && day && closed { at + 2 } else { at }
}

/// "Jan van der Tarn": whether an item is a particle of names.
fn is_particle(item: &Item<'_>) -> bool {
    let mut entries = item.entries().iter();
    item.words.len() > 1 && entries.any(|e| matches!(e, Entry::Particle(_)))
}

/// "5 June 2024", "29-30 January", "5 to 9 April", "31st May, 2021".
fn before_month(words: &Words<'_>, items: &[Item<'_>], at: usize) -> Option<(usize, When)> {
    let day = day_at(words, items, at)?;
    let mut next = at + 1;
    // "7, 8 and 9 April".
    while items.get(next).is_some_and(|i| i.is_mark(','))
        && day_at(words, items, next + 1).is_some()
    {
        next += 2;
    }
    let range = is_range(items, next)
        || items
            .get(next)
            .is_some_and(|i| i.is_any(&[Class::To, Class::And]));
    if range && day_at(words, items, next + 1).is_some() {
        next += 2;
    }
    next += usize::from(items.get(next).is_some_and(|i| i.is(Class::Of)));
    let month = month_at(words, items, next)?;
    let comma = usize::from(items.get(next + 1).is_some_and(|i| i.is_mark(',')));
    Some(match year_at(words, items, next + 1 + comma) {
        Some(year) => (next + 2 + comma - at, full(year, month, day)?),
        None => (next + 1 - at, When::DayMonth(day, month)),
    })
}

/// Whether an item is a dash between two days.
fn is_range(items: &[Item<'_>], at: usize) -> bool {
    items
        .get(at)
        .is_some_and(|i| matches!(i.kind, Kind::Mark('-' | '–' | '—')))
}

/// "31/01/2023", "22.08.2016", "2024-06-14".
fn digits(words: &Words<'_>, items: &[Item<'_>], at: usize) -> Option<(usize, When)> {
    if words.at(items.get(at)?.words.start).token.shape != Shape::Number {
        return None;
    }
    let first = text(words, items, at);
    let mut parts = first.split('.');
    if let (Some(d), Some(m), Some(y), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    {
        return full(
            y.parse().ok().filter(|_| y.len() == 4)?,
            m.parse().ok()?,
            d.parse().ok()?,
        )
        .map(|w| (1, w));
    }
    let mark = items
        .get(at + 1)
        .filter(|i| matches!(i.kind, Kind::Mark('/' | '-')))?
        .kind;
    if items.get(at + 3)?.kind != mark {
        return None;
    }
    let (second, third) = (text(words, items, at + 2), text(words, items, at + 4));
    let when = if first.len() == 4 {
        full(
            first.parse().ok()?,
            second.parse().ok()?,
            third.parse().ok()?,
        )
    } else if third.len() == 4 {
        full(
            third.parse().ok()?,
            second.parse().ok()?,
            first.parse().ok()?,
        )
    } else {
        None
    };
    when.map(|w| (5, w))
}

/// A date with its year, if the calendar has it.
fn full(year: i16, month: u8, day: u8) -> Option<When> {
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some(When::Date(PartialDate::from(date)))
}

impl When {
    /// The date that it means in an article of a day: the nearest fitting day, before it or, where `ahead`, after it.
    #[must_use]
    pub fn resolve(self, published: Option<Date>, ahead: bool) -> Option<PartialDate> {
        if let Self::Date(date) = self {
            return Some(date);
        }
        let published = published?;
        let moved = |span: Span| published.checked_add(span).ok().map(PartialDate::from);
        match self {
            Self::Date(date) => Some(date),
            Self::Offset(days) => moved(i64::from(days).days()),
            Self::Weekday(day) => {
                let today = published.weekday().to_monday_one_offset();
                let back = (today - i8::try_from(day).ok()?).rem_euclid(7);
                if ahead {
                    moved(i64::from((7 - back) % 7).days())
                } else {
                    moved((-i64::from(back)).days())
                }
            }
            Self::DayMonth(day, month) => {
                let in_year = |year: i16| {
                    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
                };
                let distance = |d: &Date| days_between(published, *d).abs();
                let years = [published.year() - 1, published.year(), published.year() + 1];
                years
                    .into_iter()
                    .filter_map(in_year)
                    .min_by_key(distance)
                    .map(PartialDate::from)
            }
            Self::Month(month) => {
                let this = published.month().unsigned_abs();
                let year = match (ahead, month.cmp(&this)) {
                    (false, std::cmp::Ordering::Greater) => published.year() - 1,
                    (true, std::cmp::Ordering::Less) => published.year() + 1,
                    _ => published.year(),
                };
                PartialDate::of_month(year, month)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::mention::item::items;

    fn dates(text: &str) -> Vec<String> {
        let words = Words::new(text, Lexicon::builtin(), None);
        let published = Date::new(2021, 7, 7).ok(); // A Wednesday.
        words
            .sentences
            .iter()
            .flat_map(|s| {
                let mut found = items(&words, s);
                find(&words, &mut found);
                found
            })
            .filter_map(|i| {
                if let Kind::Date(when) = i.kind {
                    when.resolve(published, false)
                } else {
                    None
                }
            })
            .map(|d| d.to_string())
            .collect()
    }

    #[test]
    fn dates_of_many_forms_are_read() {
        assert_eq!(
            dates("It began on June 5, 2024 and ended on 31st May, 2021."),
            ["2024-06-05", "2021-05-31"]
        );
        assert_eq!(
            dates("Between 5 to 9 April or January 29-30, 2023 he came."),
            ["2021-04-05", "2023-01-29"]
        );
        assert_eq!(
            dates("Seen on 22.08.2016, on 31/01/2023 and in December 2022."),
            ["2016-08-22", "2023-01-31", "2022-12"]
        );
    }

    #[test]
    fn words_for_days_count_from_the_day_of_publication() {
        assert_eq!(
            dates("He came on Monday, spoke yesterday, left today."),
            ["2021-07-05", "2021-07-06", "2021-07-07"]
        );
        assert_eq!(
            dates("He left on Tuesday, May 24, 2022, and she on Friday 27 May, not on Monday."),
            ["2022-05-24", "2021-05-27", "2021-07-05"]
        );
        assert_eq!(
            dates("They met in February and on October 10."),
            ["2021-02", "2021-10-10"]
        );
    }

    #[test]
    fn numbers_and_verbs_are_no_dates() {
        assert!(
            dates("Some 30 members may march for 12 days, a share of 5.2 per cent.").is_empty()
        );
    }
}
