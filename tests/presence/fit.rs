//! Logistic regression over features that are there or not.
//!
//! The weights are those for which half the sum of their squares, and `freedom` times the weighted sum of the examples' losses,
//! is least. They are found by Newton's method, each step by conjugate gradients (Nocedal and Wright, "Numerical
//! Optimization", 2006, algorithms 7.1 and 5.2), which needs no library and gives the same on every run.

/// Something that is right or not, by the features that it has.
pub(crate) struct Example {
    /// The numbers of its features.
    pub(crate) features: Vec<usize>,
    /// Whether it is right.
    pub(crate) right: bool,
    /// How much it weighs.
    pub(crate) weight: f64,
}

/// What was learned.
pub(crate) struct Logistic {
    /// The weights of the features.
    pub(crate) weights: Vec<f64>,
    /// The score of what has no feature.
    pub(crate) bias: f64,
}

/// How many steps Newton's method takes at most.
const STEPS: usize = 30;

/// How many gradients each step uses at most.
const GRADIENTS: usize = 200;

/// How small a gradient is as good as none.
const ENOUGH: f64 = 1e-7;

/// Learns the weights of so many features. The weights of the examples are scaled to a mean of one.
pub(crate) fn fit(examples: &mut [Example], features: usize, freedom: f64) -> Logistic {
    #[expect(
        clippy::cast_precision_loss,
        reason = "there are some thousand examples"
    )]
    let mean = examples.iter().map(|e| e.weight).sum::<f64>() / examples.len().max(1) as f64;
    for example in examples.iter_mut() {
        example.weight *= freedom / mean;
    }
    // The bias is the last of the list and not held to zero.
    let mut point = vec![0.0; features + 1];
    for _ in 0..STEPS {
        let slope = gradient(examples, &point);
        if norm(&slope) < ENOUGH {
            break;
        }
        let step = newton_step(examples, &point, &slope);
        point = line_search(examples, &point, &step);
    }
    let bias = point.pop().unwrap_or_default();
    Logistic {
        weights: point,
        bias,
    }
}

/// The score of an example.
fn score(example: &Example, point: &[f64]) -> f64 {
    let bias = point.last().copied().unwrap_or_default();
    example
        .features
        .iter()
        .filter_map(|f| point.get(*f))
        .sum::<f64>()
        + bias
}

fn probability(score: f64) -> f64 {
    1.0 / (1.0 + (-score).exp())
}

/// Adds a value to the features of an example and to the bias.
fn spread(example: &Example, value: f64, into: &mut [f64]) {
    for feature in &example.features {
        if let Some(cell) = into.get_mut(*feature) {
            *cell += value;
        }
    }
    if let Some(bias) = into.last_mut() {
        *bias += value;
    }
}

/// A copy of a point in which the bias is nothing.
fn without_bias(point: &[f64]) -> Vec<f64> {
    let mut copy = point.to_vec();
    if let Some(bias) = copy.last_mut() {
        *bias = 0.0;
    }
    copy
}

fn loss(examples: &[Example], point: &[f64]) -> f64 {
    let squares = dot(&without_bias(point), point) / 2.0;
    let losses = examples.iter().map(|e| {
        let margin = if e.right {
            score(e, point)
        } else {
            -score(e, point)
        };
        e.weight * ((-margin.abs()).exp().ln_1p() + (-margin).max(0.0))
    });
    squares + losses.sum::<f64>()
}

fn gradient(examples: &[Example], point: &[f64]) -> Vec<f64> {
    let mut slope = without_bias(point);
    for example in examples {
        let off = probability(score(example, point)) - f64::from(u8::from(example.right));
        spread(example, example.weight * off, &mut slope);
    }
    slope
}

/// The step from a point to where the slope would be nothing if the loss were a parabola.
fn newton_step(examples: &[Example], point: &[f64], slope: &[f64]) -> Vec<f64> {
    let curves: Vec<f64> = examples
        .iter()
        .map(|e| {
            let p = probability(score(e, point));
            e.weight * p * (1.0 - p)
        })
        .collect();
    let bend = |direction: &[f64]| {
        let mut product = without_bias(direction);
        for (example, curve) in examples.iter().zip(&curves) {
            spread(example, curve * score(example, direction), &mut product);
        }
        product
    };
    let mut step = vec![0.0; slope.len()];
    let mut rest: Vec<f64> = slope.iter().map(|s| -s).collect();
    let mut direction = rest.clone();
    let mut size = dot(&rest, &rest);
    for _ in 0..GRADIENTS {
        if size.sqrt() < ENOUGH {
            break;
        }
        let product = bend(&direction);
        let length = size / dot(&direction, &product);
        add(&mut step, length, &direction);
        add(&mut rest, -length, &product);
        let next = dot(&rest, &rest);
        let turn = next / size;
        direction = rest
            .iter()
            .zip(&direction)
            .map(|(r, d)| r + turn * d)
            .collect();
        size = next;
    }
    step
}

/// Goes as far along a step as the loss becomes less.
fn line_search(examples: &[Example], point: &[f64], step: &[f64]) -> Vec<f64> {
    let before = loss(examples, point);
    let mut length = 1.0;
    for _ in 0..30 {
        let mut next = point.to_vec();
        add(&mut next, length, step);
        if loss(examples, &next) <= before {
            return next;
        }
        length /= 2.0;
    }
    point.to_vec()
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(a, b)| a * b).sum()
}

fn norm(point: &[f64]) -> f64 {
    dot(point, point).sqrt()
}

fn add(to: &mut [f64], factor: f64, other: &[f64]) {
    for (a, b) in to.iter_mut().zip(other) {
        *a += factor * b;
    }
}
