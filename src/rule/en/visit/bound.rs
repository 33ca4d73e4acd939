//! Where somebody who leaves is bound for, where more stands between: "A left today at the head of a delegation for Kenya and Uganda".
//!
//! In comes the chunk of a verb, out come visits. This module never reads "left for Kenya", which is a verb of its own.

use super::super::scene::Scene;
use super::place::row;
use super::plan::is_for_later;
use super::visitor::visitors;
use super::{Teller, Told};
use crate::lexicon::{Class, Cue};
use crate::ontology::MeetingStatus;

/// How many chunks behind the verb the goal may stand.
const REACH: usize = 20;

/// The visits of somebody who leaves by the verb at a chunk.
pub(super) fn bound_for(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Vec<Told> {
    let others = [
        Class::Say,
        Class::Meet,
        Class::Receive,
        Class::Who,
        Class::Which,
        Class::Travel,
        Class::Visit,
    ];
    if !scene.is_cue(at, Cue::Leaves) || scene.doubted(at) {
        return Vec::new();
    }
    let state = |n: usize| {
        let article = usize::from(scene.is(n + 1, Class::Article));
        scene.state(n + 1 + article, None).map(|_| n + 1 + article)
    };
    let goal = (at + 1..(at + REACH).min(scene.chunks.len()))
        .take_while(|n| !scene.breaks(*n) && !scene.is_any(*n, &others))
        .filter(|n| scene.says(*n, &["for"]))
        .find_map(state);
    let (Some(goal), Some(status)) = (goal, scene.status(at)) else {
        return Vec::new();
    };
    let teller = Teller {
        at,
        planned: status == MeetingStatus::Planned || is_for_later(scene, at),
        noun: false,
        rule: "travel-verb",
    };
    for (from, people, sure) in visitors(scene, teller) {
        let visitor = scene.state_of(&people);
        let places = row(scene, goal, (visitor, &people), 3);
        let one = |(to, state)| Told {
            teller,
            from,
            to,
            people: people.clone(),
            state,
            confidence: if sure { 88 } else { 75 },
        };
        if from < at && !places.is_empty() {
            return places.into_iter().map(one).collect();
        }
    }
    Vec::new()
}

/// "What brought A to Riga was", "St Patrick's Day took A to Chile": the visit of the one whom something brings somewhere.
pub(super) fn brought_to(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<Told> {
    if !scene.is_cue(at, Cue::Brings) || scene.doubted(at) {
        return None;
    }
    let held = scene.status(at) == Some(MeetingStatus::Held);
    let article = usize::from(scene.is(at + 1, Class::Article));
    let from = at + 1 + article;
    let people = scene.people(from).to_vec();
    let own = scene.state_of(&people);
    let to = (from + 1..from + 3).find(|n| scene.is(*n, Class::To))?;
    let (to, state) = (to + 1..to + 3).find_map(|n| Some((n, scene.state(n, own)?)))?;
    // "took A to Kenya's Parliament": who owns what stands behind is no goal by itself.
    let owner = scene.mark(to + 1, '’');
    let abroad = own.is_some() && own != Some(state);
    let teller = Teller {
        at,
        planned: false,
        noun: false,
        rule: "travel-verb",
    };
    (held && abroad && !owner && !people.is_empty()).then_some(Told {
        teller,
        from,
        to,
        people,
        state,
        confidence: 82,
    })
}
