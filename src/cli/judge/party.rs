//! Whom an added fact is about: somebody of the graph, or somebody new.

use interparl::graph::RelationGraph;
use interparl::identity::Party;
use interparl::lexicon::Lexicon;
use interparl::ontology::{NodeKind, StateCode};
use interparl::query::party_of;

use super::naming::cannot;
use crate::cli::failure::Failure;
use crate::cli::naming::resolve;
use crate::cli::terminal::clean;

const NEW: &str =
    "who is not in the graph is KIND:NAME or KIND:NAME@STATE, such as \"legislator:Ilze Liepa@LV\"";

/// What may stand in a place of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    Person,
    Body,
    State,
    BodyOrState,
}

impl Wanted {
    fn takes(self, kind: NodeKind) -> bool {
        match self {
            Self::Person => kind.is_person(),
            Self::Body => kind.is_body(),
            Self::State => kind == NodeKind::State,
            Self::BodyOrState => kind.is_body() || kind == NodeKind::State,
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::Person => "a person",
            Self::Body => "a body",
            Self::State => "a state",
            Self::BodyOrState => "a body or a state",
        }
    }
}

/// The one that the words mean.
///
/// # Errors
/// Where nobody or several are called so in the graph and the words tell of no new one, and where it is not of the sort
/// that is wanted.
pub(super) fn party(graph: &RelationGraph, typed: &str, wanted: Wanted) -> Result<Party, Failure> {
    let prefix = typed.split_once(':').and_then(|(kind, name)| {
        let kind = NodeKind::from_word(kind.trim())?;
        Some((kind, name.trim()))
    });
    let (kind, party) = if let Some((kind, name)) = prefix {
        (kind, newcomer(kind, name, typed)?)
    } else {
        let node = resolve(graph, typed).map_err(with_new)?;
        let kind = graph.node(node).map_or(NodeKind::Official, |n| n.kind);
        (kind, party_of(graph, node).map_err(cannot)?)
    };
    if wanted.takes(kind) {
        Ok(party)
    } else {
        let wanted = wanted.words();
        Err(Failure::new(format!(
            "\"{typed}\" is a {kind}, and {wanted} is meant here"
        ))
        .hint(NEW))
    }
}

/// The failure with a word on those who are not in the graph.
fn with_new(failure: Failure) -> Failure {
    match failure {
        Failure::Told(mut told) => {
            let hint = told
                .hint
                .take()
                .map_or_else(String::new, |hint| format!("{hint}; "));
            told.hint = Some(format!("{hint}{NEW}"));
            Failure::Told(told)
        }
        pipe @ Failure::ClosedPipe => pipe,
    }
}

/// Somebody by name. What a table knows gets the row of the table, so that it meets what articles say of it.
fn newcomer(kind: NodeKind, name: &str, typed: &str) -> Result<Party, Failure> {
    let (name, state) = match name.rsplit_once('@') {
        None => (name, None),
        Some((name, state)) => (name.trim(), Some(code(state.trim())?)),
    };
    if clean(name).trim().is_empty() {
        return Err(Failure::new(format!("\"{typed}\" has no name")).hint(NEW));
    }
    let (row, state) = match kind {
        NodeKind::State => {
            let code = code(name)?;
            let known = Lexicon::builtin().state(code);
            let name = known.map_or_else(|| code.to_string(), |state| state.name.clone());
            return Ok(Party::Named {
                kind,
                name,
                row: Some(code.to_string()),
                state: None,
            });
        }
        NodeKind::Chamber | NodeKind::Parliament => (row("chambers.tsv", name, state), state),
        NodeKind::Assembly => (row("assemblies.tsv", name, None), state),
        NodeKind::Legislator | NodeKind::Official | NodeKind::Commission => (None, state),
    };
    let of_row = row.as_deref().and_then(|row| {
        let folder = row.split_once('/')?.0.to_uppercase();
        StateCode::parse(&folder)
    });
    Ok(Party::Named {
        kind,
        name: name.to_owned(),
        row,
        state: state.or(of_row),
    })
}

/// The one row of a table that knows a name, of a state where that is given.
fn row(table: &str, name: &str, state: Option<StateCode>) -> Option<String> {
    let known = Lexicon::builtin().lookup(name).into_iter();
    let of_state = |row: &str| {
        state.is_none_or(|code| row.starts_with(&format!("{}/", code.as_str().to_lowercase())))
    };
    let rows = known.filter(|k| k.table == table && of_state(&k.row));
    let mut rows: Vec<String> = rows.map(|k| k.row).collect();
    rows.dedup();
    match rows.as_slice() {
        [one] => Some(one.clone()),
        _ => None,
    }
}

/// The code that a word is, or the code of the state of that name.
fn code(word: &str) -> Result<StateCode, Failure> {
    let code = StateCode::parse(&word.to_uppercase());
    if let Some(code) = code.filter(|code| Lexicon::builtin().state(*code).is_some()) {
        return Ok(code);
    }
    let row = row("states.tsv", word, None);
    row.and_then(|row| StateCode::parse(&row)).ok_or_else(|| {
        Failure::new(format!("\"{word}\" is not a state"))
            .hint("a state is a code of two letters, such as EE, or its English name")
    })
}
