//! Whether a sentence says that people were at the meeting told of before: "A took part in the meeting", "With A was B".
//!
//! In comes a sentence, out comes beside whom those whom it names stood, and at how many meetings. This module never says who they are.

use super::super::scene::Scene;
use crate::lexicon::Class;
use crate::ontology::MeetingStatus;

/// A sentence by which people join a meeting told of before.
pub(super) struct Joining {
    /// Whether they were at each of several meetings.
    pub(super) each: bool,
    /// Beside whom they stood, where the sentence says so.
    pub(super) head: Vec<usize>,
}

impl Joining {
    /// Reads a sentence with a word of taking part, of company at a meeting, or that begins "With A was".
    pub(super) fn of(scene: &Scene<'_, '_, '_, '_>) -> Option<Self> {
        let all = 0..scene.chunks.len();
        let meeting = all.clone().any(|n| scene.is(n, Class::MeetingNoun));
        let joins =
            |n: &usize| scene.is(*n, Class::Attend) || meeting && scene.is(*n, Class::Accompany);
        let with = (1..5).find(|n| scene.is(0, Class::With) && !scene.people(*n).is_empty());
        let with = with.filter(|n| scene.is(n + 1, Class::Be)).map(|n| n + 1);
        let side = on_side(scene);
        let verb = all.clone().find(joins).or(with).or(side);
        let verb = verb.or_else(|| present_at(scene))?;
        // "attended to": no taking part, while "accompanied to the meeting by" is.
        let tends = scene.is(verb + 1, Class::To) && !scene.is(verb, Class::Accompany);
        if scene.status(verb) != Some(MeetingStatus::Held) || tends {
            return None;
        }
        let several = ["each", "all", "meetings", "talks"];
        let each = (verb..verb + 6).any(|n| scene.says(n, &several));
        let elsewhere = all.clone().any(|n| scene.is(n, Class::ConferenceNoun))
            || (verb + 1..verb + 7).any(|n| scene.is_commission(n));
        let told = all.clone().any(|n| scene.is_any(n, MEETING))
            || each
            || with.is_some()
            || side.is_some();
        if elsewhere || !told && !is_open(scene, verb) {
            return None;
        }
        // Companions stand on the side of the one whom they accompany.
        let beside = with.is_some() || scene.is(verb, Class::Accompany);
        let named = || Some(scene.people(with?.checked_sub(1)?).to_vec());
        let head = scene.subject(verb).map(|(_, p)| p).or_else(named);
        Some(Self {
            each,
            head: head.filter(|_| beside).unwrap_or_default(),
        })
    }
}

/// "On the Zambian side there were A and B": the verb of being of such a sentence, where people stand right behind it.
fn on_side(scene: &Scene<'_, '_, '_, '_>) -> Option<usize> {
    // "Present on the Lao side were A and B", "From the Lao side there were A and B".
    let present = scene.is(0, Class::Present) && scene.is(1, Class::On);
    let opens = scene.is_any(0, &[Class::On, Class::From]) || present;
    let side = (1..6).find(|n| scene.is(*n, Class::Sides) && opens)?;
    let be = (side + 1..side + 4).find(|n| scene.is_any(*n, &[Class::Be, Class::Attend]))?;
    // "were present committee members A and B".
    let passed = |n: usize| scene.is_any(n, &[Class::Article, Class::BodyNoun]);
    let next = (be + 1..be + 4).find(|n| !passed(*n))?;
    let says = (be + 1..scene.chunks.len()).any(|n| scene.is(n, Class::Say));
    (!scene.people(next).is_empty() && !says).then_some(be)
}

/// "Present at the reception were A and B": the verb of being of such a sentence.
fn present_at(scene: &Scene<'_, '_, '_, '_>) -> Option<usize> {
    let opens = (0..3).any(|n| scene.is(n, Class::Present));
    let noun = (1..7).find(|n| scene.is_any(*n, MEETING))?;
    let be = (noun + 1..noun + 4).find(|n| scene.is(*n, Class::Be))?;
    let nobody = (0..be).all(|n| scene.people(n).is_empty());
    (opens && nobody).then_some(be)
}

/// Words for the meeting that people join.
const MEETING: &[Class] = &[
    Class::MeetingNoun,
    Class::CallNoun,
    Class::Receive,
    Class::Guest,
];

/// Whether those who took part stand right behind a verb, or nothing: "also present were A and B", "A and B were present".
fn is_open(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> bool {
    let passed = |n: &usize| {
        scene.is_any(*n, &[Class::By, Class::And, Class::Article, Class::Be])
            || scene.mark(*n, ',')
            || scene.mark(*n, ':')
            // "taking part on the Thai side were", "in attendance for Tonga were".
            || scene.is(*n, Class::Sides)
            || scene.item(*n).is_some_and(|i| i.state().is_some())
            || scene.says(*n, &["there", "as well", "too", "also", "among others"])
            || on_occasion(scene, *n)
    };
    let next = (verb + 1..scene.chunks.len()).find(|n| !passed(n));
    next.is_none_or(|n| scene.mark(n, '.') || !scene.people(n).is_empty())
}

/// "on the occasion", "at the event": whether a chunk is one of such words.
fn on_occasion(scene: &Scene<'_, '_, '_, '_>, n: usize) -> bool {
    let noun = |m: usize| scene.says(m, &["occasion", "event"]);
    let near = (n..n + 3).find(|m| noun(*m));
    let opens = |m: usize| {
        scene.is_any(m, &[Class::On, Class::In, Class::Article])
            || scene.says(m, &["this"])
            || noun(m)
    };
    near.is_some_and(|end| (n..=end).all(opens))
}
