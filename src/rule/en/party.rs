//! Parties: the people that a stretch of a sentence stands for, by name, office, pronoun or delegation.

use std::ops::Range;

use super::facts::{Facts, Target};
use crate::lexicon::Class;
use crate::mention::{Item, Kind, Zone};
use crate::ontology::{Office, StateCode};

/// A stretch of a sentence: a party, or a single item.
#[derive(Debug, Clone)]
pub(super) struct Chunk {
    /// The items.
    pub items: Range<usize>,
    /// The people that it stands for; empty where it is no party.
    pub people: Vec<usize>,
    /// Whether it is a delegation as a whole.
    pub delegation: bool,
}

/// A delegation of the article.
#[derive(Debug, Clone, Default)]
pub(super) struct Delegation {
    /// Its state.
    pub state: Option<StateCode>,
    /// Those who lead it, then its members.
    pub people: Vec<usize>,
}

/// Cuts all sentences into chunks.
pub(super) struct Parties<'f, 'm, 'a> {
    facts: &'f Facts<'m, 'a>,
    /// The delegations of the article.
    pub delegations: Vec<Delegation>,
    topic: Option<usize>,
    /// The delegation that the sentence before is about.
    group: Vec<usize>,
}

impl<'f, 'm, 'a> Parties<'f, 'm, 'a> {
    /// Prepares the delegations of an article.
    #[must_use]
    pub(super) fn new(facts: &'f Facts<'m, 'a>) -> Self {
        let mut new = Self {
            facts,
            delegations: Vec::new(),
            topic: None,
            group: Vec::new(),
        };
        new.find_delegations();
        new
    }

    fn find_delegations(&mut self) {
        for role in self
            .facts
            .roles
            .iter()
            .filter(|r| r.office == Office::HeadOfDelegation)
        {
            let state = self.facts.states.get(role.person).copied().flatten();
            let of_target = match role.target {
                Target::State(state) => Some(state),
                Target::Body(_) => None,
            };
            let state = state.or(of_target);
            match self.delegations.iter_mut().find(|d| d.state == state) {
                Some(known) if !known.people.contains(&role.person) => {
                    known.people.push(role.person)
                }
                Some(_) => {}
                None => self.delegations.push(Delegation {
                    state,
                    people: vec![role.person],
                }),
            }
        }
        self.add_members();
    }

    /// Those whom a sentence or list lists as members or companions join the delegation named before.
    fn add_members(&mut self) {
        let sentences = &self.facts.mentions.words.sentences;
        let mut open_list = false;
        for (number, items) in self.facts.mentions.items.iter().enumerate() {
            let zone = sentences.get(number).map(|s| s.zone);
            let members = items.iter().any(|i| matches!(i.kind, Kind::Office(o) if self.facts.mentions.offices.get(o).is_some_and(|m| m.plural)));
            let delegation = items
                .iter()
                .position(|i| i.is(Class::Delegation))
                .filter(|_| members);
            let comprises = items
                .iter()
                .position(|i| i.is_any(&[Class::Comprise, Class::Accompany]))
                .or(delegation);
            let listed = open_list && zone == Some(Zone::Item);
            if !listed {
                open_list = comprises.is_some() && items.last().is_some_and(|i| i.is_mark(':'));
            }
            let from = match comprises {
                Some(at) => at,
                None if listed => 0,
                None => continue,
            };
            let members: Vec<usize> = items
                .get(from..)
                .unwrap_or_default()
                .iter()
                .filter_map(|i| {
                    if let Kind::Person(p) = i.kind {
                        self.facts.people.of(p)
                    } else {
                        None
                    }
                })
                .collect();
            if self.delegations.is_empty() {
                if let Some(head) = self.accompanied(number, &members) {
                    let state = self.facts.states.get(head).copied().flatten();
                    self.delegations.push(Delegation {
                        state,
                        people: vec![head],
                    });
                }
            }
            let Some(delegation) = self.delegations.last_mut() else {
                continue;
            };
            for member in members {
                let state = self.facts.states.get(member).copied().flatten();
                let agrees =
                    state.is_none() || delegation.state.is_none() || state == delegation.state;
                if agrees && !delegation.people.contains(&member) {
                    delegation.people.push(member);
                }
            }
        }
    }

    /// Whom the members of a list accompany: the first of them where the sentence names the one accompanied first, else
    /// the person named last before it.
    fn accompanied(&self, sentence: usize, members: &[usize]) -> Option<usize> {
        let start = self
            .facts
            .mentions
            .words
            .sentences
            .get(sentence)?
            .words
            .start;
        let speaker = |p: &usize| {
            self.facts.roles.iter().any(|r| {
                r.person == *p
                    && matches!(
                        r.office,
                        Office::Speaker | Office::DeputySpeaker | Office::Chair
                    )
            })
        };
        let inside = members.first().copied().filter(speaker);
        let before = self
            .facts
            .mentions
            .people
            .iter()
            .enumerate()
            .filter(|(_, m)| m.words.start < start);
        inside.or_else(|| {
            before
                .filter_map(|(n, _)| self.facts.people.of(n))
                .filter(speaker)
                .last()
        })
    }

    /// The chunks of a sentence. Sentences must be asked for in the order of the text.
    pub(super) fn chunks(&mut self, sentence: usize) -> Vec<Chunk> {
        let Some(items) = self.facts.mentions.items.get(sentence) else {
            return Vec::new();
        };
        let covers = self.covers(sentence);
        let mut chunks: Vec<Chunk> = Vec::new();
        let mut at = 0;
        while at < items.len() {
            let cover = covers.iter().find(|c| c.start == at).filter(|c| c.end > at);
            let end = cover.map_or(at + 1, |c| c.end);
            let (people, delegation) = self.people_of(items, at..end, sentence);
            chunks.push(Chunk {
                items: at..end,
                people,
                delegation,
            });
            at = end;
        }
        let chunks = join(items, chunks);
        self.note_topic(items, &chunks);
        chunks
    }

    /// The stretches that name a person with offices, joined where they overlap.
    fn covers(&self, sentence: usize) -> Vec<Range<usize>> {
        let mut covers: Vec<Range<usize>> = self
            .facts
            .holdings
            .iter()
            .filter(|h| h.sentence == sentence && self.facts.people.of(h.person).is_some())
            .filter(|h| {
                !matches!(
                    h.rule,
                    "leads-delegation" | "name-is-office" | "elected-as-office" | "leads-body"
                )
            })
            .map(|h| h.cover.clone())
            .collect();
        covers.extend(self.relative_clauses(sentence));
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
    fn relative_clauses(&self, sentence: usize) -> Vec<Range<usize>> {
        let Some(items) = self.facts.mentions.items.get(sentence) else {
            return Vec::new();
        };
        let relative = |cover: &Range<usize>| {
            items
                .get(cover.clone())
                .is_some_and(|i| i.iter().any(|i| i.is(Class::Who)))
        };
        self.facts
            .holdings
            .iter()
            .filter(|h| h.sentence == sentence && h.rule == "leads-body" && relative(&h.cover))
            .map(|h| h.cover.clone())
            .collect()
    }

    fn people_of(
        &self,
        items: &[Item<'_>],
        range: Range<usize>,
        sentence: usize,
    ) -> (Vec<usize>, bool) {
        let mut people = Vec::new();
        let part = items.get(range.clone()).unwrap_or_default();
        for item in part {
            if let Kind::Person(mention) = item.kind
                && let Some(person) = self.facts.people.of(mention)
                && !people.contains(&person)
            {
                people.push(person);
            }
        }
        let Some(first) = part.first().filter(|_| people.is_empty()) else {
            return (people, false);
        };
        match first.kind {
            Kind::Office(office) => match self.by_office(office, sentence) {
                Some(person) => (vec![person], false),
                None => {
                    let several = self.by_offices(office);
                    if several.is_empty() {
                        (self.by_members(office), true)
                    } else {
                        (several, false)
                    }
                }
            },
            Kind::Plain(_) if first.is(Class::Delegation) => {
                (self.by_delegation(items, range.start), true)
            }
            Kind::Plain(_) if first.is(Class::He) => (self.topic.into_iter().collect(), false),
            Kind::Plain(_) if first.is(Class::It) => (self.group.clone(), true),
            _ => (people, false),
        }
    }

    /// The person whom an office without a name means: of those who hold it, the one named last before it.
    fn by_office(&self, office: usize, _sentence: usize) -> Option<usize> {
        let mention = self.facts.mentions.offices.get(office)?;
        if mention.foreign || mention.plural || mention.former {
            return None;
        }
        let classes: Vec<Office> = mention
            .titles(&self.facts.mentions.words)
            .iter()
            .filter_map(|t| t.office)
            .collect();
        let bodies: Vec<usize> = mention
            .bodies
            .iter()
            .filter_map(|b| self.facts.bodies.of(*b))
            .collect();
        let fits = |person: usize| {
            self.facts
                .roles
                .iter()
                .filter(|r| r.person == person && !r.former)
                .any(|r| {
                    let class = classes.iter().any(|c| same_rank(*c, r.office))
                        && !(classes.contains(&Office::Member) && classes.len() == 1);
                    let body = bodies.is_empty()
                        || matches!(r.target, Target::Body(b) if bodies.contains(&b));
                    let state = self.facts.states.get(person).copied().flatten();
                    class
                        && body
                        && (mention.states.is_empty()
                            || state.is_some_and(|s| mention.states.contains(&s)))
                })
        };
        let definite =
            mention.definite || mention.possessive || !mention.bare() || mention.words.len() == 1;
        let candidates: Vec<usize> = (0..self.facts.people.entities.len())
            .filter(|p| fits(*p))
            .collect();
        let last_named = |p: &&usize| {
            let mentions = self
                .facts
                .people
                .entities
                .get(**p)
                .map(|e| e.mentions.clone())
                .unwrap_or_default();
            mentions
                .iter()
                .filter_map(|m| self.facts.mentions.people.get(*m))
                .map(|m| m.words.start)
                .filter(|w| *w < mention.words.start)
                .max()
        };
        candidates
            .iter()
            .filter(|_| definite)
            .max_by_key(last_named)
            .copied()
            .filter(|p| last_named(&p).is_some() || candidates.len() == 1)
    }

    /// "the two Speakers": those who hold the office, where they are two.
    fn by_offices(&self, office: usize) -> Vec<usize> {
        let Some(mention) = self
            .facts
            .mentions
            .offices
            .get(office)
            .filter(|m| m.plural && m.definite && m.bare() && !m.foreign)
        else {
            return Vec::new();
        };
        let wanted: Vec<Office> = mention
            .titles(&self.facts.mentions.words)
            .iter()
            .filter_map(|t| t.office)
            .filter(|o| *o != Office::Member)
            .collect();
        let holds = |p: &usize| {
            self.facts.roles.iter().any(|r| {
                r.person == *p && !r.former && wanted.iter().any(|w| same_rank(*w, r.office))
            })
        };
        let before = |p: &usize| {
            self.facts.people.entities.get(*p).is_some_and(|e| {
                e.mentions
                    .iter()
                    .filter_map(|m| self.facts.mentions.people.get(*m))
                    .any(|m| m.words.start < mention.words.start)
            })
        };
        let found: Vec<usize> = (0..self.facts.people.entities.len())
            .filter(|p| holds(p) && before(p))
            .collect();
        if found.len() == 2 { found } else { Vec::new() }
    }

    /// "New Zealand MPs": members of parliament of a state that has sent a delegation are the delegation.
    fn by_members(&self, office: usize) -> Vec<usize> {
        let Some(mention) = self.facts.mentions.offices.get(office) else {
            return Vec::new();
        };
        let member = mention.can_be(&self.facts.mentions.words, Office::Member);
        let state = mention.states.first().copied();
        match self
            .delegations
            .iter()
            .find(|d| state.is_some() && d.state == state)
        {
            Some(delegation) if member && mention.plural => delegation.people.clone(),
            _ => Vec::new(),
        }
    }

    fn by_delegation(&self, items: &[Item<'_>], at: usize) -> Vec<usize> {
        let before = items.get(at.saturating_sub(4)..at).unwrap_or_default();
        let state = before.iter().rev().find_map(|i| match i.kind {
            Kind::Plain(_) => i.state(),
            Kind::Body(b) => self
                .facts
                .bodies
                .of(b)
                .and_then(|e| self.facts.bodies.entities.get(e))
                .and_then(|e| e.states.first().copied()),
            _ => None,
        });
        let behind = items
            .get(at + 1..(at + 5).min(items.len()))
            .unwrap_or_default()
            .iter()
            .find_map(|i| match i.kind {
                Kind::Body(b) => self
                    .facts
                    .bodies
                    .of(b)
                    .and_then(|e| self.facts.bodies.entities.get(e))
                    .and_then(|e| e.states.first().copied()),
                Kind::Plain(_) => i.state(),
                _ => None,
            });
        let wanted = state.or(behind);
        let mut fits = self
            .delegations
            .iter()
            .filter(|d| wanted.is_none() || d.state == wanted);
        match (fits.next(), fits.next()) {
            (Some(only), None) => only.people.clone(),
            _ => Vec::new(),
        }
    }

    fn note_topic(&mut self, items: &[Item<'_>], chunks: &[Chunk]) {
        if let Some(chunk) = chunks.iter().find(|c| !c.people.is_empty()) {
            self.group = if chunk.delegation {
                chunk.people.clone()
            } else {
                Vec::new()
            };
        }
        for (n, chunk) in chunks.iter().enumerate() {
            if let [person] = chunk.people.as_slice()
                && !governed(items, chunks, n)
            {
                self.topic = Some(*person);
                return;
            }
        }
    }
}

fn same_rank(title: Office, held: Office) -> bool {
    use Office::{
        Chair, CoChair, DeputyChair, DeputySpeaker, HeadOfDelegation, HeadOfState, Speaker,
    };
    match title {
        Speaker | HeadOfState => held == title || title == Speaker && held == Chair,
        Chair => matches!(held, Speaker | Chair | CoChair | HeadOfDelegation),
        DeputySpeaker | DeputyChair => matches!(held, DeputySpeaker | DeputyChair),
        other => other == held,
    }
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

/// Joins parties that a comma or "and" links.
fn join(items: &[Item<'_>], chunks: Vec<Chunk>) -> Vec<Chunk> {
    let mut joined: Vec<Chunk> = Vec::new();
    let mut n = 0;
    while let Some(chunk) = chunks.get(n) {
        n += 1;
        let mut chunk = chunk.clone();
        while !chunk.people.is_empty() {
            let mut next = n;
            let link = |n: usize| {
                chunks
                    .get(n)
                    .and_then(|c| items.get(c.items.start))
                    .is_some_and(|i| i.is_mark(',') || i.is(Class::And) || i.is(Class::Article))
            };
            while link(next) {
                next += 1;
            }
            match chunks.get(next) {
                Some(other)
                    if next > n
                        && !other.people.is_empty()
                        && !(chunk.delegation ^ other.delegation) =>
                {
                    for person in &other.people {
                        if !chunk.people.contains(person) {
                            chunk.people.push(*person);
                        }
                    }
                    chunk.items.end = other.items.end;
                    n = next + 1;
                }
                _ => break,
            }
        }
        joined.push(chunk);
    }
    joined
}
