//! What a list calls a state, held against the tables, which know how states are called.

use std::collections::BTreeMap;

use super::problem::Problem;
use crate::lexicon::Lexicon;
use crate::ontology::StateCode;
use crate::text::fold;

/// Whether the tables call a state so, of each code and name that were asked for: to look a name up in all languages takes long.
#[derive(Debug, Default)]
pub(super) struct Asked(BTreeMap<(StateCode, String), bool>);

impl Asked {
    /// The name that the tables have for the state of a code; `None` where they know no such state, which may then be called
    /// anything.
    ///
    /// # Errors
    /// Where what was written is no name of this state in any language of the tables: which of code and name is right nobody
    /// knows, and a state of the tables keeps its name.
    pub(super) fn name(
        &mut self,
        code: StateCode,
        written: &str,
    ) -> Result<Option<&'static str>, Problem> {
        let tables = Lexicon::builtin();
        let Some(known) = tables.state(code) else {
            return Ok(None);
        };
        let folded = fold(written);
        let usual = std::iter::once(&known.name).chain(&known.names);
        let is_name = usual.map(|name| fold(name)).any(|name| name == folded)
            || *self.0.entry((code, folded)).or_insert_with(|| {
                let rows = tables.lookup(written).into_iter();
                let mut states = rows.filter(|row| row.table == "states.tsv");
                states.any(|row| row.row == code.as_str())
            });
        if is_name {
            return Ok(Some(&known.name));
        }
        let why = format!(
            "\"{written}\" is no name of the state {code}, which is \"{}\"",
            known.name
        );
        let hint = "write a name of that state, or the code of the one that is meant: of the state in body_state, of the person in state";
        Err(Problem::new(why).hint(hint))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_of_the_tables_has_their_names_and_another_any() {
        let mut asked = Asked::default();
        let mut name = |code: &str, written: &str| {
            let code = StateCode::parse(code);
            code.map(|code| asked.name(code, written).map_err(|why| why.message))
        };
        for written in [
            "Kazakhstan",
            "republic of kazakhstan",
            "Казахстан",
            "Kasachstan",
        ] {
            assert_eq!(
                name("KZ", written),
                Some(Ok(Some("Kazakhstan"))),
                "{written}"
            );
        }
        assert_eq!(name("XA", "Alvania"), Some(Ok(None)));
        let why = "\"Uzbekistan\" is no name of the state KZ, which is \"Kazakhstan\"";
        assert_eq!(name("KZ", "Uzbekistan"), Some(Err(why.to_owned())));
        assert!(name("KZ", "Alvania").is_some_and(|told| told.is_err()));
    }
}
