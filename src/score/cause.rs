//! Why a fact is wrong or missed: the closed list of causes that can be computed.

use serde::{Serialize, Serializer};

/// Declares the causes with their words.
macro_rules! causes {
    ($($(#[$doc:meta])* $name:ident = $words:literal),+ $(,)?) => {
        /// Why a fact is wrong or missed, as far as the annotation and the graph tell.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Cause { $($(#[$doc])* $name),+ }

        impl Cause {
            /// Every cause, in the order in which they are told.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The cause in words.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $words),+ }
            }
        }
    };
}

causes! {
    /// The name lacks words: "Bekova" for "Aru Bekova".
    CutShort = "name cut short",
    /// The name has words that do not belong to it: "Speaker Aru Bekova".
    TooLong = "name too long",
    /// Half of the words at least are the same.
    OtherName = "name written otherwise",
    /// The same person or body is in the graph a second time.
    Twice = "found twice",
    /// The name is right and the states are not.
    OtherStates = "right name, wrong state",
    /// A state stands in the graph because a body that was found belongs to it.
    CameWithBody = "came with a body",
    /// A state stands in the graph because somebody holds an office for it or visited it.
    CameWithEdge = "came with an office or a visit",
    /// People who act for the state were found, the state was not.
    PeopleFound = "its people were found, not the state",
    /// A body of the state was found, the state was not.
    BodyFound = "a body of it was found, not the state",
    /// One end of the edge is a person whom nothing matches.
    PersonUnmatched = "the person is unmatched",
    /// One end of the edge is a body or state that nothing matches.
    BodyUnmatched = "the body or state is unmatched",
    /// Nothing matches either end.
    BothUnmatched = "both ends are unmatched",
    /// The person holds another office in that body.
    OtherOffice = "right person and body, wrong office",
    /// The person is told of with another body or state.
    OtherBody = "right person, wrong body or state",
    /// Others are told of with that body or state.
    OtherPerson = "right body or state, wrong person",
    /// Both belong to one side in the article, and people of one side do not meet each other.
    OneSide = "they are of one side",
    /// Both stand on one side in the graph.
    TakenForOneSide = "taken for one side",
    /// The meeting stands in the graph as one that is to come.
    Planned = "found as planned",
    /// Both are in a meeting of the graph that has more than two sides, or none that are clear.
    Many = "found in a meeting of many",
    /// One of the two is in a meeting, the other is not.
    SideMissing = "one side missing",
    /// Both met people, but not each other.
    Apart = "both met others",
    /// The meeting was found, its body was not.
    NoBody = "found without its body",
    /// The article says so of a day or place, and the graph does not.
    Missing = "not told in the graph",
    /// The graph says so of a day or place, and the article does not.
    Added = "told in the graph only",
    /// Both say something, and not the same.
    Differs = "told otherwise",
    /// Nothing of the sort is in the annotation.
    NotAnnotated = "not in the annotation",
    /// Nothing of the sort is in the graph.
    NotFound = "not found",
}

impl Cause {
    /// Whether the mistake was made before: an end of the edge is wrong, so that the edge cannot be right.
    #[must_use]
    pub const fn is_of_ends(self) -> bool {
        matches!(
            self,
            Self::PersonUnmatched | Self::BodyUnmatched | Self::BothUnmatched
        )
    }
}

impl Serialize for Cause {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
