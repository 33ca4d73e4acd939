//! Lets those join sessions and meetings who were there more likely than not.
//!
//! In come candidates with their scores, out come larger meetings, and those of which the rules have read nothing. This module never
//! takes anybody out.

use std::collections::{BTreeMap, BTreeSet};

use super::super::event::{Events, Meeting, Sign, Supposed};
use super::super::facts::Facts;
use super::super::lead::Setting;
use super::super::session;
use super::article::{Candidate, Deed};
use super::model;
use super::sighting::distance;
use super::traits::Trait;
use crate::ontology::{MeetingKind, MeetingStatus, StateCode};
use crate::text::PartialDate;

/// The score, in thousandths of the logarithm of the odds, up to which nobody is seated. It may lie below even odds, for each person has a
/// seat at most, the likeliest of all bodies: of those who are seated from here on, as many were there as of those whom rules seat.
const UNSURE: i32 = -600;

/// The score from which two thirds to nine tenths of them were.
const SURE: i32 = 405;

/// The score up to which two have not met, just below even odds, for whoever joins a meeting must have met all of its other side.
const APART: i32 = -100;

/// The score from which three in four have.
const TOGETHER: i32 = 405;

/// How sure a seat is, in hundredths: the shares are those of articles that training did not see (`docs/evaluation.md`).
const fn sureness_of_seat(score: i32) -> Option<u8> {
    if score > SURE {
        Some(78)
    } else if score > UNSURE {
        Some(60)
    } else {
        None
    }
}

/// How sure a meeting is; nothing where the odds are against it.
const fn sureness_of_meeting(score: i32) -> Option<u8> {
    if score > TOGETHER {
        Some(72)
    } else if score > APART {
        Some(60)
    } else {
        None
    }
}

/// How many sentences from those that tell of a meeting somebody may be who joins it.
const CLOSE: usize = 4;

/// Lets those join who were there.
pub(super) fn join(
    facts: &Facts<'_, '_>,
    candidates: &[Candidate],
    setting: &Setting,
    events: &mut Events,
) {
    seat(facts, candidates, setting, events);
    meet(facts, candidates, setting, events);
}

/// Seats people at the session of the body at which each is most likely to have been.
fn seat(facts: &Facts<'_, '_>, candidates: &[Candidate], setting: &Setting, events: &mut Events) {
    let mut best: BTreeMap<usize, (i32, usize)> = BTreeMap::new();
    let mut told: BTreeSet<usize> = BTreeSet::new();
    for candidate in candidates {
        let Deed::Attended(body) = candidate.deed else {
            continue;
        };
        if candidate.told {
            told.insert(candidate.person);
        }
        let score = model::score(candidate);
        let known = best.get(&candidate.person);
        if known.is_none_or(|(most, _)| score > *most) {
            best.insert(candidate.person, (score, body));
        }
    }
    for (person, (score, body)) in best {
        let Some(sureness) = sureness_of_seat(score).filter(|_| !told.contains(&person)) else {
            continue;
        };
        let Some(place) = session_of(facts, body, setting, events) else {
            continue;
        };
        let Some(words) = words_of(events, person) else {
            continue;
        };
        let fits = |m: &&mut Meeting| fits_sides(facts, m, person);
        if let Some(meeting) = events.meetings.get_mut(place).filter(fits) {
            meeting.sides.push(vec![person]);
            meeting.suppose(person, words, "present-at-session", sureness);
            session::by_state(facts, meeting);
        }
    }
}

/// Whether somebody can join a session: at that of a commission of two states, whose sides have met by it, a state must tell the side of the
/// person.
fn fits_sides(facts: &Facts<'_, '_>, meeting: &Meeting, person: usize) -> bool {
    let body = meeting.body.and_then(|b| facts.bodies.entities.get(b));
    let tied = body.is_some_and(|b| b.states.len() == 2) && meeting.sides.len() == 2;
    !tied || facts.state_of(person).is_some()
}

/// The session of a body that the article tells of: of several the one on the day of the lead, else the last; made where the rules
/// have read none, but not where all that is told of it is still to come.
fn session_of(
    facts: &Facts<'_, '_>,
    body: usize,
    setting: &Setting,
    events: &mut Events,
) -> Option<usize> {
    let year = setting.date.map(PartialDate::year);
    let held = |m: &&Meeting| {
        m.body == Some(body) && m.status == MeetingStatus::Held && !m.is_before(year)
    };
    let places = || {
        let meetings = events.meetings.iter().enumerate();
        meetings.filter(|(_, m)| held(m))
    };
    let today = places().find(|(_, m)| m.date.is_some() && m.date == setting.date);
    let known = today
        .or_else(|| places().next_back())
        .map(|(place, _)| place);
    known.or_else(|| {
        let seen = events.sightings.bodies.get(body)?;
        if seen.traits.has(Trait::Sits) && !seen.traits.has(Trait::SitsNow) {
            return None;
        }
        let kind = session::kind_of(facts, body);
        events.meetings.push(setting.meeting(kind, Some(body)));
        Some(events.meetings.len() - 1)
    })
}

/// Whether two people were at one session or conference: what is told of the two is that.
fn sit_together(events: &Events, one: usize, other: usize) -> bool {
    let held = |m: &&Meeting| m.body.is_some() && m.status == MeetingStatus::Held;
    let sessions = events.meetings.iter().filter(held);
    let has = |m: &Meeting, person: usize| m.people().any(|p| p == person);
    sessions.into_iter().any(|m| has(m, one) && has(m, other))
}

/// People who have met, each pair both ways, with how sure that is.
type Pairs = BTreeMap<(usize, usize), u8>;

/// How sure the least sure pair is that somebody makes with some others.
fn least(pairs: &Pairs, person: usize, others: &[usize]) -> u8 {
    let sure = others.iter().filter_map(|o| pairs.get(&(person, *o)));
    sure.copied().min().unwrap_or(50)
}

/// Lets people join meetings, then adds those that no rule has read.
fn meet(facts: &Facts<'_, '_>, candidates: &[Candidate], setting: &Setting, events: &mut Events) {
    let mut pairs = Pairs::default();
    for candidate in candidates {
        if let Deed::Met(other) = candidate.deed
            && !sit_together(events, candidate.person, other)
            && let Some(sure) = sureness_of_meeting(model::score(candidate))
        {
            pairs.insert((candidate.person, other), sure);
            pairs.insert((other, candidate.person), sure);
        }
    }
    for place in 0..events.meetings.len() {
        join_meeting(facts, place, setting, &mut pairs, events);
        forget_those_who_met(place, &mut pairs, events);
    }
    add_meetings(facts, &pairs, setting, events);
}

/// Lets those join a meeting of two sides who are of the state of one side and have met everybody of the other; takes their pairs
/// out of the list.
fn join_meeting(
    facts: &Facts<'_, '_>,
    place: usize,
    setting: &Setting,
    pairs: &mut Pairs,
    events: &mut Events,
) {
    let Some(meeting) = events.meetings.get(place) else {
        return;
    };
    let [left, right] = meeting.sides.as_slice() else {
        return;
    };
    let of_sides = meeting.body.is_none() && meeting.status == MeetingStatus::Held;
    let earlier = meeting.date.zip(setting.date);
    let earlier = earlier.is_some_and(|(own, lead)| own.year() != lead.year());
    if !of_sides || earlier || meeting.kind == MeetingKind::Call {
        return;
    }
    let told = sentences_of(facts, meeting);
    let (left, right) = (left.clone(), right.clone());
    for (side, own, others) in [(0, &left, &right), (1, &right, &left)] {
        let Some(state) = own.iter().find_map(|p| facts.state_of(*p)) else {
            continue;
        };
        let mut joining: Vec<usize> = pairs.keys().map(|(one, _)| *one).collect();
        joining.dedup();
        joining.retain(|p| {
            let all = others.iter().all(|o| pairs.contains_key(&(*p, *o)));
            let seen = events.sightings.people.get(*p);
            let near = seen.and_then(|s| distance(&s.sentences, &told));
            all && near.is_some_and(|d| d <= CLOSE)
                && facts.state_of(*p) == Some(state)
                && !own.contains(p)
        });
        for person in joining {
            let sure = least(pairs, person, others);
            let words = words_of(events, person);
            if let (Some(words), Some(meeting)) = (words, events.meetings.get_mut(place))
                && let Some(side) = meeting.sides.get_mut(side)
            {
                side.push(person);
                meeting.suppose(person, words, "present-at-meeting", sure);
            }
        }
    }
}

/// Takes out the pairs who stand on two sides of a meeting.
fn forget_those_who_met(place: usize, pairs: &mut Pairs, events: &Events) {
    let Some(meeting) = events.meetings.get(place) else {
        return;
    };
    let side = |p: usize| meeting.sides.iter().position(|s| s.contains(&p));
    pairs.retain(|(a, b), _| side(*a).zip(side(*b)).is_none_or(|(a, b)| a == b));
}

/// The sentences that tell of a meeting.
fn sentences_of(facts: &Facts<'_, '_>, meeting: &Meeting) -> Vec<usize> {
    let all = &facts.mentions.words.sentences;
    let of = |sign: &Sign| all.partition_point(|s| s.words.end <= sign.words.start);
    let mut found: Vec<usize> = meeting.signs.iter().map(of).collect();
    found.sort_unstable();
    found
}

/// Adds meetings of pairs: those who have met the same people of a state met them together.
fn add_meetings(facts: &Facts<'_, '_>, pairs: &Pairs, setting: &Setting, events: &mut Events) {
    // Whom of which state each has met, each pair once: by the one whose state comes first.
    let mut partners: BTreeMap<(StateCode, StateCode, usize), Vec<usize>> = BTreeMap::new();
    for (one, other) in pairs.keys() {
        if let (Some(a), Some(b)) = (facts.state_of(*one), facts.state_of(*other))
            && a < b
        {
            partners.entry((a, b, *one)).or_default().push(*other);
        }
    }
    let mut sides: BTreeMap<(StateCode, StateCode, Vec<usize>), Vec<usize>> = BTreeMap::new();
    for ((a, b, one), others) in partners {
        sides.entry((a, b, others)).or_default().push(one);
    }
    // Who comments on a call is not on the line.
    let calls = |m: &Meeting| m.kind == MeetingKind::Call;
    if events.meetings.iter().any(calls) {
        return;
    }
    for ((_, _, others), own) in sides {
        let mut meeting = setting.meeting(MeetingKind::Bilateral, None);
        let with_partners = own.iter().map(|p| (*p, &others));
        for (person, partners) in with_partners.chain(others.iter().map(|p| (*p, &own))) {
            if let Some(words) = words_of(events, person) {
                let sure = least(pairs, person, partners);
                meeting.suppose(person, words, "present-at-meeting", sure);
            }
        }
        meeting.sides = vec![own, others];
        events.meetings.push(meeting);
    }
}

/// The words that show best what somebody does.
fn words_of(events: &Events, person: usize) -> Option<std::ops::Range<usize>> {
    events.sightings.people.get(person)?.words()
}

impl Meeting {
    /// Notes that somebody was there by what the article as a whole shows.
    fn suppose(
        &mut self,
        person: usize,
        words: std::ops::Range<usize>,
        rule: &'static str,
        sureness: u8,
    ) {
        let sign = Sign {
            words,
            rule,
            confidence: sureness,
        };
        self.supposed.push(Supposed { person, sign });
    }
}

impl Setting {
    /// A meeting of the article that has no people yet.
    fn meeting(&self, kind: MeetingKind, body: Option<usize>) -> Meeting {
        Meeting {
            kind,
            status: MeetingStatus::Held,
            sides: Vec::new(),
            body,
            session: None,
            date: self.date,
            place: self.place.clone().filter(|_| kind != MeetingKind::Call),
            signs: Vec::new(),
            supposed: Vec::new(),
            outcomes: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{sureness_of_meeting, sureness_of_seat};

    #[test]
    fn a_score_against_the_odds_is_worth_nothing_and_a_higher_one_more() {
        assert_eq!(sureness_of_seat(-600), None);
        assert!(sureness_of_seat(-599) < sureness_of_seat(406));
        assert_eq!(sureness_of_meeting(-100), None);
        assert!(sureness_of_meeting(-99) < sureness_of_meeting(406));
    }
}
