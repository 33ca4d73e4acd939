//! A group on disk with what else is known of it.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use serde::{Deserialize, Serialize};

use crate::identity::career::Seats;
use crate::identity::entity::Block;
use crate::identity::group::Group;
use crate::identity::holding::{Days, Post};
use crate::identity::matching::{PersonName, write_latin};
use crate::identity::mention::Mention;
use crate::identity::namesake::Namesake;
use crate::identity::spelling::{Known, shared_name};
use crate::lexicon::Lexicon;
use crate::ontology::StateCode;
use crate::runs::{parse, render};

/// A group as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    block: Block,
    states: Vec<StateCode>,
    name: String,
    mentions: Vec<(usize, usize)>,
    namesake: Namesake,
    posts: Vec<(Post, Days)>,
    seats: Seats,
    offices: Seats,
}

/// A group with what else is known of it.
pub(super) struct Member {
    pub(super) group: Group,
    /// Its name in one of the articles, the least by letters.
    pub(super) name: String,
    /// The high offices that it holds, each with its days in order.
    pub(super) posts: BTreeMap<Post, Days>,
    /// The houses in which it sits.
    pub(super) seats: Seats,
    /// Where it presides and where it is a mere member.
    pub(super) offices: Seats,
}

impl Member {
    pub(super) fn render(&self) -> io::Result<Vec<u8>> {
        render(&Kept {
            block: self.group.block.clone(),
            states: self.group.states.iter().copied().collect(),
            name: self.name.clone(),
            mentions: (self.group.mentions.iter())
                .map(|m| (m.reading, m.entity))
                .collect(),
            namesake: self.group.namesake,
            posts: self
                .posts
                .iter()
                .map(|(post, days)| (*post, days.clone()))
                .collect(),
            seats: self.seats.clone(),
            offices: self.offices.clone(),
        })
    }

    pub(super) fn parse(bytes: &[u8]) -> io::Result<Self> {
        let kept: Kept = parse(bytes)?;
        let mentions = kept.mentions.into_iter();
        let mentions = mentions.map(|(reading, entity)| Mention { reading, entity });
        Ok(Self {
            group: Group {
                block: kept.block,
                states: kept.states.into_iter().collect(),
                mentions: mentions.collect(),
                namesake: kept.namesake,
            },
            name: kept.name,
            posts: kept.posts.into_iter().collect(),
            seats: kept.seats,
            offices: kept.offices,
        })
    }

    /// What two spellings of a person are compared by.
    pub(super) fn known(&self, place: usize) -> Known {
        let name = PersonName::new(&self.name, Lexicon::builtin());
        Known {
            beginnings: name.beginnings(),
            name,
            ..self.nameless(place)
        }
    }

    /// The same but for the name, where that was compared before.
    pub(super) fn nameless(&self, place: usize) -> Known {
        let mut posts = self.posts.clone();
        posts.retain(|_, days| !days.shown.is_empty());
        Known {
            group: place,
            // Only who is of the same states is ever asked, so that any number will do for these.
            home: (!self.group.states.is_empty()).then_some(0),
            latin: write_latin(&self.group.states),
            beginnings: BTreeSet::new(),
            name: PersonName::default(),
            readings: self.group.readings(),
            posts,
            seats: self.seats.clone(),
            shared: shared_name(&self.group),
        }
    }

    /// Makes another group a part of it.
    pub(super) fn take(&mut self, other: Self) {
        self.group.take(other.group);
        self.name = other.name.min(std::mem::take(&mut self.name));
        self.seats.take(&other.seats);
        self.offices.take(&other.offices);
        for (post, days) in other.posts {
            self.posts.entry(post).or_default().take(days);
        }
    }
}
