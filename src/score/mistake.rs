//! The errors of an article, each with its cause and the words that show it.

use serde::Serialize;

use super::prediction::FoundEdge;
use super::quote::{LONGEST, Quotable, excerpt};
use super::{Cause, Comparison, Detail, Fact, Layer};

/// What sort of error it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Found, but the annotation does not say so.
    Wrong,
    /// Asked for and not found.
    Missed,
    /// Right, with a detail that is not.
    Inexact,
}

/// Where an error belongs: to a layer, or to a detail of facts that are right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(untagged)]
pub enum Topic {
    /// A fact of the layer is wrong or missed.
    Layer(Layer),
    /// The detail of a fact is not right.
    Detail(Detail),
}

impl Topic {
    /// Its name in tables and JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Layer(layer) => layer.as_str(),
            Self::Detail(detail) => detail.as_str(),
        }
    }
}

/// One error.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mistake {
    /// Where it belongs.
    pub topic: Topic,
    /// Wrong, missed, or inexact.
    pub verdict: Verdict,
    /// Why.
    pub cause: Cause,
    /// The fact: its parts with strokes between.
    pub fact: String,
    /// What stands in its place, in a few words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instead: Option<String>,
    /// The rules that say so in the graph, sorted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<String>,
    /// Words of the article, about 160 characters in all: those that the graph gives as evidence for what is wrong,
    /// those that hold the names of what was missed; two pieces where no sentence holds both names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub quotes: Vec<String>,
}

/// Why, and what stands in the place of what is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Because {
    pub(super) cause: Cause,
    pub(super) instead: Option<String>,
}

impl Because {
    pub(super) const fn of(cause: Cause) -> Self {
        Self {
            cause,
            instead: None,
        }
    }

    pub(super) const fn with(cause: Cause, instead: String) -> Self {
        Self {
            cause,
            instead: Some(instead),
        }
    }
}

impl Comparison<'_> {
    /// All errors: layer by layer the wrong facts, then the missed ones; then details. With the text of the article
    /// they quote it; without it only what the graph has as evidence is quoted.
    ///
    /// ```
    /// use interparl::score::{Annotation, Cause, Comparison, Prediction};
    ///
    /// let facts = Annotation::from_json(br#"{"id": "a", "people": [{"name": "Aru Bekova"}]}"#)?;
    /// let graph = br#"{"nodes": [{"id": 1, "kind": "official", "name": "Speaker Aru Bekova"}]}"#;
    /// let graph = Prediction::from_json(graph)?;
    /// let mistakes = Comparison::new(&facts, &graph).mistakes(None);
    /// assert_eq!(mistakes.len(), 2, "one wrong, one missed");
    /// assert!(mistakes.iter().all(|m| m.cause == Cause::TooLong));
    /// # Ok::<(), interparl::score::ScoreError>(())
    /// ```
    #[must_use]
    pub fn mistakes(&self, text: Option<&Quotable<'_>>) -> Vec<Mistake> {
        let mut mistakes = Vec::new();
        for layer in Layer::ALL {
            let Some(facts) = self.facts(*layer) else {
                continue;
            };
            for fact in &facts.wrong {
                let (rules, mut quotes) = self.evidence(fact);
                if quotes.is_empty() {
                    quotes = self.holding(fact, text);
                }
                if quotes.is_empty() {
                    quotes = self.words_at(fact);
                }
                let because = self.why_wrong(fact);
                mistakes.push(mistake(Verdict::Wrong, fact, because, rules, quotes));
            }
            for fact in &facts.missed {
                let (because, quotes) = (self.why_missed(fact), self.holding(fact, text));
                mistakes.push(mistake(Verdict::Missed, fact, because, Vec::new(), quotes));
            }
        }
        mistakes.extend(self.inexact());
        mistakes
    }

    fn why_wrong(&self, fact: &Fact) -> Because {
        match fact {
            Fact::Person { place, .. } => self.wrong_person(*place),
            Fact::Body { place, .. } => self.wrong_body(*place),
            Fact::State(label) => self.wrong_state(label),
            _ => self.wrong_edge(fact),
        }
    }

    fn why_missed(&self, fact: &Fact) -> Because {
        match fact {
            Fact::Person { place, .. } => self.missed_person(*place),
            Fact::Body { place, .. } => self.missed_body(*place),
            Fact::State(label) => self.missed_state(label.name()),
            _ => self.missed_edge(fact),
        }
    }

    /// The rules behind a fact of the graph, and the first words that it has as evidence.
    pub(super) fn evidence(&self, fact: &Fact) -> (Vec<String>, Vec<String>) {
        let edges = self.found.get(fact).map(|telling| telling.edges.as_slice());
        let edges = edges.unwrap_or_default().iter();
        let edges = edges.filter_map(|place| self.prediction.edges.get(*place));
        let mut rules: Vec<String> = edges
            .clone()
            .flat_map(|edge| &edge.evidence)
            .filter_map(|evidence| evidence.rule.clone())
            .collect();
        rules.sort();
        rules.dedup();
        (rules, first_words(edges).into_iter().collect())
    }

    /// For a person, a body or a state the first words that any of its edges has as evidence.
    fn words_at(&self, fact: &Fact) -> Vec<String> {
        let is_it = |node: usize| match fact {
            Fact::Person { place, .. } | Fact::Body { place, .. } => node == *place,
            Fact::State(label) => self.labels.get(node) == Some(label),
            _ => false,
        };
        let edges = self.prediction.edges.iter();
        let edges = edges.filter(|edge| is_it(edge.source) || is_it(edge.target));
        first_words(edges).into_iter().collect()
    }

    /// Words of the text that hold the names of a fact.
    fn holding(&self, fact: &Fact, text: Option<&Quotable<'_>>) -> Vec<String> {
        let Some(text) = text else {
            return Vec::new();
        };
        let names = match fact {
            Fact::Person { name, .. } | Fact::Body { name, .. } => vec![self.forms_of(name, text)],
            Fact::State(label) => vec![self.forms_of(label.name(), text)],
            _ => fact.ends().map_or_else(Vec::new, |(a, b)| {
                vec![self.forms_of(a.name(), text), self.forms_of(b.name(), text)]
            }),
        };
        text.holding(&names)
    }

    /// A name with the other forms that the annotation or, for a state, the tables have of it.
    fn forms_of(&self, name: &str, text: &Quotable<'_>) -> Vec<String> {
        let people = self.annotation.people.iter().filter(|p| p.name == name);
        let bodies = self.annotation.bodies.iter().filter(|b| b.name == name);
        let aliases = people
            .flat_map(|p| &p.aliases)
            .chain(bodies.flat_map(|b| &b.aliases));
        let mut forms = vec![name.to_owned()];
        forms.extend(aliases.cloned());
        forms.extend(text.names_of_state(name));
        forms
    }
}

/// The first words that edges have as evidence.
fn first_words<'e>(edges: impl Iterator<Item = &'e FoundEdge>) -> Option<String> {
    let mut evidence = edges.flat_map(|edge| &edge.evidence);
    let quote = evidence.find_map(|evidence| evidence.quote.as_deref())?;
    Some(excerpt(quote, 0, LONGEST))
}

fn mistake(
    verdict: Verdict,
    fact: &Fact,
    because: Because,
    rules: Vec<String>,
    quotes: Vec<String>,
) -> Mistake {
    Mistake {
        topic: Topic::Layer(fact.layer()),
        verdict,
        cause: because.cause,
        fact: fact.to_string(),
        instead: because.instead,
        rules,
        quotes,
    }
}
