//! `path`: how two nodes are connected.

use interparl::query::{Connection, PathOptions, PathWeights, Route, Source, along, connections};

use super::args::PathArgs;
use super::exit::Exit;
use super::failure::Failure;
use super::page::Page;
use super::show::tell_sources;
use super::terminal::{Console, print_json};
use super::{graph_file, naming, phrase};

const QUOTE: usize = 200;

pub(crate) fn run(args: &PathArgs, console: &Console) -> Result<Exit, Failure> {
    let weights = if args.fewest_steps {
        PathWeights::fewest_steps()
    } else {
        PathWeights::default()
    };
    let options = PathOptions {
        count: usize::from(args.paths),
        weights,
    };
    let (graph, stops) = graph_file::load_for_path(&args.graph, (&args.from, &args.to), &options)?;
    let from = naming::resolve(&graph, &args.from)?;
    let to = naming::resolve(&graph, &args.to)?;
    if from == to {
        return Err(Failure::new(format!(
            "\"{}\" and \"{}\" are the same node",
            args.from, args.to
        ))
        .hint("name two different ones; an id is the surest name"));
    }
    let found = match stops {
        Some(stops) => along(&graph, from, to, &stops, &options.weights),
        None => connections(&graph, from, to, &options),
    };
    if args.json {
        print_json(&found)?;
    }
    if found.paths.is_empty() {
        let (a, b) = (phrase::name(&found.from), phrase::name(&found.to));
        return Err(Failure::nothing_found(format!("no path from {a} to {b}"))
            .hint("the graph has no edges between their parts; more articles may tie them"));
    }
    if !args.json {
        let mut page = console.page();
        tell(&mut page, &found);
        console.print(&page)?;
    }
    Ok(Exit::Done)
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
            page.item(
                2,
                &format!("{} – {}", phrase::name(&step.from), phrase::name(&step.to)),
            );
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
