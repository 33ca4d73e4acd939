//! `gaps`: who has gone quiet.

use interparl::query::{Gap, GapFilter, Gaps, gaps};

use super::args::{GapsArgs, Quiet};
use super::words;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::telling::View;
use crate::cli::terminal::{Console, print_json};
use crate::cli::{graph_file, phrase};

pub(super) fn run(args: &GapsArgs, console: &Console) -> Result<Exit, Failure> {
    if let Some(on) = args.on
        && args.since.first_day() > on
    {
        let message = format!("--since {} is later than --on {on}", args.since);
        return Err(Failure::new(message).hint("days are counted from the first to the second"));
    }
    let graph = graph_file::load(&args.graph)?;
    let filter = GapFilter {
        since: args.since,
        on: args.on,
        scope: args.part.scope(&graph, None)?,
        bodies: args.only != Some(Quiet::Pairs),
        pairs: args.only != Some(Quiet::Bodies),
    };
    let found = gaps(&graph, &filter);
    if args.tell.json {
        print_json(&found)?;
    }
    if found.gaps.is_empty() {
        let message = format!("nobody who met before has gone quiet since {}", args.since);
        return Err(Failure::nothing_found(message).hint("ask with a later --since"));
    }
    if !args.tell.json {
        let mut view = View::new(console, args.tell.all);
        tell(&mut view, &found);
        console.print(&view.page)?;
    }
    Ok(Exit::Done)
}

fn tell(view: &mut View, found: &Gaps) {
    let on = found
        .on
        .map_or_else(String::new, |d| format!(", as of {d}"));
    view.page.title(&format!("Quiet since {}{on}", found.since));
    let bodies: Vec<&Gap> = found.gaps.iter().filter(|g| g.who.len() == 1).collect();
    let pairs: Vec<&Gap> = found.gaps.iter().filter(|g| g.who.len() == 2).collect();
    view.section("Commissions, groups and assemblies", &bodies, |v, g| {
        gap(v, g);
    });
    view.section("Pairs of states", &pairs, |v, g| gap(v, g));
    view.sources(&found.sources);
}

fn gap(view: &mut View, gap: &Gap) {
    let usual = match (gap.usual_days, gap.active) {
        (Some(days), active) => {
            let overdue = if gap.is_overdue() { ", overdue" } else { "" };
            let met = format!("{active} occasions");
            format!("usually every {} ({met}){overdue}", day_count(days))
        }
        (None, _) => "active once only".to_owned(),
    };
    let line = format!(
        "{}: quiet for {}, last on {}; {usual}",
        phrase::names(&gap.who),
        day_count(gap.quiet_days),
        gap.last
    );
    view.page.item(2, &line);
    if let Some(meeting) = &gap.last_meeting {
        let what = words::what(view, meeting);
        view.page.item(4, &format!("the last: {what}"));
        view.reasons_at(6, &meeting.evidence);
    }
    if let Some(life) = &gap.last_event {
        words::life(view, 4, "", life);
    }
    for meeting in &gap.planned {
        let what = words::what(view, meeting);
        let when = words::date(meeting.date);
        view.page.item(4, &format!("to come, {when}: {what}"));
        view.reasons_at(6, &meeting.evidence);
    }
}

fn day_count(days: i64) -> String {
    if days == 1 {
        "1 day".to_owned()
    } else {
        format!("{days} days")
    }
}
