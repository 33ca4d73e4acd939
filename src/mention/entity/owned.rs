//! Committees named by their owner in two ways: "the Executive Committee of the Forum", "the Forum's Executive Committee".
//!
//! In come the bodies of an article, out come the same with such two made one. This module never joins bodies of two owners.

use std::collections::BTreeMap;

use super::super::body::{BodyMention, Means};
use super::super::word::Words;
use super::Bodies;
use super::same::key;
use crate::ontology::NodeKind;

impl Bodies {
    /// Makes one body of those that have the same words for themselves and the same owner, however its name is written.
    pub(super) fn join_owned(&mut self, words: &Words<'_>, mentions: &[BodyMention]) {
        let mut first: BTreeMap<(usize, String), usize> = BTreeMap::new();
        for (number, mention) in mentions.iter().enumerate() {
            let (Some(entity), Some(own)) =
                (self.of(number), self.own_words(words, mentions, mention))
            else {
                continue;
            };
            let known = *first.entry(own).or_insert(entity);
            if known != entity {
                let all = self.entities.get(entity).map(|e| e.mentions.clone());
                for mention in all.unwrap_or_default() {
                    self.reassign(mention, known);
                }
            }
        }
    }

    /// The owner of a commission, an assembly that its name tells, and the name without it.
    fn own_words(
        &self,
        words: &Words<'_>,
        mentions: &[BodyMention],
        mention: &BodyMention,
    ) -> Option<(usize, String)> {
        let [part] = mention.parts.as_slice() else {
            return None;
        };
        let owner = self.of(*part)?;
        let assembly = self.entities.get(owner)?.kind == NodeKind::Assembly;
        let named = mention.kind == NodeKind::Commission && mention.means == Means::Named;
        if !assembly || !named || mention.plural {
            return None;
        }
        let part = mentions.get(*part)?.words.clone();
        let before = words.text_of(&(mention.words.start..part.start.max(mention.words.start)));
        let behind = words.text_of(&(part.end.min(mention.words.end)..mention.words.end));
        let own = key(&format!("{before} {behind}"));
        let own = own
            .trim_end_matches(" of")
            .trim_start_matches("s ")
            .to_owned();
        own.contains(' ').then_some((owner, own))
    }
}
