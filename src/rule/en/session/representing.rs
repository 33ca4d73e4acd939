//! Who stands for others at a gathering: "A represented the Storting at the conference", "The Storting was represented by A".
//!
//! In comes a verb of representing, out comes what it is said of. This module never says who was there.

use super::super::scene::Scene;
use super::gathering::sits;
use super::named::numbered;
use crate::lexicon::Class;

/// "A represented the Storting at the conference": who stands for others is there.
pub(super) const REPRESENTS: &[&str] = &["represented", "is representing", "was representing"];

/// "represented one assembly at the 12th session of another": the place of the noun right behind the "at" at which somebody stands for others, none
/// where something else stands there, "at the opening of an exhibition before the session".
pub(super) fn behind_represented(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> Option<usize> {
    /// How many words may stand between the "at" and the noun.
    const NEAR: usize = 5;
    let mut near = (verb + 1..verb + 8).take_while(|n| !scene.breaks(*n));
    let stands_at = |n: usize| {
        let word = scene.word(n);
        word == "at" || word.starts_with("at ")
    };
    let at = near.find(|n| scene.says(verb, REPRESENTS) && stands_at(*n))?;
    let links = [Class::Of, Class::In, Class::On, Class::Preposition];
    let nouns = [Class::SessionNoun, Class::ConferenceNoun];
    let mut behind = (at + 1..at + NEAR).take_while(|n| !scene.is_any(*n, &links));
    let noun = behind.find(|n| scene.is_any(*n, &nouns) || scene.is_commission(*n));
    Some(noun.unwrap_or(scene.chunks.len()))
}

/// "The Storting was represented by A": whether a verb says who stands for a body, with no word for a sitting before it.
pub(super) fn stands_for(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> bool {
    let nouns = [Class::SessionNoun, Class::MeetingNoun];
    let sits = (0..verb).any(|n| scene.is_any(n, &nouns));
    scene.word(verb).ends_with("represented by") && !sits
}

/// "The constituency is represented by A": whether a verb says who stands for something else than a state or a house.
pub(super) fn stands_for_other(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> bool {
    let sender = verb.checked_sub(1).and_then(|n| scene.item(n));
    let sends = sender.is_some_and(|i| {
        i.state().is_some() || i.body().is_some() || i.is_any(&[Class::Sides, Class::It])
    });
    scene.word(verb).ends_with("represented by") && !sends
}

/// "represents Zambia at the Pan-African Parliament": whether somebody who stands for others has a seat in the body at a chunk, of which no
/// sitting is named.
pub(super) fn is_seat(scene: &Scene<'_, '_, '_, '_>, verb: usize, object: usize) -> bool {
    let sitting = scene.is_any(object, &[Class::SessionNoun, Class::ConferenceNoun]);
    scene.says(verb, REPRESENTS) && !sitting && !numbered(scene, object) && !sits(scene, object)
}
