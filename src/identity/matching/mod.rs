//! Whether two names are of one person or one body, whatever the script, the spelling and the order of the words.
//!
//! A name is taken apart into words, a word into sounds: each letter stands for the sounds that it may have
//! (`data/letters.tsv`), and sounds are near or far (`data/near.tsv`). The words of two names find their partners in any
//! order, joined or apart; how far partners are apart, and what is left without one, makes the score. `docs/matching.md`
//! tells the method and how well it does.
//!
//! This module never knows a person: what is in its tables are letters, sounds, endings, particles and short forms of given names.

mod assign;
mod body;
mod body_tables;
mod bounds;
mod distance;
mod given;
mod hers;
mod korean;
mod latin;
mod letters;
mod onset;
mod person;
mod pieces;
mod roles;
mod script;
mod short;
mod slip;
mod sound;
mod stops;
mod table;
mod tonal;
mod verdict;
mod vowel;
mod word;

pub use body::BodyName;
pub use body_tables::BodyTables;
pub(super) use latin::write_latin;
pub use verdict::{Match, Reason, Verdict};
pub(super) use word::leads_a_surname;

use std::collections::BTreeSet;

use crate::lexicon::Lexicon;
use roles::Roles;

/// A name of a person, taken apart once to be compared with many.
///
/// ```
/// use interparl::identity::{PersonName, Verdict};
/// use interparl::lexicon::Lexicon;
///
/// let name = |written| PersonName::new(written, Lexicon::builtin());
/// let zhanna = name("Zhanna Akhmetova");
/// assert_eq!(zhanna.compare(&name("Жанна Ахметова")).verdict(), Verdict::Same);
/// assert_eq!(zhanna.compare(&name("AHMETOVA, Janna")).verdict(), Verdict::Same);
/// assert_eq!(zhanna.compare(&name("Akhmetova")).verdict(), Verdict::Unsure);
/// assert_eq!(zhanna.compare(&name("Timur Akhmetov")).verdict(), Verdict::Different);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct PersonName(word::Name);

impl PersonName {
    /// Takes a name apart, with the forms of address and particles that the tables know. Never fails; of a name without
    /// letters nothing is left, and it is like no other.
    ///
    /// Of a very long name only the first eight words count, and of a word the first forty letters.
    #[must_use]
    pub fn new(written: &str, lexicon: &Lexicon) -> Self {
        Self(word::Name::read(written, Roles(lexicon)))
    }

    /// How alike the names are. It does not matter which is asked for which.
    ///
    /// Complexity: for names of usual length a few alignments of some ten sounds each.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Match {
        // Of two ways to pair words that are equally good the first one wins, which must not depend on who asks.
        if self.0 <= other.0 {
            person::compare(&self.0, &other.0)
        } else {
            person::compare(&other.0, &self.0)
        }
    }

    /// Whether [`PersonName::compare`] says that they are of two bearers; most names that have little in common are told
    /// apart with less work.
    ///
    /// ```
    /// use interparl::identity::PersonName;
    /// use interparl::lexicon::Lexicon;
    ///
    /// let name = |written| PersonName::new(written, Lexicon::builtin());
    /// assert!(name("Zhanna Akhmetova").is_another_than(&name("Timur Akhmetov")));
    /// assert!(!name("Zhanna Akhmetova").is_another_than(&name("Akhmetova")));
    /// ```
    #[must_use]
    pub fn is_another_than(&self, other: &Self) -> bool {
        !self.reaches(other, Verdict::LEAST_UNSURE)
    }

    /// Whether the score of [`PersonName::compare`] is at least so many thousandths, 300 or more.
    pub(super) fn reaches(&self, other: &Self, least: u32) -> bool {
        if self.0 <= other.0 {
            person::reach(&self.0, &other.0, least)
        } else {
            person::reach(&other.0, &self.0, least)
        }
    }

    /// Whether both are Latin, and a surname has other letters in the other name: another one where the people write themselves with Latin
    /// letters.
    pub(super) fn is_written_otherwise_than(&self, other: &Self) -> bool {
        if self.0 <= other.0 {
            latin::is_written_otherwise(&self.0, &other.0)
        } else {
            latin::is_written_otherwise(&other.0, &self.0)
        }
    }

    /// Whether the whole name would score so many thousandths beside itself if its surname were written as this shorter name writes it: how sure
    /// it is that a bare surname, or one with initials, is that of the name.
    pub(super) fn is_surname_in(&self, whole: &Self, least: u32) -> bool {
        Self(person::with_words_of(&whole.0, &self.0)).reaches(whole, least)
    }

    /// With what sorts of consonants each two of the first words begin. Names that share none are hardly ever the same, and
    /// those that do are few enough to be compared.
    pub(super) fn beginnings(&self) -> BTreeSet<(u16, u16)> {
        /// A name is told by its first words, and pairs grow fast.
        const WORDS: usize = 4;
        let own = self.0.words.iter().filter(|w| w.is_own()).take(WORDS);
        let sorts: Vec<u16> = own.map(|w| distance::beginning(&w.segments)).collect();
        let mut pairs = BTreeSet::new();
        for (place, one) in sorts.iter().enumerate() {
            for other in sorts.iter().skip(place + 1) {
                pairs.insert((*one.min(other), *one.max(other)));
            }
        }
        pairs
    }

    /// With what sorts of consonants each of the words begins: what a bare surname shares with all names that have it.
    pub(super) fn words_begin(&self) -> BTreeSet<u16> {
        let own = self.0.words.iter().filter(|w| w.is_own());
        own.map(|w| distance::beginning(&w.segments)).collect()
    }

    /// What speaks for and against, the pairs of words first.
    #[must_use]
    pub fn explain(&self, other: &Self) -> Vec<Reason> {
        person::explain(&self.0, &other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn who_reaches_a_score_has_it(
            given in "[A-Z][aeiou][bdgklmnprstvz]{1,2}[aeiou]?", surname in "[A-Z][a-z]{3,9}", at in 1_usize..9, letter in "[a-z]?", more in "( [A-Z][.])?( Jr[.])?",
        ) {
            let name = |written: &str| PersonName::new(written, Lexicon::builtin());
            let mut changed: String = surname.chars().take(at).collect();
            changed.push_str(&letter);
            changed.extend(surname.chars().skip(at + 1));
            let one = name(&format!("{given} {surname}"));
            for other in [format!("{given} {changed}{more}"), format!("{changed} {given}"), format!("{given}{letter} {surname}")] {
                let other = name(&other);
                let score = one.compare(&other).thousandths();
                for least in [300, Verdict::LEAST_UNSURE, Verdict::LEAST_SAME, 850, 950] {
                    prop_assert_eq!(one.reaches(&other, least), score >= least);
                }
            }
        }
    }
}
