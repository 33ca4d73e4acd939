//! What speaks for or against two nodes being one.

use super::answer::Brief;
use crate::identity::Match;
use crate::ontology::{Office, StateCode};

/// What speaks for or against a pair beside its names, in thousandths of a sure name.
const STATE: i32 = 150;
const OTHER_STATE: i32 = -400;
const OFFICE: i32 = 250;
const BODY: i32 = 100;
const NEIGHBOUR: i32 = 50;
const NEIGHBOURS: usize = 4;
const ONE_ARTICLE: i32 = -300;

/// Something that speaks for or against two nodes being one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clue {
    /// The names that are most alike, and how much.
    Names {
        /// The name of the one.
        one: String,
        /// The name of the other.
        other: String,
        /// How alike.
        alike: Match,
    },
    /// Both are of one state.
    State(StateCode),
    /// They are of two states.
    States(StateCode, StateCode),
    /// Both hold the same office in the same body.
    Office(Office, Brief),
    /// Both belong to, tie or have an office in the same body.
    Body(Brief),
    /// Both met these, or were met by them.
    Neighbours(Vec<Brief>),
    /// One article names both, as if they were two.
    OneArticle {
        /// The document's id.
        document: String,
    },
}

impl Clue {
    /// How much it adds to the score; negative where it speaks against.
    #[must_use]
    pub fn weight(&self) -> i32 {
        match self {
            Self::Names { alike, .. } => i32::try_from(alike.thousandths()).unwrap_or(0),
            Self::State(_) => STATE,
            Self::States(..) => OTHER_STATE,
            Self::Office(..) => OFFICE,
            Self::Body(_) => BODY,
            Self::Neighbours(all) => {
                NEIGHBOUR * i32::try_from(all.len().min(NEIGHBOURS)).unwrap_or(0)
            }
            Self::OneArticle { .. } => ONE_ARTICLE,
        }
    }
}
