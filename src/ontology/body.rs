//! Bodies between parliaments: their forms, and what happens to them.

use super::words;

words! {
    /// Which sort of commission a body of the kind `commission` is.
    BodyForm {
        /// A commission between chambers or parliaments.
        Commission = "commission",
        /// A committee, standing or joint.
        Committee = "committee",
        /// A friendship or cooperation group.
        FriendshipGroup = "friendship_group",
        /// A standing delegation.
        Delegation = "delegation",
        /// A working group.
        WorkingGroup = "working_group",
        /// A forum, conference or dialogue of parliaments.
        Forum = "forum",
    }
}

words! {
    /// What happened to a body.
    LifeEvent {
        /// It was founded.
        Founded = "founded",
        /// Its work was suspended.
        Suspended = "suspended",
        /// Its work was taken up again.
        Resumed = "resumed",
        /// It got another name.
        Renamed = "renamed",
        /// It was dissolved.
        Ended = "ended",
    }
}
