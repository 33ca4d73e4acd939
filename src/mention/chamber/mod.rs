//! The names of chambers, parliaments and assemblies, with their states before and behind.
//!
//! In come the items of a sentence, out come mentions of bodies that the tables know, or may know by a common noun. This
//! module never says which of several candidates the article means.

mod each_state;
mod names;
mod narrowing;
mod regional;
mod suffix;

use std::ops::Range;

pub(super) use each_state::houses_of_states;
pub(super) use narrowing::{house_of, narrow_to};
pub(super) use regional::regional_at;
pub(super) use suffix::only_state;

use super::body::{BodyMention, Means};
use super::item::{Item, Kind};
use super::word::Words;
use crate::lexicon::{Class, ClassSet, Entry, House, Lexicon, NameTraits, RowNumber};
use crate::ontology::{NodeKind, StateCode};
use crate::text::Shape;
use names::{Core, core_of};
use narrowing::{Named, narrowed};
use suffix::{assembly_of, suffix};

/// Reads a chamber or assembly that begins at an item: adds the mention and gives the range of its items. "The Tajik parliament's
/// lower house" is one mention, with that of the parliament in it.
pub(super) fn chamber_at(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    found: &mut Vec<BodyMention>,
) -> Option<Range<usize>> {
    // Of most words no table knows anything.
    let first = items.get(at)?;
    if first.entries().is_empty() && first.classes() == ClassSet::EMPTY {
        return None;
    }
    let owner = named_at(words, items, at, found)?;
    let house = house_behind(words, items, owner.end, found);
    Some(house.map_or(owner.clone(), |(house, mention)| {
        let start = found.last().map_or(mention.words.start, |o| o.words.start);
        let parts = vec![found.len() - 1];
        found.push(BodyMention {
            words: start..mention.words.end,
            parts,
            ..mention
        });
        owner.start..house + 1
    }))
}

/// The house of the parliament found last, by a common noun behind a possessive at an item: its item and mention.
fn house_behind(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    found: &[BodyMention],
) -> Option<(usize, BodyMention)> {
    let item = items.get(at + 1)?;
    let house = match (item.is(Class::UpperHouse), item.is(Class::LowerHouse)) {
        (true, _) => House::Upper,
        (_, true) => House::Lower,
        _ => return None,
    };
    let owner = found.last()?;
    let state = owner.states.first().copied();
    let state = state.or_else(|| only_state(words, owner))?;
    if !items.get(at)?.is_mark('’') || owner.kind == NodeKind::Assembly {
        return None;
    }
    let row = words.house_of(state, house)?;
    let name = item.words.clone();
    let means = Means::Chambers(vec![row]);
    let mention = BodyMention {
        states: vec![state],
        house: Some(house),
        ..BodyMention::new(name.clone(), name, NodeKind::Chamber, means)
    };
    Some((at + 1, mention))
}

/// Reads a chamber or assembly by its name that begins at an item: adds the mention and gives the range of its items.
fn named_at(
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
    if other_name(words, items, (at, next), &core) {
        return None;
    }
    if states.is_empty()
        && item.is(Class::BodyNoun)
        && let Some(end) = gathering(words, items, at, next + 1, found)
    {
        return Some(at..end);
    }
    let name = item.words.clone();
    let mut end = next + 1;
    // "IPA CIS Council": the council in which the heads of an assembly sit is the assembly.
    if core.kind == NodeKind::Assembly
        && items.get(end).is_some_and(|i| {
            i.is(Class::BodyNoun) && words.text_of(&i.words) == "Council" && !i.is(Class::OtherBody)
        })
    {
        end += 1;
    }
    let parts = suffix(words, items, &mut end, &mut states, found, core.kind);
    let bare = core.generic && states.is_empty() && parts.is_empty();
    let small = bare && !words.at(name.start).token.shape.is_capital();
    if small && !definite(items, at) || party_congress(words, &name, &core.means, &states) {
        return None;
    }
    let named = Named {
        house: core.house,
        states: &states,
        parts: &parts,
    };
    let means = narrowed(words, core.means, &named, found)?;
    let kind = kind_of(words.lexicon, &means).unwrap_or(core.kind);
    // "the Estonian IPU delegation": an assembly is of no state, and not called by that of those who are sent to it.
    let first = if kind == NodeKind::Assembly { next } else { at };
    let whole = items.get(first)?.words.start..items.get(end - 1)?.words.end;
    found.push(BodyMention {
        states,
        parts,
        house: core.house,
        ..BodyMention::new(whole, name, kind, means)
    });
    Some(at..end)
}

/// "the Japan–Canada Diet League": whether the state at an item is the second of a pair, and the house of the name is not its own.
fn ends_pair(words: &Words<'_>, items: &[Item<'_>], at: usize, core: &Core) -> bool {
    let Means::Chambers(rows) = &core.means else {
        return false;
    };
    let before = |n: usize| at.checked_sub(n).and_then(|b| items.get(b));
    let sign = before(1).is_some_and(|i| matches!(i.kind, Kind::Mark('-' | '–' | '/')));
    let pair = sign && before(2).is_some_and(|i| i.state().is_some());
    let state = items.get(at).and_then(Item::state);
    let own = |r: &RowNumber| words.lexicon.chamber(*r).map(|c| c.state) == state;
    pair && !core.generic && !rows.iter().any(own)
}

/// Whether the words around a noun that many bodies share make another name of it; the mention begins at the first place, the
/// noun stands at the second one.
fn other_name(
    words: &Words<'_>,
    items: &[Item<'_>],
    (at, noun): (usize, usize),
    core: &Core,
) -> bool {
    let surname = at == noun && !core.generic && is_surname(words, items, noun);
    if surname || noun > at && ends_pair(words, items, at, core) {
        return true;
    }
    let shared = matches!(&core.means, Means::Chambers(rows) if rows.len() > 1);
    (core.generic || shared) && something_else(words, items, at, noun)
        || core.means == Means::Reference && inside_name(words, items, at)
}

/// "Joseph Kamara", and "Speaker Kamara" beside it; "Advocate Duma Gideon B": whether the article has the one word of a house's name right behind a
/// given name somewhere, and so as a surname, or between a form of address and a given name.
fn is_surname(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let Some(name) = items.get(at).map(|i| i.words.clone()) else {
        return false;
    };
    let text = words.text_of(&name);
    let given = |word: usize| {
        let word = words.at(word);
        word.token.shape == Shape::Capital
            && word.traits.has(NameTraits::GIVEN)
            && !word.traits.has(NameTraits::COMMON)
    };
    let sentences = words.sentences.iter();
    let same = |word: usize| words.text_of(&(word..word + 1)) == text;
    name.len() == 1
        && words.at(name.start).token.shape == Shape::Capital
        && sentences
            .flat_map(|s| s.words.start + 1..s.words.end)
            .any(|w| same(w) && (given(w - 1) || words.is_address(w - 1) && given(w + 1)))
}

/// "Ghana Congress for Democracy", "Congress Party", "the Parliament House", "a Youth Parliament": whether the words around a
/// common noun at `noun`, whose mention begins at `at`, make it a party, a building or another gathering.
fn something_else(words: &Words<'_>, items: &[Item<'_>], at: usize, noun: usize) -> bool {
    let text = |n: usize| items.get(n).map_or("", |i| words.text_of(&i.words));
    let capital = |n: usize| {
        items.get(n).is_some_and(|i| {
            let shape = words.at(i.words.start).token.shape;
            matches!(i.kind, Kind::Plain(_)) && shape == Shape::Capital
        })
    };
    let party = text(noun).ends_with("Congress")
        && (text(noun + 1) == "for" && capital(noun + 2) || text(noun + 1) == "Party");
    let building = text(noun).ends_with("Parliament")
        && ["House", "Building", "Buildings", "Hill"].contains(&text(noun + 1));
    let before = at.checked_sub(1).filter(|b| *b > 0 && capital(*b));
    let before = before.and_then(|b| items.get(b));
    let gathering = before.is_some_and(|i| {
        i.is(Class::NotPerson) && i.state().is_none() && !i.is_title() && !i.is(Class::BodyNoun)
    });
    let congress = text(noun).ends_with("Congress")
        && (gathering || before.is_some_and(|i| i.demonym().is_some()));
    party || building || congress || gathering && text(noun) == "Parliament"
}

/// "the Sarova Diplomacy Forum": whether a word with a capital before a bare noun makes another name of it.
fn inside_name(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).filter(|b| *b > 0);
    before.and_then(|b| items.get(b)).is_some_and(|i| {
        let grammar =
            |e: &Entry| matches!(e, Entry::Word(c, _) if *c != Class::NotPerson && *c != Class::Sight);
        matches!(i.kind, Kind::Plain(_))
            && words.at(i.words.start).token.shape == Shape::Capital
            && !i.is_title()
            && i.honorific().is_none()
            && !i.entries().iter().any(grammar)
    })
}

/// "Ghanaian National Congress": whether a state that has no congress is named before one, which is that of a party.
fn party_congress(
    words: &Words<'_>,
    name: &Range<usize>,
    means: &Means,
    states: &[StateCode],
) -> bool {
    let Means::Chambers(rows) = means else {
        return false;
    };
    let own = |r: &RowNumber| {
        let row = words.lexicon.chamber(*r);
        row.is_some_and(|c| states.contains(&c.state))
    };
    words.text_of(name).ends_with("Congress") && !states.is_empty() && !rows.iter().any(own)
}

/// "the 150th Assembly of the IPU": adds the mention of the assembly, whose noun begins at `at` and whose own name stands
/// behind the "of" at `of`, and gives where it ends.
fn gathering(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    of: usize,
    found: &mut Vec<BodyMention>,
) -> Option<usize> {
    // "the Council of the Assembly": the heads of an assembly that the article has named.
    let council = items
        .get(at)
        .is_some_and(|i| words.text_of(&i.words) == "Council");
    let noun = of + 1 + usize::from(items.get(of + 1).is_some_and(|i| i.is(Class::Article)));
    let assembly = items
        .get(noun)
        .is_some_and(|i| words.text_of(&i.words) == "Assembly");
    if council && assembly && items.get(of).is_some_and(|i| i.is(Class::Of)) {
        let name = items.get(noun)?.words.clone();
        let whole = items.get(at)?.words.start..name.end;
        found.push(BodyMention::new(
            whole,
            name,
            NodeKind::Commission,
            Means::Reference,
        ));
        return Some(noun + 1);
    }
    let (row, last) = assembly_of(words, items, of)?;
    let name = items.get(last)?.words.clone();
    let whole = items.get(at)?.words.start..name.end;
    let means = Means::Assembly(row);
    found.push(BodyMention::new(whole, name, NodeKind::Assembly, means));
    Some(last + 1)
}

/// Whether an article or a possessive stands before an item.
pub(super) fn definite(items: &[Item<'_>], at: usize) -> bool {
    at.checked_sub(1)
        .and_then(|i| items.get(i))
        .is_some_and(|i| i.is_any(&[Class::Article, Class::His]) || i.is_mark('’'))
}

/// The kind of body that the tables have for what a mention means.
fn kind_of(lexicon: &Lexicon, means: &Means) -> Option<NodeKind> {
    match means {
        Means::Chambers(rows) => lexicon.chamber(*rows.first()?).map(|c| c.kind),
        Means::Assembly(_) => Some(NodeKind::Assembly),
        Means::Named | Means::Reference => None,
    }
}
