//! Clauses inside of a sentence: which words belong to what a verb or noun tells, and which to something else.
//!
//! In come places of items or chunks, out comes whether a clause parts them. This module never says what a clause tells.

use super::super::party::governed;
use super::Scene;
use crate::lexicon::Class;
use crate::mention::{Item, Words};
use crate::ontology::NodeKind;

/// Words that open a clause about somebody or something named before.
const RELATIVE: &[&str] = &["who", "whom", "whose", "which", "where"];

/// Words that open another clause.
const OPENERS: &[&str] = &["that", "as", "when", "before", "after", "because", "while"];

/// Whether a day or place at an item stands in another clause than the word at an item that tells of something: "received B, whose term
/// ends in December", "discussed the visit of B in May", "A met B; C left on Monday".
fn is_elsewhere(words: &Words<'_>, items: &[Item<'_>], teller: usize, at: usize) -> bool {
    let between = items
        .get(teller.min(at) + 1..teller.max(at))
        .unwrap_or_default();
    if between.iter().any(|i| i.is_mark(';')) || is_first_plan(words, items, at) {
        return true;
    }
    if at < teller {
        return in_relative(words, items, at) && between.iter().any(|i| i.is_mark(','));
    }
    let mut near = between.iter().rev().take_while(|i| !i.is_mark(','));
    near.any(|i| words.say(&i.words, RELATIVE) || words.say(&i.words, OPENERS)) || is_topic(between)
}

/// Whether an item stands in a clause that "who", "which" or the like opens, with no comma between.
pub(in crate::rule::en) fn in_relative(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let before = items.get(..at).unwrap_or_default().iter().rev();
    let mut near = before
        .into_iter()
        .take_while(|i| !i.is_mark(',') && !i.is_mark(';'));
    near.any(|i| words.say(&i.words, RELATIVE))
}

/// "planned for Monday but took place on Wednesday": whether an item is the day for which something was planned first.
fn is_first_plan(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let before = |n: usize| at.checked_sub(n).and_then(|b| items.get(b));
    let planned = before(2).is_some_and(|i| words.say(&i.words, &["planned", "scheduled"]));
    let behind = items.get(at + 1..(at + 4).min(items.len()));
    let but = behind.is_some_and(|all| all.iter().any(|i| words.say(&i.words, &["but"])));
    planned && before(1).is_some_and(|i| words.say(&i.words, &["for"])) && but
}

/// "discussed the visit of B to Riga", "recalled their meeting": whether items speak of a journey or meeting, rather than tell of one.
fn is_topic(between: &[Item<'_>]) -> bool {
    let spoken = between
        .iter()
        .position(|i| i.is_any(&[Class::Discuss, Class::Say, Class::Converse]));
    let behind = spoken
        .and_then(|s| between.get(s + 1..))
        .unwrap_or_default();
    behind
        .iter()
        .any(|i| i.is_any(&[Class::VisitNoun, Class::MeetingNoun]))
}

impl Scene<'_, '_, '_, '_> {
    /// "The members of the Group, headed by A, received B": whether a party leads members or a body of whom nobody else is named.
    pub(super) fn leads_those_who_act(&self, party: usize) -> bool {
        // "headed by A until 2019": somebody else does now.
        if !self.mark(party + 1, ',') {
            return false;
        }
        let mut near = (party.saturating_sub(3)..party).rev();
        let led = near.find(|n| self.is(*n, Class::LedBy) && !self.is(*n, Class::With));
        let comma = led
            .and_then(|l| l.checked_sub(1))
            .filter(|b| self.mark(*b, ','));
        let Some(group) = comma.and_then(|c| c.checked_sub(1)) else {
            return false;
        };
        let item = self.item(group);
        let office = item.and_then(Item::office);
        let office = office.and_then(|o| self.facts.mentions.offices.get(o));
        let several = office.is_some_and(|o| o.plural) || item.is_some_and(|i| i.body().is_some());
        // "A addressed the Committee, chaired by B, and met C": A acts on.
        let verbs = [
            Class::Address,
            Class::Meet,
            Class::Visit,
            Class::Receive,
            Class::CallOn,
            Class::Attend,
        ];
        let verb = (0..group).find(|n| self.is_any(*n, &verbs));
        let acted_on = verb.is_some_and(|v| (0..v).any(|n| !self.people(n).is_empty()));
        several
            && !acted_on
            && self.people(group).is_empty()
            && !governed(self.items, &self.chunks, group)
    }

    /// Whether a day or place at an item stands in another clause than the word at an item that tells of something.
    pub(super) fn is_elsewhere(&self, teller: usize, at: usize) -> bool {
        is_elsewhere(&self.facts.mentions.words, self.items, teller, at)
    }

    /// "The delegation, she said, will visit Kenya": whether a party only says between two commas what the sentence tells.
    pub(in crate::rule::en) fn says_by_the_way(&self, party: usize) -> bool {
        let comma = |n: usize| self.mark(n, ',');
        party.checked_sub(1).is_some_and(comma)
            && self.is(party + 1, Class::Say)
            && comma(party + 2)
    }

    /// "A, whom B replaced, flew to Riga": whether a party stands in a clause about somebody before it that is over before a verb.
    pub(super) fn in_closed_clause(&self, party: usize, verb: usize) -> bool {
        if self.says_by_the_way(party) {
            return true;
        }
        let mut behind = (party + 1..verb).skip_while(|n| !self.mark(*n, ','));
        let closed = behind.next().is_some() && behind.all(|n| self.people(n).is_empty());
        let mut before = (0..party)
            .rev()
            .take_while(|n| !self.mark(*n, ',') && !self.breaks(*n));
        // "A, in the presence of B, received C", but not "A spoke in the presence of B, who received C".
        let presence = |n: usize| {
            let comma = n > 1 && self.mark(n - 1, ',') && !self.people(n - 2).is_empty();
            let own = !(party..verb).any(|m| self.is(m, Class::Who));
            self.says(n, &["in the presence of"]) && comma && own
        };
        let opener = before.find(|n| self.says(*n, RELATIVE) || presence(*n));
        let about = opener.is_some_and(|o| (0..o).any(|n| !self.people(n).is_empty()));
        closed && about
    }

    /// "The Prime Minister met B": whether somebody acts, right before a verb, of whom only the office is told and nobody knows the name.
    pub(in crate::rule::en) fn acts_unnamed(&self, verb: usize) -> bool {
        let passed = |n: usize| {
            self.is_any(n, &[Class::Be, Class::Have, Class::Future])
                || [
                    "also",
                    "then",
                    "later",
                    "earlier",
                    "today",
                    "yesterday",
                    "last",
                ]
                .contains(&self.word(n).as_ref())
        };
        let mut before = (0..verb).rev().skip_while(|n| passed(*n));
        let Some(actor) = before.next() else {
            return false;
        };
        let office = self.item(actor).is_some_and(|i| i.office().is_some());
        let article = actor
            .checked_sub(1)
            .is_some_and(|b| self.is(b, Class::Article));
        // "hoped that the President would meet B".
        let clause = actor
            .checked_sub(2)
            .is_some_and(|b| self.says(b, &["that", "when", "whether", "as"]));
        let first = actor < 2 || article && (actor < 3 || clause);
        office && self.people(actor).is_empty() && first
    }

    /// "the Speaker's meeting with B", "the President of Kenya's visit": whether the owner of a noun is somebody of whom only the office is told and
    /// nobody knows the name.
    pub(in crate::rule::en) fn owned_unnamed(&self, noun: usize) -> bool {
        let mark = (noun.saturating_sub(3)..noun)
            .rev()
            .find(|n| self.mark(*n, '’'));
        let owner = mark.and_then(|m| m.checked_sub(1));
        owner.is_some_and(|o| {
            let office = self.item(o).is_some_and(|i| i.office().is_some());
            let named = self.item(o).is_some_and(|i| i.person().is_some());
            // "the Prime Minister's meeting with Prime Minister B": the word means B only by the title.
            let with = (noun..self.chunks.len()).find(|n| !self.people(*n).is_empty());
            let same = with.is_some_and(|w| self.people(w) == self.people(o));
            office && !named && (self.people(o).is_empty() || same)
        })
    }

    /// "adviser to A", "the husband of A", "who succeeds A": whether a party is only named to say who somebody else is.
    pub(in crate::rule::en) fn is_relation(&self, party: usize) -> bool {
        let mut n = party;
        while n > 0 && self.is_any(n - 1, &[Class::Article, Class::Address, Class::Current]) {
            n -= 1;
        }
        let says =
            |back: usize, words: &[&str]| n.checked_sub(back).is_some_and(|m| self.says(m, words));
        let follows = [
            "succeeds",
            "succeeding",
            "succeeded",
            "replaces",
            "replacing",
            "replaced",
        ];
        says(1, &["of", "to", "for"]) && says(2, RELATIONS) || says(1, &follows)
    }
}

/// Words for somebody who is told by whose he or she is.
const RELATIONS: &[&str] = &[
    "adviser",
    "advisor",
    "advisers",
    "aide",
    "aides",
    "assistant",
    "husband",
    "wife",
    "widow",
    "son",
    "daughter",
    "brother",
    "sister",
    "spouse",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "representative",
    "representatives",
    "lawyer",
    "lawyers",
    "staff",
    "supporters",
];

impl Scene<'_, '_, '_, '_> {
    /// "met with the Budget Committee, chaired by A": whether somebody at a chunk leads a body or several members who stand behind a verb, and is
    /// met with them.
    pub(super) fn leads_group(&self, leader: usize, verb: usize) -> bool {
        let passed = [Class::Article, Class::His, Class::Current];
        let led = (verb + 1..leader).rev().find(|n| !self.is_any(*n, &passed));
        let led = led.filter(|l| self.is(*l, Class::LedBy) && !self.is(*l, Class::With));
        let group = led.and_then(|l| l.checked_sub(1 + usize::from(self.mark(l - 1, ','))));
        let group = group.filter(|g| *g > verb);
        let office = group.and_then(|g| self.item(g)).and_then(Item::office);
        let office = office.and_then(|o| self.facts.mentions.offices.get(o));
        let sits = office.is_some_and(|o| {
            let mut bodies = o.bodies.iter().filter_map(|b| self.facts.body_of(*b));
            o.plural && bodies.any(|b| b.kind == NodeKind::Commission)
        });
        // Whom one's own committee is led by is met by nobody.
        let own = self.subject(verb).and_then(|(_, p)| self.state_of(&p));
        let state = self.state_of(self.people(leader));
        let apart = state.is_some() && own != state && self.is(verb, Class::Meet);
        apart && (sits || group.is_some_and(|g| self.is_commission(g)))
    }

    /// "Several members of the Senate, including A and B, were received": whether those who are named at a chunk are some of several who sit
    /// in a body and act.
    pub(super) fn is_some_of_those_who_act(&self, party: usize) -> bool {
        let listing = ["including", "namely", "such as"];
        let named = party.checked_sub(1).filter(|l| self.says(*l, &listing));
        let several = named.and_then(|l| l.checked_sub(1 + usize::from(self.mark(l - 1, ','))));
        let office = several
            .and_then(|g| self.item(g))
            .and_then(Item::office)
            .and_then(|o| self.facts.mentions.offices.get(o));
        let free = several.is_some_and(|g| !governed(self.items, &self.chunks, g));
        free && office.is_some_and(|o| o.plural && !o.bodies.is_empty())
    }
}
