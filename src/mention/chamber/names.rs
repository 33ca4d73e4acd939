//! The bare name at the heart of a mention of a chamber or assembly.
//!
//! In comes an item, out comes what it names by itself. This module never looks at the items around it.

use super::super::body::Means;
use super::super::item::Item;
use super::super::word::Words;
use crate::lexicon::{Class, Entry, House, RowNumber};
use crate::ontology::NodeKind;

/// The bare name at the heart of a mention.
pub(super) struct Core {
    /// What it may mean.
    pub means: Means,
    /// What kind of body it is.
    pub kind: NodeKind,
    /// Whether it is a common noun such as "parliament", which means nothing without a state.
    pub generic: bool,
    /// Which house a common noun such as "upper house" means.
    pub house: Option<House>,
}

/// What an item names: an assembly, chambers, a house, or a body named before; `with_state` where a state stands before it.
pub(super) fn core_of(words: &Words<'_>, item: &Item<'_>, with_state: bool) -> Option<Core> {
    let mut chambers: Vec<RowNumber> = Vec::new();
    for entry in item.entries() {
        if let Entry::Chamber(row) | Entry::SharedChamber(row) = entry {
            chambers.push(*row);
        } else if let Entry::Assembly(row) = entry {
            return Some(Core {
                means: Means::Assembly(*row),
                kind: NodeKind::Assembly,
                generic: false,
                house: None,
            });
        }
    }
    let generic = item.is_any(&[Class::ParliamentWord, Class::UpperHouse, Class::LowerHouse]);
    // "the Thai House Speaker": the house of a state that has no other of the name.
    let short = with_state && chambers.is_empty() && words.text_of(&item.words) == "House";
    let generic = generic || short;
    let house = match (item.is(Class::UpperHouse), item.is(Class::LowerHouse)) {
        (true, _) => Some(House::Upper),
        (_, true) => Some(House::Lower),
        _ => short.then_some(House::Lower),
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
        generic: generic || item.is(Class::BodyNoun),
        house,
    })
}

/// "the Assembly", "the House": a noun of bodies that the article must have named before.
fn reference(words: &Words<'_>, item: &Item<'_>, with_state: bool) -> Option<Core> {
    let lone = item.is(Class::BodyNoun)
        && !item.is(Class::Delegation)
        && !with_state
        && !words.text_of(&item.words).ends_with('s');
    let capital = words.at(item.words.start).token.shape.is_capital();
    (lone && capital).then_some(Core {
        means: Means::Reference,
        kind: NodeKind::Commission,
        generic: true,
        house: None,
    })
}
