//! The questions to a graph beyond one node and one path: lists of meetings, visits and bodies, what is new, what is quiet.
//!
//! One file a question; `args.rs` has their arguments, `words.rs` what they tell alike.

mod args;
mod between;
mod bodies;
mod changes;
mod diff;
mod gaps;
mod matrix;
mod meetings;
mod rank;
mod report;
#[cfg(feature = "sparql")]
mod sparql;
mod timeline;
mod visits;
mod whole;
mod whole_args;
mod words;

pub(crate) use args::{PartArgs, Question, TimeArgs, date, forwards};
pub(crate) use whole_args::Whole;

use super::exit::Exit;
use super::failure::Failure;
use super::terminal::Console;

pub(crate) fn run(question: &Question, console: &Console) -> Result<Exit, Failure> {
    match question {
        Question::Meetings(args) => meetings::run(args, console),
        Question::Timeline(args) => timeline::run(args, console),
        Question::Visits(args) => visits::run(args, console),
        Question::Between(args) => between::run(args, console),
        Question::Bodies(args) => bodies::run(args, console),
        Question::Gaps(args) => gaps::run(args, console),
        Question::Changes(args) => changes::run(args, console),
        Question::Report(args) => report::run(args),
    }
}

pub(crate) fn run_whole(question: &Whole, console: &Console) -> Result<Exit, Failure> {
    match question {
        Whole::Rank(args) => rank::run(args, console),
        Whole::Stats(args) => whole::run_stats(args, console),
        Whole::Matrix(args) => matrix::run(args, console),
        Whole::Search(args) => whole::run_search(args, console),
        Whole::Diff(args) => diff::run(args, console),
        #[cfg(feature = "sparql")]
        Whole::Sparql(args) => sparql::run(args, console),
    }
}
