//! Who is only spoken of in a sentence that tells of a meeting: in what somebody says, as the owner of what is spoken of, by what they have done.
//!
//! In comes the chunk of a party, out comes yes or no. This module never says who met.

use super::super::scene::Scene;
use crate::lexicon::{Class, Cue};
use crate::mention::Kind;

/// "At the meeting with A, B said that she had written to C": whether a party is only spoken of in what somebody says.
pub(super) fn is_in_reported_speech(scene: &Scene<'_, '_, '_, '_>, party: usize) -> bool {
    let opens = scene.is_any(0, &[Class::In, Class::Preposition]);
    // "B said that A had informed him about C": the first verb of saying has the speaker before it.
    let says = |n: usize| {
        let speaker = !scene.people(n - 1).is_empty() || scene.mark(n - 1, ',');
        scene.is(n, Class::Say) && speaker && party > n + 1 && !scene.mark(n + 1, '.')
    };
    opens && (1..party).any(says)
}

/// Whether what stands before "of" is a thing that the party owns or made, and neither a meeting nor a group of people.
pub(super) fn owner(scene: &Scene<'_, '_, '_, '_>, party: usize) -> bool {
    let thing = |n: usize| {
        scene
            .item(n)
            .is_some_and(|i| matches!(i.kind, Kind::Plain([])))
    };
    // "discussed the forthcoming visit of C", "the visit to Riga by C": who is spoken of.
    let spoken = [Class::Future, Class::Discuss, Class::Converse];
    let topic = |n: usize| {
        scene.is(n, Class::VisitNoun) && (n.saturating_sub(6)..n).any(|m| scene.is_any(m, &spoken))
    };
    // "the initiatives of the President, A", "the agreements between Presidents A and B".
    let passed = [Class::Article, Class::Current, Class::Address, Class::His];
    let first = (0..party).rev().find(|n| !scene.is_any(*n, &passed));
    let first = first.unwrap_or_default();
    let deed = first >= 1
        && scene.is_any(first, &[Class::Of, Class::Between])
        && scene.is_cue(first - 1, Cue::Deed);
    let behind_of = party >= 2 && scene.is(party - 1, Class::Of);
    let by = party >= 2 && scene.is_any(party - 1, &[Class::Of, Class::By]);
    let mut near = (party.saturating_sub(6)..party)
        .rev()
        .take_while(|n| scene.people(*n).is_empty() && !scene.mark(*n, ','));
    deed || behind_of && thing(party - 2) || by && near.any(topic)
}
