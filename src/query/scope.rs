//! Which part of a graph a question is about: a time, states, and how sure.

use jiff::civil::Date;

use crate::claim::Confidence;
use crate::ontology::StateCode;
use crate::text::PartialDate;

/// Which part of a graph a question is about. The default is all of it.
///
/// ```
/// use interparl::query::Scope;
/// use interparl::text::PartialDate;
///
/// let spring = Scope {
///     from: PartialDate::parse("2031-03"),
///     to: PartialDate::parse("2031-05"),
///     ..Scope::default()
/// };
/// assert!(spring.admits(PartialDate::parse("2031-05-31")));
/// assert!(!spring.admits(PartialDate::parse("2031-06-01")));
/// assert!(!spring.admits(None));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// Nothing that was over before this day, or before the first day of this month or year.
    pub from: Option<PartialDate>,
    /// Nothing that began after this day, or after the last day of this month or year.
    pub to: Option<PartialDate>,
    /// Only what all of these states have a part in.
    pub states: Vec<StateCode>,
    /// Nothing that is less sure.
    pub least: Confidence,
}

impl Default for Scope {
    /// Everything.
    fn default() -> Self {
        Self {
            from: None,
            to: None,
            states: Vec::new(),
            least: Confidence::hundredths(0),
        }
    }
}

impl Scope {
    /// Whether a time is asked for, so that what has no date is left out.
    #[must_use]
    pub const fn has_time(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }

    /// Whether the time ends before it begins, so that nothing can lie in it.
    ///
    /// ```
    /// use interparl::query::Scope;
    /// use interparl::text::PartialDate;
    ///
    /// let time = |from, to| Scope {
    ///     from: PartialDate::parse(from),
    ///     to: PartialDate::parse(to),
    ///     ..Scope::default()
    /// };
    /// assert!(time("2030", "2020").is_reversed());
    /// assert!(!time("2030-05", "2030").is_reversed());
    /// ```
    #[must_use]
    pub fn is_reversed(&self) -> bool {
        let ends = self.from.zip(self.to);
        ends.is_some_and(|(from, to)| from.first_day() > last_day(to))
    }

    /// Whether something of that date may lie in the time. A month of which a part lies in it does; what has no date
    /// does only where no time is asked for.
    #[must_use]
    pub fn admits(&self, date: Option<PartialDate>) -> bool {
        match date {
            Some(date) => self.admits_span(Some(date.first_day()), Some(last_day(date))),
            None => !self.has_time(),
        }
    }

    /// Whether something that lasted from one day to another may lie in the time; an end that is not known is open.
    #[must_use]
    pub fn admits_span(&self, first: Option<Date>, last: Option<Date>) -> bool {
        let over_before = self.from.zip(last).is_some_and(|(f, l)| l < f.first_day());
        let begun_after = self.to.zip(first).is_some_and(|(t, f)| f > last_day(t));
        !over_before && !begun_after
    }

    /// Whether something is sure enough.
    #[must_use]
    pub fn is_sure(&self, confidence: Confidence) -> bool {
        confidence >= self.least
    }
}

/// The last day that a date can mean.
pub(crate) fn last_day(date: PartialDate) -> Date {
    let first = date.first_day();
    match (date.month(), date.day()) {
        (_, Some(day)) => day,
        (Some(_), None) => first.last_of_month(),
        (None, None) => first.last_of_year(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn scope(from: &str, to: &str) -> Scope {
        Scope {
            from: PartialDate::parse(from),
            to: PartialDate::parse(to),
            ..Scope::default()
        }
    }

    #[test]
    fn a_month_lies_in_a_time_that_has_a_part_of_it() {
        let march = PartialDate::parse("2031-03");
        for (from, to, inside) in [
            ("2031-03-20", "", true),
            ("", "2031-03-02", true),
            ("2031-04", "", false),
            ("", "2031-02", false),
            ("2030", "2031", true),
            ("2032", "", false),
        ] {
            assert_eq!(scope(from, to).admits(march), inside, "{from} to {to}");
        }
    }

    #[test]
    fn what_has_no_end_is_open() {
        let june = scope("2031-06", "2031-06");
        let day = PartialDate::parse("2031-05-01").map(PartialDate::first_day);
        assert!(june.admits_span(day, None));
        assert!(!june.admits_span(None, day));
        assert!(june.admits_span(None, None));
    }

    proptest! {
        #[test]
        fn a_longer_time_never_loses_anything(
            day in 1_i8..=28, month in 1_i8..=12, from in 1_u8..=12, to in 1_u8..=12, more in 0_u8..12,
        ) {
            let date = Date::new(2031, month, day).ok().map(PartialDate::from);
            let narrow = Scope { from: PartialDate::of_month(2031, from), to: PartialDate::of_month(2031, to), ..Scope::default() };
            let wide = Scope {
                from: PartialDate::of_month(2031, from.saturating_sub(more).max(1)),
                to: PartialDate::of_month(2031, (to + more).min(12)),
                ..Scope::default()
            };
            prop_assert!(!narrow.admits(date) || wide.admits(date));
        }
    }
}
