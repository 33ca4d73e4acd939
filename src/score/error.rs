//! Why a file is of no use to the measure.

/// Why an annotation or a graph cannot be scored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ScoreError {
    /// It is no JSON, or a field is missing or of another type.
    #[error("line {line}, column {column}: {message}")]
    Syntax {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What is wrong there.
        message: String,
    },
    /// The JSON of the graph does not make a graph: a kind, an id or an end that cannot be.
    #[error("{0}")]
    Graph(String),
}

impl ScoreError {
    /// Line and column, both from 1, where the fault has a place.
    #[must_use]
    pub const fn position(&self) -> Option<(usize, usize)> {
        match self {
            Self::Syntax { line, column, .. } => Some((*line, *column)),
            Self::Graph(_) => None,
        }
    }

    /// What is wrong, without the place.
    #[must_use]
    pub fn message(&self) -> &str {
        match self {
            Self::Syntax { message, .. } | Self::Graph(message) => message,
        }
    }
}

impl From<serde_json::Error> for ScoreError {
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
