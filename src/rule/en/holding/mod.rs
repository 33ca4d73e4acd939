//! Who is said to hold which office: an office before a name, behind it, in a clause, in a list.
//!
//! In come the items of the sentences, out come pairs of a name and what its bearer is said to hold, each with the items
//! that say so. This module never decides in which body or state an office is held, nor which names are one person.

mod after_name;
mod at_head;
mod before_name;
mod chain;
mod chosen;
mod clause;
mod composed;
mod distance;
mod distinctions;
mod each;
mod elected;
mod gloss;
mod leader_titles;
mod leading;
mod led_apart;
mod led_by;
mod led_too;
mod list;
mod not_theirs;
mod party;
mod represents;
mod row;
mod row_ahead;
mod same_office;
mod seats;
mod segment;
mod sitting;
mod stacked;
mod term;
mod they;
mod titled_row;

pub(super) use leader_titles::COMMITTEES;
pub(super) use led_apart::are_of_several;
pub(super) use led_by::is_shown;
pub(super) use term::Times;

use std::ops::Range;

use crate::lexicon::{Class, Cue};
use crate::mention::{Item, Kind, Mentions, Zone, year_at};
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
    /// An office by its mention, in what an office behind it names: "President and Vice-President of A".
    OfficeLike {
        /// The number of the office mention.
        mention: usize,
        /// The number of the office mention that names the body or state.
        owner: usize,
    },
    /// The lead of a body.
    Leads {
        /// The number of the body mention.
        body: usize,
    },
    /// A seat in a body.
    SitsIn {
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
    /// When the office was taken and left, as far as the words tell.
    pub times: Times,
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
                Kind::Plain(_) => {
                    reader.at_word(at);
                    reader.at_its_head(at);
                    reader.led_by_the_way(at);
                    reader.that_of(at);
                    reader.represents(at);
                    reader.made_up_of(at);
                }
                Kind::Mark(_) | Kind::Date(_) | Kind::Body(_) => {}
            }
        }
    }
    listed(mentions, &mut found);
    seats::seated(mentions, &mut found);
    they::they_are(mentions, &mut found);
    dedup(&mut found);
    found
}

/// "accompanied by three Members of the Senate, namely:" and a list: each who is named first in an item holds the office.
fn listed(mentions: &Mentions<'_>, found: &mut Vec<Holding>) {
    let mut open: Option<Held> = None;
    let sentences = mentions.words.sentences.iter();
    for (sentence, (place, items)) in sentences.zip(&mentions.items).enumerate() {
        if place.zone == Zone::Item
            && let Some(held) = open
        {
            let first = items
                .iter()
                .enumerate()
                .find_map(|(n, i)| Some((n, i.person()?)));
            if let Some((at, person)) = first {
                found.push(Holding {
                    person,
                    held,
                    sentence,
                    cover: at..at + 1,
                    rule: "offices-before-names",
                    times: Times::default(),
                });
            }
            continue;
        }
        let several = |o: &usize| mentions.offices.get(*o).is_some_and(|o| o.plural);
        if !items.last().is_some_and(|i| i.is_mark(':')) {
            open = None;
            continue;
        }
        // "the deputies met with:": those listed are others.
        let ends = [
            Class::Meet,
            Class::Receive,
            Class::CallOn,
            Class::MeetingNoun,
            Class::Hold,
            Class::With,
        ];
        let mut near = items.iter().rev().take_while(|i| !i.is_any(&ends));
        // "The heads of delegations that take part in the meeting are as follows:".
        let heads = |o: &usize| {
            let office = mentions.offices.get(*o);
            office.is_some_and(|o| o.can_be(&mentions.words, Office::HeadOfDelegation))
        };
        let first = items
            .first()
            .and_then(Item::office)
            .or_else(|| items.get(1)?.office());
        let last = near.find_map(Item::office).or(first.filter(heads));
        let last = last.filter(several).map(Held::office);
        let led = || delegations_led(mentions, items).map(|at| (sentence, at));
        let led = || led().map(|delegation| Held::HeadsDelegation { delegation });
        open = last.or_else(led);
    }
}

/// "Delegations are headed as follows:": the place of the word for several delegations that begins a sentence in which they are led.
fn delegations_led(mentions: &Mentions<'_>, items: &[Item<'_>]) -> Option<usize> {
    let words = &mentions.words;
    let several = |i: &Item<'_>| i.is(Class::Delegation) && words.say(&i.words, &["delegations"]);
    let at = items.iter().take(3).position(several)?;
    let leads = |i: &Item<'_>| {
        let text = words.small(&i.words);
        text.ends_with("headed") || text.ends_with("led")
    };
    items.iter().any(leads).then_some(at)
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

    /// Whether the item of a place is one of these phrases, in whatever case.
    fn says(&self, at: usize, phrases: &[&str]) -> bool {
        let words = &self.mentions.words;
        self.item(at).is_some_and(|i| words.say(&i.words, phrases))
    }

    /// Whether the words at a place are a cue for something.
    fn is_cue(&self, at: usize, cue: Cue) -> bool {
        let words = &self.mentions.words;
        self.item(at).is_some_and(|i| words.are_cue(&i.words, cue))
    }

    /// Whether a year stands alone at a place.
    fn is_year(&self, at: usize) -> bool {
        year_at(&self.mentions.words, self.items, at).is_some()
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
        let times = term::times(self.mentions, self.items, (held, &cover));
        self.found.push(Holding {
            person,
            times,
            held,
            sentence: self.sentence,
            cover,
            rule,
        });
    }
}
