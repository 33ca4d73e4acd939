//! Those who lead or make up the sides of a session: "The Chilean side was headed by A; the Argentine side by B and C".
//!
//! In comes a sentence, out come the people behind each word for a side. This module never says for which state they act.

use super::super::scene::Scene;
use super::attendance::{Attendance, Told};
use crate::lexicon::Class;
use crate::ontology::MeetingStatus;

/// How many chunks behind the word for a side the "by" may stand.
const NEAR: usize = 5;

/// Those who stand for the sides of the gathering that the article has told of.
pub(super) fn sided(scene: &Scene<'_, '_, '_, '_>, told: Told) -> Vec<Attendance> {
    let sides = (0..scene.chunks.len()).filter(|n| told.gathering && scene.is(*n, Class::Sides));
    let found = sides.filter_map(|side| {
        let end = side + NEAR;
        // "On the Chilean side, the discussion was joined by A".
        let comma = usize::from(scene.mark(side + 1, ','));
        let by = (side + 1 + comma..end + 3 * comma)
            .take_while(|n| scene.people(*n).is_empty() && !scene.mark(*n, ','))
            .find(|n| scene.is(*n, Class::By) || scene.word(*n).ends_with(" by"))?;
        let people = row(scene, by + 1);
        let held = scene.status(by) == Some(MeetingStatus::Held);
        (held && !people.is_empty()).then_some(Attendance {
            people,
            body: None,
            at: by,
            by_coming: false,
        })
    });
    found.collect()
}

/// The people in a row from a chunk on.
fn row(scene: &Scene<'_, '_, '_, '_>, from: usize) -> Vec<usize> {
    let link = |n: usize| scene.mark(n, ',') || scene.is_any(n, &[Class::And, Class::Article]);
    (from..scene.chunks.len())
        .take_while(|n| !scene.people(*n).is_empty() || link(*n))
        .flat_map(|n| scene.people(n).to_vec())
        .collect()
}
