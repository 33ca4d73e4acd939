//! Meetings of a row, of which only the first sentence names who held them: "A held several meetings. The first was with B."
//!
//! In comes a sentence that begins with an ordinal, out comes its meeting. This module never reads a sentence that names both sides.

use super::super::event::Events;
use super::super::scene::Scene;
use super::{Teller, Told, add};
use crate::lexicon::Class;
use crate::mention::Item;
use crate::ontology::{MeetingKind, MeetingStatus};

/// How many sentences before the row may be announced.
const NEAR: usize = 6;

/// Words that count the meetings of a row.
const COUNTS: &[&str] = &[
    "first", "second", "third", "fourth", "fifth", "next", "last", "other", "final",
];

/// Reads the meeting of a sentence such as "The second was with B".
pub(super) fn read(scene: &Scene<'_, '_, '_, '_>, events: &mut Events) {
    let counts = scene.is(0, Class::Article) && scene.says(1, COUNTS);
    // The verb and its preposition may be one phrase.
    let with = match scene.word(2).as_ref() {
        "was with" | "is with" => 2,
        _ if scene.is(2, Class::Be) && scene.is(3, Class::With) => 3,
        _ => return,
    };
    if !counts {
        return;
    }
    // "She held several meetings": a row of them stands right before.
    let items = &scene.facts.mentions.items;
    let earlier = items.get(scene.sentence.saturating_sub(NEAR)..scene.sentence);
    let several = |i: &Item<'_>| {
        let text = scene.text(i).to_lowercase();
        i.is(Class::MeetingNoun) && (text.ends_with("meetings") || text.ends_with("talks"))
    };
    let announced = earlier.into_iter().flatten().flatten().any(several);
    let to = (with + 1..scene.chunks.len()).find(|n| !scene.people(*n).is_empty());
    let near = to.filter(|n| *n <= with + 3 && announced);
    // "The second was with C": the one named in the sentence before is whom the same people met first.
    let same = events.meetings.last().and_then(|m| {
        let [one, other] = m.sides.as_slice() else {
            return None;
        };
        let before = scene.before.as_ref()?;
        (before == other).then(|| one.clone())
    });
    let one = same.or_else(|| scene.before.clone());
    if let (Some(one), Some(to)) = (one, near) {
        let teller = Teller {
            at: 2,
            kind: MeetingKind::Bilateral,
            status: MeetingStatus::Held,
            rule: "meeting-noun",
        };
        let sides = [one, scene.people(to).to_vec()];
        add(scene, teller, Told { sides, from: 0, to }, 84, events);
    }
}
