//! Where a visit goes: the states that stand behind or before the word that tells of it.
//!
//! In comes a word of visiting and those who travel, out come states. This module never gives a visitor's own state.

use super::super::scene::Scene;
use super::home::{home, is_adjective};
use super::{Teller, Told};
use crate::lexicon::Class;
use crate::ontology::StateCode;

/// How many chunks behind a word of visiting the state may stand.
const REACH: usize = 7;

/// The states that a visit may go to, one or several in a row: behind the word, before it ("is in Cyprus on a visit"), else
/// where the article comes from. Never the visitor's own.
pub(super) fn destinations(
    scene: &Scene<'_, '_, '_, '_>,
    teller: Teller,
    (from, people): (usize, &[usize]),
    visitor: Option<StateCode>,
) -> Vec<(usize, StateCode)> {
    let at = teller.at;
    if scene
        .item(at)
        .is_some_and(|i| scene.text(i).eq_ignore_ascii_case("where"))
    {
        let state = |n: usize| Some((n, scene.state(n, visitor)?));
        return (at.saturating_sub(2)..at).filter_map(state).collect();
    }
    // "the visiting delegation from Nepal": where from, not where to.
    if is_adjective(scene, at) {
        return home(scene, teller, visitor).into_iter().collect();
    }
    let start = first_behind(scene, (at, from), visitor);
    // "flew from Singapore to Malaysia": where somebody comes from is not where to.
    let away = scene.is(start, Class::From);
    let to = (start..start + 6).find(|n| away && scene.is_any(*n, &[Class::To, Class::In]));
    // "came from Ghana": no more is told than where somebody was.
    let left = (start + 1..start + 3).find_map(|n| scene.state(n, visitor));
    if away && to.is_none() && left.is_some() && left != visitor {
        return Vec::new();
    }
    let start = to.unwrap_or(start);
    // A noun needs its preposition: "took the visit as a sign that Moscow" goes nowhere.
    let to = (start..start + 4).any(|n| scene.is_any(n, &[Class::To, Class::In, Class::Of]))
        || scene
            .item(at)
            .is_some_and(|i| [" to", " in"].iter().any(|p| scene.text(i).ends_with(p)));
    let reach = reach(scene, teller, from);
    let behind = row(scene, start, (visitor, people), reach);
    if !behind.is_empty() && (to || !teller.noun) {
        return behind;
    }
    // "A met B of Kenya during a visit to Nairobi": where B is at home, and so of A.
    if teller.noun && behind.is_empty() && is_home_goal(scene, start, people) {
        return Vec::new();
    }
    // "the delegation from the Parliament of Kenya, which is on a visit": the one who travels, and not where to.
    let subject = |n: usize| scene.is_any(n + 1, &[Class::Be, Class::Travel, Class::Visit]);
    let which = (at.saturating_sub(4)..at).any(|n| scene.is(n, Class::Which) && !subject(n));
    // "MPs were in Kenya on a visit, led by A": who travels may be told behind.
    let first = if from < at {
        from
    } else {
        at.saturating_sub(REACH)
    };
    let before = place_before(scene, (first, at), visitor, which);
    if let Some(before) = before.filter(|_| teller.noun || which) {
        return vec![before];
    }
    home(scene, teller, visitor).into_iter().collect()
}

/// "the visit of the President of Latvia, A, to Riga": whether words from a chunk on say where to, and that is where A is at home.
fn is_home_goal(scene: &Scene<'_, '_, '_, '_>, start: usize, people: &[usize]) -> bool {
    let goal = (start..start + REACH).find(|n| scene.is(*n, Class::To));
    goal.is_some_and(|to| !row(scene, to, (None, people), 3).is_empty())
}

/// The chunk behind a word of visiting at which the way to a state begins: behind the visitor in "the visit of A to Kenya", but not in "During a
/// visit to Kenya, A met B".
fn first_behind(
    scene: &Scene<'_, '_, '_, '_>,
    (at, from): (usize, usize),
    visitor: Option<StateCode>,
) -> usize {
    let abroad = |n: usize| scene.state(n, visitor).is_some_and(|s| Some(s) != visitor);
    if from > at && from < at + 5 && !(at + 1..from).any(abroad) {
        from + 1
    } else {
        at + 1
    }
}

/// "is in Cyprus on a visit", "in Kenya, which A visits": the state before the word at `at`, not before `first` unless a relative clause
/// (`which`) tells of the visit.
fn place_before(
    scene: &Scene<'_, '_, '_, '_>,
    (first, at): (usize, usize),
    visitor: Option<StateCode>,
    which: bool,
) -> Option<(usize, StateCode)> {
    let governed = (first..at).rev().find_map(|n| {
        // "told reporters at Lagos airport that the trip": where it is told.
        let airport = scene.says(n + 1, &["airport"]);
        let there = scene.governed_by(n, &[Class::In, Class::To, Class::Travel]);
        let place = there && !airport || which;
        let state = scene
            .state(n, visitor)
            .filter(|s| place && Some(*s) != visitor)?;
        Some((n, state))
    });
    // "from Washington, which he is visiting": the state before the relative clause.
    governed.or_else(|| {
        (at.saturating_sub(8)..at)
            .rev()
            .filter(|_| which)
            .find_map(|n| Some((n, scene.state(n, visitor).filter(|s| Some(*s) != visitor)?)))
    })
}

/// How many chunks behind a word the state may stand. "came to a conclusion in Riga", "Visiting hours in Latvia are short":
/// where the preposition is in the verb, or nobody acts before it, the state must follow.
fn reach(scene: &Scene<'_, '_, '_, '_>, teller: Teller, from: usize) -> usize {
    let text = scene.word(teller.at);
    let own = [" to", " for"].iter().any(|p| text.ends_with(p));
    if teller.rule == "travel-verb" && own || !teller.noun && from > teller.at {
        1
    } else if teller.rule == "travel-verb" && text.ends_with(" in") {
        // "landed in the Qatari capital, Doha".
        4
    } else {
        REACH
    }
}

/// The states in a row behind a chunk, within a few chunks of one clause: "to Egypt, Kosovo and Macedonia".
pub(super) fn row(
    scene: &Scene<'_, '_, '_, '_>,
    from: usize,
    (visitor, people): (Option<StateCode>, &[usize]),
    reach: usize,
) -> Vec<(usize, StateCode)> {
    let mut found: Vec<(usize, StateCode)> = Vec::new();
    let mut gap = 0;
    for n in from..scene.chunks.len() {
        if let Some(state) = scene.state(n, visitor) {
            if Some(state) != visitor && !found.iter().any(|(_, s)| *s == state) {
                found.push((n, state));
            }
            gap = 0;
            continue;
        }
        // "the visit of the delegation, made up of A and B, to Kenya": its own members stand in between.
        let members = scene.people(n);
        if !members.is_empty() && people.len() > 1 && members.iter().all(|m| people.contains(m)) {
            gap = 0;
            continue;
        }
        gap += 1;
        // "the United Kingdom (UK) and Ireland".
        let bracket = ['(', ')'].iter().any(|m| scene.mark(n, *m));
        let link = scene.mark(n, ',') || bracket || scene.is_any(n, &[Class::And, Class::Article]);
        let ends = !scene.people(n).is_empty()
            || scene.breaks(n)
            || scene.is_any(
                n,
                &[
                    Class::Who,
                    Class::By,
                    Class::Say,
                    Class::Meet,
                    Class::Receive,
                ],
            );
        if ends || gap > reach || !found.is_empty() && !link {
            break;
        }
    }
    found
}

/// "A returned home on Tuesday from Guyana", "A is back from a visit to Guyana": the visit that is over.
pub(super) fn returned(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<Told> {
    /// How many chunks may stand between the verb and "from".
    const NEAR: usize = 6;
    let back = [
        "returned",
        "returned home",
        "has returned",
        "have returned",
        "came back",
        "is back",
    ];
    if !scene.says(at, &back) || scene.doubted(at) {
        return None;
    }
    let (from, people) = scene.subject(at)?;
    let visitor = scene.state_of(&people);
    let quiet =
        |n: &usize| scene.people(*n).is_empty() && !scene.breaks(*n) && !scene.mark(*n, ',');
    let behind = (at + 1..at + NEAR).take_while(quiet);
    let place = behind.into_iter().find(|n| scene.is(*n, Class::From))?;
    // "from Kenya", "from a study tour of the Parliament of Kenya".
    let tour = (place + 1..place + 8)
        .take_while(quiet)
        .find(|n| scene.is(*n, Class::VisitNoun));
    let start = tour.map_or(place, |t| t + 1);
    let to = (start + 1..start + 3).find(|n| !scene.is(*n, Class::Article))?;
    let state = scene.state(to, visitor).filter(|s| Some(*s) != visitor)?;
    Some(Told {
        teller: Teller {
            at,
            planned: false,
            noun: false,
            rule: "travel-verb",
        },
        from,
        to,
        people,
        state,
        confidence: 85,
    })
}
