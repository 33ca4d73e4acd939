//! Lets those make a journey who were met on it.
//!
//! In come the meetings and visits of an article, out come visits of those who met the hosts of a journey from its own side. This
//! module never tells of a journey of which no sentence speaks.

use super::super::event::{Events, Meeting, Sign, Visit};
use super::super::facts::{Facts, Ground};
use super::super::lead::Setting;
use crate::lexicon::Class;
use crate::mention::{Item, Zone};
use crate::ontology::{MeetingKind, MeetingStatus, StateCode};
use crate::text::PartialDate;

/// How many days behind the day that is told of a journey a meeting may be a part of it, for most tell the first.
const LONGEST: i32 = 15;

/// How many days before the day that is told, which may be the last: "ended a visit on Friday".
const BEFORE: i32 = 7;

/// How sure it is that somebody came along who met the hosts, in hundredths: the share is that of articles for which no rule was
/// written (`docs/evaluation.md`).
const SURENESS: u8 = 70;

/// How many sentences and headlines tell where an article is at home.
const LEAD: usize = 4;

/// A journey from one state to another, by the visit of somebody or of several whom a sentence does not name.
struct Journey<'e> {
    from: StateCode,
    visit: &'e Visit,
}

/// Lets those travel who stand at a meeting on the side of those of whose journey the article tells, opposite those to whom it leads.
pub(super) fn come_along(facts: &Facts<'_, '_>, setting: &Setting, events: &mut Events) {
    let mut found: Vec<Visit> = Vec::new();
    for journey in journeys(facts, setting, events) {
        let abroad = |m: &&Meeting| place_of(facts, m) != Some(journey.from);
        let own = events.meetings.iter().filter(|m| falls_into(m, &journey));
        for meeting in own.filter(abroad) {
            let hosts = |p: usize| facts.state_of(p) == Some(journey.visit.state);
            if !meeting
                .people()
                .any(|p| hosts(p) && !facts.is_ambassador(p))
            {
                continue;
            }
            let guests = meeting
                .people()
                .filter(|p| facts.state_of(*p) == Some(journey.from) && !facts.is_ambassador(*p))
                .filter(|p| facts.ground_of(*p) <= Some(Ground::Company))
                .filter(|p| {
                    !events.sightings.is_of_the_past(*p) && !events.sightings.is_remote(*p)
                });
            found.extend(guests.map(|person| Visit {
                person,
                signs: journey.visit.signs.iter().take(1).map(along).collect(),
                ..journey.visit.clone()
            }));
        }
    }
    for visit in found {
        let known = |v: &Visit| v.person == visit.person && v.state == visit.state && !v.planned;
        if !events.visits.iter().any(known) {
            events.visits.push(visit);
        }
    }
}

/// The sign of a journey for one who came along.
fn along(sign: &Sign) -> Sign {
    Sign {
        rule: "present-on-journey",
        confidence: SURENESS,
        ..sign.clone()
    }
}

/// The journeys that are under way in an article: not those to come, those of another year, or those that go both ways, for then who was
/// where is open.
fn journeys<'e>(facts: &Facts<'_, '_>, setting: &Setting, events: &'e Events) -> Vec<Journey<'e>> {
    let named = events.visits.iter().filter_map(|visit| {
        let from = facts.state_of(visit.person)?;
        is_of_several(facts, events, from, visit).then_some(Journey { from, visit })
    });
    let nameless = events.nameless.iter();
    let nameless = nameless.map(|(from, visit)| Journey { from: *from, visit });
    let now = |j: &Journey<'_>| {
        let days = setting.date.zip(j.visit.date);
        let near = days.is_none_or(|(lead, left)| is_within(lead, left));
        !j.visit.planned && j.from != j.visit.state && near
    };
    let open = events.unattributed.iter().filter_map(|visit| {
        let from = only_guests(facts, events, visit.state)?;
        Some(Journey { from, visit })
    });
    let cities = cities_of_lead(facts);
    let here = |j: &Journey<'_>| cities.contains(&j.visit.state) || !cities.contains(&j.from);
    let all = named.chain(nameless).chain(open).filter(now).filter(here);
    let all: Vec<Journey<'e>> = all.collect();
    let ways: Vec<_> = all.iter().map(|j| (j.from, j.visit.state)).collect();
    let one_way = |j: &Journey<'_>| !ways.contains(&(j.visit.state, j.from));
    all.into_iter().filter(one_way).collect()
}

/// Whether the words that tell of a journey speak of a delegation, or several people of one state make it: others than one person travel.
fn is_of_several(facts: &Facts<'_, '_>, events: &Events, from: StateCode, visit: &Visit) -> bool {
    let several = |sign: &Sign| {
        let inside = |i: &&Item<'_>| sign.words.contains(&i.words.start);
        let items = facts.mentions.items.iter().flatten();
        items.filter(inside).any(|i| i.is(Class::Delegation))
    };
    let same =
        |v: &&Visit| v.state == visit.state && !v.planned && facts.state_of(v.person) == Some(from);
    visit.signs.iter().any(several) || events.visits.iter().filter(same).count() > 1
}

/// The only state besides a given one whose people have met people of that one.
fn only_guests(facts: &Facts<'_, '_>, events: &Events, hosts: StateCode) -> Option<StateCode> {
    let met = |m: &&Meeting| {
        m.status == MeetingStatus::Held && m.people().any(|p| facts.state_of(p) == Some(hosts))
    };
    let mut guests: Vec<StateCode> = Vec::new();
    for meeting in events.meetings.iter().filter(met) {
        for state in meeting.people().filter_map(|p| facts.state_of(p)) {
            if state != hosts && !guests.contains(&state) {
                guests.push(state);
            }
        }
    }
    match guests.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

/// The state of the city in which a meeting was.
fn place_of(facts: &Facts<'_, '_>, meeting: &Meeting) -> Option<StateCode> {
    let place = meeting.place.as_deref()?;
    let words = &facts.mentions.words;
    let named = |i: &&Item<'_>| words.text_of(&i.words).eq_ignore_ascii_case(place);
    let mut cities = facts.mentions.items.iter().flatten().filter(named);
    cities.find_map(|i| facts.state_of_city(i))
}

/// Whether a meeting is one of a journey, as far as their days tell.
fn falls_into(meeting: &Meeting, journey: &Journey<'_>) -> bool {
    let held = meeting.status == MeetingStatus::Held && meeting.kind != MeetingKind::Call;
    let days = meeting.date.zip(journey.visit.date);
    held && days.is_none_or(|(met, left)| is_within(met, left))
}

/// Whether a day may be one of a journey of which another day is told.
fn is_within(day: PartialDate, told: PartialDate) -> bool {
    let behind = (day.last_day() - told.first_day()).get_days();
    let before = (day.first_day() - told.last_day()).get_days();
    behind >= -BEFORE && before <= LONGEST
}

/// The states of the cities that the headline and the first two sentences of running text name.
fn cities_of_lead(facts: &Facts<'_, '_>) -> Vec<StateCode> {
    let sentences = facts.mentions.words.sentences.iter();
    let sentences = sentences.zip(&facts.mentions.items);
    let told = sentences.filter(|(s, _)| matches!(s.zone, Zone::Headline | Zone::Body));
    let lead = told.take(LEAD).flat_map(|(_, items)| items);
    lead.filter_map(|i| facts.state_of_city(i)).collect()
}
