//! `path`: how two nodes are connected.

use interparl::query::{Connection, PathOptions, Route, Source, along, connections};

use super::asked_graph::AskedGraph;
use super::exit::Exit;
use super::failure::Failure;
use super::page::Page;
use super::path_args::PathArgs;
use super::telling::tell_sources;
use super::terminal::{Console, print_json};
use super::{naming, phrase};

const QUOTE: usize = 200;

pub(crate) fn run(args: &PathArgs, console: &Console) -> Result<Exit, Failure> {
    let options = args.options()?;
    let ends = (args.from.as_str(), args.to.as_str());
    let asked = AskedGraph::load_for_path(&args.graph, ends, &options, &args.snapshot)?;
    let told = answer(args, &asked, &options, console)?;
    asked.keep(console);
    Ok(told)
}

fn answer(
    args: &PathArgs,
    asked: &AskedGraph,
    options: &PathOptions,
    console: &Console,
) -> Result<Exit, Failure> {
    let graph = &asked.graph;
    let (from, to) = naming::resolve_two(graph, &args.from, &args.to)?;
    let found = match &asked.stops {
        Some(stops) => along(graph, from, to, stops, options),
        None => connections(graph, from, to, options),
    };
    if args.json {
        print_json(&found)?;
    }
    if found.paths.is_empty() {
        let (a, b) = (phrase::name(&found.from), phrase::name(&found.to));
        let failure = Failure::nothing_found(format!("no path from {a} to {b}"));
        return Err(failure.hint(hint(options)));
    }
    if !args.json {
        let mut page = console.page();
        tell(&mut page, &found);
        console.print(&page)?;
    }
    Ok(Exit::Done)
}

/// What to do where there is no path.
fn hint(options: &PathOptions) -> &'static str {
    if options.chronological {
        "no chain of ties goes forward in time; the other way round, or without --chronological, there may be one"
    } else if options.is_plain() {
        "the graph has no edges between their parts; more articles may tie them"
    } else {
        "ask with fewer limits: kinds, time and confidence leave ties out"
    }
}

fn tell(page: &mut Page, found: &Connection) {
    let (a, b) = (phrase::name(&found.from), phrase::name(&found.to));
    page.title(&format!("From {a} to {b}"));
    for (number, route) in (1..).zip(&found.paths) {
        let steps = match route.steps.len() {
            1 => "one step".to_owned(),
            n => format!("{n} steps"),
        };
        page.heading(&format!("Path {number}: {steps}, cost {}", cost(route)));
        for step in &route.steps {
            let day = step.day;
            let day = day.map_or_else(String::new, |day| format!(" (from {day} on)"));
            let (from, to) = (phrase::name(&step.from), phrase::name(&step.to));
            page.item(2, &format!("{from} – {to}{day}"));
            for (place, edge) in step.edges.iter().enumerate() {
                let also = if place == 0 { "" } else { "also: " };
                page.item(4, &format!("{also}{}", phrase::edge(edge)));
                // The first edge is why the step is in the path; the words of the others are a call of `explain` away.
                if let Some(proof) = edge.evidence.first().filter(|_| place == 0) {
                    page.faint(6, &phrase::proof(proof, QUOTE));
                }
            }
        }
    }
    let sources: Vec<&Source> = found.sources.iter().collect();
    tell_sources(page, &sources);
}

/// The cost in plain steps, with one decimal.
fn cost(route: &Route) -> String {
    let tenths = (route.cost + 5) / 10;
    format!("{}.{}", tenths / 10, tenths % 10)
}
