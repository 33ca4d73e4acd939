//! Features: what can be said of a candidate, each with a name for the table of weights.
//!
//! In come sets of classes and traits, out come numbers and names. This module never weighs anything.

use super::traits::{Trait, Traits};
use crate::lexicon::{Class, ClassSet};

/// The classes that tell something; months, marks and the like do not.
pub(super) const TELLING: &[Class] = &[
    Class::Accompany,
    Class::Address,
    Class::Agency,
    Class::Attend,
    Class::Become,
    Class::Belong,
    Class::Between,
    Class::Both,
    Class::Brief,
    Class::By,
    Class::CallNoun,
    Class::CallOn,
    Class::CalledOff,
    Class::Company,
    Class::Comprise,
    Class::ConferenceNoun,
    Class::Converse,
    Class::Counterpart,
    Class::Decide,
    Class::Delegation,
    Class::Discuss,
    Class::Dispatch,
    Class::DocumentNoun,
    Class::Doubt,
    Class::Elect,
    Class::Escort,
    Class::Former,
    Class::Found,
    Class::Founding,
    Class::From,
    Class::Future,
    Class::Gather,
    Class::Guest,
    Class::Hold,
    Class::Host,
    Class::Invite,
    Class::Kin,
    Class::Lead,
    Class::LedBy,
    Class::Letter,
    Class::Meal,
    Class::Meet,
    Class::MeetingNoun,
    Class::Negation,
    Class::Newly,
    Class::Of,
    Class::On,
    Class::PastBe,
    Class::Phone,
    Class::Present,
    Class::Receive,
    Class::Remote,
    Class::Say,
    Class::Serve,
    Class::SessionNoun,
    Class::Sides,
    Class::Sign,
    Class::Since,
    Class::Sit,
    Class::Speakers,
    Class::Tell,
    Class::They,
    Class::To,
    Class::Travel,
    Class::Until,
    Class::Visit,
    Class::VisitNoun,
    Class::When,
    Class::Who,
    Class::Wish,
    Class::With,
];

/// A feature of a candidate, by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::rule::en) struct Feature(u16);

/// Declares of what classes and traits are said, each with its name in the table and whether traits are said of it.
macro_rules! groups {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $traits:literal;)+) => {
        /// Of what a class or trait is said.
        #[derive(Debug, Clone, Copy)]
        pub(super) enum Of { $($(#[$doc])* $name),+ }

        /// The names of the groups in the table, and whether their numbers are those of traits.
        const GROUPS: &[(&str, bool)] = &[$(($word, $traits)),+];
    };
}

groups! {
    /// The words in any sentence of a person.
    Around = "around", false;
    /// The words that each sentence of a person has.
    Always = "always", false;
    /// A person.
    Person = "person", true;
    /// The words in any sentence of a body.
    BodyAround = "body_around", false;
    /// The words beside a body.
    BodyBeside = "body_beside", false;
    /// A body.
    Body = "body", true;
    /// A candidate or the whole article.
    Whole = "whole", true;
    /// The words of the whole article.
    Article = "article", false;
    /// A person, where the body has a session by a rule.
    AtHeld = "at_held", true;
    /// A person, where the body sits in the first sentences.
    AtLead = "at_lead", true;
    /// The words of the sentences in which both stand.
    Shared = "shared", false;
}

/// How many of a pair have a feature.
#[derive(Debug, Clone, Copy)]
enum Share {
    /// One of the two.
    One = 1,
    /// Both.
    Both = 2,
}

/// The words for it in the table; the first is that of features of no pair.
const SHARES: &[&str] = &["", "one ", "both "];

/// How many numbers each group has.
const WIDTH: usize = 128;

impl Feature {
    /// How many there may be.
    pub(super) const COUNT: usize = SHARES.len() * GROUPS.len() * WIDTH;

    #[expect(
        clippy::cast_possible_truncation,
        reason = "there are fewer than 65,536 features"
    )]
    const fn new(of: Of, number: usize) -> Self {
        Self((of as usize * WIDTH + number) as u16)
    }

    /// The same feature of one or both of a pair.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "there are fewer than 65,536 features"
    )]
    const fn shared(self, share: Share) -> Self {
        Self(self.0 + (share as usize * GROUPS.len() * WIDTH) as u16)
    }

    /// Its place among all.
    pub(super) const fn place(self) -> usize {
        self.0 as usize
    }

    /// All of them, in their order.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "there are fewer than 65,536 features"
    )]
    pub(super) fn all() -> impl Iterator<Item = Self> {
        (0..Self::COUNT).map(|n| Self(n as u16))
    }

    /// The name in the table of weights; none of a number that stands for nothing.
    pub(in crate::rule::en) fn name(self) -> Option<String> {
        let (group, number) = (self.place() / WIDTH, self.place() % WIDTH);
        let share = SHARES.get(group / GROUPS.len())?;
        let (of, traits) = GROUPS.get(group % GROUPS.len())?;
        let word = if *traits {
            *Trait::NAMES.get(number)?
        } else {
            Class::ALL.get(number)?.as_str()
        };
        Some(format!("{share}{of}:{word}"))
    }
}

/// Adds the features of the telling classes of a set.
pub(super) fn of_classes(of: Of, set: ClassSet, into: &mut Vec<Feature>) {
    // In no order that counts: weights are summed, and what is compared is sorted first.
    let classes = set.and(ClassSet::of(TELLING)).numbers();
    into.extend(classes.map(|n| Feature::new(of, n)));
}

/// Adds the features of traits.
pub(super) fn of_traits(of: Of, traits: Traits, into: &mut Vec<Feature>) {
    into.extend(traits.numbers().map(|n| Feature::new(of, n)));
}

/// Adds of each feature of two people whether one or both have it. Each list is in ascending order.
pub(super) fn of_pair(one: &[Feature], other: &[Feature], into: &mut Vec<Feature>) {
    for feature in one {
        let both = other.binary_search(feature).is_ok();
        into.push(feature.shared(if both { Share::Both } else { Share::One }));
    }
    let rest = other.iter().filter(|f| one.binary_search(f).is_err());
    into.extend(rest.map(|f| f.shared(Share::One)));
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_feature_has_a_name_of_its_own() {
        let names: Vec<String> = Feature::all().filter_map(Feature::name).collect();
        let distinct: BTreeSet<&String> = names.iter().collect();
        assert_eq!(distinct.len(), names.len());
        let traits = Trait::NAMES.iter().collect::<BTreeSet<_>>();
        assert_eq!(traits.len(), Trait::NAMES.len());
    }

    #[test]
    fn a_pair_has_of_each_feature_whether_one_or_both_have_it() {
        let (mut one, mut other, mut pair) = (Vec::new(), Vec::new(), Vec::new());
        let seen = Traits::EMPTY.when(true, Trait::Acts);
        of_traits(Of::Person, seen.when(true, Trait::Item), &mut one);
        of_traits(Of::Person, seen.when(false, Trait::Item), &mut other);
        one.sort_unstable();
        of_pair(&one, &other, &mut pair);
        let names: Vec<String> = pair.into_iter().filter_map(Feature::name).collect();
        assert_eq!(names, ["one person:item", "both person:acts"]);
    }
}
