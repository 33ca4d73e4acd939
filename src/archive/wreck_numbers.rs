//! Which numbers the rows of a damaged file have.
//!
//! The tables are looked through from both ends, as far as that goes, so that a number that damage made huge costs one question
//! and not as many as lie below it. Where a part of a table cannot be looked through, the numbers near those that were found are
//! asked for one by one.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use rusqlite::Connection;

/// The numbers that the rows of one or more tables have.
#[derive(Debug)]
pub(super) struct Numbers {
    found: BTreeSet<i64>,
    /// Every table was looked through to its end.
    whole: bool,
    /// The last number of one table at least is known.
    ends: bool,
}

impl Numbers {
    /// Looks through columns of tables that are the numbers of their rows.
    pub(super) fn of(wreck: &Connection, columns: &[(&str, &str)]) -> Self {
        let mut numbers = Self {
            found: BTreeSet::new(),
            whole: true,
            ends: false,
        };
        for (table, column) in columns {
            let walk = |order: &str| {
                format!("SELECT {column} FROM {table} NOT INDEXED ORDER BY {column} {order}")
            };
            if numbers.take(wreck, &walk("ASC")).is_ok() {
                numbers.ends = true;
                continue;
            }
            numbers.whole = false;
            let before = numbers.found.len();
            let ended = numbers.take(wreck, &walk("DESC"));
            numbers.ends |= ended.is_ok() || numbers.found.len() > before;
        }
        numbers
    }

    fn take(&mut self, wreck: &Connection, walk: &str) -> rusqlite::Result<()> {
        let mut statement = wreck.prepare(walk)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            self.found.insert(row.get(0)?);
        }
        Ok(())
    }

    /// The numbers that were found.
    pub(super) fn found(&self) -> &BTreeSet<i64> {
        &self.found
    }

    /// The numbers to ask for, rising: those found, and where a part could not be looked through so many behind and before each
    /// of them. `behind` are those to try after the last one where nobody can say that it is the last.
    pub(super) fn to_ask(&self, near: i64, behind: i64) -> impl Iterator<Item = i64> + use<> {
        let mut ranges: Vec<RangeInclusive<i64>> = Vec::new();
        let mut last = 0_i64;
        for number in &self.found {
            if !self.whole && *number > last {
                let next = last.saturating_add(near).min(number - 1);
                ranges.push(last.saturating_add(1)..=next);
                ranges.push(number.saturating_sub(near).max(next + 1)..=number - 1);
            }
            ranges.push(*number..=*number);
            last = last.max(*number);
        }
        // Behind the greatest number there is no other.
        if let Some(next) = last.checked_add(1).filter(|_| !self.ends) {
            ranges.push(next..=last.saturating_add(behind));
        }
        ranges.into_iter().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(found: &[i64], whole: bool, ends: bool) -> Vec<i64> {
        let numbers = Numbers {
            found: found.iter().copied().collect(),
            whole,
            ends,
        };
        numbers.to_ask(2, 3).collect()
    }

    #[test]
    fn what_is_looked_through_is_asked_for_alone_and_gaps_from_both_ends() {
        assert_eq!(asked(&[2, i64::MAX], true, true), [2, i64::MAX]);
        assert_eq!(asked(&[3, 9], false, true), [1, 2, 3, 4, 5, 7, 8, 9]);
        assert_eq!(asked(&[-4, 2], false, true), [-4, 1, 2]);
        assert_eq!(asked(&[2], false, false), [1, 2, 3, 4, 5]);
        assert_eq!(asked(&[], false, false), [1, 2, 3]);
        let last = i64::MAX;
        assert_eq!(
            asked(&[1, last], false, false),
            [1, 2, 3, last - 2, last - 1, last]
        );
    }

    #[test]
    fn a_huge_number_costs_one_row() -> rusqlite::Result<()> {
        let wreck = Connection::open_in_memory()?;
        wreck.execute_batch(
            "CREATE TABLE a (id INTEGER PRIMARY KEY); INSERT INTO a VALUES (1), (2), (2000000000), (-7);
             CREATE TABLE b (version INTEGER PRIMARY KEY, x); INSERT INTO b VALUES (3, 0);",
        )?;
        let numbers = Numbers::of(&wreck, &[("a", "id"), ("b", "version")]);
        let asked: Vec<i64> = numbers.to_ask(100, 100).collect();
        assert_eq!(asked, [-7, 1, 2, 3, 2_000_000_000]);
        let missing = Numbers::of(&wreck, &[("c", "id")]);
        assert!(missing.found().is_empty());
        assert_eq!(missing.to_ask(5, 4).collect::<Vec<_>>(), [1, 2, 3, 4]);
        Ok(())
    }
}
