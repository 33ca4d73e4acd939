//! Markdown: tables of people with their offices, of bodies, meetings and visits, with notes to the sources.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;

use super::ExportOptions;
use crate::diagram::{clean, office};
use crate::graph::{Document, Evidence, NodeRef, RelationGraph, Tie};
use crate::ontology::{EdgeKind, MeetingStatus};

/// Writes a graph as a page of Markdown with tables (of the sort that GitHub, `GitLab` and pandoc read) and footnotes that
/// name the document and, unless told otherwise, quote it.
///
/// # Errors
/// Where the target cannot be written to.
pub fn write(
    graph: &RelationGraph,
    options: ExportOptions,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let mut page = Page {
        graph,
        options,
        text: String::from("# Relations between parliaments\n"),
        notes: Vec::new(),
        numbers: BTreeMap::new(),
    };
    page.offices();
    page.bodies();
    page.meetings();
    page.visits();
    page.notes();
    out.write_all(page.text.as_bytes())
}

struct Page<'g> {
    graph: &'g RelationGraph,
    options: ExportOptions,
    text: String,
    notes: Vec<String>,
    numbers: BTreeMap<String, usize>,
}

impl Page<'_> {
    fn table(&mut self, title: &str, head: &[&str], rows: &[Vec<String>]) {
        if rows.is_empty() {
            return;
        }
        let _ = write!(self.text, "\n## {title}\n\n| {} |\n|", head.join(" | "));
        self.text.push_str(&" --- |".repeat(head.len()));
        self.text.push('\n');
        for row in rows {
            let _ = writeln!(self.text, "| {} |", row.join(" | "));
        }
    }

    fn offices(&mut self) {
        let mut rows = Vec::new();
        for edge in self.graph.edges() {
            if let Tie::Role {
                office: class,
                title,
                spells,
            } = &edge.edge.tie
            {
                let last = spells
                    .iter()
                    .filter_map(|s| s.last_seen.or(s.first_seen))
                    .max();
                let note = self.note(&edge.edge.evidence);
                rows.push(vec![
                    self.name(edge.source),
                    format!("{}{note}", office(*class)),
                    escaped(title),
                    self.name(edge.target),
                    last.map_or_else(String::new, |d| d.to_string()),
                ]);
            }
        }
        let head = ["Person", "Office", "As written", "Body", "Last seen"];
        self.table("Offices", &head, &rows);
    }

    fn bodies(&mut self) {
        let mut rows = Vec::new();
        for (handle, node) in self.graph.nodes() {
            if !node.kind.is_between_states() {
                continue;
            }
            let edges = self.graph.edges_at(handle);
            let ties = edges
                .iter()
                .filter(|e| e.source == handle && e.edge.kind() == EdgeKind::Links);
            let ties: Vec<String> = ties.map(|e| self.name(e.target)).collect();
            let form = node.form.map_or(node.kind.as_str(), |f| f.as_str());
            let life = node.life.last();
            let life = life.map_or_else(String::new, |l| {
                let date = l.date.map_or_else(String::new, |d| format!(" {d}"));
                format!("{}{date}{}", l.event, self.note(&l.evidence))
            });
            rows.push(vec![
                escaped(&node.name),
                form.replace('_', " "),
                ties.join(", "),
                life,
            ]);
        }
        self.table("Bodies", &["Body", "Form", "Ties", "Life"], &rows);
    }

    fn meetings(&mut self) {
        let mut meetings: Vec<_> = self.graph.meetings().collect();
        meetings.sort_by_key(|m| m.date);
        let mut rows = Vec::new();
        for meeting in meetings {
            let by_id = |id: &String| match self.graph.find(id) {
                Some(node) => self.name(node),
                None => escaped(id),
            };
            let sides = meeting.sides.iter().filter(|s| !s.is_empty());
            let sides: Vec<String> = sides
                .map(|s| s.iter().map(by_id).collect::<Vec<_>>().join(", "))
                .collect();
            let planned = match meeting.status {
                MeetingStatus::Planned => " (planned)",
                MeetingStatus::Held => "",
            };
            let of = meeting.body.as_ref();
            let of = of.map_or_else(String::new, |b| format!(" of {}", by_id(b)));
            let outcomes = meeting.outcomes.iter();
            let outcomes: Vec<String> = outcomes
                .map(|o| o.kind.as_str().replace('_', " "))
                .collect();
            let note = self.note(&meeting.evidence);
            rows.push(vec![
                meeting.date.map_or_else(String::new, |d| d.to_string()),
                escaped(meeting.place.as_deref().unwrap_or_default()),
                format!("{}{of}{planned}{note}", meeting.kind),
                sides.join(" – "),
                outcomes.join(", "),
            ]);
        }
        let head = ["Date", "Place", "What", "Who", "Outcomes"];
        self.table("Meetings", &head, &rows);
    }

    fn visits(&mut self) {
        let mut edges = self.graph.edges();
        edges.retain(|e| e.edge.kind() == EdgeKind::Visited);
        edges.sort_by_key(|e| e.edge.date());
        let mut rows = Vec::new();
        for edge in edges {
            let planned = matches!(edge.edge.tie, Tie::Visited { planned: true, .. });
            let note = self.note(&edge.edge.evidence);
            let date = edge.edge.date();
            rows.push(vec![
                date.map_or_else(String::new, |d| d.to_string()),
                self.name(edge.source),
                self.name(edge.target),
                format!("{}{note}", if planned { "planned" } else { "made" }),
            ]);
        }
        self.table("Visits", &["Date", "Who", "To", "Status"], &rows);
    }

    fn name(&self, node: NodeRef) -> String {
        let Some(node) = self.graph.node(node) else {
            return String::new();
        };
        match node.state {
            Some(state) => format!("{} ({state})", escaped(&node.name)),
            None => escaped(&node.name),
        }
    }

    /// The mark of a footnote for the first words that say something.
    fn note(&mut self, evidence: &[Evidence]) -> String {
        let words = evidence.iter().find_map(|e| match e {
            Evidence::Words {
                document, quote, ..
            } => Some((document, quote.as_ref().filter(|_| self.options.quotes))),
            Evidence::Table { .. } | Evidence::Judgement { .. } => None,
        });
        let Some((document, quote)) = words else {
            return String::new();
        };
        let source = self
            .graph
            .document(document)
            .map_or_else(|| escaped(document), source);
        let text = match quote {
            Some(quote) => format!("“{}” {source}", escaped(quote)),
            None => source,
        };
        let next = self.notes.len() + 1;
        let number = *self.numbers.entry(text.clone()).or_insert(next);
        if number == next {
            self.notes.push(text);
        }
        format!("[^{number}]")
    }

    fn notes(&mut self) {
        if !self.notes.is_empty() {
            self.text.push('\n');
        }
        for (number, note) in (1..).zip(&self.notes) {
            let _ = writeln!(self.text, "[^{number}]: {note}");
        }
    }
}

fn source(document: &Document) -> String {
    let record = &document.record;
    let title = record.title.as_deref().unwrap_or(&record.id);
    let date = record.date.map(|d| d.to_string());
    let parts = [
        Some(escaped(title)),
        record.publisher.as_deref().map(escaped),
        date,
        record.url.as_deref().map(escaped),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(", ")
}

/// The one way of words into the page: what Markdown or HTML would read is escaped.
pub(crate) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in clean(words).chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|' | '!' | '~' | '$' => {
                out.push('\\');
                out.push(c);
            }
            // An address is not to become a link that nobody asked for.
            ':' if out.ends_with("http") || out.ends_with("https") => out.push_str("&#58;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_shown_and_not_obeyed() {
        assert_eq!(
            escaped("a|b <i>[x](http://y)\n# *z*"),
            "a\\|b &lt;i&gt;\\[x\\](http&#58;//y) \\# \\*z\\*"
        );
    }
}
