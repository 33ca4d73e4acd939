//! Whoever presides over a house and whoever is a mere member of it under one name are parted: of those few the readings are looked
//! at again.

use std::collections::BTreeMap;
use std::io;

use super::groups::Groups;
use super::member::Member;
use super::speaking::Speaking;
use crate::claim::{Assertion, Reading};
use crate::identity::group::Group;
use crate::identity::holding::{self, Post, Telling, has_few_holders};
use crate::identity::mention::Mention;
use crate::identity::presiding::{clash, in_office, offices, parts};
use crate::identity::seat::{self, Shown};

/// Parts the groups whose offices are not those of one person.
pub(super) fn part(groups: &mut Groups, speaking: &mut Speaking) -> io::Result<()> {
    let mut several: Vec<usize> = Vec::new();
    let is_several = |_, member: &Member| {
        let is_one = !member.group.is_known_person() || member.offices.have_none(clash);
        (!is_one).then_some(())
    };
    groups.each(true, is_several, |place, ()| {
        several.push(place);
        Ok(())
    })?;
    for place in several {
        let whole = groups.get(place)?.group;
        let mut known: BTreeMap<Mention, Known> = BTreeMap::new();
        for mention in &whole.mentions {
            let reading = speaking.get_lean(mention.reading)?;
            known.insert(*mention, Known::of(groups, &reading, *mention));
        }
        let shown = known
            .iter()
            .map(|(of, known)| (*of, in_office(&known.shown)));
        let shown: Vec<(Mention, Shown)> = shown.collect();
        let members = parts(&whole, &shown).into_iter();
        let members = members.map(|group| member(group, &known)).collect();
        groups.part(place, members)?;
    }
    Ok(())
}

/// What is known of a mention.
struct Known {
    name: String,
    shown: Shown,
    posts: Vec<(Post, Telling)>,
}

impl Known {
    fn of(groups: &Groups, reading: &Reading, mention: Mention) -> Self {
        let mut posts = Vec::new();
        for claim in &reading.claims {
            if let Assertion::Role {
                person,
                office,
                target,
                former,
                term,
                ..
            } = &claim.assertion
                && *person == mention.entity
                && has_few_holders(*office)
                && let Some(target) = groups.root_of(Mention {
                    reading: mention.reading,
                    entity: *target,
                })
                && groups.person.get(target) == Some(&false)
            {
                let office = *office;
                let told = Telling::of(term, *former, reading.document.date).into_iter();
                posts.extend(told.map(|told| (Post { office, target }, told)));
            }
        }
        let entity = reading.entities.get(mention.entity);
        Self {
            name: entity.map(|entity| entity.name.clone()).unwrap_or_default(),
            shown: seat::shown(reading, mention.entity),
            posts,
        }
    }
}

/// A part with what is known of it.
fn member(group: Group, known: &BTreeMap<Mention, Known>) -> Member {
    let own = group.mentions.iter().filter_map(|of| known.get(of));
    let own: Vec<&Known> = own.collect();
    let told = own.iter().flat_map(|known| &known.posts).copied();
    let posts = holding::posts(told);
    let name = own.iter().map(|known| &known.name).min();
    let name = name.cloned().unwrap_or_default();
    let shown = || own.iter().map(|known| &known.shown);
    Member {
        name,
        posts,
        seats: seat::seats(shown()),
        offices: offices(shown()),
        group,
    }
}
