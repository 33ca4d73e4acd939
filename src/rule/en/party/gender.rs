//! Whether "he" and "she" can stand for somebody, by forms of address and given names.
//!
//! In come the mentions of an article, out comes for each person whether the name is a man's or a woman's, as far as anything shows
//! it. This module never says whom a pronoun means.

use super::{Chunk, Parties};
use crate::lexicon::{Class, NameTraits};
use crate::mention::{Item, Kind, Mentions, PersonMention};

/// The ends of patronymics and surnames that only women have, and those that only men have, in small letters.
const ENDS: &[(bool, &[&str])] = &[
    (
        true,
        &[
            "ovna", "evna", "ova", "yeva", "ieva", "aeva", "skaya", "kyzy", "qizi",
        ],
    ),
    (
        false,
        &[
            "ovich", "evich", "ov", "ev", "skiy", "sky", "ski", "uulu", "oglu",
        ],
    ),
];

/// For each person of an article whether it is a woman (`true`) or a man; `None` where nothing shows it or two mentions disagree.
pub(super) fn of_people(parties: &Parties<'_, '_, '_>) -> Vec<Option<bool>> {
    let facts = parties.facts;
    let addressed = by_address(facts.mentions, facts.people.of_mention.len());
    let people = facts.people.entities.iter();
    people
        .map(|person| {
            let mentions = || person.mentions.iter();
            let told = agreed(mentions().filter_map(|m| addressed.get(*m).copied().flatten()));
            let named = || mentions().filter_map(|m| by_name(facts.mentions, *m));
            told.or_else(|| agreed(named()))
        })
        .collect()
}

/// What all say; `None` where there are none, or they do not agree.
fn agreed(mut all: impl Iterator<Item = bool>) -> Option<bool> {
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}

/// What the forms of address and titles right before each mention show.
fn by_address(mentions: &Mentions<'_>, number: usize) -> Vec<Option<bool>> {
    let mut found = vec![None; number];
    for items in &mentions.items {
        for (at, item) in items.iter().enumerate() {
            if let Some(place) = item.person().and_then(|m| found.get_mut(m)) {
                *place = address_before(mentions, items, at);
            }
        }
    }
    found
}

/// "Her Excellency the Deputy Speaker, Dr.", "Congresswoman": what stands before a name at an item.
fn address_before(mentions: &Mentions<'_>, items: &[Item<'_>], at: usize) -> Option<bool> {
    for item in items.get(..at)?.iter().rev().take(6) {
        let title = match item.kind {
            Kind::Office(office) => mentions.offices.get(office).map(|o| &o.title),
            Kind::Plain(_) | Kind::Mark(_) | Kind::Date(_) | Kind::Body(_) | Kind::Person(_) => {
                None
            }
        };
        if let Some(title) = title {
            let title = mentions.words.text_of(title).to_lowercase();
            if title.contains("woman") || title.contains("madam") {
                return Some(true);
            }
            continue;
        }
        if let Some(row) = item.honorific() {
            let row = mentions.words.lexicon.honorific(row);
            if let Some(hers) = row.and_then(|r| r.hers) {
                return Some(hers);
            }
            continue;
        }
        let passed = item.is_any(&[Class::Article, Class::Current]) || item.is_mark('.');
        if !passed && !item.is_mark(',') {
            return None;
        }
    }
    None
}

/// What the words of a name show: the given name that stands first in it, else the end of a patronymic or a surname.
fn by_name(mentions: &Mentions<'_>, mention: usize) -> Option<bool> {
    let mention: &PersonMention = mentions.people.get(mention)?;
    let given = mention.words.clone().find_map(|w| {
        let traits = mentions.words.at(w).traits;
        let (his, hers) = (
            traits.has(NameTraits::OF_MEN),
            traits.has(NameTraits::OF_WOMEN),
        );
        // "Li", "Moon": a given name of women elsewhere, but here a surname.
        let plain = !traits.has(NameTraits::DOUBTFUL) && !traits.has(NameTraits::SURNAME_FIRST);
        (traits.has(NameTraits::GIVEN) && plain).then_some((his != hers).then_some(hers))
    });
    given.flatten().or_else(|| {
        let last = mention.key.last().filter(|_| mention.key.len() > 1)?;
        let ends = ENDS
            .iter()
            .find(|(_, ends)| ends.iter().any(|e| last.ends_with(e)));
        ends.map(|(hers, _)| *hers)
    })
}

impl Parties<'_, '_, '_> {
    /// Whether a pronoun cannot stand for somebody: "she" for a man.
    pub(super) fn is_of_other_gender(&self, pronoun: &Item<'_>, person: usize) -> bool {
        let hers = self.genders.get(person).copied().flatten();
        self.is_hers(pronoun).is_some_and(|p| hers == Some(!p))
    }

    /// Whether a pronoun cannot stand for the only one of a party.
    pub(super) fn is_other(&self, pronoun: &Item<'_>, party: &[usize]) -> bool {
        let [only] = party else {
            return false;
        };
        self.is_of_other_gender(pronoun, *only)
    }

    /// The one named last among the chunks of a sentence read so far whom a pronoun fits, where that shows.
    pub(super) fn named_in(&self, pronoun: &Item<'_>, chunks: &[Chunk]) -> Option<Vec<usize>> {
        let wanted = self.is_hers(pronoun);
        let fits = |c: &&Chunk| match c.people.as_slice() {
            [only] => self.genders.get(*only).copied().flatten() == wanted,
            _ => false,
        };
        let found = chunks.iter().rev().find(fits);
        found.map(|c| c.people.clone())
    }

    /// Whether a pronoun is one for a woman (`true`) or for a man.
    fn is_hers(&self, pronoun: &Item<'_>) -> Option<bool> {
        let words = &self.facts.mentions.words;
        if words.say(&pronoun.words, &["she", "her"]) {
            Some(true)
        } else {
            words.say(&pronoun.words, &["he", "him"]).then_some(false)
        }
    }

    /// The one for whom a pronoun stands that has nobody before it in its sentence: the one of whom the article spoke last, unless
    /// that is a man and the pronoun a woman's, or the other way round; then the last one named whom it fits, where that shows.
    pub(super) fn spoken_of(&self, pronoun: &Item<'_>) -> Option<usize> {
        let topic = self.topic?;
        if !self.is_of_other_gender(pronoun, topic) {
            return Some(topic);
        }
        let wanted = self.is_hers(pronoun);
        let fits = |p: &&usize| self.genders.get(**p).copied().flatten() == wanted;
        self.recent.iter().find(fits).copied()
    }

    /// Remembers who is named in a sentence: those whom no preposition governs first.
    pub(super) fn note_recent(&mut self, mut named: Vec<usize>) {
        if named.is_empty() {
            return;
        }
        for person in &self.recent {
            if !named.contains(person) {
                named.push(*person);
            }
        }
        self.recent = named;
    }
}
