//! From counts to rates, and how far chance may carry them.

use std::collections::BTreeMap;

use rand_mt::Mt;
use serde::Serialize;

use super::{Detail, Layer};

/// How often the articles are drawn again for the interval.
const ROUNDS: usize = 1000;

/// Facts of one layer, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Found and asked for.
    pub hits: usize,
    /// Found, but the annotation does not say so.
    pub wrong: usize,
    /// Asked for and not found.
    pub missed: usize,
}

impl Counts {
    fn add(&mut self, other: Self) {
        self.hits += other.hits;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }
}

/// Facts that are right, and those of them that have a detail right as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// The detail is right.
    pub right: usize,
    /// Facts of which it was asked.
    pub of: usize,
}

/// What came out for one article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ArticleScore {
    /// The facts, by layer.
    pub layers: BTreeMap<Layer, Counts>,
    /// The details of facts that are right.
    pub details: BTreeMap<Detail, Share>,
}

impl ArticleScore {
    fn counts(&self, layer: Layer) -> Counts {
        self.layers.get(&layer).copied().unwrap_or_default()
    }
}

/// Precision, recall and their harmonic mean, with the counts that they come from.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Rates {
    /// Precision: the share of right facts among those found.
    pub p: f64,
    /// Recall: the share of found facts among those asked for.
    pub r: f64,
    /// Their harmonic mean.
    pub f1: f64,
    /// Found and asked for.
    pub hits: usize,
    /// Found, but the annotation does not say so.
    pub wrong: usize,
    /// Asked for and not found.
    pub missed: usize,
}

impl Rates {
    /// The rates of counts. Where nothing was asked for and nothing found, nothing is wrong.
    ///
    /// ```
    /// use interparl::score::{Counts, Rates};
    ///
    /// let rates = Rates::of(Counts { hits: 3, wrong: 1, missed: 2 });
    /// assert_eq!((rates.p, rates.r), (0.75, 0.6));
    /// assert_eq!(Rates::of(Counts::default()).f1, 1.0);
    /// ```
    #[must_use]
    pub fn of(counts: Counts) -> Self {
        let Counts {
            hits,
            wrong,
            missed,
        } = counts;
        let (p, r, f1) = if hits + wrong + missed == 0 {
            (1.0, 1.0, 1.0)
        } else {
            let (p, r) = (share(hits, hits + wrong), share(hits, hits + missed));
            // The order of the operations is that of score.py: another one may differ in the last digit.
            let f1 = if p + r > 0.0 {
                2.0 * p * r / (p + r)
            } else {
                0.0
            };
            (p, r, f1)
        };
        Self {
            p,
            r,
            f1,
            hits,
            wrong,
            missed,
        }
    }
}

/// A part of a whole; nothing of nothing is nothing.
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        return 0.0;
    }
    number(part) / number(whole)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of facts are far below the 53 bits that are exact"
)]
const fn number(count: usize) -> f64 {
    count as f64
}

/// How often a detail is right.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Accuracy {
    /// The share; `None` where it was asked of nothing.
    pub accuracy: Option<f64>,
    /// Facts of which it was asked.
    pub of: usize,
}

impl From<Share> for Accuracy {
    fn from(Share { right, of }: Share) -> Self {
        Self {
            accuracy: (of > 0).then(|| share(right, of)),
            of,
        }
    }
}

/// The measure over many articles. As JSON it is what `score.py --json` prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// How many articles.
    pub articles: usize,
    /// The rates of each layer, from the counts of all articles.
    pub layers: BTreeMap<Layer, Rates>,
    /// The mean of the F1 of all layers.
    pub overall: f64,
    /// The details of facts that are right.
    pub accuracy: BTreeMap<Detail, Accuracy>,
    /// The ids of articles without a graph, which counts as an empty one.
    pub without_prediction: Vec<String>,
    /// Where 95 % of the overall scores lie when the articles are drawn again.
    pub interval: (f64, f64),
}

impl Report {
    /// Puts the scores of articles together. Their order matters to the last digits of the interval only.
    ///
    /// # Complexity
    /// A thousand passes over the articles.
    ///
    /// # Example
    /// ```
    /// use interparl::score::{Annotation, Comparison, Prediction, Report};
    ///
    /// let facts = Annotation::from_json(br#"{"id": "a", "states": ["KE"]}"#)?;
    /// let nothing = Prediction::default();
    /// let report = Report::of(&[Comparison::new(&facts, &nothing).score()], vec!["a".to_owned()]);
    /// assert_eq!(report.articles, 1);
    /// assert!(report.overall < 1.0);
    /// # Ok::<(), interparl::score::ScoreError>(())
    /// ```
    #[must_use]
    pub fn of(articles: &[ArticleScore], without_prediction: Vec<String>) -> Self {
        let all: Vec<&ArticleScore> = articles.iter().collect();
        let layers = Layer::ALL.iter().map(|layer| (*layer, rates(&all, *layer)));
        let detail = |detail: Detail| {
            let mut sum = Share::default();
            for share in articles.iter().filter_map(|a| a.details.get(&detail)) {
                sum.right += share.right;
                sum.of += share.of;
            }
            (detail, Accuracy::from(sum))
        };
        Self {
            articles: articles.len(),
            layers: layers.collect(),
            overall: overall(&all),
            accuracy: Detail::ALL.iter().copied().map(detail).collect(),
            without_prediction,
            interval: interval(articles),
        }
    }
}

fn rates(articles: &[&ArticleScore], layer: Layer) -> Rates {
    let mut sum = Counts::default();
    for article in articles {
        sum.add(article.counts(layer));
    }
    Rates::of(sum)
}

fn overall(articles: &[&ArticleScore]) -> f64 {
    // One by one and in this order, as Python added up before 3.12.
    let sum = Layer::ALL
        .iter()
        .fold(0.0, |sum, layer| sum + rates(articles, *layer).f1);
    sum / number(Layer::ALL.len())
}

/// The 95 % interval of the overall score by bootstrap, with the draws of Python's `random.Random(1).choices`.
fn interval(articles: &[ArticleScore]) -> (f64, f64) {
    let mut draws = Draws::new();
    let mut found: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let some =
                (0..articles.len()).filter_map(|_| articles.get(draws.below(articles.len())));
            overall(&some.collect::<Vec<_>>())
        })
        .collect();
    found.sort_by(f64::total_cmp);
    let at = |place: usize| found.get(place).copied().unwrap_or_default();
    (at(ROUNDS * 25 / 1000), at(ROUNDS * 975 / 1000))
}

/// Python's random numbers: the Mersenne Twister, seeded by an array as `init_by_array` does, and of every two outputs
/// 53 bits for a number below one.
struct Draws(Mt);

impl Draws {
    fn new() -> Self {
        Self(Mt::new_with_key([1]))
    }

    /// A number from 0 to 1, without 1: `random()`.
    fn random(&mut self) -> f64 {
        let high = f64::from(self.0.next_u32() >> 5);
        let low = f64::from(self.0.next_u32() >> 6);
        (high * 67_108_864.0 + low) / 9_007_199_254_740_992.0
    }

    /// A whole number below another: what `choices` takes without weights.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the product is not negative and below a count of articles"
    )]
    fn below(&mut self, end: usize) -> usize {
        (self.random() * number(end)).floor() as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_are_those_of_python() {
        let mut draws = Draws::new();
        // random.Random(1): [random() for _ in range(3)]
        for number in [
            0.134_364_244_112_401_22,
            0.847_433_736_937_232_7,
            0.763_774_618_976_614,
        ] {
            assert_eq!(draws.random().to_bits(), f64::to_bits(number));
        }
        let mut draws = Draws::new();
        // random.Random(1).choices(range(24), k=8)
        let some: Vec<usize> = (0..8).map(|_| draws.below(24)).collect();
        assert_eq!(some, [3, 20, 18, 6, 11, 10, 15, 18]);
    }

    #[test]
    fn no_articles_have_no_errors() {
        let report = Report::of(&[], Vec::new());
        let (from, to) = report.interval;
        for share in [report.overall, from, to] {
            assert_eq!(share.to_bits(), f64::to_bits(1.0));
        }
    }
}
