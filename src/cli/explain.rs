//! `explain`: why an edge is in the graph, or what each stage sees in a sentence.

use interparl::archive_graph::Question;
use interparl::graph::RelationGraph;
use interparl::query::{Explanation, Proof, Source, explain};

use super::args::ExplainArgs;
use super::asked_graph::AskedGraph;
use super::exit::Exit;
use super::failure::Failure;
use super::page::Page;
use super::telling::tell_sources;
use super::terminal::{Console, print_json};
use super::{naming, phrase, sentence};

/// Quotes are whole here, unless somebody made a sentence of a whole article.
const QUOTE: usize = 1000;

pub(crate) fn run(args: &ExplainArgs, console: &Console) -> Result<Exit, Failure> {
    if let Some(text) = &args.sentence {
        return sentence::run(text, args, console);
    }
    let (Some(graph), Some(from), Some(to)) = (&args.graph, &args.from, &args.to) else {
        return Err(Failure::new(
            "explain needs a graph and two names, or --sentence",
        ));
    };
    let asked = AskedGraph::load(graph, &Question::Explain(from, to), &args.snapshot)?;
    let told = answer(args, &asked.graph, (from, to), console)?;
    asked.keep(console);
    Ok(told)
}

fn answer(
    args: &ExplainArgs,
    graph: &RelationGraph,
    (from, to): (&str, &str),
    console: &Console,
) -> Result<Exit, Failure> {
    let (a, b) = (naming::resolve(graph, from)?, naming::resolve(graph, to)?);
    let found = explain(graph, a, b);
    if args.json {
        print_json(&found)?;
    }
    if found.edges.is_empty() {
        let (a, b) = (phrase::name(&found.from), phrase::name(&found.to));
        return Err(
            Failure::nothing_found(format!("no edge between {a} and {b}"))
                .hint("how they are connected through others says: interparl path GRAPH A B"),
        );
    }
    if !args.json {
        let mut page = console.page();
        tell(&mut page, &found);
        console.print(&page)?;
    }
    Ok(Exit::Done)
}

fn tell(page: &mut Page, found: &Explanation) {
    for edge in &found.edges {
        page.gap();
        page.title(&phrase::edge(edge));
        let sure = edge.confidence.as_hundredths();
        page.item(2, &format!("{}, {sure} % sure", edge.key));
        for proof in &edge.evidence {
            let by = match proof {
                Proof::Words { rule, .. } => format!(", read by the rule {rule}"),
                Proof::Table { .. } | Proof::Judgement { .. } => String::new(),
            };
            page.faint(4, &format!("{}{by}", phrase::proof(proof, QUOTE)));
        }
    }
    let sources: Vec<&Source> = found.sources.iter().collect();
    tell_sources(page, &sources);
}
