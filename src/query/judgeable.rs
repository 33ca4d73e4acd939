//! Whether what a person is about to say would have an effect: looked at before it is kept.

use std::collections::BTreeSet;

use crate::graph::{Meeting, NodeRef, RelationGraph};
use crate::identity::{MentionRef, Opinion};
use crate::ontology::{MeetingKind, NodeKind};

/// A node and a mention of it, as one side of a pair that is judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meant {
    /// The node.
    pub node: NodeRef,
    /// Words that stand for it.
    pub mention: MentionRef,
    /// Whether just this mention is meant, and not the node wherever it is named.
    pub exact: bool,
}

/// Why to judge a pair would have no effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IdlePair {
    /// Both are one node, and it is not said which mentions of it are meant.
    #[error("both are one node of the graph already")]
    OneNode,
    /// Both are the same words of one article.
    #[error("both are the same words of one article")]
    SameWords,
    /// One is a person and the other a body, or one is a state.
    #[error("a {0} and a {1} are never one")]
    Unlike(NodeKind, NodeKind),
}

/// Looks whether a judgement on a pair would have an effect.
///
/// # Errors
/// [`IdlePair`] says why it would have none.
pub fn check_pair(graph: &RelationGraph, a: &Meant, b: &Meant) -> Result<(), IdlePair> {
    if a.node == b.node && !(a.exact && b.exact) {
        return Err(IdlePair::OneNode);
    }
    if a.mention == b.mention {
        return Err(IdlePair::SameWords);
    }
    let kind = |meant: &Meant| graph.node(meant.node).map(|node| node.kind);
    if let (Some(one), Some(other)) = (kind(a), kind(b)) {
        let people = one.is_person() && other.is_person();
        let bodies = one.is_body() && other.is_body();
        if !people && !bodies {
            return Err(IdlePair::Unlike(one, other));
        }
    }
    Ok(())
}

/// Why it cannot be said of a person that he or she was not at a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IdleGuest {
    /// The person is not among those of the meeting.
    #[error("the person is not among those of the meeting")]
    NotThere,
    /// It is of talks, and nobody would be left to talk with.
    #[error("nobody would be left to talk with")]
    NobodyLeft,
}

/// Looks whether it can be said of a person that he or she was not at a meeting.
///
/// # Errors
/// [`IdleGuest`] says why it cannot.
pub fn check_guest(
    graph: &RelationGraph,
    meeting: &Meeting,
    person: NodeRef,
) -> Result<(), IdleGuest> {
    let id = graph.node(person).map_or("", |node| node.id.as_str());
    let mut people = meeting.sides.iter().flatten();
    if !people.any(|known| known == id) {
        return Err(IdleGuest::NotThere);
    }
    let talks = matches!(meeting.kind, MeetingKind::Bilateral | MeetingKind::Call);
    if talks && meeting.sides.iter().flatten().count() <= 2 {
        return Err(IdleGuest::NobodyLeft);
    }
    Ok(())
}

/// Of opinions on what articles claim, those on these texts, which are named by their hashes.
#[must_use]
pub fn of_texts(opinions: Vec<Opinion>, texts: &BTreeSet<&str>) -> Vec<Opinion> {
    let of_these = |opinion: &Opinion| match opinion {
        Opinion::Wrong(wrong) => texts.contains(wrong.sha256.as_str()),
        _ => false,
    };
    opinions.into_iter().filter(of_these).collect()
}
