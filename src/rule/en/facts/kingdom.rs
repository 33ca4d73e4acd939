//! Which state a king without a state is king of.
//!
//! In comes a title and the state of the context, out comes a kingdom. This module never looks at other titles.

use super::Facts;
use crate::lexicon::Class;
use crate::mention::OfficeMention;
use crate::ontology::{Office, StateCode};

impl Facts<'_, '_> {
    /// Whether a title is that of a king or a queen.
    pub(super) fn is_king(&self, office: &OfficeMention) -> bool {
        let title = &office.title;
        title.len() == 1 && self.mentions.words.is_of(title.start, &[Class::Monarch])
    }

    /// "President of the Republic" in an article about a kingdom: whether a bare title is that of a president, whom a kingdom has not at
    /// its head.
    pub(super) fn is_no_office_of(
        &self,
        office: &OfficeMention,
        class: Office,
        state: StateCode,
    ) -> bool {
        let title = self.mentions.words.text_of(&office.title);
        class == Office::HeadOfState
            && title.contains("President")
            && self.kingdom(Some(state)).is_some()
    }

    /// The kingdom whose king a bare title means: the state of the context if it is one by its name.
    pub(super) fn kingdom(&self, state: Option<StateCode>) -> Option<StateCode> {
        let kingdom = |code: &StateCode| {
            let row = self.mentions.words.lexicon.state(*code);
            row.is_some_and(|row| {
                let mut names = std::iter::once(&row.name).chain(&row.names);
                names.any(|name| name.contains("Kingdom"))
            })
        };
        state.filter(kingdom)
    }
}
