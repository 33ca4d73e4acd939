//! Whose house a shared name cannot mean: who receives a delegation sits in another house than that which sent it.
//!
//! In comes a mention, out comes the state of those who are received, as far as its sentence tells. This module never says whose house is meant.

use std::ops::Range;

use super::super::body::BodyMention;
use super::article::{Article, is_of_host};
use super::bodies::BodyEntity;
use crate::lexicon::{Class, Entry};
use crate::ontology::StateCode;

/// How many words behind the verb the word for the guests may stand.
const NEAR: usize = 8;

/// How many words behind the word for the guests their state may stand.
const SENDER: usize = 9;

impl Article<'_, '_> {
    /// "The Speaker of the National Assembly, A, received a delegation from the National Assembly of B", "A delegation from B was received by the
    /// Speaker of the National Assembly": the state of the guests of whom holds an office in a house.
    pub(super) fn guests_of(&self, mention: &BodyMention) -> Option<StateCode> {
        let sentences = &self.words.sentences;
        let number = sentences.partition_point(|s| s.words.end <= mention.words.start);
        let sentence = sentences.get(number)?.words.clone();
        let before = sentence.start..mention.words.start;
        let behind = mention.words.end.min(sentence.end)..sentence.end;
        self.received_behind(&behind).or_else(|| {
            let host = is_of_host(self.words, before.clone());
            host.then(|| self.senders_in(&before)).flatten()
        })
    }

    /// Whether a body is of the state of those whom the one receives who holds an office in the house of a mention.
    pub(super) fn sends(&self, mention: &BodyMention, body: &BodyEntity) -> bool {
        let guests = self.guests_of(mention);
        guests.is_some() && body.states.first() == guests.as_ref()
    }

    /// The state of those whom a verb in the active voice receives.
    fn received_behind(&self, words: &Range<usize>) -> Option<StateCode> {
        let receives = |e: &Entry| matches!(e, Entry::Word(Class::Receive, _));
        // "was received by", "who received": others receive.
        let ends = [Class::By, Class::Who, Class::Which, Class::Be];
        let mut clause = words.clone().take_while(|w| !self.words.is_of(*w, &ends));
        let verb = clause.find_map(|w| Some(w + self.words.phrase_at(w, words.end, receives)?))?;
        self.senders_in(&(verb..words.end.min(verb + NEAR + SENDER)))
    }

    /// The state behind "from" or "of" behind the first word for those who were sent.
    fn senders_in(&self, words: &Range<usize>) -> Option<StateCode> {
        let guests = ["members", "officials", "lawmakers", "parliamentarians"];
        let sent = |w: &usize| {
            self.words.is_of(*w, &[Class::Delegation]) || self.words.say(&(*w..*w + 1), &guests)
        };
        let group = words
            .clone()
            .take(NEAR.max(words.len().saturating_sub(SENDER)))
            .find(sent)?;
        let end = words.end.min(group + SENDER);
        let links = [Class::Of, Class::From, Class::In];
        let from = (group + 1..end).find(|w| self.words.is_of(*w, &links))?;
        self.talk.first_between(from, end)
    }
}
