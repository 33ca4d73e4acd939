//! Whether the meeting that a noun names was held, is to come, or is denied.
//!
//! In comes the chunk of a noun, out comes its status. This module never says who met.

use super::super::scene::Scene;
use super::to_come::is_announced;
use crate::lexicon::Class;
use crate::mention::Item;
use crate::ontology::MeetingStatus;

/// Whether the meeting that a noun names was held: planned where the sentence says so of it, none where it is denied.
pub(super) fn status(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<MeetingStatus> {
    if scene.doubted(at) {
        return None;
    }
    let near = at.saturating_sub(5)..at;
    if near
        .into_iter()
        .any(|n| scene.is(n, Class::Negation) || scene.is(n, Class::Wish))
    {
        return None;
    }
    // "is scheduled to visit the villa where A was born, and hold meetings with B".
    let further = (at.saturating_sub(2)..at).any(|n| scene.is_further_infinitive(n));
    let reach = if further { 20 } else { 12 };
    let parts = |n: usize| scene.parts(n) && !scene.is_further_infinitive(n + 2);
    let before = (at.saturating_sub(reach)..at)
        .rev()
        .take_while(|n| !parts(*n) && !scene.breaks(*n))
        .any(|n| scene.is(n, Class::Future) || scene.is_yet_to_be(n));
    let before = before || (0..at).any(|n| awaits(scene, n)) || is_announced(scene);
    // "with meetings to follow the same day".
    let before = before || scene.is(at + 1, Class::To) && scene.says(at + 2, &["follow", "come"]);
    // "held a meeting to prepare the next one, to be held in Riga".
    let held = (at.saturating_sub(4)..at).any(|n| scene.says(n, &["held", "had"]));
    let mut behind = false;
    for n in at + 1..(at + 14).min(scene.chunks.len()) {
        if scene.mark(n, ',') && !scene.people(n + 1).is_empty() || scene.breaks(n) {
            break;
        }
        if scene.is(n, Class::Negation) && scene.passive(n) || scene.is(n, Class::CalledOff) {
            return None;
        }
        // "A meeting of A and B with Vice-President C of D is scheduled": said of the meeting, however far.
        let of_it = || {
            let word = scene.word(n);
            ["is ", "are ", "will be", "to be"]
                .iter()
                .any(|w| word.starts_with(w))
        };
        if scene.is(n, Class::Future) && !held && (n < at + 9 || of_it()) {
            behind = true;
        }
        if scene.is(n, Class::Say) {
            break;
        }
    }
    Some(MeetingStatus::of_plan(before || behind))
}

/// "A number of engagements await the delegation, including a meeting with B": whether a chunk says that what stands behind it is to come.
fn awaits(scene: &Scene<'_, '_, '_, '_>, chunk: usize) -> bool {
    let awaits = [
        "await",
        "on the agenda",
        "on the program",
        "on the schedule",
    ];
    // Few words begin so, and need to be brought to small letters.
    let begins = |i: &Item<'_>| scene.text(i).starts_with(['a', 'A', 'o', 'O', 'd', 'D']);
    if !scene.item(chunk).is_some_and(begins) {
        return false;
    }
    let word = scene.word(chunk);
    awaits.iter().any(|w| word.starts_with(w)) || ["due", "also due"].contains(&word.as_ref())
}
