//! From an answer to a page: which sections there are, and how each statement is said.

mod bodies;
mod brief;
mod events;
mod offices;

use std::fmt::Write as _;

use super::ReportOptions;
use super::paper::{Entry, Line, Notes, Paper, Section};
use super::words;
use crate::ontology::{EdgeKind, NodeKind, Office};
use crate::query::{Briefing, EdgeAnswer, Route, Subject};

/// The page of a briefing.
pub(super) fn paper(briefing: &Briefing, options: ReportOptions) -> Paper {
    let mut writer = Writer {
        briefing,
        entries: options.entries.max(1),
        notes: Notes::new(&briefing.sources, options.quotes),
    };
    let sections = if briefing.subjects.len() > 1 {
        // What is between the two comes first, who they are behind it.
        let mut sections = vec![writer.in_brief(), writer.ties(), writer.connection()];
        sections.extend(writer.events());
        sections.extend([writer.bodies(), writer.life(), writer.offices()]);
        sections
    } else {
        let mut sections = vec![writer.in_brief(), writer.offices()];
        sections.extend(writer.events());
        sections.extend([writer.bodies(), writer.life()]);
        sections
    };
    let sections = sections.into_iter().chain([writer.contradictions()]);
    let names: Vec<String> = briefing
        .subjects
        .iter()
        .map(|s| words::name(&s.node))
        .collect();
    let title = if names.is_empty() {
        "Briefing".to_owned()
    } else {
        format!("Briefing: {}", names.join(" and "))
    };
    let mut paper = Paper {
        title,
        lead: lead(briefing),
        sections: sections.filter(|s| !s.entries.is_empty()).collect(),
        caveat: caveat(briefing),
        notes: writer.notes.list,
    };
    if let [one] = briefing.subjects.as_slice() {
        let of_state = one.node.kind == NodeKind::State;
        let own = Some(one.node.name.clone()).filter(|_| of_state);
        if let Some(own) = own
            .map(|name| words::cut(&name, words::NAME))
            .or_else(|| words::state(&one.node))
        {
            paper.leave_out(&own);
        }
    }
    paper
}

/// Who or what it is, from what it is told, and as of when.
fn lead(briefing: &Briefing) -> String {
    let mut parts: Vec<String> = Vec::new();
    if let [one] = briefing.subjects.as_slice() {
        parts.push(portrait(one));
    }
    let articles = words::counted(briefing.documents, "document", "documents");
    let day = briefing.day;
    let day = day.map_or_else(String::new, |day| format!(", as of {day}"));
    parts.push(format!("Told from {articles}{day}."));
    parts.join(" ")
}

fn portrait(subject: &Subject) -> String {
    let kind = subject
        .form
        .map_or(subject.node.kind.as_str(), |f| f.as_str());
    let mut kind = kind.replace('_', " ");
    if let Some(first) = kind.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    let aliases: Vec<String> = subject
        .aliases
        .iter()
        .take(4)
        .map(|a| words::cut(a, 60))
        .collect();
    if aliases.is_empty() {
        format!("{kind}.")
    } else {
        format!("{kind}, also called {}.", aliases.join("; "))
    }
}

fn caveat(briefing: &Briefing) -> String {
    let mut caveat = String::from(
        "Read from the documents by rules; what no document tells is not here. The notes have the words: read them before you \
         rely on a line.",
    );
    if briefing.undated > 0 {
        let what = words::counted(briefing.undated, "meeting or visit", "meetings and visits");
        let _ = write!(caveat, " Left out: {what} without a date.");
    }
    caveat
}

/// Makes the sections, and numbers the notes in the order of the page.
struct Writer<'b> {
    briefing: &'b Briefing,
    entries: usize,
    notes: Notes<'b>,
}

impl Writer<'_> {
    /// A section of the first entries of a list, with a word on the rest.
    fn section<T>(
        &mut self,
        heading: &'static str,
        all: &[T],
        rest: (&str, &str),
        mut tell: impl FnMut(&mut Self, &T) -> Entry,
    ) -> Section {
        // One entry more takes no more room than the line that says so.
        let shown = if all.len() <= self.entries + 1 {
            all.len()
        } else {
            self.entries
        };
        let entries: Vec<Entry> = all.iter().take(shown).map(|one| tell(self, one)).collect();
        let left = all.len() - shown;
        let (one, many) = rest;
        let verb = if left == 1 { "is" } else { "are" };
        Section {
            heading,
            entries,
            left_out: (left > 0)
                .then(|| format!("{} {verb} left out.", words::counted(left, one, many))),
        }
    }

    /// The edges between the two.
    fn ties(&mut self) -> Section {
        let briefing = self.briefing;
        let rest = ("more tie", "more ties");
        self.section("Direct ties", &briefing.ties, rest, |writer, tie| Entry {
            line: writer.edge(tie),
            ..Entry::default()
        })
    }

    /// The way from one to the other where nothing ties them directly.
    fn connection(&mut self) -> Section {
        let briefing = self.briefing;
        let steps: Vec<_> = briefing
            .paths
            .first()
            .map_or(&[][..], steps)
            .iter()
            .collect();
        let rest = ("more step", "more steps");
        self.section("How they are connected", &steps, rest, |writer, step| {
            let mut entry = Entry::default();
            if let Some(edge) = step.edges.first() {
                entry.line = writer.edge(edge);
            }
            entry
        })
    }

    /// An edge as a sentence.
    fn edge(&mut self, edge: &EdgeAnswer) -> Line {
        let mut line = Line::default();
        let when = edge.date.map_or_else(String::new, |date| {
            let word = if date.day().is_some() { "on" } else { "in" };
            format!(" {word} {date}")
        });
        let place = edge.place.as_deref();
        let place = place.map_or_else(String::new, |p| format!(" in {}", words::cut(p, 60)));
        let kind = edge.meeting.map_or("a meeting", words::meeting);
        let verb = match edge.kind {
            EdgeKind::Role => {
                let office = edge.office.unwrap_or(Office::Member);
                format!(" is {} of ", crate::diagram::office(office))
            }
            EdgeKind::Met => format!(" came together in {kind} with "),
            EdgeKind::Attended => format!(" attended {kind} of "),
            EdgeKind::Visited if edge.planned => " is to visit ".to_owned(),
            EdgeKind::Visited => " visited ".to_owned(),
            EdgeKind::PartOf => " is part of ".to_owned(),
            EdgeKind::Links => " ties ".to_owned(),
        };
        line.name(&edge.source).say(&verb).name(&edge.target);
        if let Some(term) = edge.spells.last() {
            line.say(&format!(", {}", words::term(term)));
        } else {
            line.say(&format!("{when}{place}"));
        }
        line.say(&words::doubt(edge.confidence.as_hundredths()));
        let marks = self.notes.of(&edge.evidence);
        line.mark(&marks);
        line
    }
}

fn steps(route: &Route) -> &[crate::query::Step] {
    &route.steps
}
