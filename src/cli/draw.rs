//! `draw`: a graph as a picture, in one of several views.

use interparl::claim::Confidence;
use interparl::diagram::{DiagramOptions, View, draw_view, left_out};
use interparl::graph::{NodeRef, RelationGraph};
use interparl::ontology::StateCode;
use interparl::query::{Scope, within};

use super::draw_args::{DrawArgs, ViewName};
use super::exit::Exit;
use super::failure::Failure;
use super::graph_file::{self, GraphOutput};
use super::naming;
use super::options::Engine;
use super::stages::GraphStyle;

/// How offices are looked for in a time, as `query::within` does it.
const MARGIN: &str =
    " Offices count from a year before they are first shown to a year after they were last shown.";

pub(crate) fn run(args: &DrawArgs) -> Result<Exit, Failure> {
    check(args)?;
    let style = GraphStyle::of(args.no_quotes, &args.picture);
    let output = GraphOutput::open_picture(args.output.as_deref(), args.format, style)?;
    let whole = graph_file::load(&args.graph)?;
    let scope = args.part.scope(&whole, Some(&args.time))?;
    let view = view(&whole, args)?;
    if scope == Scope::default() {
        // The one view that Graphviz can lay out as well.
        if view == View::Relations {
            output.write(&whole)?;
            return Ok(Exit::Done);
        }
        let drawing = draw_view(&whole, &view, &style.diagram()).ok_or_else(|| nothing(args))?;
        output.write_drawing(&drawing)?;
        return Ok(Exit::Done);
    }
    if args.picture.engine == Engine::Graphviz {
        return Err(Failure::new("Graphviz draws all of a graph")
            .hint("leave --engine out, or the time, the states and the confidence"));
    }
    let part = within(&whole, &scope).map_err(|error| Failure::new(error.to_string()))?;
    let undated = left_out(&whole, &view, &scope, &part.undated);
    let limits = limits(&whole, &scope, &view, undated);
    let options = DiagramOptions {
        limits: Some(limits.clone()),
        ..style.diagram()
    };
    let drawing = moved(&whole, &part.graph, view)
        .filter(|_| part.graph.node_count() > 0)
        .and_then(|view| draw_view(&part.graph, &view, &options))
        .ok_or_else(|| nothing(args).hint(format!("ask with fewer limits: {limits}")))?;
    output.write_drawing(&drawing)?;
    Ok(Exit::Done)
}

/// What is drawn.
fn view(graph: &RelationGraph, args: &DrawArgs) -> Result<View, Failure> {
    Ok(match args.view {
        ViewName::Relations => View::Relations,
        ViewName::Offices => View::Offices(named(graph, args)?),
        ViewName::Commissions => View::Commissions(named(graph, args)?),
        ViewName::Timeline => View::Timeline(named(graph, args)?),
        ViewName::Matrix => View::Matrix,
        ViewName::Ego => View::Ego(naming::resolve(graph, &args.names.join(" "))?),
        ViewName::Path => path(graph, args)?,
    })
}

/// The same view of a part of the graph; `None` where the part has not what it is of.
fn moved(whole: &RelationGraph, part: &RelationGraph, view: View) -> Option<View> {
    let there = |node: NodeRef| part.find(&whole.node(node)?.id);
    let of = |node: Option<NodeRef>| match node {
        Some(node) => there(node).map(Some),
        None => Some(None),
    };
    Some(match view {
        View::Relations | View::Matrix => view,
        View::Offices(node) => View::Offices(of(node)?),
        View::Commissions(node) => View::Commissions(of(node)?),
        View::Timeline(node) => View::Timeline(of(node)?),
        View::Ego(node) => View::Ego(there(node)?),
        View::Path { from, to, count } => View::Path {
            from: there(from)?,
            to: there(to)?,
            count,
        },
    })
}

/// What a picture is limited to, in words.
fn limits(graph: &RelationGraph, scope: &Scope, view: &View, undated: usize) -> String {
    let mut words = Vec::new();
    match (scope.from, scope.to) {
        (Some(from), Some(to)) if from == to => words.push(format!("of {from}")),
        (Some(from), Some(to)) => words.push(format!("from {from} to {to}")),
        (Some(from), None) => words.push(format!("from {from} on")),
        (None, Some(to)) => words.push(format!("up to {to}")),
        (None, None) => {}
    }
    let name = |code: &StateCode| {
        let node = graph.find(&format!("state/{code}"));
        let node = node.and_then(|n| graph.node(n));
        node.map_or_else(|| code.to_string(), |n| n.name.clone())
    };
    if !scope.states.is_empty() {
        let names: Vec<String> = scope.states.iter().map(name).collect();
        words.push(format!("with {}", names.join(" and ")));
    }
    if scope.least > Confidence::hundredths(0) {
        words.push(format!("at least {} % sure", scope.least.as_hundredths()));
    }
    let mut told = format!("Only what is {}.", words.join(", "));
    // Without this a term of another year seems to be a mistake.
    if matches!(view, View::Offices(_)) && scope.has_time() {
        told.push_str(MARGIN);
    }
    if undated == 0 {
        return told;
    }
    format!("{told} Left out: {undated} of no known time.")
}

/// Says before any work if a view has too few or too many names, or an engine that cannot draw it.
fn check(args: &DrawArgs) -> Result<(), Failure> {
    let names = args.names.len();
    let example = match args.view {
        ViewName::Relations | ViewName::Matrix if names > 0 => {
            let message = format!("the view \"{}\" is of the whole graph", args.view.as_str());
            return Err(Failure::new(message).hint("for one node there is: --view ego NAME"));
        }
        ViewName::Ego if names == 0 => "interparl draw graph.json --view ego ozola -o ozola.svg",
        ViewName::Path if names != 2 => {
            "interparl draw graph.json --view path ozola tamm -o path.svg"
        }
        _ if args.picture.engine == Engine::Graphviz && args.view != ViewName::Relations => {
            return Err(Failure::new("Graphviz draws the view \"relations\" only")
                .hint("leave --engine out"));
        }
        _ => return Ok(()),
    };
    let wanted = if args.view == ViewName::Ego {
        "one node"
    } else {
        "two nodes, in quotes where a name has several words"
    };
    let message = format!(
        "the view \"{}\" wants the name of {wanted}",
        args.view.as_str()
    );
    Err(Failure::new(message).hint(format!("such as: {example}")))
}

/// The node that a view is restricted to.
fn named(graph: &RelationGraph, args: &DrawArgs) -> Result<Option<NodeRef>, Failure> {
    if args.names.is_empty() {
        return Ok(None);
    }
    naming::resolve(graph, &args.names.join(" ")).map(Some)
}

fn path(graph: &RelationGraph, args: &DrawArgs) -> Result<View, Failure> {
    let [a, b] = args.names.as_slice() else {
        return Err(Failure::new("a path has two ends"));
    };
    let (from, to) = naming::resolve_two(graph, a, b)?;
    let count = usize::from(args.paths);
    Ok(View::Path { from, to, count })
}

/// What is said where there is nothing to draw.
fn nothing(args: &DrawArgs) -> Failure {
    let names = args.names.join(" ");
    let of = if names.is_empty() {
        String::new()
    } else {
        format!(" of \"{names}\"")
    };
    let what = match args.view {
        ViewName::Offices => "nobody in an office with a date",
        ViewName::Commissions => "no commission, group or assembly",
        ViewName::Timeline => "no meeting or visit with a date",
        ViewName::Matrix => "no meeting of two states",
        ViewName::Path => {
            let [a, b] = [0, 1].map(|i| args.names.get(i).map_or("", String::as_str));
            return Failure::nothing_found(format!("no path from \"{a}\" to \"{b}\""))
                .hint("the graph has no edges between their parts; more articles may tie them");
        }
        ViewName::Relations | ViewName::Ego => "nothing",
    };
    Failure::nothing_found(format!("the graph tells of {what}{of}"))
}
