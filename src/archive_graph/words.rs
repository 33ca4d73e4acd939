//! The words under which the nodes of a graph are found, on the way into an archive and where they are looked up in it.

use crate::archive::{Archive, ArchiveError};
use crate::graph::RelationGraph;
use crate::query::{NameIndex, index_words};

/// All words of all nodes. They lie in one text, since a graph has several for each node.
pub(super) struct IndexWords {
    text: String,
    /// For each word the place of its node in the order of the ids, and where it ends in the text; it begins where the one before
    /// it ends.
    ends: Vec<(u32, usize)>,
}

impl IndexWords {
    pub(super) fn of(graph: &RelationGraph) -> Self {
        let mut words = Self {
            text: String::new(),
            ends: Vec::new(),
        };
        for (place, (_, node)) in (0..).zip(graph.nodes()) {
            for word in index_words(node) {
                words.text.push_str(&word);
                words.ends.push((place, words.text.len()));
            }
        }
        words
    }

    /// The words with the ids of their nodes in this graph, sorted.
    pub(super) fn sorted<'g>(&'g self, graph: &'g RelationGraph) -> Vec<[&'g str; 2]> {
        let mut nodes = (0_u32..).zip(graph.nodes()).peekable();
        let mut begin = 0;
        let mut sorted = Vec::with_capacity(self.ends.len());
        for (place, end) in &self.ends {
            while nodes.next_if(|(number, _)| number < place).is_some() {}
            if let (Some(word), Some((_, (_, node)))) = (self.text.get(begin..*end), nodes.peek()) {
                sorted.push([word, node.id.as_str()]);
            }
            begin = *end;
        }
        sorted.sort_unstable();
        sorted
    }
}

impl NameIndex for Archive {
    type Error = ArchiveError;

    fn named(&self, word: &str) -> Result<Vec<String>, ArchiveError> {
        self.graph_named(word)
    }

    fn named_like(&self, beginning: &str) -> Result<Vec<String>, ArchiveError> {
        self.graph_named_like(beginning)
    }
}
