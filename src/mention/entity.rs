//! One entity for all mentions of a person, one for all mentions of a body, within one article.

use std::collections::BTreeMap;
use std::ops::Range;

use super::body::{BodyMention, Means};
use super::chamber::house_of;
use super::person::{PersonMention, Strength};
use super::word::Words;
use crate::lexicon::{Class, Entry, RowNumber};
use crate::ontology::{BodyForm, NodeKind, StateCode};
use crate::text::fold;

/// A person of the article.
#[derive(Debug, Clone, Default)]
pub struct PersonEntity {
    /// The folded words of the fullest name.
    pub key: Vec<String>,
    /// The fullest name as written.
    pub name: String,
    /// The numbers of the mentions, in the order of the text.
    pub mentions: Vec<usize>,
    /// The state in brackets behind the name.
    pub state: Option<StateCode>,
}

/// The people of an article, and which mention is whose.
#[derive(Debug, Clone, Default)]
pub struct People {
    /// The people.
    pub entities: Vec<PersonEntity>,
    /// For each mention its person; `None` where it turned out to be no person.
    pub of_mention: Vec<Option<usize>>,
    /// Mentions of a surname that two people have.
    pub ambiguous: Vec<usize>,
}

/// What speaks for a weak mention being a person: that it holds an office, or the like.
pub type Support<'s> = &'s dyn Fn(usize) -> bool;

impl People {
    /// Groups mentions of one person: full names first, then the shorter forms that point back at one of them.
    #[must_use]
    pub fn group(words: &Words<'_>, mentions: &[PersonMention], supported: Support<'_>) -> Self {
        let mut new = Self {
            of_mention: vec![None; mentions.len()],
            ..Self::default()
        };
        let mut order: Vec<usize> = (0..mentions.len()).collect();
        let weight = |m: &PersonMention| m.key.iter().filter(|w| w.chars().count() > 1).count();
        order.sort_by_key(|i| {
            mentions.get(*i).map(|m| {
                (
                    std::cmp::Reverse(m.key.len()),
                    std::cmp::Reverse(weight(m)),
                    *i,
                )
            })
        });
        for number in order {
            let Some(mention) = mentions.get(number) else {
                continue;
            };
            let fits: Vec<usize> = (0..new.entities.len())
                .filter(|e| new.fits(*e, mention))
                .collect();
            let best = new.best(&fits, mention);
            let entity = match best {
                Some(entity) => entity,
                None if fits.len() > 1 => {
                    new.ambiguous.push(number);
                    continue;
                }
                None if !stands_alone(mention, supported(number)) => continue,
                None => {
                    let name = words
                        .text_of(&mention.words)
                        .split_whitespace()
                        .collect::<Vec<_>>()
                        .join(" ");
                    new.entities.push(PersonEntity {
                        key: mention.key.clone(),
                        name,
                        ..PersonEntity::default()
                    });
                    new.entities.len() - 1
                }
            };
            if let Some(e) = new.entities.get_mut(entity) {
                e.mentions.push(number);
                e.state = e.state.or(mention.state);
            }
            if let Some(place) = new.of_mention.get_mut(number) {
                *place = Some(entity);
            }
        }
        for entity in &mut new.entities {
            entity.mentions.sort_unstable();
        }
        new
    }

    fn fits(&self, entity: usize, mention: &PersonMention) -> bool {
        self.entities
            .get(entity)
            .is_some_and(|e| points_at(&mention.key, &e.key))
    }

    /// Of several people that a form may mean, the one whose surname it is; none where that does not decide.
    fn best(&self, fits: &[usize], mention: &PersonMention) -> Option<usize> {
        if let [only] = fits {
            return Some(*only);
        }
        let last = |e: &&usize| {
            self.entities
                .get(**e)
                .is_some_and(|e| e.key.last() == mention.key.last())
        };
        let mut surname = fits.iter().filter(last);
        match (surname.next(), surname.next()) {
            (Some(only), None) => Some(*only),
            _ => None,
        }
    }

    /// The person of a mention.
    #[must_use]
    pub fn of(&self, mention: usize) -> Option<usize> {
        self.of_mention.get(mention).copied().flatten()
    }
}

fn stands_alone(mention: &PersonMention, supported: bool) -> bool {
    let long =
        mention.key.iter().filter(|w| w.chars().count() > 1).count() >= 2 || mention.key.len() >= 2;
    match mention.strength {
        Strength::Sure => true,
        Strength::Likely => long,
        Strength::Weak => long && supported,
    }
}

/// Whether a shorter form points at a full name: its words stand in the name in the same order, initials for names,
/// small differences of spelling in long words allowed where another word is the same.
fn points_at(form: &[String], name: &[String]) -> bool {
    if form.is_empty() || form.len() > name.len() {
        return false;
    }
    let mut at = 0;
    let (mut same, mut near) = (0, 0);
    for word in form {
        let Some(found) = name
            .get(at..)
            .unwrap_or_default()
            .iter()
            .position(|n| alike(word, n))
        else {
            return false;
        };
        let target = name.get(at + found);
        same += usize::from(target == Some(word));
        near += usize::from(target != Some(word));
        at += found + 1;
    }
    // Full names of the same length must agree in the surname; a lone word must be the very word.
    let initials_only = form.iter().all(|w| w.chars().count() == 1);
    same > 0
        && near <= 1
        && !initials_only
        && (form.len() > 1
            || !["al", "el", "bin", "de", "van", "von"]
                .contains(&form.first().map_or("", String::as_str)))
}

fn alike(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (la, lb) = (a.chars().count(), b.chars().count());
    if la == 1 || lb == 1 {
        return a.chars().next() == b.chars().next();
    }
    la.min(lb) >= 4
        && la.abs_diff(lb) <= 1
        && rapidfuzz::distance::levenshtein::distance(a.chars(), b.chars()) <= 1
}

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
        let lone_noun =
            mention.states.is_empty() && mention.parts.is_empty() && is_noun(words, mention);
        let means = match &mention.means {
            Means::Chambers(rows) if rows.len() > 1 || lone_noun => {
                if let Some(entity) = self
                    .referred(words, all, mention, number)
                    .filter(|_| lone_noun)
                {
                    self.join(entity, number, mention, words, false);
                    return;
                }
                Means::Chambers(vec![match self.choose(words, rows, number, weights) {
                    Some(row) => row,
                    None => return,
                }])
            }
            Means::Reference => {
                if let Some(entity) = self.referred(words, all, mention, number) {
                    self.join(entity, number, mention, words, false);
                    return;
                }
                // "the upper house" of the state that the article speaks of most.
                let state = weights
                    .iter()
                    .max_by_key(|(s, w)| (**w, std::cmp::Reverse(**s)))
                    .map(|(s, _)| *s);
                match mention
                    .house
                    .zip(state)
                    .and_then(|(h, s)| house_of(words.lexicon, s, h))
                {
                    Some(row) => Means::Chambers(vec![row]),
                    None => return,
                }
            }
            other => other.clone(),
        };
        let key = key(words, mention);
        let found = (0..self.entities.len()).rev().find(|e| {
            self.entities
                .get(*e)
                .is_some_and(|e| same(e, &means, &key, mention))
        });
        let entity = found.unwrap_or_else(|| {
            let states = match &means {
                Means::Chambers(rows) => rows
                    .first()
                    .and_then(|r| words.lexicon.chamber(*r))
                    .map(|c| vec![c.state])
                    .unwrap_or_default(),
                _ => mention.states.clone(),
            };
            let kind = match &means {
                Means::Chambers(rows) => rows
                    .first()
                    .and_then(|r| words.lexicon.chamber(*r))
                    .map_or(mention.kind, |c| c.kind),
                _ => mention.kind,
            };
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
        _number: usize,
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
            .max_by_key(|r| (weight(r), current(r), std::cmp::Reverse(*r)))
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
fn head_words(words: &Words<'_>, mention: &BodyMention) -> Range<usize> {
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
fn is_noun(words: &Words<'_>, mention: &BodyMention) -> bool {
    let symbol = words.at(mention.name.start).symbol;
    let alone = |_| crate::lexicon::Symbol::UNKNOWN;
    mention.name.len() == 1
        && words.lexicon.phrases_at(symbol, alone).any(|p| {
            p.entries
                .iter()
                .any(|e| matches!(e, Entry::Word(Class::BodyNoun | Class::ParliamentWord, _)))
        })
}

fn key(words: &Words<'_>, mention: &BodyMention) -> String {
    let text = fold(words.text_of(&mention.words));
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty() && *w != "the")
        .collect::<Vec<_>>()
        .join(" ")
}

fn same(entity: &BodyEntity, means: &Means, key: &str, mention: &BodyMention) -> bool {
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

/// How often the article speaks of each state.
fn state_weights(words: &Words<'_>) -> BTreeMap<StateCode, usize> {
    let mut weights = BTreeMap::new();
    for sentence in &words.sentences {
        let range: Range<usize> = sentence.words.clone();
        let mut at = range.start;
        while at < range.end {
            let rest = |n: usize| {
                if at + n < range.end {
                    words.at(at + n).symbol
                } else {
                    crate::lexicon::Symbol::UNKNOWN
                }
            };
            let found = words.lexicon.phrases_at(words.at(at).symbol, rest).next();
            let mut step = 1;
            if let Some(found) = found.filter(|_| words.at(at).token.shape.is_capital()) {
                step = found.length;
                for entry in found.entries {
                    match entry {
                        Entry::State(code) | Entry::Demonym(code) => {
                            *weights.entry(*code).or_insert(0) += 2
                        }
                        Entry::City(row) => {
                            if let Some(code) = words
                                .lexicon
                                .city(*row)
                                .filter(|c| c.capital)
                                .and_then(|c| c.state)
                            {
                                *weights.entry(code).or_insert(0) += 1;
                            }
                        }
                        Entry::Chamber(row) => {
                            if let Some(chamber) = words.lexicon.chamber(*row) {
                                *weights.entry(chamber.state).or_insert(0) += 2;
                            }
                        }
                        _ => {}
                    }
                }
            }
            at += step;
        }
    }
    weights
}
