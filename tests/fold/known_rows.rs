//! Rows of a fold that remembers what those of the fold before were made of: some of them stay, and all are those of a fold from nothing.

use std::collections::BTreeMap;
use std::io;

use super::made::article;
use super::scale;
use interparl::claim::Reading;
use interparl::export::json::{document_line, edge_line, meeting_line, node_line};
use interparl::graph::{BoundedFold, Document, Edge, GraphParts, Meeting, Node, NodeMention};
use interparl::identity::{FoldMemory, Judgements};

/// The rows of a graph: the sort of each and what it is called, and its line.
type Rows = BTreeMap<(u8, [String; 3]), String>;

/// A graph in rows, and what is kept for the next fold.
#[derive(Debug, Default)]
pub(super) struct Graph {
    pub(super) rows: Rows,
    pub(super) kept: FoldMemory,
}

/// Rows on their way over older ones.
struct Over<'b> {
    before: &'b Rows,
    rows: Rows,
}

impl Over<'_> {
    fn put(&mut self, sort: u8, key: [&str; 3], line: String) -> io::Result<()> {
        let before = self.rows.insert((sort, key.map(str::to_owned)), line);
        // Nothing comes twice.
        before.map_or(Ok(()), |_| Err(io::ErrorKind::AlreadyExists.into()))
    }

    fn stay(&mut self, sort: u8, key: [&str; 3]) -> io::Result<()> {
        let row = self.before.get(&(sort, key.map(str::to_owned)));
        let row = row.cloned().ok_or(io::ErrorKind::NotFound)?;
        self.put(sort, key, row)
    }
}

impl GraphParts for Over<'_> {
    fn document(&mut self, document: Document) -> io::Result<()> {
        let line = document_line(&document)?;
        self.put(0, [&document.record.id, "", ""], line)
    }

    fn meeting(&mut self, meeting: Meeting) -> io::Result<()> {
        self.put(1, [&meeting.id, "", ""], meeting_line(&meeting)?)
    }

    fn node(&mut self, node: Node, mentions: Vec<NodeMention>) -> io::Result<()> {
        self.put(2, [&node.id, "", ""], node_line(&node, &mentions)?)
    }

    fn edge(&mut self, source: &str, target: &str, edge: Edge) -> io::Result<()> {
        let (key, line) = edge_line(source, target, &edge)?;
        self.put(3, key.each_ref().map(String::as_str), line)
    }

    fn same_meeting(&mut self, id: &str) -> io::Result<()> {
        self.stay(1, [id, "", ""])
    }

    fn same_node(&mut self, node: Node, mentions: usize) -> io::Result<()> {
        self.stay(2, [&node.id, "", ""])?;
        let row = self.rows.get(&(2, [node.id, String::new(), String::new()]));
        let told = row.map(|row| row.matches("\"document\"").count());
        // A life has documents too.
        assert!(told.is_some_and(|told| told >= mentions));
        Ok(())
    }

    fn same_edge(&mut self, source: &str, target: &str, edge: Edge) -> io::Result<()> {
        self.stay(3, [source, target, &edge.key()])
    }
}

/// The graph of readings, put over the rows of another one.
pub(super) fn put_over(
    readings: &[Reading],
    judgements: &Judgements,
    memory: usize,
    before: &Graph,
) -> io::Result<Graph> {
    let mut fold = BoundedFold::new(memory).remember_rows(&before.kept.rows);
    for reading in readings {
        fold.add(reading)?;
    }
    let mut over = Over {
        before: &before.rows,
        rows: Rows::new(),
    };
    let (_, kept) = fold.finish_remembering(judgements, &mut over)?;
    Ok(Graph {
        rows: over.rows,
        kept,
    })
}

/// The same where each reading of which `is_gist` says so comes as its gist, with how many readings were fetched for their words.
pub(super) fn put_gists_over(
    readings: &[Reading],
    judgements: &Judgements,
    memory: usize,
    before: &Graph,
    is_gist: impl Fn(usize) -> bool,
) -> io::Result<(Graph, usize)> {
    let mut fold = BoundedFold::new(memory).remember_rows(&before.kept.rows);
    let mut fold_before = BoundedFold::new(memory);
    for (number, reading) in readings.iter().enumerate() {
        let gist = fold_before.add_for_gist(reading)?;
        if is_gist(number) {
            fold.add_gist(i64::try_from(number).map_err(io::Error::other)?, &gist)?;
        } else {
            assert_eq!(fold.add_for_gist(reading)?, gist);
        }
    }
    let mut over = Over {
        before: &before.rows,
        rows: Rows::new(),
    };
    let mut fetched = 0;
    let mut fetch = |number| {
        fetched += 1;
        let reading = usize::try_from(number).ok().and_then(|at| readings.get(at));
        reading
            .cloned()
            .ok_or_else(|| io::ErrorKind::NotFound.into())
    };
    let (_, kept) = fold.finish_fetching(judgements, &mut over, &mut fetch)?;
    let rows = over.rows;
    Ok((Graph { rows, kept }, fetched))
}

/// However many articles there are, one more makes the rows of its own people, and those that it is one more reason for, and no more
/// words are asked for than those rows have.
#[test]
fn what_one_more_article_tells_is_made_and_nothing_else() -> io::Result<()> {
    let nobody = Judgements::new();
    let (mut made, mut words) = (Vec::new(), Vec::new());
    for count in [600, 2_400] {
        let mut readings: Vec<Reading> = (0..count).map(|n| scale::reading(n, count)).collect();
        let before = put_over(&readings, &nobody, 1 << 20, &Graph::default())?;
        assert!(before.kept.made > count / 2, "{} rows", before.kept.made);
        let more = article("b", "2024-06-14");
        readings.push(more.person("Anton Baldarin", "AL").read());
        let after = put_over(&readings, &nobody, 1 << 20, &before)?;
        let expected = put_over(&readings, &nobody, 1 << 20, &Graph::default())?;
        assert!(after.rows == expected.rows, "the graphs differ");
        made.push(after.kept.made);
        let (from_gists, fetched) =
            put_gists_over(&readings, &nobody, 1 << 20, &before, |n| n < count)?;
        assert!(from_gists.rows == expected.rows, "the graphs differ");
        assert_eq!(from_gists.kept, after.kept);
        words.push(fetched);
    }
    assert!(made.iter().all(|made| *made < 9), "{made:?}");
    assert!(words.iter().all(|fetched| *fetched < 9), "{words:?}");
    Ok(())
}
