//! `changes`: what is new since a day.

use interparl::query::{Changes, changes};

use super::args::ChangesArgs;
use super::words;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::telling::View;
use crate::cli::terminal::{Console, print_json};
use crate::cli::{graph_file, phrase};

pub(super) fn run(args: &ChangesArgs, console: &Console) -> Result<Exit, Failure> {
    let graph = graph_file::load(&args.graph)?;
    let scope = args.part.scope(&graph, None)?;
    let found = changes(&graph, args.since, &scope);
    if args.tell.json {
        print_json(&found)?;
    }
    if found.is_empty() {
        let message = format!("nothing is new since {}", args.since);
        let hint = match (found.documents, found.undated_documents) {
            (0, 0) => "no article of the graph is of that day or later".to_owned(),
            (0, n) => format!("no article is of that day or later, and {n} have no date"),
            (n, _) => format!(
                "{} of that day or later repeat what was known",
                words::counted(n, "article")
            ),
        };
        return Err(Failure::nothing_found(message).hint(hint));
    }
    if !args.tell.json {
        let mut view = View::new(console, args.tell.all);
        tell(&mut view, &found);
        console.print(&view.page)?;
    }
    Ok(Exit::Done)
}

fn tell(view: &mut View, found: &Changes) {
    let articles = words::counted(found.documents, "article");
    view.page
        .title(&format!("New since {}, from {articles}", found.since));
    view.section("Offices", &found.offices, |view, change| {
        let before = match change.before.first() {
            Some(before) => format!("; before: {}", phrase::name(before)),
            None => String::new(),
        };
        let line = format!("{}{before}", phrase::edge(&change.office));
        view.page.item(2, &line);
        view.reasons(&change.office.evidence);
    });
    view.section("Offices that are over", &found.offices_over, words::edge);
    view.section("Meetings", &found.meetings, words::meeting);
    view.section("Visits", &found.visits, words::edge);
    view.section("Lives of bodies", &found.lives, |view, change| {
        let who = format!("{} ", phrase::name(&change.body));
        words::life(view, 2, &who, &change.life);
    });
    view.section("Ties", &found.ties, words::edge);
    view.section("Named for the first time", &found.nodes, |view, node| {
        view.page.item(2, &phrase::full_name(node));
    });
    if found.undated_documents > 0 {
        view.page.gap();
        let articles = words::counted(found.undated_documents, "article");
        let line = format!("left out: what {articles} without a date say");
        view.page.item(0, &line);
    }
    view.sources(&found.sources);
}
