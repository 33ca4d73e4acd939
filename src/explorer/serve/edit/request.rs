//! What can be asked of those who keep judgements, as JSON.

use axum::http::StatusCode;
use jiff::civil::Date;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::fact::Added;
use crate::explorer::serve::answer::Refusal;

/// What a name of an author may have at most, in bytes.
const LONGEST_NAME: usize = 200;
/// What a note may have at most, in bytes.
const LONGEST_NOTE: usize = 2_000;

/// Who says something, why and when, as far as they wish to tell.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Signature {
    pub(super) by: Option<String>,
    pub(super) note: Option<String>,
    pub(super) on: Option<Date>,
}

/// One side of a pair: a node, or a mention of it in one article.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Side {
    /// The id of the node, or a name that only it has.
    pub(super) node: String,
    /// The id of the article.
    pub(super) document: Option<String>,
    /// Which mention in the article, by its first code point; the first one if not said.
    pub(super) start: Option<usize>,
}

/// That two are one, or not.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pair {
    pub(super) a: Side,
    pub(super) b: Side,
    #[serde(default)]
    pub(super) signed: Signature,
}

/// That what articles claim is wrong.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wrong {
    /// The edge, if it is one.
    pub(super) edge: Option<Edge>,
    /// The id of the meeting, if it is one.
    pub(super) meeting: Option<String>,
    /// Who was not at the meeting; all of it is wrong if not said.
    pub(super) person: Option<String>,
    /// The articles that are wrong, by their ids; all that claim it if none is said.
    #[serde(default)]
    pub(super) documents: Vec<String>,
    #[serde(default)]
    pub(super) signed: Signature,
}

/// An edge of the graph.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Edge {
    /// The id of the node at which it begins.
    pub(super) source: String,
    /// The id of the node at which it ends.
    pub(super) target: String,
    /// Its key.
    pub(super) key: String,
}

/// That a judgement no longer counts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Undo {
    /// The id of the judgement.
    pub(super) id: String,
    #[serde(default)]
    pub(super) signed: Signature,
}

/// What is said.
#[derive(Debug)]
pub(super) enum Said {
    Same(Pair),
    Different(Pair),
    Wrong(Wrong),
    Fact(Added),
    Undo(Undo),
}

impl Said {
    /// Reads what is said of a sort.
    pub(super) fn parse(word: &str, body: &[u8]) -> Result<Self, Refusal> {
        let said = match word {
            "same" => Self::Same(json(body)?),
            "different" => Self::Different(json(body)?),
            "wrong" => Self::Wrong(json(body)?),
            "fact" => Self::Fact(json(body)?),
            "undo" => Self::Undo(json(body)?),
            _ => {
                let why = "a judgement is same, different, wrong, fact or undo";
                return Err(Refusal::new(StatusCode::NOT_FOUND, "not_found", why));
            }
        };
        let Signature { by, note, .. } = said.signed();
        if by.as_ref().is_some_and(|by| by.len() > LONGEST_NAME) {
            return Err(Refusal::bad(format!(
                "the name of an author has at most {LONGEST_NAME} bytes"
            )));
        }
        if note.as_ref().is_some_and(|note| note.len() > LONGEST_NOTE) {
            return Err(Refusal::bad(format!(
                "a note has at most {LONGEST_NOTE} bytes"
            )));
        }
        Ok(said)
    }

    /// Who says it.
    pub(super) const fn signed(&self) -> &Signature {
        match self {
            Self::Same(pair) | Self::Different(pair) => &pair.signed,
            Self::Wrong(wrong) => &wrong.signed,
            Self::Fact(added) => &added.signed,
            Self::Undo(undo) => &undo.signed,
        }
    }
}

/// A body as JSON of a form.
pub(super) fn json<T: DeserializeOwned>(body: &[u8]) -> Result<T, Refusal> {
    serde_json::from_slice(body)
        .map_err(|error| Refusal::bad(format!("the body is not what is asked for: {error}")))
}
