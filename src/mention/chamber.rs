//! The names of chambers, parliaments and assemblies, with their states before and behind.

use std::ops::Range;

use super::body::{BodyMention, Means};
use super::item::{Item, Kind};
use super::word::Words;
use crate::lexicon::{Class, Entry, House, Lexicon, RowNumber};
use crate::ontology::{NodeKind, StateCode};

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
        let whole = items.get(at)?.words.start..items.get(last)?.words.end;
        found.push(BodyMention {
            words: whole,
            name: items.get(last)?.words.clone(),
            kind: NodeKind::Assembly,
            form: None,
            means: Means::Assembly(row),
            states,
            parts: Vec::new(),
            house: None,
            plural: false,
            ordinal: None,
        });
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

/// The candidates that fit the states and the parliament that the mention names.
fn narrowed(
    lexicon: &Lexicon,
    means: Means,
    house: Option<House>,
    states: &[StateCode],
    parts: &[usize],
    found: &[BodyMention],
) -> Option<Means> {
    let Means::Chambers(rows) = means else {
        return Some(means);
    };
    let parent_rows: Vec<RowNumber> = parts
        .iter()
        .filter_map(|p| found.get(*p))
        .flat_map(|p| {
            if let Means::Chambers(rows) = &p.means {
                rows.clone()
            } else {
                Vec::new()
            }
        })
        .collect();
    let parent_ids: Vec<&str> = parent_rows
        .iter()
        .filter_map(|r| lexicon.chamber(*r))
        .map(|c| c.id.as_str())
        .collect();
    let fits = |row: &RowNumber| {
        lexicon.chamber(*row).is_some_and(|c| {
            (states.is_empty() || states.contains(&c.state))
                && (parent_ids.is_empty()
                    || c.parent.as_deref().is_none_or(|p| parent_ids.contains(&p)))
        })
    };
    let mut kept: Vec<RowNumber> = rows.iter().copied().filter(fits).collect();
    if let Some(house) = house.filter(|_| kept.is_empty()) {
        kept = states
            .iter()
            .filter_map(|s| house_of(lexicon, *s, house))
            .collect();
    }
    if kept.is_empty() && house.is_none() {
        // A name that the table does not have for this state: the house that other states call so.
        let houses = |h: House| {
            rows.iter()
                .filter(|r| lexicon.chamber(**r).is_some_and(|c| c.house == h))
                .count()
        };
        let (lower, upper) = (houses(House::Lower), houses(House::Upper));
        let usual = if lower * 2 > rows.len() {
            Some(House::Lower)
        } else {
            Some(House::Upper).filter(|_| upper * 2 > rows.len())
        };
        kept = usual
            .map(|h| {
                states
                    .iter()
                    .filter_map(|s| house_of(lexicon, *s, h))
                    .collect()
            })
            .unwrap_or_default();
    }
    if kept.is_empty() {
        // Else its parliament, if the name is a common one.
        kept = states
            .iter()
            .filter_map(|s| parliament_of(lexicon, *s))
            .collect();
    }
    if kept.is_empty() && !rows.is_empty() {
        return None;
    }
    if !states.is_empty() || !parts.is_empty() {
        prefer_current(lexicon, &mut kept);
    }
    Some(if kept.is_empty() {
        Means::Reference
    } else {
        Means::Chambers(kept)
    })
}

fn prefer_current(lexicon: &Lexicon, rows: &mut Vec<RowNumber>) {
    let current = |r: &RowNumber| {
        lexicon
            .chamber(*r)
            .is_some_and(|c| c.current && c.house != House::Advisory)
    };
    if rows.len() > 1 && rows.iter().any(current) {
        rows.retain(current);
    }
}

/// The parliament of a state: the umbrella where there are two houses, else the only house.
pub(super) fn parliament_of(lexicon: &Lexicon, state: StateCode) -> Option<RowNumber> {
    let of = |house| {
        lexicon
            .chambers_of(state)
            .find(|(_, c)| c.house == house && c.current)
            .map(|(row, _)| row)
    };
    of(House::Joint).or_else(|| of(House::Unicameral))
}

pub(super) fn house_of(lexicon: &Lexicon, state: StateCode, house: House) -> Option<RowNumber> {
    lexicon
        .chambers_of(state)
        .find(|(_, c)| c.house == house && c.current)
        .map(|(row, _)| row)
}

fn kind_of(lexicon: &Lexicon, means: &Means) -> Option<NodeKind> {
    match means {
        Means::Chambers(rows) => lexicon.chamber(*rows.first()?).map(|c| c.kind),
        Means::Assembly(_) => Some(NodeKind::Assembly),
        Means::Named | Means::Reference => None,
    }
}

/// Whether an item is a body that was found before.
pub(super) fn body_number(item: &Item<'_>) -> Option<usize> {
    if let Kind::Body(number) = item.kind {
        Some(number)
    } else {
        None
    }
}
