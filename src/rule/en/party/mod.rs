//! Parties: the people that a stretch of a sentence stands for, by name, office, pronoun or delegation.
//!
//! In come the sentences of an article in their order, out come chunks: parties, and the items between them. This module
//! never says what a party does.

mod delegations;
mod gender;
mod holders;
mod implied;
mod join;
mod led_title;
mod member;
mod others;
mod pronoun;
mod reference;
mod topic;
mod trade;

use std::ops::Range;

use super::facts::{Facts, Target};
use super::gender::of_people;
use super::holding::Holding;
use crate::lexicon::{Class, ClassSet, CueSet};
use crate::mention::Item;
use crate::ontology::StateCode;

/// A stretch of a sentence: a party, or a single item.
#[derive(Debug, Clone, Default)]
pub(super) struct Chunk {
    /// The items.
    pub items: Range<usize>,
    /// The people that it stands for; empty where it is no party.
    pub people: Vec<usize>,
    /// Whether it is a delegation as a whole.
    pub delegation: bool,
    /// The classes of its first item; none where it is a party.
    pub classes: ClassSet,
    /// What its first item is a cue for.
    pub cues: CueSet,
}

/// A delegation of the article.
#[derive(Debug, Clone, Default)]
pub(super) struct Delegation {
    /// Its state.
    pub state: Option<StateCode>,
    /// The body or state that sent it, where it is said.
    pub(super) target: Option<Target>,
    /// Those who lead it, then its members.
    pub people: Vec<usize>,
    /// Whether it is only somebody with companions, and nothing is said of a delegation or of who sent it.
    pub(super) company: bool,
    /// The sentence that tells the visit, where the article names no delegation and those who travel are taken for one.
    implied: Option<usize>,
}

/// Cuts all sentences into chunks.
pub(super) struct Parties<'f, 'm, 'a> {
    facts: &'f Facts<'m, 'a>,
    /// The delegations of the article.
    pub delegations: Vec<Delegation>,
    /// The person whom the article speaks of last, for "he" and "she".
    topic: Option<usize>,
    /// Whether each person is a woman, as far as it shows.
    genders: Vec<Option<bool>>,
    /// The people named so far, those of the last sentence first.
    recent: Vec<usize>,
    /// The delegation that the sentence before is about, for "it".
    group: Vec<usize>,
    /// The several of whom the sentence before speaks first, where it tells of a journey, for "received them".
    several: Vec<usize>,
    /// The sentence whose chunks are asked for.
    sentence: usize,
}

/// Classes of words that may mean people without naming them; so may an office, and "their" at the beginning of a sentence.
const MEANS: &[Class] = &[
    Class::Delegation,
    Class::He,
    Class::Guest,
    Class::Host,
    Class::Trade,
    Class::Company,
    Class::It,
    Class::They,
];

/// The rules whose items are no part of a party: they tell the office as a sentence of its own.
const CLAUSES: &[&str] = &[
    "leads-delegation",
    "name-is-office",
    "elected-as-office",
    "leads-body",
];

impl<'f, 'm, 'a> Parties<'f, 'm, 'a> {
    /// Prepares the delegations of an article.
    #[must_use]
    pub(super) fn new(facts: &'f Facts<'m, 'a>) -> Self {
        let mut new = Self {
            facts,
            delegations: Vec::new(),
            topic: None,
            genders: Vec::new(),
            recent: Vec::new(),
            group: Vec::new(),
            several: Vec::new(),
            sentence: 0,
        };
        new.genders = of_people(facts.mentions, &facts.people);
        new.find_delegations();
        new
    }

    /// The chunks of a sentence. Sentences must be asked for in the order of the text.
    pub(super) fn chunks(&mut self, sentence: usize) -> Vec<Chunk> {
        let Some(items) = self.facts.mentions.items.get(sentence) else {
            return Vec::new();
        };
        self.sentence = sentence;
        let covers = self.covers(sentence);
        let mut chunks: Vec<Chunk> = Vec::with_capacity(items.len());
        let mut at = 0;
        while at < items.len() {
            let cover = covers.iter().find(|c| c.start == at).filter(|c| c.end > at);
            let end = cover.map_or(at + 1, |c| c.end);
            let (mut people, delegation) = self.people_of(items, at..end);
            // "A said he had met B": the one of whom the sentence itself speaks before; "greeted him" is about somebody else.
            let words = &self.facts.mentions.words;
            let pronoun = items
                .get(at)
                .is_some_and(|i| i.is(Class::He) && words.say(&i.words, &["he", "she"]));
            let subject = || subject_so_far(items, &chunks);
            if let Some(subject) = pronoun.then(subject).flatten() {
                let other = items.get(at).filter(|i| self.is_other(i, &subject));
                let meant =
                    other.map(|i| self.named_in(i, &chunks).unwrap_or_else(|| people.clone()));
                people = meant.unwrap_or(subject);
            }
            let cues = items
                .get(at)
                .map(|i| words.lexicon.cues_of(words.text_of(&i.words)));
            let first = items.get(at).filter(|_| people.is_empty());
            chunks.push(Chunk {
                items: at..end,
                people,
                delegation,
                classes: first.map_or(ClassSet::EMPTY, Item::classes),
                cues: cues.unwrap_or_default(),
            });
            at = end;
        }
        let chunks = join::join(&self.facts.mentions.words, items, chunks);
        self.note_topic(items, &chunks);
        chunks
    }

    /// The stretches that name a person with offices, joined where they overlap.
    fn covers(&self, sentence: usize) -> Vec<Range<usize>> {
        let holdings = self.facts.holdings.iter();
        let named =
            |h: &Holding| self.facts.people.of(h.person).is_some() && !CLAUSES.contains(&h.rule);
        let mut covers: Vec<Range<usize>> = holdings
            .filter(|h| h.sentence == sentence)
            .filter(|h| named(h) || self.is_relative_clause(h))
            .map(|h| h.cover.clone())
            .collect();
        if covers.len() < 2 {
            return covers;
        }
        covers.sort_by_key(|c| (c.start, std::cmp::Reverse(c.end)));
        let mut joined: Vec<Range<usize>> = Vec::new();
        for cover in covers {
            match joined.last_mut() {
                Some(last) if cover.start < last.end => last.end = last.end.max(cover.end),
                _ => joined.push(cover),
            }
        }
        joined
    }

    /// "A B, who chairs C": a clause that only tells the office belongs to the name.
    fn is_relative_clause(&self, holding: &Holding) -> bool {
        let items = self.facts.mentions.items.get(holding.sentence);
        let mut cover = items.and_then(|i| i.get(holding.cover.clone())).into_iter();
        holding.rule == "leads-body" && cover.any(|c| c.iter().any(|i| i.is(Class::Who)))
    }

    /// Remembers for the sentences that follow whom this one is about: the first person whom no preposition governs, and
    /// the delegation if it is the first party.
    fn note_topic(&mut self, items: &[Item<'_>], chunks: &[Chunk]) {
        if let Some(chunk) = chunks.iter().find(|c| !c.people.is_empty()) {
            self.group = if chunk.delegation {
                chunk.people.clone()
            } else {
                Vec::new()
            };
            // "A and B came to Riga. C received them": nobody else is received.
            let journey = [
                Class::Visit,
                Class::VisitNoun,
                Class::Travel,
                Class::Delegation,
            ];
            let travels = items.iter().any(|i| i.is_any(&journey));
            let several = chunks.iter().find(|c| travels && c.people.len() > 1);
            self.several = several.map(|c| c.people.clone()).unwrap_or_default();
        }
        let mut acting: Vec<usize> = Vec::new();
        let mut others: Vec<usize> = Vec::new();
        for (n, chunk) in chunks.iter().enumerate() {
            if let [person] = chunk.people.as_slice() {
                let governed = governed(items, chunks, n);
                let list = if governed { &mut others } else { &mut acting };
                if !list.contains(person) {
                    list.push(*person);
                }
            }
        }
        if let Some(person) = acting.first() {
            self.topic = Some(*person);
        }
        others.retain(|p| !acting.contains(p));
        acting.append(&mut others);
        self.note_recent(acting);
    }
}

/// The first party by name or office of the chunks read so far that no preposition governs; nobody where it is of several, of
/// whom a pronoun for one could mean any.
fn subject_so_far(items: &[Item<'_>], chunks: &[Chunk]) -> Option<Vec<usize>> {
    let named = |c: &Chunk| {
        let own = items.get(c.items.clone()).unwrap_or_default();
        c.people.len() == 1 || own.iter().any(|i| i.person().is_some())
    };
    let acts = |n: &usize| {
        let party = chunks.get(*n).filter(|c| !c.people.is_empty());
        party.is_some_and(named) && !governed(items, chunks, *n)
    };
    let first = (0..chunks.len()).find(acts)?;
    let people = &chunks.get(first)?.people;
    let one = people.len() == 1;
    Some(people.iter().copied().filter(|_| one).collect())
}

/// Whether a preposition stands before a chunk, articles and forms of address passed over.
#[must_use]
pub(super) fn governed(items: &[Item<'_>], chunks: &[Chunk], at: usize) -> bool {
    let before = |n: usize| chunks.get(n).and_then(|c| items.get(c.items.start));
    let mut n = at;
    while let Some(item) = n.checked_sub(1).and_then(before) {
        if item.is(Class::Article)
            || item.is(Class::His)
            || item.is(Class::Current) && !item.is(Class::Address)
        {
            n -= 1;
            continue;
        }
        // "was invited by the deputy speaker, A": the name stands behind the title of the one whom the preposition governs.
        let title = n
            .checked_sub(2)
            .filter(|_| item.is_mark(',') && n == at)
            .filter(|t| chunks.get(*t).is_some_and(|c| c.people.is_empty()))
            .filter(|t| before(*t).is_some_and(|i| i.office().is_some()));
        if let Some(title) = title {
            n = title;
            continue;
        }
        return item.is_any(&[
            Class::Of,
            Class::With,
            Class::By,
            Class::To,
            Class::From,
            Class::In,
            Class::Between,
            Class::Preposition,
            Class::LedBy,
            Class::Accompany,
            Class::Comprise,
        ]);
    }
    false
}
