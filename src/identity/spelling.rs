//! One person under several spellings: groups of mentions that the matcher of names joins.
//!
//! Only what is sure is joined: full names, people who act for the same state, names that the matcher finds very much
//! alike (or alike, where both are shown in the same high office at about the same time), and never two whom one
//! article tells apart. Where one of a row of spellings is not like another one, a second person may be among them, and
//! none is joined. Somebody of no known state joins the only one who is alike. As all of it is computed from all groups, the
//! order of the articles does not matter.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::block::States;
use super::cluster::Mention;
use super::entity::Block;
use super::holding::{Holdings, Post, has_few_holders, is_near};
use super::matching::{PersonName, Verdict};
use super::sets::{connected, pairs};
use crate::claim::Reading;
use crate::lexicon::Lexicon;

/// From this score on two spellings are of one person of a state, in thousandths. More than the matcher itself asks for,
/// since a wrong join costs more than a missed one.
const SURE: u32 = 850;

/// With so many others of like beginnings a name is compared, those that stand next to it in the order of the names; where
/// there are more, the work would grow with their square.
const MOST_ALIKE: usize = 64;

/// In a state in which no more than this have a word of like beginning, they are compared whatever their other words; scripts
/// that write a breath or leave it out make the other word begin otherwise.
const FEW: usize = 16;

/// More spellings than this has nobody; so many groups are rather a mistake of the names.
const MOST_SPELLINGS: usize = 24;

/// Mentions of one folded name that are one person or body.
pub(super) struct Group {
    pub(super) block: Block,
    pub(super) states: States,
    pub(super) mentions: Vec<Mention>,
}

impl Group {
    /// Its name in one of the articles, always the same one: the least by letters.
    pub(super) fn name<'r>(&self, readings: &'r [Reading]) -> Option<&'r str> {
        let entity = |m: &Mention| readings.get(m.reading)?.entities.get(m.entity);
        let entities = self.mentions.iter().filter_map(entity);
        entities.map(|e| e.name.as_str()).min()
    }

    /// The articles that mention it.
    pub(super) fn readings(&self) -> BTreeSet<usize> {
        self.mentions.iter().map(|m| m.reading).collect()
    }
}

/// A person with a full name.
struct Known<'g> {
    group: usize,
    states: &'g States,
    name: PersonName,
    readings: BTreeSet<usize>,
    /// The high offices and the days on which they are shown.
    posts: BTreeMap<Post, Vec<Date>>,
}

/// Joins the groups that are one person under several spellings, and counts the pairs of names that it compared.
///
/// Complexity: compares each person with at most [`MOST_ALIKE`] others for each two words of the name, namely those two of
/// whose words begin with like consonants, and with [`FEW`] for each word.
pub(super) fn join(
    readings: &[Reading],
    groups: Vec<Group>,
    holdings: &Holdings,
) -> (Vec<Group>, usize) {
    let known: Vec<Known<'_>> = groups
        .iter()
        .enumerate()
        .filter(|(_, group)| group.block.is_full_person())
        .filter_map(|(place, group)| Known::of(readings, place, group, holdings))
        .collect();
    let mut compared = 0;
    let mut teams = spellings(&known, &mut compared);
    teams.extend(of_no_state(&known, &teams, &mut compared));
    let to_group = |place: &usize| known.get(*place).map(|person| person.group);
    // Who is of no state stands in a set with a whole team, or with the first of one.
    let to_first = |team: &BTreeSet<usize>| {
        let first = team.first().copied();
        let pairs = team.iter().filter_map(move |place| Some((first?, *place)));
        pairs.collect::<Vec<_>>()
    };
    let teams: Vec<Vec<usize>> = connected(teams.iter().flat_map(to_first))
        .iter()
        .map(|team| team.iter().filter_map(to_group).collect())
        .collect();
    drop(known);
    (put_together(groups, &teams), compared)
}

impl<'g> Known<'g> {
    fn of(
        readings: &[Reading],
        place: usize,
        group: &'g Group,
        holdings: &Holdings,
    ) -> Option<Self> {
        // The names of a group are the same but for case and diacritics, so any will do, if it is always the same one.
        let name = group.name(readings)?;
        let mut posts = holdings.of(group);
        posts.retain(|post, days| has_few_holders(post.office) && !days.is_empty());
        Some(Self {
            group: place,
            states: &group.states,
            name: PersonName::new(name, Lexicon::builtin()),
            readings: group.readings(),
            posts,
        })
    }

    /// The score from which on the two are one person: lower where both are shown in one high office.
    fn threshold(&self, other: &Self) -> u32 {
        let shared = self.posts.iter().any(|(post, days)| {
            let theirs = other.posts.get(post).into_iter().flatten();
            theirs.into_iter().any(|day| is_near(days, *day))
        });
        if shared { Verdict::LEAST_SAME } else { SURE }
    }
}

/// The people in blocks of like beginnings, each block in the order of the names.
fn blocks<'k, K: Ord>(
    known: &'k [Known<'_>],
    key: impl Fn(&'k Known<'_>, (u16, u16)) -> Option<K>,
) -> Vec<Vec<usize>> {
    let mut blocks: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for (place, person) in known.iter().enumerate() {
        for pair in person.name.beginnings() {
            if let Some(key) = key(person, pair) {
                blocks.entry(key).or_default().push(place);
            }
        }
    }
    let mut blocks: Vec<Vec<usize>> = blocks.into_values().filter(|b| b.len() > 1).collect();
    for block in &mut blocks {
        if block.len() > MOST_ALIKE {
            block.sort_by_cached_key(|place| {
                let name = known.get(*place).map(|person| &person.name);
                (name.map(PersonName::beginnings), name, *place)
            });
        }
    }
    blocks
}

/// The people of a state who have a word of like beginning, where they are few.
fn few(known: &[Known<'_>]) -> impl Iterator<Item = Vec<usize>> {
    let mut blocks: BTreeMap<(&States, u16), Vec<usize>> = BTreeMap::new();
    for (place, person) in known.iter().enumerate() {
        if !person.states.is_empty() {
            for word in person.name.words_begin() {
                blocks.entry((person.states, word)).or_default().push(place);
            }
        }
    }
    let blocks = blocks.into_values();
    blocks.filter(|block| (2..=FEW).contains(&block.len()))
}

/// The teams of people of one state whose names are spellings of one.
fn spellings(known: &[Known<'_>], compared: &mut usize) -> Vec<BTreeSet<usize>> {
    let mut blocks = blocks(known, |person, pair| {
        (!person.states.is_empty()).then_some((person.states, pair))
    });
    blocks.extend(few(known));
    let mut alike: Vec<(usize, usize)> = Vec::new();
    for (one, other) in pairs(&blocks, MOST_ALIKE) {
        if let (Some(a), Some(b)) = (known.get(one), known.get(other)) {
            *compared += 1;
            let apart = !a.readings.is_disjoint(&b.readings);
            if !apart && a.name.compare(&b.name).thousandths() >= a.threshold(b) {
                alike.push((one, other));
            }
        }
    }
    let sure = |team: &BTreeSet<usize>| {
        let people: Vec<&Known<'_>> = team.iter().filter_map(|place| known.get(*place)).collect();
        people.len() <= MOST_SPELLINGS
            && people.iter().enumerate().all(|(at, one)| {
                people.iter().skip(at + 1).all(|other| {
                    one.readings.is_disjoint(&other.readings)
                        && one.name.compare(&other.name).verdict() == Verdict::Same
                })
            })
    };
    connected(alike).into_iter().filter(sure).collect()
}

/// Everybody of no known state together with the only one, or the only team, that is alike.
fn of_no_state(
    known: &[Known<'_>],
    teams: &[BTreeSet<usize>],
    compared: &mut usize,
) -> Vec<BTreeSet<usize>> {
    let team_of: BTreeMap<usize, usize> = teams
        .iter()
        .filter_map(|team| team.first().map(|first| (team, *first)))
        .flat_map(|(team, first)| team.iter().map(move |place| (*place, first)))
        .collect();
    let without: BTreeSet<(u16, u16)> = known
        .iter()
        .filter(|person| person.states.is_empty())
        .flat_map(|person| person.name.beginnings())
        .collect();
    let blocks = blocks(known, |_, pair| without.contains(&pair).then_some(pair));
    let mut alike: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let mut told_apart: BTreeSet<usize> = BTreeSet::new();
    for (one, other) in pairs(&blocks, MOST_ALIKE) {
        let (Some(a), Some(b)) = (known.get(one), known.get(other)) else {
            continue;
        };
        if a.states.is_empty() == b.states.is_empty() {
            continue;
        }
        *compared += 1;
        let (nowhere, home) = if a.states.is_empty() {
            (one, other)
        } else {
            (other, one)
        };
        if a.name.compare(&b.name).thousandths() >= SURE {
            alike
                .entry(nowhere)
                .or_default()
                .insert(team_of.get(&home).copied().unwrap_or(home));
            if !a.readings.is_disjoint(&b.readings) {
                told_apart.insert(nowhere);
            }
        }
    }
    alike
        .into_iter()
        .filter(|(nowhere, homes)| homes.len() == 1 && !told_apart.contains(nowhere))
        .map(|(nowhere, homes)| homes.into_iter().chain([nowhere]).collect())
        .collect()
}

/// The groups with those of each team made one, which takes the place of its first. No group is in two teams.
pub(super) fn put_together(groups: Vec<Group>, teams: &[Vec<usize>]) -> Vec<Group> {
    let mut target: BTreeMap<usize, usize> = BTreeMap::new();
    for team in teams {
        if let Some(first) = team.iter().min() {
            target.extend(team.iter().map(|member| (*member, *first)));
        }
    }
    let mut joined: BTreeMap<usize, Group> = BTreeMap::new();
    let mut later: Vec<(usize, Group)> = Vec::new();
    for (place, group) in groups.into_iter().enumerate() {
        match target.get(&place) {
            Some(first) if *first != place => later.push((*first, group)),
            _ => drop(joined.insert(place, group)),
        }
    }
    for (first, group) in later {
        if let Some(into) = joined.get_mut(&first) {
            if group.block.is_full_person() {
                into.block = group.block;
            }
            into.mentions.extend(group.mentions);
            into.states.extend(group.states);
            into.mentions.sort_unstable();
        }
    }
    joined.into_values().collect()
}
