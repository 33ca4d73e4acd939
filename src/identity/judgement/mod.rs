//! Judgements: what people say of what the program read.
//!
//! A person may say that two mentions are [one](Opinion::Same) or [not one](Opinion::Different), that a claim of an article
//! is [wrong](Opinion::Wrong), that something [holds](Opinion::Fact) though no article was read to say so, and that an
//! earlier judgement is [undone](Opinion::Undo). A judgement points at words of a text (the text's hash and code points)
//! and never at a node, so that it outlives ids, re-readings and new articles. `docs/judgements.md` tells the form of the
//! lines.
//!
//! A [`Judgements`] is a set: it has no order and no repeats. [`judge`] brings it to the readings: wrong claims are left out
//! of a copy of them, added facts become readings of their own, and the pairs become a [`Guide`] that joins and parts what the program has
//! grouped (`parting.rs`). This module never reads a file and never changes the claims that an article made.

mod added;
mod chain;
mod check;
mod error;
mod fact;
mod finding;
mod guide;
mod id;
mod line;
mod locate;
mod parting;
mod pointer;
mod saying;
mod set;
mod siding;
mod strike;
mod traits;
mod unit;
mod voided;
mod wrong;

pub use added::AddedFact;
pub use error::{JudgementError, LineFault, LinesError};
pub use fact::{Fact, FactPlace, Statement, is_named_twice};
pub use finding::{JudgementFinding, NoEffect};
pub use guide::{Guide, Judged, judge};
pub use id::JudgementId;
pub use pointer::{EntityRef, MentionRef, Party};
pub use saying::{Contrary, Saying, Standing};
pub use set::Judgements;
pub use voided::Voided;
pub use wrong::{WrongClaim, WrongPart};

use jiff::civil::Date;

/// One judgement, and what its author wrote beside it.
///
/// ```
/// use interparl::identity::Judgement;
///
/// let line = r#"{"judgement":"same","a":{"sha256":"0a","start":7,"end":16,"name":"Anna Lee"},"b":{"sha256":"0b","start":0,"end":8,"name":"Anna Leigh"},"by":"desk"}"#;
/// let judgement = Judgement::parse(line)?;
/// assert_eq!(judgement.to_line(), line);
/// assert_eq!(judgement.by.as_deref(), Some("desk"));
/// # Ok::<(), interparl::identity::JudgementError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Judgement {
    /// What is judged.
    pub says: Opinion,
    /// Who judged, as the author wished to be called.
    pub by: Option<String>,
    /// Why, in free words.
    pub note: Option<String>,
    /// The day that the author gives for the judgement; no clock is asked.
    pub on: Option<Date>,
}

/// What a judgement says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Opinion {
    /// Both mentions are of one person or body.
    Same(MentionRef, MentionRef),
    /// The mentions are of two.
    Different(MentionRef, MentionRef),
    /// An article claims this, and it is false.
    Wrong(WrongClaim),
    /// This holds, whatever the articles say.
    Fact(Fact),
    /// Another judgement no longer counts.
    Undo(JudgementId),
}

impl Opinion {
    /// The word that a line has for it: `same`, `different`, `wrong`, `fact` or `undo`.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Same(..) => "same",
            Self::Different(..) => "different",
            Self::Wrong(_) => "wrong",
            Self::Fact(_) => "fact",
            Self::Undo(_) => "undo",
        }
    }
}

impl Judgement {
    /// A judgement without author, note and day.
    ///
    /// Of a pair the smaller mention comes first, so that "a is b" and "b is a" are one judgement.
    #[must_use]
    pub fn of(says: Opinion) -> Self {
        Self {
            says: says.in_order(),
            by: None,
            note: None,
            on: None,
        }
    }

    /// Whether its line can be read again. One that cannot would keep all the others beside it from being read too, so whoever
    /// keeps judgements asks before.
    ///
    /// ```
    /// use interparl::identity::{Judgement, MentionRef, Opinion};
    ///
    /// let place = |start, end| MentionRef { sha256: "0a".to_owned(), start, end, name: String::new() };
    /// assert!(Judgement::of(Opinion::Same(place(0, 4), place(9, 12))).can_be_read());
    /// assert!(!Judgement::of(Opinion::Same(place(0, 4), place(9, 9))).can_be_read());
    /// ```
    #[must_use]
    pub fn can_be_read(&self) -> bool {
        Self::parse(&self.to_line()).is_ok()
    }

    /// The id: a short hash of what is judged. Who says it, why, when, and the names that stand beside places in a text
    /// for people to read do not matter, so that mending a note makes no other judgement of it.
    ///
    /// ```
    /// use interparl::identity::Judgement;
    ///
    /// let parse = |line: &str| Judgement::parse(line);
    /// let one = parse(r#"{"judgement":"same","a":{"sha256":"0a","start":7,"end":16},"b":{"sha256":"0b","start":0,"end":8}}"#)?;
    /// let other = parse(r#"{"judgement":"same","a":{"sha256":"0b","start":0,"end":8,"name":"A. Lee"},"b":{"sha256":"0a","start":7,"end":16},"note":"same voice"}"#)?;
    /// assert_eq!(one.id(), other.id());
    /// # Ok::<(), interparl::identity::JudgementError>(())
    /// ```
    #[must_use]
    pub fn id(&self) -> JudgementId {
        JudgementId::of(&Self::of(self.says.nameless()).to_line())
    }
}

impl Opinion {
    /// The same, with what has no order of its own in a fixed one.
    fn in_order(self) -> Self {
        match self {
            Self::Same(a, b) if b < a => Self::Same(b, a),
            Self::Different(a, b) if b < a => Self::Different(b, a),
            Self::Wrong(mut wrong) => {
                wrong.part.sort();
                Self::Wrong(wrong)
            }
            Self::Fact(mut fact) => {
                fact.says.sort();
                Self::Fact(fact)
            }
            other => other,
        }
    }

    /// The same without the names that only remind.
    fn nameless(&self) -> Self {
        let mut says = self.clone();
        match &mut says {
            Self::Same(a, b) | Self::Different(a, b) => {
                a.forget_name();
                b.forget_name();
            }
            Self::Wrong(wrong) => {
                let entities = wrong.part.entities_mut();
                entities.into_iter().for_each(EntityRef::forget_name);
            }
            Self::Fact(fact) => {
                let parties = fact.says.parties_mut();
                parties.into_iter().for_each(Party::forget_name);
            }
            Self::Undo(_) => {}
        }
        says
    }
}
