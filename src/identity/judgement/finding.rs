//! Judgements that have no effect, or not the one that was meant.

use std::fmt;

use super::JudgementId;
use crate::identity::name::clean;

/// A judgement that has no effect, and why.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct JudgementFinding {
    /// The judgement.
    pub judgement: JudgementId,
    /// Its word: `same`, `different`, `wrong`, `fact` or `undo`.
    pub word: &'static str,
    /// Why it has no effect.
    pub why: NoEffect,
}

/// Why a judgement has no effect.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoEffect {
    /// It points at a text that is not among the readings.
    NoText {
        /// The name that reminds of what is meant.
        name: String,
    },
    /// The reading of the text has nobody and nothing for the words.
    NoEntity {
        /// The name that reminds of what is meant.
        name: String,
    },
    /// A `wrong` of what the text does not claim, or claims no longer as it is read today.
    NoClaim,
    /// A `same` or `different` of two that never are one, such as a person and a chamber, or of states.
    Unlike,
    /// A `different` of two mentions that the article itself takes for one.
    OneEntity,
    /// A `same` that is contradicted by this `different`, which counts.
    Contradicted {
        /// The `different`.
        by: JudgementId,
    },
    /// An `undo` of a judgement that is not there.
    NothingToUndo {
        /// What it would undo.
        of: JudgementId,
    },
}

impl fmt::Display for JudgementFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            judgement,
            word,
            why,
        } = self;
        write!(f, "judgement {judgement} (\"{word}\") has no effect: {why}")
    }
}

impl fmt::Display for NoEffect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoText { name } if name.is_empty() => {
                f.write_str("its text is not among those that speak")
            }
            Self::NoText { name } => write!(
                f,
                "the text that names \"{}\" is not among those that speak",
                clean(name)
            ),
            Self::NoEntity { name } => write!(
                f,
                "the reading of the text has nobody and nothing at the words for \"{}\"",
                clean(name)
            ),
            Self::NoClaim => f.write_str("the text, as it is read today, does not claim it"),
            Self::Unlike => {
                f.write_str("it takes two people or two bodies; a state is told by its code")
            }
            Self::OneEntity => {
                f.write_str("both mentions are one in their article, and a reading is never parted")
            }
            Self::Contradicted { by } => {
                write!(
                    f,
                    "judgement {by} (\"different\") contradicts it and counts"
                )
            }
            Self::NothingToUndo { of } => write!(f, "there is no judgement {of}"),
        }
    }
}
