//! A date in the forms that headings, datelines and metadata write.
//!
//! Works on one line; knows numbers, marks and the names of months, and no other word of any language: short words between
//! the parts of a date (`de`, `of`, `жылғы`) and after a year (`г.`, `года`, `ж.`) are told by their length only.

use jiff::civil::Date;

use super::month_number;

/// A date as written, with the second reading of one such as `04/05/2023`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct WrittenDate {
    /// The date, the day before the month where both could be.
    pub(super) date: Date,
    /// What it means where the month is before the day, if it can be.
    pub(super) month_first: Option<Date>,
}

/// What a piece of a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    /// Digits.
    Number(i16),
    /// Letters.
    Word,
    /// One character of anything else but white space.
    Mark(char),
}

/// A piece of a line and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'t> {
    pub(super) piece: Piece,
    pub(super) text: &'t str,
    /// Whether nothing stands between it and the piece before.
    pub(super) joined: bool,
}

impl Token<'_> {
    pub(super) fn is_word(&self) -> bool {
        self.piece == Piece::Word
    }

    pub(super) fn is_mark(&self, marks: &[char]) -> bool {
        matches!(self.piece, Piece::Mark(c) if marks.contains(&c))
    }

    fn number(&self, digits: std::ops::RangeInclusive<usize>) -> Option<i16> {
        match self.piece {
            Piece::Number(value) if digits.contains(&self.text.len()) => Some(value),
            Piece::Number(_) | Piece::Word | Piece::Mark(_) => None,
        }
    }

    fn year(&self) -> Option<i16> {
        self.number(4..=4).filter(|y| (1800..2200).contains(y))
    }

    pub(super) fn letters(&self) -> usize {
        if self.is_word() {
            self.text.chars().count()
        } else {
            0
        }
    }
}

/// Cuts a line into words, numbers and marks, up to about `limit` bytes of it.
pub(super) fn tokens(line: &str, limit: usize) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = line;
    let mut joined = false;
    while let Some(first) = rest.chars().next() {
        if line.len() - rest.len() > limit {
            break;
        }
        let end = if first.is_ascii_digit() {
            rest.find(|c: char| !c.is_ascii_digit())
        } else if first.is_alphabetic() {
            rest.find(|c: char| !c.is_alphabetic())
        } else {
            Some(first.len_utf8())
        };
        let (text, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        if first.is_whitespace() {
            joined = false;
            continue;
        }
        let piece = if first.is_ascii_digit() {
            Piece::Number(text.parse().unwrap_or(i16::MAX))
        } else if first.is_alphabetic() {
            Piece::Word
        } else {
            Piece::Mark(first)
        };
        tokens.push(Token {
            piece,
            text,
            joined,
        });
        joined = true;
    }
    tokens
}

/// The date whose first token is at `at`, and the place after its last token.
pub(super) fn date_at(tokens: &[Token<'_>], at: usize) -> Option<(WrittenDate, usize)> {
    // A number in the middle of a longer number or code, as in `12.2024-06-14`, begins no date.
    if at > 0 && tokens.get(at)?.joined && tokens.get(at - 1)?.is_mark(&['.', '/', '-', '_']) {
        return None;
    }
    numeric_at(tokens, at)
        .or_else(|| year_first_at(tokens, at))
        .or_else(|| {
            let (month, day, next) = month_and_day_at(tokens, at)?;
            let mut next = skip_mark(tokens, next, &['.', ',']);
            next = skip_mark(tokens, next, &[',']);
            if tokens.get(next)?.is_word() && tokens.get(next)?.letters() <= 3 {
                next += 1;
            }
            Some((certain(tokens.get(next)?.year()?, month, day)?, next + 1))
        })
}

/// A day of a month at `at`, `5 June` or `June 5th`, and the place after it: a year may follow or not.
pub(super) fn month_and_day_at(tokens: &[Token<'_>], at: usize) -> Option<(i16, i16, usize)> {
    let first = tokens.get(at)?;
    if let Some(day) = first.number(1..=2) {
        let mut next = at + 1;
        if tokens
            .get(next)
            .is_some_and(|t| t.joined && t.letters() <= 3)
        {
            next += usize::from(tokens.get(next)?.is_word());
        }
        next = skip_mark(tokens, next, &['.', 'º', '°']);
        if month_of(tokens, next).is_none() && tokens.get(next)?.letters() <= 3 {
            next += 1;
        }
        return Some((month_of(tokens, next)?, day, next + 1));
    }
    let month = month_of(tokens, at)?;
    let next = skip_mark(tokens, at + 1, &['.']);
    let day = tokens.get(next)?.number(1..=2)?;
    let ordinal = tokens
        .get(next + 1)
        .is_some_and(|t| t.joined && t.is_word() && t.letters() == 2);
    Some((month, day, next + 1 + usize::from(ordinal)))
}

/// `2021 жылғы 17 қыркүйек`: the year, one short word, the day, the month.
fn year_first_at(tokens: &[Token<'_>], at: usize) -> Option<(WrittenDate, usize)> {
    let year = tokens.get(at)?.year()?;
    let word = tokens.get(at + 1)?;
    if !word.is_word() || word.letters() > 6 {
        return None;
    }
    let next = skip_mark(tokens, at + 2, &['.', ',']);
    let day = tokens.get(next)?.number(1..=2)?;
    let month = month_of(tokens, next + 1)?;
    Some((certain(year, month, day)?, next + 2))
}

/// `2024-06-14`, `14.06.2024`, `31/01/2023`.
fn numeric_at(tokens: &[Token<'_>], at: usize) -> Option<(WrittenDate, usize)> {
    let mark = tokens.get(at + 1)?;
    let same = tokens.get(at + 3)?;
    let joined = tokens.get(at + 1..at + 5)?.iter().all(|t| t.joined);
    if !joined || mark.text != same.text || !mark.is_mark(&['-', '.', '/']) {
        return None;
    }
    let next = at + 5;
    if tokens
        .get(next)
        .is_some_and(|t| t.joined && t.is_mark(&['-', '/', '_']))
    {
        return None;
    }
    let (first, middle, last) = (tokens.get(at)?, tokens.get(at + 2)?, tokens.get(at + 4)?);
    let middle = middle.number(1..=2)?;
    if let Some(year) = first.year() {
        return Some((certain(year, middle, last.number(1..=2)?)?, next));
    }
    let (first, year) = (first.number(1..=2)?, last.year()?);
    let day_first = day(year, middle, first);
    let month_first = day(year, first, middle).filter(|_| mark.text != ".");
    let written = WrittenDate {
        date: day_first.or(month_first)?,
        month_first: month_first.filter(|_| day_first.is_some()),
    };
    Some((written, next))
}

fn month_of(tokens: &[Token<'_>], at: usize) -> Option<i16> {
    tokens
        .get(at)
        .filter(|t| t.is_word())
        .and_then(|t| month_number(t.text))
        .map(i16::from)
}

fn skip_mark(tokens: &[Token<'_>], at: usize, marks: &[char]) -> usize {
    at + usize::from(tokens.get(at).is_some_and(|t| t.is_mark(marks)))
}

fn day(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn certain(year: i16, month: i16, number: i16) -> Option<WrittenDate> {
    Some(WrittenDate {
        date: day(year, month, number)?,
        month_first: None,
    })
}

/// The place after a short lower-case word that belongs to a year, with its stop: `г.`, `года`, `ж.`.
pub(super) fn after_year_word(tokens: &[Token<'_>], at: usize) -> usize {
    let short = tokens
        .get(at)
        .is_some_and(|t| t.is_word() && t.letters() <= 4 && t.text.chars().all(char::is_lowercase));
    if !short {
        return at;
    }
    skip_mark(tokens, at + 1, &['.'])
}

/// The date of a line that says a date and little else: a weekday, a place or a label before it, a time of day after it.
///
/// Comes in: one line, or a field of metadata in any of the usual forms (ISO 8601, RFC 2822, names of months in English,
/// Russian, Kazakh, French, Spanish). Goes out: the day as written, time zones left alone; `None` where there is more to
/// the line than a date. `d/m/y` is taken before `m/d/y` where both can be.
///
/// ```
/// use interparl::text::line_date;
/// let day = |line| line_date(line).map(|d| d.to_string());
/// assert_eq!(day("Thursday, June 8, 2023").as_deref(), Some("2023-06-08"));
/// assert_eq!(day("2024-06-14T10:30:00+05:00").as_deref(), Some("2024-06-14"));
/// assert_eq!(day("The Speaker arrived on 8 June 2023 for talks"), None);
/// ```
#[must_use]
pub fn line_date(line: &str) -> Option<Date> {
    written_line(line).map(|written| written.date)
}

/// As [`line_date`], with both readings.
pub(super) fn written_line(line: &str) -> Option<WrittenDate> {
    const LONGEST: usize = 160;
    if line.trim().len() > LONGEST {
        return None;
    }
    line.split(['|', '•', '·']).find_map(|field| {
        let tokens = tokens(field, LONGEST);
        (0..tokens.len()).find_map(|at| {
            let (written, next) = date_at(&tokens, at)?;
            let next = after_year_word(&tokens, next);
            (may_lead(tokens.get(..at)?) && may_trail(tokens.get(next..)?)).then_some(written)
        })
    })
}

/// Whether the pieces before a date are a weekday, a label, a place or a time of day.
fn may_lead(before: &[Token<'_>]) -> bool {
    let words = before.iter().filter(|t| t.is_word()).count();
    let delimited = before
        .last()
        .is_none_or(|t| t.is_mark(&[',', ':', '(', '[', '-', '–', '—']));
    words <= if delimited { 4 } else { 2 } && (!has_number(before) || has_clock(before))
}

/// Whether the pieces after a date are a time of day with its zone, or marks.
fn may_trail(after: &[Token<'_>]) -> bool {
    let words = after.iter().filter(|t| t.is_word());
    let short = words.clone().all(|t| t.letters() <= 5) && words.count() <= 4;
    if has_clock(after) {
        short
    } else {
        after.iter().all(|t| matches!(t.piece, Piece::Mark(_)))
    }
}

fn has_number(tokens: &[Token<'_>]) -> bool {
    tokens.iter().any(|t| matches!(t.piece, Piece::Number(_)))
}

fn has_clock(tokens: &[Token<'_>]) -> bool {
    tokens.windows(3).any(|three| match three {
        [hour, colon, minute] => {
            hour.number(1..=2).is_some()
                && (colon.is_mark(&[':']) || colon.text == "h" && colon.joined)
                && minute.number(2..=2).is_some()
        }
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_are_dates_are_read() {
        for (line, date) in [
            ("2024-06-14", "2024-06-14"),
            ("2024/06/14 09:15", "2024-06-14"),
            ("2024-06-14T23:30:00Z", "2024-06-14"),
            ("2024-06-14T10:30:00.123+05:00", "2024-06-14"),
            ("Fri, 14 Jun 2024 10:00:00 GMT", "2024-06-14"),
            ("(22.08.2016.)", "2016-08-22"),
            ("31/01/2023", "2023-01-31"),
            ("01/31/2023", "2023-01-31"),
            ("04/05/2023", "2023-05-04"),
            ("Thursday, June 8, 2023", "2023-06-08"),
            ("21:12, 9 December 2022", "2022-12-09"),
            ("By Sumaira FH | April 04, 2025 | 20:20", "2025-04-04"),
            ("Published on 25th December, 2020", "2020-12-25"),
            ("Riga, 22 August 2016", "2016-08-22"),
            ("Updated: Jun. 8, 2023 at 10:20 AM EST", "2023-06-08"),
            ("6 октября 2021 г.", "2021-10-06"),
            ("6 октября 2021 года, 14:30", "2021-10-06"),
            ("2021 жылғы 17 қыркүйек", "2021-09-17"),
            ("17 қыркүйек 2021 ж.", "2021-09-17"),
            ("1er août 2022", "2022-08-01"),
            ("14 de junio de 2024", "2024-06-14"),
            ("Publié le 9 juillet 2025 à 10h30", "2025-07-09"),
        ] {
            assert_eq!(
                line_date(line).map(|d| d.to_string()).as_deref(),
                Some(date),
                "{line}"
            );
        }
    }

    #[test]
    fn lines_that_only_have_a_date_are_not() {
        for line in [
            "",
            "June 05, 19:40 UTC+3",
            "14-16 June 2024",
            "The Speaker met the delegation on 14 June 2024",
            "14 June 2024 was the day on which they met",
            "Version 1.2.2024.7 of the agenda",
            "31.02.2024",
            "2024",
            "call 12-06-2024-55",
            "Pia at the rostrum of the hall, 5 December 2024",
        ] {
            assert_eq!(line_date(line), None, "{line}");
        }
    }
}
