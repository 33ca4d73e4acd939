//! `timeline`: what happened to somebody or something, in order.

use interparl::query::{Happening, Timeline, TimelineEvent, timeline};
use interparl::text::PartialDate;

use super::args::TimelineArgs;
use super::words;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::telling::{View, doubt};
use crate::cli::terminal::{Console, print_json};
use crate::cli::{graph_file, naming, phrase};

pub(super) fn run(args: &TimelineArgs, console: &Console) -> Result<Exit, Failure> {
    let graph = graph_file::load(&args.graph)?;
    let node = naming::resolve(&graph, &args.name.join(" "))?;
    let told = timeline(&graph, node, &args.time.scope(args.min_confidence)?);
    if args.tell.json {
        print_json(&told)?;
    }
    if told.events.is_empty() {
        return Err(words::nothing("such events", told.undated));
    }
    if !args.tell.json {
        // A line of time with a hole in it would mislead, so it is always told whole.
        let mut view = View::new(console, args.tell.all);
        tell(&mut view, &told);
        console.print(&view.page)?;
    }
    Ok(Exit::Done)
}

fn tell(view: &mut View, told: &Timeline) {
    view.page.title(&phrase::full_name(&told.node));
    let mut year = None;
    for event in &told.events {
        let of = event.date.map(PartialDate::year);
        if year != Some(of) {
            let heading = of.map_or_else(|| "Date not known".to_owned(), |y| format!("{y:04}"));
            view.page.heading(&heading);
            year = Some(of);
        }
        tell_event(view, event);
    }
    words::undated(view, told.undated, "event");
    view.sources(&told.sources);
}

fn tell_event(view: &mut View, event: &TimelineEvent) {
    let date = event.date.map_or_else(String::new, |d| format!("{d}: "));
    match &event.what {
        Happening::Life { body, life } => {
            let who = format!("{} ", phrase::name(body));
            words::life(view, 2, &who, life);
        }
        Happening::OfficeSeen(edge) | Happening::OfficeOver(edge) => {
            let over = matches!(event.what, Happening::OfficeOver(_));
            let verb = if over { "no longer" } else { "seen as" };
            let office = edge.office.map_or("of", phrase::office_of);
            let written = edge.title.as_deref().unwrap_or_default();
            let title = edge
                .office
                .map_or_else(String::new, |o| phrase::title(written, o));
            let (who, of) = (phrase::name(&edge.source), phrase::name(&edge.target));
            let doubt = doubt(edge.confidence.as_hundredths());
            view.page.item(
                2,
                &format!("{date}{who} {verb} {office} {of}{title}{doubt}"),
            );
            view.reasons(&edge.evidence);
        }
        Happening::Meeting(meeting) => words::meeting(view, meeting),
        Happening::Visit(edge) => {
            let verb = if edge.planned {
                "is to visit"
            } else {
                "visits"
            };
            let (who, to) = (phrase::name(&edge.source), phrase::name(&edge.target));
            let doubt = doubt(edge.confidence.as_hundredths());
            view.page
                .item(2, &format!("{date}{who} {verb} {to}{doubt}"));
            view.reasons(&edge.evidence);
        }
    }
}
