//! Who leads a delegation by a verb: "The Chairman is here, leading a delegation", "A will today lead it".
//!
//! In come the facts of an article, out come more offices. This module never reads "led by".

use std::ops::Range;

use super::facts::{Facts, Role, Target};
use super::holding::{Times, is_shown};
use super::party::Parties;
use super::scene::{Known, Scene};
use crate::lexicon::Class;
use crate::mention::Item;
use crate::ontology::Office;

/// Adds those who lead a delegation by a verb whose subject is no plain name: "The Chairman is here, leading a delegation".
pub(super) fn delegations(facts: &mut Facts<'_, '_>) {
    // Parties are read from the first sentence on, but not beyond the last one that has a verb of leading.
    let leads = |items: &Vec<Item<'_>>| may_lead(facts, items);
    let Some(last) = facts.mentions.items.iter().rposition(leads) else {
        return;
    };
    let mut found: Vec<Role> = Vec::new();
    let mut parties = Parties::new(facts);
    for (sentence, items) in facts.mentions.items.iter().enumerate().take(last + 1) {
        let chunks = parties.chunks(sentence);
        let known = Known::of(&chunks);
        let scene = Scene {
            facts,
            published: None,
            sentence,
            items,
            chunks,
            before: None,
            known,
        };
        for verb in 0..scene.chunks.len() {
            if !is_lead(&scene, verb) {
                continue;
            }
            let Some((from, people)) = scene.subject(verb) else {
                continue;
            };
            let Some(led) = led(&scene, verb, from) else {
                continue;
            };
            if scene.is_of_another(from, verb) || scene.doubted(verb) || scene.is_of_another_year()
            {
                continue;
            }
            for person in people {
                let target = facts.delegation_of(person, led.delegation);
                let Some(target) = target.filter(|t| may_be_of(facts, person, *t)) else {
                    continue;
                };
                let title = led.title.clone();
                let words = scene.words(led.cover.clone());
                let office = Office::HeadOfDelegation;
                found.push(Role {
                    person,
                    office,
                    target,
                    title,
                    former: false,
                    times: Times::default(),
                    words,
                    rule: "leads-delegation",
                    confidence: 85,
                });
            }
        }
    }
    for role in found {
        facts.add(role);
    }
}

/// "Speaker Led Delegation From Samoa": whether somebody may lead a delegation of a state or body: nobody leads that of another state than
/// words tell.
fn may_be_of(facts: &Facts<'_, '_>, person: usize, sent: Target) -> bool {
    let own = facts.sure_state_of(person);
    let sent = facts.state_of_target(sent);
    own.is_none() || sent.is_none() || own == sent
}

/// What is led by a verb, as its sentence says it.
struct Led {
    /// The sentence and item of the word for the delegation.
    delegation: (usize, usize),
    /// The words of the title, which are those of the delegation.
    title: Range<usize>,
    /// The chunks that say it.
    cover: Range<usize>,
}

/// Words of leading that are verbs behind "will" alone.
const INFINITIVES: &[&str] = &["lead", "head", "chair"];

/// Whether a chunk is a verb of leading: "leads", "will today lead".
fn is_lead(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> bool {
    if scene.is(verb, Class::Lead) {
        return true;
    }
    if !scene.items.iter().any(|i| i.is(Class::Future)) || !scene.says(verb, INFINITIVES) {
        return false;
    }
    let near = (verb.saturating_sub(8)..verb).rev();
    let near: Vec<usize> = near.take_while(|n| scene.people(*n).is_empty()).collect();
    let later = near.iter().any(|n| scene.is(*n, Class::Future));
    // "will not head", "may lead", "was due to head".
    let open = [
        "may",
        "might",
        "could",
        "would",
        "was due",
        "was to",
        "was supposed",
    ];
    let denied = near
        .iter()
        .any(|n| scene.is(*n, Class::Negation) || scene.says(*n, &open));
    later && !denied
}

/// The delegation that a verb of leading has behind it, or that its subject, which begins at a chunk, is said to lead.
fn led(scene: &Scene<'_, '_, '_, '_>, verb: usize, subject: usize) -> Option<Led> {
    if let Some(place) = led_behind(scene, verb) {
        let at = scene.chunks.get(place)?.items.start;
        return Some(Led {
            delegation: (scene.sentence, at),
            title: scene.items.get(at)?.words.clone(),
            cover: subject..place + 1,
        });
    }
    // "The delegation that A is heading includes".
    let which = subject
        .checked_sub(1)
        .filter(|n| scene.is(*n, Class::Which));
    let relative = which
        .and_then(|n| n.checked_sub(1))
        .filter(|n| scene.is(*n, Class::Delegation));
    // "A delegation goes to Riga, and it is Speaker A who will lead it".
    let it = scene.is(verb + 1, Class::It);
    let spoken = || {
        (0..subject)
            .rev()
            .find(|n| scene.is(*n, Class::Delegation))
            .filter(|_| it)
    };
    let Some(place) = relative.or_else(spoken) else {
        return it.then(|| led_before(scene, verb, subject)).flatten();
    };
    let at = scene.chunks.get(place)?.items.start;
    Some(Led {
        delegation: (scene.sentence, at),
        title: scene.items.get(at)?.words.clone(),
        cover: place..verb + 1,
    })
}

/// "A delegation of the Senate is in Riga. The President of the Senate, A, leads it": the only delegation of the sentence before, of which "it" is said.
fn led_before(scene: &Scene<'_, '_, '_, '_>, verb: usize, subject: usize) -> Option<Led> {
    let before = scene.sentence.checked_sub(1)?;
    let items = scene.facts.mentions.items.get(before)?;
    let mut sent = items
        .iter()
        .enumerate()
        .filter(|(_, i)| i.is(Class::Delegation));
    let (at, item) = sent.next()?;
    // "The Assembly meets in Riga. A leads it": what else has been named may be what somebody leads.
    let other = [
        Class::SessionNoun,
        Class::ConferenceNoun,
        Class::MeetingNoun,
        Class::Meet,
        Class::Receive,
        Class::CallOn,
        Class::BodyNoun,
    ];
    let alone = sent.next().is_none() && !items.iter().any(|i| i.is_any(&other));
    let clear = scene.items.iter().all(|i| !i.is(Class::Delegation));
    (alone && clear).then(|| Led {
        delegation: (before, at),
        title: item.words.clone(),
        cover: subject..verb + 2,
    })
}

/// Where the word for a delegation stands behind a verb of leading.
fn led_behind(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> Option<usize> {
    let reach = (verb + 1..(verb + 8).min(scene.chunks.len())).take_while(|n| {
        let governs = [Class::Preposition, Class::On, Class::With];
        !scene.mark(*n, ',') && !scene.breaks(*n) && !scene.is_any(*n, &governs)
    });
    let place = reach
        .into_iter()
        .find(|n| scene.item(*n).is_some_and(|i| i.is(Class::Delegation)))?;
    let at = scene.chunks.get(place)?.items.start;
    (!is_shown(scene.items, at)).then_some(place)
}

/// Whether a sentence may have a verb of leading. Few sentences have "will": the others need no look at their letters.
fn may_lead(facts: &Facts<'_, '_>, items: &[Item<'_>]) -> bool {
    let words = &facts.mentions.words;
    let later = || {
        items.iter().any(|i| i.is(Class::Future))
            && items.iter().any(|i| words.say(&i.words, INFINITIVES))
    };
    items.iter().any(|i| i.is(Class::Lead)) || later()
}
