//! A page in Markdown, with footnotes and a picture in Mermaid.

use std::fmt::Write as _;
use std::io;

use super::paper::{Entry, Line, Note, Paper, Run, spaced};
use super::words::web_address;
use crate::export::markdown::escaped;
use crate::export::mermaid;
use crate::graph::RelationGraph;

/// Writes a page.
pub(super) fn write(
    paper: &Paper,
    picture: &RelationGraph,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let mut text = format!("# {}\n\n{}\n", escaped(&paper.title), escaped(&paper.lead));
    for section in &paper.sections {
        let _ = write!(text, "\n## {}\n\n", escaped(section.heading));
        for entry in &section.entries {
            write_entry(&mut text, entry);
        }
        if let Some(left_out) = &section.left_out {
            let _ = write!(text, "\n{}\n", escaped(left_out));
        }
    }
    out.write_all(text.as_bytes())?;
    if picture.edge_count() > 0 {
        out.write_all(b"\n## Picture\n\n```mermaid\n")?;
        mermaid::write(picture, out)?;
        out.write_all(b"```\n")?;
    }
    let mut text = format!("\n---\n\n{}\n", escaped(&paper.caveat));
    if !paper.notes.is_empty() {
        text.push('\n');
    }
    for (number, note) in (1..).zip(&paper.notes) {
        let _ = writeln!(text, "[^{number}]: {}", noted(note));
    }
    out.write_all(text.as_bytes())
}

fn write_entry(text: &mut String, entry: &Entry) {
    let lead = line(&entry.lead);
    let lead = if lead.is_empty() {
        lead
    } else {
        format!("**{lead}**: ")
    };
    let _ = writeln!(text, "- {lead}{}", line(&entry.line));
    for detail in &entry.details {
        let _ = writeln!(text, "  - {}", line(detail));
    }
}

fn line(line: &Line) -> String {
    let mut text = String::new();
    for run in &line.0 {
        match run {
            // A space at the end of our own words is wanted, and the one way of words drops it.
            Run::Words(words) => text.push_str(&spaced(words, escaped)),
            Run::Name {
                name,
                state,
                office,
            } => {
                let brackets = Run::brackets(state.as_ref(), office.as_ref());
                let _ = write!(text, "{}{}", escaped(name), spaced(&brackets, escaped));
            }
            Run::Mark(number) => {
                let _ = write!(text, "[^{number}]");
            }
        }
    }
    text
}

fn noted(note: &Note) -> String {
    let mut parts = Vec::new();
    if let Some(quote) = &note.quote {
        parts.push(format!("“{}”", escaped(quote)));
    }
    parts.extend(note.place.as_deref().map(escaped));
    parts.extend(note.source.iter().map(|part| escaped(part)));
    let address = note.address.as_deref();
    match address.and_then(web_address) {
        Some(address) => parts.push(format!("<{address}>")),
        None => parts.extend(address.filter(|a| a.contains("://")).map(escaped)),
    }
    parts.join(", ")
}
