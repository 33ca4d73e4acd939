//! One entity for all mentions of a body within one article.
//!
//! This file never adds a body that no mention names.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use super::super::body::{BodyMention, Means};
use super::super::chamber::house_of;
use super::super::word::Words;
use super::weights::state_weights;
use crate::lexicon::{Class, Entry, RowNumber};
use crate::ontology::{BodyForm, NodeKind, StateCode};
use crate::text::fold;

/// A body of the article.
#[derive(Debug, Clone)]
pub struct BodyEntity {
    /// What kind of body.
    pub kind: NodeKind,
    /// Which sort of commission.
    pub form: Option<BodyForm>,
    /// What it is.
    pub means: Means,
    /// The fullest name as written.
    pub name: String,
    /// The state of a chamber, or the states that a commission ties.
    pub states: Vec<StateCode>,
    /// The chambers that a commission ties, as places in the list of entities.
    pub ties: Vec<usize>,
    /// The numbers of the mentions.
    pub mentions: Vec<usize>,
}

/// The bodies of an article, and which mention is of which.
#[derive(Debug, Clone, Default)]
pub struct Bodies {
    /// The bodies.
    pub entities: Vec<BodyEntity>,
    /// For each mention its body.
    pub of_mention: Vec<Option<usize>>,
}

impl Bodies {
    /// Groups mentions of one body: those that say which body they mean first, then the shared names, then the references.
    #[must_use]
    pub fn group(words: &Words<'_>, mentions: &[BodyMention]) -> Self {
        let weights = state_weights(words);
        let mut new = Self {
            of_mention: vec![None; mentions.len()],
            ..Self::default()
        };
        for pass in 0..3 {
            for (number, mention) in mentions.iter().enumerate() {
                let wanted = match &mention.means {
                    Means::Assembly(_) | Means::Named => 0,
                    Means::Chambers(rows) => usize::from(
                        rows.len() > 1 || mention.states.is_empty() && is_noun(words, mention),
                    ),
                    Means::Reference => 2,
                };
                if wanted == pass {
                    new.place(words, mentions, number, &weights);
                }
            }
        }
        new.tie(mentions);
        new
    }

    /// The body of a mention.
    #[must_use]
    pub fn of(&self, mention: usize) -> Option<usize> {
        self.of_mention.get(mention).copied().flatten()
    }

    fn place(
        &mut self,
        words: &Words<'_>,
        all: &[BodyMention],
        number: usize,
        weights: &BTreeMap<StateCode, usize>,
    ) {
        let Some(mention) = all.get(number) else {
            return;
        };
        let Some(means) = self.settled(words, all, number, weights) else {
            return;
        };
        let key = key(words, mention);
        let found = (0..self.entities.len()).rev().find(|e| {
            self.entities
                .get(*e)
                .is_some_and(|e| same(e, &means, &key, mention))
        });
        let entity = found.unwrap_or_else(|| {
            let row = match &means {
                Means::Chambers(rows) => rows.first().and_then(|r| words.lexicon.chamber(*r)),
                _ => None,
            };
            let states = row.map_or_else(|| mention.states.clone(), |c| vec![c.state]);
            let kind = row.map_or(mention.kind, |c| c.kind);
            self.entities.push(BodyEntity {
                kind,
                form: mention.form,
                means,
                name: String::new(),
                states,
                ties: Vec::new(),
                mentions: Vec::new(),
            });
            self.entities.len() - 1
        });
        self.join(entity, number, mention, words, true);
    }

    /// What a mention means once the article is taken into account; `None` where it joined a body as a reference, or where
    /// nothing tells which body it means.
    fn settled(
        &mut self,
        words: &Words<'_>,
        all: &[BodyMention],
        number: usize,
        weights: &BTreeMap<StateCode, usize>,
    ) -> Option<Means> {
        let mention = all.get(number)?;
        let lone_noun =
            mention.states.is_empty() && mention.parts.is_empty() && is_noun(words, mention);
        let reference = mention.means == Means::Reference;
        let shared = matches!(&mention.means, Means::Chambers(rows) if rows.len() > 1 || lone_noun);
        if (reference || shared && lone_noun)
            && let Some(entity) = self.referred(words, all, mention, number)
        {
            self.join(entity, number, mention, words, false);
            return None;
        }
        match &mention.means {
            Means::Chambers(rows) if shared => {
                Some(Means::Chambers(vec![self.choose(words, rows, weights)?]))
            }
            Means::Reference => {
                // "the upper house" of the state that the article speaks of most.
                let capital = words.at(mention.name.start).token.shape.is_capital();
                let state = weights
                    .iter()
                    .filter(|_| capital)
                    .max_by_key(|(s, w)| (**w, Reverse(**s)))
                    .map(|(s, _)| *s)?;
                Some(Means::Chambers(vec![house_of(
                    words.lexicon,
                    state,
                    mention.house?,
                )?]))
            }
            other => Some(other.clone()),
        }
    }

    fn join(
        &mut self,
        entity: usize,
        number: usize,
        mention: &BodyMention,
        words: &Words<'_>,
        names: bool,
    ) {
        if let Some(place) = self.of_mention.get_mut(number) {
            *place = Some(entity);
        }
        let Some(e) = self.entities.get_mut(entity) else {
            return;
        };
        e.mentions.push(number);
        if !matches!(e.means, Means::Chambers(_)) {
            for state in &mention.states {
                if !e.states.contains(state) {
                    e.states.push(*state);
                }
            }
        }
        let name = words
            .text_of(&mention.words)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        if names && name.len() > e.name.len() {
            e.name = name;
        }
    }

    /// Which of several chambers a shared name means: one that the article names by itself, else one of the state that
    /// the article speaks of most, of those named before it the nearest.
    fn choose(
        &self,
        words: &Words<'_>,
        rows: &[RowNumber],
        weights: &BTreeMap<StateCode, usize>,
    ) -> Option<RowNumber> {
        let known = |row: &&RowNumber| {
            self.entities
                .iter()
                .any(|e| e.means == Means::Chambers(vec![**row]))
        };
        let mut named = rows.iter().filter(known);
        if let (Some(only), None) = (named.next(), named.next()) {
            return Some(*only);
        }
        let weight = |row: &RowNumber| {
            words
                .lexicon
                .chamber(*row)
                .and_then(|c| weights.get(&c.state))
                .copied()
                .unwrap_or(0)
        };
        let current = |row: &RowNumber| words.lexicon.chamber(*row).is_some_and(|c| c.current);
        rows.iter()
            .copied()
            .filter(|r| weight(r) > 0)
            .max_by_key(|r| (weight(r), current(r), Reverse(*r)))
    }

    /// Which body a bare noun means: the last one before it whose name has the noun, else the first one behind it.
    fn referred(
        &self,
        words: &Words<'_>,
        all: &[BodyMention],
        mention: &BodyMention,
        number: usize,
    ) -> Option<usize> {
        let noun = fold(words.text_of(&mention.name));
        let has_noun = |other: &usize| {
            all.get(*other).is_some_and(|m| {
                let head = if m.means == Means::Named {
                    head_words(words, m)
                } else {
                    m.name.clone()
                };
                m.means != Means::Reference
                    && head
                        .clone()
                        .any(|w| fold(words.at(w).token.span.of(words.text)) == noun)
            })
        };
        let before = (0..number)
            .rev()
            .find(|n| has_noun(n) && self.of(*n).is_some());
        let place = before
            .or_else(|| (number..all.len()).find(|n| has_noun(n) && self.of(*n).is_some()))?;
        self.of(place)
    }

    fn tie(&mut self, mentions: &[BodyMention]) {
        for entity in 0..self.entities.len() {
            let Some(numbers) = self.entities.get(entity).map(|e| e.mentions.clone()) else {
                continue;
            };
            let parts: Vec<usize> = numbers
                .iter()
                .filter_map(|n| mentions.get(*n))
                .flat_map(|m| m.parts.iter().copied())
                .collect();
            for part in parts {
                let Some(other) = self.of(part).filter(|o| *o != entity) else {
                    continue;
                };
                let states = self
                    .entities
                    .get(other)
                    .map(|o| o.states.clone())
                    .unwrap_or_default();
                let Some(e) = self.entities.get_mut(entity) else {
                    continue;
                };
                if e.kind == NodeKind::Commission {
                    if !e.ties.contains(&other) {
                        e.ties.push(other);
                    }
                    for state in states {
                        if !e.states.contains(&state) {
                            e.states.push(state);
                        }
                    }
                }
            }
        }
    }
}

/// The words of a commission's name up to its head noun: what stands behind "on", "of" or "between" is not the name's noun.
pub(super) fn head_words(words: &Words<'_>, mention: &BodyMention) -> Range<usize> {
    let ends = |w: &usize| {
        matches!(
            fold(words.at(*w).token.span.of(words.text)).as_str(),
            "on" | "of" | "between" | "for" | "with"
        )
    };
    let end = mention
        .words
        .clone()
        .find(|w| *w > mention.words.start && ends(w))
        .unwrap_or(mention.words.end);
    mention.words.start..end
}

/// Whether a mention is a lone common noun of bodies: "the Council".
pub(super) fn is_noun(words: &Words<'_>, mention: &BodyMention) -> bool {
    let symbol = words.at(mention.name.start).symbol;
    let alone = |_| crate::lexicon::Symbol::UNKNOWN;
    mention.name.len() == 1
        && words.lexicon.phrases_at(symbol, alone).any(|p| {
            p.entries
                .iter()
                .any(|e| matches!(e, Entry::Word(Class::BodyNoun | Class::ParliamentWord, _)))
        })
}

pub(super) fn key(words: &Words<'_>, mention: &BodyMention) -> String {
    let text = fold(words.text_of(&mention.words));
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty() && *w != "the")
        .collect::<Vec<_>>()
        .join(" ")
}

pub(super) fn same(entity: &BodyEntity, means: &Means, key: &str, mention: &BodyMention) -> bool {
    match (&entity.means, means) {
        (Means::Chambers(a), Means::Chambers(b)) => a == b,
        (Means::Assembly(a), Means::Assembly(b)) => a == b,
        (Means::Named, Means::Named) => {
            let name = fold(&entity.name);
            let name = name
                .split(|c: char| !c.is_alphanumeric())
                .filter(|w| !w.is_empty() && *w != "the")
                .collect::<Vec<_>>()
                .join(" ");
            let states_agree = mention.states.is_empty()
                || entity.states.is_empty()
                || mention.states.iter().any(|s| entity.states.contains(s));
            // A shorter form of the same name: "Inter-chamber Commission" for the one "on cooperation between ...".
            let two = mention.states.len() > 1
                && mention.states.iter().all(|s| entity.states.contains(s))
                && entity.states.len() == mention.states.len();
            states_agree
                && entity.form == mention.form
                && (two && entity.kind == NodeKind::Commission
                    || name == key
                    || name.starts_with(&format!("{key} "))
                    || key.starts_with(&format!("{name} ")))
        }
        _ => false,
    }
}
