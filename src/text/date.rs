//! Dates as far as they are known.

use std::fmt;

use jiff::civil::Date;

/// A day, a month or a year: what an article lets one work out, no more.
///
/// Written as ISO 8601 with reduced precision: `2024-06-14`, `2024-06`, `2024`. Sorted by time, the coarser first.
///
/// ```
/// use interparl::text::PartialDate;
/// let month = PartialDate::parse("2018-03").expect("a month");
/// assert_eq!(month.to_string(), "2018-03");
/// assert_eq!(month.day(), None);
/// assert!(PartialDate::parse("2018-13").is_none());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: i16,
    month: u8,
    day: u8,
}

impl PartialDate {
    /// A whole year.
    #[must_use]
    pub const fn of_year(year: i16) -> Self {
        Self {
            year,
            month: 0,
            day: 0,
        }
    }

    /// A month of a year, or `None` where there is no such month.
    #[must_use]
    pub fn of_month(year: i16, month: u8) -> Option<Self> {
        (1..=12).contains(&month).then_some(Self {
            year,
            month,
            day: 0,
        })
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12, where known.
    #[must_use]
    pub fn month(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    /// The day as a calendar date, where known.
    #[must_use]
    pub fn day(self) -> Option<Date> {
        (self.day > 0)
            .then(|| Date::new(self.year, as_i8(self.month), as_i8(self.day)).ok())
            .flatten()
    }

    /// The first day that it can mean.
    #[must_use]
    pub fn first_day(self) -> Date {
        Date::new(self.year, as_i8(self.month.max(1)), as_i8(self.day.max(1))).unwrap_or(Date::ZERO)
    }

    /// The last day that it can mean.
    #[must_use]
    pub fn last_day(self) -> Date {
        let first = self.first_day();
        match (self.month, self.day) {
            (0, _) => Date::new(self.year, 12, 31).unwrap_or(first),
            (_, 0) => first.last_of_month(),
            _ => first,
        }
    }

    /// Whether both can mean the same day: one is the other, or its month or year.
    #[must_use]
    pub const fn agrees_with(self, other: Self) -> bool {
        self.year == other.year
            && (self.month == 0 || other.month == 0 || self.month == other.month)
            && (self.day == 0 || other.day == 0 || self.day == other.day)
    }

    /// Reads `2024-06-14`, `2024-06` or `2024`; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = parts
            .next()
            .map(|m| digits(m, 2).and_then(|m| u8::try_from(m).ok()));
        let day = parts
            .next()
            .map(|d| digits(d, 2).and_then(|d| i8::try_from(d).ok()));
        match (month, day, parts.next()) {
            (None, None, None) => Some(Self::of_year(year)),
            (Some(month), None, None) => Self::of_month(year, month?),
            (Some(month), Some(day), None) => Date::new(year, i8::try_from(month?).ok()?, day?)
                .ok()
                .map(Self::from),
            _ => None,
        }
    }
}

fn as_i8(number: u8) -> i8 {
    i8::try_from(number).unwrap_or(i8::MAX)
}

fn digits(text: &str, length: usize) -> Option<i16> {
    (text.len() == length && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

impl From<Date> for PartialDate {
    fn from(date: Date) -> Self {
        Self {
            year: date.year(),
            month: date.month().unsigned_abs(),
            day: date.day().unsigned_abs(),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

impl serde::Serialize for PartialDate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for PartialDate {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| {
            serde::de::Error::custom(format!(
                "\"{text}\" is not a date such as 2024-06-14, 2024-06 or 2024"
            ))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_real_dates_are_read() {
        for good in ["2024-02-29", "1996-11", "2023"] {
            assert_eq!(
                PartialDate::parse(good).map(|d| d.to_string()).as_deref(),
                Some(good)
            );
        }
        for bad in [
            "2023-02-29",
            "2024-00",
            "24-06-14",
            "2024-6-14",
            "2024-06-14T",
            "",
            "2024-06-14-01",
        ] {
            assert_eq!(PartialDate::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_day_agrees_with_its_month_and_no_other() {
        let parse = |t| PartialDate::parse(t).unwrap_or(PartialDate::of_year(0));
        assert!(parse("2024-06-14").agrees_with(parse("2024-06")));
        assert!(parse("2024").agrees_with(parse("2024-06-14")));
        assert!(!parse("2024-06-14").agrees_with(parse("2024-06-15")));
    }
}
