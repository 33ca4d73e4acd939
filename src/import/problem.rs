//! What of a file cannot be taken over, and how it is told.

use std::collections::{BTreeMap, BTreeSet};

use super::row::Row;

/// So many of those of whom something is lost are named.
const NAMED: usize = 3;

/// Why something cannot be read, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The place and what is wrong there, such as `list.csv:12: "king" is no role that interparl knows`.
    pub message: String,
    /// What to do, where that is known.
    pub hint: Option<String>,
}

/// Why a file cannot be read at all.
#[derive(Debug)]
pub(super) struct Flaw {
    /// The line, where it is known and `why` does not tell it.
    pub(super) line: Option<u64>,
    pub(super) why: String,
}

/// What is not taken over.
#[derive(Debug, Default)]
pub(super) struct Losses {
    /// What readings have no place for, and how often it was there.
    counts: BTreeMap<String, usize>,
    /// Of whom or what it was, where that is to be told.
    whose: BTreeMap<String, BTreeSet<String>>,
    /// Where a row was left out.
    places: BTreeSet<String>,
    pub(super) skipped: Vec<Problem>,
    pub(super) left_out: Vec<Problem>,
}

impl Problem {
    pub(super) fn new(why: impl Into<String>) -> Self {
        Self {
            message: why.into(),
            hint: None,
        }
    }

    pub(super) fn hint(self, hint: impl Into<String>) -> Self {
        Self {
            hint: Some(hint.into()),
            ..self
        }
    }

    fn at(self, row: &Row) -> Self {
        Self {
            message: format!("{}: {}", row.told_place(), self.message),
            ..self
        }
    }
}

impl From<String> for Problem {
    fn from(why: String) -> Self {
        Self::new(why)
    }
}

impl From<String> for Flaw {
    fn from(why: String) -> Self {
        Self { line: None, why }
    }
}

impl Losses {
    /// Counts what readings have no place for.
    pub(super) fn count(&mut self, what: &str, times: usize) {
        if times > 0 {
            *self.counts.entry(what.to_owned()).or_default() += times;
        }
    }

    /// Counts what readings have no place for, of somebody or something of that name.
    pub(super) fn count_of(&mut self, what: &str, times: usize, name: &str) {
        self.count(what, times);
        if times > 0 {
            let names = self.whose.entry(what.to_owned()).or_default();
            names.insert(name.to_owned());
        }
    }

    /// Leaves a row out. One row can be a node and an edge: what fails the second time for the first reason is told once.
    pub(super) fn skip(&mut self, row: &Row, why: Problem) {
        let is_new = self.places.insert(row.told_place());
        let why = why.at(row);
        if is_new || !(self.skipped.contains(&why) || why.message.contains(NO_NODE)) {
            self.skipped.push(why);
        }
    }

    /// Leaves a value of a row out.
    pub(super) fn leave_out(&mut self, row: &Row, why: Problem) {
        let why = why.at(row);
        if !self.left_out.contains(&why) {
            self.left_out.push(why);
        }
    }

    /// What was counted, a line a sort.
    pub(super) fn counted(&self) -> Vec<String> {
        let counts = self.counts.iter();
        let told = counts.map(|(what, times)| {
            let whose = self.whose.get(what).map(whose);
            format!("{what} ({times}{})", whose.unwrap_or_default())
        });
        told.collect()
    }
}

/// Of whom it was: the first names, and how many there are more.
fn whose(names: &BTreeSet<String>) -> String {
    let first: Vec<String> = names
        .iter()
        .take(NAMED)
        .map(|n| format!("\"{n}\""))
        .collect();
    let more = names.len().saturating_sub(NAMED);
    let more = if more > 0 {
        format!(" and {more} more")
    } else {
        String::new()
    };
    format!(", of {}{more}", first.join(", "))
}

/// How it begins that a row speaks of what is not there.
pub(super) const NO_NODE: &str = "there is no node ";
