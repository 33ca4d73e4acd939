//! What a single mention shows of itself: the block in which it meets others, and the states that it is of.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::block::States;
use super::matching::{BodyName, BodyTables};
use super::name::{fold_body, fold_name, is_full, slug};
use crate::claim::{Assertion, Entity, EntityIndex, Reading};
use crate::lexicon::Lexicon;
use crate::ontology::{NodeKind, StateCode};

/// Where mentions meet: only mentions of one block can be one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) enum Block {
    /// A state, by its code (or by its name, where no table knows it).
    State(Result<StateCode, String>),
    /// A chamber or a parliament that the tables know.
    House(String),
    /// An assembly that the tables know.
    Assembly(String),
    /// A person, by folded name.
    Person(Scope),
    /// A commission, by folded name.
    Commission(Scope),
    /// Another body, by folded name and the states that it is of.
    Body(NodeKind, Scope, States),
}

/// A folded name, and the one article within which it means something; `None` where it is full enough for all.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Scope {
    pub(super) name: String,
    pub(super) within: Option<usize>,
}

impl Block {
    /// The block of an entity of a reading; `within` is the reading's place.
    pub(super) fn of(entity: &Entity, states: &States, within: usize) -> Self {
        let row = entity.row.as_deref().filter(|row| !row.is_empty());
        match entity.kind {
            NodeKind::State => Self::State(
                own_code(entity).ok_or_else(|| scope_name(&entity.name, fold_body(&entity.name))),
            ),
            NodeKind::Legislator | NodeKind::Official => {
                let name = fold_name(&entity.name);
                let full = is_full(&entity.name);
                Self::Person(Scope::new(&entity.name, name, full, within))
            }
            NodeKind::Commission => {
                let name = fold_body(&entity.name);
                let full = name.contains(' ');
                Self::Commission(Scope::new(&entity.name, name, full, within))
            }
            NodeKind::Assembly if row.is_some() => Self::Assembly(row_id(row)),
            NodeKind::Chamber | NodeKind::Parliament if row.is_some() => Self::House(row_id(row)),
            NodeKind::Assembly | NodeKind::Chamber | NodeKind::Parliament => {
                if let Some(block) = told_by_tables(entity, states) {
                    return block;
                }
                let name = fold_body(&entity.name);
                // "Parliament" of no known state is a different one in every article.
                let full = name.contains(' ') || (!name.is_empty() && !states.is_empty());
                let scope = Scope::new(&entity.name, name, full, within);
                Self::Body(entity.kind, scope, states.clone())
            }
        }
    }

    /// Whether it is of a person with a name that is full enough to mean the same person in all articles.
    pub(super) const fn is_full_person(&self) -> bool {
        matches!(self, Self::Person(scope) if scope.within.is_none())
    }

    /// Whether it is of a person, whatever the name.
    pub(super) const fn is_person(&self) -> bool {
        matches!(self, Self::Person(_))
    }

    /// Whether it is of a commission whose name means the same one in all articles, as far as its states are the same.
    pub(super) const fn is_full_commission(&self) -> bool {
        matches!(self, Self::Commission(scope) if scope.within.is_none())
    }

    /// Whether mentions of the block are told apart by their states.
    pub(super) const fn splits(&self) -> bool {
        matches!(self, Self::Person(_) | Self::Commission(_))
    }
}

impl Scope {
    fn new(written: &str, folded: String, full: bool, within: usize) -> Self {
        Self {
            name: scope_name(written, folded),
            within: (!full).then_some(within),
        }
    }
}

/// The tables, put in order once; only names that no reader has looked up need them.
pub(super) fn tables() -> &'static BodyTables<'static> {
    static TABLES: LazyLock<BodyTables<'static>> =
        LazyLock::new(|| BodyTables::new(Lexicon::builtin()));
    &TABLES
}

/// The block of a body whose reader knew no row, but whose name is one of the tables: in another language, or by its house
/// and state.
fn told_by_tables(entity: &Entity, states: &States) -> Option<Block> {
    let name = BodyName::new(&entity.name, tables());
    let row = name.row(states, tables())?.to_owned();
    // Ids of chambers have the code of their state before a stroke, those of assemblies have none.
    Some(match (entity.kind, row.contains('/')) {
        (NodeKind::Assembly, false) => Block::Assembly(row),
        (NodeKind::Chamber | NodeKind::Parliament, true) => Block::House(row),
        _ => return None,
    })
}

/// A name that folds to nothing is its own key.
fn scope_name(written: &str, folded: String) -> String {
    if folded.is_empty() {
        written.to_owned()
    } else {
        folded
    }
}

/// A row's key as an id: slugs, as many as the key has parts.
fn row_id(row: Option<&str>) -> String {
    let parts: Vec<String> = row.unwrap_or_default().split('/').map(slug).collect();
    parts.join("/")
}

/// The code of a state's entity.
pub(super) fn own_code(entity: &Entity) -> Option<StateCode> {
    match entity.kind {
        NodeKind::State => entity
            .row
            .as_deref()
            .and_then(StateCode::parse)
            .or(entity.state),
        NodeKind::Legislator
        | NodeKind::Official
        | NodeKind::Chamber
        | NodeKind::Parliament
        | NodeKind::Commission
        | NodeKind::Assembly => entity.state,
    }
}

/// The states that each entity of a reading is of: a person's own; a body's own and those of what it belongs to or
/// ties, as far as the reading says.
pub(super) fn states_of(reading: &Reading) -> Vec<States> {
    let mut states: Vec<States> = reading
        .entities
        .iter()
        .map(|entity| own_code(entity).into_iter().collect())
        .collect();
    for claim in &reading.claims {
        if let Assertion::Links { body, target } = &claim.assertion {
            reach(reading, &mut states, *body, *target);
        } else if let Assertion::PartOf { part, whole } = &claim.assertion {
            reach(reading, &mut states, *part, *whole);
        }
    }
    states
}

fn reach(reading: &Reading, states: &mut [States], from: EntityIndex, to: EntityIndex) {
    let is_body = reading.entities.get(from).is_some_and(|e| e.kind.is_body());
    let code: BTreeSet<StateCode> = reading
        .entities
        .get(to)
        .and_then(own_code)
        .into_iter()
        .collect();
    if let Some(own) = states.get_mut(from).filter(|_| is_body) {
        own.extend(code);
    }
}
