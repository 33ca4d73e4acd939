//! The bodies of an article: those that say which body they mean, shared names, and the nouns that point back.
//!
//! In come the mentions of bodies, out come bodies. This module never looks at people or offices.

use std::cmp::Reverse;

use super::super::body::{BodyMention, Means};
use super::super::word::Words;
use super::article::{Article, is_of_host, stands_for_election};
use super::same::{
    is_called, is_counted, is_noun, key, name_of, noun_of, pass_of, same, table_name_has,
};
use super::weights::StateTalk;
use crate::lexicon::{House, RowNumber};
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

/// What a mention turns out to be.
enum Meant {
    /// A body that is known already.
    Known(usize),
    /// A body by name, new or known.
    Named(Means),
}

impl Bodies {
    /// Groups mentions of one body: those that say which body they mean, then the shared names, then the references.
    #[must_use]
    pub fn group(words: &Words<'_>, mentions: &[BodyMention], home: Option<StateCode>) -> Self {
        let article = Article {
            words,
            mentions,
            talk: StateTalk::of(words, home),
            home,
        };
        let mut new = Self {
            of_mention: vec![None; mentions.len()],
            ..Self::default()
        };
        for pass in 0..3 {
            for (number, mention) in mentions.iter().enumerate() {
                if pass_of(words, mention) == pass {
                    new.place(&article, number, mention);
                }
            }
        }
        new.join_owned(words, mentions);
        new.tie(words, mentions);
        new.join_national(words, mentions, home);
        new
    }

    /// The body of a mention; none where it points at nothing that the article names.
    #[must_use]
    pub fn of(&self, mention: usize) -> Option<usize> {
        self.of_mention.get(mention).copied().flatten()
    }

    /// Makes a mention one of no body.
    pub fn leave(&mut self, mention: usize) {
        for body in &mut self.entities {
            body.mentions.retain(|m| *m != mention);
        }
        if let Some(place) = self.of_mention.get_mut(mention) {
            *place = None;
        }
    }

    /// Makes a mention one of another body, by its place in the list of entities.
    pub fn reassign(&mut self, mention: usize, entity: usize) {
        for body in &mut self.entities {
            body.mentions.retain(|m| *m != mention);
        }
        if let Some(body) = self.entities.get_mut(entity) {
            body.mentions.push(mention);
        }
        if let Some(place) = self.of_mention.get_mut(mention) {
            *place = Some(entity);
        }
    }

    /// Finds or adds the body of a mention, by its number.
    fn place(&mut self, article: &Article<'_, '_>, number: usize, mention: &BodyMention) {
        match self.meant(article, number, mention) {
            None => {}
            Some(Meant::Known(entity)) => self.join(entity, number, mention),
            Some(Meant::Named(means)) => {
                let words = article.words;
                let entity = self.named(words, mention, means);
                self.join(entity, number, mention);
                let name = name_of(words, mention);
                if let Some(e) = self.entities.get_mut(entity)
                    && name.len() > e.name.len()
                {
                    e.name = name;
                }
            }
        }
    }

    /// What a mention means: a noun means a body named before, a shared name one of several chambers.
    fn meant(
        &self,
        article: &Article<'_, '_>,
        number: usize,
        mention: &BodyMention,
    ) -> Option<Meant> {
        let lone_noun = mention.states.is_empty()
            && mention.parts.is_empty()
            && is_noun(article.words, mention);
        match &mention.means {
            Means::Chambers(rows) if article.foreign_to(mention, rows) => {
                // "the Secretary General of the Council", behind the Council of Representatives.
                let known = self.referred(article, mention, number);
                known.filter(|_| lone_noun).map(Meant::Known)
            }
            Means::Chambers(rows) if rows.len() > 1 || lone_noun => {
                if lone_noun
                    && let Some(entity) = self.referred(article, mention, number)
                    && let Some(body) = self.entities.get(entity)
                    && !article.is_elsewhere(mention, rows, body)
                {
                    if let Some(row) = self.own_parliament(article, mention, body) {
                        return Some(Meant::Named(Means::Chambers(vec![row])));
                    }
                    return Some(Meant::Known(entity));
                }
                let row = self.choose(article, mention, rows)?;
                Some(Meant::Named(Means::Chambers(vec![row])))
            }
            Means::Reference => {
                let known = self.known(article, mention, number);
                let known = known.filter(|e| !self.is_of_goal(article, mention, *e));
                if let Some(row) = article.own_house(mention).filter(|_| known.is_none()) {
                    return Some(Meant::Named(Means::Chambers(vec![row])));
                }
                if let Some(entity) = known {
                    let body = self.entities.get(entity);
                    let own = body.and_then(|b| article.own_parliament(mention, b));
                    return Some(own.map_or(Meant::Known(entity), |row| {
                        Meant::Named(Means::Chambers(vec![row]))
                    }));
                }
                let capital = article
                    .words
                    .at(mention.name.start)
                    .token
                    .shape
                    .is_capital();
                let row = article.house(mention.house.filter(|_| capital)?)?;
                Some(Meant::Named(Means::Chambers(vec![row])))
            }
            // "the two Foreign Policy Committees" are two, and neither has that name.
            Means::Named if is_counted(article.words, mention) => None,
            Means::Chambers(_) | Means::Assembly(_) | Means::Named => {
                Some(Meant::Named(mention.means.clone()))
            }
        }
    }

    /// The body of a name, the last one that fits; added where none does.
    fn named(&mut self, words: &Words<'_>, mention: &BodyMention, means: Means) -> usize {
        let key = key(&name_of(words, mention));
        let known = self
            .entities
            .iter()
            .rposition(|e| same(e, &means, &key, mention));
        if let Some(entity) = known {
            return entity;
        }
        let (kind, states) = match &means {
            Means::Chambers(rows) => {
                let row = rows.first().and_then(|r| words.lexicon.chamber(*r));
                row.map_or((mention.kind, Vec::new()), |c| (c.kind, vec![c.state]))
            }
            Means::Assembly(_) | Means::Named | Means::Reference => {
                (mention.kind, mention.states.clone())
            }
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
    }

    /// Makes a mention, by its number, one of a body.
    fn join(&mut self, entity: usize, number: usize, mention: &BodyMention) {
        if let Some(place) = self.of_mention.get_mut(number) {
            *place = Some(entity);
        }
        let Some(e) = self.entities.get_mut(entity) else {
            return;
        };
        e.mentions.push(number);
        if !matches!(e.means, Means::Chambers(_)) {
            add_new(&mut e.states, &mention.states);
        }
    }

    /// Which of several chambers a shared name means, by what speaks for the state of each: that the sentence or the one
    /// before spoke of it last, that the article comes from there, that the chamber is named by itself, that the article
    /// speaks of the state often.
    fn choose(
        &self,
        article: &Article<'_, '_>,
        mention: &BodyMention,
        rows: &[RowNumber],
    ) -> Option<RowNumber> {
        let lexicon = article.words.lexicon;
        let at = mention.words.start;
        let sentences = &article.words.sentences;
        let number = sentences.partition_point(|s| s.words.end <= at);
        let start = |n: usize| sentences.get(n).map_or(0, |s| s.words.start);
        // "received by the Deputy Speaker of the Senate", "paid a visit to Parliament": the house of those who are hosts, and not of
        // whom the sentence speaks before.
        let of_host = is_of_host(article.words, start(number)..at);
        let here = article.talk.last_before(at, start(number));
        let here = here.filter(|_| !of_host);
        let near = article
            .talk
            .last_before(at, start(number.saturating_sub(1)));
        let called = fold(article.words.text_of(&mention.name));
        let goal = article.goal_of(mention);
        let foreign = article.foreign_states(mention);
        let score = |row: &RowNumber| {
            let chamber = lexicon.chamber(*row)?;
            let state = Some(chamber.state);
            if goal == state || foreign.contains(&chamber.state) {
                return None;
            }
            let weight = article
                .talk
                .weights
                .get(&chamber.state)
                .copied()
                .unwrap_or(0);
            if weight == 0 {
                return None;
            }
            let means = Means::Chambers(vec![*row]);
            let (named, told) = self.is_told(article, at, &means);
            let points = weight.min(4)
                + 4 * usize::from(state == article.home)
                + 7 * usize::from(here == state)
                + 3 * usize::from(near == state)
                + 2 * usize::from(told)
                // "National Assembly": of a house that has no other name rather than of one that is also called so.
                + 3 * usize::from(fold(&chamber.name) == called);
            // Of states that all speak for themselves the one of which the article speaks most.
            Some((
                points,
                article.words.sits(chamber),
                named,
                weight,
                Reverse(*row),
            ))
        };
        let best = rows.iter().filter_map(score).max()?;
        Some(best.4.0)
    }

    /// The body that the article names and a noun means.
    fn known(
        &self,
        article: &Article<'_, '_>,
        mention: &BodyMention,
        number: usize,
    ) -> Option<usize> {
        self.called_so(article, mention)
            .or_else(|| self.referred(article, mention, number))
            .or_else(|| self.house_named(article, mention.house?))
    }

    /// "the Upper House", where the article names the Upper House of a state in full: that one.
    fn called_so(&self, article: &Article<'_, '_>, mention: &BodyMention) -> Option<usize> {
        let name = article.words.text_of(&mention.name);
        let several = mention.name.len() > 1 && name.starts_with(char::is_uppercase);
        let called = |e: &BodyEntity| {
            let house = matches!(e.means, Means::Chambers(_));
            house && e.name.len() > name.len() && e.name.contains(name)
        };
        let place = self.entities.iter().position(called);
        place.filter(|_| several)
    }

    /// Which body a bare noun means: the last one before it whose name has the noun, else the first one behind it.
    fn referred(
        &self,
        article: &Article<'_, '_>,
        mention: &BodyMention,
        number: usize,
    ) -> Option<usize> {
        let words = article.words;
        let noun = fold(words.text_of(&mention.name));
        // "the Senate" is a house, though a Senate Committee was named last.
        let house = matches!(mention.means, Means::Chambers(_));
        let fits = |n: &usize| {
            article.mentions.get(*n).is_some_and(|m| {
                let mut name = noun_of(words, m);
                let other = m.means == Means::Reference
                    || house && m.kind == NodeKind::Commission
                    || article.is_no_assembly(mention, m)
                    || stands_for_election(words, m);
                !other
                    && (name.any(|w| fold(words.at(w).token.span.of(words.text)) == noun)
                        || table_name_has(words, m, &noun))
                    && self.of(*n).is_some()
            })
        };
        // The body that the article is about outweighs one that it only names, even where that one is named last.
        let weight = |n: &usize| {
            let entity = self.of(*n).and_then(|e| self.entities.get(e));
            entity.map_or(0, |e| e.mentions.len())
        };
        // "the Senate", between the Senate of Kazakhstan and what is also called the Russian Senate: the one of that name.
        let proper = |n: &usize| {
            let mention = article.mentions.get(*n);
            mention.is_some_and(|m| is_called(words, m, &noun))
        };
        let before = (0..number)
            .filter(fits)
            .max_by_key(|n| (proper(n), weight(n), *n));
        let place = before.or_else(|| (number..article.mentions.len()).find(fits))?;
        self.of(place)
    }

    /// "the lower chamber": the house of that place that the article has named, of its own country rather than of another.
    fn house_named(&self, article: &Article<'_, '_>, house: House) -> Option<usize> {
        let lexicon = article.words.lexicon;
        let fits = |e: &BodyEntity| match &e.means {
            Means::Chambers(rows) => {
                let row = rows.first().and_then(|r| lexicon.chamber(*r));
                row.is_some_and(|c| c.house == house)
            }
            Means::Assembly(_) | Means::Named | Means::Reference => false,
        };
        let own = |n: &usize| {
            let state = self
                .entities
                .get(*n)
                .and_then(|e| e.states.first().copied());
            state.is_some() && state == article.home
        };
        let all: Vec<usize> = (0..self.entities.len())
            .filter(|n| self.entities.get(*n).is_some_and(fits))
            .collect();
        match all.as_slice() {
            [only] => Some(*only),
            several => several.iter().copied().find(own),
        }
    }
}

/// Adds what a list does not have yet.
pub(super) fn add_new<T: Copy + PartialEq>(list: &mut Vec<T>, more: &[T]) {
    for one in more {
        if !list.contains(one) {
            list.push(*one);
        }
    }
}
