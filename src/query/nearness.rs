//! How near names are to a typed one that may have a slip in it.

use rapidfuzz::distance::osa::normalized_similarity;

/// Similarity from which a name is offered as meant.
const NEAR: f64 = 0.6;

/// How near folded names are to a typed one.
pub(super) struct Nearness<'t> {
    typed: &'t str,
    /// How often the typed name has each letter.
    letters: [u16; LETTERS],
}

/// Folded names are of ASCII.
const LETTERS: usize = 128;

impl<'t> Nearness<'t> {
    /// To a folded name.
    pub(super) fn to(typed: &'t str) -> Self {
        let mut letters = [0; LETTERS];
        for byte in typed.bytes() {
            if let Some(count) = letters.get_mut(usize::from(byte)) {
                *count += 1;
            }
        }
        Self { typed, letters }
    }

    /// How near a folded name is, up to 1: as a whole, or by a word of four letters and more. `None` below [`NEAR`].
    pub(super) fn of(&self, name: &str) -> Option<f64> {
        let alike = |word: &str| normalized_similarity(self.typed.chars(), word.chars());
        // Thousandths of likeness that what is kept must have, rounded down: a word is kept from 0.6 / 0.95 on.
        let (whole_needs, word_needs) = (599, 630);
        let whole = self.may_be(name, whole_needs).then(|| alike(name));
        let words = name.split(' ').filter(|word| word.len() > 3);
        let words = words.filter(|word| self.may_be(word, word_needs));
        // A hit on one word of many is a little less than a hit on the whole.
        let words = words.map(|word| alike(word) * 0.95);
        let best = words.fold(whole.unwrap_or(0.0), f64::max);
        (best >= NEAR).then_some(best)
    }

    /// Whether so many thousandths of the longer of two words can be alike: as many letters as they have in common.
    fn may_be(&self, word: &str, thousandths: usize) -> bool {
        let longer = self.typed.len().max(word.len());
        let shorter = self.typed.len().min(word.len());
        if shorter * 1000 < longer * thousandths {
            return false;
        }
        let mut left = self.letters;
        let mut common = 0;
        for byte in word.bytes() {
            if let Some(count) = left.get_mut(usize::from(byte)).filter(|count| **count > 0) {
                *count -= 1;
                common += 1;
            }
        }
        common * 1000 >= longer * thousandths
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{fixture, fold_name};

    #[test]
    fn a_name_that_may_be_near_is_not_passed_over() {
        let graph = fixture::two_chambers();
        let names: Vec<String> = graph
            .nodes()
            .map(|(_, node)| fold_name(&node.name))
            .collect();
        for typed in [
            "",
            "bekvoa",
            "aur bekova",
            "kmi",
            "asembly",
            "o",
            "two commission",
        ] {
            for name in &names {
                let alike = |word: &str| normalized_similarity(typed.chars(), word.chars());
                let words = name.split(' ').filter(|word| word.len() > 3);
                let best = words
                    .map(|word| alike(word) * 0.95)
                    .fold(alike(name), f64::max);
                assert_eq!(
                    Nearness::to(typed).of(name),
                    (best >= NEAR).then_some(best),
                    "{typed} {name}"
                );
            }
        }
    }
}
