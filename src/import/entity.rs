//! Who and what there is, from the rows of nodes.

use super::problem::{Losses, Problem};
use super::row::Row;
use super::value::{known, state, word};
use crate::claim::{Entity, Form};
use crate::identity::fold_body;
use crate::lexicon::Lexicon;
use crate::ontology::{BodyForm, NodeKind, StateCode};

/// The id of a node, and what it is.
///
/// # Errors
/// Where the id or the kind is missing, and where the kind is none, or the code of a state. An unknown form is told, and left
/// out alone.
pub(super) fn of_row<'r>(row: &'r Row, losses: &mut Losses) -> Result<(&'r str, Entity), Problem> {
    let id = row.need("id")?;
    let kind = word(row, "kind", NodeKind::ALL, NodeKind::as_str)?;
    let name = row.get("name").unwrap_or(id);
    let form = known(row, "form", BodyForm::ALL, BodyForm::as_str);
    let form = form.unwrap_or_else(|why| {
        losses.leave_out(row, why);
        None
    });
    let code = row.get("code").or_else(|| row.get("state"));
    let state = code.map(state).transpose()?;
    let table_row = key(kind, id, state);
    let lost = row.get("wikidata").filter(|told| {
        let known = table_row.as_deref().and_then(|row| wikidata(kind, row));
        known != Some(*told)
    });
    losses.count("Wikidata ids", usize::from(lost.is_some()));
    let names = std::iter::once(name.to_owned()).chain(row.list("aliases"));
    let form_of = |text: String| Form {
        text,
        start: 0,
        end: 0,
        name: true,
    };
    let entity = Entity {
        kind,
        name: name.to_owned(),
        row: table_row,
        form,
        state,
        forms: names.map(form_of).collect(),
        keys: Vec::new(),
    };
    Ok((id, entity))
}

/// The key of the row of the tables that a node is, where its id is one as graphs of this program have them.
fn key(kind: NodeKind, id: &str, state: Option<StateCode>) -> Option<String> {
    match kind {
        NodeKind::State => state.map(|s| s.to_string()),
        NodeKind::Assembly => id.strip_prefix("assembly/").map(str::to_owned),
        NodeKind::Chamber | NodeKind::Parliament => {
            let (code, name) = id.split_once('/')?;
            let is_key = StateCode::parse(&code.to_ascii_uppercase()).is_some()
                && !name.is_empty()
                && !name.contains(['/', ' ']);
            is_key.then(|| id.to_owned())
        }
        NodeKind::Commission | NodeKind::Legislator | NodeKind::Official => None,
    }
}

/// The Wikidata id that the tables have for a row; the graph has it from there again.
fn wikidata(kind: NodeKind, row: &str) -> Option<&'static str> {
    let lexicon = Lexicon::builtin();
    match kind {
        NodeKind::State => lexicon.state(StateCode::parse(row)?)?.wikidata.as_deref(),
        _ => lexicon.wikidata_of_body(row),
    }
}

/// Whether a body or state is the same one in several readings, where it stands with its name alone.
pub(super) fn is_known_elsewhere(entity: &Entity) -> bool {
    let by_state = entity.state.is_some() && entity.kind != NodeKind::Commission;
    entity.kind == NodeKind::State
        || entity.row.is_some()
        || by_state
        || fold_body(&entity.name).contains(' ')
}

/// Adds the names of a node that comes again to those that are known of it.
///
/// # Errors
/// Where the two are not the same in all else: which of them is right nobody knows.
pub(super) fn join(known: &mut Entity, again: Entity, id: &str) -> Result<(), Problem> {
    let is_same = known.kind == again.kind
        && known.name == again.name
        && known.form == again.form
        && known.state == again.state;
    if !is_same {
        let why = format!("the node \"{id}\" is there already, and says something else");
        return Err(Problem::new(why).hint("two nodes need two ids; the row is left out"));
    }
    for form in again.forms {
        if !known.forms.contains(&form) {
            known.forms.push(form);
        }
    }
    Ok(())
}
