//! Meetings told by a noun: "talks between A and B", "A held a meeting with B", "the meeting of A and B".
//!
//! In comes the chunk of a noun, out comes the meeting that it tells of, if the sentence says who met. This module never
//! reads verbs.

use std::collections::BTreeSet;

use super::super::event::Events;
use super::super::party::governed;
use super::super::scene::Scene;
use super::row::{and_with, between, counterparts_from, is_called_for, row};
use super::status::status;
use super::{Teller, Told, add, add_joint, other_side};
use crate::lexicon::Class;
use crate::mention::Kind;
use crate::ontology::MeetingKind;

/// "talks between A and B", "A held a meeting with B", "during the meeting with B, A said": the noun of a chunk, with the
/// kind of meeting and the rule that it stands for. The first form that the sentence has decides.
pub(super) fn read(
    scene: &Scene<'_, '_, '_, '_>,
    at: usize,
    (kind, rule): (MeetingKind, &'static str),
    events: &mut Events,
) {
    let Some(status) = status(scene, at).filter(|_| !scene.owned_unnamed(at)) else {
        return;
    };
    if is_called_for(scene, at) {
        return;
    }
    let teller = Teller {
        at,
        kind,
        status,
        rule,
    };
    // "a joint press conference with his deputy": two of one house have no meeting by that.
    if scene.word(at).starts_with("joint") && of_one_state(scene) {
        return;
    }
    if let Some(between) = between(scene, at) {
        let joint = first_party(scene, between + 1);
        let joint = joint.is_some_and(|(to, people)| {
            let words = at..to + 1;
            add_joint(scene, teller, (&people, words), 90, events)
        });
        if let Some(told) = between_two(scene, at, between).filter(|_| !joint) {
            add(scene, teller, told, 92, events);
        }
    } else if let Some(told) = made_by(scene, at).or_else(|| paid_on(scene, at)) {
        add(scene, teller, told, 85, events);
    } else if let Some((to, other)) = with(scene, at) {
        let (to, other) = with_row(scene, to, other);
        let one = first_side(scene, at, to);
        // "The delegation held a meeting with B": where nobody knows who is in it, nobody else held it.
        let unknown = (0..at).any(|n| {
            let sent = scene.item(n).is_some_and(|i| i.is(Class::Delegation));
            sent && scene.people(n).is_empty() && !governed(scene.items, &scene.chunks, n)
        });
        let told = || other_side(scene, &other, events).map(|p| (at, p));
        let unknown = unknown || office_acts(scene, to);
        let one = one.or_else(|| told().filter(|_| !unknown));
        if let Some((from, one)) = one {
            // "had meetings with A, and with B".
            for (to, other) in and_with(scene, to) {
                let sides = [one.clone(), other];
                add(scene, teller, Told { sides, from, to }, 84, events);
            }
            let sides = [one, other];
            add(scene, teller, Told { sides, from, to }, 88, events);
        }
    } else if let Some(told) = of_two(scene, at).or_else(|| held_by_two(scene, at)) {
        add(scene, teller, told, 85, events);
    }
}

/// "A meeting came next with A; the Deputy Speaker, B; and C": with all of a list in semicolons, who are of one side.
fn with_row(scene: &Scene<'_, '_, '_, '_>, to: usize, other: Vec<usize>) -> (usize, Vec<usize>) {
    let (last, listed) = row(scene, to, other.clone());
    if (to..last).any(|n| scene.mark(n, ';')) {
        (last, listed)
    } else {
        (to, other)
    }
}

/// "During the talks with A, the Speaker of B spoke of trade": whether somebody acts behind a chunk of whom only the office is told, and nobody knows
/// the name.
fn office_acts(scene: &Scene<'_, '_, '_, '_>, from: usize) -> bool {
    let acts = [Class::Say, Class::Tell, Class::Discuss];
    (from + 1..scene.chunks.len()).any(|n| {
        let office = scene.item(n).is_some_and(|i| i.office().is_some());
        office && scene.people(n).is_empty() && scene.is_any(n + 1, &acts)
    })
}

/// Whether all people of a sentence act for one state.
fn of_one_state(scene: &Scene<'_, '_, '_, '_>) -> bool {
    let people = (0..scene.chunks.len()).flat_map(|n| scene.people(n));
    let states: BTreeSet<_> = people.map(|p| scene.state_of(&[*p])).collect();
    states.len() == 1
}

/// "talks between A and B".
fn between_two(scene: &Scene<'_, '_, '_, '_>, at: usize, between: usize) -> Option<Told> {
    let (to, people) = first_party(scene, between + 1)?;
    // "between the leadership and A and B": those who are named are one side, and nobody names the other.
    if (between + 1..to).any(|n| scene.is_any(n, &[Class::And, Class::With])) {
        return None;
    }
    // "between the delegation and Ambassador A": the whole delegation is one side.
    let group = scene.chunks.get(to).is_some_and(|c| c.delegation);
    let other = (to + 2..(to + 6).min(scene.chunks.len()))
        .find(|n| group && scene.is(to + 1, Class::And) && !scene.people(*n).is_empty());
    if let Some(other) = other {
        return Some(Told {
            sides: [people, scene.people(other).to_vec()],
            from: at,
            to: other,
        });
    }
    let [one, other, rest @ ..] = people.as_slice() else {
        return None;
    };
    let sides = by_state(scene, *one, *other, rest);
    Some(Told {
        sides,
        from: at,
        to,
    })
}

/// "a call to B by A", "a visit on B made by A", "a reception of B by A".
fn made_by(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<Told> {
    // "a meeting with A, who was accompanied by B as well as by C": those with A made no meeting.
    let company = [Class::Comprise, Class::Accompany];
    let by = (at + 1..scene.chunks.len())
        .take_while(|n| !scene.is_any(*n, &company))
        .find(|n| !scene.people(*n).is_empty() && scene.governed_by(*n, &[Class::By]))?;
    // "at the meeting she handed B a letter sent by A": A made no meeting.
    let made = ["made", "paid", "held", "given", "hosted", "called"];
    let word = (at + 1..by)
        .rev()
        .find(|n| !scene.is_any(*n, &[Class::By, Class::Article, Class::Current]))
        .map(|n| scene.word(n));
    let other = word.is_some_and(|w| {
        (w.ends_with("ed") || ["sent", "written", "led", "told"].contains(&w.as_ref()))
            && !made.contains(&w.as_ref())
    });
    if other {
        return None;
    }
    let on = (at + 1..(at + 4).min(scene.chunks.len()))
        .find(|n| scene.is_any(*n, &[Class::To, Class::With, Class::On, Class::Of]))
        .filter(|n| *n < by)
        .or_else(|| (by + 1..by + 3).find(|n| scene.is(*n, Class::With)))?;
    let (to, mut other) = first_party(scene, on + 1).filter(|(to, _)| *to != by)?;
    if on > by {
        let (to, other) = row(scene, to, other);
        return Some(Told {
            sides: [scene.people(by).to_vec(), other],
            from: at,
            to,
        });
    }
    // "Calls on A, on B and on C were made by D".
    for n in to + 1..by {
        let link =
            |m: usize| scene.mark(m, ',') || scene.is_any(m, &[Class::And, Class::On, Class::To]);
        let before = (to + 1..n).rev().find(|m| !scene.is(*m, Class::Article));
        if !scene.people(n).is_empty() && before.is_some_and(link) {
            other.extend(scene.people(n).iter().copied());
        }
    }
    Some(Told {
        sides: [scene.people(by).to_vec(), other],
        from: at,
        to: by.max(to),
    })
}

/// "a courtesy call of A on B", "the courtesy call by A to B".
fn paid_on(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<Told> {
    if !is_call(scene, at) || !scene.is_any(at + 1, &[Class::Of, Class::By]) {
        return None;
    }
    let (from, one) = first_party(scene, at + 2).filter(|(n, _)| *n <= at + 4)?;
    let on = (from + 1..from + 3).find(|n| scene.is_any(*n, &[Class::On, Class::To]))?;
    let (to, other) = first_party(scene, on + 1).filter(|(n, _)| *n <= on + 3)?;
    Some(Told {
        sides: [one, other],
        from: at,
        to,
    })
}

/// Whether a noun is "courtesy call" or the like.
fn is_call(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    scene.item(at).is_some_and(|i| {
        let text = scene.text(i).to_lowercase();
        text.trim_end_matches('s').ends_with("call")
    })
}

/// "a meeting with B", "after meeting B": the party behind the noun.
fn with(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<(usize, Vec<usize>)> {
    // "a courtesy call on B", "a visit to B".
    let call = is_call(scene, at);
    // "a courtesy call on Tuesday on B".
    let dated = |n: usize| {
        let item = scene.item(n);
        item.is_some_and(|i| matches!(i.kind, Kind::Date(_)))
    };
    let reach = (at + 1..at + 7).take_while(|n| *n < at + 3 || dated(n - 1) || dated(n - 2));
    let on = reach
        .filter(|n| call && scene.is_any(*n, &[Class::On, Class::To]))
        .find(|n| !dated(n + 1));
    // "on his courtesy visit to B", "had a courtesy call from B".
    let visit = scene.word(at).ends_with("visit") && scene.is(at + 1, Class::To);
    let from = (at + 1..at + 7).find(|n| (call || visit) && scene.is(*n, Class::From));
    let on = on.or(visit.then_some(at + 1)).or(from);
    let with = (at + 1..(at + 8).min(scene.chunks.len())).find(|n| scene.is(*n, Class::With));
    let with = on.or(with);
    let near = |from: usize, n: usize| n <= from + 3;
    // "meetings with the guests of the conference: A and B", but not "attended the meeting together with the officers: A and B".
    let attended = (0..at).any(|n| scene.is(n, Class::Attend));
    let listed = |w: usize| {
        let colon =
            (w + 1..w + 14).find(|n| scene.mark(*n, ':') || !scene.people(*n).is_empty())?;
        first_party(scene, colon + 1).filter(|(n, _)| scene.mark(colon, ':') && near(colon + 1, *n))
    };
    let object = with.and_then(|w| {
        if let Some(found) = counterparts_from(scene, w) {
            return Some(found);
        }
        let behind = first_party(scene, w + 1).filter(|(n, _)| near(w + 1, *n));
        // "meetings with ministers and members of the house, including A".
        let including = || {
            let listing = ["including", "namely", "such as", "among them"];
            let place = (w + 1..w + 14)
                .take_while(|n| scene.people(*n).is_empty() && !scene.breaks(*n))
                .find(|n| scene.says(*n, &listing))?;
            first_party(scene, place + 1).filter(|(n, _)| near(place + 1, *n))
        };
        let behind = behind.or_else(including);
        behind.or_else(|| listed(w).filter(|_| !attended))
    });
    object.or_else(|| first_party(scene, at + 1).filter(|(n, _)| *n <= at + 2 && gerund(scene, at)))
}

/// The other party to a meeting with the party `object`: the owner of the noun, the subject, a free party elsewhere in the
/// sentence, those of the sentence before.
fn first_side(
    scene: &Scene<'_, '_, '_, '_>,
    at: usize,
    object: usize,
) -> Option<(usize, Vec<usize>)> {
    let of = || {
        scene
            .is(at + 1, Class::Of)
            .then(|| first_party(scene, at + 2))
            .flatten()
    };
    owner(scene, at)
        .or_else(|| of().filter(|(n, _)| *n < object))
        .or_else(|| scene.subject(at))
        .or_else(|| elsewhere(scene, at, object))
}

/// "A and B held talks in Riga".
fn held_by_two(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<Told> {
    let hold = (at.saturating_sub(4)..at)
        .rev()
        .find(|n| scene.is(*n, Class::Hold))?;
    let (from, people) = scene.subject(hold)?;
    let [one, other] = people.as_slice() else {
        return None;
    };
    let apart = scene.state_of(&[*one]) != scene.state_of(&[*other]);
    apart.then(|| Told {
        sides: [vec![*one], vec![*other]],
        from,
        to: at,
    })
}

/// "the meeting of A and B".
fn of_two(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<Told> {
    if !scene.is(at + 1, Class::Of) {
        return None;
    }
    let (to, people) = first_party(scene, at + 2).filter(|(n, _)| *n <= at + 3)?;
    let [one, other] = people.as_slice() else {
        return None;
    };
    Some(Told {
        sides: [vec![*one], vec![*other]],
        from: at,
        to,
    })
}

/// "after meeting B": the noun is a verb there.
fn gerund(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    scene
        .item(at)
        .is_some_and(|i| scene.text(i).eq_ignore_ascii_case("meeting"))
        && at
            .checked_sub(1)
            .is_none_or(|b| scene.is(b, Class::Preposition))
}

/// "A's meeting with B".
fn owner(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<(usize, Vec<usize>)> {
    // "The delegation's programme began with a meeting with B": who has a programme, or is on a visit, meets.
    let of_time = |n: &usize| {
        let nouns = [
            "programme",
            "program",
            "schedule",
            "day",
            "agenda",
            "stay",
            "trip",
        ];
        scene.mark(*n, '’') && (scene.says(n + 1, &nouns) || scene.is(n + 1, Class::VisitNoun))
    };
    let near = (at.saturating_sub(3)..at)
        .rev()
        .find(|n| scene.mark(*n, '’'));
    let mark = near.or_else(|| (0..at).rev().find(of_time))?;
    let party = mark.checked_sub(1)?;
    Some((party, scene.people(party).to_vec())).filter(|(_, p)| !p.is_empty())
}

/// The subject of a sentence whose meeting stands in an adverbial before it: "During the meeting with B, A said".
fn elsewhere(
    scene: &Scene<'_, '_, '_, '_>,
    at: usize,
    object: usize,
) -> Option<(usize, Vec<usize>)> {
    let free = |n: &usize| {
        *n != object && !scene.people(*n).is_empty() && !governed(scene.items, &scene.chunks, *n)
    };
    let behind = (object + 1..scene.chunks.len()).find(free);
    // "recalled his talks with A on 2 June and B on 12 June": who is joined to the other party, without a comma, is of that side.
    let joined = |n: &usize| {
        let before = (object + 1..*n)
            .rev()
            .find(|m| !scene.is(*m, Class::Article));
        let and = before.is_some_and(|m| scene.is(m, Class::And));
        let parts = |m: usize| scene.mark(m, ',') || scene.is(m, Class::Say);
        // "with A, the Minister of B, on 2 June and C on 12 June".
        let day = before.and_then(|m| scene.item(m.checked_sub(1)?));
        let dated = day.is_some_and(|i| matches!(i.kind, Kind::Date(_)));
        and && (dated || !(object + 1..*n).any(parts))
    };
    let behind = behind.filter(|n| !joined(n));
    let before = (0..at).rev().find(free);
    behind.or(before).map(|n| (n, scene.people(n).to_vec()))
}

/// The next party from a chunk on, within its clause.
fn first_party(scene: &Scene<'_, '_, '_, '_>, from: usize) -> Option<(usize, Vec<usize>)> {
    for n in from..scene.chunks.len() {
        if !scene.people(n).is_empty() {
            return Some((n, scene.people(n).to_vec()));
        }
        // "with the friendship group, led by B": the group is there by the one who leads it.
        let led =
            scene.mark(n, ',') && scene.is(n + 1, Class::LedBy) && !scene.is(n + 1, Class::With);
        if scene.breaks(n)
            || scene.mark(n, ',') && !led
            || scene.is_any(n, &[Class::Who, Class::Which, Class::Say, Class::Be])
        {
            return None;
        }
    }
    None
}

/// Several people behind "between": those of one state make one side.
fn by_state(
    scene: &Scene<'_, '_, '_, '_>,
    one: usize,
    other: usize,
    rest: &[usize],
) -> [Vec<usize>; 2] {
    let state = |p: usize| scene.state_of(&[p]);
    let mut sides = [vec![one], vec![other]];
    for person in rest {
        let second = state(*person) == state(other) && state(other) != state(one);
        if let Some(side) = sides.get_mut(usize::from(second)) {
            side.push(*person);
        }
    }
    sides
}
