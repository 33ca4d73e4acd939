//! Lets those join sessions and meetings who were there more likely than not.
//!
//! In come candidates with their scores, out come larger meetings, and those of which the rules have read nothing. This module never
//! takes anybody out.

use std::collections::BTreeMap;

use super::super::event::{Events, Meeting, Sign, Supposed};
use super::super::facts::Facts;
use super::super::lead::Setting;
use super::super::session;
use super::article::{Candidate, Deed};
use super::model;
use crate::ontology::{MeetingKind, MeetingStatus, StateCode};

/// How sure it is that somebody attended, in hundredths, by the score in thousandths of the logarithm of the odds: the shares are
/// those of articles that training did not see (`docs/evaluation.md`). The last stands for all scores above.
const SURE_OF_SEAT: &[(i32, u8)] = &[(850, 65), (1400, 70), (i32::MAX, 80)];

/// How sure it is that two people met.
const SURE_OF_MEETING: &[(i32, u8)] = &[(405, 62), (i32::MAX, 75)];

/// What a score is worth; nothing where the odds are against it.
fn sureness(score: i32, table: &[(i32, u8)]) -> Option<u8> {
    let mut steps = table.iter().filter(|_| score > 0);
    steps
        .find(|(limit, _)| score <= *limit)
        .map(|(_, sure)| *sure)
}

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
    let mut best: BTreeMap<usize, (i32, usize, bool)> = BTreeMap::new();
    for candidate in candidates {
        let Deed::Attended(body) = candidate.deed else {
            continue;
        };
        let score = model::score(candidate);
        let known = best.get(&candidate.person);
        if known.is_none_or(|(most, ..)| score > *most) {
            best.insert(candidate.person, (score, body, candidate.told));
        }
    }
    for (person, (score, body, told)) in best {
        let Some(sureness) = sureness(score, SURE_OF_SEAT).filter(|_| !told) else {
            continue;
        };
        let held = |m: &Meeting| m.body == Some(body) && m.status == MeetingStatus::Held;
        let place = events.meetings.iter().position(held).unwrap_or_else(|| {
            let kind = session::kind_of(facts, body);
            events.meetings.push(setting.meeting(kind, Some(body)));
            events.meetings.len() - 1
        });
        let Some(words) = words_of(events, person) else {
            continue;
        };
        if let Some(meeting) = events.meetings.get_mut(place) {
            meeting.sides.push(vec![person]);
            meeting.suppose(person, words, "present-at-session", sureness);
            session::by_state(facts, meeting);
        }
    }
}

/// Whether two people were at one session or conference: what is told of the two is that.
fn sit_together(events: &Events, one: usize, other: usize) -> bool {
    let sessions = events.meetings.iter().filter(|m| m.body.is_some());
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
            && let Some(sure) = sureness(model::score(candidate), SURE_OF_MEETING)
        {
            pairs.insert((candidate.person, other), sure);
            pairs.insert((other, candidate.person), sure);
        }
    }
    for place in 0..events.meetings.len() {
        join_meeting(facts, place, &mut pairs, events);
    }
    add_meetings(facts, &pairs, setting, events);
}

/// Lets those join a meeting of two sides who are of the state of one side and have met everybody of the other; takes their pairs
/// out of the list.
fn join_meeting(facts: &Facts<'_, '_>, place: usize, pairs: &mut Pairs, events: &mut Events) {
    let Some(meeting) = events.meetings.get(place) else {
        return;
    };
    let [left, right] = meeting.sides.as_slice() else {
        return;
    };
    if meeting.body.is_some() || meeting.status != MeetingStatus::Held {
        return;
    }
    let (left, right) = (left.clone(), right.clone());
    for (side, own, others) in [(0, &left, &right), (1, &right, &left)] {
        let Some(state) = own.iter().find_map(|p| facts.state_of(*p)) else {
            continue;
        };
        let mut joining: Vec<usize> = pairs.keys().map(|(one, _)| *one).collect();
        joining.dedup();
        joining.retain(|p| {
            let all = others.iter().all(|o| pairs.contains_key(&(*p, *o)));
            all && facts.state_of(*p) == Some(state) && !own.contains(p)
        });
        for person in joining {
            let sure = least(pairs, person, others);
            pairs.retain(|(a, b), _| {
                let of = |p: &usize, q: &usize| *p == person && others.contains(q);
                !of(a, b) && !of(b, a)
            });
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
    let calls = |m: &&Meeting| m.kind == MeetingKind::Call;
    let mut held = events.meetings.iter().filter(|m| m.body.is_none());
    let kind = match held.next() {
        Some(first) if calls(&first) && held.all(|m| calls(&m)) => MeetingKind::Call,
        _ => MeetingKind::Bilateral,
    };
    for ((_, _, others), own) in sides {
        let mut meeting = setting.meeting(kind, None);
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
        self.supposed.push(Supposed { person, sureness });
        self.signs.push(Sign {
            words,
            rule,
            confidence: sureness,
        });
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
    use super::{SURE_OF_SEAT, sureness};

    #[test]
    fn a_score_against_the_odds_is_worth_nothing_and_a_higher_one_more() {
        assert_eq!(sureness(0, SURE_OF_SEAT), None);
        assert_eq!(sureness(-3000, SURE_OF_SEAT), None);
        assert_eq!(sureness(1, SURE_OF_SEAT), Some(65));
        assert_eq!(sureness(9000, SURE_OF_SEAT), Some(80));
    }
}
