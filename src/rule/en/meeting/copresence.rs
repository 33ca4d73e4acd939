//! People of two sides in one sentence that tells of a meeting, however it is turned: "Official talks were held yesterday
//! by A with B", "A was of one mind with his host, B".
//!
//! In comes a sentence in which no sharper rule found who met whom, out come meetings of those whom it names, parted by
//! the state for which they act. This module never reads a sentence that plans, wishes or denies.

use super::super::event::{Events, Meeting, Sign};
use super::super::scene::Scene;
use super::row::{is_called_for, one_is_unnamed};
use super::spoken_of::{is_in_reported_speech, owner};
use super::verb::{appeals, has_unnamed_object};
use super::{is_remote, status};
use crate::lexicon::{Class, Cue};
use crate::mention::Zone;
use crate::ontology::{MeetingKind, MeetingStatus, StateCode};

/// Words that tell of a meeting by themselves.
const STRONG: &[Class] = &[
    Class::Meet,
    Class::Receive,
    Class::CallOn,
    Class::Phone,
    Class::MeetingNoun,
    Class::CallNoun,
];

/// Reads a sentence: adds the meeting of those whom it names, if a word of it tells of one.
pub(super) fn read(scene: &Scene<'_, '_, '_, '_>, events: &mut Events) {
    // Where the article tells of a session or conference, those of several states are there without a meeting of their own.
    let session = events.meetings.iter().any(|m| m.body.is_some()) || is_co_chaired(scene);
    if scene.zone() == Some(Zone::Item) || scene.names_gathering() || session {
        return;
    }
    let Some((at, kind)) = teller_of_two(scene) else {
        return;
    };
    // "told reporters about the President's talks with B", "The Prime Minister met B, Speaker A said".
    if scene.owned_unnamed(at) || scene.acts_unnamed(at) || greets(scene) {
        return;
    }
    let parties = present(scene);
    if several(scene, &parties, at) || of_one_side(scene, &parties, at) {
        return;
    }
    if of_one_roster(scene, &parties)
        || meet_others(scene, &parties, at)
        || one_is_unnamed(scene, &parties, at)
    {
        return;
    }
    let Some(sides) = greeted(scene, &parties).or_else(|| sides(scene, &parties, at)) else {
        return;
    };
    let known = events.meetings.iter().any(|m| {
        m.body.is_none()
            && m.status == MeetingStatus::Held
            && sides.iter().flatten().all(|p| m.people().any(|q| q == *p))
    });
    if known {
        return;
    }
    let (Some(first), Some(last)) = (parties.first(), parties.last()) else {
        return;
    };
    let all = (*first).min(at)..(*last).max(at) + 1;
    let kind = if is_remote(scene, all.clone()) {
        MeetingKind::Call
    } else {
        kind
    };
    events.meet(Meeting {
        kind,
        status: MeetingStatus::Held,
        sides,
        body: None,
        session: None,
        date: scene.date(at, false),
        place: scene.place(at),
        signs: vec![Sign {
            words: scene.words(all),
            rule: "both-sides-in-sentence",
            confidence: 84,
        }],
        supposed: Vec::new(),
        outcomes: Vec::new(),
    });
}

/// "Its composition was as follows: A; B; and C": whether all who are named are of one delegation, so that they meet others.
fn of_one_roster(scene: &Scene<'_, '_, '_, '_>, parties: &[usize]) -> bool {
    let people = parties.iter().flat_map(|n| scene.people(*n)).copied();
    let people: Vec<usize> = people.collect();
    people.len() > 2 && scene.facts.are_of_one_roster(&people)
}

/// Whether all who are named stand on one side of a meeting, the other side of which nobody names.
fn meet_others(scene: &Scene<'_, '_, '_, '_>, parties: &[usize], at: usize) -> bool {
    let people = parties.iter().flat_map(|n| scene.people(*n)).copied();
    let people: Vec<usize> = people.collect();
    // "talked with the Speakers of Latvia, A, and Estonia, B": those who hold one office of several each.
    let alike = scene.facts.share_title(scene.sentence, &people);
    let between = |n: &usize| scene.governed_by(*n, &[Class::Between, Class::Of]);
    if alike && parties.iter().all(|n| *n > at && !between(n)) {
        return true;
    }
    // "The guests were welcomed by A and B": all who are named are the hosts.
    let passive =
        scene.is(at, Class::Receive) && (at.saturating_sub(2)..at).any(|n| scene.is(n, Class::Be));
    let hosts = parties.first().filter(|n| **n > at && passive);
    let by = |n: &usize| scene.word(at).ends_with(" by") || scene.governed_by(*n, &[Class::By]);
    if hosts.is_some_and(by) {
        return true;
    }
    // "A, accompanied by B, met a delegation".
    let meets = scene.is_any(at, &[Class::Meet, Class::CallOn]);
    // "The delegation met A and called on B": both were met by those whom nobody names.
    if meets && parties.iter().all(|n| *n > at) && (0..at).any(|n| scene.is_party(n)) {
        return true;
    }
    let receives = alike && scene.is(at, Class::Receive);
    (meets || receives) && parties.iter().all(|n| *n < at) && has_unnamed_object(scene, at)
}

/// "The meeting of the Commission was co-chaired by A and B": whether a sentence tells of a session of that.
fn is_co_chaired(scene: &Scene<'_, '_, '_, '_>) -> bool {
    let mut chunks = 0..scene.chunks.len();
    scene.names_commission() && chunks.any(|n| scene.word(n).starts_with("co-chaired"))
}

/// The word that tells of a meeting in a sentence that names two people or more: two of those whom it names must have met, and of one it
/// tells nothing.
fn teller_of_two(scene: &Scene<'_, '_, '_, '_>) -> Option<(usize, MeetingKind)> {
    let named: usize = scene.chunks.iter().map(|c| c.people.len()).sum();
    Some(scene).filter(|_| named > 1).and_then(teller)
}

/// "Greetings were passed on from A to B": whether a sentence tells of a message; those two were not there.
fn greets(scene: &Scene<'_, '_, '_, '_>) -> bool {
    let greetings = [
        "greetings",
        "message",
        "congratulations",
        "letter",
        "cable",
        "telegram",
    ];
    let words = &scene.facts.mentions.words;
    let mut items = scene.items.iter();
    items.any(|i| words.say(&i.words, &greetings))
}

/// "A met with students, and B met with teachers": whether each clause has a meeting of its own.
fn several(scene: &Scene<'_, '_, '_, '_>, parties: &[usize], at: usize) -> bool {
    let mut behind = parties.iter().filter(|n| **n > at);
    behind.any(|n| scene.is(n + 1, Class::Meet))
}

/// "Surname meets B of C, D of E": in a headline the one who acts may be unknown yet, and all who are named are of the other side.
fn of_one_side(scene: &Scene<'_, '_, '_, '_>, parties: &[usize], at: usize) -> bool {
    let verbs = [Class::Meet, Class::Receive, Class::CallOn];
    let behind = parties
        .iter()
        .all(|n| *n > at && !scene.governed_by(*n, &[Class::With, Class::By]));
    behind && scene.zone() == Some(Zone::Headline) && scene.is_any(at, &verbs)
}

/// The word that tells of a meeting that was held, and how people came together by it.
pub(super) fn teller(scene: &Scene<'_, '_, '_, '_>) -> Option<(usize, MeetingKind)> {
    *scene.known.teller.get_or_init(|| find_teller(scene))
}

fn find_teller(scene: &Scene<'_, '_, '_, '_>) -> Option<(usize, MeetingKind)> {
    let strong = (0..scene.chunks.len()).find(|n| tells(scene, *n));
    if let Some(at) = strong {
        let call = scene.is_any(at, &[Class::Phone, Class::CallNoun]);
        let kind = if call {
            MeetingKind::Call
        } else {
            MeetingKind::Bilateral
        };
        return Some((at, kind));
    }
    let weak = (0..scene.chunks.len()).find(|n| {
        // "A was the guest of B": a party by itself, which has no class as a chunk.
        let was = n.checked_sub(2).is_some_and(|b| scene.is(b, Class::Be));
        let guest = scene.item(*n).is_some_and(|i| i.is(Class::Guest));
        let of = was && guest && scene.is(*n + 1, Class::Of);
        // "where the Prime Minister will be his host".
        let to_come = || (n.saturating_sub(3)..*n).any(|b| scene.is(b, Class::Future));
        let told =
            scene.is_any(*n, &[Class::Host, Class::Guest]) || scene.is_cue(*n, Cue::Together);
        told && !to_come()
            || of
            || scene.is(*n, Class::Converse) && scene.status(*n) == Some(MeetingStatus::Held)
            || scene.is(*n, Class::Brief)
                && scene.status(*n) == Some(MeetingStatus::Held)
                && (scene.object(*n, &[]).is_some_and(|(to, _)| to <= n + 3)
                    || is_briefed_by(scene, *n))
    });
    weak.filter(|at| {
        !scene.facts.tells_of_letter() && !scene.is_of_another_year() && !is_apart(scene, *at)
    })
    .map(|at| (at, MeetingKind::Bilateral))
}

/// Whether a word tells by itself of a meeting that was held.
fn tells(scene: &Scene<'_, '_, '_, '_>, n: usize) -> bool {
    let verb = scene.is_any(
        n,
        &[Class::Meet, Class::Receive, Class::CallOn, Class::Phone],
    );
    // "the phones of A": a noun after all.
    let noun = n
        .checked_sub(1)
        .is_some_and(|b| scene.is(b, Class::Article));
    // Nothing else is a "meeting" that no table knows.
    if !noun && !scene.is_any(n, STRONG) {
        return false;
    }
    let noun = noun || is_thanked_for(scene, n);
    // "held a meeting with": the phrase is the noun here.
    let named = noun && scene.word(n).starts_with("meeting");
    // "We spoke with many people": whoever says it speaks of others.
    let we = n
        .checked_sub(1)
        .is_some_and(|b| scene.says(b, &["we", "i"]));
    let noun_of_other = verb && noun && !named;
    if we || noun_of_other && !scene.is_any(n, &[Class::MeetingNoun, Class::CallNoun]) {
        return false;
    }
    let held = if verb && !named {
        scene.status(n) == Some(MeetingStatus::Held)
    } else {
        (named || scene.is_any(n, STRONG)) && status::status(scene, n) == Some(MeetingStatus::Held)
    };
    held && !owned(scene, n) && !asks(scene, n) && !is_called_for(scene, n)
}

/// "declined lunch with A", "missed the lunch given by A": whether a word for a meal or an interlocutor is told of somebody who was not there.
fn is_apart(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    let absent = [
        Class::Negation,
        Class::Wish,
        Class::CalledOff,
        Class::Away,
        Class::Afar,
        Class::Letter,
    ];
    scene.has_any(&absent)
        && (scene.is_cue(at, Cue::Together) || scene.is_any(at, &[Class::Host, Class::Guest]))
}

/// "thanked A for the warm welcome": whether a word of receiving is what somebody is thanked for.
fn is_thanked_for(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    scene.says(at, &["welcome"]) && (at.saturating_sub(4)..at).any(|b| scene.says(b, &["for"]))
}

/// "The delegation was briefed on the economy by A": whether somebody stands behind the "by" of a verb of briefing in the passive.
fn is_briefed_by(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> bool {
    let passive = verb > 0 && scene.is(verb - 1, Class::Be);
    let mut clause = (verb + 1..(verb + 12).min(scene.chunks.len()))
        .take_while(|n| !scene.breaks(*n) && !scene.mark(*n, ','));
    let by = |n: usize| !scene.people(n).is_empty() && scene.governed_by(n, &[Class::By]);
    passive && clause.any(by)
}

/// "On hand to greet the guest were A, B and the Ambassador": all who greet stand on one side, whomever they act for.
fn greeted(scene: &Scene<'_, '_, '_, '_>, parties: &[usize]) -> Option<Vec<Vec<usize>>> {
    let guests = parties.iter().find(|n| {
        let word = scene
            .item(**n)
            .is_some_and(|i| i.is_any(&[Class::Guest, Class::Delegation]));
        word && (n.saturating_sub(5)..**n).any(|m| scene.is(m, Class::Receive))
    })?;
    let guest = scene.people(*guests).to_vec();
    let others = parties.iter().filter(|n| *n != guests);
    let mut hosts: Vec<usize> = Vec::new();
    for person in others.flat_map(|n| scene.people(*n)) {
        if !guest.contains(person) && !hosts.contains(person) {
            hosts.push(*person);
        }
    }
    (!hosts.is_empty()).then(|| vec![hosts, guest])
}

/// Whether a noun is what a meeting is of, and no meeting: "meeting room", "reception centre" have a noun behind them.
fn owned(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    scene.is_any(at + 1, &[Class::Agency])
        || scene.says(at, &["negotiations", "dialogue", "consultations"])
}

/// "called on B to resign": an appeal and no call.
fn asks(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    let asked = |(to, _): (usize, _)| scene.is(to + 1, Class::To) || appeals(scene, at, to);
    scene.is(at, Class::CallOn) && scene.object(at, &[]).is_some_and(asked)
}

/// The chunks of the sentence whose people are there: not those who only invited, wrote, or are spoken of, not those who
/// own what is spoken of ("the proposal of B").
pub(super) fn present(scene: &Scene<'_, '_, '_, '_>) -> Vec<usize> {
    (0..scene.chunks.len())
        .filter(|n| !scene.people(*n).is_empty())
        .filter(|n| {
            let governed = scene.governed_by(*n, &[Class::Preposition, Class::As]);
            // "told A that Minister B would come".
            let to_come = scene.is(n + 1, Class::Future)
                && (0..*n).any(|m| scene.says(m, &["that"]) && m + 3 > *n);
            !to_come
                && !governed
                && !is_in_reported_speech(scene, *n)
                && !scene.absent(*n)
                && !owner(scene, *n)
        })
        .collect()
}

/// The people of the sentence by side: those of one state together; of three states or more, those of the first one named
/// against the others. People without a state join the party that stands next to them, else make a side of their own.
fn sides(scene: &Scene<'_, '_, '_, '_>, parties: &[usize], at: usize) -> Option<Vec<Vec<usize>>> {
    let mut groups: Vec<(Option<StateCode>, Vec<usize>)> = Vec::new();
    // "the Speaker and the President of the Assembly discussed": who serves an assembly acts for it, and stands for no state.
    let all: Vec<usize> = parties
        .iter()
        .flat_map(|n| scene.people(*n))
        .copied()
        .collect();
    let apart = matches!(all.as_slice(), [one, other] if !scene.facts.share_office(*one, *other));
    let serves = |people: &[usize]| apart && people.iter().all(|p| scene.facts.serves_assembly(*p));
    for n in parties {
        for person in scene.people(*n) {
            let own = scene.state_of(&[*person]);
            let company = || {
                scene
                    .state_of(scene.people(*n))
                    .filter(|_| !serves(&[*person]))
            };
            let state = own.or_else(company);
            if groups.iter().any(|(_, people)| people.contains(person)) {
                continue;
            }
            let known = groups
                .iter_mut()
                .find(|(s, _)| *s == state && state.is_some());
            match known {
                Some((_, people)) => people.push(*person),
                None => groups.push((state, vec![*person])),
            }
        }
    }
    let stateless = groups
        .iter()
        .filter(|(s, p)| s.is_none() && !serves(p))
        .count();
    let apart = parties.iter().any(|n| *n < at) && parties.iter().any(|n| *n > at)
        || parties
            .iter()
            .any(|n| scene.governed_by(*n, &[Class::With]));
    if groups.len() < 2 || stateless > 1 || stateless == 1 && (groups.len() > 2 || !apart) {
        return None;
    }
    let host = scene.facts.home;
    let first = groups
        .iter()
        .position(|(s, _)| s.is_some() && *s == host)
        .unwrap_or(0);
    let (_, one) = groups.remove(first);
    let other: Vec<usize> = groups.into_iter().flat_map(|(_, p)| p).collect();
    Some(vec![one, other])
}
