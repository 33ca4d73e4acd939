//! Whether a sentence tells of another journey than the one of which the article speaks, or of those who received the guests.
//!
//! In comes a sentence, out comes yes or no. This module never says who travels.

use super::Facts;
use crate::lexicon::{Class, Cue};
use crate::mention::{Item, year_at};

/// How many sentences before may speak of the journey.
const BEFORE: usize = 4;

impl Facts<'_, '_> {
    /// "Three years ago A and B took part in the visit", "On the Kenyan side": whether a sentence tells of another journey, or of the hosts.
    pub(super) fn is_of_another_journey(&self, sentence: usize, items: &[Item<'_>]) -> bool {
        let words = &self.mentions.words;
        let says = |i: &Item<'_>, phrases: &[&str]| words.say(&i.words, phrases);
        let ends = |n: usize| self.behind_cue(items, n, Cue::OtherJourney).is_some();
        let hosts = items
            .iter()
            .any(|i| says(i, &["hosts", "the hosts"]) || i.is(Class::Host) && !i.is(Class::Guest));
        // "members of the delegation that received the guests".
        let received = items.windows(2).any(|w| match w {
            [that, verb] => says(that, &["that", "which", "who"]) && verb.is(Class::Receive),
            _ => false,
        });
        // "is visiting Japan. In 2019, A and B were members": a year of which the sentences before do not speak.
        let near = sentence.saturating_sub(BEFORE)..sentence;
        let before = self.mentions.items.get(near).into_iter().flatten();
        let told: Vec<i16> = before
            .flat_map(|s| (0..s.len()).filter_map(|n| year_at(words, s, n)))
            .collect();
        let mut opening = (0..3).filter_map(|n| year_at(words, items, n));
        let other_year = sentence > 0 && opening.any(|year| !told.contains(&year));
        other_year
            || (0..items.len()).any(ends)
            || hosts
            || received
            || self.is_on_side_of_hosts(sentence, items)
    }

    /// "visited Kenya. On the Kenyan side, A took part": whether a sentence opens with the side of a state to which the journey goes.
    fn is_on_side_of_hosts(&self, sentence: usize, items: &[Item<'_>]) -> bool {
        let opening = items.iter().take(5);
        let side = opening.clone().any(|i| i.is(Class::Sides));
        let Some(state) = opening.filter(|_| side).find_map(Item::state) else {
            return false;
        };
        let goal = |w: &[Item<'_>]| match w {
            [to, place] => {
                let ways = [Class::To, Class::In, Class::Visit, Class::Travel];
                to.is_any(&ways) && place.state() == Some(state)
            }
            _ => false,
        };
        let near = sentence.saturating_sub(BEFORE)..sentence;
        let near = self.mentions.items.get(near).into_iter().flatten();
        near.into_iter().any(|items| items.windows(2).any(goal))
    }
}
