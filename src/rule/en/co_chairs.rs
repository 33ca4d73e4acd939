//! Who co-chairs a commission, told of one of its meetings: "The 5th meeting of the Commission was co-chaired in Riga by A and B".
//!
//! In come the facts of an article, out come more offices. This module never reads "chaired", which may be said of one meeting alone.

use std::ops::Range;

use super::facts::{Facts, Role, Target};
use super::holding::Times;
use crate::lexicon::Class;
use crate::mention::Item;
use crate::ontology::{NodeKind, Office};

/// How many items the participle may stand behind the body, and its "by" behind the participle.
const NEAR: usize = 8;

/// Adds the two who are told to have co-chaired a meeting of a commission.
pub(super) fn of_meetings(facts: &mut Facts<'_, '_>) {
    let mut found: Vec<Role> = Vec::new();
    for sentence in 0..facts.mentions.items.len() {
        let Some(told) = told(facts, sentence) else {
            continue;
        };
        for person in told.people {
            let known = facts.roles.iter().any(|r| {
                let chairs = matches!(r.office, Office::CoChair | Office::Chair);
                r.person == person && chairs && r.target == Target::Body(told.body)
            });
            if known {
                continue;
            }
            found.push(Role {
                person,
                office: Office::CoChair,
                target: Target::Body(told.body),
                title: told.title.clone(),
                former: false,
                times: Times::default(),
                words: told.words.clone(),
                rule: "body-led-by",
                confidence: 85,
            });
        }
    }
    for role in found {
        facts.add(role);
    }
}

/// What a sentence says of those who co-chaired.
struct Told {
    /// The commission, by its place among the bodies.
    body: usize,
    /// The two.
    people: [usize; 2],
    /// The participle.
    title: Range<usize>,
    /// The words that say it.
    words: Range<usize>,
}

fn told(facts: &Facts<'_, '_>, sentence: usize) -> Option<Told> {
    let words = &facts.mentions.words;
    let items = facts.mentions.items.get(sentence)?;
    let text = |i: &Item<'_>| words.small(&i.words);
    // The word is in one item with what is behind it or alone, and of ten letters at least: few need to be brought to small ones.
    let co_chaired = |i: &Item<'_>| {
        let own = words.text_of(&i.words);
        own.starts_with(['c', 'C']) && text(i).starts_with("co-chaired")
    };
    let verb = items.iter().position(co_chaired)?;
    let denied = [Class::Negation, Class::Future, Class::Wish];
    if items.iter().any(|i| i.is_any(&denied)) {
        return None;
    }
    let commission = |i: &Item<'_>| {
        let entity = facts.bodies.of(i.body()?)?;
        let body = facts.bodies.entities.get(entity)?;
        (body.kind == NodeKind::Commission).then_some(entity)
    };
    let before = items.get(verb.saturating_sub(NEAR)..verb)?;
    let body = before.iter().rev().find_map(commission)?;
    let within = text(items.get(verb)?).ends_with(" by");
    let by = (verb + 1..verb + NEAR).find(|n| items.get(*n).is_some_and(|i| i.is(Class::By)));
    let from = if within { verb } else { by? };
    let behind = items.get(from + 1..)?;
    let ends = |i: &&Item<'_>| !i.is_mark('.') && !i.is_mark(';') && !i.is(Class::Who);
    let named: Vec<(usize, &Item<'_>)> = behind
        .iter()
        .take_while(ends)
        .enumerate()
        .filter(|(_, i)| i.person().is_some())
        .collect();
    let [(_, one), (last, other)] = named.get(..2)? else {
        return None;
    };
    let people = [
        facts.people.of(one.person()?)?,
        facts.people.of(other.person()?)?,
    ];
    let last = items.get(from + 1 + last)?;
    Some(Told {
        body,
        people,
        title: items.get(verb)?.words.clone(),
        words: items.get(verb)?.words.start..last.words.end,
    })
}
