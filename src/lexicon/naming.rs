//! Where names are borne: by given names, by parts of names such as "-shvili", by surnames that stand first.
//!
//! In comes a name, out comes how well it fits the people of a state. A name says of nobody for sure where he or she is from; it is one
//! sign among others. This module never decides anything.

use rustc_hash::FxHashMap;

use super::build::Lexicon;
use super::error::LexiconError;
use super::load::Tables;
use super::rows::{FirstSurname, GivenName, NamePart, NameRegions, PartPosition, State, Table};
use super::symbols::{Symbol, Symbols};
use crate::ontology::StateCode;
use crate::text::fold;

/// How well a name fits the people of a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameFit {
    /// It is borne elsewhere, as far as is known.
    Elsewhere,
    /// Nothing is known of it.
    Unknown,
    /// It is borne in that part of the world.
    Region,
    /// It is borne in that state.
    State,
}

/// Where a word of a name is borne.
#[derive(Debug, Clone, Default)]
struct Borne {
    states: Vec<StateCode>,
    /// A bit for each region.
    regions: u64,
}

/// Of how many given names it is known at least that a state's people bear them, for the others to be known as borne elsewhere.
const WELL_KNOWN: usize = 150;

/// What the tables know of where names are borne.
#[derive(Debug, Default)]
pub(super) struct Naming {
    regions: Vec<String>,
    /// The regions of a state's names, as bits.
    of_state: FxHashMap<StateCode, u64>,
    given: FxHashMap<Symbol, Borne>,
    /// For each state how many given names are borne there.
    known: FxHashMap<StateCode, usize>,
    /// Words of names, and surnames that stand first.
    words: FxHashMap<String, Vec<StateCode>>,
    /// Beginnings and endings, the longest first.
    parts: Vec<NamePart>,
    /// The places of the beginnings by their first byte, in ascending order, and those of the endings by their last byte.
    by_byte: FxHashMap<(PartPosition, u8), Vec<usize>>,
}

/// Where a whole name is borne.
#[derive(Debug, Clone, Default)]
pub struct NameOrigin {
    given: Option<Borne>,
    parts: Vec<StateCode>,
}

impl NameOrigin {
    fn note(&mut self, given: &Borne) {
        let known = self.given.get_or_insert_with(Borne::default);
        known.regions |= given.regions;
        known.states.extend_from_slice(&given.states);
    }
}

impl Lexicon {
    /// What the tables know of where names are borne, read when it is first asked for.
    fn naming(&self) -> &Naming {
        let read = || Naming::read(&self.tables, &self.states, &self.symbols);
        self.naming.get_or_init(|| read().unwrap_or_default())
    }

    /// Where a full name as written is borne.
    ///
    /// ```
    /// use interparl::lexicon::{Lexicon, NameFit};
    /// use interparl::ontology::StateCode;
    /// let lexicon = Lexicon::builtin();
    /// let name = lexicon.name_origin("Nino Abashvili");
    /// let fit = |code| StateCode::parse(code).map(|state| lexicon.part_fits(&name, state));
    /// assert_eq!((fit("GE"), fit("LV")), (Some(NameFit::State), Some(NameFit::Elsewhere)));
    /// ```
    #[must_use]
    pub fn name_origin(&self, name: &str) -> NameOrigin {
        let mut new = NameOrigin::default();
        let mut buffer = String::new();
        for word in name.split_whitespace() {
            let whole = self.naming().given.get(&self.symbol(word, &mut buffer));
            if let Some(given) = whole {
                new.note(given);
            } else {
                for part in word.split(['-', '‐', '‑', '–']) {
                    if let Some(given) = self.naming().given.get(&self.symbol(part, &mut buffer)) {
                        new.note(given);
                    }
                }
            }
            new.parts.extend_from_slice(self.naming().part_of(word));
        }
        new
    }

    /// How well the given names of a name fit the people of a state. Of a state few of whose given names the tables know, a name of
    /// its part of the world fits as well as one of its own.
    #[must_use]
    pub fn given_fits(&self, name: &NameOrigin, state: StateCode) -> NameFit {
        let regions = self.naming().of_state.get(&state).copied();
        match &name.given {
            None => NameFit::Unknown,
            Some(given) if given.states.contains(&state) => NameFit::State,
            Some(given) if given.regions & regions.unwrap_or_default() != 0 => {
                let known = self.naming().known.get(&state).copied();
                if known.unwrap_or_default() < WELL_KNOWN {
                    NameFit::State
                } else {
                    NameFit::Region
                }
            }
            Some(_) => NameFit::Elsewhere,
        }
    }

    /// How well the other parts of a name fit the people of a state.
    #[must_use]
    pub fn part_fits(&self, name: &NameOrigin, state: StateCode) -> NameFit {
        match name.parts.as_slice() {
            [] => NameFit::Unknown,
            states if states.contains(&state) => NameFit::State,
            _ => NameFit::Elsewhere,
        }
    }
}

impl Naming {
    /// Reads the tables, each row of which was looked at when the lexicon was made.
    ///
    /// # Errors
    /// The first bad row.
    pub(super) fn read(
        tables: &Tables,
        states: &[State],
        symbols: &Symbols,
    ) -> Result<Self, LexiconError> {
        let mut new = Self::default();
        tables.each_row(NameRegions::SCHEMA, |row| {
            let parsed = NameRegions::parse(row)?;
            let bits = parsed.regions.iter().fold(0, |b, r| b | new.bit(r));
            new.of_state.insert(parsed.state, bits);
            Ok(())
        })?;
        let mut folded = String::new();
        tables.each_row(GivenName::SCHEMA, |row| {
            let given = GivenName::parse(row)?;
            let symbol = symbols.of(given.name, &mut folded);
            if symbol != Symbol::UNKNOWN {
                let bits = given.regions().fold(0, |b, r| b | new.bit(r));
                let borne = new.given.entry(symbol).or_default();
                borne.regions |= bits;
                for state in given.states() {
                    *new.known.entry(state).or_default() += 1;
                    borne.states.push(state);
                }
            }
            Ok(())
        })?;
        tables.each_row(FirstSurname::SCHEMA, |row| {
            let first = FirstSurname::parse(row)?;
            let of = first.origins().flat_map(|o| called(states, o));
            let known = new.words.entry(fold(first.surname)).or_default();
            known.extend(of);
            Ok(())
        })?;
        tables.each_row(NamePart::SCHEMA, |row| {
            let part = NamePart::parse(row)?;
            if part.position == PartPosition::Word {
                new.words.entry(part.part).or_default().extend(part.states);
            } else {
                new.parts.push(part);
            }
            Ok(())
        })?;
        new.words.retain(|_, states| !states.is_empty());
        new.parts
            .sort_by(|a, b| b.part.len().cmp(&a.part.len()).then(a.part.cmp(&b.part)));
        for (place, part) in new.parts.iter().enumerate() {
            let bytes = part.part.as_bytes();
            let byte = match part.position {
                PartPosition::Ending => bytes.last(),
                PartPosition::Beginning | PartPosition::Word => bytes.first(),
            };
            let key = (part.position, byte.copied().unwrap_or_default());
            new.by_byte.entry(key).or_default().push(place);
        }
        Ok(new)
    }

    /// The bit of a region; none of more regions than there are bits, of which nothing is known then.
    fn bit(&mut self, region: &str) -> u64 {
        let known = self.regions.iter().position(|r| r == region);
        let place = known.unwrap_or_else(|| {
            self.regions.push(region.to_owned());
            self.regions.len() - 1
        });
        u32::try_from(place)
            .ok()
            .and_then(|p| 1_u64.checked_shl(p))
            .unwrap_or_default()
    }

    /// The states in which names with the longest known part of a word are borne.
    fn part_of(&self, word: &str) -> &[StateCode] {
        let folded = fold(word);
        if let Some(states) = self.words.get(&folded) {
            return states;
        }
        let joined = folded.replace('-', "");
        let fits = |p: &NamePart| {
            joined.len() > p.part.len() + 2
                && match p.position {
                    PartPosition::Beginning => joined.starts_with(&p.part),
                    PartPosition::Ending => joined.ends_with(&p.part),
                    PartPosition::Word => false,
                }
        };
        // Of hundreds of parts few begin or end with the letter with which the word does.
        let first = |position, byte: Option<&u8>| {
            let places = self.by_byte.get(&(position, *byte?))?;
            let mut places = places.iter().copied();
            places.find(|n| self.parts.get(*n).is_some_and(fits))
        };
        let bytes = joined.as_bytes();
        let beginning = first(PartPosition::Beginning, bytes.first());
        let ending = first(PartPosition::Ending, bytes.last());
        let found = beginning.into_iter().chain(ending).min();
        let found = found.and_then(|n| self.parts.get(n));
        found.map_or(&[], |p| p.states.as_slice())
    }
}

/// The states that are called by a word, or have it in their names: "Korea".
fn called<'s>(states: &'s [State], word: &str) -> impl Iterator<Item = StateCode> + use<'s> {
    let word = word.to_owned();
    let named = move |s: &&State| s.name.split(' ').any(|w| w == word) || s.name == word;
    states.iter().filter(named).map(|s| s.code)
}
