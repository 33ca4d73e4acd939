//! Which row of the built-in tables a node is.
//!
//! In comes a node, out comes its row or none. This module never looks at what the graph says of the node.

use crate::graph::Node;
use crate::lexicon::Lexicon;
use crate::ontology::NodeKind;

/// The row that a node is: a state by its code, a chamber, parliament or assembly by its id. A body that no table has may be called
/// by its name in an id of the same form, so the tables are asked.
pub(super) fn table_row(node: &Node) -> Option<String> {
    let (table, row) = match node.kind {
        NodeKind::State => return node.code.map(|code| code.to_string()),
        NodeKind::Assembly => ("assemblies.tsv", node.id.strip_prefix("assembly/")?),
        NodeKind::Chamber | NodeKind::Parliament => {
            let (folder, _) = node.id.split_once('/')?;
            return (folder.len() == 2).then(|| node.id.clone());
        }
        NodeKind::Legislator | NodeKind::Official | NodeKind::Commission => return None,
    };
    let names = [&node.name].into_iter().chain(&node.aliases);
    let mut known = names.flat_map(|name| Lexicon::builtin().lookup(name));
    known
        .find(|known| known.table == table && known.row == row)
        .map(|known| known.row)
}
