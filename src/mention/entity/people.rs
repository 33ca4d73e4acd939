//! One entity for all mentions of a person within one article.
//!
//! This file never looks beyond the names: who holds which office is told to it as support.

use super::super::person::{PersonMention, Strength};
use super::super::word::Words;
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

impl People {
    /// Groups mentions of one person: full names first, then the shorter forms that point back at one of them.
    #[must_use]
    pub fn group(words: &Words<'_>, mentions: &[PersonMention], supported: Support<'_>) -> Self {
        let mut new = Self {
            of_mention: vec![None; mentions.len()],
            ..Self::default()
        };
        let mut order: Vec<usize> = (0..mentions.len()).collect();
        let weight = |m: &PersonMention| m.key.iter().filter(|w| w.chars().count() > 1).count();
        order.sort_by_key(|i| {
            mentions.get(*i).map(|m| {
                (
                    std::cmp::Reverse(m.key.len()),
                    std::cmp::Reverse(weight(m)),
                    *i,
                )
            })
        });
        for number in order {
            let Some(mention) = mentions.get(number) else {
                continue;
            };
            let fits: Vec<usize> = (0..new.entities.len())
                .filter(|e| new.fits(*e, mention))
                .collect();
            let best = new.best(&fits, mention);
            let entity = match best {
                Some(entity) => entity,
                None if fits.len() > 1 => {
                    new.ambiguous.push(number);
                    continue;
                }
                None if !stands_alone(mention, supported(number)) => continue,
                None => {
                    let name = words
                        .text_of(&mention.words)
                        .split_whitespace()
                        .collect::<Vec<_>>()
                        .join(" ");
                    new.entities.push(PersonEntity {
                        key: mention.key.clone(),
                        name,
                        ..PersonEntity::default()
                    });
                    new.entities.len() - 1
                }
            };
            if let Some(e) = new.entities.get_mut(entity) {
                e.mentions.push(number);
                e.state = e.state.or(mention.state);
            }
            if let Some(place) = new.of_mention.get_mut(number) {
                *place = Some(entity);
            }
        }
        for entity in &mut new.entities {
            entity.mentions.sort_unstable();
        }
        new
    }

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

    /// The person of a mention.
    #[must_use]
    pub fn of(&self, mention: usize) -> Option<usize> {
        self.of_mention.get(mention).copied().flatten()
    }
}

pub(super) fn stands_alone(mention: &PersonMention, supported: bool) -> bool {
    let long =
        mention.key.iter().filter(|w| w.chars().count() > 1).count() >= 2 || mention.key.len() >= 2;
    match mention.strength {
        Strength::Sure => true,
        Strength::Likely => long,
        Strength::Weak => long && supported,
    }
}

/// Whether a shorter form points at a full name: its words stand in the name in the same order, initials for names,
/// small differences of spelling in long words allowed where another word is the same.
pub(super) fn points_at(form: &[String], name: &[String]) -> bool {
    if form.is_empty() || form.len() > name.len() {
        return false;
    }
    let mut at = 0;
    let (mut same, mut near) = (0, 0);
    for word in form {
        let Some(found) = name
            .get(at..)
            .unwrap_or_default()
            .iter()
            .position(|n| alike(word, n))
        else {
            return false;
        };
        let target = name.get(at + found);
        same += usize::from(target == Some(word));
        near += usize::from(target != Some(word));
        at += found + 1;
    }
    // Full names of the same length must agree in the surname; a lone word must be the very word.
    let initials_only = form.iter().all(|w| w.chars().count() == 1);
    same > 0
        && near <= 1
        && !initials_only
        && (form.len() > 1
            || !["al", "el", "bin", "de", "van", "von"]
                .contains(&form.first().map_or("", String::as_str)))
}

pub(super) fn alike(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (la, lb) = (a.chars().count(), b.chars().count());
    if la == 1 || lb == 1 {
        return a.chars().next() == b.chars().next();
    }
    la.min(lb) >= 4
        && la.abs_diff(lb) <= 1
        && rapidfuzz::distance::levenshtein::distance(a.chars(), b.chars()) <= 1
}
