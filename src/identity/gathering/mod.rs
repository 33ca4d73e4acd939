//! Meetings that several articles tell.

pub(super) mod joining;
pub(super) mod node;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use self::node::{MeetingKey, Node, Turn};
use super::cluster::{Identities, most_told};
use super::label::{Wishes, unique_ids};
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Telling {
    /// The place of the reading.
    pub reading: usize,
    /// The place of the claim in it.
    pub claim: usize,
}

/// Finds out which claims tell of one meeting.
///
/// Claims of one kind, sides, body and exact day are one. So are those of one day whose kinds and bodies do not contradict
/// and whose sides overlap: one article names the two who spoke, another all who sat beside them; but not where one
/// article tells of two such meetings. A claim that knows the month only joins the one meeting of that month with which it
/// agrees, and two meetings that differ in nothing but one day are one where no third is near. A meeting of an unknown
/// day is told by one claim alone, as is one of which neither people nor body are known.
///
/// `readings` are those from which `identities` were made. Complexity: n log n in the number of claims, and for each person
/// and day a bounded number of comparisons.
#[must_use]
pub fn gather(readings: &[Reading], identities: &Identities) -> Vec<Gathering> {
    let mut told: BTreeMap<MeetingKey, Vec<Telling>> = BTreeMap::new();
    for (reading, of) in readings.iter().enumerate() {
        for (claim, said) in of.claims.iter().enumerate() {
            let telling = Telling { reading, claim };
            let find = |entity: EntityIndex, fits: fn(NodeKind) -> bool| {
                let place = identities.of(reading, entity)?;
                fits(identities.cluster(place)?.kind).then_some(place)
            };
            if let Some(key) = key_of(said, telling, find) {
                told.entry(key).or_default().push(telling);
            }
        }
    }
    let nodes: Vec<Node> = told
        .into_iter()
        .map(|(key, tellings)| node(readings, key, tellings))
        .collect();
    let teams = joining::teams(&nodes).into_iter();
    let mut gatherings: Vec<Gathering> = teams
        .filter_map(|team| {
            let team: Vec<&Node> = team.iter().filter_map(|place| nodes.get(*place)).collect();
            gathering(readings, &team)
        })
        .collect();
    let id_of = |place: usize| {
        identities
            .cluster(place)
            .map_or_else(String::new, |c| c.id.clone())
    };
    let wishes = gatherings
        .iter()
        .map(|g| Wishes::hashable(wishes(id_of, g)));
    let wishes: Vec<Wishes> = wishes.collect();
    let ids = unique_ids(&wishes, |index| {
        let gathering = gatherings.get(index);
        gathering.map(|gathering| anchor(readings, gathering))
    });
    for (gathering, id) in gatherings.iter_mut().zip(ids) {
        gathering.id = id;
    }
    gatherings.sort_by(|a, b| a.id.cmp(&b.id));
    gatherings
}

/// What has to agree with a claim of a meeting; `find` knows the places of its entities among the clusters, where they are of a
/// kind that fits.
pub(super) fn key_of(
    claim: &Claim,
    telling: Telling,
    find: impl Fn(EntityIndex, fn(NodeKind) -> bool) -> Option<usize>,
) -> Option<MeetingKey> {
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
    let mut sides: Vec<Vec<usize>> = sides
        .iter()
        .map(|side| {
            let people = side
                .iter()
                .filter_map(|entity| find(*entity, NodeKind::is_person));
            let mut people: Vec<usize> = people.collect();
            people.sort_unstable();
            people.dedup();
            people
        })
        .filter(|side| !side.is_empty())
        .collect();
    sides.sort();
    sides.dedup();
    let body = body.and_then(|entity| find(entity, NodeKind::is_body));
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

pub(super) fn node(readings: &[Reading], key: MeetingKey, tellings: Vec<Telling>) -> Node {
    let mut places = BTreeSet::new();
    let mut sessions = BTreeSet::new();
    for (_, assertion) in told(readings, &tellings) {
        if let Assertion::Meeting { place, session, .. } = assertion {
            places.extend(place.as_deref().map(clean));
            sessions.extend(*session);
        }
    }
    let today = tellings.iter().all(|telling| {
        let published = readings.get(telling.reading).and_then(|r| r.document.date);
        published.is_some() && published == key.date.and_then(PartialDate::day)
    });
    Node {
        key,
        tellings,
        today,
        session: sessions.first().copied().filter(|_| sessions.len() == 1),
        place: places.first().cloned().filter(|_| places.len() == 1),
    }
}

/// The claims themselves, with the places of their readings.
fn told<'r>(readings: &'r [Reading], tellings: &[Telling]) -> Vec<(usize, &'r Assertion)> {
    let told = tellings.iter().filter_map(|t| {
        let claim = readings.get(t.reading)?.claims.get(t.claim)?;
        Some((t.reading, &claim.assertion))
    });
    told.collect()
}

/// The meeting of some nodes, of which the first says most.
pub(super) fn gathering(readings: &[Reading], team: &[&Node]) -> Option<Gathering> {
    let hub = team.first()?;
    let mut tellings: Vec<Telling> = team
        .iter()
        .flat_map(|node| &node.tellings)
        .copied()
        .collect();
    tellings.sort_unstable();
    let mut held = false;
    let mut places = Vec::new();
    let mut sessions = Vec::new();
    let mut dates = Vec::new();
    for (reading, assertion) in told(readings, &tellings) {
        if let Assertion::Meeting {
            status,
            place,
            session,
            date,
            ..
        } = assertion
        {
            held |= *status == MeetingStatus::Held;
            let place = place.as_deref().map(clean);
            let place = place.filter(|place| !place.is_empty());
            places.extend(place.map(|place| (place, reading)));
            sessions.extend(session.map(|session| (session, reading)));
            // A month says less than a day of it.
            let exact = date.filter(|date| date.day().is_some());
            dates.extend(exact.map(|date| (date, reading)));
        }
    }
    Some(Gathering {
        id: String::new(),
        kind: hub.key.kind,
        status: MeetingStatus::of_plan(!held),
        date: most_told(dates.into_iter()).or(hub.key.date),
        place: most_told(places.into_iter()),
        body: team.iter().find_map(|node| node.key.body),
        session: most_told(sessions.into_iter()),
        sides: sides(team),
        tellings,
    })
}

/// The people by side, those of all nodes put to the sides of the first: whom another article names beside somebody stands
/// there as well.
fn sides(team: &[&Node]) -> Vec<Vec<usize>> {
    let Some((hub, others)) = team.split_first() else {
        return Vec::new();
    };
    let mut sides: Vec<BTreeSet<usize>> = hub
        .key
        .sides
        .iter()
        .map(|side| side.iter().copied().collect())
        .collect();
    for node in others {
        match (
            Turn::between(&hub.key.sides, &node.key.sides),
            &mut sides[..],
        ) {
            (Some(turn), [one, other]) => {
                let theirs = &node.key.sides;
                let (first, second) = match turn {
                    Turn::Straight => (theirs.first(), theirs.last()),
                    Turn::Crossed => (theirs.last(), theirs.first()),
                };
                one.extend(first.into_iter().flatten());
                other.extend(second.into_iter().flatten());
            }
            _ => {
                for side in &node.key.sides {
                    let known = |person: &&usize| sides.iter().any(|side| side.contains(*person));
                    let new: BTreeSet<usize> = side
                        .iter()
                        .filter(|person| !known(person))
                        .copied()
                        .collect();
                    if !new.is_empty() {
                        sides.push(new);
                    }
                }
            }
        }
    }
    let mut sides: Vec<Vec<usize>> = sides.into_iter().map(|s| s.into_iter().collect()).collect();
    sides.sort();
    sides
}

/// The ids that a meeting could have, from the nicest to the one that is surest without a hash.
pub(super) fn wishes(id_of: impl Fn(usize) -> String, gathering: &Gathering) -> Vec<String> {
    let date = gathering
        .date
        .map_or_else(|| "unknown".to_owned(), |date| date.to_string());
    let of = |place: &usize| {
        let id = id_of(*place);
        let name = id.split_once('/').map_or(id.as_str(), |(_, name)| name);
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
    vec![short, long]
}

/// The earliest telling, by date and document, as words for a hash.
pub(super) fn anchor(readings: &[Reading], gathering: &Gathering) -> String {
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
