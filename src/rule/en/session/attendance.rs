//! Who took part in a session or conference: by verb, in the passive, behind "in the presence of".
//!
//! In comes a sentence, out come those whom it shows at a gathering, with the body where the sentence names it. This module
//! never adds an event.

use super::super::facts::Target;
use super::super::scene::Scene;
use super::super::visit::owner as owner_of_visit;
use super::arrival::{came, comers, in_town_for, is_under_way};
use super::gathering::{
    body_at, gathering, guest_of_house, is_another, is_only_named, is_reached, sits,
};
use super::heard::heard;
use super::named::in_the_chair;
use super::representing::{REPRESENTS, behind_represented, is_seat, stands_for, stands_for_other};
use super::sided::{delegates, sided, with_companions};
use super::trip::{is_put_off, trip_before};
use super::{commission, is_chamber, put_off};
use crate::lexicon::Class;
use crate::ontology::MeetingStatus;

/// How many chunks behind a verb the gathering may stand.
const REACH: usize = 14;

/// People at a gathering.
pub(super) struct Attendance {
    /// Who.
    pub people: Vec<usize>,
    /// The body whose gathering it was, where the sentence names it.
    pub body: Option<usize>,
    /// The chunk of the word that says so.
    pub at: usize,
    /// Whether all that is told is that they had come for it.
    pub by_coming: bool,
}

/// What the article has told of before.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    /// A gathering, so that "the session" may be it.
    pub gathering: bool,
    /// A gathering last, so that "the meeting" may be it too.
    pub last: bool,
}

/// Those whom a sentence shows at a gathering.
pub(super) fn attendances(scene: &Scene<'_, '_, '_, '_>, told: Told) -> Vec<Attendance> {
    let assembled = scene.names_commission();
    let verbs = (0..scene.chunks.len()).filter(|n| {
        scene.is_any(
            *n,
            &[Class::Attend, Class::Address, Class::LedBy, Class::Lead],
        ) || assembled && scene.says(*n, REPRESENTS)
            // "is taking part in": elsewhere a phrase for who belongs to a delegation.
            || scene.is(*n, Class::Belong) && scene.word(*n).ends_with("taking part in")
    });
    let by_verb = verbs.filter_map(|v| attendance(scene, v, told));
    by_verb
        .chain(during(scene, told))
        .chain(guest_of_honour(scene, told))
        .chain(presiding(scene, told))
        .chain(there_for(scene, told))
        .chain(sided(scene, told))
        .chain(delegates(scene, told))
        .chain(heard(scene, told))
        .collect()
}

/// "A is in Geneva for the Assembly": who is where an assembly meets, for its sake.
fn there_for(scene: &Scene<'_, '_, '_, '_>, told: Told) -> Option<Attendance> {
    let (place, people) = in_town_for(scene)?;
    gathering(scene, place, told).then(|| Attendance {
        people,
        body: body_at(scene, place),
        at: place,
        by_coming: true,
    })
}

/// "The chief guest was A": who is told as the guest of a gathering that the article has told of.
fn guest_of_honour(scene: &Scene<'_, '_, '_, '_>, told: Told) -> Option<Attendance> {
    if !told.gathering {
        return None;
    }
    let guest = (0..5).find(|n| scene.word(*n).contains("guest"))?;
    // "Special guest of the event was A", but not "The guests were received by A".
    let be = (guest + 1..guest + 5).find(|n| scene.is(*n, Class::Be))?;
    let free = (guest + 1..be).all(|n| scene.people(n).is_empty() && !scene.breaks(n));
    let who = (be + 1..be + 4).find(|n| !scene.is(*n, Class::Article))?;
    if !free || scene.people(who).is_empty() {
        return None;
    }
    Some(Attendance {
        people: scene.people(who).to_vec(),
        body: None,
        at: guest,
        by_coming: false,
    })
}

/// "The meeting was held with A in the chair": who presides over the gathering of the sentence or the one told of before.
fn presiding(scene: &Scene<'_, '_, '_, '_>, told: Told) -> Option<Attendance> {
    let with = (0..scene.chunks.len()).filter(|n| scene.is(*n, Class::With));
    let who = with.into_iter().find_map(|w| in_the_chair(scene, w))?;
    // "Cooperation in the Union will grow with A in the chair": nobody sits by that.
    let place = (0..who)
        .rev()
        .find(|n| gathering(scene, *n, told) && !is_only_named(scene, *n))?;
    Some(Attendance {
        people: scene.people(who).to_vec(),
        body: body_at(scene, place),
        at: who,
        by_coming: false,
    })
}

/// "At the 42nd session of the Assembly, A took over": the first who acts in a sentence that begins at a gathering.
fn during(scene: &Scene<'_, '_, '_, '_>, told: Told) -> Option<Attendance> {
    let while_there = scene.says(0, &["while", "when"]) && scene.is_any(1, &[Class::Attend]);
    let begins = scene.is_any(0, &[Class::In, Class::Preposition])
        && scene.says(0, &["at", "during", "opening", "addressing"])
        || while_there;
    if !begins {
        return None;
    }
    let at = (1..8).find(|n| gathering(scene, *n, told) || is_under_way(scene, *n))?;
    let free = |n: &usize| {
        !scene.people(*n).is_empty()
            && !scene.absent(*n)
            && !super::super::party::governed(scene.items, &scene.chunks, *n)
    };
    let who = (at + 1..scene.chunks.len())
        .take_while(|n| !scene.breaks(*n))
        .find(free)?;
    // "While attending the Assembly, the delegation met with A": somebody else was there.
    let others = (at + 1..who).any(|n| scene.item(n).is_some_and(|i| i.is(Class::Delegation)));
    if while_there && others {
        return None;
    }
    let planned =
        (at..scene.chunks.len()).any(|n| scene.is_any(n, &[Class::Future, Class::Negation]));
    (!planned).then(|| Attendance {
        people: scene.people(who).to_vec(),
        body: body_at(scene, at),
        at: who,
        by_coming: false,
    })
}

/// Those who are at a gathering by the verb or phrase of a chunk.
fn attendance(scene: &Scene<'_, '_, '_, '_>, verb: usize, told: Told) -> Option<Attendance> {
    let held = scene.status(verb) == Some(MeetingStatus::Held);
    if !held || purpose(scene, verb) || put_off::is_put_off(scene, verb) || scene.is_said(verb) {
        return None;
    }
    // "a delegation led by A, for the session": the delegation is led.
    let mut near = verb.saturating_sub(7)..verb;
    let mut sent = || near.any(|n| scene.item(n).is_some_and(|i| i.is(Class::Delegation)));
    if scene.is(verb, Class::LedBy) && sent() {
        return None;
    }
    // To lead a body is no attendance; to lead its session is.
    let leads = scene.is_any(verb, &[Class::LedBy, Class::Lead]) && !scene.is(verb, Class::Address);
    let gathering = |n: usize| {
        met_under(scene, n, verb)
            || works(scene, verb, n)
            || gathering(scene, n, told)
                && !(leads && commission(scene, n).is_some() && !sits(scene, n))
                && (!is_only_named(scene, n) || n < verb || is_reached(scene, verb, n))
    };
    // "the heads of delegations that attend": another's doing.
    if verb > 0 && scene.is(verb - 1, Class::Which) {
        return None;
    }
    if let Some(people) = behind(scene, verb) {
        let (place, known) = where_attended(scene, verb, told, gathering);
        return known.then(|| Attendance {
            people,
            body: place.and_then(|p| body_at(scene, p)),
            at: verb,
            by_coming: false,
        });
    }
    let object = attended_at(scene, verb, gathering)?;
    let clear = (verb + 1..object).all(|n| scene.people(n).is_empty());
    let travel = came(scene, verb);
    if travel.is_some_and(|t| put_off::is_after_arrival(scene, t, object)) {
        return None;
    }
    let people = match travel {
        Some(travel) => comers(scene, travel),
        None => who_acts(scene, verb, object),
    }?;
    let people = guests_of(scene, object, people);
    (clear && !people.is_empty()).then(|| Attendance {
        people: with_companions(scene, people),
        body: body_at(scene, object),
        at: verb,
        by_coming: travel.is_some(),
    })
}

/// The gathering behind a verb of taking part or speaking, by its chunk.
fn attended_at(
    scene: &Scene<'_, '_, '_, '_>,
    verb: usize,
    gathering: impl Fn(usize) -> bool,
) -> Option<usize> {
    let from = behind_represented(scene, verb).unwrap_or(verb + 1);
    let there = |n: &usize| gathering(*n) || guest_of_house(scene, verb, *n);
    let object = (from..(verb + REACH).min(scene.chunks.len()))
        .take_while(|n| !scene.breaks(*n))
        // "took part in a bilateral meeting on the occasion of the Assembly": the meeting is what they took part in.
        .find(|n| there(n) || scene.is_any(*n, &[Class::MeetingNoun, Class::CallNoun]));
    object.filter(there).filter(|n| !is_seat(scene, verb, *n))
}

/// People without those who hold an office in the house at a chunk: who speaks to the own house is no guest of it.
fn guests_of(scene: &Scene<'_, '_, '_, '_>, object: usize, mut people: Vec<usize>) -> Vec<usize> {
    let house = is_chamber(scene, object)
        .then(|| body_at(scene, object))
        .flatten();
    let sits = |p: usize, house: usize| {
        let mut roles = scene.facts.roles.iter();
        roles.any(|r| r.person == p && r.target == Target::Body(house))
    };
    people.retain(|p| house.is_none_or(|house| !sits(*p, house)));
    people
}

/// The gathering at which those are who stand behind a verb, by its chunk, and whether it is known at all.
fn where_attended(
    scene: &Scene<'_, '_, '_, '_>,
    verb: usize,
    told: Told,
    gathering: impl Fn(usize) -> bool,
) -> (Option<usize>, bool) {
    // "The Storting was represented by A": a body that others stand for is no gathering.
    let there = |n: &usize| gathering(*n) && !stands_for(scene, verb);
    let place = (0..verb).rev().find(there);
    // "attended by the Secretary-in-charge of the Assembly A": a body right before a name tells what somebody is.
    let apart = |n: &usize| there(n) && scene.people(*n + 1).is_empty();
    let place = place.or_else(|| (0..scene.chunks.len()).find(apart));
    // "It was attended by A": the gathering told of before.
    let leads = scene.is_any(verb, &[Class::LedBy, Class::Lead]) && !is_of_it(scene, verb);
    let nouns = [
        Class::SessionNoun,
        Class::ConferenceNoun,
        Class::MeetingNoun,
    ];
    let another = |n| scene.is_any(n, &nouns) && is_another(scene, n);
    let other =
        stands_for_other(scene, verb) || scene.says(0, &["a", "an"]) || (0..verb).any(another);
    (place, place.is_some() || told.last && !leads && !other)
}

/// "took part in the work of the Permanent Commission": whether a chunk is a body in whose work those take part who act by a verb.
fn works(scene: &Scene<'_, '_, '_, '_>, verb: usize, n: usize) -> bool {
    let attends = scene.is(verb, Class::Attend) && verb < n && n < verb + 6;
    let work = |m: usize| scene.says(m, &["work"]) && scene.is(m + 1, Class::Of);
    attends && (verb + 1..n).any(work) && commission(scene, n).is_some()
}

/// "The Bureau met under the chairmanship of A": whether a chunk is a body that meets by the verb behind it, with its chair told behind that.
fn met_under(scene: &Scene<'_, '_, '_, '_>, n: usize, chaired: usize) -> bool {
    let word = scene.word(chaired);
    let chairs =
        word.starts_with("under the ") && (word.contains("chair") || word.contains("presiden"));
    chairs && scene.is(n + 1, Class::Meet) && n < chaired && commission(scene, n).is_some()
}

/// "It was co-chaired by A and B": whether a participle of leading is said of the gathering of the sentence before.
fn is_of_it(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> bool {
    let chaired = ["chaired", "presided"]
        .iter()
        .any(|w| scene.word(verb).contains(w));
    scene.is(0, Class::It) && scene.is(1, Class::Be) && verb == 2 && chaired
}

/// Who takes part by a verb with a gathering behind it: its subject, those behind the gathering, or those of the sentence before.
fn who_acts(scene: &Scene<'_, '_, '_, '_>, verb: usize, object: usize) -> Option<Vec<usize>> {
    // "Addressing the Assembly, A said": who acts stands behind the comma.
    if verb == 0 && scene.word(0).ends_with("ing") {
        return behind_comma(scene, object).or_else(|| inverted(scene, verb, object));
    }
    // "A met B on the occasion of his trip to attend the conference": of the one whose trip it was.
    if let Some(trip) = trip_before(scene, verb) {
        if let Some(owner) = owner_of_visit(scene, trip) {
            return Some(scene.people(owner).to_vec());
        }
        // "wished B success on his trip": whose of two it is, nobody says.
        let his = (trip.saturating_sub(3)..trip).any(|n| scene.is(n, Class::His));
        let parties = (0..trip).filter(|n| !scene.people(*n).is_empty());
        if his && parties.count() > 1 {
            return None;
        }
    }
    let subject = scene.subject(verb);
    // "The Chairperson noted that Uzbekistan had joined the Assembly": another's doing.
    if subject
        .as_ref()
        .is_some_and(|(who, _)| scene.is_of_another(*who, verb))
    {
        return None;
    }
    subject
        .map(|(_, people)| people)
        .or_else(|| inverted(scene, verb, object))
        .or_else(|| {
            // "The day closed at the parliament": it is not said of those who acted before.
            let none = (0..verb).all(|n| scene.people(n).is_empty() && !scene.is_common(n));
            scene.before.clone().filter(|_| none)
        })
}

/// "to take part in", "with the aim of attending": what is only meant to be done.
fn purpose(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> bool {
    // "during his trip to attend the conference" tells that it was done, "ahead of his trip" does not.
    let trip = trip_before(scene, verb).is_some_and(|trip| !is_put_off(scene, trip));
    if came(scene, verb).is_some() {
        return false;
    }
    let to = verb.checked_sub(1).is_some_and(|b| scene.is(b, Class::To)) && !trip;
    let aim = (verb.saturating_sub(3)..verb)
        .any(|n| scene.says(n, &["aim", "purpose", "order", "intention"]));
    to || aim
}

/// The people behind a phrase that is followed by those who are there: "attended by A, B and C", "in the presence of A".
fn behind(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> Option<Vec<usize>> {
    let text = scene.item(verb).map(|i| scene.text(i).to_lowercase())?;
    let open = ["by", "of", "were", "was", "present", "attendance", "hand"]
        .iter()
        .any(|e| text.ends_with(&format!(" {e}")));
    // "co-chaired in Baku by A": a place may stand between.
    let far = (verb + 1..verb + 5)
        .take_while(|n| scene.people(*n).is_empty() && !scene.mark(*n, ',') && !scene.breaks(*n))
        .any(|n| scene.is(n, Class::By));
    let by = open && !text.ends_with("present") && !text.ends_with("hand")
        || far
        || open && scene.is_any(verb + 1, &[Class::Be]);
    let present = open && !by;
    if !by && (!present || (0..verb).any(|n| !scene.people(n).is_empty())) {
        return None;
    }
    let people: Vec<usize> = (verb + 1..scene.chunks.len())
        .take_while(|n| !scene.mark(*n, '.') && !scene.is_any(*n, &[Class::Which, Class::Say]))
        .filter(|n| !scene.absent(*n))
        .flat_map(|n| scene.people(n).to_vec())
        .collect();
    (!people.is_empty()).then_some(people)
}

/// "Addressing the Assembly on Friday, A said": the people right behind the comma behind a chunk.
fn behind_comma(scene: &Scene<'_, '_, '_, '_>, object: usize) -> Option<Vec<usize>> {
    let comma = (object + 1..object + 8).find(|n| scene.mark(*n, ','))?;
    let who = (comma + 1..comma + 3).find(|n| !scene.people(*n).is_empty())?;
    Some(scene.people(who).to_vec())
}

/// "Addressing the ceremony were A and B": those behind the gathering where nobody stands before the verb.
fn inverted(scene: &Scene<'_, '_, '_, '_>, verb: usize, object: usize) -> Option<Vec<usize>> {
    let none = (0..verb).all(|n| scene.people(n).is_empty());
    let be =
        (object + 1..(object + 8).min(scene.chunks.len())).find(|n| scene.is(*n, Class::Be))?;
    let people: Vec<usize> = (be + 1..scene.chunks.len())
        .take_while(|n| !scene.breaks(*n))
        .flat_map(|n| scene.people(n).to_vec())
        .collect();
    (none && !people.is_empty()).then_some(people)
}
