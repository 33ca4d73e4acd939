//! Who and what an article speaks of: people, bodies, states, places, dates, offices, and what refers to what.
//!
//! In comes a text, out come its sentences as rows of items, with the mentions that they hold. This module never asserts
//! a relation.

mod acronym;
mod body;
mod chamber;
mod commission;
mod date;
mod entity;
mod group;
mod interrupted;
mod item;
mod office;
mod page;
mod person;
mod settle;
mod word;
mod wording;

pub use acronym::Acronym;
pub use body::{BodyMention, Means};
pub(crate) use date::year_at;
pub use entity::{Bodies, BodyEntity, People, PersonEntity, Support};
pub(crate) use entity::{common_name, is_noun, names_state};
pub use item::{Item, Kind, When};
pub use office::OfficeMention;
pub(crate) use office::{name_of_state, next_state};
pub use person::{PersonMention, Strength};
pub use word::{Sentence, Word, Words, Zone};

use jiff::civil::Date;

use crate::lexicon::Lexicon;

/// A text with everything that was found in it.
#[derive(Debug)]
pub struct Mentions<'a> {
    /// The words and sentences.
    pub words: Words<'a>,
    /// The items of each sentence; a sentence of the page has none.
    pub items: Vec<Vec<Item<'a>>>,
    /// The mentions of bodies.
    pub bodies: Vec<BodyMention>,
    /// The acronyms that the text introduces, as (mention in brackets, body).
    pub acronyms: Vec<Acronym>,
    /// The mentions of offices.
    pub offices: Vec<OfficeMention>,
    /// The mentions of people by name.
    pub people: Vec<PersonMention>,
}

impl<'a> Mentions<'a> {
    /// Finds all mentions in a text. The day of its publication tells which houses sat then: "the lower house" of a state that has but one now.
    #[must_use]
    pub fn find(text: &'a str, lexicon: &'a Lexicon, published: Option<Date>) -> Self {
        let words = Words::new(text, lexicon, published);
        let (mut bodies, mut acronyms, mut offices, mut people) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let read = |s: &Sentence| match s.zone {
            Zone::Page => Vec::new(),
            Zone::Headline | Zone::Body | Zone::Item => item::items(&words, s),
        };
        let mut all: Vec<Vec<Item<'a>>> = words.sentences.iter().map(read).collect();
        settle::settle(lexicon, &mut all);
        let mut group = None;
        for (sentence, items) in words.sentences.iter().zip(&mut all) {
            if sentence.zone == Zone::Page {
                continue;
            }
            group = group::find(&words, items, group);
            date::find(&words, items);
            interrupted::find(&words, items);
            body::find(&words, sentence, items, &mut bodies);
            acronym::introduce(&words, items, &mut bodies, &mut acronyms);
        }
        acronym::short_for_assembly(&words, &bodies, &mut acronyms);
        for (sentence, items) in words.sentences.iter().zip(&mut all) {
            acronym::apply(&words, items, &mut bodies, &acronyms);
            let known = offices.len();
            office::find(&words, items, &mut offices);
            office::prefer_houses(&bodies, offices.get_mut(known..).unwrap_or_default());
            office::settle_houses(
                &words,
                &mut bodies,
                offices.get(known..).unwrap_or_default(),
            );
            person::find(&words, sentence, items, &mut people);
            office::add_states(&words, items, &mut offices);
        }
        let surnames = person::common_surnames(&words, &people);
        if !surnames.is_empty() {
            for (sentence, items) in words.sentences.iter().zip(&mut all) {
                if sentence.zone != Zone::Headline {
                    person::find_again(&words, &surnames, items, &mut people);
                }
            }
        }
        Self {
            words,
            items: all,
            bodies,
            acronyms,
            offices,
            people,
        }
    }
}

#[cfg(test)]
mod cases;
