//! Which offices the people of readings hold, and when: what tells people of one surname apart.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::group::Group;
use super::mention::{Mention, PerMention};
use crate::claim::{Assertion, Reading};
use crate::ontology::Office;
use crate::text::days_between;

/// Articles that are more days apart than this may speak of two holders of an office, even of one surname: some four years, the
/// usual term of a house.
const TERM: i64 = 1500;

/// An office in a body or for a state, which is a place among the groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Post {
    pub(super) office: Office,
    pub(super) target: usize,
}

/// A post that an article shows somebody to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Holding {
    pub(super) post: Post,
    /// The day on which the article shows it: its own, or the one of which it tells.
    pub(super) day: Option<Date>,
}

/// What each mention of a person holds: sorted by mention, and for each in the order of the claims.
pub(super) struct Holdings(Vec<(Mention, Holding)>);

impl Holdings {
    /// The holdings of all people of some readings. `groups` has the bodies and states, and keeps their places.
    ///
    /// Who is said to be a former speaker holds nothing here.
    pub(super) fn new(readings: &[Reading], groups: &[Group]) -> Self {
        let mut place_of: PerMention<Option<usize>> = PerMention::new(readings, None);
        for (place, group) in groups.iter().enumerate() {
            if !group.block.is_person() {
                for mention in &group.mentions {
                    place_of.put(*mention, Some(place));
                }
            }
        }
        let mut holdings: Vec<(Mention, Holding)> = Vec::new();
        for (reading, of) in readings.iter().enumerate() {
            for claim in &of.claims {
                let Assertion::Role {
                    person,
                    office,
                    target,
                    former: false,
                    term,
                    ..
                } = &claim.assertion
                else {
                    continue;
                };
                let mention = |entity| Mention { reading, entity };
                if let Some(target) = place_of.of(mention(*target)) {
                    let post = Post {
                        office: *office,
                        target,
                    };
                    let day = term.day(of.document.date);
                    holdings.push((mention(*person), Holding { post, day }));
                }
            }
        }
        holdings.sort_by_key(|(mention, _)| *mention);
        Self(holdings)
    }

    /// What a group of mentions holds, each post with its days in order.
    pub(super) fn of(&self, group: &Group) -> BTreeMap<Post, Vec<Date>> {
        let mut posts: BTreeMap<Post, Vec<Date>> = BTreeMap::new();
        for mention in &group.mentions {
            let from = self.0.partition_point(|(other, _)| other < mention);
            let own = self.0.get(from..).unwrap_or_default().iter();
            for (_, holding) in own.take_while(|(other, _)| other == mention) {
                posts.entry(holding.post).or_default().extend(holding.day);
            }
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
    nearest(days, day).any(|other| is_in_term(other, day))
}

/// Of some days in their order the one before a day and the one from it on.
pub(super) fn nearest(days: &[Date], day: Date) -> impl Iterator<Item = Date> {
    let after = days.partition_point(|other| *other < day);
    let before = after.checked_sub(1).and_then(|place| days.get(place));
    days.get(after).into_iter().chain(before).copied()
}

/// Whether two days are nearer than a term of office.
pub(super) fn is_in_term(one: Date, other: Date) -> bool {
    days_between(one, other).abs() <= TERM
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
