//! Which state a king without a state is king of.
//!
//! In comes a title and the state of the context, out comes a kingdom. This module never looks at other titles.

use super::Facts;
use crate::lexicon::Class;
use crate::mention::OfficeMention;
use crate::ontology::StateCode;

impl Facts<'_, '_> {
    /// Whether a title is that of a king or a queen.
    pub(super) fn is_king(&self, office: &OfficeMention) -> bool {
        let title = &office.title;
        title.len() == 1 && self.mentions.words.is_of(title.start, &[Class::Monarch])
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
