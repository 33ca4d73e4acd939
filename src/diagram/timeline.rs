//! Soon.
use super::{DiagramOptions, Drawing};
use crate::graph::{NodeRef, RelationGraph};
pub(crate) fn draw(_: &RelationGraph, _: Option<NodeRef>, _: &DiagramOptions) -> Option<Drawing> {
    None
}
