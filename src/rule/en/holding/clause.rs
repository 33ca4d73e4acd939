//! Clauses that tell what a name's bearer holds: "who is also Speaker of C", "chairs the D", "leads the delegation".
//!
//! In comes a name and where the clause begins, out come its holdings. This module never crosses into another clause, but
//! for "who used to be A and is B".

use std::ops::Range;

use super::{Held, Name, Reader, term};
use crate::lexicon::Class;
use crate::mention::Kind;
use crate::ontology::NodeKind;

/// When somebody serves as what an office says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Serves {
    /// "serves as".
    Now,
    /// "served as", which may be over.
    Once,
}

/// An office that a clause tells of somebody.
#[derive(Debug, Clone, Copy)]
struct Predicate {
    /// The number of the office mention.
    office: usize,
    /// Its place.
    at: usize,
    /// Whether the clause begins with "who".
    relative: bool,
    /// Whether it takes one out of several.
    one: bool,
    /// Whether somebody serves as what the office says.
    serves: Option<Serves>,
}

impl Reader<'_, '_, '_> {
    /// "who chairs the C", "who is also Speaker of D", "is the Speaker of E", "leads the delegation".
    pub(super) fn clause(&mut self, name: Name, from: usize) {
        if self.sits(name, from) {
            return;
        }
        let mut next = from;
        next += usize::from(self.mark(next, ','));
        let relative = self.is(next, Class::Who);
        next += usize::from(relative);
        let serves = self.serves(next);
        let mut be = self.becomes(next) || serves.is_some();
        next += usize::from(be);
        while self.is_any(
            next,
            &[
                Class::Be,
                Class::Have,
                Class::Current,
                Class::Article,
                Class::Former,
                Class::Future,
            ],
        ) {
            be |= self.is(next, Class::Be) || self.is(next, Class::Former);
            next += 1;
        }
        let one_of = self.one_of(next).filter(|_| be);
        next = one_of.unwrap_or(next);
        if be {
            next = self.past_election(next);
        }
        if be && let Some(office) = self.office(next) {
            let told = Predicate {
                office,
                at: next,
                relative,
                one: one_of.is_some(),
                serves,
            };
            self.predicate(name, from, told);
            // "who used to be A and is B".
            if self.is(next + 1, Class::And) && self.is(next + 2, Class::Be) {
                self.clause(name, next + 2);
            }
        } else if let Some(to) = self.elected_to(from, next) {
            self.leads(name, to);
        } else if self.is(next, Class::Lead) && (!be || self.heads(next)) {
            self.leads(name, next + 1);
        }
    }

    /// Notes the office that a clause, which begins at a place, tells of the bearer of a name or of all of a list.
    fn predicate(&mut self, name: Name, from: usize, told: Predicate) {
        let rule = if told.relative {
            "who-is-office"
        } else {
            "name-is-office"
        };
        // "The host of A is the Speaker": the office is the host's.
        let before = name.at.checked_sub(1);
        let of_other = !told.relative && before.is_some_and(|b| self.is(b, Class::Of));
        // "With A are the Deputy Chairman, B, and C": the office is that of somebody else.
        let words = &self.mentions.words;
        let are = |n: usize| {
            self.item(n)
                .is_some_and(|i| words.say(&i.words, &["are", "were"]))
        };
        let with = before.is_some_and(|b| {
            let titled = self.office(b).is_some() && b > 0;
            self.is(b, Class::With) || titled && self.is(b - 1, Class::With)
        });
        let of_other = of_other || with && !told.relative && (from..told.at).any(are);
        // "had been Ambassador to A": before what is told.
        let had =
            (from..told.at).any(|n| self.item(n).is_some_and(|i| words.say(&i.words, &["had"])));
        // "the late A, who was Chair of B".
        let late =
            before.is_some_and(|b| self.item(b).is_some_and(|i| words.say(&i.words, &["late"])));
        // "is expected to be elected", "could become": nobody has the office yet.
        let open = [Class::Future, Class::Wish, Class::Negation];
        if !told.relative && (from..told.at).any(|n| self.is_any(n, &open)) {
            return;
        }
        let over_by_word = late || (from..told.at).any(|n| self.is(n, Class::Former));
        let serves = told.serves.or(had.then_some(Serves::Once));
        let held = Held::office(told.office);
        let cover = name.at..told.at + 1;
        let several = self.plural(told.office);
        if (!several || told.one)
            && self.person(told.at + 1).is_none()
            && !of_other
            && !over_by_word
            && !self.is_over((held, cover.clone()), from, serves)
        {
            self.push(name.person, held, cover, rule);
        } else if several && !over_by_word && !self.were(from..told.at, told.office) {
            self.all_of(name, (told.at, told.office), rule);
        }
    }

    /// "one of its Vice-Chairs": where the office of several stands out of whom words at a place take one.
    fn one_of(&self, at: usize) -> Option<usize> {
        let words = &self.mentions.words;
        let one = self.item(at).is_some_and(|i| words.say(&i.words, &["one"]));
        let office = self.past(at + 2, &[Class::Article, Class::His, Class::Number]);
        let several = self.office(office).is_some_and(|o| self.plural(o));
        (one && self.is(at + 1, Class::Of) && several).then_some(office)
    }

    /// "A, B and C became Vice Presidents of D": an office of several that the clause about the last name of a list tells of all.
    pub(super) fn all_of(&mut self, name: Name, (at, office): (usize, usize), rule: &'static str) {
        let people = self.row_before(name.at);
        if people.len() < 2 {
            return;
        }
        for (place, person) in people {
            self.push(person, Held::office(office), place..at + 1, rule);
        }
    }

    /// Whether a place holds "serves as" or "served as".
    fn serves(&self, at: usize) -> Option<Serves> {
        let row = self.item(at)?.word(Class::Serve)?;
        let once = self.mentions.words.lexicon.value(row) == 1;
        Some(if once { Serves::Once } else { Serves::Now })
    }

    /// "was Speaker from the first day", "served as Speaker": whether an office is one of the past. Where its years are told, they
    /// bound it.
    fn is_over(
        &self,
        (held, cover): (Held, Range<usize>),
        from: usize,
        serves: Option<Serves>,
    ) -> bool {
        let times = term::times(self.mentions, self.items, (held, &cover));
        match serves {
            Some(Serves::Once) => times.since.is_none() && times.until.is_none(),
            Some(Serves::Now) | None => {
                let over = self.ends_behind(cover.end) || self.was_one_once(from, cover.end);
                self.was(from) && over && times.until.is_none()
            }
        }
    }

    /// The place behind "chosen as the", "elected the", "appointed on 3 May as", where the office stands.
    fn past_election(&self, from: usize) -> usize {
        let behind = if self.is(from, Class::Elect) {
            from + 1
        } else if from
            .checked_sub(1)
            .is_some_and(|b| self.is(b, Class::Elect))
        {
            from
        } else {
            return from;
        };
        let date = |n: usize| matches!(self.item(n).map(|i| i.kind), Some(Kind::Date(_)));
        let dated = self.is_any(behind, &[Class::On, Class::In])
            && (date(behind + 1) || self.is_year(behind + 1))
            && self.is(behind + 2, Class::As);
        let at = behind + if dated { 2 } else { 0 };
        if self.is(from, Class::Elect) || self.is(at, Class::As) {
            self.past(at, &[Class::As, Class::Article, Class::Current])
        } else {
            from
        }
    }

    /// "who sits in the Senate", ", of the Senate,": notes a seat in the body right behind such words, and gives whether there is
    /// one.
    fn sits(&mut self, name: Name, from: usize) -> bool {
        let behind_comma = self.mark(from.saturating_sub(1), ',') || self.mark(from, ',');
        let comma = from + usize::from(self.mark(from, ','));
        let verb = self.past(comma, &[Class::Who]);
        let of = self.is(comma, Class::Of) && behind_comma && comma == name.at + 2;
        if !self.is(verb, Class::Sit) && !of {
            return false;
        }
        let next = self.past(if of { comma } else { verb } + 1, &[Class::Article]);
        // "the Presidents of the Senates of Chile, A, of Uruguay, B": what is told is of B.
        let by_state = |b: &usize| {
            let body = self.mentions.bodies.get(*b);
            body.is_some_and(|b| b.kind != NodeKind::Commission && b.called.is_some())
        };
        let body = self.body(next).filter(|_| !self.mark(next + 1, '’'));
        let Some(body) = body.filter(|b| !by_state(b)) else {
            return false;
        };
        let closed = !of || self.mark(next + 1, ',') || self.mark(next + 1, ';');
        if closed {
            self.push(
                name.person,
                Held::SitsIn { body },
                name.at..next + 1,
                "sits-in-body",
            );
        }
        closed
    }

    /// Whether a place holds a verb by which somebody comes into an office, or stays in it.
    pub(super) fn becomes(&self, at: usize) -> bool {
        self.is(at, Class::Become)
    }

    /// "was elected by his peers to preside over": where what is led begins.
    fn elected_to(&self, from: usize, at: usize) -> Option<usize> {
        let elected = (from..=at).any(|n| self.is(n, Class::Elect));
        let to = (at..at + 8).find(|n| self.is(*n, Class::To) && self.is(n + 1, Class::Lead))?;
        elected.then_some(to + 2)
    }

    /// "at the head of", "at the helm of": words for a lead behind "is".
    fn heads(&self, at: usize) -> bool {
        self.item(at)
            .is_some_and(|i| self.mentions.words.text_of(&i.words).contains("at the he"))
    }

    /// Whether a clause that begins at a place is in the past.
    fn was(&self, from: usize) -> bool {
        (from..from + 3).any(|n| self.is(n, Class::PastBe) || self.serves(n) == Some(Serves::Once))
    }

    /// "A, who was a Vice-President in B, defeated C": whether a clause between commas that begins at a place tells what somebody was before.
    fn was_one_once(&self, from: usize, end: usize) -> bool {
        let who = from + usize::from(self.mark(from, ','));
        let one = self.is(who, Class::Who) && self.is(who + 1, Class::PastBe);
        let mut rest = (end..end + 5).take_while(|n| self.person(*n).is_none());
        one && self.says(who + 2, &["a", "an"]) && rest.any(|n| self.mark(n, ','))
    }

    /// "were members of C": whether several are told to have held an office of which no verb says that they came into it.
    fn were(&self, mut places: Range<usize>, office: usize) -> bool {
        let elected = self.mentions.offices.get(office).is_some_and(|o| o.elected)
            || places.clone().any(|n| self.is(n, Class::Elect));
        !elected && places.any(|n| self.is(n, Class::PastBe))
    }

    /// "until 2019", "from 2011 to 2015", "in 2010": an end, or a time that is over, stands behind an office.
    fn ends_behind(&self, at: usize) -> bool {
        (at..at + 5).any(|n| {
            self.item(n).is_some_and(|i| {
                matches!(
                    self.mentions.words.text_of(&i.words),
                    "until" | "till" | "from" | "between" | "during"
                )
            })
        })
    }

    /// What stands behind "chairs", "heads", "leads": a body, or a delegation within a few words.
    fn leads(&mut self, name: Name, from: usize) {
        if let Some(body) = self.group_called_it(name.at, from) {
            let held = Held::Leads { body };
            self.push(name.person, held, name.at..from + 1, "leads-body");
            return;
        }
        let mut next = from;
        let passed_over = |n: usize| {
            self.item(n).is_some_and(|i| {
                i.is_any(&[Class::Article, Class::His, Class::Current])
                    || i.state().is_some() && !i.is(Class::Delegation)
                    || i.is_mark('’')
            })
        };
        while next < from + 6 && passed_over(next) {
            next += 1;
        }
        if let Some(body) = self.body(next) {
            if self.is(next + 1, Class::Delegation) {
                self.leads_delegation(name, next + 1);
            } else if self.mark(next + 1, '’') && self.is(next + 2, Class::Delegation) {
                self.leads_delegation(name, next + 2);
            } else if let (true, Some(body)) = (self.mark(next + 1, '’'), self.body(next + 2)) {
                // "heads the Senate's Committee on Trade".
                let held = Held::Leads { body };
                self.push(name.person, held, name.at..next + 3, "leads-body");
            } else {
                let held = Held::Leads { body };
                self.push(name.person, held, name.at..next + 1, "leads-body");
            }
            return;
        }
        // "leads the four-member delegation".
        let limit = next + 6;
        let other_word = |n: usize| {
            self.item(n).is_some_and(|i| {
                // "leads the debate on the delegation": something else is led.
                let governs = [
                    Class::Preposition,
                    Class::On,
                    Class::With,
                    Class::Of,
                    Class::To,
                    Class::In,
                ];
                matches!(i.kind, Kind::Plain(_) | Kind::Mark('-'))
                    && !i.is(Class::Delegation)
                    && !i.is_any(&governs)
            })
        };
        while next < limit && other_word(next) {
            next += 1;
        }
        if self.is(next, Class::Delegation) {
            self.leads_delegation(name, next);
        }
    }

    /// Notes that a name's bearer leads the delegation of a place.
    fn leads_delegation(&mut self, name: Name, place: usize) {
        // "headed the delegation in 1999": long ago.
        let dated = (place + 1..place + 5).any(|n| self.is(n, Class::In) && self.is_year(n + 1));
        if self.is_shown(place) || dated {
            return;
        }
        let held = Held::HeadsDelegation {
            delegation: (self.sentence, place),
        };
        self.push(name.person, held, name.at..place + 1, "leads-delegation");
    }
}
