//! Offices of those who work for a house: "Head of the Senate Office", "Secretary General of the Secretariat of the Senate".
//!
//! In comes the place of a house or of a secretariat behind a title, out comes where the office ends. This module never reads titles.

use super::super::item::Item;
use super::super::word::Words;
use super::OfficeMention;
use super::complement::{names_body, owner};
use crate::lexicon::Class;
use crate::ontology::Office;

/// What those who work for a house make up.
const STAFF: &[&str] = &[
    "Office",
    "Secretariat",
    "Administration",
    "Apparatus",
    "Staff",
];

/// What an office is of where words name it that may not go with the office.
pub(super) enum Told {
    /// It ends before an item.
    Until(usize),
    /// The office is none that we know.
    OtherOffice,
}

impl Told {
    fn new(end: Option<usize>) -> Self {
        end.map_or(Self::OtherOffice, Self::Until)
    }

    pub(super) const fn end(&self) -> Option<usize> {
        match self {
            Self::Until(end) => Some(*end),
            Self::OtherOffice => None,
        }
    }
}

/// "Deputy Head of the Senate Office": where the staff of a house whose mention stands at an item ends, whose head is its secretary general.
/// Nothing where no staff is named.
pub(super) fn staff_of(
    words: &Words<'_>,
    items: &[Item<'_>],
    (at, body): (usize, usize),
    new: &mut OfficeMention,
) -> Option<Told> {
    // "Chief of the Parliament's Staff".
    let owner = usize::from(items.get(at + 1).is_some_and(|i| i.is_mark('’')));
    let staff = items
        .get(at + 1 + owner)
        .is_some_and(|i| STAFF.contains(&words.text_of(&i.words)));
    staff.then(|| {
        let head = new.can_be(words, Office::SecretaryGeneral);
        new.bodies.extend(head.then_some(body));
        Told::new(head.then_some(at + 2 + owner))
    })
}

/// "Head of the National Assembly Office A": the place behind the staff of a house that stands at an item, an article passed over.
pub(super) fn behind_staff(words: &Words<'_>, items: &[Item<'_>], from: usize) -> Option<usize> {
    let at = from + usize::from(items.get(from).is_some_and(|i| i.is(Class::Article)));
    let owner = usize::from(items.get(at + 1).is_some_and(|i| i.is_mark('’')));
    let staff = items.get(at + 1 + owner)?;
    let house = items.get(at)?.body().is_some();
    (house && STAFF.contains(&words.text_of(&staff.words))).then_some(at + 2 + owner)
}

/// "Secretary General of the Secretariat of the Senate", "of the Secretariat" alone: where a secretariat at an item ends with what it is of.
/// Nothing where none stands there.
pub(super) fn secretariat(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    new: &mut OfficeMention,
) -> Option<Told> {
    let text = words.small(&items.get(at)?.words);
    if !["secretariat", "general secretariat"].contains(&text.as_ref()) {
        return None;
    }
    let of = items.get(at + 1).is_some_and(|i| i.is(Class::Of));
    if of && names_body(items, at + 2) {
        return Some(Told::new(owner(words, items, at + 2, new)));
    }
    let alone = new.can_be(words, Office::SecretaryGeneral) && !new.can_be(words, Office::Chair);
    (alone && !of).then_some(Told::Until(at + 1))
}
