//! `draw`: a graph as a picture, in one of several views.

use interparl::diagram::{View, draw_view};
use interparl::graph::{NodeRef, RelationGraph};

use super::draw_args::{DrawArgs, ViewName};
use super::exit::Exit;
use super::failure::Failure;
use super::graph_file::{self, GraphOutput};
use super::naming;
use super::options::Engine;
use super::stages::GraphStyle;

pub(crate) fn run(args: &DrawArgs) -> Result<Exit, Failure> {
    check(args)?;
    let style = GraphStyle::of(args.no_quotes, &args.picture);
    let output = GraphOutput::open_picture(args.output.as_deref(), args.format, style)?;
    let graph = graph_file::load(&args.graph)?;
    let view = match args.view {
        // The one view that Graphviz can lay out as well.
        ViewName::Relations => {
            output.write(&graph)?;
            return Ok(Exit::Done);
        }
        ViewName::Offices => View::Offices(named(&graph, args)?),
        ViewName::Commissions => View::Commissions(named(&graph, args)?),
        ViewName::Timeline => View::Timeline(named(&graph, args)?),
        ViewName::Matrix => View::Matrix,
        ViewName::Ego => View::Ego(naming::resolve(&graph, &args.names.join(" "))?),
        ViewName::Path => path(&graph, args)?,
    };
    let drawing = draw_view(&graph, &view, &style.diagram()).ok_or_else(|| nothing(args))?;
    output.write_drawing(&drawing)?;
    Ok(Exit::Done)
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
