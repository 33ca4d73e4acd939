//! `score`: how much of what articles say is in their graphs, and how much of the graphs the articles say.

use interparl::score::{ArticleScore, Comparison, Detail, Layer, Prediction, Report};
use serde::Serialize;

use super::articles::Tally;
use super::exit::Exit;
use super::failure::Failure;
use super::page::Page;
use super::score_errors::Errors;
use super::score_files::{self, Entry};
use super::stages;
use super::terminal::{Console, print_json};
use super::tool_args::ScoreArgs;

/// Names of articles in a line.
const LISTED: usize = 5;

/// What `--json` prints: the fields of score.py, and the errors where they are asked for.
#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    report: Report,
    #[serde(flatten)]
    errors: Option<Errors>,
}

pub(crate) fn run(args: &ScoreArgs, console: &Console) -> Result<Exit, Failure> {
    let tables = stages::tables(args.lexicon.as_deref())?;
    let mut entries = score_files::annotations(args, console)?;
    let tally = match &args.pred {
        Some(folder) => {
            score_files::take_graphs(folder, &mut entries)?;
            if args.errors {
                score_files::take_texts(&args.gold, &mut entries);
            }
            Tally::default()
        }
        None => score_files::read_articles(args, &tables, console, &mut entries)?,
    };
    tally.tell(console, "articles");
    if tally.read == 0 && tally.skipped > 0 {
        // Each has been told; a table of noughts would say nothing more.
        return Ok(tally.exit());
    }
    let nothing = Prediction::default();
    let pairs: Vec<(&Entry, Comparison<'_>)> = entries
        .iter()
        .map(|entry| {
            let graph = entry.prediction.as_ref().unwrap_or(&nothing);
            (entry, Comparison::new(&entry.annotation, graph))
        })
        .collect();
    let scores: Vec<ArticleScore> = pairs.iter().map(|(_, compared)| compared.score()).collect();
    let without = entries.iter().filter(|entry| entry.prediction.is_none());
    let without = without.map(|entry| entry.annotation.id.clone()).collect();
    let report = Report::of(&scores, without);
    let errors = args.errors.then(|| Errors::of(&pairs, tables.lexicon()));
    if args.json {
        print_json(&Answer { report, errors })?;
    } else {
        let mut page = console.page();
        tell(&mut page, &report);
        if let Some(errors) = &errors {
            errors.tell(&mut page);
        }
        console.print(&page)?;
    }
    Ok(tally.exit())
}

fn tell(page: &mut Page, report: &Report) {
    let articles = report.articles;
    let plural = if articles == 1 { "" } else { "s" };
    page.title(&format!("{articles} article{plural}"));
    let without = &report.without_prediction;
    if !without.is_empty() {
        let mut names = without
            .iter()
            .take(LISTED)
            .cloned()
            .collect::<Vec<_>>()
            .join(", ");
        if without.len() > LISTED {
            names.push_str(", ...");
        }
        let without = without.len();
        page.item(
            2,
            &format!("{without} without a graph, which counts as an empty one: {names}"),
        );
    }
    page.gap();
    tell_layers(page, report);
    let (from, to) = report.interval;
    page.gap();
    page.item(
        0,
        &format!(
            "95 % interval of overall: {from:.3} to {to:.3} (the articles drawn again a thousand times)"
        ),
    );
    page.gap();
    tell_details(page, report);
}

fn rate(share: f64) -> String {
    format!("{share:.3}")
}

fn tell_layers(page: &mut Page, report: &Report) {
    let head = [
        "layer",
        "precision",
        "recall",
        "F1",
        "right",
        "wrong",
        "missed",
    ];
    let mut rows: Vec<Vec<String>> = Vec::new();
    for layer in Layer::ALL {
        if let Some(rates) = report.layers.get(layer) {
            let mut row = vec![layer.as_str().to_owned()];
            row.extend([rates.p, rates.r, rates.f1].map(rate));
            row.extend([rates.hits, rates.wrong, rates.missed].map(|count| count.to_string()));
            rows.push(row);
        }
    }
    let mut row = ["overall", "", ""].map(str::to_owned).to_vec();
    row.push(rate(report.overall));
    row.resize(head.len(), String::new());
    rows.push(row);
    page.table(&head, &rows);
}

fn tell_details(page: &mut Page, report: &Report) {
    let mut rows = Vec::new();
    for detail in Detail::ALL {
        if let Some(accuracy) = report.accuracy.get(detail) {
            let share = accuracy.accuracy.map_or_else(|| "-".to_owned(), rate);
            rows.push(vec![
                asked(*detail).to_owned(),
                share,
                accuracy.of.to_string(),
            ]);
        }
    }
    page.table(
        &["of the facts that are right", "have it right", "of"],
        &rows,
    );
}

const fn asked(detail: Detail) -> &'static str {
    match detail {
        Detail::Legislator => "people: legislator or official",
        Detail::BodyKind => "bodies: their kind",
        Detail::Date => "meetings: the date",
        Detail::Place => "meetings: the place",
    }
}
