//! Bare offices that can not be those of the other side: whoever meets the Speaker of a state is of another one.
//!
//! In comes who holds an office in a sentence, out comes whether a state is that of the others there. This module never finds the state of an office.

use std::ops::Range;

use super::super::holding::Holding;
use super::Facts;
use crate::lexicon::Class;
use crate::mention::{Item, Means, names_state};
use crate::ontology::{NodeKind, Office, StateCode};

/// Words between those who meet and those whom they do.
const PARTS: &[Class] = &[Class::Meet, Class::Receive, Class::CallOn, Class::Phone];

impl Facts<'_, '_> {
    /// "President A met the Speaker of the Parliament of Laos", "During the meeting with President A, Speaker B of Laos": whether the words for a meeting
    /// part the holder of an office from people of a state of whom none stands on the holder's side. Where the article is written in that state, its
    /// own people may meet.
    pub(super) fn is_of_other_side(&self, holding: &Holding, state: StateCode) -> bool {
        if self.dateline == Some(state) {
            return false;
        }
        let Some(items) = self.mentions.items.get(holding.sentence) else {
            return false;
        };
        let Some((own, other)) = sides(items, holding) else {
            return false;
        };
        let of_it = |range: Range<usize>| {
            let side = items.get(range).unwrap_or_default();
            side.iter().any(|i| self.acts_for(i, state))
        };
        let before = own.start..holding.cover.start;
        let behind = holding.cover.end..own.end;
        // "met with the Ambassador of Laos, A, and the Minister of Defence, B": who are met together may be of several states.
        let envoy = items.get(own.clone()).unwrap_or_default().iter().any(|i| {
            let office = i.office().and_then(|o| self.mentions.offices.get(o));
            office.is_some_and(|o| o.can_be(&self.mentions.words, Office::Ambassador))
        });
        of_it(other) && !envoy && !of_it(before) && !of_it(behind)
    }

    /// Whether an item is an office whose words name a state or a house of it, or somebody of whom such words are told.
    fn acts_for(&self, item: &Item<'_>, state: StateCode) -> bool {
        let office = item.office().and_then(|o| self.mentions.offices.get(o));
        let person = item.person().and_then(|p| self.people.of(p));
        let told = |p: usize| self.state_in_office(p).or_else(|| self.sure_state_of(p));
        match (office, person) {
            (Some(office), _) => {
                // "chair of the Qatar Group": of the partner of a group, for which nobody acts.
                let names = |b: &usize| {
                    let mention = self.mentions.bodies.get(*b);
                    mention.is_some_and(|m| {
                        let told = !m.states.is_empty()
                            || names_state(&self.mentions.words, &m.words)
                            || !self.is_shared(*b);
                        told && (m.kind != NodeKind::Commission || !m.parts.is_empty())
                    })
                };
                let of_state = !office.states.is_empty() || office.bodies.iter().any(names);
                // "accompanied by the Ambassador of Laos, met President A": an ambassador may come along with those of another state.
                let envoy = office.can_be(&self.mentions.words, Office::Ambassador);
                of_state && !envoy && self.state_told(item) == Some(state)
            }
            (None, Some(person)) => !self.is_ambassador(person) && told(person) == Some(state),
            (None, None) => false,
        }
    }

    /// Whether the name of a body alone does not tell the state of whose houses it is.
    fn is_shared(&self, mention: usize) -> bool {
        let body = self.mentions.bodies.get(mention);
        body.is_some_and(|m| match &m.means {
            Means::Chambers(rows) => rows.len() > 1,
            Means::Reference => true,
            Means::Assembly(_) | Means::Named => false,
        })
    }
}

/// The items of a sentence on the side of a holder and on the other one, where words for a meeting part them.
fn sides(items: &[Item<'_>], holding: &Holding) -> Option<(Range<usize>, Range<usize>)> {
    let all = items.len();
    let mut verbs = (0..all).filter(|n| items.get(*n).is_some_and(|i| i.is_any(PARTS)));
    let cover = &holding.cover;
    if let Some(verb) = verbs.next() {
        // Of several verbs each has its own parties.
        // "“Presidents A and B are friends,” the Speaker said after meeting C": those of whom somebody speaks met nobody by that.
        let between = cover.end.min(verb)..cover.start.max(verb);
        let said = |n: usize| {
            items
                .get(n)
                .is_some_and(|i| i.is(Class::Say) || i.is_mark('”'))
        };
        if verbs.next().is_some() || cover.contains(&verb) || between.into_iter().any(said) {
            return None;
        }
        return Some(if cover.start > verb {
            (verb + 1..all, 0..verb)
        } else {
            (0..verb, verb + 1..all)
        });
    }
    // "During the meeting with President A, Speaker B".
    let noun = items.iter().position(|i| i.is(Class::MeetingNoun))?;
    let with = items.get(noun + 1).is_some_and(|i| i.is(Class::With));
    let comma = (noun..all).find(|n| items.get(*n).is_some_and(|i| i.is_mark(',')))?;
    let inside = cover.start > noun && cover.end <= comma;
    (with && inside).then_some((noun + 2..comma, comma + 1..all))
}
