//! The lexicon as a whole: tables, words and phrases.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{LazyLock, OnceLock};

use super::check;
use super::class::Class;
use super::cue::Cue;
use super::cues::{AllCues, Cues};
use super::error::LexiconError;
use super::load::{self, Tables};
use super::naming::Naming;
use super::phrases::{Found, PhraseBuilder, Phrases, RowNumber};
use super::rows::{
    Assembly, BodyHead, BodyName, Chamber, City, CommonWord, CueRow, FirstSurname, GivenName,
    Honorific, PHRASES, Particle, Person, State, Table, Title, Words,
};
use super::sitting::times_of;
use super::symbols::{NameTraits, Symbol, Symbols};
use super::table::Row;
use crate::ontology::StateCode;
use crate::text::{fold, fold_into};

/// About as many words as the tables that come with the program have.
const WORDS: usize = 86_000;

/// The tables, ready for use on texts of one language.
#[derive(Debug)]
pub struct Lexicon {
    pub(super) tables: Tables,
    pub(super) states: Vec<State>,
    chambers: Vec<Chamber>,
    assemblies: Vec<Assembly>,
    /// By id, and for each body by time.
    pub(super) body_names: Vec<BodyName>,
    /// The Wikidata ids of people, by state and folded name.
    people: BTreeMap<(StateCode, String), String>,
    titles: Vec<Title>,
    honorifics: Vec<Honorific>,
    heads: Vec<BodyHead>,
    cities: Vec<City>,
    particles: Vec<Particle>,
    words: Vec<Words>,
    pub(super) symbols: Symbols,
    phrases: Phrases,
    state_by_code: BTreeMap<StateCode, usize>,
    surname_endings: Vec<String>,
    glued: Vec<(String, u8)>,
    /// By the number of the cue.
    pub(super) cues: [Cues; Cue::COUNT],
    pub(super) all_cues: AllCues,
    pub(super) naming: OnceLock<Naming>,
}

impl Lexicon {
    /// The tables that come with the program, for English. Built on first use and kept.
    ///
    /// Their rows are not checked again: a test proves that every one is good.
    pub fn builtin() -> &'static Self {
        static BUILT: LazyLock<Lexicon> = LazyLock::new(|| {
            Lexicon::build(Tables::default()).unwrap_or_else(|_| Lexicon::empty(Tables::default()))
        });
        &BUILT
    }

    /// The tables that come with the program, and those of a folder: `*.tsv` files of the same names and columns, as
    /// `docs/lexicon.md` describes them. A row whose key is known replaces the row, any other row is added. Files with
    /// other endings, and hidden ones, are left alone.
    ///
    /// # Errors
    /// [`LexiconError::Unreadable`] where the folder or a file cannot be read, [`LexiconError::UnknownTable`] where the
    /// name of a `*.tsv` file is not that of a table, [`LexiconError::NoTable`] where there is no such file, and
    /// [`LexiconError::Row`] for the first bad row.
    pub fn with_folder(folder: &Path) -> Result<Self, LexiconError> {
        let tables = Tables::with_folder(folder)?;
        check::user_rows(&tables)?;
        Self::build(tables)
    }

    /// A word for the tables of a folder: another one where any table has other bytes. An archive keeps it with what was
    /// read with them.
    ///
    /// # Errors
    /// [`LexiconError::Unreadable`] where the folder or a file cannot be read.
    pub fn fingerprint(folder: &Path) -> Result<String, LexiconError> {
        load::fingerprint(folder)
    }

    /// Checks every row that comes with the program as a user's rows are checked.
    ///
    /// # Errors
    /// [`LexiconError::Row`] for the first bad row.
    pub fn check_builtin() -> Result<(), LexiconError> {
        let tables = Tables::default();
        check::every_row(&tables)?;
        Self::build(tables).map(|_| ())
    }

    fn empty(tables: Tables) -> Self {
        Self {
            tables,
            states: Vec::new(),
            chambers: Vec::new(),
            assemblies: Vec::new(),
            body_names: Vec::new(),
            people: BTreeMap::new(),
            titles: Vec::new(),
            honorifics: Vec::new(),
            heads: Vec::new(),
            cities: Vec::new(),
            particles: Vec::new(),
            words: Vec::new(),
            symbols: Symbols::with_capacity(1),
            phrases: Phrases::default(),
            state_by_code: BTreeMap::new(),
            surname_endings: Vec::new(),
            glued: Vec::new(),
            cues: [Cues::NONE; Cue::COUNT],
            all_cues: AllCues::default(),
            naming: OnceLock::new(),
        }
    }

    pub(super) fn build(tables: Tables) -> Result<Self, LexiconError> {
        // Words of phrases come first: their numbers stay small, and so does the index of phrases.
        let mut found = PhraseBuilder::new(Symbols::with_capacity(WORDS));
        let mut surname_endings = Vec::new();
        let mut glued = Vec::new();
        let states: Vec<State> = read(&tables, &mut found)?;
        let mut chambers: Vec<Chamber> = read(&tables, &mut found)?;
        let assemblies = read(&tables, &mut found)?;
        let mut body_names: Vec<BodyName> = read(&tables, &mut found)?;
        body_names.sort();
        for chamber in &mut chambers {
            chamber.times = times_of(&body_names, &chamber.id);
        }
        let people: Vec<Person> = read(&tables, &mut found)?;
        let people = people.into_iter().flat_map(|person| {
            let names = person.names.into_iter();
            names.map(move |name| ((person.state, fold(&name)), person.wikidata.clone()))
        });
        let people = people.collect();
        let titles = read(&tables, &mut found)?;
        let honorifics = read(&tables, &mut found)?;
        let heads = read(&tables, &mut found)?;
        let cities = read(&tables, &mut found)?;
        let particles = read(&tables, &mut found)?;
        let words = read_each(&tables, &mut found, |row, words: &Words| {
            if words.class == Class::SurnameEnding {
                surname_endings.extend(row.values(PHRASES).map(fold));
            }
            if words.class == Class::Glued {
                glued.extend(row.values(PHRASES).map(|p| (p.to_owned(), words.value)));
            }
        })?;
        let cues = cues_of(read(&tables, &mut found)?);
        let (mut symbols, phrases) = found.finish();
        note_names(&tables, &mut symbols)?;
        let state_by_code = states.iter().map(|s| s.code).zip(0..).collect();
        Ok(Self {
            tables,
            states,
            chambers,
            assemblies,
            body_names,
            people,
            titles,
            honorifics,
            heads,
            cities,
            particles,
            words,
            symbols,
            phrases,
            state_by_code,
            surname_endings,
            glued,
            all_cues: AllCues::of_all(&cues),
            cues,
            naming: OnceLock::new(),
        })
    }

    /// The number of a word as written; [`Symbol::UNKNOWN`] where no table has it. `buffer` is scratch space.
    pub fn symbol(&self, word: &str, buffer: &mut String) -> Symbol {
        self.symbols.of(word, buffer)
    }

    /// The same of all words of a text, with what the tables know of each as a part of names.
    pub fn all_known<'w>(&self, words: impl Iterator<Item = &'w str>) -> Vec<(Symbol, NameTraits)> {
        self.symbols.all_known(words)
    }

    /// What the tables know of a single word as a part of names.
    pub fn traits(&self, symbol: Symbol) -> NameTraits {
        self.symbols.traits(symbol)
    }

    /// The phrases that begin with `head`, the longest first; `rest` gives the symbol so many words further on.
    pub fn phrases_at(
        &self,
        head: Symbol,
        rest: impl Fn(usize) -> Symbol,
    ) -> impl Iterator<Item = Found<'_>> {
        self.phrases.at(head, rest)
    }

    /// The state of a code.
    pub fn state(&self, code: StateCode) -> Option<&State> {
        self.states.get(*self.state_by_code.get(&code)?)
    }

    /// The chamber of a row.
    pub fn chamber(&self, row: RowNumber) -> Option<&Chamber> {
        self.chambers.get(usize::from(row))
    }

    /// All chambers and parliaments.
    pub fn chambers(&self) -> impl Iterator<Item = &Chamber> {
        self.chambers.iter()
    }

    /// All chambers and parliaments of a state.
    pub fn chambers_of(&self, code: StateCode) -> impl Iterator<Item = (RowNumber, &Chamber)> {
        self.chambers
            .iter()
            .zip(0..)
            .filter(move |(c, _)| c.state == code)
            .map(|(c, i)| (i, c))
    }

    /// The assembly of a row.
    pub fn assembly(&self, row: RowNumber) -> Option<&Assembly> {
        self.assemblies.get(usize::from(row))
    }

    /// The Wikidata id of a chamber or assembly, by the id of its row.
    #[must_use]
    pub fn wikidata_of_body(&self, id: &str) -> Option<&str> {
        let chamber = self.chambers.iter().find(|c| c.id == id);
        let found = match chamber {
            Some(chamber) => &chamber.wikidata,
            None => &self.assemblies.iter().find(|a| a.id == id)?.wikidata,
        };
        found.as_deref()
    }

    /// The Wikidata id of a person of a state, by name; only tables of a user know any.
    #[must_use]
    pub fn wikidata_of_person(&self, name: &str, state: StateCode) -> Option<&str> {
        if self.people.is_empty() {
            return None;
        }
        let id = self.people.get(&(state, fold(name)));
        id.map(String::as_str)
    }

    /// The title of a row.
    pub fn title(&self, row: RowNumber) -> Option<&Title> {
        self.titles.get(usize::from(row))
    }

    /// The honorific of a row.
    pub fn honorific(&self, row: RowNumber) -> Option<&Honorific> {
        self.honorifics.get(usize::from(row))
    }

    /// The head noun of a row.
    pub fn body_head(&self, row: RowNumber) -> Option<&BodyHead> {
        self.heads.get(usize::from(row))
    }

    /// The city that is meant where nothing says which of several of one name: a capital, else the largest.
    #[must_use]
    pub fn best_city(&self, rows: impl Iterator<Item = RowNumber>) -> Option<&City> {
        rows.filter_map(|r| self.city(r))
            .enumerate()
            .max_by_key(|(n, c)| (c.capital, c.population, std::cmp::Reverse(*n)))
            .map(|(_, city)| city)
    }

    /// The city of a row.
    pub fn city(&self, row: RowNumber) -> Option<&City> {
        self.cities.get(usize::from(row))
    }

    /// Whether the particle of a row stands behind the name that it belongs to.
    pub fn particle_is_suffix(&self, row: RowNumber) -> bool {
        let particle = self.particles.get(usize::from(row));
        particle.is_some_and(|p| p.suffix)
    }

    /// The value of a word's row.
    pub fn value(&self, row: RowNumber) -> u8 {
        self.words.get(usize::from(row)).map_or(0, |w| w.value)
    }

    /// The words that may end another one where a page lost the space between them, each with the value of its row.
    pub fn glued(&self) -> impl Iterator<Item = (&str, u8)> {
        self.glued
            .iter()
            .map(|(word, value)| (word.as_str(), *value))
    }

    /// Whether a folded word ends as surnames do.
    pub fn ends_as_surname(&self, folded: &str) -> bool {
        self.surname_endings
            .iter()
            .any(|e| ends_as_surname(folded, e))
    }
}

/// Whether a folded word has more than two letters and then this ending of surnames.
pub(super) fn ends_as_surname(folded: &str, ending: &str) -> bool {
    folded.len() > ending.len() + 2 && folded.ends_with(ending)
}

/// Reads the English rows of a table, and notes their phrases.
fn read<'t, T: Table<'t>>(
    tables: &'t Tables,
    found: &mut PhraseBuilder,
) -> Result<Vec<T>, LexiconError> {
    read_each(tables, found, |_, _| {})
}

fn read_each<'t, T: Table<'t>>(
    tables: &'t Tables,
    found: &mut PhraseBuilder,
    mut each: impl FnMut(&Row<'t>, &T),
) -> Result<Vec<T>, LexiconError> {
    let mut rows: Vec<T> = Vec::new();
    tables.each_row(T::SCHEMA, |row| {
        if !row.is_english() {
            return Ok(());
        }
        let parsed = T::parse(row)?;
        let number = RowNumber::try_from(rows.len())
            .map_err(|_| row.problem("the table has more rows than it can have".to_owned()))?;
        parsed.phrases(row, number, found);
        each(row, &parsed);
        rows.push(parsed);
        Ok(())
    })?;
    Ok(rows)
}

/// Notes what single words are as parts of names.
fn note_names(tables: &Tables, symbols: &mut Symbols) -> Result<(), LexiconError> {
    let mut folded = String::new();
    let mut note = |name: &str, what: NameTraits, doubtful: bool| {
        if name.bytes().any(|b| matches!(b, b' ' | b'-')) {
            return;
        }
        folded.clear();
        fold_into(name, &mut folded);
        let also = if doubtful {
            NameTraits::DOUBTFUL
        } else {
            NameTraits::NONE
        };
        symbols.note(&folded, what.and(also));
    };
    tables.each_row(GivenName::SCHEMA, |row| {
        let given = GivenName::parse(row)?;
        note(
            given.name,
            NameTraits::GIVEN.and(given.gender),
            given.doubtful,
        );
        Ok(())
    })?;
    tables.each_row(FirstSurname::SCHEMA, |row| {
        let first = FirstSurname::parse(row)?;
        note(first.surname, NameTraits::SURNAME_FIRST, first.doubtful);
        Ok(())
    })?;
    tables.each_row(CommonWord::SCHEMA, |row| {
        if row.is_english() {
            symbols.note(CommonWord::parse(row)?.word, NameTraits::COMMON);
        }
        Ok(())
    })
}

/// The turns of phrase of each cue.
fn cues_of(rows: Vec<CueRow>) -> [Cues; Cue::COUNT] {
    let mut cues = [Cues::NONE; Cue::COUNT];
    for row in rows {
        if let Some(own) = cues.get_mut(row.cue as usize) {
            row.phrases.into_iter().for_each(|p| own.add(p));
        }
    }
    cues
}
