//! Whose house a shared name cannot mean: who receives or meets people of a state, or travels there, sits in a house of another one.
//!
//! In comes a mention, out come the states of those others, as far as its sentence tells. This module never says whose house is meant.

use std::cell::Cell;
use std::ops::Range;

use super::super::body::{BodyMention, Means};
use super::super::chamber::only_state;
use super::article::{Article, is_of_host};
use super::bodies::{Bodies, BodyEntity};
use super::same::key;
use crate::lexicon::{Class, Cue, Entry, RowNumber};
use crate::ontology::{NodeKind, StateCode};

/// How many words behind a verb the word for the guests, or their state, may stand.
const NEAR: usize = 9;

/// How many words the words for a journey at the beginning of a sentence may have.
const FRONT: usize = 14;

impl Bodies {
    /// Whether an article names a house at all, and whether before a word.
    pub(super) fn is_told(
        &self,
        article: &Article<'_, '_>,
        word: usize,
        means: &Means,
    ) -> (bool, bool) {
        let before = |m: &usize| {
            let named = article.mentions.get(*m);
            named.is_some_and(|m| m.words.start < word)
        };
        let known = || self.entities.iter().filter(|e| e.means == *means);
        (
            known().next().is_some(),
            known().any(|e| e.mentions.iter().any(before)),
        )
    }

    /// The parliament of the article's own state, where a mention means it and not a body named before: one who presides over it was told of so
    /// ("Speaker of Parliament A"), or the other one is that of guests.
    pub(super) fn own_parliament(
        &self,
        article: &Article<'_, '_>,
        mention: &BodyMention,
        body: &BodyEntity,
    ) -> Option<RowNumber> {
        let told = |row: &RowNumber| {
            let means = Means::Chambers(vec![*row]);
            self.is_told(article, mention.words.start, &means).1
        };
        let own = article.own_presided(mention).filter(told);
        own.or_else(|| article.own_parliament(mention, body))
    }

    /// "Speaker of Parliament A visited the Maldives": whether a body is a house of the state to which those go, or with whose people those deal,
    /// behind whose mention a sentence says so.
    pub(super) fn is_of_goal(
        &self,
        article: &Article<'_, '_>,
        mention: &BodyMention,
        entity: usize,
    ) -> bool {
        let body = self.entities.get(entity);
        body.is_some_and(|b| {
            let goal = article.goal_of(mention);
            let house = matches!(b.kind, NodeKind::Chamber | NodeKind::Parliament);
            let abroad = b.states.first().copied() != article.home;
            let goes = goal.is_some() && goal == b.states.first().copied();
            house && abroad && (goes || article.is_foreign(mention, b))
        })
    }
}

impl Article<'_, '_> {
    /// The states of which the house of a mention is none: "The Speaker of the National Assembly, A, received a delegation from the National Assembly
    /// of B", "met the Ambassador of B", "During his visit to B, the President of the Senate, A".
    pub(super) fn foreign_states(&self, mention: &BodyMention) -> Vec<StateCode> {
        let sentences = &self.words.sentences;
        let number = sentences.partition_point(|s| s.words.end <= mention.words.start);
        let Some(sentence) = sentences.get(number).map(|s| s.words.clone()) else {
            return Vec::new();
        };
        let before = sentence.start..mention.words.start;
        let behind = mention.words.end.min(sentence.end)..sentence.end;
        let host = is_of_host(self.words, before.clone());
        let found = [
            self.seen_behind(&behind),
            self.senders_in(&before).filter(|_| host),
            self.senders_before(number, &before),
            self.journey_before(&before)
                .or_else(|| self.journey_of(&before)),
            self.namesake_behind(mention, &behind).filter(|_| !host),
            self.counterpart_behind(&behind).filter(|_| !host),
            self.leads_behind(&behind),
        ];
        found.into_iter().flatten().collect()
    }

    /// Whether a body cannot be the one that a lone noun means.
    pub(super) fn is_elsewhere(
        &self,
        mention: &BodyMention,
        rows: &[RowNumber],
        body: &BodyEntity,
    ) -> bool {
        self.is_abroad_of_own(mention, rows, body) || self.is_foreign(mention, body)
    }

    /// Whether a body is of a state of which the house of a mention is none.
    fn is_foreign(&self, mention: &BodyMention, body: &BodyEntity) -> bool {
        let state = body.states.first();
        state.is_some_and(|state| self.foreign_states(mention).contains(state))
    }

    /// "received a delegation from Laos", "met the President of Laos", "at a meeting with Lao President A": the state of those whom somebody receives
    /// or meets.
    fn seen_behind(&self, words: &Range<usize>) -> Option<StateCode> {
        let sees = |e: &Entry| {
            matches!(
                e,
                Entry::Word(Class::Receive | Class::Meet | Class::CallOn, _)
            )
        };
        let noun = |w: usize| {
            let with = self.words.is_of(w + 1, &[Class::With]);
            (with && self.words.is_of(w, &[Class::MeetingNoun])).then_some(2)
        };
        // "was received by", "who received", "said that A had met": others do.
        let ends = [Class::By, Class::Who, Class::Which, Class::Be];
        let mut clause = words.clone().take_while(|w| !self.words.is_of(*w, &ends));
        let verb = clause.find_map(|w| {
            let length = self.words.phrase_at(w, words.end, sees).or_else(|| noun(w));
            length.map(|length| w + length)
        })?;
        let end = words.end.min(verb + NEAR);
        let sent = self.sent_from(&(verb..words.end.min(verb + 2 * NEAR)));
        sent.or_else(|| (verb..end).find_map(|w| self.state_named_at(w, end)))
    }

    /// The state that a word names, by itself or its people and not by a city, unless it is one to which an ambassador is sent.
    fn state_named_at(&self, word: usize, end: usize) -> Option<StateCode> {
        let names =
            |e: &Entry| matches!(e, Entry::State(_) | Entry::Demonym(_) | Entry::Chamber(_));
        self.words.phrase_at(word, end, names)?;
        let article = usize::from(self.words.is_of(word.saturating_sub(1), &[Class::Article]));
        let to = self
            .words
            .is_of(word.saturating_sub(1 + article), &[Class::To]);
        self.talk.first_between(word, word + 1).filter(|_| !to)
    }

    /// "A delegation from Laos", "the Lao delegation": the state of those who were sent.
    fn senders_in(&self, words: &Range<usize>) -> Option<StateCode> {
        self.sent_from(words).or_else(|| {
            let sent = |w: &usize| self.words.is_of(*w, &[Class::Delegation]);
            let group = words.clone().find(sent)?;
            let near = words.start.max(group.saturating_sub(2));
            // "hosted an Australian delegation", behind the name of the host: of two states in a row the one right before the word.
            let adjective = |w: usize| {
                let state = Cell::new(None);
                let people = |e: &Entry| match e {
                    Entry::Demonym(code) => {
                        state.set(Some(*code));
                        true
                    }
                    _ => false,
                };
                self.words.phrase_at(w, group, people)?;
                state.get()
            };
            let last = self.talk.last_before(group, near);
            last.or_else(|| (near..group).rev().find_map(adjective))
        })
    }

    /// "It met the Speaker of the National Assembly, A", "The delegation met the Speaker of Parliament": the state of the delegation that a sentence
    /// before tells of, which meets somebody there.
    fn senders_before(&self, number: usize, words: &Range<usize>) -> Option<StateCode> {
        let it = [Class::It, Class::They];
        let opens = self.words.is_of(words.start, &it);
        let meets = |e: &Entry| matches!(e, Entry::Word(Class::Meet | Class::CallOn, _));
        let met = words
            .clone()
            .find(|w| self.words.phrase_at(*w, words.end, meets).is_some())?;
        let before = self.words.sentences.get(..number)?;
        if opens {
            return self.senders_in(&before.last()?.words);
        }
        // "the delegation met": of which an article has told before, and only one of a state.
        let the = met.checked_sub(2).filter(|the| *the >= words.start)?;
        let group = self.words.is_of(met - 1, &[Class::Delegation]);
        let told = self.words.is_of(the, &[Class::Article]) && group;
        let sent = before.iter().filter(|_| told);
        let mut sent = sent.filter_map(|s| self.senders_in(&s.words));
        let first = sent.next()?;
        sent.all(|s| s == first).then_some(first)
    }

    /// "a delegation from Laos", "officials of the Senate of Laos": the state behind the first word for those who were sent.
    fn sent_from(&self, words: &Range<usize>) -> Option<StateCode> {
        let sent = |w: &usize| {
            let people = self.words.are_cue(&(*w..*w + 1), Cue::SentPeople);
            people || self.words.is_of(*w, &[Class::Delegation])
        };
        let group = words.clone().find(sent)?;
        let end = words.end.min(group + NEAR);
        let links = [Class::Of, Class::From, Class::In];
        let from = (group + 1..end).find(|w| self.words.is_of(*w, &links))?;
        self.talk.first_between(from, end)
    }

    /// "During his visit to Laos, the President of the Senate, A": the state to which the one travels of whose journey a sentence tells first.
    fn journey_before(&self, words: &Range<usize>) -> Option<StateCode> {
        let comma = words
            .clone()
            .find(|w| self.words.text_of(&(*w..*w + 1)) == ",")?;
        let front = words.start..comma;
        // "During the visit of A to Laos", "On a visit to Laos by B": somebody else's.
        let others = [Class::Of, Class::By, Class::Receive, Class::Meet];
        let journey = |e: &Entry| {
            let classes = [Class::VisitNoun, Class::Visit, Class::Travel];
            matches!(e, Entry::Word(c, _) if classes.contains(c))
        };
        let phrase = |w: usize| self.words.phrase_at(w, front.end, journey).is_some();
        let cue = |w: usize, cue: Cue| self.words.are_cue(&(w..w + 1), cue);
        let opens = front.clone().take(3).any(|w| cue(w, Cue::OwnJourney));
        let told = front.clone().any(phrase) || cue(front.start, Cue::Stays);
        let near = words.end - comma < NEAR && front.len() <= FRONT;
        let of_others = front.clone().any(|w| self.words.is_of(w, &others));
        let state = self.talk.last_before(comma, front.start);
        state.filter(|_| opens && told && near && !of_others)
    }

    /// "the official visit to Laos by the Chairman of the National Assembly": the state to which those travel who preside over a house, right before it.
    fn journey_of(&self, words: &Range<usize>) -> Option<StateCode> {
        let near = words.start.max(words.end.saturating_sub(NEAR));
        let by = (near..words.end)
            .rev()
            .find(|w| self.words.is_of(*w, &[Class::By]))?;
        let visit = |e: &Entry| matches!(e, Entry::Word(Class::VisitNoun, _));
        let start = words.start.max(by.saturating_sub(NEAR));
        let to = (start..by)
            .rev()
            .find(|w| self.words.is_of(*w, &[Class::To]))?;
        let told = (start..to).any(|w| {
            let length = self.words.phrase_at(w, to, visit);
            length.is_some_and(|length| w + length == to)
        });
        self.talk.first_between(to, by).filter(|_| told)
    }

    /// "The Speaker of the National Assembly, A, and his Nigerian counterpart, B": the state of a counterpart behind a name, before anything is said of it.
    fn counterpart_behind(&self, words: &Range<usize>) -> Option<StateCode> {
        let says = |w: usize, forms: &[&str]| self.words.say(&(w..w + 1), forms);
        let near = words.start..words.end.min(words.start + FRONT);
        let at = near
            .into_iter()
            .find(|w| says(*w, &["counterpart", "counterparts"]))?;
        let own = words.start.max(at.saturating_sub(4))..at;
        let joined = own
            .clone()
            .any(|w| self.words.is_of(w, &[Class::And, Class::With]));
        let whose = own.clone().any(|w| says(w, &["his", "her", "their"]));
        self.talk
            .last_before(at, own.start)
            .filter(|_| joined && whose)
    }

    /// "Speaker of Parliament A led a delegation to the Maldives": the state to which those go who lead a delegation.
    fn leads_behind(&self, words: &Range<usize>) -> Option<StateCode> {
        let ends = [
            Class::By,
            Class::Who,
            Class::Which,
            Class::Meet,
            Class::Receive,
        ];
        let clause = words.clone().take_while(|w| !self.words.is_of(*w, &ends));
        let mut sent = clause.filter(|w| self.words.is_of(*w, &[Class::Delegation]));
        let group = sent.next()?;
        let leads = |e: &Entry| matches!(e, Entry::Word(Class::Lead, _));
        let led = (words.start..group).any(|w| self.words.phrase_at(w, group, leads).is_some());
        let to = self.words.is_of(group + 1, &[Class::To]);
        self.talk
            .first_between(group + 2, words.end.min(group + 5))
            .filter(|_| led && to)
    }

    /// "The President of the Senate thanked the Senate of Chile": the state of a house of the same name that is told in full behind the name alone.
    fn namesake_behind(&self, mention: &BodyMention, words: &Range<usize>) -> Option<StateCode> {
        let name = key(self.words.text_of(&mention.name));
        let bare = mention.states.is_empty() && mention.parts.is_empty();
        let mut behind = self
            .mentions
            .iter()
            .filter(|m| words.contains(&m.words.start));
        let namesake = |m: &BodyMention| {
            let full = key(self.words.text_of(&m.words));
            let longer = full.len() > name.len() && full.contains(&name);
            let state = m
                .states
                .first()
                .copied()
                .or_else(|| only_state(self.words, m));
            state.filter(|_| longer && m.kind != NodeKind::Commission)
        };
        behind.find_map(namesake).filter(|_| bare)
    }
}
