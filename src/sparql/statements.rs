//! The statements of a graph, sorted so that any pattern of them is one stretch.
//!
//! The datasets of the library have their terms in an order that is another one in each run. Without ORDER BY a LIMIT would
//! then give other rows each time; here the numbers of the terms are those of their order.

use std::collections::BTreeMap;
use std::convert::Infallible;

use oxrdf::{Literal, NamedNode, Term};
use spareval::{InternalQuad, QueryableDataset};

use crate::export::rdf::{Object, triples};
use crate::graph::RelationGraph;

/// The statements of a graph.
#[derive(Debug, Default)]
pub(super) struct Statements {
    terms: Vec<Term>,
    /// The number of each term, by how it is written.
    numbers: BTreeMap<String, usize>,
    /// Subject, predicate, object; sorted.
    by_subject: Vec<[usize; 3]>,
    /// Predicate, object, subject.
    by_predicate: Vec<[usize; 3]>,
    /// Object, subject, predicate.
    by_object: Vec<[usize; 3]>,
}

/// A term of the statements, or one that a query makes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Key {
    /// By its number.
    Known(usize),
    /// Not in any statement.
    Other(Box<Term>),
}

impl Statements {
    /// The statements that the export makes of a graph. Complexity: n log n in their number.
    pub(super) fn of(graph: &RelationGraph) -> Self {
        let mut all: Vec<[Term; 3]> = Vec::new();
        triples(graph, |subject, predicate, object| {
            // The export encodes every name, so they need not be checked again.
            let object: Term = match object {
                Object::Name(name) => NamedNode::new_unchecked(name).into(),
                Object::Text(words) => Literal::new_simple_literal(words).into(),
                Object::Typed(value, sort) => {
                    Literal::new_typed_literal(value, NamedNode::new_unchecked(sort)).into()
                }
            };
            let name = |name: &str| Term::from(NamedNode::new_unchecked(name));
            all.push([name(subject), name(&predicate), object]);
        });
        let mut terms: BTreeMap<String, Term> = BTreeMap::new();
        for term in all.iter().flatten() {
            terms
                .entry(term.to_string())
                .or_insert_with(|| term.clone());
        }
        let numbers: BTreeMap<String, usize> = terms.keys().cloned().zip(0..).collect();
        let mut found = Self {
            terms: terms.into_values().collect(),
            numbers,
            ..Self::default()
        };
        let number = |term: &Term| found.numbers.get(&term.to_string()).copied().unwrap_or(0);
        let mut rows: Vec<[usize; 3]> = all.iter().map(|row| row.each_ref().map(number)).collect();
        rows.sort_unstable();
        rows.dedup();
        let turned = |turn: fn([usize; 3]) -> [usize; 3]| {
            let mut turned: Vec<[usize; 3]> = rows.iter().copied().map(turn).collect();
            turned.sort_unstable();
            turned
        };
        found.by_predicate = turned(|[s, p, o]| [p, o, s]);
        found.by_object = turned(|[s, p, o]| [o, s, p]);
        found.by_subject = rows;
        found
    }

    /// The statements with these terms, as subject, predicate and object.
    fn matching(&self, pattern: [Option<usize>; 3]) -> Box<dyn Iterator<Item = [usize; 3]> + '_> {
        match pattern {
            [Some(s), None, Some(o)] => {
                let rows = stretch(&self.by_object, &[o, s]);
                Box::new(rows.iter().map(|[o, s, p]| [*s, *p, *o]))
            }
            [Some(s), p, o] => {
                let start: Vec<usize> = [Some(s), p, o].into_iter().map_while(|t| t).collect();
                Box::new(stretch(&self.by_subject, &start).iter().copied())
            }
            [None, Some(p), o] => {
                let start: Vec<usize> = [Some(p), o].into_iter().map_while(|t| t).collect();
                let rows = stretch(&self.by_predicate, &start);
                Box::new(rows.iter().map(|[p, o, s]| [*s, *p, *o]))
            }
            [None, None, Some(o)] => {
                let rows = stretch(&self.by_object, &[o]);
                Box::new(rows.iter().map(|[o, s, p]| [*s, *p, *o]))
            }
            [None, None, None] => Box::new(self.by_subject.iter().copied()),
        }
    }
}

/// The sorted rows that begin with some numbers.
fn stretch<'r>(rows: &'r [[usize; 3]], start: &[usize]) -> &'r [[usize; 3]] {
    let head = |row: &[usize; 3]| {
        row.iter()
            .copied()
            .take(start.len())
            .cmp(start.iter().copied())
    };
    let from = rows.partition_point(|row| head(row).is_lt());
    let rest = rows.get(from..).unwrap_or_default();
    let count = rest.partition_point(|row| head(row).is_eq());
    rest.get(..count).unwrap_or_default()
}

impl<'a> QueryableDataset<'a> for &'a Statements {
    type InternalTerm = Key;
    type Error = Infallible;

    fn internal_quads_for_pattern(
        &self,
        subject: Option<&Key>,
        predicate: Option<&Key>,
        object: Option<&Key>,
        graph_name: Option<Option<&Key>>,
    ) -> impl Iterator<Item = Result<InternalQuad<Key>, Infallible>> + use<'a> {
        let statements: &'a Statements = self;
        let asked = [subject, predicate, object];
        let is_there = |key: Option<&Key>| !matches!(key, Some(Key::Other(_)));
        // There are no named graphs.
        let any = graph_name == Some(None) && asked.into_iter().all(is_there);
        let pattern = asked.map(|key| match key {
            Some(Key::Known(number)) => Some(*number),
            Some(Key::Other(_)) | None => None,
        });
        let rows = any.then(|| statements.matching(pattern));
        rows.into_iter().flatten().map(|[s, p, o]| {
            Ok(InternalQuad {
                subject: Key::Known(s),
                predicate: Key::Known(p),
                object: Key::Known(o),
                graph_name: None,
            })
        })
    }

    fn internalize_term(&self, term: Term) -> Result<Key, Infallible> {
        let number = self.numbers.get(&term.to_string());
        Ok(number.map_or_else(|| Key::Other(Box::new(term)), |n| Key::Known(*n)))
    }

    fn externalize_term(&self, key: Key) -> Result<Term, Infallible> {
        Ok(match key {
            Key::Known(number) => match self.terms.get(number) {
                Some(term) => term.clone(),
                None => Literal::new_simple_literal("").into(),
            },
            Key::Other(term) => *term,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_pattern_matches_what_looking_at_all_statements_finds(
            rows in prop::collection::btree_set([0_usize..4, 0_usize..3, 0_usize..4], 0..30),
            pattern in [prop::option::of(0_usize..4), prop::option::of(0_usize..3), prop::option::of(0_usize..4)],
        ) {
            let rows: Vec<[usize; 3]> = rows.into_iter().collect();
            let turned = |turn: fn(&[usize; 3]) -> [usize; 3]| {
                let mut turned: Vec<[usize; 3]> = rows.iter().map(turn).collect();
                turned.sort_unstable();
                turned
            };
            let statements = Statements {
                by_predicate: turned(|[s, p, o]| [*p, *o, *s]),
                by_object: turned(|[s, p, o]| [*o, *s, *p]),
                by_subject: rows.clone(),
                ..Statements::default()
            };
            let fits = |row: &&[usize; 3]| row.iter().zip(&pattern).all(|(n, p)| p.is_none_or(|p| p == *n));
            let expected: Vec<[usize; 3]> = rows.iter().filter(fits).copied().collect();
            let mut found: Vec<[usize; 3]> = statements.matching(pattern).collect();
            found.sort_unstable();
            prop_assert_eq!(found, expected);
        }
    }
}
