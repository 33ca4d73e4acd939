//! The model of who was there: its weights are those that training gives, and what it finds in articles that it did not see.
//!
//! With `INTERPARL_UPDATE=1` the weights of today are written to `src/rule/en/presence/weights.tsv`, and the table of the
//! articles left out into `docs/evaluation.md`.

pub(crate) mod fit;
mod rows;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use self::fit::{Example, Logistic, fit};
pub(crate) use self::rows::paths;
use self::rows::{Article, articles};
use crate::sample::{Checked, page_lock, same_as_file};
use crate::scores::between_markers;

/// The folders of annotated articles on which the model is trained; `unseen` is none of them.
pub(crate) const SETS: &[&str] = &["dev", "world", "wide", "made", "retold"];

/// The deeds of which there is a model, with how free its weights are to be large.
const MODELS: &[(&str, f64)] = &[("attended", 0.015), ("met", 0.02)];

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

/// The scores in thousandths up to which the steps of sureness go, but for the last.
const STEPS: [i32; 3] = [405, 850, 1400];

/// What a model finds in the articles that it did not see.
#[derive(Default)]
struct Found {
    asked: usize,
    /// Facts that rules have read, and those of them that are right.
    told: [usize; 2],
    /// Facts that the model adds, and those of them that are right, by the step of their score.
    added: [[usize; 2]; 4],
}

#[test]
fn of_those_who_are_found_in_articles_that_training_did_not_see_most_were_there() -> Checked {
    let _only_one = page_lock();
    let articles = articles(SETS)?;
    let mut table = String::from(
        "| fact | asked for | by rules, right | by the model besides, right | score up to 0.4 | to 0.85 | to 1.4 | above |\n|---|--:|--:|--:|--:|--:|--:|--:|\n",
    );
    for (deed, freedom) in MODELS {
        let found = found_unseen(&articles, deed, *freedom);
        let all = found
            .added
            .iter()
            .fold([0, 0], |a, b| [a[0] + b[0], a[1] + b[1]]);
        let cell = |[found, right]: [usize; 2]| format!("{found}, {right}");
        let steps: Vec<String> = found.added.iter().map(|step| cell(*step)).collect();
        // Of meetings that a rule has read those of both people are no candidates.
        let told = if *deed == "met" {
            "-".to_owned()
        } else {
            cell(found.told)
        };
        writeln!(
            table,
            "| {deed} | {} | {told} | {} | {} |",
            found.asked,
            cell(all),
            steps.join(" | ")
        )?;
        let [all, right] = all;
        assert!(right * 5 > all * 3, "{deed}: {right} of {all} were there");
    }
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/evaluation.md");
    let text = std::fs::read_to_string(&page)?;
    let text = between_markers(&text, "presence", &table)?;
    same_as_file(&page, text.as_bytes())
}

/// What a model of a deed finds in each part of the articles when it was trained on the others.
fn found_unseen(articles: &[Article], deed: &str, freedom: f64) -> Found {
    let mut found = Found::default();
    for part in 0..PARTS {
        let in_part = |n: usize| n % PARTS == part;
        let seen = kept(articles, |n| !in_part(n));
        let model = train(&seen, deed, freedom);
        for article in kept(articles, in_part) {
            found.asked += article.asked.get(deed).copied().unwrap_or_default();
            for row in article.rows.iter().filter(|r| r.deed == deed) {
                let score = thousandths(model.score(&row.features));
                let step = STEPS.iter().filter(|limit| score > **limit).count();
                let cell = match found.added.get_mut(step) {
                    _ if row.told => &mut found.told,
                    Some(cell) if score > 0 => cell,
                    _ => continue,
                };
                cell[0] += 1;
                cell[1] += usize::from(row.right);
            }
        }
    }
    found
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
pub(crate) fn thousandths(weight: f64) -> i32 {
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
