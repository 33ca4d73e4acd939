//! Commissions and the bodies that their names tell: "the Executive Committee of the Forum", "the Forum's Executive Committee".
//!
//! In come the bodies of an article, out come the same with two such names made one, and commissions tied to what they name. This
//! module never joins bodies of two owners.

use std::collections::BTreeMap;

use super::super::body::{BodyMention, Means};
use super::super::word::Words;
use super::Bodies;
use super::bodies::{BodyEntity, add_new};
use super::same::key;
use crate::lexicon::Class;
use crate::ontology::{BodyForm, NodeKind, StateCode};

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

    /// "the Slovenian committee": makes a name of nothing but a people and the noun that of the only commission of that state. "the friendship
    /// group with France" becomes the only group of which the state from which the article comes is the first and France the second.
    pub(super) fn join_national(
        &mut self,
        words: &Words<'_>,
        mentions: &[BodyMention],
        home: Option<StateCode>,
    ) {
        let short = |e: &BodyEntity| is_national(words, mentions, e) || is_with_partner(e);
        for number in 0..self.entities.len() {
            let Some(own) = self.entities.get(number).filter(|e| short(e)) else {
                continue;
            };
            let fits = |e: &BodyEntity| {
                let of_state = own.states.iter().all(|s| e.states.contains(s));
                e.kind == NodeKind::Commission
                    && e.form == own.form
                    && of_state
                    && !e.mentions.is_empty()
                    && !short(e)
                    && (!is_with_partner(own)
                        || home.is_some()
                            && e.states.first() == home.as_ref()
                            && own.states.first() != home.as_ref())
            };
            let all = own.mentions.clone();
            let mut others =
                (0..self.entities.len()).filter(|n| self.entities.get(*n).is_some_and(fits));
            if let (Some(known), None) = (others.next(), others.next()) {
                for mention in all {
                    self.reassign(mention, known);
                }
            }
        }
    }

    /// Ties commissions to the bodies that their mentions name, and gives them the states of these.
    pub(super) fn tie(&mut self, words: &Words<'_>, mentions: &[BodyMention]) {
        for entity in 0..self.entities.len() {
            let Some(body) = self.entities.get(entity) else {
                continue;
            };
            if body.kind != NodeKind::Commission {
                continue;
            }
            let own = body.mentions.iter().filter_map(|n| mentions.get(*n));
            let parts = own.flat_map(|m| {
                let house = house_behind(words, mentions, m);
                m.parts.iter().copied().chain(house)
            });
            let parts: Vec<usize> = parts.collect();
            for part in parts {
                let Some(other) = self.of(part).filter(|o| *o != entity) else {
                    continue;
                };
                let tied = self.entities.get(other);
                let states = tied.map(|o| o.states.clone()).unwrap_or_default();
                if let Some(e) = self.entities.get_mut(entity) {
                    add_new(&mut e.ties, &[other]);
                    add_new(&mut e.states, &states);
                }
            }
        }
    }
}

/// "the Taiwan Friendship Group in the Chamber of Deputies of Brazil", "Committee on Trade, Senate of Kenya": the house in which a
/// friendship group is, or that of a committee, behind its name.
fn house_behind(
    words: &Words<'_>,
    mentions: &[BodyMention],
    mention: &BodyMention,
) -> Option<usize> {
    let links: &[&str] = match mention.form? {
        BodyForm::FriendshipGroup => &["in", "in the", "at the"],
        BodyForm::Committee if mention.parts.is_empty() && mention.states.is_empty() => &[","],
        _ => return None,
    };
    let end = mention.words.end;
    let within = |n: usize| words.say(&(end..n), links);
    mentions.iter().position(|other| {
        let house = matches!(other.kind, NodeKind::Chamber | NodeKind::Parliament);
        let near = (end + 1..=end + 2).contains(&other.words.start);
        house && near && within(other.words.start)
    })
}

/// Whether a friendship group is named by its partner alone: "friendship group with France".
fn is_with_partner(body: &BodyEntity) -> bool {
    let name = key(&body.name);
    let group = [
        "friendship group with ",
        "parliamentary friendship group with ",
    ];
    body.form == Some(BodyForm::FriendshipGroup)
        && body.states.len() == 1
        && group.iter().any(|g| name.starts_with(g))
}

/// Whether all names of a commission are of two words, a people and a noun: "Slovenian committee".
fn is_national(words: &Words<'_>, mentions: &[BodyMention], body: &BodyEntity) -> bool {
    let national = |n: &usize| {
        mentions.get(*n).is_some_and(|m| {
            let noun = m.words.end.checked_sub(1);
            let bare = m.words.len() == 2 && m.states.len() == 1 && m.parts.is_empty();
            bare && noun.is_some_and(|w| words.is_of(w, &[Class::BodyNoun]))
        })
    };
    let one = body.kind == NodeKind::Commission && body.states.len() == 1;
    one && !body.mentions.is_empty() && body.mentions.iter().all(national)
}
