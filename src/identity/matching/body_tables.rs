//! The words of names of bodies, and what they stand for.

use std::collections::{BTreeMap, BTreeSet};

use crate::lexicon::{House, Lexicon, Named};
use crate::ontology::StateCode;
use crate::text::fold;

/// The longest phrase that is looked for, in words.
const LONGEST: usize = 12;

/// What the words of a phrase stand for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Thing {
    /// What the lexicon knows.
    Named(Named),
    /// Which house of a parliament.
    House(bool),
    /// A number.
    Number(u32),
    /// A word that tells no two bodies apart.
    Nothing,
}

/// What is known of the names of bodies, put in order once to compare many of them.
///
/// ```
/// use interparl::identity::{BodyName, BodyTables, Verdict};
/// use interparl::lexicon::Lexicon;
///
/// let tables = BodyTables::new(Lexicon::builtin());
/// let name = |written| BodyName::new(written, &tables);
/// let majilis = name("Mazhilis of the Parliament of Kazakhstan");
/// assert_eq!(majilis.compare(&name("lower house of the Kazakh parliament")).verdict(), Verdict::Same);
/// assert_eq!(majilis.compare(&name("Senate of Kazakhstan")).verdict(), Verdict::Different);
/// ```
#[derive(Debug)]
pub struct BodyTables<'l> {
    pub(super) lexicon: &'l Lexicon,
    things: BTreeMap<String, Vec<Thing>>,
    longest: usize,
    /// The house, state and parliament of each chamber.
    chambers: BTreeMap<String, Home>,
}

/// Where a chamber belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Home {
    pub(super) state: StateCode,
    pub(super) house: House,
    pub(super) parent: Option<String>,
}

impl<'l> BodyTables<'l> {
    /// Puts in order what a lexicon knows, in all its languages.
    #[must_use]
    pub fn new(lexicon: &'l Lexicon) -> Self {
        let mut things: BTreeMap<String, BTreeSet<Thing>> = BTreeMap::new();
        let mut states = BTreeSet::new();
        for (form, named) in lexicon.forms_of_bodies() {
            if let Named::State(code) = &named {
                states.insert(*code);
            }
            let phrase = words(&form).join(" ");
            things
                .entry(phrase)
                .or_default()
                .insert(Thing::Named(named));
        }
        let rows = super::table::cells(include_str!("data/bodies.tsv"));
        for (_, [class, phrase, value]) in rows.unwrap_or_default() {
            let thing = match class {
                "lower" => Thing::House(false),
                "upper" => Thing::House(true),
                "ordinal" => Thing::Number(value.parse().unwrap_or_default()),
                _ => Thing::Nothing,
            };
            let phrase = words(phrase).join(" ");
            things.entry(phrase).or_default().insert(thing);
        }
        things.remove("");
        let longest = things.keys().map(|phrase| phrase.split(' ').count()).max();
        let homes = states
            .into_iter()
            .flat_map(|code| lexicon.chambers_of(code));
        let chambers = homes.map(|(_, chamber)| {
            let home = Home {
                state: chamber.state,
                house: chamber.house,
                parent: chamber.parent.clone(),
            };
            (chamber.id.clone(), home)
        });
        Self {
            lexicon,
            chambers: chambers.collect(),
            longest: longest.unwrap_or_default().min(LONGEST),
            things: things
                .into_iter()
                .map(|(phrase, things)| (phrase, things.into_iter().collect()))
                .collect(),
        }
    }

    pub(super) fn home(&self, chamber: &str) -> Option<&Home> {
        self.chambers.get(chamber)
    }

    /// The houses of some states that are the upper or the lower one.
    pub(super) fn houses<'s>(
        &'s self,
        states: &'s BTreeSet<StateCode>,
        upper: bool,
    ) -> impl Iterator<Item = &'s String> {
        let house = if upper { House::Upper } else { House::Lower };
        let fits = move |home: &Home| home.house == house && states.contains(&home.state);
        let chambers = self.chambers.iter();
        chambers
            .filter(move |(_, home)| fits(home))
            .map(|(id, _)| id)
    }

    /// The longest phrase at the beginning of some words, and what it stands for.
    pub(super) fn longest_at(&self, words: &[String]) -> Option<(usize, &[Thing])> {
        let most = self.longest.min(words.len());
        (1..=most).rev().find_map(|length| {
            let phrase = words.get(..length)?.join(" ");
            Some((length, self.things.get(&phrase)?.as_slice()))
        })
    }
}

/// The folded words of a name.
pub(super) fn words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let parts = folded.split(|c: char| !c.is_alphanumeric());
    parts.filter(|w| !w.is_empty()).map(str::to_owned).collect()
}
