//! Two offices before one name: "the Speaker of the Saeima, Chair of the Baltic Assembly, A".
//!
//! In comes the place of the second office, out come both holdings of the name behind it. This module never reads two offices of one sort of
//! body, which may be those of two people.

use super::{Held, Reader};
use crate::lexicon::Class;
use crate::mention::OfficeMention;
use crate::ontology::NodeKind;

impl Reader<'_, '_, '_> {
    /// Notes both offices for the name behind the second one, which stands at a place. Gives whether there are two.
    pub(super) fn stacked(&mut self, at: usize, office: usize) -> bool {
        let name = self.past_address(at + 1 + usize::from(self.mark(at + 1, ',')));
        let (Some(person), Some((place, first))) =
            (self.person(name), self.first_of_two(at, office))
        else {
            return false;
        };
        for held in [first, office] {
            let cover = place..name + 1;
            self.push(person, Held::office(held), cover, "office-before-name");
        }
        true
    }

    /// The place and the number of the office before another one of the same person, with a comma between them: one of a house beside one of an
    /// assembly or commission, and nobody named before it.
    fn first_of_two(&self, at: usize, office: usize) -> Option<(usize, usize)> {
        let comma = at.checked_sub(1)?;
        let place = comma.checked_sub(1).filter(|_| self.mark(comma, ','))?;
        let first = self.office(place)?;
        let house = |o: usize| -> Option<bool> {
            let mention = self.mentions.offices.get(o).filter(|o| is_of_one(o))?;
            let body = self.mentions.bodies.get(*mention.bodies.first()?)?;
            Some(matches!(
                body.kind,
                NodeKind::Chamber | NodeKind::Parliament
            ))
        };
        let apart = house(first)? != house(office)?;
        let article = usize::from(
            place
                .checked_sub(1)
                .is_some_and(|b| self.is(b, Class::Article)),
        );
        let before = place.checked_sub(1 + article);
        let free = before.is_none_or(|b| {
            self.person(b).is_none() && self.office(b).is_none() && !self.mark(b, ',')
        });
        (apart && free).then_some((place, first))
    }
}

/// Whether an office is held now by one person, in one body.
const fn is_of_one(office: &OfficeMention) -> bool {
    !office.plural && !office.former && !office.foreign && office.bodies.len() == 1
}
