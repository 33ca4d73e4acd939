//! Visits of those who lead a delegation somewhere: "the Speaker led a delegation to Kenya".
//!
//! In comes a verb of leading, out comes the visit of the one who leads. This module never says who belongs to the delegation.

use super::super::scene::Scene;
use super::{Teller, Told};
use crate::lexicon::Class;
use crate::ontology::MeetingStatus;

/// "leads a delegation of five MPs to Kenya": the visit that a verb of leading tells of, where a state stands right behind "to".
pub(super) fn led(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<Told> {
    if !scene.is(at, Class::Lead) {
        return None;
    }
    let status = scene.status(at)?;
    let delegation = (at + 1..(at + 8).min(scene.chunks.len()))
        .take_while(|n| !scene.breaks(*n) && !scene.mark(*n, ','))
        .find(|n| scene.item(*n).is_some_and(|i| i.is(Class::Delegation)))?;
    let to = (delegation + 1..delegation + 6)
        .take_while(|n| !scene.breaks(*n) && !scene.mark(*n, ','))
        .find(|n| scene.is(*n, Class::To))?;
    let (from, people) = scene.subject(at)?;
    let visitor = scene.state_of(&people);
    let (place, state) = (to + 1..to + 3).find_map(|n| Some((n, scene.state(n, visitor)?)))?;
    let teller = Teller {
        at,
        planned: status == MeetingStatus::Planned,
        noun: false,
        rule: "travel-verb",
    };
    Some(Told {
        teller,
        from,
        to: place,
        people,
        state,
        confidence: 85,
    })
}
