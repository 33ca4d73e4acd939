//! Read-only questions to a graph: who is that, how are two connected, why does an edge stand there.
//!
//! In goes a [`RelationGraph`](crate::graph::RelationGraph), out come plain values that can be written as JSON and
//! that hold their own evidence and sources. This module never changes the graph and never prints.

mod about;
mod allegiance;
mod answer;
mod between;
mod body_list;
mod briefing;
mod changes;
mod clue;
mod community;
mod contradiction;
mod difference;
mod excerpt;
mod explain;
mod gaps;
mod judgeable;
mod judging;
mod matrix;
mod meeting_list;
mod meetings;
mod name_index;
mod name_list;
mod names;
mod nearness;
mod net;
mod newcomer;
mod offices;
mod outline;
mod passage;
mod path;
mod rank;
mod scope;
mod search;
mod settled;
mod stats;
mod table_row;
mod timeline;
mod trips;
mod unsure;
mod within;

pub use about::{About, HeldOffice, LifeAnswer, NameAnswer, about};
pub use answer::{Brief, Capacity, EdgeAnswer, Proof, Source, Term};
pub use between::{Between, SharedBody, between};
pub use body_list::{Bodies, BodyCard, BodyFilter, list_bodies};
pub use briefing::{
    Briefing, Counterpart, FollowUp, Invitation, Subject, briefing, briefing_picture,
};
pub use changes::{Changes, LifeChange, OfficeChange, changes};
pub use clue::Clue;
pub use community::{Communities, Community, StateShare, communities};
pub use contradiction::Contradiction;
pub use difference::{Difference, EdgeChange, NodeChange, difference};
pub use excerpt::{Counts, Crowds, EXCERPT, Excerpt, crowded};
pub use explain::{Explanation, explain};
pub use gaps::{Gap, GapFilter, Gaps, gaps};
pub use judgeable::{IdleGuest, IdlePair, Meant, check_guest, check_pair, of_texts};
pub use judging::{
    CannotJudge, documents_named, mention_of, mentions_in, mentions_of, party_of, wrong_edge,
    wrong_guest, wrong_meeting,
};
pub use matrix::{Cell, Matrix, MeetingStates, Party, Period, matrix, meeting_states};
pub use meeting_list::{Attendee, MeetingFilter, MeetingList, MeetingRecord, list_meetings};
pub use meetings::{DifferenceAnswer, MeetingAnswer, OutcomeAnswer};
pub use name_index::{Candidates, NameIndex, candidates, index_words};
pub use name_list::{list_names, nearest_in_list, put_names};
pub use names::{Lookup, MOST_ORDERED, Suggestion, find_node, fold_name, nearest};
pub use newcomer::{NoNewcomer, newcomer};
pub use offices::{HeldTerm, Offices, OfficesOf, Post, Standing, TermGap, offices};
pub use outline::{Chosen, EdgeOutline, MeetingOutline, Outline};
pub use passage::{MOST_SENTENCES, Passage, passage};
pub use path::{
    Connection, NewWays, PathKinds, PathOptions, PathWeights, Route, Step, Stops, WayBytes, Ways,
    along, connections,
};
pub use rank::{Measure, Ranked, best, rank};
pub use scope::Scope;
pub(crate) use scope::last_day;
pub use search::{Found, FoundName, FoundText, search, search_articles};
pub use settled::{PairVerdict, SettledPairs};
pub use stats::{Stats, stats};
pub use timeline::{Happening, Timeline, TimelineEvent, timeline};
pub use trips::{Balance, Trip, VisitFilter, Visits, visits};
pub use unsure::{UnsurePair, unsure_pairs};
pub use within::{Undated, Within, within};

#[cfg(test)]
mod fixture;
