//! Which offices the people of readings hold, and when: what tells people of one surname apart.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::group::Group;
use super::mention::{Mention, PerMention};
use crate::claim::{Assertion, Reading, Term};
use crate::ontology::Office;
use crate::text::{PartialDate, days_between};

/// Articles that are more days apart than this may speak of two holders of an office, even of one surname: some four years, the
/// usual term of a house.
const TERM: i64 = 1500;

/// An office in a body or for a state, which is a place among the groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Post {
    pub(super) office: Office,
    pub(super) target: usize,
}

/// What an article tells of the time of somebody in a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) enum Telling {
    /// The post is held: on the day of the article, or on the one of which it tells.
    Held(Option<Date>),
    /// It was taken on this day or later, so that whoever is shown in it before is another one, or was in it another time.
    Taken(Date),
    /// It was over by this day.
    Over(Date),
}

impl Telling {
    /// What a claim of an article tells that was published on a day.
    pub(super) fn of(term: &Term, former: bool, published: Option<Date>) -> Vec<Self> {
        let left = term.until.map(PartialDate::last_day).map(Self::Over);
        if former {
            let own_day = published.filter(|_| term.at.is_none() && !term.past);
            return Vec::from_iter(left.or(own_day.map(Self::Over)));
        }
        // Nobody is called newly elected for longer than a year; and who was shown in it within the year before was elected again.
        let newly = published.filter(|_| term.newly);
        let since = term.since.map(PartialDate::first_day);
        let taken = newly
            .or(since)
            .and_then(|day| day.checked_sub(1.year()).ok());
        let held = Some(Self::Held(term.day(published)));
        held.into_iter()
            .chain(taken.map(Self::Taken))
            .chain(left)
            .collect()
    }
}

/// The days that articles tell of somebody in a post, each sort in order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Days {
    /// Whether any article shows the post held, be it on no known day.
    is_held: bool,
    /// It is shown held.
    pub(super) shown: Vec<Date>,
    /// It was taken on these days or later.
    taken: Vec<Date>,
    /// It was over by these days.
    over: Vec<Date>,
}

impl Days {
    /// Adds what an article tells.
    fn tell(&mut self, telling: Telling) {
        match telling {
            Telling::Held(day) => {
                self.is_held = true;
                self.shown.extend(day);
            }
            Telling::Taken(day) => self.taken.push(day),
            Telling::Over(day) => self.over.push(day),
        }
    }

    /// Adds what is told of somebody who is the same.
    pub(super) fn take(&mut self, other: Self) {
        self.is_held |= other.is_held;
        self.shown.extend(other.shown);
        self.taken.extend(other.taken);
        self.over.extend(other.over);
        self.put_in_order();
    }

    fn put_in_order(&mut self) {
        for days in [&mut self.shown, &mut self.taken, &mut self.over] {
            days.sort_unstable();
            days.dedup();
        }
    }

    /// Whether the post was taken or left between two days, so that who is shown in it on both was in it twice.
    pub(super) fn are_parted(&self, one: Date, other: Date) -> bool {
        let (first, last) = (one.min(other), one.max(other));
        let within = |day: &Date| first < *day && *day <= last;
        let left = |day: &Date| first <= *day && *day < last;
        self.taken.iter().any(within) || self.over.iter().any(left)
    }
}

/// The days of each post of which anything is told of somebody.
pub(super) fn posts(told: impl IntoIterator<Item = (Post, Telling)>) -> BTreeMap<Post, Days> {
    let mut posts: BTreeMap<Post, Days> = BTreeMap::new();
    for (post, telling) in told {
        posts.entry(post).or_default().tell(telling);
    }
    posts.values_mut().for_each(Days::put_in_order);
    posts
}

/// Those posts with few holders that any article shows held.
pub(super) fn held(mut posts: BTreeMap<Post, Days>) -> BTreeMap<Post, Days> {
    posts.retain(|post, days| days.is_held && has_few_holders(post.office));
    posts
}

/// What is told of each mention of a person in a post: sorted by mention, and for each in the order of the claims.
pub(super) struct Holdings(Vec<(Mention, (Post, Telling))>);

impl Holdings {
    /// The holdings of all people of some readings. `groups` has the bodies and states, and keeps their places.
    ///
    /// Who is no more than said to be a former speaker holds nothing here.
    pub(super) fn new(readings: &[Reading], groups: &[Group]) -> Self {
        let mut place_of: PerMention<Option<usize>> = PerMention::new(readings, None);
        for (place, group) in groups.iter().enumerate() {
            if !group.block.is_person() {
                for mention in &group.mentions {
                    place_of.put(*mention, Some(place));
                }
            }
        }
        let mut holdings: Vec<(Mention, (Post, Telling))> = Vec::new();
        for (reading, of) in readings.iter().enumerate() {
            for claim in &of.claims {
                let Assertion::Role {
                    person,
                    office,
                    target,
                    former,
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
                    let told = Telling::of(term, *former, of.document.date).into_iter();
                    holdings.extend(told.map(|told| (mention(*person), (post, told))));
                }
            }
        }
        holdings.sort_by_key(|(mention, _)| *mention);
        Self(holdings)
    }

    /// What is told of a group of mentions in each post, also where that is over.
    pub(super) fn of(&self, group: &Group) -> BTreeMap<Post, Days> {
        let own = group.mentions.iter().flat_map(|mention| {
            let from = self.0.partition_point(|(other, _)| other < mention);
            let own = self.0.get(from..).unwrap_or_default().iter();
            own.take_while(move |(other, _)| other == mention)
        });
        posts(own.map(|(_, told)| *told))
    }
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
        )
}
