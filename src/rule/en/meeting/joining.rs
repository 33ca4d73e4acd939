//! Whether a sentence says that people were at the meeting told of before: "A took part in the meeting", "With A was B".
//!
//! In comes a sentence, out comes beside whom those whom it names stood, and at how many meetings. This module never says who they are.

use super::super::scene::Scene;
use crate::lexicon::{Class, Cue};
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
        let meeting = scene.has(Class::MeetingNoun);
        let joins =
            |n: &usize| scene.is(*n, Class::Attend) || meeting && scene.is(*n, Class::Accompany);
        let with = (1..5).find(|n| scene.is(0, Class::With) && !scene.people(*n).is_empty());
        let with = with.filter(|n| scene.is(n + 1, Class::Be)).map(|n| n + 1);
        let side = on_side(scene);
        let verb = all.clone().find(joins).or(with).or(side);
        let verb = verb
            .or_else(|| present_at(scene))
            .or_else(|| at_table(scene))
            .or_else(|| represented(scene));
        let verb = verb.or_else(|| spoke(scene)).or_else(|| part_of(scene))?;
        // "attended to": no taking part, while "accompanied to the meeting by" is.
        let tends = scene.is(verb + 1, Class::To) && !scene.is(verb, Class::Accompany);
        if scene.status(verb) != Some(MeetingStatus::Held) || tends {
            return None;
        }
        let several = ["each", "all", "meetings", "talks"];
        let each = (verb..verb + 6).any(|n| scene.says(n, &several));
        let elsewhere = scene.has(Class::ConferenceNoun)
            || (verb + 1..verb + 7).any(|n| scene.is_commission(n));
        let told = scene.has_any(MEETING)
            || each
            || with.is_some()
            || side.is_some()
            || at_table(scene).is_some();
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
    // "Also on the Lao side were A and B".
    let first = usize::from(scene.is(0, Class::Present) || scene.says(0, &["also"]));
    let present = first > 0 && scene.is(1, Class::On);
    let opens = scene.is_any(0, &[Class::On, Class::From]) || present;
    // "The Lao side included A and B".
    let own = scene.is(0, Class::Article);
    let side = (1..6).find(|n| scene.is(*n, Class::Sides) && (opens || own))?;
    let verbs = [Class::Be, Class::Attend];
    let be = (side + 1..side + 4).find(|n| {
        let lists = scene.is(*n, Class::Comprise) && own;
        lists || opens && scene.is_any(*n, &verbs)
    })?;
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

/// "At the table sat A and B", "Around the table were A and B": the verb of such a sentence.
fn at_table(scene: &Scene<'_, '_, '_, '_>) -> Option<usize> {
    let first = usize::from(scene.says(0, &["also"]));
    let opens = scene.is_any(first, &[Class::In, Class::On])
        || scene.says(first, &["at", "around", "round"]);
    let table = (first + 1..first + 5).find(|n| scene.says(*n, &["table", "negotiating table"]))?;
    let verb = (table + 1..table + 4)
        .find(|n| scene.is(*n, Class::Be) || scene.says(*n, &["sat", "sat also"]))?;
    let nobody = (0..verb).all(|n| scene.people(n).is_empty());
    // "the interpreters A and B", "the ambassador's children": they are of no side.
    let first = (verb + 1..scene.chunks.len()).find(|n| !scene.people(*n).is_empty())?;
    let others = (verb + 1..=first).any(|n| scene.is_common(n) && scene.people(n).is_empty());
    (opens && nobody && !others).then_some(verb)
}

/// "A and B represented the Senate at the meeting", "The Senate was represented at the talks by A": the verb of such a sentence.
fn represented(scene: &Scene<'_, '_, '_, '_>) -> Option<usize> {
    if !scene.has_any(NOUNS) {
        return None;
    }
    let verb = (0..scene.chunks.len()).find(|n| {
        let word = scene.word(*n);
        word == "represented"
            || word.ends_with("was represented")
            || word.ends_with("were represented")
    })?;
    let there = (verb + 1..verb + 7).find(|n| scene.is_any(*n, NOUNS))?;
    // "at the meeting of the Presidium": another one.
    if scene.is(there + 1, Class::Of) {
        return None;
    }
    (verb + 1..there)
        .all(|n| scene.people(n).is_empty())
        .then_some(verb)
}

/// "A and B also spoke at the meeting": the verb of such a sentence.
fn spoke(scene: &Scene<'_, '_, '_, '_>) -> Option<usize> {
    let verb = (1..scene.chunks.len()).find(|n| scene.is_cue(*n, Cue::TakesFloor))?;
    let discussion =
        |n: &usize| scene.is_any(*n, NOUNS) || scene.says(*n, &["discussion", "discussions"]);
    let there = (verb + 1..verb + 5).find(discussion)?;
    let close = (verb + 1..there).all(|n| scene.people(n).is_empty());
    let alone = (there + 1..scene.chunks.len()).all(|n| scene.people(n).is_empty());
    (close && alone).then_some(verb)
}

/// "A and B were part of the conversation", "The others at the meeting were A and B": the verb of such a sentence.
fn part_of(scene: &Scene<'_, '_, '_, '_>) -> Option<usize> {
    if !scene.has_any(NOUNS) {
        return None;
    }
    let noun = |n: &usize| scene.is_any(*n, NOUNS);
    let others = (0..2).any(|n| scene.says(n, &["others", "other participants"]));
    if others {
        let there = (1..6).find(noun)?;
        return (there + 1..there + 3).find(|n| scene.is(*n, Class::Be));
    }
    let part =
        |n: &usize| scene.says(*n, &["part of", "part"]) || scene.word(*n).ends_with("part of");
    let verb = (1..scene.chunks.len()).find(part)?;
    let there = (verb + 1..verb + 4).find(noun)?;
    let alone = (there + 1..scene.chunks.len()).all(|n| scene.people(n).is_empty());
    (alone && scene.subject(verb).is_some()).then_some(verb)
}

/// Nouns for a meeting or a call.
const NOUNS: &[Class] = &[Class::MeetingNoun, Class::CallNoun];

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
            // "taking part on the Thai side were", "in attendance for Tonga were", "attending from the side of the host were".
            || scene.is_any(*n, &[Class::Sides, Class::From, Class::Of, Class::On, Class::Host])
            || scene.item(*n).is_some_and(|i| i.state().is_some())
            || scene.says(*n, &["there", "as well", "too", "also", "so", "likewise", "among others"])
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
