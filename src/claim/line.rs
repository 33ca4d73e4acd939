//! A reading as one line of JSON.

use serde::Deserialize;

use super::{Assertion, Reading, SCHEMA};

/// Why a line is not a reading.
#[derive(Debug, thiserror::Error)]
pub enum LineError {
    /// Not JSON, or not of the form.
    #[error("{0}")]
    Json(#[from] serde_json::Error),
    /// Written by a newer interparl.
    #[error("this reading has schema {found}; this interparl reads up to {SCHEMA}")]
    Newer {
        /// The schema of the line.
        found: u32,
    },
    /// A claim speaks of an entity that the reading does not have.
    #[error("a claim points at entity {index}, but the reading has {entities}")]
    Dangling {
        /// The place pointed at.
        index: usize,
        /// How many entities there are.
        entities: usize,
    },
}

/// Writes a reading as one line of JSON, without the line feed.
///
/// # Errors
/// Only where a field that came with the article cannot be written as JSON.
pub fn write_line(reading: &Reading) -> Result<String, LineError> {
    Ok(serde_json::to_string(reading)?)
}

/// Reads a line of JSON.
///
/// # Errors
/// [`LineError::Json`] where it is not a reading, [`LineError::Newer`] where its schema is above [`SCHEMA`],
/// [`LineError::Dangling`] where a claim points at no entity.
pub fn read_line(line: &str) -> Result<Reading, LineError> {
    // Whoever reads the message has never heard of our types.
    #[derive(Deserialize)]
    #[serde(expecting = "a reading, which is an object in braces")]
    struct Versioned {
        schema: u32,
    }
    // The version is read first: a newer form may not parse as ours at all, and the version is then the better message. A
    // line that begins with ours needs no second look.
    if !line.starts_with(&format!("{{\"schema\":{SCHEMA},")) {
        let version: Versioned = serde_json::from_str(line)?;
        if version.schema > SCHEMA {
            return Err(LineError::Newer {
                found: version.schema,
            });
        }
    }
    let reading: Reading = serde_json::from_str(line)?;
    let entities = reading.entities.len();
    for claim in &reading.claims {
        if let Some(index) = claim
            .assertion
            .entities()
            .into_iter()
            .find(|index| *index >= entities)
        {
            return Err(LineError::Dangling { index, entities });
        }
    }
    Ok(reading)
}

impl Assertion {
    /// The places of all entities that it speaks of, in the order of the fields.
    #[must_use]
    pub fn entities(&self) -> Vec<usize> {
        match self {
            Self::Role { person, target, .. } => vec![*person, *target],
            Self::Meeting {
                sides,
                capacities,
                body,
                ..
            } => sides
                .iter()
                .flatten()
                .copied()
                .chain(capacities.iter().flat_map(|c| [c.person, c.target]))
                .chain(*body)
                .collect(),
            Self::Visited { person, state, .. } => vec![*person, *state],
            Self::PartOf { part, whole } => vec![*part, *whole],
            Self::Links { body, target } => vec![*body, *target],
            Self::Life { body, .. } => vec![*body],
        }
    }
}
