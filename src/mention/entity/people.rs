//! The people of an article: full names, and the shorter forms that point back at one of them.
//!
//! In come the mentions of people by name, out come people. This module never looks at offices.

use std::cmp::Reverse;

use super::super::person::{PersonMention, Strength};
use super::super::word::Words;
use super::written;
use crate::ontology::StateCode;

/// A person of the article.
#[derive(Debug, Clone, Default)]
pub struct PersonEntity {
    /// The folded words of the fullest name.
    pub key: Vec<String>,
    /// The fullest name as written.
    pub name: String,
    /// The numbers of the mentions, in the order of the text.
    pub mentions: Vec<usize>,
    /// The state in brackets behind the name.
    pub state: Option<StateCode>,
}

/// The people of an article, and which mention is whose.
#[derive(Debug, Clone, Default)]
pub struct People {
    /// The people.
    pub entities: Vec<PersonEntity>,
    /// For each mention its person; `None` where it turned out to be no person.
    pub of_mention: Vec<Option<usize>>,
    /// Mentions of a surname that two people have.
    pub ambiguous: Vec<usize>,
}

/// What speaks for a weak mention being a person: that it holds an office, or the like.
pub type Support<'s> = &'s dyn Fn(usize) -> bool;

/// Particles that are no name by themselves.
const PARTICLES: &[&str] = &["al", "el", "bin", "de", "van", "von"];

impl People {
    /// Groups mentions of one person: full names first, then the shorter forms that point back at one of them.
    #[must_use]
    pub fn group(words: &Words<'_>, mentions: &[PersonMention], supported: Support<'_>) -> Self {
        let mut new = Self {
            of_mention: vec![None; mentions.len()],
            ..Self::default()
        };
        let mut order: Vec<(usize, &PersonMention)> = mentions.iter().enumerate().collect();
        order.sort_by_key(|(n, m)| (Reverse(m.key.len()), Reverse(full_words(m)), *n));
        for (number, mention) in order {
            let fits: Vec<usize> = (0..new.entities.len())
                .filter(|e| new.fits(*e, mention))
                .collect();
            let entity = match new.best(&fits, mention) {
                Some(entity) => entity,
                None if fits.len() > 1 => {
                    new.ambiguous.push(number);
                    continue;
                }
                None if !stands_alone(mention, supported(number)) => continue,
                None => {
                    new.entities.push(PersonEntity {
                        key: mention.key.clone(),
                        name: written(words, &mention.words),
                        ..PersonEntity::default()
                    });
                    new.entities.len() - 1
                }
            };
            new.join(entity, number, mention);
        }
        for entity in &mut new.entities {
            entity.mentions.sort_unstable();
        }
        new
    }

    /// Makes a mention, by its number, one of a person.
    fn join(&mut self, entity: usize, number: usize, mention: &PersonMention) {
        if let Some(e) = self.entities.get_mut(entity) {
            e.mentions.push(number);
            e.state = e.state.or(mention.state);
        }
        if let Some(place) = self.of_mention.get_mut(number) {
            *place = Some(entity);
        }
    }

    /// Whether a mention points at a person.
    fn fits(&self, entity: usize, mention: &PersonMention) -> bool {
        self.entities
            .get(entity)
            .is_some_and(|e| points_at(&mention.key, &e.key))
    }

    /// Of several people that a form may mean, the one whose surname it is; none where that does not decide.
    fn best(&self, fits: &[usize], mention: &PersonMention) -> Option<usize> {
        if let [only] = fits {
            return Some(*only);
        }
        let last = |e: &&usize| {
            self.entities
                .get(**e)
                .is_some_and(|e| e.key.last() == mention.key.last())
        };
        let mut surname = fits.iter().filter(last);
        match (surname.next(), surname.next()) {
            (Some(only), None) => Some(*only),
            _ => None,
        }
    }

    /// The person of a mention; none where it turned out to be no person, or one of several.
    #[must_use]
    pub fn of(&self, mention: usize) -> Option<usize> {
        self.of_mention.get(mention).copied().flatten()
    }
}

/// The words of a name that are no initials.
fn full_words(mention: &PersonMention) -> usize {
    let words = mention.key.iter();
    words.filter(|w| w.chars().count() > 1).count()
}

/// Whether a mention that points at nobody is a person of its own.
fn stands_alone(mention: &PersonMention, supported: bool) -> bool {
    let long = mention.key.len() >= 2;
    match mention.strength {
        Strength::Sure => true,
        Strength::Likely => long,
        Strength::Weak => long && supported,
    }
}

/// Whether a shorter form points at a full name: its words stand in the name in the same order, initials for names,
/// small differences of spelling in long words allowed where another word is the same.
fn points_at(form: &[String], name: &[String]) -> bool {
    if form.is_empty() || form.len() > name.len() {
        return false;
    }
    // "Bekova Aru" for "Aru Bekova": the surname first.
    if let ([first, second], [given, surname]) = (form, name)
        && first == surname
        && second == given
    {
        return true;
    }
    let (mut at, mut same, mut near) = (0, 0, 0);
    for word in form {
        let rest = name.get(at..).unwrap_or_default();
        let Some(found) = rest.iter().position(|n| alike(word, n)) else {
            return false;
        };
        if rest.get(found) == Some(word) {
            same += 1;
        } else {
            near += 1;
        }
        at += found + 1;
    }
    // "Dr Rowaie" for "Ouda Al-Rouwaie": a surname alone, spelt otherwise.
    if same == 0
        && let [only] = form
        && name.last().is_some_and(|n| alike(only, n))
    {
        return only.chars().count() >= 6;
    }
    let initials_only = form.iter().all(|w| w.chars().count() == 1);
    let particle = matches!(form, [only] if PARTICLES.contains(&only.as_str()));
    same > 0 && near <= 1 && !initials_only && !particle
}

/// Whether two words may be the same part of a name: an initial of it, or one letter apart in a long word.
fn alike(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (la, lb) = (a.chars().count(), b.chars().count());
    if la == 1 || lb == 1 {
        return a.chars().next() == b.chars().next();
    }
    la.min(lb) >= 4 && la.abs_diff(lb) <= 1 && one_letter_apart(a, b)
}

/// Whether one letter put in, left out or changed at most makes the one word the other. Names are compared each with
/// each, so this does without the table of a general distance.
fn one_letter_apart(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a.chars(), b.chars());
    loop {
        let (rest_a, rest_b) = (a.clone(), b.clone());
        let (x, y) = (a.next(), b.next());
        if x.is_none() && y.is_none() {
            return true;
        }
        if x != y {
            return a.as_str() == b.as_str()
                || a.as_str() == rest_b.as_str()
                || rest_a.as_str() == b.as_str();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_is_what_the_general_distance_calls_one() {
        let words = [
            "tarn", "tarna", "tan", "torn", "atarn", "tarnn", "rtan", "äarn", "tärn", "tärna",
            "ta", "",
        ];
        for a in words {
            for b in words {
                let distance = rapidfuzz::distance::levenshtein::distance(a.chars(), b.chars());
                assert_eq!(one_letter_apart(a, b), distance <= 1, "{a} {b}");
            }
        }
    }
}
