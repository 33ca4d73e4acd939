//! Groups of mentions on disk: those of one name and state first, then those that are joined.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use super::ahead::{Records, each_made, push_all};
use super::member::Member;
use super::speaking::{Speaking, short};
use crate::claim::{Entity, Reading};
use crate::identity::block::States;
use crate::identity::career::Seats;
use crate::identity::entity::{Block, Scope, states_of};
use crate::identity::group::{Group, of_block};
use crate::identity::holding::{self, Post, Telling};
use crate::identity::mention::{Mention, PerMention};
use crate::identity::namesake::Namesake;
use crate::identity::presiding;
use crate::identity::seat::{self, Shown};
use crate::runs::{Key, Record, Shelf, Sorted, Sorter, parse, render};

/// Where no group is.
pub(super) const NOBODY: u32 = u32::MAX;

/// Groups that are taken from the shelf at a time.
const AT_A_TIME: usize = 1024;

/// The groups of mentions, in the order of their blocks.
pub(super) struct Groups {
    shelf: Shelf,
    /// For each group the one to which it was joined, itself where it was not.
    home: Vec<u32>,
    /// Whether it is of a person.
    pub(super) person: Vec<bool>,
    /// The group of each mention as it was before anything was joined.
    pub(super) of: PerMention<u32>,
    /// The rows of the houses that tables know.
    pub(super) houses: BTreeMap<usize, String>,
}

impl Groups {
    /// The mentions of all readings by what they show of themselves.
    pub(super) fn new(speaking: &mut Speaking, memory: usize) -> io::Result<Self> {
        let mut members = Sorter::new(memory);
        let mut counts = Vec::with_capacity(speaking.len());
        speaking.each(
            |place, reading, is_stand_in| {
                let records = members_of(place, reading, is_stand_in)?;
                Ok((reading.entities.len(), records))
            },
            |_, (count, records)| {
                counts.push(count);
                push_all(&mut members, &records)
            },
        )?;
        let mut groups = Self {
            shelf: Shelf::new()?,
            home: Vec::new(),
            person: Vec::new(),
            of: PerMention::of_counts(counts, NOBODY),
            houses: BTreeMap::new(),
        };
        let mut sorted = members.sorted()?;
        while let Some(first) = sorted.take()? {
            groups.block(first, &mut sorted)?;
        }
        Ok(groups)
    }

    /// Takes the groups of the block whose first mention this is.
    fn block(&mut self, first: Record, sorted: &mut Sorted) -> io::Result<()> {
        let own = first
            .key
            .get(..first.key.len() - MENTION)
            .unwrap_or_default()
            .to_vec();
        let mut members: Vec<(Mention, States)> = Vec::new();
        let mut known: Vec<(Mention, String, Shown)> = Vec::new();
        let (block, ..): Told = parse(&first.value)?;
        let mut all: States = BTreeSet::new();
        let mut least: Option<String> = None;
        let mut next = Some(first);
        while let Some(record) = next {
            let (_, mention, states, name, shown): Told = parse(&record.value)?;
            if block.splits() {
                members.push((mention, states));
                known.push((mention, name, shown));
            } else {
                // Of what may be in every article no more than the mentions are kept.
                all.extend(states);
                least = Some(least.map_or_else(|| name.clone(), |least| least.min(name.clone())));
                members.push((mention, BTreeSet::new()));
            }
            next = sorted.take_if(&own)?;
        }
        if !block.splits() {
            let group = Group {
                block,
                states: all,
                mentions: members.into_iter().map(|(mention, _)| mention).collect(),
                namesake: Namesake::Only,
            };
            let known = (
                least.unwrap_or_default(),
                Seats::default(),
                Seats::default(),
            );
            return self.put(group, known);
        }
        // They come in the order of their mentions.
        let find = |mention: &Mention| {
            let found = known.binary_search_by(|(other, ..)| other.cmp(mention));
            found.ok().and_then(|at| known.get(at))
        };
        let shown = |mention| find(&mention).map_or_else(Shown::default, |(.., of)| of.clone());
        for group in of_block(&block, members, shown) {
            let of_group: Vec<_> = group.mentions.iter().filter_map(find).collect();
            let name = of_group.iter().map(|(_, name, _)| name).min();
            let name = name.cloned().unwrap_or_default();
            let seats = seat::seats(of_group.iter().map(|(.., shown)| shown));
            let offices = presiding::offices(of_group.iter().map(|(.., shown)| shown));
            self.put(group, (name, seats, offices))?;
        }
        Ok(())
    }

    /// Takes a group, with its name, the houses in which it sits and the offices in them.
    fn put(
        &mut self,
        group: Group,
        (name, seats, offices): (String, Seats, Seats),
    ) -> io::Result<()> {
        let number = short(self.home.len())?;
        for mention in &group.mentions {
            self.of.put(*mention, number);
        }
        if let Block::House(row) = &group.block {
            self.houses.insert(self.home.len(), row.clone());
        }
        self.home.push(number);
        self.person.push(group.block.is_person());
        let member = Member {
            group,
            name,
            posts: BTreeMap::new(),
            seats,
            offices,
        };
        self.shelf.put(&member.render()?)?;
        Ok(())
    }

    /// How many groups there were before anything was joined.
    pub(super) const fn len(&self) -> usize {
        self.home.len()
    }

    /// The group to which a group was joined, whatever that was joined to since.
    pub(super) fn root(&self, mut place: usize) -> usize {
        while let Some(home) = self.home.get(place).map(|home| *home as usize)
            && home != place
        {
            place = home;
        }
        place
    }

    /// The group of a mention.
    pub(super) fn root_of(&self, mention: Mention) -> Option<usize> {
        let place = self.of.get(mention).filter(|place| *place != NOBODY)?;
        Some(self.root(place as usize))
    }

    /// The group at a place to which others may have been joined.
    pub(super) fn get(&mut self, place: usize) -> io::Result<Member> {
        Member::parse(self.shelf.get(place)?)
    }

    /// Looks at all groups of people, or at all others, that were not joined to others, in their order: what `make` makes of each goes
    /// to `take`.
    pub(super) fn each<T: Send>(
        &mut self,
        people: bool,
        make: impl Fn(usize, &Member) -> Option<T> + Sync,
        mut take: impl FnMut(usize, T) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut next = 0..self.len();
        let fetch = || {
            let mut some = Vec::new();
            while some.len() < AT_A_TIME
                && let Some(place) = next.next()
            {
                if self.root(place) == place && self.person.get(place) == Some(&people) {
                    some.push((place, self.shelf.get(place)?.to_vec()));
                }
            }
            Ok(some)
        };
        each_made(
            fetch,
            |(place, bytes)| Ok((*place, make(*place, &Member::parse(bytes)?))),
            |(place, what)| what.map_or(Ok(()), |what| take(place, what)),
        )
    }

    /// Gives the groups what they hold: each record of `posts` is of the group whose number its key is.
    pub(super) fn hold(&mut self, posts: &mut Sorted) -> io::Result<()> {
        let mut filled = Shelf::new()?;
        for place in 0..self.len() {
            let own = Key::new().number(place).into_bytes();
            let bytes = self.shelf.get(place)?;
            let mut told: Vec<(Post, Telling)> = Vec::new();
            while let Some(record) = posts.take_if(&own)? {
                let (office, target, telling) = parse(&record.value)?;
                told.push((Post { office, target }, telling));
            }
            if told.is_empty() {
                filled.put(bytes)?;
                continue;
            }
            let mut member = Member::parse(bytes)?;
            member.posts = holding::posts(told);
            filled.put(&member.render()?)?;
        }
        self.shelf = filled;
        Ok(())
    }

    /// Makes several groups of the one at a place: the first of them stays there. What of a part was of one group before it was joined
    /// is of one group still.
    pub(super) fn part(&mut self, place: usize, parts: Vec<Member>) -> io::Result<()> {
        let mut parts = parts.into_iter();
        if let Some(first) = parts.next() {
            self.shelf.replace(place, &first.render()?)?;
        }
        for part in parts {
            let bytes = part.render()?;
            let root = short(self.home.len())?;
            let mut finer: BTreeMap<u32, u32> = BTreeMap::new();
            for mention in part.group.mentions {
                let old = self.of.get(mention).unwrap_or(NOBODY);
                let new = if let Some(new) = finer.get(&old) {
                    *new
                } else {
                    let new = short(self.home.len())?;
                    self.home.push(root);
                    self.person.push(true);
                    self.shelf.put(&bytes)?;
                    finer.insert(old, new);
                    new
                };
                self.of.put(mention, new);
            }
        }
        Ok(())
    }

    /// Makes one of the groups of each team, which takes the place of its first. No group is in two teams.
    pub(super) fn join(&mut self, teams: &[Vec<usize>]) -> io::Result<()> {
        for team in teams {
            let mut team = team.clone();
            team.sort_unstable();
            let Some((first, others)) = team.split_first() else {
                continue;
            };
            let mut whole = self.get(*first)?;
            for other in others {
                whole.take(self.get(*other)?);
                if let Some(home) = self.home.get_mut(*other) {
                    *home = short(*first)?;
                }
            }
            self.shelf.replace(*first, &whole.render()?)?;
        }
        Ok(())
    }
}

/// What a mention tells of itself.
type Told = (Block, Mention, States, String, Shown);

/// The bytes of a mention at the end of a key.
const MENTION: usize = 16;

/// What the mentions of a reading tell of themselves, by their blocks.
fn members_of(
    place: usize,
    reading: &Reading,
    is_stand_in: &dyn Fn(usize) -> bool,
) -> io::Result<Records> {
    let mut members = Vec::with_capacity(reading.entities.len());
    let all = reading.entities.iter().zip(states_of(reading));
    for (index, (entity, states)) in all.enumerate() {
        if is_stand_in(index) {
            continue;
        }
        let block = Block::of(entity, &states, place);
        let mention = Mention {
            reading: place,
            entity: index,
        };
        let key = key_of(&block).number(place).number(index);
        let shown = if block.is_full_person() {
            seat::shown(reading, index)
        } else {
            Shown::default()
        };
        let Entity { name, .. } = entity;
        let told = (block, mention, states, name, shown);
        members.push((key.into_bytes(), render(&told)?));
    }
    Ok(members)
}

/// A key with the order of blocks.
fn key_of(block: &Block) -> Key {
    let key = Key::new();
    match block {
        Block::State(Ok(code)) => key.small(0).small(0).word(code.as_str()),
        Block::State(Err(name)) => key.small(0).small(1).word(name),
        Block::House(row) => key.small(1).word(row),
        Block::Assembly(row) => key.small(2).word(row),
        Block::Person(scope) => scoped(key.small(3), scope),
        Block::Commission(scope) => scoped(key.small(4), scope),
        Block::Body(kind, scope, states) => {
            key_of_states(scoped(key.small(5).small(*kind as u8), scope), states)
        }
    }
}

fn scoped(key: Key, scope: &Scope) -> Key {
    let key = key.word(&scope.name);
    match scope.within {
        None => key.flag(false),
        Some(reading) => key.flag(true).number(reading),
    }
}

/// Adds states to a key.
pub(super) fn key_of_states(key: Key, states: &States) -> Key {
    let all = states.iter();
    let key = all.fold(key, |key, code| key.flag(true).word(code.as_str()));
    key.flag(false)
}
