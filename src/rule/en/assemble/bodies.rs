//! The bodies of an article as entities: which are kept, under which name and key, with which forms.
//!
//! In come the bodies of the facts, out come entities. This module never joins two bodies.

use std::ops::Range;

use super::super::facts::{Target, is_chamber};
use super::Builder;
use crate::claim::{Entity, Form};
use crate::lexicon::{Class, Entry};
use crate::mention::{BodyEntity, BodyMention, Means};
use crate::ontology::{BodyForm, NodeKind};
use crate::text::fold;

impl<'a> Builder<'_, '_, 'a> {
    /// Adds the bodies of the facts that are kept.
    pub(super) fn bodies(&mut self) {
        let facts = self.facts;
        for (number, body) in facts.bodies.entities.iter().enumerate() {
            if !self.kept(number) {
                continue;
            }
            let mut forms = self.forms(number, body);
            let mut name = body.name.clone();
            if let Some(own) = self.own_name(number)
                && self.add_own_name(body, own, &mut forms)
            {
                own.clone_into(&mut name);
            }
            let (row, key) = self.row(number);
            let commission = body.kind == NodeKind::Commission;
            let state = body.states.first().copied();
            self.bodies.insert(number, self.entities.len());
            self.entities.push(Entity {
                kind: body.kind,
                name,
                row,
                form: body.form.or(commission.then_some(BodyForm::Commission)),
                state: state.filter(|_| is_chamber(body)),
                forms,
                keys: vec![key],
            });
        }
    }

    /// The mentions of a body, in the order of the text.
    pub(super) fn body_mentions<'s>(
        &'s self,
        body: &'s BodyEntity,
    ) -> impl Iterator<Item = &'s BodyMention> {
        let numbers = body.mentions.iter();
        numbers.filter_map(|m| self.facts.mentions.bodies.get(*m))
    }

    /// The words under which an article speaks of a body: its mentions, their bare names, the acronyms introduced for it.
    fn forms(&self, number: usize, body: &BodyEntity) -> Vec<Form> {
        let mut forms: Vec<Form> = Vec::new();
        for mention in self.body_mentions(body) {
            let named = mention.means != Means::Reference || self.capital(&mention.words);
            forms.push(self.form(&mention.words, named));
            if mention.name != mention.words && self.capital(&mention.name) {
                forms.push(self.form(&mention.name, true));
            }
            if let Some(own) = self.without_state(mention) {
                forms.push(self.form(&own, true));
            }
            if let Some(own) = self.without_owner(mention) {
                forms.push(self.form(&own, true));
            }
        }
        for acronym in &self.facts.mentions.acronyms {
            if self.facts.bodies.of(acronym.body) == Some(number) {
                forms.push(self.form(&acronym.words, true));
            }
        }
        forms
    }

    /// The name of a chamber without the state behind it, where the table has both as one: "Grand National Assembly" of "Grand
    /// National Assembly of Turkey".
    fn without_state(&self, mention: &BodyMention) -> Option<Range<usize>> {
        let words = &self.facts.mentions.words;
        if mention.name != mention.words || !matches!(mention.means, Means::Chambers(_)) {
            return None;
        }
        let of = mention
            .words
            .clone()
            .find(|w| words.text_of(&(*w..w + 1)) == "of")?;
        let mut tail = of + 1;
        tail += usize::from(words.text_of(&(tail..tail + 1)) == "the");
        let rest = |n: usize| words.at(tail + n).symbol;
        let left = mention.words.end.checked_sub(tail)?;
        let state = words
            .lexicon
            .phrases_at(words.at(tail).symbol, rest)
            .any(|p| p.length == left && p.entries.iter().any(|e| matches!(e, Entry::State(_))));
        (state && of > mention.words.start + 1).then_some(mention.words.start..of)
    }

    /// The name of a committee without the chamber to which it belongs: "Committee on Trade" of "Committee on Trade of the
    /// Senate".
    fn without_owner(&self, mention: &BodyMention) -> Option<Range<usize>> {
        let words = &self.facts.mentions.words;
        let parts = mention.parts.iter();
        let mut owners = parts.filter_map(|p| self.facts.mentions.bodies.get(*p));
        let owner = owners.find(|o| {
            o.words.start > mention.words.start && o.words.end == mention.words.end && is_owner(o)
        })?;
        let mut end = owner.words.start;
        while end > mention.words.start + 1 {
            let before = words.small(&(end - 1..end));
            if !["of", "the", "in", "at"].contains(&before.as_ref()) {
                break;
            }
            end -= 1;
        }
        // "the Commission between the Senate and the Federation Council" belongs to neither.
        let joint = words.is_of(end - 1, &[Class::And]);
        (end < owner.words.start && end > mention.words.start + 1 && !joint)
            .then_some(mention.words.start..end)
    }

    /// Adds the table's own name of an assembly where a longer mention has it inside: "the Assembly of the
    /// Inter-Parliamentary Union" has the name of the union in it. Gives whether there is such a mention.
    fn add_own_name(&self, body: &BodyEntity, own: &str, forms: &mut Vec<Form>) -> bool {
        let words = &self.facts.mentions.words;
        let mut inside = false;
        for mention in self.body_mentions(body) {
            let text = words.text_of(&mention.words);
            if mention.name != mention.words || text == own || !text.contains(own) {
                continue;
            }
            inside = true;
            let end = mention.words.end;
            let begins = |w: &usize| words.text_of(&(*w..end)).starts_with(own);
            let first = mention.words.clone().find(begins);
            forms.extend(first.map(|w| self.form(&(w..end), true)));
        }
        inside
    }

    /// A body is kept where the article says something of it, or names it by more than a common noun.
    fn kept(&self, number: usize) -> bool {
        let Some(body) = self.facts.bodies.entities.get(number) else {
            return false;
        };
        if self.facts.is_of_letters(number) {
            return false;
        }
        if body.means != Means::Named || body.kind == NodeKind::Assembly {
            return true;
        }
        let target = Target::Body(number);
        let held = self.facts.roles.iter().any(|r| r.target == target);
        let composed = self.body_mentions(body).any(|m| {
            let several = m.words.len() > 1 && self.capital(&m.words);
            !m.plural && (!m.states.is_empty() || !m.parts.is_empty() || several)
        });
        held || composed
    }

    /// Whether one of the words has a capital.
    fn capital(&self, words: &Range<usize>) -> bool {
        words
            .clone()
            .any(|w| self.facts.mentions.words.at(w).token.shape.is_capital())
    }

    /// The name that the table has for an assembly.
    fn own_name(&self, number: usize) -> Option<&'a str> {
        let Means::Assembly(row) = self.facts.bodies.entities.get(number)?.means else {
            return None;
        };
        let lexicon = self.facts.mentions.words.lexicon;
        lexicon.assembly(row).map(|a| a.name.as_str())
    }

    /// The row of the table that a body is, and its key: by the row, else by its folded name.
    pub(super) fn row(&self, number: usize) -> (Option<String>, String) {
        let Some(body) = self.facts.bodies.entities.get(number) else {
            return (None, String::new());
        };
        let lexicon = self.facts.mentions.words.lexicon;
        let row = match &body.means {
            Means::Chambers(rows) => rows
                .first()
                .and_then(|r| lexicon.chamber(*r))
                .map(|c| c.id.clone()),
            Means::Assembly(row) => lexicon.assembly(*row).map(|a| a.id.clone()),
            Means::Named | Means::Reference => None,
        };
        let key = row.clone().unwrap_or_else(|| fold(&body.name));
        (row, format!("body:{key}"))
    }
}

/// Whether a body can own committees.
fn is_owner(body: &BodyMention) -> bool {
    matches!(body.kind, NodeKind::Chamber | NodeKind::Parliament)
}
