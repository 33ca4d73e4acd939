//! Meetings that several articles tell.

use std::collections::BTreeMap;

use super::cluster::{Identities, most_told};
use super::label::{short_hash, unique_ids};
use super::name::{clean, cut_slug};
use crate::claim::{Assertion, Claim, EntityIndex, Reading};
use crate::ontology::{MeetingKind, MeetingStatus, NodeKind};
use crate::text::PartialDate;

/// The most bytes that one name has in the id of a meeting.
const NAME_BYTES: usize = 40;

/// A meeting, and the claims that tell of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gathering {
    /// The id, which no other meeting has.
    pub id: String,
    /// How people came together.
    pub kind: MeetingKind,
    /// `held` where any article says so.
    pub status: MeetingStatus,
    /// The day, as far as known.
    pub date: Option<PartialDate>,
    /// The city that most articles name.
    pub place: Option<String>,
    /// The body, as a place among the clusters.
    pub body: Option<usize>,
    /// The number of the session that most articles give.
    pub session: Option<u32>,
    /// The people by side, as places among the clusters; both levels sorted, without empty sides and repeats.
    pub sides: Vec<Vec<usize>>,
    /// The claims, sorted; at least one.
    pub tellings: Vec<Telling>,
}

/// A claim of a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Telling {
    /// The place of the reading.
    pub reading: usize,
    /// The place of the claim in it.
    pub claim: usize,
}

/// What has to agree for two claims to tell of one meeting.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct MeetingKey {
    date: Option<PartialDate>,
    kind: MeetingKind,
    sides: Vec<Vec<usize>>,
    body: Option<usize>,
    /// The claim itself, where it says too little to be the same as any other.
    alone: Option<Telling>,
}

/// Finds out which claims tell of one meeting: kind, sides, body and the exact day agree. A meeting of an unknown day
/// is told by one claim alone, as is one of which neither people nor body are known.
///
/// `readings` are those from which `identities` were made. Complexity: n log n in the number of claims.
#[must_use]
pub fn gather(readings: &[Reading], identities: &Identities) -> Vec<Gathering> {
    let mut told: BTreeMap<MeetingKey, Vec<Telling>> = BTreeMap::new();
    for (reading, of) in readings.iter().enumerate() {
        for (claim, said) in of.claims.iter().enumerate() {
            let telling = Telling { reading, claim };
            if let Some(key) = key_of(said, telling, identities) {
                told.entry(key).or_default().push(telling);
            }
        }
    }
    let mut gatherings: Vec<Gathering> = told
        .into_iter()
        .map(|(key, tellings)| gathering(readings, key, tellings))
        .collect();
    let wishes: Vec<Vec<String>> = gatherings
        .iter()
        .map(|g| wishes(readings, identities, g))
        .collect();
    for (gathering, id) in gatherings.iter_mut().zip(unique_ids(&wishes)) {
        gathering.id = id;
    }
    gatherings.sort_by(|a, b| a.id.cmp(&b.id));
    gatherings
}

fn key_of(claim: &Claim, telling: Telling, identities: &Identities) -> Option<MeetingKey> {
    let Assertion::Meeting {
        kind,
        sides,
        body,
        date,
        ..
    } = &claim.assertion
    else {
        return None;
    };
    let cluster_if = |entity: EntityIndex, is_kind: fn(NodeKind) -> bool| {
        let place = identities.of(telling.reading, entity)?;
        is_kind(identities.cluster(place)?.kind).then_some(place)
    };
    let mut sides: Vec<Vec<usize>> = sides
        .iter()
        .map(|side| {
            let people = side
                .iter()
                .filter_map(|entity| cluster_if(*entity, NodeKind::is_person));
            let mut people: Vec<usize> = people.collect();
            people.sort_unstable();
            people.dedup();
            people
        })
        .filter(|side| !side.is_empty())
        .collect();
    sides.sort();
    sides.dedup();
    let body = body.and_then(|entity| cluster_if(entity, NodeKind::is_body));
    let day_known = date.is_some_and(|date| date.day().is_some());
    let telling_much = day_known && (body.is_some() || !sides.is_empty());
    Some(MeetingKey {
        date: *date,
        kind: *kind,
        sides,
        body,
        alone: (!telling_much).then_some(telling),
    })
}

fn gathering(readings: &[Reading], key: MeetingKey, tellings: Vec<Telling>) -> Gathering {
    let told: Vec<(usize, &Assertion)> = tellings
        .iter()
        .filter_map(|t| {
            let claim = readings.get(t.reading)?.claims.get(t.claim)?;
            Some((t.reading, &claim.assertion))
        })
        .collect();
    let held = told.iter().any(|(_, assertion)| {
        matches!(assertion, Assertion::Meeting { status, .. } if *status == MeetingStatus::Held)
    });
    let mut places = Vec::new();
    let mut sessions = Vec::new();
    for (reading, assertion) in told {
        if let Assertion::Meeting { place, session, .. } = assertion {
            let place = place
                .as_deref()
                .map(clean)
                .filter(|place| !place.is_empty());
            places.extend(place.map(|place| (place, reading)));
            sessions.extend(session.map(|session| (session, reading)));
        }
    }
    Gathering {
        id: String::new(),
        kind: key.kind,
        status: if held {
            MeetingStatus::Held
        } else {
            MeetingStatus::Planned
        },
        date: key.date,
        place: most_told(places.into_iter()),
        body: key.body,
        session: most_told(sessions.into_iter()),
        sides: key.sides,
        tellings,
    }
}

/// The ids that a meeting could have, from the nicest to the surest.
fn wishes(readings: &[Reading], identities: &Identities, gathering: &Gathering) -> Vec<String> {
    let date = gathering
        .date
        .map_or_else(|| "unknown".to_owned(), |date| date.to_string());
    let of = |place: &usize| {
        let id = identities.cluster(*place).map_or("", |c| c.id.as_str());
        let name = id.split_once('/').map_or(id, |(_, name)| name);
        cut_slug(&name.replace('/', "-"), NAME_BYTES)
    };
    let who: Vec<String> = match &gathering.body {
        Some(body) => vec![of(body)],
        None => gathering
            .sides
            .iter()
            .filter_map(|side| side.first())
            .take(2)
            .map(of)
            .collect(),
    };
    let kind = gathering.kind;
    let short = if who.is_empty() {
        format!("meeting/{date}-{kind}")
    } else {
        format!("meeting/{date}-{}", who.join("-"))
    };
    let long = format!("{short}-{kind}");
    let anchor = anchor(readings, gathering);
    let surest = [8, 16].map(|digits| format!("{long}-{}", short_hash(&anchor, digits)));
    [short, long].into_iter().chain(surest).collect()
}

/// The earliest telling, by date and document, as words for a hash.
fn anchor(readings: &[Reading], gathering: &Gathering) -> String {
    let earliest = gathering
        .tellings
        .iter()
        .filter_map(|t| Some((&readings.get(t.reading)?.document, t.claim)))
        .min_by_key(|(document, claim)| {
            (document.date.is_none(), document.date, &document.id, *claim)
        });
    earliest.map_or_else(String::new, |(document, claim)| {
        let date = document.date.map(|d| d.to_string()).unwrap_or_default();
        format!("{date}\n{}\n{claim}", document.id)
    })
}
