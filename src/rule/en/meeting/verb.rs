//! Meetings told by a verb: "A met B", "A phoned B", "A received B", "B was received by A".
//!
//! In comes the chunk of a verb, out come the meetings that it tells of. This module never reads nouns.

use super::super::event::Events;
use super::super::scene::Scene;
use super::participle::subject_behind;
use super::{Teller, Told, add, add_joint, carried, other_side};
use crate::lexicon::Class;
use crate::mention::Kind;
use crate::ontology::MeetingKind;

/// "A met B", "A phoned B", "A paid a courtesy call on B": the verb of a chunk, with the kind of meeting and the rule that
/// it stands for.
pub(super) fn active(
    scene: &Scene<'_, '_, '_, '_>,
    verb: usize,
    (kind, rule): (MeetingKind, &'static str),
    events: &mut Events,
) {
    // "was met at the airport by A".
    let near = (verb + 1..(verb + 7).min(scene.chunks.len()))
        .take_while(|n| scene.people(*n).is_empty() && !scene.breaks(*n));
    let by = near.into_iter().any(|n| scene.is(n, Class::By));
    if by && scene.passive(verb) {
        return receive(scene, verb, events);
    }
    let unnamed = scene.acts_unnamed(verb) || scene.owned_unnamed(verb);
    let Some(status) = scene.status(verb).filter(|_| !unnamed) else {
        return;
    };
    let teller = Teller {
        at: verb,
        kind,
        status,
        rule,
    };
    let object = scene.object(verb, &[Class::With, Class::To, Class::On]);
    let asked = |to: usize| scene.is(to + 1, Class::To) || appeals(scene, verb, to);
    // "called on B to resign" is no call.
    if rule == "call-on-verb" && object.as_ref().is_some_and(|(to, _)| asked(*to)) {
        return;
    }
    match (scene.subject(verb), object) {
        (Some((_, one)), Some((to, other)))
            if are_company(scene, verb, &one, &other)
                || is_another_group(scene, to, &one, &other) => {}
        (Some(subject), Some(object)) => meet(scene, teller, subject, object, events),
        // "A and B met in Astana."
        (Some((from, both)), None) => {
            if let [one, other] = both.as_slice()
                && matches!(kind, MeetingKind::Bilateral | MeetingKind::Call)
                && rule != "call-on-verb"
                && !has_unnamed_object(scene, verb)
                && !of_one_state_with_others(scene, verb, [*one, *other])
            {
                let (to, sides) = (verb, [vec![*one], vec![*other]]);
                add(scene, teller, Told { sides, from, to }, 85, events);
            } else if rule == "meet-verb" && !has_unnamed_object(scene, verb) {
                add_joint(scene, teller, (&both, from..verb + 1), 85, events);
            }
        }
        (None, Some((to, other))) => {
            let last = || carried(scene, verb).and_then(|_| other_side(scene, &other, events));
            let one = subject_behind(scene, verb, to).or_else(last);
            if let Some(one) = one.filter(|_| !has_both_sides(scene, verb, &other)) {
                let sides = [one, other];
                let from = verb;
                add(scene, teller, Told { sides, from, to }, 75, events);
            }
        }
        (None, None) => {}
    }
}

/// "At the meeting with A of Lithuania, Speaker B of Kazakhstan said": whether what opens a sentence tells of a meeting of which both sides stand
/// behind the word, so that nobody of the sentence before is meant.
fn has_both_sides(scene: &Scene<'_, '_, '_, '_>, verb: usize, people: &[usize]) -> bool {
    let opens = verb < 3 && scene.is_any(0, &[Class::In, Class::Preposition]);
    let mut states = people.iter().filter_map(|p| scene.state_of(&[*p]));
    let first = states.next();
    opens && states.any(|s| Some(s) != first)
}

/// What one calls on somebody at the office to do; what else somebody is called on to do is an appeal.
const ERRANDS: &[&str] = &[
    "bid",
    "brief",
    "congratulate",
    "convey",
    "deliver",
    "discuss",
    "exchange",
    "express",
    "extend",
    "hand",
    "introduce",
    "pay",
    "review",
    "say",
    "thank",
];

/// "called today on the Ombudsman, A, to step down", "called on A, urging him": whether somebody is called on to do something.
pub(super) fn appeals(scene: &Scene<'_, '_, '_, '_>, verb: usize, to: usize) -> bool {
    if !scene.word(verb).starts_with("call") {
        return false;
    }
    let other = [Class::Meet, Class::Receive, Class::Visit];
    let mut rest =
        (to + 1..scene.chunks.len()).take_while(|n| !scene.breaks(*n) && !scene.is_any(*n, &other));
    let urges = ["asking", "urging", "demanding", "appealing", "that"];
    let goal = |n: usize| {
        let plain = scene
            .item(n)
            .is_some_and(|i| matches!(i.kind, Kind::Plain(_)));
        let noun = [Class::Article, Class::His, Class::In, Class::Number];
        let small = scene
            .item(n)
            .is_some_and(|i| scene.text(i).starts_with(char::is_lowercase));
        plain && small && !scene.is_any(n, &noun)
    };
    scene.says(to + 1, &["for"])
        || rest.any(|n| {
            let does = scene.is(n, Class::To) && goal(n + 1) && !scene.says(n + 1, ERRANDS);
            does && scene.people(n + 1).is_empty() || scene.says(n, &urges)
        })
}

/// "A and B met the Speaker of the Senate": whether those whom a verb says to be met stand behind it without a name, so that its
/// subjects did not meet each other.
pub(super) fn has_unnamed_object(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> bool {
    let passed = |n: usize| {
        let state = scene.item(n).is_some_and(|i| i.state().is_some());
        state
            || scene.is_any(
                n,
                &[
                    Class::Article,
                    Class::His,
                    Class::Current,
                    Class::With,
                    Class::To,
                    Class::Number,
                ],
            )
    };
    let first = (verb + 1..verb + 7).find(|n| !passed(*n));
    first.and_then(|n| scene.item(n)).is_some_and(|i| {
        i.office().is_some() || i.body().is_some() || i.is_any(&[Class::Delegation, Class::Guest])
    })
}

/// "Deputies A and B spoke with fishermen": whether two of one state did something with others whom nobody names.
fn of_one_state_with_others(
    scene: &Scene<'_, '_, '_, '_>,
    verb: usize,
    [one, other]: [usize; 2],
) -> bool {
    let state = scene.state_of(&[one]);
    let with = scene.word(verb).ends_with(" with") || scene.is(verb + 1, Class::With);
    with && state.is_some() && state == scene.state_of(&[other])
}

/// "A came together with Deputies B and C": whether those behind the verb, of one side or of none known, are company.
fn are_company(scene: &Scene<'_, '_, '_, '_>, verb: usize, one: &[usize], other: &[usize]) -> bool {
    let state = scene.state_of(other);
    let apart = state.is_some() && state != scene.state_of(one);
    scene.word(verb).ends_with(" together with") && !apart
}

/// "A, accompanied by B, met a delegation of teachers": whether the one met is a group told of for the first time, of which nobody is
/// named behind, so that it is not the delegation in which the subject itself travels.
fn is_another_group(
    scene: &Scene<'_, '_, '_, '_>,
    to: usize,
    one: &[usize],
    other: &[usize],
) -> bool {
    let group = scene.item(to).is_some_and(|i| i.is(Class::Delegation));
    let new = (to.saturating_sub(4)..to).any(|n| scene.says(n, &["a", "an"]));
    let named =
        (to + 1..scene.chunks.len()).any(|n| scene.people(n).iter().any(|p| other.contains(p)));
    group && new && !named && scene.state_of(one) == scene.state_of(other)
}

/// "A met B, and later with C": the meetings of the subject of a verb with its object, and with the further parties behind it.
fn meet(
    scene: &Scene<'_, '_, '_, '_>,
    teller: Teller,
    (from, one): (usize, Vec<usize>),
    (to, other): (usize, Vec<usize>),
    events: &mut Events,
) {
    for (to, other) in further(scene, to) {
        // "A met B; he and his delegation left": those behind the semicolon are A's own.
        if other.iter().any(|p| one.contains(p)) {
            continue;
        }
        let sides = [one.clone(), other];
        add(scene, teller, Told { sides, from, to }, 82, events);
    }
    let sides = [one, other];
    add(scene, teller, Told { sides, from, to }, 86, events);
}

/// The parties behind semicolons or "and with" that follow an object: each had a meeting of its own.
fn further(scene: &Scene<'_, '_, '_, '_>, object: usize) -> Vec<(usize, Vec<usize>)> {
    let mut found = Vec::new();
    let mut after_mark = false;
    let mut last = object;
    // "paid a courtesy call on A and on B".
    let on = scene.is_any(object.saturating_sub(1), &[Class::CallOn, Class::On])
        || scene.is_any(object.saturating_sub(2), &[Class::CallOn, Class::On]);
    for n in object + 1..scene.chunks.len() {
        // "met with A and afterwards with B".
        let and = (n.saturating_sub(3)..n).any(|m| m > last && scene.is(m, Class::And));
        // "met with A and, in a separate meeting, with B".
        let apart = (last + 1..n).any(|m| scene.is(m, Class::And))
            && (last + 1..n).any(|m| scene.word(m).starts_with("separate"));
        let again = scene.is(n, Class::With) || on && scene.is(n, Class::On);
        let and_with =
            again && (and && (n <= last + 4 || on && n <= last + 8) || apart && n <= last + 10);
        // "welcomed A, and on Wednesday B": a day parts two meetings.
        let dated = scene
            .item(n)
            .is_some_and(|i| matches!(i.kind, Kind::Date(_)));
        let and_dated = dated && and && n <= last + 5;
        after_mark |= scene.mark(n, ';') || and_with || and_dated;
        // "A met B; C met D": whoever acts behind the semicolon is nobody's object.
        let acts = [
            Class::Meet,
            Class::Receive,
            Class::CallOn,
            Class::Phone,
            Class::Say,
        ];
        if scene.mark(n.saturating_sub(1), ';')
            && !scene.people(n).is_empty()
            && scene.is_any(n + 1, &acts)
        {
            break;
        }
        if after_mark && !scene.people(n).is_empty() {
            found.push((n, scene.people(n).to_vec()));
            after_mark = false;
            last = n;
        }
    }
    found
}

/// "was welcomed by a group of parliamentarians: A, B and C": the list behind the colon of those by whom somebody is received.
fn listed_behind_by(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> Option<usize> {
    let nobody = |n: &usize| scene.people(*n).is_empty() && !scene.mark(*n, '.');
    let by = (verb + 1..verb + 4)
        .take_while(nobody)
        .find(|n| scene.is(*n, Class::By))?;
    let colon = (by + 1..by + 9)
        .take_while(nobody)
        .find(|n| scene.mark(*n, ':'))?;
    (colon + 1..colon + 4).find(|n| !scene.people(*n).is_empty())
}

/// "A received B", "B was received by A".
pub(super) fn receive(scene: &Scene<'_, '_, '_, '_>, verb: usize, events: &mut Events) {
    let Some(status) = scene.status(verb) else {
        return;
    };
    let teller = Teller {
        at: verb,
        kind: MeetingKind::Bilateral,
        status,
        rule: "receive-verb",
    };
    let by = (verb + 1..scene.chunks.len())
        .filter(|n| !scene.people(*n).is_empty() && !scene.is_spoken_of(*n))
        .find(|n| scene.governed_by(*n, &[Class::By]))
        .or_else(|| listed_behind_by(scene, verb));
    // "bade the guests welcome": to bid is to receive only with a welcome.
    let bids = scene.word(verb) == "bade";
    if bids && !(verb + 1..verb + 8).any(|n| scene.is(n, Class::Receive)) {
        return;
    }
    let passive = scene.passive(verb);
    if let Some(told) = opening(scene, verb, by) {
        return add(scene, teller, told, 84, events);
    }
    if let Some(to) = by.filter(|_| passive || scene.mark(verb.saturating_sub(1), ',')) {
        let subject = scene.subject(verb);
        let hosts = scene.people(to);
        let carried = || {
            let carried = carried(scene, verb).filter(|_| !acts_on_thing(scene, verb));
            carried.and_then(|_| other_side(scene, hosts, events))
        };
        let guest = subject.or_else(|| carried().map(|p| (verb, p)));
        if let Some((from, guests)) = guest {
            // "received by A, and after that by B".
            let others = (to + 1..scene.chunks.len())
                .filter(|n| !scene.people(*n).is_empty() && scene.governed_by(*n, &[Class::By]));
            for to in std::iter::once(to).chain(others) {
                let sides = [scene.people(to).to_vec(), guests.clone()];
                add(scene, teller, Told { sides, from, to }, 84, events);
            }
        }
        return;
    }
    if passive || scene.acts_unnamed(verb) {
        return;
    }
    let object = scene.object(verb, &[Class::With]);
    if let (Some((from, hosts)), Some((to, guests))) = (scene.subject(verb), object) {
        for (to, other) in further(scene, to) {
            let sides = [hosts.clone(), other];
            add(scene, teller, Told { sides, from, to }, 80, events);
        }
        let sides = [hosts, guests];
        add(scene, teller, Told { sides, from, to }, 84, events);
    }
}

/// "The event is hosted by A": whether the sentence begins with a thing, and nobody is received.
fn acts_on_thing(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> bool {
    let plain = scene
        .item(1)
        .is_some_and(|i| matches!(i.kind, Kind::Plain([])));
    scene.is(0, Class::Article) && verb > 1 && plain && scene.is(2, Class::Be)
}

/// "Received by B on Friday, A spoke", "Receiving A, B spoke": a participle that opens the sentence; whoever acts behind the comma is
/// the one received, or receives.
fn opening(scene: &Scene<'_, '_, '_, '_>, verb: usize, by: Option<usize>) -> Option<Told> {
    let gerund = scene.word(verb).ends_with("ing");
    let passive = by.is_some_and(|b| b <= verb + 4);
    if verb > 1 || !gerund && !passive {
        return None;
    }
    let party = |n: &usize| !scene.people(*n).is_empty();
    let first = (verb + 1..(verb + 5).min(scene.chunks.len())).find(party)?;
    // "Receiving a letter from A", "welcoming the words of A": A is not the one received.
    let bare = (verb + 1..first).all(|n| scene.is_any(n, &[Class::Article, Class::Current]));
    let whom = if gerund {
        bare && !scene.mark(first + 1, '’')
    } else {
        by == Some(first)
    };
    if !whom {
        return None;
    }
    let acts = [Class::Say, Class::Tell, Class::Discuss, Class::Converse];
    let second = (first + 1..scene.chunks.len()).find(party)?;
    let comma = scene.mark(second.checked_sub(1)?, ',')
        || scene.is(second - 1, Class::Article) && scene.mark(second.checked_sub(2)?, ',');
    let speaks = (second + 1..second + 4).any(|n| scene.is_any(n, &acts));
    (comma && speaks).then(|| Told {
        sides: [scene.people(first).to_vec(), scene.people(second).to_vec()],
        from: verb,
        to: second,
    })
}

/// "A gave a dinner for B", "A hosted a lunch in honour of B": B is received; few words stand between the meal and the name.
pub(super) fn meal(scene: &Scene<'_, '_, '_, '_>, at: usize, events: &mut Events) {
    let gives = [Class::Hold, Class::Receive, Class::Tell, Class::Host];
    let Some(verb) = (at.saturating_sub(3)..at)
        .rev()
        .find(|n| scene.is_any(*n, &gives))
    else {
        return;
    };
    let Some(status) = scene.status(verb).filter(|_| !scene.passive(verb)) else {
        return;
    };
    // "for journalists, and B sent a message", "in honour of the late B": not somebody who was there.
    let ends = |n: &usize| {
        scene.breaks(*n) || scene.mark(*n, ',') || scene.is_any(*n, &[Class::And, Class::Former])
    };
    let near = at + 1..(at + 7).min(scene.chunks.len());
    let to = near
        .take_while(|n| !ends(n))
        .find(|n| !scene.people(*n).is_empty() && !scene.absent(*n));
    if let (Some((from, hosts)), Some(to)) = (scene.subject(verb), to) {
        let teller = Teller {
            at,
            kind: MeetingKind::Bilateral,
            status,
            rule: "receive-verb",
        };
        let sides = [hosts, scene.people(to).to_vec()];
        add(scene, teller, Told { sides, from, to }, 84, events);
    }
}
