//! Discs of one that nothing ties: where there are many, they stand in rows below the others. Forces could not tell where they
//! belong, and would take the square of their number.

use super::count;
use super::disc::Disc;
use super::force::{APART, Spring};

/// So many may lie among the others.
const FEW: usize = 60;

/// The discs that forces move, with their springs, and the numbers of all in the order of the first.
pub(super) struct Parted {
    /// Those that forces move.
    pub(super) discs: Vec<Disc>,
    /// Their springs.
    pub(super) springs: Vec<Spring>,
    /// The number that each of them had.
    numbers: Vec<usize>,
    /// The numbers of the others.
    lone: Vec<usize>,
}

/// Parts those that stand alone from the others, where there are many; nothing where there are not.
pub(super) fn part(discs: &[Disc], springs: &[Spring]) -> Option<Parted> {
    let mut tied = vec![false; discs.len()];
    for end in springs.iter().flat_map(|spring| [spring.a, spring.b]) {
        if let Some(tied) = tied.get_mut(end) {
            *tied = true;
        }
    }
    let stands = |(number, disc): (usize, &Disc)| {
        let is_tied = tied.get(number).copied().unwrap_or(true);
        disc.state.is_none() && disc.members <= 1 && !is_tied
    };
    let (lone, numbers): (Vec<usize>, Vec<usize>) = (0..discs.len())
        .partition(|number| discs.get(*number).is_some_and(|d| stands((*number, d))));
    if lone.len() <= FEW {
        return None;
    }
    let mut new = vec![0; discs.len()];
    for (at, number) in numbers.iter().enumerate() {
        if let Some(new) = new.get_mut(*number) {
            *new = at;
        }
    }
    let of = |number: usize| new.get(number).copied().unwrap_or_default();
    Some(Parted {
        discs: numbers
            .iter()
            .filter_map(|n| discs.get(*n))
            .cloned()
            .collect(),
        springs: springs
            .iter()
            .map(|spring| Spring {
                a: of(spring.a),
                b: of(spring.b),
                ..*spring
            })
            .collect(),
        numbers,
        lone,
    })
}

impl Parted {
    /// Gives all discs their places: those that were moved theirs, and the others rows below them, as wide as they are or as is
    /// good to look at.
    pub(super) fn put(&self, discs: &mut [Disc]) {
        let mut bounds = (0.0_f64, 0.0_f64, f64::NEG_INFINITY);
        for (number, moved) in self.numbers.iter().zip(&self.discs) {
            let (middle, radius) = (moved.middle, moved.radius);
            bounds.0 = bounds.0.min(middle.x - radius);
            bounds.1 = bounds.1.max(middle.x + radius);
            bounds.2 = bounds.2.max(middle.y + radius);
            if let Some(disc) = discs.get_mut(*number) {
                disc.middle = middle;
            }
        }
        let (left, right) = (bounds.0, bounds.1);
        let radius = |number: &usize| discs.get(*number).map_or(0.0, |d| d.radius);
        let pitch = self.lone.iter().map(radius).fold(0.0, f64::max) * 2.0 + APART;
        let top = if bounds.2.is_finite() {
            bounds.2 + pitch
        } else {
            0.0
        };
        let wide = (right - left).max((count(self.lone.len()) * 2.0).sqrt() * pitch);
        let start = f64::midpoint(left, right) - wide / 2.0;
        let (mut x, mut y) = (start, top);
        for number in &self.lone {
            if let Some(disc) = discs.get_mut(*number) {
                (disc.middle.x, disc.middle.y) = (x, y);
            }
            x += pitch;
            if x > start + wide {
                (x, y) = (start, y + pitch);
            }
        }
    }
}
