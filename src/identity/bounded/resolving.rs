//! Which groups are one: commissions, spellings of people, and bare surnames, as the decisions beside this folder make them.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use jiff::civil::Date;
use rayon::prelude::*;

use super::groups::{Groups, NOBODY, key_of_states};
use super::member::Member;
use super::remembered::{Hash, Pair, Remembered, hash};
use super::speaking::{Speaking, parse, render, short};
use crate::claim::Assertion;
use crate::identity::block::States;
use crate::identity::commission::{Tying, in_block};
use crate::identity::holding::has_few_holders;
use crate::identity::matching::{PersonName, Verdict};
use crate::identity::mention::Mention;
use crate::identity::sets::connected;
use crate::identity::spelling::{
    FEW, Known, MOST_ALIKE, MOST_SPELLINGS, SURE, are_one, are_one_career, whole, with_the_only,
    without_guests,
};
use crate::lexicon::Lexicon;
use crate::ontology::Office;
use crate::runs::{Key, Parts, Sorted, Sorter};

/// The sort of a block of people in a key: of one state and like beginnings, of one state and a like word, of like beginnings
/// wherever they are.
const OF_STATE: u8 = 0;
const WORD: u8 = 1;
const ANYWHERE: u8 = 2;

/// Joins the groups of one commission, and gives all groups the high offices that they hold.
pub(super) fn commissions(
    speaking: &mut Speaking,
    groups: &mut Groups,
    memory: usize,
) -> io::Result<()> {
    let mut posts = Sorter::new(memory);
    let mut chambers: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    let group_of = |groups: &Groups, reading: usize, entity: usize| {
        let place = groups.of.get(Mention { reading, entity });
        place
            .filter(|place| *place != NOBODY)
            .map(|place| place as usize)
    };
    speaking.each(|reading, of| {
        for claim in &of.claims {
            match &claim.assertion {
                Assertion::Role {
                    person,
                    office,
                    target,
                    former: false,
                    term,
                    ..
                } if has_few_holders(*office) => {
                    let ends = (
                        group_of(groups, reading, *person),
                        group_of(groups, reading, *target),
                    );
                    if let (Some(person), Some(target)) = ends
                        && groups.person.get(target) == Some(&false)
                    {
                        let key = Key::new().number(person).into_bytes();
                        let day = term.day(of.document.date);
                        posts.push(&key, &render(&(office, target, day))?)?;
                    }
                }
                Assertion::Links { body, target } => {
                    let target = group_of(groups, reading, *target);
                    let row = target.and_then(|target| groups.houses.get(&target));
                    if let (Some(body), Some(row)) = (group_of(groups, reading, *body), row) {
                        chambers.entry(body).or_default().insert(row.clone());
                    }
                }
                _ => {}
            }
        }
        Ok(())
    })?;
    let teams = teams_of_commissions(groups, &chambers, memory)?;
    groups.join(&teams)?;
    // What an office is held in is a whole body by now.
    let mut of_whole = Sorter::new(memory);
    let mut posts = posts.sorted()?;
    while let Some(record) = posts.take()? {
        let (office, target, day): (Office, usize, Option<Date>) = parse(&record.value)?;
        of_whole.push(&record.key, &render(&(office, groups.root(target), day))?)?;
    }
    groups.hold(&mut of_whole.sorted()?)
}

/// The teams of commissions that tie the same states.
fn teams_of_commissions(
    groups: &mut Groups,
    chambers: &BTreeMap<usize, BTreeSet<String>>,
    memory: usize,
) -> io::Result<Vec<Vec<usize>>> {
    let mut by_states = Sorter::new(memory);
    let wanted = |_, member: &Member| {
        let of = &member.group;
        (of.block.is_full_commission() && of.states.len() > 1).then(|| of.states.clone())
    };
    groups.each(wanted, |place, states| {
        let key = key_of_states(Key::new(), &states).into_bytes();
        by_states.push(&key, &render(&place)?)
    })?;
    let mut by_states = by_states.sorted()?;
    let mut teams = Vec::new();
    while let Some((places, _)) = block(&mut by_states)? {
        if places.len() < 2 {
            continue;
        }
        let mut members = Vec::with_capacity(places.len());
        for place in &places {
            members.push(groups.get(*place)?);
        }
        let untold = BTreeSet::new();
        let known = places.iter().zip(&members).map(|(place, member)| {
            let told = chambers.get(place).unwrap_or(&untold);
            let named = (member.name.as_str(), member.group.readings());
            Tying::new(*place, &member.group.states, told, named)
        });
        let known: Vec<Tying<'_>> = known.collect();
        let all: Vec<usize> = (0..known.len()).collect();
        let to_group = |at: &usize| places.get(*at).copied();
        for team in in_block(&known, &all, &mut 0) {
            teams.push(team.iter().filter_map(to_group).collect());
        }
    }
    Ok(teams)
}

/// The members of the next block in their order, and its key.
fn block(sorted: &mut Sorted) -> io::Result<Option<(Vec<usize>, Vec<u8>)>> {
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

/// How a person is found: the states and the beginnings of words of the name.
struct Found {
    states: States,
    beginnings: BTreeSet<(u16, u16)>,
    words: BTreeSet<u16>,
    name: Hash,
}

impl Found {
    fn of(_: usize, member: &Member) -> Option<Self> {
        member.group.is_known_person().then(|| {
            let name = PersonName::new(&member.name, Lexicon::builtin());
            Self {
                states: member.group.states.clone(),
                beginnings: name.beginnings(),
                words: name.words_begin(),
                name: hash([member.name.as_bytes()]),
            }
        })
    }
}

/// Joins the groups of people that are one under several spellings. Of blocks whose names are remembered none is compared.
pub(super) fn spellings(
    groups: &mut Groups,
    memory: usize,
    mut remembered: Option<&mut Remembered>,
) -> io::Result<()> {
    let mut blocks = Sorter::new(memory);
    let mut names: Names = vec![Hash::default(); remembered.as_ref().map_or(0, |_| groups.len())];
    // Only what somebody of no known state begins with is looked at anywhere.
    let mut without: BTreeSet<(u16, u16)> = BTreeSet::new();
    groups.each(Found::of, |place, found| {
        let value = render(&place)?;
        if let Some(name) = names.get_mut(place) {
            *name = found.name;
        }
        let both = |key: Key, (one, other): (u16, u16)| {
            key.number(usize::from(one))
                .number(usize::from(other))
                .into_bytes()
        };
        for pair in &found.beginnings {
            blocks.push(&both(Key::new().small(ANYWHERE), *pair), &value)?;
        }
        if found.states.is_empty() {
            without.extend(found.beginnings);
            return Ok(());
        }
        for pair in &found.beginnings {
            let key = key_of_states(Key::new().small(OF_STATE), &found.states);
            blocks.push(&both(key, *pair), &value)?;
        }
        for word in &found.words {
            let key = key_of_states(Key::new().small(WORD), &found.states);
            blocks.push(&key.number(usize::from(*word)).into_bytes(), &value)?;
        }
        Ok(())
    })?;
    let known = remembered.take().map(|memory| (memory, &names));
    let (alike, with_nowhere) = compared(groups, blocks, &without, known)?;
    let mut teams = Vec::new();
    for team in connected(alike) {
        if team.len() > MOST_SPELLINGS {
            continue;
        }
        let known = known_of(groups, &team.iter().copied().collect::<Vec<_>>())?;
        if are_one(&known.iter().collect::<Vec<_>>()) {
            teams.push(team);
        }
    }
    let with_others = with_the_only(with_nowhere, &teams);
    let teams = with_guests(groups, &teams, &with_others)?;
    groups.join(&teams)
}

/// The teams with those of no known state in them, as far as the seats of all are one career.
fn with_guests(
    groups: &mut Groups,
    teams: &[BTreeSet<usize>],
    with_others: &[BTreeSet<usize>],
) -> io::Result<Vec<Vec<usize>>> {
    let mut of_one: Vec<Vec<usize>> = Vec::new();
    for team in whole(teams, with_others) {
        let places: Vec<usize> = team.iter().copied().collect();
        if are_one_career(&known_of(groups, &places)?) {
            of_one.push(places);
        } else {
            let own = without_guests(teams, &team).into_iter();
            of_one.extend(own.map(|team| team.into_iter().collect()));
        }
    }
    Ok(of_one)
}

/// Pairs of people of one state that are alike; and pairs of one of no state and one of a state that are, and whether an article
/// tells these two apart.
type Alike = (BTreeSet<(usize, usize)>, BTreeSet<((usize, usize), bool)>);

/// The hash of the name of each group of a person, by its place.
type Names = Vec<Hash>;

fn compared(
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
        match (&mut remembered, sort) {
            (_, Some(ANYWHERE)) => {
                let known = in_order(groups, &places)?;
                with_nowhere.extend(pairs_of(&known, |one, other| {
                    let is_pair = one.home.is_none() != other.home.is_none();
                    let pair = if one.home.is_none() {
                        (one.group, other.group)
                    } else {
                        (other.group, one.group)
                    };
                    let is_alike = is_pair && one.name.reaches(&other.name, SURE);
                    is_alike.then(|| (pair, one.is_told_apart_from(other)))
                }));
            }
            (Some((memory, names)), _) => {
                let of_names = places.iter().filter_map(|place| names.get(*place));
                let block = hash(of_names.map(|name| &name[..]));
                let pairs = memory.pairs(block, || like_names(groups, &places))?;
                alike.extend(of_one_state(groups, &places, &pairs)?);
            }
            (None, _) => {
                let known = in_order(groups, &places)?;
                alike.extend(pairs_of(&known, |one, other| {
                    let is_alike = one.name.reaches(&other.name, one.threshold(other))
                        && !one.is_told_apart_from(other);
                    is_alike.then_some((one.group, other.group))
                }));
            }
        }
    }
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

/// The pairs of a block whose names may be of one: those that one office makes one, and those that need none for it.
fn like_names(groups: &mut Groups, places: &[usize]) -> io::Result<Vec<Pair>> {
    let known = in_order(groups, places)?;
    let found = pairs_of(&known, |one, other| {
        let is_like = one.name.reaches(&other.name, Verdict::LEAST_SAME);
        is_like.then(|| (one.group, other.group, one.name.reaches(&other.name, SURE)))
    });
    let within = |group: usize| short(places.partition_point(|place| *place < group));
    let found = found.into_iter().map(|(one, other, sure)| {
        let (one, other) = (within(one)?, within(other)?);
        Ok(Pair { one, other, sure })
    });
    found.collect()
}

/// Of pairs of like names those that are one, as their offices, seats and articles have it.
fn of_one_state(
    groups: &mut Groups,
    places: &[usize],
    pairs: &[Pair],
) -> io::Result<Vec<(usize, usize)>> {
    let at = |within: u32| places.get(within as usize).copied();
    let ends = pairs.iter().flat_map(|pair| [at(pair.one), at(pair.other)]);
    let ends: BTreeSet<usize> = ends.flatten().collect();
    let ends: Vec<usize> = ends.into_iter().collect();
    let known = known_of(groups, &ends)?;
    let find = |within: u32| {
        let place = ends.binary_search(&at(within)?).ok()?;
        known.get(place)
    };
    let of_one = pairs.iter().filter_map(|pair| {
        let (one, other) = (find(pair.one)?, find(pair.other)?);
        let is_enough = pair.sure || one.threshold(other) == Verdict::LEAST_SAME;
        let is_alike = is_enough && !one.is_told_apart_from(other);
        is_alike.then_some((one.group, other.group))
    });
    Ok(of_one.collect())
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
fn pairs_of<T: Send>(
    known: &[Known],
    compare: impl Fn(&Known, &Known) -> Option<T> + Sync,
) -> Vec<T> {
    let compare = &compare;
    let found = known.par_iter().enumerate().flat_map_iter(|(at, one)| {
        let behind = known.iter().skip(at + 1).take(MOST_ALIKE);
        behind.filter_map(move |other| {
            let (first, second) = if one.group < other.group {
                (one, other)
            } else {
                (other, one)
            };
            compare(first, second)
        })
    });
    found.collect()
}

fn known_of(groups: &mut Groups, places: &[usize]) -> io::Result<Vec<Known>> {
    let mut members = Vec::with_capacity(places.len());
    for place in places {
        members.push((*place, groups.get(*place)?));
    }
    Ok(members
        .par_iter()
        .map(|(place, member)| member.known(*place))
        .collect())
}
