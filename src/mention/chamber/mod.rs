//! The names of chambers, parliaments and assemblies, with their states before and behind.

mod narrow;

use std::ops::Range;

use super::body::{BodyMention, Means};
use super::item::{Item, Kind};
use super::word::Words;
use crate::lexicon::{Class, Entry, House, RowNumber};
use crate::ontology::{NodeKind, StateCode};
pub(super) use narrow::house_of;
use narrow::{kind_of, narrowed};

/// The bare name at the heart of a mention.
struct Core {
    means: Means,
    kind: NodeKind,
    /// Whether it is a common noun such as "parliament", which means nothing without a state.
    generic: bool,
    /// Which house a common noun such as "upper house" means.
    house: Option<House>,
}

/// Reads a chamber or assembly that begins at an item: adds the mention and gives the range of its items.
pub(super) fn chamber_at(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    found: &mut Vec<BodyMention>,
) -> Option<Range<usize>> {
    let mut next = at;
    let mut states: Vec<StateCode> = Vec::new();
    if let Some(state) = items.get(at)?.state() {
        states.push(state);
        next += 1;
        next += usize::from(items.get(next).is_some_and(|i| i.is_mark('’')));
    }
    let item = items.get(next)?;
    let core = core_of(words, item, !states.is_empty())?;
    let name = item.words.clone();
    let mut end = next + 1;
    if let Some((row, last)) =
        assembly_of(words, items, end).filter(|_| is_noun(item) && states.is_empty())
    {
        found.push(gathering(row, items.get(at)?.words.start, items.get(last)?));
        return Some(at..last + 1);
    }
    let parts = suffix(words, items, &mut end, &mut states, found, core.kind);
    if core.generic && states.is_empty() && parts.is_empty() {
        let capital = words.at(name.start).token.shape.is_capital();
        if !capital && !definite(items, at) {
            return None;
        }
    }
    let means = narrowed(
        words.lexicon,
        core.means,
        core.house,
        &states,
        &parts,
        found,
    )?;
    let kind = kind_of(words.lexicon, &means).unwrap_or(core.kind);
    let first = items.get(at)?.words.start;
    let last = items.get(end - 1)?.words.end;
    found.push(BodyMention {
        words: first..last,
        name,
        kind,
        form: None,
        means,
        states,
        parts,
        house: core.house,
        plural: false,
        ordinal: None,
    });
    Some(at..end)
}

/// "the 150th Assembly of the IPU": the gathering of an assembly is the assembly.
fn assembly_of(words: &Words<'_>, items: &[Item<'_>], of: usize) -> Option<(RowNumber, usize)> {
    if !items.get(of)?.is(Class::Of) {
        return None;
    }
    let next = of + 1 + usize::from(items.get(of + 1).is_some_and(|i| i.is(Class::Article)));
    let row = items.get(next)?.entries().iter().find_map(|e| match e {
        Entry::Assembly(row) => Some(*row),
        _ => None,
    })?;
    words.lexicon.assembly(row).map(|_| (row, next))
}

/// The mention of an assembly by its gathering, which ends with the assembly's name.
fn gathering(row: RowNumber, start: usize, name: &Item<'_>) -> BodyMention {
    BodyMention {
        words: start..name.words.end,
        name: name.words.clone(),
        kind: NodeKind::Assembly,
        form: None,
        means: Means::Assembly(row),
        states: Vec::new(),
        parts: Vec::new(),
        house: None,
        plural: false,
        ordinal: None,
    }
}

/// Whether an article or a possessive stands before an item.
pub(super) fn definite(items: &[Item<'_>], at: usize) -> bool {
    at.checked_sub(1)
        .and_then(|i| items.get(i))
        .is_some_and(|i| i.is_any(&[Class::Article, Class::His]) || i.is_mark('’'))
}

fn core_of(words: &Words<'_>, item: &Item<'_>, with_state: bool) -> Option<Core> {
    let entries = item.entries();
    let mut chambers: Vec<RowNumber> = Vec::new();
    for entry in entries {
        match entry {
            Entry::Chamber(row) | Entry::SharedChamber(row) => chambers.push(*row),
            Entry::Assembly(row) => {
                return Some(Core {
                    means: Means::Assembly(*row),
                    kind: NodeKind::Assembly,
                    generic: false,
                    house: None,
                });
            }
            _ => {}
        }
    }
    let generic = item.is_any(&[Class::ParliamentWord, Class::UpperHouse, Class::LowerHouse]);
    let house = match (item.is(Class::UpperHouse), item.is(Class::LowerHouse)) {
        (true, _) => Some(House::Upper),
        (_, true) => Some(House::Lower),
        _ => None,
    };
    if chambers.is_empty() && !generic {
        return reference(words, item, with_state);
    }
    chambers.sort_unstable();
    chambers.dedup();
    let kind = chambers
        .first()
        .and_then(|r| words.lexicon.chamber(*r))
        .map_or(NodeKind::Chamber, |c| c.kind);
    Some(Core {
        means: Means::Chambers(chambers),
        kind,
        generic: generic || is_noun(item),
        house,
    })
}

fn is_noun(item: &Item<'_>) -> bool {
    item.is(Class::BodyNoun)
}

/// "the Assembly", "the House": a noun of bodies that the article must have named before.
fn reference(words: &Words<'_>, item: &Item<'_>, with_state: bool) -> Option<Core> {
    let lone = is_noun(item) && !with_state && !words.text_of(&item.words).ends_with('s');
    let capital = words.at(item.words.start).token.shape.is_capital();
    (lone && capital).then_some(Core {
        means: Means::Reference,
        kind: NodeKind::Commission,
        generic: true,
        house: None,
    })
}

/// "of Kazakhstan", "of the Oliy Majlis", "of Parliament of the Republic of Kazakhstan".
fn suffix(
    words: &Words<'_>,
    items: &[Item<'_>],
    end: &mut usize,
    states: &mut Vec<StateCode>,
    found: &mut Vec<BodyMention>,
    kind: NodeKind,
) -> Vec<usize> {
    let mut parts = Vec::new();
    // "Senate Pakistan", "Majilis Kazakhstan" is no English; "Parliament of" is.
    while items.get(*end).is_some_and(|i| i.is(Class::Of)) && kind != NodeKind::Assembly {
        let mut next = *end + 1;
        next += usize::from(items.get(next).is_some_and(|i| i.is(Class::Article)));
        let Some(item) = items.get(next) else { break };
        let names_body = item.entries().iter().any(|e| {
            matches!(e, Entry::Chamber(_) | Entry::SharedChamber(_))
                || matches!(e, Entry::Word(Class::ParliamentWord, _))
        });
        let demonym_first = item.demonym().is_some()
            && items.get(next + 1).is_some_and(|i| !i.entries().is_empty());
        if names_body || demonym_first {
            let Some(range) = chamber_at(words, items, next, found) else {
                break;
            };
            *end = range.end;
            let number = found.len() - 1;
            parts.push(number);
            if let Some(inner) = found.get(number) {
                states.extend(inner.states.iter().copied());
            }
            break;
        }
        let Some(state) = item
            .state()
            .filter(|_| item.demonym().is_none() || item.entries().len() > 1)
        else {
            break;
        };
        states.push(state);
        *end = next + 1;
    }
    states.dedup();
    parts
}

/// Whether an item is a body that was found before.
pub(super) fn body_number(item: &Item<'_>) -> Option<usize> {
    if let Kind::Body(number) = item.kind {
        Some(number)
    } else {
        None
    }
}
