//! What stands in the graph: the kinds of nodes, and the kinds of edges between them.

use super::words;

words! {
    /// What a node of the graph is.
    NodeKind {
        /// A person with a seat or an office in a parliament, a chamber or a parliamentary body.
        Legislator = "legislator",
        /// A person without one: a president, a minister, an ambassador.
        Official = "official",
        /// A house, or a parliament of one house.
        Chamber = "chamber",
        /// The umbrella over two houses.
        Parliament = "parliament",
        /// A commission, committee, friendship group, delegation or working group; [`super::BodyForm`] says which.
        Commission = "commission",
        /// An international parliamentary organisation, or a conference of parliaments.
        Assembly = "assembly",
        /// A sovereign state.
        State = "state",
    }
}

impl NodeKind {
    /// Whether this is a kind of person.
    #[must_use]
    pub const fn is_person(self) -> bool {
        matches!(self, Self::Legislator | Self::Official)
    }

    /// Whether this is a kind of parliamentary body (neither a person nor a state).
    #[must_use]
    pub const fn is_body(self) -> bool {
        matches!(
            self,
            Self::Chamber | Self::Parliament | Self::Commission | Self::Assembly
        )
    }

    /// Whether this is a kind of body that stands between states rather than in one.
    ///
    /// ```
    /// use interparl::ontology::NodeKind;
    /// assert!(NodeKind::Assembly.is_between_states());
    /// assert!(!NodeKind::Chamber.is_between_states());
    /// ```
    #[must_use]
    pub const fn is_between_states(self) -> bool {
        matches!(self, Self::Commission | Self::Assembly)
    }
}

words! {
    /// What an edge of the graph says.
    EdgeKind {
        /// A person holds an office in a body or for a state.
        Role = "role",
        /// Two people met, across the sides of a meeting.
        Met = "met",
        /// A person attended a session or a conference of a body.
        Attended = "attended",
        /// A person visited a state, or is going to.
        Visited = "visited",
        /// A chamber belongs to a parliament or a state, a parliament to a state.
        PartOf = "part_of",
        /// A commission or an assembly ties this chamber or state.
        Links = "links",
    }
}
