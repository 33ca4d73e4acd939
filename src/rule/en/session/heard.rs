//! Those who are heard at a session that the article tells of: "Members heard reports by A and B", "Following opening remarks by A".
//!
//! In comes a sentence, out come the people behind the "by" of what was said. This module never reads a sentence where no session was told of last.

use super::super::scene::Scene;
use super::attendance::{Attendance, Told};
use super::sided::row;
use crate::lexicon::{Class, Cue};

/// How many chunks behind the noun the "by" may stand: "a report on the budget by".
const NEAR: usize = 5;

/// Those who are heard, each with the noun of what was said.
pub(super) fn heard(scene: &Scene<'_, '_, '_, '_>, told: Told) -> Vec<Attendance> {
    let others = [Class::Future, Class::Negation];
    if !told.gathering || !told.last || scene.has_any(&others) || scene.is_of_another_year() {
        return Vec::new();
    }
    // "Delegates heard a report by A", but not "In Nairobi, senators heard" nor "Delegates heard that the report by A".
    let those = |n: usize| {
        let word = scene.word(n);
        let there = ["members", "participants", "delegates"];
        there.iter().any(|w| word.ends_with(w)) || scene.is_commission(n)
    };
    let hears = |n: &usize| {
        scene.says(*n, &["heard", "hear"])
            && n.checked_sub(1).is_some_and(those)
            && !scene.says(n + 1, &["that"])
    };
    if scene.items.iter().any(|i| scene.text(i) == "absence") {
        return Vec::new();
    }
    let verb = (0..scene.chunks.len()).find(hears);
    let opens = scene.says(0, &["following", "after"]);
    let nouns = (1..scene.chunks.len()).filter(|n| scene.is_cue(*n, Cue::Speech));
    let found = nouns.filter_map(|noun| {
        let at_it = verb.is_some_and(|v| v < noun) || opens && scene.says(noun - 1, &["opening"]);
        let quiet = |n: &usize| scene.people(*n).is_empty() && !scene.mark(*n, ',');
        let by = (noun + 1..noun + NEAR)
            .take_while(quiet)
            .find(|n| scene.is(*n, Class::By))?;
        let people = row(scene, by + 1);
        (at_it && !people.is_empty()).then_some(Attendance {
            people,
            body: None,
            at: noun,
            by_coming: false,
        })
    });
    found.collect()
}
