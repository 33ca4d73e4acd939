//! Who of a block of people is alike: the comparison of names, which is remembered, and what offices, seats and articles say to it.

use std::collections::BTreeSet;
use std::io;

use rayon::prelude::*;

use super::groups::Groups;
use super::member::Member;
use super::remembered::{Hash, Pair, Remembered, hash};
use super::speaking::short;
use crate::identity::matching::Verdict;
use crate::identity::spelling::{FEW, Known, MOST_ALIKE, SURE};
use crate::runs::{Parts, Sorted, Sorter, parse};

/// The sort of a block of people in a key: of one state and like beginnings, of one state and a like word, of like beginnings
/// wherever they are.
pub(super) const OF_STATE: u8 = 0;
pub(super) const WORD: u8 = 1;
pub(super) const ANYWHERE: u8 = 2;

/// Of fewer people than this it costs more to share the work than to do it.
const WORTH_SHARING: usize = 16;

/// What the comparison of names knows of a group of a person.
#[derive(Clone, Copy, Default)]
pub(super) struct Named {
    /// The hash of the name.
    pub(super) name: Hash,
    /// Whether no state is known.
    pub(super) is_homeless: bool,
    /// Whether the people of these states write their names with Latin letters.
    pub(super) is_latin: bool,
}

/// Pairs of people of one state that are alike; and pairs of one of no state and one of a state that are, and whether an article
/// tells these two apart.
pub(super) type Alike = (BTreeSet<(usize, usize)>, BTreeSet<((usize, usize), bool)>);

/// What is known of each group of a person, by its place.
pub(super) type Names = Vec<Named>;

/// The pairs of all blocks.
pub(super) fn compared(
    groups: &mut Groups,
    blocks: Sorter,
    without: &BTreeSet<(u16, u16)>,
    mut remembered: Option<(&mut Remembered, &Names)>,
) -> io::Result<Alike> {
    let mut sorted = blocks.sorted()?;
    let (mut alike, mut with_nowhere) = (BTreeSet::new(), BTreeSet::new());
    loop {
        let sort = sorted.head().and_then(|head| head.key.first().copied());
        let Some((places, key)) = block(&mut sorted)? else {
            return Ok((alike, with_nowhere));
        };
        let is_looked_at = match sort {
            Some(OF_STATE) => places.len() > 1,
            Some(WORD) => (2..=FEW).contains(&places.len()),
            _ => places.len() > 1 && without.contains(&pair_of(&key)),
        };
        if !is_looked_at {
            continue;
        }
        let is_anywhere = sort == Some(ANYWHERE);
        match &mut remembered {
            Some((memory, names)) => {
                let block = block_hash(&places, names, is_anywhere);
                let pairs = memory.pairs(block, || like_names(groups, &places, is_anywhere))?;
                if is_anywhere {
                    with_nowhere.extend(told_apart(groups, &places, &pairs)?);
                } else {
                    alike.extend(of_one_state(groups, &places, &pairs)?);
                }
            }
            None if is_anywhere => {
                let known = in_order(groups, &places)?;
                with_nowhere.extend(pairs_of(&known, |one, other| {
                    let is_alike = is_of_nowhere(one, other) && one.name.reaches(&other.name, SURE);
                    is_alike.then(|| apart(one, other, one.is_surely_like(other)))
                }));
            }
            None => {
                let known = in_order(groups, &places)?;
                alike.extend(pairs_of(&known, |one, other| {
                    let is_alike = one.is_like(other) && !one.is_told_apart_from(other);
                    is_alike.then_some((one.group, other.group))
                }));
            }
        }
    }
}

/// Whether of one of two people, and of one alone, no state is known.
const fn is_of_nowhere(one: &Known, other: &Known) -> bool {
    one.home.is_none() != other.home.is_none()
}

/// Two people of whom one is of no known state, who comes first, and whether an article or a letter tells them apart.
fn apart(one: &Known, other: &Known, are_surely_like: bool) -> ((usize, usize), bool) {
    let pair = if one.home.is_none() {
        (one.group, other.group)
    } else {
        (other.group, one.group)
    };
    (pair, one.is_told_apart_from(other) || !are_surely_like)
}

/// The hash of all that decides which names of a block are alike.
fn block_hash(places: &[usize], names: &Names, is_anywhere: bool) -> Hash {
    let people: Vec<&Named> = places.iter().filter_map(|at| names.get(*at)).collect();
    let of = |person: &&Named| u8::from(person.is_homeless) + 2 * u8::from(person.is_latin);
    // Of people of one state all of this is the same, and tells that of other blocks.
    let told = if is_anywhere { people.len() } else { 1 };
    let homes: Vec<u8> = people.iter().take(told).map(of).collect();
    let sort = [u8::from(is_anywhere)];
    let parts = [&sort[..], &homes].into_iter();
    hash(parts.chain(people.iter().map(|person| &person.name[..])))
}

/// The people of a block in the order in which they are compared.
fn in_order(groups: &mut Groups, places: &[usize]) -> io::Result<Vec<Known>> {
    let mut known = known_of(groups, places)?;
    if known.len() > MOST_ALIKE {
        known.sort_by(|a, b| {
            let sorts = (&a.beginnings, &a.name, a.group);
            sorts.cmp(&(&b.beginnings, &b.name, b.group))
        });
    }
    Ok(known)
}

/// The pairs of a block whose names may be of one: those that one office makes one, and those that need none for it. Anywhere it is
/// those that need none, of whom one alone is of no known state.
fn like_names(groups: &mut Groups, places: &[usize], is_anywhere: bool) -> io::Result<Vec<Pair>> {
    let known = in_order(groups, places)?;
    let found = pairs_of(&known, |one, other| {
        let is_like = if is_anywhere {
            is_of_nowhere(one, other) && one.name.reaches(&other.name, SURE)
        } else {
            one.name.reaches(&other.name, Verdict::LEAST_SAME)
        };
        is_like.then(|| (one.group, other.group, one.is_surely_like(other)))
    });
    let within = |group: usize| short(places.partition_point(|place| *place < group));
    let found = found.into_iter().map(|(one, other, sure)| {
        let (one, other) = (within(one)?, within(other)?);
        Ok(Pair { one, other, sure })
    });
    found.collect()
}

/// The people of some pairs of a block.
struct Ends {
    places: Vec<usize>,
    known: Vec<Known>,
}

impl Ends {
    fn of(groups: &mut Groups, block: &[usize], pairs: &[Pair]) -> io::Result<Self> {
        let ends = pairs.iter().flat_map(|pair| [pair.one, pair.other]);
        let ends: BTreeSet<usize> = ends.filter_map(|within| at(block, within)).collect();
        let places: Vec<usize> = ends.into_iter().collect();
        let known = nameless(groups, &places)?;
        Ok(Self { places, known })
    }

    fn both(&self, block: &[usize], pair: &Pair) -> Option<(&Known, &Known)> {
        let find = |within: u32| {
            let place = self.places.binary_search(&at(block, within)?).ok()?;
            self.known.get(place)
        };
        find(pair.one).zip(find(pair.other))
    }
}

fn at(block: &[usize], within: u32) -> Option<usize> {
    block.get(within as usize).copied()
}

/// Of pairs of like names those that are one, as their offices, seats and articles have it.
fn of_one_state(
    groups: &mut Groups,
    places: &[usize],
    pairs: &[Pair],
) -> io::Result<Vec<(usize, usize)>> {
    let ends = Ends::of(groups, places, pairs)?;
    let of_one = pairs.iter().filter_map(|pair| {
        let (one, other) = ends.both(places, pair)?;
        let is_enough = pair.sure || one.threshold(other) == Verdict::LEAST_SAME;
        let is_alike = is_enough && !one.is_told_apart_from(other);
        is_alike.then_some((one.group, other.group))
    });
    Ok(of_one.collect())
}

/// Pairs of like names of whom one is of no known state, and whether an article tells them apart.
fn told_apart(
    groups: &mut Groups,
    places: &[usize],
    pairs: &[Pair],
) -> io::Result<Vec<((usize, usize), bool)>> {
    let ends = Ends::of(groups, places, pairs)?;
    let told = pairs.iter().filter_map(|pair| {
        ends.both(places, pair)
            .map(|(one, other)| apart(one, other, pair.sure))
    });
    Ok(told.collect())
}

/// The beginnings in a key of the last sort.
fn pair_of(key: &[u8]) -> (u16, u16) {
    let mut parts = Parts::of(key.get(1..).unwrap_or_default());
    let mut short = || {
        parts
            .number()
            .and_then(|n| u16::try_from(n).ok())
            .unwrap_or_default()
    };
    (short(), short())
}

/// What `compare` finds of each two people that stand near enough to each other; the smaller group comes first.
fn pairs_of<'k, T: Send>(
    known: &'k [Known],
    compare: impl Fn(&Known, &Known) -> Option<T> + Sync,
) -> Vec<T> {
    let compare = &compare;
    let with_next = |(at, one): (usize, &'k Known)| {
        let behind = known.iter().skip(at + 1).take(MOST_ALIKE);
        behind.filter_map(move |other: &Known| {
            let (first, second): (&Known, &Known) = if other.group < one.group {
                (other, one)
            } else {
                (one, other)
            };
            compare(first, second)
        })
    };
    if known.len() < WORTH_SHARING {
        return known.iter().enumerate().flat_map(with_next).collect();
    }
    let found = known.par_iter().enumerate().flat_map_iter(with_next);
    found.collect()
}

/// What the groups at some places are compared by.
pub(super) fn known_of(groups: &mut Groups, places: &[usize]) -> io::Result<Vec<Known>> {
    each_of(groups, places, Member::known)
}

/// The same but for their names.
pub(super) fn nameless(groups: &mut Groups, places: &[usize]) -> io::Result<Vec<Known>> {
    each_of(groups, places, Member::nameless)
}

fn each_of(
    groups: &mut Groups,
    places: &[usize],
    known: impl Fn(&Member, usize) -> Known + Sync,
) -> io::Result<Vec<Known>> {
    let mut members = Vec::with_capacity(places.len());
    for place in places {
        members.push((*place, groups.get(*place)?));
    }
    let known = |(place, member): &(usize, Member)| known(member, *place);
    Ok(if members.len() < WORTH_SHARING {
        members.iter().map(known).collect()
    } else {
        members.par_iter().map(known).collect()
    })
}

/// The members of the next block in their order, and its key.
pub(super) fn block(sorted: &mut Sorted) -> io::Result<Option<(Vec<usize>, Vec<u8>)>> {
    let Some(first) = sorted.take()? else {
        return Ok(None);
    };
    let mut places = vec![parse::<usize>(&first.value)?];
    while let Some(next) = sorted.take_same(&first.key)? {
        places.push(parse(&next.value)?);
    }
    places.sort_unstable();
    Ok(Some((places, first.key)))
}
