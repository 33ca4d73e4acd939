//! The measure: how much of what an article says is in its graph, and how much of its graph the article says.
//!
//! In goes an [`Annotation`], what people say the article says, and a [`Prediction`], the graph that a program found;
//! out come hits, errors and rates, equal to those of `tests/gold/score.py` to the last digit, and the errors by cause.
//! This module never reads an article by itself, never changes a graph and never prints.

mod align;
mod annotation;
mod cause;
mod clusters;
mod compare;
mod edges;
mod error;
mod facts;
mod layer;
mod mistake;
mod name;
mod nodes;
mod prediction;
mod quote;
mod report;
mod tally;

pub use annotation::{
    AnnotatedBody, AnnotatedMeeting, AnnotatedPerson, AnnotatedRole, AnnotatedVisit, Annotation,
};
pub use cause::Cause;
pub use clusters::{BCubed, Grouping, grouping};
pub use compare::{Comparison, LayerFacts};
pub use error::ScoreError;
pub use facts::{Fact, Label};
pub use layer::{Detail, Layer};
pub use mistake::{Mistake, Topic, Verdict};
pub use name::name_words;
pub use prediction::Prediction;
pub use quote::Quotable;
pub use report::{Accuracy, ArticleScore, Counts, Rates, Report, Share};
pub use tally::{RuleTallies, RuleTally};
