//! `diff`: what changed from one graph to another.

use interparl::query::{Difference, EdgeAnswer, difference};

use super::whole_args::DiffArgs;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::telling::View;
use crate::cli::terminal::{Console, print_json};
use crate::cli::{graph_file, phrase};

pub(super) fn run(args: &DiffArgs, console: &Console) -> Result<Exit, Failure> {
    let (old, new) = (graph_file::load(&args.old)?, graph_file::load(&args.new)?);
    let found = difference(&old, &new);
    if args.tell.json {
        print_json(&found)?;
    }
    if found.is_empty() {
        let failure = Failure::nothing_found("both graphs say the same");
        return Err(match found.edges_with_other_evidence {
            0 => failure.hint("their documents and words may differ all the same"),
            n => failure.hint(format!(
                "{n} edges have other evidence or another confidence"
            )),
        });
    }
    if !args.tell.json {
        let mut view = View::new(console, args.tell.all);
        tell(&mut view, &found);
        console.print(&view.page)?;
    }
    Ok(Exit::Done)
}

fn tell(view: &mut View, found: &Difference) {
    for (heading, mark, nodes) in [
        ("Nodes added", '+', &found.nodes_added),
        ("Nodes removed", '-', &found.nodes_removed),
    ] {
        view.section(heading, nodes, |view, node| {
            view.page
                .item(2, &format!("{mark} {}", phrase::full_name(node)));
        });
    }
    view.section("Nodes changed", &found.nodes_changed, |view, change| {
        let (old, new) = (
            phrase::full_name(&change.old),
            phrase::full_name(&change.new),
        );
        view.page.item(2, &format!("- {old}"));
        view.page.item(2, &format!("+ {new}"));
    });
    for (heading, mark, edges) in [
        ("Edges added", '+', &found.edges_added),
        ("Edges removed", '-', &found.edges_removed),
    ] {
        view.section(heading, edges, |view, edge: &EdgeAnswer| {
            view.page.item(2, &format!("{mark} {}", phrase::edge(edge)));
        });
    }
    view.section("Edges changed", &found.edges_changed, |view, change| {
        view.page
            .item(2, &format!("- {}", phrase::edge(&change.old)));
        view.page
            .item(2, &format!("+ {}", phrase::edge(&change.new)));
    });
    for (heading, mark, ids) in [
        ("Meetings added", '+', &found.meetings_added),
        ("Meetings removed", '-', &found.meetings_removed),
        ("Meetings changed", '~', &found.meetings_changed),
    ] {
        view.section(heading, ids, |view, id| {
            view.page.item(2, &format!("{mark} {id}"));
        });
    }
    view.page.gap();
    let (added, removed) = (found.documents_added, found.documents_removed);
    let others = found.edges_with_other_evidence;
    let line = format!(
        "documents: {added} added, {removed} removed; {others} edges with other evidence only"
    );
    view.page.item(0, &line);
}
