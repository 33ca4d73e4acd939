//! What is told when one points at a node or a line: what it is, and the words of the articles that say so.

use std::collections::BTreeSet;

use crate::graph::{Evidence, Node, RelationGraph};
use crate::query::Proof;

use super::phrase;
use super::words::{clean, isolated, shortened};

/// So many pieces of evidence are told; the rest is counted.
const MOST_EVIDENCE: usize = 5;
/// So many characters of a quote are told.
const LONGEST_QUOTE: usize = 280;

/// Tells of evidence.
#[derive(Debug, Clone, Copy)]
pub struct Teller<'g> {
    graph: &'g RelationGraph,
    quotes: bool,
}

impl<'g> Teller<'g> {
    /// Tells of the evidence in a graph, with the words of the articles or without.
    #[must_use]
    pub const fn new(graph: &'g RelationGraph, quotes: bool) -> Self {
        Self { graph, quotes }
    }

    /// A headline and the evidence below it, each piece once and on a line of its own; no line feed at the end.
    #[must_use]
    pub fn tell(&self, headline: &str, evidence: &[&Evidence]) -> String {
        let mut lines: Vec<String> = Vec::new();
        let mut seen = BTreeSet::new();
        for piece in evidence {
            let line = self.line(piece);
            if seen.insert(line.clone()) {
                lines.push(line);
            }
        }
        let more = lines.len().saturating_sub(MOST_EVIDENCE);
        lines.truncate(MOST_EVIDENCE);
        if more > 0 {
            lines.push(format!("and {more} more"));
        }
        lines.insert(0, headline.to_owned());
        lines.join("\n")
    }

    /// The same of the proofs in an answer.
    pub(crate) fn tell_proofs(&self, headline: &str, proofs: &[&Proof]) -> String {
        let evidence: Vec<Evidence> = proofs.iter().map(|p| evidence_of(p)).collect();
        self.tell(headline, &evidence.iter().collect::<Vec<_>>())
    }

    /// A node: its name, what it is, its other names.
    #[must_use]
    pub fn tell_node(&self, node: &Node) -> String {
        let mut headline = format!(
            "{} ({}",
            isolated(&clean(&node.name)),
            phrase::node_kind(node.kind)
        );
        if let Some(state) = node.state {
            headline.push_str(", ");
            let id = format!("state/{state}");
            let state_node = self.graph.find(&id).and_then(|n| self.graph.node(n));
            match state_node {
                Some(found) => headline.push_str(&isolated(&clean(&found.name))),
                None => headline.push_str(state.as_str()),
            }
        }
        headline.push(')');
        let aliases: Vec<String> = node.aliases.iter().map(|a| isolated(&clean(a))).collect();
        if !aliases.is_empty() {
            let shown: Vec<String> = aliases.iter().take(8).cloned().collect();
            headline.push_str("\nalso: ");
            headline.push_str(&shown.join("; "));
        }
        for event in &node.life {
            let date = event.date.map_or_else(String::new, |d| format!(" {d}"));
            let evidence: Vec<&Evidence> = event.evidence.iter().collect();
            headline.push('\n');
            headline.push_str(&self.tell(&format!("{}{date}", event.event), &evidence));
        }
        headline
    }

    fn line(&self, evidence: &Evidence) -> String {
        match evidence {
            Evidence::Table { table, row } => {
                format!("from the table {}, row {}", clean(table), clean(row))
            }
            Evidence::Judgement { judgement, source } => {
                format!(
                    "added by judgement {}, from {}",
                    clean(judgement),
                    isolated(&shortened(&clean(source), LONGEST_QUOTE))
                )
            }
            Evidence::Words {
                document, quote, ..
            } => {
                let source = self.source(document);
                match quote {
                    Some(quote) if self.quotes => {
                        format!(
                            "“{}” – {source}",
                            isolated(&shortened(&clean(quote), LONGEST_QUOTE))
                        )
                    }
                    _ => format!("said in {source}"),
                }
            }
        }
    }

    /// A document by its title and date, or by its id.
    fn source(&self, id: &str) -> String {
        let Some(document) = self.graph.document(id) else {
            return isolated(&clean(id));
        };
        let record = &document.record;
        let title = record.title.as_deref().map(clean).filter(|t| !t.is_empty());
        let name = title.unwrap_or_else(|| clean(&record.id));
        let mut source = isolated(&shortened(&name, 120));
        if let Some(publisher) = record.publisher.as_deref().map(clean) {
            source.push_str(", ");
            source.push_str(&isolated(&publisher));
        }
        if let Some(date) = record.date {
            source.push_str(", ");
            source.push_str(&date.to_string());
        }
        source
    }
}

/// The evidence that a proof in an answer stands for.
fn evidence_of(proof: &Proof) -> Evidence {
    match proof.clone() {
        Proof::Words {
            document,
            start,
            end,
            quote,
            rule,
            ..
        } => Evidence::Words {
            document,
            start,
            end,
            quote,
            rule,
        },
        Proof::Table { table, row } => Evidence::Table { table, row },
        Proof::Judgement { judgement, said_in } => Evidence::Judgement {
            judgement,
            source: said_in,
        },
    }
}
