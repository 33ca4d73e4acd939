//! The weights that training gave to the features, and what they make of a candidate.
//!
//! In comes the committed table, out come scores. Sums are whole numbers, so that every machine gives the same.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::article::{Candidate, Deed};
use super::feature::Feature;

/// The weights of one deed, in thousandths.
struct Weights {
    bias: i32,
    of_features: Vec<i32>,
}

/// The deeds in the order of the models.
const DEEDS: [&str; 2] = ["attended", "met"];

/// Reads the table: a deed, a feature (or "bias") and a weight a line. `tests/presence.rs` holds that it is what training gives.
fn read(table: &str) -> [Weights; 2] {
    let numbers: BTreeMap<String, usize> = Feature::all()
        .filter_map(|f| Some((f.name()?, f.place())))
        .collect();
    let mut models = DEEDS.map(|_| Weights {
        bias: 0,
        of_features: vec![0; Feature::COUNT],
    });
    for line in table.lines() {
        let mut cells = line.split('\t');
        let (Some(deed), Some(feature), Some(Ok(weight))) = (
            cells.next(),
            cells.next(),
            cells.next().map(str::parse::<i32>),
        ) else {
            continue;
        };
        let model = DEEDS.iter().position(|d| *d == deed);
        let Some(model) = model.and_then(|n| models.get_mut(n)) else {
            continue;
        };
        if feature == "bias" {
            model.bias = weight;
        } else if let Some(place) = numbers
            .get(feature)
            .and_then(|n| model.of_features.get_mut(*n))
        {
            *place = weight;
        }
    }
    models
}

/// The score of a candidate in thousandths of the logarithm of the odds: above zero it is more likely than not.
pub(super) fn score(candidate: &Candidate) -> i32 {
    static MODELS: OnceLock<[Weights; 2]> = OnceLock::new();
    let [attended, met] = MODELS.get_or_init(|| read(include_str!("weights.tsv")));
    let model = match candidate.deed {
        Deed::Attended(_) => attended,
        Deed::Met(_) => met,
    };
    let weights = candidate.features.iter();
    weights
        .filter_map(|f| model.of_features.get(f.place()))
        .fold(model.bias, |sum, weight| sum.saturating_add(*weight))
}
