//! `stats`, `search`: questions about a whole graph that a table answers.

use std::collections::BTreeMap;

use interparl::archive::Archive;
use interparl::query::{Stats, search, search_articles, stats};

use super::whole_args::{SearchArgs, StatsArgs};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::page::Page;
use crate::cli::telling::View;
use crate::cli::terminal::{Console, print_json};
use crate::cli::{archive, graph_file, phrase};

pub(super) fn run_stats(args: &StatsArgs, console: &Console) -> Result<Exit, Failure> {
    let graph = graph_file::load(&args.graph)?;
    let counts = stats(&graph);
    if args.json {
        print_json(&counts)?;
    } else {
        let mut page = console.page();
        tell_stats(&mut page, &counts);
        console.print(&page)?;
    }
    Ok(if counts.nodes.is_empty() {
        Exit::NothingFound
    } else {
        Exit::Done
    })
}

fn tell_stats(page: &mut Page, counts: &Stats) {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut sort = |name: &str, of: &BTreeMap<String, usize>| {
        let sum: usize = of.values().sum();
        let parts: Vec<String> = of
            .iter()
            .map(|(word, number)| format!("{number} {}", word.replace('_', " ")))
            .collect();
        rows.push(vec![name.to_owned(), sum.to_string(), parts.join(", ")]);
    };
    sort("nodes", &counts.nodes);
    sort("edges", &counts.edges);
    sort("offices", &counts.offices);
    sort("meetings", &counts.meetings);
    sort("outcomes", &counts.outcomes);
    sort("documents", &counts.documents);
    page.table(&["what", "number", "of which"], &rows);
    page.gap();
    if let Some((first, last)) = counts.first_document.zip(counts.last_document) {
        page.item(0, &format!("sources from {first} to {last}"));
    }
    let confirmed = counts.confirmed_edges;
    let told = if confirmed == 1 {
        "1 edge is told by two or more articles".to_owned()
    } else {
        format!("{confirmed} edges are told by two or more articles")
    };
    page.item(0, &told);
    let lonely = match counts.lonely_nodes {
        1 => "1 node has no edge".to_owned(),
        many => format!("{many} nodes have no edge"),
    };
    page.item(0, &lonely);
}

pub(super) fn run_search(args: &SearchArgs, console: &Console) -> Result<Exit, Failure> {
    let graph = graph_file::load(&args.graph)?;
    let words = args.words.join(" ");
    let is_archive = archive::is_archive(&args.graph);
    let found = if is_archive {
        let archive = Archive::read(&args.graph)?;
        search_articles(&graph, &words, |document| {
            let record = &document.record;
            let article = archive.article_of(&record.id, &record.sha256)?;
            Ok::<_, Failure>(article.map(|article| article.text))
        })?
    } else {
        search(&graph, &words)
    };
    if args.tell.json {
        print_json(&found)?;
    }
    if found.names.is_empty() && found.texts.is_empty() {
        let message = format!("the graph has nothing with \"{words}\"");
        return Err(Failure::nothing_found(message).hint(if is_archive {
            "a name, a headline or an article must have all the words"
        } else {
            "all words must be there; a graph has the words of articles that tell of something"
        }));
    }
    if !args.tell.json {
        let mut view = View::new(console, args.tell.all);
        view.section("Names", &found.names, |view, hit| {
            let name = phrase::full_name(&hit.node);
            let also = if hit.wording == hit.node.name {
                String::new()
            } else {
                format!(", also called {}", hit.wording)
            };
            view.page.item(2, &format!("{name}{also}"));
        });
        view.section("Words of articles", &found.texts, |view, hit| {
            view.cite(hit.source);
            view.page
                .item(2, &format!("{} [{}]", hit.snippet, hit.source));
        });
        view.sources(&found.sources);
        console.print(&view.page)?;
    }
    Ok(Exit::Done)
}
