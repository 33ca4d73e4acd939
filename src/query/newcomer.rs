//! Somebody who is not in the graph, as one whom a new fact is about.

use crate::identity::{Party, clean};
use crate::lexicon::Lexicon;
use crate::ontology::{NodeKind, StateCode};

/// Why a name tells of nobody.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoNewcomer {
    /// It is empty.
    #[error("a name is missing")]
    NoName,
    /// What should be a state is neither the code nor the name of one.
    #[error("\"{0}\" is not a state")]
    NoState(String),
}

/// Somebody by name, with the code or the English name of the state that a person acts for or a body belongs to. What a table
/// knows gets the row of the table, so that it meets what articles say of it.
///
/// # Errors
/// [`NoNewcomer`] says why the words tell of nobody.
///
/// ```
/// use interparl::ontology::NodeKind;
/// use interparl::query::newcomer;
/// assert!(newcomer(NodeKind::Legislator, "Ilze Liepa", Some("Latvia")).is_ok());
/// assert_eq!(
///     newcomer(NodeKind::Official, "Ilze\n \u{202e}Liepa ", None),
///     newcomer(NodeKind::Official, "Ilze Liepa", None)
/// );
/// assert!(newcomer(NodeKind::State, "Atlantis", None).is_err());
/// ```
pub fn newcomer(kind: NodeKind, name: &str, state: Option<&str>) -> Result<Party, NoNewcomer> {
    // What is not seen would make another person of the same name.
    let name = clean(name);
    let name = name.as_str();
    if name.is_empty() {
        return Err(NoNewcomer::NoName);
    }
    let state = state.map(|state| code(state.trim())).transpose()?;
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
fn code(word: &str) -> Result<StateCode, NoNewcomer> {
    let code = StateCode::parse(&word.to_uppercase());
    if let Some(code) = code.filter(|code| Lexicon::builtin().state(*code).is_some()) {
        return Ok(code);
    }
    let row = row("states.tsv", word, None);
    row.and_then(|row| StateCode::parse(&row))
        .ok_or_else(|| NoNewcomer::NoState(word.to_owned()))
}
