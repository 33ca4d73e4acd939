//! Whom an article is about, of several who hold one office.
//!
//! In comes an office without a name, out comes the one of whom the sentence goes on to tell. This module never says who holds an office.

use super::Parties;
use crate::mention::OfficeMention;

impl Parties<'_, '_, '_> {
    /// "Mr Speaker": whether a form of address stands before a title.
    fn is_addressed(&self, mention: &OfficeMention) -> bool {
        let before = mention.words.start.checked_sub(1);
        before.is_some_and(|w| self.facts.mentions.words.is_address(w))
    }

    /// "Mr Speaker, I met B": whether a title is how somebody speaks to its holder.
    pub(super) fn is_spoken_to(&self, mention: &OfficeMention) -> bool {
        let next = mention.words.end..mention.words.end + 1;
        self.is_addressed(mention) && self.facts.mentions.words.text_of(&next) == ","
    }

    /// "Speaker A met Speaker B in Kampala. ... The Speaker also met the Prime Minister": of those who hold an office the one named first in the
    /// article, where "also" behind the title says that more is told of the same one; so it is where the article calls one of them "Mr Speaker", as
    /// those do who tell of their own.
    pub(super) fn goes_on(&self, mention: &OfficeMention, holders: &[usize]) -> Option<usize> {
        let words = &self.facts.mentions.words;
        let next = mention.words.end..mention.words.end + 1;
        let also = words.say(&next, &["also"]);
        let addressed = self.is_addressed(mention) && mention.title == mention.words;
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
        let home = self.facts.home.filter(|_| addressed);
        let at_home = |p: &usize| home.is_some() && self.facts.state_of(*p) == home;
        let own = holders.iter().copied().find(at_home);
        own.filter(|_| again)
            .or_else(|| named.filter(|_| again).min().map(|(_, p)| p))
    }
}
