//! Answers in the formats of SPARQL's results, as Turtle, and as rows to be looked at.

use std::io;

use oxrdf::{NamedOrBlankNode, Term, Triple};
use sparesults::{QueryResultsFormat, QueryResultsSerializer};

use super::{Found, SparqlAnswer};
use crate::export::rdf::prefixes;

/// A format of W3C's for the results of queries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResultsFormat {
    /// SPARQL 1.1 Query Results JSON.
    Json,
    /// Comma-separated values: the values without their types.
    Csv,
    /// Tab-separated values: terms as in SPARQL.
    Tsv,
}

impl SparqlAnswer {
    /// Writes rows, or a yes or no, in a format of W3C's.
    ///
    /// # Errors
    /// Where the target cannot be written to, or where the answer is of statements.
    pub fn write_results(&self, format: ResultsFormat, out: &mut dyn io::Write) -> io::Result<()> {
        let format = match format {
            ResultsFormat::Json => QueryResultsFormat::Json,
            ResultsFormat::Csv => QueryResultsFormat::Csv,
            ResultsFormat::Tsv => QueryResultsFormat::Tsv,
        };
        let serializer = QueryResultsSerializer::from_format(format);
        match &self.found {
            Found::Truth(truth) => {
                serializer.serialize_boolean_to_writer(&mut *out, *truth)?;
                out.write_all(b"\n")
            }
            Found::Rows { variables, rows } => {
                let mut writer =
                    serializer.serialize_solutions_to_writer(&mut *out, variables.clone())?;
                for row in rows {
                    let cells = variables.iter().zip(row);
                    writer.serialize(cells.filter_map(|(v, cell)| Some((v, cell.as_ref()?))))?;
                }
                writer.finish()?;
                if format == QueryResultsFormat::Json {
                    out.write_all(b"\n")?;
                }
                Ok(())
            }
            Found::Triples(_) => Err(io::Error::other("statements are written as Turtle")),
        }
    }

    /// Writes statements as Turtle; nothing for what is none.
    ///
    /// # Errors
    /// Where the target cannot be written to.
    pub fn write_turtle(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let Found::Triples(triples) = &self.found else {
            return Ok(());
        };
        for (prefix, space) in prefixes() {
            writeln!(out, "@prefix {prefix}: <{space}> .")?;
        }
        out.write_all(b"\n")?;
        for triple in triples {
            writeln!(out, "{}", statement(triple))?;
        }
        Ok(())
    }

    /// The heads and rows of a table to look at; of a yes or no one cell. Names have their prefixes, values no types.
    #[must_use]
    pub fn table(&self) -> (Vec<String>, Vec<Vec<String>>) {
        match &self.found {
            Found::Truth(truth) => {
                let word = if *truth { "yes" } else { "no" };
                (vec!["answer".to_owned()], vec![vec![word.to_owned()]])
            }
            Found::Rows { variables, rows } => {
                let heads = variables.iter().map(|v| v.as_str().to_owned()).collect();
                let cell = |cell: &Option<Term>| cell.as_ref().map_or_else(String::new, shown);
                let rows = rows.iter().map(|row| row.iter().map(cell).collect());
                (heads, rows.collect())
            }
            Found::Triples(triples) => {
                let heads = ["subject", "predicate", "object"].map(str::to_owned);
                let row = |triple: &Triple| {
                    let subject = subject(&triple.subject);
                    vec![
                        subject,
                        short(triple.predicate.as_str()),
                        shown(&triple.object),
                    ]
                };
                (heads.to_vec(), triples.iter().map(row).collect())
            }
        }
    }
}

fn statement(triple: &Triple) -> String {
    let object = match &triple.object {
        Term::NamedNode(name) => short(name.as_str()),
        other => other.to_string(),
    };
    let predicate = short(triple.predicate.as_str());
    format!("{} {predicate} {object} .", subject(&triple.subject))
}

fn subject(of: &NamedOrBlankNode) -> String {
    match of {
        NamedOrBlankNode::NamedNode(name) => short(name.as_str()),
        NamedOrBlankNode::BlankNode(blank) => blank.to_string(),
    }
}

fn shown(term: &Term) -> String {
    match term {
        Term::NamedNode(name) => short(name.as_str()),
        Term::BlankNode(blank) => blank.to_string(),
        Term::Literal(literal) => literal.value().to_owned(),
    }
}

/// A name with its prefix where it is safe to write it so, else between angle brackets.
fn short(name: &str) -> String {
    for (prefix, space) in prefixes() {
        if let Some(rest) = name.strip_prefix(space) {
            let plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
            if !rest.is_empty() && rest.chars().all(plain) {
                return format!("{prefix}:{rest}");
            }
        }
    }
    format!("<{name}>")
}
