//! Where the discs lie: what is tied together attracts, what is near repels.

use std::collections::BTreeMap;

use super::count;
use super::disc::Disc;
use super::home::Pull;
use super::{lone, wide};

/// The least room between two discs.
pub(super) const APART: f64 = 26.0;
/// So often everything moves at least, however many discs there are.
const FEWEST: usize = 6;
/// So often everything moves, where there are few discs.
const ROUNDS: usize = 260;
/// So often the whole is stretched to be wide at most.
const STRETCHES: usize = 3;
/// So many pairs are looked at in all rounds together at most.
const WORK: usize = 60_000_000;

/// Two discs, and how strongly they are tied.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Spring {
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) weight: f64,
}

/// The pairs of discs whose members are tied.
pub(super) fn springs(homes: &[usize], ties: &[Pull], discs: usize) -> Vec<Spring> {
    let mut pairs: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for tie in ties {
        let ends = homes.get(tie.a).zip(homes.get(tie.b));
        if let Some((a, b)) = ends.filter(|(a, b)| a != b && **a < discs && **b < discs) {
            *pairs.entry((*a.min(b), *a.max(b))).or_default() += tie.weight;
        }
    }
    let spring = |((a, b), weight): ((usize, usize), f64)| Spring { a, b, weight };
    pairs.into_iter().map(spring).collect()
}

/// Gives the discs their places. The whole lies wide, as screens do: else most of a screen is empty beside it.
pub(super) fn spread(discs: &mut [Disc], springs: &[Spring]) {
    if let Some(mut parted) = lone::part(discs, springs) {
        move_all(&mut parted.discs, &parted.springs);
        parted.put(discs);
    } else {
        move_all(discs, springs);
    }
}

fn move_all(discs: &mut [Disc], springs: &[Spring]) {
    start(discs);
    let rounds = (WORK / (discs.len() * discs.len()).max(1)).clamp(FEWEST, ROUNDS);
    for round in 0..rounds {
        step(discs, springs, 1.0 - count(round) / count(rounds));
    }
    wide::turn(discs);
    separate(discs);
    // Each time discs come to lie on one another, and are moved apart in whatever direction.
    for _ in 0..STRETCHES {
        if wide::stretch(discs) {
            separate(discs);
        }
    }
}

/// Sets the discs on a square spiral, the largest in the middle.
fn start(discs: &mut [Disc]) {
    let mut order: Vec<usize> = (0..discs.len()).collect();
    let radius = |disc: &usize| discs.get(*disc).map_or(0.0, |d| d.radius);
    order.sort_by(|a, b| radius(b).total_cmp(&radius(a)).then(a.cmp(b)));
    let area: f64 = discs.iter().map(|d| d.radius * d.radius).sum();
    let pitch = (area / count(discs.len().max(1))).sqrt() * 2.0 + APART;
    let (mut x, mut y, mut dx, mut dy) = (0.0, 0.0, 1.0, 0.0);
    let (mut left, mut leg, mut turns) = (1_u32, 1_u32, 0_u32);
    for index in order {
        if let Some(disc) = discs.get_mut(index) {
            (disc.middle.x, disc.middle.y) = (x * pitch * 1.3, y * pitch);
        }
        (x, y) = (x + dx, y + dy);
        left -= 1;
        if left == 0 {
            (dx, dy) = (-dy, dx);
            turns += 1;
            leg += u32::from(turns % 2 == 0);
            left = leg;
        }
    }
}

/// One round. What draws and repels gets weaker from round to round; that discs lie on one another is mended in each.
fn step(discs: &mut [Disc], springs: &[Spring], heat: f64) {
    let mut moves = vec![(0.0_f64, 0.0_f64); discs.len()];
    for spring in springs {
        let (Some(one), Some(two)) = (discs.get(spring.a), discs.get(spring.b)) else {
            continue;
        };
        let (dx, dy) = gap(two, one);
        // A light disc follows a heavy one, not the other way round.
        let (a, b) = (one.radius, two.radius);
        let pull = 0.05 * spring.weight.sqrt().min(4.0);
        let (share_a, share_b) = (pull * b / (a + b), pull * a / (a + b));
        push(&mut moves, spring.a, dx * share_a, dy * share_a);
        push(&mut moves, spring.b, -dx * share_b, -dy * share_b);
    }
    for ((x, y), disc) in moves.iter_mut().zip(discs.iter()) {
        // A pull to the middle keeps together what nothing ties; screens are wider than high.
        *x -= disc.middle.x * 0.024;
        *y -= disc.middle.y * 0.08;
        let far = (*x * *x + *y * *y).sqrt();
        let most = 90.0 * heat;
        let share = if far > most { most / far } else { 1.0 };
        (*x, *y) = (*x * share * heat, *y * share * heat);
    }
    for (a, one) in discs.iter().enumerate() {
        for (b, two) in discs.iter().enumerate().skip(a + 1) {
            let (dx, dy) = gap(one, two);
            let square = dx * dx + dy * dy;
            let need = one.radius + two.radius + APART;
            if square > need * need * 4.0 {
                continue;
            }
            let far = square.sqrt();
            let mut force = need * need / square * 4.0 * heat;
            if far < need {
                force = force.min(20.0) + (need - far) * 0.5;
            }
            // The larger one stays where it is.
            let (x, y) = (dx / far * force, dy / far * force);
            let (a_share, b_share) = (two.radius / need, one.radius / need);
            push(&mut moves, a, x * a_share, y * a_share);
            push(&mut moves, b, -x * b_share, -y * b_share);
        }
    }
    for (disc, (dx, dy)) in discs.iter_mut().zip(moves) {
        disc.middle.x += dx;
        disc.middle.y += dy;
    }
}

/// From the second disc to the first; never nothing.
fn gap(one: &Disc, two: &Disc) -> (f64, f64) {
    let (dx, dy) = (one.middle.x - two.middle.x, one.middle.y - two.middle.y);
    if dx * dx + dy * dy < 0.01 {
        (1.0, 0.5)
    } else {
        (dx, dy)
    }
}

fn push(pushes: &mut [(f64, f64)], index: usize, dx: f64, dy: f64) {
    if let Some(push) = pushes.get_mut(index) {
        *push = (push.0 + dx, push.1 + dy);
    }
}

/// Moves discs apart until none lies on another; what is still in the way after many rounds goes below everything.
fn separate(discs: &mut [Disc]) {
    for _ in 0..1500 {
        let pairs = overlapping(discs);
        if pairs.is_empty() {
            return;
        }
        for (a, b) in pairs {
            let (Some(one), Some(two)) = (discs.get(a), discs.get(b)) else {
                continue;
            };
            let (dx, dy) = gap(one, two);
            let far = (dx * dx + dy * dy).sqrt();
            let missing = one.radius + two.radius + APART - far;
            if missing <= 0.0 {
                continue;
            }
            let (one_radius, two_radius) = (one.radius, two.radius);
            let way = (missing + 0.5) / far / (one_radius + two_radius);
            shift(discs, a, dx * way * two_radius, dy * way * two_radius);
            shift(discs, b, -dx * way * one_radius, -dy * way * one_radius);
        }
    }
    let mut bottom = discs
        .iter()
        .map(|d| d.middle.y + d.radius)
        .fold(0.0, f64::max);
    for (_, b) in overlapping(discs) {
        if let Some(disc) = discs.get_mut(b) {
            disc.middle.y = bottom + APART + disc.radius;
            bottom = disc.middle.y + disc.radius;
        }
    }
}

fn shift(discs: &mut [Disc], index: usize, dx: f64, dy: f64) {
    if let Some(disc) = discs.get_mut(index) {
        disc.middle.x += dx;
        disc.middle.y += dy;
    }
}

/// The pairs of discs that are nearer than they may be, by a sweep from the left.
fn overlapping(discs: &[Disc]) -> Vec<(usize, usize)> {
    let mut order: Vec<(usize, &Disc)> = discs.iter().enumerate().collect();
    let left = |disc: &Disc| disc.middle.x - disc.radius;
    order.sort_by(|a, b| left(a.1).total_cmp(&left(b.1)).then(a.0.cmp(&b.0)));
    let mut pairs = Vec::new();
    for (place, (a, one)) in order.iter().enumerate() {
        let reach = one.middle.x + one.radius + APART;
        let right = order.iter().skip(place + 1);
        for (b, two) in right.take_while(|(_, two)| left(two) < reach) {
            let (dx, dy) = gap(one, two);
            let need = one.radius + two.radius + APART - 0.2;
            if dx * dx + dy * dy < need * need {
                pairs.push((*a.min(b), *a.max(b)));
            }
        }
    }
    pairs
}
