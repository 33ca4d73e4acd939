//! The groups as people would have them, and a number for each that stays.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use super::groups::{Groups, NOBODY};
use super::speaking::{Speaking, short};
use crate::claim::Reading;
use crate::identity::block::States;
use crate::identity::entity::Block;
use crate::identity::group::Group;
use crate::identity::judgement::Guide;
use crate::identity::mention::{Mention, PerMention};
use crate::identity::namesake::Namesake;
use crate::identity::sets::Sets;
use crate::ontology::StateCode;
use crate::runs::{Shelf, parse, render};

/// The groups as they stay, by number.
pub(super) struct Settled {
    /// The number of each mention.
    pub(super) of: PerMention<u32>,
    blocks: Shelf,
}

impl Settled {
    /// How many groups there are.
    pub(super) const fn len(&self) -> usize {
        self.blocks.len()
    }

    /// The block and the states of a group, and which of those of the name it is.
    pub(super) fn block(&mut self, number: usize) -> io::Result<(Block, States, Namesake)> {
        let (block, states, namesake): (Block, Vec<StateCode>, _) =
            parse(self.blocks.get(number)?)?;
        Ok((block, states.into_iter().collect(), namesake))
    }

    fn put(&mut self, group: &Group) -> io::Result<u32> {
        let kept = (&group.block, &group.states, group.namesake);
        short(self.blocks.put(&render(&kept)?)?)
    }
}

/// Joins and parts the groups as people judged, and numbers them in their order.
pub(super) fn settle(mut groups: Groups, speaking: &mut Speaking) -> io::Result<Settled> {
    let guide = std::mem::take(&mut speaking.guide);
    let mut teams = teams(&groups, &guide);
    let count = groups.len();
    let of = std::mem::take(&mut groups.of);
    let mut settled = Settled {
        of: PerMention::default(),
        blocks: Shelf::new()?,
    };
    let mut numbers = vec![NOBODY; count];
    let mut parted: Vec<(Mention, u32)> = Vec::new();
    for place in 0..count {
        if groups.root(place) != place || numbers.get(place) != Some(&NOBODY) {
            continue;
        }
        let Some(team) = teams.remove(&place) else {
            let group = groups.get(place)?.group;
            let number = settled.put(&group)?;
            numbers.get_mut(place).into_iter().for_each(|n| *n = number);
            continue;
        };
        for part in parts(&mut groups, &of, speaking, &team)? {
            let number = settled.put(&part)?;
            parted.extend(part.mentions.iter().map(|mention| (*mention, number)));
            for member in &team.members {
                numbers
                    .get_mut(*member)
                    .into_iter()
                    .for_each(|n| *n = number);
            }
        }
    }
    settled.of = of;
    settled.of.change(|place| {
        let root = (place != NOBODY).then(|| groups.root(place as usize));
        root.and_then(|root| numbers.get(root))
            .copied()
            .unwrap_or(NOBODY)
    });
    for (mention, number) in parted {
        settled.of.put(mention, number);
    }
    for (stand_in, mention) in &guide.stand_ins {
        if let Some(number) = settled.of.get(*mention) {
            settled.of.put(*stand_in, number);
        }
    }
    speaking.guide = guide;
    Ok(settled)
}

/// Groups that people's judgements touch together, and what is judged of them.
#[derive(Default)]
struct Team {
    members: BTreeSet<usize>,
    guide: Guide,
}

/// The teams by their least group.
fn teams(groups: &Groups, guide: &Guide) -> BTreeMap<usize, Team> {
    let mut ties = Sets::default();
    for (one, other, _) in &guide.same {
        if let (Some(one), Some(other)) = (groups.root_of(*one), groups.root_of(*other)) {
            ties.join(one, other);
        }
    }
    let least = |mention: &Mention| Some(ties.least(groups.root_of(*mention)?));
    let mut teams: BTreeMap<usize, Team> = BTreeMap::new();
    for (judged, is_same) in [(&guide.same, true), (&guide.different, false)] {
        for edge in judged {
            let (one, other, _) = edge;
            let (Some(team), Some(of_other)) = (least(one), least(other)) else {
                continue;
            };
            if team != of_other {
                // Who is judged different is in two teams already.
                continue;
            }
            let team = teams.entry(team).or_default();
            team.members.extend(groups.root_of(*one));
            team.members.extend(groups.root_of(*other));
            let own = if is_same {
                &mut team.guide.same
            } else {
                &mut team.guide.different
            };
            own.insert(edge.clone());
        }
    }
    teams
}

/// The groups of a team as people would have them.
fn parts(
    groups: &mut Groups,
    of: &PerMention<u32>,
    speaking: &mut Speaking,
    team: &Team,
) -> io::Result<Vec<Group>> {
    let mut members = Vec::new();
    for place in &team.members {
        members.push(groups.get(*place)?.group);
    }
    let mut fine: BTreeMap<u32, Vec<Mention>> = BTreeMap::new();
    let mut readings: BTreeMap<usize, Reading> = BTreeMap::new();
    for mention in members.iter().flat_map(|group| &group.mentions) {
        fine.entry(of.get(*mention).unwrap_or(NOBODY))
            .or_default()
            .push(*mention);
        // Only where people part somebody is it asked what the articles say.
        if !team.guide.different.is_empty() && !readings.contains_key(&mention.reading) {
            readings.insert(mention.reading, speaking.get(mention.reading)?);
        }
    }
    let fine: Vec<Vec<Mention>> = fine.into_values().collect();
    Ok(team.guide.apply(&readings, members, &fine))
}
