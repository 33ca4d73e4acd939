//! What one or several articles tell of a meeting in the same way, and whether two such tellings can be of one meeting.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Telling;
use crate::ontology::MeetingKind;
use crate::text::PartialDate;

/// What has to agree for two claims to tell of one meeting without a second thought.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(in crate::identity) struct MeetingKey {
    pub(in crate::identity) date: Option<PartialDate>,
    pub(in crate::identity) kind: MeetingKind,
    /// The people by side, as places among the clusters; both levels sorted, without empty sides and repeats.
    pub(in crate::identity) sides: Vec<Vec<usize>>,
    pub(in crate::identity) body: Option<usize>,
    /// The claim itself, where it says too little to be the same as any other.
    pub(in crate::identity) alone: Option<Telling>,
}

/// A key with the claims that have it.
#[derive(Debug, Clone)]
pub(in crate::identity) struct Node {
    pub(in crate::identity) key: MeetingKey,
    pub(in crate::identity) tellings: Vec<Telling>,
    /// The number of the session, where the claims give one.
    pub(in crate::identity) session: Option<u32>,
    /// The place, where all claims that give one give the same.
    pub(in crate::identity) place: Option<String>,
    /// Whether the day is that of the articles themselves: they say "today", which is tomorrow elsewhere.
    pub(in crate::identity) today: bool,
}

impl Node {
    pub(super) fn people(&self) -> BTreeSet<usize> {
        self.key.sides.iter().flatten().copied().collect()
    }

    fn readings(&self) -> BTreeSet<usize> {
        self.tellings.iter().map(|t| t.reading).collect()
    }

    /// Whether one article tells of both, and so of two meetings.
    pub(super) fn shares_article_with(&self, other: &Self) -> bool {
        !self.readings().is_disjoint(&other.readings())
    }

    /// Whether both can be of one meeting, their days apart.
    ///
    /// Kinds are the same, but a session of a body may be called a conference. The bodies are the same, or one names
    /// none. The people stand on like sides: on both sides somebody is in both. Where it is not told who stands on which
    /// side, or who else was there, one has all the people of the other; at a session of one body that many attend it
    /// is enough that the body is the same.
    pub(super) fn agrees_with(&self, other: &Self) -> bool {
        let (one, two) = (&self.key, &other.key);
        let same_body = one.body.is_some() && one.body == two.body;
        let gatherings = |kind| matches!(kind, MeetingKind::Session | MeetingKind::Conference);
        let kinds =
            one.kind == two.kind || (same_body && gatherings(one.kind) && gatherings(two.kind));
        let bodies = same_body || one.body.is_none() || two.body.is_none();
        let numbers =
            self.session.is_none() || other.session.is_none() || self.session == other.session;
        if !kinds || !bodies || !numbers {
            return false;
        }
        if same_body && gatherings(one.kind) && (one.sides.len() > 2 || two.sides.len() > 2) {
            return true;
        }
        let (mine, theirs) = (self.people(), other.people());
        if mine.is_empty() || theirs.is_empty() {
            return same_body;
        }
        if one.sides.len() == 2 && two.sides.len() == 2 {
            return Turn::between(&one.sides, &two.sides).is_some();
        }
        mine.is_subset(&theirs) || theirs.is_subset(&mine)
    }

    /// Whether everything but the day is exactly the same, and one of the days is only that of its article.
    pub(super) fn is_twin_of(&self, other: &Self) -> bool {
        let (one, two) = (&self.key, &other.key);
        (one.kind, &one.sides, one.body) == (two.kind, &two.sides, two.body)
            && (self.session, &self.place) == (other.session, &other.place)
            && (self.today || other.today)
            && one.alone.is_none()
            && two.alone.is_none()
    }
}

/// How the two sides of one telling stand to those of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    Straight,
    Crossed,
}

impl Turn {
    /// The way in which somebody is in both on either side, and nobody has changed sides.
    pub(super) fn between(one: &[Vec<usize>], other: &[Vec<usize>]) -> Option<Self> {
        let ([a, b], [c, d]) = (one, other) else {
            return None;
        };
        let meet = |x: &Vec<usize>, y: &Vec<usize>| x.iter().any(|person| y.contains(person));
        let straight = meet(a, c) && meet(b, d);
        let crossed = meet(a, d) && meet(b, c);
        match (straight, crossed) {
            (true, false) if !meet(a, d) && !meet(b, c) => Some(Self::Straight),
            (false, true) if !meet(a, c) && !meet(b, d) => Some(Self::Crossed),
            _ => None,
        }
    }
}
