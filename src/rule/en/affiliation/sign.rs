//! Signs: what speaks for or against a state being somebody's, each with a name for the table of weights.
//!
//! This module holds the list; what has which sign is found by those who see it.

use crate::lexicon::numbers_of;

/// Declares the signs with their names in the table.
macro_rules! signs {
    ($($(#[$doc:meta])* $name:ident = $word:literal,)+) => {
        /// Something that speaks for or against a state being that for which somebody acts.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Sign { $($(#[$doc])* $name),+ }

        impl Sign {
            /// The names in the table, in the order of the numbers.
            pub(super) const NAMES: &[&str] = &[$($word),+];
        }
    };
}

signs! {
    /// A given name is borne in the state.
    GivenThere = "given_there",
    /// In its part of the world.
    GivenNear = "given_near",
    /// Elsewhere.
    GivenElsewhere = "given_elsewhere",
    /// Another part of the name is borne there.
    PartThere = "part_there",
    /// Elsewhere.
    PartElsewhere = "part_elsewhere",
    /// Of all states of the article, the name fits this one best.
    FitsBest = "fits_best",
    /// It fits others as well.
    FitsAsWell = "fits_as_well",
    /// It fits another one better.
    FitsLess = "fits_less",
    /// Most of those in one list with the person have names that fit it best.
    MatesFit = "mates_fit",
    /// That fit another one best.
    MatesFitOther = "mates_fit_other",
    /// The rules say this one, by the company in which the person is named.
    ByCompany = "by_company",
    /// By a lead of something that the article names.
    ByLead = "by_lead",
    /// By the article as a whole.
    ByContext = "by_context",
    /// By an office that names a body.
    ByOffice = "by_office",
    /// By words about the person.
    ByWords = "by_words",
    /// The rules say another one, by company.
    OtherByCompany = "other_by_company",
    /// By a lead.
    OtherByLead = "other_by_lead",
    /// By the article as a whole.
    OtherByContext = "other_by_context",
    /// By an office.
    OtherByOffice = "other_by_office",
    /// By words.
    OtherByWords = "other_by_words",
    /// The state from which the article comes.
    Home = "home",
    /// That of the dateline.
    Dateline = "dateline",
    /// That of guests of whom the first sentences tell.
    Guests = "guests",
    /// One that has sent a delegation.
    Sender = "sender",
    /// One to which people travel.
    Goal = "goal",
    /// The first one that the article names.
    First = "first",
    /// The one of most people of whom the rules know it.
    Most = "most",
    /// The only one of people of whom the rules know it.
    Only = "only",
    /// Nobody else is known to be of it.
    Nobodys = "nobodys",
    /// One of two states of the article.
    OfTwo = "of_two",
    /// The first sentence of the person names the state, or a body or office of it.
    Named = "named",
    /// And no other.
    NamedAlone = "named_alone",
    /// It names only others.
    OthersNamed = "others_named",
    /// A later sentence of the person names it.
    NamedLater = "named_later",
    /// It is the last one named before the person in the sentence.
    LastBefore = "last_before",
    /// Right before.
    RightBefore = "right_before",
    /// The first one named behind.
    NextBehind = "next_behind",
    /// Right behind.
    RightBehind = "right_behind",
    /// In the sentence nothing is named before; it is the last one named in the sentences before.
    LastTold = "last_told",
    /// The last one named in the sentences before is another.
    OtherLastTold = "other_last_told",
    /// The sentence names a city of it.
    CityNamed = "city_named",
    /// That city is the last one named before the person in the sentence.
    CityBefore = "city_before",
    /// In the sentence no city is named; one of it is the last one named in the sentences before.
    CityLastTold = "city_last_told",
    /// The last city named before, in the sentence or the ones before, is of another.
    OtherCity = "other_city",
    /// The one who is named right before or behind in one list is of it.
    Beside = "beside",
    /// Is of another.
    BesideOther = "beside_other",
    /// The first party of the sentence is of it.
    Subject = "subject",
    /// Is of another.
    SubjectOther = "subject_other",
    /// A verb or noun of meeting stands between that party and the person.
    SubjectMeets = "subject_meets",
    /// And the party is of another state.
    OtherMeets = "other_meets",
    /// The one who is named last in the sentences before is of it.
    PersonBefore = "person_before",
    /// Is of another.
    OtherBefore = "other_before",
    /// Stands on one side of a meeting with somebody of it.
    WithSide = "with_side",
    /// On the other side.
    AcrossSide = "across_side",
    /// Met nobody but people of other states.
    AcrossOthers = "across_others",
    /// Travels to it.
    Travels = "travels",
    /// Travels to another one.
    TravelsElsewhere = "travels_elsewhere",
    /// Travels where people of it travel.
    TravelsAlong = "travels_along",
    /// Stands in a list of companions with somebody of it.
    Companion = "companion",
    /// With somebody of another.
    OtherCompanion = "other_companion",
    /// The home of the article, of somebody with a high state office.
    ExecutiveAtHome = "executive_at_home",
    /// Of somebody who is a speaker of something.
    SpeakerAtHome = "speaker_at_home",
    /// Of an ambassador.
    AmbassadorAtHome = "ambassador_at_home",
    /// Of somebody without any office.
    OfficelessAtHome = "officeless_at_home",
    /// Of the staff of a parliament.
    StaffAtHome = "staff_at_home",
    /// Of a member.
    MemberAtHome = "member_at_home",
    /// A state to which people travel, of somebody with a high state office.
    ExecutiveAtGoal = "executive_at_goal",
    /// Of a speaker.
    SpeakerAtGoal = "speaker_at_goal",
    /// Of a member.
    MemberAtGoal = "member_at_goal",
    /// A sender, of a member.
    MemberOfSender = "member_of_sender",
    /// A sender, of somebody without any office.
    OfficelessOfSender = "officeless_of_sender",
    /// The last city named before is one of it, of somebody with a high state office.
    ExecutiveInCity = "executive_in_city",
    /// Of a speaker.
    SpeakerInCity = "speaker_in_city",
    /// Of a member.
    MemberInCity = "member_in_city",
    /// In a list item that names it.
    ItemNames = "item_names",
    /// In a list under a heading that names it last.
    UnderHeading = "under_heading",
}

/// A set of signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Signs(u128);

// A sign more than there are bits would pass for another one.
const _: () = assert!(Sign::NAMES.len() <= 128, "there are more signs than bits");

impl Signs {
    /// These, and one more if something is so.
    #[must_use]
    pub(super) const fn when(self, holds: bool, sign: Sign) -> Self {
        Self(self.0 | (holds as u128) << sign as u32)
    }

    /// The signs of either set.
    #[must_use]
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The numbers of those that are there.
    pub(super) fn numbers(self) -> impl Iterator<Item = usize> {
        numbers_of(self.0)
    }

    /// The names of those that are there.
    pub(super) fn names(self) -> impl Iterator<Item = &'static str> {
        self.numbers().filter_map(|n| Sign::NAMES.get(n).copied())
    }
}
