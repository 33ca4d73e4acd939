//! Who is who across articles: which mentions are one person, one body, one state, one meeting.
//!
//! In come readings, out come the readings that speak ([`settle`]), the clusters of their mentions ([`resolve`]) and
//! the meetings that several of them tell ([`gather`]). Everything here is a function of the *set* of readings: what
//! is decided is decided inside blocks (mentions of one folded name), by looking at the whole block, never by who came
//! first. Namesakes of one state are told apart by their seats. Groups of people of one state whose full names are spellings
//! of one are joined, where the matcher of names ([`PersonName`]) is very sure. A name of one word, an initial, a bare
//! "Commission" or an unknown date never bridges two articles.
//!
//! This module never touches the claims themselves and never reads an article's text.

mod bearer;
mod block;
pub(crate) mod bounded;
mod career;
mod cluster;
mod commission;
mod entity;
mod gathering;
mod group;
mod holding;
mod judgement;
mod label;
mod matching;
mod mention;
mod name;
mod namesake;
mod presiding;
mod reasons;
mod reprint;
mod rival;
mod seat;
mod sets;
mod source;
mod spelling;

pub use bounded::FoldMemory;
pub use cluster::{Cluster, Identities, resolve, resolve_judged};
pub use gathering::{Gathering, Telling, gather};
pub use judgement::{
    AddedFact, Contrary, EntityRef, Fact, FactPlace, Guide, Judged, Judgement, JudgementError,
    JudgementFinding, JudgementId, Judgements, LineFault, LinesError, MentionRef, NoEffect,
    Opinion, Party, Saying, Standing, Statement, Voided, WrongClaim, WrongPart, is_named_twice,
    judge,
};
pub use matching::{BodyName, BodyTables, Match, PersonName, Reason, Verdict};
pub use mention::Mention;
pub use name::{clean, clean_lines, fold_name, slug};
pub(crate) use name::{fold_body, is_full};
pub use reasons::{Because, Reasons};
pub(crate) use sets::Sets;
pub use source::{Settled, Source, settle};
