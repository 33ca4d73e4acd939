//! Who is said to hold which office: an office before a name, behind it, in a clause, in a list.
//!
//! In come the items of the sentences, out come pairs of a name and what its bearer is said to hold, each with the items
//! that say so. This module never decides in which body or state an office is held, nor which names are one person.

mod after_name;
mod before_name;
mod clause;
mod led_by;

use std::ops::Range;

use crate::lexicon::Class;
use crate::mention::{Item, Kind, Mentions, Zone};
use crate::ontology::Office;

/// What a person is said to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// An office by its mention; of several bodies or states that it names, the one of this place.
    Office {
        /// The number of the office mention.
        mention: usize,
        /// The place among several bodies or states, where each has a holder of its own.
        share: Option<usize>,
    },
    /// An office by its mention, in the body of a mention behind the name.
    OfficeOf {
        /// The number of the office mention.
        mention: usize,
        /// The number of the body mention.
        body: usize,
    },
    /// The lead of a body.
    Leads {
        /// The number of the body mention.
        body: usize,
    },
    /// The lead of a delegation.
    HeadsDelegation {
        /// The sentence and item of the word for the delegation.
        delegation: (usize, usize),
    },
}

impl Held {
    /// An office by its mention that is not shared out among several people.
    const fn office(mention: usize) -> Self {
        Self::Office {
            mention,
            share: None,
        }
    }
}

/// A person and an office, with the items that say so.
#[derive(Debug, Clone)]
pub struct Holding {
    /// The number of the person mention.
    pub person: usize,
    /// What is held.
    pub held: Held,
    /// The sentence.
    pub sentence: usize,
    /// The items that say it, the name among them.
    pub cover: Range<usize>,
    /// The rule that read it.
    pub rule: &'static str,
}
/// Reads the offices of all sentences, in the order of the text; what is said twice of a name is told once.
#[must_use]
pub fn holdings(mentions: &Mentions<'_>) -> Vec<Holding> {
    let mut found = Vec::new();
    for (sentence, items) in mentions.items.iter().enumerate() {
        let mut reader = Reader {
            mentions,
            items,
            sentence,
            found: &mut found,
        };
        for (at, item) in items.iter().enumerate() {
            match item.kind {
                Kind::Office(office) => reader.at_office(at, office),
                Kind::Person(person) => reader.at_person(Name { at, person }),
                Kind::Plain(_) => reader.at_word(at),
                Kind::Mark(_) | Kind::Date(_) | Kind::Body(_) => {}
            }
        }
    }
    listed(mentions, &mut found);
    dedup(&mut found);
    found
}

/// "accompanied by three Members of the Senate, namely:" and a list: each who is named first in an item holds the office.
fn listed(mentions: &Mentions<'_>, found: &mut Vec<Holding>) {
    let mut open: Option<usize> = None;
    let sentences = mentions.words.sentences.iter();
    for (sentence, (place, items)) in sentences.zip(&mentions.items).enumerate() {
        if place.zone == Zone::Item
            && let Some(mention) = open
        {
            let first = items
                .iter()
                .enumerate()
                .find_map(|(n, i)| Some((n, i.person()?)));
            if let Some((at, person)) = first {
                found.push(Holding {
                    person,
                    held: Held::office(mention),
                    sentence,
                    cover: at..at + 1,
                    rule: "offices-before-names",
                });
            }
            continue;
        }
        let several = |o: &usize| mentions.offices.get(*o).is_some_and(|o| o.plural);
        let colon = items.last().is_some_and(|i| i.is_mark(':'));
        let last = items.iter().rev().find_map(Item::office).filter(several);
        open = last.filter(|_| colon);
    }
}

/// Keeps the first holding of every name and office.
fn dedup(found: &mut Vec<Holding>) {
    let mut seen: Vec<(usize, Held)> = Vec::new();
    found.retain(|h| {
        let key = (h.person, h.held);
        let new = !seen.contains(&key);
        seen.push(key);
        new
    });
}

/// A name in a sentence.
#[derive(Debug, Clone, Copy)]
struct Name {
    /// Its item.
    at: usize,
    /// The number of the person mention.
    person: usize,
}

/// Reads one sentence. Places are numbers of its items; one behind the last item is nothing and answers no to everything.
struct Reader<'r, 'm, 'a> {
    mentions: &'m Mentions<'a>,
    items: &'m [Item<'a>],
    sentence: usize,
    found: &'r mut Vec<Holding>,
}

impl<'m, 'a> Reader<'_, 'm, 'a> {
    /// The item of a place.
    fn item(&self, at: usize) -> Option<&'m Item<'a>> {
        self.items.get(at)
    }

    /// Whether a place holds a word of a class.
    fn is(&self, at: usize, class: Class) -> bool {
        self.item(at).is_some_and(|i| i.is(class))
    }

    /// Whether a place holds a word of one of the classes.
    fn is_any(&self, at: usize, classes: &[Class]) -> bool {
        self.item(at).is_some_and(|i| i.is_any(classes))
    }

    /// Whether a place holds this sign.
    fn mark(&self, at: usize, mark: char) -> bool {
        self.item(at).is_some_and(|i| i.is_mark(mark))
    }

    /// The person mention of a place.
    fn person(&self, at: usize) -> Option<usize> {
        if let Kind::Person(person) = self.item(at)?.kind {
            Some(person)
        } else {
            None
        }
    }

    /// The office mention of a place.
    fn office(&self, at: usize) -> Option<usize> {
        if let Kind::Office(office) = self.item(at)?.kind {
            Some(office)
        } else {
            None
        }
    }

    /// The body mention of a place.
    fn body(&self, at: usize) -> Option<usize> {
        if let Kind::Body(body) = self.item(at)?.kind {
            Some(body)
        } else {
            None
        }
    }

    /// The first place from one on that holds no word of the classes.
    fn past(&self, from: usize, classes: &[Class]) -> usize {
        let mut next = from;
        while self.is_any(next, classes) {
            next += 1;
        }
        next
    }

    /// Whether an office mention speaks of several holders.
    fn plural(&self, office: usize) -> bool {
        self.mentions.offices.get(office).is_some_and(|o| o.plural)
    }

    /// Notes that a person is said to hold something, by the items `cover`.
    fn push(&mut self, person: usize, held: Held, cover: Range<usize>, rule: &'static str) {
        self.found.push(Holding {
            person,
            held,
            sentence: self.sentence,
            cover,
            rule,
        });
    }

    /// The names of a list that begins at an item: (item, person), and the item behind the list. Offices that stand
    /// behind a name of the list are passed over.
    fn list(&self, from: usize) -> (Vec<(usize, usize)>, usize) {
        let mut people = Vec::new();
        // Each name may have an office of its own before it, where the first one has: "A B and C D".
        let titled = self.office(from).is_some() && self.person(from + 1).is_some();
        let mut at = from + usize::from(titled);
        while let Some(person) = self.person(at) {
            people.push((at, person));
            let behind = self.past_offices(at + 1);
            let mut next = behind;
            while self.mark(next, ',') || self.is(next, Class::And) || self.mark(next, ';') {
                next += 1;
            }
            if titled {
                while self.is(next, Class::Article) {
                    next += 1;
                }
                next += usize::from(self.office(next).is_some());
            }
            if next == behind || self.person(next).is_none() {
                return (people, at + 1);
            }
            at = next;
        }
        (people, at)
    }

    /// The place behind the offices in apposition to a name of a list, where the list goes on there: "A, Chairman of B, and
    /// C"; else the place given.
    fn past_offices(&self, from: usize) -> usize {
        let mut next = from;
        loop {
            if let Some(close) = self.past_bracket(next) {
                next = close;
                continue;
            }
            // "Toby Tiangco of Navotas": where a member is from.
            let seat = self.is(next, Class::Of)
                && self.item(next + 1).is_some_and(|i| {
                    let words = &self.mentions.words;
                    matches!(i.kind, Kind::Plain(_))
                        && words.at(i.words.start).token.shape.is_capital()
                });
            if seat {
                next += 2;
                continue;
            }
            let comma = usize::from(self.mark(next, ','));
            let article = self.past(next + comma, &[Class::Article, Class::Current]);
            let Some(office) = self.office(article) else {
                break;
            };
            if self.plural(office) || comma == 0 && !self.post_nominal(office) {
                break;
            }
            next = article + 1;
        }
        let link = self.mark(next, ';') || self.mark(next, ',') || self.is(next, Class::And);
        if link { next } else { from }
    }

    /// The place behind a short bracket that opens at one: "(Labour)".
    fn past_bracket(&self, at: usize) -> Option<usize> {
        if !self.mark(at, '(') {
            return None;
        }
        let close = (at + 1..at + 8).find(|n| self.mark(*n, ')'))?;
        Some(close + 1)
    }

    /// Whether an office names as many bodies or states as there are people.
    fn shares(&self, office: usize, people: usize) -> bool {
        self.mentions.offices.get(office).is_some_and(|o| {
            o.bodies.len() == people || o.bodies.is_empty() && o.states.len() == people
        })
    }

    /// "MP", "MK": letters that follow a name without a comma.
    fn post_nominal(&self, office: usize) -> bool {
        self.mentions.offices.get(office).is_some_and(|o| {
            let text = self.mentions.words.text_of(&o.words);
            let letters = text.len() <= 4 && text.chars().all(|c| c.is_uppercase() || c == '.');
            letters && o.can_be(&self.mentions.words, Office::Member)
        })
    }
}
