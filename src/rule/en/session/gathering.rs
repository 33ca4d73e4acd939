//! Which chunk of a sentence is a gathering, and of which body.
//!
//! In comes a chunk, out come yes or no, or the body that gathers there. This module never says who attended.

use super::super::scene::Scene;
use super::attendance::Told;
use super::named::numbered;
use super::sided::sent_to;
use super::{commission, is_chamber};
use crate::lexicon::Class;
use crate::ontology::{MeetingKind, NodeKind};

/// How many chunks behind "of" the name of an assembly may stand, behind that of its region.
const REGION: usize = 16;

/// Words that mean a gathering where the article has told of one.
const EVENTS: [&str; 5] = ["event", "ceremony", "gathering", "assembly", "opening"];

/// Whether a chunk is a gathering: a commission or assembly, or a noun for one; "the meeting" is that of two sides unless
/// the article has told of a gathering.
pub(super) fn gathering(scene: &Scene<'_, '_, '_, '_>, n: usize, told: Told) -> bool {
    if !scene.people(n).is_empty() {
        return false;
    }
    if let Some(body) = commission(scene, n) {
        // "at the headquarters of the Assembly": where nobody sits by that.
        let seats = ["headquarters", "seat", "premises", "offices", "secretariat"];
        if (n.saturating_sub(3)..n).any(|m| scene.says(m, &seats)) {
            return false;
        }
        let body = scene.facts.bodies.entities.get(body);
        return body.is_some_and(|b| b.kind == NodeKind::Assembly) || sits(scene, n);
    }
    let noun = scene.is_any(n, &[Class::SessionNoun, Class::ConferenceNoun])
        && (!scene.is(n, Class::MeetingNoun) || told.last)
        || scene.says(n, &EVENTS);
    // "A workshop was also attended by A": one that nothing was told of before.
    noun && (told.gathering && !is_another(scene, n) || body_at(scene, n).is_some())
}

/// "energy security is debated in the Assembly": whether an assembly at a chunk is the organisation rather than a gathering: nothing beside it
/// says that it sits, nor does its name.
pub(super) fn is_only_named(scene: &Scene<'_, '_, '_, '_>, n: usize) -> bool {
    commission(scene, n).is_some()
        && !sits(scene, n)
        && !numbered(scene, n)
        && !(0..scene.chunks.len()).any(|m| scene.is(m, Class::Gather))
        && scene
            .item(n)
            .and_then(|i| scene.facts.body_of(i.body()?))
            .is_some_and(|b| MeetingKind::of_gathering(&b.name) != MeetingKind::Conference)
}

/// "took part in the Assembly", "addressed the Assembly", but not "took part in a programme of the Assembly": whether a verb of taking part or
/// speaking has a body at a chunk for its object.
pub(super) fn is_reached(scene: &Scene<'_, '_, '_, '_>, verb: usize, n: usize) -> bool {
    let passed = [
        Class::Article,
        Class::In,
        Class::Preposition,
        Class::To,
        Class::Number,
    ];
    (verb + 1..n).all(|m| scene.is_any(m, &passed))
}

/// "A workshop on trade": whether a noun for a gathering is told of with the article of what nothing was told of before.
pub(super) fn is_another(scene: &Scene<'_, '_, '_, '_>, n: usize) -> bool {
    (n.saturating_sub(3)..n).any(|m| scene.says(m, &["a", "an", "another"]))
}

/// Whether it is the sitting of a body that a chunk names: a noun for one stands close before or behind.
pub(super) fn sits(scene: &Scene<'_, '_, '_, '_>, n: usize) -> bool {
    let noun = |m: usize| scene.is_any(m, &[Class::SessionNoun, Class::ConferenceNoun]);
    // "a roundtable with the Committee": others sit with those who belong to it.
    let before = (n.saturating_sub(4)..n)
        .rev()
        .take_while(|m| {
            scene.people(*m).is_empty() && !scene.mark(*m, ',') && !scene.is(*m, Class::With)
        })
        .any(noun);
    before || (n + 1..n + 4).any(noun)
}

/// Whether a guest speaks to a house: "delivered a speech to the Federation Council".
pub(super) fn guest_of_house(scene: &Scene<'_, '_, '_, '_>, verb: usize, n: usize) -> bool {
    // "told Parliament": one's own.
    let own = scene.says(verb, &["told", "tells", "informed"]);
    scene.is(verb, Class::Address) && !own && is_chamber(scene, n) && n <= verb + 3
}

/// The body of a gathering: the one named at a chunk, or close behind or before it: "the session of the Assembly", "the
/// Assembly's session".
pub(super) fn body_at(scene: &Scene<'_, '_, '_, '_>, n: usize) -> Option<usize> {
    let own = commission(scene, n);
    // "the 45th Conference of the Caribbean, Americas and Atlantic Region of the Association": whatever the region is called.
    let capital = |m: usize| {
        let item = scene.item(m).filter(|_| scene.people(m).is_empty());
        item.is_some_and(|i| scene.text(i).starts_with(char::is_uppercase))
    };
    let link =
        |m: usize| scene.mark(m, ',') || scene.is_any(m, &[Class::And, Class::Of, Class::Article]);
    let behind = || {
        let of = (n + 1..n + 3).find(|m| scene.is(*m, Class::Of))?;
        let near = (of + 1..of + 4).find_map(|m| commission(scene, m));
        let mut named = (of + 1..of + REGION).take_while(|m| capital(*m) || link(*m));
        near.or_else(|| {
            named
                .find_map(|m| commission(scene, m))
                .filter(|_| capital(n))
        })
    };
    let before = || {
        (n.saturating_sub(3)..n)
            .rev()
            .find_map(|m| commission(scene, m))
    };
    let chamber = || {
        is_chamber(scene, n)
            .then(|| scene.item(n)?.body())
            .flatten()
            .and_then(|m| scene.facts.bodies.of(m))
    };
    let near = || {
        let body = behind().or_else(before)?;
        Some(sent_to(scene.facts, body).unwrap_or(body))
    };
    own.or_else(near).or_else(chamber)
}
