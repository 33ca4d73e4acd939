//! Offices in an item of a list that semicolons part, behind a title that we do not know: "A, Coordinator of the Observers, Chair of the Committee;
//! B, adviser; and C".
//!
//! In comes the place of a name, out come the holdings of its bearer within the item. This module never reads an item that names somebody else.

use std::ops::Range;

use super::{Held, Name, Reader};
use crate::lexicon::{Class, Cue};
use crate::ontology::Office;

/// The offices that a committee gives, which often stand behind titles that no table has.
const CHAIRS: &[Office] = &[Office::Chair, Office::CoChair, Office::DeputyChair];

impl Reader<'_, '_, '_> {
    /// Notes the offices that stand behind commas in the item of a name, from a place on, where each says of what it is.
    pub(super) fn in_segment(&mut self, name: Name, from: usize) {
        let Some(segment) = self.segment(name.at) else {
            return;
        };
        for comma in from..segment.end {
            let at = comma + 1;
            let office = self.office(at).filter(|_| self.mark(comma, ','));
            // "A, adviser to the Speaker, the Chair of B", "wife of the Chair of B": what others hold is told with a word for them.
            let others = [Class::Who, Class::And, Class::From, Class::Kin, Class::To];
            if (from..comma).any(|n| self.is_any(n, &others) || self.is_cue(n, Cue::Aide)) {
                return;
            }
            let told = |o: &usize| {
                let mention = self.mentions.offices.get(*o);
                mention.is_some_and(|m| {
                    let chairs = CHAIRS.iter().any(|c| m.can_be(&self.mentions.words, *c));
                    let title = self.mentions.words.small(&m.title);
                    chairs && title.contains("chair") && !m.plural && !m.bare() && !m.former
                })
            };
            if let Some(office) = office.filter(told) {
                let held = Held::office(office);
                self.push(name.person, held, name.at..at + 1, "office-after-name");
            }
        }
    }

    /// The item of a list that semicolons part, where it begins with the name of a place and names nobody else.
    fn segment(&self, name: usize) -> Option<Range<usize>> {
        let parts = |n: &usize| self.mark(*n, ';');
        let items = self.items.len();
        let end = (name..items).find(parts).unwrap_or(items);
        let start = (0..name).rev().find(|n| parts(n) || self.mark(*n, ':'));
        // The first item has the words before it that open the list.
        let start = start.map_or(0, |s| s + 1);
        let semicolon = (0..items).any(|n| parts(&n));
        let alone = (start..end).filter(|n| self.person(*n).is_some()).count() == 1;
        (semicolon && alone).then_some(start..end)
    }
}
