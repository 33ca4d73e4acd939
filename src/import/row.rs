//! What every format comes down to: nodes, edges and meetings as rows of named fields.

use std::collections::BTreeMap;

use super::Lost;

/// What stands between the members of a list that came as one.
const BETWEEN: char = '\u{1f}';

/// A row and where it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// Such as `edges.csv:12` or `edge 12`.
    pub(super) place: String,
    fields: BTreeMap<String, String>,
}

/// All rows of a file or folder.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) nodes: Vec<Row>,
    pub(super) edges: Vec<Row>,
    pub(super) meetings: Vec<Row>,
    pub(super) lives: Vec<Row>,
    pub(super) lost: Lost,
}

impl Row {
    pub(super) fn at(place: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            fields: BTreeMap::new(),
        }
    }

    /// Puts a field in; an empty one is none.
    pub(super) fn put(&mut self, name: &str, value: impl Into<String>) {
        let value = value.into();
        if !value.trim().is_empty() {
            self.fields.insert(name.to_owned(), value.trim().to_owned());
        }
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.fields.get(name).map(String::as_str)
    }

    /// Takes a field out.
    pub(super) fn forget(&mut self, name: &str) {
        self.fields.remove(name);
    }

    /// A field that must be there.
    pub(super) fn need(&self, name: &str) -> Result<&str, String> {
        self.get(name)
            .ok_or_else(|| format!("{}: there is no \"{name}\"", self.place))
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

    /// The members of a list; in one that came as a text, `;` stands between them.
    pub(super) fn list(&self, name: &str) -> Vec<&str> {
        let list = self.get(name).unwrap_or_default();
        let between = if list.contains(BETWEEN) { BETWEEN } else { ';' };
        let members = list.split(between).map(str::trim);
        members.filter(|m| !m.is_empty()).collect()
    }
}

/// Counts a loss.
pub(super) fn lose(lost: &mut Lost, what: &'static str, times: usize) {
    if times > 0 {
        *lost.entry(what).or_default() += times;
    }
}
