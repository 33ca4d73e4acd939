//! Why a line is not a judgement.

use std::fmt;

use crate::ontology::NodeKind;

/// The fields that a line may have, for people who mistyped one.
const FIELDS: &str =
    "a judgement has the fields that docs/judgements.md tells; free words go into \"note\"";

/// Why a line is not a judgement.
#[derive(Debug, thiserror::Error)]
pub enum JudgementError {
    /// Not JSON, or with a field that no judgement has.
    #[error("{message}")]
    Form {
        /// What is wrong.
        message: String,
        /// The column in bytes, from 1, where it is known.
        column: Option<usize>,
    },
    /// A field that its sort of judgement needs is not there.
    #[error("a \"{judgement}\" needs \"{field}\"")]
    Missing {
        /// The word of the judgement.
        judgement: &'static str,
        /// The field.
        field: &'static str,
    },
    /// A field of another sort of judgement.
    #[error("a \"{judgement}\" has no \"{field}\"")]
    Misplaced {
        /// The word of the judgement.
        judgement: &'static str,
        /// The field.
        field: &'static str,
    },
    /// A hash that no text has.
    #[error("\"{sha256}\" is not the hash of a text: 64 digits, 0 to 9 and a to f")]
    NoHash {
        /// What stands there.
        sha256: String,
    },
    /// A row that no table can have.
    #[error("no table has the row \"{row}\" of a {kind}")]
    NoRow {
        /// What it would be.
        kind: NodeKind,
        /// What stands there.
        row: String,
    },
    /// A state that there is not.
    #[error("there is no state \"{code}\"")]
    NoState {
        /// What stands there.
        code: String,
    },
    /// A party of a fact that cannot stand where it does.
    #[error("a {kind} cannot be the \"{field}\" of a fact")]
    Kind {
        /// Where it stands.
        field: &'static str,
        /// What it is said to be.
        kind: NodeKind,
    },
    /// Both mentions of a pair are one.
    #[error("both mentions of the \"{judgement}\" are the same")]
    Alone {
        /// The word of the judgement.
        judgement: &'static str,
    },
}

impl JudgementError {
    /// What to do about it.
    #[must_use]
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Form { .. } | Self::Misplaced { .. } => FIELDS,
            Self::Kind { .. } => {
                "a person holds an office, meets and visits; a body sits, is part of another or ties; a state is visited"
            }
            Self::NoHash { .. } => {
                "take the \"sha256\" of the document from the graph; interparl same and the like write whole lines"
            }
            Self::NoRow { .. } => {
                "a house is CODE/WORDS, such as ee/riigikogu; interparl lexicon NAME shows the rows"
            }
            Self::NoState { .. } => {
                "a state is a code of two letters, such as EE; interparl lexicon NAME shows it"
            }
            Self::Missing { .. } => "docs/judgements.md shows a whole line of each sort",
            Self::Alone { .. } => "name the two places that are meant",
        }
    }
}

impl From<serde_json::Error> for JudgementError {
    fn from(error: serde_json::Error) -> Self {
        let column = error.column();
        let whole = error.to_string();
        let message = whole.split(" at line ").next().unwrap_or_default();
        Self::Form {
            message: message.to_owned(),
            // What is checked after the parsing has no place.
            column: (column > 0).then_some(column),
        }
    }
}

/// A line that is not a judgement.
#[derive(Debug)]
pub struct LineFault {
    /// The line, from 1.
    pub line: usize,
    /// Why it is none.
    pub error: JudgementError,
}

/// The lines of a text that are no judgements. There is at least one.
#[derive(Debug)]
pub struct LinesError {
    /// What the text is called: a file's name.
    pub name: String,
    /// The faults, in the order of the lines.
    pub faults: Vec<LineFault>,
}

impl LinesError {
    /// The faults as `name:line:column: what`, each with what to do about it.
    pub fn messages(&self) -> impl Iterator<Item = (String, &'static str)> {
        self.faults.iter().map(|fault| {
            let column = match &fault.error {
                JudgementError::Form {
                    column: Some(column),
                    ..
                } => format!(":{column}"),
                _ => String::new(),
            };
            let Self { name, .. } = self;
            let message = format!("{name}:{}{column}: {}", fault.line, fault.error);
            (message, fault.error.hint())
        })
    }
}

impl fmt::Display for LinesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let first = self.messages().next().map(|(message, _)| message);
        f.write_str(&first.unwrap_or_default())?;
        match self.faults.len() {
            0 | 1 => Ok(()),
            n => write!(f, " (and {} more lines)", n - 1),
        }
    }
}

impl std::error::Error for LinesError {}
