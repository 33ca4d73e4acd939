//! A set of judgements.

use std::collections::{BTreeMap, BTreeSet};

use super::{Judgement, JudgementError, JudgementId, LineFault, LinesError, Opinion};
use crate::lexicon::Lexicon;

/// A set of judgements: in no order, each once.
///
/// ```
/// use interparl::identity::Judgements;
///
/// let text = "# corrections of June\n\n{\"judgement\":\"undo\",\"of\":\"0123456789ab\"}\n";
/// let judgements = Judgements::from_lines("june.jsonl", text)?;
/// assert_eq!(judgements.len(), 1);
///
/// let error = Judgements::from_lines("june.jsonl", "# fine\nnot fine\n").unwrap_err();
/// assert!(error.to_string().starts_with("june.jsonl:2:"));
/// # Ok::<(), interparl::identity::LinesError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Judgements {
    all: BTreeSet<Judgement>,
}

impl Judgements {
    /// No judgements.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads lines of JSON. Empty lines and those that begin with `#` are passed over. `name` is what messages call the
    /// text.
    ///
    /// # Errors
    /// Where any line is no judgement, with all such lines: a correction that is passed over in silence would bring back
    /// what it corrected.
    pub fn from_lines(name: &str, text: &str) -> Result<Self, LinesError> {
        Self::of_lines(name, text, &|_| Ok(()))
    }

    /// The same for lines that people may have written by hand: what they point at is looked at as well ([`Judgement::check`]).
    ///
    /// # Errors
    /// As [`Self::from_lines`], and where a line has a hash, a row or a state that there cannot be.
    pub fn from_lines_by_hand(
        name: &str,
        text: &str,
        lexicon: &Lexicon,
    ) -> Result<Self, LinesError> {
        Self::of_lines(name, text, &|judgement| judgement.check(lexicon))
    }

    fn of_lines(
        name: &str,
        text: &str,
        check: &dyn Fn(&Judgement) -> Result<(), JudgementError>,
    ) -> Result<Self, LinesError> {
        let mut judgements = Self::new();
        let mut faults = Vec::new();
        for (line, judgement) in Self::each_line(text) {
            let judgement = judgement.and_then(|j| check(&j).map(|()| j));
            match judgement {
                Ok(judgement) => {
                    judgements.insert(judgement);
                }
                Err(error) => faults.push(LineFault { line, error }),
            }
        }
        if faults.is_empty() {
            Ok(judgements)
        } else {
            let name = name.to_owned();
            Err(LinesError { name, faults })
        }
    }

    /// The lines of a text in their order, each with its number from 1 and the judgement that it is, or why it is none. Empty
    /// lines and those that begin with `#` are passed over.
    pub fn each_line(
        text: &str,
    ) -> impl Iterator<Item = (usize, Result<Judgement, JudgementError>)> {
        // A mark at the beginning, as some editors write it, is no part of the first line.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let lines = (1..).zip(text.lines().map(str::trim));
        lines
            .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
            .map(|(number, line)| (number, Judgement::parse(line)))
    }

    /// Adds a judgement; false where it was there already, word for word.
    pub fn insert(&mut self, judgement: Judgement) -> bool {
        self.all.insert(judgement)
    }

    /// All judgements, also those that are undone, in a fixed order.
    pub fn iter(&self) -> impl Iterator<Item = &Judgement> {
        self.all.iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The judgements of an id: what one person said, and whoever said the same.
    pub fn find(&self, id: &JudgementId) -> impl Iterator<Item = &Judgement> {
        self.all.iter().filter(move |j| j.id() == *id)
    }

    /// The judgement that turns another round: one that counts no longer does, one that is undone counts again. It undoes
    /// the last of the chain of undos behind the other one.
    ///
    /// Complexity: n log n in the number of judgements, each of which is hashed once.
    ///
    /// ```
    /// use interparl::identity::{Judgement, Judgements};
    /// let line = r#"{"judgement":"same","a":{"sha256":"0a","start":7,"end":16},"b":{"sha256":"0b","start":0,"end":8}}"#;
    /// let same = Judgement::parse(line)?;
    /// let mut all: Judgements = [same.clone()].into_iter().collect();
    /// for counts in [false, true, false] {
    ///     let turn = all.turning(&same.id());
    ///     all.insert(turn);
    ///     assert_eq!(all.in_force().contains_key(&same.id()), counts);
    /// }
    /// # Ok::<(), interparl::identity::JudgementError>(())
    /// ```
    #[must_use]
    pub fn turning(&self, id: &JudgementId) -> Judgement {
        let known: BTreeSet<JudgementId> = self.all.iter().map(Judgement::id).collect();
        let mut undo = Judgement::of(Opinion::Undo(id.clone()));
        // Each step takes another judgement of the set; ids that came back to themselves would be a hash that is broken.
        for _ in 0..known.len() {
            let id = undo.id();
            if !known.contains(&id) {
                break;
            }
            undo = Judgement::of(Opinion::Undo(id));
        }
        undo
    }

    /// The judgements that count, one of each id, by id. Of those that say the same the first in the order of [`Self::iter`] is
    /// taken, for its note.
    ///
    /// A judgement counts unless an `undo` that counts is of it. As an id is a hash of what it undoes, no chain of these
    /// comes back to itself.
    ///
    /// Complexity: n log n in the number of judgements, however long the chains of undos are.
    #[must_use]
    pub fn in_force(&self) -> BTreeMap<JudgementId, &Judgement> {
        let mut by_id: BTreeMap<JudgementId, &Judgement> = BTreeMap::new();
        let mut undoes: BTreeMap<JudgementId, &JudgementId> = BTreeMap::new();
        for judgement in &self.all {
            let id = judgement.id();
            if let Opinion::Undo(of) = &judgement.says {
                undoes.insert(id.clone(), of);
            }
            by_id.entry(id).or_insert(judgement);
        }
        // There is but one undo of a judgement, as its id is made of nothing else. So chains do not branch, and each is
        // walked once: from the undo that nobody undoes, which counts, to what it is about.
        let undone: BTreeSet<&JudgementId> = undoes.values().copied().collect();
        let mut void: BTreeSet<&JudgementId> = BTreeSet::new();
        for last in undoes.keys().filter(|id| !undone.contains(id)) {
            let (mut at, mut counts) = (last, true);
            while let Some(of) = undoes.get(at) {
                counts = !counts;
                if !counts {
                    void.insert(of);
                }
                at = of;
            }
        }
        by_id.retain(|id, _| !void.contains(id));
        by_id
    }
}

impl Extend<Judgement> for Judgements {
    fn extend<I: IntoIterator<Item = Judgement>>(&mut self, judgements: I) {
        self.all.extend(judgements);
    }
}

impl FromIterator<Judgement> for Judgements {
    fn from_iter<I: IntoIterator<Item = Judgement>>(judgements: I) -> Self {
        let all = judgements.into_iter().collect();
        Self { all }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at a broken line")]
mod tests {
    use super::*;

    const SAME: &str = r#"{"judgement":"same","a":{"sha256":"00","start":3,"end":12},"b":{"sha256":"01","start":3,"end":12}}"#;

    fn undo(of: &Judgement) -> Judgement {
        Judgement::of(Opinion::Undo(of.id()))
    }

    #[test]
    fn an_undo_of_an_undo_brings_back() {
        let same = Judgement::parse(SAME).unwrap();
        let mut chain = vec![same.clone()];
        for length in 1..6 {
            let all: Judgements = chain.iter().cloned().rev().collect();
            assert_eq!(all.len(), length);
            let counts = all.in_force().contains_key(&same.id());
            assert_eq!(counts, length % 2 == 1, "{length}");
            chain.push(undo(chain.last().unwrap()));
        }
    }

    #[test]
    fn who_says_the_same_with_other_words_says_it_once() {
        let same = Judgement::parse(SAME).unwrap();
        let mut noted = same.clone();
        noted.note = Some("seen on a photograph".to_owned());
        let all: Judgements = [noted, same.clone()].into_iter().collect();
        assert_eq!((all.len(), all.in_force().len()), (2, 1));
        assert_eq!(all.find(&same.id()).count(), 2);
        let all: Judgements = all.iter().cloned().chain([undo(&same)]).collect();
        assert!(!all.in_force().contains_key(&same.id()));
    }

    #[test]
    fn every_damaged_line_is_told_with_its_number() {
        let text = format!("\u{feff}{SAME}\r\n\n  # a note\nbroken\n{SAME}\n{{}}\n");
        let error = Judgements::from_lines("f", &text).unwrap_err();
        let messages: Vec<String> = error.messages().map(|(message, _)| message).collect();
        let starts = ["f:4:1: expected value", "f:6:2: missing field `judgement`"];
        assert_eq!(messages.len(), 2, "{messages:?}");
        for (message, start) in messages.iter().zip(starts) {
            assert!(message.starts_with(start), "{message}");
        }
    }
}
