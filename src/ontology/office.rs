//! Offices: the classes into which the thousand titles of the world's parliaments fall.

use super::words;

words! {
    /// The class of an office. The title as written is kept beside it.
    Office {
        /// Presides over a chamber or a parliament, whatever the title.
        Speaker = "speaker",
        /// Deputises for the one who presides over a chamber, at any rank.
        DeputySpeaker = "deputy_speaker",
        /// Has a seat and no higher office in the same body.
        Member = "member",
        /// Leads a commission, committee, group or assembly.
        Chair = "chair",
        /// Leads one together with the other side.
        CoChair = "co_chair",
        /// Deputises for a chair.
        DeputyChair = "deputy_chair",
        /// Runs the staff of a chamber or a body.
        SecretaryGeneral = "secretary_general",
        /// Leads a delegation of a body or a state.
        HeadOfDelegation = "head_of_delegation",
        /// Head of a state.
        HeadOfState = "head_of_state",
        /// Head of a government.
        HeadOfGovernment = "head_of_government",
        /// A minister or deputy minister of any rank.
        Minister = "minister",
        /// Heads the mission of a state abroad.
        Ambassador = "ambassador",
    }
}

impl Office {
    /// Whether at most one person holds the office in a body or for a state at a time.
    #[must_use]
    pub const fn has_one_holder(self) -> bool {
        matches!(
            self,
            Self::Speaker | Self::HeadOfState | Self::HeadOfGovernment
        )
    }

    /// Whether the office is held for a state rather than in a parliamentary body.
    #[must_use]
    pub const fn is_of_state(self) -> bool {
        matches!(
            self,
            Self::HeadOfState | Self::HeadOfGovernment | Self::Minister | Self::Ambassador
        )
    }
}
