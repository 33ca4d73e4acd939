//! Visits told in the passive: "Latvia was visited by A".
//!
//! In comes a verb of visiting, out comes the visit of the one behind its "by". This module never reads who leads a delegation.

use super::super::scene::Scene;
use super::{Teller, Told};
use crate::lexicon::Class;
use crate::ontology::MeetingStatus;

/// "Latvia was visited on Monday by A": the state is the subject, and the visitor stands behind the "by".
pub(super) fn visited_by(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<Told> {
    let be = at.checked_sub(1).filter(|b| scene.is(*b, Class::Be))?;
    if !scene.is(at, Class::Visit) {
        return None;
    }
    let status = scene.status(at)?;
    let to = be.checked_sub(1)?;
    let owned = [
        Class::Of,
        Class::From,
        Class::In,
        Class::To,
        Class::Preposition,
    ];
    if scene.governed_by(to, &owned) {
        return None;
    }
    let mut behind = (at + 1..(at + 7).min(scene.chunks.len())).take_while(|n| !scene.breaks(*n));
    let by = |n: &usize| !scene.people(*n).is_empty() && scene.governed_by(*n, &[Class::By]);
    let from = behind.find(by)?;
    let people = scene.people(from).to_vec();
    let visitor = scene.state_of(&people);
    Some(Told {
        teller: Teller {
            at,
            planned: status == MeetingStatus::Planned,
            noun: false,
            rule: "visit-verb",
        },
        from,
        to,
        people,
        state: scene
            .state(to, visitor)
            .or_else(|| scene.state_of_house(to))
            .filter(|s| Some(*s) != visitor)?,
        confidence: 88,
    })
}
