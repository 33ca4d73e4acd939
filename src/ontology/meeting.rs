//! Meetings: their kinds, whether they were held, and what came out of them.

use super::words;

words! {
    /// How people came together (after the CONSULT modes of the PLOVER event codes).
    MeetingKind {
        /// Talks, a meeting, a reception.
        Bilateral = "bilateral",
        /// By telephone or video.
        Call = "call",
        /// A sitting of a body.
        Session = "session",
        /// A forum or conference of many.
        Conference = "conference",
    }
}

impl MeetingKind {
    /// How people come together in a body of a name: a conference where the name says so, else a session.
    ///
    /// ```
    /// use interparl::ontology::MeetingKind;
    /// assert_eq!(MeetingKind::of_gathering("Conference of Speakers"), MeetingKind::Conference);
    /// assert_eq!(MeetingKind::of_gathering("Committee on Trade"), MeetingKind::Session);
    /// ```
    #[must_use]
    pub fn of_gathering(name: &str) -> Self {
        let name = name.to_lowercase();
        let words = ["conference", "summit", "forum", "meeting of"];
        if words.iter().any(|word| name.contains(word)) {
            Self::Conference
        } else {
            Self::Session
        }
    }

    /// Whether the name of a body says itself that people came together so, as that of a conference does.
    #[must_use]
    pub fn is_told_by(self, name: &str) -> bool {
        self == Self::Conference && Self::of_gathering(name) == self
    }
}

words! {
    /// Whether a meeting took place.
    MeetingStatus {
        /// It took place, or is taking place.
        Held = "held",
        /// It is announced.
        Planned = "planned",
    }
}

impl MeetingStatus {
    /// The status of a meeting that is yet to come, or that is not.
    ///
    /// ```
    /// use interparl::ontology::MeetingStatus;
    /// assert_eq!(MeetingStatus::of_plan(true), MeetingStatus::Planned);
    /// assert_eq!(MeetingStatus::of_plan(false), MeetingStatus::Held);
    /// ```
    #[must_use]
    pub const fn of_plan(planned: bool) -> Self {
        if planned { Self::Planned } else { Self::Held }
    }
}

words! {
    /// What articles can tell differently of one meeting.
    MeetingDetail {
        /// How people came together.
        Kind = "kind",
        /// The day.
        Date = "date",
        /// The city.
        Place = "place",
        /// The number of the session.
        Session = "session",
    }
}

words! {
    /// What came out of a meeting.
    OutcomeKind {
        /// Somebody was invited.
        Invitation = "invitation",
        /// A memorandum, agreement, statement or plan was signed or adopted.
        DocumentSigned = "document_signed",
        /// Something was decided.
        Decision = "decision",
    }
}
