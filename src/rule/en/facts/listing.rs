//! Members of a delegation who are named before the words that say so: "A, B and C, who are the other members of the delegation",
//! "A and B, both members of the delegation".
//!
//! In comes a sentence, out come the items that name them. This module never reads names behind such words.

use super::Facts;
use super::opening::Opening;
use super::roster::MEETS;
use crate::lexicon::{Class, Cue};
use crate::mention::{Item, Kind};

/// The value of a phrase that says itself whose company it is: "had at her side".
const OWN: u8 = 1;
/// That of a participle: "made up of".
pub(super) const PARTICIPLE: u8 = 2;
/// That of a phrase that speaks of those before: "among them are".
const OF_THEM: u8 = 3;

impl Facts<'_, '_> {
    /// "Deputies A, B and C, headed by Deputy Speaker D, have arrived": the items of a list of several whom somebody leads who is
    /// named behind it.
    pub(super) fn members_led(&self, items: &[Item<'_>]) -> Option<Opening> {
        if let Some(opening) = self.members_headed(items) {
            return Some(opening);
        }
        let led = (2..items.len()).find(|n| {
            let by = items.get(*n).is_some_and(|i| i.is(Class::LedBy));
            let with = items
                .get(*n)
                .is_some_and(|i| self.mentions.words.say(&i.words, &["with"]));
            let comma = items.get(n - 1).is_some_and(|i| i.is_mark(','));
            by && !with && comma
        })?;
        let first = list_before(items, led - 1)?;
        let list = items.get(first..led - 1)?.iter();
        let several = list.filter(|i| i.person().is_some()).count() > 1;
        let behind = items.get(led + 1..(led + 5).min(items.len()))?;
        let head = behind.iter().find_map(|i| self.people.of(i.person()?))?;
        several.then_some(Opening {
            items: first..led - 1,
            head: Some(head),
        })
    }

    /// "Senators A and B, with the President of the Senate, C, at their head,".
    fn members_headed(&self, items: &[Item<'_>]) -> Option<Opening> {
        let words = &self.mentions.words;
        let heads = [
            "at their head",
            "at its head",
            "leading them",
            "at the head",
        ];
        let says = |n: usize| {
            let start = items.get(n)?.words.start;
            let mut ends = items.get(n..(n + 3).min(items.len()))?.iter();
            ends.any(|i| words.say(&(start..i.words.end), &heads))
                .then_some(n)
        };
        if !items.iter().any(|i| i.is(Class::With)) {
            return None;
        }
        let at = (3..items.len()).find_map(says)?;
        let with = (1..at).rev().find(|n| {
            let before = items.get(n - 1).is_some_and(|i| i.is_mark(','));
            before && items.get(*n).is_some_and(|i| i.is(Class::With))
        })?;
        let led = items.get(with..at)?;
        let mut named = led.iter().filter_map(|i| self.people.of(i.person()?));
        let head = named.next().filter(|_| named.next().is_none())?;
        let first = list_before(items, with - 1)?;
        let list = items.get(first..with - 1)?.iter();
        let several = list.filter(|i| i.person().is_some()).count() > 1;
        several.then_some(Opening {
            items: first..with - 1,
            head: Some(head),
        })
    }

    /// The items of a list of names behind which a clause says that they are members of the delegation.
    pub(super) fn members_before(&self, items: &[Item<'_>]) -> Option<Opening> {
        let words = &self.mentions.words;
        let clause = (1..items.len()).find(|n| {
            if !items.get(n - 1).is_some_and(|i| i.is_mark(',')) {
                return false;
            }
            let who = items.get(*n).is_some_and(|i| i.is(Class::Who))
                && items.get(n + 1).is_some_and(|i| i.is(Class::Be));
            let both = items
                .get(*n)
                .is_some_and(|i| words.say(&i.words, &["both", "all"]));
            let next = n + 1 + usize::from(who);
            (who || both) && self.names_members(items, next)
        });
        let Some(clause) = clause.or_else(|| apposed_delegation(items)) else {
            return self.are_others(items);
        };
        let first = list_before(items, clause - 1)?;
        Some(Opening {
            items: first..clause - 1,
            head: None,
        })
    }

    /// "A, B and C are the others in the delegation", "Whip A, Chairman of the Committee on Trade B and C were the other members of the team".
    fn are_others(&self, items: &[Item<'_>]) -> Option<Opening> {
        let words = &self.mentions.words;
        let sent = |i: &Item<'_>| i.is_any(&[Class::Delegation, Class::Company]);
        let be = (1..items.len()).find(|n| {
            if !items.get(*n).is_some_and(|i| i.is(Class::Be)) {
                return false;
            }
            let near = items
                .get(n + 1..(n + 4).min(items.len()))
                .unwrap_or_default();
            let others = ["others", "other", "other members", "remaining", "rest"];
            let rest = near.iter().any(|i| words.say(&i.words, &others));
            let group = items.get(n + 1..(n + 9).min(items.len()));
            rest && group.is_some_and(|g| g.iter().any(sent))
        })?;
        let list = list_before(items, be).unwrap_or(be);
        let several = |from: usize| {
            let named = items.get(from..be).unwrap_or_default().iter();
            named.filter(|i| i.person().is_some()).count() > 1
        };
        // The offices of a list may have words in them with which no list goes on.
        let acts = [Class::Say, Class::Who, Class::Be, Class::Have, Class::Which];
        let quiet = |i: &Item<'_>| !i.is_any(&acts) && !i.is_any(MEETS) && !i.is(Class::Visit);
        let whole = items.get(..be)?.iter().all(quiet);
        let first = if whole { 0 } else { list };
        several(first).then_some(Opening {
            items: first..be,
            head: None,
        })
    }

    /// "the other members of the delegation", "members of the Kenyan delegation": whether such words stand at an item.
    pub(super) fn names_members(&self, items: &[Item<'_>], from: usize) -> bool {
        let words = &self.mentions.words;
        let says =
            |n: usize, phrases: &[&str]| items.get(n).is_some_and(|i| words.say(&i.words, phrases));
        let passed = |n: &usize| {
            let number = items
                .get(*n)
                .is_some_and(|i| i.is_any(&[Class::Article, Class::Number]));
            number || says(*n, &["also", "other", "remaining", "too"])
        };
        let Some(noun) = (from..from + 4).find(|n| !passed(n)) else {
            return false;
        };
        if says(noun, &["members of the delegation", "delegation members"]) {
            return !items.get(noun + 1).is_some_and(|i| i.is(Class::In));
        }
        let member = says(noun, &["members", "member"]) || says(noun, &["other members"]);
        let of = items.get(noun + 1).is_some_and(|i| i.is(Class::Of));
        let near = items
            .get(noun + 2..(noun + 5).min(items.len()))
            .unwrap_or_default();
        let owner = |i: &&Item<'_>| {
            i.is(Class::Article) || i.state().is_some() || i.body().is_some() || i.is_mark('’')
        };
        let next = near.iter().find(|i| !owner(i) || i.is(Class::Delegation));
        member && of && next.is_some_and(|i| i.is(Class::Delegation))
    }

    /// Whether what a word such as "includes" lists are members of a delegation or the company of somebody: the delegation, the guests,
    /// a side or a pronoun for them is what the word says it of. "The Storting was represented by A" says nothing of a journey.
    pub(super) fn is_of_delegation_or_head(
        &self,
        sentence: usize,
        items: &[Item<'_>],
        at: usize,
    ) -> bool {
        let Some(word) = items.get(at) else {
            return false;
        };
        let lexicon = self.mentions.words.lexicon;
        let value = word
            .word(Class::Comprise)
            .map_or(OWN, |row| lexicon.value(row));
        if value == OWN || word.is(Class::Accompany) {
            return true;
        }
        let sent = |i: &Item<'_>| i.is_any(&[Class::Delegation, Class::Guest]);
        let before = sentence
            .checked_sub(1)
            .and_then(|s| self.mentions.items.get(s));
        let told = || items.iter().any(sent) || before.is_some_and(|b| b.iter().any(sent));
        if at == 0 {
            return value != OF_THEM || told();
        }
        // "Its composition was as follows".
        let noun = |i: &Item<'_>| self.mentions.words.are_cue(&i.words, Cue::Composition);
        if items.iter().take(at.min(4)).any(noun) {
            return before.is_some_and(|b| self.ends_with_delegation(b));
        }
        is_said_of_group(items, at, value == PARTICIPLE, &told)
    }
}

/// "A, B and C, a three-member delegation of the Senate, undertook a visit": the place behind the comma of such an apposition.
fn apposed_delegation(items: &[Item<'_>]) -> Option<usize> {
    let article = (2..items.len()).find(|n| {
        let comma = items.get(n - 1).is_some_and(|i| i.is_mark(','));
        let near = items.get(n + 1..(n + 5).min(items.len()));
        let sent = near.and_then(|near| near.iter().position(|i| i.is(Class::Delegation)));
        // "C, the interpreter of the delegation": only what describes a delegation may stand before its word.
        let quiet = near.zip(sent).is_some_and(|(near, at)| {
            let before = near.get(..at).unwrap_or_default();
            before.iter().all(|i| {
                let other = i.is_any(&[Class::Of, Class::From, Class::In, Class::To]);
                i.person().is_none() && i.office().is_none() && !i.is_mark(',') && !other
            })
        });
        comma && quiet && items.get(*n).is_some_and(|i| i.is(Class::Article))
    })?;
    let named = items
        .get(..article)?
        .iter()
        .filter(|i| i.person().is_some());
    (named.count() > 1).then_some(article)
}

/// Whether what stands before a word such as "includes" at an item is a delegation, guests, a side or a pronoun for them; of a
/// person only where `told` says that a delegation is spoken of.
fn is_said_of_group(
    items: &[Item<'_>],
    at: usize,
    participle: bool,
    told: &dyn Fn() -> bool,
) -> bool {
    let sent = |i: &Item<'_>| i.is_any(&[Class::Delegation, Class::Guest]);
    let comma = items.get(at - 1).is_some_and(|i| i.is_mark(','));
    let participle = comma || participle;
    let ends = [
        Class::Meet,
        Class::Receive,
        Class::CallOn,
        Class::Say,
        Class::Which,
        Class::Who,
    ];
    for n in (0..at).rev() {
        let Some(item) = items.get(n) else { break };
        // "The delegation, which comprises A and B": the pronoun is the delegation itself. "The delegation, the Senate says, includes A": what
        // stands between two commas parts nothing.
        let adverb = n + 2 == at && items.get(n + 1).is_some_and(|i| i.is(Class::Current));
        if (n + 1 == at || adverb) && item.is(Class::Which) || in_parenthesis(items, n, at) {
            continue;
        }
        let company = item.is(Class::Company)
            && n.checked_sub(1)
                .and_then(|b| items.get(b))
                .is_some_and(|b| {
                    b.is_any(&[Class::Article, Class::Current]) || b.state().is_some()
                });
        if sent(item) || company {
            return participle || !is_governed(items, n);
        }
        let side = item.is(Class::Sides)
            && n.checked_sub(1)
                .and_then(|b| items.get(b))
                .is_some_and(|b| b.state().is_some());
        if side || item.is_any(&[Class::It, Class::They]) {
            return true;
        }
        if item.is(Class::He) || item.person().is_some() || item.office().is_some() {
            return told();
        }
        let coordinated = items.get(n + 1).is_some_and(|i| i.is(Class::And));
        if item.is_any(&ends) || item.is_mark(';') && !coordinated {
            return false;
        }
    }
    false
}

/// Whether an item stands in a clause of a few words that two commas close off right before a place.
fn in_parenthesis(items: &[Item<'_>], n: usize, at: usize) -> bool {
    /// The items of such a clause.
    const LONGEST: usize = 8;
    let comma = |m: usize| items.get(m).is_some_and(|i| i.is_mark(','));
    let open = (at.saturating_sub(LONGEST)..at.saturating_sub(1))
        .rev()
        .find(|m| comma(*m));
    let closed = at > 0 && comma(at - 1);
    let says = open.is_some_and(|o| {
        items
            .get(o..at)
            .is_some_and(|c| c.iter().any(|i| i.is(Class::Say)))
    });
    closed && says && open.is_some_and(|o| n > o)
}

/// Whether a preposition stands before an item, articles, states and numbers passed over.
fn is_governed(items: &[Item<'_>], at: usize) -> bool {
    let passed = |i: &Item<'_>| {
        i.is_any(&[Class::Article, Class::Current, Class::Number]) || i.state().is_some()
    };
    let place = (0..at).rev().find(|n| !items.get(*n).is_some_and(passed));
    // "facilitators who are to address the delegation include": what an infinitive is done to.
    let done_to = place
        .and_then(|p| p.checked_sub(1))
        .and_then(|p| items.get(p))
        .is_some_and(|i| i.is(Class::To));
    let before = place.and_then(|p| items.get(p));
    done_to
        || before.is_some_and(|i| {
            i.is_any(&[
                Class::Address,
                Class::Preposition,
                Class::To,
                Class::With,
                Class::By,
                Class::In,
                Class::Of,
            ])
        })
}

/// "the President of the Senate, who was joined by A": whether an office without a name stands right before a word of company.
pub(super) fn accompanies_an_office(items: &[Item<'_>], at: usize) -> bool {
    let word = items
        .get(at)
        .is_some_and(|i| i.is_any(&[Class::Accompany, Class::Comprise]));
    let mut before = items.get(..at).unwrap_or_default().iter().rev();
    let clause = before
        .clone()
        .take_while(|i| i.is_any(&[Class::Who, Class::Be]) || i.is_mark(','));
    let who = clause.clone().any(|i| i.is(Class::Who));
    let noun = before.nth(clause.count()).filter(|_| who);
    word && noun.is_some_and(|i| i.office().is_some())
}

/// Where the list of names begins that ends before an item: names, their titles, a bracket with a party, and what joins them.
pub(super) fn list_before(items: &[Item<'_>], end: usize) -> Option<usize> {
    // "(Labour)": one word between the signs.
    let in_bracket = |n: usize| {
        let is = |n: Option<usize>, mark| {
            n.and_then(|n| items.get(n))
                .is_some_and(|i| i.is_mark(mark))
        };
        is(n.checked_sub(1), '(') && is(Some(n + 1), ')')
    };
    // ", of the Labour Party,".
    let of_party = |n: usize| {
        let plain = |i: &Item<'_>| matches!(i.kind, Kind::Plain(_)) && !i.is_any(&[Class::And]);
        let mut before = items
            .get(n.saturating_sub(4)..=n)
            .unwrap_or_default()
            .iter()
            .rev();
        before
            .by_ref()
            .take_while(|i| plain(i))
            .any(|i| i.is(Class::Of))
    };
    let joins = |n: &usize| {
        items.get(*n).is_some_and(|i| {
            let mark = [',', ';', '(', ')'].iter().any(|m| i.is_mark(*m));
            let named = i.person().is_some() || i.office().is_some() || i.honorific().is_some();
            let party = i.is(Class::Of) || of_party(*n);
            mark || named || i.is_any(&[Class::And, Class::Article]) || in_bracket(*n) || party
        })
    };
    let first = (0..end).rev().take_while(joins).last()?;
    let named = items.get(first..end)?.iter().any(|i| i.person().is_some());
    named.then_some(first)
}

/// The place behind a list of companions that begins at an item: the end of the sentence, or the verb of what they do.
pub(super) fn list_end(items: &[Item<'_>], from: usize) -> usize {
    let ends = [Class::Meet, Class::Receive, Class::CallOn, Class::Say];
    let other = by_another(items, from);
    (from..other)
        .find(|n| items.get(*n).is_some_and(|i| i.is_any(&ends)))
        .unwrap_or(other)
}

/// The place behind a list that begins at an item, where words such as "and after that by" begin another one, "accompanied by A, and
/// after that by B", else the end of the sentence.
pub(super) fn by_another(items: &[Item<'_>], from: usize) -> usize {
    let other = |n: &usize| {
        let by = items.get(*n).is_some_and(|i| i.is(Class::By));
        let near = items.get(n.saturating_sub(4)..*n).unwrap_or_default();
        let and = near.iter().rposition(|i| i.is(Class::And));
        let quiet = |i: &Item<'_>| i.person().is_none() && !i.is_any(&[Class::Be, Class::Receive]);
        let between = and.and_then(|a| near.get(a + 1..)).unwrap_or_default();
        by && !between.is_empty() && between.iter().all(quiet)
    };
    let named = |n: &usize| items.get(*n).is_some_and(|i| i.person().is_some());
    let first = (from..items.len()).find(named).unwrap_or(items.len());
    let place = (first..items.len()).find(other);
    let and = place.and_then(|by| {
        (by.saturating_sub(4)..by)
            .rev()
            .find(|n| items.get(*n).is_some_and(|i| i.is(Class::And)))
    });
    and.unwrap_or(items.len())
}
