//! Those who lead or make up the sides of a session: "The Chilean side was headed by A; the Argentine side by B and C".
//!
//! In comes a sentence, out come the people behind each word for a side. This module never says for which state they act.

use std::ops::Range;

use super::super::facts::Facts;
use super::super::scene::Scene;
use super::attendance::{Attendance, Told};
use crate::lexicon::Class;
use crate::ontology::{BodyForm, MeetingStatus, NodeKind};

/// How many chunks behind the word for a side the "by" may stand.
const NEAR: usize = 5;

/// Those who stand for the sides of the gathering that the article has told of.
pub(super) fn sided(scene: &Scene<'_, '_, '_, '_>, told: Told) -> Vec<Attendance> {
    // "The Chilean delegation was headed by A": where the session is what was told of last.
    let sent = |n: usize| {
        let own = n > 0 && scene.item(n - 1).is_some_and(|i| i.state().is_some());
        own && told.last && scene.item(n).is_some_and(|i| i.is(Class::Delegation))
    };
    let side = |n: &usize| told.gathering && (scene.is(*n, Class::Sides) || sent(*n));
    let sides = (0..scene.chunks.len()).filter(side);
    let found = sides.filter_map(|side| {
        let end = side + NEAR;
        // "On the Chilean side, the discussion was joined by A".
        let comma = usize::from(scene.mark(side + 1, ','));
        let leads = |n: usize| {
            let word = scene.word(n);
            let told = scene.item(n).is_some_and(|i| scene.facts.opens_leaders(i));
            let verb = if word == "by" && n > 0 {
                scene.word(n - 1)
            } else {
                word.trim_end_matches(" by").to_owned().into()
            };
            let joins = ["joined", "represented", "attended"];
            told || word.ends_with("by") && joins.iter().any(|j| verb.ends_with(j))
        };
        // "the Argentine side by B", behind "the Chilean side was headed by A".
        let by = scene.is(side + 1, Class::By) && (0..side).any(leads);
        let by = (side + 1 + comma..end + 3 * comma)
            .take_while(|n| scene.people(*n).is_empty() && !scene.mark(*n, ','))
            .find(|n| leads(*n))
            .or(by.then_some(side + 1))?;
        let people = row(scene, by + 1);
        let held = scene.status(by) == Some(MeetingStatus::Held);
        (held && !people.is_empty()).then_some(Attendance {
            people,
            body: None,
            at: by,
            by_coming: false,
        })
    });
    found.collect()
}

/// "Latvia's delegation consists of A, B and C", where the article has told of a gathering last: those who were sent to it.
pub(super) fn delegates(scene: &Scene<'_, '_, '_, '_>, told: Told) -> Option<Attendance> {
    let others = [
        Class::Future,
        Class::Negation,
        Class::VisitNoun,
        Class::Visit,
        Class::Travel,
        Class::Meet,
        Class::Receive,
    ];
    let sent = scene.items.iter().any(|i| i.is(Class::Delegation));
    let else_where = scene.items.iter().any(|i| i.is_any(&others));
    if !told.gathering || !told.last || !sent || else_where {
        return None;
    }
    let mut rosters = scene.facts.rosters.iter();
    let roster = rosters.find(|r| r.sentence == scene.sentence);
    let members = roster.map(|r| r.members.clone()).filter(|m| !m.is_empty());
    let people = members.or_else(|| led(scene))?;
    let at = (0..scene.chunks.len()).find(|n| !scene.people(*n).is_empty())?;
    Some(Attendance {
        people,
        body: None,
        at,
        by_coming: false,
    })
}

/// "The delegation was led by A": who leads a delegation with which a sentence begins.
fn led(scene: &Scene<'_, '_, '_, '_>) -> Option<Vec<usize>> {
    let sent = (0..4).find(|n| scene.item(*n).is_some_and(|i| i.is(Class::Delegation)))?;
    let by = (sent + 1..scene.chunks.len()).find(|n| {
        scene.is(*n, Class::LedBy) || scene.is(*n, Class::By) && scene.is(n - 1, Class::Lead)
    })?;
    let nobody = (0..by).all(|n| n == sent || scene.people(n).is_empty());
    let people = row(scene, by + 1);
    (nobody && scene.is(by - 1, Class::Be) && !people.is_empty()).then_some(people)
}

/// "the delegation of the Saeima to the Assembly": the assembly to which a standing delegation is sent.
pub(super) fn sent_to(facts: &Facts<'_, '_>, body: usize) -> Option<usize> {
    let entity = |n: usize| facts.bodies.entities.get(n);
    let delegation = entity(body).filter(|b| b.form == Some(BodyForm::Delegation))?;
    let mentions = &facts.mentions.bodies;
    let names = delegation.mentions.iter().filter_map(|m| mentions.get(*m));
    let inside = |words: &Range<usize>| {
        let assembly = mentions.iter().position(|m| {
            let within = words.start <= m.words.start && m.words.end <= words.end;
            within && m.kind == NodeKind::Assembly
        });
        facts.bodies.of(assembly?)
    };
    names.into_iter().find_map(|m| inside(&m.words))
}

/// "The delegation of the Saeima to the Assembly took part in the spring session": the assembly that sits, where a standing delegation at a chunk
/// attends a session of it.
pub(super) fn attended_by_sent(
    scene: &Scene<'_, '_, '_, '_>,
    n: usize,
    body: usize,
) -> Option<usize> {
    let assembly = sent_to(scene.facts, body)?;
    let clause = |reach: usize| (n + 1..n + reach).take_while(|m| !scene.breaks(*m));
    let verb = clause(10).find(|m| scene.is(*m, Class::Attend))?;
    let sits = (verb + 1..verb + 6).any(|m| scene.is(m, Class::SessionNoun));
    sits.then_some(assembly)
}

/// People with those who accompany them in the same sentence.
pub(super) fn with_companions(scene: &Scene<'_, '_, '_, '_>, mut people: Vec<usize>) -> Vec<usize> {
    let own = scene.facts.rosters.iter();
    for roster in own.filter(|r| r.sentence == scene.sentence) {
        if roster.head.is_some_and(|h| people.contains(&h)) {
            for member in &roster.members {
                if !people.contains(member) {
                    people.push(*member);
                }
            }
        }
    }
    people
}

/// The people in a row from a chunk on.
pub(super) fn row(scene: &Scene<'_, '_, '_, '_>, from: usize) -> Vec<usize> {
    let link = |n: usize| scene.mark(n, ',') || scene.is_any(n, &[Class::And, Class::Article]);
    (from..scene.chunks.len())
        .take_while(|n| !scene.people(*n).is_empty() || link(*n))
        .flat_map(|n| scene.people(n).to_vec())
        .collect()
}
