//! Whether somebody is a woman or a man, by forms of address and names.
//!
//! In come the mentions of an article, out comes for each person what anything shows of it. This module never says whom a pronoun
//! means.

use crate::lexicon::{Class, NameTraits};
use crate::mention::{Item, Kind, Mentions, People, PersonMention};

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
pub(super) fn of_people(mentions: &Mentions<'_>, people: &People) -> Vec<Option<bool>> {
    let addressed = by_address(mentions, people.of_mention.len());
    let people = people.entities.iter();
    people
        .map(|person| {
            let own = || person.mentions.iter();
            let told = agreed(own().filter_map(|m| addressed.get(*m).copied().flatten()));
            let named = || own().filter_map(|m| by_name(mentions, *m));
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
pub(super) fn by_name(mentions: &Mentions<'_>, mention: usize) -> Option<bool> {
    let mention: &PersonMention = mentions.people.get(mention)?;
    let given = mention.words.clone().find_map(|w| {
        let traits = mentions.words.at(w).traits;
        let (his, hers) = (
            traits.has(NameTraits::OF_MEN),
            traits.has(NameTraits::OF_WOMEN),
        );
        // "Li", "Moon": a given name of women elsewhere, but here a surname.
        let plain = !traits.has(NameTraits::DOUBTFUL) && !traits.has(NameTraits::SURNAME_FIRST);
        let told = his != hers && !traits.has(NameTraits::OF_BOTH);
        (traits.has(NameTraits::GIVEN) && plain).then_some(told.then_some(hers))
    });
    given.flatten().or_else(|| {
        let last = mention.key.last().filter(|_| mention.key.len() > 1)?;
        let ends = ENDS
            .iter()
            .find(|(_, ends)| ends.iter().any(|e| last.ends_with(e)));
        ends.map(|(hers, _)| *hers)
    })
}
