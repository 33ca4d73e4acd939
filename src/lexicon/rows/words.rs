//! Words that carry grammar or tell of an event.

use super::super::class::Class;
use super::super::error::{LexiconError, printable};
use super::super::phrases::{Entry, PhraseBuilder, RowNumber};
use super::super::table::{Row, Schema, column};
use super::{LANGUAGES, Table};

/// A row of the table of words: a class, a value, and phrases.
#[derive(Debug, Clone, Copy)]
pub(in crate::lexicon) struct Words {
    /// The class.
    pub class: Class,
    /// The value, where the class has one.
    pub value: u8,
}

const COLUMNS: &[&str] = &["language", "class", "value", "phrases", "note"];

/// The column of the phrases.
pub(in crate::lexicon) const PHRASES: usize = column!("phrases");

impl Table<'_> for Words {
    const SCHEMA: &'static Schema = &Schema {
        file: "words.tsv",
        columns: COLUMNS,
        key: &["language", "class", "value"],
        // A class has many words, and a row of a user's gives it more.
        replaces: false,
        content: include_str!("../data/words.tsv"),
        source: "own knowledge",
        forms: &[("phrases", "word")],
        describe: |row| {
            let class = row.cell(column!("class"));
            match row.cell(column!("value")) {
                "" => format!("of the class {class}"),
                value => format!("of the class {class}, with the value {value}"),
            }
        },
    };

    fn parse(row: &Row<'_>) -> Result<Self, LexiconError> {
        row.one_of(column!("language"), LANGUAGES)?;
        row.filled(PHRASES)?;
        let new = Self {
            class: row.word(column!("class"), Class::from_word)?,
            value: match row.cell(column!("value")) {
                "" => 0,
                n => n.parse().map_err(|_| {
                    row.problem(format!(
                        "the value \"{}\" is not a number up to 255",
                        printable(n)
                    ))
                })?,
            },
        };
        for (class, most) in [(Class::Month, 12), (Class::Weekday, 7)] {
            if new.class == class && !(1..=most).contains(&new.value) {
                return Err(row.problem(format!(
                    "the value of this class is a number from 1 to {most}"
                )));
            }
        }
        Ok(new)
    }

    fn phrases(&self, row: &Row<'_>, number: RowNumber, found: &mut PhraseBuilder) {
        if !matches!(self.class, Class::SurnameEnding | Class::Glued) {
            for phrase in row.values(PHRASES) {
                found.add(phrase, Entry::Word(self.class, number));
            }
        }
    }
}
