//! A heat map of meetings: of each two states or chambers, or of each pair through the periods.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::DiagramOptions;
use super::backing::Backing;
use super::heading::{Heading, named};
use super::heat::{Column, Grid, Row, painted};
use super::hover::Teller;
use super::phrase::counted;
use super::scene::Drawing;
use super::sheet;
use super::words::clean;
use crate::graph::{Evidence, RelationGraph};
use crate::ontology::NodeKind;
use crate::query::{Brief, Matrix, meeting_states};

/// Draws how often each two of a matrix met: as a square, or, where it has periods, a row for each pair. At most
/// [`DiagramOptions::max_nodes`] rows, those with the most meetings among them, or the pairs that met most. `None` where there are none.
///
/// ```
/// use interparl::diagram::{DiagramOptions, draw_matrix};
/// use interparl::graph::RelationGraph;
/// use interparl::query::{Party, Period, Scope, matrix};
///
/// let graph = RelationGraph::new();
/// let found = matrix(&graph, Party::States, Period::Year, &Scope::default());
/// assert!(draw_matrix(&graph, &found, &DiagramOptions::default()).is_none());
/// ```
#[must_use]
pub fn draw_matrix(
    graph: &RelationGraph,
    found: &Matrix,
    options: &DiagramOptions,
) -> Option<Drawing> {
    if found.cells.is_empty() {
        return None;
    }
    let told = Told::new(graph, found, options);
    let has_periods = found.cells.iter().any(|c| c.period.is_some());
    let (grid, of) = if has_periods {
        told.by_period(options.max_nodes)
    } else {
        told.square(options.max_nodes)
    };
    let palette = options.theme.palette();
    let words = told.heading(&grid, of, has_periods).limited(options);
    Some(sheet::of_picture(painted(&grid, palette), &words, palette))
}

/// A matrix with what tells of it.
struct Told<'g> {
    graph: &'g RelationGraph,
    found: &'g Matrix,
    teller: Teller<'g>,
    title: Option<String>,
    /// The words that tell of the meetings of two states, by the ids of both and the period.
    evidence: BTreeMap<([String; 2], String), Vec<&'g Evidence>>,
}

impl<'g> Told<'g> {
    fn new(graph: &'g RelationGraph, found: &'g Matrix, options: &DiagramOptions) -> Self {
        let periods: BTreeSet<&str> = found
            .cells
            .iter()
            .map(|c| period(c.period.as_ref()))
            .collect();
        let mut evidence: BTreeMap<_, Vec<&Evidence>> = BTreeMap::new();
        for (meeting, states) in graph.meetings().zip(meeting_states(graph)) {
            let date = meeting.date.map_or_else(String::new, |d| d.to_string());
            for (a, b) in states.met {
                let pair = [format!("state/{a}"), format!("state/{b}")];
                for period in periods.iter().filter(|p| date.starts_with(**p)) {
                    let told = evidence.entry((pair.clone(), (*period).to_owned()));
                    told.or_default().extend(&meeting.evidence);
                }
            }
        }
        Self {
            graph,
            found,
            teller: Teller::new(graph, options.quotes),
            title: options.title.clone(),
            evidence,
        }
    }

    fn party(&self, place: usize) -> Brief {
        let found = self.found.parties.get(place).cloned();
        found.unwrap_or_else(|| Brief::of_id(self.graph, ""))
    }

    /// What is told of a cell when one points at it.
    fn hover(&self, a: usize, b: usize, when: &str, meetings: usize) -> String {
        let (a, b) = (self.party(a), self.party(b));
        let number = counted(meetings, "meeting", "meetings");
        let when = if when.is_empty() {
            String::new()
        } else {
            format!(", {when}")
        };
        let headline = format!("{} – {}{when}: {number}", named(&a), named(&b));
        let mut pair = [a.id, b.id];
        pair.sort();
        let when = when.trim_start_matches(", ").to_owned();
        let evidence = self.evidence.get(&(pair, when));
        self.teller
            .tell(&headline, evidence.map_or(&[], Vec::as_slice))
    }

    /// How often each met others, by its place.
    fn totals(&self) -> BTreeMap<usize, usize> {
        let mut totals: BTreeMap<usize, usize> = BTreeMap::new();
        for cell in &self.found.cells {
            for place in [cell.a, cell.b] {
                *totals.entry(place).or_default() += cell.meetings;
            }
        }
        totals
    }

    /// The places of those who met one another most, of whom each met another one: who met only those that are left out would
    /// have an empty row. They are found by taking away, one after the other, whoever has the fewest meetings with the rest.
    fn busiest(&self, most: usize, totals: &BTreeMap<usize, usize>) -> Vec<usize> {
        let mut near: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
        for cell in &self.found.cells {
            near.entry(cell.a)
                .or_default()
                .push((cell.b, cell.meetings));
            near.entry(cell.b)
                .or_default()
                .push((cell.a, cell.meetings));
        }
        let mut kept = totals.clone();
        // Two of a pair are the fewest that a picture can have.
        while kept.len() > 2 {
            let least = kept
                .iter()
                .min_by_key(|(place, n)| (**n, totals.get(*place), Reverse(**place)));
            let Some((least, number)) = least.map(|(place, n)| (*place, *n)) else {
                break;
            };
            if number > 0 && kept.len() <= most {
                break;
            }
            kept.remove(&least);
            for (other, meetings) in near.get(&least).into_iter().flatten() {
                if let Some(number) = kept.get_mut(other) {
                    *number -= meetings;
                }
            }
        }
        let mut places: Vec<usize> = kept.into_keys().collect();
        places.sort_by_key(|place| (Reverse(totals.get(place)), *place));
        places
    }

    fn square(&self, most: usize) -> (Grid, usize) {
        let totals = self.totals();
        let places = self.busiest(most, &totals);
        let of = totals.len();
        let parties: Vec<Brief> = places.iter().map(|p| self.party(*p)).collect();
        let rows = parties.iter().enumerate().map(|(number, party)| {
            let is_state = party.kind == NodeKind::State;
            let code = party.id.strip_prefix("state/").filter(|_| is_state);
            let mark = code.map_or_else(|| (number + 1).to_string(), clean);
            Row {
                name: named(party),
                mark,
            }
        });
        let rows: Vec<Row> = rows.collect();
        let columns = rows.iter().map(|row| Column {
            above: String::new(),
            name: row.mark.clone(),
        });
        let mut grid = Grid {
            columns: columns.collect(),
            totals: places
                .iter()
                .filter_map(|place| totals.get(place).copied())
                .collect(),
            rows,
            is_square: true,
            ..Grid::default()
        };
        let row = |place: usize| places.iter().position(|p| *p == place);
        for cell in &self.found.cells {
            if let (Some(a), Some(b)) = (row(cell.a), row(cell.b)) {
                for (one, other, first, second) in [(a, b, cell.a, cell.b), (b, a, cell.b, cell.a)]
                {
                    let hover = self.hover(first, second, "", cell.meetings);
                    grid.cells.insert((one, other), (cell.meetings, hover));
                }
            }
        }
        (grid, of)
    }

    fn by_period(&self, most: usize) -> (Grid, usize) {
        let mut totals: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for cell in &self.found.cells {
            *totals.entry((cell.a, cell.b)).or_default() += cell.meetings;
        }
        let of = totals.len();
        let mut pairs: Vec<((usize, usize), usize)> = totals.into_iter().collect();
        pairs.sort_by_key(|(pair, total)| (Reverse(*total), *pair));
        pairs.truncate(most);
        let periods = periods(self.found);
        let rows = pairs.iter().map(|((a, b), _)| Row {
            name: format!("{} – {}", named(&self.party(*a)), named(&self.party(*b))),
            ..Row::default()
        });
        let mut grid = Grid {
            rows: rows.collect(),
            columns: columns(&periods),
            totals: pairs.iter().map(|(_, total)| *total).collect(),
            ..Grid::default()
        };
        let column = |wanted: &str| periods.iter().position(|p| p == wanted);
        for cell in &self.found.cells {
            let when = period(cell.period.as_ref());
            let row = pairs.iter().position(|(pair, _)| *pair == (cell.a, cell.b));
            if let (Some(row), Some(column)) = (row, column(when)) {
                let hover = self.hover(cell.a, cell.b, when, cell.meetings);
                grid.cells.insert((row, column), (cell.meetings, hover));
            }
        }
        (grid, of)
    }

    fn heading(&self, grid: &Grid, of: usize, has_periods: bool) -> Heading {
        let is_of = |kind: NodeKind| self.found.parties.iter().all(|p| p.kind == kind);
        let (one, many) = if is_of(NodeKind::State) {
            ("state", "states")
        } else {
            ("chamber", "chambers")
        };
        let pairs: BTreeSet<_> = self.found.cells.iter().map(|c| (c.a, c.b)).collect();
        let meetings = self.found.cells.iter().map(|c| c.meetings).sum();
        let mut backing = Backing::new(self.graph);
        backing.documents(self.found.documents.iter().map(String::as_str));
        let mut lines = vec![format!(
            "{}. {} of {}.",
            backing.told(),
            counted(meetings, "meeting", "meetings"),
            counted(pairs.len(), "pair", "pairs")
        )];
        let shown = grid.rows.len();
        if shown < of {
            lines.push(if has_periods {
                format!("Showing {shown} of {of} pairs: those with the most meetings.")
            } else {
                format!(
                    "Showing {shown} of {of} {many}: those with the most meetings among them; \"in all\" counts their meetings with the others too."
                )
            });
        }
        if self.found.undated > 0 {
            let number = counted(self.found.undated, "meeting", "meetings");
            lines.push(format!("Left out: {number} of no known day."));
        }
        let parties = self.found.parties.len();
        Heading::new(
            self.title.as_deref(),
            &format!("Meetings between {}", counted(parties, one, many)),
            lines,
        )
    }
}

/// All periods from the first to the last, also those without a meeting, as long as there is room for them.
fn periods(found: &Matrix) -> Vec<String> {
    const MOST: usize = 72;
    let known: BTreeSet<&str> = found
        .cells
        .iter()
        .map(|c| period(c.period.as_ref()))
        .collect();
    let Some((first, last)) = known.first().zip(known.last()) else {
        return Vec::new();
    };
    let mut all = vec![(*first).to_owned()];
    while let Some(next) = all
        .last()
        .filter(|p| p.as_str() < *last)
        .and_then(|p| after(p))
    {
        all.push(next);
        if all.len() > MOST {
            return known.into_iter().map(str::to_owned).collect();
        }
    }
    all
}

/// The year after a year, the month after a month.
fn after(period: &str) -> Option<String> {
    match period.split_once('-') {
        None => Some(format!("{:04}", period.parse::<u16>().ok()? + 1)),
        Some((year, "12")) => Some(format!("{:04}-01", year.parse::<u16>().ok()? + 1)),
        Some((year, month)) => Some(format!("{year}-{:02}", month.parse::<u8>().ok()? + 1)),
    }
}

/// The heads of periods: of months the year stands above the first of each year.
fn columns(periods: &[String]) -> Vec<Column> {
    let mut above = "";
    let mut columns = Vec::new();
    for period in periods {
        columns.push(match period.split_once('-') {
            Some((year, month)) => {
                let is_new = above != year;
                above = year;
                Column {
                    above: if is_new { year } else { "" }.to_owned(),
                    name: month.to_owned(),
                }
            }
            None => Column {
                above: String::new(),
                name: period.clone(),
            },
        });
    }
    columns
}

fn period(period: Option<&String>) -> &str {
    period.map_or("", String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Cell;

    /// Two who met thrice, and one who met three others twice each.
    fn found() -> Matrix {
        let graph = RelationGraph::new();
        let cells = [(0, 1, 3), (2, 3, 2), (2, 4, 2), (2, 5, 2)];
        let cells = cells.map(|(a, b, meetings)| Cell {
            a,
            b,
            period: None,
            meetings,
        });
        Matrix {
            parties: (0..6)
                .map(|n| Brief::of_id(&graph, &format!("state/{n}")))
                .collect(),
            cells: cells.to_vec(),
            undated: 0,
            documents: BTreeSet::new(),
        }
    }

    #[test]
    fn no_row_is_empty_and_the_totals_are_those_of_all_meetings() {
        let (graph, found) = (RelationGraph::new(), found());
        let told = Told::new(&graph, &found, &DiagramOptions::default());
        for most in 1..=6 {
            let (grid, of) = told.square(most);
            assert_eq!(of, 6);
            assert!(grid.rows.len() <= most.max(2), "{most}");
            assert_eq!(grid.totals.len(), grid.rows.len());
            for row in 0..grid.rows.len() {
                let is_met = grid.cells.keys().any(|(r, _)| *r == row);
                assert!(is_met, "row {row} of {most}");
            }
        }
        let (grid, _) = told.square(5);
        assert_eq!(grid.totals, [6, 3, 3, 2, 2], "the one met all three");
    }
}
