//! The arguments of corrections, with their help.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum, ValueHint};
use interparl::ontology::MeetingKind;
use interparl::text::PartialDate;
use jiff::civil::Date;

use crate::cli::archive::args::WaitArgs;
use crate::cli::options::GraphArg;

/// Corrections.
#[derive(Debug, Subcommand)]
pub(crate) enum JudgeCommand {
    /// Judge that two are one person or body.
    #[command(after_help = "Examples:
  interparl same relations.db \"Jaan Tamm\" \"J. Tamm\"
  interparl same graph.json \"Jaan Tamm\" \"J. Tamm\" --judgements corrections.jsonl
  interparl fold readings.jsonl --judgements corrections.jsonl -o graph.json

An archive keeps its judgements itself, and its graph is folded anew at once. The line that is kept points at the
words of two articles and not at the graph, so it holds for every later graph. docs/judgements.md tells the form
of the lines.")]
    Same(PairArgs),
    /// Judge that two are not one person or body.
    #[command(after_help = "Examples:
  interparl different relations.db \"Ali Hassan\" \"Aly Hasan\"
  interparl different graph.json \"Ali Hassan\" \"Aly Hasan\" --judgements corrections.jsonl
  interparl different graph.json \"Ali Hassan@2024-05.txt\" \"Ali Hassan@2019-11.txt\" --judgements corrections.jsonl

Where both are one node of the graph, NAME@DOCUMENT says which mention is meant.")]
    Different(PairArgs),
    /// Judge that what articles claim is false.
    #[command(after_help = "Examples:
  interparl wrong relations.db \"Jaan Tamm\" Saeima
  interparl wrong graph.json \"Jaan Tamm\" Saeima --judgements corrections.jsonl
  interparl wrong graph.json \"Jaan Tamm\" Saeima --key role:speaker --judgements corrections.jsonl
  interparl wrong graph.json meeting/2024-06-14-tamm-ozola --judgements corrections.jsonl
  interparl wrong graph.json meeting/2024-06-14-saeima \"Jaan Tamm\" --judgements corrections.jsonl

A meeting alone is wrong as a whole; with a name only that person was not there. Another article that claims the
same later is another claim.")]
    Wrong(WrongArgs),
    /// Add a fact that no article tells, with its source.
    #[command(after_help = "Examples:
  interparl fact graph.json role \"Jaan Tamm\" speaker Riigikogu --date 2021-03-18 \\
    --source https://parliament.example/presidents --judgements corrections.jsonl
  interparl fact graph.json met \"Jaan Tamm\" \"Daiga Ozola + Ilze Liepa\" --date 2024-06-14 \\
    --source \"the speaker's diary\" --judgements corrections.jsonl
  interparl fact relations.db visited \"legislator:Ilze Liepa@LV\" EE --date 2024-06 \\
    --source \"told by the press office\"

Who is not in the graph is KIND:NAME or KIND:NAME@STATE, with a kind of the graph: legislator, official, chamber,
parliament, commission, assembly, state.")]
    Fact(FactArgs),
    /// Undo a judgement, or list those that count.
    #[command(after_help = "Examples:
  interparl undo relations.db
  interparl undo relations.db 3f2a9c0d11ab
  interparl undo 3f2a9c0d11ab --judgements corrections.jsonl

The judgement stays where it is, with a line behind it that takes it back. To undo an undo brings it back.")]
    Undo(UndoArgs),
    /// Go through the pairs that may be one, the likeliest first, and judge them.
    #[command(after_help = "Examples:
  interparl review relations.db
  interparl review graph.json --judgements corrections.jsonl
  yes l | interparl review graph.json --judgements corrections.jsonl --limit 20

Answers: s same, d different, l later, q quit. Each is written at once; what is judged is not asked again.")]
    Review(ReviewArgs),
}

/// Where judgements go, and what stands beside them.
#[derive(Debug, Args)]
pub(crate) struct KeepArgs {
    /// The file to which the judgement is added; made if it is not there. An archive keeps it itself if this is not given.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) judgements: Option<PathBuf>,
    /// Who judges, as you wish to be called.
    #[arg(long, value_name = "NAME")]
    pub(crate) by: Option<String>,
    /// Why, in free words.
    #[arg(long, value_name = "WORDS")]
    pub(crate) note: Option<String>,
    /// The day of the judgement (YYYY-MM-DD), if you wish to give one.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) on: Option<Date>,
    /// How long an archive waits for another writer.
    #[command(flatten)]
    pub(crate) wait: WaitArgs,
}

/// Arguments of `same` and `different`.
#[derive(Debug, Args)]
pub(crate) struct PairArgs {
    #[command(flatten)]
    pub(crate) graph: GraphArg,
    /// One: a name, an alias, an id; or NAME@DOCUMENT for a mention in one article.
    #[arg(value_name = "A")]
    pub(crate) a: String,
    /// The other.
    #[arg(value_name = "B")]
    pub(crate) b: String,
    #[command(flatten)]
    pub(crate) keep: KeepArgs,
}

/// Arguments of `wrong`.
#[derive(Debug, Args)]
pub(crate) struct WrongArgs {
    #[command(flatten)]
    pub(crate) graph: GraphArg,
    /// One end of the edge, or the id of a meeting.
    #[arg(value_name = "A|MEETING")]
    pub(crate) a: String,
    /// The other end, or who was not at the meeting.
    #[arg(value_name = "B")]
    pub(crate) b: Option<String>,
    /// Which edge, where there are several: the key that `explain` tells, such as role:speaker.
    #[arg(long, value_name = "KEY")]
    pub(crate) key: Option<String>,
    /// Only what this document claims: its id or the end of it; may be given again.
    #[arg(long, value_name = "DOCUMENT")]
    pub(crate) document: Vec<String>,
    #[command(flatten)]
    pub(crate) keep: KeepArgs,
}

/// Arguments of `fact`.
#[derive(Debug, Args)]
pub(crate) struct FactArgs {
    #[command(flatten)]
    pub(crate) graph: GraphArg,
    /// What the fact says.
    #[arg(value_name = "WHAT")]
    pub(crate) what: FactWord,
    /// Whom it is about, in the order that `--help` shows for each sort.
    #[arg(
        required = true,
        value_name = "WHO",
        long_help = "Whom it is about:
  role PERSON OFFICE BODY      an office, as a class: speaker, deputy_speaker, member, ...
  met SIDE SIDE...             people of one side with + between them
  attended BODY PERSON...      a session (or --kind conference) of a body
  visited PERSON STATE
  part-of BODY WHOLE
  links BODY CHAMBER|STATE
  life BODY EVENT              founded, suspended, resumed, renamed, ended"
    )]
    pub(crate) who: Vec<String>,
    /// Where the fact is from: an address, or free words.
    #[arg(long, value_name = "SOURCE")]
    pub(crate) source: String,
    /// When: a day, a month or a year; for a role a day on which the office is held.
    #[arg(long, value_name = "DATE", value_parser = partial_date)]
    pub(crate) date: Option<PartialDate>,
    /// The title as it is written, for a role.
    #[arg(long, value_name = "TITLE")]
    pub(crate) title: Option<String>,
    /// The office was over on the date, for a role.
    #[arg(long)]
    pub(crate) former: bool,
    /// It is still to come, for a meeting or a visit.
    #[arg(long)]
    pub(crate) planned: bool,
    /// How people came together, for a meeting: bilateral, call, session, conference.
    #[arg(long, value_name = "KIND", value_parser = meeting_kind)]
    pub(crate) kind: Option<MeetingKind>,
    /// The city, for a meeting.
    #[arg(long, value_name = "CITY")]
    pub(crate) place: Option<String>,
    #[command(flatten)]
    pub(crate) keep: KeepArgs,
}

/// Sorts of facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FactWord {
    /// A person holds an office.
    Role,
    /// People met.
    Met,
    /// People attended a session or conference of a body.
    Attended,
    /// A person visited a state.
    Visited,
    /// A body belongs to another or to a state.
    PartOf,
    /// A commission or assembly ties a chamber or state.
    Links,
    /// Something happened to a body.
    Life,
}

impl FactWord {
    /// The word on the command line.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Met => "met",
            Self::Attended => "attended",
            Self::Visited => "visited",
            Self::PartOf => "part-of",
            Self::Links => "links",
            Self::Life => "life",
        }
    }

    /// Whom it is about.
    pub(crate) const fn about(self) -> &'static str {
        match self {
            Self::Role => "PERSON OFFICE BODY",
            Self::Met => "two SIDEs or more",
            Self::Attended => "BODY and PEOPLE",
            Self::Visited => "PERSON STATE",
            Self::PartOf => "BODY WHOLE",
            Self::Links => "BODY TARGET",
            Self::Life => "BODY EVENT",
        }
    }
}

/// Arguments of `undo`.
#[derive(Debug, Args)]
pub(crate) struct UndoArgs {
    /// The archive that keeps the judgement, if one does.
    #[arg(value_name = "ARCHIVE", value_hint = ValueHint::FilePath)]
    pub(crate) archive: Option<PathBuf>,
    /// The id of the judgement; all that count are listed if not given.
    #[arg(value_name = "ID")]
    pub(crate) id: Option<String>,
    #[command(flatten)]
    pub(crate) keep: KeepArgs,
}

/// Arguments of `review`.
#[derive(Debug, Args)]
pub(crate) struct ReviewArgs {
    /// The graph: an archive, or JSON. Answers come from standard input.
    #[arg(value_name = "GRAPH", value_hint = ValueHint::FilePath)]
    pub(crate) graph: PathBuf,
    /// Ask this many at most.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) limit: Option<u32>,
    #[command(flatten)]
    pub(crate) keep: KeepArgs,
}

fn partial_date(text: &str) -> Result<PartialDate, String> {
    let date = PartialDate::parse(text);
    let date = date.ok_or_else(|| "a date is YYYY-MM-DD, YYYY-MM or YYYY".to_owned())?;
    if date.year() < 1 {
        return Err("the year of a date is from 1 to 9999".to_owned());
    }
    Ok(date)
}

/// A day that a line can have.
fn day(text: &str) -> Result<Date, String> {
    let day = partial_date(text).ok().and_then(PartialDate::day);
    day.ok_or_else(|| "a day is YYYY-MM-DD, of a year from 1 to 9999".to_owned())
}

fn meeting_kind(text: &str) -> Result<MeetingKind, String> {
    let kinds = MeetingKind::ALL.iter().copied();
    let found = kinds.into_iter().find(|kind| kind.as_str() == text);
    found.ok_or_else(|| "a meeting is bilateral, call, session or conference".to_owned())
}
