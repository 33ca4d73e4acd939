//! Why bytes are not a graph.

use super::SCHEMA;
use crate::graph::GraphError;

/// Why bytes are not a graph.
#[derive(Debug, thiserror::Error)]
pub enum JsonError {
    /// Not JSON, or not of the form.
    #[error("line {line}, column {column}: {message}")]
    Syntax {
        /// The line, from 1.
        line: usize,
        /// The column in bytes, from 1; 0 where the line ended too early.
        column: usize,
        /// What is wrong.
        message: String,
    },
    /// JSON, but not a graph that interparl wrote.
    #[error("not a graph of interparl: \"graph.schema\" is missing")]
    NoSchema,
    /// Written by a newer interparl.
    #[error("this graph has schema {found}; this interparl reads up to {SCHEMA}")]
    Newer {
        /// The schema of the graph.
        found: u32,
    },
    /// The edges have no direction, so that nobody can say who holds which office.
    #[error("the graph is not directed")]
    Undirected,
    /// Something that its kind asks for is not there.
    #[error("{what} has no \"{field}\"")]
    Missing {
        /// The edge or the evidence.
        what: String,
        /// The field.
        field: &'static str,
    },
    /// An id that nothing has.
    #[error("{what} points at \"{id}\", which is not among the {among}")]
    Dangling {
        /// The edge or meeting.
        what: String,
        /// The id.
        id: String,
        /// Nodes, meetings or documents.
        among: &'static str,
    },
    /// Two meetings or documents of one id.
    #[error("the {what} \"{id}\" is there twice")]
    Duplicate {
        /// Meeting or document.
        what: &'static str,
        /// The id.
        id: String,
    },
    /// Two nodes of one id, or two edges of one pair and key.
    #[error(transparent)]
    Graph(#[from] GraphError),
}

impl JsonError {
    /// Line and column, both from 1, where the fault has a place.
    #[must_use]
    pub const fn position(&self) -> Option<(usize, usize)> {
        match self {
            Self::Syntax { line, column, .. } => Some((*line, *column)),
            Self::NoSchema
            | Self::Newer { .. }
            | Self::Undirected
            | Self::Missing { .. }
            | Self::Dangling { .. }
            | Self::Duplicate { .. }
            | Self::Graph(_) => None,
        }
    }

    /// Whether the bytes end in the middle of something, as those of a file do of which only a part was copied.
    #[must_use]
    pub fn is_cut_off(&self) -> bool {
        matches!(self, Self::Syntax { message, .. } if message.starts_with("EOF "))
    }

    /// What is wrong, without the place.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::Syntax { message, .. } => message.clone(),
            Self::NoSchema
            | Self::Newer { .. }
            | Self::Undirected
            | Self::Missing { .. }
            | Self::Dangling { .. }
            | Self::Duplicate { .. }
            | Self::Graph(_) => self.to_string(),
        }
    }
}

impl From<serde_json::Error> for JsonError {
    fn from(error: serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let whole = error.to_string();
        let place = format!(" at line {line} column {column}");
        Self::Syntax {
            line,
            column,
            message: whole.strip_suffix(&place).unwrap_or(&whole).to_owned(),
        }
    }
}
