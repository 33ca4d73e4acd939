//! Bare surnames and whom they mean: each is looked at with those alone whom it could mean.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use jiff::civil::Date;

use super::groups::Groups;
use super::member::Member;
use crate::identity::bearer::{Bearer, Holders, MOST, Meant, NEAR};
use crate::identity::block::States;
use crate::identity::group::Group;
use crate::identity::holding::{Post, held};
use crate::identity::matching::PersonName;
use crate::identity::name::fold_name;
use crate::identity::rival::{Rivals, is_initialed};
use crate::identity::sets::connected;
use crate::lexicon::Lexicon;
use crate::ontology::StateCode;
use crate::runs::{Key, Sorter, parse, render};
use crate::text::days_between;

/// Lists of groups by what they share; of a list that is longer than [`MOST`] only the beginning, for such a one tells nothing.
#[derive(Default)]
struct Lists {
    by_post: BTreeMap<Post, Vec<u32>>,
    by_word: BTreeMap<(StateCode, u16), Vec<u32>>,
    /// The bare surnames with an office.
    bare: Vec<usize>,
    /// Those of a surname and an initial.
    rivals: Rivals,
}

/// What one group gives to the lists.
struct Found {
    is_full: bool,
    posts: Vec<Post>,
    words: BTreeSet<(StateCode, u16)>,
    /// Its name and states, where it is a surname and an initial.
    initialed: Option<(String, States)>,
}

/// Joins those of whom only a surname is known with whom it can only be.
pub(super) fn attach(groups: &mut Groups, memory: usize) -> io::Result<()> {
    let lists = lists(groups)?;
    let mut pairs = Vec::new();
    let mut strangers = Sorter::new(memory);
    for place in &lists.bare {
        let mut own = groups.get(*place)?;
        own.posts = held(own.posts);
        match meant(groups, &lists, &own)? {
            Meant::One(home) => pairs.push((home, *place)),
            Meant::Nobody => put_stranger(*place, &own, &mut strangers)?,
            Meant::Several => {}
        }
    }
    pairs.extend(same_strangers(strangers)?);
    let teams = connected(pairs).into_iter();
    let teams: Vec<Vec<usize>> = teams.map(|team| team.into_iter().collect()).collect();
    groups.join(&teams)
}

fn lists(groups: &mut Groups) -> io::Result<Lists> {
    let mut lists = Lists::default();
    let found = |_, member: &Member| {
        let block = &member.group.block;
        let is_full = member.group.is_known_person();
        let posts: Vec<Post> = held(member.posts.clone()).into_keys().collect();
        let is_bare = block.is_person() && !block.is_full_person() && !posts.is_empty();
        let initialed = is_initialed(block);
        let has_part = is_full || is_bare || initialed;
        has_part.then(|| Found {
            is_full,
            posts,
            words: if is_full {
                words(member)
            } else {
                BTreeSet::new()
            },
            initialed: initialed.then(|| (member.name.clone(), member.group.states.clone())),
        })
    };
    groups.each(true, found, |place, found| {
        if let Some((name, states)) = &found.initialed {
            lists.rivals.add(name, &found.posts, states);
        }
        if !found.is_full {
            if !found.posts.is_empty() {
                lists.bare.push(place);
            }
            return Ok(());
        }
        let number = super::speaking::short(place)?;
        let put = |list: &mut Vec<u32>| {
            if list.len() <= MOST {
                list.push(number);
            }
        };
        for post in found.posts {
            put(lists.by_post.entry(post).or_default());
        }
        for word in found.words {
            put(lists.by_word.entry(word).or_default());
        }
        Ok(())
    })?;
    Ok(lists)
}

/// The words of a name, in each of the states.
fn words(member: &Member) -> BTreeSet<(StateCode, u16)> {
    let words = PersonName::new(&member.name, Lexicon::builtin()).words_begin();
    let states = member.group.states.iter();
    states
        .flat_map(|state| words.iter().map(move |word| (*state, *word)))
        .collect()
}

/// Whom a bare surname with an office can mean.
fn meant(groups: &mut Groups, lists: &Lists, own: &Member) -> io::Result<Meant> {
    let mut numbers: BTreeSet<usize> = BTreeSet::new();
    for post in own.posts.keys() {
        let of_post = lists.by_post.get(post).map_or(&[][..], Vec::as_slice);
        if of_post.len() > MOST {
            return Ok(Meant::Several);
        }
        numbers.extend(of_post.iter().map(|place| *place as usize));
    }
    let mut people = fetch(groups, &numbers)?;
    let begins = PersonName::new(&own.name, Lexicon::builtin()).words_begin();
    // A surname in an office of many is asked for among all of the state.
    let mut by_word: BTreeMap<(StateCode, u16), Vec<usize>> = BTreeMap::new();
    if !own.posts.keys().any(|post| post.office.has_one_holder()) {
        let states: BTreeSet<StateCode> = people
            .values()
            .flat_map(|member| &member.group.states)
            .copied()
            .collect();
        for state in states {
            for key in begins.iter().map(|word| (state, *word)) {
                let like = lists.by_word.get(&key).into_iter().flatten();
                by_word.insert(key, like.map(|place| *place as usize).collect());
            }
        }
        let like = by_word.values().filter(|list| list.len() <= MOST);
        let others: BTreeSet<usize> = like
            .flatten()
            .filter(|place| !people.contains_key(place))
            .copied()
            .collect();
        people.extend(fetch(groups, &others)?);
    }
    let rivals = own_rivals(lists, own, &people);
    Ok(decided(own, &people, by_word, rivals))
}

/// The rivals of those whom a bare surname can mean.
fn own_rivals(lists: &Lists, own: &Member, people: &BTreeMap<usize, Member>) -> Rivals {
    let begins = PersonName::new(&own.name, Lexicon::builtin()).words_begin();
    let all = people.values().chain([own]);
    let states: BTreeSet<StateCode> = all.flat_map(|m| &m.group.states).copied().collect();
    let words = states
        .iter()
        .flat_map(|state| begins.iter().map(|word| (*state, *word)));
    lists.rivals.among(own.posts.keys(), words)
}

fn fetch(groups: &mut Groups, places: &BTreeSet<usize>) -> io::Result<BTreeMap<usize, Member>> {
    let mut fetched = BTreeMap::new();
    for place in places {
        let mut member = groups.get(*place)?;
        member.posts = held(member.posts);
        fetched.insert(*place, member);
    }
    Ok(fetched)
}

/// The decision among people who could be meant.
fn decided(
    own: &Member,
    people: &BTreeMap<usize, Member>,
    by_word: BTreeMap<(StateCode, u16), Vec<usize>>,
    rivals: Rivals,
) -> Meant {
    let places: Vec<usize> = people.keys().copied().collect();
    let at = |place: &usize| places.binary_search(place).unwrap_or(usize::MAX);
    let mut by_post: BTreeMap<Post, Vec<usize>> = BTreeMap::new();
    for (number, member) in people.values().enumerate() {
        for post in member.posts.keys() {
            by_post.entry(*post).or_default().push(number);
        }
    }
    let bearer = |(group, member): (usize, &'_ Member)| {
        (group, PersonName::new(&member.name, Lexicon::builtin()))
    };
    let all = people.values().enumerate();
    let bearers = all.map(|(number, member)| {
        let (group, name) = bearer((number, member));
        Bearer {
            group,
            name,
            written: &member.name,
            posts: member.posts.clone(),
        }
    });
    let by_word = by_word.into_iter();
    let holders = Holders {
        people: bearers.collect(),
        by_post,
        by_word: by_word
            .map(|(key, like)| (key, like.iter().map(at).collect()))
            .collect(),
        rivals,
    };
    let (group, name) = bearer((places.len(), own));
    let bare = Bearer {
        group,
        name,
        written: &own.name,
        posts: own.posts.clone(),
    };
    let groups: Vec<Group> = people
        .values()
        .chain([own])
        .map(|member| member.group.clone())
        .collect();
    match holders.meant(&groups, &bare, &mut 0) {
        Meant::One(home) => places
            .get(home)
            .map_or(Meant::Several, |home| Meant::One(*home)),
        other => other,
    }
}

/// Puts somebody of whom no office tells who it is to the others of the same surname in one of the offices.
fn put_stranger(place: usize, own: &Member, strangers: &mut Sorter) -> io::Result<()> {
    let name = fold_name(&own.name);
    for (post, days) in &own.posts {
        if post.office.has_one_holder() {
            for day in &days.shown {
                let key = Key::new()
                    .word(&name)
                    .small(post.office as u8)
                    .number(post.target);
                let key = key.day(Some(*day)).number(place).into_bytes();
                strangers.push(&key, &render(&(&name, post, day, place))?)?;
            }
        }
    }
    Ok(())
}

/// Those of one surname in one office, from one article to the next near one.
fn same_strangers(strangers: Sorter) -> io::Result<Vec<(usize, usize)>> {
    let mut near = Vec::new();
    let mut sorted = strangers.sorted()?;
    let mut last: Option<(String, Post, Date, usize)> = None;
    while let Some(record) = sorted.take()? {
        let next: (String, Post, Date, usize) = parse(&record.value)?;
        if let Some((name, post, day, one)) = &last
            && (name, post) == (&next.0, &next.1)
            && *one != next.3
            && days_between(*day, next.2) <= NEAR
        {
            near.push((*one, next.3));
        }
        last = Some(next);
    }
    Ok(near)
}
