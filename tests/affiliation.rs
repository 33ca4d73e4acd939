//! The model of affiliations: its weights are those that training gives, and what it finds in articles that it did not see.
//!
//! With `INTERPARL_UPDATE=1` the weights of today are written to `src/rule/en/affiliation/weights.tsv`, and the table of the
//! articles left out into `docs/evaluation.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

use interparl::document::Article as Document;
use interparl::lexicon::Lexicon;
use interparl::mention::Mentions;
use interparl::ontology::StateCode;
use interparl::rule::{Affiliation, affiliations, supposed};
use interparl::score::{Annotation, name_words};

use crate::presence::fit::{Example, Logistic, fit};
use crate::presence::{SETS, paths, thousandths};
use crate::sample::{Checked, page_lock, same_as_file};
use crate::scores::between_markers;

/// How free the weights are to be large.
const FREEDOM: f64 = 0.3;

/// In how many articles a sign must be to have a weight.
const ARTICLES: usize = 4;

/// Into how many parts the articles are cut to see what the model finds in one part when it was trained on the others.
const PARTS: usize = 5;

/// A person of an annotated article: the states that may be his or hers, and the one that the annotation has.
struct Person {
    states: Vec<Affiliation>,
    right: Option<StateCode>,
}

#[test]
fn the_weights_are_those_that_training_gives() -> Checked {
    let articles = articles()?;
    let all: Vec<&Vec<Person>> = articles.iter().collect();
    let model = train(&all);
    let mut table = format!("bias\t{}\n", thousandths(model.bias));
    for (sign, weight) in &model.weights {
        match thousandths(*weight) {
            0 => {}
            weight => writeln!(table, "{sign}\t{weight}")?,
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rule/en/affiliation/weights.tsv");
    same_as_file(&path, table.as_bytes())
}

#[test]
fn of_the_states_that_are_supposed_in_articles_that_training_did_not_see_most_are_right() -> Checked
{
    let _only_one = page_lock();
    let articles = articles()?;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for part in 0..PARTS {
        let in_part = |n: &usize| n % PARTS == part;
        let numbers = || 0..articles.len();
        let seen: Vec<&Vec<Person>> = numbers()
            .filter(|n| !in_part(n))
            .filter_map(|n| articles.get(n))
            .collect();
        let model = train(&seen);
        for person in numbers()
            .filter(in_part)
            .filter_map(|n| articles.get(n))
            .flatten()
        {
            for what in told(person, &model) {
                *counts.entry(what).or_default() += 1;
            }
        }
    }
    let count = |what: &str| counts.get(what).copied().unwrap_or_default();
    let table = format!(
        "| people of the annotated articles that the program finds | {} |\n|---|--:|\n\
        | of these, right by words and rules | {} |\n\
        | without a state, who act for one | {} |\n\
        | given one by the model, right | {}, {} |\n\
        | moved to another one, right | {}, {} |\n| of these, right before | {} |\n",
        count("person"),
        count("right by rules"),
        count("stateless"),
        count("given"),
        count("given right"),
        count("moved"),
        count("moved right"),
        count("moved wrongly"),
    );
    assert!(
        count("given right") * 4 > count("given") * 3,
        "{}",
        count("given right")
    );
    assert!(count("moved right") > count("moved wrongly") * 2);
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/evaluation.md");
    let text = std::fs::read_to_string(&page)?;
    let text = between_markers(&text, "affiliation", &table)?;
    same_as_file(&page, text.as_bytes())
}

/// What the rules and the model make of a person.
fn told(person: &Person, model: &Model) -> Vec<&'static str> {
    let read = person
        .states
        .iter()
        .find(|s| s.standing.read)
        .map(|s| s.standing.state);
    let mut found = vec!["person"];
    if read == person.right {
        found.push("right by rules");
    }
    if read.is_none() && person.right.is_some() {
        found.push("stateless");
    }
    let scored = person
        .states
        .iter()
        .map(|s| (thousandths(model.score(s)), s.standing));
    let Some(new) = supposed(scored) else {
        return found;
    };
    found.push(if read.is_none() { "given" } else { "moved" });
    if Some(new) == person.right {
        found.push(if read.is_none() {
            "given right"
        } else {
            "moved right"
        });
    } else if read.is_some() && read == person.right {
        found.push("moved wrongly");
    }
    found
}

/// The people of all articles on which the model is trained.
fn articles() -> Result<Vec<Vec<Person>>, Box<dyn Error>> {
    paths(SETS)?.iter().map(|path| people(path)).collect()
}

fn people(path: &Path) -> Result<Vec<Person>, Box<dyn Error>> {
    let bytes = std::fs::read(path)?;
    let gold = Annotation::from_json(&bytes)?;
    let day: serde_json::Value = serde_json::from_slice(&bytes)?;
    let day = day.get("date").and_then(serde_json::Value::as_str);
    let document = Document {
        text: std::fs::read_to_string(path.with_extension("txt"))?,
        date: day.and_then(|d| d.parse().ok()),
        ..Document::default()
    };
    let mentions = Mentions::find(&document.text, Lexicon::builtin(), document.date);
    let mut states: BTreeMap<String, Vec<Affiliation>> = BTreeMap::new();
    for state in affiliations(document.date, &mentions) {
        states.entry(key(&state.person)).or_default().push(state);
    }
    let mut found = Vec::new();
    for person in &gold.people {
        let names = std::iter::once(&person.name).chain(&person.aliases);
        if let Some(states) = names.into_iter().find_map(|n| states.remove(&key(n))) {
            let right = person.state.as_deref().and_then(StateCode::parse);
            found.push(Person { states, right });
        }
    }
    Ok(found)
}

/// A name for comparison, its words without case and marks.
fn key(name: &str) -> String {
    name_words(name).join(" ")
}

/// The weights of the signs by name.
struct Model {
    weights: BTreeMap<&'static str, f64>,
    bias: f64,
}

impl Model {
    fn score(&self, state: &Affiliation) -> f64 {
        let weights = state.signs.iter().filter_map(|s| self.weights.get(s));
        self.bias + weights.sum::<f64>()
    }
}

/// Trains the model on those whose state no words tell: logistic regression in which each article weighs as the root of its number of people.
fn train(articles: &[&Vec<Person>]) -> Model {
    let open = |people: &'_ Vec<Person>| -> Vec<(BTreeSet<&'static str>, bool)> {
        let states = people
            .iter()
            .flat_map(|p| p.states.iter().map(move |s| (p.right, s)));
        states
            .filter(|(_, s)| !s.standing.told)
            .map(|(right, s)| {
                (
                    s.signs.iter().copied().collect(),
                    right == Some(s.standing.state),
                )
            })
            .collect()
    };
    let by_article: Vec<_> = articles.iter().map(|a| (a.len(), open(a))).collect();
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for (_, rows) in &by_article {
        let signs: BTreeSet<&'static str> = rows.iter().flat_map(|(s, _)| s).copied().collect();
        for sign in signs {
            *counts.entry(sign).or_default() += 1;
        }
    }
    counts.retain(|_, articles| *articles >= ARTICLES);
    let names: Vec<&'static str> = counts.into_keys().collect();
    let numbers: BTreeMap<&str, usize> = names.iter().enumerate().map(|(n, s)| (*s, n)).collect();
    let mut examples = Vec::new();
    for (people, rows) in by_article {
        #[expect(clippy::cast_precision_loss, reason = "an article has few people")]
        let weight = 1.0 / (people.max(4) as f64).sqrt();
        examples.extend(rows.into_iter().map(|(signs, right)| {
            Example {
                features: signs
                    .iter()
                    .filter_map(|s| numbers.get(s).copied())
                    .collect(),
                right,
                weight,
            }
        }));
    }
    let Logistic { weights, bias } = fit(&mut examples, names.len(), FREEDOM);
    Model {
        weights: names.into_iter().zip(weights).collect(),
        bias,
    }
}
