//! `rank`: who stands in the middle, and which groups there are.

use interparl::graph::RelationGraph;
use interparl::query::{Community, Measure, Ranked, best, communities};

use super::whole_args::{By, RankArgs};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::terminal::{Console, print_json};
use crate::cli::{graph_file, phrase};

/// Nodes up to which betweenness walks from all of them, and from how many it walks in a larger graph.
const FEW: usize = 10_000;
const PIVOTS: usize = 500;
/// An estimate from fewer nodes says nothing, not even how far it is off.
const FEWEST: usize = 30;

/// States of a community that are told.
const STATES: usize = 4;

pub(super) fn run(args: &RankArgs, console: &Console) -> Result<Exit, Failure> {
    if args.pivots.is_some() && args.by != By::Betweenness {
        return Err(Failure::new("--pivots is for --by betweenness")
            .hint("the other measures look at every node"));
    }
    if args.by == By::Communities {
        return run_communities(args, console);
    }
    let graph = graph_file::load(&args.graph)?;
    let (measure, head) = match args.by {
        By::Betweenness => (betweenness(args, &graph, console)?, "betweenness"),
        By::Pagerank => (Measure::PageRank, "pagerank"),
        By::Degree | By::Communities => (Measure::Degree, "neighbours"),
    };
    let ranked = best(&graph, measure, &args.kind, args.number);
    if args.json {
        print_json(&ranked)?;
    }
    if ranked.is_empty() {
        return Err(Failure::nothing_found("the graph has no such nodes")
            .hint("interparl stats tells which kinds it has"));
    }
    if !args.json {
        let mut page = console.page();
        let row = |(place, ranked): (usize, &Ranked)| {
            let value = match (args.by, ranked.standard_error) {
                (By::Degree, _) => ranked.degree.to_string(),
                (_, None) => format!("{:.5}", ranked.value),
                (_, Some(error)) => format!("{:.5} ± {error:.5}", ranked.value),
            };
            vec![place.to_string(), value, phrase::full_name(&ranked.node)]
        };
        let rows: Vec<Vec<String>> = (1..).zip(&ranked).map(row).collect();
        page.table(&["", head, "node"], &rows);
        console.print(&page)?;
    }
    Ok(Exit::Done)
}

/// From how many nodes betweenness is worked out; it is told where these are not all.
///
/// # Errors
/// Ends the program with 2 where they are too few for an estimate.
fn betweenness(
    args: &RankArgs,
    graph: &RelationGraph,
    console: &Console,
) -> Result<Measure, Failure> {
    let all = graph.node_count();
    let usual = if all > FEW { PIVOTS } else { all };
    let asked = args.pivots.and_then(|n| usize::try_from(n).ok());
    let pivots = asked.unwrap_or(usual).min(all);
    if pivots < FEWEST.min(all) {
        let message = format!("--pivots {pivots} is too few to estimate betweenness from");
        let hint = format!(
            "take {} or more of the {all} nodes; without --pivots it is {usual}",
            FEWEST.min(all)
        );
        return Err(Failure::new(message).hint(hint));
    }
    if pivots < all {
        console.note(&format!(
            "betweenness is estimated from {pivots} of {all} nodes, and may well be off by what stands behind ±, its standard error; --pivots {all} walks from all of them"
        ));
    }
    Ok(Measure::SampledBetweenness(pivots))
}

fn run_communities(args: &RankArgs, console: &Console) -> Result<Exit, Failure> {
    let graph = graph_file::load(&args.graph)?;
    let mut found = communities(&graph, &args.kind);
    let all = found.communities.len();
    found.communities.truncate(args.number);
    if args.json {
        print_json(&found)?;
    }
    if found.communities.is_empty() {
        return Err(Failure::nothing_found("the graph has no communities")
            .hint("there must be meetings, offices or commissions that tie people and bodies"));
    }
    if !args.json {
        let mut page = console.page();
        let rows: Vec<Vec<String>> = (1..).zip(&found.communities).map(row).collect();
        page.table(&["", "members", "states", "most central"], &rows);
        page.gap();
        let shown = found.communities.len();
        if shown < all {
            page.item(0, &format!("and {} smaller communities", all - shown));
        }
        let alone = found.alone;
        let word = if alone == 1 { "node has" } else { "nodes have" };
        page.item(0, &format!("{alone} {word} no tie that counts"));
        page.item(0, &format!("modularity {:.3}", found.modularity));
        console.print(&page)?;
    }
    Ok(Exit::Done)
}

fn row((place, community): (usize, &Community)) -> Vec<String> {
    let shares = community.states.iter().take(STATES);
    let mut states: Vec<String> = shares
        .map(|share| format!("{} {}", share.state.name, share.members))
        .collect();
    if community.states.len() > STATES {
        states.push(format!("{} more", community.states.len() - STATES));
    }
    let central: Vec<String> = community
        .central
        .iter()
        .map(|c| phrase::name(&c.node))
        .collect();
    vec![
        place.to_string(),
        community.size.to_string(),
        states.join(", "),
        central.join(", "),
    ]
}
