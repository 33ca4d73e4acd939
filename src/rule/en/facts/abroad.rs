//! Who in an article is from abroad, as seen from where it was written: ambassadors, those sent, those who call.
//!
//! In come the mentions of an article, out come states with what they speak for or against. This module never decides which
//! state the article comes from.

use super::home::{ABROAD, is_envoy, named, state_of_body};
use crate::lexicon::Class;
use crate::mention::{Item, Means, Mentions, OfficeMention};
use crate::ontology::{BodyForm, Office, StateCode};

/// The state of an ambassador to where one's own people travel, which is one's own as well.
pub(super) fn envoy_of(
    mentions: &Mentions<'_>,
    item: &Item<'_>,
    goals: &[StateCode],
) -> Option<StateCode> {
    let office = mentions.offices.get(item.office()?)?;
    let abroad = office.post.is_some_and(|post| goals.contains(&post));
    office.states.first().copied().filter(|_| abroad)
}

/// What ambassadors and counterparts say of each state: an article is told where an ambassador is posted rather than in the state
/// that has sent the ambassador, unless one's own people travel there.
pub(super) fn envoys(mentions: &Mentions<'_>, goals: &[StateCode]) -> Vec<(StateCode, i32)> {
    let mut found = Vec::new();
    for office in &mentions.offices {
        let travelled = office.post.is_some_and(|post| goals.contains(&post));
        let weight = if travelled { -ABROAD } else { ABROAD };
        found.extend(office.post.map(|post| (post, weight)));
        let sent = is_envoy(mentions, office) || office.counterpart;
        let state = office.states.first().filter(|_| sent);
        found.extend(state.map(|state| (*state, -weight)));
    }
    found
}

/// The states for which somebody leaves, in the first sentences, whom the article calls by a short title: "Speaker A left for
/// Kenya" is told at home.
pub(super) fn goals(mentions: &Mentions<'_>) -> Vec<StateCode> {
    let mut found: Vec<StateCode> = Vec::new();
    for items in mentions.items.iter().filter(|i| !i.is_empty()).take(5) {
        for (at, item) in items.iter().enumerate() {
            let text = mentions.words.text_of(&item.words);
            let leaves = item.is_any(&[Class::Leave, Class::Travel]) && text.ends_with(" for");
            // "The Vice-President of the Parliament ends his visit to Kenya".
            let visits = item.is(Class::To)
                && at
                    .checked_sub(1)
                    .and_then(|b| items.get(b))
                    .is_some_and(|b| b.is(Class::VisitNoun))
                || item.is(Class::Visit) && text.ends_with(" to");
            // "led a parliamentary delegation to the Maldives".
            let takes = item.is(Class::To)
                && at
                    .checked_sub(1)
                    .and_then(|b| items.get(b))
                    .is_some_and(|b| b.is(Class::Delegation))
                && items
                    .get(at.saturating_sub(5)..at)
                    .is_some_and(|b| b.iter().any(|i| i.is(Class::Lead)));
            // "flew from Singapore to Malaysia".
            let from = item.is(Class::To)
                && (1..3).any(|n| {
                    let back = |m: usize| at.checked_sub(n + m).and_then(|b| items.get(b));
                    back(0).is_some_and(|i| i.is(Class::From))
                        && back(1).is_some_and(|i| i.is(Class::Travel))
                });
            let arrives = !leaves && comes_by_name(items, at);
            let before = items
                .get(..at)
                .filter(|_| leaves || visits || takes || from || arrives);
            let office = before.and_then(|b| b.iter().find_map(Item::office));
            let office = office.and_then(|o| mentions.offices.get(o));
            let own = office.is_some_and(|o| names_no_state(mentions, o) && !o.possessive);
            let passed = |n: &usize| {
                let link = |i: &Item<'_>| i.is_any(&[Class::Article, Class::In, Class::To]);
                items.get(*n).is_some_and(link)
            };
            let state = (at + 1..at + 4)
                .find(|n| !passed(n))
                .and_then(|n| items.get(n));
            let state = state.and_then(Item::state).filter(|_| own);
            found.extend(state.filter(|s| !found.contains(s)));
        }
    }
    found
}

/// "Speaker A has come to Kenya": whether a word for travel at an item stands right behind a title and a name with which its sentence begins.
fn comes_by_name(items: &[Item<'_>], at: usize) -> bool {
    let before = items.get(..at).unwrap_or_default();
    let travels = items.get(at).is_some_and(|i| i.is(Class::Travel));
    let named = |i: &Item<'_>| {
        i.office().is_some()
            || i.person().is_some()
            || i.honorific().is_some()
            || i.is(Class::Article)
    };
    let titled = before.iter().any(|i| i.office().is_some());
    travels && titled && before.iter().any(|i| i.person().is_some()) && before.iter().all(named)
}

/// "A led a cross-party delegation to Chile": whether a state is named only as where a delegation goes.
pub(super) fn is_only_goal(mentions: &Mentions<'_>, state: StateCode) -> bool {
    let mut goal = false;
    for items in &mentions.items {
        for (at, item) in items.iter().enumerate() {
            if named(mentions, item) != Some(state) {
                continue;
            }
            let before = |n: usize| at.checked_sub(n).and_then(|b| items.get(b));
            let to = before(1).is_some_and(|i| i.is(Class::To));
            let sent = before(2)
                .is_some_and(|i| i.is_any(&[Class::Delegation, Class::Company, Class::VisitNoun]));
            // "The delegation is visiting Botswana", "paid a working visit to Botswana".
            let visits = before(1).is_some_and(|i| i.is(Class::Visit));
            if !(to && sent || visits) {
                return false;
            }
            goal = true;
        }
    }
    goal
}

/// Whether an office tells no state, by itself or by its body: "Speaker", "President of the Senate".
fn names_no_state(mentions: &Mentions<'_>, office: &OfficeMention) -> bool {
    let told = |body: &usize| {
        let body = mentions.bodies.get(*body);
        body.is_none_or(|b| {
            !b.states.is_empty() || !matches!(&b.means, Means::Chambers(rows) if rows.len() > 1)
        })
    };
    office.states.is_empty() && !office.bodies.iter().any(told)
}

/// The states of those who are told with their state, in the headline or the first sentence, beside somebody who is called by a
/// title alone: "Speaker of the Parliament of Kenya calls on President A" is told where A is president.
pub(super) fn guests(mentions: &Mentions<'_>) -> Vec<StateCode> {
    let meets = [Class::CallOn, Class::Receive, Class::Meet];
    let mut found = visitors_here(mentions);
    for items in mentions.items.iter().filter(|i| !i.is_empty()).take(3) {
        let offices = || {
            items
                .iter()
                .filter_map(|i| mentions.offices.get(i.office()?))
        };
        let short = |o: &OfficeMention| {
            let presides = o.can_be(&mentions.words, Office::Speaker)
                || o.can_be(&mentions.words, Office::HeadOfState);
            o.bare() && !o.plural && !o.possessive && !o.counterpart && presides
        };
        let told = |o: &OfficeMention| {
            let body = |b: &usize| mentions.bodies.get(*b)?.states.first().copied();
            o.states
                .first()
                .copied()
                .or_else(|| o.bodies.iter().find_map(body))
        };
        if let Some(state) = received(mentions, items) {
            found.extend(Some(state).filter(|s| !found.contains(s)));
            continue;
        }
        if !items.iter().any(|i| i.is_any(&meets)) || offices().filter(|o| short(o)).count() != 1 {
            continue;
        }
        let delegation = |n: usize| {
            let group = items.get(n + 1).is_some_and(|i| is_group(mentions, i));
            items.get(n)?.state().filter(|_| group)
        };
        let states = offices().filter(|o| !o.counterpart).filter_map(told);
        for state in states.chain((0..items.len()).filter_map(delegation)) {
            if !found.contains(&state) {
                found.push(state);
            }
        }
    }
    found
}

/// "King A received the Speaker of the National Assembly of Kuwait": the state of the one received, where nothing before the verb tells one.
fn received(mentions: &Mentions<'_>, items: &[Item<'_>]) -> Option<StateCode> {
    let verb = items.iter().position(|i| i.is(Class::Receive));
    // "held a meeting with the delegation of the Bundestag".
    let meets = [Class::Meet, Class::MeetingNoun];
    let verb = verb.or_else(|| items.iter().position(|i| i.is_any(&meets)))?;
    let before = items.get(..verb)?;
    let passive = before.last().is_some_and(|i| i.is(Class::Be));
    let acts = before.iter().any(|i| i.person().is_some());
    let told = before
        .iter()
        .any(|i| named(mentions, i).is_some() || i.state().is_some());
    // "hosted a delegation from the Parliament of Kuwait".
    let sent = (verb + 1..(verb + 5).min(items.len()))
        .find(|n| items.get(*n).is_some_and(|i| is_group(mentions, i)))
        .and_then(|n| sender_of(mentions, items, n));
    if sent.is_some() && !told && !passive {
        return sent;
    }
    let receives = items.get(verb).filter(|i| i.is(Class::Receive));
    let office = receives.and(items.get(verb + 1..)?.iter().find_map(Item::office))?;
    let office = mentions.offices.get(office)?;
    let body = |b: &usize| mentions.bodies.get(*b)?.states.first().copied();
    let state = office
        .states
        .first()
        .copied()
        .or_else(|| office.bodies.iter().find_map(body));
    state.filter(|_| acts && !told && !passive && !office.counterpart)
}

/// The states of those who are told, with their state, to be on a visit to "the country": the one from which the article comes.
pub(super) fn visitors_here(mentions: &Mentions<'_>) -> Vec<StateCode> {
    let mut found: Vec<StateCode> = Vec::new();
    for items in mentions.items.iter().filter(|i| !i.is_empty()).take(5) {
        let here = (1..items.len()).find(|n| {
            let country = items.get(*n).is_some_and(|i| i.is(Class::Country));
            let article = items.get(n - 1).is_some_and(|i| {
                i.is(Class::Article)
                    && ["the", "our", "this"].contains(&mentions.words.small(&i.words).as_ref())
            });
            // "the Kingdom of Bahrain", "the country with which": another one.
            let named = items
                .get(n + 1)
                .is_some_and(|i| i.is_any(&[Class::Of, Class::Which, Class::With]));
            country && article && !named
        });
        let Some(before) = here.and_then(|n| items.get(..n)) else {
            continue;
        };
        let comes = [Class::Visit, Class::VisitNoun, Class::Travel];
        let journey = before.iter().rposition(|i| i.is_any(&comes));
        // "A delegation from Uganda is in the country on a study tour".
        let sent = before.iter().any(|i| is_group(mentions, i));
        let is_in = |n: &usize| {
            let inside = before.get(n + 1).is_some_and(|i| i.is(Class::In));
            sent && inside && before.get(*n).is_some_and(|i| i.is(Class::Be))
        };
        let journey = journey.or_else(|| (0..before.len()).rev().find(is_in));
        let told = journey.and_then(|j| before.get(..j));
        let state = told.and_then(|b| b.iter().rev().find_map(|i| named(mentions, i)));
        found.extend(state.filter(|s| !found.contains(s)));
    }
    found
}

/// Whether an item speaks of a delegation, or of several members of a house: "Hungarian MPs", "parliamentarians from Ukraine".
fn is_group(mentions: &Mentions<'_>, item: &Item<'_>) -> bool {
    let several = item.office().and_then(|o| mentions.offices.get(o));
    let seats = several.is_some_and(|o| o.plural && o.can_be(&mentions.words, Office::Member));
    item.is_any(&[Class::Delegation, Class::Company]) || seats
}

/// The state that has sent the delegation, or the members of a house, at an item.
fn sender_of(mentions: &Mentions<'_>, items: &[Item<'_>], at: usize) -> Option<StateCode> {
    let before = at.checked_sub(1).and_then(|b| items.get(b));
    let of = items
        .get(at + 1)
        .is_some_and(|i| i.is_any(&[Class::Of, Class::From]));
    let behind = items.get(at + 2..(at + 4).min(items.len()));
    let own = items
        .get(at)
        .and_then(Item::office)
        .and_then(|o| mentions.offices.get(o)?.states.first().copied());
    own.or_else(|| before.and_then(|i| named(mentions, i)))
        .or_else(|| {
            behind.filter(|_| of)?.iter().find_map(|i| {
                let committee = || state_of_committee(mentions, i);
                named(mentions, i).or_else(committee)
            })
        })
}

/// "the Foreign Affairs Committee of the Bundestag": the state of a committee by its house.
fn state_of_committee(mentions: &Mentions<'_>, item: &Item<'_>) -> Option<StateCode> {
    let body = mentions.bodies.get(item.body()?)?;
    let committee = body.form == Some(BodyForm::Committee) && !body.parts.is_empty();
    state_of_body(mentions, body).filter(|_| committee)
}

/// The states that have sent the delegations of which the article speaks.
pub(super) fn senders(mentions: &Mentions<'_>) -> Vec<StateCode> {
    let mut found: Vec<StateCode> = Vec::new();
    for items in &mentions.items {
        for at in 0..items.len() {
            if !items.get(at).is_some_and(|i| is_group(mentions, i)) {
                continue;
            }
            let state = sender_of(mentions, items, at);
            if let Some(state) = state.filter(|s| !found.contains(s)) {
                found.push(state);
            }
        }
    }
    found
}
