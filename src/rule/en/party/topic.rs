//! Whom an article is about, of several who hold one office.
//!
//! In comes an office without a name, out comes the one of whom the sentence goes on to tell. This module never says who holds an office.

use super::Parties;
use crate::mention::OfficeMention;

impl Parties<'_, '_, '_> {
    /// "Speaker A met Speaker B in Kampala. ... The Speaker also met the Prime Minister": of those who hold an office the one named first in the
    /// article, where "also" behind the title says that more is told of the same one; so it is where the article calls one of them "Mr Speaker", as
    /// those do who tell of their own.
    pub(super) fn goes_on(&self, mention: &OfficeMention, holders: &[usize]) -> Option<usize> {
        let words = &self.facts.mentions.words;
        let next = mention.words.end..mention.words.end + 1;
        let also = words.say(&next, &["also"]);
        let address = mention.words.start.checked_sub(1);
        let addressed =
            address.is_some_and(|w| words.is_address(w)) && mention.title == mention.words;
        let again = holders.len() > 1 && mention.bare() && (also || addressed);
        let first = |p: &usize| {
            let entity = self.facts.people.entities.get(*p)?;
            let mentions = entity.mentions.iter();
            let named = mentions.filter_map(|m| self.facts.mentions.people.get(*m));
            named
                .map(|m| m.words.start)
                .filter(|w| *w < mention.words.start)
                .min()
        };
        let named = holders
            .iter()
            .copied()
            .filter_map(|p| Some((first(&p)?, p)));
        named.filter(|_| again).min().map(|(_, p)| p)
    }
}
