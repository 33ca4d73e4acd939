//! Officers whom a friendship group elects: "He was elected President; A and B became Vice Presidents".
//!
//! In comes an office that names no body, out comes that of the group of whose founding or election the article tells. This module
//! never looks at an office that names its body or state.

use super::super::holding::Holding;
use super::title::class_in;
use super::{Facts, Target};
use crate::lexicon::{Class, Title};
use crate::mention::{Item, Means, OfficeMention};
use crate::ontology::{BodyForm, NodeKind, Office};

impl Facts<'_, '_> {
    /// The office of a title without a body in the friendship group whose officers an article tells of, where the sentence elects
    /// somebody.
    pub(super) fn of_elected(
        &self,
        office: &OfficeMention,
        holding: &Holding,
        titles: &[&Title],
    ) -> Option<(Office, Target)> {
        let class = class_in(titles, NodeKind::Commission)?;
        let officer = matches!(class, Office::Chair | Office::CoChair | Office::DeputyChair);
        if !officer || self.says_speaker(office) || !self.elects(holding.sentence) {
            return None;
        }
        let group = self.group_before(office.words.start)?;
        Some((class, Target::Body(group)))
    }

    /// Whether a title is that of a speaker by its own word.
    pub(super) fn says_speaker(&self, office: &OfficeMention) -> bool {
        let title = self.mentions.words.text_of(&office.title);
        ["speaker", "marshal"]
            .iter()
            .any(|t| title.to_lowercase().contains(t))
    }

    /// Whether somebody comes into an office in a sentence.
    fn elects(&self, sentence: usize) -> bool {
        let items = self.mentions.items.get(sentence);
        items.is_some_and(|items| items.iter().any(|i| self.is_election(i)))
    }

    fn is_election(&self, item: &Item<'_>) -> bool {
        let office = item.office().and_then(|o| self.mentions.offices.get(o));
        let becomes = item.word(Class::Become);
        item.is(Class::Elect)
            || office.is_some_and(|o| o.elected)
            || becomes.is_some_and(|row| self.mentions.words.lexicon.value(row) == 0)
    }

    /// The friendship group named last before a word, where a sentence that names it, or the one behind, tells of its founding or
    /// of an election.
    pub(in crate::rule::en) fn group_before(&self, start: usize) -> Option<usize> {
        let sentences = &self.mentions.words.sentences;
        let bodies = self.mentions.bodies.iter().enumerate();
        let mut named = bodies
            .filter(|(_, mention)| mention.words.start < start)
            .filter_map(|(number, mention)| {
                let entity = self.bodies.of(number)?;
                let body = self.bodies.entities.get(entity)?;
                let friends = body.form == Some(BodyForm::FriendshipGroup);
                let own = body.kind == NodeKind::Commission && body.means == Means::Named;
                let place = sentences
                    .iter()
                    .position(|s| s.words.contains(&mention.words.start))?;
                (friends && own && self.tells_of_officers(place)).then_some(entity)
            });
        named.next_back()
    }

    fn tells_of_officers(&self, sentence: usize) -> bool {
        (sentence..sentence + 2).any(|s| {
            let founds = |i: &Item<'_>| i.is_any(&[Class::Found, Class::Resume]);
            let items = self.mentions.items.get(s);
            self.elects(s) || items.is_some_and(|items| items.iter().any(founds))
        })
    }
}
