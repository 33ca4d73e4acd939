//! `bodies`: commissions, friendship groups and assemblies.

use interparl::ontology::LifeEvent;
use interparl::query::{Bodies, BodyCard, BodyFilter, Brief, list_bodies};

use super::args::BodiesArgs;
use super::words;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::telling::View;
use crate::cli::terminal::{Console, print_json};
use crate::cli::{graph_file, phrase};

/// Sessions of a body that are told without `--all`.
const SESSIONS: usize = 3;

pub(super) fn run(args: &BodiesArgs, console: &Console) -> Result<Exit, Failure> {
    let graph = graph_file::load(&args.graph)?;
    let filter = BodyFilter {
        scope: args.part.scope(&graph, Some(&args.time))?,
        with: words::resolve(&graph, &args.names)?,
        forms: args.form.clone(),
        domestic: args.domestic,
    };
    let found = list_bodies(&graph, &filter);
    if args.tell.json {
        print_json(&found)?;
    }
    if found.bodies.is_empty() {
        let failure = words::nothing("such bodies", found.undated);
        return Err(match found.domestic {
            0 => failure,
            n => failure.hint(format!("{n} tie no two states; --domestic lists them too")),
        });
    }
    if !args.tell.json {
        let mut view = View::new(console, args.tell.all);
        tell(&mut view, &found);
        console.print(&view.page)?;
    }
    Ok(Exit::Done)
}

fn tell(view: &mut View, found: &Bodies) {
    view.section(&count(found.bodies.len()), &found.bodies, card);
    if found.undated > 0 {
        let bodies = count(found.undated);
        view.page.gap();
        view.page
            .item(0, &format!("left out: {bodies} without a date"));
    }
    if found.domestic > 0 {
        let bodies = count(found.domestic);
        let line = format!("left out: {bodies} that tie no two states (--domestic shows them)");
        view.page.gap();
        view.page.item(0, &line);
    }
    view.sources(&found.sources);
}

fn count(bodies: usize) -> String {
    if bodies == 1 {
        "1 body".to_owned()
    } else {
        format!("{bodies} bodies")
    }
}

fn card(view: &mut View, card: &BodyCard) {
    let form = card.form.map_or_else(
        || phrase::kind(card.body.kind),
        |f| f.as_str().replace('_', " "),
    );
    let stopped = match card.stopped {
        Some(LifeEvent::Suspended) => ", suspended",
        Some(LifeEvent::Ended) => ", ended",
        _ => "",
    };
    let active = card.last_activity.map_or_else(
        || "no activity with a date".to_owned(),
        |d| format!("last active {d}"),
    );
    view.page.item(
        2,
        &format!("{} ({form}{stopped}), {active}", phrase::name(&card.body)),
    );
    if !card.sides.is_empty() {
        let sides: Vec<Brief> = card.sides.iter().map(|e| e.target.clone()).collect();
        view.page
            .item(4, &format!("ties {}", phrase::names(&sides)));
        let said: Vec<_> = card.sides.iter().flat_map(|e| e.evidence.clone()).collect();
        view.reasons_at(6, &said);
    }
    for chair in &card.chairs {
        words::chair(view, 4, chair);
    }
    if card.others > 0 {
        let others = words::counted(card.others, "other person");
        let others = others
            .replace("persons", "people")
            .replace("other people", "others");
        view.page.item(4, &format!("and {others} with an office"));
    }
    let shown = view.shown(card.sessions.len(), SESSIONS);
    for session in card.sessions.iter().take(shown) {
        let place = session.place.as_ref();
        let place = place.map_or_else(String::new, |p| format!(", {p}"));
        let what = words::what(view, session);
        let line = format!("{}{place}: {what}", words::date(session.date));
        view.page.item(4, &line);
        view.reasons_at(6, &session.evidence);
    }
    if card.sessions.len() > shown {
        let more = words::counted(card.sessions.len() - shown, "earlier meeting");
        view.page.item(4, &format!("and {more} (--all shows them)"));
    }
    for life in &card.life {
        words::life(view, 4, "", life);
    }
}
