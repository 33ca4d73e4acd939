//! The arguments of the questions, with their help.

use clap::{Args, Subcommand, ValueEnum};
use interparl::claim::Confidence;
use interparl::graph::RelationGraph;
use interparl::ontology::{BodyForm, MeetingKind, MeetingStatus, StateCode};
use interparl::query::Scope;
use interparl::text::PartialDate;
use jiff::civil::Date;

use super::report::ReportArgs;
use crate::cli::asked_graph::SnapshotArgs;
use crate::cli::failure::Failure;
use crate::cli::naming;
use crate::cli::options::{GraphArg, share};

/// The questions.
#[derive(Debug, Subcommand)]
pub(crate) enum Question {
    /// List meetings: who met whom, when, where, and what came of it.
    #[command(after_help = "Examples:
  interparl meetings graph.json ozola
  interparl meetings graph.json KZ UZ --from 2024 --outcomes
  interparl meetings graph.json --place astana --on 2024-06 --json

Of several names each had a part. A chamber has a part where somebody with an office in it took part, a state where
somebody who acts for it did. A name of several words stands in quotes.")]
    Meetings(MeetingsArgs),
    /// Tell what happened to somebody or something, in order.
    #[command(after_help = "Examples:
  interparl timeline graph.json ozola
  interparl timeline graph.json joint commission --from 2020
  interparl timeline graph.json KZ --json")]
    Timeline(TimelineArgs),
    /// List visits, and which states owe one another a visit.
    #[command(after_help = "Examples:
  interparl visits graph.json
  interparl visits graph.json KZ --owed
  interparl visits graph.json ozola --from 2023 --json

People of one state who came to another on one day made one visit. A visit is owed by a state that was visited
and, as far as the articles say, never came.")]
    Visits(VisitsArgs),
    /// Tell all that ties two people, bodies or states.
    #[command(after_help = "Examples:
  interparl between graph.json KZ UZ
  interparl between graph.json majilis \"federation council\" --from 2022
  interparl between graph.json ozola tamm --json")]
    Between(BetweenArgs),
    /// List commissions, friendship groups and assemblies: sides, co-chairs, sessions, life, last activity.
    #[command(after_help = "Examples:
  interparl bodies graph.json
  interparl bodies graph.json KZ UZ --form commission
  interparl bodies graph.json --from 2023 --json")]
    Bodies(BodiesArgs),
    /// Tell which commissions and pairs of states have gone quiet since a day.
    #[command(after_help = "Examples:
  interparl gaps graph.json --since 2024-01
  interparl gaps graph.json --since 2023 --state KZ --only bodies
  interparl gaps graph.json --since 2024-01-01 --on 2024-12-31 --json

Days are counted up to --on, or up to the latest day of which the graph knows. The usual interval is the median of
the days from one meeting to the next.")]
    Gaps(GapsArgs),
    /// Tell what is new since a day: what later articles say and no earlier one does.
    #[command(after_help = "Examples:
  interparl changes graph.json --since 2024-06-01
  interparl changes graph.json --since 2024 --state KZ --json")]
    Changes(ChangesArgs),
    /// Write a briefing of a page or two on somebody or something, or on what is between two.
    #[command(after_help = "Examples:
  interparl report graph.json ozola
  interparl report graph.json KZ UZ -o briefing.html
  interparl report graph.json \"Federation Council\" --on 2024-06-14 -o council.md

Who holds which office, the latest meetings with what came of them, open invitations, visits, commissions with their
chairs, and a picture; each statement has a note with the words and their source. A name of several words stands in quotes.")]
    Report(ReportArgs),
}

/// For which states, and how sure.
#[derive(Debug, Args)]
pub(crate) struct PartArgs {
    /// Only what this state (a code or a name) has a part in; may be given again, then each has.
    #[arg(long = "state", value_name = "STATE")]
    states: Vec<String>,
    /// Leave out what is less sure than this share of 1.
    #[arg(long, value_name = "SHARE", default_value = "0", value_parser = share)]
    min_confidence: f64,
}

/// In which time.
#[derive(Debug, Args)]
pub(crate) struct TimeArgs {
    /// Only what was on this day, or in this month or year (YYYY-MM-DD, YYYY-MM or YYYY).
    #[arg(long, value_name = "DATE", value_parser = date, conflicts_with_all = ["from", "to"])]
    on: Option<PartialDate>,
    /// Only what was on this day or later.
    #[arg(long, value_name = "DATE", value_parser = date)]
    from: Option<PartialDate>,
    /// Only what was on this day or earlier.
    #[arg(long, value_name = "DATE", value_parser = date)]
    to: Option<PartialDate>,
}

/// How an answer is told.
#[derive(Debug, Args)]
pub(crate) struct TellArgs {
    /// Show everything rather than the first of each sort.
    #[arg(long)]
    pub(crate) all: bool,
    /// Print JSON for programs.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Arguments of `meetings`.
#[derive(Debug, Args)]
pub(crate) struct MeetingsArgs {
    #[command(flatten)]
    pub(crate) graph: GraphArg,
    /// Who had a part: people, bodies, states.
    #[arg(value_name = "NAME")]
    pub(crate) names: Vec<String>,
    /// The city, or a part of its name.
    #[arg(long, value_name = "PLACE")]
    pub(crate) place: Option<String>,
    /// Only this kind; may be given again.
    #[arg(long, value_name = "KIND", value_parser = word(MeetingKind::ALL, MeetingKind::as_str, MeetingKind::from_word))]
    pub(crate) kind: Vec<MeetingKind>,
    /// Only meetings that were held, or only those that are planned.
    #[arg(long, value_name = "STATUS", value_parser = word(MeetingStatus::ALL, MeetingStatus::as_str, MeetingStatus::from_word))]
    pub(crate) status: Option<MeetingStatus>,
    /// Only meetings of which something came: an invitation, a document, a decision.
    #[arg(long)]
    pub(crate) outcomes: bool,
    #[command(flatten)]
    pub(crate) time: TimeArgs,
    #[command(flatten)]
    pub(crate) part: PartArgs,
    #[command(flatten)]
    pub(crate) tell: TellArgs,
}

/// Arguments of `timeline`.
#[derive(Debug, Args)]
pub(crate) struct TimelineArgs {
    #[command(flatten)]
    pub(crate) graph: GraphArg,
    /// Of whom or what. Several words need no quotes.
    #[arg(required = true, value_name = "NAME")]
    pub(crate) name: Vec<String>,
    #[command(flatten)]
    pub(crate) time: TimeArgs,
    /// Leave out what is less sure than this share of 1.
    #[arg(long, value_name = "SHARE", default_value = "0", value_parser = share)]
    pub(crate) min_confidence: f64,
    #[command(flatten)]
    pub(crate) tell: TellArgs,
}

/// Arguments of `visits`.
#[derive(Debug, Args)]
pub(crate) struct VisitsArgs {
    #[command(flatten)]
    pub(crate) graph: GraphArg,
    /// Whose visits: people, bodies, states (as guests or hosts).
    #[arg(value_name = "NAME")]
    pub(crate) names: Vec<String>,
    /// Only tell which states owe a visit.
    #[arg(long)]
    pub(crate) owed: bool,
    #[command(flatten)]
    pub(crate) time: TimeArgs,
    #[command(flatten)]
    pub(crate) part: PartArgs,
    #[command(flatten)]
    pub(crate) tell: TellArgs,
}

/// Arguments of `between`.
#[derive(Debug, Args)]
pub(crate) struct BetweenArgs {
    #[command(flatten)]
    pub(crate) graph: GraphArg,
    /// One of the two.
    #[arg(value_name = "A")]
    pub(crate) a: String,
    /// The other one.
    #[arg(value_name = "B")]
    pub(crate) b: String,
    #[command(flatten)]
    pub(crate) time: TimeArgs,
    /// Leave out what is less sure than this share of 1.
    #[arg(long, value_name = "SHARE", default_value = "0", value_parser = share)]
    pub(crate) min_confidence: f64,
    #[command(flatten)]
    pub(crate) snapshot: SnapshotArgs,
    #[command(flatten)]
    pub(crate) tell: TellArgs,
}

/// Arguments of `bodies`.
#[derive(Debug, Args)]
pub(crate) struct BodiesArgs {
    #[command(flatten)]
    pub(crate) graph: GraphArg,
    /// Whom they tie, or who holds an office in them.
    #[arg(value_name = "NAME")]
    pub(crate) names: Vec<String>,
    /// Only this form; may be given again.
    #[arg(long, value_name = "FORM", value_parser = word(BodyForm::ALL, BodyForm::as_str, BodyForm::from_word))]
    pub(crate) form: Vec<BodyForm>,
    /// List committees that tie no two states too.
    #[arg(long)]
    pub(crate) domestic: bool,
    #[command(flatten)]
    pub(crate) time: TimeArgs,
    #[command(flatten)]
    pub(crate) part: PartArgs,
    #[command(flatten)]
    pub(crate) tell: TellArgs,
}

/// Arguments of `gaps`.
#[derive(Debug, Args)]
pub(crate) struct GapsArgs {
    #[command(flatten)]
    pub(crate) graph: GraphArg,
    /// Quiet is who did nothing on this day (or in this month or year) or later.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) since: PartialDate,
    /// The day (YYYY-MM-DD) up to which days are counted.
    #[arg(long, value_name = "DATE", value_parser = crate::cli::options::day)]
    pub(crate) on: Option<Date>,
    /// Look at these only.
    #[arg(long, value_name = "WHAT")]
    pub(crate) only: Option<Quiet>,
    #[command(flatten)]
    pub(crate) part: PartArgs,
    #[command(flatten)]
    pub(crate) tell: TellArgs,
}

/// Who may have gone quiet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Quiet {
    /// Commissions, friendship groups and assemblies.
    Bodies,
    /// Pairs of states.
    Pairs,
}

/// Arguments of `changes`.
#[derive(Debug, Args)]
pub(crate) struct ChangesArgs {
    #[command(flatten)]
    pub(crate) graph: GraphArg,
    /// What articles of this day (or month or year) and later say.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) since: PartialDate,
    #[command(flatten)]
    pub(crate) part: PartArgs,
    #[command(flatten)]
    pub(crate) tell: TellArgs,
}

impl TimeArgs {
    /// The time, for all states, however sure.
    ///
    /// # Errors
    /// Ends the program with 2 where the time ends before it begins.
    pub(crate) fn scope(&self, min_confidence: f64) -> Result<Scope, Failure> {
        forwards(Scope {
            from: self.on.or(self.from),
            to: self.on.or(self.to),
            states: Vec::new(),
            least: Confidence::from_share(min_confidence),
        })
    }
}

/// The scope, if its time does not end before it begins: nothing lies in such a time, and whoever asks for it has most
/// likely mistyped one of the two.
///
/// # Errors
/// Ends the program with 2, and names both ends.
pub(crate) fn forwards(scope: Scope) -> Result<Scope, Failure> {
    match (scope.from, scope.to) {
        (Some(from), Some(to)) if scope.is_reversed() => {
            let message = format!("--from {from} is later than --to {to}");
            Err(Failure::new(message).hint("give the earlier of the two to --from"))
        }
        _ => Ok(scope),
    }
}

impl PartArgs {
    /// The states and the confidence, in a time if there is one.
    pub(crate) fn scope(
        &self,
        graph: &RelationGraph,
        time: Option<&TimeArgs>,
    ) -> Result<Scope, Failure> {
        let mut scope = time.map_or_else(|| Ok(Scope::default()), |time| time.scope(0.0))?;
        scope.least = Confidence::from_share(self.min_confidence);
        for typed in &self.states {
            scope.states.push(state(graph, typed)?);
        }
        Ok(scope)
    }
}

/// The state that is meant. A code stands for its state also where the graph does not have it.
fn state(graph: &RelationGraph, typed: &str) -> Result<StateCode, Failure> {
    if let Some(code) = StateCode::parse(&typed.to_ascii_uppercase()) {
        return Ok(code);
    }
    let node = naming::resolve_state(graph, typed)?;
    graph.node(node).and_then(|n| n.code).ok_or_else(|| {
        Failure::new(format!("\"{typed}\" is not a state"))
            .hint("name a state, or its code of two letters")
    })
}

/// A day, a month or a year.
pub(crate) fn date(text: &str) -> Result<PartialDate, String> {
    PartialDate::parse(text)
        .ok_or_else(|| "not a date such as 2024-06-14, 2024-06 or 2024".to_owned())
}

/// A parser of the words of the ontology, which tells them in the help.
pub(super) fn word<T>(
    all: &'static [T],
    as_str: fn(T) -> &'static str,
    from_word: fn(&str) -> Option<T>,
) -> impl clap::builder::TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    use clap::builder::TypedValueParser as _;
    let words = all.iter().map(|value| as_str(*value));
    clap::builder::PossibleValuesParser::new(words)
        .try_map(move |typed| from_word(&typed).ok_or("not one of these"))
}
