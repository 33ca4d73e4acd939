//! What the matcher says.

use std::fmt;

/// Whether two names are of one bearer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// They are.
    Same,
    /// They are not.
    Different,
    /// The names alone do not tell: a bare surname, an initial, a father's name before the son's.
    Unsure,
}

impl Verdict {
    /// From this score on two names are of one bearer, in thousandths.
    pub(in crate::identity) const LEAST_SAME: u32 = 700;

    /// Below this score they are of two.
    pub(super) const LEAST_UNSURE: u32 = 450;

    /// The word for it: `same`, `different` or `unsure`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
            Self::Unsure => "unsure",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How alike two names are, and what follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Match {
    thousandths: u32,
}

impl Match {
    pub(super) fn of(thousandths: u32) -> Self {
        Self {
            thousandths: thousandths.min(1000),
        }
    }

    /// The score in thousandths, at most 1000. The verdict follows from it: 700 and more is the same, less than 450 is
    /// different.
    #[must_use]
    pub const fn thousandths(self) -> u32 {
        self.thousandths
    }

    /// What follows from the score.
    #[must_use]
    pub const fn verdict(self) -> Verdict {
        match self.thousandths {
            Verdict::LEAST_SAME.. => Verdict::Same,
            Verdict::LEAST_UNSURE.. => Verdict::Unsure,
            _ => Verdict::Different,
        }
    }
}

/// The score as a share of 1 with three decimals, as in `0.987`.
impl fmt::Display for Match {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.thousandths / 1000, self.thousandths % 1000);
        write!(f, "{whole}.{rest:03}")
    }
}

/// Why a score is what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Words that are the same but for their spelling.
    Alike {
        /// The word or words of the first name.
        one: String,
        /// The word or words of the second.
        other: String,
        /// How alike they are, in thousandths.
        likeness: u32,
        /// Whether one is the first letter of the other.
        initial: bool,
    },
    /// A word that only one of the names has.
    Alone {
        /// Which name, 1 or 2.
        side: u8,
        /// The word.
        word: String,
    },
    /// Something that keeps the score low.
    AtMost {
        /// The highest score that it leaves, in thousandths.
        limit: u32,
        /// What it is.
        why: &'static str,
    },
    /// What made the score of two names of bodies.
    Decided {
        /// The score, in thousandths.
        score: u32,
        /// What made it.
        why: &'static str,
    },
    /// What the tables say of one of the names of bodies.
    Means {
        /// Which name, 1 or 2.
        side: u8,
        /// What it means.
        what: String,
    },
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Alike {
                one,
                other,
                initial: true,
                ..
            } => write!(
                f,
                "\"{one}\" may be an initial of the same name as \"{other}\""
            ),
            Self::Alike {
                one,
                other,
                likeness,
                ..
            } => write!(f, "\"{one}\" is like \"{other}\": {}", Match::of(*likeness)),
            Self::Alone { side, word } => write!(f, "only name {side} has \"{word}\""),
            Self::AtMost { limit, why } => write!(f, "at most {}: {why}", Match::of(*limit)),
            Self::Decided { score, why } => write!(f, "{}: {why}", Match::of(*score)),
            Self::Means { side, what } => write!(f, "name {side} means {what}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_verdict_follows_from_the_score() {
        for (thousandths, score, verdict) in [
            (0, "0.000", Verdict::Different),
            (449, "0.449", Verdict::Different),
            (450, "0.450", Verdict::Unsure),
            (699, "0.699", Verdict::Unsure),
            (700, "0.700", Verdict::Same),
            (5000, "1.000", Verdict::Same),
        ] {
            let found = Match::of(thousandths);
            assert_eq!(
                (found.to_string().as_str(), found.verdict()),
                (score, verdict)
            );
        }
    }
}
