//! `draw`: a graph as a picture.

use super::args::DrawArgs;
use super::exit::Exit;
use super::failure::Failure;
use super::graph_file::{self, GraphOutput};
use super::options::GraphFormat;
use super::output;
use super::stages::GraphStyle;

pub(crate) fn run(args: &DrawArgs) -> Result<Exit, Failure> {
    let path = args.output.as_deref();
    let format = output::format_of(path, args.format, GraphFormat::Svg)?;
    if !matches!(format, GraphFormat::Svg | GraphFormat::Png) {
        return Err(Failure::new("draw makes SVG and PNG")
            .hint("for all other formats there is: interparl export GRAPH -o OUT"));
    }
    let style = GraphStyle::of(args.no_quotes, &args.picture);
    let output = GraphOutput::open_as(path, Some(format), format, style)?;
    output.write(&graph_file::load(&args.graph)?)?;
    Ok(Exit::Done)
}
