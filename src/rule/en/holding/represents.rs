//! Seats told by what their holders represent: "A, who represents the people of Lahijan in the Majlis", "B, representing Upper Saloum in the National
//! Assembly".
//!
//! In comes the place of the verb, out comes the holding of who is named before it. This module never reads a seat in an assembly of states, where a
//! state is represented by its ambassador too.

use super::{Held, Reader};
use crate::lexicon::{Class, Cue};
use crate::mention::Kind;
use crate::ontology::NodeKind;

/// How many items of what is represented may stand between the verb and the house.
const LONGEST: usize = 8;

impl Reader<'_, '_, '_> {
    /// Reads such a seat whose verb stands at a place.
    pub(super) fn represents(&mut self, at: usize) {
        if !self.says(at, &["represents", "representing"]) {
            return;
        }
        let inside = (at + 2..at + LONGEST).find(|n| self.is(*n, Class::In));
        let Some(inside) = inside else { return };
        let place = self.past(inside + 1, &[Class::Article]);
        let Some(body) = self.body(place).filter(|b| self.is_house(*b)) else {
            return;
        };
        // "in the Senate impeachment trial": a thing that is called by the house.
        let thing = self
            .item(place + 1)
            .is_some_and(|i| matches!(i.kind, Kind::Plain([])));
        if thing && place > inside + 1 || !self.is_constituency(at + 1, inside) {
            return;
        }
        let own = |n: &usize| {
            self.mark(*n, ',')
                || self.is(*n, Class::Who)
                || self.office(*n).is_some_and(|o| !self.plural(o))
        };
        let name = (0..at).rev().find(|n| !own(n)).filter(|n| n + 1 < at);
        if let Some(person) = name.and_then(|n| self.person(n)) {
            self.push(person, Held::SitsIn { body }, at..place + 1, "sits-in-body");
        }
    }

    /// Whether a place is represented between two places, and nobody: "the people of A", "Upper B", but not "President C" or "the Minister".
    fn is_constituency(&self, from: usize, to: usize) -> bool {
        let somebody = (from..to).any(|n| {
            self.person(n).is_some()
                || self.office(n).is_some()
                || self.body(n).is_some()
                || self.mark(n, ',')
        });
        let of_all = self.is(from, Class::Article)
            && !(from + 1..from + 4)
                .any(|n| self.is(n, Class::Of) || self.is_cue(n, Cue::Constituency));
        let state = from + 1 == to && self.item(from).is_some_and(|i| i.state().is_some());
        !somebody && !of_all && !state
    }

    /// Whether a body is a house of a parliament.
    fn is_house(&self, body: usize) -> bool {
        let kind = self.mentions.bodies.get(body).map(|b| b.kind);
        matches!(kind, Some(NodeKind::Chamber | NodeKind::Parliament))
    }
}
