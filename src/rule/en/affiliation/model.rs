//! The weights that training gave to the signs, and what they make of a candidate.
//!
//! In comes the committed table, out come scores. Sums are whole numbers, so that every machine gives the same.

use std::sync::OnceLock;

use super::sign::{Sign, Signs};

/// The weights, in thousandths.
struct Weights {
    bias: i32,
    of_signs: Vec<i32>,
}

/// Reads the table: a sign (or "bias") and a weight a line. `tests/affiliation.rs` holds that it is what training gives.
fn read(table: &str) -> Weights {
    let mut new = Weights {
        bias: 0,
        of_signs: vec![0; Sign::NAMES.len()],
    };
    for line in table.lines() {
        let Some((name, Ok(weight))) = line
            .split_once('\t')
            .map(|(name, weight)| (name, weight.parse::<i32>()))
        else {
            continue;
        };
        let number = Sign::NAMES.iter().position(|n| *n == name);
        if name == "bias" {
            new.bias = weight;
        } else if let Some(place) = number.and_then(|n| new.of_signs.get_mut(n)) {
            *place = weight;
        }
    }
    new
}

/// The score of a candidate in thousandths of the logarithm of the odds: above zero it is more likely than not.
pub(super) fn score(signs: Signs) -> i32 {
    static WEIGHTS: OnceLock<Weights> = OnceLock::new();
    let weights = WEIGHTS.get_or_init(|| read(include_str!("weights.tsv")));
    let own = signs
        .numbers()
        .filter_map(|n| weights.of_signs.get(n).copied());
    own.fold(weights.bias, i32::saturating_add)
}
