//! The lexicon as a whole: tables, symbols and phrases.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use super::phrases::{Entry, Found, Phrases, RowNumber};
use super::rows::{
    Assembly, BodyHead, Chamber, City, FirstSurname, GivenName, Honorific, Particle, State, Table,
    Title,
};
use super::symbols::{NameTraits, Symbol, Symbols};
use super::table::{LexiconError, rows};
use super::words::{Class, Words};
use crate::ontology::StateCode;
use crate::text::{Shape, tokens};

/// The tables that come with the program, by file name.
pub(super) const BUILTIN: &[(&str, &str)] = &[
    ("states.tsv", include_str!("data/states.tsv")),
    ("chambers.tsv", include_str!("data/chambers.tsv")),
    ("assemblies.tsv", include_str!("data/assemblies.tsv")),
    ("titles.tsv", include_str!("data/titles.tsv")),
    ("honorifics.tsv", include_str!("data/honorifics.tsv")),
    ("bodies.tsv", include_str!("data/bodies.tsv")),
    ("particles.tsv", include_str!("data/particles.tsv")),
    ("given_names.tsv", include_str!("data/given_names.tsv")),
    (
        "surnames_first.tsv",
        include_str!("data/surnames_first.tsv"),
    ),
    ("cities.tsv", include_str!("data/cities.tsv")),
    ("words.tsv", include_str!("data/words.tsv")),
    ("common_words.tsv", include_str!("data/common_words.tsv")),
];

/// A city of at least this many people counts as a place; smaller ones are mostly surnames in the news.
const LARGE_CITY: u64 = 150_000;

/// The tables, ready for use on texts of one language.
#[derive(Debug)]
pub struct Lexicon {
    states: Vec<State>,
    chambers: Vec<Chamber>,
    assemblies: Vec<Assembly>,
    titles: Vec<Title>,
    honorifics: Vec<Honorific>,
    heads: Vec<BodyHead>,
    cities: Vec<City>,
    particles: Vec<Particle>,
    word_values: Vec<(Class, u8)>,
    symbols: Symbols,
    phrases: Phrases,
    state_by_code: BTreeMap<StateCode, usize>,
    surname_endings: Vec<String>,
}

/// A user's tables, as (file name, content), that add to or override the ones that come with the program.
type Extra = [(String, String)];

impl Lexicon {
    /// The tables that come with the program, for English. Built on first use and kept.
    ///
    /// # Panics
    /// Never: a test proves that every row of the tables is good.
    pub fn builtin() -> &'static Self {
        static BUILT: LazyLock<Lexicon> =
            LazyLock::new(|| Lexicon::build(&[]).unwrap_or_else(|_| Lexicon::empty()));
        &BUILT
    }

    /// The tables that come with the program, and those of a folder: `*.tsv` files of the same names and columns.
    /// A row whose key is known replaces the row, any other row is added.
    ///
    /// # Errors
    /// [`LexiconError::Unreadable`] where the folder or a file cannot be read, [`LexiconError::NoTable`] where none of
    /// its files has a table's name, [`LexiconError::Row`] for the first bad row.
    pub fn with_folder(folder: &Path) -> Result<Self, LexiconError> {
        let unreadable = |source| LexiconError::Unreadable {
            path: folder.to_owned(),
            source,
        };
        if !folder.is_dir() {
            return Err(unreadable(std::io::Error::new(
                std::io::ErrorKind::NotFound,
                "no such folder",
            )));
        }
        let mut extra = Vec::new();
        for (name, _) in BUILTIN {
            let path = folder.join(name);
            match std::fs::read_to_string(&path) {
                Ok(content) => extra.push((path.display().to_string(), content)),
                Err(e) if e.kind() == std::io::ErrorKind::NotFound => {}
                Err(source) => return Err(LexiconError::Unreadable { path, source }),
            }
        }
        if extra.is_empty() {
            return Err(LexiconError::NoTable(folder.to_owned()));
        }
        Self::build(&extra)
    }

    /// Every row that comes with the program, checked.
    ///
    /// # Errors
    /// The first bad row.
    pub fn check_builtin() -> Result<(), LexiconError> {
        Self::build(&[]).map(|_| ())
    }

    fn empty() -> Self {
        Self {
            states: Vec::new(),
            chambers: Vec::new(),
            assemblies: Vec::new(),
            titles: Vec::new(),
            honorifics: Vec::new(),
            heads: Vec::new(),
            cities: Vec::new(),
            particles: Vec::new(),
            word_values: Vec::new(),
            symbols: Symbols::with_capacity(1),
            phrases: Phrases::default(),
            state_by_code: BTreeMap::new(),
            surname_endings: Vec::new(),
        }
    }

    fn build(extra: &Extra) -> Result<Self, LexiconError> {
        let mut new = Self::empty();
        new.states = load(extra)?;
        new.chambers = load(extra)?;
        new.assemblies = load(extra)?;
        new.titles = load::<Title>(extra)?
            .into_iter()
            .filter(|t| t.language == "en")
            .collect();
        new.honorifics = load::<Honorific>(extra)?
            .into_iter()
            .filter(|h| h.language == "en")
            .collect();
        new.heads = load::<BodyHead>(extra)?
            .into_iter()
            .filter(|h| h.language == "en")
            .collect();
        new.cities = load(extra)?;
        new.particles = load(extra)?;
        let words: Vec<Words> = load::<Words>(extra)?
            .into_iter()
            .filter(|w| w.language == "en")
            .collect();
        new.state_by_code = new
            .states
            .iter()
            .enumerate()
            .map(|(i, s)| (s.code, i))
            .collect();
        new.symbols = Symbols::with_capacity(90_000);
        new.note_names(extra)?;
        let pairs = new.collect_phrases(&words);
        new.phrases = Phrases::build(pairs, new.symbols.len());
        Ok(new)
    }

    fn note_names(&mut self, extra: &Extra) -> Result<(), LexiconError> {
        let mut buffer = String::new();
        for given in load::<GivenName>(extra)? {
            self.note_name(&given.name, NameTraits::GIVEN, given.doubtful, &mut buffer);
        }
        for first in load::<FirstSurname>(extra)? {
            self.note_name(
                &first.surname,
                NameTraits::SURNAME_FIRST,
                first.doubtful,
                &mut buffer,
            );
        }
        for (file, content) in sources("common_words.tsv", extra) {
            for row in rows(file, &["language", "word"], content)? {
                if row.filled("language")? == "en" {
                    let symbol = self.symbols.intern(row.filled("word")?);
                    self.symbols.note(symbol, NameTraits::COMMON);
                }
            }
        }
        Ok(())
    }

    fn note_name(&mut self, name: &str, what: NameTraits, doubtful: bool, buffer: &mut String) {
        if name.contains([' ', '-']) {
            return;
        }
        buffer.clear();
        crate::text::fold_into(name, buffer);
        let symbol = self.symbols.intern(buffer);
        self.symbols.note(symbol, what);
        if doubtful {
            self.symbols.note(symbol, NameTraits::DOUBTFUL);
        }
    }

    fn collect_phrases(&mut self, words: &[Words]) -> Vec<(Vec<Symbol>, Entry)> {
        let mut found: Vec<(String, Entry)> = Vec::new();
        for state in &self.states {
            found.extend(
                state
                    .names
                    .iter()
                    .chain([&state.name])
                    .map(|n| (n.clone(), Entry::State(state.code))),
            );
            found.extend(
                state
                    .demonyms
                    .iter()
                    .map(|n| (n.clone(), Entry::Demonym(state.code))),
            );
            found.extend(
                state
                    .ambiguous
                    .iter()
                    .map(|n| (n.clone(), Entry::AmbiguousState(state.code))),
            );
        }
        for (chamber, i) in self.chambers.iter().zip(0..) {
            let shared = chamber.ambiguous.iter().chain([&chamber.name]);
            found.extend(shared.map(|n| (n.clone(), Entry::SharedChamber(i))));
            found.extend(chamber.names.iter().map(|n| (n.clone(), Entry::Chamber(i))));
        }
        for (assembly, i) in self.assemblies.iter().zip(0..) {
            let own = assembly.names.iter().chain([&assembly.name]);
            found.extend(own.map(|n| (n.clone(), Entry::Assembly(i))));
            found.extend(
                assembly
                    .ambiguous
                    .iter()
                    .map(|n| (n.clone(), Entry::SharedAssembly(i))),
            );
        }
        for (title, i) in self.titles.iter().zip(0..) {
            found.push((title.title.clone(), Entry::Title(i)));
            found.push((plural(&title.title), Entry::Titles(i)));
        }
        found.extend(
            self.honorifics
                .iter()
                .zip(0..)
                .map(|(h, i)| (h.form.clone(), Entry::Honorific(i))),
        );
        for (head, i) in self.heads.iter().zip(0..) {
            found.extend(
                head.variants
                    .iter()
                    .chain([&head.phrase])
                    .map(|p| (p.clone(), Entry::BodyHead(i))),
            );
        }
        for (city, i) in self.cities.iter().zip(0..) {
            if city.capital || city.host || city.population >= LARGE_CITY {
                found.extend(
                    city.names
                        .iter()
                        .chain([&city.name])
                        .map(|n| (n.clone(), Entry::City(i))),
                );
            }
        }
        found.extend(
            self.particles
                .iter()
                .zip(0..)
                .map(|(p, i)| (p.particle.clone(), Entry::Particle(i))),
        );
        for row in words {
            if row.class == Class::SurnameEnding {
                self.surname_endings
                    .extend(row.phrases.iter().map(|p| crate::text::fold(p)));
                continue;
            }
            let number = RowNumber::try_from(self.word_values.len()).unwrap_or(RowNumber::MAX);
            self.word_values.push((row.class, row.value));
            found.extend(
                row.phrases
                    .iter()
                    .map(|p| (p.clone(), Entry::Word(row.class, number))),
            );
        }
        found
            .into_iter()
            .map(|(phrase, entry)| (self.intern_phrase(&phrase), entry))
            .collect()
    }

    fn intern_phrase(&mut self, phrase: &str) -> Vec<Symbol> {
        let mut folded = String::new();
        tokens(phrase)
            .iter()
            .map(|token| {
                folded.clear();
                let word = token.span.of(phrase);
                let bare = if token.shape == Shape::Initial {
                    word.trim_end_matches('.')
                } else {
                    word
                };
                crate::text::fold_into(bare, &mut folded);
                self.symbols.intern(&folded)
            })
            .collect()
    }

    /// The number of a word as written; [`Symbol::UNKNOWN`] where no table has it. `buffer` is scratch space.
    pub fn symbol(&self, word: &str, buffer: &mut String) -> Symbol {
        self.symbols.of(word, buffer)
    }

    /// What the tables know of a single word as a part of names.
    pub fn traits(&self, symbol: Symbol) -> NameTraits {
        self.symbols.traits(symbol)
    }

    /// The phrases that begin with `head`, the longest first; `rest` gives the symbol so many words further on.
    pub fn phrases_at<'l>(
        &'l self,
        head: Symbol,
        rest: impl Fn(usize) -> Symbol,
    ) -> impl Iterator<Item = Found<'l>> {
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

    /// The city of a row.
    pub fn city(&self, row: RowNumber) -> Option<&City> {
        self.cities.get(usize::from(row))
    }

    /// Whether the particle of a row stands behind the name that it belongs to.
    pub fn particle_is_suffix(&self, row: RowNumber) -> bool {
        self.particles
            .get(usize::from(row))
            .is_some_and(|p| p.suffix)
    }

    /// The value of a word's row.
    pub fn value(&self, row: RowNumber) -> u8 {
        self.word_values
            .get(usize::from(row))
            .map_or(0, |(_, value)| *value)
    }

    /// Whether a folded word ends as surnames do.
    pub fn ends_as_surname(&self, folded: &str) -> bool {
        self.surname_endings
            .iter()
            .any(|e| folded.len() > e.len() + 2 && folded.ends_with(e.as_str()))
    }
}

/// The contents of a table: the one that comes with the program, and a user's.
fn sources<'t>(name: &'static str, extra: &'t Extra) -> impl Iterator<Item = (&'t str, &'t str)> {
    let builtin = BUILTIN
        .iter()
        .filter(move |(n, _)| *n == name)
        .map(|(n, content)| (*n, *content));
    let user = extra
        .iter()
        .filter(move |(n, _)| Path::new(n).file_name().is_some_and(|f| f == name))
        .map(|(n, content)| (n.as_str(), content.as_str()));
    builtin.chain(user)
}

fn load<T: Table>(extra: &Extra) -> Result<Vec<T>, LexiconError> {
    let mut sources = sources(T::FILE, extra);
    let mut found = match sources.next() {
        Some((file, content)) => T::read(file, content)?,
        None => Vec::new(),
    };
    for (file, content) in sources {
        let mut places: BTreeMap<String, usize> = found
            .iter()
            .enumerate()
            .map(|(i, r)| (r.key(), i))
            .collect();
        for row in T::read(file, content)? {
            match places.get(&row.key()).and_then(|i| found.get_mut(*i)) {
                Some(old) => *old = row,
                None => {
                    places.insert(row.key(), found.len());
                    found.push(row);
                }
            }
        }
    }
    Ok(found)
}

/// The plural of an English title: of the noun before "of", "for" or "to", else of the last word.
fn plural(title: &str) -> String {
    let words: Vec<&str> = title.split(' ').collect();
    let head = words
        .iter()
        .position(|w| ["of", "for", "to", "pro", "in"].contains(w))
        .unwrap_or(words.len());
    let mut out: Vec<String> = words.iter().map(|w| (*w).to_owned()).collect();
    if let Some(word) = head.checked_sub(1).and_then(|i| out.get_mut(i)) {
        *word = match word.as_str() {
            w if w.ends_with("man") => format!("{}men", w.trim_end_matches("man")),
            w if w.ends_with(['s', 'x']) => format!("{w}es"),
            w if w.ends_with('y') && !w.ends_with("ey") => {
                format!("{}ies", w.trim_end_matches('y'))
            }
            // "Secretary General": the noun stands before its adjective.
            w if w.ends_with("General") => w.to_owned(),
            w => format!("{w}s"),
        };
    }
    let joined = out.join(" ");
    joined
        .replace("Secretary General", "Secretaries General")
        .replace("Secretary-General", "Secretaries-General")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_that_comes_with_the_program_is_good() {
        assert!(
            Lexicon::check_builtin().is_ok(),
            "{:?}",
            Lexicon::check_builtin().err()
        );
    }

    #[test]
    fn plurals_are_those_of_the_head_noun() {
        assert_eq!(
            plural("Deputy Minister of State"),
            "Deputy Ministers of State"
        );
        assert_eq!(plural("Vice Chairman"), "Vice Chairmen");
        assert_eq!(plural("Secretary General"), "Secretaries General");
    }
}
