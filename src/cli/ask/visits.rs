//! `visits`: who went where, and who owes a visit.

use interparl::query::{Balance, Trip, VisitFilter, Visits, visits};
use interparl::text::PartialDate;

use super::args::VisitsArgs;
use super::words;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::telling::{View, doubt};
use crate::cli::terminal::{Console, print_json};
use crate::cli::{graph_file, phrase};

pub(super) fn run(args: &VisitsArgs, console: &Console) -> Result<Exit, Failure> {
    let graph = graph_file::load(&args.graph)?;
    let filter = VisitFilter {
        scope: args.part.scope(&graph, Some(&args.time))?,
        with: words::resolve(&graph, &args.names)?,
    };
    let mut found = visits(&graph, &filter);
    if args.owed {
        found.balances.retain(|b| b.owed);
    }
    if args.tell.json {
        print_json(&found)?;
    }
    let empty = if args.owed {
        found.balances.is_empty()
    } else {
        found.trips.is_empty()
    };
    if empty {
        let what = if args.owed {
            "owed visits"
        } else {
            "such visits"
        };
        return Err(words::nothing(what, found.undated));
    }
    if !args.tell.json {
        let mut view = View::new(console, args.tell.all);
        tell(&mut view, &found, args.owed);
        console.print(&view.page)?;
    }
    Ok(Exit::Done)
}

fn tell(view: &mut View, found: &Visits, owed: bool) {
    if !owed {
        let title = words::counted(found.trips.len(), "visit");
        view.section(&title, &found.trips, trip);
    }
    let heading = if owed { "Owed visits" } else { "Each way" };
    view.section(heading, &found.balances, balance);
    words::undated(view, found.undated, "visit");
    view.sources(&found.sources);
}

fn trip(view: &mut View, trip: &Trip) {
    let who = phrase::names(&trip.travellers);
    let verb = if trip.planned { "to visit" } else { "visited" };
    let host = &trip.host.name;
    let doubt = doubt(trip.confidence.as_hundredths());
    let line = format!("{}: {who} {verb} {host}{doubt}", words::date(trip.date));
    view.page.item(2, &line);
    view.reasons(&trip.evidence);
}

fn balance(view: &mut View, balance: &Balance) {
    let (guest, host) = (&balance.guest.name, &balance.host.name);
    let last = |date: Option<PartialDate>| date.map_or_else(String::new, |d| format!(", last {d}"));
    let there = format!(
        "{} by {guest} to {host}{}",
        words::counted(balance.visits, "visit"),
        last(balance.last_visit)
    );
    let back = match (balance.returned, balance.return_planned) {
        (0, 0) => format!("{host} owes one"),
        (0, n) => format!("{host} owes one, {} planned", words::counted(n, "visit")),
        (n, _) => format!("{n} returned{}", last(balance.last_returned)),
    };
    view.page.item(2, &format!("{there}; {back}"));
}
