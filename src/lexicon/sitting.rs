//! Which houses of a state sat on a day, and what bodies were called when.
//!
//! In come a state and a day, out come rows of chambers. This module never says which of them a text means.

use std::ops::Range;

use jiff::civil::Date;

use super::build::Lexicon;
use super::phrases::RowNumber;
use super::rows::{BodyName, Chamber, House};
use crate::ontology::StateCode;

impl Lexicon {
    /// The names of a chamber or assembly with their times, by the id of its row: the earliest first. Empty where the tables know
    /// of none when it was borne.
    ///
    /// ```
    /// use interparl::lexicon::Lexicon;
    /// let names = Lexicon::builtin().names_in_time("zw/national-assembly");
    /// assert_eq!(names.last().map(|n| n.name.as_str()), Some("National Assembly"));
    /// ```
    #[must_use]
    pub fn names_in_time(&self, id: &str) -> &[BodyName] {
        let own = times_of(&self.body_names, id);
        self.body_names.get(own).unwrap_or_default()
    }

    /// The same of a chamber, for which it was looked up when the tables were read.
    pub(super) fn times_of(&self, chamber: &Chamber) -> &[BodyName] {
        let own = chamber.times.clone();
        self.body_names.get(own).unwrap_or_default()
    }

    /// Whether a chamber sat on a day, as far as the tables know its times (`body_names.tsv`); else, and without a day, whether it sits now.
    ///
    /// ```
    /// use interparl::lexicon::Lexicon;
    /// use interparl::ontology::StateCode;
    /// let lexicon = Lexicon::builtin();
    /// let state = StateCode::parse("KZ").expect("a code");
    /// let (_, majilis) = lexicon.chambers_of(state).find(|(_, c)| c.id == "kz/majilis").expect("a row");
    /// assert!(lexicon.sat_on(majilis, "2021-05-05".parse().ok()));
    /// assert!(!lexicon.sat_on(majilis, "2026-09-01".parse().ok()));
    /// ```
    #[must_use]
    pub fn sat_on(&self, chamber: &Chamber, day: Option<Date>) -> bool {
        let times = self.times_of(chamber);
        match day {
            Some(day) if !times.is_empty() => times.iter().any(|time| {
                let begun = time.from.is_none_or(|from| from.first_day() <= day);
                begun && time.until.is_none_or(|until| day <= until.last_day())
            }),
            _ => chamber.current,
        }
    }

    /// The house of a state on a day: of those that sat one whose times are known before others. Where none did, as after a coup, the last one of
    /// the table; so too the lower or upper house of a state that has one house today.
    #[must_use]
    pub fn house_on(&self, state: StateCode, house: House, day: Option<Date>) -> Option<RowNumber> {
        let sat = |c: &Chamber| self.sat_on(c, day);
        let of_kind = || self.chambers_of(state).filter(|(_, c)| c.house == house);
        let timed = |c: &Chamber| day.is_some() && !self.times_of(c).is_empty();
        let known = of_kind().find(|(_, c)| sat(c) && timed(c));
        let known = known.or_else(|| of_kind().find(|(_, c)| sat(c)));
        let sits = self.chambers_of(state).any(|(_, c)| sat(c));
        let half = matches!(house, House::Lower | House::Upper);
        let last = || of_kind().last().filter(|_| !sits || half);
        known.or_else(last).map(|(row, _)| row)
    }

    /// The parliament of a state on a day: the umbrella where it had two houses, else the only house.
    #[must_use]
    pub fn parliament_on(&self, state: StateCode, day: Option<Date>) -> Option<RowNumber> {
        self.house_on(state, House::Joint, day)
            .or_else(|| self.house_on(state, House::Unicameral, day))
    }
}

/// Where the names of a body are among all, which are sorted.
pub(super) fn times_of(all: &[BodyName], id: &str) -> Range<usize> {
    let start = all.partition_point(|name| name.id.as_str() < id);
    let behind = all.get(start..).unwrap_or_default();
    start..start + behind.partition_point(|name| name.id == id)
}
