//! `between`: all that ties two.

use interparl::archive_graph::Question;
use interparl::graph::RelationGraph;
use interparl::query::{Between, EdgeAnswer, SharedBody, between};

use super::args::BetweenArgs;
use super::words;
use crate::cli::asked_graph::AskedGraph;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::telling::View;
use crate::cli::terminal::{Console, print_json};
use crate::cli::{naming, phrase};

pub(super) fn run(args: &BetweenArgs, console: &Console) -> Result<Exit, Failure> {
    let question = Question::Between(&args.a, &args.b);
    let asked = AskedGraph::load(&args.graph, &question, &args.snapshot)?;
    let told = answer(args, &asked.graph, console)?;
    asked.keep(console);
    Ok(told)
}

fn answer(args: &BetweenArgs, graph: &RelationGraph, console: &Console) -> Result<Exit, Failure> {
    let (a, b) = naming::resolve_two(graph, &args.a, &args.b)?;
    let told = between(graph, a, b, &args.time.scope(args.min_confidence)?);
    if args.tell.json {
        print_json(&told)?;
    }
    if told.is_empty() {
        let (a, b) = (phrase::name(&told.a), phrase::name(&told.b));
        let failure = Failure::nothing_found(format!("nothing ties {a} and {b} directly"));
        return Err(failure.hint("over others they may be connected: interparl path GRAPH A B"));
    }
    if !args.tell.json {
        let mut view = View::new(console, args.tell.all);
        tell(&mut view, &told);
        console.print(&view.page)?;
    }
    Ok(Exit::Done)
}

fn tell(view: &mut View, told: &Between) {
    let (a, b) = (phrase::name(&told.a), phrase::name(&told.b));
    view.page.title(&format!("Between {a} and {b}"));
    view.section("Direct ties", &told.direct, words::edge);
    view.section("Meetings", &told.meetings, words::meeting);
    view.section("Shared bodies", &told.shared, shared);
    view.section(
        &format!("Visits from {a} to {b}"),
        &told.visits_to_b,
        words::edge,
    );
    view.section(
        &format!("Visits from {b} to {a}"),
        &told.visits_to_a,
        words::edge,
    );
    words::undated(view, told.undated, "meeting or visit");
    view.sources(&told.sources);
}

fn shared(view: &mut View, shared: &SharedBody) {
    let form = shared.form.map_or_else(
        || phrase::kind(shared.body.kind),
        |f| f.as_str().replace('_', " "),
    );
    let name = phrase::name(&shared.body);
    view.page.item(2, &format!("{name} ({form})"));
    let edges = shared.a.iter().chain(&shared.b);
    let edges: Vec<&EdgeAnswer> = edges.collect();
    let shown = view.shown(edges.len(), 6);
    for edge in edges.iter().take(shown) {
        view.page.item(4, &phrase::edge(edge));
        view.reasons_at(6, &edge.evidence);
    }
    if edges.len() > shown {
        let more = format!("and {} more ties (--all shows them)", edges.len() - shown);
        view.page.item(4, &more);
    }
}
