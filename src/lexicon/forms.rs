//! All forms of the names of bodies and states, in every language that the tables have.
//!
//! Texts are read in English only, but names of bodies are compared in any language.

use super::build::Lexicon;
use super::rows::{Assembly, BodyHead, Chamber, State, Table as _};
use super::table::Row;
use crate::ontology::{BodyForm, StateCode};

/// What a form is a name of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Named {
    /// A state, or its people or adjective.
    State(StateCode),
    /// A chamber or parliament, by its id.
    Chamber {
        /// The id, such as `kz/majilis`.
        id: String,
        /// Whether it alone has the form.
        own: bool,
    },
    /// An assembly, by its id.
    Assembly {
        /// The id, such as `ipu`.
        id: String,
        /// Whether it alone has the form.
        own: bool,
    },
    /// A sort of body between parliaments.
    Head(BodyForm),
}

/// The columns of the table of states that hold names, peoples and adjectives.
const OF_STATES: &[&str] = &[
    "name",
    "official_en",
    "aliases_en",
    "demonyms_en",
    "name_ru",
    "official_ru",
    "cases_ru",
    "adjective_ru",
    "name_kk",
    "name_fr",
    "adjective_fr",
    "name_es",
    "adjective_es",
    "name_de",
    "name_tr",
    "name_ar",
    "name_zh",
];

/// The columns of names that a body has alone, and of those that it may share.
const OWN: &[&str] = &["official_en", "aliases_en", "abbreviations"];
const SHARED: &[&str] = &[
    "name",
    "ambiguous_en",
    "name_native",
    "name_ru",
    "name_kk",
    "name_fr",
    "name_es",
];

impl Lexicon {
    /// Every form of the tables that names a state, a chamber, an assembly or a sort of commission, with what it names.
    ///
    /// Reads four tables; meant to be asked once.
    ///
    /// ```
    /// use interparl::lexicon::{Lexicon, Named};
    /// let forms = Lexicon::builtin().forms_of_bodies();
    /// let id = "kz/majilis".to_owned();
    /// assert!(forms.contains(&("Мажилис".to_owned(), Named::Chamber { id, own: false })));
    /// ```
    #[must_use]
    pub fn forms_of_bodies(&self) -> Vec<(String, Named)> {
        let mut forms = Vec::new();
        self.each_row(|row| {
            let file = row.schema.file;
            if file == State::SCHEMA.file {
                if let Some(code) = StateCode::parse(row.named("code")) {
                    take(row, OF_STATES, &Named::State(code), &mut forms);
                }
            } else if file == Chamber::SCHEMA.file {
                take_both(row, |id, own| Named::Chamber { id, own }, &mut forms);
            } else if file == Assembly::SCHEMA.file {
                take_both(row, |id, own| Named::Assembly { id, own }, &mut forms);
            } else if file == BodyHead::SCHEMA.file
                && let Some(form) = BodyForm::from_word(row.named("subkind"))
            {
                let named = Named::Head(form);
                take(row, &["phrase", "variants"], &named, &mut forms);
            }
        });
        forms
    }
}

fn take_both(
    row: &Row<'_>,
    named: impl Fn(String, bool) -> Named,
    forms: &mut Vec<(String, Named)>,
) {
    let id = row.named("id").to_owned();
    take(row, OWN, &named(id.clone(), true), forms);
    take(row, SHARED, &named(id, false), forms);
}

fn take(row: &Row<'_>, columns: &[&str], named: &Named, forms: &mut Vec<(String, Named)>) {
    for column in columns {
        let values = row.named(column).split('|').filter(|v| !v.is_empty());
        forms.extend(values.map(|value| (value.to_owned(), named.clone())));
    }
}
