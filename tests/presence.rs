//! The model of who was there: its weights are those that training gives, and what it finds in articles that it did not see.
//!
//! With `INTERPARL_UPDATE=1` the weights of today are written to `src/rule/en/presence/weights.tsv`, and the table of the
//! articles left out into `docs/evaluation.md`.

mod fit;
mod rows;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use self::fit::{Example, Logistic, fit};
use self::rows::{Article, articles};
use crate::sample::{Checked, page_lock, same_as_file};
use crate::scores::between_markers;

/// The folders of annotated articles on which the model is trained; `unseen` is none of them.
const SETS: &[&str] = &["dev", "world", "wide", "made"];

/// The deeds of which there is a model, with how free its weights are to be large.
const MODELS: &[(&str, f64)] = &[("attended", 0.05), ("met", 0.04)];

/// In how many articles a feature must be to have a weight.
const ARTICLES: usize = 6;

/// Into how many parts the articles are cut to see what a model finds in one part when it was trained on the others.
const PARTS: usize = 5;

#[test]
fn the_weights_are_those_that_training_gives() -> Checked {
    let articles = articles(SETS)?;
    let all: Vec<&Article> = articles.iter().collect();
    let mut table = String::new();
    for (deed, freedom) in MODELS {
        let model = train(&all, deed, *freedom);
        writeln!(table, "{deed}\tbias\t{}", thousandths(model.bias))?;
        for (feature, weight) in &model.weights {
            match thousandths(*weight) {
                0 => {}
                weight => writeln!(table, "{deed}\t{feature}\t{weight}")?,
            }
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rule/en/presence/weights.tsv");
    same_as_file(&path, table.as_bytes())
}

#[test]
fn of_those_who_are_found_in_articles_that_training_did_not_see_most_were_there() -> Checked {
    let _only_one = page_lock();
    let articles = articles(SETS)?;
    let mut table = String::from(
        "| fact | asked for | found by rules, of these right | found by the model besides, of these right |\n|---|--:|--:|--:|\n",
    );
    for (deed, freedom) in MODELS {
        let mut asked = 0;
        let (mut told, mut told_right, mut found, mut right) = (0, 0, 0, 0);
        for part in 0..PARTS {
            let in_part = |n: usize| n % PARTS == part;
            let seen: Vec<&Article> = kept(&articles, |n| !in_part(n));
            let model = train(&seen, deed, *freedom);
            for article in kept(&articles, in_part) {
                asked += article.asked.get(*deed).copied().unwrap_or_default();
                for row in article.rows.iter().filter(|r| r.deed == *deed) {
                    let score = model.score(&row.features);
                    let is_right = usize::from(row.right);
                    if row.told {
                        told += 1;
                        told_right += is_right;
                    } else if thousandths(score) > 0 {
                        found += 1;
                        right += is_right;
                    }
                }
            }
        }
        let rules = if *deed == "met" {
            "-".to_owned()
        } else {
            format!("{told}, {told_right}")
        };
        writeln!(table, "| {deed} | {asked} | {rules} | {found}, {right} |")?;
        assert!(
            right * 5 > found * 3,
            "{deed}: {right} of {found} were there"
        );
    }
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/evaluation.md");
    let text = std::fs::read_to_string(&page)?;
    let text = between_markers(&text, "presence", &table)?;
    same_as_file(&page, text.as_bytes())
}

/// The articles of which something holds by their number.
fn kept(articles: &[Article], holds: impl Fn(usize) -> bool) -> Vec<&Article> {
    let numbered = articles.iter().enumerate();
    numbered
        .filter(|(n, _)| holds(*n))
        .map(|(_, a)| a)
        .collect()
}

/// A weight as it stands in the table.
#[expect(clippy::cast_possible_truncation, reason = "weights are near zero")]
fn thousandths(weight: f64) -> i32 {
    (weight * 1000.0).round() as i32
}

/// The weights of the features by name.
struct Model {
    weights: BTreeMap<String, f64>,
    bias: f64,
}

impl Model {
    fn score(&self, features: &BTreeSet<String>) -> f64 {
        let weights = features.iter().filter_map(|f| self.weights.get(f));
        self.bias + weights.sum::<f64>()
    }
}

/// Trains a model of a deed: logistic regression in which each article weighs as the root of its number of candidates, so that a long list
/// does not outweigh many short articles.
fn train(articles: &[&Article], deed: &str, freedom: f64) -> Model {
    let rows = |article: &Article| -> Vec<(BTreeSet<String>, bool)> {
        let own = article.rows.iter().filter(|r| r.deed == deed);
        own.map(|r| (r.features.clone(), r.right)).collect()
    };
    let by_article: Vec<Vec<(BTreeSet<String>, bool)>> = articles.iter().map(|a| rows(a)).collect();
    let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
    for rows in &by_article {
        let features: BTreeSet<&String> = rows.iter().flat_map(|(f, _)| f).collect();
        for feature in features {
            *counts.entry(feature).or_default() += 1;
        }
    }
    let names: Vec<&String> = counts
        .into_iter()
        .filter(|(_, articles)| *articles >= ARTICLES)
        .map(|(feature, _)| feature)
        .collect();
    let numbers: BTreeMap<&String, usize> =
        names.iter().enumerate().map(|(n, f)| (*f, n)).collect();
    let mut examples = Vec::new();
    for rows in &by_article {
        #[expect(clippy::cast_precision_loss, reason = "an article has few candidates")]
        let weight = 1.0 / (rows.len().max(4) as f64).sqrt();
        examples.extend(rows.iter().map(|(features, right)| {
            Example {
                features: features
                    .iter()
                    .filter_map(|f| numbers.get(f).copied())
                    .collect(),
                right: *right,
                weight,
            }
        }));
    }
    let Logistic { weights, bias } = fit(&mut examples, names.len(), freedom);
    Model {
        weights: names.into_iter().cloned().zip(weights).collect(),
        bias,
    }
}
