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
    // "The Chilean delegation was headed by A": where the session is what was told of last.
    let sent = |n: usize| {
        let own = n > 0 && scene.item(n - 1).is_some_and(|i| i.state().is_some());
        own && told.last && scene.item(n).is_some_and(|i| i.is(Class::Delegation))
    };
    let side = |n: &usize| told.gathering && (scene.is(*n, Class::Sides) || sent(*n));
    let sides = (0..scene.chunks.len()).filter(side);
    let found = sides.filter_map(|side| {
        let end = side + NEAR;
        // "On the Chilean side, the discussion was joined by A".
        let comma = usize::from(scene.mark(side + 1, ','));
        let leads = |n: usize| {
            let word = scene.word(n);
            let told = scene.item(n).is_some_and(|i| scene.facts.opens_leaders(i));
            let verb = if word == "by" && n > 0 {
                scene.word(n - 1)
            } else {
                word.trim_end_matches(" by").to_owned()
            };
            let joins = ["joined", "represented", "attended"];
            told || word.ends_with("by") && joins.iter().any(|j| verb.ends_with(j))
        };
        // "the Argentine side by B", behind "the Chilean side was headed by A".
        let by = scene.is(side + 1, Class::By) && (0..side).any(leads);
        let by = (side + 1 + comma..end + 3 * comma)
            .take_while(|n| scene.people(*n).is_empty() && !scene.mark(*n, ','))
            .find(|n| leads(*n))
            .or(by.then_some(side + 1))?;
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

/// "Latvia's delegation consists of A, B and C", where the article has told of a gathering last: those who were sent to it.
pub(super) fn delegates(scene: &Scene<'_, '_, '_, '_>, told: Told) -> Option<Attendance> {
    let others = [
        Class::Future,
        Class::Negation,
        Class::VisitNoun,
        Class::Visit,
        Class::Travel,
        Class::Meet,
        Class::Receive,
    ];
    let sent = scene.items.iter().any(|i| i.is(Class::Delegation));
    let else_where = scene.items.iter().any(|i| i.is_any(&others));
    if !told.gathering || !told.last || !sent || else_where {
        return None;
    }
    let mut rosters = scene.facts.rosters.iter();
    let roster = rosters.find(|r| r.sentence == scene.sentence && !r.members.is_empty())?;
    let at = (0..scene.chunks.len()).find(|n| !scene.people(*n).is_empty())?;
    Some(Attendance {
        people: roster.members.clone(),
        body: None,
        at,
        by_coming: false,
    })
}

/// The people in a row from a chunk on.
fn row(scene: &Scene<'_, '_, '_, '_>, from: usize) -> Vec<usize> {
    let link = |n: usize| scene.mark(n, ',') || scene.is_any(n, &[Class::And, Class::Article]);
    (from..scene.chunks.len())
        .take_while(|n| !scene.people(*n).is_empty() || link(*n))
        .flat_map(|n| scene.people(n).to_vec())
        .collect()
}
