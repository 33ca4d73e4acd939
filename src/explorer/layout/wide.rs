//! That the whole lies wide: turned so that its longer side is level, and stretched where it is nearly as high as wide.

use super::disc::Disc;

/// So many times as wide as high it is to be at least. The room for it is, beside filters and panel, on a common screen.
const SHAPE: f64 = 1.35;
/// So much it is stretched at once at most.
const MOST: f64 = 1.3;

/// Turns all discs around the middle so that they lie farther apart from left to right than from top to bottom.
pub(super) fn turn(discs: &mut [Disc]) {
    let weight = |disc: &Disc| disc.radius * disc.radius;
    let total: f64 = discs.iter().map(weight).sum();
    if total <= 0.0 {
        return;
    }
    let mean = |of: fn(&Disc) -> f64| discs.iter().map(|d| of(d) * weight(d)).sum::<f64>() / total;
    let (x, y) = (mean(|d| d.middle.x), mean(|d| d.middle.y));
    let (mut level, mut upright, mut skew) = (0.0, 0.0, 0.0);
    for disc in &*discs {
        let (dx, dy) = (disc.middle.x - x, disc.middle.y - y);
        level += dx * dx * weight(disc);
        upright += dy * dy * weight(disc);
        skew += dx * dy * weight(disc);
    }
    // The direction in which they lie farthest apart; the half of its angle by square roots alone.
    let half = (level - upright) / 2.0;
    let length = (half * half + skew * skew).sqrt();
    if length <= 0.0 {
        return;
    }
    let double = (half / length).clamp(-1.0, 1.0);
    let cosine = f64::midpoint(1.0, double).sqrt();
    let sine = ((1.0 - double) / 2.0).sqrt();
    let sine = if skew < 0.0 { -sine } else { sine };
    for disc in discs {
        let (dx, dy) = (disc.middle.x - x, disc.middle.y - y);
        disc.middle.x = dx * cosine + dy * sine;
        disc.middle.y = dy * cosine - dx * sine;
    }
}

/// Moves the discs apart from left to right and together from top to bottom, and says whether it did: it does not where they
/// are wide enough, or too few to be.
pub(super) fn stretch(discs: &mut [Disc]) -> bool {
    if discs.len() < 3 {
        return false;
    }
    let shape = shape(discs);
    if shape >= SHAPE {
        return false;
    }
    let by = (SHAPE / shape).sqrt().min(MOST);
    for disc in discs {
        disc.middle.x *= by;
        disc.middle.y /= by;
    }
    true
}

/// How many times as wide as high all discs together are.
pub(super) fn shape(discs: &[Disc]) -> f64 {
    let reach = |of: fn(&Disc) -> f64| {
        let least = discs.iter().map(|d| of(d) - d.radius);
        let most = discs.iter().map(|d| of(d) + d.radius);
        most.fold(f64::NEG_INFINITY, f64::max) - least.fold(f64::INFINITY, f64::min)
    };
    let high = reach(|d| d.middle.y);
    if high > 0.0 {
        reach(|d| d.middle.x) / high
    } else {
        1.0
    }
}

#[cfg(test)]
mod tests {
    use super::super::Place;
    use super::*;

    fn disc(x: f64, y: f64) -> Disc {
        Disc {
            state: None,
            middle: Place { x, y },
            radius: 10.0,
            members: 1,
        }
    }

    #[test]
    fn what_stands_upright_is_laid_down() {
        for (dx, dy) in [(0.0, 100.0), (60.0, 100.0), (-60.0, 100.0), (100.0, 0.0)] {
            let mut discs: Vec<Disc> = [-1.0, 0.0, 1.0].map(|n| disc(dx * n, dy * n)).into();
            turn(&mut discs);
            let long = (dx * dx + dy * dy).sqrt();
            for (disc, n) in discs.iter().zip([-1.0, 0.0, 1.0]) {
                assert!(
                    (disc.middle.x.abs() - f64::abs(long * n)).abs() < 1e-6,
                    "{discs:?}"
                );
                assert!(disc.middle.y.abs() < 1e-6, "{discs:?}");
            }
        }
    }

    #[test]
    fn what_is_as_high_as_wide_is_stretched() {
        let mut discs = vec![disc(-50.0, -50.0), disc(50.0, -50.0), disc(50.0, 50.0)];
        assert!((shape(&discs) - 1.0).abs() < 1e-9);
        assert!(stretch(&mut discs));
        assert!(shape(&discs) > 1.2);
        assert!(!stretch(&mut [disc(0.0, 0.0), disc(0.0, 50.0)]));
        assert!(!stretch(&mut [
            disc(0.0, 0.0),
            disc(100.0, 0.0),
            disc(50.0, 0.0)
        ]));
        // Nothing is divided by nothing.
        turn(&mut []);
        turn(&mut [disc(3.0, 4.0)]);
        assert!(!stretch(&mut []));
    }
}
