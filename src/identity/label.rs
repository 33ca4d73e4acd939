//! Ids for people and files: the slug where it has one bearer, else with what tells the bearers apart.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use crate::text::hex;

/// Gives everybody an id that nobody else has.
///
/// In come the ids that each could have, from the one that is nicest to the one that is surest. Whoever shares an id
/// moves on to the next of theirs, all of them at once, so that no order decides who keeps it. Whoever has no further
/// id stays; what is still shared at the end is numbered in the order of the input, which must be a fixed one.
pub(super) fn unique_ids(wishes: &[Vec<String>]) -> Vec<String> {
    let mut level = vec![0_usize; wishes.len()];
    let wish = |index: usize, level: &[usize]| -> &str {
        let at = level.get(index).copied().unwrap_or_default();
        wishes
            .get(index)
            .and_then(|of| of.get(at))
            .map_or("", String::as_str)
    };
    loop {
        let mut bearers: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for index in 0..wishes.len() {
            bearers.entry(wish(index, &level)).or_default().push(index);
        }
        let mut moved = false;
        for index in bearers.into_values().filter(|of| of.len() > 1).flatten() {
            let last = wishes.get(index).map_or(0, Vec::len).saturating_sub(1);
            if let Some(at) = level.get_mut(index).filter(|at| **at < last) {
                *at += 1;
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    let mut given: BTreeMap<String, usize> = BTreeMap::new();
    (0..wishes.len())
        .map(|index| number(wish(index, &level), &mut given))
        .collect()
}

fn number(wish: &str, given: &mut BTreeMap<String, usize>) -> String {
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

    fn ids(wishes: &[&[&str]]) -> Vec<String> {
        let wishes: Vec<Vec<String>> = wishes
            .iter()
            .map(|of| of.iter().map(|id| (*id).to_owned()).collect())
            .collect();
        unique_ids(&wishes)
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
    fn no_two_are_ever_the_same() {
        assert_eq!(
            ids(&[&["a"], &["a"], &["a-2"], &["a"]]),
            ["a", "a-2", "a-2-2", "a-3"]
        );
    }
}
