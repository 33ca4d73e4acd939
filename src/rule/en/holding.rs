//! Who is said to hold which office: an office before a name, behind it, in a clause, in a list.

use std::ops::Range;

use crate::lexicon::Class;
use crate::mention::{Item, Kind, Mentions};
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

/// Reads the offices of all sentences.
#[must_use]
pub fn holdings(mentions: &Mentions<'_>) -> Vec<Holding> {
    let mut found = Vec::new();
    for (sentence, items) in mentions.items.iter().enumerate() {
        let reader = Reader {
            mentions,
            items,
            sentence,
        };
        for at in 0..items.len() {
            match items.get(at).map(|i| i.kind) {
                Some(Kind::Office(office)) => reader.at_office(at, office, &mut found),
                Some(Kind::Person(person)) => reader.at_person(at, person, &mut found),
                Some(Kind::Plain(_)) => reader.at_word(at, &mut found),
                _ => {}
            }
        }
    }
    dedup(&mut found);
    found
}

fn dedup(found: &mut Vec<Holding>) {
    let mut seen: Vec<(usize, Held)> = Vec::new();
    found.retain(|h| {
        let key = (h.person, h.held);
        let new = !seen.contains(&key);
        seen.push(key);
        new
    });
}

struct Reader<'m, 'a> {
    mentions: &'m Mentions<'a>,
    items: &'m [Item<'a>],
    sentence: usize,
}

impl Reader<'_, '_> {
    fn item(&self, at: usize) -> Option<&Item<'_>> {
        self.items.get(at)
    }

    fn is(&self, at: usize, class: Class) -> bool {
        self.item(at).is_some_and(|i| i.is(class))
    }

    fn mark(&self, at: usize, mark: char) -> bool {
        self.item(at).is_some_and(|i| i.is_mark(mark))
    }

    fn person(&self, at: usize) -> Option<usize> {
        if let Kind::Person(person) = self.item(at)?.kind {
            Some(person)
        } else {
            None
        }
    }

    fn office(&self, at: usize) -> Option<usize> {
        if let Kind::Office(office) = self.item(at)?.kind {
            Some(office)
        } else {
            None
        }
    }

    fn body(&self, at: usize) -> Option<usize> {
        if let Kind::Body(body) = self.item(at)?.kind {
            Some(body)
        } else {
            None
        }
    }

    fn plural(&self, office: usize) -> bool {
        self.mentions.offices.get(office).is_some_and(|o| o.plural)
    }

    fn push(
        &self,
        found: &mut Vec<Holding>,
        person: usize,
        held: Held,
        cover: Range<usize>,
        rule: &'static str,
    ) {
        found.push(Holding {
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
            let mut next = at + 1;
            while self.mark(next, ',') || self.is(next, Class::And) || self.mark(next, ';') {
                next += 1;
            }
            if titled {
                while self.is(next, Class::Article) {
                    next += 1;
                }
                next += usize::from(self.office(next).is_some());
            }
            if next == at + 1 || self.person(next).is_none() {
                return (people, at + 1);
            }
            at = next;
        }
        (people, at)
    }

    /// "Speaker A B", "the Speaker, A B,", "Vice-Presidents: A, B and C".
    fn at_office(&self, at: usize, office: usize, found: &mut Vec<Holding>) {
        self.chain(at, office, found);
        let plural = self.plural(office);
        let held = |share| Held::Office {
            mention: office,
            share,
        };
        if self.post_nominal(office) && at.checked_sub(1).is_some_and(|b| self.person(b).is_some())
        {
            return;
        }
        if let Some(person) = self.person(at + 1) {
            let (people, end) = self.list(at + 1);
            if plural && people.len() > 1 {
                let shares = self.shares(office, people.len());
                for (n, (_, person)) in people.iter().enumerate() {
                    self.push(
                        found,
                        *person,
                        held(shares.then_some(n)),
                        at..end,
                        "offices-before-names",
                    );
                }
            } else if !plural || people.len() == 1 {
                self.push(found, person, held(None), at..at + 2, "office-before-name");
            }
            return;
        }
        self.at_a_distance(at, office, found);
        let colon = self.mark(at + 1, ':');
        let comma = self.mark(at + 1, ',');
        let (people, end) = self.list(at + 2);
        if plural && (colon || comma) && people.len() > 1 {
            for (_, person) in &people {
                self.push(found, *person, held(None), at..end, "offices-before-names");
            }
        } else if !plural
            && (comma || colon)
            && people.len() == 1
            && !self.belongs_to_name_before(at)
        {
            let closed = self.item(end).is_none_or(|i| {
                matches!(i.kind, Kind::Mark(_)) || i.is_any(&[Class::Say, Class::And, Class::Who])
            });
            if let Some((_, person)) = people
                .first()
                .filter(|_| closed || comma && self.definite(at))
            {
                self.push(found, *person, held(None), at..end, "office-before-name");
            }
        }
    }

    /// "First Deputy Chairman of A, Co-Chair of B C D": the earlier offices of a chain belong to the same name.
    fn chain(&self, at: usize, office: usize, found: &mut Vec<Holding>) {
        let mut next = at + 1;
        next += usize::from(self.mark(next, ','));
        next += usize::from(self.is(next, Class::And) || self.is(next, Class::Current));
        next += usize::from(self.is(next, Class::Article));
        if next == at + 1 || self.belongs_to_name_before(at) || self.plural(office) {
            return;
        }
        if let (Some(second), Some(person)) = (self.office(next), self.person(next + 1))
            && !self.plural(second)
        {
            let rule = "office-before-name";
            self.push(
                found,
                person,
                Held::Office {
                    mention: office,
                    share: None,
                },
                at..next + 2,
                rule,
            );
        }
    }

    /// "Two members of the Group travelled with him, A and B."
    fn at_a_distance(&self, at: usize, office: usize, found: &mut Vec<Holding>) {
        let comma = (at + 2..at + 7).find(|n| self.mark(*n, ','));
        let plain = |n: usize| {
            self.item(n)
                .is_some_and(|i| matches!(i.kind, Kind::Plain(_)))
        };
        let Some(comma) = comma.filter(|c| self.plural(office) && (at + 1..*c).all(plain)) else {
            return;
        };
        let (people, end) = self.list(comma + 1);
        let closed = self.item(end).is_none_or(|i| i.is_mark('.'));
        for (_, person) in people.iter().filter(|_| closed && people.len() > 1) {
            self.push(
                found,
                *person,
                Held::Office {
                    mention: office,
                    share: None,
                },
                comma + 1..end,
                "offices-before-names",
            );
        }
    }

    fn definite(&self, at: usize) -> bool {
        at.checked_sub(1)
            .is_some_and(|b| self.is(b, Class::Article))
    }

    /// Whether an office stands in apposition to the name before it.
    fn belongs_to_name_before(&self, at: usize) -> bool {
        let mut before = at;
        while before
            .checked_sub(1)
            .is_some_and(|b| self.is(b, Class::Article) || self.mark(b, ',') || self.mark(b, '('))
        {
            before -= 1;
        }
        before < at
            && before
                .checked_sub(1)
                .is_some_and(|b| self.person(b).is_some())
    }

    /// Whether an office names as many bodies or states as there are people.
    fn shares(&self, office: usize, people: usize) -> bool {
        self.mentions.offices.get(office).is_some_and(|o| {
            o.bodies.len() == people || o.bodies.is_empty() && o.states.len() == people
        })
    }

    /// "A B, Speaker of C and member of D", "A B (Speaker of C)", "A B MP", "A B, who chairs C", "A B is Speaker".
    fn at_person(&self, at: usize, person: usize, found: &mut Vec<Holding>) {
        let mut next = at + 1;
        if let Some(office) = self.office(next)
            && self.post_nominal(office)
        {
            self.push(
                found,
                person,
                Held::Office {
                    mention: office,
                    share: None,
                },
                at..next + 1,
                "letters-after-name",
            );
            next += 1;
        }
        let opens = |n: usize| {
            self.mark(n, ',')
                || self.mark(n, '(')
                || self.mark(n, '–')
                || self.mark(n, '—')
                || self.mark(n, '-')
        };
        let mut linked = false;
        if opens(next) {
            linked = true;
            next += 1;
        }
        self.appositions(at, person, next, linked, found);
        self.elected_as(at, person, found);
        self.clause(at, person, next, found);
    }

    /// "elected A B as President of C".
    fn elected_as(&self, at: usize, person: usize, found: &mut Vec<Holding>) {
        let mut next = at + 1;
        if !self.is(next, Class::As) {
            return;
        }
        next += 1;
        while self.is(next, Class::Article)
            || self.is(next, Class::His)
            || self.is(next, Class::Current)
        {
            next += 1;
        }
        let elected = (at.saturating_sub(6)..at).any(|b| self.is(b, Class::Elect));
        if let Some(office) = self.office(next).filter(|_| elected) {
            self.push(
                found,
                person,
                Held::Office {
                    mention: office,
                    share: None,
                },
                at..next + 1,
                "elected-as-office",
            );
        }
    }

    /// "MP", "MK": letters that follow a name without a comma.
    fn post_nominal(&self, office: usize) -> bool {
        self.mentions.offices.get(office).is_some_and(|o| {
            let text = self.mentions.words.text_of(&o.words);
            let letters = text.len() <= 4 && text.chars().all(|c| c.is_uppercase() || c == '.');
            letters && o.can_be(&self.mentions.words, Office::Member)
        })
    }

    fn appositions(
        &self,
        at: usize,
        person: usize,
        from: usize,
        linked: bool,
        found: &mut Vec<Holding>,
    ) {
        if !linked {
            return;
        }
        let mut next = from;
        let respective = self.is(next, Class::Respectively);
        next += usize::from(respective);
        let mut read = 0;
        loop {
            let start = next;
            while self.is(next, Class::Article)
                || self.is(next, Class::Current)
                || self.is(next, Class::His)
                || self.is(next, Class::Both)
            {
                next += 1;
            }
            let Some(office) = self.office(next) else {
                break;
            };
            // "A, Speaker B": the office belongs to the name behind it.
            if self.person(next + 1).is_some() {
                break;
            }
            if self.plural(office) {
                self.distributed(at, office, next, found);
                break;
            }
            let comma_name = self.mark(next + 1, ',') && self.person(next + 2).is_some();
            let closed = self.mark(next + 3, ',')
                || self
                    .item(next + 3)
                    .is_some_and(|i| i.is_any(&[Class::Be, Class::Say, Class::Have]));
            // "Office, A, Office, B": the office before a name that closes with a comma is that of the name behind it.
            let introduced = at.checked_sub(1).is_some_and(|b| {
                self.office(b).is_some()
                    || self.mark(b, ',')
                        && b.checked_sub(1).is_some_and(|c| self.office(c).is_some())
            });
            if comma_name
                && (read > 0 || introduced)
                && (closed || self.is(start.saturating_sub(1), Class::And))
            {
                break;
            }
            self.push(
                found,
                person,
                Held::Office {
                    mention: office,
                    share: None,
                },
                at..next + 1,
                "office-after-name",
            );
            read += 1;
            next += 1;
            if self.is(next, Class::Who) {
                self.clause(at, person, next, found);
            }
            let goes_on = self.is(next, Class::And) || self.mark(next, ',');
            if !goes_on {
                break;
            }
            if self.is(next + 1, Class::Who) || self.is(next + 1, Class::Lead) {
                self.clause(at, person, next + 1, found);
                break;
            }
            next += 1;
            next += usize::from(self.is(next, Class::And));
        }
    }

    /// "A and B, Chairs of the C and of the D respectively", "A, B and C, respectively the presidents of D and E and ...".
    fn distributed(&self, last: usize, office: usize, at: usize, found: &mut Vec<Holding>) {
        let people = self.list_before(last);
        let shares = self.shares(office, people.len());
        // Several offices follow each other: the first ones belong to the first people.
        let Some(mention) = self.mentions.offices.get(office) else {
            return;
        };
        let named = mention.bodies.len().max(mention.states.len());
        let first = if !shares && named > 1 && named < people.len() {
            named
        } else {
            people.len()
        };
        for (n, (_, person)) in people.iter().take(first).enumerate() {
            let share = (shares || named == first && named > 1).then_some(n);
            self.push(
                found,
                *person,
                Held::Office {
                    mention: office,
                    share,
                },
                last..at + 1,
                "offices-respectively",
            );
        }
        let mut next = at + 1;
        for (_, person) in people.iter().skip(first) {
            while self.mark(next, ',') || self.is(next, Class::And) || self.is(next, Class::Article)
            {
                next += 1;
            }
            let Some(office) = self.office(next) else {
                return;
            };
            self.push(
                found,
                *person,
                Held::Office {
                    mention: office,
                    share: None,
                },
                last..next + 1,
                "offices-respectively",
            );
            next += 1;
        }
    }

    /// The names of the list that ends at an item.
    fn list_before(&self, last: usize) -> Vec<(usize, usize)> {
        let mut people: Vec<(usize, usize)> = Vec::new();
        let mut at = last;
        while let Some(person) = self.person(at) {
            people.insert(0, (at, person));
            let mut before = at;
            while before
                .checked_sub(1)
                .is_some_and(|b| self.mark(b, ',') || self.is(b, Class::And))
            {
                before -= 1;
            }
            match before.checked_sub(1) {
                Some(b) if before < at && self.person(b).is_some() => at = b,
                _ => break,
            }
        }
        people
    }

    /// "who chairs the C", "who is also Speaker of D", "is the Speaker of E", "leads the delegation".
    fn clause(&self, at: usize, person: usize, from: usize, found: &mut Vec<Holding>) {
        let mut next = from;
        next += usize::from(self.mark(next, ','));
        let relative = self.is(next, Class::Who);
        next += usize::from(relative);
        let mut be = false;
        while [
            Class::Be,
            Class::Have,
            Class::Current,
            Class::Article,
            Class::Former,
        ]
        .iter()
        .any(|c| self.is(next, *c))
        {
            be |= self.is(next, Class::Be) || self.is(next, Class::Former);
            next += 1;
        }
        if be && let Some(office) = self.office(next) {
            if !self.plural(office) && self.person(next + 1).is_none() {
                let rule = if relative {
                    "who-is-office"
                } else {
                    "name-is-office"
                };
                self.push(
                    found,
                    person,
                    Held::Office {
                        mention: office,
                        share: None,
                    },
                    at..next + 1,
                    rule,
                );
            }
            // "who used to be A and is B".
            if self.is(next + 1, Class::And) && self.is(next + 2, Class::Be) {
                self.clause(at, person, next + 2, found);
            }
            return;
        }
        if !be && self.is(next, Class::Lead) {
            self.leads(at, person, next + 1, found);
        }
    }

    /// What stands behind "chairs", "heads", "leads".
    fn leads(&self, at: usize, person: usize, from: usize, found: &mut Vec<Holding>) {
        let mut next = from;
        while next < from + 6
            && self.item(next).is_some_and(|i| {
                i.is_any(&[Class::Article, Class::His, Class::Current])
                    || i.state().is_some() && !i.is(Class::Delegation)
                    || i.is_mark('’')
            })
        {
            next += 1;
        }
        if let Some(body) = self.body(next) {
            if self.is(next + 1, Class::Delegation)
                || self.mark(next + 1, '’') && self.is(next + 2, Class::Delegation)
            {
                let place = if self.is(next + 1, Class::Delegation) {
                    next + 1
                } else {
                    next + 2
                };
                self.push(
                    found,
                    person,
                    Held::HeadsDelegation {
                        delegation: (self.sentence, place),
                    },
                    at..place + 1,
                    "leads-delegation",
                );
            } else {
                self.push(
                    found,
                    person,
                    Held::Leads { body },
                    at..next + 1,
                    "leads-body",
                );
            }
            return;
        }
        let limit = next + 4;
        while next < limit
            && self
                .item(next)
                .is_some_and(|i| matches!(i.kind, Kind::Plain(_)) && !i.is(Class::Delegation))
        {
            next += 1;
        }
        if self.is(next, Class::Delegation) {
            self.push(
                found,
                person,
                Held::HeadsDelegation {
                    delegation: (self.sentence, next),
                },
                at..next + 1,
                "leads-delegation",
            );
        }
    }

    /// The word for a delegation in a sentence.
    fn delegation_in(&self, sentence: usize) -> Option<usize> {
        self.mentions
            .items
            .get(sentence)?
            .iter()
            .position(|i| i.is(Class::Delegation))
    }

    /// "a delegation led by A B", "friendship groups led by A and B"; "at the head of a delegation".
    fn at_word(&self, at: usize, found: &mut Vec<Holding>) {
        if !self.is(at, Class::LedBy)
            || self
                .mentions
                .words
                .text_of(&self.items.get(at).map_or(0..0, |i| i.words.clone()))
                .eq_ignore_ascii_case("with")
        {
            return;
        }
        let mut next = at + 1;
        while self.is(next, Class::Article)
            || self.is(next, Class::His)
            || self.office(next).is_some()
            || self.mark(next, ',')
        {
            next += 1;
        }
        let titled = (at + 1..next).any(|n| self.office(n).is_some());
        let (people, end) = self.list(next);
        if people.is_empty() {
            return;
        }
        let several = if people.len() == 2 { 2 } else { 1 };
        // What is led stands before: "delegation ... led by", "groups of friendship between the two countries led by".
        for back in (0..at).rev().take(14) {
            if self.is(back, Class::Delegation) {
                for (_, person) in people.iter().take(several) {
                    self.push(
                        found,
                        *person,
                        Held::HeadsDelegation {
                            delegation: (self.sentence, back),
                        },
                        next..end,
                        "delegation-led-by",
                    );
                }
                return;
            }
            if let Some(body) = self.body(back) {
                let of_delegation = self.is(0, Class::It)
                    && self
                        .delegation_in(self.sentence.saturating_sub(1))
                        .is_some();
                if let (true, Some(place)) = (
                    of_delegation,
                    self.delegation_in(self.sentence.saturating_sub(1)),
                ) {
                    for (_, person) in people.iter().take(several) {
                        let delegation = (self.sentence.saturating_sub(1), place);
                        self.push(
                            found,
                            *person,
                            Held::HeadsDelegation { delegation },
                            next..end,
                            "delegation-led-by",
                        );
                    }
                }
                if titled {
                    return;
                }
                for (_, person) in people.iter().take(several) {
                    self.push(
                        found,
                        *person,
                        Held::Leads { body },
                        next..end,
                        "body-led-by",
                    );
                }
                return;
            }
            if self.person(back).is_some() {
                return;
            }
        }
    }
}
