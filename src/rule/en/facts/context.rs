//! What the text around an office tells of states: the one of the article, those named near.
//!
//! In comes a holding, out comes a state. This module never gives an office to anybody.

use super::super::holding::Holding;
use super::Facts;
use crate::lexicon::Class;
use crate::mention::Kind;
use crate::ontology::StateCode;

impl Facts<'_, '_> {
    /// The state that is named nearest before a name, in its sentence.
    pub(super) fn state_near(&self, holding: &Holding) -> Option<StateCode> {
        let items = self.mentions.items.get(holding.sentence)?;
        let before = items.get(..holding.cover.start).unwrap_or_default();
        before.iter().rev().find_map(|i| {
            let Kind::Body(body) = i.kind else {
                return i.state();
            };
            match self.body_of(body)?.states.as_slice() {
                [state] => Some(*state),
                _ => None,
            }
        })
    }

    /// The state that is named by its name last before an office, in its sentence, and not as another's.
    pub(super) fn state_said(&self, holding: &Holding) -> Option<StateCode> {
        let items = self.mentions.items.get(holding.sentence)?;
        let before = items.get(..holding.cover.start).unwrap_or_default();
        // "the visit to France of the Head of State, A": where somebody goes is not whose office it is.
        let goal = |n: usize| {
            n.checked_sub(1)
                .and_then(|b| before.get(b))
                .is_some_and(|b| b.is(Class::To))
        };
        let named = before
            .iter()
            .enumerate()
            .rev()
            .filter(|(n, i)| !goal(*n) && (i.demonym().is_none() || i.entries().len() > 1));
        let (place, state) = named.into_iter().find_map(|(n, i)| Some((n, i.state()?)))?;
        // "counterparts from the United States, as President A believes": another clause, about whoever is its subject.
        let words = &self.mentions.words;
        let opens = ["as", "while", "because", "since", "although", "whereas"];
        let other = (place + 1..before.len()).any(|n| {
            let item = before.get(n);
            let comma = before.get(n - 1).is_some_and(|i| i.is_mark(','));
            comma && item.is_some_and(|i| words.say(&i.words, &opens))
        });
        Some(state).filter(|_| !other)
    }

    /// The state of the person who is named last before a name, in its sentence or the one before.
    pub(super) fn state_of_last_named(&self, holding: &Holding) -> Option<StateCode> {
        let start = self.mentions.people.get(holding.person)?.words.start;
        let reach = self
            .mentions
            .words
            .sentences
            .get(holding.sentence.saturating_sub(1))
            .map_or(0, |s| s.words.start);
        let before = self
            .mentions
            .people
            .iter()
            .enumerate()
            .filter(|(_, m)| m.words.start < start && m.words.start >= reach);
        let people = before.filter_map(|(n, _)| self.people.of(n));
        people.rev().find_map(|p| self.state_of(p))
    }

    /// Whether the article tells of a letter or message, by which people deal with each other without a meeting.
    pub(in crate::rule::en) fn tells_of_letter(&self) -> bool {
        let items = self.mentions.items.iter().flatten();
        items.clone().any(|i| i.is(Class::Letter))
    }

    /// The other state of an article about two; none where it speaks of more, or not of this one.
    pub(super) fn other_state(&self, one: Option<StateCode>) -> Option<StateCode> {
        let mut all: Vec<StateCode> = self
            .states
            .iter()
            .flatten()
            .copied()
            .chain(
                self.bodies
                    .entities
                    .iter()
                    .filter(|b| b.states.len() == 1)
                    .filter_map(|b| b.states.first().copied()),
            )
            .collect();
        all.sort_unstable();
        all.dedup();
        match all.as_slice() {
            [a, b] => Some(if Some(*a) == one { *b } else { *a })
                .filter(|_| one.is_some_and(|o| o == *a || o == *b)),
            _ => None,
        }
    }
}
