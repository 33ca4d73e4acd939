//! What an article says of a mention that may tell whom it means.

use std::collections::BTreeMap;

use crate::claim::{Assertion, Reading};
use crate::identity::mention::Mention;
use crate::identity::name::fold_body;
use crate::ontology::Office;

/// An office in a body, a body, or what a body belongs to or ties.
pub(super) type Trait = (Option<Office>, String);

/// Readings by their places: all of them, or those that are asked for.
pub(in crate::identity) trait Articles {
    /// The reading at a place.
    fn at(&self, place: usize) -> Option<&Reading>;
}

impl Articles for &[Reading] {
    fn at(&self, place: usize) -> Option<&Reading> {
        self.get(place)
    }
}

impl Articles for BTreeMap<usize, Reading> {
    fn at(&self, place: usize) -> Option<&Reading> {
        self.get(&place)
    }
}

/// The traits of a mention.
pub(super) fn traits_of(readings: &impl Articles, mention: Mention) -> Vec<Trait> {
    let Some(reading) = readings.at(mention.reading) else {
        return Vec::new();
    };
    let key = |index: usize| {
        let entity = reading.entities.get(index)?;
        let state = entity
            .state
            .map(|code| code.to_string())
            .unwrap_or_default();
        let row = entity.row.clone();
        Some(row.unwrap_or_else(|| format!("{} {state}", fold_body(&entity.name))))
    };
    let mut traits = Vec::new();
    for claim in &reading.claims {
        match &claim.assertion {
            Assertion::Role {
                person,
                office,
                target,
                ..
            } if *person == mention.entity => {
                traits.extend(key(*target).map(|body| (Some(*office), body)));
                traits.extend(key(*target).map(|body| (None, body)));
            }
            Assertion::PartOf {
                part: body,
                whole: other,
            }
            | Assertion::Links {
                body,
                target: other,
            } if *body == mention.entity => {
                traits.extend(key(*other).map(|body| (None, body)));
            }
            _ => {}
        }
    }
    traits
}
