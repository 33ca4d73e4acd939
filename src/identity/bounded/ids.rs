//! Ids that nobody else has, where those who want them are on disk.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::remembered::{Hash, hash};
use crate::identity::label::{DIGITS, number, short_hash};
use crate::runs::{Key, Parts, Sorted, Sorter};

/// The ids that somebody could have, and what their hash is of, if they may have one with a hash.
pub(super) struct Wishes {
    pub(super) ids: Vec<String>,
    /// How many of them are left to somebody else of the name.
    pub(super) left: usize,
    pub(super) anchor: Option<String>,
}

impl Wishes {
    /// The id that is tried after so many others.
    fn at(&self, tried: usize) -> Option<Cow<'_, str>> {
        let level = self.left + tried;
        if let Some(wish) = self.ids.get(level) {
            return Some(Cow::Borrowed(wish));
        }
        let digits = DIGITS.get(level.checked_sub(self.ids.len())?)?;
        let (longest, anchor) = (self.ids.last()?, self.anchor.as_ref()?);
        Some(Cow::Owned(format!(
            "{longest}-{}",
            short_hash(anchor, *digits)
        )))
    }
}

/// Gives each of `count` an id as [`crate::identity::label::unique_ids`] does; `wishes` fetches what one of them wants. Back come all
/// by their ids: a key is an id, and what follows it the number of who has it.
///
/// While it is found out who moves on, of each id there is only a hash, so that what somebody wants is fetched no more often than
/// somebody else wants it too.
pub(super) fn unique_ids(
    count: usize,
    memory: usize,
    mut wishes: impl FnMut(usize) -> io::Result<Wishes>,
) -> io::Result<Sorted> {
    let mut levels = vec![0_u8; count];
    let mut hashes = Vec::with_capacity(count);
    for index in 0..count {
        let id = wishes(index)?;
        hashes.push(hash([id.at(0).unwrap_or_default().as_bytes()]));
    }
    let mut shared = sharing(&hashes);
    loop {
        let mut moved = false;
        for index in &shared {
            if let (Some(level), Some(hash_of)) = (levels.get_mut(*index), hashes.get_mut(*index))
                && let Some(next) = wishes(*index)?.at(usize::from(*level) + 1)
            {
                *level += 1;
                *hash_of = hash([next.as_bytes()]);
                moved = true;
            }
        }
        if !moved {
            break;
        }
        shared = sharing(&hashes);
    }
    drop(hashes);
    let mut ids = Sorter::new(memory);
    let mut left: Vec<String> = Vec::new();
    let mut is_shared = shared.iter().copied().peekable();
    for (index, level) in levels.iter().enumerate() {
        let of = wishes(index)?;
        let id = of.at(usize::from(*level)).unwrap_or_default();
        ids.push(&key_of(&id, index), &[])?;
        if is_shared.next_if_eq(&index).is_some() {
            left.push(id.into_owned());
        }
    }
    let all = ids.sorted()?;
    if left.is_empty() {
        Ok(all)
    } else {
        numbered(all, &left, memory)
    }
}

/// Those whose hash somebody else has too, in their order.
fn sharing(hashes: &[Hash]) -> Vec<usize> {
    let mut sorted: Vec<(Hash, usize)> = hashes.iter().copied().zip(0..).collect();
    sorted.par_sort_unstable();
    let same = sorted.chunk_by(|(one, _), (other, _)| one == other);
    let same = same.filter(|same| same.len() > 1).flatten();
    let mut shared: Vec<usize> = same.map(|(_, index)| *index).collect();
    shared.sort_unstable();
    shared
}

fn key_of(id: &str, index: usize) -> Vec<u8> {
    Key::new().word(id).number(index).into_bytes()
}

/// The id in a key, and who has it.
pub(super) fn bearer_of(key: &[u8]) -> io::Result<(String, usize)> {
    let mut parts = Parts::of(key);
    let of = parts.word().zip(parts.number());
    of.ok_or_else(|| io::ErrorKind::InvalidData.into())
}

/// The ids with a number where they are still shared. Only ids that such a number could make are in its way.
fn numbered(mut all: Sorted, shared: &[String], memory: usize) -> io::Result<Sorted> {
    let shared: BTreeSet<&str> = shared.iter().map(String::as_str).collect();
    let is_near = |id: &str| {
        let mut rest = id;
        loop {
            if shared.contains(rest) {
                return true;
            }
            match rest.rsplit_once('-') {
                Some((head, digits)) if digits.bytes().all(|b| b.is_ascii_digit()) => rest = head,
                _ => return false,
            }
        }
    };
    let mut ids = Sorter::new(memory);
    let mut near: BTreeMap<usize, String> = BTreeMap::new();
    while let Some(record) = all.take()? {
        let (id, index) = bearer_of(&record.key)?;
        if is_near(&id) {
            near.insert(index, id);
        } else {
            ids.push(&record.key, &[])?;
        }
    }
    let mut given = FxHashMap::default();
    for (index, id) in near {
        ids.push(&key_of(&number(&id, &mut given), index), &[])?;
    }
    ids.sorted()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::label;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn ids_are_those_that_memory_gives(
            wished in prop::collection::vec((prop::collection::vec("a(-[12]){0,3}", 1..3), prop::option::of("[xy]"), 0_usize..3), 0..12),
            memory in 0_usize..400,
        ) {
            let anchor = |index: usize| wished.get(index).and_then(|(_, anchor, _)| anchor.clone());
            let in_memory = wished.iter().map(|(ids, anchor, left)| label::Wishes {
                ids: ids.clone(),
                // Who has no hash has the last of the ids at least.
                left: *left.min(&(ids.len() - usize::from(anchor.is_none()))),
                may_be_hashed: anchor.is_some(),
            });
            let in_memory: Vec<label::Wishes> = in_memory.collect();
            let expected = label::unique_ids(&in_memory, anchor);
            let mut sorted = unique_ids(wished.len(), memory, |index| {
                let of = in_memory.get(index).cloned().unwrap_or_default();
                Ok(Wishes { ids: of.ids, left: of.left, anchor: anchor(index) })
            })?;
            let mut found = vec![String::new(); wished.len()];
            let mut last = String::new();
            while let Some(record) = sorted.take()? {
                let (id, index) = bearer_of(&record.key)?;
                prop_assert!(last < id);
                last.clone_from(&id);
                if let Some(slot) = found.get_mut(index) {
                    *slot = id;
                }
            }
            prop_assert_eq!(found, expected);
        }
    }
}
