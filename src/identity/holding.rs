//! Which offices the people of readings hold, and when: what tells people of one surname apart.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::cluster::Mention;
use super::spelling::Group;
use crate::claim::{Assertion, Reading};
use crate::ontology::Office;
use crate::text::days_between;

/// Articles that are more days apart than this may speak of two holders of an office, even of one surname: some four years, the
/// usual term of a house.
const TERM: i64 = 1500;

/// An office in a body or for a state, which is a place among the groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Post {
    pub(super) office: Office,
    pub(super) target: usize,
}

/// A post that an article shows somebody to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Holding {
    pub(super) post: Post,
    /// The day of the article.
    pub(super) day: Option<Date>,
}

/// What each mention of a person holds.
pub(super) struct Holdings(BTreeMap<Mention, Vec<Holding>>);

impl Holdings {
    /// The holdings of all people of some readings. `groups` has the bodies and states, and keeps their places.
    ///
    /// Who is said to be a former speaker holds nothing here.
    pub(super) fn new(readings: &[Reading], groups: &[Group]) -> Self {
        let mut place_of: BTreeMap<Mention, usize> = BTreeMap::new();
        for (place, group) in groups.iter().enumerate() {
            if !group.block.is_person() {
                place_of.extend(group.mentions.iter().map(|mention| (*mention, place)));
            }
        }
        let mut holdings: BTreeMap<Mention, Vec<Holding>> = BTreeMap::new();
        for (reading, of) in readings.iter().enumerate() {
            for claim in &of.claims {
                let Assertion::Role {
                    person,
                    office,
                    target,
                    former: false,
                    ..
                } = &claim.assertion
                else {
                    continue;
                };
                let mention = |entity| Mention { reading, entity };
                if let Some(target) = place_of.get(&mention(*target)) {
                    let post = Post {
                        office: *office,
                        target: *target,
                    };
                    let day = of.document.date;
                    let own = holdings.entry(mention(*person)).or_default();
                    own.push(Holding { post, day });
                }
            }
        }
        Self(holdings)
    }

    /// What a group of mentions holds, each post with its days in order.
    pub(super) fn of(&self, group: &Group) -> BTreeMap<Post, Vec<Date>> {
        let mut posts: BTreeMap<Post, Vec<Date>> = BTreeMap::new();
        for holding in group
            .mentions
            .iter()
            .filter_map(|m| self.0.get(m))
            .flatten()
        {
            posts.entry(holding.post).or_default().extend(holding.day);
        }
        for days in posts.values_mut() {
            days.sort_unstable();
            days.dedup();
        }
        posts
    }
}

/// Whether one of the days is near the day: nearer than a term of office.
pub(super) fn is_near(days: &[Date], day: Date) -> bool {
    let apart = |other: &Date| days_between(*other, day).abs();
    let after = days.partition_point(|other| *other < day);
    let before = after.checked_sub(1).and_then(|place| days.get(place));
    days.get(after)
        .into_iter()
        .chain(before)
        .any(|other| apart(other) <= TERM)
}

/// Whether so few hold the office in a body or for a state that a surname tells which of them is meant.
pub(super) const fn has_few_holders(office: Office) -> bool {
    office.has_one_holder()
        || matches!(
            office,
            Office::DeputySpeaker
                | Office::Chair
                | Office::CoChair
                | Office::DeputyChair
                | Office::SecretaryGeneral
                | Office::Minister
                | Office::Ambassador
        )
}
