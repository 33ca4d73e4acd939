//! Traits: what is so of a person, a body, a candidate or an article, each with a name for the table of weights.
//!
//! This module holds the list; what has which trait is found by those who see it.

use crate::lexicon::numbers_of;

/// Declares the traits with their names in the table.
macro_rules! traits {
    ($($(#[$doc:meta])* $name:ident = $word:literal,)+) => {
        /// Something that is so of a person, a body, a candidate or an article.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Trait { $($(#[$doc])* $name),+ }

        impl Trait {
            /// The names in the table, in the order of the numbers.
            pub(super) const NAMES: &[&str] = &[$($word),+];
        }
    };
}

traits! {
    /// In a headline.
    Headline = "headline",
    /// An item of a list.
    Item = "item",
    /// In the first sentence of running text.
    First = "first",
    /// In the first three.
    Lead = "lead",
    /// The first party of a sentence.
    Subject = "subject",
    /// Before a verb of saying, meeting or attending.
    Acts = "acts",
    /// Behind a preposition.
    Governed = "governed",
    /// Behind "by".
    By = "by",
    /// Behind "of".
    Of = "of",
    /// Behind "with".
    With = "with",
    /// One of three or more in a sentence.
    Among = "among",
    /// One of six or more in a sentence.
    AmongMany = "among_many",
    /// The only one in a sentence.
    Alone = "alone",
    /// Only spoken of.
    Absent = "absent",
    /// In a sentence that says that somebody was elsewhere, or is remembered.
    Away = "away",
    /// In a sentence about another year.
    AnotherYear = "another_year",
    /// Meant by a word for a delegation.
    Delegation = "delegation",
    /// Before a closing bracket.
    Bracketed = "bracketed",
    /// Beside a word for a sitting.
    Sits = "sits",
    /// Beside it in a sentence about what has happened.
    SitsNow = "sits_now",
    /// The same in the first sentences.
    SitsInLead = "sits_in_lead",
    /// Named in one sentence only.
    Once = "once",
    /// Named in three sentences or more.
    Often = "often",
    /// Of the state from which the article comes.
    AtHome = "at_home",
    /// Of no known state.
    Stateless = "stateless",
    /// Of a state that no words tell, but the article as a whole.
    SupposedState = "supposed_state",
    /// Holds an office in a body.
    Legislator = "legislator",
    /// Is an ambassador.
    Ambassador = "ambassador",
    /// Held offices only in the past.
    Former = "former",
    /// Leads a delegation.
    Leads = "leads",
    /// Presides over a house, or did so for another.
    Speaker = "speaker",
    /// Chairs a commission.
    Chair = "chair",
    /// Is a member of something and no more.
    Member = "member",
    /// Is a minister or at the head of a state or government.
    Executive = "executive",
    /// Holds no office by the article.
    Officeless = "officeless",
    /// In a meeting that was held, by a rule.
    Met = "met",
    /// In a meeting that is to come.
    ToMeet = "to_meet",
    /// At a session, by a rule.
    Sat = "sat",
    /// Travels, by a rule.
    Travels = "travels",
    /// Will travel, by a rule.
    ToTravel = "to_travel",
    /// A commission.
    Commission = "commission",
    /// An assembly.
    Assembly = "assembly",
    /// Has a session by a rule.
    Held = "held",
    /// No other body has one.
    OnlyHeld = "only_held",
    /// Another body has one.
    OtherHeld = "other_held",
    /// The only commission or assembly of the article.
    OnlyBody = "only_body",
    /// Named in more sentences than any other.
    MostNamed = "most_named",
    /// The person holds an office in the body.
    InOffice = "in_office",
    /// And chairs it.
    InChair = "in_chair",
    /// Person and body, or both people, stand in one sentence.
    Together = "together",
    /// In neighbouring sentences.
    Near = "near",
    /// In one sentence with a word for a sitting or a meeting.
    TogetherMeeting = "together_meeting",
    /// Up to three people in the article.
    Few = "few",
    /// Eight or more.
    Many = "many",
    /// The people of the article are of two states.
    TwoStates = "two_states",
    /// Of more.
    ManyStates = "many_states",
    /// The article tells of a meeting of two sides.
    TellsMeeting = "tells_meeting",
    /// Of several.
    TellsMeetings = "tells_meetings",
    /// Of a session.
    TellsSession = "tells_session",
    /// Of a call.
    TellsCall = "tells_call",
    /// Of a letter.
    TellsLetter = "tells_letter",
    /// Of a visit.
    TellsVisit = "tells_visit",
    /// Somebody of one's state has met somebody of the other's.
    StatesMet = "states_met",
    /// One of the two has met somebody of the other's state.
    OneMetThem = "one_met_them",
    /// Stands in a sentence with somebody of the own state who met the other.
    MateMetOther = "mate_met_other",
    /// The two states of which most people are.
    TopStates = "top_states",
}

/// A set of traits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Traits(u128);

// A trait more than there are bits would pass for another one.
const _: () = assert!(Trait::NAMES.len() <= 128, "there are more traits than bits");

impl Traits {
    /// No trait.
    pub(super) const EMPTY: Self = Self(0);

    /// These, and one more if something is so.
    pub(super) const fn when(self, holds: bool, seen: Trait) -> Self {
        Self(self.0 | (holds as u128) << seen as u32)
    }

    /// The traits of either set.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The numbers of those that are there, in ascending order.
    pub(super) fn numbers(self) -> impl Iterator<Item = usize> {
        numbers_of(self.0)
    }

    /// Whether one is among them.
    pub(super) const fn has(self, seen: Trait) -> bool {
        self.0 & 1 << seen as u32 != 0
    }
}
