//! The data of the page: the graph JSON and what is computed beside it, in one JSON.

use std::io::{self, Write};

use super::view::View;
use crate::export::{ExportOptions, json};
use crate::graph::RelationGraph;

/// Writes `{"view": ..., "graph": ...}`: the graph as [`json::write`] does, and beside it the places of the nodes and
/// what else the page needs, of at most `most` drawn nodes. The same graph gives the same bytes.
///
/// # Errors
/// Where `out` does not take the bytes.
pub fn write_data(
    graph: &RelationGraph,
    options: ExportOptions,
    most: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    out.write_all(b"{\"view\":")?;
    serde_json::to_writer(&mut *out, &View::of(graph, most))?;
    out.write_all(b",\n\"graph\":")?;
    json::write(graph, options, out)?;
    out.write_all(b"}\n")
}

/// Lets JSON through that is to stand inside of a page: `<` is written as an escape, so that no text of an article
/// can end the element that holds the data.
pub(super) struct InsidePage<'o>(pub(super) &'o mut dyn Write);

impl Write for InsidePage<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for piece in bytes.split_inclusive(|byte| *byte == b'<') {
            match piece.strip_suffix(b"<") {
                Some(before) => {
                    self.0.write_all(before)?;
                    self.0.write_all(b"\\u003c")?;
                }
                None => self.0.write_all(piece)?,
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(test)]
#[expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at what is missing"
)]
mod tests {
    use super::*;
    use crate::explorer::view::tests::graph_of;

    #[test]
    fn the_data_are_json_with_the_graph_inside() {
        let graph = graph_of(2, 4);
        let mut bytes = Vec::new();
        write_data(&graph, ExportOptions::default(), 100, &mut bytes).unwrap();
        let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(
            value["view"]["places"].as_array().unwrap().len(),
            graph.node_count()
        );
        let inner = serde_json::to_vec(&value["graph"]).unwrap();
        assert_eq!(json::read(&inner).unwrap().edge_count(), graph.edge_count());
    }

    #[test]
    fn nothing_can_end_the_element_that_holds_the_data() {
        let graph = graph_of(2, 4);
        let mut bytes = Vec::new();
        let mut inside = InsidePage(&mut bytes);
        write_data(&graph, ExportOptions::default(), 100, &mut inside).unwrap();
        assert!(!bytes.contains(&b'<'));
        let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(
            value["graph"]["nodes"][0]["name"],
            "Joint <b>Commission</b>"
        );
    }
}
