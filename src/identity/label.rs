//! Ids for people and files: the slug where it has one bearer, else with what tells the bearers apart.

use std::borrow::Cow;

use rustc_hash::FxHashMap;
use sha2::{Digest as _, Sha256};

use crate::text::hex;

/// The ids that a cluster could have.
#[derive(Debug, Clone, Default)]
pub(super) struct Wishes {
    /// From the nicest to the surest.
    pub(super) ids: Vec<String>,
    /// How many of them are left to somebody else of the name.
    pub(super) left: usize,
    /// Whether it could also have the last one with a hash.
    pub(super) may_be_hashed: bool,
}

impl Wishes {
    /// Of somebody who leaves none to others.
    pub(super) const fn hashable(ids: Vec<String>) -> Self {
        Self {
            ids,
            left: 0,
            may_be_hashed: true,
        }
    }
}

/// Gives everybody an id that nobody else has.
///
/// In come the ids that each could have and, for those who may have one, something that stays the same as long as their article
/// does: they could also have the last of their ids with its hash.
/// Whoever shares an id moves on to the next of theirs, all of them at once, so that no order decides who keeps it. Whoever has
/// no further id stays; what is still shared at the end is numbered in the order of the input, which must be a fixed one.
pub(super) fn unique_ids(
    wishes: &[Wishes],
    anchor: impl Fn(usize) -> Option<String>,
) -> Vec<String> {
    let wish = |index: usize, level: usize| -> Option<Cow<'_, str>> {
        let of = wishes.get(index)?;
        if let Some(wish) = of.ids.get(level) {
            return Some(Cow::Borrowed(wish));
        }
        let digits = DIGITS.get(level.checked_sub(of.ids.len())?)?;
        let longest = of.ids.last().filter(|_| of.may_be_hashed)?;
        let hash = short_hash(&anchor(index)?, *digits);
        Some(Cow::Owned(format!("{longest}-{hash}")))
    };
    let mut level: Vec<usize> = wishes.iter().map(|of| of.left).collect();
    let mut ids: Vec<Cow<'_, str>> = level
        .iter()
        .enumerate()
        .map(|(index, level)| wish(index, *level).unwrap_or_default())
        .collect();
    loop {
        let mut bearers: FxHashMap<&str, usize> = FxHashMap::default();
        for id in &ids {
            *bearers.entry(id).or_default() += 1;
        }
        let shared = ids.iter().map(|id| bearers.get(id.as_ref()) > Some(&1));
        let shared: Vec<bool> = shared.collect();
        let mut moved = false;
        for (index, _) in shared.iter().enumerate().filter(|(_, shared)| **shared) {
            if let (Some(at), Some(id)) = (level.get_mut(index), ids.get_mut(index))
                && let Some(next) = wish(index, *at + 1)
            {
                *at += 1;
                *id = next;
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    let mut given: FxHashMap<String, usize> = FxHashMap::default();
    ids.iter().map(|id| number(id, &mut given)).collect()
}

/// How many digits of a hash an id has that is shared without it, the fewest first.
pub(super) const DIGITS: &[usize] = &[8, 16];

pub(super) fn number(wish: &str, given: &mut FxHashMap<String, usize>) -> String {
    let mut id = wish.to_owned();
    while let Some(count) = given.get_mut(&id) {
        *count += 1;
        id = format!("{wish}-{count}");
    }
    given.insert(id.clone(), 1);
    id
}

/// The first digits of the hash of something that stays the same as long as its article does.
pub(super) fn short_hash(anchor: &str, digits: usize) -> String {
    let mut hex = hex(&Sha256::digest(anchor.as_bytes()));
    hex.truncate(digits);
    hex
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wishes(ids: &[&str], left: usize) -> Wishes {
        Wishes {
            ids: ids.iter().map(|id| (*id).to_owned()).collect(),
            left,
            may_be_hashed: true,
        }
    }

    fn ids(of: &[&[&str]]) -> Vec<String> {
        let of: Vec<Wishes> = of.iter().map(|ids| wishes(ids, 0)).collect();
        unique_ids(&of, |_| None)
    }

    #[test]
    fn a_shared_id_is_nobodys() {
        assert_eq!(ids(&[&["a", "a-kz"], &["b"]]), ["a", "b"]);
        assert_eq!(ids(&[&["a", "a-kz"], &["a", "a-ug"]]), ["a-kz", "a-ug"]);
    }

    #[test]
    fn who_cannot_move_keeps_the_id() {
        assert_eq!(
            ids(&[&["kz/senate"], &["kz/senate", "kz/senate-1f"]]),
            ["kz/senate", "kz/senate-1f"]
        );
    }

    #[test]
    fn who_shares_all_ids_has_one_with_a_hash() {
        let wishes = vec![wishes(&["a"], 0); 2];
        let ids = unique_ids(&wishes, |index| Some(format!("article {index}")));
        let hash = |index| short_hash(&format!("article {index}"), 8);
        assert_eq!(ids, [format!("a-{}", hash(0)), format!("a-{}", hash(1))]);
        let ids = unique_ids(&wishes, |_| Some("one article".to_owned()));
        let long = format!("a-{}", short_hash("one article", 16));
        assert_eq!(ids, [long.clone(), format!("{long}-2")]);
    }

    #[test]
    fn who_leaves_ids_to_somebody_else_has_a_hash_from_the_first() {
        let both = [wishes(&["a", "a-kz"], 0), wishes(&["a", "a-kz"], 2)];
        let ids = unique_ids(&both, |index| Some(format!("article {index}")));
        assert_eq!(
            ids,
            [
                "a".to_owned(),
                format!("a-kz-{}", short_hash("article 1", 8))
            ]
        );
    }

    #[test]
    fn no_two_are_ever_the_same() {
        assert_eq!(
            ids(&[&["a"], &["a"], &["a-2"], &["a"]]),
            ["a", "a-2", "a-2-2", "a-3"]
        );
    }
}
