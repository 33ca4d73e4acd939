//! Those whom somebody met one after another, in a row: "with A; the Speaker of B, C; and D".
//!
//! In comes the chunk of the first, out come all of them. This module never says who met them.

use super::super::scene::Scene;
use crate::lexicon::Class;
use crate::mention::{Item, Kind};

/// "with A; the Speaker of B, C; and D": a party at a chunk with those who follow in a row, up to the last one.
pub(super) fn row(
    scene: &Scene<'_, '_, '_, '_>,
    first: usize,
    mut people: Vec<usize>,
) -> (usize, Vec<usize>) {
    let mut last = first;
    for n in first + 1..scene.chunks.len() {
        let link = scene.mark(n, ',')
            || scene.mark(n, ';')
            || scene.is_any(n, &[Class::And, Class::Article]);
        if !scene.people(n).is_empty() {
            // "; Ambassador A organised the trip": who does something else is not of the row.
            let ends = scene.chunks.len() <= n + 1
                || [',', ';', '.'].iter().any(|m| scene.mark(n + 1, *m))
                || scene.is_any(
                    n + 1,
                    &[Class::And, Class::Preposition, Class::In, Class::On],
                );
            if !ends {
                break;
            }
            people.extend(scene.people(n).iter().copied());
            last = n;
        } else if !link {
            break;
        }
    }
    (last, people)
}

/// The parties behind "and with", or behind the day of a meeting and "and", that follow the one with whom somebody had it: each had one of its own.
pub(super) fn and_with(scene: &Scene<'_, '_, '_, '_>, object: usize) -> Vec<(usize, Vec<usize>)> {
    let mut found = Vec::new();
    let mut last = object;
    for n in object + 1..scene.chunks.len() {
        if scene.breaks(n) || n > last + 6 {
            break;
        }
        let with = scene.governed_by(n, &[Class::With]);
        let and = (last + 1..n).any(|m| scene.is(m, Class::And));
        // "talks with A on 2 June and B on 12 June".
        let dated = |m: usize| {
            let item = scene.item(m);
            item.is_some_and(|i| matches!(i.kind, Kind::Date(_)))
        };
        let near = (last + 1..n).rev().find(|m| !scene.is(*m, Class::Article));
        let next = near.is_some_and(|m| scene.is(m, Class::And) && dated(m - 1));
        if !scene.people(n).is_empty() {
            if !(with || next) || !and {
                break;
            }
            found.push((n, scene.people(n).to_vec()));
            last = n;
        }
    }
    found
}

/// "talks in Riga on Tuesday between A and B": the word behind which both parties to a meeting stand.
pub(super) fn between(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<usize> {
    let mut near = (at + 1..(at + 12).min(scene.chunks.len())).take_while(|n| {
        let ends = scene.breaks(*n) || scene.mark(*n, ',') || scene.is(*n, Class::Say);
        scene.people(*n).is_empty() && !ends
    });
    near.find(|n| scene.is(*n, Class::Between))
}

/// "talks between the leadership and A, B": whether nobody names the first of two between whom a meeting is.
pub(super) fn one_is_unnamed(scene: &Scene<'_, '_, '_, '_>, parties: &[usize], at: usize) -> bool {
    let between = between(scene, at);
    let first = parties.iter().find(|n| between.is_some_and(|b| **n > b));
    let links = |b: usize, first: usize| {
        (b + 1..first).any(|n| scene.is_any(n, &[Class::And, Class::With]))
    };
    between
        .zip(first)
        .is_some_and(|(b, first)| links(b, *first))
}

/// "called for talks between A and B", "the failure to hold talks", "talks, which A had hoped for, were cancelled": whether a meeting that a noun names
/// is only asked for, or came to nothing.
pub(super) fn is_called_for(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    let before = at.saturating_sub(6)..at;
    let asks = ["call", "appeal", "urge", "push", "plea"];
    let asked = scene.says(at.wrapping_sub(1), &["for"])
        && before.clone().any(|n| {
            let word = scene.word(n);
            asks.iter().any(|a| word.starts_with(a)) || word.ends_with("called for")
        });
    let asked = asked
        || before
            .clone()
            .any(|n| scene.word(n).ends_with("called for"));
    let failed = before
        .into_iter()
        .any(|n| scene.says(n, &["failure", "refusal"]));
    let off = between(scene, at).is_some()
        && (at..scene.chunks.len()).any(|n| scene.is(n, Class::CalledOff));
    asked || failed || off
}

/// "with his counterparts from Latvia, A, and Estonia, B": those who are named behind the states of several who hold the same office, and the
/// chunk of the last.
pub(super) fn counterparts_from(
    scene: &Scene<'_, '_, '_, '_>,
    with: usize,
) -> Option<(usize, Vec<usize>)> {
    let several = |n: &usize| {
        let item = scene.item(*n);
        let office = item.and_then(Item::office);
        let office = office.and_then(|o| scene.facts.mentions.offices.get(o));
        let plural = office.is_some_and(|o| o.plural) || scene.word(*n).ends_with("counterparts");
        plural && scene.people(*n).is_empty()
    };
    let office = (with + 1..with + 5).find(several)?;
    let mut people: Vec<usize> = Vec::new();
    let mut last = office;
    // Each is named behind a state of his or her own.
    let mut told = false;
    for n in office + 1..scene.chunks.len() {
        let state = scene.item(n).is_some_and(|i| i.state().is_some());
        told |= state && scene.people(n).is_empty();
        let link = scene.mark(n, ',')
            || scene.mark(n, '(')
            || scene.mark(n, ')')
            || scene.is_any(n, &[Class::And, Class::From, Class::Of, Class::Article]);
        if !scene.people(n).is_empty() {
            if !told {
                return None;
            }
            people.extend(scene.people(n).iter().copied());
            last = n;
            told = false;
        } else if !state && !link {
            break;
        }
    }
    (people.len() > 1).then_some((last, people))
}
