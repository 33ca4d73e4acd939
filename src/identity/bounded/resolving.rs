//! Which groups are one: commissions, spellings of people, and bare surnames, as the decisions beside this folder make them.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use super::ahead::{Records, push_all};
use super::comparing::{
    ANYWHERE, Named, Names, OF_STATE, WORD, block, compared, known_of, nameless,
};
use super::groups::{Groups, NOBODY, key_of_states};
use super::member::Member;
use super::remembered::{Hash, Remembered, hash};
use super::speaking::Speaking;
use crate::claim::{Assertion, Reading};
use crate::identity::block::States;
use crate::identity::commission::{Tying, in_block};
use crate::identity::holding::{Telling, has_few_holders};
use crate::identity::matching::{PersonName, Verdict, write_latin};
use crate::identity::mention::Mention;
use crate::identity::sets::connected;
use crate::identity::spelling::{
    MOST_SPELLINGS, are_one_career, each_two, may_be_one, whole, with_the_only, without_guests,
};
use crate::lexicon::Lexicon;
use crate::ontology::Office;
use crate::runs::{Key, Sorter, parse, render};

/// Joins the groups of one commission, and gives all groups the high offices that they hold.
pub(super) fn commissions(
    speaking: &mut Speaking,
    groups: &mut Groups,
    memory: usize,
) -> io::Result<()> {
    let mut posts = Sorter::new(memory);
    let mut chambers: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    let known: &Groups = groups;
    speaking.each(
        |reading, of, _| told_of(known, reading, of),
        |_, (held, tied)| {
            for (body, row) in tied {
                chambers.entry(body).or_default().insert(row);
            }
            push_all(&mut posts, &held)
        },
    )?;
    let teams = teams_of_commissions(groups, &chambers, memory)?;
    groups.join(&teams)?;
    // What an office is held in is a whole body by now.
    let mut of_whole = Sorter::new(memory);
    let mut posts = posts.sorted()?;
    while let Some(record) = posts.take()? {
        let (office, target, told): (Office, usize, Telling) = parse(&record.value)?;
        of_whole.push(&record.key, &render(&(office, groups.root(target), told))?)?;
    }
    groups.hold(&mut of_whole.sorted()?)
}

/// What a reading tells of offices, by who holds them, and which groups tie the house of which row.
fn told_of(
    groups: &Groups,
    reading: usize,
    of: &Reading,
) -> io::Result<(Records, Vec<(usize, String)>)> {
    let group_of = |entity: usize| {
        let place = groups.of.get(Mention { reading, entity });
        let place = place.filter(|place| *place != NOBODY);
        place.map(|place| place as usize)
    };
    let (mut held, mut tied) = (Vec::new(), Vec::new());
    for claim in &of.claims {
        match &claim.assertion {
            Assertion::Role {
                person,
                office,
                target,
                former,
                term,
                ..
            } if has_few_holders(*office) => {
                if let (Some(person), Some(target)) = (group_of(*person), group_of(*target))
                    && groups.person.get(target) == Some(&false)
                {
                    let key = Key::new().number(person).into_bytes();
                    for told in Telling::of(term, *former, of.document.date) {
                        held.push((key.clone(), render(&(office, target, told))?));
                    }
                }
            }
            Assertion::Links { body, target } => {
                let row = group_of(*target).and_then(|target| groups.houses.get(&target));
                if let (Some(body), Some(row)) = (group_of(*body), row) {
                    tied.push((body, row.clone()));
                }
            }
            _ => {}
        }
    }
    Ok((held, tied))
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
    groups.each(false, wanted, |place, states| {
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
    let mut names: Names = vec![Named::default(); remembered.as_ref().map_or(0, |_| groups.len())];
    // Only what somebody of no known state begins with is looked at anywhere.
    let mut without: BTreeSet<(u16, u16)> = BTreeSet::new();
    groups.each(true, Found::of, |place, found| {
        let value = render(&place)?;
        if let Some(name) = names.get_mut(place) {
            *name = Named {
                name: found.name,
                is_homeless: found.states.is_empty(),
                is_latin: write_latin(&found.states),
            };
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
    for team in connected(alike.iter().copied()) {
        if team.len() <= MOST_SPELLINGS && are_spellings(groups, &team, &alike)? {
            teams.push(team);
        }
    }
    let with_others = with_the_only(with_nowhere, &teams);
    let teams = with_guests(groups, &teams, &with_others)?;
    groups.join(&teams)
}

/// Whether each two of a team may be one. Of pairs that are alike it is known.
fn are_spellings(
    groups: &mut Groups,
    team: &BTreeSet<usize>,
    alike: &BTreeSet<(usize, usize)>,
) -> io::Result<bool> {
    if team.len() == 2 {
        return Ok(true);
    }
    let places: Vec<usize> = team.iter().copied().collect();
    let known = nameless(groups, &places)?;
    if !may_be_one(&known.iter().collect::<Vec<_>>()) {
        return Ok(false);
    }
    if each_two(&places, |one, other| alike.contains(&(*one, *other))) {
        return Ok(true);
    }
    let known = known_of(groups, &places)?;
    Ok(each_two(&known, |one, other| {
        alike.contains(&(one.group, other.group))
            || one.name.reaches(&other.name, Verdict::LEAST_SAME)
    }))
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
        if are_one_career(&nameless(groups, &places)?) {
            of_one.push(places);
        } else {
            let own = without_guests(teams, &team).into_iter();
            of_one.extend(own.map(|team| team.into_iter().collect()));
        }
    }
    Ok(of_one)
}
