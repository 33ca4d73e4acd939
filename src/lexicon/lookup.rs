//! What the tables know of a word or phrase, and where it stands.
//!
//! This is for people who ask, and reads the tables anew, all languages of them. Reading texts never comes here.

use super::build::{Lexicon, ends_as_surname};
use super::class::Class;
use super::plural::plural;
use super::rows::{TABLES, Table, Title, Words};
use super::table::Row;
use crate::text::fold;

/// A row of a table that knows a word or phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Knowledge {
    /// The table: the name of the file that comes with the program, or the path of the user's.
    pub table: String,
    /// What tells the row apart from the others: an id, a code, a name.
    pub row: String,
    /// The line in the table, from 1; the header is line 1.
    pub line: usize,
    /// What the phrase is there, and what the row stands for, in words for people.
    pub what: String,
    /// Where the row comes from, in words for people.
    pub source: String,
}

impl Lexicon {
    /// The rows of all tables that know a word or phrase, in the order of the tables and their lines. Case, diacritics,
    /// apostrophes and kinds of hyphens do not count. Names in languages that texts are not read in are found too.
    ///
    /// Reads all tables: some 50 ms.
    ///
    /// ```
    /// use interparl::lexicon::Lexicon;
    /// let known = Lexicon::builtin().lookup("MAZHILIS");
    /// assert!(known.iter().any(|k| k.table == "chambers.tsv" && k.row == "kz/majilis"));
    /// ```
    #[must_use]
    pub fn lookup(&self, phrase: &str) -> Vec<Knowledge> {
        let phrase = Phrase::new(phrase);
        let mut found = Vec::new();
        if phrase.folded.is_empty() {
            return found;
        }
        self.each_row(|row| {
            if let Some(what) = phrase.told_by(row) {
                found.push(Knowledge {
                    table: super::error::printable(row.file),
                    row: row.key(),
                    line: row.line,
                    what,
                    source: source(row),
                });
            }
        });
        found
    }

    /// Forms in the tables that may be meant by a word or phrase that no table knows: those that begin with it, then
    /// those that differ in a letter or two. At most eight, the likeliest first.
    ///
    /// ```
    /// use interparl::lexicon::Lexicon;
    /// assert_eq!(Lexicon::builtin().suggest("bundestga").first().map(String::as_str), Some("Bundestag"));
    /// ```
    #[must_use]
    pub fn suggest(&self, phrase: &str) -> Vec<String> {
        const MOST: usize = 8;
        let wanted = fold(phrase.trim());
        let length = wanted.chars().count();
        if length < 2 {
            return Vec::new();
        }
        // What counts first: a beginning before a near form, and how far it is.
        let mut found: Vec<(bool, usize, String)> = Vec::new();
        self.each_row(|row| {
            for (column, _) in row.schema.forms {
                let language = ["_en", "name", "title", "surname"];
                if !language.iter().any(|ending| column.ends_with(ending)) {
                    continue;
                }
                for value in row.named(column).split('|').filter(|v| !v.is_empty()) {
                    found.extend(likeness(&wanted, length, value));
                }
            }
        });
        found.sort();
        let mut forms: Vec<String> = Vec::new();
        for (_, _, form) in found {
            if forms.len() < MOST && !forms.contains(&form) {
                forms.push(form);
            }
        }
        forms
    }

    /// Hands over every row of every table. All of them were read before, so none fails.
    pub(super) fn each_row<'t>(&'t self, mut each: impl FnMut(&Row<'t>)) {
        for schema in TABLES {
            let read = self.tables.each_row(schema, |row| {
                each(row);
                Ok(())
            });
            debug_assert!(
                read.is_ok(),
                "a table that was read before can be read again"
            );
        }
    }
}

/// How much a form is like what is wanted, if at all: whether it only begins with it, and by how many letters it differs.
fn likeness(wanted: &str, length: usize, form: &str) -> Option<(bool, usize, String)> {
    let folded = fold(form);
    if folded.starts_with(wanted) {
        return Some((false, folded.len() - wanted.len(), form.to_owned()));
    }
    let most = match length {
        0..4 => 1,
        4..12 => 2,
        _ => 3,
    };
    if folded.chars().count().abs_diff(length) > most {
        return None;
    }
    let distance = rapidfuzz::distance::osa::distance(wanted.chars(), folded.chars());
    (distance <= most && distance < length).then(|| (true, distance, form.to_owned()))
}

/// What is looked up.
struct Phrase {
    folded: String,
}

impl Phrase {
    fn new(phrase: &str) -> Self {
        let words: Vec<&str> = phrase.split_whitespace().collect();
        Self {
            folded: fold(&words.join(" ")),
        }
    }

    fn is(&self, form: &str) -> bool {
        // Folding may drop signs but changes a word's length little: most forms need not be folded at all.
        form.len() <= 4 * self.folded.len() + 8 && fold(form) == self.folded
    }

    /// What a row says of the phrase, if anything.
    fn told_by(&self, row: &Row<'_>) -> Option<String> {
        let mut forms: Vec<String> = Vec::new();
        for (column, what) in row.schema.forms {
            let mut values = row.named(column).split('|').filter(|v| !v.is_empty());
            if let Some(value) = values.find(|v| self.is(bare(column, v))) {
                let language = match value.split_once(':') {
                    Some((language, _)) if *column == "ambiguous" => format!(" ({language})"),
                    _ => String::new(),
                };
                forms.push(format!("{what}{language}"));
            }
        }
        if row.schema.file == Title::SCHEMA.file
            && row.is_english()
            && forms.is_empty()
            && self.is(&plural(row.named("title")))
        {
            forms.push("plural of a title".to_owned());
        }
        if let Some(ending) = self.ending(row) {
            return Some(format!("has the ending of surnames \"-{ending}\""));
        }
        if forms.is_empty() {
            return None;
        }
        let language = match row.schema.columns.first() {
            Some(&"language") if !row.is_english() => format!(" [{}]", row.named("language")),
            _ => String::new(),
        };
        let about = (row.schema.describe)(row);
        let link = match row.schema.file {
            "given_names.tsv" | "surnames_first.tsv" | "particles.tsv" => ": ",
            _ if about.starts_with("the ") => ": ",
            _ => " ",
        };
        Some(format!("{}{link}{about}{language}", forms.join(", ")))
    }

    /// The ending of surnames in a row that the phrase has.
    fn ending<'t>(&self, row: &Row<'t>) -> Option<&'t str> {
        let endings = row.schema.file == Words::SCHEMA.file
            && row.named("class") == Class::SurnameEnding.as_str();
        if !endings || self.folded.contains(' ') {
            return None;
        }
        row.named("phrases")
            .split('|')
            .filter(|ending| ends_as_surname(&self.folded, &fold(ending)))
            .max_by_key(|ending| ending.len())
    }
}

/// A value without the language that stands before it in the column of ambiguous forms.
fn bare<'v>(column: &str, value: &'v str) -> &'v str {
    match value.split_once(':') {
        Some((_, form)) if column == "ambiguous" => form,
        _ => value,
    }
}

/// Where a row comes from: its own column where the table has one, else what is known of the whole table.
fn source(row: &Row<'_>) -> String {
    if !row.is_builtin() {
        return "a table of yours".to_owned();
    }
    let letters = row.named("sources");
    let spelled: Vec<&str> = letters.chars().filter_map(source_of_letter).collect();
    match (row.named("geonameid"), spelled.as_slice()) {
        ("", []) => row.schema.source.to_owned(),
        ("", spelled) => spelled.join(", "),
        (id, _) => format!("GeoNames {id}"),
    }
}

/// The letters of the column `sources`, as `SOURCES.md` explains them.
fn source_of_letter(letter: char) -> Option<&'static str> {
    match letter {
        'S' => Some("popular-names-by-country"),
        'F' => Some("Faker"),
        'M' => Some("Mimesis"),
        'H' => Some("own knowledge"),
        'E' => Some("EveryPolitician"),
        _ => None,
    }
}
