//! CSV: a folder of tables for spreadsheets, or with the heads that `neo4j-admin import` wants.

use std::fmt::Write as _;

use super::ExportOptions;
use super::flat::{Field, Sort, Value, edge_fields, node_fields, share};
use crate::diagram::clean;
use crate::graph::{Document, Evidence, Meeting, RelationGraph};

/// For whom the tables are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flavour {
    /// Spreadsheets and data frames: no cell can be taken for a formula.
    Plain,
    /// `neo4j-admin database import`: heads say types and ids. Cells are as they are, for no spreadsheet reads them.
    Neo4j,
}

/// A table of the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The name of its file.
    pub name: &'static str,
    /// Its lines: a head, then one a row. UTF-8, commas, CR LF as RFC 4180 asks.
    pub text: String,
}

/// What stands between the members of a list within a cell.
const BETWEEN: &str = ";";

/// The tables of a graph: `nodes.csv` and `edges.csv`, and for spreadsheets also `meetings.csv`, `evidence.csv` and
/// `documents.csv`.
///
/// ```
/// use interparl::export::{ExportOptions, csv};
/// use interparl::graph::RelationGraph;
/// let tables = csv::tables(&RelationGraph::new(), ExportOptions::default(), csv::Flavour::Plain);
/// assert_eq!(tables.len(), 5);
/// ```
#[must_use]
pub fn tables(graph: &RelationGraph, options: ExportOptions, flavour: Flavour) -> Vec<Table> {
    let writer = Writer {
        graph,
        options,
        flavour,
    };
    let mut tables = vec![writer.nodes(), writer.edges()];
    if flavour == Flavour::Plain {
        tables.extend([writer.meetings(), writer.evidence(), writer.documents()]);
    }
    tables
}

struct Writer<'g> {
    graph: &'g RelationGraph,
    options: ExportOptions,
    flavour: Flavour,
}

impl Writer<'_> {
    fn nodes(&self) -> Table {
        let rows = self.graph.nodes().map(|(_, n)| {
            let mut fields = node_fields(n);
            if self.flavour == Flavour::Neo4j {
                let label = Value::Text(label(n.kind.as_str()));
                fields.push(("label", Sort::Text, Some(label)));
            }
            fields
        });
        self.table("nodes.csv", rows.collect(), NODE_FIELDS)
    }

    fn edges(&self) -> Table {
        let edges = self.graph.edges();
        let rows = edges.iter().map(|e| {
            let mut fields = edge_fields(self.graph, e, self.options);
            if self.flavour == Flavour::Neo4j {
                let sort = e.edge.kind().as_str().to_uppercase();
                fields.push(("type", Sort::Text, Some(Value::Text(sort))));
            }
            fields
        });
        self.table("edges.csv", rows.collect(), EDGE_FIELDS)
    }

    /// A table of rows that all have the same fields; `empty` are those of a table without rows.
    fn table(&self, name: &'static str, rows: Vec<Vec<Field>>, empty: &[&'static str]) -> Table {
        let mut text = String::new();
        let head: Vec<String> = match rows.first() {
            Some(fields) => fields.iter().map(|(n, s, _)| self.head(n, *s)).collect(),
            None => empty.iter().map(|n| self.head(n, Sort::Text)).collect(),
        };
        line(&mut text, &head);
        for fields in rows {
            let cells = fields.iter().map(|(_, _, value)| match value {
                None => String::new(),
                Some(value) => self.cell(&value.as_text(BETWEEN)),
            });
            line(&mut text, &cells.collect::<Vec<_>>());
        }
        Table { name, text }
    }

    fn head(&self, name: &str, sort: Sort) -> String {
        if self.flavour == Flavour::Plain {
            return name.to_owned();
        }
        match (name, sort) {
            ("id", _) => "id:ID".to_owned(),
            ("label", _) => ":LABEL".to_owned(),
            ("source", _) => ":START_ID".to_owned(),
            ("target", _) => ":END_ID".to_owned(),
            ("type", _) => ":TYPE".to_owned(),
            (_, Sort::Text) => name.to_owned(),
            (_, Sort::List) => format!("{name}:string[]"),
            (_, Sort::Share) => format!("{name}:double"),
            (_, Sort::Number) => format!("{name}:long"),
            (_, Sort::Truth) => format!("{name}:boolean"),
        }
    }

    fn cell(&self, text: &str) -> String {
        match self.flavour {
            Flavour::Plain => harmless(text),
            Flavour::Neo4j => text.to_owned(),
        }
    }

    fn meetings(&self) -> Table {
        let mut text = String::new();
        line(&mut text, &MEETING_HEAD.map(str::to_owned));
        for meeting in self.graph.meetings() {
            let cells = self.meeting(meeting).map(|cell| harmless(&clean(&cell)));
            line(&mut text, &cells);
        }
        Table {
            name: "meetings.csv",
            text,
        }
    }

    fn meeting(&self, meeting: &Meeting) -> [String; 14] {
        let side = |number: usize| {
            let side = meeting.sides.get(number);
            side.map_or_else(String::new, |s| s.join(BETWEEN))
        };
        let further = meeting.sides.iter().skip(2);
        let further: Vec<String> = further.map(|side| side.join(BETWEEN)).collect();
        let capacities = meeting.participants.iter();
        let capacities = capacities.map(|p| format!("{} {} {}", p.person, p.capacity, p.body));
        let outcomes = meeting.outcomes.iter().map(|o| o.kind.to_string());
        let quote = first_quote(&meeting.evidence).filter(|_| self.options.quotes);
        let optional = |text: Option<&String>| text.cloned().unwrap_or_default();
        [
            meeting.id.clone(),
            meeting.kind.to_string(),
            meeting.status.to_string(),
            meeting.date.map_or_else(String::new, |d| d.to_string()),
            optional(meeting.place.as_ref()),
            optional(meeting.body.as_ref()),
            meeting.session.map_or_else(String::new, |n| n.to_string()),
            side(0),
            side(1),
            further.join("|"),
            capacities.collect::<Vec<_>>().join(BETWEEN),
            outcomes.collect::<Vec<_>>().join(BETWEEN),
            share(meeting.confidence.as_hundredths()),
            quote.unwrap_or_default(),
        ]
    }

    fn evidence(&self) -> Table {
        let mut text = String::new();
        line(&mut text, &EVIDENCE_HEAD.map(str::to_owned));
        for edge in self.graph.edges() {
            let id = |n| self.graph.node(n).map_or("", |n| n.id.as_str());
            let of = [
                "edge".to_owned(),
                id(edge.source).to_owned(),
                id(edge.target).to_owned(),
                edge.edge.key(),
            ];
            self.reasons(&mut text, &of, &edge.edge.evidence);
        }
        for meeting in self.graph.meetings() {
            let of = |what: &str| [what, &meeting.id, "", ""].map(str::to_owned);
            self.reasons(&mut text, &of("meeting"), &meeting.evidence);
            for outcome in &meeting.outcomes {
                let of = of(&format!("outcome {}", outcome.kind));
                self.reasons(&mut text, &of, &outcome.evidence);
            }
        }
        for (_, node) in self.graph.nodes() {
            for life in &node.life {
                let of = [
                    format!("life {}", life.event),
                    node.id.clone(),
                    String::new(),
                    String::new(),
                ];
                self.reasons(&mut text, &of, &life.evidence);
            }
        }
        Table {
            name: "evidence.csv",
            text,
        }
    }

    fn reasons(&self, text: &mut String, of: &[String; 4], evidence: &[Evidence]) {
        for reason in evidence {
            let rest = match reason {
                Evidence::Words {
                    document,
                    start,
                    end,
                    quote,
                    rule,
                } => {
                    let quote = quote.as_ref().filter(|_| self.options.quotes);
                    [
                        document.clone(),
                        start.to_string(),
                        end.to_string(),
                        rule.clone(),
                        quote.cloned().unwrap_or_default(),
                    ]
                }
                Evidence::Table { table, row } => [
                    format!("table {table}"),
                    String::new(),
                    String::new(),
                    row.clone(),
                    String::new(),
                ],
                Evidence::Judgement { judgement, source } => [
                    format!("judgement {judgement}"),
                    String::new(),
                    String::new(),
                    source.clone(),
                    String::new(),
                ],
            };
            let cells = of.iter().chain(&rest);
            line(
                text,
                &cells.map(|c| harmless(&clean(c))).collect::<Vec<_>>(),
            );
        }
    }

    fn documents(&self) -> Table {
        let mut text = String::new();
        line(&mut text, &DOCUMENT_HEAD.map(str::to_owned));
        for Document { record, same_text } in self.graph.documents() {
            let optional = |text: &Option<String>| text.clone().unwrap_or_default();
            let same: Vec<String> = same_text.iter().cloned().collect();
            let cells = [
                record.id.clone(),
                optional(&record.title),
                record.date.map_or_else(String::new, |d| d.to_string()),
                optional(&record.publisher),
                optional(&record.url),
                optional(&record.lang),
                record.sha256.clone(),
                same.join(BETWEEN),
            ];
            line(&mut text, &cells.map(|c| harmless(&clean(&c))));
        }
        Table {
            name: "documents.csv",
            text,
        }
    }
}

const NODE_FIELDS: &[&str] = &["id", "kind", "name"];
const EDGE_FIELDS: &[&str] = &["source", "target", "key", "kind"];
const MEETING_HEAD: [&str; 14] = [
    "id",
    "kind",
    "status",
    "date",
    "place",
    "body",
    "session",
    "side_1",
    "side_2",
    "further_sides",
    "capacities",
    "outcomes",
    "confidence",
    "quote",
];
const EVIDENCE_HEAD: [&str; 9] = [
    "of", "id", "target", "key", "document", "start", "end", "rule", "quote",
];
const DOCUMENT_HEAD: [&str; 8] = [
    "id",
    "title",
    "date",
    "publisher",
    "url",
    "lang",
    "sha256",
    "same_text",
];

fn first_quote(evidence: &[Evidence]) -> Option<String> {
    evidence.iter().find_map(|e| match e {
        Evidence::Words { quote, .. } => quote.clone(),
        Evidence::Table { .. } | Evidence::Judgement { .. } => None,
    })
}

/// The label of a kind of node: `legislator` is `Legislator`.
fn label(kind: &str) -> String {
    let mut letters = kind.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// A cell that no spreadsheet takes for a formula: an apostrophe stands before what could be one.
fn harmless(text: &str) -> String {
    if text.starts_with([
        '=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
    ]) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// A line of a table for spreadsheets: no cell can be taken for a formula.
///
/// ```
/// use interparl::export::csv::row;
/// assert_eq!(row(&["=1+1".to_owned(), "a,b".to_owned()]), "'=1+1,\"a,b\"\r\n");
/// ```
#[must_use]
pub fn row(cells: &[String]) -> String {
    let mut text = String::new();
    let cells: Vec<String> = cells.iter().map(|c| harmless(&clean(c))).collect();
    line(&mut text, &cells);
    text
}

/// The one way of words into a file: cells in quotes where they need them, quotes doubled.
fn line(text: &mut String, cells: &[String]) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        if cell.contains([',', '"', '\n', '\r', ';'])
            || cell.starts_with(' ')
            || cell.ends_with(' ')
        {
            let _ = write!(text, "\"{}\"", cell.replace('"', "\"\""));
        } else {
            text.push_str(cell);
        }
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_quotes_are_doubled() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\u{ff1d}1"] {
            assert_eq!(harmless(formula), format!("'{formula}"));
        }
        assert_eq!(harmless("a=1"), "a=1");
        let mut text = String::new();
        line(
            &mut text,
            &["a,b", "say \"so\"", "plain", ""].map(str::to_owned),
        );
        assert_eq!(text, "\"a,b\",\"say \"\"so\"\"\",plain,\r\n");
    }
}
