//! What every format comes down to: nodes, edges and meetings as rows of named fields.

use std::collections::BTreeMap;

use super::problem::{Losses, Problem};
use super::state_name::Asked;

/// What stands between the members of a list that came as one.
const BETWEEN: char = '\u{1f}';

/// A row and where it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// Such as `edges.csv:12` or `edge 12`.
    pub(super) place: String,
    /// The file, with the line where it is known; it stands before a place that does not tell it.
    file: String,
    fields: BTreeMap<String, String>,
    /// The ids of the people of each side of a meeting.
    pub(super) sides: Vec<Vec<String>>,
    /// For whom people came to a meeting: a person, an office, a body.
    pub(super) capacities: Vec<[String; 3]>,
    /// What could not be read when the row was made.
    pub(super) troubles: Vec<Problem>,
}

/// All rows of a file or folder.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) nodes: Vec<Row>,
    pub(super) edges: Vec<Row>,
    pub(super) meetings: Vec<Row>,
    pub(super) lives: Vec<Row>,
    pub(super) losses: Losses,
    /// How the tables call the states of lists.
    pub(super) asked: Asked,
}

impl Row {
    /// An empty row. `file` has the line where that is known and the place does not tell it.
    pub(super) fn at(file: impl Into<String>, place: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            file: file.into(),
            ..Self::default()
        }
    }

    /// An empty row at the same place.
    pub(super) fn beside(other: &Self) -> Self {
        Self::at(&other.file, &other.place)
    }

    /// The place with the file.
    pub(super) fn told_place(&self) -> String {
        if self.place.starts_with(&self.file) {
            self.place.clone()
        } else {
            format!("{}: {}", self.file, self.place)
        }
    }

    /// Puts a field in; an empty one is none. Of two that differ the first one stays, which is told.
    pub(super) fn put(&mut self, name: &str, value: impl Into<String>) {
        let value = value.into();
        let value = value.trim();
        if value.is_empty() {
            return;
        }
        let known = self
            .fields
            .entry(name.to_owned())
            .or_insert_with(|| value.to_owned());
        if known != value {
            let why = format!("there are two \"{name}\", and \"{value}\" is not the first");
            self.troubles.push(Problem::new(why));
        }
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.fields.get(name).map(String::as_str)
    }

    /// Whether another row says the same, wherever it stands.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        let said = |row: &Self| {
            (
                row.fields.clone(),
                row.sides.clone(),
                row.capacities.clone(),
            )
        };
        said(self) == said(other)
    }

    /// The names of the fields.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.fields.keys().map(String::as_str)
    }

    /// Takes a field out.
    pub(super) fn forget(&mut self, name: &str) {
        self.fields.remove(name);
    }

    /// A field that must be there.
    pub(super) fn need(&self, name: &str) -> Result<&str, Problem> {
        self.get(name)
            .ok_or_else(|| Problem::new(format!("there is no \"{name}\"")))
    }

    /// Puts a list in, whose members may have any character but one that nobody reads.
    pub(super) fn put_list(&mut self, name: &str, members: &[&str]) {
        let mut list = members.join(&BETWEEN.to_string());
        list.push(BETWEEN);
        self.put(
            name,
            if members.is_empty() {
                String::new()
            } else {
                list
            },
        );
    }

    /// The members of a list; in one that came as a text, `;` stands between them, and `\;` is one of their own.
    pub(super) fn list(&self, name: &str) -> Vec<String> {
        let list = self.get(name).unwrap_or_default();
        let members: Vec<String> = if list.contains(BETWEEN) {
            list.split(BETWEEN).map(str::to_owned).collect()
        } else {
            parted(list)
        };
        let members = members.iter().map(|m| m.trim().to_owned());
        members.filter(|m| !m.is_empty()).collect()
    }
}

/// The parts of a text between semicolons that have no backslash before them.
fn parted(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let own = letters.next_if(|next| letter == '\\' && matches!(next, ';' | '\\'));
        if letter == ';' {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(own.unwrap_or(letter));
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_semicolon_behind_a_backslash_parts_nothing() {
        let mut row = Row::at("x.csv", "x.csv:1");
        row.put("aliases", r"A\; B;C:\dir; D\\");
        assert_eq!(row.list("aliases"), ["A; B", r"C:\dir", r"D\"]);
        row.put_list("names", &["A; B", "C"]);
        assert_eq!(row.list("names"), ["A; B", "C"]);
    }

    #[test]
    fn the_first_of_two_values_stays_and_the_second_is_told() {
        let mut row = Row::at("x.gexf:7", "node 2");
        row.put("name", "A");
        row.put("name", "A ");
        row.put("name", "B");
        assert_eq!(row.get("name"), Some("A"));
        assert_eq!(row.troubles.len(), 1);
        assert_eq!(row.told_place(), "x.gexf:7: node 2");
    }
}
