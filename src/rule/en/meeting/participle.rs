//! Who met somebody where the verb is a participle that opens the sentence: "Meeting with A, B stressed".
//!
//! In comes the chunk of the verb and that of whom it governs, out comes its subject. This module never reads a verb with a subject before it.

use super::super::scene::Scene;
use crate::lexicon::Class;

/// How many chunks, titles and articles, may stand between the comma and the subject.
const NEAR: usize = 4;

/// "Meeting with A, B stressed": those behind the comma that ends the clause of a participle at a chunk, whose object ends at `object`.
pub(super) fn subject_behind(
    scene: &Scene<'_, '_, '_, '_>,
    verb: usize,
    object: usize,
) -> Option<Vec<usize>> {
    let text = scene.word(verb);
    let participle = verb == 0 && (text.ends_with("ing") || text.ends_with("ing with"));
    let comma = (object + 1..object + 1 + NEAR)
        .find(|n| scene.mark(*n, ','))
        .filter(|_| participle)?;
    let place = (comma + 1..comma + 1 + NEAR).find(|n| !scene.people(*n).is_empty())?;
    // "Meeting with A, accompanied by B": no subject.
    let quiet = (comma + 1..place).all(|n| scene.is_any(n, &[Class::Article, Class::His]));
    quiet.then(|| scene.people(place).to_vec())
}
