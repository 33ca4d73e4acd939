//! Titles without a body or a state by which nobody is said to hold an office here: one that is known already, a form of address, an office
//! of a part of a state.
//!
//! In comes the mention of an office and who holds it, out comes yes or no. This module never finds the body of an office.

use super::super::holding::Holding;
use super::Facts;
use super::title::alike;
use crate::lexicon::Class;
use crate::mention::{Item, OfficeMention};
use crate::ontology::Office;

impl Facts<'_, '_> {
    /// Whether a title tells no office of its holder: one that is known already, a form of address, one of a part of a state.
    pub(super) fn is_left_alone(
        &self,
        person: usize,
        office: &OfficeMention,
        holding: &Holding,
    ) -> bool {
        let known = |class: Office| {
            let mut roles = self.roles.iter();
            roles.any(|r| r.person == person && alike(r.office, class))
        };
        let titles = office.titles(&self.mentions.words);
        let known = titles.iter().filter_map(|t| t.office).any(known);
        known || self.is_address(office) || self.is_of_region(office, holding)
    }

    /// "Chief Tarn Mensah", but not "IPU Chief A": whether a title is a form of address, with no body named right before it.
    fn is_address(&self, office: &OfficeMention) -> bool {
        let words = &self.mentions.words;
        let owned = words.before(office.words.start).token.shape.is_capital();
        words.text_of(&office.words) == "Chief" && !owned
    }

    /// "Minister of Fisheries of Greenland": whether the part of a state of which an office is stands right behind it.
    fn is_of_region(&self, office: &OfficeMention, holding: &Holding) -> bool {
        let Some(items) = self.mentions.items.get(holding.sentence) else {
            return false;
        };
        let place = items
            .iter()
            .position(|i| i.words.start == office.words.start);
        let behind = place.and_then(|p| items.get(p + 1..(p + 3).min(items.len())));
        let region = |i: &Item<'_>| {
            let row = i
                .city()
                .and_then(|row| self.mentions.words.lexicon.city(row));
            i.state().is_none() && row.is_some_and(|c| c.region)
        };
        behind.is_some_and(|b| match b {
            [of, place] => of.is(Class::Of) && region(place),
            _ => false,
        })
    }
}
