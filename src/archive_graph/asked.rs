//! What a stored graph has for a question.

use crate::graph::RelationGraph;

/// What a stored graph has for a question.
#[derive(Debug, Clone)]
pub enum Asked<T> {
    /// All that the question needs.
    Part(T),
    /// The question is about one of several nodes, and does not say which.
    Several(Box<Several>),
    /// Only all of the graph can tell, or the stored graph is old.
    Whole,
}

impl<T> Asked<T> {
    /// What the question needs, where that is a part.
    pub fn part(self) -> Option<T> {
        match self {
            Self::Part(part) => Some(part),
            Self::Several(_) | Self::Whole => None,
        }
    }
}

/// Many nodes that a name may mean.
#[derive(Debug, Clone)]
pub struct Several {
    /// The name.
    pub typed: String,
    /// How many they are.
    pub count: usize,
    /// The first of them in the order of [`crate::query::Lookup::Several`], by id.
    pub first: Vec<String>,
    /// A graph that has these.
    pub graph: RelationGraph,
}
