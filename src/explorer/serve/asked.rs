//! The parameters of a question: each taken by its name, and none left that nobody knows.

use axum::http::StatusCode;
use jiff::civil::Date;

use super::answer::{Refusal, one};
use crate::claim::Confidence;
use crate::graph::{NodeRef, RelationGraph};
use crate::ontology::StateCode;
use crate::query::Scope;
use crate::text::PartialDate;

/// So many names or states one question may have.
const MOST: usize = 10;

/// What was asked, as pairs of a name and a value; a name may come again where a question takes several.
#[derive(Debug, Clone)]
pub(super) struct Asked(Vec<(String, String)>);

impl Asked {
    pub(super) const fn new(pairs: Vec<(String, String)>) -> Self {
        Self(pairs)
    }

    /// All values of a name, in their order.
    pub(super) fn all(&mut self, name: &str) -> Result<Vec<String>, Refusal> {
        let (mut found, mut rest) = (Vec::new(), Vec::new());
        for (key, value) in self.0.drain(..) {
            if key == name {
                found.push(value);
            } else {
                rest.push((key, value));
            }
        }
        self.0 = rest;
        if found.len() > MOST {
            return Err(Refusal::bad(format!("{name} comes at most {MOST} times")));
        }
        Ok(found)
    }

    /// The value of a name that may come once.
    pub(super) fn maybe(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        let mut found = self.all(name)?;
        if found.len() > 1 {
            return Err(Refusal::bad(format!("{name} comes more than once")));
        }
        Ok(found.pop())
    }

    /// The value of a name that must be there.
    pub(super) fn must(&mut self, name: &str) -> Result<String, Refusal> {
        let found = self.maybe(name)?;
        found.ok_or_else(|| Refusal::bad(format!("{name} is missing")))
    }

    /// Whether something is asked for: `true`, `false`, or nothing.
    pub(super) fn flag(&mut self, name: &str) -> Result<bool, Refusal> {
        match self.maybe(name)?.as_deref() {
            None | Some("false") => Ok(false),
            Some("true" | "") => Ok(true),
            Some(_) => Err(Refusal::bad(format!("{name} is true or false"))),
        }
    }

    /// A word of a list, such as the kinds of meetings.
    pub(super) fn words<T>(
        &mut self,
        name: &str,
        from_word: fn(&str) -> Option<T>,
    ) -> Result<Vec<T>, Refusal> {
        let known = |word: String| {
            from_word(&word).ok_or_else(|| Refusal::bad(format!("\"{word}\" is no {name}")))
        };
        self.all(name)?.into_iter().map(known).collect()
    }

    /// A number of at least 1 and at most so many.
    pub(super) fn count(
        &mut self,
        name: &str,
        usual: usize,
        most: usize,
    ) -> Result<usize, Refusal> {
        let Some(typed) = self.maybe(name)? else {
            return Ok(usual);
        };
        let within = typed.parse().ok().filter(|n| (1..=most).contains(n));
        within.ok_or_else(|| Refusal::bad(format!("{name} lies between 1 and {most}")))
    }

    /// A day, a month or a year.
    pub(super) fn date(&mut self, name: &str) -> Result<Option<PartialDate>, Refusal> {
        let Some(typed) = self.maybe(name)? else {
            return Ok(None);
        };
        let date = PartialDate::parse(&typed);
        let why = || {
            Refusal::bad(format!(
                "{name} is a date such as 2024-06-14, 2024-06 or 2024"
            ))
        };
        date.map(Some).ok_or_else(why)
    }

    /// A day.
    pub(super) fn day(&mut self, name: &str) -> Result<Option<Date>, Refusal> {
        let Some(typed) = self.maybe(name)? else {
            return Ok(None);
        };
        let why = |_| Refusal::bad(format!("{name} is a day such as 2024-06-14"));
        typed.parse().map(Some).map_err(why)
    }

    /// The one node that must be named.
    pub(super) fn node(&mut self, name: &str, graph: &RelationGraph) -> Result<NodeRef, Refusal> {
        one(graph, &self.must(name)?)
    }

    /// The nodes that are named.
    pub(super) fn nodes(
        &mut self,
        name: &str,
        graph: &RelationGraph,
    ) -> Result<Vec<NodeRef>, Refusal> {
        let typed = self.all(name)?;
        typed.iter().map(|typed| one(graph, typed)).collect()
    }

    /// A stretch of time and how sure: `from`, `to`, or `on` for both, and `min_confidence`.
    pub(super) fn time(&mut self) -> Result<Scope, Refusal> {
        let on = self.date("on")?;
        let (from, to) = (self.date("from")?, self.date("to")?);
        if on.is_some() && (from.is_some() || to.is_some()) {
            return Err(Refusal::bad("on stands for both from and to: give either"));
        }
        Ok(Scope {
            from: on.or(from),
            to: on.or(to),
            states: Vec::new(),
            least: self.least()?,
        })
    }

    /// The same with `state`, which may come again: then each has a part.
    pub(super) fn scope(&mut self, graph: &RelationGraph) -> Result<Scope, Refusal> {
        let states = self.states(graph)?;
        Ok(Scope {
            states,
            ..self.time()?
        })
    }

    /// How sure, and `state`; without a time.
    pub(super) fn part(&mut self, graph: &RelationGraph) -> Result<Scope, Refusal> {
        Ok(Scope {
            states: self.states(graph)?,
            least: self.least()?,
            ..Scope::default()
        })
    }

    fn least(&mut self) -> Result<Confidence, Refusal> {
        let Some(typed) = self.maybe("min_confidence")? else {
            return Ok(Confidence::hundredths(0));
        };
        let share = typed.parse().ok().filter(|n| (0.0..=1.0).contains(n));
        let share = share.ok_or_else(|| Refusal::bad("min_confidence is a share of 1"))?;
        Ok(Confidence::from_share(share))
    }

    // A code stands for its state also where the graph does not have it.
    fn states(&mut self, graph: &RelationGraph) -> Result<Vec<StateCode>, Refusal> {
        let code = |typed: String| {
            if let Some(code) = StateCode::parse(&typed.to_ascii_uppercase()) {
                return Ok(code);
            }
            let code = graph.node(one(graph, &typed)?).and_then(|node| node.code);
            code.ok_or_else(|| Refusal::bad(format!("\"{typed}\" is not a state")))
        };
        self.all("state")?.into_iter().map(code).collect()
    }

    /// Refuses what no question knows: a slip in a name would else give an answer to another question.
    pub(super) fn end(self) -> Result<(), Refusal> {
        match self.0.first() {
            None => Ok(()),
            Some((name, _)) => Err(Refusal::bad(format!("there is no parameter \"{name}\""))),
        }
    }
}

/// Two different ones: of one and the same there is nothing between.
pub(super) fn two(asked: &mut Asked, graph: &RelationGraph) -> Result<(NodeRef, NodeRef), Refusal> {
    let (a, b) = (asked.node("a", graph)?, asked.node("b", graph)?);
    if a == b {
        let (status, why) = (StatusCode::BAD_REQUEST, "a and b are the same node");
        return Err(Refusal::new(status, "bad_request", why));
    }
    Ok((a, b))
}
