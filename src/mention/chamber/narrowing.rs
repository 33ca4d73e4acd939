//! Which of the chambers that share a name fit the states and the parliament that a mention names.
//!
//! In come candidates, out come those that are left. This module never looks at the text.

use super::super::body::{BodyMention, Means};
use super::super::word::Words;
use crate::lexicon::{Chamber, House, Lexicon, RowNumber};
use crate::ontology::StateCode;

/// What a mention names beside the bare name.
pub(super) struct Named<'s> {
    /// The house that a common noun means.
    pub house: Option<House>,
    /// The states.
    pub states: &'s [StateCode],
    /// The mentions of bodies behind it.
    pub parts: &'s [usize],
}

/// The candidates that fit what a mention names; where none does, what the state has in their place: the house, the house
/// that other states call so, its parliament. `None` where there is none of these either.
pub(super) fn narrowed(
    words: &Words<'_>,
    means: Means,
    named: &Named<'_>,
    found: &[BodyMention],
) -> Option<Means> {
    let Means::Chambers(rows) = means else {
        return Some(means);
    };
    let lexicon = words.lexicon;
    let mut kept = fitting(lexicon, &rows, named, found);
    if kept.is_empty() {
        // A name that the table does not have for this state: the house that other states call so.
        let house = named.house.or_else(|| usual_house(lexicon, &rows));
        kept = of_states(named, |s| house.and_then(|h| words.house_of(s, h)));
    }
    if kept.is_empty() {
        // Else its parliament, if the name is a common one.
        kept = of_states(named, |s| words.parliament_of(s));
    }
    if kept.is_empty() && !rows.is_empty() {
        return None;
    }
    if !named.states.is_empty() || !named.parts.is_empty() {
        prefer_sitting(words, &mut kept);
    }
    Some(if kept.is_empty() {
        Means::Reference
    } else {
        Means::Chambers(kept)
    })
}

/// Makes a mention of a name that houses of several states share, and that names none, one of the house of a state that words outside of it
/// tell: "Speaker of the House of Representatives, Republic of Poland".
pub(in crate::mention) fn narrow_to(words: &Words<'_>, body: &mut BodyMention, state: StateCode) {
    // "New Zealand Speaker of the House".
    let called = body.means == Means::Reference && words.text_of(&body.words) == "House";
    if let Some(row) = house_of(words, state).filter(|_| called) {
        body.means = Means::Chambers(vec![row]);
        body.states = vec![state];
        return;
    }
    let shared = matches!(&body.means, Means::Chambers(rows) if rows.len() > 1);
    if !shared || !body.states.is_empty() || !body.parts.is_empty() {
        return;
    }
    let named = Named {
        house: body.house,
        states: &[state],
        parts: &[],
    };
    if let Some(means) = narrowed(words, body.means.clone(), &named, &[]) {
        body.means = means;
        body.states = vec![state];
    }
}

/// What "the House" is in a state: the house of that name, and no upper one.
pub(in crate::mention) fn house_of(words: &Words<'_>, state: StateCode) -> Option<RowNumber> {
    let lower = |c: &Chamber| words.sits(c) && c.house != House::Upper;
    let mut rows = words.lexicon.chambers_of(state);
    rows.find(|(_, c)| lower(c) && c.name.starts_with("House "))
        .map(|(row, _)| row)
}

/// The candidates of the states and of the parliament that a mention names.
fn fitting(
    lexicon: &Lexicon,
    rows: &[RowNumber],
    named: &Named<'_>,
    found: &[BodyMention],
) -> Vec<RowNumber> {
    let mut parents: Vec<&Chamber> = Vec::new();
    for part in named.parts.iter().filter_map(|p| found.get(*p)) {
        if let Means::Chambers(rows) = &part.means {
            parents.extend(rows.iter().filter_map(|r| lexicon.chamber(*r)));
        }
    }
    let fits = |c: &Chamber| {
        let parent = c.parent.as_deref();
        let of_parent = parent.is_none_or(|id| parents.iter().any(|p| p.id == id));
        (named.states.is_empty() || named.states.contains(&c.state))
            && (parents.is_empty() || of_parent)
    };
    let all = rows.iter().copied();
    let kept: Vec<RowNumber> = all
        .filter(|r| lexicon.chamber(*r).is_some_and(fits))
        .collect();
    // Where the parliament is named, a house that belongs to it goes before one that belongs to none.
    let belongs = |r: &RowNumber| {
        let row = lexicon.chamber(*r);
        row.is_some_and(|c| {
            c.parent
                .as_deref()
                .is_some_and(|id| parents.iter().any(|p| p.id == id))
        })
    };
    if kept.iter().any(belongs) {
        return kept.into_iter().filter(belongs).collect();
    }
    kept
}

/// The house that most of the chambers of a name are: the lower, else the upper.
fn usual_house(lexicon: &Lexicon, rows: &[RowNumber]) -> Option<House> {
    let most = |house: House| {
        let chambers = rows.iter().filter_map(|r| lexicon.chamber(*r));
        chambers.filter(|c| c.house == house).count() * 2 > rows.len()
    };
    [House::Lower, House::Upper].into_iter().find(|h| most(*h))
}

/// What the states that a mention names have of something.
fn of_states(named: &Named<'_>, row: impl Fn(StateCode) -> Option<RowNumber>) -> Vec<RowNumber> {
    named.states.iter().filter_map(|s| row(*s)).collect()
}

/// Drops the chambers of the past and those that only advise, where others are left.
fn prefer_sitting(words: &Words<'_>, rows: &mut Vec<RowNumber>) {
    let current = |r: &RowNumber| {
        let row = words.lexicon.chamber(*r);
        row.is_some_and(|c| words.sits(c) && c.house != House::Advisory)
    };
    if rows.len() > 1 && rows.iter().any(current) {
        rows.retain(current);
    }
}
