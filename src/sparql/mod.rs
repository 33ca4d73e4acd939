//! SPARQL 1.1 over the graph as RDF: the statements that [`export::rdf`](crate::export::rdf) writes, asked in its vocabularies.
//!
//! In comes a graph and a query, out goes a table, a yes or no, or statements. The evaluation runs on a thread of its own, so
//! that the time limit holds whatever the query does. There is no network: `SERVICE` fails. This module never changes the
//! graph.

mod statements;
mod write;

pub use self::write::ResultsFormat;

use std::collections::BTreeMap;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use oxrdf::{BlankNode, NamedOrBlankNode, Term, Triple, Variable};
use spareval::{CancellationToken, QueryEvaluationError, QueryEvaluator, QueryResults};
use spargebra::algebra::GraphPattern;
use spargebra::{Query, SparqlParser};

use self::statements::Statements;
use crate::export::rdf::prefixes;
use crate::graph::RelationGraph;

/// How long a query may take and how much it may give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SparqlLimits {
    /// The time, counted from the beginning of the evaluation.
    pub time: Duration,
    /// Rows or statements at most; the rest is left out.
    pub rows: usize,
}

impl Default for SparqlLimits {
    /// Ten seconds, ten thousand rows.
    fn default() -> Self {
        Self {
            time: Duration::from_secs(10),
            rows: 10_000,
        }
    }
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum SparqlError {
    /// The query is none.
    #[error("this is no SPARQL query: {0}")]
    Syntax(String),
    /// It took longer than it may.
    #[error("the query takes longer than {} s", .0.as_secs_f64())]
    TimedOut(Duration),
    /// It asks for what cannot be: a service, a function that nobody knows.
    #[error("the query cannot be answered: {0}")]
    Refused(String),
}

/// What a query finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SparqlAnswer {
    found: Found,
    /// Whether there is more than the limit of rows lets through.
    pub is_cut: bool,
}

/// What a query finds, by its sort.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Found {
    /// Of SELECT.
    Rows {
        variables: Vec<Variable>,
        rows: Vec<Vec<Option<Term>>>,
    },
    /// Of ASK.
    Truth(bool),
    /// Of CONSTRUCT and DESCRIBE.
    Triples(Vec<Triple>),
}

impl SparqlAnswer {
    /// Whether there is no row, no statement, or the answer is no.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        match &self.found {
            Found::Rows { rows, .. } => rows.is_empty(),
            Found::Truth(truth) => !*truth,
            Found::Triples(triples) => triples.is_empty(),
        }
    }

    /// Whether it is made of statements, which are written as Turtle.
    #[must_use]
    pub const fn is_of_statements(&self) -> bool {
        matches!(self.found, Found::Triples(_))
    }
}

/// Asks a graph. The prefixes of [`export::rdf`](crate::export::rdf) need not be declared. Rows come in the order for which the
/// query asks, else sorted, so that the same graph gives the same answer.
///
/// # Errors
/// [`SparqlError::Syntax`] where the query cannot be read, [`SparqlError::TimedOut`] where it takes longer than it may (the thread
/// then ends by itself as soon as it notices), [`SparqlError::Refused`] where it asks for a service or an unknown function.
///
/// # Example
/// ```
/// use interparl::graph::RelationGraph;
/// use interparl::sparql::{SparqlLimits, ask};
/// let none = ask(&RelationGraph::new(), "SELECT ?who { ?who a foaf:Person }", SparqlLimits::default())?;
/// assert!(none.is_empty());
/// # Ok::<(), interparl::sparql::SparqlError>(())
/// ```
pub fn ask(
    graph: &RelationGraph,
    query: &str,
    limits: SparqlLimits,
) -> Result<SparqlAnswer, SparqlError> {
    let mut parser = SparqlParser::new();
    for (prefix, space) in prefixes() {
        let with = parser.with_prefix(*prefix, *space);
        parser = with.map_err(|e| SparqlError::Refused(e.to_string()))?;
    }
    let query = parser.parse_query(query);
    let query = query.map_err(|e| SparqlError::Syntax(e.to_string()))?;
    let statements = Statements::of(graph);
    let token = CancellationToken::new();
    let (told, waiting) = channel();
    let cancelled = token.clone();
    thread::spawn(move || {
        let answer = evaluated(&statements, &query, limits.rows, cancelled);
        // Who no longer waits has said why.
        let _ = told.send(answer);
    });
    match waiting.recv_timeout(limits.time) {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(problem)) => Err(SparqlError::Refused(problem.to_string())),
        Err(RecvTimeoutError::Timeout) => {
            token.cancel();
            Err(SparqlError::TimedOut(limits.time))
        }
        Err(RecvTimeoutError::Disconnected) => {
            let what = "the evaluation ended without an answer".to_owned();
            Err(SparqlError::Refused(what))
        }
    }
}

fn evaluated(
    statements: &Statements,
    query: &Query,
    most: usize,
    token: CancellationToken,
) -> Result<SparqlAnswer, QueryEvaluationError> {
    let evaluator = QueryEvaluator::new().with_cancellation_token(token);
    let mut blanks = Blanks::default();
    let (found, is_cut) = match evaluator.prepare(query).execute(statements)? {
        QueryResults::Boolean(truth) => (Found::Truth(truth), false),
        QueryResults::Solutions(solutions) => {
            let variables = solutions.variables().to_vec();
            let mut rows = Vec::new();
            let mut is_cut = false;
            for solution in solutions {
                let solution = solution?;
                if rows.len() == most {
                    is_cut = true;
                    break;
                }
                let mut cell = |variable: &Variable| {
                    let term = solution.get(variable)?;
                    Some(blanks.named(term.clone()))
                };
                rows.push(variables.iter().map(&mut cell).collect::<Vec<_>>());
            }
            if !is_ordered(query) {
                rows.sort_by_cached_key(|row| format!("{row:?}"));
            }
            (Found::Rows { variables, rows }, is_cut)
        }
        QueryResults::Graph(statements) => {
            let mut triples = Vec::new();
            let mut is_cut = false;
            for triple in statements {
                let triple = triple?;
                if triples.len() == most {
                    is_cut = true;
                    break;
                }
                triples.push(Triple {
                    subject: blanks.of_subject(triple.subject),
                    predicate: triple.predicate,
                    object: blanks.named(triple.object),
                });
            }
            triples.sort_by_cached_key(ToString::to_string);
            triples.dedup();
            (Found::Triples(triples), is_cut)
        }
    };
    Ok(SparqlAnswer { found, is_cut })
}

/// Gives blank nodes, which a query makes under random names, numbers in the order in which they come.
#[derive(Default)]
struct Blanks(BTreeMap<String, usize>);

impl Blanks {
    fn numbered(&mut self, blank: &BlankNode) -> BlankNode {
        let next = self.0.len();
        let number = *self.0.entry(blank.as_str().to_owned()).or_insert(next);
        BlankNode::new_unchecked(format!("b{number}"))
    }

    fn named(&mut self, term: Term) -> Term {
        match term {
            Term::BlankNode(blank) => self.numbered(&blank).into(),
            other => other,
        }
    }

    fn of_subject(&mut self, subject: NamedOrBlankNode) -> NamedOrBlankNode {
        match subject {
            NamedOrBlankNode::BlankNode(blank) => self.numbered(&blank).into(),
            named @ NamedOrBlankNode::NamedNode(_) => named,
        }
    }
}

/// Whether a query says in which order its rows come.
fn is_ordered(query: &Query) -> bool {
    let Query::Select { pattern, .. } = query else {
        return false;
    };
    let mut pattern = pattern;
    loop {
        pattern = match pattern {
            GraphPattern::OrderBy { .. } => return true,
            GraphPattern::Project { inner, .. }
            | GraphPattern::Distinct { inner }
            | GraphPattern::Reduced { inner }
            | GraphPattern::Slice { inner, .. } => inner,
            _ => return false,
        };
    }
}
