//! From claims whose entities are ids to a reading whose entities have places.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::claim::{Assertion, Claim, Entity, Reading, SCHEMA};
use crate::document::DocumentRecord;

/// So many digits of the hash of a file tell it from others of its path.
const SHORT: usize = 12;

/// A claim whose entities are ids, with the order in which they stand in [`Assertion::entities`].
pub(super) type Told = (Claim, Vec<String>);

/// Adds to the claims of a day what the bodies of which they speak belong to and tie: of bodies of one name, each reading must
/// tell which one it means.
pub(super) fn add_ties(claims: &mut Vec<Told>, undated: &[Told]) {
    let spoken: BTreeSet<String> = claims.iter().flat_map(|(_, ids)| ids).cloned().collect();
    let is_tie = |(claim, ids): &&Told| {
        matches!(
            claim.assertion,
            Assertion::PartOf { .. } | Assertion::Links { .. }
        ) && ids.first().is_some_and(|body| spoken.contains(body))
    };
    claims.extend(undated.iter().filter(is_tie).cloned());
}

/// The reading of a day of the file that is called `name`. All entities stand in the reading without a day, those of others
/// where claims speak of them.
pub(super) fn reading(
    name: &str,
    hash: &str,
    day: Option<Date>,
    entities: &BTreeMap<String, Entity>,
    claims: &[Told],
) -> Reading {
    let spoken: BTreeSet<&String> = claims.iter().flat_map(|(_, ids)| ids).collect();
    let of_it = |id: &&String| day.is_none() || spoken.contains(*id);
    let ids: BTreeMap<&String, usize> = entities.keys().filter(of_it).zip(0..).collect();
    let claims = claims.iter().map(|(claim, told)| {
        let at = |place: usize| {
            let id = told.get(place);
            id.and_then(|id| ids.get(id)).copied().unwrap_or_default()
        };
        Claim {
            assertion: placed(&claim.assertion, &at),
            ..claim.clone()
        }
    });
    let of_day = day.map_or_else(String::new, |day| format!("#{day}"));
    // Two files of one name, or of one path at two times, are two documents: as versions of one, one of them would be lost.
    let content = hash.get(..SHORT).unwrap_or(hash);
    Reading {
        schema: SCHEMA,
        document: DocumentRecord {
            id: format!("{name}@{content}{of_day}"),
            sha256: format!("{hash}{of_day}"),
            title: Some(name.to_owned()),
            date: day,
            url: None,
            publisher: None,
            lang: None,
            extra: BTreeMap::new(),
        },
        sketch: None,
        entities: ids
            .keys()
            .filter_map(|id| entities.get(*id))
            .cloned()
            .collect(),
        claims: claims.collect(),
        findings: Vec::new(),
    }
}

/// The assertion with every entity at another place.
fn placed(assertion: &Assertion, at: &impl Fn(usize) -> usize) -> Assertion {
    let mut moved = assertion.clone();
    match &mut moved {
        Assertion::Role {
            person: a,
            target: b,
            ..
        }
        | Assertion::Visited {
            person: a,
            state: b,
            ..
        }
        | Assertion::PartOf { part: a, whole: b }
        | Assertion::Links { body: a, target: b } => {
            *a = at(*a);
            *b = at(*b);
        }
        Assertion::Life { body, .. } => *body = at(*body),
        Assertion::Meeting {
            sides,
            capacities,
            body,
            ..
        } => {
            for person in sides.iter_mut().flatten() {
                *person = at(*person);
            }
            for capacity in capacities {
                capacity.person = at(capacity.person);
                capacity.target = at(capacity.target);
            }
            *body = body.map(at);
        }
    }
    moved
}
