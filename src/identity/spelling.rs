//! One person under several spellings: groups of mentions that the matcher of names joins.
//!
//! Only what is sure is joined: full names, people who act for the same state, names that the matcher finds very much
//! alike (or alike, where both are shown in the same high office at about the same time), and never two whom one
//! article or their seats tell apart. Where one of a row of spellings is not like another one, a second person may be among them, and
//! none is joined. Somebody of no known state joins the only one who is alike. As all of it is computed from all groups, the
//! order of the articles does not matter.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rayon::prelude::*;

use super::block::States;
use super::career::Seats;
use super::entity::Block;
use super::group::{Group, put_together};
use super::holding::{Days, Holdings, Post, has_few_holders, is_in_term, nearest};
use super::matching::{PersonName, Verdict, write_latin};
use super::namesake::Namesake;
use super::seat::{self, Shown};
use super::sets::{Neighbours, connected};
use crate::claim::Reading;
use crate::lexicon::Lexicon;

/// From this score on two spellings are of one person of a state, in thousandths. More than the matcher itself asks for,
/// since a wrong join costs more than a missed one.
pub(super) const SURE: u32 = 850;

/// With so many others of like beginnings a name is compared, those that stand next to it in the order of the names; where
/// there are more, the work would grow with their square.
pub(super) const MOST_ALIKE: usize = 64;

/// In a state in which no more than this have a word of like beginning, they are compared whatever their other words; scripts
/// that write a breath or leave it out make the other word begin otherwise.
pub(super) const FEW: usize = 16;

/// More spellings than this has nobody; so many groups are rather a mistake of the names.
pub(super) const MOST_SPELLINGS: usize = 24;

/// A person with a full name.
pub(super) struct Known {
    pub(super) group: usize,
    /// The number of its set of states; `None` where no state is known.
    pub(super) home: Option<usize>,
    /// Whether the people of these states write their names with Latin letters.
    pub(super) latin: bool,
    pub(super) name: PersonName,
    pub(super) beginnings: BTreeSet<(u16, u16)>,
    /// The articles, sorted.
    pub(super) readings: Vec<usize>,
    /// The high offices and the days on which they are shown.
    pub(super) posts: BTreeMap<Post, Days>,
    /// The houses and the days on which they are shown.
    pub(super) seats: Seats,
    /// The folded name, where seats have told several people of it apart.
    pub(super) shared: Option<String>,
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
    let known = known(readings, &groups, holdings);
    let (teams, in_states) = spellings(&known);
    let (with_others, in_none) = of_no_state(&known, &teams);
    let to_group = |place: &usize| known.get(*place).map(|person| person.group);
    let of_one = whole(&teams, &with_others).into_iter().flat_map(|team| {
        let people = team.iter().filter_map(|place| known.get(*place));
        if are_one_career(people) {
            vec![team]
        } else {
            without_guests(&teams, &team)
        }
    });
    let of_one: Vec<BTreeSet<usize>> = of_one.collect();
    let teams: Vec<Vec<usize>> = of_one
        .iter()
        .map(|team| team.iter().filter_map(to_group).collect())
        .collect();
    drop(known);
    (put_together(groups, &teams), in_states + in_none)
}

/// The teams with guests in them: who is of no state stands in a team with the first of another one.
pub(super) fn whole(
    teams: &[BTreeSet<usize>],
    with_guests: &[BTreeSet<usize>],
) -> Vec<BTreeSet<usize>> {
    let to_first = |team: &BTreeSet<usize>| {
        let first = team.first().copied();
        let pairs = team.iter().filter_map(move |place| Some((first?, *place)));
        pairs.collect::<Vec<_>>()
    };
    connected(teams.iter().chain(with_guests).flat_map(to_first))
}

/// What is left of a team whose seats are no career, for its guests were looked at one by one.
pub(super) fn without_guests(
    teams: &[BTreeSet<usize>],
    team: &BTreeSet<usize>,
) -> Vec<BTreeSet<usize>> {
    let own = teams.iter().filter(|own| own.is_subset(team));
    own.cloned().collect()
}

/// The people with full names, in the order of their groups.
fn known(readings: &[Reading], groups: &[Group], holdings: &Holdings) -> Vec<Known> {
    let full = Group::is_known_person;
    let states: BTreeSet<&States> = groups
        .iter()
        .filter(|g| full(g))
        .map(|g| &g.states)
        .collect();
    let numbers: BTreeMap<&States, usize> = states.into_iter().zip(0..).collect();
    let of = |(place, group): (usize, &Group)| {
        // The names of a group are the same but for case and diacritics, so any will do, if it is always the same one.
        let name = PersonName::new(group.name(readings)?, Lexicon::builtin());
        let mut posts = holdings.of(group);
        posts.retain(|post, days| has_few_holders(post.office) && !days.shown.is_empty());
        let home = numbers.get(&group.states).copied();
        let of_readings = group.mentions.iter().filter_map(|mention| {
            let reading = readings.get(mention.reading)?;
            Some(seat::shown(reading, mention.entity))
        });
        let shown: Vec<Shown> = of_readings.collect();
        Some(Known {
            group: place,
            home: home.filter(|_| !group.states.is_empty()),
            latin: write_latin(&group.states),
            beginnings: name.beginnings(),
            name,
            readings: group.readings(),
            posts,
            seats: seat::seats(&shown),
            shared: shared_name(group),
        })
    };
    let all = groups.par_iter().enumerate();
    all.filter(|(_, group)| full(group))
        .filter_map(of)
        .collect()
}

/// The folded name of a group, where it is one of several of that.
pub(super) fn shared_name(group: &Group) -> Option<String> {
    match &group.block {
        Block::Person(scope) if group.namesake != Namesake::Only => Some(scope.name.clone()),
        _ => None,
    }
}

impl Known {
    /// The score from which on the two are one person: lower where both are shown in one high office.
    pub(super) fn threshold(&self, other: &Self) -> u32 {
        let shared = self.posts.iter().any(|(post, days)| {
            let Some(theirs) = other.posts.get(post) else {
                return false;
            };
            // Who was newly elected cannot be who held the office before.
            let is_one_term = |one: Date, other: Date| {
                is_in_term(one, other)
                    && !days.are_parted(one, other)
                    && !theirs.are_parted(one, other)
            };
            let mut shown = theirs.shown.iter();
            shown.any(|day| nearest(&days.shown, *day).any(|own| is_one_term(own, *day)))
        });
        if shared { Verdict::LEAST_SAME } else { SURE }
    }

    /// Whether the names are those of one person, as the two are shown.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        match self.threshold(other) {
            SURE => self.is_surely_like(other),
            least => self.name.reaches(&other.name, least),
        }
    }

    /// Whether the names are those of one person, whatever else is known of them.
    pub(super) fn is_surely_like(&self, other: &Self) -> bool {
        let has_one_spelling = self.latin || other.latin;
        self.name.reaches(&other.name, SURE)
            && !(has_one_spelling && self.name.is_written_otherwise_than(&other.name))
    }

    /// Whether an article names both, or their seats tell them apart.
    pub(super) fn is_told_apart_from(&self, other: &Self) -> bool {
        have_common(&self.readings, &other.readings)
            || (self.shared.is_some() && self.shared == other.shared)
            || self.is_another_namesake_than(other)
            || other.is_another_namesake_than(self)
            || !are_one_career([self, other])
    }

    /// Whether somebody else of the name may be meant under another spelling: one of several is meant where the seat is the same.
    fn is_another_namesake_than(&self, other: &Self) -> bool {
        self.shared.is_some() && !other.seats.are_some_of(&self.seats)
    }
}

/// Whether the seats of some people can be those of one.
pub(super) fn are_one_career<'k>(people: impl IntoIterator<Item = &'k Known>) -> bool {
    let mut seats = Seats::default();
    for person in people {
        seats.take(&person.seats);
    }
    seats.are_one_career()
}

/// Whether two sorted lists have a member in common.
pub(super) fn have_common(one: &[usize], other: &[usize]) -> bool {
    let (short, long) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    short.iter().any(|place| long.binary_search(place).is_ok())
}

/// The people in blocks of like beginnings, each block in the order of the names.
fn blocks<K: Ord>(
    known: &[Known],
    key: impl Fn(&Known, (u16, u16)) -> Option<K>,
) -> Vec<Vec<usize>> {
    let mut blocks: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for (place, person) in known.iter().enumerate() {
        for pair in &person.beginnings {
            if let Some(key) = key(person, *pair) {
                blocks.entry(key).or_default().push(place);
            }
        }
    }
    let mut blocks: Vec<Vec<usize>> = blocks.into_values().filter(|b| b.len() > 1).collect();
    for block in &mut blocks {
        if block.len() > MOST_ALIKE {
            block.sort_by_cached_key(|place| {
                let person = known.get(*place);
                (person.map(|one| (&one.beginnings, &one.name)), *place)
            });
        }
    }
    blocks
}

/// The people of a state who have a word of like beginning, where they are few.
fn few(known: &[Known]) -> impl Iterator<Item = Vec<usize>> {
    let mut blocks: BTreeMap<(usize, u16), Vec<usize>> = BTreeMap::new();
    for (place, person) in known.iter().enumerate() {
        if let Some(home) = person.home {
            for word in person.name.words_begin() {
                blocks.entry((home, word)).or_default().push(place);
            }
        }
    }
    let blocks = blocks.into_values();
    blocks.filter(|block| (2..=FEW).contains(&block.len()))
}

/// The pairs of people that are alike among those that blocks let compare, in their order, and how many were compared.
fn alike(
    known: &[Known],
    blocks: &[Vec<usize>],
    compare: impl Fn(&Known, &Known) -> Option<bool> + Sync,
) -> (Vec<(usize, usize)>, usize) {
    let neighbours = Neighbours::new(blocks, known.len(), MOST_ALIKE);
    let found = known.par_iter().enumerate().map(|(place, one)| {
        let (mut alike, mut compared) = (Vec::new(), 0);
        for other in neighbours.behind(place) {
            if let Some(found) = known.get(other).and_then(|other| compare(one, other)) {
                compared += 1;
                if found {
                    alike.push((place, other));
                }
            }
        }
        (alike, compared)
    });
    let found: Vec<(Vec<(usize, usize)>, usize)> = found.collect();
    let compared = found.iter().map(|(_, compared)| compared).sum();
    let alike = found.into_iter().flat_map(|(alike, _)| alike).collect();
    (alike, compared)
}

/// The teams of people of one state whose names are spellings of one, and how many pairs were compared.
fn spellings(known: &[Known]) -> (Vec<BTreeSet<usize>>, usize) {
    let mut blocks = blocks(known, |person, pair| Some((person.home?, pair)));
    blocks.extend(few(known));
    let (alike, compared) = alike(known, &blocks, |one, other| {
        Some(one.is_like(other) && !one.is_told_apart_from(other))
    });
    let sure = |team: &BTreeSet<usize>| {
        let people: Vec<&Known> = team.iter().filter_map(|place| known.get(*place)).collect();
        are_one(&people)
    };
    (
        connected(alike).into_iter().filter(sure).collect(),
        compared,
    )
}

/// Whether each two of some people may be one.
fn are_one(people: &[&Known]) -> bool {
    may_be_one(people)
        && each_two(people, |one, other| {
            one.name.reaches(&other.name, Verdict::LEAST_SAME)
        })
}

/// Whether each two of some people may be one, whatever their names are.
pub(super) fn may_be_one(people: &[&Known]) -> bool {
    people.len() <= MOST_SPELLINGS
        && are_one_career(people.iter().copied())
        && each_two(people, |one, other| !one.is_told_apart_from(other))
}

/// Whether something is so of each two of some.
pub(super) fn each_two<T>(all: &[T], is_so: impl Fn(&T, &T) -> bool) -> bool {
    let behind = |at: usize| all.iter().skip(at + 1);
    let mut each = all.iter().enumerate();
    each.all(|(at, one)| behind(at).all(|other| is_so(one, other)))
}

/// Everybody of no known state together with the only one, or the only team, that is alike, and how many pairs were compared.
fn of_no_state(known: &[Known], teams: &[BTreeSet<usize>]) -> (Vec<BTreeSet<usize>>, usize) {
    let without: BTreeSet<(u16, u16)> = known
        .iter()
        .filter(|person| person.home.is_none())
        .flat_map(|person| person.beginnings.iter().copied())
        .collect();
    let blocks = blocks(known, |_, pair| without.contains(&pair).then_some(pair));
    let (pairs, compared) = alike(known, &blocks, |one, other| {
        (one.home.is_none() != other.home.is_none()).then(|| one.name.reaches(&other.name, SURE))
    });
    let found = pairs.into_iter().filter_map(|(one, other)| {
        let (a, b) = (known.get(one)?, known.get(other)?);
        let pair = if a.home.is_none() {
            (one, other)
        } else {
            (other, one)
        };
        Some((pair, a.is_told_apart_from(b) || !a.is_surely_like(b)))
    });
    (with_the_only(found, teams), compared)
}

/// Each of no known state with the only one, or the only team, that is alike. In come pairs of one of no state and one of a
/// state, and whether an article tells the two apart.
pub(super) fn with_the_only(
    alike: impl IntoIterator<Item = ((usize, usize), bool)>,
    teams: &[BTreeSet<usize>],
) -> Vec<BTreeSet<usize>> {
    let team_of: BTreeMap<usize, usize> = teams
        .iter()
        .filter_map(|team| team.first().map(|first| (team, *first)))
        .flat_map(|(team, first)| team.iter().map(move |place| (*place, first)))
        .collect();
    let mut homes_of: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let mut told_apart: BTreeSet<usize> = BTreeSet::new();
    for ((nowhere, home), apart) in alike {
        let home = team_of.get(&home).copied().unwrap_or(home);
        homes_of.entry(nowhere).or_default().insert(home);
        if apart {
            told_apart.insert(nowhere);
        }
    }
    let teams = homes_of
        .into_iter()
        .filter(|(nowhere, homes)| homes.len() == 1 && !told_apart.contains(nowhere))
        .map(|(nowhere, homes)| homes.into_iter().chain([nowhere]).collect());
    teams.collect()
}
