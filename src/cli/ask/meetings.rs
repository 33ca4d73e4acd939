//! `meetings`: who met whom.

use interparl::query::{MeetingFilter, MeetingList, list_meetings};

use super::args::MeetingsArgs;
use super::words;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::graph_file;
use crate::cli::telling::View;
use crate::cli::terminal::{Console, print_json};

pub(super) fn run(args: &MeetingsArgs, console: &Console) -> Result<Exit, Failure> {
    let graph = graph_file::load(&args.graph)?;
    let filter = MeetingFilter {
        scope: args.part.scope(&graph, Some(&args.time))?,
        with: words::resolve(&graph, &args.names)?,
        place: args.place.clone(),
        kinds: args.kind.clone(),
        status: args.status,
        with_outcomes: args.outcomes,
    };
    let found = list_meetings(&graph, &filter);
    if args.tell.json {
        print_json(&found)?;
    }
    if found.meetings.is_empty() {
        return Err(words::nothing("such meetings", found.undated));
    }
    if !args.tell.json {
        let mut view = View::new(console, args.tell.all);
        tell(&mut view, &found);
        console.print(&view.page)?;
    }
    Ok(Exit::Done)
}

fn tell(view: &mut View, found: &MeetingList) {
    let title = words::counted(found.meetings.len(), "meeting");
    view.section(&title, &found.meetings, words::meeting);
    words::undated(view, found.undated, "meeting");
    view.sources(&found.sources);
}
