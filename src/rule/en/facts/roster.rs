//! Rosters: who is named as a member of a delegation or as the company of somebody.
//!
//! In come the sentences of an article, out come lists of people with the one whom they accompany and the state that sent
//! them, where the words say so. This module never gives anybody a state, an office or a meeting.

use std::ops::Range;

use super::super::holding::Held;
use super::Facts;
use super::opening::Opening;
use crate::lexicon::Class;
use crate::mention::{Item, Zone};
use crate::ontology::{Office, StateCode};

/// Words behind which those stand whom a delegation met, and who are none of it.
pub(super) const MEETS: &[Class] = &[
    Class::Meet,
    Class::Receive,
    Class::CallOn,
    Class::MeetingNoun,
];

/// People who are named as members or companions.
#[derive(Debug, Clone)]
pub(in crate::rule::en) struct Roster {
    /// The sentence that names them.
    pub sentence: usize,
    /// The items that name them.
    pub items: Range<usize>,
    /// Whom they accompany, where the sentence says so.
    pub head: Option<usize>,
    /// The state that sent them, where the sentence says so.
    pub sender: Option<StateCode>,
    /// They themselves.
    pub members: Vec<usize>,
}

impl Facts<'_, '_> {
    /// The rosters of an article, in the order of the text.
    pub(super) fn find_rosters(&self) -> Vec<Roster> {
        let mut found: Vec<Roster> = Vec::new();
        let mut open = false;
        for (sentence, items) in self.mentions.items.iter().enumerate() {
            let zone = self.mentions.words.sentences.get(sentence).map(|s| s.zone);
            if open && self.is_subheading(sentence) {
                continue;
            }
            let openings = self.own_openings(sentence, items);
            let listed = open && zone == Some(Zone::Item);
            let (openings, sender) = match (listed, found.last()) {
                _ if !openings.is_empty() => {
                    let sender = self.sender_of_openings(sentence, items, &openings);
                    (openings, sender)
                }
                (true, Some(before)) => {
                    let head = before.head;
                    let items = 0..items.len();
                    (vec![Opening { items, head }], before.sender)
                }
                _ => {
                    open = false;
                    continue;
                }
            };
            if !listed {
                open = items.last().is_some_and(|i| i.is_mark(':'));
            }
            for opening in openings {
                // "The Italian senators were received by A, who was joined by B": those with A were sent by nobody whom the sentence
                // speaks of.
                let sender = sender.filter(|_| !is_of_relative(items, &opening));
                // "The Speaker of A, accompanied by B and C, met a delegation of D": nor are those.
                let of_head = opening.head.and_then(|h| self.state_in_office(h));
                let sender = sender.filter(|s| of_head.is_none_or(|h| h == *s));
                // "The Committee, led by A, called on the Speaker of B. The team included": B has sent nobody.
                let sender = sender.filter(|_| self.led_before(sentence, items).is_none());
                let named = items.get(opening.items.clone()).unwrap_or_default();
                let mut members: Vec<usize> = named
                    .iter()
                    .filter_map(|i| self.people.of(i.person()?))
                    .collect();
                members.retain(|m| Some(*m) != opening.head);
                found.push(Roster {
                    sentence,
                    items: opening.items,
                    head: opening.head,
                    sender,
                    members,
                });
            }
        }
        if found.is_empty() {
            found.extend(self.row_that_travels());
        }
        found
    }

    /// Where a sentence names companions, unless it speaks of another delegation than the one of the article.
    fn own_openings(&self, sentence: usize, items: &[Item<'_>]) -> Vec<Opening> {
        if self.is_of_another_delegation(items) {
            return Vec::new();
        }
        self.openings(sentence, items)
    }

    /// "From the Senate:", "House of Commons": whether a sentence is a short line of a list that names nobody and has those of the list under it.
    fn is_subheading(&self, sentence: usize) -> bool {
        /// How many items such a line has at most.
        const SHORT: usize = 8;
        let Some(items) = self.mentions.items.get(sentence) else {
            return false;
        };
        let zone = |s: usize| self.mentions.words.sentences.get(s).map(|s| s.zone);
        let line = items.last().is_some_and(|i| i.is_mark(':'))
            || matches!(zone(sentence), Some(Zone::Headline | Zone::Item));
        // "On the Estonian side:", "Kenya:": what is under it is another list.
        let quiet = items.iter().all(|i| {
            let side = self.mentions.words.say(&i.words, &["side", "part"]);
            i.person().is_none() && i.state().is_none() && !side && !i.is_any(MEETS)
        });
        line && quiet && items.len() <= SHORT && zone(sentence + 1) == Some(Zone::Item)
    }

    /// The state that has sent those whom a sentence names, where the words say so.
    fn sender_of_openings(
        &self,
        sentence: usize,
        items: &[Item<'_>],
        openings: &[Opening],
    ) -> Option<StateCode> {
        let guests = |i: &Item<'_>| i.is(Class::Guest) || self.names_guests(i);
        let of_guests = items.iter().take(4).any(guests);
        let announced = of_guests || openings.iter().all(|o| o.items.is_empty());
        let told = if self.names_others(items) {
            self.sender(items)
        } else {
            self.sender_in(sentence)
        };
        told.or_else(|| self.sender_before(sentence).filter(|_| announced))
            .or_else(|| self.sender_by_goal(sentence, items).filter(|_| announced))
    }

    /// "As members of the Committee, A, B and C had talks in Apia. The delegation was welcomed by D": where an article names nobody as a member or
    /// the head of its delegation, those who share one office in a sentence right before the first that speaks of it.
    fn row_that_travels(&self) -> Option<Roster> {
        /// How many sentences before the word for the delegation they may be named.
        const NEAR: usize = 3;
        let leads = |h: &super::Holding| matches!(h.held, Held::HeadsDelegation { .. });
        if self.holdings.iter().any(leads) {
            return None;
        }
        let words = &self.mentions.words;
        let first = self.first_unowned_delegation()?;
        let row = self.holdings.iter().find_map(|h| {
            let Held::Office {
                mention,
                share: None,
            } = h.held
            else {
                return None;
            };
            let near = h.sentence < first && first <= h.sentence + NEAR;
            let office = self.mentions.offices.get(mention)?;
            let sit = office.plural && office.can_be(words, Office::Member);
            (near && sit).then_some((h.sentence, mention))
        });
        let told = self.mentions.items.get(row?.0..=first)?;
        // "MPs A and B welcomed the guests. The delegation": those are the hosts, and so are those of whom no journey is told.
        let meets = [
            Class::Meet,
            Class::Receive,
            Class::CallOn,
            Class::Guest,
            Class::Host,
        ];
        let hosts = told.first()?.iter().any(|i| i.is_any(&meets));
        let journey = [Class::Visit, Class::VisitNoun, Class::Travel];
        let travels = told.iter().flatten().any(|i| i.is_any(&journey));
        if hosts || !travels {
            return None;
        }
        let (sentence, mention) = row?;
        let of_row = self.holdings.iter().filter(|h| {
            let same = matches!(h.held, Held::Office { mention: m, .. } if m == mention);
            same && h.sentence == sentence
        });
        let of_row: Vec<&super::Holding> = of_row.collect();
        let start = of_row.iter().map(|h| h.cover.start).min()?;
        let end = of_row.iter().map(|h| h.cover.end).max()?;
        let mut members: Vec<usize> = Vec::new();
        for holding in of_row {
            let member = self.people.of(holding.person);
            members.extend(member.filter(|m| !members.contains(m)));
        }
        let sender = self.only_sender();
        (members.len() > 1).then_some(Roster {
            sentence,
            items: start..end,
            head: None,
            sender,
            members,
        })
    }

    /// The first sentence that speaks of "the delegation" without saying whose it is, where no other delegation is told of before.
    fn first_unowned_delegation(&self) -> Option<usize> {
        let words = &self.mentions.words;
        let word = |i: &Item<'_>| i.is(Class::Delegation);
        let sentence = self
            .mentions
            .items
            .iter()
            .position(|items| items.iter().any(word))?;
        let items = self.mentions.items.get(sentence)?;
        let at = items.iter().position(word)?;
        let before = at.checked_sub(1).and_then(|b| items.get(b))?;
        let owned = items
            .get(at + 1)
            .is_some_and(|i| i.is_any(&[Class::Of, Class::From, Class::To]));
        (!owned && words.say(&before.words, &["the"])).then_some(sentence)
    }

    /// "; the other members are": whether a clause begins with the rest of a delegation.
    pub(super) fn names_others(&self, clause: &[Item<'_>]) -> bool {
        let words = &self.mentions.words;
        let others = ["other", "other members", "others", "remaining"];
        clause.iter().take(3).any(|i| words.say(&i.words, &others))
    }

    /// Where a sentence names companions; "A was flanked by B; at the side of C was D" does so in each of its clauses.
    fn openings(&self, sentence: usize, items: &[Item<'_>]) -> Vec<Opening> {
        let mut found: Vec<Opening> = Vec::new();
        if self.goes_on_about_group(sentence, items) {
            return found;
        }
        let mut start = 0;
        let ends = (0..items.len()).filter(|n| items.get(*n).is_some_and(|i| i.is_mark(';')));
        for end in ends.chain([items.len()]) {
            let clause = items.get(start..end).unwrap_or_default();
            let own = self
                .opening(sentence, clause)
                .filter(|o| !is_denied(clause, o))
                .filter(|o| start == 0 || o.head.is_some() || self.names_others(clause));
            match (own, found.last_mut()) {
                (Some(opening), _) => found.push(Opening {
                    items: start + opening.items.start..start + opening.items.end,
                    ..opening
                }),
                // A list goes on behind its semicolons.
                (None, Some(before)) if before.items.end + 1 >= start => before.items.end = end,
                (None, _) => {}
            }
            start = end + 1;
        }
        // A sentence of one clause was looked at as a whole.
        let several = items.iter().any(|i| i.is_mark(';'));
        if several && found.len() < 2 {
            let whole = self
                .opening(sentence, items)
                .filter(|o| !is_denied(items, o));
            return whole.into_iter().collect();
        }
        found
    }
}

/// "A, who was joined by B": whether a relative clause about somebody names those who are with him or her.
fn is_of_relative(items: &[Item<'_>], opening: &Opening) -> bool {
    let start = opening.items.start;
    let near = items
        .get(start.saturating_sub(3)..start)
        .unwrap_or_default();
    opening.head.is_some() && near.iter().any(|i| i.is(Class::Who))
}

/// "did not include A", "was not accompanied by A", "A is no member of it": whether a word of denial, or of a wish, stands right before or behind
/// those whom a sentence names.
fn is_denied(items: &[Item<'_>], opening: &Opening) -> bool {
    let start = opening.items.start;
    let before = items
        .get(start.saturating_sub(4)..=start)
        .unwrap_or_default();
    let end = opening.items.end;
    let behind = items
        .get(end..(end + 4).min(items.len()))
        .unwrap_or_default();
    let denies = |i: &Item<'_>| i.is_any(&[Class::Negation, Class::Wish]);
    before.iter().chain(behind).any(denies)
}
