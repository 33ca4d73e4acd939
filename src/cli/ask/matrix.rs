//! `matrix`: who met whom how often.

use std::collections::BTreeMap;

use interparl::diagram::draw_matrix;
use interparl::export::csv::row;
use interparl::query::{Matrix, Party, Period, matrix};

use super::whole_args::{Between, MatrixArgs, Per};
use super::words;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::graph_file::GraphOutput;
use crate::cli::output::Output;
use crate::cli::stages::GraphStyle;
use crate::cli::telling::View;
use crate::cli::terminal::{Console, print_json};
use crate::cli::{graph_file, phrase};

/// States or chambers that fit beside one another on a terminal.
const WIDE: usize = 8;

pub(super) fn run(args: &MatrixArgs, console: &Console) -> Result<Exit, Failure> {
    let style = GraphStyle::coloured(args.theme);
    let picture = args.output.as_deref();
    let picture = picture.map(|path| GraphOutput::open_picture(Some(path), None, style));
    let picture = picture.transpose()?;
    let graph = graph_file::load(&args.graph)?;
    let party = match args.by {
        Between::State => Party::States,
        Between::Chamber => Party::Chambers,
    };
    let period = match args.per {
        Per::All => Period::All,
        Per::Year => Period::Year,
        Per::Month => Period::Month,
    };
    let found = matrix(
        &graph,
        party,
        period,
        &args.part.scope(&graph, Some(&args.time))?,
    );
    if args.tell.json {
        print_json(&found)?;
    } else if args.csv {
        write_csv(&found)?;
    }
    if found.cells.is_empty() {
        return Err(words::nothing("meetings of two such", found.undated));
    }
    if let Some(output) = picture {
        if let Some(drawing) = draw_matrix(&graph, &found, &style.diagram()) {
            output.write_drawing(&drawing)?;
        }
        return Ok(Exit::Done);
    }
    if !args.tell.json && !args.csv {
        let mut view = View::new(console, args.tell.all);
        tell(&mut view, &found);
        console.print(&view.page)?;
    }
    Ok(Exit::Done)
}

fn write_csv(found: &Matrix) -> Result<(), Failure> {
    use std::io::Write as _;
    let head = ["a", "b", "period", "meetings"].map(str::to_owned);
    let mut text = row(&head);
    for cell in &found.cells {
        let name = |place: usize| {
            found
                .parties
                .get(place)
                .map_or_else(String::new, phrase::name)
        };
        let period = cell.period.clone().unwrap_or_default();
        text.push_str(&row(&[
            name(cell.a),
            name(cell.b),
            period,
            cell.meetings.to_string(),
        ]));
    }
    let mut output = Output::open(None)?;
    output
        .write_all(text.as_bytes())
        .map_err(|e| output.failure(&e))?;
    output.finish()
}

/// A square where it fits, else a list of pairs, the most meetings first.
fn tell(view: &mut View, found: &Matrix) {
    let is_one_period = found.cells.iter().all(|c| c.period.is_none());
    let name = |place: usize| {
        found
            .parties
            .get(place)
            .map_or_else(String::new, phrase::name)
    };
    if is_one_period && found.parties.len() <= WIDE {
        let counts: BTreeMap<(usize, usize), usize> = found
            .cells
            .iter()
            .flat_map(|c| [((c.a, c.b), c.meetings), ((c.b, c.a), c.meetings)])
            .collect();
        let names: Vec<String> = (0..found.parties.len()).map(name).collect();
        let mut head = vec![""];
        head.extend(names.iter().map(String::as_str));
        let rows: Vec<Vec<String>> = (0..names.len())
            .map(|a| {
                let cell = |b: usize| {
                    counts
                        .get(&(a, b))
                        .map_or_else(|| "\u{b7}".to_owned(), usize::to_string)
                };
                std::iter::once(name(a))
                    .chain((0..names.len()).map(cell))
                    .collect()
            })
            .collect();
        view.page.table(&head, &rows);
    } else {
        let mut cells: Vec<_> = found.cells.iter().collect();
        cells.sort_by(|a, b| (&a.period, b.meetings).cmp(&(&b.period, a.meetings)));
        let shown = view.shown(cells.len(), 40);
        let rows: Vec<Vec<String>> = cells
            .iter()
            .take(shown)
            .map(|c| {
                let period = c.period.clone().unwrap_or_else(|| "all".to_owned());
                vec![period, c.meetings.to_string(), name(c.a), name(c.b)]
            })
            .collect();
        view.page
            .table(&["period", "meetings", "between", "and"], &rows);
        view.more(cells.len(), shown);
    }
    words::undated(view, found.undated, "meeting");
}
