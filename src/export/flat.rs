//! Nodes and edges as rows of plain fields, for the formats that know no more than that.
//!
//! Texts are cleaned of what no reader should see (control characters, marks of direction); each format escapes them
//! in its own way.

use std::collections::BTreeSet;

use super::ExportOptions;
use crate::diagram::clean;
use crate::graph::{
    Edge, EdgeRef, Evidence, LifeRecord, NameInTime, Node, RelationGraph, Spell, Tie,
};
use crate::ontology::{BodyForm, StateCode};
use crate::text::PartialDate;

/// What a field of a row holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// Words.
    Text(String),
    /// Several words of one sort.
    List(Vec<String>),
    /// A share of 1, in hundredths.
    Share(u8),
    /// A number.
    Number(usize),
    /// Yes or no.
    Truth(bool),
}

/// The sort of what a field holds, also where a row has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Text,
    List,
    Share,
    Number,
    Truth,
}

/// A field: its name and what it holds in a row; `None` where it does not apply or is not known.
pub(super) type Field = (&'static str, Sort, Option<Value>);

/// A node in fields, `id` first, then `kind` and `name`.
pub(super) fn node_fields(node: &Node) -> Vec<Field> {
    let aliases: Vec<String> = node.aliases.iter().map(|a| clean(a)).collect();
    vec![
        text("id", Some(&node.id)),
        text("kind", Some(node.kind.as_str())),
        text("name", Some(&node.name)),
        list("aliases", aliases),
        text("state", node.state.as_ref().map(StateCode::as_str)),
        text("code", node.code.as_ref().map(StateCode::as_str)),
        text("form", node.form.map(BodyForm::as_str)),
        text("wikidata", node.wikidata.as_deref()),
        list("names", node.names.iter().map(name_in_time).collect()),
        list("life", node.life.iter().map(life).collect()),
    ]
}

/// A name with the time in which a body bore it: "House of Assembly (.. 2013)".
pub(super) fn name_in_time(known: &NameInTime) -> String {
    let date = |date: Option<PartialDate>| date.map_or_else(String::new, |d| d.to_string());
    let (from, until) = (date(known.from), date(known.until));
    let time = format!("{from} .. {until}");
    format!("{} ({})", clean(&known.name), time.trim())
}

/// An event of a body's life: its word, and its date where that is known.
fn life(record: &LifeRecord) -> String {
    match record.date {
        Some(date) => format!("{} {date}", record.event),
        None => record.event.to_string(),
    }
}

/// A list; none where it has no members.
fn list(name: &'static str, members: Vec<String>) -> Field {
    let value = (!members.is_empty()).then_some(Value::List(members));
    (name, Sort::List, value)
}

/// An edge in fields: `source`, `target` and `key` first, then `kind`.
pub(super) fn edge_fields(
    graph: &RelationGraph,
    at: &EdgeRef<'_>,
    options: ExportOptions,
) -> Vec<Field> {
    let id = |n| graph.node(n).map_or("", |n| n.id.as_str());
    let edge = at.edge;
    let mut fields = vec![
        text("source", Some(id(at.source))),
        text("target", Some(id(at.target))),
        text("key", Some(&edge.key())),
        text("kind", Some(edge.kind().as_str())),
    ];
    fields.extend(tie_fields(edge));
    fields.push((
        "confidence",
        Sort::Share,
        Some(Value::Share(edge.confidence.as_hundredths())),
    ));
    fields.extend(evidence_fields(&edge.evidence, options));
    fields
}

/// What only edges of some kinds have.
fn tie_fields(edge: &Edge) -> [Field; 12] {
    let (mut role, mut spell, mut held, mut planned) = (None, Spell::default(), None, None);
    let mut terms = Vec::new();
    let mut date = edge.date().map(|d| d.to_string());
    match &edge.tie {
        Tie::Role {
            office,
            title,
            spells,
        } => {
            role = Some((office.as_str(), title.as_str()));
            spell = whole(spells);
            // One term is told by its days alone.
            if spells.len() > 1 {
                terms = spells.iter().map(term).collect();
            }
            date = None;
        }
        Tie::Met {
            kind,
            meeting,
            place,
            ..
        }
        | Tie::Attended {
            kind,
            meeting,
            place,
            ..
        } => held = Some((kind.as_str(), meeting.as_str(), place.as_deref())),
        Tie::Visited {
            planned: to_come, ..
        } => planned = Some(Value::Truth(*to_come)),
        Tie::PartOf | Tie::Links => {}
    }
    let day = |name, day: Option<jiff::civil::Date>| {
        let day = day.map(|d| d.to_string());
        text(name, day.as_deref())
    };
    [
        text("role", role.map(|(office, _)| office)),
        text("title", role.map(|(_, title)| title)),
        text("meeting", held.map(|(kind, ..)| kind)),
        text("meeting_id", held.map(|(_, id, _)| id)),
        text("date", date.as_deref()),
        text("place", held.and_then(|(.., place)| place)),
        ("planned", Sort::Truth, planned),
        day("not_before", spell.not_before),
        day("first_seen", spell.first_seen),
        day("last_seen", spell.last_seen),
        day("not_after", spell.not_after),
        list("terms", terms),
    ]
}

/// How often, by which documents and rules, and with which words something is said.
fn evidence_fields(evidence: &[Evidence], options: ExportOptions) -> Vec<Field> {
    let mut documents: BTreeSet<String> = BTreeSet::new();
    let mut rules: BTreeSet<String> = BTreeSet::new();
    let mut words = None;
    for reason in evidence {
        match reason {
            Evidence::Words {
                document,
                rule,
                quote,
                ..
            } => {
                documents.insert(clean(document));
                rules.insert(clean(rule));
                words = words.or_else(|| quote.as_deref().filter(|_| options.quotes));
            }
            Evidence::Table { table, .. } => {
                rules.insert(format!("table {}", clean(table)));
            }
            Evidence::Judgement { judgement, .. } => {
                rules.insert(format!("judgement {}", clean(judgement)));
            }
        }
    }
    vec![
        (
            "evidence",
            Sort::Number,
            Some(Value::Number(evidence.len())),
        ),
        list("documents", documents.into_iter().collect()),
        list("rules", rules.into_iter().collect()),
        text("quote", words),
    ]
}

/// A term as `not_before/first_seen/last_seen/not_after`, empty where a day is not known.
fn term(spell: &Spell) -> String {
    let days = [
        spell.not_before,
        spell.first_seen,
        spell.last_seen,
        spell.not_after,
    ];
    let days = days.map(|day| day.map_or_else(String::new, |d| d.to_string()));
    days.join("/")
}

/// All terms of an office as one: from the first day to the last.
fn whole(spells: &[Spell]) -> Spell {
    Spell {
        // The bounds between two terms are none of the whole.
        not_before: spells.first().and_then(|s| s.not_before),
        first_seen: spells.iter().filter_map(|s| s.first_seen).min(),
        last_seen: spells.iter().filter_map(|s| s.last_seen).max(),
        not_after: spells.last().and_then(|s| s.not_after),
    }
}

fn text(name: &'static str, words: Option<&str>) -> Field {
    let words = words.map(clean).filter(|w| !w.is_empty());
    (name, Sort::Text, words.map(Value::Text))
}

/// What a line of a picture says: the title of an office, else the kind with the date.
pub(super) fn edge_label(at: &EdgeRef<'_>) -> String {
    let date = |date: Option<PartialDate>| date.map_or_else(String::new, |d| format!(" {d}"));
    match &at.edge.tie {
        Tie::Role { office, title, .. } => {
            let title = clean(title);
            if title.is_empty() {
                office.as_str().replace('_', " ")
            } else {
                title
            }
        }
        Tie::Met { date: day, .. } => format!("met{}", date(*day)),
        Tie::Attended {
            kind, date: day, ..
        } => format!("attended {kind}{}", date(*day)),
        Tie::Visited {
            date: day,
            planned: false,
        } => format!("visited{}", date(*day)),
        Tie::Visited {
            date: day,
            planned: true,
        } => format!("to visit{}", date(*day)),
        Tie::PartOf => "part of".to_owned(),
        Tie::Links => "links".to_owned(),
    }
}

/// Hundredths as a share of 1: `0.97`, `1.0`.
pub(super) fn share(hundredths: u8) -> String {
    match (hundredths / 100, hundredths % 100) {
        (1, _) => "1.0".to_owned(),
        (_, rest) if rest % 10 == 0 => format!("0.{}", rest / 10),
        (_, rest) => format!("0.{rest:02}"),
    }
}

impl Value {
    /// As one text; the members of a list apart by `between`, which begins with `;`. A semicolon or backslash of their own has
    /// a backslash before it, so that who reads the list back finds as many.
    pub(super) fn as_text(&self, between: &str) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::List(list) => {
                let list = list
                    .iter()
                    .map(|m| m.replace('\\', "\\\\").replace(';', "\\;"));
                list.collect::<Vec<_>>().join(between)
            }
            Self::Share(hundredths) => share(*hundredths),
            Self::Number(number) => number.to_string(),
            Self::Truth(truth) => truth.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_keeps_the_semicolons_of_its_members_apart() {
        let list = Value::List(vec!["A; B".to_owned(), r"C\D".to_owned()]);
        assert_eq!(list.as_text(";"), r"A\; B;C\\D");
    }

    #[test]
    fn shares_are_written_in_as_many_digits_as_they_need() {
        let written = [0, 5, 50, 97, 100].map(share);
        assert_eq!(written, ["0.0", "0.05", "0.5", "0.97", "1.0"]);
    }
}
